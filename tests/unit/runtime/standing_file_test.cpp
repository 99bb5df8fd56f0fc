#include "kiosk/runtime/standing_file.h"

#include <doctest/doctest.h>

using namespace tingdu;
using runtime::read_standing;
using runtime::written_standing;

TEST_CASE("what is kept of a visit comes back as it was, whatever names bear") {
    app::Standing standing;
    standing.settings.set(app::Setting::rate, 6);
    standing.settings.set(app::Setting::curtain, 1);
    CHECK(read_standing(written_standing(standing)) == standing);
    standing.place = app::Bookmark{0, {2026, 9, 28}, U"办事\t指南", "a\nb.txt", U"100 %", {3, 4}, 0xFEDCBA9876543210U};
    CHECK(read_standing(written_standing(standing)) == standing);
    standing.place.reset();
    standing.list = app::ListPlace{U"办事\t指南", "a\n100 %.txt"};
    CHECK(read_standing(written_standing(standing)) == standing);
    standing.list = app::ListPlace{};  // what lies in no folder has no name
    CHECK(read_standing(written_standing(standing)) == standing);
}

TEST_CASE("a file cut short or of something else is no visit") {
    const std::string whole = written_standing(app::Standing{});
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(read_standing(std::string_view(whole).substr(0, length)).has_value());
    CHECK_FALSE(read_standing("1 3 3\n").has_value());
    CHECK_FALSE(read_standing("-1" + whole.substr(1)).has_value());
    CHECK_FALSE(read_standing("9" + std::string(40, '9') + whole).has_value());
    CHECK_FALSE(read_standing("\xFF\xFE\n\n").has_value());
    const auto without = read_standing(whole + "half a line of a place");
    REQUIRE(without.has_value());
    CHECK_FALSE(without->place.has_value());
}
