#include "kiosk/library/catalogue.h"

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"

using namespace tingdu::library;

TEST_CASE("folders are subjects in the order of their numbers, files in the root come first") {
    const auto shelves =
        arrange({"10 社区生活/a.txt", "2 养老服务/b.txt", "停水.txt", "2 养老服务/10 丙.txt", "2 养老服务/9 乙.txt"});
    REQUIRE(shelves.size() == 3);
    CHECK(shelves[0].name == newest);
    CHECK(shelves[1].name == U"养老服务");
    CHECK(shelves[1].paths ==
          std::vector<std::string>{"2 养老服务/9 乙.txt", "2 养老服务/10 丙.txt", "2 养老服务/b.txt"});
    CHECK(shelves[2].name == U"社区生活");
}

TEST_CASE("without numbers names stand in the order of their pinyin") {
    const auto shelves = arrange({"养老/a.txt", "便民/a.txt", "看病/a.txt"});
    CHECK(shelves[0].name == U"便民");
    CHECK(shelves[1].name == U"看病");
    CHECK(shelves[2].name == U"养老");
}

TEST_CASE("a number gives the order in whatever way it is written") {
    for (const std::vector<std::string>& names :
         std::vector<std::vector<std::string>>{{"一、甲", "二、乙", "三、丙", "十、丁", "十一、戊", "二十、己"},
                                               {"（一）甲", "（二）乙", "（三）丙", "（十）丁"},
                                               {"(1) 甲", "(2)乙", "(10)丙"},
                                               {"①甲", "② 乙", "⑩丙", "⑪丁"},
                                               {"1.甲", "2. 乙", "10.丙"},
                                               {"01甲", "02-乙", "0003_丙", "010 丁"},
                                               {"第一章 甲", "第二章 乙", "第十二章 丙"},
                                               {"1、甲", "二、乙", "③丙", "04 丁", "戊"}}) {
        std::vector<std::string> paths;
        for (auto name = names.rbegin(); name != names.rend(); ++name) paths.push_back(*name + "/a.txt");
        for (const bool by_sound : {false, true}) {
            const auto shelves = arrange(
                paths, by_sound ? ReadAs([](std::u32string_view name) { return tingdu::to_utf8(name); }) : ReadAs());
            REQUIRE(shelves.size() == names.size());
            for (std::size_t i = 0; i < names.size(); ++i) CHECK(shelves[i].paths[0] == names[i] + "/a.txt");
        }
    }
    CHECK(name_of("①甲.txt") == U"甲");
    CHECK(name_of("二、乙.txt") == U"乙");
    CHECK(name_of("0003_丙.txt") == U"丙");
    CHECK(name_of("第二章 乙.txt") == U"第二章 乙");
    CHECK(name_of("2026 年报.txt") == U"2026 年报");
}

TEST_CASE("whoever knows how names are read has them ordered by that") {
    const auto read_as = [](std::u32string_view name) -> std::string {
        return name.starts_with(U"长城") ? "chang2 cheng2" : name.starts_with(U"工厂") ? "gong1 chang3" : "zhang3 da4";
    };
    const auto shelves = arrange({"长大/a.txt", "工厂/a.txt", "长城/a.txt"}, read_as);
    CHECK(shelves[0].name == U"长城");
    CHECK(shelves[1].name == U"工厂");
    CHECK(shelves[2].name == U"长大");
}

TEST_CASE("what systems leave behind is passed over") {
    CHECK(arrange({".hidden/a.txt", "~$a.docx", "Thumbs.db", "System Volume Information/x.txt", "a/.b.txt"}).empty());
}

TEST_CASE("the place's list of readings is no article") {
    CHECK(arrange({"读音.txt", "1 通知/读音.txt"}).empty());
    CHECK_FALSE(is_article("读音.txt"));
    CHECK(arrange({"读音怎么查.txt"}).size() == 1);
}

TEST_CASE("a number at the head of a name is not part of it, a name that is a number stays") {
    CHECK(name_of("01 夏天防暑.docx") == U"夏天防暑");
    CHECK(name_of("3、公交线路.txt") == U"公交线路");
    CHECK(name_of("（一）办事指南") == U"办事指南");
    CHECK(name_of("三伏天.txt") == U"三伏天");
    CHECK(name_of("2026年计划.md") == U"2026年计划");
    CHECK(name_of("12345.txt") == U"12345");
    CHECK(name_of("无名") == U"无名");
}
