#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/segment.h"
#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

/// The clauses as they are shown.
std::string breaths(std::u32string_view shown) {
    std::string found;
    for (const Clause& clause : read(shown, shipped_lexicon())) {
        if (!found.empty()) found += '|';
        const std::size_t begin = clause.words.front().shown.begin;
        found += to_utf8(shown.substr(begin, clause.words.back().shown.end - begin));
    }
    return found;
}

}  // namespace

TEST_CASE("what one breath carries is said in one") {
    CHECK(breaths(U"请您先在取号机前取号") == "请您先在取号机前取号");
    CHECK(breaths(U"他说这几天天气热请大家多喝水") == "他说这几天天气热请大家多喝水");
}

TEST_CASE("a long stretch breathes between its phrases") {
    CHECK(breaths(U"凡在本辖区内居住满六个月的非本市户籍居民可以持有效身份证件到居住地社区服务中心申请办理居住证") ==
          "凡在本辖区内|居住满六个月的非本市户籍居民|可以持有效身份证件|到居住地社区服务中心申请办理居住证");
    CHECK(breaths(U"市人力资源和社会保障局将于十月一日起对全市企业职工基本养老保险参保人员开展待遇资格认证工作") ==
          "市人力资源和社会保障局|将于十月一日起|对全市企业职工基本养老保险参保人员|开展待遇资格认证工作");
    CHECK(breaths(U"申请人应当自收到受理通知书之日起十五个工作日内向原受理机关提交补充材料") ==
          "申请人应当自收到受理通知书之日起十五个工作日内|向原受理机关提交补充材料");
    CHECK(breaths(U"为深入贯彻落实国务院关于加强老年人权益保障工作的决策部署切实提升本市养老服务质量和水平") ==
          "为深入贯彻落实国务院|关于加强老年人权益保障工作的决策部署|切实提升本市养老服务质量和水平");
    CHECK(breaths(U"今天上午九点市民服务中心举行了第三届社区邻里节开幕式") ==
          "今天上午九点市民服务中心|举行了第三届社区邻里节开幕式");
    CHECK(breaths(U"2024年10月1日至2025年3月31日每周一至周五上午8:30到11:30受理居民基本医疗保险参保登记") ==
          "2024年10月1日至2025年3月31日每周一至周五|上午8:30到11:30|受理居民基本医疗保险参保登记");
}

TEST_CASE("no break parts a verb from what completes it, nor what it asks for") {
    CHECK(breaths(U"违规使用电焊机引燃了堆放在楼道内的保温材料") == "违规使用电焊机|引燃了堆放在楼道内的保温材料");
    CHECK(breaths(U"可以向户籍所在地的街道便民服务中心申请领取城乡居民基础养老金") ==
          "可以向户籍所在地的街道便民服务中心|申请领取城乡居民基础养老金");
    CHECK(breaths(U"请各位业主将车辆信息登记表交到小区物业服务中心以便更新门禁系统") ==
          "请各位业主将车辆信息登记表|交到小区物业服务中心|以便更新门禁系统");
}

TEST_CASE("a break comes before what links two only where there is no better one, and after what sets a time") {
    CHECK(breaths(U"符合条件的退役军人和其他优抚对象可以凭有效证件免费乘坐市内公共汽车和轨道交通") ==
          "符合条件的退役军人和其他优抚对象|可以凭有效证件|免费乘坐市内公共汽车和轨道交通");
    CHECK(breaths(U"暴雨蓝色预警信号发布后各乡镇要立即组织转移低洼地带和地质灾害隐患点的群众")
              .starts_with("暴雨蓝色预警信号发布后|"));
    CHECK(breaths(U"因道路施工需要自本月十五日起对解放路与人民路交叉口实施为期三个月的交通管制") ==
          "因道路施工需要自本月十五日起|对解放路与人民路交叉口|实施为期三个月的交通管制");
}

TEST_CASE("what is made of the last word before it stands with it: how something is done, a noun that was a verb") {
    CHECK(breaths(U"各单位要高度重视冬季安全生产工作认真组织开展隐患排查整治") ==
          "各单位要高度重视冬季安全生产工作|认真组织开展隐患排查整治");
    CHECK(breaths(U"这位八十多岁的老党员用颤抖的双手郑重地在倡议书上签下了自己的名字").find("双手|郑重地") !=
          std::string::npos);
    CHECK(breaths(U"县级以上地方人民政府应当将老龄事业发展所需经费列入本级财政预算").find("所需|") ==
          std::string::npos);
}

TEST_CASE("no break parts a number from what it counts, or a name, or a particle from its word") {
    for (const std::u32string_view shown :
         {U"全市共有一百二十三个社区参加了由市民政局张志华同志主持召开的二零二六年度社区养老服务工作会议",
          U"每人每月补贴500元共计6000元由区财政局统一拨付到本人社会保障卡银行账户里面",
          U"经过三个多月的努力工作人员们终于把全部档案一份一份地整理好了"}) {
        const std::vector<Clause> clauses = read(shown, shipped_lexicon());
        CHECK(clauses.size() > 1);
        for (std::size_t i = 1; i < clauses.size(); ++i) {
            const char32_t first = shown[clauses[i].words.front().shown.begin];
            CHECK(std::u32string_view(U"个元的地得了们月").find(first) == std::u32string_view::npos);
            CHECK(clauses[i - 1].end == Boundary::none);
        }
    }
    CHECK(breaths(U"由市民政局张志华同志主持召开的二零二六年度社区养老服务工作会议").find("张志|华") ==
          std::string::npos);
}

TEST_CASE("whatever sentence is read, no breath falls within a word and no clause is too long") {
    std::ifstream sentences(TINGDU_SOURCE_DIR "/voices/mandarin/public_service_dev.tsv");
    std::u32string joined;  // ten sentences in one, without a mark
    std::size_t breaks = 0;
    std::size_t lines = 0;
    for (std::string line; std::getline(sentences, line);) {
        for (const char32_t c : from_utf8(line.substr(0, line.find('\t'))))
            if (is_hanzi(c)) joined += c;
        if (++lines % 10 != 0) continue;
        std::set<std::size_t> edges;
        for (const Segment& word : segment(joined, shipped_lexicon())) edges.insert(word.begin);
        for (const Clause& clause : read(joined, shipped_lexicon())) {
            std::size_t syllables = 0;
            for (const Word& word : clause.words) syllables += word.said.size();
            CHECK(syllables <= longest_clause);
            CHECK(syllables > 0);
            INFO(to_utf8(joined.substr(clause.words.front().shown.begin, 8)));
            CHECK(edges.contains(clause.words.front().shown.begin));
            ++breaks;
        }
        joined.clear();
    }
    CHECK(lines > 900);
    CHECK(breaks > lines);
}
