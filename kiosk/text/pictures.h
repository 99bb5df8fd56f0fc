// What becomes of the pictures that a format has found: those that can be shown get their size, those that cannot leave
// their descriptions, and whoever fills the folder is told. How a picture is looked at, it is told.
#pragma once

#include <functional>

#include "kiosk/base/result.h"
#include "kiosk/text/draft.h"

namespace tingdu::text {

/// The size of a picture that lies beside or inside the article, or why it cannot be shown.
struct PictureSize {
    int width_px{};
    int height_px{};
};
using LookAtPicture = std::function<tl::expected<PictureSize, Problem::Kind>(const Picture&)>;

/// Without `look` none is shown. A picture of which neither words nor anything to see is left goes.
void look_at_pictures(Draft& draft, const LookAtPicture& look);

/// Reports pictures that nothing is said of. To be called once captions are known.
void report_unsaid_pictures(Draft& draft);

}  // namespace tingdu::text
