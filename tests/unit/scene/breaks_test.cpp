#include "kiosk/scene/breaks.h"

#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"

using tingdu::from_utf8;
using tingdu::to_utf8;
using tingdu::scene::Break;
using tingdu::scene::breaks;

namespace {

/// The text with | where a line may end freely and / where it may end if it must.
std::string marked(const std::string& utf8) {
    const auto text = from_utf8(utf8);
    const auto places = breaks(text);
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && places[i] == Break::free) result += U'|';
        if (i > 0 && places[i] == Break::inside_date) result += U'/';
        result += text[i];
    }
    return to_utf8(result);
}

}  // namespace

TEST_CASE("Hanzi part anywhere, marks stay with what they close or open") {
    CHECK(marked("他说：“你好”，走了。") == "他|说：|“你|好”，|走|了。");
    CHECK(marked("办《居住证》（每周一）") == "办|《居|住|证》|（每|周|一）");
    CHECK(marked("称‘引’用") == "称|‘引’|用");
    CHECK(marked("（ 空 ）") == "（ 空 ）");
    CHECK(marked("共五元、￥5") == "共|五|元、|￥5");
}

TEST_CASE("dashes and ellipses are never split and never begin a line") {
    CHECK(marked("他——她") == "他——|她");
    CHECK(marked("等……好") == "等……|好");
    CHECK(marked("）——真") == "）——|真");
    CHECK(marked("阿·依") == "阿·|依");
}

TEST_CASE("a number stays with its sign and its unit") {
    CHECK(marked("共120余人到") == "共|120余人|到");
    CHECK(marked("按第3条办") == "按|第3条|办");
    CHECK(marked("按第 3 条办") == "按|第 3 条|办");
    CHECK(marked("达12.5%了") == "达|12.5%|了");
    CHECK(marked("约36.5℃热") == "约|36.5℃|热");
    CHECK(marked("走5公里路") == "走|5公里|路");
    CHECK(marked("走 5 公里路") == "走 |5 公里|路");
    CHECK(marked("重 5 kg 多") == "重 |5 kg |多");
    CHECK(marked("投30多万元修") == "投|30多万元|修");
    CHECK(marked("在５楼见") == "在|５楼|见");
    CHECK(marked("有 5 好处") == "有 |5 |好|处");
}

TEST_CASE("dates, times, telephone numbers and ranges stay whole") {
    CHECK(marked("于2024年3月12日办") == "于|2024年/3月/12日|办");
    CHECK(marked("于2024 年 3 月 12 日办") == "于|2024 年 /3 月 /12 日|办");
    CHECK(marked("从8:30-11:30开") == "从|8:30-11:30开");
    CHECK(marked("从6:00—20:00开") == "从|6:00—/20:00开");
    CHECK(marked("上午9时30分止") == "上|午|9时/30分|止");
    CHECK(marked("拨0571-8888问") == "拨|0571-8888问");
    CHECK(marked("拨0571 8888问") == "拨|0571 /8888问");
}

TEST_CASE("Latin words and addresses stay whole") {
    CHECK(marked("use a well-known word") == "use |a |well-/known |word");
    CHECK(marked("yes—but no") == "yes—|but |no");
    CHECK(marked("见https://a.example/b-c处") == "见|https:///a.example//b-/c|处");
    CHECK(marked("用WiFi上网") == "用|WiFi|上|网");
}

TEST_CASE("the text's own line ends are kept, and nothing parts inside a character") {
    const auto places = breaks(U"一\n二e\u0301");
    CHECK(places[2] == Break::must);
    CHECK(places[4] == Break::never);
    CHECK(places.back() == Break::must);
    const auto family = breaks(U"\U0001F468\u200D\U0001F469");
    CHECK(family[1] == Break::never);
    CHECK(family[2] == Break::never);
}

TEST_CASE("ill-formed code points do no harm") {
    const std::u32string text{char32_t{0xD800}, U'字', char32_t{0x110000}};
    CHECK(breaks(text).size() == 4);
}
