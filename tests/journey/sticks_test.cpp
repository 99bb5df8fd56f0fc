// Sticks, plugged in by scripts that the program itself plays over a real library: each way that it can end.
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "kiosk/platform/store/store.h"
#include "kiosk/runtime/receiving.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"
#include "tests/support/voices.h"

namespace fs = std::filesystem;
using namespace tingdu;
using namespace tingdu::support;

namespace {

/// A hall with one article, and a stick.
class StickHall {
  public:
    StickHall() {
        put("old/大厅.txt", "大厅开放时间\n大厅周一到周五开放，周末休息，节假日请先打电话问一问。\n");
        put("stick/通知/01 停水.txt", "停水通知\n明天上午停水。\n");
        REQUIRE(run("import '" + at("old") + "' --library '" + library() + "'").status == 0);
    }

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories(fs::path(at(name)).parent_path());
        (void)scratch_.write(name, text);
    }
    [[nodiscard]] std::string at(const std::string& name) const { return scratch_.at(name); }
    [[nodiscard]] std::string library() const { return at("lib"); }
    [[nodiscard]] std::string list() const { return run("list --library '" + library() + "'").answer; }

    /// `{}` in the script stands for the folder that has the sticks.
    void play(std::string script, const std::string& content = {}) const {
        for (auto at_mark = script.find("{}"); at_mark != std::string::npos; at_mark = script.find("{}"))
            script.replace(at_mark, 2, at(""));
        const Ran ran = run("rehearse '" + scratch_.write("a.visit", script) + "' --out '" + at("out") + "' " +
                            (content.empty() ? "--library '" + library() + "'" : content));
        CHECK(ran.complaint == "");
        CHECK(ran.status == 0);
    }

  private:
    Scratch scratch_;
};

const std::string before = "最新消息\t大厅开放时间\n";
const std::string after = before + "通知\t停水通知\n";

}  // namespace

TEST_CASE("a stick comes in, leaves a receipt, and the same stick again has nothing new") {
    const StickHall hall;
    hall.put("stick/旧表.doc", "x");
    hall.play(R"(
stick {}/stick
wait quiet
expect says "U盘里有 1 篇新文章"
expect says "旧表.doc"
expect screen "收进来"
expect focus "收进来"
key select
wait quiet
expect says "现在可以拔出U盘"
expect screen "收好了，现在可以拔出U盘。"
unstick
wait 1s
expect screen "U盘已经拔出"
key select
wait 1s
stick {}/stick
wait quiet
expect says "没有新内容"
)");
    CHECK(hall.list() == after);
    const std::string receipt = contents(hall.at("stick/听读回执.txt"));
    CHECK(receipt.find("停水通知") != std::string::npos);
    CHECK(receipt.find("旧表.doc") != std::string::npos);
    CHECK(contents(hall.at("stick/听读回执.html")).find("<li><span>通知</span>停水通知</li>") != std::string::npos);
}

TEST_CASE("after the program has broken off beside a stick, the stick is there again at home") {
    const StickHall hall;
    hall.play(R"(
stick {}/stick
wait quiet
expect focus "收进来"
restart broken
wait quiet
expect says "要收文章，请按主页"
expect says "机器刚才停了一下，现在接着来。"
key home
wait quiet
expect screen "U盘里有 1 篇新文章"
key select
wait quiet
expect screen "收好了"
)");
    CHECK(hall.list() == after);
}

TEST_CASE("whoever listens hears their article to its end; the stick waits at home, where two switches take it in") {
    const StickHall hall;
    hall.play(R"(
key select
wait 1s
key select
wait 1s
key select
wait 2s
expect focus "暂停"
stick {}/stick
wait 3s
expect screen "要收文章，请按主页"
wait quiet
expect says "节假日请先打电话问一问"
expect screen "读完了"
key home
wait quiet
expect screen "U盘里有 1 篇新文章"
switch choose
wait quiet
expect screen "收好了"
)");
    CHECK(hall.list() == after);
}

TEST_CASE("a reading put right at the kiosk is heard, and stays in the library's own list") {
    const StickHall hall;
    hall.put("stick/通知/02 领取.txt", "领取通知\n这本书还我。\n");
    hall.put("stick/读音.txt", "# 我们的\n柳塘 = liu3 tang2\n");
    hall.play(R"(
stick {}/stick
wait quiet
expect focus "收进来"
key down
key select
wait quiet
expect says "也许念错了"
key select
wait quiet
expect screen "怎么念"
expect says "这本书还我"
key select
wait quiet
expect says "这本书还我"
expect says "就这样念"
key select
wait quiet
expect says "记下了"
key back
wait quiet
key select
wait quiet
expect screen "收好了"
)");
    tingdu::platform::Library library(hall.library());
    const auto bytes = library.read("读音.txt", 10'000, 10'000);
    REQUIRE(bytes);
    const std::string list(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    CHECK(list.find("柳塘 = liu3 tang2\n") != std::string::npos);
    CHECK(list.find("还") != std::string::npos);
    CHECK(contents(hall.at("stick/读音.txt")) == "# 我们的\n柳塘 = liu3 tang2\n");
    CHECK(contents(hall.at("stick/听读回执.txt")).find("改好的读音") != std::string::npos);
}

TEST_CASE("one choice goes back to the articles before the stick") {
    const StickHall hall;
    hall.play(R"(
stick {}/stick
wait quiet
tap "收进来"
wait quiet
tap "退回到刚才的文章"
wait quiet
expect says "又是原来的文章"
)");
    CHECK(hall.list() == before);
}

TEST_CASE("only what is on the stick is left, if that is chosen") {
    const StickHall hall;
    hall.play(R"(
stick {}/stick
wait quiet
tap "只留U盘里的，别的 1 篇拿走"
wait quiet
expect screen "收好了"
)");
    CHECK(hall.list() == "通知\t停水通知\n");
}

TEST_CASE("rubbish is explained, file by file, and changes nothing") {
    const StickHall hall;
    hall.put("rubbish/表.xls", "x");
    hall.put("rubbish/片.mp4", std::string(100, '\0'));
    hall.play(R"(
stick {}/rubbish
wait quiet
expect says "没有能读的文章"
tap "看看要留意的 2 处"
wait quiet
expect says "2 处请看一看"
key back
wait quiet
key select
wait quiet
expect screen "您好，我读给您听"
)");
    CHECK(hall.list() == before);
    CHECK_FALSE(fs::exists(hall.at("rubbish/听读回执.txt")));
}

TEST_CASE(
    "pulled before anybody has chosen, nothing has changed, and a sentence says so; plugged in anew, it is offered") {
    const StickHall hall;
    hall.play(R"(
stick {}/stick
wait 0.1s
unstick
wait quiet
expect says "什么都没有改动"
expect screen "原来的文章都在"
stick {}/stick
wait quiet
expect says "有 1 篇新文章"
expect focus "收进来"
unstick
wait quiet
expect says "什么都没有改动"
)");
    CHECK(hall.list() == before);
}

TEST_CASE("what was shown comes in, even when the stick has gone by then: it is read once") {
    const StickHall hall;
    hall.put("stick/通知/02 大门.md", "# 大门开了\n\n![大门](大门.jpg)\n");
    hall.put("stick/通知/大门.jpg", contents(fs::path(TINGDU_SOURCE_DIR) / "tests/door/pictures/plain.jpg"));
    hall.put("stick/空.txt", " ");
    runtime::StepWorker<runtime::ReceiveOrder, app::Message> receiver(runtime::receiving(
        {hall.library(), support::shipped_lexicon(), [](char32_t) { return true; }, support::languages()}));
    const Stick stick{7, hall.at("stick")};
    const auto outcome = [&]() -> app::Message {
        while (auto message = receiver.take())
            if (!std::holds_alternative<app::StickProgress>(*message)) return *message;
        return app::StickFailed{};
    };
    receiver.order(app::LookAtStick{stick});
    const auto looked = outcome();
    REQUIRE(std::holds_alternative<app::StickLookedAt>(looked));
    fs::rename(hall.at("stick"), hall.at("pulled"));
    hall.put("stick/别的.txt", "别的\n这是另一个U盘。\n");
    receiver.order(app::TakeStick{stick, library::Way::add, Date{2026, 10, 1}, {}});
    const auto message = outcome();
    const auto* taken = std::get_if<app::StickTaken>(&message);
    REQUIRE(taken);
    CHECK(taken->brought->fresh == 2);
    CHECK(taken->brought->refused == 1);
    CHECK(taken->brought->remark_count == std::get<app::StickLookedAt>(looked).brings->remark_count);
    CHECK(hall.list() == after + "通知\t大门开了\n");
    CHECK(platform::Library(hall.library()).read("通知/大门.jpg", 1U << 20U, 10));
    // Once taken it is looked at anew.
    receiver.order(app::TakeStick{stick, library::Way::add, Date{2026, 10, 1}, {}});
    CHECK(std::holds_alternative<app::StickTaken>(outcome()));
    CHECK(hall.list().find("别的") != std::string::npos);
}

TEST_CASE("a second stick waits until the first is done") {
    const StickHall hall;
    hall.put("second/通知/02 食堂.txt", "食堂开饭\n十一点开饭。\n");
    hall.play(R"(
stick {}/stick
wait quiet
stick {}/second
wait quiet
expect says "又插上了一个U盘"
expect focus "收进来"
key select
wait quiet
expect screen "收好了"
key select
wait quiet
expect screen "U盘里有 1 篇新文章"
key select
wait quiet
expect screen "收好了"
)");
    CHECK(hall.list() == after + "通知\t食堂开饭\n");
}

TEST_CASE("the first stick of all makes the library") {
    const StickHall hall;
    fs::remove(hall.library());
    fs::remove(hall.library() + ".kept");
    hall.play(R"(
expect screen "暂时没有文章可听"
stick {}/stick
wait quiet
key select
wait quiet
key select
wait quiet
expect screen "您好，我读给您听"
)");
    CHECK(hall.list() == "通知\t停水通知\n");
}

TEST_CASE("a kiosk that shows a folder says kindly that it takes no articles") {
    const StickHall hall;
    hall.play(R"(
stick {}/stick
wait quiet
expect says "这台机器现在不收文章"
key select
wait quiet
expect screen "您好，我读给您听"
)",
              "--content '" + hall.at("old") + "'");
}

TEST_CASE(
    "a character that is misread in an article of the library is put right in the staff's room, and is heard so") {
    const StickHall hall;
    hall.put("old/签字.txt", "签字\n字写错了，请找单女士签字，她在二楼。\n");
    REQUIRE(run("import '" + hall.at("old") + "' --library '" + hall.library() + "'").status == 0);
    hall.play(R"(
pin 258025
key staff
wait quiet
key 2
key 5
key 8
key 0
key 2
key 5
wait quiet
key select
wait quiet
key select
wait quiet
tap "签字"
wait quiet
tap "听听哪些字可能念错"
wait quiet
expect says "这些地方可能念错。"
expect says "第1项，请找单女士签字。"
expect screen "单 shàn"
key select
wait quiet
expect says "现在这样念：字写错了，请找单女士签字，她在二楼。第2种，简单的单"
key select
wait quiet
expect says "第4项，就这样念"
key select
wait quiet
expect says "记下了，从现在起就这样念。"
expect screen "单 dān"
key back
key back
key back
key back
wait quiet
tap "本地读音"
wait quiet
expect says "第1项，单女士"
expect screen "dān nǚ shì"
)");
}
