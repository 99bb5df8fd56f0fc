#include "kiosk/text/formats/html_article.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "kiosk/text/byline.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/furniture.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

/// What the text in an element amounts to, itself and all in it.
struct Weight {
    std::uint32_t characters{};  ///< blanks aside
    std::uint32_t linked{};      ///< of these, in links
    std::uint32_t prose{};       ///< of these, in runs that read as sentences of an article
    std::uint32_t links{};
    std::uint32_t titles{};  ///< h1

    [[nodiscard]] std::uint32_t unlinked() const { return characters - linked; }
};

bool reads_as_prose(View text) {
    constexpr std::size_t shortest = 15;
    if (text.size() < shortest || text.find_first_of(U"，。；！？、：,.;!?") == View::npos) return false;
    return furniture_of(tidied(text.substr(0, 400))) == Furniture::none;
}

/// What each run of text outside the furniture amounts to. It takes long, so it is done once.
std::vector<Weight> weigh_runs(const HtmlTree& tree, const std::vector<bool>& furniture) {
    std::vector<Weight> weights(tree.nodes.size());
    std::uint32_t link_end = 0;
    for (std::uint32_t i = 0; i < tree.nodes.size(); i = furniture[i] ? tree.nodes[i].end : i + 1) {
        if (furniture[i]) continue;
        const Node& node = tree.nodes[i];
        if (is_link(tree, node)) link_end = std::max(link_end, node.end);
        if (node.tag != Tag::none) continue;
        const View text = tree.text(node);
        Weight& weight = weights[i];
        weight.characters = static_cast<std::uint32_t>(
            std::ranges::count_if(text, [](char32_t c) { return !is_blank(c) && !ends_line(c); }));
        if (i < link_end) {
            weight.linked = weight.characters;
        } else if (weight.characters > 0 && reads_as_prose(text)) {
            weight.prose = weight.characters;
        }
    }
    return weights;
}

/// Gives each element the weight of all in it, and furniture none.
void add_up(const HtmlTree& tree, const std::vector<bool>& furniture, std::vector<Weight>& weights) {
    std::uint32_t furniture_end = 0;
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        if (furniture[i]) furniture_end = std::max(furniture_end, node.end);
        const bool counts = i >= furniture_end;
        if (counts && node.tag == Tag::none) continue;
        weights[i] = {};
        weights[i].links = counts && is_link(tree, node) ? 1 : 0;
        weights[i].titles = counts && node.tag == Tag::h1 ? 1 : 0;
    }
    for (std::size_t i = tree.nodes.size(); i-- > 1;) {
        Weight& parent = weights[tree.nodes[i].parent];
        parent.characters += weights[i].characters;
        parent.linked += weights[i].linked;
        parent.prose += weights[i].prose;
        parent.links += weights[i].links;
        parent.titles += weights[i].titles;
    }
}

/// The words of class and id in small letters: "news-list TopBar" is news, list, top and bar.
std::vector<std::string> names_of(const HtmlTree& tree, const Node& node) {
    constexpr std::size_t enough = 200;
    std::vector<std::string> names;
    for (const Attribute attribute : {Attribute::class_, Attribute::id}) {
        std::string value;
        bool after_small = false;
        for (const char32_t c : tree.value(node, attribute).substr(0, enough)) {
            const bool is_capital = c >= U'A' && c <= U'Z';
            if (is_capital && after_small) value += '-';
            after_small = c >= U'a' && c <= U'z';
            value += lower_ascii(View(&c, 1));
        }
        for (std::size_t begin = value.find_first_not_of(" \t\n-_"); begin != std::string::npos;) {
            const std::size_t end = std::min(value.find_first_of(" \t\n-_", begin), value.size());
            names.push_back(value.substr(begin, end - begin));
            begin = value.find_first_not_of(" \t\n-_", end);
        }
    }
    return names;
}

bool is_any(std::string_view name, const auto& words) {
    return std::ranges::find(words, name) != words.end();
}

bool is_hidden(const HtmlTree& tree, const Node& node) {
    if (tree.has(node, Attribute::hidden) || tree.value(node, Attribute::aria_hidden) == U"true") return true;
    std::string style = lower_ascii(tree.value(node, Attribute::style).substr(0, 1000));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// One of several of a kind, side by side, of which a page shows one at a time: all of them are there to be read.
bool is_leaf_of_tabs(const HtmlTree& tree, std::uint32_t i) {
    const Node& node = tree.nodes[i];
    const View name = tree.value(node, Attribute::class_);
    const View first = name.substr(0, name.find(U' '));
    if (first.empty() || (node.tag != Tag::div && node.tag != Tag::section && node.tag != Tag::li)) return false;
    constexpr int most = 50;  // nobody fills more, and each would be compared with all
    int looked_at = 0;
    for (std::uint32_t other = node.parent + 1; other < tree.nodes[node.parent].end && looked_at < most;
         other = tree.nodes[other].end, ++looked_at) {
        const Node& beside = tree.nodes[other];
        const View theirs = tree.value(beside, Attribute::class_);
        if (other != i && beside.tag == node.tag && theirs.substr(0, theirs.find(U' ')) == first &&
            beside.end - other > 1 && !is_hidden(tree, beside))
            return true;
    }
    return false;
}

bool is_never_read(Tag tag) {
    switch (tag) {
        case Tag::script:
        case Tag::style:
        case Tag::noscript:
        case Tag::template_:
        case Tag::iframe:
        case Tag::svg:
        case Tag::canvas:
        case Tag::audio:
        case Tag::video:
        case Tag::object:
        case Tag::button:
        case Tag::select:
        case Tag::option:
        case Tag::textarea:
        case Tag::input:
        case Tag::noframes:
        case Tag::xmp:
        case Tag::head:
        case Tag::title:
        case Tag::rt:
        case Tag::rp:
        case Tag::nav:
        case Tag::dialog:
        case Tag::menu:
        case Tag::del:  // "工本费<s>20元</s>10元": a voice cannot strike out
            return true;
        default:
            return false;
    }
}

bool has_role_of_site(const HtmlTree& tree, const Node& node) {
    constexpr std::array<View, 7> roles = {U"navigation", U"banner",  U"contentinfo", U"search",
                                           U"menu",       U"menubar", U"dialog"};
    return std::ranges::find(roles, tree.value(node, Attribute::role)) != roles.end();
}

/// Names that pages give to what is around an article. A name alone proves nothing: it must also look the part.
constexpr std::array<std::string_view, 27> furniture_names = {
    "navigation", "menu",     "crumb",    "crumbs", "bdsharebuttonbox", "foot",  "related", "recommend", "toolbar",
    "pagination", "pager",    "prev",     "topbar", "search",           "login", "wza",     "print",     "qrcode",
    "ewm",        "position", "location", "tools",  "friend",           "links", "banner",  "logo",      "hot"};

/// And those that stand for the edge of a page, alone or with something before or behind them: "topnav", "navList",
/// "footer1", "sharebar". There may be a sentence or two in them.
constexpr std::array<std::string_view, 7> edge_names = {"nav",        "header",    "footer", "sidebar",
                                                        "breadcrumb", "copyright", "share"};

bool is_edge_name(std::string_view name) {
    return std::ranges::any_of(edge_names, [&](std::string_view edge) {
        // "canvas" and "navy" have nothing to do with it.
        return name == edge || (edge.size() > 3 && (name.starts_with(edge) || name.ends_with(edge))) ||
               name == "topnav" || name == "subnav" || name == "mainnav" || name == "leftnav" || name == "navbar" ||
               name == "navlist" || name == "navbox";
    });
}

/// What of these may stand within an article and is still none of it. Its header, its foot, its place are its own.
constexpr std::array<std::string_view, 12> never_of_article = {"nav",   "sidebar",          "breadcrumb", "copyright",
                                                               "share", "bdsharebuttonbox", "related",    "recommend",
                                                               "pager", "pagination",       "print",      "qrcode"};

/// A "header" of a table is its own.
bool is_head_of_table(const HtmlTree& tree, std::uint32_t i) {
    const Node& node = tree.nodes[i];
    if (node.tag != Tag::tr) return node.tag == Tag::thead || node.tag == Tag::th;
    constexpr std::uint32_t far_enough = 3;  // white space may stand before the first cell
    for (std::uint32_t at = i + 1; at < std::min(node.end, i + far_enough); ++at)
        if (tree.nodes[at].tag == Tag::th) return true;
    return false;
}

enum class Named { otherwise, furniture, edge };

Named named(const HtmlTree& tree, const Node& node) {
    // A page as a whole may be "has-header", and what stands over an article is its "article-header".
    constexpr std::array<std::string_view, 12> of_article = {"article", "content", "detail", "news", "main", "post",
                                                             "page",    "entry",   "title",  "has",  "with", "no"};
    if (node.tag == Tag::body || node.tag == Tag::html) return Named::otherwise;
    const auto names = names_of(tree, node);
    const bool is_of_article =
        std::ranges::any_of(names, [&](const std::string& name) { return is_any(name, of_article); });
    if (!is_of_article && std::ranges::any_of(names, is_edge_name)) return Named::edge;
    const auto is_furniture = [](const std::string& name) {
        return is_any(name, furniture_names) || is_edge_name(name);
    };
    return std::ranges::any_of(names, is_furniture) ? Named::furniture : Named::otherwise;
}

/// A line that says when the article was published, or the title itself: what any part of a page must not lose.
bool holds_head(const HtmlTree& tree, std::uint32_t node, View page_title) {
    constexpr std::size_t shortest_title = 5;
    constexpr std::size_t longest_line = 400;
    std::uint32_t link_end = 0;
    for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i) {
        if (tree.nodes[i].tag == Tag::a) link_end = std::max(link_end, tree.nodes[i].end);
        if (tree.nodes[i].tag != Tag::none || i < link_end) continue;
        const std::u32string text = tidied(tree.text(tree.nodes[i]).substr(0, longest_line));
        if (text.size() >= shortest_title && page_title.starts_with(text)) return true;
        if (const auto byline = byline_of(text); byline && byline->certain) return true;
    }
    return false;
}

std::u32string title_of(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i + 1 < tree.nodes.size(); ++i)
        if (tree.nodes[i].tag == Tag::title && i + 1 < tree.nodes[i].end) return tidied(tree.text(tree.nodes[i + 1]));
    return {};
}

/// Names that the publishing systems of public bodies give to the article itself.
constexpr std::array<std::string_view, 16> sure_names = {
    "trs_editor",        "trs_ueditor",        "ucap-content",    "custom_unionstyle", "view_content", "v_news_content",
    "wp_articlecontent", "rich_media_content", "articlebody",     "article-body",      "article_body", "zoom",
    "pages_content",     "news_content",       "article-content", "article_content"};

bool is_surely_article(const HtmlTree& tree, const Node& node) {
    if (node.tag == Tag::article || node.tag == Tag::main || tree.value(node, Attribute::role) == U"main") return true;
    if (lower_ascii(tree.value(node, Attribute::itemprop)) == "articlebody") return true;
    if (is_any(lower_ascii(tree.value(node, Attribute::id)), sure_names)) return true;
    const std::string classes = lower_ascii(tree.value(node, Attribute::class_).substr(0, 200));
    for (std::size_t begin = 0; begin < classes.size();) {
        const std::size_t end = std::min(classes.find(' ', begin), classes.size());
        if (is_any(std::string_view(classes).substr(begin, end - begin), sure_names)) return true;
        begin = end + 1;
    }
    return false;
}

/// Mostly links, or hardly anything at all, and no sentence.
bool looks_like_furniture(const Weight& weight) {
    constexpr std::size_t hardly_anything = 60;
    return weight.prose == 0 && weight.titles == 0 &&
           (weight.linked * 2 >= weight.characters || weight.characters <= hardly_anything);
}

/// Many short links and nothing else.
bool is_menu(const Weight& weight) {
    constexpr std::size_t many = 3;
    constexpr std::size_t longest_entry = 12;
    return weight.links >= many && weight.prose == 0 && weight.linked * 10 >= weight.characters * 9 &&
           weight.linked <= weight.links * longest_entry;
}

/// Of the elements that say they are the article the innermost with nearly all that any of them holds, or what is
/// around it and hardly larger; 0 for none.
std::uint32_t sure_article(const HtmlTree& tree, const std::vector<Weight>& weights) {
    std::uint32_t most = 0;
    std::vector<std::uint32_t> sure;
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
        if (weights[i].prose == 0 || !is_surely_article(tree, tree.nodes[i])) continue;
        sure.push_back(i);
        most = std::max(most, weights[i].prose);
    }
    std::uint32_t best = 0;
    for (const std::uint32_t i : sure) {
        const bool beside_best = best != 0 && i >= tree.nodes[best].end;
        const bool hardly_smaller = best != 0 && !beside_best && tree.nodes[best].tag != Tag::main &&
                                    weights[best].characters * 4 <= weights[i].characters * 5;
        if (weights[i].prose * 10 >= most * 9 && !hardly_smaller) best = i;
    }
    return best;
}

std::vector<bool> never_read(const HtmlTree& tree) {
    std::vector<bool> furniture(tree.nodes.size());
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        // What surely is the article is hidden only until a script of the page has fetched all of it.
        furniture[i] = node.tag != Tag::none &&
                       (is_never_read(node.tag) || has_role_of_site(tree, node) ||
                        (is_hidden(tree, node) && !is_surely_article(tree, node) && !is_leaf_of_tabs(tree, i)));
    }
    return furniture;
}

/// Adds what depends on what the elements hold.
void find_furniture(const HtmlTree& tree, const std::vector<Weight>& weights, std::vector<bool>& furniture) {
    constexpr std::size_t enough_to_read = 20;
    const bool has_prose = weights[0].prose >= enough_to_read;

    // A header may hold the title, a "menu" the whole page.
    const std::u32string page_title = title_of(tree);
    std::uint32_t article_end = 0;
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        if (node.tag == Tag::none || furniture[i] || furniture[node.parent]) {
            furniture[i] = furniture[i] || furniture[node.parent];
            continue;
        }
        const Weight& weight = weights[i];
        const Named name = is_head_of_table(tree, i) ? Named::otherwise : named(tree, node);
        // Within the article only what is plainly not of it goes; all of a page may stand in its <main>.
        if (is_surely_article(tree, node) && node.tag != Tag::main) article_end = std::max(article_end, node.end);
        if (i < article_end) {
            furniture[i] = looks_like_furniture(weight) && !holds_head(tree, i, page_title) &&
                           std::ranges::any_of(names_of(tree, node),
                                               [](const std::string& each) { return is_any(each, never_of_article); });
            continue;
        }
        const bool is_edge =
            name == Named::edge || node.tag == Tag::header || node.tag == Tag::footer || node.tag == Tag::aside;
        // A heading that is not the only one may be the site's name.
        const bool may_go = weight.titles == 0 || (is_edge && weight.titles < weights[0].titles);
        const bool is_small = weight.prose * 2 < weights[0].prose;
        furniture[i] =
            (((is_edge && may_go && is_small) || (name != Named::otherwise && looks_like_furniture(weight))) &&
             !holds_head(tree, i, page_title)) ||
            (has_prose && is_menu(weight));
    }
}

bool names_a_file(View text) {
    constexpr std::array<View, 8> endings = {U".doc", U".docx", U".pdf", U".xls", U".xlsx", U".wps", U".zip", U".rar"};
    return text.find(U"附件") != View::npos || text.find(U"附表") != View::npos ||
           std::ranges::any_of(endings, [&](View ending) { return text.ends_with(ending); });
}

/// A part of the page with hardly anything but links to elsewhere: what else there is to read, not what the article
/// brings with it.
bool leads_elsewhere(const HtmlTree& tree, std::uint32_t node, const Weight& weight) {
    constexpr std::size_t several = 2;
    const Tag tag = tree.nodes[node].tag;
    const bool is_part = tag == Tag::div || tag == Tag::section || tag == Tag::td || tag == Tag::other_block ||
                         tag == Tag::form || tag == Tag::dl || tag == Tag::center;
    if (!is_part || weight.links < several || weight.prose > 0 || weight.titles > 0 ||
        weight.linked * 10 < weight.characters * 7)
        return false;
    for (std::uint32_t i = node; i < tree.nodes[node].end; ++i)
        if (tree.nodes[i].tag == Tag::none && names_a_file(tidied(tree.text(tree.nodes[i]).substr(0, 200))))
            return false;
    return true;
}

std::uint32_t article_node(const HtmlTree& tree, const std::vector<Weight>& weights, std::vector<bool>& furniture) {
    const std::size_t all_prose = weights[0].prose;
    if (all_prose == 0) return 0;

    // It may hold less prose than all that is around it and still be what most of the page is.
    if (const std::uint32_t sure = sure_article(tree, weights);
        sure != 0 && (weights[sure].prose * 2 >= all_prose || weights[sure].unlinked() * 2 >= weights[0].unlinked()))
        return sure;
    // Else the innermost element with every sentence of the page in it; headings, captions and what else is short may
    // stand beside it.
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
        if (weights[i].prose == all_prose && tree.nodes[i].tag != Tag::none) best = i;
    }
    Weight dropped;
    while (best != 0) {
        const std::uint32_t parent = tree.nodes[best].parent;
        const bool is_of_blocks = tree.nodes[best].tag != Tag::p && tree.nodes[best].tag != Tag::other_inline;
        std::vector<std::uint32_t> elsewhere;
        for (std::uint32_t i = parent + 1; is_of_blocks && i < tree.nodes[parent].end; i = tree.nodes[i].end) {
            if (i == best || furniture[i] || !leads_elsewhere(tree, i, weights[i])) continue;
            elsewhere.push_back(i);
            dropped.characters += weights[i].characters;
            dropped.linked += weights[i].linked;
        }
        constexpr std::size_t a_little = 200;
        constexpr std::size_t few_links = 40;
        const std::size_t own = weights[best].unlinked();
        if (weights[parent].unlinked() - dropped.unlinked() > own + own / 3 + a_little ||
            weights[parent].linked - dropped.linked > weights[best].linked + few_links)
            break;
        for (const std::uint32_t each : elsewhere) furniture[each] = true;
        best = parent;
    }
    return best;
}

}  // namespace

HtmlArticle find_article(const HtmlTree& tree) {
    HtmlArticle found{never_read(tree), false, 0};
    std::vector<Weight> weights = weigh_runs(tree, found.furniture);
    add_up(tree, found.furniture, weights);
    find_furniture(tree, weights, found.furniture);
    add_up(tree, found.furniture, weights);
    constexpr std::uint32_t many = 5;
    const Weight& all = weights[0];
    found.is_only_links = all.prose == 0 && all.links >= many && all.linked * 2 >= all.characters;
    found.node = article_node(tree, weights, found.furniture);
    return found;
}

}  // namespace tingdu::text
