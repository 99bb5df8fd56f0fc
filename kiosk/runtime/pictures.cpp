#include "kiosk/runtime/pictures.h"

#include <utility>
#include <vector>

#include "kiosk/platform/files/files.h"
#include "kiosk/platform/pictures/pictures.h"
#include "kiosk/text/open.h"

namespace tingdu::runtime {
namespace {

using Kind = text::Problem::Kind;
using Bytes = Result<std::vector<std::byte>>;

/// The head of nearly every picture lies in these; a camera's preview and colour profile may stand before it.
constexpr std::size_t head_bytes = 256U << 10U;

Kind kind_of(Fault fault) {
    switch (fault) {
        case Fault::missing:
        case Fault::is_directory:
            return Kind::picture_missing;
        case Fault::too_large:
            return Kind::picture_too_large;
        case Fault::kind_not_taken:
            return Kind::picture_of_no_kind;
        default:
            return Kind::picture_damaged;
    }
}

Bytes fetch(const std::string& path, std::span<const std::byte> article_file, const text::Picture& picture,
            std::size_t first) {
    if (picture.at == text::Picture::At::beside)
        return platform::read_below(platform::folder_of(path), picture.name, text::largest_picture, first);
    auto bytes = text::bytes_inside(article_file, picture);
    if (!bytes) return fail(Fault::damaged, text::shown_name(picture));
    return std::move(*bytes);
}

Result<platform::PictureSize> look(const std::string& path, std::span<const std::byte> article_file,
                                   const text::Picture& picture) {
    const auto size_in = [](const std::vector<std::byte>& bytes) { return platform::size_of_picture(bytes); };
    const Bytes head = fetch(path, article_file, picture, head_bytes);
    auto size = head.and_then(size_in);
    const bool may_go_on = head && head->size() == head_bytes && !size && size.error().fault == Fault::damaged;
    return may_go_on ? fetch(path, article_file, picture, text::largest_picture).and_then(size_in) : size;
}

tl::expected<text::PictureSize, Kind> as_seen(const Result<platform::PictureSize>& size) {
    if (!size) return tl::unexpected(kind_of(size.error().fault));
    return text::PictureSize{size->width_px, size->height_px};
}

Result<Bitmap> make(const MakePicture& order) {
    const text::Picture& picture = order.article->pictures[order.picture];
    std::vector<std::byte> article_file;
    if (picture.at == text::Picture::At::inside) {
        auto bytes = platform::read_file(order.path, text::largest_file);
        if (!bytes) return tl::unexpected(bytes.error());
        article_file = std::move(*bytes);
    }
    return fetch(order.path, article_file, picture, text::largest_picture).and_then([&](const auto& bytes) {
        return platform::decode_picture(bytes, {order.width_px, order.height_px});
    });
}

}  // namespace

text::LookAtPicture looking_around(const std::string& path, std::span<const std::byte> bytes) {
    return [path, bytes](const text::Picture& picture) { return as_seen(look(path, bytes, picture)); };
}

text::LookAtPicture looking_closely(const std::string& path, std::span<const std::byte> bytes) {
    return [path, bytes](const text::Picture& picture) -> tl::expected<text::PictureSize, Kind> {
        const Bytes whole = fetch(path, bytes, picture, text::largest_picture);
        if (!whole) return tl::unexpected(kind_of(whole.error().fault));
        const auto decoded = platform::decode_picture(*whole, {1, 1});
        if (!decoded) return tl::unexpected(kind_of(decoded.error().fault));
        return as_seen(platform::size_of_picture(*whole));
    };
}

PictureMaker::Work making_pictures() {
    return [](const MakePicture& order, const PictureMaker::Deliver& deliver) {
        auto made = make(order);
        deliver(app::PictureMade{order.article, order.picture,
                                 made ? std::make_shared<const Bitmap>(std::move(*made)) : nullptr});
    };
}

}  // namespace tingdu::runtime
