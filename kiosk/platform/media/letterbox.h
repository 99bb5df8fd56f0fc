// What is to lie on a stick that this program may not write on: it is left in a folder, for somebody who may
// (deploy/leave-receipts) and who says what has become of it. What is left, nobody here knows.
#pragma once

#include <chrono>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/base/stick.h"
#include "kiosk/platform/media/media.h"

namespace tingdu::platform {

/// A stick that is slow to write has taken its few kilobytes by then, on a busy machine too.
inline constexpr std::chrono::milliseconds patience_with_post = std::chrono::seconds(60);

/// Has `write` fill LETTERBOX/NAME, NAME being the last part of the stick's folder, calls it NAME.ready when it is
/// whole, and waits until somebody calls it NAME.left or NAME.refused. Faults: unwritable, and those of `write`.
/// Blocks.
[[nodiscard]] Result<void> post(const std::string& letterbox, const Stick& stick, const Media::Write& write,
                                std::chrono::milliseconds patience = patience_with_post);

}  // namespace tingdu::platform
