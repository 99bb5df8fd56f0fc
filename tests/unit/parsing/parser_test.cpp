// What comes back from the process of its own is what the work itself gives, and whatever a hostile one could send
// instead is an article or nothing.
#include "kiosk/parsing/parser.h"

#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/parsing/carried.h"
#include "kiosk/text/file_names.h"
#include "kiosk/text/open.h"

using namespace tingdu;
using namespace std::chrono_literals;

namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

const std::string page =
    "<html><head><title>停水</title></head><body><h1>停水通知</h1><p>发布日期：2026年9月1日 来源：水务局</p>"
    "<p>明天上午停水。</p><ul><li>带水</li><li>关阀</li></ul><img src='图/a.png' alt='管道'>"
    "<table><tr><th>日</th><th>时</th></tr><tr><td>一</td><td>九点</td></tr></table>"
    "<img src='data:image/png;base64,iVBORw0KGgo=' alt='章'></body></html>";

void check_same(const text::OpenedArticle& one, const text::OpenedArticle& other) {
    CHECK(one.article.text == other.article.text);
    CHECK(one.article.blocks == other.article.blocks);
    CHECK(one.article.title == other.article.title);
    CHECK(one.article.date == other.article.date);
    CHECK(one.article.source == other.article.source);
    CHECK(one.article.last_day == other.article.last_day);
    CHECK(one.article.pictures == other.article.pictures);
    CHECK(one.problems == other.problems);
}

std::vector<std::byte> carried(const text::OpenedArticle& opened) {
    parsing::Writer writer;
    parsing::carry(opened, writer);
    return std::move(writer).take();
}

}  // namespace

TEST_CASE("a page of twenty megabytes finds room over there, whether it is text, tags or a table") {
    const std::string paragraph = "<p>您面前的这台机器会把文章放大给您看，也会念给您听。</p>\n";
    const std::string from_word =
        "<p class=MsoNormal style='text-indent:24.0pt;line-height:150%'><span "
        "style='font-size:12.0pt;font-family:仿宋'>"
        "周一到周五开放。</span><span lang=EN-US style='font-size:12.0pt'>&nbsp;</span></p>\n";
    const std::string row = "<tr><td>一号窗口</td><td>办理社保</td><td>周一到周五</td><td>上午九点</td></tr>\n";
    constexpr std::size_t size = 20'000'000;
    parsing::Parser parser;
    for (const auto& [part, around] :
         {std::pair{paragraph, "div"}, std::pair{from_word, "div"}, std::pair{row, "table"}}) {
        CAPTURE(part);
        std::string large = "<html><head><meta charset=utf-8></head><body><h1>很长</h1><" + std::string(around) + ">";
        const std::size_t count = size / part.size();
        for (std::size_t i = 0; i < count; ++i) large += part;
        const auto opened = parser.open_article(bytes_of(large), "很长.html");
        REQUIRE(opened);
        CHECK(opened->article.blocks.size() == count + 1);
    }
}

TEST_CASE("an article opened over there is the one that would be opened here, its pictures looked at from here") {
    const auto size = [](const text::Picture& picture) -> tl::expected<text::PictureSize, text::Problem::Kind> {
        if (picture.at == text::Picture::At::inside) return tl::unexpected(text::Problem::Kind::picture_damaged);
        return text::PictureSize{640, 480};
    };
    const auto here = text::open_article(bytes_of(page), "停水.html", size);
    REQUIRE(here);
    std::vector<std::string> asked;
    std::size_t inside_bytes = 0;
    parsing::Parser parser;
    const auto there = parser.open_article(bytes_of(page), "停水.html",
                                           [&](const text::Picture& picture, std::span<const std::byte> inside) {
                                               asked.push_back(text::shown_name(picture));
                                               inside_bytes += inside.size();
                                               return size(picture);
                                           });
    REQUIRE(there);
    check_same(*here, *there);
    CHECK(there->article.pictures.size() == 2);
    CHECK(asked == std::vector<std::string>{"图/a.png", "data:image/png"});
    CHECK(inside_bytes == 8);
}

TEST_CASE("what cannot be opened has the same fault over there as here") {
    parsing::Parser parser;
    const std::pair<std::string, std::string> files[] = {{"", "空.txt"},
                                                         {" \n", "白.txt"},
                                                         {"%PDF-1.4", "表.pdf"},
                                                         {"PK\3\4 no zip", "坏.docx"},
                                                         {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x", "旧.doc"},
                                                         {std::string(100, '\0'), "零.txt"}};
    for (const auto& [bytes, name] : files) {
        CAPTURE(name);
        const auto here = text::open_article(bytes_of(bytes), name);
        const auto there = parser.open_article(bytes_of(bytes), name);
        REQUIRE_FALSE(here);
        REQUIRE_FALSE(there);
        CHECK(here.error() == there.error());
    }
    CHECK_FALSE(parser.may_be_article(bytes_of("%PDF-1.4"), "表.pdf"));
    CHECK(parser.may_be_article(bytes_of("今天"), "话.txt"));
}

TEST_CASE("names and characters are read over there in whatever encoding") {
    parsing::Parser parser;
    const std::vector<std::string> paths{"\xCD\xA8\xD6\xAA/\xCD\xA3\xCB\xAE.txt", "通知/水.txt", "a\nb.txt"};
    const auto names = parser.names_as_read(paths);
    REQUIRE(names);
    CHECK(*names == text::names_as_read(paths));
    CHECK(names->front() == "通知/停水.txt");
    CHECK(names->back() == "a_b.txt");
    CHECK(*parser.characters(bytes_of("\xC3\xF7\xCC\xEC\xCD\xA3\xCB\xAE\xA1\xA3"), "x") == U"明天停水。");
    CHECK(parser.characters(bytes_of(std::string(100, '\0')), "x").error() == Error{Fault::binary, "x", {}});
}

TEST_CASE("a picture that ends whoever looks at it does not end the article, nor the next picture") {
    parsing::Parser parser;
    CHECK(parser.size_of_picture(bytes_of("no picture")).error().fault == Fault::kind_not_taken);
    CHECK(parser.decode_picture(bytes_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), {1, 1}).error().fault == Fault::damaged);
}

TEST_CASE("patience with a stick has an end, with single files it has not") {
    auto stick = parsing::Patience::for_a_stick();
    int files = 0;
    auto all = 0ms;
    for (; stick.next() > 0ms; ++files) {
        all += stick.next();
        stick.spend(stick.next() + 500ms, 0);
    }
    CHECK(files >= 6);
    CHECK(all < 20s);
    parsing::Patience honest = parsing::Patience::for_a_stick();
    for (int i = 0; i < 100'000; ++i) honest.spend(1000ms, 20U << 20U);
    CHECK(honest.next() > 5s);
    parsing::Patience single;
    for (int i = 0; i < 1000; ++i) single.spend(single.next(), 0);
    CHECK(single.next() > 5s);
}

TEST_CASE("whatever stands in for an article keeps every promise of one, or is none") {
    const auto opened = text::open_article(bytes_of(page), "停水.html", [](const text::Picture&) {
        return tl::expected<text::PictureSize, text::Problem::Kind>(text::PictureSize{64, 64});
    });
    REQUIRE(opened);
    const auto whole = carried(*opened);
    parsing::Reader reader(whole);
    const auto again = parsing::article_in(reader);
    REQUIRE(again);
    CHECK(reader.is_read());
    check_same(*opened, *again);
    std::mt19937 random(7);  // NOLINT: the same every time
    int kept = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto spoiled = whole;
        for (std::size_t changes = 1 + random() % 4; changes > 0; --changes)
            spoiled[random() % spoiled.size()] = static_cast<std::byte>(random());
        if (random() % 4 == 0) spoiled.resize(random() % spoiled.size());
        parsing::Reader from(spoiled);
        const auto article = parsing::article_in(from);
        if (!article) continue;
        ++kept;
        for (const text::Block& block : article->article.blocks) {
            REQUIRE(block.range.begin < block.range.end);
            REQUIRE(block.range.end <= article->article.text.size());
            REQUIRE((!block.picture || *block.picture < article->article.pictures.size()));
        }
        for (const text::Picture& picture : article->article.pictures)
            if (picture.at == text::Picture::At::beside && picture.width_px > 0)
                REQUIRE(picture.name.find("..") == std::string::npos);
    }
    CHECK(kept > 100);
}
