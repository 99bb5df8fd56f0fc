// Which lines of a saved page belong to the site and not to the article: menus, the way here, buttons, the foot.
// It looks at one line at a time; where a line stands is `page`'s matter.
#pragma once

#include <string_view>

namespace tingdu::text {

enum class Furniture {
    none,
    contact,  ///< an address or a telephone number: of the site if the foot is around it, of the article otherwise
    site,     ///< a menu, a button, the way here
    foot,     ///< what only stands under an article: 上一篇, 打印本页, 版权所有, a filing number
};

[[nodiscard]] Furniture furniture_of(std::u32string_view line);

}  // namespace tingdu::text
