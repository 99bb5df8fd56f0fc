#include "kiosk/parsing/parser.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/parsing/carried.h"
#include "kiosk/parsing/program.h"
#include "kiosk/parsing/service.h"
#include "kiosk/text/open.h"

namespace tingdu::parsing {
namespace {

using std::chrono::milliseconds;
using Bytes = platform::Bytes;
using Problem = text::Problem;

/// What a .docx unpacks to, with room for what is said about it.
constexpr std::size_t largest_answer = std::size_t{96} << 20U;
constexpr std::size_t small_answer = 4096;

Writer asking_for(Wanted wanted) {
    Writer request;
    request.number(static_cast<std::uint64_t>(wanted));
    return request;
}

/// What follows the first number, or the error that does.
Result<Reader> opened(const Result<Bytes>& answer) {
    if (!answer) return tl::unexpected(answer.error());
    Reader from(*answer);
    const bool is_error = from.number(1) == 1;
    if (is_error || !from.is_whole()) return tl::unexpected(error_in(from));
    return from;
}

tl::unexpected<Error> about(const std::string& name, const Error& error) {
    return fail(error.fault, name, error.detail);
}

/// Whoever answers has no say in where a file lies: `name` has as many parts as `path`, and leads nowhere else.
bool names_same_place(std::string_view name, std::string_view path) {
    if (std::ranges::count(name, '/') != std::ranges::count(path, '/')) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Bytes reply_to(std::span<const std::byte> question, const Parser::LookAtPicture& look) {
    Reader from(question);
    const auto picture = picture_in(from);
    const auto seen = picture ? look(*picture, from.last()) : tl::unexpected(Problem::Kind::picture_damaged);
    Writer reply;
    reply.number(static_cast<std::uint64_t>(seen ? Seen::size : Seen::problem));
    if (seen) {
        reply.number(static_cast<std::uint64_t>(seen->width_px));
        reply.number(static_cast<std::uint64_t>(seen->height_px));
    } else {
        reply.number(static_cast<std::uint64_t>(seen.error()));
    }
    return std::move(reply).take();
}

}  // namespace

Patience Patience::for_a_stick() {
    Patience patience;
    patience.left_ = milliseconds(16'000);
    return patience;
}

milliseconds Patience::next() const {
    constexpr milliseconds least{300};
    const milliseconds part = left_ / 3;
    return part < least ? milliseconds(0) : std::min(longest, part);
}

void Patience::spend(milliseconds taken, std::size_t bytes) {
    constexpr std::size_t bytes_a_ms = 10'000;  // a tenth of what is usual
    const milliseconds fair = milliseconds(40) + milliseconds(bytes / bytes_a_ms);
    if (left_ != milliseconds::max()) left_ -= std::clamp(taken - fair, milliseconds(0), left_);
}

Parser::Parser(Patience patience, const std::stop_token& stop)
    : articles_(program(), stop), pictures_(program(), stop), for_articles_(patience), for_pictures_(patience) {}

void Parser::start() {
    articles_.start();
}

Result<Bytes> Parser::run(platform::Sandbox& where, platform::Sandbox::Errand errand) {
    Patience& patience = &where == &pictures_ ? for_pictures_ : for_articles_;
    errand.time = patience.next();
    if (errand.time == milliseconds(0)) return fail(Fault::not_looked_at, {});
    auto answer = where.run(errand);
    constexpr milliseconds to_begin_anew{140};  // a tenth of a second beyond what is fair
    patience.spend(where.time_taken() + (where.is_running() ? milliseconds(0) : to_begin_anew), errand.rest.size());
    return answer;
}

Result<text::OpenedArticle> Parser::open_article(std::span<const std::byte> bytes, const std::string& file_name,
                                                 const LookAtPicture& look) {
    // What takes no looking into is told without.
    if (bytes.empty()) return fail(Fault::empty, file_name);
    if (bytes.size() > text::largest_file) return fail(Fault::too_large, file_name);
    Writer request = asking_for(Wanted::article);
    request.text(file_name);
    request.number(look ? 1 : 0);
    const Bytes head = std::move(request).take();
    platform::Sandbox::Errand errand{head, bytes, {}, largest_answer, {}};
    if (look) errand.reply = [&](std::span<const std::byte> question) { return reply_to(question, look); };
    const auto answer = run(articles_, std::move(errand));
    auto from = opened(answer);
    if (!from) return about(file_name, from.error());
    auto article = article_in(*from);
    if (!article) return fail(Fault::damaged, file_name);
    return std::move(*article);
}

Result<void> Parser::may_be_article(std::span<const std::byte> head, const std::string& file_name) {
    Writer request = asking_for(Wanted::fault);
    request.text(file_name);
    const auto answer = run(articles_, {std::move(request).take(), head, {}, small_answer, {}});
    const auto from = opened(answer);
    return from ? Result<void>() : about(file_name, from.error());
}

Result<std::u32string> Parser::characters(std::span<const std::byte> bytes, const std::string& file_name) {
    const auto answer = run(articles_, {asking_for(Wanted::characters).take(), bytes, {}, largest_answer, {}});
    auto from = opened(answer);
    if (!from) return about(file_name, from.error());
    return from_utf8(from->text());
}

Result<std::vector<std::string>> Parser::names_as_read(const std::vector<std::string>& paths) {
    Writer request = asking_for(Wanted::names);
    request.number(paths.size());
    for (const std::string& path : paths) request.text(path);
    const auto answer = run(articles_, {std::move(request).take(), {}, {}, largest_answer, {}});
    if (!answer) return tl::unexpected(answer.error());
    Reader from(*answer);
    std::vector<std::string> names;
    names.reserve(paths.size());
    for (const std::string& path : paths) {
        names.emplace_back(from.text());
        if (!names_same_place(names.back(), path)) return fail(Fault::damaged, {});
    }
    if (!from.is_read()) return fail(Fault::damaged, {});
    return names;
}

Result<text::PictureSize> Parser::size_of_picture(std::span<const std::byte> bytes) {
    const auto answer = run(pictures_, {asking_for(Wanted::size).take(), bytes, {}, small_answer, {}});
    auto from = opened(answer);
    if (!from) return tl::unexpected(from.error());
    text::PictureSize size;
    size.width_px = from->number_of(longest_side_px);
    size.height_px = from->number_of(longest_side_px);
    if (!from->is_read() || size.width_px == 0 || size.height_px == 0) return fail(Fault::damaged, {});
    return size;
}

Result<Bitmap> Parser::decode_picture(std::span<const std::byte> bytes, text::PictureSize size) {
    Writer request = asking_for(Wanted::pixels);
    request.number(static_cast<std::uint64_t>(size.width_px));
    request.number(static_cast<std::uint64_t>(size.height_px));
    return pixels(std::move(request).take(), bytes, size);
}

Result<Bitmap> Parser::decode_inside(std::span<const std::byte> article_file, const text::Picture& picture,
                                     text::PictureSize size) {
    Writer request = asking_for(Wanted::inner_pixels);
    request.number(static_cast<std::uint64_t>(size.width_px));
    request.number(static_cast<std::uint64_t>(size.height_px));
    carry(picture, request);
    return pixels(std::move(request).take(), article_file, size);
}

Result<Bitmap> Parser::pixels(const Bytes& head, std::span<const std::byte> file, text::PictureSize size) {
    const std::size_t count = static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px);
    const std::size_t bytes = count * sizeof(std::uint32_t);
    const auto answer = run(pictures_, {head, file, {}, bytes + small_answer, {}});
    auto from = opened(answer);
    if (!from) return tl::unexpected(from.error());
    const auto rows = from->last();
    if (rows.size() != bytes) return fail(Fault::damaged, {});
    Bitmap bitmap{size.width_px, size.height_px, std::vector<std::uint32_t>(count)};
    std::memcpy(bitmap.pixels.data(), rows.data(), bytes);
    for (std::uint32_t& pixel : bitmap.pixels) pixel |= 0xFF000000U;  // opaque, whoever says otherwise
    return bitmap;
}

}  // namespace tingdu::parsing
