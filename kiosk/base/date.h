// A day as articles bear it.
// It only carries what was printed: no calendar, no clock, no time zone.
#pragma once

namespace tingdu {

/// `month` or `day` is 0 where only the year or the month is given.
struct Date {
    int year{};
    int month{};
    int day{};
    friend bool operator==(const Date&, const Date&) = default;
};

}  // namespace tingdu
