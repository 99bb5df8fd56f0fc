// What staff have settled for the place, in their room: it counts before what the operator has configured, and is kept.
// Where, it does not know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/library/curation.h"

namespace tingdu::app {

/// Between these minutes of the day, beyond midnight if they are so, the loudspeaker is no louder than this.
struct Ceiling {
    int from_min{};
    int to_min{};
    double db{};  ///< over the normal loudness
    friend bool operator==(const Ceiling&, const Ceiling&) = default;
};

/// What is nothing, staff have left to the operator.
struct House {
    std::optional<int> idle_s;                     ///< 120 to 300
    std::optional<std::vector<Ceiling>> ceilings;  ///< at most `most_ceilings`
    std::vector<std::string> languages_off;        ///< by their locales; never all
    std::optional<double> screen_scale;            ///< how much larger a millimetre is than it was taken for: 0.5 to 2
    std::int64_t clock_ahead_min{};                ///< how much later it is than the machine's clock says
    library::Curation curation;
    friend bool operator==(const House&, const House&) = default;
};

inline constexpr std::size_t most_ceilings = 6;
inline constexpr int least_idle_s = 120;
inline constexpr int most_idle_s = 300;

}  // namespace tingdu::app
