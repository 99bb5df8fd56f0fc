// All articles: subjects, those of one, and what staff can have of one.
#include <array>
#include <chrono>
#include <utility>

#include "kiosk/app/staff/pages/page.h"
#include "kiosk/base/calendar.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

const library::Subject* subject_at(int at, const State& state) {
    const auto& all = state.staff.all;
    return all && std::cmp_less(at, all->subjects.size()) ? &all->subjects[static_cast<std::size_t>(at)] : nullptr;
}

int subject_count(const State& state) {
    return state.staff.all ? static_cast<int>(state.staff.all->subjects.size()) : 0;
}

/// The one that a page is about.
const library::Entry entry_of(const library::Subject& subject, const State& state) {
    return subject.entries[static_cast<std::size_t>(here(state).of)];
}

library::Curated curated(const library::Subject& subject, const library::Entry& entry, const State& state) {
    const auto& articles = state.house->curation.articles;
    const auto found = articles.find(library::key_of(subject.name, entry.path));
    return found == articles.end() ? library::Curated{} : found->second;
}

std::u32string told_of(const library::Curated& curated, const State& state) {
    if (curated.is_hidden) return say(Phrase::article_hidden, state);
    if (!curated.until) return {};
    const std::u32string day = shown_date(*curated.until, words(state));
    const bool is_over = !library::is_shown(curated, state.today);
    return say(is_over ? Phrase::article_over : Phrase::article_until, state, {{"day", day}});
}

class Subjects final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_articles, state); }
    std::u32string told(const State& state) const override { return say(Phrase::articles_told, state); }

    int row_count(const State& state) const override {
        return subject_count(state) + (state.sticks.reception == Reception::library ? 1 : 0);
    }

    StaffRow row(int entry, const State& state) const override {
        const library::Subject* subject = subject_at(entry, state);
        if (!subject) return {say(Phrase::library_go_back, state), {}};
        return {std::u32string(subject_name(*subject, state)), articles_count(subject->entries.size(), words(state))};
    }

    Deed choose(int entry, const State& state) const override {
        if (entry < subject_count(state)) return TurnTo{StaffPage::articles, entry};
        return TakeBackLibrary{};
    }
};

class Articles final : public Page {
  public:
    std::u32string title(const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        return subject ? std::u32string(subject_name(*subject, state)) : std::u32string();
    }

    int row_count(const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        return subject ? static_cast<int>(subject->entries.size()) : 0;
    }

    StaffRow row(int at, const State& state) const override {
        const library::Subject& subject = *staff_subject(state);
        const library::Entry entry = subject.entries[static_cast<std::size_t>(at)];
        return {entry.title, told_of(curated(subject, entry, state), state)};
    }

    Deed choose(int entry, const State&) const override { return TurnTo{StaffPage::article, entry}; }
};

class Article final : public Page {
  public:
    std::u32string title(const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        return subject ? entry_of(*subject, state).title : std::u32string();
    }

    int row_count(const State& state) const override {
        return article_row_count - (state.sticks.reception == Reception::library ? 0 : 1);
    }

    StaffRow row(int entry, const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        if (!subject) return {};
        const library::Curated now = curated(*subject, entry_of(*subject, state), state);
        switch (static_cast<ArticleRow>(entry)) {
            case ArticleRow::shown:
                return {say(Phrase::article_shown, state),
                        say(now.is_hidden ? Phrase::staff_no : Phrase::staff_yes, state), true};
            case ArticleRow::until:
                return {say(Phrase::article_last_day, state),
                        now.until ? shown_date(*now.until, words(state)) : say(Phrase::article_always, state), true};
            case ArticleRow::up:
                return {say(Phrase::article_up, state), {}};
            case ArticleRow::listen:
                return {say(Phrase::article_listen, state), {}};
            case ArticleRow::doubts:
                return {say(Phrase::article_doubts, state), {}};
        }
        return {};
    }

    Deed choose(int entry, const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        if (!subject) return AskAgain{};
        const std::string path = entry_of(*subject, state).path;
        if (static_cast<ArticleRow>(entry) == ArticleRow::listen) return Listen{path};
        if (static_cast<ArticleRow>(entry) == ArticleRow::doubts) return LookThrough{path};
        const int at = here(state).of;
        if (at == 0) return Refuse{Phrase::article_is_first};
        House house = *state.house;
        house.curation = library::moved_up(std::move(house.curation), *subject, static_cast<std::size_t>(at));
        return MoveTo{std::move(house), at - 1};
    }

    Deed step(int entry, int by, const State& state) const override {
        const library::Subject* subject = staff_subject(state);
        if (!subject) return AskAgain{};
        const library::Entry article = entry_of(*subject, state);
        library::Curated now = curated(*subject, article, state);
        if (static_cast<ArticleRow>(entry) == ArticleRow::shown)
            now.is_hidden = !now.is_hidden;
        else if (state.today)
            now.until = last_day(now.until, *state.today, by);
        House house = *state.house;
        const std::string key = library::key_of(subject->name, article.path);
        if (now == library::Curated{})
            house.curation.articles.erase(key);
        else
            house.curation.articles[key] = now;
        return Settle{std::move(house)};
    }

  private:
    /// Choosing goes on to the next usual one, and then to none; less and more go by days.
    static std::optional<Date> last_day(const std::optional<Date>& until, const Date& today, int by) {
        constexpr std::array usual{7, 30, 90, 365};
        const auto in_days = [&](int days) { return date_of(sys_days_of(today) + std::chrono::days(days)); };
        const int days = until ? static_cast<int>((sys_days_of(*until) - sys_days_of(today)).count()) : 0;
        if (by == 0) {
            const auto next = std::ranges::upper_bound(usual, days);
            return next == usual.end() ? std::nullopt : std::optional(in_days(*next));
        }
        if (!until) return by > 0 ? std::optional(today) : std::nullopt;
        return days + by < 0 ? std::nullopt : std::optional(in_days(days + by));
    }
};

}  // namespace

const Page& subjects_page() {
    static const Subjects page;
    return page;
}

const Page& articles_page() {
    static const Articles page;
    return page;
}

const Page& article_page() {
    static const Article page;
    return page;
}

const library::Subject* staff_subject(const State& state) {
    for (const StaffPlace& passed : state.staff.way)
        if (passed.page == StaffPage::articles) return subject_at(passed.of, state);
    return nullptr;
}

}  // namespace tingdu::app
