#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("the number of a section on a line of its own goes before the title below it, under a picture too") {
    const auto page = [](std::string_view first, std::string_view second, std::string_view third) {
        return body("<p>津贴怎样申领，请看这里。</p><p><img src=a.png alt=长者食堂></p><p>" + std::string(first) +
                    "</p><p>什么人可以申领</p><p>年满八十周岁的老人。</p><p>" + std::string(second) +
                    "</p><p>要带什么</p><p><img src=b.png alt=身份证></p><p>身份证和户口本。</p><p>" +
                    std::string(third) + "</p><p>去哪里办</p><p>社区服务大厅。</p>");
    };
    CHECK(outline(open(page("01", "02", "03"), "a.html")) ==
          "paragraph 津贴怎样申领，请看这里。\npicture 长者食堂\nheading 01 什么人可以申领\n"
          "paragraph 年满八十周岁的老人。\nheading 02 要带什么\npicture 身份证\nparagraph 身份证和户口本。\n"
          "heading 03 去哪里办\nparagraph 社区服务大厅。\n");
    CHECK(outline(open(page("PART.1", "Part.2", "part 3"), "a.html")).find("heading Part.2 要带什么\n") !=
          std::string::npos);
    CHECK(outline(open(page("一", "二", "三"), "a.html")).find("heading 三 去哪里办\n") != std::string::npos);
    // A number that stands for itself is none of a section.
    CHECK(outline(open(page("08", "15", "27"), "a.html")).find("08 什么人") == std::string::npos);
}

TEST_CASE("a table that was pasted as lines has no sections") {
    CHECK(outline(open(body("<p>值班表</p><p>1</p><p>张三</p><p>2</p><p>李四</p><p>3</p><p>王五</p><p>请准时。</p>"),
                       "a.html"))
              .find("1 张三") == std::string::npos);
}

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
picture 工作人员检查线路
caption 检查现场
row 窗口：3号，时间：九点，地点：一楼
row 窗口：4号，时间：十点，地点：二楼
row 窗口：5号，时间：十点，地点：三楼
paragraph 请遵守。
)");
    CHECK(opened->article.date == Date{2024, 6, 3});
    CHECK(utf8(opened->article.source) == "云溪区应急管理局");
}

TEST_CASE("what is around an article is left out, by whatever name pages call it") {
    const std::string article =
        "<p>因管道检修，柳塘路沿线周六停水一天，请提前储水。</p><p>恢复时间另行通知，给您添麻烦了。</p>";
    const std::string expected =
        "title 柳塘路停水通知\nparagraph 因管道检修，柳塘路沿线周六停水一天，请提前储水。\n"
        "paragraph 恢复时间另行通知，给您添麻烦了。\n";
    const std::string head = "<html><head><title>柳塘路停水通知_柳塘区人民政府</title></head><body>";
    const std::string menu = "<ul><li><a href=1>政务公开</a></li><li><a href=2>办事服务</a></li></ul>";
    SUBCASE("a header with the site's name and a sentence, a foot with an address") {
        CHECK(
            outline(open(head + "<div id=header><h1>柳塘区人民政府</h1><p>今天天气晴，欢迎您来办事，祝您愉快。</p>" +
                             menu + "</div><h1>柳塘路停水通知</h1><div class=text>" + article +
                             "</div><div id=footer><p>柳塘区人民政府主办，地址：柳塘路1号，电话：5550 1200。</p></div>",
                         "a.html")) == expected);
    }
    SUBCASE("names of many parts, in capitals and small") {
        CHECK(outline(open(head + "<div class=siteHeader><span>柳塘政务网</span></div><div class=topNav>" + menu +
                               "</div><div class='crumb-nav clearfix'>首页 / 公告 / 正文</div>"
                               "<div class=detail><h1>柳塘路停水通知</h1>" +
                               article +
                               "</div><div class=shareBar><span>分享给朋友</span><a href=3>微信</a></div>"
                               "<div class='sidebar-right'><h3>大家都在看</h3><p>新的公交线路图，明天起换新。</p></div>"
                               "<div class=copyright-wrap>柳塘街道办事处维护，请勿转载。</div>",
                           "a.html")) == expected);
    }
    SUBCASE("all of it within main, the title in a header of its own") {
        CHECK(outline(open(head + "<main><nav>" + menu +
                               "</nav><div class=sidebar><p>办事大厅每天开放，周末也开。</p></div>"
                               "<header><h1>柳塘路停水通知</h1></header><section>" +
                               article + "</section><aside><p>热门服务，一键直达。</p></aside></main>",
                           "a.html")) == expected);
    }
    SUBCASE("the title stands in what is called a header, and is no heading") {
        CHECK(outline(open(head + "<div class=header><div>柳塘路停水通知</div></div><div id=zoom>" + article + "</div>",
                           "a.html")) == expected);
    }
    SUBCASE("what an article says of its place, and who signs it, stays") {
        CHECK(outline(open(head + "<article><h1>柳塘路停水通知</h1>" + article +
                               "<div class=location>地点：柳塘路全线</div><div class=bottom>柳塘街道办事处</div>"
                               "<div class=share><a href=1>微博</a></div></article>",
                           "a.html")) == expected + "paragraph 地点：柳塘路全线\nparagraph 柳塘街道办事处\n");
    }
}

TEST_CASE("the title is the line above the text that the page's own title begins or ends with") {
    const std::string text =
        "<div class=txt><p>高温天气用电多，请大家注意安全。</p><p>出门前请关闭电源，谢谢配合。</p></div>";
    const std::string said =
        "title 夏季用电提示\nparagraph 高温天气用电多，请大家注意安全。\nparagraph 出门前请关闭电源，谢谢配合。\n";
    SUBCASE("the site's name before it, and at the top of the page") {
        CHECK(outline(open(
                  "<title>云溪区人民政府 通知公告 夏季用电提示</title><div class=box>云溪区人民政府</div>"
                  "<div class=bread>您当前所在的位置：<a href=1>首页</a>&gt;公告</div><p class=tit>夏季用电提示</p>"
                  "<div><span>日期：2024-07-01</span><span>来源：供电公司</span></div>" +
                      text,
                  "a.html")) == said);
    }
    SUBCASE("all pages of the site have its name as their title") {
        CHECK(outline(open("<title>云溪区人民政府门户网站</title><p class=tit>夏季用电提示</p>"
                           "<p>发布时间：2024-07-01 来源：供电公司</p>" +
                               text,
                           "a.html")) == said);
    }
    SUBCASE("what leads to other pages stands beside it") {
        CHECK(
            outline(open("<title>夏季用电提示</title><div class=w><div class=lf><h3>热点推荐</h3><ul><li><a href=1>今年"
                         "招生问答发布</a></li><li><a href=2>关于征求意见的公告，请来信</a></li></ul></div><div "
                         "class=rt><p>夏季用电提示</p>" +
                             text + "</div></div>",
                         "a.html")) == said);
    }
}

TEST_CASE(
    "an article that its page would have shown by a script is read; of a picture fetched later the path is found") {
    const auto opened = open(
        "<title></title><h1 id=activity-name>重阳节优待</h1><em class=meta>2024-10-10 17:30</em>"
        "<div class='rich_media_content' style='visibility: hidden; opacity: "
        "0'><p>凭敬老卡可以免费乘坐公交车，请带好卡。</p>"
        "<img data-src='wx_files/640.jpg' alt='敬老卡'></div><div>微信扫一扫</div>",
        "a.html");
    CHECK(outline(opened) == "title 重阳节优待\nparagraph 凭敬老卡可以免费乘坐公交车，请带好卡。\npicture 敬老卡\n");
    CHECK(opened->article.pictures.at(0).name == "wx_files/640.jpg");
}

TEST_CASE("a note follows what it is about, its marks and what is struck out are not read") {
    CHECK(outline(open(
              body("<p>老人凭证<sup><a href='#fn1'>[1]</a></sup>免费，工本费<s>20元</s>10元。</p><p>见<a "
                   "href='#p2'>2</a>楼。</p><h3 id=p2>二楼</h3><p>请走电梯。</p><div><ol><li id=fn1>以身份证为准。<a "
                   "href='#r1'>↩</a></li></ol></div>"),
              "a.html")) ==
          "paragraph 老人凭证免费，工本费10元。\nnote 注：以身份证为准。\nparagraph 见2楼。\nheading "
          "二楼\nparagraph 请走电梯。\n");
    // As Word saves a page.
    CHECK(
        outline(open(body("<p>老人<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>免费。</p><p>请走电梯。</p><div "
                          "id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> 满六十岁。</p></div>"),
                     "a.html")) == "paragraph 老人免费。\nnote 注：满六十岁。\nparagraph 请走电梯。\n");
}

TEST_CASE("a list within a list is numbered otherwise, as its page says or in brackets") {
    CHECK(outline(open(body("<p>请看，谢谢。</p><ol><li>材料<ol><li>证件</li><li>照片</li></ol></li><li>时间<ol "
                            "type=a><li>上午</li></ol></li></ol>"),
                       "a.html")) ==
          "paragraph 请看，谢谢。\nitem 1. 材料\nitem （1）证件\nitem （2）照片\nitem 2. 时间\nitem a. 上午\n");
}

TEST_CASE("below a head of two rows a cell is named by both, and what spans the columns by what they share") {
    CHECK(outline(open(
              body("<p>请看表，谢谢。</p><table><tr><td rowspan=2>年份</td><td colspan=2>城区</td><td "
                   "colspan=2>郊区</td></tr><tr><td>人数</td><td>金额</td><td>人数</td><td>金额</td></tr><tr><td>今年"
                   "</td><td>5</td><td>6</td><td colspan=2>未定</td></tr><tr><td "
                   "colspan=5>以上为估计</td></tr></table>"),
              "a.html")) ==
          "paragraph 请看表，谢谢。\nrow 年份：今年，城区人数：5，城区金额：6，郊区：未定\nrow 以上为估计\n");
}

TEST_CASE("bold letters make a head of a row, and names of what stands beside them") {
    CHECK(outline(open(
              body("<p>请看表，谢谢。</p><table><tr><td><b>窗口号</b></td><td><b>办什么</b></td></tr><tr><td>三</td>"
                   "<td>社保</td></tr></table>"),
              "a.html")) == "paragraph 请看表，谢谢。\nrow 窗口号：三，办什么：社保\n");
    CHECK(outline(
              open(body("<p>请看表，谢谢。</p><table><tr><th>谁来办</th><td>民政局</td><th>多久</th><td>一天</td></tr>"
                        "</table>"),
                   "a.html")) == "paragraph 请看表，谢谢。\nrow 谁来办：民政局，多久：一天\n");
}

TEST_CASE("the head of a table is not taken for a page's, whatever it is called") {
    CHECK(outline(open(
              body("<p>今年的档次如下，请看。</p><table><thead><tr class=header>\n<th>档次</th><th>月缴费</th></tr>"
                   "</thead><tr class=odd><td>一档</td><td>900元</td></tr></table>"),
              "a.html")) == "paragraph 今年的档次如下，请看。\nrow 档次：一档，月缴费：900元\n");
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
        "项目：居住证，费用：免费\n");
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

TEST_CASE("what editors leave in a page is not read") {
    const std::string said = "paragraph 正文在这里，请看。\nparagraph 下文也在，请看。\n";
    for (const std::string between :
         {"<script>var a='</b></p>';document.write('<p>不读，谢谢。'+'<\\/p>');</script>",
          "<!-- a > b <p>不读。</p> -- > -->", "<SCRIPT><!--\nvar a='</div><p>不读';\n//--></sCrIpT >",
          "<textarea rows=3><p>不读</div></textarea>", "<!--[if lt IE 9]><p>请升级浏览器，谢谢。</p><![endif]-->",
          "<![if !supportLists]><![endif]><o:p></o:p>", "<template><p>不读，谢谢。</p></template>",
          "<noscript><p>请打开脚本，谢谢。</p></noscript>", "<svg><title>图标</title><path d='m0'/></svg>",
          "<iframe src=x><p>不支持，请看。</p></iframe><iframe></iframe>",
          "<noframes><body><p>不支持框架。</p></body></noframes>", "<?xml version='1.0' encoding='gb2312'?>",
          "<meta charset=big5>", "<p>&nbsp;</p><p>　\u00A0</p>", "</body></html><html><body>"}) {
        CAPTURE(between);
        CHECK(outline(open(body("<p>正文在这里，请看。</p>" + between + "<p>下文也在，请看。"), "a.html")) == said);
    }
}

TEST_CASE("what a page leaves open does not swallow the rest of it") {
    const std::string said = "paragraph 正文在这里，请看。\nparagraph 下文也在，请看。\n";
    for (const std::string between :
         {"<!-- 没有完", "<a href=\"x>", "<p title='a>b' class=\"x\"y=z ", "<iframe src=x />", "<svg>"}) {
        CAPTURE(between);
        const std::string page = "<p>正文在这里，请看。</p>" + between;
        CHECK(outline(open(body(page + "<p></svg><p>下文也在，请看。</p>"), "a.html")) == said);
    }
    CHECK(outline(open("<title>停水通知\n<p>正文在这里，请看。", "a.html")) ==
          "title 停水通知\nparagraph 正文在这里，请看。\n");
}

TEST_CASE("elements that overlap or stand where they may not keep their text and their order") {
    const std::vector<std::pair<std::string, std::string>> pages = {
        {"<a href=x><p>链接里的一段，请看。</p></a><b><p>粗体，请看。</p><p>也粗，请看。</p></b>",
         "paragraph 链接里的一段，请看。\nparagraph 粗体，请看。\nparagraph 也粗，请看。\n"},
        {"<p>一<b>二<i>三</b>四</i>五<font color=red>六，</p><p>七</font>八。",
         "paragraph 一二三四五六，\nparagraph 七八。\n"},
        {"<p>一段。<div>二段。<p>三段。<section>四段。</section>五段。</div>六段。</p>七段。",
         "paragraph 一段。\nparagraph 二段。\nparagraph 三段。\nparagraph 四段。\nparagraph 五段。\nparagraph "
         "六段。\nparagraph 七段。\n"},
        {"<h2>大题<h3>小题</h2>文字，请看。<h3>又一题</h4><p>也看，谢谢。",
         "title 大题\nheading 小题\nparagraph 文字，请看。\nheading 又一题\nparagraph 也看，谢谢。\n"},
        {"<p>先看列表。<ul><li>一<ul><li>之一<li>之二</ul><li>二<ol start=3><li>三<li>四</ol></ul>完，谢谢。",
         "paragraph 先看列表。\nitem 一\nitem 之一\nitem 之二\nitem 二\nitem 3. 三\nitem 4. 四\nparagraph "
         "完，谢谢。\n"},
        {"<p>先看，请。<dl><dt>名称，<dd>解释一下<dt>名称二，<dd>再解释</dl>完，谢谢。",
         "paragraph 先看，请。\nparagraph 名称，\nitem 解释一下\nparagraph 名称二，\nitem 再解释\nparagraph "
         "完，谢谢。\n"},
        {"<p>请看表格。<table>不在格里，<caption>收费表</caption><thead><tr><td>项目<td>费用</"
         "thead><tbody><tr><td>办证<td>免费</p></div>"
         "<tr><td>补证</b><td>十元</table></td></table>完，谢谢。",
         "paragraph 请看表格。\nparagraph 不在格里，\ncaption 收费表\nrow 项目：办证，费用：免费\nrow "
         "项目：补证，费用：十元\nparagraph "
         "完，谢谢。\n"},
        {"<p>请看。</p><pre>\n第一行，\n  第二行<b>粗</b>，\n\n第四行，</pre>完，谢谢。",
         "paragraph 请看。\nparagraph 第一行，\nparagraph 第二行粗，\nparagraph 第四行，\nparagraph 完，谢谢。\n"},
        {"<p>一行，<br>二行，<br/><br /><br>三行，</br>四行，<BR CLEAR=all>五行。",
         "paragraph 一行，\nparagraph 二行，\nparagraph 三行，\nparagraph 四行，\nparagraph 五行。\n"},
        {"<p>请看图。<figure><img src=x "
         "alt=现场照片><figcaption>图为现场</figcaption></figure><time>六月三日</time>的事。",
         "paragraph 请看图。\npicture 现场照片\ncaption 图为现场\nparagraph 六月三日的事。\n"},
        {"<p>价格<5元，a < b，若 <中文> 与 <1> 及 <-。", "paragraph 价格<5元，a < b，若 <中文> 与 <1> 及 <-。\n"},
        {"<p>甲&nbsp乙&amp丙&lt丁，&#150; &#128512; &check; R&D。", "paragraph 甲 乙&丙<丁，– 😀 &check; R&D。\n"},
        {"<p>前面<![CDATA[中间]]>后面，<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>好。",
         "paragraph 前面中间后面，汉字好。\n"},
    };
    for (const auto& [page, said] : pages) {
        CAPTURE(page);
        CHECK(outline(open(body(page), "a.html")) == said);
    }
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
    std::string attributes;
    for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=1";
    CHECK(open(body("<div" + attributes + ">" + sentence + "</div>"), "a.html"));
    CHECK(open(body("<div " + times("a=1 ", 50000) + ">" + sentence + "</div>"), "a.html"));
    CHECK(open(sentence + times("<a ", 100000), "a.html"));
    CHECK(open(sentence + times("<!--", 100000), "a.html"));
    CHECK(open(sentence + times("<title>", 20000), "a.html"));
    const std::string hidden = "<div class=x style='display:none'>藏</div>";
    CHECK(outline(open(body("<p>" + sentence + "</p>" + times(hidden, 100000)), "a.html")) ==
          "paragraph 正文在这里，请看。\n");
    const std::string contents = "一、甲……………1\n二、乙……………2\n" + sentence + "\n";
    CHECK(open("指南\n\n" + times(contents, 50000), "a.txt")->article.blocks.size() == 50001);
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
