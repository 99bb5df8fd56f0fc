#include "kiosk/app/age.h"

#include <tuple>

#include "kiosk/app/phrases.h"

namespace tingdu::app {
namespace {

/// In doubt a date is as late as it can be: a month without a day ends with its last.
bool is_past(const Date& date, const Date& today) {
    const auto latest = [](const Date& d) {
        return std::tuple(d.year, d.month == 0 ? 12 : d.month, d.day == 0 ? 31 : d.day);
    };
    return latest(date) < latest(today);
}

}  // namespace

std::u32string outdated(const text::Article& article, const std::optional<Date>& today, const Wording& words) {
    if (!today) return {};
    if (article.last_day && is_past(*article.last_day, *today)) return day_has_passed(*article.last_day, words);
    if (!article.date) return {};
    const Date year_after{article.date->year + 1, article.date->month, article.date->day};
    if (!is_past(year_after, *today)) return {};
    return published_long_ago({article.date->year, article.date->month, 0}, words);
}

}  // namespace tingdu::app
