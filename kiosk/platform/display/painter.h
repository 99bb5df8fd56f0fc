// Paints a Scene on pixels in memory. The screen and the memory canvas share it, so that what tests see is what
// visitors see.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/platform/display/corners.h"
#include "kiosk/platform/display/lru.h"
#include "kiosk/platform/display/raster.h"
#include "kiosk/platform/display/typesetter.h"
#include "kiosk/scene/scene.h"

namespace tingdu::platform {

class Painter {
  public:
    explicit Painter(const Typesetter& typesetter) : typesetter_{typesetter} {}

    /// Where the raster still shows the scene that was painted last, only what has changed since is painted.
    /// Returns the box that was.
    scene::Rect paint(const scene::Scene& scene, const Raster& raster);
    /// The raster no longer shows what was painted on it.
    void forget() { painted_.reset(); }

  private:
    struct Place {
        const Raster& raster;
        scene::Rect clip;
    };
    void paint(const scene::Fill& fill, const Place& place);
    void paint(const scene::Outline& outline, const Place& place);
    void paint(const scene::Text& text, const Place& place);
    static void paint(const scene::Image& image, const Place& place);
    void paint_corners(const scene::Rect& rect, Corner corner, scene::Color color, const Place& place);

    struct CornerHash {
        std::size_t operator()(Corner corner) const;
    };

    const Typesetter& typesetter_;
    std::optional<scene::Scene> painted_;
    const std::uint32_t* painted_on_ = nullptr;
    Lru<Corner, Coverage, CornerHash, std::equal_to<>> corners_{4U << 20U};
};

}  // namespace tingdu::platform
