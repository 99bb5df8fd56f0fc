#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/wording/languages.h"
#include "kiosk/wording/sentences.h"
#include "tests/support/languages.h"

using namespace tingdu;
using namespace tingdu::wording;

namespace {

/// The English file with one piece of it written otherwise.
std::string english_with(const std::string& piece, const std::string& other) {
    std::string file = support::language_file("en");
    const auto at = file.find(piece);
    REQUIRE(at != std::string::npos);
    return file.replace(at, piece.size(), other);
}

std::string complaint(const std::string& file) {
    const auto wording = Wording::read(file, "xx");
    REQUIRE_FALSE(wording);
    CHECK(wording.error().fault == Fault::bad_language);
    CHECK(wording.error().subject == "xx.toml");
    return wording.error().detail;
}

Wording third(const std::string& voice, int order) {
    std::string file = english_with("name = \"English\"", "name = \"Français\"");
    file.replace(file.find("\"english\""), 9, '"' + voice + '"');
    file.replace(file.find("order = 2"), 9, "order = " + std::to_string(order));
    return Wording::read(file, "fr").value();
}

}  // namespace

TEST_CASE("the shipped languages are whole") {
    for (const char* code : {"zh", "en"}) {
        const auto wording = Wording::read(support::language_file(code), code);
        INFO((wording ? std::string() : wording.error().detail));
        CHECK(wording);
    }
    CHECK(support::chinese().name() == U"中文");
    CHECK(support::chinese()[Phrase::home] == U"主页");
    CHECK(support::english()[Phrase::home] == U"Home");
}

TEST_CASE("a phrase is said with its slots filled, and a count chooses its words") {
    CHECK(support::chinese().say(Phrase::articles_count, {{"count", 3}}) == U"3 篇");
    CHECK(support::english().say(Phrase::articles_count, {{"count", 1}}) == U"1 article");
    CHECK(support::english().say(Phrase::articles_count, {{"count", 20}}) == U"20 articles");
    CHECK(support::english().say(Phrase::date_of_day, {{"year", U"2026"}, {"month", U"9"}, {"day", U"1"}}) ==
          U"1 September 2026");
    // What fills a slot is text, whatever stands in it.
    CHECK(support::chinese().say(Phrase::next_article, {{"title", U"{title} 'x' #1 𠮷"}}) ==
          U"下一篇：{title} 'x' #1 𠮷");
}

TEST_CASE("a language file that is not whole is refused with all that is wrong in it") {
    CHECK(complaint(english_with("home = \"Home\"", "")) == "actions.home is missing");
    CHECK(complaint(english_with("home = \"Home\"", "home = \"\"")) == "actions.home is missing");
    CHECK(complaint(english_with("home = \"Home\"", "home = 7")) == "actions.home is missing");
    CHECK(complaint(english_with("home = \"Home\"", "home = \"Home\"\nhouse = \"House\""))
              .ends_with(": actions.house is not known"));
    CHECK(complaint(english_with("home = \"Home\"", "home = \"Home {x}\"")).ends_with("actions.home has no slots"));
    CHECK(complaint(english_with("Next: {title}\"", "Next: {titel}\"")).ends_with("has the slots {title}"));
    CHECK(complaint(english_with("Next: {title}\"", "Next: {title\"")).ends_with("has a brace that does not close"));
    CHECK(complaint(english_with("{count, plural, one {# subject} other", "{count, plural, one {# subject} few"))
              .ends_with("has a brace that does not close"));
    CHECK(complaint(english_with("voice = \"english\"", "")) == "voice is missing");
    CHECK(complaint(english_with("home = \"Home\"", "home = ")).starts_with("line "));
    CHECK(complaint("").ends_with("more"));
}

TEST_CASE("languages stand in their order, and a third one takes no code") {
    std::vector<Wording> all;
    all.push_back(third("fr", 3));
    for (const char* code : {"en", "zh"}) all.push_back(Wording::read(support::language_file(code), code).value());
    const Languages languages(std::move(all));
    REQUIRE(languages.count() == 3);
    CHECK(languages[0].code() == "zh");
    CHECK(languages[2].name() == U"Français");
    CHECK(languages.spoken(0) == Language::mandarin);
    CHECK(languages.spoken(1) == Language::english);
    CHECK(languages.spoken(2) == Language{2});
    CHECK(languages.further_voices() == std::vector<std::string>{"fr"});
    CHECK(languages.code_of(Language{2}) == "fr");
    CHECK(languages.of_locale("zh_CN.UTF-8").code() == "zh");
    CHECK(languages.of_locale("fr").code() == "fr");
    CHECK(languages.of_locale("C").code() == "en");
}

TEST_CASE("every fault has a sentence in every language that names its subject and ends like one") {
    for (int fault = 0; fault <= static_cast<int>(Fault::older_pack); ++fault) {
        const Error error{static_cast<Fault>(fault), "名字.txt", "只能这样"};
        const std::string chinese = sentence(error, support::chinese());
        const std::string english = sentence(error, support::english());
        // Of a file of another kind than its name says, that kind is what it is about.
        const bool is_about_kind = error.fault == Fault::kind_not_taken || error.fault == Fault::binary;
        CHECK(
            (is_about_kind ? chinese.find("其实是 只能这样") != std::string::npos : chinese.ends_with("：只能这样。")));
        CHECK(
            (is_about_kind ? english.find("really 只能这样") != std::string::npos : english.ends_with(": 只能这样.")));
        CHECK(chinese.find("{") == std::string::npos);
        const Error bare{static_cast<Fault>(fault), "名字.txt", {}};
        CHECK(sentence(bare, support::chinese()).ends_with("。"));
        CHECK(sentence(bare, support::english()).ends_with("."));
        if (error.fault == Fault::missing) CHECK(english.find("名字.txt") != std::string::npos);
    }
    CHECK(sentence({Fault::empty, "a.txt", {}}, support::chinese()) == "“a.txt”里没有可以读的文字。");
    CHECK(sentence({Fault::empty, "a.html", {}}, support::chinese()).find("浏览器") != std::string::npos);
    CHECK(sentence({Fault::kind_not_taken, "a.pdf", "pdf"}, support::chinese()).find("Word") != std::string::npos);
    // A film under another film's name is a film, and no document can be made of it.
    for (const auto& [name, kind] : {std::pair{"a.JPEG", "jpg"}, {"a.mov", "mp4"}, {"a.jpg", "png"}, {"a.dll", "exe"}})
        CHECK(sentence({Fault::kind_not_taken, name, kind}, support::chinese()).find("其实") == std::string::npos);
}
