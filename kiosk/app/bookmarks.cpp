#include "kiosk/app/bookmarks.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>

#include "kiosk/base/calendar.h"
#include "kiosk/base/file_name.h"

namespace tingdu::app {
namespace {

constexpr int least_number = 2000;
constexpr int most_number = 9999;

std::int64_t days_of(const Date& date) {
    return sys_days_of(date).time_since_epoch().count();
}

Date days_before(const Date& date, std::int64_t days) {
    return date_of(sys_days_of(date) - std::chrono::days(days));
}

/// splitmix64: whoever knows some of the numbers drawn does not know the next one.
std::uint64_t next(std::uint64_t& luck) {
    luck += 0x9E37'79B9'7F4A'7C15U;
    std::uint64_t drawn = luck;
    drawn = (drawn ^ (drawn >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    drawn = (drawn ^ (drawn >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return drawn ^ (drawn >> 31U);
}

std::array<int, 4> digits_of(int number) {
    return {number / 1000, number / 100 % 10, number / 10 % 10, number % 10};
}

/// 5555, 2345, 8765: what somebody tries who has been given none.
bool comes_to_mind(int number) {
    const auto [a, b, c, d] = digits_of(number);
    return b - a == c - b && c - b == d - c && std::abs(b - a) <= 1;
}

int draw(const Bookmarks& bookmarks, std::uint64_t& luck) {
    for (;;) {
        const int number = least_number + static_cast<int>(next(luck) % (most_number - least_number + 1));
        const bool is_taken = std::ranges::find(bookmarks, number, &Bookmark::number) != bookmarks.end();
        if (is_number(number) && !comes_to_mind(number) && !is_taken) return number;
    }
}

auto what_is_marked(const Bookmark& bookmark) {
    return std::tie(bookmark.subject, bookmark.file, bookmark.place.block, bookmark.place.sentence, bookmark.paragraph);
}

}  // namespace

bool is_number(int number) {
    return number >= least_number && number <= most_number &&
           std::ranges::none_of(digits_of(number), [](int digit) { return digit == 1; });
}

int minutes_since(const Mistakes& mistakes, const Date& today, int minute_of_day) {
    constexpr std::int64_t of_day = 24 * 60;
    constexpr std::int64_t longest = 100 * of_day;
    const std::int64_t minutes =
        of_day * (days_of(today) - days_of(mistakes.day)) + minute_of_day - mistakes.minute_of_day;
    return static_cast<int>(std::clamp<std::int64_t>(minutes, 0, longest));
}

Bookmarks redated(Bookmarks bookmarks, const std::optional<Date>& before, const Date& today) {
    for (Bookmark& bookmark : bookmarks) {
        if (days_of(bookmark.day) <= days_of(today)) continue;
        const std::int64_t age = before ? std::max<std::int64_t>(0, days_of(*before) - days_of(bookmark.day)) : 0;
        const bool is_later = !bookmark.other_day || days_of(*bookmark.other_day) < days_of(bookmark.day);
        if (is_later) bookmark.other_day = bookmark.day;
        bookmark.day = days_before(today, age);
    }
    return bookmarks;
}

bool is_good(const Bookmark& bookmark, const std::optional<Date>& today) {
    if (!today) return true;
    const auto age = [&](const Date& day) { return days_of(*today) - days_of(day); };
    if (age(bookmark.day) <= bookmark_days) return true;
    const auto& other = bookmark.other_day;
    return other && age(*other) >= 0 && age(*other) <= bookmark_days;
}

const Bookmark* bookmark_of(const Bookmarks& bookmarks, int number, const std::optional<Date>& today) {
    const auto found = std::ranges::find(bookmarks, number, &Bookmark::number);
    return found == bookmarks.end() || !is_good(*found, today) ? nullptr : &*found;
}

bool any_good(const Bookmarks& bookmarks, const std::optional<Date>& today) {
    return std::ranges::any_of(bookmarks, [&](const Bookmark& bookmark) { return is_good(bookmark, today); });
}

Marked with(Bookmarks bookmarks, Bookmark place, std::uint64_t luck) {
    const auto before = std::ranges::find(bookmarks, what_is_marked(place), what_is_marked);
    if (before != bookmarks.end()) {
        place.number = before->number;
        bookmarks.erase(before);
    } else {
        if (bookmarks.size() >= most_bookmarks)
            bookmarks.erase(bookmarks.begin(), bookmarks.end() - (most_bookmarks - 1));
        place.number = draw(bookmarks, luck);
    }
    const int number = place.number;
    bookmarks.push_back(std::move(place));
    return {std::move(bookmarks), number, luck};
}

/// FNV-1a.
std::uint64_t hash_of_block(const text::Article& article, std::size_t block) {
    if (block >= article.blocks.size()) return 0;
    const TextRange range = article.blocks[block].range;
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325U;
    for (const char32_t c : std::u32string_view(article.text).substr(range.begin, range.size()))
        hash = (hash ^ static_cast<std::uint64_t>(c)) * 0x100'0000'01B3U;
    return hash;
}

/// Files are numbered anew, and articles move to other subjects: then they still have their title.
std::optional<std::pair<int, int>> entry_of(const Bookmark& bookmark, const library::Catalogue& catalogue) {
    std::optional<std::pair<int, int>> of_file;
    std::optional<std::pair<int, int>> of_title;
    for (std::size_t i = 0; i < catalogue.subjects.size(); ++i) {
        const library::Subject& subject = catalogue.subjects[i];
        const bool is_its_own = subject.name == bookmark.subject;
        const auto at = [&](std::size_t entry) { return std::pair(static_cast<int>(i), static_cast<int>(entry)); };
        for (std::size_t k = 0; is_its_own && k < subject.entries.size(); ++k) {
            const library::Entry entry = subject.entries[k];
            if (name_in(entry.path) != bookmark.file) continue;
            if (entry.title == bookmark.title) return at(k);
            of_file = at(k);
        }
        const auto titled = subject.entries.find(bookmark.title);
        if (titled && (is_its_own || !of_title)) of_title = at(*titled);
    }
    return of_title ? of_title : of_file;
}

std::pair<text::Place, Found> place_of(const Bookmark& bookmark, const text::Article& article) {
    const auto at = [&](std::size_t block) { return text::Place{block, bookmark.place.sentence}; };
    const std::size_t block = bookmark.place.block;
    const auto is_there = [&](const text::Place& place) { return !text::range_of(article, place).empty(); };
    if (hash_of_block(article, block) == bookmark.paragraph && is_there(at(block))) return {at(block), Found::there};
    for (std::size_t i = 0; i < article.blocks.size(); ++i)
        if (hash_of_block(article, i) == bookmark.paragraph && is_there(at(i))) return {at(i), Found::changed};
    if (article.title == bookmark.title && block < article.blocks.size())
        if (const auto place = text::place_at(article, article.blocks[block].range.begin))
            return {*place, Found::about};
    return {text::first(article).value_or(text::Place{}), Found::anew};
}

}  // namespace tingdu::app
