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

std::optional<toml::table> parse(std::string_view text, const std::string& name, std::vector<Error>& errors) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        errors.push_back(broken(error, Fault::bad_setting, name));
        return std::nullopt;
    }
}

}  // namespace

ReadConfig read_config(std::string_view text, const std::string& name) {
    ReadConfig read;
    const auto file = parse(text, name, read.errors);
    if (!file) return read;
    Config& config = read.config;
    Reader reader(*file, name, read.errors);
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
    const std::array pads{std::pair{std::string_view("moves"), platform::Pad::moves},
                          std::pair{std::string_view("chooses"), platform::Pad::chooses}};
    reader.choice("keys", "pad", pads, [&](platform::Pad value) { config.pad = value; });
    reader.number("keys", "double_strike_ms", 0, 500,
                  [&](double value) { config.double_strike_ms = static_cast<int>(value); });
    reader.number("visit", "idle_s", 120, 300, [&](double value) { config.rules.idle_s = static_cast<int>(value); });
    reader.text("visit", "bookmarks", [&](const std::string& value) { config.bookmarks = value; });
    reader.folders("sticks", "folders",
                   [&](std::vector<std::string> value) { config.stick_folders = std::move(value); });
    reader.text("sticks", "mount", [&](const std::string& value) { config.own_mounts.folder = value; });
    using Devices = platform::OwnMounts::Devices;
    const std::array devices{std::pair{std::string_view("removable"), Devices::removable},
                             std::pair{std::string_view("loops too"), Devices::loops_too}};
    reader.choice("sticks", "devices", devices, [&](Devices value) { config.own_mounts.devices = value; });
    using Admission = app::HouseRules::Admission;
    const std::array admissions{std::pair{std::string_view("pin"), Admission::pin},
                                std::pair{std::string_view("anyone"), Admission::anyone}};
    reader.choice("staff", "admission", admissions, [&](Admission value) { config.rules.admission = value; });
    reader.text("staff", "keys", [&](const std::string& value) { config.keys = value; });
    reader.time("staff", "examined_at", [&](int minute) { config.rules.examined_at_min = minute; });
    reader.text("staff", "metrics", [&](const std::string& value) { config.metrics = value; });
    reader.text("staff", "inbox", [&](const std::string& value) { config.inbox = value; });
    reader.text("staff", "pin", [&](const std::string& value) { config.pin = value; });
    reader.text("staff", "settled", [&](const std::string& value) { config.settled = value; });
    reader.text("keys", "learned", [&](const std::string& value) { config.learned = value; });
    reader.bindings("keys", "bindings", config.bindings);
    reader.refuse_the_rest();
    return read;
}

ReadKeys read_keys(std::string_view text, const std::string& name) {
    ReadKeys read;
    const auto file = parse(text, name, read.errors);
    if (!file) return read;
    Reader reader(*file, name, read.errors);
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
