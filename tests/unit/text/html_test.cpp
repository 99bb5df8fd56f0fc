#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

std::string body(std::string_view inside) {
    return "<html><body>" + std::string(inside) + "</body></html>";
}

std::string times(std::string_view text, int n) {
    std::string all;
    for (int i = 0; i < n; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a saved page of a public body is left with its article") {
    const auto opened =
        open(R"(<!DOCTYPE html><html><head><meta charset="utf-8"><title>夏季用电提示-云溪区人民政府门户网站</title>
<meta name="ArticleTitle" content="夏季用电提示"><meta name="PubDate" content="2024-06-03 10:20"><meta name="ContentSource" content="云溪区应急管理局">
<style>p{color:red}</style><script>var a="<p>不要读我。</p>";</script></head><body>
<div class="top"><a href="#">设为首页</a> | <a href="#">加入收藏</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">新闻</a></li><li><a href="/b">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/x">通知公告</a></div>
<div class="main-left"><h1>夏季用电提示</h1>
<div class="info"><span>发布时间：2024-06-03</span>　<span>来源：云溪区应急管理局</span> <span>字号：[<a href=#>大</a> <a href=#>小</a>]</span></div>
<div class="TRS_Editor"><p>　　进入夏季，请注意安全。不要在楼道充电<br>发现险情请拨打119。</p>
<h2>居家用电</h2><ul><li>不私拉电线</li><li>人走<strong>断电</strong></li></ul><ol start="2"><li><p>先关总闸</p></li><li>再报修</li></ol>
<p><img src="a.jpg" alt="工作人员检查线路"></p><figure><img alt="图"><figcaption>检查现场</figcaption></figure>
<table><tr><th>窗口</th><th>时间</th><th>地点</th></tr><tr><td>3号</td><td>九点</td><td>一楼</td></tr><tr><td>4号</td><td rowspan="2">十点</td><td>二楼</td></tr><tr><td>5号</td><td>三楼</td></tr></table>
<div style="display: none">隐藏的内容，不要读。</div><p>请遵守。</p></div>
<div class="share">分享到：<a href=#>微信</a></div>
<div class="prenext">上一篇：<a href=#>关于防汛的通知</a><br>下一篇：没有了</div></div>
<div class="right"><h3>热点</h3><ul><li><a href=1>一则新闻</a></li><li><a href=2>二则新闻</a></li><li><a href=2>三则新闻</a></li></ul></div>
<footer>版权所有：云溪区人民政府 地址：云溪路1号。</footer></body></html>)",
             "页面.html");
    CHECK(outline(opened) == R"(title 夏季用电提示
paragraph 进入夏季，请注意安全。不要在楼道充电
paragraph 发现险情请拨打119。
heading 居家用电
item 不私拉电线
item 人走断电
item 2. 先关总闸
item 3. 再报修
caption 工作人员检查线路
caption 检查现场
row 窗口：3号，时间：九点，地点：一楼
row 窗口：4号，时间：十点，地点：二楼
row 窗口：5号，地点：三楼
paragraph 请遵守。
)");
    CHECK(opened->article.date == Date{2024, 6, 3});
    CHECK(utf8(opened->article.source) == "云溪区应急管理局");
}

TEST_CASE("tags that nobody closed close themselves") {
    CHECK(outline(open(
              "<title>停水通知 - 云溪街道</title><h2>停水通知</h2><p>明天停水。<p>请储水。<ul><li>桶<li>盆</ul>谢谢。",
              "a.html")) ==
          "title 停水通知\nparagraph 明天停水。\nparagraph 请储水。\nitem 桶\nitem 盆\nparagraph 谢谢。\n");
}

TEST_CASE("a page laid out in tables is read as text, the table in it as a table") {
    CHECK(
        outline(open(
            body("<table><tr><td><a href=1>首页</a><br><a href=2>新闻</a><br><a href=3>公告</a></td><td><table><tr><td>"
                 "<p>办理居住证需要带身份证原件，到户籍窗口办理。</p><p>第二段也在这里，请仔细阅读。</p>"
                 "<table><tr><td>项目</td><td>费用</td></tr><tr><td>居住证</td><td>免费</td></tr></table>"
                 "</td></tr></table></td></tr></table>"),
            "办事指南.html")) ==
        "paragraph 办理居住证需要带身份证原件，到户籍窗口办理。\nparagraph 第二段也在这里，请仔细阅读。\nrow "
        "项目，费用\nrow 居住证，免费\n");
}

TEST_CASE("character references are characters, and an ampersand alone is one too") {
    CHECK(outline(open(body("<p>A&amp;B &lt;好&gt; &#20013;&#x6587;&nbsp;&mdash;&hellip; a&b=c &copy=1。</p>"),
                       "a.html")) == "paragraph A&B <好> 中文 —… a&b=c &copy=1。\n");
}

TEST_CASE("nothing of an article in parts is lost") {
    CHECK(outline(open(body("<div class=TRS_Editor><p>第一部分的文字在这里，请看。</p></div><div "
                            "class=TRS_Editor><p>第二部分的文字在这里，请看。</p></div>"),
                       "a.html")) ==
          "paragraph 第一部分的文字在这里，请看。\nparagraph 第二部分的文字在这里，请看。\n");
}

TEST_CASE("pages made to harm are read in order, in time, and the depth is reported") {
    const std::string sentence = "正文在这里，请看。";
    const auto deep = open(body(times("<div>", 40000) + sentence + times("</div>", 40000)), "a.html");
    CHECK(outline(deep) == "paragraph 正文在这里，请看。\n");
    REQUIRE(deep->problems.size() == 1);
    CHECK(deep->problems[0].kind == Problem::Kind::too_deep);

    CHECK(outline(open(body(times("<div>", 40000) + sentence + times("</b>", 100000)), "a.html")) ==
          "paragraph 正文在这里，请看。\n");
    CHECK(open(body("<table>" + times("<tr>" + times("<td>格</td>", 10) + "</tr>", 10000) + "</table>"), "a.html")
              ->article.blocks.size() == 10000);
    CHECK(open(body("<div title=\"" + std::string(1000000, 'x') + "\">" + sentence + "</div>"), "a.html"));
    CHECK(open(body("<div " + times("a=1 ", 50000) + ">" + sentence + "</div>"), "a.html"));
    CHECK(open(sentence + times("<a ", 100000), "a.html"));
    CHECK(open(sentence + times("<!--", 100000), "a.html"));
    CHECK(open(sentence + times("<title>", 20000), "a.html"));
}

TEST_CASE("a page cut off anywhere still opens") {
    const std::string page =
        body("<h1>通告</h1><p class=\"a\">第一段文字，请看。</p><!-- 注 --><p>第二段<b>文字</b>，请看。</p>");
    for (std::size_t size = page.find("请看") + 6; size < page.size(); ++size) {
        const auto opened = open(page.substr(0, size), "a.html");
        REQUIRE(opened);
        CHECK(broken_promise(opened->article) == "");
        CHECK(outline(opened).find("第一段文字，请看") != std::string::npos);
    }
}

}  // namespace tingdu::text
