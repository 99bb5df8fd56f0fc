// The operator's configuration: one commented TOML file. What is wrong in it is named, and the rest holds.
// It reads text; which file that came from and what is done with the values is the commands' matter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/base/bindings.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/media/media.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/platform/synthesizer/synthesizer.h"

namespace tingdu::shell {

struct Config {
    platform::SoundWish sound;
    std::optional<double> diagonal_in;
    platform::Turn turn = platform::Turn::none;
    platform::Pad pad = platform::Pad::moves;
    int double_strike_ms = 120;
    std::string jack = "Headphone";  ///< part of the name of the socket that tells whether headphones are in
    app::HouseRules rules;
    std::vector<std::string> stick_folders = platform::usual_stick_folders();  ///< where sticks are mounted
    platform::OwnMounts own_mounts;                                            ///< and what the kiosk mounts itself
    Bindings bindings;
    std::optional<std::string> learned;     ///< where the keys that have been learned are kept
    std::string keys = "/etc/tingdu/keys";  ///< whose signature of a content pack counts
    std::string metrics;                    ///< where how the kiosk is stands for node_exporter; empty: nowhere
    std::string inbox;                      ///< a folder of packs that come in by themselves; empty: none
    std::optional<std::string> pin;         ///< where the staff's PIN is kept
    std::optional<std::string> settled;     ///< and what they have settled
    std::optional<std::string> bookmarks;   ///< where it is kept what has been left unfinished
};

struct ReadConfig {
    Config config;
    std::vector<Error> errors;  ///< fault bad_setting each; the default stands in its place
};

/// `name` names the file in errors.
[[nodiscard]] ReadConfig read_config(std::string_view toml, const std::string& name);

/// The file of the keys that have been learned: [keys.bindings] as in the configuration, and nothing else.
struct ReadKeys {
    Bindings bindings;
    std::vector<Error> errors;  ///< fault bad_setting each; the rest holds
};
[[nodiscard]] ReadKeys read_keys(std::string_view toml, const std::string& name);
/// A whole such file.
[[nodiscard]] std::string written_keys(const Bindings& bindings);

/// voices/profiles/*.toml; voice files are looked for in `folder`. Fault no_voice.
[[nodiscard]] Result<platform::VoiceProfile> read_voice_profile(std::string_view toml, const std::string& name,
                                                                const std::string& folder);

/// fonts/chain.toml. Font files are named by their whole path. Fault no_font.
[[nodiscard]] Result<platform::FontChain> read_font_chain(std::string_view toml, const std::string& name);

}  // namespace tingdu::shell
