// Articles from a stick into a library: what can be read comes in with its pictures, what cannot is told of and left
// out, and the library changes at one stroke or not at all. Who asks, and who is told, it does not know.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/intake.h"
#include "kiosk/text/article.h"

namespace tingdu::runtime {

struct Import {
    std::string from;  ///< the folder that is the stick
    std::string library;
    library::Way way{};
};

/// Something of a file, named by its path on the stick, that whoever filled the stick should know: why it was left out,
/// or what was mended.
struct ImportRemark {
    std::string file;
    std::variant<Error, text::Problem> what;
};
using TellOfImport = std::function<void(const ImportRemark&)>;

struct Imported {
    struct Article {
        std::u32string subject;
        std::u32string title;
    };
    std::vector<Article> came_in;  ///< in the order of the library
    std::size_t fresh = 0;
    std::size_t replaced = 0;
    std::size_t unchanged = 0;
    std::size_t gone = 0;
    enum class Library { as_before, changed } library{};
};

/// Blocks for as long as it takes. Whatever the fault, the library is as it was: those of reading the folder and of the
/// store, nothing_to_take, source_gone.
[[nodiscard]] Result<Imported> import_articles(const Import& order, const TellOfImport& tell);

}  // namespace tingdu::runtime
