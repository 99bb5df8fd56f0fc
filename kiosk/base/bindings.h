// What single keys have been bound to, by an operator or by teaching, beside what they mean anyway.
// It knows no keyboard, and not where a binding comes from.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/base/input_event.h"

namespace tingdu {

/// Without a meaning the key does nothing at all.
struct Binding {
    PhysicalKey key;
    std::optional<Key> meaning;
    friend bool operator==(const Binding&, const Binding&) = default;
};

/// The first that fits counts.
using Bindings = std::vector<Binding>;

/// None where the key is not bound.
[[nodiscard]] const Binding* find(const Bindings& bindings, PhysicalKey key);

}  // namespace tingdu
