#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {

TEST_CASE("lines end in every way that lines end") {
    CHECK(outline(open("标题\r\n一句。\r二句。\n三句。\u0085四句。\u2028五句。\f六句。")) ==
          "title 标题\nparagraph 一句。\nparagraph 二句。\nparagraph 三句。\nparagraph 四句。\nparagraph "
          "五句。\nparagraph 六句。\n");
}

TEST_CASE("the first line is the title if it looks like one and something follows") {
    CHECK(outline(open("停水通知\n明天停水。")) == "title 停水通知\nparagraph 明天停水。\n");
    CHECK(outline(open("停水通知")) == "paragraph 停水通知\n");
    CHECK(outline(open("明天停水。\n请储水。")) == "paragraph 明天停水。\nparagraph 请储水。\n");
    CHECK(outline(open("各位居民：\n明天停水。")) == "paragraph 各位居民：\nparagraph 明天停水。\n");
}

TEST_CASE("the line below the title says when it was published and when it is over") {
    const auto opened =
        open("停电通知\n日期：2026-07-01　来源：供电所　有效期至：2026-08-01\n\n请看下面：\n\n不停电。");
    CHECK(outline(opened) == "title 停电通知\nparagraph 请看下面：\nparagraph 不停电。\n");
    CHECK(opened->article.date == Date{2026, 7, 1});
    CHECK(opened->article.source == U"供电所");
    CHECK(opened->article.last_day == Date{2026, 8, 1});
    // By itself it is what the notice is about, and is read.
    CHECK(outline(open("征求意见\n截止日期：2026年8月1日\n请来信。")) ==
          "title 征求意见\nparagraph 截止日期：2026年8月1日\nparagraph 请来信。\n");
}

TEST_CASE("what an office has written is called by its title, not by the office above it") {
    const auto numbered = open(
        "柳塘区人民政府办公室文件\n\n柳政办发〔2026〕12号\n\n柳塘区人民政府办公室关于印发2026年稳就业实施方案的通知\n\n"
        "各街道办事处：\n现印发给你们。\n");
    CHECK(numbered->article.title == U"柳塘区人民政府办公室关于印发2026年稳就业实施方案的通知");
    CHECK(numbered->article.source == U"柳塘区人民政府办公室");
    CHECK(outline(numbered).find("note 柳政办发〔2026〕12号\n") != std::string::npos);
    const auto in_two_lines = open("柳塘街道办事处文件\n关于开展2026年度\n老年人免费体检的通知\n请带身份证。\n");
    CHECK(in_two_lines->article.title == U"关于开展2026年度老年人免费体检的通知");
    CHECK(open("附件1\n\n2026年缴费标准表\n成年人400元。\n")->article.title == U"2026年缴费标准表");
    CHECK(open("需要哪些文件\n请带身份证。\n")->article.title == U"需要哪些文件");
}

TEST_CASE("a title over the line with its date may be very long") {
    std::string title;
    for (int i = 0; i < 200; ++i) title += "通";
    const auto opened = open(title + "\n日期：2026-07-01\n\n正文在这里。");
    CHECK(opened->article.title.size() == 200);
    CHECK(opened->article.date == Date{2026, 7, 1});
}

TEST_CASE("a saved page is left with its article") {
    const auto opened = open(R"(首页 | 新闻 | 政务公开 | 互动交流
当前位置：首页 > 新闻中心 > 通知公告
关于调整大厅办公时间的通告
发布时间：2024年3月12日 09:30　来源：云溪街道办事处　浏览次数：123
字号：[大 中 小] 打印 关闭

　　为方便群众办事，从下周起调整时间。
　　一、周一至周五
　　上午九点到十二点，下午一点到五点。
　　二、周六
　　上午九点到十二点。

• 请带身份证
• 请带户口本

云溪街道办事处
2024年3月11日

上一篇：关于停水的通知
下一篇：没有了
打印本页 关闭窗口
分享到：微信 微博
扫一扫在手机打开当前页
版权所有：云溪街道办事处
主办单位：云溪街道办事处 技术支持：某某公司
地址：幸福路8号 电话：0700-1111111
鄂ICP备00000000号-1
)");
    CHECK(outline(opened) == R"(title 关于调整大厅办公时间的通告
paragraph 为方便群众办事，从下周起调整时间。
heading 一、周一至周五
paragraph 上午九点到十二点，下午一点到五点。
heading 二、周六
paragraph 上午九点到十二点。
item 请带身份证
item 请带户口本
paragraph 云溪街道办事处
paragraph 2024年3月11日
)");
    CHECK(opened->article.date == Date{2024, 3, 12});
    CHECK(utf8(opened->article.source) == "云溪街道办事处");
}

TEST_CASE("a title said twice around the menu is one title") {
    CHECK(outline(open("春季招聘会召开\n• 设为首页\n• 无障碍阅读\n春季招聘会召开\n日期:2024-03-12 "
                       "来源:云溪公安\n\n招聘会上午召开。")) == "title 春季招聘会召开\nparagraph 招聘会上午召开。\n");
}

TEST_CASE("bylines are known in their many forms") {
    struct Case {
        const char* line;
        Date date;
        const char* source;
    };
    for (const Case& c :
         {Case{"日期:2024-03-12 来源:云溪公安", {2024, 3, 12}, "云溪公安"},
          Case{"发布时间：2024年3月12日 09:30　来源：某某街道办事处　浏览次数：123", {2024, 3, 12}, "某某街道办事处"},
          Case{"2024/03/12 云溪区教育局", {2024, 3, 12}, "云溪区教育局"},
          Case{"发布日期：2024.3.2 | 信息来源：区政府办公室 | 点击：88", {2024, 3, 2}, "区政府办公室"},
          Case{"【发布时间】：2024-3-2", {2024, 3, 2}, ""}, Case{"二〇二四年三月十二日", {2024, 3, 12}, ""},
          Case{"Date: March 12, 2024 Source: City Library", {2024, 3, 12}, "City Library"}}) {
        CAPTURE(c.line);
        const auto opened = open(std::string("春季招聘会召开\n") + c.line + "\n\n招聘会上午召开。欢迎大家参加。\n");
        CHECK(outline(opened) == "title 春季招聘会召开\nparagraph 招聘会上午召开。欢迎大家参加。\n");
        CHECK(opened->article.date == c.date);
        CHECK(utf8(opened->article.source) == c.source);
    }
    const auto unsigned_page = open("春季招聘会召开\n来源：云溪公安 作者：张三 字号：[大 中 小]\n\n招聘会上午召开。");
    CHECK(outline(unsigned_page) == "title 春季招聘会召开\nparagraph 招聘会上午召开。\n");
    CHECK(utf8(unsigned_page->article.source) == "云溪公安");
}

TEST_CASE("the time and place of an event are not a byline") {
    CHECK(outline(open("读书会\n时间：2024年3月12日\n地点：三楼会议室\n内容：读一本书。")) ==
          "title 读书会\nparagraph 时间：2024年3月12日\nparagraph 地点：三楼会议室\nparagraph 内容：读一本书。\n");
}

TEST_CASE("a notice that signs and dates itself keeps both and knows both") {
    const auto opened = open("停水通知\n明天停水，请储水。\n云溪区水务局\n2024年5月6日\n");
    CHECK(outline(opened) ==
          "title 停水通知\nparagraph 明天停水，请储水。\nparagraph 云溪区水务局\nparagraph 2024年5月6日\n");
    CHECK(opened->article.date == Date{2024, 5, 6});
    CHECK(utf8(opened->article.source) == "云溪区水务局");
}

TEST_CASE("contact lines at the end of an article stay when no site is around them") {
    CHECK(outline(open("便民服务\n欢迎来电咨询。\n联系电话：0700-1234567\n地址：幸福路8号\n")) ==
          "title 便民服务\nparagraph 欢迎来电咨询。\nparagraph 联系电话：0700-1234567\nparagraph 地址：幸福路8号\n");
}

TEST_CASE("short lines between prose are headings, and under a heading of pictures captions") {
    CHECK(outline(open("表彰会召开\n会议今天召开。\n第一阶段\n领导讲了话。\n现场授奖\n为集体授奖\n为个人授奖\n为家属授"
                       "奖\n第二阶段\n会议结束。\n")) ==
          "title 表彰会召开\nparagraph 会议今天召开。\nheading 第一阶段\nparagraph 领导讲了话。\nheading 现场授奖\n"
          "caption 为集体授奖\ncaption 为个人授奖\ncaption 为家属授奖\nheading 第二阶段\nparagraph 会议结束。\n");
}

TEST_CASE("numbered lines among their like are paragraphs, since their number is their mark") {
    CHECK(outline(open("办事须知\n请按顺序办理。\n1. 取号\n2. 填表\n（一）身份证；\n（二）户口本。\n")) ==
          "title 办事须知\nparagraph 请按顺序办理。\nparagraph 1. 取号\nparagraph 2. 填表\n"
          "paragraph （一）身份证；\nparagraph （二）户口本。\n");
    CHECK(
        outline(open("办事须知\n请按顺序办理。\n一、取号；\n二、填表。\n1．黑笔\n2．正楷\n①姓名\n②住址\n● ①电话\n")) ==
        "title 办事须知\nparagraph 请按顺序办理。\nparagraph 一、取号；\nparagraph 二、填表。\nparagraph 1．黑笔\n"
        "paragraph 2．正楷\nparagraph ①姓名\nparagraph ②住址\nitem ①电话\n");
}

TEST_CASE("a menu over the title is known by any bullet") {
    for (const char* mark : {"◆ ", "* ", "■", "▪", "● ", "○", "> ", "»", "◇", "★ ", "| ", "• ", "·", "- "}) {
        CAPTURE(mark);
        const std::string m = mark;
        const auto opened = open(m + "首页\n" + m + "便民地图\n" + m +
                                 "在线问答\n河边步道修好了\n"
                                 "日期：2025-04-06 来源：云溪\n\n今天步道开放。欢迎散步。\n");
        CHECK(outline(opened) == "title 河边步道修好了\nparagraph 今天步道开放。欢迎散步。\n");
        CHECK(opened->article.date == Date{2025, 4, 6});
        CHECK(utf8(opened->article.source) == "云溪");
    }
}

TEST_CASE("the line over the byline is the title, and bears no bullet") {
    CHECK(outline(open("• 木耳\n• 黄瓜\n怎样拌凉菜\n日期：2025-04-06 来源：云溪\n\n先把菜洗净。\n")) ==
          "title 怎样拌凉菜\nparagraph 先把菜洗净。\n");
    CHECK(outline(open("◆ 首页\n◆ 怎样拌凉菜\n日期：2025-04-06 来源：云溪\n\n先把菜洗净。\n")) ==
          "title 怎样拌凉菜\nparagraph 先把菜洗净。\n");
    CHECK(outline(
              open("• 木耳要提前两个小时用冷水泡开，再去掉根\n怎样拌凉菜\n日期：2025-04-06 来源：云溪\n\n洗净。\n")) ==
          "title 怎样拌凉菜\nitem 木耳要提前两个小时用冷水泡开，再去掉根\nparagraph 洗净。\n");
    CHECK(outline(open("生活栏目\n怎样拌凉菜\n日期：2025-04-06 来源：云溪\n\n先把菜洗净。\n")) ==
          "title 怎样拌凉菜\nparagraph 生活栏目\nparagraph 先把菜洗净。\n");
}

TEST_CASE("a title broken over two lines is one title") {
    CHECK(outline(open("首页\n云溪区教育局\n关于延长借书时间的通知\n日期：2025-04-06 来源：云溪\n\n今起延长。\n")) ==
          "title 云溪区教育局关于延长借书时间的通知\nparagraph 今起延长。\n");
    CHECK(outline(open("关于延长全区各图书馆\n晚间借书时间的通知\n日期：2025-04-06 来源：云溪\n\n今起延长。\n")) ==
          "title 关于延长全区各图书馆晚间借书时间的通知\nparagraph 今起延长。\n");
}

TEST_CASE("an English menu over the title goes, an English title of one word stays") {
    const auto opened = open(
        "Home\nAbout us\nContact\nNew paths along the river\n"
        "Date: 2025-04-06  Source: Yunxi Park Office\n\nThe paths open today. Come and walk.\n");
    CHECK(outline(opened) == "title New paths along the river\nparagraph The paths open today. Come and walk.\n");
    CHECK(opened->article.date == Date{2025, 4, 6});
    CHECK(utf8(opened->article.source) == "Yunxi Park Office");
    CHECK(outline(open("Home\nThe river is wide here.\n")) == "title Home\nparagraph The river is wide here.\n");
}

TEST_CASE("a document's number under its title is a note") {
    for (const char* number : {"云政发〔2025〕9号", "云政发[2025]9号", "云政发〔2025〕第9号"}) {
        CAPTURE(number);
        const auto opened = open(std::string("网站首页 | 新闻\n当前位置：首页 > 通知\n索引号：002 发布机构：云溪区\n"
                                             "关于修剪行道树的通知\n") +
                                 number + "\n2025-04-06 10:20 来源：云溪区 访问量：51\n下周修剪树木。请绕行。\n");
        CHECK(outline(opened) ==
              std::string("title 关于修剪行道树的通知\nnote ") + number + "\nparagraph 下周修剪树木。请绕行。\n");
        CHECK(opened->article.date == Date{2025, 4, 6});
    }
}

TEST_CASE("lines broken for a fixed width are joined, Hanzi without and Latin words with a space") {
    CHECK(outline(open(R"(夏季安全须知

　　这是一个按照固定宽度折行的文件，每一行到了三十五个字左右就会断开，不
管句子有没有结束。读的时候应当把这些行重新接起来，成为一个完整的段落，否
则听起来就会断断续续。
　　第二段也是这样的，开头有两个全角空格，后面的行没有空格，这样就可以知道
段落从什么地方开始，到什么地方结束。
)")) == "title 夏季安全须知\nparagraph "
        "这是一个按照固定宽度折行的文件，每一行到了三十五个字左右就会断开，不管句子有没有结束。"
        "读的时候应当把这些行重新接起来，成为一个完整的段落，否则听起来就会断断续续。\n"
        "paragraph "
        "第二段也是这样的，开头有两个全角空格，后面的行没有空格，这样就可以知道段落从什么地方开始，到什么地方结束。\n");
    CHECK(outline(open(R"(How to apply

This is a text that was wrapped at about seventy columns by a program
that somebody used a long time ago. Lines end where the width ends and
not where sentences do. Bring your card with you to the first window
and wait.
)")) == "title How to apply\nparagraph This is a text that was wrapped at about seventy columns by a program that "
        "somebody "
        "used a long time ago. Lines end where the width ends and not where sentences do. Bring your card with you to "
        "the "
        "first window and wait.\n");
}

TEST_CASE("lines that only happen to be alike are not joined") {
    const auto opened = open("静夜思\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n");
    CHECK(opened->article.blocks.size() == 5);
}

TEST_CASE("head lines with labels are the title, the date and the source") {
    const auto opened = open("标题：春季义诊\n日期：2024-04-01\n来源：幸福社区\n\n周六义诊。请带医保卡。\n");
    CHECK(outline(opened) == "title 春季义诊\nparagraph 周六义诊。请带医保卡。\n");
    CHECK(opened->article.date == Date{2024, 4, 1});
    CHECK(utf8(opened->article.source) == "幸福社区");
}

TEST_CASE("a table pasted out of a spreadsheet, or drawn with letters, is a table") {
    const std::string rows =
        "title 值班表\nrow 日期：25日，领导：王强，电话：88881\nrow 日期：26日，领导：李明，电话：88882\n";
    CHECK(outline(open("值班表\n日期\t领导\t电话\n25日\t王强\t88881\n26日\t李明\t88882\n")) == rows);
    CHECK(outline(open("值班表\n\n┌──┬──┬──┐\n│日期│领导│电话│\n├──┼──┼──┤\n│25日│王强│88881│\n"
                       "│26日│李明│88882│\n└──┴──┴──┘\n")) == rows);
    CHECK(outline(
              open("值班表\n+------+------+\n| 日期 | 领导 |\n+------+------+\n| 25日 | 王强 |\n+------+------+\n")) ==
          "title 值班表\nrow 日期：25日，领导：王强\n");
    CHECK(outline(open("通知\n大家好。\n日期\t领导\t电话\n25日\t王强\t88881\n请互相转告。\n")) ==
          "title 通知\nparagraph 大家好。\nrow 日期：25日，领导：王强，电话：88881\nparagraph 请互相转告。\n");
    CHECK(outline(open("通知\n\t大家好，请看。\n\t明天停水。\n")) ==
          "title 通知\nparagraph 大家好，请看。\nparagraph 明天停水。\n");
}

TEST_CASE("a page is read whatever its name says, and an old document is told as what it is") {
    CHECK(outline(open("<html><body><h1>停水</h1><p>明天停水，请储水。</p></body></html>", "停水.docx")) ==
          "title 停水\nparagraph 明天停水，请储水。\n");
    std::string old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    const auto renamed = open(old + std::string(600, '\0'), "停水.docx");
    REQUIRE_FALSE(renamed);
    CHECK(renamed.error().detail == "doc");
    for (const char c : std::string("EncryptedPackage")) old += std::string(1, c) + '\0';
    CHECK(open(old + std::string(600, '\0'), "停水.docx").error().detail == "docx, encrypted");
}

}  // namespace tingdu::text
