#include "kiosk/text/encoding.h"

#include <random>
#include <string>

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

std::string encoded(std::string_view text, const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    std::string bytes(text.size() * 4 + 8, '\0');
    const auto size = ucnv_convert(name, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), text.data(),
                                   static_cast<std::int32_t>(text.size()), &error);
    REQUIRE(U_SUCCESS(error));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::optional<Encoding> detected(std::string_view bytes) {
    return detect(std::as_bytes(std::span(bytes)));
}

}  // namespace

TEST_CASE("a few words are enough to tell the encoding") {
    for (const char* text :
         {"停水通知", "请带身份证", "第一阶段", "公安会议", "今天下午三点，请到一号窗口办理。", "暂停办理业务",
          "关于2024年春节放假的通知\n各科室：\n春节放假七天。", "云溪区政务服务中心"}) {
        CAPTURE(text);
        CHECK(detected(text) == Encoding::utf_8);
        CHECK(detected(encoded(text, "gb18030")) == Encoding::gb18030);
        CHECK(detected(encoded(text, "UTF-16LE")) == Encoding::utf_16le);
        CHECK(detected(encoded(text, "UTF-16BE")) == Encoding::utf_16be);
    }
    for (const char* text : {"今天下午三點，請到一號窗口辦理。", "公安會議", "停水通知", "暫停辦理業務",
                             "戶政事務所服務時間", "請帶身分證件"}) {
        CAPTURE(text);
        CHECK(detected(encoded(text, "Big5")) == Encoding::big5);
    }
}

TEST_CASE("the same text comes out of every encoding") {
    const std::string text = "云溪区通告\n请各位居民于三月十二日前办理，逾期不候。窗口电话12345。";
    const std::string expected = outline(open(text));
    CHECK(outline(open("\xEF\xBB\xBF" + text)) == expected);
    CHECK(outline(open(encoded(text, "gb18030"))) == expected);
    CHECK(outline(open(encoded(text, "UTF-16LE"))) == expected);
    CHECK(outline(open("\xFF\xFE" + encoded(text, "UTF-16LE"))) == expected);
    CHECK(outline(open("\xFE\xFF" + encoded(text, "UTF-16BE"))) == expected);
}

TEST_CASE("other scripts in UTF-8 are not taken for GBK") {
    CHECK(detected("Привет, мир") == Encoding::utf_8);
    CHECK(detected("très bien, un café") == Encoding::utf_8);
    CHECK(detected("plain English text") == Encoding::utf_8);
}

TEST_CASE("what a page declares does not outweigh what it holds") {
    const std::string page =
        "<html><head><meta charset=\"utf-8\"></head><body><p>请各位居民前来办理，谢谢配合。</p></body></html>";
    CHECK(detected(encoded(page, "gb18030")) == Encoding::gb18030);
    const std::string other =
        "<html><head><meta charset=gb2312></head><body><p>请各位居民前来办理，谢谢配合。</p></body></html>";
    CHECK(detected(other) == Encoding::utf_8);
}

TEST_CASE("broken bytes in a good file are mended and reported by line") {
    const auto opened = open("第一行是好的文字。\n第二行有\xFF\xFE坏的字节，其余都好。\n第三行也是好的文字。\n");
    REQUIRE(opened);
    CHECK(opened->article.text.find(0xFFFD) != std::u32string::npos);
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems[0] == Problem{Problem::Kind::broken_bytes, 2, ""});
}

TEST_CASE("random bytes are not text in any encoding") {
    std::mt19937 random(7);
    for (const std::size_t size : {64U, 256U, 4096U}) {
        for (int i = 0; i < 50; ++i) {
            std::string bytes(size, '\0');
            for (char& c : bytes) c = static_cast<char>(random());
            CAPTURE(size);
            CHECK_FALSE(detected(bytes));
        }
    }
}

TEST_CASE("a long head of markup does not hide the encoding of the text below") {
    const std::string page = "<html><head><style>" + std::string(40000, 'a') +
                             "</style></head><body>请各位居民前来办理，谢谢配合。</body></html>";
    CHECK(detected(encoded(page, "gb18030")) == Encoding::gb18030);
    CHECK(detected(page) == Encoding::utf_8);
}

}  // namespace tingdu::text
