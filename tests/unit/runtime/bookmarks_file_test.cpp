#include "kiosk/runtime/bookmarks_file.h"

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::app;
using namespace tingdu::runtime;

namespace {

const Bookmarks two{{4729, {2026, 10, 1}, U"生活", "02 食堂.txt", U"社区食堂", {2, 0}, 0xFEDC'BA98'7654'3210U},
                    {2060, {2026, 2, 28}, U"", "/tmp/a\tb%\n.txt", U"100 % 新", {0, 7}, 1}};

}  // namespace

TEST_CASE("what is kept of places is read again, whatever names hold") {
    CHECK(read_bookmarks(written_bookmarks(two)) == two);
    CHECK(read_bookmarks(written_bookmarks({})).empty());
    Bookmarks by_two_clocks = two;
    by_two_clocks[0].other_day = Date{2029, 10, 1};
    CHECK(read_bookmarks(written_bookmarks(by_two_clocks)) == by_two_clocks);
}

TEST_CASE("so are wrong numbers, which are no bookmarks; broken ones were none") {
    const Mistakes three{3, {2026, 10, 1}, 541};
    CHECK(read_mistakes(written_bookmarks(two, three)) == three);
    CHECK(read_bookmarks(written_bookmarks(two, three)) == two);
    CHECK(read_mistakes(written_bookmarks(two)) == Mistakes());
    for (const char* line :
         {"wrong", "wrong\t3", "wrong\t-3\t2026-10-01\t1", "wrong\t3\t2026-10-01\t1440", "wrong\tx\ty\tz"})
        CHECK(read_mistakes(line) == Mistakes());
    CHECK(read_mistakes("wrong\t99999\t2026-10-01\t1\n").count == 1000);
}

TEST_CASE("lines that are broken, and numbers that nobody can have been given, are passed over") {
    const std::string file = written_bookmarks(two);
    CHECK(read_bookmarks(file + file) == two);
    CHECK(read_bookmarks("nonsense\n\n" + file + "\xFF\xFE\t\t\n").size() == 2);
    for (std::size_t end = 0; end < file.size(); ++end) CHECK(read_bookmarks(file.substr(0, end)).size() <= 2);
    const auto with_number = [](const std::string& number) {
        return number + "\t2026-10-01\t生活\ta.txt\t题\t2\t0\tff\n";
    };
    CHECK(read_bookmarks(with_number("4729")).size() == 1);
    for (const char* number : {"4721", "47290", "0472", "-4729", "+4729", "4729 ", "vier", ""})
        CHECK(read_bookmarks(with_number(number)).empty());
    for (const char* day : {"2026-13-01", "2026-10-41", "2026-10", "0-1-1", "tomorrow", "2026-10-01/",
                            "2026-10-01/2026-10-01/2026-10-01"})
        CHECK(read_bookmarks("4729\t" + std::string(day) + "\t生活\ta.txt\t题\t2\t0\tff\n").empty());
    for (const char* name : {"%", "%1", "%zz"})
        CHECK(read_bookmarks("4729\t2026-10-01\t" + std::string(name) + "\ta.txt\t题\t2\t0\tff\n").empty());
}
