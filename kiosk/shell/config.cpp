#include "kiosk/shell/config.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace tingdu::shell {
namespace {

/// One file being read: what it says into `config`, what is wrong with it into `errors`.
class Reader {
  public:
    Reader(const toml::table& file, const std::string& name, ReadConfig& into)
        : file_(file), name_(name), into_(into) {}

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

    void refuse(const toml::node& node, const std::string& setting, std::string allowed) {
        into_.errors.push_back({Fault::bad_setting, fmt::format("{}:{} {}", name_, node.source().begin.line, setting),
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
    ReadConfig& into_;
    std::vector<std::string> known_;
};

Error broken(const toml::parse_error& error, Fault fault, const std::string& name) {
    return {fault, fmt::format("{}:{}", name, error.source().begin.line), std::string(error.description())};
}

}  // namespace

ReadConfig read_config(std::string_view text, const std::string& name) {
    ReadConfig read;
    toml::table file;
    try {
        file = toml::parse(text);
    } catch (const toml::parse_error& error) {
        read.errors.push_back(broken(error, Fault::bad_setting, name));
        return read;
    }
    Config& config = read.config;
    Reader reader(file, name, read);
    reader.text("sound", "device", [&](const std::string& value) { config.sound.device = value; });
    reader.number("sound", "latency_ms", 1, 500, [&](double value) { config.sound.latency_ms = value; });
    reader.number("sound", "offset_ms", -500, 2000, [&](double value) { config.sound.offset_ms = value; });
    reader.number("screen", "diagonal_in", 5, 100, [&](double value) { config.diagonal_in = value; });
    const std::array pads{std::pair{std::string_view("moves"), platform::Pad::moves},
                          std::pair{std::string_view("chooses"), platform::Pad::chooses}};
    reader.choice("keys", "pad", pads, [&](platform::Pad value) { config.pad = value; });
    reader.number("keys", "double_strike_ms", 0, 500,
                  [&](double value) { config.double_strike_ms = static_cast<int>(value); });
    reader.refuse_the_rest();
    return read;
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
