// Libraries as staff meet them: what an import prints, takes and leaves, and what a kill in the middle of one does.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/store/store.h"
#include "tests/support/program.h"

using namespace tingdu::support;
namespace fs = std::filesystem;

namespace {

/// A stick, and a library beside it.
class Hall {
  public:
    Hall() { fs::create_directories(scratch_.at("stick")); }

    void put(const std::string& name, const std::string& bytes) const {
        fs::create_directories(fs::path(on_stick(name)).parent_path());
        std::ofstream(on_stick(name), std::ios::binary) << bytes;
    }
    void remove(const std::string& name) const { fs::remove_all(on_stick(name)); }
    [[nodiscard]] std::string on_stick(const std::string& name) const { return scratch_.at("stick/" + name); }
    [[nodiscard]] std::string library() const { return scratch_.at("馆.db"); }

    [[nodiscard]] Ran import(const std::string& further = {}) const {
        return run("import '" + scratch_.at("stick") + "' --library '" + library() + "' " + further);
    }
    [[nodiscard]] Ran rollback() const { return run("rollback --library '" + library() + "'"); }
    [[nodiscard]] std::string list() const { return run("list --library '" + library() + "'").answer; }
    [[nodiscard]] std::optional<std::string> in_library(const std::string& name) const {
        const auto bytes = tingdu::platform::Library(library()).read(name, 1U << 20U, 1U << 20U);
        if (!bytes) return std::nullopt;
        return std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(scratch_.at("")), {}));
    }

  private:
    Scratch scratch_;
};

bool says(const Ran& ran, const std::string& what) {
    return ran.answer.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("an import prints what came in, adds, replaces by folder and name, and says when there is nothing new") {
    const Hall hall;
    hall.put("02 通知/停水.txt", "停水通知\n明天停水。\n");
    hall.put("开门.txt", "开门时间\n九点开门。\n");
    const Ran first = hall.import();
    CHECK(first.status == 0);
    CHECK(first.answer == "最新消息\t开门时间\n通知\t停水通知\n文章换好了，新增 2 篇。\n");
    CHECK(first.complaint.empty());
    CHECK(hall.list() == "最新消息\t开门时间\n通知\t停水通知\n");

    CHECK(hall.import().answer == "没有新内容。\n");
    CHECK(hall.files() == 4);  // the stick, the library, what is kept of it, its lock

    hall.remove("开门.txt");
    hall.put("02 通知/停水.txt", "来水通知\n今天来水。\n");
    hall.put("03 生活/食堂.txt", "食堂\n十一点开饭。\n");
    const Ran second = hall.import();
    CHECK(second.answer == "通知\t来水通知\n生活\t食堂\n文章换好了，新增 1 篇，更新 1 篇。\n");
    CHECK(hall.list() == "最新消息\t开门时间\n通知\t来水通知\n生活\t食堂\n");

    CHECK(says(hall.import("--replace"), "拿走 1 篇"));
    CHECK(hall.list() == "通知\t来水通知\n生活\t食堂\n");

    CHECK(hall.rollback().status == 0);
    CHECK(hall.list() == "最新消息\t开门时间\n通知\t来水通知\n生活\t食堂\n");
    CHECK(hall.rollback().status == 0);
    CHECK(hall.list() == "最新消息\t开门时间\n通知\t停水通知\n");
    const Ran no_further = hall.rollback();
    CHECK(no_further.status == 1);
    CHECK(std::count(no_further.complaint.begin(), no_further.complaint.end(), '\n') == 1);
}

TEST_CASE("what cannot be read is named, a line each, and the rest comes in") {
    const Hall hall;
    hall.put("好.txt", "今天开门。\n");
    hall.put("旧.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x");
    hall.put("表.pdf", "%PDF-1.4");
    hall.put("空.txt", " \n");
    hall.put("~$好.docx", "lock");
    hall.put("System Volume Information/x.txt", "not for people");
    hall.put("一/二/三/四/五/六/七/八/九/深.txt", "太深了。");
    REQUIRE(::symlink("/etc/passwd", hall.on_stick("密码.txt").c_str()) == 0);
    REQUIRE(::symlink("/etc", hall.on_stick("外面").c_str()) == 0);
    REQUIRE(::mkfifo(hall.on_stick("管子.txt").c_str(), 0600) == 0);
    hall.put("大.txt", "x");
    fs::resize_file(hall.on_stick("大.txt"), 200U << 20U);
    const Ran ran = hall.import();
    INFO(ran.answer);
    CHECK(ran.status == 0);
    CHECK(hall.list() == "最新消息\t好\n");
    for (const char* named : {"旧.doc: ", "表.pdf: ", "空.txt: ", "一/二/三/四/五/六/七/八/九: ", "密码.txt: ",
                              "外面: ", "管子.txt: ", "大.txt: "})
        CHECK(says(ran, named));
    CHECK_FALSE(says(ran, "~$"));
    CHECK_FALSE(says(ran, "Volume"));
    CHECK(std::count(ran.answer.begin(), ran.answer.end(), '\n') == 8 + 2);
}

TEST_CASE("a stick without anything to read is refused, and what was there before is still there") {
    const Hall hall;
    CHECK(hall.import().status == 1);
    CHECK(hall.list().empty());
    hall.put("好.txt", "今天开门。\n");
    REQUIRE(hall.import().status == 0);
    hall.put("好.txt", "");
    hall.put("x.pdf", "%PDF-1.4");
    const Ran ran = hall.import("--replace");
    CHECK(ran.status == 1);
    CHECK(says(ran, "x.pdf: "));
    CHECK(std::count(ran.complaint.begin(), ran.complaint.end(), '\n') == 1);
    CHECK(hall.list() == "最新消息\t好\n");
    CHECK(run("import /nowhere --library '" + hall.library() + "'").status == 1);
    CHECK(run("list --library '" + hall.on_stick("none") + "'").status == 1);
    CHECK(run("import '" + hall.on_stick("") + "' --library '" + hall.on_stick("x.pdf") + "'").status == 1);
}

TEST_CASE("pictures come in that articles ask for, also when the article itself has been there before") {
    const Hall hall;
    const std::string photo = contents(fs::path(TINGDU_SOURCE_DIR) / "tests/door/pictures/plain.jpg");
    const std::string article = "# 大厅\n\n今天开门。\n\n![大门](图/大门.JPG \"大门\")\n";
    hall.put("大厅.md", article);
    hall.put("旅游.jpg", photo);
    CHECK(says(hall.import(), "图/大门.JPG"));
    CHECK(hall.import().answer.find("没有新内容。\n") != std::string::npos);
    hall.put("图/大门.jpg", photo);
    CHECK(says(hall.import(), "没有变化 1 篇"));
    CHECK(hall.in_library("图/大门.JPG") == photo);
    CHECK_FALSE(hall.in_library("旅游.jpg"));
    const std::string again = hall.import().answer;
    CHECK(again.starts_with("旅游.jpg: "));  // nobody would see it
    CHECK(again.ends_with("没有新内容。\n"));
    hall.put("图/大门.jpg", photo + "x");
    CHECK(says(hall.import(), "没有变化 1 篇"));
    CHECK(hall.in_library("图/大门.JPG") == photo + "x");
}

TEST_CASE("names in GBK come in as people read them, and the place's readings with them") {
    const Hall hall;
    hall.put("\xCD\xA8\xD6\xAA/\xCD\xA3\xCB\xAE.txt", "\xC3\xF7\xCC\xEC\xCD\xA3\xCB\xAE\xA1\xA3\n");
    hall.put("读音.txt", "银行 = yin2 xing2\n");
    CHECK(hall.import().status == 0);
    CHECK(hall.list() == "通知\t停水\n");
    CHECK(hall.in_library("读音.txt") == "银行 = yin2 xing2\n");
    hall.remove("\xCD\xA8\xD6\xAA");
    hall.put("读音.txt", "银行 = yin2 hang2\n");
    CHECK(hall.import().status == 0);
    CHECK(hall.list() == "通知\t停水\n");
}

TEST_CASE("a library on the very stick that comes into it does not take in itself") {
    const Hall hall;
    hall.put("好.txt", "今天开门。\n");
    const std::string import = "import '" + hall.on_stick("") + "' --library '" + hall.on_stick("lib") + "'";
    CHECK(run(import).status == 0);
    CHECK(run(import).answer == "没有新内容。\n");
}

TEST_CASE("a signed pack comes in once, a newer one takes its place, and whatever is doubtful of it is refused") {
    const Hall hall;
    const Scratch desk;
    for (const std::string name : {"a", "b"})
        REQUIRE(std::system(("minisign -G -W -p '" + desk.at(name + ".pub") + "' -s '" + desk.at(name + ".key") +
                             "' >/dev/null 2>&1")
                                .c_str()) == 0);
    fs::create_directories(desk.at("keys/revoked"));
    fs::copy(desk.at("a.pub"), desk.at("keys/柳塘街道.pub"));
    const auto pack = [&](const std::string& number, const std::string& key) {
        const Ran ran = run("pack '" + hall.on_stick("") + "' -o '" + desk.at(number + ".tdpack") +
                            "' --name 柳塘街道 --from 柳塘街道办事处 --issued 2026-09-12 --number " + number +
                            " --sign '" + desk.at(key + ".key") + "'");
        CHECK(ran.status == 0);
        CHECK(ran.complaint.empty());
    };
    const auto import = [&](const std::string& number, const std::string& further = "") {
        return run("import '" + desk.at(number + ".tdpack") + "' --library '" + hall.library() + "' --keys '" +
                   desk.at("keys") + "' " + further);
    };
    const auto refused = [&](const Ran& ran, const std::string& why) {
        CHECK(ran.status == 1);
        CHECK(ran.complaint.find(why) != std::string::npos);
    };
    hall.put("通知/1 停水.txt", "停水通知\n明天停水。\n");
    hall.put("通知/2 体检.txt", "体检通知\n后天体检。\n");
    pack("1", "a");
    hall.remove("通知/1 停水.txt");
    hall.put("通知/3 来水.txt", "来水通知\n今天来水。\n");
    pack("2", "a");
    pack("3", "b");

    CHECK(run("pack --check '" + desk.at("1.tdpack") + "' --key '" + desk.at("a.pub") + "'").status == 0);
    CHECK(std::system(("minisign -V -q -p '" + desk.at("a.pub") + "' -m '" + desk.at("1.tdpack") + "'").c_str()) == 0);
    refused(import("3"), "trusted");
    CHECK(import("1").status == 0);
    hall.remove("通知");
    hall.put("通知/5 食堂.txt", "食堂\n十一点开饭。\n");
    CHECK(hall.import().status == 0);  // staff bring another to the same subject
    CHECK(hall.list() == "通知\t停水通知\n通知\t体检通知\n通知\t食堂\n");
    refused(import("1"), "newer");
    CHECK(import("2").answer == "通知\t来水通知\n文章换好了，新增 1 篇，没有变化 1 篇，拿走 1 篇。\n");
    CHECK(hall.list() == "通知\t体检通知\n通知\t来水通知\n通知\t食堂\n");
    refused(import("1"), "newer");
    CHECK(import("1", "--older").status == 0);
    CHECK(hall.list() == "通知\t停水通知\n通知\t体检通知\n通知\t食堂\n");

    const std::string visit =
        desk.write("visit",
                   "key select\nwait 1s\nkey select\nwait quiet\n"
                   "expect says \"来自柳塘街道办事处，2026年9月12日发布，已核验。另有1处来源。\"\n"
                   "expect screen \"来自柳塘街道办事处，2026 年 9 月 12 日发布，已核验。另有 1 处来源。\"\n");
    const Ran played =
        run("rehearse '" + visit + "' --library '" + hall.library() + "' --out '" + desk.at("out") + "'");
    CAPTURE(played.complaint);
    CHECK(played.status == 0);

    // On a stick it comes in without the PIN that everything else wants, and an older one with it.
    fs::create_directories(desk.at("stick"));
    const auto on_stick = [&](const std::string& number) {
        fs::remove_all(desk.at("stick"));
        fs::create_directories(desk.at("stick"));
        for (const std::string ending : {".tdpack", ".tdpack.minisig"})
            fs::copy(desk.at(number + ending), desk.at("stick/" + number + ending));
    };
    const std::string config = desk.write("hall.toml", "[staff]\nkeys = \"" + desk.at("keys") + "\"\n");
    const auto plays = [&](const std::string& steps) {
        const std::string script =
            desk.write("clerk", "pin 258025\nstick " + desk.at("stick") + "\nwait quiet\n" + steps);
        const Ran ran = run("rehearse '" + script + "' --config '" + config + "' --library '" + hall.library() +
                            "' --out '" + desk.at("out") + "'");
        CAPTURE(ran.complaint);
        CHECK(ran.status == 0);
    };
    on_stick("2");
    plays(
        "expect screen \"来自柳塘街道办事处，2026 年 9 月 12 日发布，已核验。\"\n"
        "expect says \"来自柳塘街道办事处\"\nkey select\nwait quiet\nexpect says \"收好了\"\n");
    CHECK(hall.list() == "通知\t体检通知\n通知\t来水通知\n通知\t食堂\n");
    on_stick("1");
    plays(
        "expect says \"不比已经收下的新\"\ntap \"旧的也收\"\nwait quiet\nexpect says \"请输六位密码\"\n"
        "key 2\nkey 5\nkey 8\nkey 0\nkey 2\nkey 5\nwait quiet\nexpect says \"来自柳塘街道办事处\"\n"
        "key select\nwait quiet\nexpect says \"收好了\"\n");
    CHECK(hall.list() == "通知\t停水通知\n通知\t体检通知\n通知\t食堂\n");
    on_stick("3");
    plays("expect says \"没有收\"\n");
    on_stick("2");
    fs::copy(desk.at("3.tdpack"), desk.at("stick/3.tdpack"));
    plays("expect says \"好几个内容包\"\n");
    fs::remove_all(desk.at("stick"));
    fs::create_directories(desk.at("stick"));
    fs::copy(desk.at("2.tdpack"), desk.at("stick/2.tdpack"));
    plays("expect says \"没有签名\"\n");
    CHECK(hall.list() == "通知\t停水通知\n通知\t体检通知\n通知\t食堂\n");

    // An inbox takes what is new, once, and says why it does not take the rest; two kiosks may share one.
    fs::create_directories(desk.at("inbox"));
    for (const std::string number : {"1", "2", "3"})
        for (const std::string ending : {".tdpack", ".tdpack.minisig"})
            fs::copy(desk.at(number + ending), desk.at("inbox/" + number + ending));
    const auto inbox = [&](const std::string& library) {
        return run("inbox '" + desk.at("inbox") + "' --library '" + library + "' --keys '" + desk.at("keys") + "'");
    };
    for (const std::string& library : {hall.library(), desk.at("second/library")}) {
        fs::create_directories(fs::path(library).parent_path());
        const Ran looked = inbox(library);
        refused(looked, "trusted");
        CHECK(looked.answer.find("2.tdpack\t") != std::string::npos);
        CHECK(inbox(library).answer.empty());
    }
    CHECK(hall.list() == "通知\t体检通知\n通知\t来水通知\n通知\t食堂\n");
    CHECK(run("list --library '" + desk.at("second/library") + "'").answer == "通知\t体检通知\n通知\t来水通知\n");
    CHECK(std::distance(fs::directory_iterator(desk.at("inbox")), {}) == 6);

    std::string bytes = contents(desk.at("2.tdpack"));
    bytes[bytes.size() / 2] ^= 1;
    (void)desk.write("4.tdpack", bytes);
    refused(import("4"), "signature");  // none lies beside it
    fs::copy(desk.at("2.tdpack.minisig"), desk.at("4.tdpack.minisig"));
    refused(import("4"), "signature");
    fs::copy(desk.at("a.pub"), desk.at("keys/revoked/a.pub"));
    refused(import("2"), "trusted no longer");
    CHECK(hall.list() == "通知\t体检通知\n通知\t来水通知\n通知\t食堂\n");
    CHECK(hall.files() == 4);  // nothing has been left lying about
}

TEST_CASE("a visit is played over an imported library") {
    const Hall hall;
    hall.put("通知/停水.txt", "停水通知\n明天停水。\n");
    REQUIRE(hall.import().status == 0);
    const Scratch scratch;
    const std::string script = scratch.write("a.visit",
                                             "key select\nwait quiet\nexpect screen \"通知\"\nkey select\n"
                                             "wait quiet\nkey select\nwait quiet\nexpect says \"明天停水\"\n");
    const Ran ran =
        run("rehearse '" + script + "' --out '" + scratch.at("out") + "' --library '" + hall.library() + "'");
    CHECK(ran.complaint.empty());
    CHECK(ran.status == 0);
    CHECK(run("rehearse '" + script + "' --out '" + scratch.at("out") + "' --library '" + scratch.at("no") + "'")
              .status == 1);
}

/// Two sticks with the same names on them, and a library that has what is on the one or on the other.
class TwoGenerations {
  public:
    TwoGenerations() {
        for (const std::string what : {"开门", "关门"}) {
            fs::create_directories(stick(what) + "/通知");
            for (int i = 0; i < articles; ++i)
                std::ofstream(stick(what) + "/" + name(i)) << what << i << "\n今天" << what << "。\n";
        }
    }

    [[nodiscard]] static std::string other(const std::string& what) { return what == "开门" ? "关门" : "开门"; }
    [[nodiscard]] std::string stick(const std::string& what) const { return scratch_.at(what); }
    [[nodiscard]] std::string library() const { return scratch_.at("馆.db"); }
    [[nodiscard]] Ran import(const std::string& what) const {
        return run("import '" + stick(what) + "' --library '" + library() + "'");
    }
    void kill_import(const std::string& what, std::chrono::nanoseconds after) const {
        const pid_t child = ::fork();
        if (child == 0) {
            const int nowhere = ::open("/dev/null", O_WRONLY);
            ::dup2(nowhere, STDOUT_FILENO);
            ::execl(TINGDU_PROGRAM, TINGDU_PROGRAM, "import", stick(what).c_str(), "--library", library().c_str(),
                    nullptr);
            ::_exit(127);
        }
        std::this_thread::sleep_for(after);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }

    /// Which of the two is there, after it has been made sure that nothing of the other is.
    [[nodiscard]] std::string now() const {
        const std::string list = run("list --library '" + library() + "'").answer;
        const std::string what = list.find("开门") == std::string::npos ? "关门" : "开门";
        CHECK(std::count(list.begin(), list.end(), '\n') == articles);
        CHECK(list.find(other(what)) == std::string::npos);
        tingdu::platform::Library there(library());
        int of_it = 0;
        for (int i = 0; i < articles; ++i) {
            const auto bytes = there.read(name(i), 1'000, 1'000);
            const std::string begins = what + std::to_string(i) + "\n";
            if (bytes && std::ranges::equal(std::as_bytes(std::span(begins)), std::span(*bytes).first(begins.size())))
                ++of_it;
        }
        CHECK(of_it == articles);
        return what;
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(scratch_.at("")), {}));
    }

  private:
    static constexpr int articles = 300;
    [[nodiscard]] static std::string name(int i) { return "通知/" + std::to_string(i) + ".txt"; }
    Scratch scratch_;
};

TEST_CASE("an import killed at any moment leaves the old library or the new, whole") {
    const char* wanted = std::getenv("TINGDU_KILLS");
    const int kills = wanted ? std::atoi(wanted) : 30;
    const TwoGenerations hall;
    REQUIRE(hall.import("开门").status == 0);
    const auto began = std::chrono::steady_clock::now();
    REQUIRE(hall.import("关门").status == 0);
    std::chrono::duration<double> longest = (std::chrono::steady_clock::now() - began) * 1.5;
    std::mt19937 dice(1);
    std::string now = "关门";
    int came_through = 0;
    for (int i = 0; i < kills; ++i) {
        CAPTURE(i);
        const auto after = longest * std::uniform_real_distribution<>(0, 1)(dice);
        hall.kill_import(TwoGenerations::other(now), std::chrono::duration_cast<std::chrono::nanoseconds>(after));
        const std::string then = hall.now();
        if (then != now) ++came_through;
        longest *= then != now ? 0.95 : 1.05;  // as fast as the machine is just now, about half come through
        now = then;
    }
    MESSAGE(kills << " kills, after " << came_through << " of which the new library was there");
    REQUIRE(hall.import(TwoGenerations::other(now)).status == 0);
    CHECK(hall.now() == TwoGenerations::other(now));
    CHECK(hall.files() == 2 + 3);  // the sticks, the library, what is kept of it, its lock
}

TEST_CASE("a damaged library is mended from what was kept, which is told, and no article is missing") {
    const Hall hall;
    hall.put("通知/停水.txt", "停水通知\n明天停水。\n");
    REQUIRE(hall.import().status == 0);
    fs::resize_file(hall.library(), 5'000);
    const Ran first = run("list --library '" + hall.library() + "'");
    CHECK(first.answer == "通知\t停水通知\n");
    CHECK(first.complaint.find("馆.db") != std::string::npos);
    CHECK(run("list --library '" + hall.library() + "'").complaint.empty());
    fs::remove(hall.library());
    hall.put("开门.txt", "开门时间\n九点开门。\n");
    CHECK(hall.import().status == 0);
    CHECK(hall.list() == "最新消息\t开门时间\n通知\t停水通知\n");
    std::ofstream(hall.library(), std::ios::trunc) << "x";
    CHECK(hall.rollback().status == 0);
    CHECK(hall.list() == "通知\t停水通知\n");
}
