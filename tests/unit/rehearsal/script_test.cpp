#include "kiosk/rehearsal/script.h"

#include <doctest/doctest.h>

#include "kiosk/rehearsal/heard_log.h"
#include "tests/support/languages.h"

using namespace tingdu;
using namespace tingdu::rehearsal;

TEST_CASE("a script is read step by step, comments and blank lines passed over") {
    const auto steps =
        parse("# a visit\n\nkey down\nwait 2.5s  # for the end\ntap \"身份证换领指南\"\nsize 1366x768 15.6in\r\n");
    REQUIRE(steps);
    REQUIRE(steps->size() == 4);
    CHECK((*steps)[0].line == 3);
    CHECK(std::get<PressKey>((*steps)[0].action).key == Key::down);
    CHECK(std::get<Wait>((*steps)[1].action).seconds == 2.5);
    CHECK(std::get<Tap>((*steps)[2].action).label == U"身份证换领指南");
    CHECK(std::get<SetSize>((*steps)[3].action).diagonal_in == 15.6);
}

TEST_CASE("whatever is wrong names its line and what would be right") {
    for (const char* wrong : {"key",
                              "key dwon",
                              "wait",
                              "wait -1s",
                              "wait 2",
                              "shot a/b",
                              "shot",
                              "expect",
                              "expect says",
                              "expect screen 停水",
                              "tap",
                              "tap 1",
                              "touch 1",
                              "size big",
                              "sound",
                              "sing",
                              "hold 1 2",
                              "switch",
                              "switch up",
                              "drag 1 2 3",
                              "fingers 11 1 1",
                              "hold key home",
                              "\"key\" \"",
                              "rest 1",
                              "restart now",
                              "wait nans",
                              "wait infs",
                              "size 1e9x1e9"}) {
        INFO(wrong);
        const auto steps = parse(std::string("key up\n") + wrong + "\n");
        REQUIRE_FALSE(steps);
        CHECK(steps.error().fault == Fault::bad_step);
        CHECK(steps.error().subject.find("line 2") == 0);
        CHECK_FALSE(steps.error().detail.empty());
    }
}

TEST_CASE("the clock jumps by whole days and years, on and back") {
    const auto steps = parse("clock +10d\nclock -1y\n");
    REQUIRE(steps);
    CHECK(std::get<SetClock>((*steps)[0].action).days == 10);
    CHECK(std::get<SetClock>((*steps)[1].action).years == -1);
    for (const char* wrong : {"clock", "clock 10d", "clock +d", "clock +1.5d", "clock +10s", "clock -101y"})
        CHECK_FALSE(parse(wrong));
}

TEST_CASE("what was heard is matched across lines, spaces and marks left out, and once only") {
    HeardLog log(*support::languages());
    runtime::Line line;
    line.prompt = U"停水通知，请 ABC 存水。";
    log.add(runtime::LineBegan{Language::mandarin, line.prompt, line.prompt}, 1.5);
    log.add(runtime::WordBegan{line, {0, 14}, {0, 2}, {}}, 1.5);
    log.add(runtime::WordBegan{line, {0, 14}, {2, 4}, {}}, 2);
    CHECK_FALSE(log.says(U"请"));
    log.add(runtime::WordBegan{line, {0, 14}, {5, 6}, {}}, 3);
    log.add(runtime::WordBegan{line, {0, 14}, {7, 10}, {}}, 4);
    CHECK(log.says(U"通知：请abc"));
    CHECK_FALSE(log.says(U"通知"));
    CHECK(log.table() == "1.500\tzh\t停水通知，请 ABC 存水。\t停水通知，请 ABC 存水。\n");
}
