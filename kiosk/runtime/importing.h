// Articles from a stick into a library: what can be read comes in with its pictures, what cannot is told of and left
// out, and the library changes at one stroke or not at all. Who asks, and who is told, it does not know.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/library/intake.h"
#include "kiosk/library/provenance.h"
#include "kiosk/mandarin/local_readings.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/runtime/gathering.h"

namespace tingdu::runtime {

struct Import {
    Gathering& from;  ///< the stick
    std::string library;
    library::Way way{};
    enum class Extent {
        whole,
        preview,  ///< all but the last stroke: the library stays as it is
    } extent{};
    std::vector<mandarin::LocalWord> corrections{};  ///< for the place's own list of readings
    library::ReadAs read_as{};                       ///< by which names in the library are sorted
    /// The pack that the files are of, if they are of one: it counts only where none of its name has been taken that is
    /// as new, and what its last one brought and it does not have any more goes.
    std::optional<library::Origin> origin{};
    enum class Age { newer, any } age{};
};

/// Whoever follows an import, on the thread that does it. What is not wanted may be left empty.
struct ImportWatch {
    /// Something of a file, named by its path on the stick, that whoever filled the stick should know: why it was left
    /// out, or what was mended.
    std::function<void(const prepare::Remark&)> remark;
    /// So much of what there is has been gone through; `of` is 0 while files are being found.
    std::function<void(std::size_t done, std::size_t of)> progress;
    /// The place's own readings as they will be, before the first article comes.
    std::function<void(const mandarin::OwnWords&)> readings;
    /// An article comes in; what is remarked of it then stands in place of the mere problems.
    std::function<std::vector<prepare::Remark>(const std::string& file, std::u32string characters,
                                               const text::OpenedArticle& opened)>
        look_over;
    /// Once it is requested, the import fails within a moment.
    std::stop_token stop{};
};

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
    std::size_t refused = 0;  ///< files that are left out
    std::size_t others = 0;   ///< articles in the library before that the stick does not have
    enum class Library { as_before, changed } library{};
};

/// Blocks for as long as it takes. Whatever the fault, the library is as it was: those of reading the folder and of the
/// store, nothing_to_take, source_gone, no_parser, given_up, older_pack.
[[nodiscard]] Result<Imported> import_articles(const Import& order, const mandarin::Lexicon& lexicon,
                                               const ImportWatch& watch);

}  // namespace tingdu::runtime
