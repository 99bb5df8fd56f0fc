#include "kiosk/library/entries.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/library/catalogue.h"

using namespace tingdu;
using namespace tingdu::library;

namespace {

const std::vector<Entry> some{{"通知/1 停水.txt", U"停水通知", Date{2026, 9, 30}, 3},
                              {"通知/2.md", U"", std::nullopt, 1},
                              {"", U"𠮷祥街", Date{2026, 0, 0}, 120}};

void check_same(const Entry& left, const Entry& right) {
    CHECK(left.path == right.path);
    CHECK(left.title == right.title);
    CHECK(left.date == right.date);
    CHECK(left.minutes == right.minutes);
}

}  // namespace

TEST_CASE("what has been packed comes out again, one by one and all in a row") {
    const Entries entries(some);
    REQUIRE(entries.size() == 3);
    for (std::size_t i = 0; i < some.size(); ++i) check_same(entries[i], some[i]);
    std::size_t at = 0;
    for (const Entry& each : entries) check_same(each, some[at++]);
    CHECK(at == 3);
    CHECK(Entries().empty());
    check_same(entries[3], {});
}

TEST_CASE("an entry is found by its title, the first where several bear it") {
    const Entries entries({some[0], some[1], some[0]});
    CHECK(entries.find(U"停水通知") == 0);
    CHECK(entries.find(U"") == 1);
    CHECK_FALSE(entries.find(U"停水"));
    CHECK_FALSE(Entries().find(U""));
}

TEST_CASE("a catalogue is packed and unpacked, its paths then in the folder that is named") {
    const std::vector<Shelf> shelves{{U"通知", {"a", "b"}}, {U"生活", {"c"}}, {U"空", {}}};
    const std::string bytes = pack(shelves, [](const std::string& path) {
        return Entry{path, U"篇" + std::u32string(path.begin(), path.end()), Date{2026, 1, 2}, 5};
    });
    const auto catalogue = unpack(bytes, "/馆.db");
    REQUIRE(catalogue);
    REQUIRE(catalogue->subjects.size() == 3);
    CHECK(catalogue->subjects[0].name == U"通知");
    CHECK(catalogue->subjects[0].entries.size() == 2);
    check_same(catalogue->subjects[0].entries[1], {"/馆.db/b", U"篇b", Date{2026, 1, 2}, 5});
    check_same(catalogue->subjects[1].entries[0], {"/馆.db/c", U"篇c", Date{2026, 1, 2}, 5});
    CHECK(catalogue->subjects[2].entries.empty());
    CHECK(unpack(bytes, {})->subjects[0].entries[0].path == "a");
}

TEST_CASE("rubbish in place of a catalogue does no harm") {
    const std::string bytes = pack({{U"通知", {"a", "b", "c"}}}, [](const std::string& path) {
        return Entry{path, U"标题", std::nullopt, 1};
    });
    CHECK_FALSE(unpack("", {}));
    CHECK_FALSE(unpack("<html>", {}));
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(unpack(bytes.substr(0, size), {}));
    std::mt19937 dice(1);
    for (int i = 0; i < 20'000; ++i) {
        std::string broken = bytes;
        for (int n = 0; n < 3; ++n) broken[14 + dice() % (broken.size() - 14)] = static_cast<char>(dice());
        const auto catalogue = unpack(broken, {});
        if (!catalogue) continue;
        for (const Subject& subject : catalogue->subjects)
            for (std::size_t at = 0; at < std::min<std::size_t>(subject.entries.size(), 5); ++at)
                CHECK(subject.entries[at].path.size() <= broken.size());
    }
}
