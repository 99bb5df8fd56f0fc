// The days after which notices are over, as notices put them, and the days that only look like it.
#include "kiosk/text/term.h"

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"

using tingdu::Date;
using tingdu::text::last_day;

namespace {

constexpr Date published{2026, 3, 2};

void check(std::u32string_view text, std::optional<Date> expected) {
    INFO(tingdu::to_utf8(text));
    CHECK(last_day(text, published) == expected);
}

}  // namespace

TEST_CASE("a deadline and the end of a validity are found") {
    check(U"报名截止时间：2026年6月30日。", Date{2026, 6, 30});
    check(U"报名时间为即日起，截止到6月30日17:00。", Date{2026, 6, 30});
    check(U"补贴申请6月30日截止。", Date{2026, 6, 30});
    check(U"本证有效期至2026年12月31日。", Date{2026, 12, 31});
    check(U"请于2026年9月30日前到社区办理。", Date{2026, 9, 30});
    check(U"请在九月三十日之前完成认证。", Date{2026, 9, 30});
    check(U"活动自2026年3月1日至6月30日止。", Date{2026, 6, 30});
    check(U"从二〇二六年三月一日到二〇二六年五月一日为止。", Date{2026, 5, 1});
    check(U"Applications are open until 30 June 2026.", Date{2026, 6, 30});
}

TEST_CASE("of several the last counts, whatever their order") {
    check(U"第一批截止日期为5月1日，第二批截止日期为8月1日，补报截止日期为7月1日。", Date{2026, 8, 1});
}

TEST_CASE("a month early in the year belongs to the next one where the article is from its end") {
    CHECK(last_day(U"请于1月31日前报名。", Date{2025, 12, 20}) == Date{2026, 1, 31});
    CHECK(last_day(U"请于1月31日前报名。", std::nullopt) == std::nullopt);
}

TEST_CASE("days that end nothing are passed over") {
    check(U"2020年1月1日前办理的旧证继续有效。", std::nullopt);
    check(U"凡在2020年1月1日前办理过的，不用再来。", std::nullopt);
    check(U"截至2025年12月31日，全市共有老年食堂三百家。", std::nullopt);
    check(U"9月28日上午8:00—11:30停水。", std::nullopt);
    check(U"1941年3月2日以前出生的老人可以申请。", std::nullopt);
    check(U"办事大厅从2026年5月1日起延长开放。", std::nullopt);
    check(U"", std::nullopt);
}
