#include "kiosk/app/health.h"

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "tests/support/languages.h"

using namespace tingdu;
using namespace tingdu::app;
using State = Condition::State;

namespace {

/// A kiosk in the best of health.
Facts sound_body() {
    Facts facts;
    facts.screen = Facts::Screen{1920, 1080, 21.5, Facts::Screen::Size::known};
    facts.sound = Facts::Sound{{{"HDA Intel", true, false}}, true, {}, {"HDA Intel: analog (hw:0,0)"}};
    facts.hands = std::vector<Facts::Hand>{{"USB Keypad", true}};
    facts.lacking_glyphs = std::u32string();
    facts.voices = std::vector<Facts::Spoken>{{U"English", true}};
    facts.articles = Facts::Articles{2, 7, true, "/var/lib/tingdu/library"};
    facts.disk = Facts::Disk{"/var/lib/tingdu", 5'000'000'000, true};
    facts.clock = Facts::Clock{{2026, 5, 1}, 8 * 60 + 5, {2026, 1, 1}, true};
    facts.hottest_celsius = 50;
    facts.settings = std::vector<Error>();
    return facts;
}

/// All that is said of a part.
std::string told(const Facts& facts, Part part, State state) {
    std::string all;
    for (const Condition& each : examined(facts, support::english()))
        if (each.part == part && each.state == state) all += to_utf8(each.told);
    return all;
}

bool has(const std::string& told, std::string_view words) {
    return told.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("of a kiosk in good health every part is said to be well, once, in order") {
    const auto conditions = examined(sound_body(), support::english());
    CHECK(conditions.size() == 10);
    CHECK(std::ranges::is_sorted(conditions, {}, &Condition::part));
    for (const Condition& each : conditions) {
        CHECK(each.state == State::well);
        CHECK_FALSE(each.told.empty());
    }
    CHECK(told(sound_body(), Part::screen, State::well) == "1920 × 1080, 21.5 inches.");
    CHECK(told(sound_body(), Part::disk, State::well) == "5 GB are free.");
    CHECK(has(told(sound_body(), Part::clock, State::well), "08:05"));
}

TEST_CASE("of what could not be looked at nothing is said") {
    CHECK(examined({}, support::english()).empty());
}

TEST_CASE("a screen that does not say how large it is can be told") {
    Facts facts = sound_body();
    facts.screen = Facts::Screen{1920, 1080, 21.5, Facts::Screen::Size::guessed};
    CHECK(has(told(facts, Part::screen, State::worth_knowing), "screen.diagonal_in"));
    facts.screen = fail(Fault::no_display, {});
    CHECK(has(told(facts, Part::screen, State::ill), "screen"));
}

TEST_CASE("no card, a card that may not be used, a muted one and one that is elsewhere are told apart") {
    Facts facts = sound_body();
    facts.sound = Facts::Sound{};
    CHECK(has(told(facts, Part::sound, State::ill), "There is no sound card"));
    facts.sound = Facts::Sound{{{"PCH", false, false}}, false, {}, {}};
    CHECK(has(told(facts, Part::sound, State::ill), "usermod -aG audio"));
    facts.sound = Facts::Sound{{{"PCH", true, false}}, false, {}, {}};
    CHECK(has(told(facts, Part::sound, State::ill), "no device that plays"));
    facts.sound = Facts::Sound{{{"PCH", true, true}}, true, {}, {"PCH: analog"}};
    CHECK(has(told(facts, Part::sound, State::worth_knowing), "muted"));
    facts.sound = Facts::Sound{{{"PCH", true, false}}, true, {"USB Audio"}, {"PCH: analog"}};
    const std::string gone = told(facts, Part::sound, State::ill);
    CHECK(has(gone, "USB Audio"));
    CHECK(has(gone, "PCH: analog"));
    facts.sound = Facts::Sound{{{"PCH", true, false}}, true, {}, {"PCH: analog"}, {"PCH: analog"}};
    CHECK(has(told(facts, Part::sound, State::well), "In use: PCH: analog."));
    facts.sound = Facts::Sound{{}, true, {}, {"pulse"}};
    CHECK(has(told(facts, Part::sound, State::well), "server"));
}

TEST_CASE("a hand that may not be listened to is named beside those that may") {
    Facts facts = sound_body();
    facts.hands = std::vector<Facts::Hand>{{"Touch", false}, {"Keypad", true}};
    CHECK(has(told(facts, Part::hands, State::ill), "“Touch”"));
    CHECK(has(told(facts, Part::hands, State::well), "Keypad"));
    facts.shut_out = {"Touch panel (46d/825)"};
    CHECK(has(told(facts, Part::hands, State::worth_knowing), "Touch panel (46d/825)"));
    facts.hands = std::vector<Facts::Hand>();
    CHECK(has(told(facts, Part::hands, State::ill), "plug in"));
}

TEST_CASE("missing characters, silent voices and missing articles come with what to do") {
    Facts facts = sound_body();
    facts.lacking_glyphs = U"听读";
    CHECK(has(told(facts, Part::fonts, State::ill), "听读"));
    facts.voices = std::vector<Facts::Spoken>{{U"中文", false}, {U"English", true}};
    CHECK(has(told(facts, Part::voices, State::ill), "中文"));
    CHECK(has(told(facts, Part::voices, State::well), "English"));
    facts.articles = Facts::Articles{0, 0, false, "/var/lib/tingdu/library"};
    CHECK(has(told(facts, Part::articles, State::ill), "chown"));
    CHECK(has(told(facts, Part::articles, State::ill), "stick"));
    facts.disk = Facts::Disk{"/var/lib/tingdu", 12'300'000, true};
    CHECK(has(told(facts, Part::disk, State::ill), "12.3 MB"));
    facts.disk = Facts::Disk{"/var/lib/tingdu", 5'000'000'000, false};
    CHECK(has(told(facts, Part::disk, State::ill), "/var/lib/tingdu"));
    facts.hottest_celsius = 97;
    CHECK(has(told(facts, Part::heat, State::ill), "97"));
    facts.settings = std::vector<Error>{{Fault::bad_setting, "tingdu.toml:3 visit.idle_s", "a number from 120 to 300"}};
    CHECK(has(told(facts, Part::settings, State::ill), "120 to 300"));
}

TEST_CASE("a clock in 1970 and one in 2099 are wrong, one in 2038 is not") {
    Facts facts = sound_body();
    facts.clock->today = {1970, 1, 1};
    CHECK(has(told(facts, Part::clock, State::ill), "1970"));
    facts.clock->today = {2099, 1, 1};
    CHECK(has(told(facts, Part::clock, State::ill), "2099"));
    facts.clock->today = {2038, 1, 20};
    CHECK(has(told(facts, Part::clock, State::well), "2038"));
    facts.clock->lasts = false;
    CHECK(has(told(facts, Part::clock, State::worth_knowing), "2038"));
}
