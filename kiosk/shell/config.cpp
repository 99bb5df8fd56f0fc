#include "kiosk/shell/config.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "kiosk/base/key_names.h"
#include "kiosk/platform/display/physical_keys.h"

namespace tingdu::shell {
namespace {

/// One file being read: what is wrong with it goes into `errors`.
class Reader {
  public:
    Reader(const toml::table& file, const std::string& name, std::vector<Error>& errors)
        : file_(file), name_(name), errors_(errors) {}

    void number(std::string_view section, std::string_view key, double least, double most, const auto& set) {
        const auto allowed = fmt::format("a number from {} to {}", least, most);
        with(section, key, allowed, [&](const toml::node& node) {
            const auto value = node.value<double>();
            if (!value || !(*value >= least && *value <= most)) return false;
            set(*value);
            return true;
        });
    }

    void text(std::string_view section, std::string_view key, const auto& set) {
        with(section, key, "a text in quotation marks", [&](const toml::node& node) {
            const auto value = node.value_exact<std::string>();
            if (value) set(*value);
            return value.has_value();
        });
    }

    /// Of a file or a folder; empty for none.
    void path(std::string_view section, std::string_view key, const auto& set) {
        with(section, key, R"(a whole path such as "/var/lib/tingdu/pin", or "")", [&](const toml::node& node) {
            const auto value = node.value_exact<std::string>();
            if (!value || !(value->empty() || value->starts_with('/'))) return false;
            set(*value);
            return true;
        });
    }

    void time(std::string_view section, std::string_view key, const auto& set) {
        with(section, key, R"(a time such as "07:30")", [&](const toml::node& node) {
            const auto minute = minute_of(node.value_exact<std::string>());
            if (minute) set(*minute);
            return minute.has_value();
        });
    }

    void folders(std::string_view section, std::string_view key, const auto& set) {
        with(section, key, "a list of whole paths, such as [\"/media\"]", [&](const toml::node& node) {
            const auto* list = node.as_array();
            if (!list) return false;
            std::vector<std::string> all;
            for (const toml::node& each : *list) {
                const auto folder = each.value_exact<std::string>();
                if (!folder || !folder->starts_with('/')) return false;
                all.push_back(*folder);
            }
            set(std::move(all));
            return true;
        });
    }

    void choice(std::string_view section, std::string_view key, const auto& names, const auto& set) {
        std::string allowed = "one of";
        for (const auto& [name, value] : names) allowed += fmt::format(" \"{}\"", name);
        with(section, key, allowed, [&](const toml::node& node) {
            const auto wanted = node.value_exact<std::string>();
            for (const auto& [name, value] : names)
                if (wanted && *wanted == name) {
                    set(value);
                    return true;
                }
            return false;
        });
    }

    /// The hours in which the loudspeaker is kept down.
    void ceilings(std::string_view section, std::string_view key, std::vector<app::Ceiling>& into) {
        constexpr std::string_view allowed = R"([{ from = "21:00", to = "07:00", db = -6 }], from -40 to 12 dB)";
        with(section, key, allowed, [&](const toml::node& node) {
            const auto* list = node.as_array();
            if (!list) return false;
            std::vector<app::Ceiling> ceilings;
            for (const toml::node& each : *list) {
                const auto ceiling = ceiling_of(each);
                if (!ceiling) return false;
                ceilings.push_back(*ceiling);
            }
            into = std::move(ceilings);
            return true;
        });
    }

    /// A table of keys and what they mean. One that is wrong leaves the others as they are.
    void bindings(std::string_view section, std::string_view key, Bindings& into) {
        with(section, key, "a table such as [keys.bindings]", [&](const toml::node& node) {
            const auto* table = node.as_table();
            if (!table) return false;
            for (const auto& [name, meant] : *table) bind(fmt::format("{}.{}", section, key), name, meant, into);
            return true;
        });
    }

    /// Everything that no setting has asked for.
    void refuse_the_rest() {
        for (const auto& [section, node] : file_) {
            const auto* table = node.as_table();
            if (!table) {
                refuse(node, std::string(section.str()), "one of the sections" + sections());
                continue;
            }
            for (const auto& [key, value] : *table) {
                const auto setting = fmt::format("{}.{}", section.str(), key.str());
                if (std::find(known_.begin(), known_.end(), setting) == known_.end())
                    refuse(value, setting, "one of" + settings());
            }
        }
    }

  private:
    void with(std::string_view section, std::string_view key, std::string_view allowed, const auto& take) {
        const auto setting = fmt::format("{}.{}", section, key);
        known_.push_back(setting);
        const auto* node = file_[section][key].node();
        if (node && !take(*node)) refuse(*node, setting, std::string(allowed));
    }

    static std::optional<int> minute_of(const std::optional<std::string>& time) {
        int hour = 0;
        int minute = 0;
        char rest = 0;
        if (!time || std::sscanf(time->c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2) return std::nullopt;
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
        return (hour * 60 + minute) % (24 * 60);
    }

    static std::optional<app::Ceiling> ceiling_of(const toml::node& node) {
        const auto* table = node.as_table();
        if (!table || table->size() != 3) return std::nullopt;
        const auto from = minute_of((*table)["from"].value_exact<std::string>());
        const auto to = minute_of((*table)["to"].value_exact<std::string>());
        const auto db = (*table)["db"].value<double>();
        if (!from || !to || !db || !(*db >= -40 && *db <= 12)) return std::nullopt;
        return app::Ceiling{*from, *to, *db};
    }

    void bind(const std::string& setting, const toml::key& name, const toml::node& meant, Bindings& into) {
        const auto key = platform::physical_key_named(std::string(name.str()));
        const auto meaning = meant.value_exact<std::string>();
        const bool is_none = meaning == "none";
        const auto known = meaning ? key_named(*meaning) : std::nullopt;
        const auto subject = fmt::format("{}.\"{}\"", setting, name.str());
        if (!key)
            refuse(meant, subject, "a key as SDL names it, such as F5 or Keypad 7, or scancode:NUMBER");
        else if (!known && !is_none)
            refuse(meant, subject, "one of" + all_key_names() + " none");
        else
            into.push_back({*key, known});
    }

    void refuse(const toml::node& node, const std::string& setting, std::string allowed) {
        errors_.push_back({Fault::bad_setting, fmt::format("{}:{} {}", name_, node.source().begin.line, setting),
                           std::move(allowed)});
    }

    [[nodiscard]] std::string settings() const {
        std::string all;
        for (const std::string& setting : known_) all += " " + setting;
        return all;
    }
    [[nodiscard]] std::string sections() const {
        std::string all;
        std::string last;
        for (const std::string& setting : known_) {
            const std::string section = setting.substr(0, setting.find('.'));
            if (section != last) all += " [" + section + "]";
            last = section;
        }
        return all;
    }

    const toml::table& file_;
    const std::string& name_;
    std::vector<Error>& errors_;
    std::vector<std::string> known_;
};

Error broken(const toml::parse_error& error, Fault fault, const std::string& name) {
    return {fault, fmt::format("{}:{}", name, error.source().begin.line), std::string(error.description())};
}

/// A file that is written by hand, of which a line that is no TOML goes alone, and a section may stand twice.
class Lines {
  public:
    explicit Lines(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            lines_.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    /// What it says, and where it goes wrong. Of a file that is something else altogether nothing counts.
    toml::table parse(const std::string& name, std::vector<Error>& errors) {
        constexpr std::size_t most_told = 50;
        while (errors.size() < most_told) {
            try {
                toml::table file = toml::parse(text());
                for (const auto& [section, again] : again_) put_together(file, section, again, name, errors);
                return file;
            } catch (const toml::parse_error& error) {
                // An end that is missing is missed at the end of the file.
                const std::size_t wrong = last_with_something(error.source().begin.line);
                if (wrong == 0) break;
                std::string& line = lines_[wrong - 1];
                if (const auto section = section_in(line); section && stands_before(*section, wrong)) {
                    again_.emplace_back(*section, fmt::format("{} {}", *section, wrong));
                    line = fmt::format("[\"{}\"]", again_.back().second);
                    continue;
                }
                errors.push_back({Fault::bad_setting, fmt::format("{}:{}", name, wrong),
                                  fmt::format("NAME = VALUE, a text in straight \"marks\" ({})", error.description())});
                line.clear();
            }
        }
        return {};
    }

  private:
    [[nodiscard]] std::string text() const { return fmt::format("{}\n", fmt::join(lines_, "\n")); }

    /// At `line` or before it; 0 where there is none.
    [[nodiscard]] std::size_t last_with_something(std::size_t line) const {
        line = std::min(line, lines_.size());
        while (line > 0 && lines_[line - 1].find_first_not_of(" \t\r") == std::string::npos) --line;
        return line;
    }

    static std::optional<std::string> section_in(const std::string& line) {
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string::npos || line[begin] != '[') return std::nullopt;
        const auto end = line.find(']', begin);
        const std::string section = line.substr(begin + 1, end == std::string::npos ? 0 : end - begin - 1);
        const bool is_plain = !section.empty() && std::ranges::all_of(section, [](char c) {
            return (c >= 'a' && c <= 'z') || c == '_' || c == '.';
        });
        return is_plain ? std::optional(section) : std::nullopt;
    }

    [[nodiscard]] bool stands_before(const std::string& section, std::size_t line) const {
        return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(line) - 1,
                           [&](const std::string& before) { return section_in(before) == section; });
    }

    static void put_together(toml::table& file, const std::string& section, const std::string& again,
                             const std::string& name, std::vector<Error>& errors) {
        toml::table* first = file.at_path(section).as_table();
        toml::table* second = file[again].as_table();
        if (!first || !second) return;
        for (auto&& [key, value] : *second) {
            const auto line = value.source().begin.line;
            if (!first->insert(key, std::move(value)).second)
                errors.push_back(
                    {Fault::bad_setting, fmt::format("{}:{} {}.{}", name, line, section, key.str()), "once"});
        }
        file.erase(again);
    }

    std::vector<std::string> lines_;
    std::vector<std::pair<std::string, std::string>>
        again_;  ///< a section, and what it is called where it stands once more
};

}  // namespace

ReadConfig read_config(std::string_view text, const std::string& name) {
    ReadConfig read;
    const toml::table file = Lines(text).parse(name, read.errors);
    Config& config = read.config;
    Reader reader(file, name, read.errors);
    reader.text("sound", "device", [&](const std::string& value) { config.sound.device = value; });
    reader.number("sound", "latency_ms", 1, 500, [&](double value) { config.sound.latency_ms = value; });
    reader.number("sound", "offset_ms", -500, 2000, [&](double value) { config.sound.offset_ms = value; });
    reader.number("sound", "loudspeaker_db", -60, 0, [&](double value) { config.sound.mixer.loudspeaker_db = value; });
    reader.number("sound", "headphones_db", -60, 0, [&](double value) { config.sound.mixer.headphones_db = value; });
    reader.text("sound", "headphones", [&](const std::string& value) { config.sound.headphones = value; });
    reader.text("sound", "jack", [&](const std::string& value) { config.jack = value; });
    using Unplugged = app::HouseRules::Unplugged;
    const std::array unplugged{std::pair{std::string_view("silent"), Unplugged::silent},
                               std::pair{std::string_view("goes on"), Unplugged::goes_on}};
    reader.choice("sound", "unplugged", unplugged, [&](Unplugged value) { config.rules.unplugged = value; });
    reader.ceilings("sound", "ceiling", config.rules.ceilings);
    reader.number("screen", "diagonal_in", 5, 100, [&](double value) { config.diagonal_in = value; });
    using platform::Turn;
    const std::array turns{std::pair{std::string_view("none"), Turn::none},
                           std::pair{std::string_view("quarter"), Turn::quarter},
                           std::pair{std::string_view("half"), Turn::half},
                           std::pair{std::string_view("three quarters"), Turn::three_quarters}};
    reader.choice("screen", "turned", turns, [&](Turn value) { config.turn = value; });
    const std::array pads{std::pair{std::string_view("moves"), platform::Pad::moves},
                          std::pair{std::string_view("chooses"), platform::Pad::chooses}};
    reader.choice("keys", "pad", pads, [&](platform::Pad value) { config.pad = value; });
    reader.number("keys", "double_strike_ms", 0, 500,
                  [&](double value) { config.double_strike_ms = static_cast<int>(value); });
    reader.number("visit", "idle_s", 120, 300, [&](double value) { config.rules.idle_s = static_cast<int>(value); });
    reader.path("visit", "bookmarks", [&](const std::string& value) { config.bookmarks = value; });
    reader.folders("sticks", "folders",
                   [&](std::vector<std::string> value) { config.stick_folders = std::move(value); });
    reader.path("sticks", "mount", [&](const std::string& value) { config.own_mounts.folder = value; });
    using Devices = platform::OwnMounts::Devices;
    const std::array devices{std::pair{std::string_view("removable"), Devices::removable},
                             std::pair{std::string_view("loops too"), Devices::loops_too}};
    reader.choice("sticks", "devices", devices, [&](Devices value) { config.own_mounts.devices = value; });
    using Admission = app::HouseRules::Admission;
    const std::array admissions{std::pair{std::string_view("pin"), Admission::pin},
                                std::pair{std::string_view("anyone"), Admission::anyone}};
    reader.choice("staff", "admission", admissions, [&](Admission value) { config.rules.admission = value; });
    reader.path("staff", "keys", [&](const std::string& value) { config.keys = value; });
    reader.time("staff", "examined_at", [&](int minute) { config.rules.examined_at_min = minute; });
    reader.path("staff", "metrics", [&](const std::string& value) { config.metrics = value; });
    reader.path("staff", "inbox", [&](const std::string& value) { config.inbox = value; });
    reader.path("staff", "pin", [&](const std::string& value) { config.pin = value; });
    reader.path("staff", "settled", [&](const std::string& value) { config.settled = value; });
    reader.path("keys", "learned", [&](const std::string& value) { config.learned = value; });
    reader.bindings("keys", "bindings", config.bindings);
    reader.refuse_the_rest();
    return read;
}

ReadKeys read_keys(std::string_view text, const std::string& name) {
    ReadKeys read;
    const toml::table file = Lines(text).parse(name, read.errors);
    Reader reader(file, name, read.errors);
    reader.bindings("keys", "bindings", read.bindings);
    reader.refuse_the_rest();
    return read;
}

std::string written_keys(const Bindings& bindings) {
    toml::table keys;
    for (const Binding& binding : bindings)
        keys.insert(platform::name_of(binding.key), binding.meaning ? name_of(*binding.meaning) : "none");
    std::ostringstream file;
    file
        << "# What the keys have been taught to mean. The configuration counts before it; it is written anew whenever\n"
           "# keys are learned.\n\n"
        << toml::table{{"keys", toml::table{{"bindings", keys}}}} << '\n';
    return file.str();
}

Result<platform::VoiceProfile> read_voice_profile(std::string_view text, const std::string& name,
                                                  const std::string& folder) {
    try {
        const toml::table file = toml::parse(text);
        const toml::table& view = file;
        platform::VoiceProfile profile;
        bool whole = true;
        const auto part = [&](std::string_view section) {
            const auto voice = view[section]["file"].value<std::string>();
            const auto gain_db = view[section]["gain_db"].value<double>();
            whole = whole && voice && gain_db;
            return platform::VoicePart{folder + "/" + voice.value_or(std::string()), gain_db.value_or(0)};
        };
        profile.mandarin = part("mandarin");
        profile.english = part("english");
        profile.variant = view["further"]["variant"].value_or(std::string());
        profile.further_gain_db = view["further"]["gain_db"].value_or(0.0);
        if (!whole) return fail(Fault::no_voice, name);
        return profile;
    } catch (const toml::parse_error& error) {
        return tl::unexpected(broken(error, Fault::no_voice, name));
    }
}

Result<platform::FontChain> read_font_chain(std::string_view text, const std::string& name) {
    const auto read_faces = [](const toml::node_view<const toml::node>& list) {
        std::vector<platform::FontFace> faces;
        if (const auto* array = list.as_array())
            for (const auto& node : *array)
                if (const auto* face = node.as_table())
                    faces.push_back({(*face)["file"].value_or(std::string()), (*face)["face"].value_or(0)});
        return faces;
    };
    try {
        const toml::table file = toml::parse(text);
        const toml::table& view = file;
        platform::FontChain chain{read_faces(view["regular"]), read_faces(view["bold"])};
        if (chain.regular.empty() || chain.bold.empty()) return fail(Fault::no_font, name);
        return chain;
    } catch (const toml::parse_error& error) {
        return tl::unexpected(broken(error, Fault::no_font, name));
    }
}

}  // namespace tingdu::shell
