// Where articles have been left unfinished, each place under a number of four digits that whoever left has been told.
// A bookmark knows nobody: a number, an article, a place in it, a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/text/sentences.h"

namespace tingdu::app {

struct Bookmark {
    int number{};                     ///< no_number where nobody has been told one
    Date day;                         ///< on which it was given, or as long ago by a clock that has been put back since
    std::u32string subject;           ///< empty where the article is in no list
    std::string file;                 ///< its name without folders; the whole path where the article is in no list
    std::u32string title;             ///< of the article
    text::Place place;                ///< from which it is to be read on
    std::uint64_t paragraph;          ///< the hash of the text of that block, by which it is known again
    std::optional<Date> other_day{};  ///< on which it was given by the latest of the clocks that were otherwise
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

inline constexpr int no_number = 0;

/// The oldest first.
using Bookmarks = std::vector<Bookmark>;

/// So long a number is good.
inline constexpr int bookmark_days = 30;
/// So many are kept; beyond that the oldest goes, and no sooner: a clock that is years ahead and put right again makes
/// nothing void. A guess at random meets one of them in a third of all cases at most.
inline constexpr std::size_t most_bookmarks = 2000;

/// Numbers that nobody has been given, entered one after another, and when last: kept, so that nobody who switches the
/// kiosk off and on is spared the wait.
struct Mistakes {
    int count{};
    Date day;
    int minute_of_day{};
    friend bool operator==(const Mistakes&, const Mistakes&) = default;
};
/// 0 where the clock has been put back.
[[nodiscard]] int minutes_since(const Mistakes& mistakes, const Date& today, int minute_of_day);

/// Four digits of which the first is no 0, and none a 1: 一 and 七 sound alike to old ears.
[[nodiscard]] bool is_number(int number);

/// The same on a day by which the clock may have been put back from `before`: what was given later than `today` is as
/// old as it was, and grows older from now on; what it was by the other clock counts should that be right again.
[[nodiscard]] Bookmarks redated(Bookmarks bookmarks, const std::optional<Date>& before, const Date& today);

/// It is good on this day. A clock that has been put back makes nothing older.
[[nodiscard]] bool is_good(const Bookmark& bookmark, const std::optional<Date>& today);
/// The bookmark of a number, if it is good.
[[nodiscard]] const Bookmark* bookmark_of(const Bookmarks& bookmarks, int number, const std::optional<Date>& today);
[[nodiscard]] bool any_good(const Bookmarks& bookmarks, const std::optional<Date>& today);

/// Puts a place among the others. It has the number that it had before, or one that
/// none of the others has, drawn from `luck`, which is another afterwards. `place.number` does not matter.
struct Marked {
    Bookmarks bookmarks;
    int number{};
    std::uint64_t luck{};
};
[[nodiscard]] Marked with(Bookmarks bookmarks, Bookmark place, std::uint64_t luck);

/// The hash of a block's text, the same on every machine.
[[nodiscard]] std::uint64_t hash_of_block(const text::Article& article, std::size_t block);

/// The subject and the entry of the article, counted from 0: of the same file, or else of the same title.
[[nodiscard]] std::optional<std::pair<int, int>> entry_of(const Bookmark& bookmark,
                                                          const library::Catalogue& catalogue);

/// How well the place has been found again in an article that may have been changed since.
enum class Found {
    there,    ///< where it was
    changed,  ///< its paragraph is elsewhere in the article
    about,    ///< its paragraph is no longer there; one that stands where it stood
    anew,     ///< it is another article
};
[[nodiscard]] std::pair<text::Place, Found> place_of(const Bookmark& bookmark, const text::Article& article);

}  // namespace tingdu::app
