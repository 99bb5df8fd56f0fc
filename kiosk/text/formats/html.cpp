#include "kiosk/text/formats/html.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/byline.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/html_article.h"
#include "kiosk/text/formats/html_tree.h"
#include "kiosk/text/formats/raised.h"
#include "kiosk/text/formats/table.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

bool breaks_lines(Tag tag) {
    switch (tag) {
        case Tag::none:
        case Tag::other_inline:
        case Tag::a:
        case Tag::img:
        case Tag::wbr:
        case Tag::input:
        case Tag::meta:
        case Tag::link:
        case Tag::param:
        case Tag::source:
        case Tag::del:
        case Tag::strong:
        case Tag::sup:
            return false;
        default:
            return true;
    }
}

constexpr std::size_t longest_sign = 2;
constexpr std::u32string_view bullet = U"•";

class HtmlReading {
  public:
    explicit HtmlReading(std::string_view source) : tree_(parse_html(source, draft_)) {
        HtmlArticle found = find_article(tree_);
        furniture_ = std::move(found.furniture);
        article_ = found.node;
        if (found.is_only_links) draft_.report(Problem::Kind::only_links, 0);
        find_notes();
    }

    Draft read() {
        read_head();
        walk(article_, BlockKind::paragraph);
        end_block(BlockKind::paragraph);
        return std::move(draft_);
    }

  private:
    [[nodiscard]] const Node& node(std::uint32_t i) const { return tree_.nodes[i]; }

    /// Of a run of text, as it is shown.
    [[nodiscard]] std::u32string run(std::uint32_t i) const {
        const View text = tree_.text(node(i));
        if (text.size() <= longest_sign && stands_for_bullet(i)) return std::u32string(bullet);
        if (node(node(i).parent).tag == Tag::sup)
            if (auto high = raised(tidied(text), character_before(i))) return *std::move(high);
        return text.find_first_of(U"\n\r") == View::npos ? std::u32string(text) : without_line_ends(text);
    }

    /// Word sets its bullets in fonts of signs, where a letter stands for each.
    [[nodiscard]] bool stands_for_bullet(std::uint32_t i) const {
        const Node& around = node(node(i).parent);
        if (around.own.size == 0 || !has_sayable(tree_.text(node(i)))) return false;
        const std::string style = lower_ascii(tree_.value(around, Attribute::style).substr(0, 200));
        return style.find("wingdings") != std::string::npos || style.find("font-family:symbol") != std::string::npos;
    }

    [[nodiscard]] char32_t character_before(std::uint32_t i) const {
        while (--i > 0) {
            if (breaks_lines(node(i).tag)) return U' ';
            if (const View text = tree_.text(node(i)); !text.empty()) return text.back();
        }
        return U' ';
    }

    /// The text inside a node, furniture aside; a little more than `most` characters at most.
    [[nodiscard]] std::u32string text_in(std::uint32_t i, std::size_t most = std::u32string::npos) const {
        std::u32string text;
        std::uint32_t link_before = 0;
        for (std::uint32_t j = i; j < node(i).end && text.size() <= most;) {
            if (furniture_[j] && node(j).tag != Tag::head) {
                j = node(j).end;
                continue;
            }
            if (node(j).tag == Tag::a) parting_from_link(link_before, j, text);
            if (node(j).tag == Tag::a) link_before = j;
            if (node(j).tag == Tag::none) {
                const View raw = tree_.text(node(j));
                text.append(raw.size() > most ? std::u32string(raw.substr(0, most)) : run(j));
                if (j >= node(link_before).end) link_before = 0;
            } else if (breaks_lines(node(j).tag)) {
                text.push_back(node(j).tag == Tag::br ? U'\n' : U' ');
            }
            ++j;
        }
        return tidied(without_line_ends(text));
    }

    /// Two links side by side are two words of a menu, unless both lead to the same.
    void parting_from_link(std::uint32_t before, std::uint32_t i, std::u32string& text) const {
        if (before == 0 || i < node(before).end) return;
        const View to = tree_.value(node(i), Attribute::href);
        const bool leads_nowhere = to.empty() || to == U"#";
        if (leads_nowhere || to != tree_.value(node(before), Attribute::href)) text.push_back(U' ');
    }

    // ---- what the page says about itself

    void read_head() {
        std::u32string page_title;
        std::u32string shared_title;
        for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
            if (node(i).tag == Tag::title && page_title.empty() && node(node(i).parent).tag != Tag::svg) {
                if (i + 1 < node(i).end) page_title = tidied(tree_.text(node(i + 1)));
            } else if (node(i).tag == Tag::meta) {
                read_meta(node(i), shared_title);
            }
        }
        read_head_of_account();
        if (names_nothing(without_site(page_title))) page_title.clear();
        if (draft_.title.empty()) draft_.title = heading_title(page_title);
        if (draft_.title.empty()) draft_.title = shared_title;
        if (draft_.title.empty()) draft_.title = title_above_text(page_title);
        if (draft_.title.empty()) {
            // Many a site calls all its pages by its own name.
            std::u32string title = without_site(page_title);
            (names_a_site(title) ? draft_.title_if_none : draft_.title) = std::move(title);
        }
        draft_.site = site_in(page_title);
        read_bylines_before_article();
    }

    /// Articles of WeChat's accounts have their line of head in pieces, each with a name of its own.
    void read_head_of_account() {
        for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
            const View id = tree_.value(node(i), Attribute::id);
            if (id == U"publish_time" && !draft_.date) {
                const std::u32string text = text_in(i, 40);
                if (const DateAt date = date_at(text); date.size > 0) draft_.date = date.date;
            } else if (id == U"js_name" && draft_.source.empty()) {
                draft_.source = text_in(i, 40);
            } else if (id == U"meta_content") {
                furniture_[i] = true;
            }
        }
    }

    void read_meta(const Node& meta, std::u32string& shared_title) {
        std::string name = lower_ascii(tree_.value(meta, Attribute::name));
        if (name.empty()) name = lower_ascii(tree_.value(meta, Attribute::property));
        std::u32string content = tidied(tree_.value(meta, Attribute::content));
        if (content.empty()) return;
        if (name == "articletitle") {
            draft_.title = std::move(content);
        } else if (name == "og:title") {
            shared_title = std::move(content);
        } else if (name == "contentsource" || name == "source") {
            if (draft_.source.empty()) draft_.source = std::move(content);
        } else if (name == "pubdate" || name == "publishdate" || name == "article:published_time") {
            const DateAt date = date_at(content);
            if (date.size > 0 && !draft_.date) draft_.date = date.date;
        }
    }

    /// The h1 that the page's title begins with, else the one in the article, else the only one.
    [[nodiscard]] std::u32string heading_title(View page_title) const {
        std::u32string inside;
        std::u32string only;
        std::size_t count = 0;
        for (std::uint32_t i = 0; i < tree_.nodes.size();) {
            if (furniture_[i] && node(i).tag != Tag::head) {
                i = node(i).end;
                continue;
            }
            if (node(i).tag == Tag::h1) {
                std::u32string text = text_in(i);
                if (has_sayable(text) && (page_title.starts_with(text) || !is_linked(i))) {
                    if (page_title.starts_with(text)) return text;
                    if (inside.empty() && i > article_ && i < node(article_).end) inside = text;
                    only = std::move(text);
                    ++count;
                }
            }
            ++i;
        }
        // Without a title of its own a page may begin with one that is no heading.
        if (!inside.empty() && page_title.empty() && !begins_with_heading()) return {};
        if (!inside.empty() || count != 1) return inside;
        // One h1 for the name of the site is common; the page's title then says so.
        return page_title.ends_with(only) ? std::u32string() : only;
    }

    /// A site's name leads to its first page.
    [[nodiscard]] bool is_linked(std::uint32_t i) const {
        for (std::uint32_t j = i + 1; j < node(i).end; ++j) {
            if (node(j).tag == Tag::a) return true;
            if (node(j).tag == Tag::none && has_sayable(tree_.text(node(j)))) return false;
        }
        return false;
    }

    [[nodiscard]] bool begins_with_heading() const {
        for (std::uint32_t i = article_ + 1; i < node(article_).end; ++i) {
            if (furniture_[i]) {
                i = node(i).end - 1;
                continue;
            }
            if (is_heading(node(i).tag)) return true;
            if (node(i).tag == Tag::none && has_sayable(tree_.text(node(i)))) return false;
        }
        return false;
    }

    /// A line before the first sentence of the article that the page's title begins or ends with, the nearest to it:
    /// what is at the top of a page may be the site's name.
    std::u32string title_above_text(View page_title) {
        constexpr std::size_t shortest = 4;
        constexpr std::size_t longest = 120;
        constexpr std::uint32_t most_nodes = 40;
        constexpr int most_lines = 1000;
        if (page_title.empty()) return {};
        std::uint32_t nearest_at = 0;
        std::u32string nearest;
        int lines = 0;
        for (std::uint32_t i = 1; i < node(article_).end && lines < most_lines; ++i) {
            if (furniture_[i] || node(i).tag == Tag::a) {
                i = node(i).end - 1;
                continue;
            }
            const bool may_be_line = (breaks_lines(node(i).tag) && node(i).end - i < most_nodes) ||
                                     (node(i).tag == Tag::none && tree_.text(node(i)).size() <= longest);
            if (!may_be_line) {
                if (node(i).tag == Tag::none && i > article_) break;
                continue;
            }
            ++lines;
            std::u32string line = text_in(i, longest);
            const bool has_sentence = line.find(U'。') != View::npos;
            if (has_sentence && i > article_ && node(i).tag == Tag::none) break;
            const bool is_of_title = !has_sentence && line.size() >= shortest &&
                                     (page_title.starts_with(line) || page_title.ends_with(line));
            if (!is_of_title) continue;
            if (nearest_at != 0 && line != nearest) furniture_[nearest_at] = true;
            nearest_at = i;
            nearest = std::move(line);
        }
        return nearest;
    }

    /// "云溪区人民政府门户网站", which says nothing of the article.
    [[nodiscard]] static bool names_a_site(View title) {
        constexpr std::array<View, 9> endings = {U"网",   U"网站",   U"政府",   U"首页", U"门户",
                                                 U"平台", U"公众号", U"委员会", U"局"};
        constexpr View says_something = U"的";
        return title.find(U"关于") == View::npos && title.find(says_something) == View::npos &&
               std::ranges::any_of(endings, [&](View ending) { return title.ends_with(ending); });
    }

    /// "停水通知_某某区人民政府" without what follows the bar.
    [[nodiscard]] static std::u32string without_site(std::u32string title) {
        for (const View bar :
             {View(U"_"), View(U"|"), View(U"｜"), View(U" - "), View(U" – "), View(U" — "), View(U"-")}) {
            const std::size_t at = title.rfind(bar);
            if (at == View::npos || at == 0) continue;
            const View site = View(title).substr(at + bar.size());
            const bool plain_dash = bar == U"-";
            if (plain_dash && site.find_first_of(U"网府局站户") == View::npos) continue;
            const std::size_t first = plain_dash ? at : title.find(bar);
            title.erase(first);
            break;
        }
        return tidied(title);
    }

    /// What programs and columns call each of their pages.
    [[nodiscard]] static bool names_nothing(View title) {
        constexpr std::array<View, 26> names = {U"无标题文档", U"Untitled", U"Untitled Document",
                                                U"新建网页",   U"关于",     U"通知公告",
                                                U"公示公告",   U"公告公示", U"公告",
                                                U"通知",       U"公示",     U"来信查看",
                                                U"信息公开",   U"政务公开", U"工作动态",
                                                U"新闻动态",   U"内容页",   U"详情",
                                                U"详情页",     U"详细内容", U"文章",
                                                U"文章内容",   U"正文",     U"Document",
                                                U"index",      U"政策文件"};
        return std::ranges::find(names, title) != names.end();
    }

    /// "某某区人民政府" of "停水通知_某某区人民政府".
    [[nodiscard]] static std::u32string site_in(const std::u32string& page_title) {
        const std::u32string title = without_site(page_title);
        if (title.empty() || title.size() >= page_title.size()) return {};
        const std::size_t begin = page_title.find_last_of(U"_|｜-–—");
        return begin == View::npos || begin < title.size() ? std::u32string()
                                                           : tidied(View(page_title).substr(begin + 1));
    }

    /// The fullest of them counts, and of several the nearest: lists of other pages have dates, too.
    void read_bylines_before_article() {
        int fullest = 0;
        Byline said;
        for (std::uint32_t i = 0; i < article_;) {
            if (furniture_[i]) {
                i = node(i).end;
                continue;
            }
            constexpr std::uint32_t most_nodes = 60;
            constexpr std::size_t longest_line = 400;
            const bool may_be_line =
                node(i).tag != Tag::none && node(i).end <= article_ && node(i).end - i < most_nodes;
            const auto byline = may_be_line ? byline_of(text_in(i, longest_line)) : std::nullopt;
            if (byline && byline->certain) {
                // A bare day may as well be that of another page, in a list of them.
                const int fullness = (byline->is_labelled ? 2 : 0) + (byline->source.empty() ? 0 : 1);
                if (byline->date && fullness >= fullest) {
                    fullest = fullness;
                    (fullness > 0 ? said.date : draft_.date_if_none) = byline->date;
                }
                if (!byline->source.empty()) said.source = byline->source;
                i = node(i).end;
            } else {
                ++i;
            }
        }
        if (!draft_.date) draft_.date = said.date;
        if (draft_.source.empty()) draft_.source = std::move(said.source);
    }

    // ---- the article, block by block

    void end_block(BlockKind kind) {
        std::u32string text = tidied(without_line_ends(line_));
        line_.clear();
        if (!text.empty()) {
            text.insert(0, std::exchange(number_, {}));
            draft_.pieces.push_back({kind, std::move(text), std::nullopt, line_leads_elsewhere_});
        }
        line_leads_elsewhere_ = true;
        link_ = 0;
        for (const std::uint32_t image : std::exchange(images_, {})) put_image(image);
        for (const std::u32string& note : std::exchange(marked_, {})) draft_.add(BlockKind::note, note);
    }

    /// The recursion is as deep as the tree, which is bounded.
    void walk(std::uint32_t i, BlockKind kind) {
        if (const auto note = notes_.find(i); note != notes_.end()) marked_.push_back(note->second);
        if (furniture_[i]) return;
        const Tag tag = node(i).tag;
        switch (tag) {
            case Tag::none:
                return add_text(i);
            case Tag::a:
                parting_from_link(link_, i, line_);
                link_ = i;
                break;
            case Tag::br:
                return end_line(kind);
            case Tag::img:
                return add_image(i);
            case Tag::table:
                if (is_table_of_cells(i)) {
                    end_block(kind);
                    return add_cells(i);
                }
                break;
            case Tag::pre: {
                end_block(kind);
                preformatted_end_ = node(i).end;
                break;
            }
            default:
                break;
        }
        const bool breaks = breaks_lines(tag);
        if (breaks) end_block(kind);
        BlockKind inner = kind;
        if (is_heading(tag)) inner = BlockKind::heading;
        if (tag == Tag::li || tag == Tag::dd) inner = BlockKind::list_item;
        if (tag == Tag::figcaption || tag == Tag::caption) inner = BlockKind::caption;
        if (tag == Tag::li) number_item(i);
        for (std::uint32_t child = i + 1; child < node(i).end; child = node(child).end) walk(child, inner);
        if (breaks) end_block(inner);
    }

    void add_text(std::uint32_t i) {
        if (i >= preformatted_end_) {
            const std::u32string text = run(i);
            if (has_sayable(text) && !(link_ != 0 && i < node(link_).end && leads_elsewhere(link_)))
                line_leads_elsewhere_ = false;
            if (i >= node(link_).end && !tidied(text).empty()) link_ = 0;
            line_.append(text);
            return;
        }
        line_leads_elsewhere_ = false;
        const View text = tree_.text(node(i));
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find(U'\n', begin), text.size());
            line_.append(text.substr(begin, end - begin));
            if (end < text.size()) end_block(BlockKind::paragraph);
            begin = end + 1;
        }
    }

    /// Not to what the article brings with it, nor to a telephone.
    [[nodiscard]] bool leads_elsewhere(std::uint32_t link) const {
        const View to = tree_.value(node(link), Attribute::href);
        return is_link(tree_, node(link)) && !to.starts_with(U"tel:") && !to.starts_with(U"mailto:");
    }

    /// A <br> in running text begins a new paragraph, as nearly every page means it; a heading or caption is one line.
    void end_line(BlockKind kind) {
        if (kind == BlockKind::heading || kind == BlockKind::caption) {
            line_.push_back(U'\n');
        } else {
            end_block(kind);
        }
    }

    /// An image in running text stands under its block.
    void add_image(std::uint32_t i) {
        if (tidied(line_).empty()) {
            put_image(i);
        } else {
            images_.push_back(i);
        }
    }

    /// One without a place has nothing to show, and a drawing in its place only says that it would come later.
    void put_image(std::uint32_t i) {
        const auto [picture, description] = picture_of(i);
        const bool is_stand_in = picture.name.empty() || picture.name.starts_with("data:image/svg");
        if (is_stand_in && !has_sayable(description)) return;
        draft_.add_picture(picture, description);
    }

    /// Where a page would fetch a picture only when it is scrolled to, its path stands apart.
    [[nodiscard]] std::pair<Picture, std::u32string> picture_of(std::uint32_t i) const {
        View path = tree_.value(node(i), Attribute::src);
        const View later = tree_.value(node(i), Attribute::data_src);
        if (path.empty() || (path.starts_with(U"data:") && !later.empty())) path = later;
        const View alt = tree_.value(node(i), Attribute::alt);
        return {picture_at(to_utf8(path)),
                std::u32string(tidied(alt).empty() ? tree_.value(node(i), Attribute::title) : alt)};
    }

    /// The number that a browser would draw; in a list within a list of numbers in brackets, for ears hear no margin.
    void number_item(std::uint32_t i) {
        const std::uint32_t list = node(i).parent;
        if (node(list).tag != Tag::ol) return;
        constexpr std::size_t most = 100000;
        const auto [next, is_first] =
            next_number_.try_emplace(list, number_or(tree_.value(node(list), Attribute::start), 1, most));
        const std::size_t number = next->second++;
        const View type = tree_.value(node(list), Attribute::type);
        const bool has_letters = (type == U"a" || type == U"A") && number >= 1 && number <= 26;
        if (has_letters) {
            number_ = std::u32string(1, type[0] + static_cast<char32_t>(number - 1)) + U". ";
            return;
        }
        const bool is_inner =
            node(node(list).parent).tag == Tag::li && node(node(node(list).parent).parent).tag == Tag::ol;
        const std::u32string digits = from_utf8(std::to_string(number));
        number_ = is_inner ? U"（" + digits + U"）" : digits + U". ";
    }

    // ---- notes

    /// Marks that lead to a note below, and what leads back from there, are for hands. A voice reads the note after
    /// what it is about.
    void find_notes() {
        std::unordered_map<View, std::uint32_t> named;
        std::vector<std::uint32_t> marks;
        for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
            if (node(i).tag == Tag::a && is_note_mark(i)) marks.push_back(i);
        }
        if (marks.empty()) return;
        for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
            for (const Attribute attribute : {Attribute::id, Attribute::name})
                if (const View name = tree_.value(node(i), attribute); !name.empty()) named.emplace(name, i);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> leading;
        std::vector<bool> leads_back(tree_.nodes.size());
        for (const std::uint32_t mark : marks) {
            const auto target = named.find(anchor_of(mark));
            if (target == named.end()) continue;
            if (target->second <= mark) {
                leads_back[mark] = true;
            } else if (const std::uint32_t note = note_around(target->second); note != 0 && mark < note) {
                leading.emplace_back(mark, note);
            }
        }
        for (const auto& [mark, note] : leading) {
            const bool is_note = std::any_of(leads_back.begin() + note, leads_back.begin() + node(note).end,
                                             [](bool leads) { return leads; });
            if (!is_note && !stands_high(mark)) continue;
            furniture_[mark] = true;
            for (std::uint32_t i = note; i < node(note).end; ++i) furniture_[i] = furniture_[i] || leads_back[i];
            notes_.emplace(mark, text_of_note(note));
        }
        for (const auto& [mark, note] : leading)
            if (notes_.contains(mark)) furniture_[note] = true;
    }

    /// A number, alone or in brackets, a star, or an arrow back.
    [[nodiscard]] bool is_note_mark(std::uint32_t i) const {
        constexpr std::size_t longest = 6;
        if (tree_.value(node(i), Attribute::href).find(U'#') == View::npos) return false;
        const std::u32string text = text_in(i, longest);
        return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char32_t c) {
            return is_digit(c) || is_one_of(c, U"[]［］〔〕【】()（）注*＊†‡^↑↩⏎\uFE0E ") || (c >= U'①' && c <= U'⑳');
        });
    }

    [[nodiscard]] View anchor_of(std::uint32_t i) const {
        const View href = tree_.value(node(i), Attribute::href);
        return href.substr(href.find(U'#') + 1);
    }

    [[nodiscard]] bool stands_high(std::uint32_t i) const {
        for (const std::uint32_t at : {node(i).parent, i + 1 < node(i).end ? i + 1 : i})
            if (node(at).tag == Tag::sup) return true;
        return false;
    }

    /// The block that the target of a mark is or stands in; 0 where that is no note.
    [[nodiscard]] std::uint32_t note_around(std::uint32_t target) const {
        constexpr std::uint32_t most_nodes = 200;
        while (target != 0 && !breaks_lines(node(target).tag)) target = node(target).parent;
        const Tag tag = node(target).tag;
        const bool may_be =
            tag == Tag::li || tag == Tag::p || tag == Tag::div || tag == Tag::dd || tag == Tag::td || tag == Tag::aside;
        return may_be && node(target).end - target <= most_nodes ? target : 0;
    }

    [[nodiscard]] std::u32string text_of_note(std::uint32_t note) const {
        std::u32string text = text_in(note);
        std::size_t begin = 0;
        while (begin < text.size() && (is_digit(text[begin]) || is_one_of(text[begin], U"[]［］()（）.、^ "))) ++begin;
        const bool has_number = begin > 0 && text.substr(0, begin).find_first_of(U"])）.、］^") != View::npos;
        if (has_number) text.erase(0, begin);
        while (!text.empty() && is_one_of(text.back(), U"↩↑^⏎\uFE0E ")) text.pop_back();
        if (!has_sayable(text)) return {};
        const bool is_named = text.starts_with(U"注：") || text.starts_with(U"Note");
        return is_named ? text : (std::ranges::any_of(text, is_hanzi) ? U"注：" : U"Note: ") + text;
    }

    // ---- tables

    /// Columns of short cells; what holds a table again, or long text, or one column only, just places things on the
    /// page.
    [[nodiscard]] bool is_table_of_cells(std::uint32_t table) const {
        constexpr std::size_t longest_cell = 300;
        std::size_t cells = 0;
        std::size_t most_cells = 0;
        std::size_t size = 0;
        for (std::uint32_t i = table + 1; i < node(table).end; ++i) {
            const Tag tag = node(i).tag;
            if (tag == Tag::table) return false;
            if (tag == Tag::tr) cells = 0;
            if (tag == Tag::td || tag == Tag::th) {
                most_cells = std::max(most_cells, ++cells);
                size = 0;
            }
            if (tag == Tag::none) size += tree_.text(node(i)).size();
            if (size > longest_cell) return false;
        }
        return most_cells > 1;
    }

    void add_cells(std::uint32_t table) {
        Rows rows;
        bool in_row = false;
        std::uint32_t head_end = 0;
        for (std::uint32_t i = table + 1; i < node(table).end;) {
            const Node& part = node(i);
            if (part.tag == Tag::thead) head_end = part.end;
            if (part.tag == Tag::tr) in_row = false;
            if (part.tag == Tag::caption) draft_.add(BlockKind::caption, text_in(i));
            // Text between cells stands above the table, where browsers put it.
            if (part.tag == Tag::none) draft_.add(BlockKind::paragraph, tree_.text(part));
            if (part.tag == Tag::td || part.tag == Tag::th) {
                if (!in_row) {
                    const std::size_t probably = rows.empty() ? 0 : rows.back().cells.size();
                    rows.push_back({{}, true});
                    rows.back().cells.reserve(probably);
                }
                in_row = true;
                Row& row = rows.back();
                row.names_columns = row.names_columns && (part.tag == Tag::th || i < head_end);
                row.cells.push_back({text_in(i), number_or(tree_.value(part, Attribute::colspan), 1, widest_span),
                                     number_or(tree_.value(part, Attribute::rowspan), 1, widest_span), pictures_in(i),
                                     stands_out(i)});
            }
            const bool whole = part.tag == Tag::td || part.tag == Tag::th || part.tag == Tag::caption || furniture_[i];
            i = whole ? part.end : i + 1;
        }
        if (!is_card_of_record(rows)) add_table(draft_, std::move(rows));
        for (auto note = notes_.lower_bound(table); note != notes_.end() && note->first < node(table).end; ++note)
            draft_.add(BlockKind::note, note->second);
    }

    [[nodiscard]] bool stands_out(std::uint32_t cell) const {
        if (node(cell).tag == Tag::th || is_bold(cell)) return true;
        bool has_text = false;
        for (std::uint32_t i = cell + 1; i < node(cell).end;) {
            if (node(i).tag == Tag::strong || is_bold(i)) {
                has_text = has_text || has_sayable(text_in(i, 20));
                i = node(i).end;
                continue;
            }
            if (has_sayable(tree_.text(node(i)))) return false;
            ++i;
        }
        return has_text;
    }

    [[nodiscard]] bool is_bold(std::uint32_t i) const {
        const std::string style = lower_ascii(tree_.value(node(i), Attribute::style).substr(0, 200));
        return style.find("font-weight:bold") != std::string::npos ||
               style.find("font-weight:700") != std::string::npos;
    }

    /// The card above what an office has published: number in the index, who, when, whether it is in force. What is
    /// known of an article otherwise is taken from it; a letter that somebody sent has its title there.
    bool is_card_of_record(const Rows& rows) {
        constexpr std::array<View, 22> labels = {
            U"索引号",   U"主题分类", U"发文机关", U"发布机构", U"成文日期", U"标题",     U"发文字号", U"发布日期",
            U"有效性",   U"主题词",   U"信息分类", U"公开方式", U"公开范围", U"生成日期", U"文号",     U"关键词",
            U"内容概述", U"组配分类", U"服务对象", U"体裁分类", U"名称",     U"登记号"};
        constexpr std::size_t enough = 3;
        constexpr std::size_t most_rows = 12;
        std::size_t known = 0;
        std::size_t named = 0;
        for (const Row& row : rows) {
            for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) {
                std::u32string label = without_blanks(row.cells[i].text);
                while (!label.empty() && is_one_of(label.back(), U"：:")) label.pop_back();
                ++named;
                known += std::ranges::find(labels, label) != labels.end() ? 1 : 0;
                take_of_record(label, tidied(row.cells[i + 1].text));
            }
        }
        return rows.size() <= most_rows && known >= enough && known * 2 >= named;
    }

    void take_of_record(View label, const std::u32string& value) {
        if (label.ends_with(U"标题") && draft_.title.empty() && has_sayable(value)) draft_.title = value;
        if (label == U"成文日期" || label == U"发布日期" || label == U"生成日期") {
            if (const DateAt date = date_at(value); date.size > 0 && !draft_.date) draft_.date = date.date;
        } else if ((label == U"发文机关" || label == U"发布机构") && draft_.source.empty()) {
            draft_.source = value;
        }
    }

    [[nodiscard]] std::vector<std::pair<Picture, std::u32string>> pictures_in(std::uint32_t cell) const {
        std::vector<std::pair<Picture, std::u32string>> pictures;
        for (std::uint32_t i = cell + 1; i < node(cell).end; i = furniture_[i] ? node(i).end : i + 1)
            if (node(i).tag == Tag::img && !furniture_[i]) pictures.push_back(picture_of(i));
        return pictures;
    }

    Draft draft_;
    HtmlTree tree_;
    std::vector<bool> furniture_;
    std::uint32_t article_ = 0;

    std::u32string line_;                ///< the block so far
    bool line_leads_elsewhere_ = true;   ///< all of it, so far
    std::uint32_t link_ = 0;             ///< the last one in it, and nothing since
    std::u32string number_;              ///< of the item that the next block opens
    std::vector<std::uint32_t> images_;  ///< in the block so far
    std::unordered_map<std::uint32_t, std::size_t> next_number_;
    std::map<std::uint32_t, std::u32string> notes_;  ///< by their marks
    std::vector<std::u32string> marked_;             ///< notes to the block so far
    std::uint32_t preformatted_end_ = 0;
};

}  // namespace

Draft read_html(std::string_view source) {
    return HtmlReading(source).read();
}

}  // namespace tingdu::text
