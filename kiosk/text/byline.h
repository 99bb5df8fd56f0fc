// The line under a title that says when and by whom an article was published, in its many forms.
// It knows dates and labels, nothing of where the line stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/text/article.h"

namespace tingdu::text {

struct Byline {
    std::optional<Date> date;
    std::optional<Date> last_day;  ///< after which it is over, beside when or by whom it was published
    std::u32string source;
    bool is_labelled{};  ///< says of something in it what that is: 来源, 发布时间 …
    bool certain{};      ///< false for what an announcement of an event may also say of itself: a bare 时间 or 日期
};

/// What `line` says, if it says nothing but such things (日期, 来源, 作者, 浏览次数, 字号 …); `line` is tidied.
[[nodiscard]] std::optional<Byline> byline_of(std::u32string_view line);

/// "柳塘镇文化站", and nothing else: who signs a notice, or has put it there. `line` is tidied.
[[nodiscard]] bool names_an_office(std::u32string_view line);

/// A whole date at the start of `text` and how many characters it takes, its time of day included; 0 for none.
struct DateAt {
    Date date;
    std::size_t size{};
};
[[nodiscard]] DateAt date_at(std::u32string_view text);

}  // namespace tingdu::text
