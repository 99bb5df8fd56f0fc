// Tables that a spreadsheet opens, and how usage is kept.
#include "kiosk/runtime/records.h"

#include <doctest/doctest.h>

#include "kiosk/runtime/usage_file.h"
#include "tests/support/fresh_state.h"
#include "tests/support/program.h"

using namespace tingdu;
using namespace tingdu::runtime;

namespace {

app::Usage usage() {
    app::Usage usage;
    usage.add({{2026, 10, 1}, U"养老", U"老年食堂，开了"}, {3, 2, 90'000, {{U"每人“一”份, 请排队", {4, 1}}}});
    usage.add({{2026, 10, 2}, U"看病", U"=SUM(1)"}, {1, 0, 0, {}});
    return usage;
}

}  // namespace

TEST_CASE("usage comes back from its file as it was, broken lines aside") {
    app::Usage back;
    read_usage(written_usage(usage()) + "2026-1x-01\ta\tb\t1\t1\t1\n\tlost\t1\t1\nrubbish\n\n", back);
    CHECK(back.articles() == usage().articles());
}

TEST_CASE("a table has a mark that spreadsheets know, quotes where they must be, and no formulas") {
    const auto& words = (*support::languages())[0];
    const std::string table = usage_table(usage(), words);
    CHECK(table.starts_with("\xEF\xBB\xBF日期,类,文章,打开几次,听完几次,听了几分钟\r\n"));
    CHECK(table.find("2026-10-01,养老,老年食堂，开了,3,2,1.5\r\n") != std::string::npos);
    CHECK(table.find("'=SUM(1)") != std::string::npos);
    CHECK(places_table(usage(), words).find("\"每人“一”份, 请排队\",4,1\r\n") != std::string::npos);
    CHECK(
        log_table({{"2026-10-01 08:30:00", "a \"b\"\nc"}}, words).find("2026-10-01 08:30:00,\"a \"\"b\"\"\nc\"\r\n") !=
        std::string::npos);
}

TEST_CASE("the tables lie on the stick under names that staff can read") {
    const support::Scratch stick;
    const auto names = leave_records(stick.at(""), usage(), {}, (*support::languages())[0]);
    REQUIRE(names);
    CHECK(*names == std::vector<std::string>{"听读使用情况.csv", "听读重听和离开.csv", "听读日志.csv"});
    for (const std::string& name : *names) CHECK(support::contents(stick.at(name)).size() > 3);
    CHECK_FALSE(leave_records(stick.at("nowhere"), usage(), {}, (*support::languages())[0]));
}
