#include <doctest/doctest.h>

#include "said.h"

using namespace tingdu::mandarin;

TEST_CASE("一 changes before its measure word and keeps its tone where it numbers or ends") {
    CHECK(spoken(U"一个") == "yi2 ge5");
    CHECK(spoken(U"一天") == "yi4 tian1");
    CHECK(spoken(U"第一次") == "di4 yi1 ci4");
    CHECK(spoken(U"统一标准") == "tong3 yi1 biao1 zhun3");
    CHECK(spoken(U"一月一日") == "yi1 yue4 yi1 ri4");
    CHECK(spoken(U"二〇一一年") == "er4 ling2 yi1 yi1 nian2");
    CHECK(spoken(U"看一看") == "kan4 yi5 kan4");
    CHECK(spoken(U"一边走一边看") == "yi4 bian1 zou3 yi4 bian1 kan4");
    CHECK(spoken(U"一边一边") == "yi4 bian1 yi4 bian1");
    CHECK(spoken(U"市一中") == "shi4 yi1 zhong1");
}

TEST_CASE("一 in numbers changes before hundreds and thousands only") {
    CHECK(spoken(U"1100元") == "yi4 qian1 yi4 bai3 yuan2");
    CHECK(spoken(U"111人") == "yi4 bai3 yi1 shi2 yi1 ren2");
    CHECK(spoken(U"1个") == "yi2 ge5");
    CHECK(spoken(U"第1个") == "di4 yi1 ge5");
    CHECK(spoken(U"2011年") == "er4 ling2 yi1 yi1 nian2");
}

TEST_CASE("不 rises before a fourth tone") {
    CHECK(spoken(U"不是") == "bu2 shi4");
    CHECK(spoken(U"不好") == "bu4 hao3");
    CHECK(lexical(U"不是") == "bu4 shi4");
    CHECK(spoken(U"是不是") == "shi4 bu5 shi4");
    CHECK(spoken(U"对不起") == "dui4 bu5 qi3");
    CHECK(spoken(U"看不见") == "kan4 bu5 jian4");
    CHECK(spoken(U"只不过") == "zhi3 bu2 guo4");
}

TEST_CASE("a third tone rises before a third tone by how the word is built") {
    CHECK(spoken(U"领导") == "ling2 dao3");
    CHECK(spoken(U"展览馆") == "zhan2 lan2 guan3");
    CHECK(spoken(U"纸老虎") == "zhi3 lao2 hu3");
    CHECK(spoken(U"我很好") == "wo2 hen2 hao3");
    CHECK(lexical(U"我很好") == "wo3 hen3 hao3");
}

TEST_CASE("no third tone rises across a pause or between two longer words") {
    CHECK(spoken(U"你好，我走") == "ni2 hao3 wo2 zou3");
    CHECK(spoken(U"领导指示") == "ling2 dao3 zhi3 shi4");
    CHECK(spoken(U"你——我") == "ni3 wo3");
}

TEST_CASE("a verb said twice is light the second time, other doubles are not") {
    CHECK(spoken(U"请看看这里") == "qing3 kan4 kan5 zhe4 li3");
    CHECK(spoken(U"想想再说") == "xiang2 xiang5 zai4 shuo1");
    CHECK(spoken(U"说说情况").starts_with("shuo1 shuo5"));
    CHECK(spoken(U"问问工作人员").starts_with("wen4 wen5"));
    CHECK(spoken(U"天天") == "tian1 tian1");
    CHECK(spoken(U"常常") == "chang2 chang2");
    CHECK(spoken(U"偷偷看") == "tou1 tou1 kan4");
}

TEST_CASE("啊 takes up the sound before it") {
    CHECK(spoken(U"好啊").ends_with("wa5"));
    CHECK(spoken(U"来啊").ends_with("ya5"));
    CHECK(spoken(U"看啊").ends_with("na5"));
    CHECK(spoken(U"是啊").ends_with(" a5"));
    CHECK(spoken(U"去啊").ends_with("ya5"));
    CHECK(lexical(U"好啊").ends_with(" a5"));
}

TEST_CASE("third tones rise by twos, and no chain runs through a clause") {
    CHECK(spoken(U"老李买好酒") == "lao2 li3 mai2 hao2 jiu3");
    CHECK(spoken(U"请你给我打水") == "qing2 ni3 gei2 wo3 da2 shui3");
    CHECK(spoken(U"小李很勇敢") == "xiao2 li3 hen3 yong2 gan3");
    CHECK(spoken(U"所有老党员") == "suo2 you3 lao2 dang3 yuan2");
    CHECK(spoken(U"总理好") == "zong2 li2 hao3");
    CHECK(spoken(U"展览馆里有水") == "zhan2 lan2 guan2 li3 you2 shui3");
    CHECK(spoken(U"请把表填好") == "qing3 ba2 biao3 tian2 hao3");
    CHECK(spoken(U"我想买五把小雨伞") == "wo2 xiang3 mai3 wu2 ba3 xiao2 yu2 san3");
    CHECK(spoken(U"我给你写信") == "wo3 gei2 ni3 xie3 xin4");
    CHECK(spoken(U"海口港码头").starts_with("hai2 kou2 gang3 ma3"));
}

TEST_CASE("in traditional text the same tones change") {
    CHECK(spoken(U"我給你寫信") == spoken(U"我给你写信"));
    CHECK(spoken(U"展覽館裏有水") == spoken(U"展览馆里有水"));
}

TEST_CASE("what is doubled by twos keeps its tones, and whoever waits waits lightly") {
    CHECK(spoken(U"明明白白") == "ming2 ming2 bai2 bai2");
    CHECK(spoken(U"请你等等我") == "qing2 ni3 deng2 deng5 wo3");
    CHECK(spoken(U"张三、李四等等").ends_with("deng2 deng3"));
}

TEST_CASE("一 numbers classes, flats and rings") {
    CHECK(spoken(U"一单元") == "yi1 dan1 yuan2");
    CHECK(spoken(U"一环路") == "yi1 huan2 lu4");
    CHECK(spoken(U"一等功") == "yi1 deng3 gong1");
    CHECK(spoken(U"大一学生").starts_with("da4 yi1"));
}
