// Days as numbers, to reckon with. It knows no clock and no time zone.
// A date is a whole one here: its month and its day are given.
#pragma once

#include <chrono>
#include <cstdint>

#include "kiosk/base/date.h"

namespace tingdu {

[[nodiscard]] inline std::chrono::sys_days sys_days_of(const Date& date) {
    using namespace std::chrono;
    return year{date.year} / date.month / date.day;
}

[[nodiscard]] inline Date date_of(std::chrono::sys_days day) {
    const std::chrono::year_month_day date = day;
    return {int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()})};
}

/// A moment by a clock on the wall.
struct WallTime {
    Date day;
    int minute_of_day{};
};

[[nodiscard]] inline WallTime later(const WallTime& time, std::int64_t minutes) {
    const auto then = sys_days_of(time.day) + std::chrono::minutes(time.minute_of_day + minutes);
    const auto day = std::chrono::floor<std::chrono::days>(then);
    return {date_of(day), static_cast<int>((then - day).count())};
}

}  // namespace tingdu
