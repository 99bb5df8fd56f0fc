// doctor: looks at everything that a kiosk needs, by the doors that it uses itself, and says how it is.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "kiosk/app/health.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/display/pixel_density.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/machine/machine.h"
#include "kiosk/platform/sound/mixer.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/health.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/root.h"
#include "kiosk/speech/clip.h"
#include "kiosk/speech/utterance.h"

namespace tingdu::shell {
namespace {

using app::Facts;

bool is_there(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

Date day_of(std::time_t time) {
    std::tm local{};
    ::localtime_r(&time, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

/// A file that cannot be read, and everything in one that can.
std::pair<Config, std::vector<Error>> settings_of(const std::optional<std::string>& path) {
    if (!path) return {};
    constexpr std::size_t largest = 1U << 20U;
    const auto bytes = platform::read_file(*path, largest);
    if (!bytes) return {Config{}, {bytes.error()}};
    auto read = read_config({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, name_in(*path));
    return {std::move(read.config), std::move(read.errors)};
}

Result<Facts::Screen> screen_of(const Config& config) {
    const auto look = platform::look_at_screen(config.diagonal_in);
    if (!look) return tl::unexpected(look.error());
    const auto& [width_px, height_px, px_per_mm] = look->size;
    using Size = Facts::Screen::Size;
    return Facts::Screen{width_px, height_px, std::hypot(width_px, height_px) / px_per_mm / platform::mm_per_in,
                         look->is_size_guessed ? Size::guessed : Size::known};
}

Facts::Sound sound_of(const platform::SoundWish& wish) {
    const platform::SoundDevices devices = platform::look_for_sound_devices();
    Facts::Sound sound;
    sound.plays_somewhere = devices.has_usual;
    sound.there = devices.all;
    for (const platform::SoundCard& card : platform::sound_cards()) {
        sound.cards.push_back({card.name, card.opens, card.is_muted});
        sound.busy.insert(sound.busy.end(), card.busy.begin(), card.busy.end());
        // A kiosk at work has its device for itself, and nobody else finds it then.
        for (const std::string& device : card.devices)
            if (std::ranges::find(sound.there, device) == sound.there.end()) sound.there.push_back(device);
        sound.plays_somewhere = sound.plays_somewhere || !card.devices.empty();
    }
    for (const std::string& wished : {wish.device, wish.headphones}) {
        const auto is_wished = [&](const std::string& name) { return name.find(wished) != std::string::npos; };
        if (!wished.empty() && std::ranges::none_of(sound.there, is_wished)) sound.lost.push_back(wished);
    }
    return sound;
}

std::vector<Facts::Hand> hands() {
    std::vector<Facts::Hand> all;
    for (const platform::HandDevice& device : platform::hand_devices()) all.push_back({device.name, device.opens});
    return all;
}

/// Of all that the kiosk itself shows, in any language.
Result<std::u32string> lacking_glyphs(const Resources& resources) {
    const auto fonts = find_fonts(resources);
    if (!fonts) return tl::unexpected(fonts.error());
    const auto repertoire = platform::open_repertoire(*fonts);
    if (!repertoire) return tl::unexpected(repertoire.error());
    std::u32string lacking;
    for (int language = 0; language < resources.languages->count(); ++language)
        for (int phrase = 0; phrase < wording::phrase_count; ++phrase)
            for (const char32_t c : (*resources.languages)[language][static_cast<wording::Phrase>(phrase)])
                if (c > U' ' && !(*repertoire)(c) && lacking.find(c) == std::u32string::npos) lacking += c;
    return lacking;
}

bool is_sound(const Pcm& pcm) {
    constexpr int loud_enough = 1000;  // of 32767: speech at the level of the kiosk has ten times as much
    return std::ranges::any_of(pcm, [](std::int16_t sample) { return std::abs(int{sample}) > loud_enough; });
}

/// Whether all of a language's greeting comes out as sound, in each of the voices.
Result<std::vector<Facts::Spoken>> voices_of(const Resources& resources) {
    const platform::Cast cast = find_cast(resources);
    const auto synthesizer = platform::open_synthesizer(cast);
    if (!synthesizer) return tl::unexpected(synthesizer.error());
    std::vector<Facts::Spoken> spoken;
    for (int language = 0; language < resources.languages->count(); ++language) {
        const wording::Wording& words = (*resources.languages)[language];
        const std::u32string_view text = words[wording::Phrase::greeting];
        const speech::Utterance utterance =
            speech::compose(text, {0, text.size()}, {}, resources.lexicon, resources.languages->spoken(language));
        bool is_heard = !utterance.breaths.empty();
        for (std::size_t voice = 0; voice < std::max<std::size_t>(1, cast.profiles.size()); ++voice) {
            const std::atomic<bool> never = false;
            const Diction diction{.voice = static_cast<int>(voice)};
            for (const speech::Breath& breath : utterance.breaths) {
                const auto performed = speech::perform(
                    breath, breath.first_word, diction,
                    [&](const speech::Piece& piece) { return (*synthesizer)->say(piece, diction, never); });
                is_heard = is_heard && performed && performed->shortfalls.empty() && is_sound(performed->clip.pcm);
            }
        }
        spoken.push_back({words.name(), is_heard});
    }
    return spoken;
}

Result<Facts::Articles> articles_of(const ContentOptions& options, const Resources& resources) {
    // Every byte, where a kiosk that starts looks at a few.
    if (options.library)
        if (const auto sound = platform::look_after(*options.library, platform::Depth::thorough); !sound)
            return tl::unexpected(sound.error());
    const auto content = find_content(options, resources);
    if (!content) return tl::unexpected(content.error());
    const auto catalogue = runtime::Reader(*content).new_catalogue();
    if (!catalogue) return tl::unexpected(catalogue.error());
    Facts::Articles articles{0, 0, true, content->path};
    for (const library::Subject& subject : (*catalogue)->subjects) {
        ++articles.subjects;
        articles.articles += subject.entries.size();
    }
    if (options.library)
        articles.may_change =
            platform::may_write(*options.library) && platform::may_write(platform::folder_of(*options.library));
    return articles;
}

/// Where the kiosk writes.
std::optional<Facts::Disk> disk_of(const ContentOptions& options) {
    std::string folder = platform::folder_of(options.library.value_or(state_file("bookmarks.tsv")));
    while (!folder.empty() && folder != "." && !is_there(folder)) folder = platform::folder_of(folder);
    const auto free = platform::free_bytes(folder);
    if (!free) return std::nullopt;
    return Facts::Disk{folder, *free, platform::may_write(folder)};
}

Facts::Clock clock_now(const ContentOptions& content) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    constexpr std::int64_t ns_per_s = 1'000'000'000;
    std::int64_t known_s = 0;
    for (const std::string& file : {std::string("/proc/self/exe"), content.library.value_or(std::string())})
        if (const auto stamp = platform::stamp_of(file)) known_s = std::max(known_s, stamp->changed_ns / ns_per_s);
    return {.today = day_of(now),
            .minute_of_day = local.tm_hour * 60 + local.tm_min,
            .known = known_s > 0 ? day_of(known_s) : Date{},
            .lasts = platform::has_lasting_clock()};
}

/// Whoever asks as root is told what the kiosk itself may do.
DoctorOptions as_installed(DoctorOptions options) {
    const bool is_of_installed = !options.content.library && !options.content.folder;
    if (is_of_installed && is_there(platform::folder_of(installed_library))) {
        platform::become(installed_user);
        options.content.library = installed_library;
    }
    if (is_of_installed && !options.config && is_there(installed_config)) options.config = installed_config;
    return options;
}

}  // namespace

Result<void> doctor(const DoctorOptions& asked) {
    const DoctorOptions options = as_installed(asked);
    const auto resources = find_resources();
    if (!words_of_environment()) return tl::unexpected(resources.error());  // which is that there are no words
    const wording::Wording& words = *words_of_environment();
    auto [config, errors] = settings_of(options.config);
    Facts facts;
    facts.screen = screen_of(config);
    facts.sound = sound_of(config.sound);
    facts.hands = hands();
    facts.shut_out = platform::shut_out_by_usb();
    if (resources) {
        facts.lacking_glyphs = lacking_glyphs(*resources);
        facts.voices = voices_of(*resources);
        facts.articles = articles_of(options.content, *resources);
    } else {
        facts.voices = tl::unexpected(resources.error());
    }
    facts.disk = disk_of(options.content);
    facts.clock = clock_now(options.content);
    facts.hottest_celsius = platform::hottest_celsius();
    facts.settings = std::move(errors);
    facts.versions = {std::string("Tingdu ") + version, platform::synthesizer_version(), platform::display_version(),
                      platform::sound_version()};
    std::ranges::move(platform::system_versions(), std::back_inserter(facts.versions));

    if (options.print == DoctorOptions::Print::table) {
        std::cout << written_health(app::examined(facts, *installed_languages().all), *installed_languages().all);
        return {};
    }
    std::cout << "tingdu " << version << ", " << platform::user_name() << '\n';
    std::size_t ills = 0;
    for (const app::Condition& condition : app::examined(facts, words)) {
        ills += condition.state == app::Condition::State::ill ? 1 : 0;
        std::cout << to_utf8(words.say(wording::Phrase::health_of, {{"part", app::name_of(condition.part, words)},
                                                                    {"state", app::name_of(condition.state, words)},
                                                                    {"told", condition.told}}))
                  << '\n';
    }
    if (ills > 0) return fail(Fault::not_well, std::to_string(ills));
    std::cout << to_utf8(words[wording::Phrase::health_all_well]) << '\n';
    return {};
}

}  // namespace tingdu::shell
