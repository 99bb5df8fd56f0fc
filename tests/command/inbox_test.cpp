// An inbox: what others put there comes in, into every kiosk that shares it, and what a pack would settle waits.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using namespace tingdu::support;

namespace {

/// Who makes packs, and what believes them.
class Office {
  public:
    Office() {
        REQUIRE(std::system(
                    ("minisign -G -W -p '" + at("a.pub") + "' -s '" + at("a.key") + "' >/dev/null 2>&1").c_str()) == 0);
        for (const auto* folder : {"keys", "inbox", "desk/通知"}) fs::create_directories(at(folder));
        fs::copy(at("a.pub"), at("keys/a.pub"));
        put("通知/停水.txt", "停水通知\n明天上午停水。\n");
    }

    void put(const std::string& name, const std::string& text) const { (void)scratch_.write("desk/" + name, text); }
    void send(int number) const {
        const std::string name = std::to_string(number) + ".tdpack";
        REQUIRE(run("pack '" + at("desk") + "' -o '" + at(name) + "' --name 街道 --from 柳塘街道 --number " +
                    std::to_string(number) + " --sign '" + at("a.key") + "'")
                    .status == 0);
        for (const std::string& file : {name, name + ".minisig"}) fs::copy(at(file), at("inbox/" + file));
    }
    [[nodiscard]] std::string at(const std::string& name) const { return scratch_.at(name); }

  private:
    Scratch scratch_;
};

/// A kiosk that runs, for nobody's eyes and ears.
class Kiosk {
  public:
    Kiosk(const Office& office, const std::string& name) : library_(office.at(name + "/library")) {
        fs::create_directories(office.at(name));
        std::ofstream(office.at(name + "/tingdu.toml"))
            << "[staff]\ninbox = \"" << office.at("inbox") << "\"\nkeys = \"" << office.at("keys") << "\"\n";
        const std::string config = office.at(name + "/tingdu.toml");
        process_ = ::fork();
        if (process_ != 0) return;
        const int nowhere = ::open("/dev/null", O_WRONLY);
        for (const int out : {STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, out);
        ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
        ::setenv("XDG_STATE_HOME", office.at(name).c_str(), 1);
        ::execl(TINGDU_PROGRAM, TINGDU_PROGRAM, "run", "--config", config.c_str(), "--library", library_.c_str(),
                nullptr);
        ::_exit(127);
    }
    ~Kiosk() { ::kill(process_, SIGKILL), ::waitpid(process_, nullptr, 0); }
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    [[nodiscard]] std::string list() const { return run("list --library '" + library_ + "'").answer; }
    [[nodiscard]] bool comes_to(const std::string& list_then) const {
        constexpr auto patience = 90s;
        for (const auto since = std::chrono::steady_clock::now(); std::chrono::steady_clock::now() - since < patience;
             std::this_thread::sleep_for(500ms))
            if (list() == list_then) return true;
        return false;
    }
    /// It runs, and ends when it is told to.
    [[nodiscard]] bool ends() {
        int status = -1;
        ::kill(process_, SIGTERM);
        return ::waitpid(process_, &status, 0) == process_ && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    std::string library_;
    pid_t process_ = -1;
};

}  // namespace

TEST_CASE("two kiosks that run and share an inbox both take what comes, and nothing is taken out of it") {
    const Office office;
    office.send(1);
    Kiosk one(office, "one");
    Kiosk other(office, "other");
    CHECK(one.comes_to("通知\t停水通知\n"));
    CHECK(other.comes_to("通知\t停水通知\n"));
    CHECK(std::distance(fs::directory_iterator(office.at("inbox")), {}) == 2);
    CHECK(one.ends());
    CHECK(other.ends());
}

TEST_CASE("settings of a pack wait until staff agree, and those of its next one count in their place") {
    const Office office;
    const std::string library = office.at("library");
    const auto comes = [&] {
        CHECK(run("inbox '" + office.at("inbox") + "' --library '" + library + "' --keys '" + office.at("keys") + "'")
                  .status == 0);
    };
    const auto plays = [&](const std::string& steps) {
        const std::string script = office.at("clerk.visit");
        std::ofstream(script)
            << "pin 258025\nkey staff\nwait quiet\nkey 2\nkey 5\nkey 8\nkey 0\nkey 2\nkey 5\nwait quiet\n"
            << steps;
        const Ran ran = run("rehearse '" + script + "' --library '" + library + "' --out '" + office.at("out") + "'");
        CAPTURE(ran.complaint);
        CHECK(ran.status == 0);
    };
    office.put("听读设置.toml", "[house]\nidle_s = 300\n");
    office.send(1);
    comes();
    plays(
        "expect says \"第1项，随内容包来的新设置：有1处不同\"\nexpect screen \"3 分钟\"\nkey select\nwait quiet\n"
        "expect says \"3分钟，改成5分钟\"\nkey up\nkey select\nwait quiet\nexpect says \"改好了\"\n"
        "expect screen \"5 分钟\"\nexpect focus \"文章\"\n");
    office.put("听读设置.toml", "[house]\nidle_s = 240\n");
    office.send(2);
    comes();
    plays("key select\nwait quiet\nexpect says \"3分钟，改成4分钟\"\n");
    fs::remove(office.at("desk/听读设置.toml"));
    office.put("通知/来水.txt", "来水通知\n今天来水。\n");
    office.send(3);
    comes();
    plays("expect says \"第1项，文章\"\n");
}
