// What one would write down from an article, and what only looks like it.
#include "kiosk/prepare/to_copy.h"

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"

using namespace tingdu;
using Kind = prepare::ToCopy::Kind;

namespace {

text::Article article(std::initializer_list<std::pair<text::BlockKind, std::u32string_view>> blocks) {
    text::Article made;
    made.title = U"通知";
    for (const auto& [kind, text] : blocks) {
        if (!made.text.empty()) made.text += U'\n';
        made.blocks.push_back({kind, {made.text.size(), made.text.size() + text.size()}, false, {}});
        made.text += text;
    }
    return made;
}

std::vector<prepare::ToCopy> in(std::u32string_view paragraph) {
    return prepare::to_copy(article({{text::BlockKind::paragraph, paragraph}}));
}

std::string grouped(const prepare::ToCopy& item) {
    std::string all;
    for (const prepare::Group& group : item.groups) all += (all.empty() ? "" : "|") + to_utf8(group.shown);
    return all;
}

/// The groups of all of one kind, a line each.
std::string all_of(Kind kind, std::u32string_view paragraph) {
    std::string all;
    for (const prepare::ToCopy& item : in(paragraph))
        if (item.kind == kind) all += grouped(item) + "\n";
    return all;
}

std::string dictated(std::u32string_view number) {
    std::string all;
    for (const prepare::Group& group : prepare::dictated(number))
        all += (all.empty() ? "" : "|") + to_utf8(group.shown);
    return all;
}

}  // namespace

TEST_CASE("a telephone number is dictated in threes and fours, its area code apart") {
    CHECK(dictated(U"13800138000") == "138|0013|8000");
    CHECK(dictated(U"138 0013 8000") == "138|0013|8000");
    CHECK(dictated(U"0571-88889999") == "0571|8888|9999");
    CHECK(dictated(U"057188889999") == "0571|8888|9999");
    CHECK(dictated(U"010-88889999-123") == "010|8888|9999|123");
    CHECK(dictated(U"(0714)6512345") == "0714|651|2345");
    CHECK(dictated(U"400-123-4567") == "400|123|4567");
    CHECK(dictated(U"5550 1218") == "5550|1218");
    CHECK(dictated(U"12345") == "12345");
    CHECK(prepare::dictated(U"5550 1218").front().said == U"5 5 5 0");
}

TEST_CASE("telephone numbers are found with the sentence that says whose they are") {
    const auto found = in(U"问路、借轮椅、约康复师，电话都是5550 1218。");
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == U"5550 1218");
    CHECK(found[0].about.find(U"借轮椅") != std::u32string::npos);
    CHECK(all_of(Kind::telephone, U"手机：13912345678，座机0571-88880000转801。") ==
          "139|1234|5678\n0571|8888|0000|转801\n");
    CHECK(all_of(Kind::telephone, U"着火了打119，不知道问谁就打12345。") == "119\n12345\n");
    CHECK(all_of(Kind::telephone, U"Please call 5550 1203 first.") == "5550|1203\n");
}

TEST_CASE("the number of a paper, a sum, a year or a house is no telephone number") {
    CHECK(all_of(Kind::telephone, U"根据柳街发〔2026〕12345号文件办理。") == "");
    CHECK(all_of(Kind::telephone, U"身份证号330106195001011234要写清楚。") == "");
    CHECK(all_of(Kind::telephone, U"统一社会信用代码：91330100123456789X。") == "");
    CHECK(all_of(Kind::telephone, U"邮政编码：310012，编号：13800138000。") == "");
    CHECK(all_of(Kind::telephone, U"全区共有12345人参加，花了8888000元。") == "");
    CHECK(all_of(Kind::telephone, U"2024年全区公安工作会议召开，共计120余人参加会议。") == "");
    CHECK(all_of(Kind::telephone, U"账号：6222021234567890123。") == "");
}

TEST_CASE("hours stay with their days") {
    const auto found = in(U"上班时间是星期一到星期五，上午8:30—12:00，下午1:30—5:30；星期六上午9:00—11:30也开。");
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == Kind::hours);
    CHECK(grouped(found[0]) == "上班时间是星期一到星期五，上午8:30—12:00|下午1:30—5:30");
    CHECK(grouped(found[1]) == "星期六上午9:00—11:30也开");
    CHECK(all_of(Kind::hours, U"每天早上六点开门，晚上八点关门，不收门票。") != "");
    CHECK(all_of(Kind::hours, U"这时候大家有点累了。") == "");
}

TEST_CASE("a day comes with its time and with what happens then") {
    CHECK(all_of(Kind::day, U"因检修水管，9月28日上午8:00—11:30停水。请提前存水。") == "9月28日上午8:00—11:30停水\n");
    CHECK(all_of(Kind::day, U"请在2026年12月31日以前来办。") == "请在2026年12月31日以前来办\n");
    CHECK(all_of(Kind::day, U"报名到2026-12-31为止。") != "");
    CHECK(all_of(Kind::day, U"10月4日至7日：上午9:00—11:30，下午2:00—4:30。") ==
          "10月4日至7日：上午9:00—11:30|下午2:00—4:30\n");
    CHECK(all_of(Kind::day, U"他三月来过，一日三餐都在这里吃。") == "");
}

TEST_CASE("an amount stays with what it is for") {
    CHECK(all_of(Kind::amount, U"到期换证20元，丢失补办40元。") == "到期换证20元|丢失补办40元\n");
    CHECK(all_of(Kind::amount, U"一荤两素一汤，15元一份。") == "一荤两素一汤，15元一份\n");
    CHECK(all_of(Kind::amount, U"住在3单元的老人过元旦。") == "");
}

TEST_CASE("what a town spends is nothing to copy, what somebody pays or gets is") {
    CHECK(all_of(Kind::amount, U"去年全市共发放补贴320万元，惠及老人两万余名。") == "");
    CHECK(all_of(Kind::amount, U"工程总投资1500万元，同比增长8%。") == "");
    CHECK(all_of(Kind::amount, U"民警为群众挽回损失46000元。") == "");
    CHECK(all_of(Kind::amount, U"全区八十岁以上老人每月可领高龄津贴100元。") ==
          "全区八十岁以上老人每月可领高龄津贴100元\n");
    CHECK(all_of(Kind::amount, U"水费每吨2.9元，今年没有涨价。") != "");
}

TEST_CASE("an address is found with its name, and read place by place") {
    const auto found = in(U"地址：浙江省杭州市西湖区文三路123号5幢201室。");
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].kind == Kind::address);
    CHECK(found[0].words == U"浙江省杭州市西湖区文三路123号5幢201室");
    CHECK(found[0].groups.size() >= 3);
    CHECK(all_of(Kind::address, U"社区食堂在北塘路36号一楼，公交12路就到。") == "社区食堂在北塘路36号|一楼\n");
    CHECK(all_of(Kind::address, U"到大厅3号窗口办。") != "");
    CHECK(all_of(Kind::address, U"公交12路和地铁2号线都到。") == "");
}

TEST_CASE("papers to bring are one list") {
    const auto found = in(U"带身份证、户口簿和社保卡，到大厅办。");
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::papers);
    CHECK(grouped(found[0]) == "带身份证|户口簿|和社保卡");
    const auto listed = prepare::to_copy(article({{text::BlockKind::heading, U"所需材料"},
                                                  {text::BlockKind::list_item, U"身份证原件"},
                                                  {text::BlockKind::list_item, U"一寸照片两张"},
                                                  {text::BlockKind::paragraph, U"当场就能拿到。"}}));
    REQUIRE(listed.size() == 1);
    CHECK(grouped(listed[0]) == "身份证原件|一寸照片两张");
    CHECK(all_of(Kind::papers, U"路两边添了三十把带扶手的长椅。") == "");
    CHECK(all_of(Kind::papers, U"照片不用自己拍，也不用带身份证。") == "");
}

TEST_CASE("what fresh notices say is found, and what their news says is not") {
    CHECK(all_of(Kind::hours, U"上午8:30-11:30，下午14:00-17:00（节假日除外）。") ==
          "上午8:30-11:30|下午14:00-17:00（节假日除外）\n");
    CHECK(all_of(Kind::hours, U"会议上午9点开，下午2点散。") == "");
    CHECK(all_of(Kind::day, U"2026年9月28日，柳塘区召开老龄工作会议，部署重阳节活动。") == "");
    CHECK(all_of(Kind::day, U"9月28日召开居民会议，请带好证件。") != "");
    CHECK(all_of(Kind::day, U"截止时间：2026年11月30日17:00。") != "");
    CHECK(all_of(Kind::address, U"请到幸福里小区5幢2单元301室找网格员。") != "");
    CHECK(all_of(Kind::address, U"小区新建12幢住宅楼。") == "");
    CHECK(all_of(Kind::telephone, U"邮箱是13800138000@liutang.cn。") == "");
    CHECK(all_of(Kind::telephone, U"《养生》ISBN 978-7-5000-1234-5。") == "");
    CHECK(all_of(Kind::telephone, U"联系人：王主任，138-0571-2345，或致电87654321。") == "138|0571|2345\n8765|4321\n");
    CHECK(all_of(Kind::amount, U"民警为老人追回被骗的5万元。") == "");
    CHECK(all_of(Kind::amount, U"参保缴费标准为每人每年400元，其中财政补助670元。") != "");
    CHECK(all_of(Kind::papers, U"需提供：（1）身份证原件及复印件；（2）一寸免冠照片2张。") != "");
    CHECK(all_of(Kind::papers, U"请自带水杯，场地有遮阳伞。") == "");
}

TEST_CASE("days are found in Hanzi and in every month, in English, and without their clause's neighbours") {
    CHECK(all_of(Kind::day, U"体检定于十月二十八日上午八点开始，空腹，请带医保卡。") ==
          "体检定于十月二十八日上午八点开始\n");
    CHECK(all_of(Kind::day, U"二〇二六年十一月三日前报名。") == "二〇二六年十一月三日前报名\n");
    CHECK(all_of(Kind::day, U"养老金发放日为每月15日，遇节假日提前。") == "养老金发放日为每月15日\n");
    CHECK(all_of(Kind::day, U"The office moves on November 3, 2026, so please come before.") ==
          "The office moves on November 3, 2026\n");
    CHECK(all_of(Kind::day, U"Please hand in your form by 30 October.") != "");
    CHECK(all_of(Kind::day, U"In May 2026 the park had many visitors.") == "");
}

TEST_CASE("addresses stand without a colon, in brackets and in English too") {
    CHECK(all_of(Kind::address, U"义诊地点在人民公园北门广场，时间另行通知。") == "人民公园北门广场\n");
    CHECK(all_of(Kind::address, U"到市残联（滨江路3号5楼502室）办理。") == "到市残联|滨江路3号|5楼502室\n");
    CHECK(all_of(Kind::address, U"在民主路甲58号。") != "");
    CHECK(all_of(Kind::address, U"Write to Room 305, 12 North Pond Road, Liutang.") == "Room 305|12 North Pond Road\n");
    CHECK(all_of(Kind::address, U"The centre at 48 Garden Street serves tea.") == "48 Garden Street\n");
    CHECK(all_of(Kind::address, U"预防接种在门诊，地点：江城市东湖区民主路3弄12号。") ==
          "江城市东湖区|民主路3弄12号\n");
    CHECK(all_of(Kind::address, U"There are 12 New benches by the Road.") == "");
}

TEST_CASE("papers are found where they are shown, and over as many clauses as there are") {
    CHECK(all_of(Kind::papers, U"先到派出所挂失，再持户口本到窗口补办。") == "再持户口本到窗口补办\n");
    CHECK(all_of(Kind::papers, U"六十五岁以上老人凭身份证免费体检。") != "");
    CHECK(all_of(Kind::papers, U"我们坚持办好每一张居住证。") == "");
    CHECK(all_of(Kind::papers, U"需提交：1.申请书；2.身份证、户口本；3.收入证明。") ==
          "需提交：1.申请书|2.身份证|户口本|3.收入证明\n");
    CHECK(all_of(Kind::papers,
                 U"To renew your library card, bring your ID card, your old card and one recent photo to the "
                 U"front desk on the ground floor.")
              .find("your old card|and one recent photo") != std::string::npos);
}

TEST_CASE("an amount comes with what it is for and whom it costs less, and not with the rest of its sentence") {
    CHECK(all_of(Kind::amount, U"公交K7路末班车21:40，票价2元，老年卡免费。") == "票价2元|老年卡免费\n");
    CHECK(all_of(Kind::amount, U"先挂失，再补办，工本费40元，20个工作日后领取。") == "工本费40元\n");
    CHECK(all_of(Kind::amount, U"80到89周岁，每月100元；90到99周岁，每月300元。") ==
          "80到89周岁|每月100元\n90到99周岁|每月300元\n");
    CHECK(all_of(Kind::amount, U"凡1946年以前出生的老人，可领取慰问金500元。") ==
          "凡1946年以前出生的老人|可领取慰问金500元\n");
    CHECK(all_of(Kind::amount, U"津贴从下月起发放，每人每月一百元，由街道打到存折上。") ==
          "津贴从下月起发放，每人每月一百元\n");
    CHECK(all_of(Kind::amount, U"她取了两万六千块钱，买回一盒不值二十块钱的药。") == "");
    CHECK(all_of(Kind::papers, U"年满80周岁或者持有残疾证的，出八成。") == "");
    CHECK(all_of(Kind::amount, U"Last year the town spent 3.2 million yuan on new benches.") == "");
    CHECK(all_of(Kind::telephone, U"Dial 120 for an ambulance, 119 for the fire brigade.") == "120\n119\n");
    CHECK(all_of(Kind::hours, U"夏令时作息：上午8:30—12:00，下午14:30—17:30，自6月1日起执行。") ==
          "夏令时作息：上午8:30—12:00|下午14:30—17:30|自6月1日起执行\n");
    CHECK(all_of(Kind::hours, U"农贸市场已迁至人民东路215号，营业时间早5:30至晚7:00，全年无休。") ==
          "营业时间早5:30至晚7:00\n");
    CHECK(all_of(Kind::hours, U"免费理发，每月最后一个星期六上午九点，在二楼。") == "每月最后一个星期六上午九点\n");
    CHECK(all_of(Kind::hours, U"早餐6:30到8:00，午餐10:45到12:30。") == "早餐6:30到8:00|午餐10:45到12:30\n");
}

TEST_CASE("where there is nothing to copy, nothing is found") {
    CHECK(in(U"要始终牢记“国之大者”，在新征程上展现新作为。").empty());
    CHECK(prepare::to_copy(text::Article{}).empty());
}

TEST_CASE("spaces that only set figures apart hide nothing, and places are those of the article") {
    for (const auto& [paragraph, expected] : std::initializer_list<std::pair<std::u32string_view, std::string_view>>{
             {U"10 月 15 日前来办理。", "10月15日前来办理"},
             {U"工本费 300 元。", "工本费300元"},
             {U"每人补助 1,250.50 元，手续费 5 元。", "每人补助1,250.50元|手续费5元"}}) {
        INFO(to_utf8(paragraph));
        const auto found = in(paragraph);
        REQUIRE(found.size() == 1);
        CHECK(grouped(found[0]) == expected);
        CHECK(found[0].range == TextRange{0, paragraph.size() - 1});
    }
    const std::u32string_view two = U"请于 10 月 15 日前来，押金 200 元。";
    const auto found = in(two);
    REQUIRE(found.size() == 2);
    CHECK(two.substr(found[1].range.begin, found[1].range.size()) == U"押金 200 元");
}

TEST_CASE("papers are found where each has a line of its own, and behind a colon") {
    for (const std::u32string_view sign : {U"- ", U"1、", U"（1）", U""}) {
        std::vector<std::u32string> lines;
        for (const std::u32string_view paper : {U"身份证", U"户口簿复印件"})
            lines.push_back(std::u32string(sign) + std::u32string(paper));
        for (const std::u32string_view head : {U"请带好以下材料：", U"需要的证件："}) {
            const auto found = prepare::to_copy(article({{text::BlockKind::paragraph, head},
                                                         {text::BlockKind::paragraph, lines[0]},
                                                         {text::BlockKind::paragraph, lines[1]},
                                                         {text::BlockKind::paragraph, U"没有身份证的，请先补办。"}}));
            REQUIRE(!found.empty());
            CHECK(found[0].kind == Kind::papers);
            CHECK(grouped(found[0]) == to_utf8(lines[0]) + "|" + to_utf8(lines[1]));
        }
    }
    CHECK(all_of(Kind::papers, U"需要的证件：身份证、结婚证。") == "需要的证件：身份证|结婚证\n");
    CHECK(all_of(Kind::papers, U"Please bring your passport and, if you rent, the lease of your home.") ==
          "Please bring your passport and|if you rent|the lease of your home\n");
}

TEST_CASE("what is open day and night, by season or on some days of the week is found, and what took so long is not") {
    CHECK(all_of(Kind::hours, U"服务大厅24小时开放，自助机随时可用。") == "服务大厅24小时开放\n");
    CHECK(all_of(Kind::hours, U"社区食堂早8点到晚6点。") == "社区食堂早8点到晚6点\n");
    CHECK(all_of(Kind::hours, U"上午九点至十一点半，都有人。") == "上午九点至十一点半\n");
    CHECK(all_of(Kind::hours, U"冬季（11月至次年3月）开放时间：8:30-16:30") ==
          "冬季（11月至次年3月）开放时间：8:30-16:30\n");
    CHECK(all_of(Kind::hours, U"夏令时（5月1日至9月30日）：上午8:00-12:00，下午3:00-6:00") ==
          "夏令时（5月1日至9月30日）：上午8:00-12:00|下午3:00-6:00\n");
    CHECK(all_of(Kind::hours, U"王医生每周二、周四上午坐诊。") == "王医生每周二、周四上午坐诊\n");
    CHECK(all_of(Kind::hours, U"We are open 24 hours a day.") != "");
    CHECK(all_of(Kind::hours, U"The hall is closed on Mondays.") != "");
    CHECK(all_of(Kind::hours,
                 U"The service hall is open from Monday to Friday, 8:30 to 12:00 and 1:30 to 5:30, and on Saturday "
                 U"mornings from 9:00 to 11:30.")
              .starts_with("The service hall is open from Monday to Friday|8:30 to 12:00"));
    for (const std::u32string_view none :
         {U"经过24小时的抢修，供电恢复。", U"请在24小时内回复。", U"全天下的父母都疼孩子。",
          U"他从八点等到十点也没见人来。", U"工作时间久了，大家都成了朋友。"}) {
        INFO(to_utf8(none));
        CHECK(in(none).empty());
    }
}

TEST_CASE("money is found in every way in which it is written, and blocks of stone are none") {
    for (const auto& [paragraph, expected] : std::initializer_list<std::pair<std::u32string_view, std::string_view>>{
             {U"补偿款人民币叁仟元整，请签收。", "补偿款人民币叁仟元整\n"},
             {U"体检费每人200 块，老人减半。", "体检费每人200块|老人减半\n"},
             {U"办证20美元。", "办证20美元\n"},
             {U"每个孩子收费六十块钱。", "每个孩子收费六十块钱\n"},
             {U"The fee is $25 per person.", "The fee is $25 per person.\n"},
             {U"A late return costs five dollars a day.", "A late return costs five dollars a day.\n"},
             {U"The course fee is RMB 300.", "The course fee is RMB 300.\n"},
             {U"他把两块石头搬到了路边，用三块木板搭桌子。", ""},
             {U"村里打了三块地种花。", ""}}) {
        INFO(to_utf8(paragraph));
        CHECK(all_of(Kind::amount, paragraph) == expected);
    }
}

TEST_CASE("what stands behind a label is found wherever in a sentence the label stands, with a number or without") {
    const std::u32string_view row = U"时间：8月31日上午九点，地点：市民中心三楼大厅，电话：0571-88880000 转 8012";
    CHECK(all_of(Kind::day, row) == "时间：8月31日上午九点\n");
    CHECK(all_of(Kind::address, row) == "市民中心三楼|大厅\n");
    CHECK(all_of(Kind::telephone, row) == "0571|8888|0000|转8012\n");
    CHECK(in(row).back().groups.back().said == U"转 8 0 1 2");
    CHECK(all_of(Kind::address, U"办理地址：县政务服务中心，请提前预约。") == "县政务服务中心\n");
    CHECK(all_of(Kind::address, U"地址：幸福街 18 号院 3 号楼 2 单元") == "幸福街18号院3号楼|2单元\n");
    CHECK(all_of(Kind::address, U"Location: Community Hall, second floor") == "Community Hall|second floor\n");
    CHECK(all_of(Kind::address, U"到街道服务中心二楼社保窗口办理。") == "到街道服务中心二楼|社保窗口\n");
    CHECK(all_of(Kind::address, U"活动地点：另行通知。") == "");
    CHECK(all_of(Kind::address, U"村里有一座三层楼的老戏台。") == "");
}

TEST_CASE("telephone numbers are found in brackets, from abroad, several behind one word, and with their extension") {
    CHECK(all_of(Kind::telephone, U"Call the office at (212) 555-0199 before noon.") == "212|555|0199\n");
    CHECK(all_of(Kind::telephone, U"Helpline: 1-800-555-0134 (free), or 020 7946 0123 ext. 45.") ==
          "1|800|555|0134\n020|7946|0123|ext. 45\n");
    CHECK(all_of(Kind::telephone, U"Text us at +44 7700 900123.").starts_with("+44|"));
    CHECK(all_of(Kind::telephone, U"值班电话：8888-1234（白天）、8888-5678（夜间）") == "8888|1234\n8888|5678\n");
    CHECK(all_of(Kind::telephone, U"总机0512-65201234，分机号12。") == "0512|6520|1234|分机号12\n");
    CHECK(all_of(Kind::telephone, U"电话诈骗案件2026-10-01以来发生20267件。") == "");
}

TEST_CASE("days are found cut short, by their number alone, and every month") {
    CHECK(all_of(Kind::day, U"The deadline is Oct. 31, 2026.") != "");
    CHECK(all_of(Kind::day, U"Register before December 1st.") != "");
    CHECK(all_of(Kind::day, U"Payments are due on the 15th of every month.") != "");
    CHECK(all_of(Kind::day, U"补贴将于本月25日前发放。") == "补贴将于本月25日前发放\n");
    CHECK(all_of(Kind::day, U"请于15日前交表。") == "请于15日前交表\n");
    CHECK(all_of(Kind::day, U"三人于3日前往北京。") == "");
}

TEST_CASE("papers are found named before they are asked for, under a line of their own, and in English") {
    CHECK(all_of(Kind::papers, U"如有房产证，请一并带来。") == "如有房产证|请一并带来\n");
    CHECK(all_of(Kind::papers, U"报销需要：①身份证原件；②医院发票；③出院小结。") ==
          "报销需要：①身份证原件|②医院发票|③出院小结\n");
    CHECK(all_of(Kind::papers, U"Bring a photo ID, a recent utility bill and your lease.") ==
          "Bring a photo ID|a recent utility bill|and your lease\n");
    const auto found = prepare::to_copy(article({{text::BlockKind::paragraph, U"报名材料："},
                                                 {text::BlockKind::paragraph, U"（一）报名表一份"},
                                                 {text::BlockKind::paragraph, U"（二）学历证书"}}));
    REQUIRE(found.size() == 1);
    CHECK(grouped(found[0]) == "（一）报名表一份|（二）学历证书");
    CHECK(all_of(Kind::papers, U"工作人员要提供热情周到的服务。") == "");
}

TEST_CASE("whoever tells a story offers nothing to be written down") {
    for (const std::u32string_view told :
         {U"比分是110比95。", U"彩票开出12345、67890。", U"手机里存了13700000000张照片。",
          U"他带着身份证和存折跑出来，鞋都没穿。", U"外婆每天骑车20公里去卖菜，早上四点到六点出门。",
          U"那年我花12元买了一把椅子。", U"2008年8月8日晚上8点，全街的人都在看开幕式。", U"台风8月3日凌晨2点登陆。",
          U"记者在解放路58号看到，水没过膝盖。", U"我们住在柳塘路8号的老院子里。",
          U"Invoice 2024-0815-7731 is still in her drawer.", U"She bought a bicycle for 150 yuan.",
          U"On 4 May 1991 it rained."}) {
        INFO(to_utf8(std::u32string(told)));
        CHECK(in(told).empty());
    }
    // Somebody is meant who is to come.
    CHECK(all_of(Kind::hours, U"我们每天上午9点到下午5点开门。") != "");
    CHECK(all_of(Kind::papers, U"家属陪他来的，他的身份证也要带上。") != "");
    CHECK(all_of(Kind::hours, U"爷爷奶奶看过来，每天上午9点到11点免费量血压。") != "");
    CHECK(all_of(Kind::telephone, U"有事请拨打13812345678本人接听。") == "138|1234|5678\n");
    // 我局 and 其他 tell of no one.
    CHECK(all_of(Kind::hours, U"我局办公时间为上午9点到下午5点。") != "");
    CHECK(all_of(Kind::amount, U"其他人员每人每月100元。") != "");
}

TEST_CASE("an area code is one whatever parts it from the number") {
    CHECK(all_of(Kind::telephone, U"咨询电话：0571—86001234") == "0571|8600|1234\n");
    CHECK(all_of(Kind::telephone, U"咨询电话：0571/86001234") == "0571|8600|1234\n");
    CHECK(all_of(Kind::telephone, U"Call 0571-86001234 Ext. 22.") == "0571|8600|1234|Ext. 22\n");
}

TEST_CASE("an address keeps the way inside, before the street and behind it") {
    CHECK(in(U"Come to us at 27 Garden Road, Building 4, Room 302.").at(0).words ==
          U"27 Garden Road, Building 4, Room 302");
    CHECK(in(U"We are in Room 1201, Block B, Tianyuan Plaza, 9 Wenyi West Road.").at(0).words ==
          U"Room 1201, Block B, Tianyuan Plaza, 9 Wenyi West Road");
    const std::string groups =
        all_of(Kind::address, U"地址：柳塘小学（柳塘街道学府路二十二号）教学楼二楼（地铁3号线柳塘站C口）");
    CHECK(groups.find("地铁3号|") == std::string::npos);
    CHECK(groups.find("）") == std::string::npos);
}
