// What stands above and below an article, as offices, sites and telephones put it there.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

const std::string prose = "晚会在镇广场举行，欢迎大家来看。节目有地方戏、合唱和小品。\n";

std::string known(const std::string& bytes, const std::string& name = "文章.txt") {
    const auto opened = open(bytes, name);
    if (!opened) return "fault";
    const Article& article = opened->article;
    std::string date;
    if (article.date) date = std::to_string(article.date->month) + "-" + std::to_string(article.date->day);
    return utf8(article.title) + " | " + date + " | " + utf8(article.source);
}

std::string page(const std::string& body, const std::string& title = "停水通知_柳塘镇人民政府") {
    return "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";
}

const std::string two_lines =
    "<p>因管道维修，6月9日8时至17时，河东村停水，请大家提前储水，做好准备。</p><p>恢复供水时，水可能发黄。</p>";
const std::string only_article =
    "title 停水通知\nparagraph 因管道维修，6月9日8时至17时，河东村停水，请大家提前储水，做好准备。\n"
    "paragraph 恢复供水时，水可能发黄。\n";

}  // namespace

TEST_CASE("the office between a title and its day is the source, and above a title of its own part of it") {
    CHECK(known("中秋晚会安排\n柳塘镇文化站\n2026年9月20日\n\n" + prose) == "中秋晚会安排 | 9-20 | 柳塘镇文化站");
    CHECK(known("关于做好秋季防火工作的通知\n柳塘镇人民政府\n2026年9月20日\n\n" + prose) ==
          "关于做好秋季防火工作的通知 | 9-20 | 柳塘镇人民政府");
    CHECK(known("# 中秋晚会安排\n\n柳塘镇文化站\n\n2026年9月20日\n\n" + prose, "a.md") ==
          "中秋晚会安排 | 9-20 | 柳塘镇文化站");
    CHECK(known("柳塘镇人民政府\n通　告\n\n" + prose) == "柳塘镇人民政府通告 |  | ");
    CHECK(known("柳塘镇便民服务中心\n办事指南（2026版）\n\n" + prose) == "柳塘镇便民服务中心办事指南（2026版） |  | ");
}

TEST_CASE("a red letterhead: which copy, how urgent, of which offices, under which number") {
    CHECK(known("000012\n机密★1年\n特急\n中共柳塘镇委员会\n柳塘镇人民政府\n柳委发〔2026〕3号\n关于表彰先进集体\n"
                "和先进个人的决定\n\n" +
                prose) == "关于表彰先进集体和先进个人的决定 |  | 中共柳塘镇委员会");
    CHECK(known("柳塘镇人民政府文件\n柳政发〔2026〕12号　签发人：王强\n关于申请拨付防火资金的请示\n" + prose) ==
          "关于申请拨付防火资金的请示 |  | 柳塘镇人民政府");
    CHECK(known("柳塘镇人民政府\n柳政函〔2026〕5号\n关于商请支援防汛物资的函\n" + prose) ==
          "关于商请支援防汛物资的函 |  | 柳塘镇人民政府");
    CHECK(known("会 议 纪 要\n第8期\n柳塘镇党政办公室　2026年6月1日\n关于研究防汛工作的会议纪要\n" + prose) ==
          "关于研究防汛工作的会议纪要 | 6-1 | 柳塘镇党政办公室");
}

TEST_CASE(
    "the day of a paper: in brackets, in eight digits, under a signature that something follows, or of its print") {
    CHECK(known("中秋晚会\n（2026年9月20日）\n\n" + prose) == "中秋晚会 | 9-20 | ");
    CHECK(known("中秋晚会\n20260920\n\n" + prose) == "中秋晚会 | 9-20 | ");
    CHECK(known("中秋晚会\n" + prose + "柳塘镇文化站\n2026年9月20日\n附件\n节目单\n1.合唱\n") ==
          "中秋晚会 | 9-20 | 柳塘镇文化站");
    CHECK(known("中秋晚会\n" + prose + "（此件公开发布）\n柳塘镇党政办公室　2026年9月2日印发\n") ==
          "中秋晚会 | 9-2 | 柳塘镇党政办公室");
    CHECK(known("中秋晚会\n2026年9月31日\n\n" + prose) == "中秋晚会 |  | ");
    CHECK(known("中秋晚会\n来源：文化站\n日期：2026年9月20日\n\n" + prose) == "中秋晚会 | 9-20 | 文化站");
}

TEST_CASE("a summary that is named so is the first that is said, without its name") {
    CHECK(outline(open("中秋晚会\n来源：文化站\n摘要：有地方戏，热闹得很。\n正文：\n" + prose)) ==
          "title 中秋晚会\nparagraph 有地方戏，热闹得很。\nparagraph " + prose);
    CHECK(outline(open("内容摘要：有地方戏。\n标题：中秋晚会\n\n" + prose)) ==
          "title 中秋晚会\nparagraph 有地方戏。\nparagraph " + prose);
}

TEST_CASE("a list of other pages does not give its days to the article") {
    const std::string side =
        "<div class=side><h3>最新动态</h3><ul><li><a href='1'>我镇召开安全生产工作会议部署重点任务</a>"
        "<span>2026-02-11</span></li></ul></div>";
    const std::string own = "<div class=bt>停水通知</div><div class=sj>2026-06-08 15:00 来源：柳塘水厂 阅读：23</div>";
    CHECK(known(page(side + "<div class=main>" + own + "<div class=zw>" + two_lines + "</div></div>"), "a.html") ==
          "停水通知 | 6-8 | 柳塘水厂");
    CHECK(known(page(side + "<div class=main>" + own + "<div class=zw>因管道维修，6月9日停水。</div></div>"),
                "a.html") == "停水通知 | 6-8 | 柳塘水厂");
}

TEST_CASE("what sites put above an article is left out") {
    for (const std::string head :
         {"<div>首页 / 通知公告 / 停水通知</div>", "<div>柳塘镇人民政府门户网站</div>", "<div>热搜词：医保 社保</div>",
          "<div>今日天气 多云 12℃</div>", "<div>欢迎访问本站！今天是2026年1月3日 星期六</div>",
          "<div><a href=1>首页</a><a href=2>政务</a></div>"}) {
        CAPTURE(head);
        CHECK(outline(open(page(head + "<h1>停水通知</h1>" + two_lines), "a.html")) == only_article);
    }
}

TEST_CASE("what sites put below an article is left out, and what the article brings with it is not") {
    for (const std::string foot :
         {"<div>上一篇文章：<a href=1>停电通知</a></div><div>下一篇文章：没有了</div>",
          "<div><a href=1>下载word</a><a href=2>下载pdf</a></div>", "<div>字号：大 中 小</div>",
          "<h4>相关文章</h4><ul><li><a href=1>图解：用水这些事要知道</a></li><li><a href=2>水厂改造完成</a></li></ul>",
          "<h4>政策解读</h4><ul><li><a href=1>停水通知解读</a></li></ul>", "<div>友情链接：中国政府网 省政府网</div>",
          "<div>满意度评价：<a href=1>满意</a><a href=2>不满意</a></div>", "<p>（责任编辑：赵刚）</p>",
          "<p>编辑：小李</p><p>审核：老王</p>", "<p>阅读 1234 点赞 5 在看 3</p>", "<p>微信扫一扫<br>关注该公众号</p>",
          "<p>免责声明：本网站部分内容来源于网络。</p>",
          "<div><a href=1>首页</a><a href=2>上一页</a>1<a href=3>下一页</a><a href=4>尾页</a> 共3页</div>"}) {
        CAPTURE(foot);
        CHECK(outline(open(page("<h1>停水通知</h1>" + two_lines + foot), "a.html")) == only_article);
    }
    CHECK(
        outline(open(page("<h1>停水通知</h1>" + two_lines + "<p><a href=1.doc>附件：停水区域表.doc</a></p>"), "a.html"))
            .find("停水区域表.doc") != std::string::npos);
    CHECK(outline(
              open(page("<h1>停水通知</h1>" + two_lines + "<h4>相关政策</h4><p>水费减半，为期一个月。</p>"), "a.html"))
              .find("水费减半") != std::string::npos);
}

TEST_CASE("a word that is a button elsewhere is a word of the article where it stands alone") {
    const std::string rooms = "活动室\n大家可以来活动室，这里能做的有：\n书法\n阅读\n留言\n绘画\n";
    CHECK(outline(open(rooms)).find("绘画") != std::string::npos);
    CHECK(outline(open(rooms)).find("阅读") != std::string::npos);
    CHECK(outline(open("预约\n大家可以在家里预约，一共两步。\n微信扫一扫门口的二维码\n选好日子\n")).find("二维码") !=
          std::string::npos);
    CHECK(open("信息公开\n今年公开了三百条信息，大家可以来查。\n")->article.title == U"信息公开");
}

TEST_CASE("an article of an account of WeChat: who and when stand in pieces, and its buttons are none of it") {
    const std::string account =
        "<h1>注意！这类短信千万别点</h1><div id=meta_content><span>原创</span><span>张警官</span><a "
        "id=js_name>平安柳县</a>"
        "<em id=publish_time>2026年5月6日 18:00</em><em>浙江</em></div><div class='rich_media_content' id=js_content "
        "style='visibility: "
        "hidden'><p>点击<span>蓝字</span>关注我们</p><p>近日，有市民收到“<span>社保卡停用</span>”的短信，"
        "点开链接填写银行卡号后，<strong>钱就没了</strong>。</"
        "p><p>不点陌生链接，也不把验证码告诉别人，有疑问就打96110。</p></div><a>阅读原文</a>"
        "<div><p>微信扫一扫<br>关注该公众号</p></div><span>微信扫一扫使用小程序</span><a>取消</a><span>： ， 。 视频 "
        "小程序 "
        "赞 ，轻点两下取消赞 在看 ，轻点两下取消在看</span>";
    const std::string bytes = page(account, "");
    CHECK(known(bytes, "a.html") == "注意！这类短信千万别点 | 5-6 | 平安柳县");
    CHECK(outline(open(bytes, "a.html")) ==
          "title 注意！这类短信千万别点\nparagraph "
          "近日，有市民收到“社保卡停用”的短信，点开链接填写银行卡号后，钱就没了。\n"
          "paragraph 不点陌生链接，也不把验证码告诉别人，有疑问就打96110。\n");
}

TEST_CASE("the card above what an office has published is what is known of it, and is not read") {
    const std::string card =
        "<table><tr><td>索 引 "
        "号：</td><td>11330123/2026-00012</td><td>主题分类：</td><td>其他</td></tr><tr><td>发文机关："
        "</td><td>柳县人民政府</td><td>成文日期：</td><td>2026年04月01日</td></tr><tr><td>标　　题：</td><td "
        "colspan=3>停水通知</td></tr></table>";
    CHECK(outline(open(page(card + "<h1>停水通知</h1>" + two_lines), "a.html")) == only_article);
    CHECK(known(page(card + "<h1>停水通知</h1>" + two_lines), "a.html") == "停水通知 | 4-1 | 柳县人民政府");
}

TEST_CASE("a page's own title counts only where it says something, and a site's name leads to its first page") {
    const auto title = [](const std::string& of_page, const std::string& body) {
        const auto opened = open(page(body + two_lines, of_page), "a.html");
        return opened ? utf8(opened->article.title) : std::string();
    };
    CHECK(title("关于", "<p align=center><b>关于开展夏季灭蚊活动的通知</b></p>") == "关于开展夏季灭蚊活动的通知");
    CHECK(title("通知公告", "<div>通知公告</div><div>关于开展夏季灭蚊活动的通知</div>") ==
          "关于开展夏季灭蚊活动的通知");
    CHECK(title("关于开展夏季灭蚊活动的通知 - 柳塘镇人民政府",
                "<h1><a href='/'>柳塘镇人民政府</a></h1><h3>关于开展夏季灭蚊活动的通知</h3>") ==
          "关于开展夏季灭蚊活动的通知");
    CHECK(title("", "<h1>关于开展夏季<br>灭蚊活动的通知</h1>") == "关于开展夏季灭蚊活动的通知");
}

TEST_CASE("what a page shows one at a time is read one after another") {
    const std::string tabs =
        "<ul class=tab><li class=on>申请材料</li><li>收费标准</li></ul><div class='con on'><p>带上身份证和"
        "户口簿，到一楼窗口交给工作人员。</p></div><div class=con style='display:none'><p>不收费。</p></div>";
    CHECK(outline(open(page("<h1>停水通知</h1>" + tabs), "a.html")).find("不收费。") != std::string::npos);
    CHECK(outline(open(page("<h1>停水通知</h1>" + two_lines + "<div style='display:none'><p>看不见。</p></div>"),
                       "a.html")) == only_article);
}

TEST_CASE("a line that was broken for its width has no space between Hanzi, and Word's signs are bullets") {
    const std::string broken =
        "<h1>停水通知</h1><p>因管道维修，6月9日8时至17时，\n  河东村停水，请大家\n提前储水，做好准备。</p>"
        "<p>恢复供水时，水可能发黄。</p>";
    CHECK(outline(open(page(broken), "a.html")) == only_article);
    CHECK(outline(open(page("<h1>灭蚊</h1><p><span style='font-family:Wingdings'>Ø<span>&nbsp; </span></span>清除积水，"
                            "翻盆倒罐。</p><p>面积10<sup>4</sup>平方米，说明<sup>[1]</sup>见后。</p>"),
                       "a.html")) == "title 灭蚊\nitem 清除积水，翻盆倒罐。\nparagraph 面积10⁴平方米，说明见后。\n");
}

TEST_CASE("a typed table of contents leads nowhere, and a box to be ticked is no bullet") {
    CHECK(outline(open("办事指南\n目录\n一、社保卡办理…………………1\n二、老年证办理…………………3\n" + prose)) ==
          "title 办事指南\nparagraph " + prose);
    CHECK(outline(open("委托书\n本人因故不能前来，现委托他人办理。\n□是　□否\n")).find("□是 □否") != std::string::npos);
}

TEST_CASE("a page of links alone is told as one, and keeps what it has") {
    std::string links;
    for (int i = 0; i < 8; ++i) links += "<li><a href=1>我镇召开安全生产工作会议部署重点任务</a> 2026-02-11</li>";
    const auto opened = open(page("<h1>通知公告</h1><ul>" + links + "</ul>"), "a.html");
    REQUIRE(opened);
    CHECK(std::ranges::any_of(opened->problems,
                              [](const Problem& each) { return each.kind == Problem::Kind::only_links; }));
    CHECK(opened->article.blocks.size() >= 8);
    CHECK(open(page("<h1>停水通知</h1>" + two_lines), "a.html")->problems.empty());
}

}  // namespace tingdu::text
