#include "kiosk/library/intake.h"

#include <doctest/doctest.h>

#include "kiosk/library/catalogue.h"

using namespace tingdu;
using namespace tingdu::library;

namespace {

std::vector<Offer> offers(const std::vector<std::string>& names) {
    std::vector<Offer> all;
    for (const std::string& name : names) all.push_back({name, name, 1});
    return all;
}

std::vector<std::string> names(const std::vector<Arrival>& arrivals) {
    std::vector<std::string> all;
    for (const Arrival& one : arrivals) all.push_back(one.name);
    return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a stick adds: the same folder and file name replaces, nothing else goes") {
    const Intake intake = plan_intake(offers({"水.txt", "通知/门.txt"}), {"通知/门.txt", "通知/窗.txt"}, Way::add);
    CHECK(names(intake.articles) == Names{"水.txt", "通知/门.txt"});
    CHECK_FALSE(intake.articles[0].replaces);
    CHECK(intake.articles[1].replaces == "通知/门.txt");
    CHECK(intake.staying == Names{"通知/窗.txt"});
    CHECK(intake.going.empty());
}

TEST_CASE("only what is on the stick is left where that is wanted, with the place's own readings") {
    const Intake intake = plan_intake(offers({"水.txt"}), {"水.txt", "门.txt", "读音.txt"}, Way::replace);
    CHECK(intake.going == Names{"门.txt"});
    CHECK(intake.staying == Names{"读音.txt"});
}

TEST_CASE("names that differ in capitals or in how an accent is written are the same, as the library writes them") {
    const Intake intake =
        plan_intake(offers({"News/CAFE\xCC\x81.TXT", "news/new.txt"}), {"news/caf\xC3\xA9.txt"}, Way::add);
    REQUIRE(intake.articles.size() == 2);
    CHECK(intake.articles[0].name == "news/caf\xC3\xA9.txt");
    CHECK(intake.articles[0].replaces == "news/caf\xC3\xA9.txt");
    CHECK(intake.articles[1].name == "news/new.txt");
    const Intake twins = plan_intake(offers({"A.TXT", "a.txt"}), {}, Way::add);
    CHECK(names(twins.articles) == Names{"A.TXT"});
    REQUIRE(twins.left_out.size() == 1);
    CHECK(twins.left_out[0].name == "a.txt");
    CHECK(twins.left_out[0].fault == Fault::same_name);
}

TEST_CASE("a file cannot have the name of a folder, nor a folder that of a file") {
    CHECK(plan_intake(offers({"门.txt/内.txt"}), {"门.txt"}, Way::add).left_out.size() == 1);
    CHECK(plan_intake(offers({"门.txt"}), {"门.txt/内.txt"}, Way::add).left_out.size() == 1);
}

TEST_CASE("what systems leave behind is passed over, and so are the parts of a saved page but its pictures") {
    const Intake intake = plan_intake(
        offers({".DS_Store", "~$门.docx", "THUMBS.DB", "System Volume Information/x.txt", "$RECYCLE.BIN/y.txt",
                ".Trash-1000/files/z.txt", "页.htm", "页_files/a.js", "页_files/广告.html", "页_files/图.png", "表.xls",
                "散_files/文.txt", "3 说明.html", "说明.files/b.js", "说明.files/标.png"}),
        {}, Way::add);
    CHECK(names(intake.articles) == Names{"3 说明.html", "散_files/文.txt", "页.htm"});
    CHECK(names(intake.pictures) == Names{"说明.files/标.png", "页_files/图.png"});
    CHECK(intake.pictures[0].of_saved_page);
    REQUIRE(intake.strange.size() == 1);
    CHECK(intake.strange[0].name == "表.xls");
    CHECK(intake.left_out.empty());
}

TEST_CASE("the list of readings counts in the root only") {
    const Intake intake = plan_intake(offers({"读音.txt", "通知/读音.txt"}), {"读音.txt"}, Way::add);
    REQUIRE(intake.readings);
    CHECK(intake.readings->replaces == "读音.txt");
    CHECK(intake.articles.empty());
}

TEST_CASE("a name that no disk can bear is named") {
    const Intake intake =
        plan_intake(offers({std::string(252, 'x') + ".txt", std::string(251, 'y') + ".txt"}), {}, Way::add);
    REQUIRE(intake.left_out.size() == 1);
    CHECK(intake.left_out[0].fault == Fault::long_name);
    CHECK(intake.articles.size() == 1);
}

TEST_CASE("a path in the root belongs to the newest, others to their first folder without its number") {
    CHECK(subject_of("水.txt") == newest);
    CHECK(subject_of("02 通知/下/门.txt") == U"通知");
}

TEST_CASE("names are compared without their capitals, however their accents are written, and Hanzi as they are") {
    CHECK(key_of("通知/A 座.TXT") == "通知/a 座.txt");
    CHECK(key_of("\u00C9cole.txt") == key_of("e\u0301COLE.TXT"));
    CHECK(key_of("通知/\uFF21.txt") == key_of("通知/\uFF41.TXT"));
    CHECK(key_of("停水") != key_of("停电"));
    CHECK(key_of("\xE4\xB8") == key_of("\xE4\xB8"));
}
