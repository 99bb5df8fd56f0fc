// Sticks that would do harm: each is explained, bounded in time and memory, and loses nothing that was there.
#include "tests/support/bad_sticks.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.h"

using namespace tingdu::support;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

/// What a stick of such things may take.
constexpr auto most_time = std::chrono::seconds(60);
constexpr long most_kib = 256L * 1024;

struct Taken {
    int status = 0;
    std::string answer;
    Clock::duration time{};
    long kib = 0;  ///< at the worst moment, with all that it has started
};

/// What only this process has in memory, and its share of the rest.
long memory_of(const std::string& process) {
    std::ifstream file("/proc/" + process + "/smaps_rollup");
    for (std::string word; file >> word;)
        if (word == "Pss:" && file >> word) return std::stol(word);
    return 0;
}

long memory_of_family(pid_t parent) {
    const std::string process = std::to_string(parent);
    long kib = memory_of(process);
    std::error_code ignored;
    for (const auto& thread : fs::directory_iterator("/proc/" + process + "/task", ignored)) {
        std::ifstream children(thread.path() / "children");
        for (std::string child; children >> child;) kib += memory_of(child);
    }
    return kib;
}

Taken watched(const std::vector<std::string>& arguments) {
    const Scratch scratch;
    const std::string out = scratch.at("out");
    Taken taken;
    const auto began = Clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        const int to = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(to, STDOUT_FILENO);
        ::dup2(to, STDERR_FILENO);
        std::vector<char*> all{const_cast<char*>(TINGDU_PROGRAM)};
        for (const std::string& argument : arguments) all.push_back(const_cast<char*>(argument.c_str()));
        all.push_back(nullptr);
        ::execv(TINGDU_PROGRAM, all.data());
        ::_exit(127);
    }
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        taken.kib = std::max(taken.kib, memory_of_family(child));
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    taken.time = Clock::now() - began;
    taken.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    taken.answer = contents(out);
    return taken;
}

class BesetHall {
  public:
    BesetHall() : stick_(scratch_.at("stick")) {
        fs::create_directories(scratch_.at("old"));
        (void)scratch_.write("old/大厅.txt", "大厅开放时间\n大厅周一到周五开放。\n");
        rest_ = watched({"import", scratch_.at("old"), "--library", library()});
        REQUIRE(rest_.status == 0);
    }
    [[nodiscard]] const BadStick& stick() const { return stick_; }
    [[nodiscard]] std::string library() const { return scratch_.at("lib"); }
    [[nodiscard]] std::string list() const { return run("list --library '" + library() + "'").answer; }
    [[nodiscard]] std::string at(const std::string& name) const { return scratch_.at(name); }

    [[nodiscard]] Taken bounded(const std::vector<std::string>& arguments) const {
        Taken taken = watched(arguments);
        MESSAGE(arguments.front() << ": " << std::chrono::duration_cast<std::chrono::milliseconds>(taken.time).count()
                                  << " ms, " << (taken.kib - rest_.kib) / 1024 << " MiB above rest");
        CHECK(taken.time < most_time);
        CHECK(taken.kib - rest_.kib < most_kib);
        return taken;
    }

    /// An import meets the stick; what was there is there, and with it what is good.
    Taken meet() const {
        stick_.good_article();
        if (std::getenv("TINGDU_BAD_STICKS")) look();
        const Taken imported = bounded({"import", stick_.folder(), "--library", library()});
        CHECK(imported.status == 0);
        const std::string now = list();
        CHECK(now.find("最新消息\t大厅开放时间\n") != std::string::npos);
        CHECK(now.find("好\t好消息\n") != std::string::npos);
        return imported;
    }

    /// The check and the kiosk meet it, too, and the library stays as it is.
    void look() const {
        const Taken checked = bounded({"check", stick_.folder()});
        CHECK(checked.status <= 1);
        const std::string script = scratch_.write("a.visit", "stick " + stick_.folder() +
                                                                 "\nwait quiet\nexpect screen \"收进来\"\n"
                                                                 "unstick\nwait quiet\n");
        const Taken shown = bounded({"rehearse", script, "--out", at("out"), "--library", library()});
        INFO(shown.answer);
        CHECK(shown.status == 0);
        CHECK(list() == "最新消息\t大厅开放时间\n");
    }

  private:
    Scratch scratch_;
    BadStick stick_;
    Taken rest_;
};

void check_told(const Taken& taken, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK((taken.answer.find(name + ": ") != std::string::npos ||
               taken.answer.find(name + ":") != std::string::npos));
    }
}

}  // namespace

TEST_CASE("five thousand files of junk, deep folders, broken names and links out of the stick or in circles") {
    const BesetHall hall;
    hall.stick().junk(5000);
    hall.stick().deep(40);
    hall.stick().broken_names(50);
    hall.stick().links();
    hall.stick().good_article();
    hall.look();
    const Taken imported = hall.meet();
    check_told(imported, {"密码.txt", "外面", "圈", "自己.txt", "管子.txt"});
    CHECK(hall.list().find("root:") == std::string::npos);
}

TEST_CASE("archives that expand a thousandfold or lead out, halves of Word files, a billion entities") {
    const BesetHall hall;
    hall.stick().bombs();
    hall.stick().broken_words();
    const Taken imported = hall.meet();
    check_told(imported, {"白炸弹.docx", "节炸弹.docx", "属性炸弹.docx", "套炸弹.docx", "多.docx", "半.docx"});
    CHECK_FALSE(fs::exists("/tmp/tingdu-escaped"));
    CHECK(hall.list().find("逃") != std::string::npos);
}

TEST_CASE("pages of a million nested tags") {
    const BesetHall hall;
    hall.stick().nested_pages();
    (void)hall.meet();
}

TEST_CASE("pictures of sixty thousand a side, and large ones that hold nothing") {
    const BesetHall hall;
    hall.stick().large_pictures(20);
    const Taken imported = hall.meet();
    check_told(imported, {"图/一.md"});
    CHECK(hall.list().find("图\t大图\n") != std::string::npos);
}

TEST_CASE("files that change while they are read: the library before or after, whole") {
    const BesetHall hall;
    hall.stick().junk(300);
    hall.stick().good_article();
    std::atomic<bool> is_over = false;
    std::thread writer([&] {
        for (int i = 0; !is_over; ++i) {
            hall.stick().put("垃圾/0.txt", std::string(static_cast<std::size_t>(i) % 5000, 'x'));
            fs::remove(hall.stick().folder() + "/垃圾/" + std::to_string(i % 300 / 10 * 10) + ".txt");
        }
    });
    const std::string before = hall.list();
    const Taken imported = hall.bounded({"import", hall.stick().folder(), "--library", hall.library()});
    is_over = true;
    writer.join();
    const std::string after = hall.list();
    CHECK(imported.status <= 1);
    if (imported.status == 1) CHECK(after == before);
    CHECK(after.find(before) != std::string::npos);
}
