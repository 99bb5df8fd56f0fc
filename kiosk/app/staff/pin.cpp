#include "kiosk/app/staff/pin.h"

#include <algorithm>

namespace tingdu::app {

int closed_s_after(int wrong) {
    constexpr int free_guesses = 3;
    constexpr int first_s = 30;
    constexpr int longest_s = 900;
    constexpr int most_doublings = 5;
    if (wrong <= free_guesses) return 0;
    return std::min(first_s << std::min(wrong - free_guesses - 1, most_doublings), longest_s);
}

bool is_easily_guessed(std::u32string_view pin) {
    const auto recurs_after = [&](std::size_t count) {
        return std::ranges::equal(pin.substr(count), pin.substr(0, pin.size() - count));
    };
    const auto climbs_by = [&](int step) {
        return std::ranges::adjacent_find(pin, [&](char32_t a, char32_t b) {
                   return static_cast<int>(b) - static_cast<int>(a) != step;
               }) == pin.end();
    };
    return recurs_after(1) || recurs_after(2) || recurs_after(3) || climbs_by(1) || climbs_by(-1);
}

}  // namespace tingdu::app
