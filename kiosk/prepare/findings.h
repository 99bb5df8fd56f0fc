// What staff should look at before visitors hear an article: what cannot be shown or said, and what may be misread.
// It names places and reasons as values. It knows neither files nor fonts: which characters can be shown it is told.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/text/article.h"

namespace tingdu::prepare {

struct Finding {
    /// Worst first.
    enum class Kind : std::uint8_t {
        not_shown,  ///< no font has the character
        not_said,   ///< no dictionary reads the Hanzi
        garbled,    ///< hardly a Hanzi that people use: read in the wrong encoding once, and saved so
        no_body,    ///< nothing but a title
        enormous,   ///< takes hours to hear; `as_said` is how many
        surname,    ///< may be a surname of another reading
        polyphone,  ///< one of several readings, by habit alone
        number,     ///< said in one of several ways that a number is said
        mixed,      ///< letters among digits or Hanzi
        script,     ///< text in a script that the kiosk does not read, announced by its name
        skipped,    ///< has no name in Mandarin and is passed over in silence
        unchecked,  ///< from here on an article is too long for more than its characters to be gone through
    };
    Kind kind{};
    TextRange shown;                           ///< in the article's text
    std::u32string as_said;                    ///< for numbers, mixed runs and scripts: the words
    std::vector<mandarin::Syllable> readings;  ///< for Hanzi: as it is read, then as it might be
};

/// Nobody corrects readings beyond this, and to find what may be misread takes a microsecond and more a character.
inline constexpr std::size_t most_gone_through = 200'000;

/// Whether the kiosk's fonts have a character.
using Showable = std::function<bool(char32_t)>;

/// By kind, and in reading order within one. Each character that cannot be shown or said is named once.
[[nodiscard]] std::vector<Finding> findings(const text::Article& article, const mandarin::Knowledge& knowledge,
                                            const Showable& showable);

}  // namespace tingdu::prepare
