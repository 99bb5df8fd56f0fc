// What somebody who has filled a stick should know of one of its files, as a value: why it is left out, what was
// mended, what may be misread. The words for it are chosen elsewhere.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/mandarin/local_readings.h"
#include "kiosk/prepare/findings.h"
#include "kiosk/text/article.h"

namespace tingdu::prepare {

/// A finding with the sentence that it stands in.
struct InSentence {
    Finding finding;  ///< its range is within the sentence
    std::u32string sentence;
};

struct Remark {
    std::string file;    ///< its path, UTF-8
    std::size_t line{};  ///< from 1; 0 for the file as a whole
    std::variant<Error, text::Problem, mandarin::Remark, InSentence> what;
};

/// The worse, the lower: a file that is left out, what cannot be shown or said, pictures, what was mended, what may be
/// misread.
[[nodiscard]] int gravity(const Remark& remark);

/// All there is to know of an article that can be read; `characters` are its file's, for the numbers of its lines, and
/// none where it has no lines.
[[nodiscard]] std::vector<Remark> look_over(const std::string& file, std::u32string characters,
                                            const text::OpenedArticle& opened, const mandarin::Knowledge& knowledge,
                                            const Showable& showable);

}  // namespace tingdu::prepare
