#include "kiosk/platform/display/connector.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using namespace tingdu::platform;
namespace fs = std::filesystem;

namespace {

void say(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("a screen that somebody else draws on is known by what the kernel tells of it") {
    const fs::path sys = fs::temp_directory_path() / "tingdu-connector-test";
    fs::remove_all(sys);
    CHECK(!connected_screen(sys.string()));
    CHECK(!may_come_yet(sys.string()));  // no socket at all
    const fs::path drm = sys / "class" / "drm";
    say(drm / "version", "drm 1.1.0\n");
    say(drm / "card0-DP-1" / "status", "disconnected\n");
    say(drm / "card0-DP-1" / "modes", "");
    CHECK(!connected_screen(sys.string()));
    CHECK(may_come_yet(sys.string()));

    say(drm / "card0-HDMI-A-1" / "status", "connected\n");
    CHECK(!may_come_yet(sys.string()));
    say(drm / "card0-HDMI-A-1" / "modes", "1920x1080\n1280x720\n");
    const auto unmeasured = connected_screen(sys.string());
    REQUIRE(unmeasured);
    CHECK(unmeasured->width_px == 1920);
    CHECK(unmeasured->height_px == 1080);
    CHECK(!unmeasured->dpi);

    std::string edid(128, '\0');
    edid[66] = static_cast<char>(476 % 256);  // 476 mm across: 21.5 inches
    edid[68] = static_cast<char>(476 / 256 << 4);
    say(drm / "card0-HDMI-A-1" / "edid", edid);
    const auto measured = connected_screen(sys.string());
    REQUIRE(measured);
    REQUIRE(measured->dpi);
    CHECK(*measured->dpi == doctest::Approx(102.5).epsilon(0.01));
    fs::remove_all(sys);
}
