// Where on a page the article is: what every reader of it would skip, and the element that holds the rest.
// It judges the tree by names, classes and the weight of prose; it takes nothing out of it.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/text/formats/html_tree.h"

namespace tingdu::text {

struct HtmlArticle {
    /// For each node of the tree whether it, with all in it, is not part of any article: scripts, menus, head and foot
    /// of the site, hidden elements.
    std::vector<bool> furniture;
    bool is_only_links{};  ///< the page leads to others and says nothing by itself
    std::uint32_t node{};  ///< the one that holds all of the article and the least besides
};

[[nodiscard]] HtmlArticle find_article(const HtmlTree& tree);

}  // namespace tingdu::text
