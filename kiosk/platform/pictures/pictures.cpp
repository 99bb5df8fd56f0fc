#include "kiosk/platform/pictures/pictures.h"

#include <utility>

#include "kiosk/platform/pictures/decoders.h"
#include "kiosk/platform/pictures/head.h"
#include "kiosk/platform/pictures/resample.h"

namespace tingdu::platform {

Result<PictureSize> size_of_picture(std::span<const std::byte> bytes) {
    return head_of_picture(bytes).map([](const PictureHead& head) {
        return head.lies_on_its_side() ? PictureSize{head.height_px, head.width_px}
                                       : PictureSize{head.width_px, head.height_px};
    });
}

Result<Bitmap> decode_picture(std::span<const std::byte> bytes, PictureSize size) {
    const auto head = head_of_picture(bytes);
    if (!head) return tl::unexpected(head.error());
    if (head->lies_on_its_side()) std::swap(size.width_px, size.height_px);
    const auto stored = [&] {
        switch (head->kind) {
            case PictureKind::png:
                return decode_png(bytes, *head);
            case PictureKind::webp:
                return decode_webp(bytes, *head);
            case PictureKind::jpeg:
                break;
        }
        return decode_jpeg(bytes, *head, size.width_px, size.height_px);
    }();
    if (!stored) return fail(Fault::damaged, {});
    return upright(resampled(*stored, size.width_px, size.height_px), head->orientation);
}

}  // namespace tingdu::platform
