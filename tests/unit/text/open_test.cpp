#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

Error error_of(std::string_view bytes, std::string_view name) {
    const auto opened = open(bytes, name);
    REQUIRE_FALSE(opened);
    return opened.error();
}

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("a file with nothing to read is empty, whatever else is in it") {
    CHECK(error_of("", "a.txt") == Error{Fault::empty, "a.txt", ""});
    CHECK(error_of(" \r\n\t\n　\n", "a.txt").fault == Fault::empty);
    CHECK(error_of("——————\n***\n", "a.txt").fault == Fault::empty);
    CHECK(error_of("<html><body><div></div><script>var a = 1;</script></body></html>", "a.html").fault == Fault::empty);
    CHECK(error_of("***\n\n---\n", "a.md").fault == Fault::empty);
    CHECK(error_of("\xEF\xBB\xBF", "a.txt").fault == Fault::empty);
}

TEST_CASE("what is not text is said to be so") {
    CHECK(error_of("\0\1\2\0\3\4\0\0text\0"sv, "a.txt").fault == Fault::binary);
    CHECK(error_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "a.txt").fault == Fault::binary);
}

TEST_CASE("kinds that are known and not taken are named") {
    CHECK(error_of("%PDF-1.7\n1 0 obj", "报告.pdf") == Error{Fault::kind_not_taken, "报告.pdf", "pdf"});
    CHECK(error_of("%PDF-1.7\n1 0 obj", "报告.txt").detail == "pdf");
    CHECK(error_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", "通知.doc") ==
          Error{Fault::kind_not_taken, "通知.doc", "doc"});
    CHECK(error_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", "表.XLS").detail == "xls");
    CHECK(error_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "图.png") == Error{Fault::kind_not_taken, "图.png", "png"});
    CHECK(error_of("{\\rtf1 text}", "a.txt").detail == "rtf");
    CHECK(error_of("这是一段文字。", "a.wps").detail == "wps");
    CHECK(error_of("这是一段文字。", "a.pptx").detail == "pptx");
}

TEST_CASE("a file beyond the limit is refused unread") {
    const std::string large(largest_bare_text + 1, 'a');
    CHECK(error_of(large, "a.txt").fault == Fault::too_large);
}

TEST_CASE("a .docx that is no zip is damaged") {
    CHECK(error_of("这不是文档。", "a.docx").fault == Fault::damaged);
    CHECK(error_of("PK\3\4 and nothing that follows", "a.docx").fault == Fault::damaged);
}

TEST_CASE("the title of last resort is the file's name without number and kind") {
    const auto title = [](std::string_view name) { return utf8(open("正文只有一句。", name)->article.title); };
    CHECK(title("01 办事须知.txt") == "办事须知");
    CHECK(title("1.办事须知.txt") == "办事须知");
    CHECK(title("03_办事须知.txt") == "办事须知");
    CHECK(title("2、办事须知.txt") == "办事须知");
    CHECK(title("（一）办事须知.txt") == "办事须知");
    CHECK(title("一、办事须知.txt") == "办事须知");
    CHECK(title("2024年报.txt") == "2024年报");
    CHECK(title("12345热线.txt") == "12345热线");
    CHECK(title("3.15晚会.txt") == "3.15晚会");
    CHECK(title("01 12345热线.txt") == "12345热线");
    CHECK(title("01.txt") == "01");
    CHECK(title("办事须知") == "办事须知");
}

TEST_CASE("a plain text that begins as Markdown does is read as such") {
    const auto opened = open("# 停水通知\n柳塘街道 2026年9月1日\n\n明天**停水**。\n", "01 通知.txt");
    REQUIRE(opened);
    CHECK(opened->article.title == U"停水通知");
    CHECK(opened->article.text.find(U'*') == std::u32string::npos);
    const auto number = open("#1楼电梯检修\n\n明天检修。\n", "a.txt");
    REQUIRE(number);
    CHECK(number->article.title == U"#1楼电梯检修");
}

TEST_CASE("no block is longer than the longest, and cutting loses nothing") {
    std::string long_paragraph;
    for (int i = 0; i < 400; ++i) long_paragraph += "请到" + std::to_string(i) + "号窗口办理，带好身份证。";
    for (const std::string& text : {long_paragraph, std::string("字不断地写下去没有标点")}) {
        std::string whole;
        while (whole.size() < 9000) whole += text;
        const auto opened = open(whole);
        REQUIRE(opened);
        CHECK(broken_promise(opened->article) == "");
        CHECK(opened->article.blocks.size() > 1);
        CHECK(opened->article.blocks[1].continues);
        std::string joined;
        for (const char32_t c : opened->article.text) joined += c == U'\n' ? "" : utf8({&c, 1});
        CHECK(joined == whole);
    }
}

TEST_CASE("long paragraphs are cut where sentences end") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "请到一号窗口办理，带好身份证。";
    const auto opened = open(text);
    for (const Block& block : opened->article.blocks) CHECK(opened->article.text[block.range.end - 1] == U'。');
}

TEST_CASE("characters that nobody can see or say leave no trace") {
    const auto opened = open("标题在此\n\u200B零\u00AD宽\uFEFF字\u200D符，\u00A0\u3000空 \t 格\u0007。\n");
    CHECK(outline(opened) == "title 标题在此\nparagraph 零宽字符， 空 格。\n");
}

TEST_CASE("private characters are dropped and reported") {
    const auto opened = open("第一行。\n\uE123第二行。\n");
    CHECK(outline(opened) == "paragraph 第一行。\nparagraph 第二行。\n");
    CHECK(opened->problems == std::vector<Problem>{{Problem::Kind::dropped, 2, "U+E123"}});
}

}  // namespace tingdu::text
