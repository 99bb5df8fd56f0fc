#include <doctest/doctest.h>

#include "said.h"

using namespace tingdu::mandarin;

TEST_CASE("words decide how their characters are read") {
    CHECK(lexical(U"银行行长长期重视老人") == "yin2 hang2 hang2 zhang3 chang2 qi1 zhong4 shi4 lao3 ren2");
    CHECK(lexical(U"重庆会计") == "chong2 qing4 kuai4 ji4");
    CHECK(lexical(U"调查调解") == "diao4 cha2 tiao2 jie3");
    CHECK(lexical(U"六安和台州") == "lu4 an1 he2 tai1 zhou1");
}

TEST_CASE("characters that stand alone are read by their neighbours") {
    CHECK(lexical(U"认真地填写") == "ren4 zhen1 de5 tian2 xie3");
    CHECK(lexical(U"这块地很大") == "zhe4 kuai4 di4 hen3 da4");
    CHECK(lexical(U"办得很快") == "ban4 de5 hen3 kuai4");
    CHECK(lexical(U"面积为30平方米") == "mian4 ji1 wei2 san1 shi2 ping2 fang1 mi3");
    CHECK(lexical(U"为群众办事") == "wei4 qun2 zhong4 ban4 shi4");
    CHECK(lexical(U"3只小猫") == "san1 zhi1 xiao3 mao1");
    CHECK(lexical(U"只收现金") == "zhi3 shou1 xian4 jin1");
    CHECK(lexical(U"去年还清了贷款") == "qu4 nian2 huan2 qing1 le5 dai4 kuan3");
}

TEST_CASE("a surname before a title is read as a surname") {
    CHECK(lexical(U"仇局长") == "qiu2 ju2 zhang3");
    CHECK(lexical(U"单女士、解先生") == "shan4 nv3 shi4 xie4 xian1 sheng5");
    CHECK(lexical(U"任某同志") == "ren2 mou3 tong2 zhi4");
    CHECK(lexical(U"担任局长") == "dan1 ren4 ju2 zhang3");
}

TEST_CASE("traditional characters are read as their words are") {
    CHECK(lexical(U"銀行長期營業") == lexical(U"银行长期营业"));
    CHECK(lexical(U"乾隆") == "qian2 long2");
    CHECK(said(U"銀行") == "銀行");
}

TEST_CASE("a surname is read as one after an office and before a given name, and only there") {
    CHECK(lexical(U"记者任晓燕报道").starts_with("ji4 zhe3 ren2 xiao3 yan1"));
    CHECK(lexical(U"主任仇志明今天来").starts_with("zhu3 ren4 qiu2 zhi4 ming2"));
    CHECK(lexical(U"局长单建国").starts_with("ju2 zhang3 shan4 jian4 guo2"));
    CHECK(lexical(U"村民单大爷") == "cun1 min2 shan4 da4 ye2");
    CHECK(lexical(U"市长曾去过").find("ceng2") != std::string::npos);
    CHECK(lexical(U"主任曾多次表示").find("ceng2") != std::string::npos);
    CHECK(lexical(U"院长任命他") == "yuan4 zhang3 ren4 ming4 ta1");
    CHECK(lexical(U"记者从现场了解到").find("cong2") != std::string::npos);
}
