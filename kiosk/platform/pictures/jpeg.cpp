#include <csetjmp>
#include <cstdio>
#include <utility>

#include <jpeglib.h>
// After jpeglib.h, which it needs and does not include.
#include <jerror.h>

#include "kiosk/platform/pictures/decoders.h"

namespace tingdu::platform {
namespace {

/// A picture in more passes than any program writes would only keep us busy.
constexpr int most_scans = 500;

/// libjpeg leaves by a jump, and complains to a stream unless it is told otherwise.
struct Complaints {
    jpeg_error_mgr base;
    std::jmp_buf way_out;
    bool is_cut_short;
};

Complaints& complaints_of(j_common_ptr decoder) {
    return *reinterpret_cast<Complaints*>(decoder->err);
}

void leave(j_common_ptr decoder) {
    std::longjmp(complaints_of(decoder).way_out, 1);
}

void note(j_common_ptr decoder, int level) {
    const int code = decoder->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) complaints_of(decoder).is_cut_short = true;
}

void watch(j_common_ptr decoder) {
    if (reinterpret_cast<j_decompress_ptr>(decoder)->input_scan_number > most_scans) leave(decoder);
}

/// What printers mix their colours of is stored upside down, as Photoshop has always done.
std::uint32_t from_cmyk(const JSAMPLE* ink) {
    const auto mixed = [&](int which) { return static_cast<std::uint32_t>(ink[which]) * ink[3] / 255U; };
    return 0xFF000000U | (mixed(0) << 16U) | (mixed(1) << 8U) | mixed(2);
}

/// Nothing in here may have a destructor: the way out is a jump. The caller owns what is filled.
bool read(j_decompress_ptr decoder, Complaints& complaints, std::span<const std::byte> bytes, const PictureHead& head,
          int least_width_px, int least_height_px, StoredPixels& stored) {
    if (setjmp(complaints.way_out) != 0) return false;
    jpeg_mem_src(decoder, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(decoder, TRUE);
    if (std::cmp_not_equal(decoder->image_width, head.width_px) ||
        std::cmp_not_equal(decoder->image_height, head.height_px))
        return false;
    const bool is_cmyk = decoder->jpeg_color_space == JCS_CMYK || decoder->jpeg_color_space == JCS_YCCK;
    decoder->out_color_space = is_cmyk ? JCS_CMYK : JCS_EXT_BGRA;
    // An eighth, a quarter or a half costs hardly more than its share.
    for (decoder->scale_num = 1, decoder->scale_denom = 8; decoder->scale_denom > 1; decoder->scale_denom /= 2) {
        jpeg_calc_output_dimensions(decoder);
        if (static_cast<int>(decoder->output_width) >= least_width_px &&
            static_cast<int>(decoder->output_height) >= least_height_px)
            break;
    }
    jpeg_start_decompress(decoder);
    stored.width_px = static_cast<int>(decoder->output_width);
    stored.height_px = static_cast<int>(decoder->output_height);
    const std::size_t width = decoder->output_width;
    stored.pixels.resize(width * decoder->output_height);
    while (decoder->output_scanline < decoder->output_height) {
        std::uint32_t* row = stored.pixels.data() + decoder->output_scanline * width;
        auto* samples = reinterpret_cast<JSAMPLE*>(row);
        jpeg_read_scanlines(decoder, &samples, 1);
        if (is_cmyk)
            for (std::size_t x = 0; x < width; ++x) row[x] = from_cmyk(samples + x * 4);
    }
    return !complaints.is_cut_short;
}

}  // namespace

std::optional<StoredPixels> decode_jpeg(std::span<const std::byte> bytes, const PictureHead& head, int least_width_px,
                                        int least_height_px) {
    Complaints complaints{};
    jpeg_decompress_struct decoder{};
    decoder.err = jpeg_std_error(&complaints.base);
    complaints.base.error_exit = leave;
    complaints.base.emit_message = note;
    jpeg_progress_mgr progress{};
    progress.progress_monitor = watch;
    jpeg_create_decompress(&decoder);
    decoder.progress = &progress;
    StoredPixels stored;
    const bool is_whole = read(&decoder, complaints, bytes, head, least_width_px, least_height_px, stored);
    jpeg_destroy_decompress(&decoder);
    if (!is_whole) return std::nullopt;
    return stored;
}

}  // namespace tingdu::platform
