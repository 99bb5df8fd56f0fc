#include "kiosk/prepare/remark.h"

#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/text/open.h"
#include "tests/support/voices.h"

using namespace tingdu;
using prepare::Finding;
using prepare::gravity;
using prepare::InSentence;
using prepare::Remark;

namespace {

Remark about(Finding::Kind kind) {
    return {"a.txt", 1, InSentence{{kind, {0, 1}, {}, {}}, U"字", {}}};
}

}  // namespace

TEST_CASE("the worst stands first: what is left out, what is lost, pictures, what was mended, what may be misread") {
    const std::vector<Remark> falling = {
        {"a.pdf", 0, Error{Fault::kind_not_taken, "a.pdf", {}}},
        about(Finding::Kind::not_shown),
        {"读音.txt", 2, mandarin::Remark{}},
        {"b.txt", 0, prepare::SameTitle{U"停水", "a.txt", false}},
        {"a.txt", 0, text::Problem{text::Problem::Kind::picture_missing, 0, "a.png"}},
        {"a.txt", 3, text::Problem{text::Problem::Kind::broken_bytes, 3, {}}},
        about(Finding::Kind::polyphone),
        about(Finding::Kind::skipped),
    };
    for (std::size_t i = 1; i < falling.size(); ++i) CHECK(gravity(falling[i - 1]) < gravity(falling[i]));
    CHECK(gravity(about(Finding::Kind::not_shown)) == gravity(about(Finding::Kind::not_said)));
}

TEST_CASE("articles that are called the same are told of, and of those that are there the ones of the same subject") {
    prepare::Titles titles;
    titles.is_there("通知/去年.txt", U"放假");
    titles.is_there("生活/去年.txt", U"缴费");
    CHECK_FALSE(titles.meet("通知/1.txt", U"停水"));
    CHECK_FALSE(titles.meet("通知/1.txt", U"停水"));
    CHECK_FALSE(titles.meet("通知/2.txt", U"停电"));
    const auto same = titles.meet("生活/3.txt", U"停水");
    REQUIRE(same);
    CHECK(same->file == "生活/3.txt");
    CHECK(std::get<prepare::SameTitle>(same->what).other == "通知/1.txt");
    CHECK_FALSE(std::get<prepare::SameTitle>(same->what).is_there_before);
    const auto there = titles.meet("通知/今年.txt", U"放假");
    REQUIRE(there);
    CHECK(std::get<prepare::SameTitle>(there->what).other == "通知/去年.txt");
    CHECK(std::get<prepare::SameTitle>(there->what).is_there_before);
    CHECK_FALSE(titles.meet("通知/缴费.txt", U"缴费"));
}

TEST_CASE("what is doubtful comes with its sentence, and with the line of its file") {
    const std::string bytes = "通知\n\n大家好。找单女士签字。明天见。\n";
    const auto opened = text::open_article(std::as_bytes(std::span(bytes)), "a.txt");
    REQUIRE(opened);
    const auto remarks = prepare::look_over("通知/a.txt", from_utf8(bytes), *opened, support::shipped_lexicon(),
                                            [](char32_t) { return true; });
    REQUIRE(remarks.size() == 1);
    CHECK(remarks.front().file == "通知/a.txt");
    CHECK(remarks.front().line == 3);
    const auto& doubtful = std::get<InSentence>(remarks.front().what);
    CHECK(doubtful.sentence == U"找单女士签字。");
    CHECK(doubtful.finding.shown == TextRange{1, 2});
}
