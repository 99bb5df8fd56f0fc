// Whether headphones are plugged in: one flag, told by whoever can know, looked at by whoever lets sound through.
// It knows nothing of sound.
#pragma once

#include <atomic>
#include <memory>
#include <string>

namespace tingdu::platform {

struct Jack {
    std::atomic<bool> is_in = false;
};

/// Follows the sockets of the machine's sound cards whose name has `name` in it ("Headphone"), on a thread that ends
/// with the last who holds what is returned. Without such a socket nothing is ever in.
[[nodiscard]] std::shared_ptr<const Jack> watch_jack(const std::string& name);

}  // namespace tingdu::platform
