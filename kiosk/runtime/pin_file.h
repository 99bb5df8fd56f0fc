// The file of the staff's PIN: a seal, and how often somebody has got it wrong since it was right last. Every function
// blocks for as long as the disk and the sealing take.
#pragma once

#include <string>

#include "kiosk/app/message.h"
#include "kiosk/base/result.h"

namespace tingdu::runtime {

/// What is known of it; a file that is not there or not one of ours is no PIN.
[[nodiscard]] app::PinIs look_for_pin(const std::string& path);

/// The guess is counted on the disk before it is looked at, so that switching off does not undo it. Where the disk
/// takes nothing it counts for as long as the program runs.
[[nodiscard]] app::PinTried try_pin(const std::string& path, const std::string& pin, int wrong_before);

/// Replaces the one that is there. Faults: unwritable, no_space, too_much_memory.
[[nodiscard]] Result<void> keep_pin(const std::string& path, const std::string& pin);

}  // namespace tingdu::runtime
