#include "kiosk/mandarin/local_readings.h"

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/own_words.h"
#include "said.h"

using namespace tingdu::mandarin;
using tingdu::to_utf8;

namespace {

ReadList list(std::u32string_view text) {
    return read_list(text, shipped_lexicon());
}

/// Pinyin of a text as the list has it, before and after sandhi.
std::string lexical(std::u32string_view shown, std::u32string_view own) {
    const ReadList read = list(own);
    CHECK(read.remarks.empty());
    return lexical(shown, Knowledge(shipped_lexicon(), &read.readings));
}
std::string spoken(std::u32string_view shown, std::u32string_view own) {
    const ReadList read = list(own);
    return spoken(shown, Knowledge(shipped_lexicon(), &read.readings));
}

/// The one line that is refused: its number, why, and what of it.
std::string complaint(std::u32string_view text) {
    const ReadList read = list(text);
    CHECK(read.readings.size() == 0);
    REQUIRE(read.remarks.size() == 1);
    const Remark& remark = read.remarks[0];
    static constexpr const char* kinds[] = {"no equals sign", "not Hanzi", "too long",      "no syllable",
                                            "no tone",        "count",     "settled before"};
    return std::to_string(remark.line) + ": " + kinds[static_cast<int>(remark.kind)] + ": " + to_utf8(remark.what);
}

}  // namespace

TEST_CASE("a list is read however it is spaced, commented and marked") {
    for (const std::u32string_view line :
         {U"女儿 = nv3 r5", U"女儿=nü3 r5", U"　女儿　＝　ｎｕ：３　ｒ５", U"女儿 = nu:3 r5 # 说明", U"女儿 = nǚ r",
          U"女儿 = NÜ3 R5", U"女儿 = nu\u0308\u030C r", U"女兒 = nv3r5", U"\uFEFF女儿 = nv3'r5\r"}) {
        const ReadList read = list(line);
        CHECK(read.remarks.empty());
        const LocalWord* word = read.readings.beginning(U"女儿国");
        REQUIRE(word != nullptr);
        CHECK(word->syllables[0].pinyin() == "nv3");
        CHECK(word->syllables[1].pinyin() == "r5");
    }
    CHECK(list(U"银行 = yín háng").readings.beginning(U"银行")->syllables[1].pinyin() == "hang2");
    CHECK(list(U"战略 = zhàn lüè").readings.beginning(U"战略")->syllables[1].pinyin() == "lve4");
    CHECK(list(U"去 = qü4").readings.reading(U'去').pinyin() == "qu4");
    CHECK(list(U"\n# 银行 = yin2 hang2\n   \n").readings.size() == 0);
}

TEST_CASE("a wrong line is refused by its number with the reason, and the others hold") {
    CHECK(complaint(U"\n\n银行 yin2 hang2") == "3: no equals sign: 银行 yin2 hang2");
    CHECK(complaint(U"12路 = lu4") == "1: not Hanzi: 12路");
    CHECK(complaint(U"= lu4") == "1: not Hanzi: ");
    CHECK(complaint(U"银行 = yin2 hamg2") == "1: no syllable: hamg2");
    CHECK(complaint(U"银行 = yin2 hang6") == "1: no syllable: hang6");
    CHECK(complaint(U"银行 = yin2 杭") == "1: no syllable: 杭");
    CHECK(complaint(U"银行 = yin2 hang") == "1: no tone: hang");
    CHECK(complaint(U"银行行长 = yin2 hang2 zhang3") == "1: count: 银行行长");
    CHECK(complaint(U"银行 =") == "1: count: 银行");
    CHECK(complaint(std::u32string(13, U'长') + U" = chang2").starts_with("1: too long"));
    const ReadList read = list(U"银行 = yin2\r\n北塘 = bei3 tang2\r银行 = yin2 xing2");
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].line == 1);
    CHECK(read.readings.size() == 2);
    CHECK(read.remarks[0].hanzi == 2);
    CHECK(read.remarks[0].syllables == 1);
}

TEST_CASE("of two readings of one word the later counts, and that is told") {
    const ReadList read = list(U"银行 = yin2 hang2\n银行 = yin2 hang2\n銀行 = yin2 xing2");
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].kind == Remark::Kind::settled_before);
    CHECK(read.remarks[0].line == 3);
    CHECK(read.remarks[0].before == 2);
    CHECK(read.readings.beginning(U"银行")->syllables[1].pinyin() == "xing2");
}

TEST_CASE("the place's words outrank the lexicon, the rules and the names") {
    CHECK(lexical(U"去银行办事", U"银行 = yin2 xing2") == "qu4 yin2 xing2 ban4 shi4");
    CHECK(lexical(U"单女士来了", U"单 = dan1").substr(0, 4) == "dan1");
    CHECK(lexical(U"3行", U"行 = xing2") == "san1 xing2");
    CHECK(lexical(U"到乐塘去", U"乐塘 = yue4 tang2") == "dao4 yue4 tang2 qu4");
}

TEST_CASE("a word of the list takes nothing from two words that are surer, and wins wherever it stands by itself") {
    constexpr std::u32string_view own = U"长安 = chang2 an4\n真地 = zhen1 di4\n行长 = xing2 zhang4\n安街 = an4 jie1";
    CHECK(lexical(U"市长安排工作", own) == "shi4 zhang3 an1 pai2 gong1 zuo4");
    CHECK(lexical(U"局长安全到家", own).starts_with("ju2 zhang3 an1 quan2"));
    CHECK(lexical(U"认真地填写", own) == "ren4 zhen1 de5 tian2 xie3");
    CHECK(lexical(U"长安街长安里", own).starts_with("chang2 an4 jie1 chang2 an4"));
    CHECK(lexical(U"在长安排队", own) == "zai4 chang2 an4 pai2 dui4");
    CHECK(lexical(U"到长安去", own) == "dao4 chang2 an4 qu4");
    CHECK(lexical(U"市长在长安", own).ends_with("chang2 an4"));
    CHECK(lexical(U"银行长安支行", own).find("chang2 an4") != std::string::npos);
    CHECK(lexical(U"公安局", U"公安 = gong4 an4") == "gong4 an4 ju2");
}

TEST_CASE("the longest word of the list counts, and one that begins earlier") {
    constexpr std::u32string_view own = U"长 = zhang3\n长乐 = chang2 yue4\n长乐路 = zhang3 le4 lu4\n路口 = lu5 kou5";
    CHECK(lexical(U"长乐路口", own) == "zhang3 le4 lu4 kou3");
    CHECK(lexical(U"长乐区", own) == "chang2 yue4 qu1");
    CHECK(lexical(U"长期", own) == "zhang3 qi1");
}

TEST_CASE("traditional and simplified forms match each other") {
    CHECK(lexical(U"長樂路", U"长乐路 = zhang3 le4 lu4") == "zhang3 le4 lu4");
    CHECK(lexical(U"长乐路", U"長樂路 = zhang3 le4 lu4") == "zhang3 le4 lu4");
}

TEST_CASE("a word of the list lights up as one, and tones change in it as in any word") {
    const ReadList read = list(U"口水井 = kou3 shui3 jing3\n一品里 = yi1 pin3 li3\n不二弄 = bu4 er4 long4");
    const Knowledge own(shipped_lexicon(), &read.readings);
    CHECK(lit(U"到口水井边", own) == "到|口水井|边");
    CHECK(spoken(U"不二弄", own) == "bu2 er4 long4");
    CHECK(spoken(U"一品里", own) == "yi4 pin2 li3");
    CHECK(lexical(U"一品里", own) == "yi1 pin3 li3");
    CHECK(spoken(U"银景", U"银景 = yin3 jing3") == "yin2 jing3");
}

TEST_CASE("no text and no list breaks the reading: every Hanzi is said once") {
    const ReadList read = list(U"公安局 = gong1 an1 ju2\n月三 = yue4 san1\n年 = nian2");
    const Knowledge own(shipped_lexicon(), &read.readings);
    CHECK(said(U"5月三公安局局长，2024年公安，公安局", own) == "五月三公安局局长，二零二四年公安，公安局");
}

TEST_CASE("of two lists the one that is laid over counts word by word, and the rest stays as it stands, comments too") {
    const auto over = [](std::u32string_view below, std::u32string_view above) {
        return to_utf8(merged(below, words_in(above, shipped_lexicon()), shipped_lexicon()));
    };
    const std::u32string_view below = U"# 我们街道\n柳塘 = liu3 tang2\n单女士 = dan1 nv3 shi4  # 旧的\n";
    CHECK(over(below, U"柳塘 = liǔ táng") == to_utf8(below));
    CHECK(over(below, U"單女士 = shan4 nv3 shi4\n乐清 = yue4 qing1") ==
          "# 我们街道\n柳塘 = liu3 tang2\n单女士 = shan4 nv3 shi4\n乐清 = yue4 qing1\n");
    CHECK(over(U"", U"乐清 = yue4 qing1") == "乐清 = yue4 qing1\n");
    CHECK(over(U"这一行写错了", U"乐清 = yue4 qing1") == "这一行写错了\n乐清 = yue4 qing1\n");
    CHECK(over(below, U"") == to_utf8(below));
}

TEST_CASE("words laid over a list count, and where they say nothing its own do") {
    const auto words = [](std::u32string_view text) { return words_in(text, shipped_lexicon()); };
    const LocalReadings own(laid_over(words(U"柳塘 = liu3 tang2\n单女士 = dan1 nv3 shi4"),
                                      words(U"單女士 = shan4 nv3 shi4\n单女士 = shan4 nv3 shi5\n这行不对\n")));
    CHECK(own.size() == 2);
    CHECK(lexical(U"柳塘单女士", Knowledge(shipped_lexicon(), &own)) == "liu3 tang2 shan4 nv3 shi5");
}
