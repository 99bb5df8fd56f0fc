#include "kiosk/scene/layout.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/scene/atoms.h"
#include "kiosk/scene/breaks.h"

using namespace tingdu;
using namespace tingdu::scene;

namespace {

/// Full width for Hanzi and their marks, half for the rest, nothing for what cannot be seen.
class RuledType : public TextMeasure {
  public:
    int width_px(std::u32string_view run, TextStyle style) const override {
        int width = 0;
        for (const char32_t c : run)
            if (!is_invisible(c) && !(c >= 0x300 && c < 0x370)) width += c < 0x2010 ? style.size_px / 2 : style.size_px;
        return width;
    }
    FontMetrics metrics(TextStyle style) const override { return {style.size_px, style.size_px / 4, style.size_px}; }
};

constexpr int em_px = 40;
constexpr TextStyle style{Weight::regular, em_px};
const RuledType ruled;

std::vector<std::string> set(std::u32string_view text, int width_px) {
    std::vector<std::string> lines;
    for (const auto& line : lay_out(text, style, width_px, ruled))
        lines.push_back(to_utf8(text.substr(line.range.begin, line.range.size())));
    return lines;
}

using Lines = std::vector<std::string>;

const std::vector<std::u32string> mixed_texts = {
    U"柳塘公园的晨练点从本月起每天早上六点开放。园内新铺了防滑步道，添了三十把带扶手的长椅，夜里有灯。",
    U"他问：“《办事指南》（第3版）在哪里？”——窗口就有……拿一份，不收钱！",
    U"2024年3月12日8:30-11:30，在5楼511室办理，共120余人到场，完成率达12.5%，气温36.5℃，电话0571-8888。",
    U"请连WiFi后打开https://www.example.gov.cn/service/guide/index.html?page=12&lang=zh-Hans，按well-known的步骤办。",
    U"　　第一段开头空两格。Please bring your ID card, e.g. a passport; we’ll copy it.\n第二行从这里起 。",
    U"e\u0301\u0302国\U000E0100\U0001F468\u200D\U0001F469\U0001F1E8\U0001F1F3好",
    U"￥100元、（“‘深’度”）！？真的……——好。",
};

}  // namespace

TEST_CASE("a block becomes full lines, ragged on the right") {
    CHECK(set(U"一二三四五六七", 3 * em_px) == Lines{"一二三", "四五六", "七"});
    CHECK(set(U"一二，三四", 2 * em_px) == Lines{"一", "二，", "三四"});
    CHECK(set(U"共有120余人到场", 5 * em_px) == Lines{"共有", "120余人到", "场"});
    CHECK(set(U"to be here", 3 * em_px) == Lines{"to be", "here"});
}

TEST_CASE("a date that is wider than the line parts at its joints") {
    CHECK(set(U"2024年3月12日", 5 * em_px) == Lines{"2024年3月", "12日"});
}

TEST_CASE("a word that is wider than the line is cut by characters, its marks kept in place") {
    CHECK(set(U"Internationalization", 4 * em_px) == Lines{"Internat", "ionaliza", "tion"});
    CHECK(set(U"（abcdefgh）", 4 * em_px) == Lines{"（abcdef", "gh）"});
    CHECK(set(U"（abcdef）", 4 * em_px) == Lines{"（abcde", "f）"});
}

TEST_CASE("no line is longer than forty Hanzi, however wide the screen") {
    const std::u32string text(100, U'字');
    const auto lines = lay_out(text, style, 1000 * em_px, ruled);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].range.size() == longest_line_hanzi);
}

TEST_CASE("white space at a line's end is dropped and takes no room") {
    CHECK(set(U"一二三　　四五", 3 * em_px) == Lines{"一二三", "四五"});
    CHECK(set(U"\n \n", 3 * em_px).empty());
    CHECK(set(U"", 3 * em_px).empty());
    CHECK(set(U"一\n\n二\n", 3 * em_px) == Lines{"一", "二"});
    CHECK(set(U"　　一", 10 * em_px) == Lines{"　　一"});
}

TEST_CASE("a word's letters share its width in order") {
    const auto lines = lay_out(U"字ab。", style, 20 * em_px, ruled);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].edges_px == std::vector<int>{0, em_px, em_px * 3 / 2, em_px * 2, em_px * 3});
}

TEST_CASE("at every width the lines hold the whole text and keep the customs") {
    const auto is_one_of = [](char32_t c, std::u32string_view set_of) { return set_of.find(c) != set_of.npos; };
    for (const auto& text : mixed_texts)
        for (int width_px = em_px; width_px <= 45 * em_px; width_px += em_px / 4) {
            CAPTURE(to_utf8(text));
            CAPTURE(width_px);
            const auto kinds = breaks(text);
            std::size_t reached = 0;
            for (const auto& [range, edges_px] : lay_out(text, style, width_px, ruled)) {
                for (; reached < range.begin; ++reached) REQUIRE(is_space(text[reached]));
                REQUIRE(range.begin == reached);
                REQUIRE(!range.empty());
                reached = range.end;

                REQUIRE(edges_px.size() == range.size() + 1);
                REQUIRE(edges_px.front() == 0);
                REQUIRE(std::is_sorted(edges_px.begin(), edges_px.end()));
                const auto shown = std::u32string_view{text}.substr(range.begin, range.size());
                REQUIRE(edges_px.back() == ruled.width_px(shown, style));
                const auto clusters = std::count_if(kinds.begin() + static_cast<std::ptrdiff_t>(range.begin) + 1,
                                                    kinds.begin() + static_cast<std::ptrdiff_t>(range.end),
                                                    [](Break kind) { return kind != Break::never; });
                if (clusters > 0) REQUIRE(edges_px.back() <= std::min(width_px, longest_line_hanzi * em_px));
                REQUIRE((range.begin == 0 || is_space(text[range.begin - 1]) || kinds[range.begin] != Break::never));
                if (width_px < 8 * em_px) continue;  // where even 度”）！？ must part
                REQUIRE(!is_one_of(shown.front(), U"，。、；：？！）》」』”’…—·%℃"));
                REQUIRE(!is_one_of(shown.back(), U"（《「『“‘￥$"));
                if (range.begin > 0 && width_px >= 10 * em_px && text.find(U"https") == text.npos)
                    REQUIRE(!(is_digit(text[range.begin - 1]) && !is_space(shown.front())));
            }
            for (; reached < text.size(); ++reached) REQUIRE(is_space(text[reached]));
        }
}

TEST_CASE("a character takes the room that is wished for it, and a word that is named is not parted") {
    const std::vector<int> least{30, 0, 30, 0};
    const std::vector<TextRange> words{{1, 3}};
    const auto wide = lay_out(U"天地玄黄", {Weight::regular, 20}, 1000, RuledType{}, {least, {}});
    REQUIRE(wide.size() == 1);
    CHECK(wide[0].edges_px == std::vector<int>{0, 30, 50, 80, 100});
    const auto parted = lay_out(U"天地玄黄", {Weight::regular, 20}, 40, RuledType{}, {{}, words});
    REQUIRE(parted.size() == 3);
    CHECK(parted[1].range == TextRange{1, 3});
    const auto last = lay_out(U"天地玄黄", {Weight::regular, 20}, 50, RuledType{}, {least, {}});
    REQUIRE(last.size() == 2);
    CHECK(last[1].edges_px.back() == 50);
}
