#include <map>

#include <doctest/doctest.h>

#include "kiosk/text/sentences.h"
#include "tests/unit/text/reading.h"
#include "tests/unit/text/zipped.h"

namespace tingdu::text {
namespace {

using At = Picture::At;

/// A folder in which each of these can be shown, and nothing else is.
LookAtPicture folder_with(std::map<std::string, PictureSize> pictures) {
    return [pictures = std::move(pictures)](const Picture& picture) -> tl::expected<PictureSize, Problem::Kind> {
        const auto found = pictures.find(picture.name);
        if (found == pictures.end()) return tl::unexpected(Problem::Kind::picture_missing);
        return found->second;
    };
}

std::vector<Problem> pictures_in(const std::vector<Problem>& problems) {
    std::vector<Problem> of_pictures;
    for (const Problem& problem : problems)
        if (is_of_picture(problem.kind)) of_pictures.push_back(problem);
    return of_pictures;
}

}  // namespace

TEST_CASE("a way into the article's own folder is taken, every other is not") {
    const std::pair<const char*, const char*> inside[] = {
        {"图.png", "图.png"},
        {"./通知_files/a.jpg", "通知_files/a.jpg"},
        {"%E5%9B%BE%201.png", "图 1.png"},
        {"图\\大门.png", "图/大门.png"},
        {"a.jpg?v=2", "a.jpg"},
        {"满100%.png", "满100%.png"},
        {" a//b.png\n", "a/b.png"},
        {"..a.png", "..a.png"},
    };
    for (const auto& [reference, path] : inside) {
        CAPTURE(reference);
        CHECK(picture_at(reference) == Picture{At::beside, path});
    }
    for (const char* reference : {"../../etc/passwd", "图/../../a.png", "/etc/passwd", "//host/a.png",
                                  "http://host/a.png", "file:///a.png", "C:\\a.png", "C%3A/a.png", "%2e%2e/a.png",
                                  "..%2fa.png", "..\\a.png", "\\\\host\\a.png", "a%00.png", "javascript:alert(1)"}) {
        CAPTURE(reference);
        CHECK(picture_at(reference).at == At::elsewhere);
    }
}

TEST_CASE("a picture in Markdown stands in its place, with its caption below it") {
    const auto opened =
        open("# 大厅\n\n往里走。\n\n![一层平面图，窗口在右手边](图/平面.png \"图一：一层\")\n\n再问人。\n", "a.md",
             folder_with({{"图/平面.png", {800, 600}}}));
    CHECK(outline(opened) ==
          "title 大厅\nparagraph 往里走。\npicture 一层平面图，窗口在右手边\ncaption 图一：一层\nparagraph 再问人。\n");
    REQUIRE(opened->article.pictures.size() == 1);
    CHECK(opened->article.blocks[2].picture == 0);
    CHECK(opened->article.pictures[0] == Picture{At::beside, "图/平面.png", 800, 600});
    CHECK(opened->problems.empty());
    CHECK(broken_promise(opened->article).empty());
}

TEST_CASE("a picture in running text stands below its paragraph") {
    CHECK(outline(open("先看 ![大门](门.png) 再进去。\n\n![后门](后.png)\n从这里出去。\n", "a.md",
                       folder_with({{"门.png", {99, 99}}, {"后.png", {99, 99}}}))) ==
          "paragraph 先看 再进去。\npicture 大门\npicture 后门\nparagraph 从这里出去。\n");
}

TEST_CASE("a picture above the title of a page goes below it") {
    CHECK(outline(open("![大门](门.png)\n\n# 开门了\n\n今天开门。\n", "a.md", folder_with({{"门.png", {99, 99}}}))) ==
          "title 开门了\npicture 大门\nparagraph 今天开门。\n");
}

TEST_CASE("a picture without words is shown, takes its place in the text and is never a sentence") {
    const auto opened =
        open("开门了\n\n今天开门。\n\n![](门.png)\n\n请进。\n", "a.md", folder_with({{"门.png", {99, 99}}}));
    REQUIRE(opened);
    const Article& article = opened->article;
    CHECK(broken_promise(article).empty());
    REQUIRE(article.blocks.size() == 4);
    CHECK(article.text[article.blocks[2].range.begin] == unsaid_picture);
    CHECK(next_sentence(article, {1, 0}) == Place{3, 0});
    CHECK(pictures_in(opened->problems) == std::vector{Problem{Problem::Kind::picture_unsaid, 0, "门.png"}});
}

TEST_CASE("a caption speaks for a picture without a description") {
    const auto opened = open("<p>今天开门。</p><figure><img src=a.png><figcaption>大门</figcaption></figure>", "a.html",
                             folder_with({{"a.png", {99, 99}}}));
    CHECK(outline(opened) == "paragraph 今天开门。\npicture \xEF\xBF\xBC\ncaption 大门\n");
    CHECK(opened->problems.empty());
}

TEST_CASE("words that stand twice by a picture are said once") {
    const auto look = folder_with({{"a.png", {99, 99}}, {"b.png", {99, 99}}});
    CHECK(outline(open("<p>今天开门。</p><figure><img src=a.png alt=大门><figcaption>大 门</figcaption></figure>",
                       "a.html", look)) == "paragraph 今天开门。\npicture \xEF\xBF\xBC\ncaption 大 门\n");
    CHECK(outline(open("<p>今天开门。</p><p><img src=a.png alt=大门><img src=b.png alt=大门></p>", "a.html", look)) ==
          "paragraph 今天开门。\npicture 大门\npicture \xEF\xBF\xBC\n");
    CHECK(outline(open("<h1>开门了</h1><p><img src=a.png alt=开门了></p><p>今天开门。</p>", "a.html", look)) ==
          "title 开门了\npicture \xEF\xBF\xBC\nparagraph 今天开门。\n");
}

TEST_CASE("a picture that cannot be shown leaves its description, and is told by its name") {
    const auto opened =
        open("今天开门。\n\n![大门](没有.png)\n\n![](也没有.png)\n\n![远处的门](http://a.example/门.png)\n", "a.md",
             folder_with({}));
    CHECK(outline(opened) == "paragraph 今天开门。\npicture 大门\npicture 远处的门\n");
    CHECK(opened->article.pictures[0].width_px == 0);
    CHECK(pictures_in(opened->problems) ==
          std::vector{Problem{Problem::Kind::picture_missing, 0, "没有.png"},
                      Problem{Problem::Kind::picture_missing, 0, "也没有.png"},
                      Problem{Problem::Kind::picture_elsewhere, 0, "http://a.example/门.png"}});
}

TEST_CASE("a picture elsewhere is never looked at") {
    bool looked = false;
    const LookAtPicture look = [&](const Picture&) -> tl::expected<PictureSize, Problem::Kind> {
        looked = true;
        return PictureSize{9, 9};
    };
    REQUIRE(open("![密码](../../etc/passwd)\n\n![门](file:///a.png)", "a.md", look));
    CHECK_FALSE(looked);
}

TEST_CASE("bullets and counters that are pictures go without a word") {
    const auto opened =
        open("<p>今天开门。</p><img src=dot.png><p>请进。</p>", "a.html", folder_with({{"dot.png", {9, 9}}}));
    CHECK(outline(opened) == "paragraph 今天开门。\nparagraph 请进。\n");
    CHECK(opened->problems.empty());
}

TEST_CASE("a page with thousands of pictures is looked at for some of them") {
    std::string page = "<p>今天开门。</p>";
    for (int i = 0; i < 5000; ++i) page += "<img src=a.png alt=第" + std::to_string(i) + "张>";
    int looked = 0;
    const auto opened = open(page, "a.html", [&](const Picture&) -> tl::expected<PictureSize, Problem::Kind> {
        ++looked;
        return PictureSize{99, 99};
    });
    CHECK(looked <= 1000);
    CHECK(opened->article.blocks.size() == 5001);
}

TEST_CASE("a description as long as a book is cut into blocks of one picture") {
    std::string alt;
    for (int i = 0; i < 100; ++i) alt += "图上画着很多很多的人在排队。";
    const auto opened = open("今天开门。\n\n![" + alt + "](a.png)\n", "a.md", folder_with({{"a.png", {99, 99}}}));
    REQUIRE(opened);
    CHECK(broken_promise(opened->article).empty());
    REQUIRE(opened->article.blocks.size() == 4);
    CHECK(opened->article.blocks[1].picture == 0);
    CHECK(opened->article.blocks[3].picture == 0);
    CHECK(opened->article.blocks[3].continues);
    CHECK(sentences(opened->article, 1).size() > 10);
}

TEST_CASE("what says nothing of a picture is no description") {
    for (const char32_t* nothing : {U"", U"  ", U"图片", U"IMG_2034.jpg", U"http://a.example/a", U"……"})
        CHECK(description_in(nothing).empty());
    CHECK(description_in(U" 大门 ") == U"大门");
    CHECK(description_in(U"一张大门的照片\n\n描述已自动生成") == U"一张大门的照片");
    CHECK(description_in(U"版本2.10张图") == U"版本2.10张图");
}

TEST_CASE("the bytes of a data: URI are those that it spells") {
    const auto bytes = [](const char* reference) { return bytes_inside({}, picture_at(reference)); };
    CHECK(bytes("data:image/png;base64,5Zu+") == std::vector{std::byte{0xE5}, std::byte{0x9B}, std::byte{0xBE}});
    CHECK(bytes("data:image/png;base64,5Zu%2B\n")->size() == 3);
    CHECK(bytes("data:image/png;base64,QQ==") == std::vector{std::byte{'A'}});
    CHECK_FALSE(bytes("data:image/png;base64,?"));
    CHECK_FALSE(bytes("data:image/svg+xml,<svg/>"));
    CHECK_FALSE(bytes("data:"));
    CHECK(shown_name(picture_at("data:image/png;base64,5Zu+")) == "data:image/png");
}

TEST_CASE("a picture of a Word document lies in it, described where it was drawn") {
    const auto drawing = [](const std::string& properties, const std::string& relation) {
        return "<w:p><w:r><w:drawing><wp:inline><wp:docPr " + properties +
               "/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip " + relation +
               "/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    };
    const std::string document =
        "<w:document><w:body><w:p><w:r><w:t>今天开门。</w:t></w:r></w:p>" +
        drawing(R"(descr="大门的照片")", R"(r:embed="rId1")") + drawing(R"(title="后门")", R"(r:embed="rId2")") +
        drawing(R"(descr="网上的门")", R"(r:link="rId3")") + drawing("", R"(r:embed="rId9")") +
        R"(<w:p><w:r><w:drawing><wp:anchor><wp:docPr descr="箭头向右"/></wp:anchor></w:drawing></w:r></w:p>)" +
        "</w:body></w:document>";
    const std::string relations = R"(<Relationships><Relationship Id="rId1" Target="media/image1.png"/>
<Relationship Id="rId2" Target="/word/media/image2.png"/>
<Relationship Id="rId3" Target="http://a.example/a.png" TargetMode="External"/></Relationships>)";
    const std::string file = zipped({{"word/document.xml", document},
                                     {"word/_rels/document.xml.rels", relations},
                                     {"word/media/image1.png", "PNG"}});
    const auto opened =
        open(file, "a.docx", folder_with({{"word/media/image1.png", {99, 99}}, {"word/media/image2.png", {99, 99}}}));
    CHECK(outline(opened) ==
          "paragraph 今天开门。\npicture 大门的照片\npicture 后门\npicture 网上的门\ncaption 箭头向右\n");
    CHECK(opened->article.pictures[0] == Picture{At::inside, "word/media/image1.png", 99, 99});
    CHECK(opened->article.pictures[2].at == At::elsewhere);
    CHECK(bytes_inside(std::as_bytes(std::span(file)), opened->article.pictures[0])->size() == 3);
    CHECK_FALSE(bytes_inside(std::as_bytes(std::span(file)), opened->article.pictures[1]));
}

TEST_CASE("a way with a space in it is a way, and what a machine calls a picture is no description") {
    const auto opened = open("# 大厅\n\n![大厅正门](图/大 厅.jpg)\n\n![IMG_20260601_093012](b.jpg)\n", "a.md");
    REQUIRE(opened);
    REQUIRE(opened->article.pictures.size() == 2);
    CHECK(opened->article.pictures[0].name == "图/大 厅.jpg");
    CHECK(outline(opened).find("picture 大厅正门\n") != std::string::npos);
    CHECK(outline(opened).find("IMG") == std::string::npos);
    for (const char32_t* const name :
         {U"微信图片_20260601093012", U"图片 1", U"屏幕截图 2026-06-01 093012", U"a picture containing text, indoor"})
        CHECK(description_in(name).empty());
    CHECK(utf8(description_in(U"图片里是大厅的正门")) == "图片里是大厅的正门");
}

}  // namespace tingdu::text
