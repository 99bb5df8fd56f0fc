#include "kiosk/text/pictures.h"

#include <algorithm>
#include <string>

#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

/// A page with more is no article; each of them would have to be opened.
constexpr std::size_t most_pictures = 300;
/// Bullets, lines and what counts visitors are no pictures to look at.
constexpr int smallest_side_px = 24;

bool is_picture(const Piece& piece) {
    return piece.kind == BlockKind::picture;
}

void fall_silent(Piece& picture) {
    picture.text = std::u32string(1, unsaid_picture);
}

/// Words that stand under the picture too, over the whole article or by the picture before are said once.
void say_once(Draft& draft) {
    std::u32string said;
    for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
        Piece& piece = draft.pieces[i];
        if (!is_picture(piece)) continue;
        const std::u32string_view title =
            draft.pieces.front().kind == BlockKind::title ? draft.pieces.front().text : draft.title;
        if (same_but_blanks(piece.text, title) || piece.text == said) {
            fall_silent(piece);
        } else {
            said = piece.text;
        }
        if (i + 1 == draft.pieces.size() || is_picture(draft.pieces[i + 1])) continue;
        Piece& below = draft.pieces[i + 1];
        if (!same_but_blanks(piece.text, below.text)) continue;
        below.kind = BlockKind::caption;
        fall_silent(piece);
    }
}

/// As whoever wrote the article knows it: in a document of Word pictures have places and no names.
std::string told_name(const Draft& draft, std::size_t number) {
    const Picture& picture = draft.pictures[number];
    const bool is_in_archive = picture.at == Picture::At::inside && !picture.name.starts_with("data:");
    return is_in_archive ? std::to_string(number + 1) : shown_name(picture);
}

void look_at(std::size_t number, Draft& draft, const LookAtPicture& look) {
    Picture& picture = draft.pictures[number];
    if (picture.at == Picture::At::elsewhere)
        return draft.report(Problem::Kind::picture_elsewhere, 0, shown_name(picture));
    const auto size = look(picture);
    if (!size) return draft.report(size.error(), 0, told_name(draft, number));
    if (std::min(size->width_px, size->height_px) < smallest_side_px) return;
    picture.width_px = size->width_px;
    picture.height_px = size->height_px;
}

}  // namespace

void look_at_pictures(Draft& draft, const LookAtPicture& look) {
    say_once(draft);
    const std::size_t looked_at = look ? std::min(draft.pictures.size(), most_pictures) : 0;
    std::erase_if(draft.pieces, [&](const Piece& piece) {
        if (!is_picture(piece)) return false;
        if (*piece.picture < looked_at) look_at(*piece.picture, draft, look);
        return draft.pictures[*piece.picture].width_px == 0 && !has_sayable(piece.text);
    });
}

void report_unsaid_pictures(Draft& draft) {
    for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
        const Piece& piece = draft.pieces[i];
        const bool has_caption = i + 1 < draft.pieces.size() && draft.pieces[i + 1].kind == BlockKind::caption;
        if (is_picture(piece) && !has_sayable(piece.text) && !has_caption)
            draft.report(Problem::Kind::picture_unsaid, 0, told_name(draft, *piece.picture));
    }
}

}  // namespace tingdu::text
