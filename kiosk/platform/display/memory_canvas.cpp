#include <cstdint>
#include <memory>
#include <vector>

#include <png.h>

#include "kiosk/platform/display/display.h"
#include "kiosk/platform/display/painter.h"

namespace tingdu::platform {
namespace {

class PixelCanvas : public MemoryCanvas {
  public:
    PixelCanvas(ScreenSize size, Faces faces)
        : size_{size},
          pixels_(static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px), 0xFF000000U),
          typesetter_{std::move(faces)} {}

    ScreenSize size() const override { return size_; }
    const scene::TextMeasure& measure() const override { return typesetter_; }
    void present(const scene::Scene& scene) override {
        painter_.paint(scene, {pixels_.data(), size_.width_px, size_.width_px, size_.height_px});
    }
    std::u32string take_missing_glyphs() override { return typesetter_.take_missing(); }

    Result<void> save_png(const std::string& path) const override {
        std::vector<png_byte> rgb;
        rgb.reserve(3 * pixels_.size());
        for (const std::uint32_t pixel : pixels_)
            for (const unsigned shift : {16U, 8U, 0U}) rgb.push_back(static_cast<png_byte>(pixel >> shift));
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = static_cast<png_uint_32>(size_.width_px);
        image.height = static_cast<png_uint_32>(size_.height_px);
        image.format = PNG_FORMAT_RGB;
        if (png_image_write_to_file(&image, path.c_str(), 0, rgb.data(), 0, nullptr) == 0)
            return fail(Fault::unwritable, path);
        return {};
    }

    unsigned pixel(int x, int y) const override {
        const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width_px);
        return pixels_.at(at + static_cast<std::size_t>(x)) & 0xFFFFFFU;
    }

  private:
    ScreenSize size_;
    std::vector<std::uint32_t> pixels_;
    Typesetter typesetter_;
    Painter painter_{typesetter_};
};

}  // namespace

Result<std::unique_ptr<MemoryCanvas>> open_memory_canvas(ScreenSize size, const FontChain& fonts) {
    return Faces::open(fonts).map([&](Faces&& faces) -> std::unique_ptr<MemoryCanvas> {
        return std::make_unique<PixelCanvas>(size, std::move(faces));
    });
}

}  // namespace tingdu::platform
