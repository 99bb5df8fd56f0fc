#include "kiosk/text/page.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/text/byline.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/furniture.h"
#include "kiosk/text/line_look.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;
using Pieces = std::vector<Piece>;

// How far down a head may reach, how long its lines are.
constexpr std::size_t longest_head = 60;
constexpr std::size_t longest_title = 80;
/// Where the line below says when it was published, a title may be as long as offices can make it.
constexpr std::size_t longest_title_over_byline = 240;
constexpr std::size_t longest_menu_word = 16;

bool opens_a_list(View text) {
    const Numbering numbering = numbering_of(text);
    return (numbering != Numbering::none && numbering != Numbering::part) || has_menu_mark(text);
}

bool could_head_a_page(const Piece& piece, std::size_t longest = longest_title) {
    const View text = piece.text;
    return (piece.kind == BlockKind::paragraph || piece.kind == BlockKind::heading || piece.kind == BlockKind::title) &&
           text.size() <= longest && has_sayable(text) && !ends_as_statement(text);
}

bool could_be_title(const Piece& piece) {
    return could_head_a_page(piece) && !opens_a_list(piece.text);
}

/// "云政发〔2025〕17号", as a document of an office has it under its title, and who has signed it behind that.
bool is_document_number(View text) {
    constexpr std::size_t longest_number = 30;
    if (const std::size_t signer = text.find(U"签发人"); signer != View::npos) text = text.substr(0, signer);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    const std::size_t open = text.find_first_of(U"〔[［【（(");
    if (text.size() > longest_number || open == View::npos || open == 0 || !text.ends_with(U'号')) return false;
    const View year = text.substr(open + 1, 4);
    View number = text.substr(std::min(open + 6, text.size() - 1));
    number.remove_suffix(1);
    if (number.starts_with(U'第')) number.remove_prefix(1);
    const auto digit_or_blank = [](char32_t c) { return is_digit(c) || is_blank(c); };
    return std::ranges::all_of(year, is_digit) && View(U"〕]］】）)").find(text[open + 5]) != View::npos &&
           !number.empty() && std::ranges::all_of(number, digit_or_blank);
}

/// "地点：三楼" and the like.
bool has_label(View text) {
    constexpr std::size_t longest_label = 8;
    const std::size_t colon = text.find_first_of(U"：:");
    return colon != View::npos && colon <= longest_label;
}

/// "附件1", "附件：" as it stands above the title of what is enclosed.
bool is_mark_of_enclosure(View text) {
    constexpr std::size_t longest_mark = 6;
    if (!text.starts_with(U"附件") || text.size() > longest_mark) return false;
    return std::ranges::all_of(text.substr(2), [](char32_t c) {
        return is_digit(c) || is_blank(c) || View(U"一二三四五六七八九十-—：:").find(c) != View::npos;
    });
}

/// "通 告": what an office calls the kind of what it has written, in letters far apart.
bool names_a_kind(View text) {
    constexpr std::array<View, 18> kinds = {U"通告", U"公告",   U"通知",   U"公示",   U"通报", U"启事",
                                            U"声明", U"决定",   U"倡议书", U"公开信", U"命令", U"会议纪要",
                                            U"纪要", U"告知书", U"通知书", U"海报",   U"简报", U"须知"};
    return std::ranges::find(kinds, without_blanks(text)) != kinds.end();
}

/// "办事指南（2026版）" below the name of an office.
bool names_a_work(View text) {
    constexpr std::array<View, 12> works = {U"指南", U"须知", U"手册", U"公约", U"规定", U"制度",
                                            U"办法", U"简介", U"名单", U"目录", U"章程", U"安排"};
    constexpr std::size_t longest = 16;
    const View name = text.substr(0, text.find_first_of(U"（("));
    return text.size() <= longest && std::ranges::any_of(works, [&](View work) { return name.ends_with(work); });
}

/// "第8期", "（第 3 期）".
bool is_number_of_issue(View text) {
    constexpr std::size_t longest = 12;
    std::u32string dense = without_blanks(text);
    std::erase_if(dense, [](char32_t c) { return is_one_of(c, U"（）()〔〕[]总"); });
    return dense.size() <= longest && dense.starts_with(U'第') && dense.ends_with(U'期');
}

/// "柳塘区人民政府办公室文件", "会 议 纪 要": in red above what an office has written.
bool is_letterhead(View text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return false;
    const std::u32string dense = without_blanks(text);
    return (dense.size() >= 6 && dense.ends_with(U"文件")) || dense.ends_with(U"会议纪要") || dense.ends_with(U"简报");
}

/// What stands at the corner of a document: which copy it is, how secret, how urgent.
bool is_mark_of_document(View text) {
    constexpr std::size_t digits_of_copy = 6;
    constexpr std::array<View, 8> marks = {U"特急", U"加急", U"急件", U"平急", U"机密", U"秘密", U"绝密", U"内部资料"};
    const std::u32string dense = without_blanks(text);
    const View mark = View(dense).substr(0, dense.find(U'★'));
    return (dense.size() == digits_of_copy && std::ranges::all_of(dense, is_digit)) ||
           std::ranges::find(marks, mark) != marks.end();
}

/// A title broken in two: "云溪区教育局 / 关于…", "柳塘镇人民政府 / 通 告", "关于做好… / …的通知", or a Latin sentence
/// that goes on small.
bool goes_on(View above, View below) {
    constexpr View ends_of_offices = U"府局办会院厅委室处部";
    const bool document_above = above.find(U"关于") != View::npos;
    if (below.starts_with(U"关于")) return !document_above && ends_of_offices.find(above.back()) != View::npos;
    if (names_an_office(above) && (names_a_kind(below) || names_a_work(below))) return true;
    const auto names_its_kind = [](View text) { return text.size() > 3 && text[text.size() - 3] == U'的'; };
    return (document_above && !names_its_kind(above) && names_its_kind(below)) ||
           (below[0] >= U'a' && below[0] <= U'z' && is_latin(above.back()));
}

/// Words that make a menu of the lines above a title and its byline. Alone they may as well be a title.
bool is_english_menu_word(View text) {
    constexpr std::array<View, 12> words = {U"Home",    U"Homepage", U"About",  U"About us", U"Contact", U"Contact us",
                                            U"Sitemap", U"Site map", U"Search", U"Menu",     U"Log in",  U"Sign in"};
    return std::ranges::find(words, without_menu_marks(text)) != words.end();
}

bool is_short_entry(View text) {
    return columns(text) <= 2 * longest_menu_word && !ends_as_sentence(text);
}

bool is_subtitle(View text) {
    return text.starts_with(U"——") || text.starts_with(U"—") || text.starts_with(U"（");
}

/// `标题：…` and the like at the head of a plain file.
std::optional<View> labelled_title(View text) {
    for (const View label : {View(U"标题"), View(U"题目"), View(U"標題"), View(U"Title"), View(U"title")}) {
        if (!text.starts_with(label)) continue;
        const std::size_t after = text.find_first_not_of(U' ', label.size());
        if (after == View::npos || (text[after] != U'：' && text[after] != U':')) continue;
        const std::size_t begin = text.find_first_not_of(U' ', after + 1);
        if (begin != View::npos && text.size() - begin <= longest_title * 2) return text.substr(begin);
    }
    return std::nullopt;
}

// ---- the table of contents

/// "一、社保卡办理…………1": what leads from an entry to its page is dots, and nobody turns pages here.
bool is_entry_of_contents(View text) {
    constexpr std::size_t fewest_dots = 4;
    std::size_t end = text.size();
    while (end > 0 && is_digit(text[end - 1])) --end;
    if (end == text.size()) return false;
    while (end > 0 && is_blank(text[end - 1])) --end;
    std::size_t dots = 0;
    for (; end > 0 && is_one_of(text[end - 1], U".…·‥⋯．"); --end) dots += text[end - 1] == U'…' ? 3 : 1;
    return dots >= fewest_dots;
}

void drop_contents(Pieces& pieces) {
    constexpr std::size_t fewest = 2;
    std::vector<bool> goes(pieces.size());
    for (std::size_t begin = 0; begin < pieces.size();) {
        std::size_t end = begin;
        while (end < pieces.size() && is_entry_of_contents(pieces[end].text)) ++end;
        if (end - begin >= fewest) {
            std::fill(goes.begin() + static_cast<std::ptrdiff_t>(begin),
                      goes.begin() + static_cast<std::ptrdiff_t>(end), true);
            if (begin > 0 && without_blanks(pieces[begin - 1].text) == U"目录") goes[begin - 1] = true;
        }
        begin = std::max(end, begin + 1);
    }
    std::size_t at = 0;  // each is asked of once, in order
    std::erase_if(pieces, [&](const Piece&) { return goes[at++]; });
}

// ---- the foot

/// A link on a line of its own, and not to what the article brings with it.
bool is_further_reading(const Piece& piece) {
    constexpr std::array<View, 9> files = {U".doc", U".docx", U".pdf", U".xls", U".xlsx",
                                           U".wps", U".zip",  U".rar", U".ofd"};
    return piece.is_link && piece.text.find(U"附件") == View::npos && piece.text.find(U"附表") == View::npos &&
           std::ranges::none_of(files, [&](View file) { return piece.text.ends_with(file); });
}

/// "编辑：小李 审核：老王", "字号：大 中 小", and nothing that the article could miss.
bool says_who_edited(View text) {
    const auto byline = byline_of(text);
    return byline && byline->is_labelled && byline->certain && !byline->date && byline->source.empty() &&
           !text.starts_with(U"作者") && !text.starts_with(U"记者") && !text.starts_with(U"供稿");
}

/// Everything from the first line of the foot on goes, as far as only the site follows; a sentence or a list of
/// many unknown lines shows that the article goes on.
void drop_foot(Pieces& pieces) {
    constexpr std::size_t longest_gap = 12;
    constexpr std::size_t longest_unknown = 60;
    std::size_t keep = pieces.size();
    bool foot_below = false;
    std::size_t unknown = 0;
    // Where all of a page leads elsewhere, that is what it is about.
    const bool has_prose =
        std::ranges::any_of(pieces, [](const Piece& piece) { return !piece.is_link && ends_as_sentence(piece.text); });
    for (std::size_t i = pieces.size(); i-- > 1;) {
        const Piece& piece = pieces[i];
        const Furniture furniture = furniture_of(piece.text);
        const bool leads_on = has_prose && i + 1 < pieces.size() && i + 1 == keep && foot_below &&
                              pieces[i + 1].is_link && piece.kind == BlockKind::heading;
        if (furniture == Furniture::foot || leads_on || (has_prose && is_further_reading(piece)) ||
            says_who_edited(piece.text)) {
            keep = i;
            foot_below = true;
            unknown = 0;
        } else if (furniture == Furniture::site) {
            if (unknown == 0) keep = i;
        } else if (ends_as_sentence(piece.text) || piece.text.size() > longest_unknown || ++unknown > longest_gap) {
            break;
        }
    }
    if (!foot_below) return;
    // What stands after the last line of the foot and is not of the site is kept.
    std::size_t last = pieces.size();
    const auto is_of_foot = [&](const Piece& piece) {
        return furniture_of(piece.text) != Furniture::none || is_further_reading(piece) || says_who_edited(piece.text);
    };
    while (last > keep && !is_of_foot(pieces[last - 1])) --last;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(keep),
                 pieces.begin() + static_cast<std::ptrdiff_t>(last));
}

// ---- the head

bool is_of_the_site(const Piece& piece) {
    const Furniture furniture = furniture_of(piece.text);
    return furniture == Furniture::site || furniture == Furniture::foot;
}

class Head {
  public:
    explicit Head(Draft& draft) : draft_(draft), pieces_(draft.pieces), size_(std::min(pieces_.size(), longest_head)) {}

    void settle() {
        find_start();
        read_labelled_lines();
        read_letterhead();
        find_title();
        drop_before_title();
        drop_after_title();
    }

  private:
    [[nodiscard]] View text(std::size_t i) const { return pieces_[i].text; }

    /// The site's lines at the very top; a line that could be a title ends them.
    void find_start() {
        while (start_ < size_ && (is_of_the_site(pieces_[start_]) || names_a_column(start_))) ++start_;
        site_above_ = start_ > 0;
    }

    /// Above a title stands what column of the site it is in.
    [[nodiscard]] bool names_a_column(std::size_t i) const {
        constexpr std::array<View, 4> columns = {U"通知公告", U"公示公告", U"公告公示", U"公告栏"};
        return std::ranges::find(columns, text(i)) != columns.end() && i + 2 < pieces_.size() &&
               could_be_title(pieces_[i + 1]);
    }

    void read_labelled_lines() {
        for (std::size_t i = start_; i < size_ && i < start_ + 4; ++i) {
            const auto title = labelled_title(text(i));
            if (!title) continue;
            pieces_[i] = {BlockKind::title, std::u32string(*title)};
            title_ = i;
            return;
        }
    }

    /// What an office has written bears its marks and its name, or those of several, then the number that it has
    /// there, or whose issue it is and of which day, and then its title.
    void read_letterhead() {
        if (title_) return;
        std::size_t at = start_;
        while (at < size_ && is_mark_of_document(text(at))) ++at;
        const std::size_t heads = at;
        bool has_head = false;
        for (; at < size_ && (is_letterhead(text(at)) || names_an_office(text(at))); ++at)
            has_head = has_head || is_letterhead(text(at));
        if (at == heads) return;
        const std::size_t number = at;
        if (at < size_ && (is_document_number(text(at)) || is_number_of_issue(text(at)))) ++at;
        const bool is_numbered = at > number;
        if (is_numbered && has_head && at < size_ && is_byline(at)) ++at;
        if (at + 1 >= size_ || !could_head_a_page(pieces_[at], longest_title_over_byline)) return;
        const bool is_about = text(at).find(U"关于") != View::npos;
        if (!(is_numbered && !is_byline(at)) && !(has_head && is_about)) return;

        if (draft_.source.empty()) draft_.source = office_of(heads);
        for (std::size_t i = number; i < at; ++i)
            if (is_byline(i)) take(*byline_of(text(i)));
        draft_.source = without_blanks(draft_.source);
        if (is_numbered) pieces_[number].kind = BlockKind::note;
        const std::size_t kept = is_numbered ? 1 : 0;
        erase(number + kept, at);
        erase(start_, number);
        size_ -= at - start_ - kept;
        title_is(start_ + kept);
        join_next_line(start_ + kept);
    }

    [[nodiscard]] std::u32string office_of(std::size_t head) const {
        std::u32string office = without_blanks(text(head));
        for (const View kind : {View(U"文件"), View(U"会议纪要"), View(U"简报")})
            if (office.ends_with(kind)) office.resize(office.size() - kind.size());
        return office;
    }

    /// Of a title that goes on there.
    void join_next_line(std::size_t i) {
        if (i + 1 >= size_ || !could_be_title(pieces_[i + 1]) || is_byline(i + 1) || !goes_on(text(i), text(i + 1)))
            return;
        if (names_a_kind(text(i + 1)))
            pieces_[i].text += without_blanks(text(i + 1));
        else
            flow_on(pieces_[i].text, text(i + 1));
        erase(i + 1, i + 2);
        --size_;
    }

    void find_title() {
        if (title_) return;
        for (std::size_t i = start_; i < size_; ++i) {
            if (pieces_[i].kind == BlockKind::title) return title_is(i);
        }
        if (!draft_.title.empty()) {
            for (std::size_t i = start_; i < size_; ++i) {
                if (same_but_blanks(text(i), draft_.title)) return title_is(i);
            }
            return insert_title(draft_.title);
        }
        if (const auto byline = byline_below()) {
            std::size_t above = *byline - 1;
            while (above > start_ && stands_under_title(above) && could_head_a_page(pieces_[above - 1])) --above;
            above = passed_over_office(above);
            if (could_head_a_page(pieces_[above], longest_title_over_byline) && bears_no_number(above))
                return title_over_byline(above);
        }
        std::size_t first = start_;
        const auto is_passed_over = [&](std::size_t i) {
            const auto byline = byline_of(text(i));
            return pieces_[i].kind == BlockKind::picture || (byline && byline->certain) ||
                   is_mark_of_enclosure(text(i)) ||
                   (site_above_ && text(i).size() <= longest_menu_word && opens_a_list(text(i)));
        };
        while (first < size_ && is_passed_over(first)) ++first;
        if (first + 1 < pieces_.size() && first < size_ && could_be_title(pieces_[first]) && something_follows(first)) {
            title_is(first);
            join_next_line(first);
        } else if (!draft_.title_if_none.empty()) {
            insert_title(draft_.title_if_none);
        }
    }

    void insert_title(const std::u32string& title) {
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(start_), Piece{BlockKind::title, title});
        title_is(start_);
    }

    /// Between a title and the day the office may stand that has written it.
    std::size_t passed_over_office(std::size_t i) {
        const bool has_title_above = i > start_ && could_be_title(pieces_[i - 1]) && !is_of_the_site(pieces_[i - 1]) &&
                                     !names_an_office(text(i - 1)) && !says_site(text(i - 1)) && !is_byline(i - 1);
        if (!names_an_office(text(i)) || !has_title_above) return i;
        if (draft_.source.empty()) draft_.source = text(i);
        erase(i, i + 1);
        --size_;
        return i - 1;
    }

    /// The name of the site as the page's title has it, with more behind it or without.
    [[nodiscard]] bool says_site(View line) const {
        constexpr std::size_t shortest = 3;
        return draft_.site.size() >= shortest && (line.starts_with(draft_.site) || View(draft_.site).starts_with(line));
    }

    [[nodiscard]] bool stands_under_title(std::size_t i) const {
        return is_subtitle(text(i)) || is_document_number(text(i)) || (has_label(text(i)) && !has_menu_mark(text(i)));
    }

    [[nodiscard]] bool bears_no_number(std::size_t i) const { return !opens_a_list(text(i)) || has_menu_mark(text(i)); }

    /// The line before the byline, with the line above it if that is its beginning, and without a bullet.
    void title_over_byline(std::size_t i) {
        const auto begin = pieces_.begin() + static_cast<std::ptrdiff_t>(start_);
        const auto end = pieces_.begin() + static_cast<std::ptrdiff_t>(i);
        over_byline_ = true;
        site_above_ = site_above_ || std::any_of(begin, end, [](const Piece& piece) {
                          return is_of_the_site(piece) || is_english_menu_word(piece.text);
                      });
        if (has_menu_mark(text(i))) pieces_[i].text = std::u32string(without_menu_marks(text(i)));
        if (i > start_ && could_be_title(pieces_[i - 1]) && !is_of_the_site(pieces_[i - 1]) && !is_byline(i - 1) &&
            goes_on(text(i - 1), text(i))) {
            flow_on(pieces_[i - 1].text, text(i));
            erase(i, i + 1);
            --size_;
            --i;
        }
        title_is(i);
    }

    void title_is(std::size_t i) {
        title_ = i;
        pieces_[i].kind = BlockKind::title;
    }

    /// The first byline that has nothing but short lines above it, the last one of them not the site's.
    [[nodiscard]] std::optional<std::size_t> byline_below() const {
        for (std::size_t i = start_; i < size_; ++i) {
            if (i > start_ && is_byline(i) && !is_byline(i - 1) && !is_of_the_site(pieces_[i - 1])) return i;
            const std::size_t longest = i == start_ ? longest_title_over_byline : longest_title;
            const bool short_line = text(i).size() <= longest && !ends_as_sentence(text(i));
            if (!short_line && furniture_of(text(i)) == Furniture::none) return std::nullopt;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool something_follows(std::size_t i) const {
        for (std::size_t j = i + 1; j < pieces_.size() && j < i + longest_head; ++j) {
            if (has_sayable(text(j)) && !is_byline(j)) return true;
        }
        return false;
    }

    /// An announcement says 时间 and 地点 of itself: a bare date counts only if no such line is next to it.
    [[nodiscard]] bool is_byline(std::size_t i) const {
        const auto byline = byline_of(text(i));
        if (!byline) return false;
        if (byline->certain) return true;
        const auto tells_of_an_event = [&](std::size_t j) {
            if (j >= pieces_.size()) return false;
            return has_label(text(j)) && !is_one_of(text(j).back(), U":：") && !byline_of(text(j));
        };
        return byline->date && (took_byline_ || !tells_of_an_event(i + 1)) &&
               (text(i).find(U"日期") != View::npos || text(i).starts_with(U"D") || text(i).starts_with(U"d"));
    }

    /// Above the title goes what is the site's: its own lines, then menu words between them and the title, and the
    /// page's title when it is said twice. Anything else moves below the title, in its order.
    void drop_before_title() {
        if (!title_) {
            erase(0, start_);
            return;
        }
        const std::size_t title = *title_;
        Pieces kept;
        for (std::size_t i = start_; i < title; ++i) {
            const View line = text(i);
            const bool in_a_menu = site_above_ || (over_byline_ && has_menu_mark(line));
            const bool menu_word = in_a_menu && is_short_entry(line);
            const bool repeats = same_but_blanks(line, text(title)) ||
                                 (line.starts_with(text(title)) && line.size() <= text(title).size() + 30);
            if (is_byline(i)) {
                take(*byline_of(line));
            } else if (take_named(i)) {
                if (!text(i).empty()) kept.push_back(std::move(pieces_[i]));
            } else if (!menu_word && !repeats && !says_site(line) && furniture_of(line) == Furniture::none) {
                kept.push_back(std::move(pieces_[i]));
            }
        }
        std::rotate(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(title),
                    pieces_.begin() + static_cast<std::ptrdiff_t>(title) + 1);
        std::ranges::move(kept, pieces_.begin() + 1);
        erase(1 + kept.size(), title + 1);
        below_ = 1 + kept.size();
    }

    void drop_after_title() {
        // A subtitle or a document's number may stand between the title and the byline.
        std::size_t i = title_ ? below_ : 0;
        if (title_ && i < pieces_.size()) take_bracketed_date(i);
        while (i < pieces_.size() && i < below_ + 3 && title_ &&
               (is_subtitle(text(i)) || is_document_number(text(i))) && text(i).size() <= longest_title &&
               !ends_as_sentence(text(i))) {
            if (pieces_[i].kind == BlockKind::paragraph)
                pieces_[i].kind = is_document_number(text(i)) ? BlockKind::note : BlockKind::heading;
            ++i;
        }
        while (i < pieces_.size()) {
            const bool repeats = title_ && !pieces_[i].picture && same_but_blanks(text(i), text(0));
            if (is_byline(i)) {
                take(*byline_of(text(i)));
            } else if (title_ && names_an_office(text(i)) && (took_byline_ || is_dated(i + 1))) {
                if (!draft_.source.empty() && !same_but_blanks(draft_.source, text(i))) break;
                draft_.source = text(i);
            } else if (title_ && (take_named(i) || asks_to_follow(text(i)))) {
                if (!text(i).empty() && !asks_to_follow(text(i))) break;
            } else if (is_day_of_month(text(i)) && i + 1 < pieces_.size() && take_day_and_year(text(i), text(i + 1))) {
                erase(i, i + 1);
            } else if (!repeats && (!(site_above_ || took_byline_) || !is_of_the_site(pieces_[i]))) {
                break;
            }
            erase(i, i + 1);
        }
    }

    [[nodiscard]] bool is_dated(std::size_t i) const {
        return i < pieces_.size() && is_byline(i) && byline_of(text(i))->date.has_value();
    }

    /// "（2026年9月20日）" below the title, or who decided it on that day, which stays.
    void take_bracketed_date(std::size_t i) {
        if (!is_one_of(text(i).front(), U"（(")) return;
        const View inner = text(i).substr(1);
        const DateAt date = date_at(inner);
        if (date.size == 0) return;
        if (!draft_.date) draft_.date = date.date;
        if (date.size + 1 == inner.size()) erase(i, i + 1);
    }

    /// "摘要：…" is what all of it says in a few words, and "正文：" only says where the text begins. What is left of
    /// the line is left there.
    bool take_named(std::size_t i) {
        const View line = text(i);
        constexpr std::array<View, 6> summaries = {U"摘要", U"内容摘要", U"简介", U"导读", U"内容提要", U"提要"};
        const std::size_t colon = line.find_first_of(U"：:");
        if (colon == View::npos) return false;
        const View name = line.substr(0, colon);
        View rest = line.substr(colon + 1);
        while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
        const bool is_summary = std::ranges::find(summaries, name) != summaries.end() && has_sayable(rest);
        if (!is_summary && name != U"正文") return false;
        if (is_summary && draft_.summary.empty()) draft_.summary = rest;
        pieces_[i].text = is_summary ? std::u32string() : std::u32string(rest);
        return true;
    }

    /// "点击蓝字关注我们".
    [[nodiscard]] static bool asks_to_follow(View line) {
        constexpr std::size_t longest = 20;
        return line.size() <= longest && line.starts_with(U"点击") && line.find(U"关注") != View::npos;
    }

    /// "06-08" above "2026", as some sites draw a leaf of a calendar.
    [[nodiscard]] static bool is_day_of_month(View text) {
        return text.size() == 5 && is_one_of(text[2], U"-/.") && is_digit(text[0]) && is_digit(text[1]) &&
               is_digit(text[3]) && is_digit(text[4]);
    }
    bool take_day_and_year(View day, View year) {
        const DateAt date = date_at(std::u32string(year) + U"-" + std::u32string(day));
        if (year.size() != 4 || date.size == 0) return false;
        if (!draft_.date) draft_.date = date.date;
        return true;
    }

    void take(const Byline& byline) {
        took_byline_ = true;
        if (!draft_.date) draft_.date = byline.date;
        if (!draft_.last_day) draft_.last_day = byline.last_day;
        if (draft_.source.empty()) draft_.source = byline.source;
    }

    void erase(std::size_t from, std::size_t to) {
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(from),
                      pieces_.begin() + static_cast<std::ptrdiff_t>(to));
    }

    Draft& draft_;
    Pieces& pieces_;
    std::size_t size_;
    std::size_t start_ = 0;
    std::size_t below_ = 0;
    std::optional<std::size_t> title_;
    bool site_above_ = false;
    bool over_byline_ = false;
    bool took_byline_ = false;
};

/// As those who sign: an office, or a village or a committee by the name that all there know.
bool names_a_signer(View line) {
    constexpr View ends = U"府局办会院厅委室处部站所社司村镇乡区县市街道心队";
    return line.size() >= 2 && ends.find(line.back()) != View::npos && std::ranges::all_of(line, is_hanzi);
}

bool is_date(View line) {
    const DateAt date = date_at(line);
    return date.size > 0 && date.size == line.size() && date.date.day > 0;
}

/// A notice signs and dates itself in its last two lines; below them may only stand whom it is sent to, who printed it,
/// and what is enclosed. They stay; the article only knows them too.
void read_signature(Draft& draft) {
    const Pieces& pieces = draft.pieces;
    if (draft.date || pieces.size() < 3) return;
    constexpr std::size_t longest_name = 30;
    const auto signs = [&](View line) {
        return line.size() <= longest_name && !ends_as_sentence(line) && is_hanzi(line.back());
    };
    std::size_t dated = pieces.size() - 1;
    if (!is_date(pieces[dated].text)) {
        dated = 2;
        while (dated < pieces.size() && !(is_date(pieces[dated].text) && names_a_signer(pieces[dated - 1].text) &&
                                          signs(pieces[dated - 1].text)))
            ++dated;
    }
    if (dated < pieces.size()) {
        draft.date = date_at(pieces[dated].text).date;
        if (draft.source.empty() && signs(pieces[dated - 1].text)) draft.source = pieces[dated - 1].text;
        return;
    }
    // Or both in one line, or who printed it says when.
    constexpr std::size_t farthest_from_end = 40;
    const std::size_t first = std::max<std::size_t>(pieces.size() - std::min(pieces.size(), farthest_from_end), 2);
    for (std::size_t i = pieces.size(); i-- > first && !draft.date;) {
        const View line = pieces[i].text;
        const auto byline = byline_of(line.ends_with(U"印发") ? line.substr(0, line.size() - 2) : line);
        if (!byline || byline->is_labelled || !byline->date || byline->source.empty()) continue;
        draft.date = byline->date;
        if (draft.source.empty()) draft.source = byline->source;
    }
}

/// What the head of a file says in a few words comes before all else that it says, unless the text begins so anyway.
void put_summary(Draft& draft) {
    std::u32string summary = tidied(draft.summary);
    if (!has_sayable(summary)) return;
    const bool has_title = !draft.pieces.empty() && draft.pieces.front().kind == BlockKind::title;
    const auto after_title = draft.pieces.begin() + (has_title ? 1 : 0);
    const bool is_there = std::any_of(draft.pieces.begin(), draft.pieces.end(),
                                      [&](const Piece& piece) { return View(piece.text).find(summary) != View::npos; });
    if (!is_there) draft.pieces.insert(after_title, Piece{BlockKind::paragraph, std::move(summary)});
}

}  // namespace

void settle_page(Draft& draft) {
    if (draft.pieces.empty()) return;
    drop_contents(draft.pieces);
    drop_foot(draft.pieces);
    Head(draft).settle();
    for (std::size_t i = 1; i < draft.pieces.size(); ++i) {
        if (draft.pieces[i].kind == BlockKind::title) draft.pieces[i].kind = BlockKind::heading;
    }
    read_signature(draft);
    if (!draft.date) draft.date = draft.date_if_none;
    put_summary(draft);
}

}  // namespace tingdu::text
