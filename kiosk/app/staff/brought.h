// Settings that come from elsewhere, on a stick or in a pack: what they are, and what they would change. Nothing of a
// single machine travels: neither how large its screen is, nor what its clock is off by.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/staff/house.h"
#include "kiosk/base/result.h"

namespace tingdu::app {

struct State;

struct BroughtHouse {
    House house;
    std::vector<Error> errors;  ///< what of it was wrong, and is left out
};

/// What may travel of it.
[[nodiscard]] House fit_to_travel(House house);
/// What `house` would be if what is brought were taken: all that travels as it says there, the rest as it is.
[[nodiscard]] House with_brought(const House& house, const House& brought);

/// What would be otherwise.
struct HouseChange {
    std::u32string label;
    std::u32string before;
    std::u32string after;
};
[[nodiscard]] std::vector<HouseChange> changes_by(const House& brought, const State& state);
/// The same in a sentence; empty where nothing would be.
[[nodiscard]] std::u32string told_changes(const House& brought, const State& state);

}  // namespace tingdu::app
