// The units as they are installed, judged by systemd itself.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "tests/support/program.h"

using namespace tingdu::support;
namespace fs = std::filesystem;

namespace {

/// A system with nothing in it but these units, where the package lays them.
class System {
  public:
    System() {
        const fs::path units = root_.at("lib/systemd/system");
        const fs::path source = fs::path(TINGDU_SOURCE_DIR) / "deploy/debian";
        fs::create_directories(units);
        for (const auto& file : fs::directory_iterator(source))
            if (file.path().extension() == ".service") fs::copy(file, units / file.path().filename());
        for (const std::string name : {"tingdu", "tingdu-out-of-order"}) {
            fs::create_directories(units / (name + ".service.d"));
            fs::copy(source / "confined.conf", units / (name + ".service.d/confined.conf"));
        }
    }

    /// Whether systemd finds that the unit is exposed by no more than `tenths`; from 0 for not at all to 100.
    [[nodiscard]] bool is_confined(const std::string& unit, int tenths) const {
        const std::string out = root_.at("out");
        const std::string command = "systemd-analyze security --offline=yes --root='" + root_.at("") +
                                    "' --threshold=" + std::to_string(tenths) + " " + unit + " >'" + out + "' 2>&1";
        const int status = std::system(command.c_str());
        const std::string said = contents(out);
        CAPTURE(said);
        CHECK(said.find("Overall exposure level for " + unit) != std::string::npos);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    Scratch root_;
};

}  // namespace

TEST_CASE("the kiosk is confined to 1.5 as systemd counts, and what says that it is out of order, too") {
    const System system;
    CHECK(system.is_confined("tingdu.service", 15));
    CHECK(system.is_confined("tingdu-out-of-order.service", 15));
    CHECK_FALSE(system.is_confined("tingdu.service", 5));  // it does judge
}

TEST_CASE("what mounts sticks and writes on them may do hardly more than that") {
    const System system;
    CHECK(system.is_confined("tingdu-stick@sdb1.service", 45));
    CHECK(system.is_confined("tingdu-receipts.service", 45));
}
