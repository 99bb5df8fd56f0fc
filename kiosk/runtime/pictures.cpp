#include "kiosk/runtime/pictures.h"

#include <utility>
#include <vector>

#include "kiosk/platform/files/files.h"
#include "kiosk/platform/pictures/pictures.h"
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
            return Kind::picture_too_large;
        case Fault::kind_not_taken:
            return Kind::picture_of_no_kind;
        default:
            return Kind::picture_damaged;
    }
}

Result<Bytes> fetch_inside(std::span<const std::byte> article_file, const text::Picture& picture) {
    auto bytes = text::bytes_inside(article_file, picture);
    if (!bytes) return fail(Fault::damaged, text::shown_name(picture));
    return std::move(*bytes);
}

Result<Bytes> fetch(Reader& reader, const std::string& path, std::span<const std::byte> article_file,
                    const text::Picture& picture, std::size_t first) {
    if (picture.at == text::Picture::At::beside)
        return reader.read_beside(path, picture.name, text::largest_picture, first);
    return fetch_inside(article_file, picture);
}

Result<platform::PictureSize> look(Reader& reader, const std::string& path, std::span<const std::byte> article_file,
                                   const text::Picture& picture) {
    const auto size_in = [](const Bytes& bytes) { return platform::size_of_picture(bytes); };
    const auto head = fetch(reader, path, article_file, picture, head_bytes);
    auto size = head.and_then(size_in);
    const bool may_go_on = head && head->size() == head_bytes && !size && size.error().fault == Fault::damaged;
    if (!may_go_on) return size;
    return fetch(reader, path, article_file, picture, text::largest_picture).and_then(size_in);
}

tl::expected<text::PictureSize, Kind> as_seen(const Result<platform::PictureSize>& size) {
    if (!size) return tl::unexpected(kind_of(size.error().fault));
    return text::PictureSize{size->width_px, size->height_px};
}

Result<Bitmap> make(Reader& reader, const MakePicture& order) {
    const text::Picture& picture = order.article->pictures[order.picture];
    Bytes article_file;
    if (picture.at == text::Picture::At::inside) {
        auto bytes = reader.read(order.path, text::largest_file);
        if (!bytes) return tl::unexpected(bytes.error());
        article_file = std::move(*bytes);
    }
    return fetch(reader, order.path, article_file, picture, text::largest_picture).and_then([&](const auto& bytes) {
        return platform::decode_picture(bytes, {order.width_px, order.height_px});
    });
}

}  // namespace

text::LookAtPicture looking_around(Reader& reader, const std::string& path, std::span<const std::byte> bytes) {
    return [&reader, path, bytes](const text::Picture& picture) { return as_seen(look(reader, path, bytes, picture)); };
}

text::LookAtPicture looking_closely(FetchPicture fetch, std::span<const std::byte> bytes) {
    return [fetch = std::move(fetch), bytes](const text::Picture& picture) -> tl::expected<text::PictureSize, Kind> {
        const bool is_inside = picture.at == text::Picture::At::inside;
        const auto whole = is_inside ? fetch_inside(bytes, picture) : fetch(picture.name);
        if (!whole) return tl::unexpected(kind_of(whole.error().fault));
        const auto decoded = platform::decode_picture(*whole, {1, 1});
        if (!decoded) return tl::unexpected(kind_of(decoded.error().fault));
        return as_seen(platform::size_of_picture(*whole));
    };
}

PictureMaker::Work making_pictures(const Content& content) {
    return
        [reader = std::make_shared<Reader>(content)](const MakePicture& order, const PictureMaker::Deliver& deliver) {
            auto made = make(*reader, order);
            deliver(app::PictureMade{order.article, order.picture,
                                     made ? std::make_shared<const Bitmap>(std::move(*made)) : nullptr});
        };
}

}  // namespace tingdu::runtime
