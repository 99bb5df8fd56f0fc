#include "kiosk/platform/display/strikes.h"

#include <cmath>

namespace tingdu::platform {

bool Strikes::key_counts(PhysicalKey key, std::int64_t now_ms) {
    if (now_ms < deaf_until_ms_) return false;
    // From the last strike that counted: a hand that trembles on is still heard now and then.
    if (last_ && last_->key == key && now_ms - last_->at_ms < double_strike_ms_) return false;
    last_ = Struck{key, now_ms};
    return true;
}

bool Strikes::touch_counts(int x, int y, std::int64_t now_ms) const {
    const bool soon = now_ms - last_touch_.at_ms < double_touch_ms;
    return !soon || std::hypot(x - last_touch_.x, y - last_touch_.y) > one_place_mm * px_per_mm_;
}

}  // namespace tingdu::platform
