#include "kiosk/shell/house_file.h"

#include <doctest/doctest.h>

using namespace tingdu;
using shell::read_house;

TEST_CASE("what staff have settled is read as it was written") {
    app::House house;
    house.idle_s = 240;
    house.ceilings = std::vector<app::Ceiling>{{20 * 60, 8 * 60, -4}, {0, 30, 12}};
    house.languages_off = {"en"};
    house.screen_scale = 1.03;
    house.curation.articles["养老 \"服务\"/老年=食堂.txt"] = {true, Date{2026, 10, 8}};
    house.curation.articles["a/b.docx"] = {false, Date{2028, 2, 29}};
    house.curation.first["养老.服务"] = {"养老.服务/二.txt", "养老.服务/一.txt"};
    const auto read = read_house(shell::written_house(house), "settled.toml");
    CHECK(read.errors.empty());
    CHECK(read.house == house);
    CHECK(read_house(shell::written_house({}), "settled.toml").house == app::House());
    // That there are to be none is not the same as leaving it to the operator.
    app::House none;
    none.ceilings.emplace();
    CHECK(read_house(shell::written_house(none), "settled.toml").house == none);
}

TEST_CASE("what is out of range is named, and the rest holds") {
    const auto read = read_house(
        "[house]\nidle_s = 5\nscreen_scale = 100\nceilings = [{ from_min = 2000, to_min = 0, db = 0 }]\n"
        "languages_off = [\"en\"]\n[[article]]\nhidden = true\n[[article]]\narticle = \"a/b.txt\"\nhidden = true\n",
        "settled.toml");
    REQUIRE(read.errors.size() == 4);
    CHECK(read.errors[0].subject == "settled.toml:2 house.idle_s");
    CHECK(read.errors[0].detail == "120 to 300");
    CHECK_FALSE(read.house.idle_s);
    CHECK_FALSE(read.house.screen_scale);
    CHECK_FALSE(read.house.ceilings);
    CHECK(read.house.languages_off == std::vector<std::string>{"en"});
    CHECK(read.house.curation.articles.size() == 1);
}

TEST_CASE("rubbish is named and settles nothing") {
    const auto read = read_house("\xFF\xFE[[[", "settled.toml");
    CHECK(read.errors.size() == 1);
    CHECK(read.house == app::House());
}
