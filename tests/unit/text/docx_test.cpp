#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"
#include "tests/unit/text/zipped.h"

namespace tingdu::text {
namespace {

std::string word(const std::string& inside) {
    return R"(<?xml version="1.0"?><w:document xmlns:w="w"><w:body>)" + inside + "</w:body></w:document>";
}

std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

constexpr const char* styles = R"(<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>)";

constexpr const char* numbering = R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>)";

}  // namespace

TEST_CASE("a Word document is read with its headings, lists and tables") {
    const std::string number = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>)";
    const std::string cell = "<w:tc>";
    const std::string document = word(
        paragraph("居住证办理指南", R"(<w:pStyle w:val="a3"/>)") + paragraph("日期：2024-03-12 来源：云溪公安") +
        paragraph("所需材料", R"(<w:pStyle w:val="1"/>)") + paragraph("身份证", number) + paragraph("照片", number) +
        "<w:p><w:r><w:t>正文</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:br/></"
        "w:r><w:r><w:t>第二行。</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" +
        paragraph("窗口") + "</w:tc><w:tc>" + paragraph("时间") +
        "</w:tc></w:tr>"
        "<w:tr><w:tc>" +
        paragraph("3号") + "</w:tc><w:tc>" + paragraph("九点") + "</w:tc></w:tr></w:tbl>");
    const auto opened =
        open(zipped({{"word/document.xml", document}, {"word/styles.xml", styles}, {"word/numbering.xml", numbering}}),
             "a.docx");
    CHECK(outline(opened) ==
          "title 居住证办理指南\nheading 所需材料\nitem 1. 身份证\nitem 2. 照片\nparagraph 正文\nparagraph "
          "第二行。\nrow 窗口：3号，时间：九点\n");
    CHECK(opened->article.date == Date{2024, 3, 12});
}

TEST_CASE("notes at the foot of a page or at the end follow what they are about") {
    const std::string mark = R"(<w:p><w:r><w:t>每月可领。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>)";
    const std::string end_mark =
        R"(<w:p><w:r><w:t>全年开放。</w:t></w:r><w:r><w:endnoteReference w:id="3"/></w:r></w:p>)";
    const std::string notes = R"(<w:footnotes xmlns:w="w"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 满八十周岁的老人。</w:t></w:r></w:p></w:footnote></w:footnotes>)";
    const std::string end_notes = R"(<w:endnotes xmlns:w="w"><w:endnote w:id="3"><w:p><w:r><w:t>春节除外。</w:t></w:r>
<w:r><w:endnoteReference w:id="3"/></w:r></w:p></w:endnote></w:endnotes>)";
    const auto opened =
        open(zipped({{"word/document.xml", word(paragraph("津贴", R"(<w:pStyle w:val="a3"/>)") + mark + end_mark)},
                     {"word/styles.xml", styles},
                     {"word/footnotes.xml", notes},
                     {"word/endnotes.xml", end_notes}}),
             "a.docx");
    CHECK(outline(opened) ==
          "title 津贴\nparagraph 每月可领。\nnote 注：满八十周岁的老人。\nparagraph 全年开放。\nnote 注：春节除外。\n");
}

TEST_CASE("the first row of a table is its head where it can be nothing else, though Word does not say so") {
    const auto table = [](const std::vector<std::vector<std::string>>& rows) {
        std::string all = "<w:tbl>";
        for (const auto& row : rows) {
            all += "<w:tr>";
            for (const std::string& cell : row) all += "<w:tc>" + paragraph(cell) + "</w:tc>";
            all += "</w:tr>";
        }
        return outline(
            open(zipped({{"word/document.xml", word(paragraph("正文在上面。") + all + "</w:tbl>")}}), "a.docx"));
    };
    CHECK(table({{"窗口", "电话"}, {"社保", "62510001"}, {"户籍", "62510002"}}) ==
          "paragraph 正文在上面。\nrow 窗口：社保，电话：62510001\nrow 窗口：户籍，电话：62510002\n");
    CHECK(table({{"路线", "早", "晚"}, {"12路", "6点", "9点"}, {"15路", "7点", "8点"}}) ==
          "paragraph 正文在上面。\nrow 路线：12路，早：6点，晚：9点\nrow 路线：15路，早：7点，晚：8点\n");
    CHECK(table({{"各窗口电话一览"}, {"窗口", "电话"}, {"社保", "62510001"}}) ==
          "paragraph 正文在上面。\nrow 各窗口电话一览\nrow 窗口：社保，电话：62510001\n");
    // A list of two columns is no table with a head.
    CHECK(table({{"单位", "柳塘街道"}, {"电话", "62510001"}}) ==
          "paragraph 正文在上面。\nrow 单位：柳塘街道\nrow 电话：62510001\n");
    CHECK(table({{"等级", "补助"}, {"C级", "15000"}, {"D级", "30000"}}) ==
          "paragraph 正文在上面。\nrow 等级：C级，补助：15000\nrow 等级：D级，补助：30000\n");
    CHECK(table({{"时间", "周一", "周二"}, {"上午", "王强", "李明"}}) ==
          "paragraph 正文在上面。\nrow 时间：上午，周一：王强，周二：李明\n");
    CHECK(table({{"", "一级医院", "二级医院"}, {"起付线", "200元", "400元"}}) ==
          "paragraph 正文在上面。\nrow 起付线，一级医院：200元，二级医院：400元\n");
    CHECK(table({{"姓 名", "职 务", "分管"}, {"王强", "镇长", "全面"}, {"李明", "副镇长", "农业"}}) ==
          "paragraph 正文在上面。\nrow 姓名：王强，职务：镇长，分管：全面\nrow 姓名：李明，职务：副镇长，分管：农业\n");
    CHECK(table({{"姓名", "王强", "性别", "男"}, {"电话", "62510001", "民族", "汉"}}) ==
          "paragraph 正文在上面。\nrow 姓名：王强，性别：男\nrow 电话：62510001，民族：汉\n");
    CHECK(table({{"8:00", "签到"}, {"8:30", "开会"}}) == "paragraph 正文在上面。\nrow 8:00，签到\nrow 8:30，开会\n");
    CHECK(table({{"甲", "乙", "丙"}, {"丁", "戊", "己"}}) ==
          "paragraph 正文在上面。\nrow 甲，乙，丙\nrow 丁，戊，己\n");
}

TEST_CASE("a cell that reaches over rows is said in each of them, for who hears a row has not seen the one above") {
    const auto cell = [](const std::string& text, const std::string& merge = {}) {
        return "<w:tc><w:tcPr>" + merge + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    };
    const std::string table = "<w:tbl><w:tr>" + cell("日期") + cell("窗口") + "</w:tr><w:tr>" +
                              cell("周一", R"(<w:vMerge w:val="restart"/>)") + cell("一号") + "</w:tr><w:tr>" +
                              cell("", "<w:vMerge/>") + cell("二号") + "</w:tr></w:tbl>";
    CHECK(outline(open(zipped({{"word/document.xml", word(paragraph("安排如下。") + table)}}), "a.docx")) ==
          "paragraph 安排如下。\nrow 日期：周一，窗口：一号\nrow 日期：周一，窗口：二号\n");
}

namespace {

std::string opened_with(const std::string& inside, const std::string& with_styles = styles,
                        const std::string& with_numbers = numbering) {
    return outline(open(zipped({{"word/document.xml", word(inside)},
                                {"word/styles.xml", with_styles},
                                {"word/numbering.xml", with_numbers},
                                {"word/_rels/document.xml.rels",
                                 R"(<Relationships><Relationship Id="r1" Target="media/a.png"/></Relationships>)"}}),
                        "a.docx"));
}

std::string style(const std::string& id, const std::string& name, const std::string& more = {}) {
    return R"(<w:style w:styleId=")" + id + R"("><w:name w:val=")" + name + R"("/>)" + more + "</w:style>";
}

std::string of_style(const std::string& id) {
    return R"(<w:pStyle w:val=")" + id + R"("/>)";
}

std::string of_list(const std::string& id, const std::string& level = "0") {
    return R"(<w:numPr><w:ilvl w:val=")" + level + R"("/><w:numId w:val=")" + id + R"("/></w:numPr>)";
}

}  // namespace

TEST_CASE("a paragraph is a heading by its rank, and by what its style is based on; a table of contents is not read") {
    const std::string own = "<w:styles xmlns:w=\"w\">" + style("t1", "toc 1") + style("1", "heading 1") +
                            style("x", "单位标题样式", R"(<w:basedOn w:val="1"/>)") + style("9", "caption") +
                            style("f", "Figure", R"(<w:basedOn w:val="9"/>)") + "</w:styles>";
    CHECK(opened_with(R"(<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>
</w:sdtPr><w:sdtContent>)" +
                          paragraph("目录") + "</w:sdtContent></w:sdt>" + paragraph("对象\t1", of_style("t1")) +
                          paragraph("办理对象", of_style("x")) + paragraph("本市老人都可以办。") +
                          paragraph("怎样办", R"(<w:outlineLvl w:val="1"/>)") +
                          paragraph("到窗口办。", R"(<w:outlineLvl w:val="9"/>)") +
                          paragraph("图 1 窗口", of_style("f")),
                      own) ==
          "title 办理对象\nparagraph 本市老人都可以办。\nheading 怎样办\nparagraph 到窗口办。\n"
          "caption 图 1 窗口\n");
}

TEST_CASE("lists are numbered as Word numbers them: on from one to the next, anew where it says so, in any figures") {
    const auto level = [](const std::string& at, const std::string& format, const std::string& text) {
        return R"(<w:lvl w:ilvl=")" + at + R"("><w:start w:val="1"/><w:numFmt w:val=")" + format +
               R"("/><w:lvlText w:val=")" + text + R"("/></w:lvl>)";
    };
    const std::string numbers =
        R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">)" + level("0", "decimal", "%1.") +
        level("1", "lowerLetter", "(%2)") + R"(</w:abstractNum><w:abstractNum w:abstractNumId="1">)" +
        level("0", "lowerRoman", "%1.") + R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>)";
    CHECK(opened_with(paragraph("请看下面。") + paragraph("甲", of_list("1")) + paragraph("子", of_list("1", "1")) +
                          paragraph("乙", of_list("2")) + paragraph("丙", of_list("3")) +
                          paragraph("丁", of_list("3")) + paragraph("一般", of_list("4")) +
                          paragraph("特殊", of_list("4")),
                      styles, numbers) ==
          "paragraph 请看下面。\nitem 1. 甲\nitem (a) 子\nitem 2. 乙\nitem 1. 丙\nitem 2. 丁\nitem i. 一般\n"
          "item ii. 特殊\n");
}

TEST_CASE("what has been deleted or struck out is not read, and what a deleted end of a paragraph joins is one") {
    CHECK(opened_with(R"(<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>)" +
                      paragraph("后半句。") +
                      R"(<w:p><w:r><w:t>工本费</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>二十元</w:t></w:r>)"
                      R"(<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>十元。</w:t></w:r></w:p>)"
                      "<w:tbl><w:tr><w:tc>" +
                      paragraph("一楼") + "</w:tc><w:tc>" + paragraph("服务台") +
                      "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("二楼") + "</w:tc><w:tc>" +
                      paragraph("餐厅") + "</w:tc></w:tr></w:tbl>") ==
          "paragraph 前半句，后半句。\nparagraph 工本费十元。\nrow 一楼：服务台\n");
}

TEST_CASE("rows and cells in a form's frames are read, boxes to tick are seen, and a head of two rows names by both") {
    const auto cell = [](const std::string& text, const std::string& properties = {}) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    };
    const auto framed = [](const std::string& what) {
        return "<w:sdt><w:sdtContent>" + what + "</w:sdtContent></w:sdt>";
    };
    CHECK(opened_with(paragraph("请看表。") + "<w:tbl><w:tr>" + cell("窗口", R"(<w:vMerge w:val="restart"/>)") +
                      cell("时间", R"(<w:gridSpan w:val="2"/>)") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") +
                      cell("上午") + cell("下午") + "</w:tr>" +
                      framed("<w:tr>" + cell("一号") + framed(cell("九点")) + cell("两点") + "</w:tr>") + "<w:tr>" +
                      cell("二号") + cell("全天", R"(<w:gridSpan w:val="2"/>)") + "</w:tr></w:tbl>" +
                      R"(<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>已看过</w:t></w:r></w:p>)") ==
          "paragraph 请看表。\nrow 窗口：一号，时间上午：九点，时间下午：两点\nrow 窗口：二号，时间：全天\n"
          "paragraph ☑已看过\n");
}

TEST_CASE("pictures as Word drew them before 2007, and pictures in a table with what is written under each") {
    const std::string old =
        R"(<w:r><w:pict><v:shape alt="窗口"><v:imagedata r:id="r1" o:title="扫描"/></v:shape></w:pict></w:r>)";
    const std::string drawn =
        R"(<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="大门"/><a:graphic><a:graphicData><pic:pic>
<pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>)";
    CHECK(opened_with(paragraph("请看图。") + "<w:p>" + old + "</w:p><w:tbl><w:tr><w:tc>" + drawn +
                      "</w:tc><w:tc><w:p>" + old + "</w:p></w:tc></w:tr><w:tr><w:tc>" + paragraph("正门朝南") +
                      "</w:tc><w:tc>" + paragraph("窗口在右边") + "</w:tc></w:tr></w:tbl>") ==
          "paragraph 请看图。\npicture 窗口\npicture 大门\ncaption 正门朝南\npicture 窗口\ncaption 窗口在右边\n");
}

TEST_CASE("the text is found in a part of another name") {
    CHECK(
        outline(open(
            zipped(
                {{"word/document2.xml", word(paragraph("正文在这里。"))},
                 {"_rels/.rels",
                  R"(<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>)"}}),
            "a.docx")) == "paragraph 正文在这里。\n");
}

TEST_CASE("a broken Word document is damaged, at whatever byte it was cut") {
    const std::string whole =
        zipped({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", word(paragraph("正文在这里。"))}});
    REQUIRE(open(whole, "a.docx"));
    for (const std::size_t size : {std::size_t{30}, whole.size() / 2, whole.size() - 30}) {
        const auto opened = open(whole.substr(0, size), "a.docx");
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == Fault::damaged);
    }
    const auto broken_xml = open(zipped({{"word/document.xml", "<w:document><w:body>"}}), "a.docx");
    REQUIRE_FALSE(broken_xml);
    CHECK(broken_xml.error().fault == Fault::damaged);
}

TEST_CASE("a document that unpacks to more than an article can be takes too much memory, and is not damaged") {
    const auto opened = open(zipped({{"word/document.xml", word(paragraph(std::string(33U << 20U, 'a')))}}), "a.docx");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::too_much_memory);
}

TEST_CASE("a document that declares entities comes from no office program") {
    const std::string body = word(paragraph("明天停水。&l9;"));
    const std::string laughs = "<!DOCTYPE l [<!ENTITY l0 'ha'><!ENTITY l9 '&l0;&l0;'>]>";
    for (const std::string& document : {laughs + body, "<?xml version='1.0'?>\n" + laughs + body}) {
        const auto opened = open(zipped({{"word/document.xml", document}}), "a.docx");
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == Fault::damaged);
    }
    CHECK(open(zipped({{"word/document.xml", word(paragraph("写网页先写 &lt;!DOCTYPE html&gt;。"))}}), "a.docx"));
}

TEST_CASE("tables in tables beyond any sense are flattened, not followed") {
    std::string deep = paragraph("里面的字。");
    for (int i = 0; i < 2000; ++i) deep = "<w:tbl><w:tr><w:tc>" + deep + "</w:tc></w:tr></w:tbl>";
    const auto opened = open(zipped({{"word/document.xml", word(paragraph("外面的字。") + deep)}}), "a.docx");
    CHECK(outline(opened) == "paragraph 外面的字。\n");
    REQUIRE_FALSE(opened->problems.empty());
    CHECK(opened->problems[0].kind == Problem::Kind::too_deep);
}

TEST_CASE("other kinds of zip are named") {
    CHECK(open(zipped({{"ppt/presentation.xml", "<a/>"}}), "a.docx").error() ==
          Error{Fault::kind_not_taken, "a.docx", "pptx"});
    CHECK(open(zipped({{"xl/workbook.xml", "<a/>"}}), "a.txt").error().detail == "xlsx");
    CHECK(open(zipped({{"content.xml", "<a/>"}, {"mimetype", "x"}}), "a.odt").error().detail == "odt");
    CHECK(open(zipped({{"a.txt", "x"}}), "a.zip").error().detail == "zip");
}

}  // namespace tingdu::text
