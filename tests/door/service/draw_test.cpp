// The script that the service draws by: directly, and in cage where it has turned out that this cannot be.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace tingdu::support;
namespace fs = std::filesystem;

namespace {

/// A machine with a cage that shows what it would have been asked for.
class Machine {
  public:
    explicit Machine(bool has_cage = true) {
        fs::create_directories(at("state"));
        fs::create_directories(at("bin"));
        for (const char* tool : {"cat", "rm", "uname"})
            fs::create_symlink(fs::canonical("/bin/" + std::string(tool)), at("bin/") + tool);
        if (!has_cage) return;
        (void)scratch_.write("bin/cage", "#!/bin/sh\necho \"in cage by $SDL_VIDEODRIVER: $*\"\n");
        fs::permissions(at("bin/cage"), fs::perms::owner_all);
    }

    /// What comes of drawing with `echo`.
    [[nodiscard]] std::string draws() const { return said("/bin/echo directly"); }
    void ended(const std::string& code, const std::string& status) const {
        (void)said("--ended", "EXIT_CODE=" + code + " EXIT_STATUS=" + status);
    }
    [[nodiscard]] std::string at(const std::string& name) const { return scratch_.at(name); }

  private:
    [[nodiscard]] std::string said(const std::string& arguments, const std::string& more = {}) const {
        const std::string out = at("out");
        const std::string command = "env -i PATH='" + at("bin") + "' STATE_DIRECTORY='" + at("state") + "' " + more +
                                    " /bin/sh '" TINGDU_SOURCE_DIR "/deploy/draw' " + arguments + " >'" + out + "'";
        REQUIRE(std::system(command.c_str()) == 0);
        return contents(out);
    }

    Scratch scratch_;
};

}  // namespace

TEST_CASE("it draws directly until a screen that is there could not be drawn on, and then in cage") {
    const Machine machine;
    CHECK(machine.draws() == "directly\n");
    machine.ended("exited", "1");
    machine.ended("killed", "KILL");
    CHECK(machine.draws() == "directly\n");
    machine.ended("exited", "69");
    const std::string drawn = machine.draws();
    CHECK(drawn.starts_with("in cage by wayland: -- "));
    CHECK(drawn.ends_with("/drawn /bin/echo directly\n"));
    machine.ended("exited", "0");
    machine.ended("exited", "137");  // the program was killed
    machine.ended("killed", "KILL");
    CHECK(machine.draws() == drawn);
}

TEST_CASE("where cage cannot either, and with another kernel, it is tried directly again") {
    const Machine machine;
    machine.ended("exited", "69");
    machine.ended("exited", "1");
    CHECK(machine.draws() == "directly\n");
    machine.ended("exited", "69");
    std::ofstream(machine.at("state/draws-in-cage")) << "a kernel and a card\n";
    CHECK(machine.draws() == "directly\n");
}

TEST_CASE("without cage nothing is settled") {
    const Machine machine(false);
    machine.ended("exited", "69");
    CHECK(machine.draws() == "directly\n");
}
