#include "kiosk/text/kinds.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/characters.h"
#include "kiosk/text/byline.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/line_look.h"
#include "kiosk/text/numerals.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

constexpr std::size_t longest_heading = 40;

bool is_caption_mark(View text) {
    if (is_one_of(text[0], U"▲△▼▽↑↓")) return true;
    if (text.starts_with(U"图：") || text.starts_with(U"图为") || text.starts_with(U"图片"))
        return !ends_as_sentence(text) || text.size() <= longest_heading;
    return text[0] == U'图' && text.size() > 1 && (is_digit(text[1]) || is_to_ten(text[1])) && !ends_as_sentence(text);
}

bool is_note_mark(View text) {
    return text.starts_with(U"注：") || text.starts_with(U"备注：") || text.starts_with(U"附注：") || text[0] == U'※';
}

/// What a paragraph looks like by itself.
struct Look {
    Numbering numbering{};
    bool is_short{};  ///< could stand as a heading or caption: short, with no end of a sentence
    bool one_sentence{};
    bool is_plain{};  ///< still a paragraph; what a format has named is left as it is
};

Look look_of(const Piece& piece) {
    const View text = piece.text;
    Look look;
    look.is_plain = piece.kind == BlockKind::paragraph;
    if (!look.is_plain) return look;
    look.numbering = numbering_of(text);
    const bool is_in_brackets = is_one_of(text.front(), U"（(") && is_one_of(text.back(), U"）)");
    const bool is_to_be_ticked = text.find_first_of(U"□☐☑☒■") != View::npos;
    const bool fits = text.size() <= longest_heading && has_sayable(text) && !is_in_brackets && !is_to_be_ticked;
    look.is_short =
        fits && !ends_as_sentence(text) && text.find_first_of(U"。！？：") == View::npos && date_at(text).size == 0;
    look.one_sentence = fits && text.find_first_of(U"。！？；") >= text.size() - 1;
    return look;
}

void take_bullet_off(Piece& piece) {
    if (is_one_of(piece.text.front(), U"□☐") && piece.text.find_first_of(U"□☐☑", 1) != View::npos) return;
    const std::size_t begin = piece.text.size() > 1 && piece.text[1] == U' ' ? 2 : 1;
    if (has_sayable(View(piece.text).substr(begin))) piece.text.erase(0, begin);
    piece.kind = BlockKind::list_item;
}

/// "01", "PART 2", "NO.3", "三" on a line of its own; 0 for anything else.
int section_number(View text) {
    constexpr std::size_t longest = 10;
    if (text.size() > longest) return 0;
    std::u32string rest(text);
    std::ranges::transform(rest, rest.begin(), [](char32_t c) { return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c; });
    for (const View word : {View(U"PART"), View(U"NO")})
        if (rest.starts_with(word)) rest.erase(0, word.size());
    std::erase_if(rest, [](char32_t c) { return is_one_of(c, U" .．·/#、"); });
    if (rest.size() == 1 && is_one_of(rest[0], U"一二三四五六七八九十"))
        return static_cast<int>(View(U"一二三四五六七八九十").find(rest[0])) + 1;
    if (rest.empty() || rest.size() > 2 || !std::ranges::all_of(rest, is_digit)) return 0;
    int number = 0;
    for (const char32_t c : rest) number = 10 * number + static_cast<int>(c >= 0xFF10 ? c - 0xFF10 : c - U'0');
    return number;
}

bool is_title_of_section(const Piece& piece) {
    const Look look = look_of(piece);
    const bool could_be = piece.kind == BlockKind::heading || (look.is_short && look.numbering == Numbering::none);
    return could_be && section_number(piece.text) == 0;
}

/// Pages made for telephones set the number of a section on a line of its own, often under a picture, and its title
/// below. They are one heading, where such numbers count from one and each has some prose.
void join_section_numbers(std::vector<Piece>& pieces) {
    std::vector<std::size_t> numbers;
    std::size_t prose = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool is_text = piece.kind == BlockKind::paragraph || piece.kind == BlockKind::heading;
        prose += piece.kind == BlockKind::paragraph && ends_as_sentence(piece.text) ? 1 : 0;
        const bool is_next = is_text && section_number(piece.text) == static_cast<int>(numbers.size()) + 1;
        if (is_next && i + 2 < pieces.size() && is_title_of_section(pieces[i + 1])) numbers.push_back(i);
    }
    if (numbers.size() < 2 || prose < numbers.size()) return;
    for (const std::size_t i : numbers) {
        pieces[i + 1].text = pieces[i].text + U" " + pieces[i + 1].text;
        pieces[i + 1].kind = BlockKind::heading;
        pieces[i].text.clear();
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.text.empty(); });
}

class Telling {
  public:
    explicit Telling(std::vector<Piece>& pieces) : pieces_(pieces) {
        looks_.reserve(pieces.size());
        for (const Piece& piece : pieces) looks_.push_back(look_of(piece));
        for (std::size_t i = 0; i < pieces.size(); ++i)
            prose_ += looks_[i].is_plain && ends_as_sentence(pieces[i].text) ? 1 : 0;
    }

    void tell() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!looks_[i].is_plain) continue;
            if (looks_[i].numbering != Numbering::none) {
                tell_numbered(i);
            } else if (is_note_mark(pieces_[i].text)) {
                pieces_[i].kind = BlockKind::note;
            } else if (is_caption_mark(pieces_[i].text)) {
                pieces_[i].kind = BlockKind::caption;
            } else if (looks_[i].is_short) {
                i = tell_short_run(i) - 1;
            }
        }
    }

  private:
    /// A numbered line with text of its own below it is a heading. Among its like it stays a paragraph: its number is
    /// its mark, and an item would be shown with a bullet before it.
    void tell_numbered(std::size_t i) {
        Piece& piece = pieces_[i];
        const Look& look = looks_[i];
        if (look.numbering == Numbering::bullet) return take_bullet_off(piece);
        const bool alike_below = i + 1 < pieces_.size() && looks_[i + 1].numbering == look.numbering;
        const bool alike_above = i > 0 && looks_[i - 1].numbering == look.numbering;
        const bool last = i + 1 == pieces_.size();
        if (look.numbering == Numbering::part) {
            if (look.is_short) piece.kind = BlockKind::heading;
            return;
        }
        const bool heads = look.numbering == Numbering::chinese || look.numbering == Numbering::chinese_bracketed;
        if (heads && (look.is_short || look.one_sentence) && !alike_below && !alike_above && !last)
            piece.kind = BlockKind::heading;
    }

    /// A short line above prose is a heading. In a run of them the first heads the others, which stand under pictures.
    /// A text that is all short lines has none of this. Returns the end of the run.
    std::size_t tell_short_run(std::size_t i) {
        if (i > 0 && (pieces_[i - 1].kind == BlockKind::caption || pieces_[i - 1].kind == BlockKind::picture) &&
            !looks_[i - 1].is_plain) {
            pieces_[i].kind = BlockKind::caption;
            return i + 1;
        }
        std::size_t end = i;
        while (end < pieces_.size() && looks_[end].is_plain && looks_[end].is_short &&
               looks_[end].numbering == Numbering::none && !is_caption_mark(pieces_[end].text) &&
               !is_note_mark(pieces_[end].text)) {
            ++end;
        }
        const bool prose_follows = end < pieces_.size() && pieces_[end].kind != BlockKind::caption &&
                                   pieces_[end].kind != BlockKind::picture && date_at(pieces_[end].text).size == 0;
        if (!prose_follows || prose_ < 2) return end;
        pieces_[i].kind = BlockKind::heading;
        for (std::size_t j = i + 1; j < end; ++j) pieces_[j].kind = BlockKind::caption;
        if (end - i == 2) pieces_[i + 1].kind = BlockKind::heading;
        return end;
    }

    std::vector<Piece>& pieces_;
    std::vector<Look> looks_;
    std::size_t prose_ = 0;  ///< paragraphs that end as sentences do
};

}  // namespace

void tell_kinds(Draft& draft) {
    join_section_numbers(draft.pieces);
    Telling(draft.pieces).tell();
}

}  // namespace tingdu::text
