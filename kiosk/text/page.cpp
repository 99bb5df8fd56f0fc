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

/// "云政发〔2025〕17号", as a document of an office has it under its title.
bool is_document_number(View text) {
    constexpr std::size_t longest_number = 30;
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

/// "柳塘区人民政府办公室文件": in red above what an office has written.
bool is_letterhead(View text) {
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 40;
    return text.size() >= shortest && text.size() <= longest && text.ends_with(U"文件");
}

/// A title broken in two: "云溪区教育局 / 关于…", "关于做好… / …的通知", or a Latin sentence that goes on small.
bool goes_on(View above, View below) {
    constexpr View ends_of_offices = U"府局办会院厅委室处部";
    const bool document_above = above.find(U"关于") != View::npos;
    if (below.starts_with(U"关于")) return !document_above && ends_of_offices.find(above.back()) != View::npos;
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

// ---- the foot

/// Everything from the first line of the foot on goes, as far as only the site follows; a sentence or a list of
/// many unknown lines shows that the article goes on.
void drop_foot(Pieces& pieces) {
    constexpr std::size_t longest_gap = 12;
    constexpr std::size_t longest_unknown = 60;
    std::size_t keep = pieces.size();
    bool foot_below = false;
    std::size_t unknown = 0;
    for (std::size_t i = pieces.size(); i-- > 1;) {
        const Piece& piece = pieces[i];
        const Furniture furniture = furniture_of(piece.text);
        if (furniture == Furniture::foot) {
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
    while (furniture_of(pieces[last - 1].text) == Furniture::none) --last;
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
        while (start_ < size_ && is_of_the_site(pieces_[start_])) ++start_;
        site_above_ = start_ > 0;
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

    /// What an office has written bears its name, the number that it has there, and then its title.
    void read_letterhead() {
        if (title_ || start_ + 2 >= size_ || !is_letterhead(text(start_))) return;
        const bool is_numbered = is_document_number(text(start_ + 1));
        const std::size_t below = start_ + (is_numbered ? 2 : 1);
        const bool is_about = text(below).find(U"关于") != View::npos;
        if (!(is_numbered || is_about) || !could_head_a_page(pieces_[below], longest_title_over_byline)) return;
        View office = text(start_);
        office.remove_suffix(2);
        if (draft_.source.empty()) draft_.source = office;
        if (is_numbered) pieces_[start_ + 1].kind = BlockKind::note;
        erase(start_, start_ + 1);
        --size_;
        title_is(below - 1);
        join_next_line(below - 1);
    }

    /// Of a title that goes on there.
    void join_next_line(std::size_t i) {
        if (i + 1 >= size_ || !could_be_title(pieces_[i + 1]) || is_byline(i + 1) || !goes_on(text(i), text(i + 1)))
            return;
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
        return byline->date && !tells_of_an_event(i + 1) &&
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
            } else if (!menu_word && !repeats && furniture_of(line) == Furniture::none) {
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
            } else if (!repeats && (!(site_above_ || took_byline_) || !is_of_the_site(pieces_[i]))) {
                break;
            }
            erase(i, i + 1);
        }
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

/// A notice signs and dates itself in its last two lines. They stay; the article only knows them too.
void read_signature(Draft& draft) {
    const Pieces& pieces = draft.pieces;
    if (draft.date || pieces.size() < 3) return;
    const View last = pieces.back().text;
    const DateAt date = date_at(last);
    if (date.size == 0 || date.size != last.size()) return;
    draft.date = date.date;
    const View signer = pieces[pieces.size() - 2].text;
    constexpr std::size_t longest_name = 30;
    if (draft.source.empty() && signer.size() <= longest_name && !ends_as_sentence(signer) && is_hanzi(signer.back())) {
        draft.source = signer;
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
    drop_foot(draft.pieces);
    Head(draft).settle();
    for (std::size_t i = 1; i < draft.pieces.size(); ++i) {
        if (draft.pieces[i].kind == BlockKind::title) draft.pieces[i].kind = BlockKind::heading;
    }
    read_signature(draft);
    put_summary(draft);
}

}  // namespace tingdu::text
