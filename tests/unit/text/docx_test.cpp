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
          "paragraph 正文在上面。\nrow 单位，柳塘街道\nrow 电话，62510001\n");
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

TEST_CASE("a document that unpacks to more than an article can be is damaged") {
    const auto opened = open(zipped({{"word/document.xml", word(paragraph(std::string(33U << 20U, 'a')))}}), "a.docx");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::damaged);
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
