// In the staff's room.
#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr int time_step_min = 30;
constexpr int idle_step_s = 60;
constexpr double scale_step = 0.01;
constexpr double least_scale = 0.5;
constexpr double most_scale = 2;
/// In the evening most halls want it quieter.
constexpr Ceiling usual_ceiling{20 * 60, 8 * 60, volume_db[2]};

Date days_after(const Date& date, int count) {
    using namespace std::chrono;
    const sys_days day =
        year{date.year} / month{static_cast<unsigned>(date.month)} / std::chrono::day{static_cast<unsigned>(date.day)};
    const year_month_day to = day + days{count};
    return {int{to.year()}, static_cast<int>(unsigned{to.month()}), static_cast<int>(unsigned{to.day()})};
}

/// How many days later `one` is; negative where it is earlier.
int days_between(const Date& one, const Date& other) {
    using namespace std::chrono;
    const auto day_of = [](const Date& date) {
        return sys_days{year{date.year} / month{static_cast<unsigned>(date.month)} /
                        std::chrono::day{static_cast<unsigned>(date.day)}};
    };
    return static_cast<int>((day_of(one) - day_of(other)).count());
}

/// The steps that a visitor has: the one that counts for this ceiling.
int step_of_db(double db) {
    const auto above = std::ranges::upper_bound(volume_db, db);
    return std::max(static_cast<int>(above - volume_db.begin()) - 1, 0);
}

int turned(int minute_of_day, int by_min) {
    return ((minute_of_day + by_min) % minutes_of_day + minutes_of_day) % minutes_of_day;
}

}  // namespace

void Mind::operator()(const HouseIs& house) {
    state_.house = std::make_shared<const House>(house.house);
    if (!is_spoken(state_.settings[Setting::language], state_))
        state_.settings.set(Setting::language, next_language(state_));
    show_articles();
    want(SetVolume{gain_db(state_)});
}

void Mind::operator()(const HouseNotKept& failed) {
    if (!is_about_staff(state_)) return;  // whoever has come meanwhile can do nothing about it
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    notify(state_, words(state_).say(Phrase::staff_not_kept, {{"fault", fault}}), trouble_ms);
    want(Chime{Earcon::refused});
}

void Mind::operator()(const HealthSeen& seen) {
    state_.staff.health = seen.health;
    state_.staff.is_looking = false;
    if (state_.screen != Screen::staff || state_.staff.way.back().page != StaffPage::health) return;
    state_.staff.way.back().entry = 0;
    ++state_.staff.turns;
    want(Silence{});
    want(Chime{Earcon::done});
}

void Mind::operator()(const LibraryWentBack&) {
    if (is_about_staff(state_)) mention(Phrase::articles_went_back);
}

void Mind::operator()(const LibraryStayed& failed) {
    if (is_about_staff(state_)) mention(from_utf8(sentence(failed.error, words(state_))));
}

void Mind::look_at_health() {
    if (state_.staff.is_looking) return;
    state_.staff.is_looking = true;
    want(LookAtHealth{});
}

void Mind::press_on_staff(Key key) {
    switch (key) {
        case Key::left:
            step_on_staff(-1);
            return;
        case Key::right:
            step_on_staff(+1);
            return;
        case Key::back:
            leave_page();
            return;
        default:
            press_on_list(key);
            return;
    }
}

void Mind::turn_page(StaffPage page, int of) {
    state_.staff.sure.reset();
    if (page == StaffPage::room)
        state_.staff.way.resize(1);
    else
        state_.staff.way.push_back({page, of, 0});
    ++state_.staff.turns;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::opened});
}

void Mind::leave_page() {
    if (state_.staff.way.size() == 1) {
        go_to(Screen::welcome, Earcon::done);
        return;
    }
    state_.staff.sure.reset();
    state_.staff.way.pop_back();
    ++state_.staff.turns;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::done});
}

void Mind::close_staff_room() {
    state_.staff.pad.reset();
    state_.staff.offer.reset();
    state_.staff.sure.reset();
    state_.staff.way.clear();
    state_.staff.is_in = false;
}

void Mind::choose_on_staff(int entry) {
    const StaffPlace here = state_.staff.way.back();
    if (staff_row(entry, state_).has_steps) {
        step_on_staff(0);
        return;
    }
    switch (here.page) {
        case StaffPage::room:
            choose_door(static_cast<StaffDoor>(entry));
            return;
        case StaffPage::subjects:
            if (std::cmp_less(entry, state_.staff.all ? state_.staff.all->subjects.size() : 0)) {
                turn_page(StaffPage::articles, entry);
            } else if (state_.staff.sure == here) {
                state_.staff.sure.reset();
                want(GoBackInLibrary{});
            } else {  // nothing takes it back but the stick
                state_.staff.sure = here;
                want(Silence{});
                want(Chime{Earcon::edge});
                notify(state_, std::u32string(words(state_)[Phrase::library_sure]), mentioned_ms);
            }
            return;
        case StaffPage::articles:
            turn_page(StaffPage::article, entry);
            return;
        case StaffPage::article:
            choose_of_article(static_cast<ArticleRow>(entry));
            return;
        case StaffPage::loudness:
            if (std::cmp_equal(entry, ceilings(state_).size())) {
                House house = *state_.house;
                house.ceilings = ceilings(state_);
                house.ceilings->push_back(usual_ceiling);
                settle(std::move(house));
            }
            turn_page(StaffPage::ceiling, entry);
            return;
        case StaffPage::ceiling: {
            House house = *state_.house;
            house.ceilings = ceilings(state_);
            house.ceilings->erase(house.ceilings->begin() + here.of);
            leave_page();
            settle(std::move(house));
            state_.staff.way.back().entry = 0;
            return;
        }
        case StaffPage::health:
            ask_again();
            return;
        case StaffPage::languages:
        case StaffPage::screen:
            return;
    }
}

void Mind::choose_door(StaffDoor door) {
    switch (door) {
        case StaffDoor::articles:
            turn_page(StaffPage::subjects);
            return;
        case StaffDoor::health:
            look_at_health();
            turn_page(StaffPage::health);
            return;
        case StaffDoor::loudness:
            turn_page(StaffPage::loudness);
            return;
        case StaffDoor::languages:
            turn_page(StaffPage::languages);
            return;
        case StaffDoor::screen:
            turn_page(StaffPage::screen);
            return;
        case StaffDoor::keys:
            (*this)(LearnKeys{});
            return;
        case StaffDoor::pin:
            step_aside(Screen::pin);
            state_.staff.pad = PinPad{PinPad::Asks::choice, PinPad::Then::go_in, {}, {}, 0, false};
            return;
        case StaffDoor::idle:
            return;  // has steps
        case StaffDoor::leave:
            go_to(Screen::welcome, Earcon::done);
            return;
    }
}

library::Curated Mind::of_article() const {
    const auto& articles = state_.house->curation.articles;
    const auto found = articles.find(staff_article_key(state_));
    return found == articles.end() ? library::Curated{} : found->second;
}

void Mind::curate(const library::Curated& curated) {
    House house = *state_.house;
    if (curated == library::Curated{})
        house.curation.articles.erase(staff_article_key(state_));
    else
        house.curation.articles[staff_article_key(state_)] = curated;
    settle(std::move(house));
    show_articles();
}

void Mind::choose_of_article(ArticleRow row) {
    const StaffPlace here = state_.staff.way.back();
    const library::Subject* subject = staff_subject(state_);
    if (!subject) return;
    if (row == ArticleRow::listen) {
        state_.below.push_back({Screen::staff, false});
        fetch(subject->entries[static_cast<std::size_t>(here.of)].path);
        want(Chime{Earcon::opened});
        return;
    }
    if (here.of == 0) {
        answer(Earcon::limit, words(state_)[Phrase::article_is_first]);
        return;
    }
    House house = *state_.house;
    house.curation = library::moved_up(std::move(house.curation), *subject, static_cast<std::size_t>(here.of));
    settle(std::move(house));
    state_.staff.way.back().of = here.of - 1;
    (state_.staff.way.end() - 2)->entry = here.of - 1;
    show_articles();
    answer(Earcon::up, words(state_).say(Phrase::article_is_now, {{"number", here.of}}));
}

/// `by` 0: the next one, and from the last the first again.
void Mind::step_on_staff(int by) {
    const StaffPlace here = state_.staff.way.back();
    if (!staff_row(here.entry, state_).has_steps) {
        ask_again();
        return;
    }
    House house = *state_.house;
    const std::u32string before = staff_row(here.entry, state_).value;
    const int step = by == 0 ? 1 : by;
    switch (here.page) {
        case StaffPage::room: {
            const int wished = idle_s(state_) + step * idle_step_s;
            const int round = wished > most_idle_s ? least_idle_s : wished;
            house.idle_s = by == 0 ? round : std::clamp(wished, least_idle_s, most_idle_s);
            break;
        }
        case StaffPage::article:
            step_article(static_cast<ArticleRow>(here.entry), by);
            house = *state_.house;
            break;
        case StaffPage::ceiling: {
            house.ceilings = ceilings(state_);
            Ceiling& ceiling = (*house.ceilings)[static_cast<std::size_t>(here.of)];
            const auto row = static_cast<CeilingRow>(here.entry);
            if (row == CeilingRow::from) ceiling.from_min = turned(ceiling.from_min, step * time_step_min);
            if (row == CeilingRow::to) ceiling.to_min = turned(ceiling.to_min, step * time_step_min);
            if (row == CeilingRow::loudest) {
                constexpr int count = static_cast<int>(volume_db.size());
                const int wished = step_of_db(ceiling.db) + step;
                ceiling.db =
                    volume_db[static_cast<std::size_t>(by == 0 ? wished % count : std::clamp(wished, 0, count - 1))];
            }
            break;
        }
        case StaffPage::languages: {
            const std::string& code = (*state_.languages)[here.entry].code();
            const bool is_last = std::cmp_equal(house.languages_off.size() + 1, state_.languages->count());
            if (std::erase(house.languages_off, code) > 0) break;
            if (is_last) {
                answer(Earcon::limit, words(state_)[Phrase::languages_one]);
                return;
            }
            house.languages_off.push_back(code);
            break;
        }
        case StaffPage::screen:
            house.screen_scale =
                std::clamp(house.screen_scale.value_or(1) + step * scale_step, least_scale, most_scale);
            break;
        default:
            return;
    }
    settle(std::move(house));
    const std::u32string now = staff_row(here.entry, state_).value;
    want(Answer{now == before ? Earcon::limit : by < 0 ? Earcon::down : Earcon::up, now});  // the row shows it
}

void Mind::step_article(ArticleRow row, int by) {
    library::Curated curated = of_article();
    if (row == ArticleRow::shown) curated.is_hidden = !curated.is_hidden;
    if (row == ArticleRow::until && state_.today) {
        // Choosing goes on to the next of these, and then to none; less and more go by days.
        constexpr std::array usual{7, 30, 90, 365};
        const int days = curated.until ? days_between(*curated.until, *state_.today) : 0;
        if (by == 0) {
            const auto next = std::ranges::upper_bound(usual, days);
            curated.until = next == usual.end() ? std::nullopt : std::optional(days_after(*state_.today, *next));
        } else if (!curated.until) {
            if (by > 0) curated.until = state_.today;
        } else {
            curated.until = days + by < 0 ? std::nullopt : std::optional(days_after(*state_.today, days + by));
        }
    }
    curate(curated);
}

void Mind::settle(House house) {
    if (house == *state_.house) return;
    state_.house = std::make_shared<const House>(std::move(house));
    want(SetVolume{gain_db(state_)});
}

}  // namespace tingdu::app
