#include "kiosk/base/bindings.h"

#include <algorithm>

namespace tingdu {

const Binding* find(const Bindings& bindings, PhysicalKey key) {
    const auto found = std::ranges::find(bindings, key, &Binding::key);
    return found == bindings.end() ? nullptr : &*found;
}

}  // namespace tingdu
