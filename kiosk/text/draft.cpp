#include "kiosk/text/draft.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/text/cleaning.h"
#include "kiosk/text/file_title.h"
#include "kiosk/text/sentence_ends.h"
#include "kiosk/text/term.h"

namespace tingdu::text {
namespace {

/// Where to cut what is left of a long paragraph: after the last sentence that fits, unless that leaves a stub.
std::size_t fitting_part(std::u32string_view rest, std::size_t last_end_that_fits) {
    constexpr std::size_t stub = longest_block / 3;
    if (last_end_that_fits >= stub) return last_end_that_fits;
    return cut_near(rest.substr(0, longest_block + 1), longest_block * 9 / 10, longest_block);
}

void put_block(Article& article, const Piece& piece, std::u32string_view part, bool continues) {
    if (!article.text.empty()) article.text.push_back(U'\n');
    const std::size_t begin = article.text.size();
    article.text.append(part);
    article.blocks.push_back({piece.kind, {begin, article.text.size()}, continues, piece.picture});
}

void put_piece(Article& article, const Piece& piece) {
    std::u32string_view rest = piece.text;
    if (rest.size() <= longest_block) return put_block(article, piece, rest, false);
    const std::vector<std::size_t> ends = sentence_ends(rest);
    auto end = ends.begin();
    std::size_t cut_off = 0;
    bool continues = false;
    while (rest.size() > longest_block) {
        end = std::upper_bound(end, ends.end(), cut_off + longest_block);
        const std::size_t fits = end == ends.begin() || *std::prev(end) <= cut_off ? 0 : *std::prev(end) - cut_off;
        const std::size_t cut = fitting_part(rest, fits);
        std::u32string_view part = rest.substr(0, cut);
        while (!part.empty() && is_blank(part.back())) part.remove_suffix(1);
        put_block(article, piece, part, continues);
        continues = true;
        const std::size_t next = rest.find_first_not_of(U' ', cut);
        if (next == std::u32string_view::npos) return;
        rest.remove_prefix(next);
        cut_off += next;
    }
    put_block(article, piece, rest, continues);
}

}  // namespace

void Draft::add(BlockKind kind, std::u32string_view raw) {
    std::u32string text = tidied(raw);
    if (!text.empty()) pieces.push_back({kind, std::move(text)});
}

void Draft::add_picture(Picture picture, std::u32string_view alt) {
    std::u32string words = description_in(alt);
    if (words.empty()) words.push_back(unsaid_picture);
    pieces.push_back({BlockKind::picture, std::move(words), pictures.size()});
    pictures.push_back(std::move(picture));
}

void Draft::add_part(Draft part) {
    for (Piece& piece : part.pieces) {
        if (piece.picture) *piece.picture += pictures.size();
        pieces.push_back(std::move(piece));
    }
    std::ranges::move(part.pictures, std::back_inserter(pictures));
    for (Problem& problem : part.problems) report(problem.kind, problem.line, std::move(problem.detail));
}

void Draft::report(Problem::Kind kind, std::size_t line, std::string detail) {
    constexpr std::size_t most = 1000;  // nobody mends more of one file, and each is compared with all
    if (problems.size() >= most) return;
    const bool known =
        std::ranges::any_of(problems, [&](const Problem& p) { return p.kind == kind && p.detail == detail; });
    if (!known) problems.push_back({kind, line, std::move(detail)});
}

OpenedArticle assembled(Draft draft, std::string_view file_name) {
    Article article;
    // Neither grows on the way: all of a large page lies here twice already.
    std::size_t size = 0;
    std::size_t blocks = 0;
    for (const Piece& piece : draft.pieces) {
        const bool is_cut = piece.text.size() > longest_block;
        size += piece.text.size() + 1 + (is_cut ? piece.text.size() / 100 : 0);
        blocks += 1 + piece.text.size() / (longest_block / 2);
    }
    article.text.reserve(size);
    article.blocks.reserve(blocks);
    for (const Piece& piece : draft.pieces) put_piece(article, piece);

    const bool has_title = !draft.pieces.empty() && draft.pieces.front().kind == BlockKind::title;
    article.title = has_title ? draft.pieces.front().text : std::move(draft.title);
    if (!has_sayable(article.title)) article.title = title_of_file(file_name);
    article.date = draft.date;
    article.source = std::move(draft.source);
    article.pictures = std::move(draft.pictures);
    article.last_day = draft.last_day ? draft.last_day : last_day(article.text, article.date);
    return {std::move(article), std::move(draft.problems)};
}

}  // namespace tingdu::text
