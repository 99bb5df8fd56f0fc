#include "kiosk/platform/sound/candidates.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace tingdu::platform;

namespace {

using Order = std::vector<int>;

}  // namespace

TEST_CASE("the usual device is tried first, then the other cards, and the screen's sockets last") {
    const std::vector<Output> outputs = {{0, "HDA Intel PCH: ALC256 Analog (hw:0,0)"},
                                         {2, "HDA Intel PCH: HDMI 0 (hw:0,3)"},
                                         {3, "USB Audio Device: - (hw:1,0)"},
                                         {5, "sysdefault"},
                                         {6, "default"}};
    CHECK(candidates(outputs, 6, "") == Order{6, 0, 3, 2});
}

TEST_CASE("where the first card is the screen's, another card comes before it, whatever is usual") {
    // The first card has no device 0, so that there is no default, and the first of all is taken for the usual one.
    const std::vector<Output> amd = {{0, "HDA ATI HDMI: HDMI 0 (hw:0,3)"},
                                     {1, "HDA ATI HDMI: HDMI 1 (hw:0,7)"},
                                     {2, "HD-Audio Generic: ALC887-VD Analog (hw:1,0)"}};
    CHECK(candidates(amd, 0, "") == Order{2, 0, 1});
    const std::vector<Output> board = {
        {0, "vc4-hdmi-0: MAI PCM i2s-hifi-0 (hw:0,0)"}, {1, "USB Audio Device: - (hw:1,0)"}, {2, "default"}};
    CHECK(candidates(board, 2, "") == Order{1, 2, 0});
}

TEST_CASE("a screen's socket is better than silence") {
    const std::vector<Output> outputs = {{4, "HDA NVidia: HDMI 0 (hw:0,3)"}};
    CHECK(candidates(outputs, 4, "") == Order{4});
    CHECK(candidates({}, -1, "").empty());
}

TEST_CASE("of screens' sockets one whose screen has loudspeakers comes before those that lead nowhere") {
    const std::vector<Output> outputs = {{0, "HDA NVidia: HDMI 0 (hw:0,3)", true},
                                         {1, "HDA NVidia: HDMI 1 (hw:0,7)", false},
                                         {2, "HDA NVidia: HDMI 2 (hw:0,8)", true}};
    CHECK(candidates(outputs, 0, "") == Order{1, 0, 2});
    CHECK(candidates(outputs, 0, "HDMI") == Order{1, 0, 2});
    CHECK(candidates(outputs, 0, "hw:0,8") == Order{2});
}

TEST_CASE("a sound server that is usual comes before the cards behind it") {
    const std::vector<Output> outputs = {{0, "HDA Intel PCH: ALC256 Analog (hw:0,0)"}, {1, "pulse"}, {2, "default"}};
    CHECK(candidates(outputs, 1, "")[0] == 1);
    CHECK(candidates(std::vector<Output>{{0, "PulseAudio"}, {1, "JACK"}}, 1, "") == Order{1});
}

TEST_CASE("who names a device gets none but those of that name, in their order") {
    const std::vector<Output> outputs = {
        {0, "HDA Intel PCH: ALC256 Analog (hw:0,0)"}, {1, "USB Audio Device: - (hw:1,0)"}, {3, "USB DAC: - (hw:2,0)"}};
    CHECK(candidates(outputs, 0, "USB") == Order{1, 3});
    CHECK(candidates(outputs, 0, "hw:2") == Order{3});
    CHECK(candidates(outputs, 0, "Bluetooth").empty());
}
