// What is settled once for the place: languages, the size of the screen, the clock.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

#include "kiosk/app/staff/pages/page.h"
#include "kiosk/base/calendar.h"
#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

constexpr double scale_step = 0.01;
constexpr double least_scale = 0.5;
constexpr double most_scale = 2;

class LanguagesPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_languages, state); }
    std::u32string told(const State& state) const override { return say(Phrase::languages_told, state); }
    int row_count(const State& state) const override { return state.languages->count(); }

    StaffRow row(int entry, const State& state) const override {
        return {(*state.languages)[entry].name(),
                say(is_spoken(entry, state) ? Phrase::staff_yes : Phrase::staff_no, state), true};
    }

    Deed step(int entry, int, const State& state) const override {
        House house = *state.house;
        const std::string& code = (*state.languages)[entry].code();
        if (std::erase(house.languages_off, code) == 0) {
            const bool is_last = std::cmp_equal(house.languages_off.size() + 1, state.languages->count());
            if (is_last) return Refuse{Phrase::languages_one};
            house.languages_off.push_back(code);
        }
        return Settle{std::move(house)};
    }
};

class ScreenPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_screen, state); }
    std::u32string told(const State& state) const override { return say(Phrase::screen_told, state); }
    int row_count(const State&) const override { return 1; }

    StaffRow row(int, const State& state) const override {
        constexpr int percent = 100;
        const auto scale = std::lround(percent * state.house->screen_scale.value_or(1));
        return {say(Phrase::screen_width, state),
                say(Phrase::screen_percent, state, {{"percent", from_utf8(std::to_string(scale))}}), true};
    }

    Deed step(int, int by, const State& state) const override {
        House house = *state.house;
        const double wished = house.screen_scale.value_or(1) + (by == 0 ? 1 : by) * scale_step;
        house.screen_scale = std::clamp(wished, least_scale, most_scale);
        return Settle{std::move(house)};
    }
};

/// The machine's own clock stays as it is: it is not the kiosk's to set.
class ClockPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_time, state); }
    std::u32string told(const State& state) const override { return say(Phrase::clock_told, state); }
    int row_count(const State& state) const override {
        return state.today && state.minute_of_day ? clock_row_count : 0;
    }

    StaffRow row(int entry, const State& state) const override {
        const Date& today = *state.today;
        const auto number = [](int part) { return from_utf8(std::to_string(part)); };
        switch (static_cast<ClockRow>(entry)) {
            case ClockRow::year:
                return {say(Phrase::clock_year, state), number(today.year), true};
            case ClockRow::month:
                return {say(Phrase::clock_month, state), number(today.month), true};
            case ClockRow::day:
                return {say(Phrase::clock_day, state), number(today.day), true};
            case ClockRow::hour:
                return {say(Phrase::clock_hour, state), number(*state.minute_of_day / minutes_of_hour), true};
            case ClockRow::minute:
                return {say(Phrase::clock_minute, state), number(*state.minute_of_day % minutes_of_hour), true};
            case ClockRow::machine:
                return {say(Phrase::clock_machine, state),
                        say(state.house->clock_ahead_min == 0 ? Phrase::staff_yes : Phrase::staff_no, state)};
        }
        return {};
    }

    Deed choose(int, const State& state) const override {
        House house = *state.house;
        if (house.clock_ahead_min == 0) return AskAgain{};
        house.clock_ahead_min = 0;
        return Settle{std::move(house)};
    }

    Deed step(int entry, int by, const State& state) const override {
        const int step = by == 0 ? 1 : by;
        const Date now = *state.today;
        Date wished = now;
        std::int64_t minutes = 0;
        switch (static_cast<ClockRow>(entry)) {
            case ClockRow::year:
                wished.year = std::clamp(now.year + step, first_year, last_year);
                break;
            case ClockRow::month:
                wished.month = (now.month - 1 + step + months_of_year) % months_of_year + 1;
                break;
            case ClockRow::day:
                wished = date_of(sys_days_of(now) + std::chrono::days(step));
                break;
            case ClockRow::hour:
                minutes = std::int64_t{step} * minutes_of_hour;
                break;
            case ClockRow::minute:
                minutes = step;
                break;
            case ClockRow::machine:
                return AskAgain{};
        }
        // The 31st is the last of a month that has fewer.
        using namespace std::chrono;
        const auto last = year{wished.year} / wished.month / std::chrono::last;
        wished.day = std::min(wished.day, static_cast<int>(unsigned{year_month_day_last(last).day()}));
        if (wished.year < first_year || wished.year > last_year) wished = now;
        minutes += duration_cast<std::chrono::minutes>(sys_days_of(wished) - sys_days_of(now)).count();
        House house = *state.house;
        house.clock_ahead_min += minutes;
        return Settle{std::move(house)};
    }

  private:
    static constexpr int minutes_of_hour = 60;
    static constexpr int months_of_year = 12;
    static constexpr int first_year = 2024;
    static constexpr int last_year = 2099;
};

}  // namespace

const Page& languages_page() {
    static const LanguagesPage page;
    return page;
}

const Page& screen_page() {
    static const ScreenPage page;
    return page;
}

const Page& clock_page() {
    static const ClockPage page;
    return page;
}

int idle_s(const State& state) {
    return state.house->idle_s.value_or(state.rules.idle_s);
}

std::u32string spoken_languages(const State& state) {
    std::u32string all;
    for (int language = 0; language < state.languages->count(); ++language) {
        if (!is_spoken(language, state)) continue;
        if (!all.empty()) all += say(Phrase::health_apart, state);
        all += (*state.languages)[language].name();
    }
    return all;
}

bool is_spoken(int language, const State& state) {
    return std::ranges::find(state.house->languages_off, (*state.languages)[language].code()) ==
           state.house->languages_off.end();
}

int next_language(const State& state) {
    const int count = state.languages->count();
    int language = state.settings[Setting::language];
    for (int i = 0; i < count; ++i) {
        language = (language + 1) % count;
        if (is_spoken(language, state)) return language;
    }
    return state.settings[Setting::language];
}

}  // namespace tingdu::app
