#include "kiosk/platform/display/fingers.h"

namespace tingdu::platform {

std::optional<InputEvent> Fingers::down(Finger finger, int x, int y, std::int64_t now_ms) {
    std::erase_if(on_glass_, [&](const auto& resting) { return now_ms - resting.second >= resting_ms; });
    if (lone_ && !on_glass_.contains(lone_->finger)) lone_.reset();
    on_glass_.insert_or_assign(finger, now_ms);
    if (on_glass_.size() == 1) {
        lone_ = Lone{finger, y};
        return TouchDown{x, y};
    }
    if (!lone_) return std::nullopt;
    lone_.reset();
    return TouchLost{};
}

std::optional<InputEvent> Fingers::moved(Finger finger, int x, int y) const {
    if (!lone_ || lone_->finger != finger) return std::nullopt;
    return TouchMove{x, y, (y - lone_->y) / px_per_mm_};
}

std::optional<InputEvent> Fingers::up(Finger finger, int x, int y) {
    on_glass_.erase(finger);
    if (!lone_ || lone_->finger != finger) return std::nullopt;
    lone_.reset();
    return TouchUp{x, y};
}

}  // namespace tingdu::platform
