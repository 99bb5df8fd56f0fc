#include "kiosk/runtime/pictures.h"

#include <span>
#include <utility>
#include <vector>

#include "kiosk/platform/files/files.h"
#include "kiosk/text/open.h"

namespace tingdu::runtime {
namespace {

using Kind = text::Problem::Kind;

/// The head of nearly every picture lies in these; a camera's preview and colour profile may stand before it.
constexpr std::size_t head_bytes = 256U << 10U;

Kind kind_of(Fault fault) {
    switch (fault) {
        case Fault::missing:
        case Fault::is_directory:
            return Kind::picture_missing;
        case Fault::too_large:
        case Fault::too_slow:
        case Fault::too_much_memory:
        case Fault::not_looked_at:
            return Kind::picture_too_large;
        case Fault::kind_not_taken:
            return Kind::picture_of_no_kind;
        default:
            return Kind::picture_damaged;
    }
}

/// One that lies in its article's own file has been taken out of it already: `inside`.
Result<Bytes> fetch(Reader& reader, const std::string& path, const text::Picture& picture,
                    std::span<const std::byte> inside, std::size_t first) {
    if (picture.at == text::Picture::At::beside)
        return reader.read_beside(path, picture.name, text::largest_picture, first);
    return Bytes(inside.begin(), inside.end());
}

Result<text::PictureSize> look(Reader& reader, parsing::Parser& parser, const std::string& path,
                               const text::Picture& picture, std::span<const std::byte> inside) {
    const auto size_in = [&](const Bytes& bytes) { return parser.size_of_picture(bytes); };
    const auto head = fetch(reader, path, picture, inside, head_bytes);
    auto size = head.and_then(size_in);
    const bool may_go_on = head && head->size() == head_bytes && !size && size.error().fault == Fault::damaged;
    if (!may_go_on) return size;
    return fetch(reader, path, picture, inside, text::largest_picture).and_then(size_in);
}

tl::expected<text::PictureSize, Kind> as_seen(const Result<text::PictureSize>& size) {
    if (!size) return tl::unexpected(kind_of(size.error().fault));
    return *size;
}

Result<Bitmap> make(Reader& reader, parsing::Parser& parser, const MakePicture& order) {
    const text::Picture& picture = order.article->pictures[order.picture];
    const text::PictureSize size{order.width_px, order.height_px};
    if (picture.at == text::Picture::At::inside)
        return reader.read(order.path, text::largest_file).and_then([&](const Bytes& file) {
            return parser.decode_inside(file, picture, size);
        });
    return fetch(reader, order.path, picture, {}, text::largest_picture).and_then([&](const Bytes& bytes) {
        return parser.decode_picture(bytes, size);
    });
}

}  // namespace

parsing::Parser::LookAtPicture looking_around(Reader& reader, parsing::Parser& parser, const std::string& path) {
    return [&reader, &parser, path](const text::Picture& picture, std::span<const std::byte> inside) {
        return as_seen(look(reader, parser, path, picture, inside));
    };
}

parsing::Parser::LookAtPicture looking_closely(FetchPicture fetch, parsing::Parser& parser) {
    return
        [fetch = std::move(fetch), &parser](
            const text::Picture& picture, std::span<const std::byte> inside) -> tl::expected<text::PictureSize, Kind> {
            const bool is_inside = picture.at == text::Picture::At::inside;
            const auto whole = is_inside ? Result<Bytes>(Bytes(inside.begin(), inside.end())) : fetch(picture.name);
            if (!whole) return tl::unexpected(kind_of(whole.error().fault));
            const auto decoded = parser.decode_picture(*whole, {1, 1});
            if (!decoded) return tl::unexpected(kind_of(decoded.error().fault));
            return as_seen(parser.size_of_picture(*whole));
        };
}

PictureMaker::Work making_pictures(const Content& content, const std::stop_token& stop) {
    return [reader = std::make_shared<Reader>(content),
            parser = std::make_shared<parsing::Parser>(parsing::Patience(), stop)](
               const MakePicture& order, const PictureMaker::Deliver& deliver) {
        auto made = make(*reader, *parser, order);
        deliver(app::PictureMade{order.article, order.picture,
                                 made ? std::make_shared<const Bitmap>(std::move(*made)) : nullptr});
    };
}

}  // namespace tingdu::runtime
