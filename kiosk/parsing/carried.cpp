#include "kiosk/parsing/carried.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/text/open.h"

namespace tingdu::parsing {
namespace {

using text::Block;
using text::BlockKind;
using text::Picture;
using text::Problem;

constexpr std::size_t longest_detail = 2000;

void carry(const std::optional<Date>& date, Writer& into) {
    into.number(date ? 1 : 0);
    if (!date) return;
    for (const int part : {date->year, date->month, date->day}) into.number(static_cast<std::uint64_t>(part));
}

std::optional<Date> date_in(Reader& from) {
    if (from.number(1) == 0) return std::nullopt;
    Date date;
    date.year = from.number_of(9999);
    date.month = from.number_of(12);
    date.day = from.number_of(31);
    return date;
}

template <class Kind>
Kind kind_in(Reader& from, Kind last) {
    return static_cast<Kind>(from.number(static_cast<std::uint64_t>(last)));
}

std::size_t utf8_size(std::u32string_view text) {
    std::size_t size = 0;
    constexpr std::size_t part = 1U << 16U;
    for (std::size_t at = 0; at < text.size(); at += part) size += to_utf8(text.substr(at, part)).size();
    return size;
}

/// UTF-8 as it should be, whatever came.
std::string mended(std::string_view utf8) {
    return to_utf8(from_utf8(utf8));
}

/// A way below a folder, as `text::picture_at` makes it.
bool leads_down(std::string_view path) {
    if (path.empty()) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool may_follow(const Block& block, std::size_t last_end, const text::Article& article) {
    const auto [begin, end] = block.range;
    return begin < end && end <= article.text.size() && end - begin <= text::longest_block && begin >= last_end &&
           (last_end == 0 || begin == last_end + 1) &&
           std::u32string_view(article.text).substr(begin, end - begin).find(U'\n') == std::u32string_view::npos &&
           (!block.picture || *block.picture < article.pictures.size()) &&
           (block.kind == BlockKind::picture) == block.picture.has_value();
}

void read_blocks(Reader& from, text::Article& article) {
    const std::size_t count = from.count();
    article.blocks.reserve(std::min(count, article.text.size()));
    std::size_t last_end = 0;
    for (std::size_t i = 0; i < count && from.is_whole(); ++i) {
        Block block;
        block.kind = kind_in(from, BlockKind::picture);
        block.range.begin = last_end + from.number_of(article.text.size());
        block.range.end = block.range.begin + from.number_of(article.text.size());
        block.continues = from.number(1) == 1;
        if (const auto picture = from.number(article.pictures.size()); picture > 0)
            block.picture = static_cast<std::size_t>(picture - 1);
        if (!from.is_whole()) return;
        if (!may_follow(block, last_end, article)) {
            from.fail();
            return;
        }
        last_end = block.range.end;
        article.blocks.push_back(block);
    }
    if (article.blocks.empty() || last_end != article.text.size()) from.fail();
}

std::vector<Problem> problems_in(Reader& from) {
    std::vector<Problem> problems;
    const std::size_t count = from.count();
    for (std::size_t i = 0; i < count && from.is_whole(); ++i) {
        Problem problem;
        problem.kind = kind_in(from, Problem::Kind::picture_unsaid);
        problem.line = from.number_of(text::largest_file);
        const std::string_view detail = from.text();
        problem.detail = mended(detail.substr(0, longest_detail));
        problems.push_back(std::move(problem));
    }
    return problems;
}

}  // namespace

void carry(const Picture& picture, Writer& into) {
    into.number(static_cast<std::uint64_t>(picture.at));
    into.text(picture.name);
    into.number(static_cast<std::uint64_t>(picture.width_px));
    into.number(static_cast<std::uint64_t>(picture.height_px));
}

std::optional<Picture> picture_in(Reader& from) {
    Picture picture;
    picture.at = kind_in(from, Picture::At::elsewhere);
    picture.name = from.text();
    picture.width_px = from.number_of(longest_side_px);
    picture.height_px = from.number_of(longest_side_px);
    const bool may_be = picture.at != Picture::At::beside || leads_down(picture.name) || picture.width_px == 0;
    if (!may_be || (picture.width_px == 0) != (picture.height_px == 0)) from.fail();
    if (!from.is_whole()) return std::nullopt;
    return picture;
}

void carry(const text::OpenedArticle& opened, Writer& into) {
    const text::Article& article = opened.article;
    const std::size_t size = utf8_size(article.text);
    into.reserve(size + article.blocks.size() * 8);
    into.number(size);
    // In parts: beside the text itself there is not room for all of it twice.
    constexpr std::size_t part = 1U << 16U;
    for (std::size_t at = 0; at < article.text.size(); at += part) {
        const std::string shown = to_utf8(std::u32string_view(article.text).substr(at, part));
        into.last(std::as_bytes(std::span(shown)));
    }
    into.text(to_utf8(article.title));
    into.text(to_utf8(article.source));
    carry(article.date, into);
    carry(article.last_day, into);
    into.number(article.pictures.size());
    for (const Picture& picture : article.pictures) carry(picture, into);
    into.number(article.blocks.size());
    std::size_t last_end = 0;
    for (const Block& block : article.blocks) {
        into.number(static_cast<std::uint64_t>(block.kind));
        into.number(block.range.begin - last_end);
        into.number(block.range.size());
        into.number(block.continues ? 1 : 0);
        into.number(block.picture ? *block.picture + 1 : 0);
        last_end = block.range.end;
    }
    into.number(opened.problems.size());
    for (const Problem& problem : opened.problems) {
        into.number(static_cast<std::uint64_t>(problem.kind));
        into.number(problem.line);
        into.text(problem.detail);
    }
}

std::optional<text::OpenedArticle> article_in(Reader& from) {
    text::OpenedArticle opened;
    text::Article& article = opened.article;
    article.text = from_utf8(from.text());
    article.title = from_utf8(from.text());
    article.source = from_utf8(from.text());
    article.date = date_in(from);
    article.last_day = date_in(from);
    const std::size_t pictures = from.count();
    for (std::size_t i = 0; i < pictures && from.is_whole(); ++i)
        if (auto picture = picture_in(from)) article.pictures.push_back(std::move(*picture));
    if (from.is_whole()) read_blocks(from, article);
    opened.problems = problems_in(from);
    for (std::u32string* line : {&article.title, &article.source}) std::ranges::replace(*line, U'\n', U' ');
    if (article.title.empty()) from.fail();
    if (!from.is_whole()) return std::nullopt;
    return opened;
}

void carry(const Error& error, Writer& into) {
    into.number(static_cast<std::uint64_t>(error.fault));
    into.text(error.detail);
}

Error error_in(Reader& from) {
    const auto fault = kind_in(from, Fault::older_pack);
    Error error{fault, {}, mended(from.text().substr(0, longest_detail))};
    const bool may_be = fault == Fault::empty || fault == Fault::too_large || fault == Fault::binary ||
                        fault == Fault::kind_not_taken || fault == Fault::damaged;
    return from.is_whole() && may_be ? error : Error{Fault::damaged, {}, {}};
}

}  // namespace tingdu::parsing
