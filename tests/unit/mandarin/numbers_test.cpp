#include <doctest/doctest.h>

#include "kiosk/mandarin/numerals.h"
#include "said.h"

using namespace tingdu::mandarin;

TEST_CASE("cardinal numbers keep their zeros and their 万") {
    CHECK(cardinal(U"0") == U"零");
    CHECK(cardinal(U"10") == U"十");
    CHECK(cardinal(U"101") == U"一百零一");
    CHECK(cardinal(U"110") == U"一百一十");
    CHECK(cardinal(U"200") == U"二百");
    CHECK(cardinal(U"2000") == U"两千");
    CHECK(cardinal(U"10000") == U"一万");
    CHECK(cardinal(U"10500") == U"一万零五百");
    CHECK(cardinal(U"105000") == U"十万五千");
    CHECK(cardinal(U"100000005") == U"一亿零五");
    CHECK(cardinal(U"1000000000000") == U"一万亿");
    CHECK(cardinal(U"1,234,567") == U"一百二十三万四千五百六十七");
    CHECK(cardinal(U"12345678901234567") == U"一二三四五六七八九零一二三四五六七");
}

TEST_CASE("days and times are said as days and times") {
    CHECK(said(U"2024年3月12日") == "二零二四年三月十二日");
    CHECK(said(U"2024-03-12") == "二零二四年三月十二日");
    CHECK(said(U"2024/3/12") == "二零二四年三月十二日");
    CHECK(said(U"2024.3.12") == "二零二四年三月十二日");
    CHECK(said(U"2023年度") == "二零二三年度");
    CHECK(said(U"2019-2024年") == "二零一九到二零二四年");
    CHECK(said(U"80后和90年代") == "八零后和九十年代");
    CHECK(said(U"9:30") == "九点三十分");
    CHECK(said(U"9:30:15") == "九点三十分十五秒");
    CHECK(said(U"9：05") == "九点零五分");
    CHECK(said(U"8:00-18:00") == "八点到十八点");
    CHECK(said(U"6:00—20:00") == "六点到二十点");
    CHECK(said(U"周一-周五") == "周一到周五");
}

TEST_CASE("2 is 两 where it counts and 二 where it numbers") {
    CHECK(said(U"2个窗口") == "两个窗口");
    CHECK(said(U"第2个窗口") == "第二个窗口");
    CHECK(said(U"12个") == "十二个");
    CHECK(said(U"2月2日") == "二月二日");
    CHECK(said(U"2个月") == "两个月");
    CHECK(said(U"2-3天") == "两到三天");
    CHECK(said(U"2万元") == "两万元");
    CHECK(said(U"2楼") == "二楼");
}

TEST_CASE("quantities are said with what they measure") {
    CHECK(said(U"¥1,234.50") == "一千二百三十四点五元");
    CHECK(said(U"$20") == "二十美元");
    CHECK(said(U"3.5万元") == "三点五万元");
    CHECK(said(U"50%-60%") == "百分之五十到百分之六十");
    CHECK(said(U"50-60%") == "百分之五十到百分之六十");
    CHECK(said(U"5‰") == "千分之五");
    CHECK(said(U"3.14") == "三点一四");
    CHECK(said(U"1/3") == "三分之一");
    CHECK(said(U"比分3:2") == "比分三比二");
    CHECK(said(U"-5℃") == "零下五摄氏度");
    CHECK(said(U"气温-5~3℃") == "气温零下五到三摄氏度");
    CHECK(said(U"60km/h") == "六十千米每小时");
    CHECK(said(U"100m²") == "一百平方米");
    CHECK(said(U"25 mm") == "二十五毫米");
    CHECK(said(U"120余人") == "一百二十余人");
    CHECK(said(U"3+2=5，9-3=6") == "三加二等于五，九减三等于六");
}

TEST_CASE("numbers to dial and codes are said digit by digit") {
    CHECK(said(U"0571-88889999") == "零五七幺八八八八九九九九");
    CHECK(said(U"13800138000") == "幺三八零零幺三八零零零");
    CHECK(said(U"110报警") == "幺幺零报警");
    CHECK(said(U"110元") == "一百一十元");
    CHECK(said(U"12345热线") == "幺二三四五热线");
    CHECK(said(U"400-123-4567") == "四零零幺二三四五六七");
    CHECK(said(U"请拨打12389、12345") == "请拨打幺二三八九、幺二三四五");
    CHECK(said(U"身份证号110101199003072316") == "身份证号幺幺零幺零幺幺九九零零三零七二三幺六");
    CHECK(said(U"3号楼201室") == "三号楼二零幺室");
    CHECK(said(U"GB/T 37668-2019") == "G B T三七六六八杠二零一九");
    CHECK(said(U"1.2.3版") == "一点二点三版");
}

TEST_CASE("signs are said where they mean something") {
    CHECK(said(U"互联网+") == "互联网加");
    CHECK(said(U"①②") == "一二");
    CHECK(said(U"第Ⅳ章") == "第四章");
    CHECK(said(U"3#楼") == "三号楼");
    CHECK(said(U"第3条") == "第三条");
    CHECK(said(U"１２个") == "十二个");
}

TEST_CASE("brackets and the numbers of points are followed by a pause") {
    CHECK(said(U"（二）带好身份证的人") == "二，带好身份证的人");
    CHECK(said(U"3．现场缴费") == "三，现场缴费");
    CHECK(said(U"①户口本") == "一，户口本");
    CHECK(said(U"①号窗口") == "一号窗口");
    CHECK(said(U"减少30元（下降2.5%）。") == "减少三十元，下降百分之二点五。");
    CHECK(said(U"老人（含陪同）优先") == "老人，含陪同，优先");
    CHECK(read(U"老人（含陪同）优先", shipped_lexicon()).front().end == Boundary::comma);
    CHECK(read(U"4、窗口缴费", shipped_lexicon()).front().end == Boundary::enumeration);
}

TEST_CASE("digits tied by a hyphen are one telephone number where one is meant") {
    CHECK(said(U"服务热线：0531-12345") == "服务热线：零五三幺幺二三四五");
    CHECK(said(U"0531-96777") == "零五三幺九六七七七");
    CHECK(said(U"电话：0531-8600110 0531-8600120") == "电话：零五三幺八六零零幺幺零零五三幺八六零零幺二零");
    CHECK(said(U"致电12345-6") == "致电幺二三四五六");
    CHECK(said(U"热线8-18时开通") == "热线八到十八时开通");
    CHECK(said(U"热线2025-03-01开通") == "热线二零二五年三月一日开通");
}

TEST_CASE("what is dialled once somebody answers is said digit by digit, however it is set apart") {
    for (const std::u32string_view line :
         {U"电话0571-88880000转8012。", U"电话0571-88880000 转 8012。", U"电话0571-88880000，分机号8012。"})
        CHECK(said(line).find("八零幺二") != std::string::npos);
    CHECK(said(U"电话：400-650-0120 转 2").ends_with("转二"));
    CHECK(said(U"这条路转了 8012 个弯").find("八千零一十二") != std::string::npos);
}

TEST_CASE("a whole date is a date wherever it stands") {
    CHECK(said(U"更新于2026-10-08上午") == "更新于二零二六年十月八日上午");
    CHECK(said(U"AB2026/10/8") == "A B二零二六年十月八日");
    CHECK(said(U"有效2026.1.1-2026.3.1") == "有效二零二六年一月一日到二零二六年三月一日");
}

TEST_CASE("ratios, models and pages are no times, seconds and fractions") {
    CHECK(said(U"水灰比1:2.05") == "水灰比一比二点零五");
    CHECK(lit(U"水灰比1:2.05").ends_with("|1:2.05"));
    CHECK(said(U"旧款iPhone 6s") == "旧款iPhone六S");
    CHECK(said(U"旧款iPhone6s") == "旧款iPhone六S");
    CHECK(said(U"等待6s") == "等待六秒");
    CHECK(said(U"第5/6页") == "第五页共六页");
    CHECK(said(U"完成5/6") == "完成六分之五");
}

TEST_CASE("an English stretch in a Chinese line keeps its numbers and signs English") {
    CHECK(said(U"讲座 Dr. Lin's lecture in English & 中文 costs $4.50；") ==
          "讲座Doctor Lin's lecture in English and中文costs 4.50 dollars；");
    CHECK(said(U"提示 please wait 20 minutes") == "提示please wait 20 minutes");
    CHECK(said(U"1. 新公告, 5 pages.") == "一.新公告,5 pages.");
    CHECK(said(U"标语“NEVER”两遍") == "标语never两遍");
    CHECK(said(U"简称“AIGC”") == "简称A I G C");
    CHECK(said(U"连接 WiFi 2.4 GHz") == "连接WiFi二点四吉赫");
    CHECK(said(U"安装 Windows 11") == "安装Windows十一");
    CHECK(said(U"门票$20") == "门票二十美元");
}

TEST_CASE("Latin words stay words and acronyms become letters") {
    CHECK(said(U"使用WiFi上网") == "使用WiFi上网");
    CHECK(said(U"打开APP") == "打开app");
    CHECK(said(U"GDP增长") == "G D P增长");
    CHECK(said(U"5G和H7N9") == "五G和H七N九");
    CHECK(said(U"COVID-19") == "covid十九");
    CHECK(said(U"感染COVID-19") == "感染covid十九");
    CHECK(said(U"PM2.5超标") == "P M二点五超标");
    CHECK(said(U"登录www.gov.cn") == "登录W W W点G O V点C N");
    CHECK(said(U"邮箱hall@example.com") == "邮箱hall艾特example点com");
}

TEST_CASE("a text without Hanzi is English, and one of digits alone is Mandarin") {
    CHECK(said(U"Open 9:00-17:00, closed on Sunday.") == "Open 9:00-17:00, closed on Sunday.");
    CHECK(said(U"101") == "一百零一");
    CHECK(said(U"25cm²") == "二十五平方厘米");
}
