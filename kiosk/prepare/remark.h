// What somebody who has filled a stick should know of one of its files, as a value: why it is left out, what was
// mended, what may be misread. The words for it are chosen elsewhere.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/mandarin/local_readings.h"
#include "kiosk/prepare/correction.h"
#include "kiosk/prepare/findings.h"
#include "kiosk/text/article.h"

namespace tingdu::prepare {

/// A finding with the sentence that it stands in.
struct InSentence {
    Finding finding;  ///< its range is within the sentence
    std::u32string sentence;
    std::vector<Way> ways;  ///< to read the character, if somebody has asked for them
};

/// As much around it as is told at one glance.
[[nodiscard]] std::u32string_view clause_around(const InSentence& found);

/// Another article is called the same.
struct SameTitle {
    std::u32string title;
    std::string other;       ///< its file
    bool is_there_before{};  ///< in the library already, under a name of its own, so that it stays beside this one
};

struct Remark {
    std::string file;    ///< its path, UTF-8
    std::size_t line{};  ///< from 1; 0 for the file as a whole
    std::variant<Error, text::Problem, mandarin::Remark, InSentence, SameTitle> what;
};

/// The worse, the lower: a file that is left out, what cannot be shown or said, a wrong line of the list of readings,
/// titles that are the same, pictures, what was mended, what may be misread.
[[nodiscard]] int gravity(const Remark& remark);

/// All there is to know of an article that can be read; `characters` are its file's, for the numbers of its lines, and
/// none where it has no lines.
[[nodiscard]] std::vector<Remark> look_over(const std::string& file, std::u32string characters,
                                            const text::OpenedArticle& opened, const mandarin::Knowledge& knowledge,
                                            const Showable& showable);

/// The titles of articles that have been met. Files are paths, of which the first folder is the subject.
class Titles {
  public:
    /// An article that is in the library and stays there.
    void is_there(const std::string& file, const std::u32string& title);
    /// The article `file` is called so; a remark where another one that has been met is, whatever its subject, or one
    /// of its subject that is there.
    [[nodiscard]] std::optional<Remark> meet(const std::string& file, const std::u32string& title);

  private:
    std::map<std::u32string, std::string> met_;                            ///< files by title
    std::map<std::pair<std::string, std::u32string>, std::string> there_;  ///< by subject and title
};

}  // namespace tingdu::prepare
