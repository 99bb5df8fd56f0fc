#include "kiosk/rehearsal/script.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "kiosk/base/key_names.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/display/physical_keys.h"

namespace tingdu::rehearsal {
namespace {

constexpr double default_diagonal_in = 21.5;

/// A word of a step: quoted ones may hold spaces.
struct Word {
    std::string text;
    bool quoted = false;
};

std::optional<std::vector<Word>> words_of(std::string_view line) {
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] == ' ' || line[at] == '\t') {
            ++at;
        } else if (line[at] == '"') {
            const auto end = line.find('"', at + 1);
            if (end == std::string_view::npos) return std::nullopt;
            words.push_back({std::string(line.substr(at + 1, end - at - 1)), true});
            at = end + 1;
        } else if (line[at] == '#') {
            break;
        } else {
            const auto end = std::min(line.find_first_of(" \t", at), line.size());
            words.push_back({std::string(line.substr(at, end - at)), false});
            at = end;
        }
    }
    return words;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<double> number_with(std::string_view text, std::string_view unit) {
    if (!text.ends_with(unit)) return std::nullopt;
    return number(text.substr(0, text.size() - unit.size()));
}

std::optional<int> pixels(std::string_view text) {
    const auto value = number(text);
    if (!value || *value < 0 || *value > 100000 || *value != std::floor(*value)) return std::nullopt;
    return static_cast<int>(*value);
}

/// Why a step is refused; `allowed` says what would have been right.
struct Refusal {
    std::string allowed;
};

using Parsed = tl::expected<Action, Refusal>;

tl::unexpected<Refusal> refuse(std::string allowed) {
    return tl::unexpected(Refusal{std::move(allowed)});
}

Parsed parse_size(const std::vector<Word>& words) {
    const std::string allowed = "size WIDTHxHEIGHT [DIAGONALin], 640 to 7680 pixels, 5 to 100 inches";
    if (words.size() < 2 || words.size() > 3) return refuse(allowed);
    const auto x = words[1].text.find('x');
    if (x == std::string::npos) return refuse(allowed);
    const auto width = pixels(std::string_view(words[1].text).substr(0, x));
    const auto height = pixels(std::string_view(words[1].text).substr(x + 1));
    const auto inches = words.size() == 3 ? number_with(words[2].text, "in") : default_diagonal_in;
    if (!width || !height || !inches || std::min(*width, *height) < 480 || std::max(*width, *height) > 7680 ||
        *inches < 5 || *inches > 100)
        return refuse(allowed);
    return SetSize{*width, *height, *inches};
}

/// Any length of time that a step can take.
std::optional<double> seconds_of(std::string_view text) {
    const auto seconds = number_with(text, "s");
    return seconds && *seconds >= 0 && *seconds <= 86400 ? seconds : std::nullopt;
}

Parsed parse_key(const std::vector<Word>& words) {
    if (words.size() != 2) return refuse("key NAME");
    constexpr std::string_view by_itself = "unknown:";
    const std::string& name = words[1].text;
    if (name.starts_with(by_itself)) {
        const auto key = platform::physical_key_named(name.substr(by_itself.size()));
        if (!key) return refuse("unknown: and a key as a configuration names it, such as unknown:F5");
        return PressPhysicalKey{*key, 0};
    }
    const auto key = key_named(name);
    if (!key) return refuse("one of" + all_key_names() + ", or unknown: and a key that means nothing");
    return PressKey{*key, 0};
}

Parsed parse_touch(const std::vector<Word>& words) {
    if (words.size() == 3)
        if (const auto x = pixels(words[1].text), y = pixels(words[2].text); x && y) return TapAt{*x, *y, 0};
    return refuse("touch X Y");
}

/// By its label; by its place too, as `touch` does.
Parsed parse_tap(const std::vector<Word>& words) {
    if (words.size() == 2 && words[1].quoted) return Tap{from_utf8(words[1].text)};
    if (words.size() == 3) return parse_touch(words);
    return refuse("tap \"LABEL\" or touch X Y");
}

Parsed parse_hold(const std::vector<Word>& words) {
    if (words.size() == 4) {
        const auto seconds = seconds_of(words[3].text);
        if (seconds && words[1].text == "key") {
            auto press = parse_key({words[1], words[2]});
            if (!press) return press;
            if (auto* key = std::get_if<PressKey>(&*press)) key->seconds = *seconds;
            if (auto* key = std::get_if<PressPhysicalKey>(&*press)) key->seconds = *seconds;
            return press;
        }
        const auto x = pixels(words[1].text);
        const auto y = pixels(words[2].text);
        if (x && y && seconds) return TapAt{*x, *y, *seconds};
    }
    return refuse("hold X Y SECONDSs or hold key NAME SECONDSs");
}

Parsed parse_switch(const std::vector<Word>& words) {
    if (words.size() == 2 && words[1].text == "move") return PressKey{Key::switch_move, 0};
    if (words.size() == 2 && words[1].text == "choose") return PressKey{Key::switch_choose, 0};
    return refuse("switch move or switch choose");
}

Parsed parse_drag(const std::vector<Word>& words) {
    if (words.size() == 5) {
        const auto from_x = pixels(words[1].text), from_y = pixels(words[2].text);
        const auto to_x = pixels(words[3].text), to_y = pixels(words[4].text);
        if (from_x && from_y && to_x && to_y) return Drag{*from_x, *from_y, *to_x, *to_y};
    }
    return refuse("drag X Y X Y");
}

Parsed parse_fingers(const std::vector<Word>& words) {
    if (words.size() == 4) {
        const auto fingers = pixels(words[1].text), x = pixels(words[2].text), y = pixels(words[3].text);
        if (fingers && x && y && *fingers >= 1 && *fingers <= 10) return TouchWith{*fingers, *x, *y};
    }
    return refuse("fingers 1..10 X Y");
}

Parsed parse_rest(const std::vector<Word>& words) {
    if (words.size() == 3)
        if (const auto x = pixels(words[1].text), y = pixels(words[2].text); x && y) return Rest{*x, *y};
    return refuse("rest X Y");
}

Parsed parse_wait(const std::vector<Word>& words) {
    if (words.size() == 2 && words[1].text == "quiet") return WaitQuiet{};
    if (words.size() == 2)
        if (const auto seconds = seconds_of(words[1].text)) return Wait{*seconds};
    return refuse("wait SECONDSs or wait quiet");
}

Parsed parse_expect(const std::vector<Word>& words) {
    const std::string allowed = "expect screen|says|lit|focus \"TEXT\" or expect quiet";
    if (words.size() == 2 && words[1].text == "quiet" && !words[1].quoted) return ExpectQuiet{};
    if (words.size() != 3 || !words[2].quoted || words[2].text.empty()) return refuse(allowed);
    const std::u32string text = from_utf8(words[2].text);
    if (words[1].text == "screen") return ExpectScreen{text};
    if (words[1].text == "says") return ExpectSays{text};
    if (words[1].text == "lit") return ExpectLit{text};
    if (words[1].text == "focus") return ExpectFocus{text};
    return refuse(allowed);
}

Parsed parse_shot(const std::vector<Word>& words) {
    const auto is_plain = [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) || c == '-' || c == '_' || c == '.';
    };
    if (words.size() != 2 || words[1].text.empty() || words[1].text.front() == '.' ||
        !std::all_of(words[1].text.begin(), words[1].text.end(), is_plain))
        return refuse("shot NAME, a name without / or spaces");
    return Shot{words[1].text};
}

Parsed parse_sound(const std::vector<Word>& words) {
    if (words.size() == 2 && words[1].text == "lost") return SetSound{false};
    if (words.size() == 2 && words[1].text == "back") return SetSound{true};
    return refuse("sound lost or sound back");
}

Parsed parse_clock(const std::vector<Word>& words) {
    const std::string allowed = "clock +DAYSd or -YEARSy, up to 100 years";
    if (words.size() != 2 || words[1].text.size() < 3) return refuse(allowed);
    const std::string_view text = words[1].text;
    const bool is_back = text.front() == '-';
    if (!is_back && text.front() != '+') return refuse(allowed);
    const auto count = number(text.substr(1, text.size() - 2));
    const int most = text.back() == 'y' ? 100 : 36'500;
    if (!count || *count < 0 || *count > most || *count != std::floor(*count) ||
        (text.back() != 'y' && text.back() != 'd'))
        return refuse(allowed);
    const int by = static_cast<int>(is_back ? -*count : *count);
    return text.back() == 'y' ? SetClock{by, 0} : SetClock{0, by};
}

Parsed parse_pin(const std::vector<Word>& words) {
    constexpr std::size_t length = 6;
    if (words.size() == 2 && words[1].text.size() == length &&
        words[1].text.find_first_not_of("0123456789") == std::string::npos)
        return SetPin{words[1].text};
    return refuse("pin and six digits");
}

Parsed parse_stick(const std::vector<Word>& words) {
    if (words.size() == 2 && !words[1].text.empty()) return PlugStick{words[1].text};
    return refuse("stick DIR");
}

Parsed parse_unstick(const std::vector<Word>& words) {
    if (words.size() == 1) return PullStick{};
    return refuse("unstick");
}

Parsed parse_restart(const std::vector<Word>& words) {
    if (words.size() == 1) return Restart{Restart::How::switched_off};
    if (words.size() == 2 && words[1].text == "broken") return Restart{Restart::How::broke_off};
    return refuse("restart, or restart broken");
}

Parsed parse_headphones(const std::vector<Word>& words) {
    if (words.size() == 2 && words[1].text == "in") return PlugHeadphones{};
    if (words.size() == 2 && words[1].text == "out") return PullHeadphones{};
    return refuse("headphones in or headphones out");
}

Parsed parse_step(const std::vector<Word>& words) {
    const std::string& verb = words.front().text;
    if (verb == "size") return parse_size(words);
    if (verb == "key") return parse_key(words);
    if (verb == "switch") return parse_switch(words);
    if (verb == "tap") return parse_tap(words);
    if (verb == "touch") return parse_touch(words);
    if (verb == "hold") return parse_hold(words);
    if (verb == "drag") return parse_drag(words);
    if (verb == "fingers") return parse_fingers(words);
    if (verb == "rest") return parse_rest(words);
    if (verb == "wait") return parse_wait(words);
    if (verb == "shot") return parse_shot(words);
    if (verb == "expect") return parse_expect(words);
    if (verb == "sound") return parse_sound(words);
    if (verb == "stick") return parse_stick(words);
    if (verb == "unstick") return parse_unstick(words);
    if (verb == "headphones") return parse_headphones(words);
    if (verb == "pin") return parse_pin(words);
    if (verb == "clock") return parse_clock(words);
    if (verb == "restart") return parse_restart(words);
    return refuse(
        "one of size key switch tap touch hold drag fingers rest stick unstick pin clock restart wait shot expect "
        "sound "
        "headphones");
}

}  // namespace

std::string place_of(std::size_t line, std::string_view source) {
    return "line " + std::to_string(line) + ", `" + std::string(source) + "`";
}

Result<std::vector<Step>> parse(std::string_view script) {
    if (script.starts_with("\xEF\xBB\xBF")) script.remove_prefix(3);
    std::vector<Step> steps;
    for (std::size_t line = 1; !script.empty(); ++line) {
        const auto end = std::min(script.find('\n'), script.size());
        std::string_view source = script.substr(0, end);
        script.remove_prefix(std::min(end + 1, script.size()));
        if (source.ends_with('\r')) source.remove_suffix(1);
        const auto words = words_of(source);
        if (!words) return fail(Fault::bad_step, place_of(line, source), "a quotation mark is missing");
        if (words->empty()) continue;
        auto action = parse_step(*words);
        if (!action) return fail(Fault::bad_step, place_of(line, source), action.error().allowed);
        steps.push_back({line, std::string(source), std::move(*action)});
    }
    return steps;
}

}  // namespace tingdu::rehearsal
