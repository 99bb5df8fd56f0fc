// Where a visit stands, so that it can be gone on with when the program has broken off in the midst of it. Nothing else
// is known of a visit, and nothing for longer than it lasts.
#pragma once

#include <optional>
#include <string>

#include "kiosk/app/bookmarks.h"
#include "kiosk/app/settings.h"

namespace tingdu::app {

struct State;

/// A list of articles, and the one in it with the focus.
struct ListPlace {
    std::u32string subject;
    std::string file;  ///< its name without folders; empty where the list is
    friend bool operator==(const ListPlace&, const ListPlace&) = default;
};

struct Standing {
    Settings settings;
    std::optional<Bookmark> place;  ///< in an article that is open and not at its end; it has no number
    std::optional<ListPlace> list;  ///< where there is no such article
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// None where nobody is there.
[[nodiscard]] std::optional<Standing> standing(const State& state);

/// Where in the open article its reading would be gone on with; none before it has been fetched and after its end.
[[nodiscard]] std::optional<text::Place> place_to_go_on(const State& state);
/// That place as a bookmark without a number.
[[nodiscard]] Bookmark mark_at(text::Place place, const State& state);

}  // namespace tingdu::app
