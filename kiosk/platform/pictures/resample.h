// Pixels at one size → the same picture at another: every pixel of the new one is the mean of those of the old that lie
// under it, so that fine lines and letters stay readable. Whole numbers only: the same pixels on every machine.
#pragma once

#include "kiosk/base/bitmap.h"
#include "kiosk/platform/pictures/decoders.h"

namespace tingdu::platform {

/// On white. Memory: a few rows beside the result.
[[nodiscard]] Bitmap resampled(const StoredPixels& stored, int width_px, int height_px);

/// Turned and mirrored so that what EXIF's `orientation` (1 to 8) says of it is made good.
[[nodiscard]] Bitmap upright(Bitmap stored, int orientation);

}  // namespace tingdu::platform
