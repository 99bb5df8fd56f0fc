#include "kiosk/parsing/service.h"

#include <limits>
#include <string>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/parsing/carried.h"
#include "kiosk/platform/pictures/pictures.h"
#include "kiosk/text/encoding.h"
#include "kiosk/text/file_names.h"
#include "kiosk/text/kind.h"
#include "kiosk/text/open.h"

namespace tingdu::parsing {
namespace {

using Bytes = std::vector<std::byte>;
using Ask = std::function<Bytes(std::span<const std::byte>)>;
using Problem = text::Problem;

constexpr int largest_side = std::numeric_limits<int>::max();

Bytes failed(const Error& error) {
    Writer answer;
    answer.number(1);
    carry(error, answer);
    return std::move(answer).take();
}

/// `write` puts down what there is.
template <class Value>
Bytes answered(const Result<Value>& result, const auto& write) {
    if (!result) return failed(result.error());
    Writer answer;
    answer.number(0);
    write(*result, answer);
    return std::move(answer).take();
}

tl::expected<text::PictureSize, Problem::Kind> seen_in(std::span<const std::byte> reply) {
    Reader from(reply);
    if (from.number(1) == static_cast<std::uint64_t>(Seen::problem))
        return tl::unexpected(static_cast<Problem::Kind>(from.number()));
    const int width_px = from.number_of(largest_side);
    const int height_px = from.number_of(largest_side);
    return text::PictureSize{width_px, height_px};
}

text::LookAtPicture looking(std::span<const std::byte> file, const Ask& ask) {
    return [file, &ask](const text::Picture& picture) -> tl::expected<text::PictureSize, Problem::Kind> {
        Writer question;
        carry(picture, question);
        if (picture.at == text::Picture::At::inside) {
            const auto inside = text::bytes_inside(file, picture);
            if (!inside) return tl::unexpected(Problem::Kind::picture_damaged);
            question.last(*inside);
        }
        return seen_in(ask(std::move(question).take()));
    };
}

Bytes article(Reader& request, const Ask& ask) {
    const std::string name(request.text());
    const bool asks = request.number(1) == 1;
    const auto file = request.last();
    return answered(text::open_article(file, name, asks ? looking(file, ask) : text::LookAtPicture()),
                    [](const text::OpenedArticle& opened, Writer& into) { carry(opened, into); });
}

Bytes fault(Reader& request) {
    const std::string name(request.text());
    return answered(text::wrapping_of(request.last(), name), [](text::Wrapping, Writer&) {});
}

Bytes characters(Reader& request) {
    const auto bytes = request.last();
    const auto encoding = text::detect(bytes);
    if (!encoding) return failed({Fault::binary, {}, {}});
    Writer answer;
    answer.number(0);
    answer.text(to_utf8(text::decode(bytes, *encoding)));
    return std::move(answer).take();
}

Bytes names(Reader& request) {
    std::vector<std::string> paths(request.count());
    for (std::string& path : paths) path = request.text();
    Writer answer;
    for (const std::string& name : text::names_as_read(paths)) answer.text(name);
    return std::move(answer).take();
}

Bytes size(Reader& request) {
    return answered(platform::size_of_picture(request.last()), [](platform::PictureSize found, Writer& into) {
        into.number(static_cast<std::uint64_t>(found.width_px));
        into.number(static_cast<std::uint64_t>(found.height_px));
    });
}

Bytes pixels(Wanted wanted, Reader& request) {
    const int width_px = request.number_of(largest_side);
    const int height_px = request.number_of(largest_side);
    Result<Bitmap> made = fail(Fault::damaged, {});
    if (wanted == Wanted::inner_pixels) {
        const auto picture = picture_in(request);
        const auto inside = picture ? text::bytes_inside(request.last(), *picture) : std::nullopt;
        if (inside) made = platform::decode_picture(*inside, {width_px, height_px});
    } else {
        made = platform::decode_picture(request.last(), {width_px, height_px});
    }
    return answered(made,
                    [](const Bitmap& bitmap, Writer& into) { into.last(std::as_bytes(std::span(bitmap.pixels))); });
}

}  // namespace

Bytes work_on(std::span<const std::byte> request, const Ask& ask) {
    Reader from(request);
    const auto wanted = static_cast<Wanted>(from.number(static_cast<std::uint64_t>(Wanted::inner_pixels)));
    switch (wanted) {
        case Wanted::article:
            return article(from, ask);
        case Wanted::fault:
            return fault(from);
        case Wanted::characters:
            return characters(from);
        case Wanted::names:
            return names(from);
        case Wanted::size:
            return size(from);
        case Wanted::pixels:
        case Wanted::inner_pixels:
            return pixels(wanted, from);
    }
    return {};
}

}  // namespace tingdu::parsing
