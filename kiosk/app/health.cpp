#include "kiosk/app/health.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using wording::Phrase;
using wording::Wording;

/// An import writes what it takes in twice; less than this is soon full (a hall's year of articles with pictures).
constexpr std::uint64_t scarce_bytes = 200'000'000;
/// No machine serves so long, and a clock that has lost its battery may wake up anywhere.
constexpr int longest_service_years = 30;
/// Small PCs begin to slow down between this and 100 (the kernel's default "passive" trip points).
constexpr int hot_celsius = 85;

/// "21.5", "24"
std::u32string in_tenths(double number) {
    const auto tenths = std::lround(number * 10);
    const std::string last = tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10);
    return from_utf8(std::to_string(tenths / 10) + last);
}

std::u32string as_size(std::uint64_t bytes) {
    constexpr double mega = 1e6;
    const double megabytes = static_cast<double>(bytes) / mega;
    return megabytes < 1000 ? in_tenths(megabytes) + U" MB" : in_tenths(megabytes / 1000) + U" GB";
}

/// One examination.
class Examiner {
  public:
    Examiner(const Facts& facts, const Wording& words) : facts_(facts), words_(words) {}

    std::vector<Condition> all() && {
        if (facts_.screen) with(Part::screen, *facts_.screen, [&](const auto& screen) { look_at(screen); });
        if (facts_.sound) look_at(*facts_.sound);
        if (facts_.hands) look_at(*facts_.hands);
        if (facts_.lacking_glyphs) with(Part::fonts, *facts_.lacking_glyphs, [&](const auto& all) { look_at(all); });
        if (facts_.voices) with(Part::voices, *facts_.voices, [&](const auto& voices) { look_at(voices); });
        if (facts_.articles) with(Part::articles, *facts_.articles, [&](const auto& all) { look_at(all); });
        if (facts_.disk) look_at(*facts_.disk);
        if (facts_.clock) look_at(*facts_.clock);
        if (facts_.hottest_celsius) look_at_heat(*facts_.hottest_celsius);
        if (facts_.settings) look_at(*facts_.settings);
        if (!facts_.versions.empty()) tell_versions();
        return std::move(conditions_);
    }

  private:
    void append(std::u32string& all, std::u32string_view name) const {
        if (!all.empty()) all += words_[Phrase::health_apart];
        all += name;
    }
    [[nodiscard]] std::u32string listed(const std::vector<std::string>& names) const {
        std::u32string all;
        for (const std::string& name : names) append(all, from_utf8(name));
        return all;
    }

    using State = Condition::State;

    void add(Part part, State state, std::u32string told) { conditions_.push_back({part, state, std::move(told)}); }
    void add(Part part, State state, Phrase phrase, std::initializer_list<wording::Slot> slots = {}) {
        add(part, state, slots.size() == 0 ? std::u32string(words_[phrase]) : words_.say(phrase, slots));
    }

    template <class Value>
    void with(Part part, const Result<Value>& seen, const auto& look) {
        if (seen) {
            look(*seen);
        } else {
            add(part, State::ill, from_utf8(wording::sentence(seen.error(), words_)));
        }
    }

    void look_at(const Facts::Screen& screen) {
        const bool is_known = screen.size == Facts::Screen::Size::known;
        const std::u32string inches = in_tenths(screen.diagonal_in);
        add(Part::screen, is_known ? State::well : State::worth_knowing,
            is_known ? Phrase::screen_well : Phrase::screen_guessed,
            {{"width", digits(screen.width_px)}, {"height", digits(screen.height_px)}, {"inches", inches}});
    }

    void look_at(const Facts::Sound& sound) {
        const std::size_t before = conditions_.size();
        std::vector<std::string> open;
        for (const Facts::Card& card : sound.cards) {
            const std::u32string name = from_utf8(card.name);
            if (!card.opens) add(Part::sound, State::ill, Phrase::sound_shut, {{"name", name}});
            if (card.opens) open.push_back(card.name);
            if (card.opens && card.is_muted)
                add(Part::sound, State::worth_knowing, Phrase::sound_muted, {{"name", name}});
        }
        const bool is_ill = std::any_of(conditions_.begin() + static_cast<std::ptrdiff_t>(before), conditions_.end(),
                                        [](const Condition& each) { return each.state == State::ill; });
        if (!sound.plays_somewhere && sound.cards.empty())
            add(Part::sound, State::ill, Phrase::sound_none);
        else if (!sound.plays_somewhere && !is_ill)
            add(Part::sound, State::ill, Phrase::sound_nowhere);
        for (const std::string& lost : sound.lost) {
            const std::u32string there = listed(sound.there);
            if (sound.plays_somewhere)
                add(Part::sound, State::ill, Phrase::sound_gone, {{"name", from_utf8(lost)}, {"there", there}});
        }
        if (conditions_.size() > before) return;
        if (open.empty())
            add(Part::sound, State::well, Phrase::sound_by_server);
        else
            add(Part::sound, State::well, Phrase::sound_well, {{"names", listed(open)}});
        if (!sound.busy.empty()) add(Part::sound, State::well, Phrase::sound_busy, {{"names", listed(sound.busy)}});
    }

    void look_at(const std::vector<Facts::Hand>& hands) {
        std::vector<std::string> open;
        for (const Facts::Hand& hand : hands) {
            if (hand.opens)
                open.push_back(hand.name);
            else
                add(Part::hands, State::ill, Phrase::hands_shut, {{"name", from_utf8(hand.name)}});
        }
        if (hands.empty()) add(Part::hands, State::ill, Phrase::hands_none);
        if (!open.empty()) add(Part::hands, State::well, Phrase::hands_well, {{"names", listed(open)}});
        if (!facts_.shut_out.empty())
            add(Part::hands, State::worth_knowing, Phrase::hands_shut_out, {{"names", listed(facts_.shut_out)}});
    }

    void look_at(const std::u32string& lacking) {
        constexpr std::size_t shown = 20;
        if (lacking.empty())
            add(Part::fonts, State::well, Phrase::fonts_well);
        else
            add(Part::fonts, State::ill, Phrase::fonts_lacking,
                {{"count", lacking.size()}, {"characters", std::u32string_view(lacking).substr(0, shown)}});
    }

    void look_at(const std::vector<Facts::Spoken>& voices) {
        std::u32string heard;
        for (const Facts::Spoken& voice : voices) {
            if (voice.is_heard)
                append(heard, voice.language);
            else
                add(Part::voices, State::ill, Phrase::voice_mute, {{"language", voice.language}});
        }
        if (!heard.empty()) add(Part::voices, State::well, Phrase::voices_well, {{"languages", heard}});
    }

    void look_at(const Facts::Articles& all) {
        if (!all.may_change) add(Part::articles, State::ill, Phrase::articles_shut, {{"file", from_utf8(all.file)}});
        if (all.articles == 0)
            add(Part::articles, State::ill, Phrase::articles_none);
        else
            add(Part::articles, State::well, Phrase::articles_well,
                {{"subjects", all.subjects}, {"articles", all.articles}});
    }

    void look_at(const Facts::Disk& disk) {
        if (!disk.may_write) add(Part::disk, State::ill, Phrase::disk_shut, {{"folder", from_utf8(disk.folder)}});
        const bool is_scarce = disk.free_bytes < scarce_bytes;
        add(Part::disk, is_scarce ? State::ill : State::well, is_scarce ? Phrase::disk_low : Phrase::disk_well,
            {{"free", as_size(disk.free_bytes)}});
    }

    void look_at(const Facts::Clock& clock) {
        const auto in_order = [](const Date& date) { return std::tuple(date.year, date.month, date.day); };
        const std::u32string date = shown_date(clock.today, words_);
        const std::u32string time = clock_time(clock.minute_of_day);
        if (in_order(clock.today) < in_order(clock.known))
            add(Part::clock, State::ill, Phrase::clock_behind, {{"date", date}});
        else if (clock.today.year > clock.known.year + longest_service_years)
            add(Part::clock, State::ill, Phrase::clock_ahead, {{"date", date}});
        else
            add(Part::clock, clock.lasts ? State::well : State::worth_knowing,
                clock.lasts ? Phrase::clock_well : Phrase::clock_forgets, {{"date", date}, {"time", time}});
    }

    void look_at_heat(int celsius) {
        const bool is_hot = celsius > hot_celsius;
        add(Part::heat, is_hot ? State::ill : State::well, is_hot ? Phrase::heat_high : Phrase::heat_well,
            {{"degrees", digits(celsius)}});
    }

    void tell_versions() {
        std::u32string all;
        for (const std::string& version : facts_.versions)
            all += (all.empty() ? U"" : std::u32string(words_[Phrase::health_apart])) + from_utf8(version);
        add(Part::versions, State::well, Phrase::versions_told, {{"names", all}});
    }

    void look_at(const std::vector<Error>& settings) {
        for (const Error& error : settings)
            add(Part::settings, State::ill, from_utf8(wording::sentence(error, words_)));
        if (settings.empty()) add(Part::settings, State::well, Phrase::settings_well);
    }

    const Facts& facts_;
    const Wording& words_;
    std::vector<Condition> conditions_;
};

}  // namespace

std::vector<Condition> examined(const Facts& facts, const Wording& words) {
    return Examiner(facts, words).all();
}

Health examined(const Facts& facts, const wording::Languages& languages) {
    Health health;
    for (int language = 0; language < languages.count(); ++language)
        health.push_back(examined(facts, languages[language]));
    return health;
}

std::u32string name_of(Part part, const Wording& words) {
    switch (part) {
        case Part::screen:
            return std::u32string(words[Phrase::part_screen]);
        case Part::sound:
            return std::u32string(words[Phrase::part_sound]);
        case Part::hands:
            return std::u32string(words[Phrase::part_hands]);
        case Part::fonts:
            return std::u32string(words[Phrase::part_fonts]);
        case Part::voices:
            return std::u32string(words[Phrase::part_voices]);
        case Part::articles:
            return std::u32string(words[Phrase::part_articles]);
        case Part::disk:
            return std::u32string(words[Phrase::part_disk]);
        case Part::clock:
            return std::u32string(words[Phrase::part_time]);
        case Part::heat:
            return std::u32string(words[Phrase::part_heat]);
        case Part::settings:
            return std::u32string(words[Phrase::part_settings]);
        case Part::versions:
            return std::u32string(words[Phrase::part_versions]);
    }
    return {};
}

std::u32string name_of(Condition::State state, const Wording& words) {
    switch (state) {
        case Condition::State::well:
            return std::u32string(words[Phrase::state_well]);
        case Condition::State::worth_knowing:
            return std::u32string(words[Phrase::state_worth_knowing]);
        case Condition::State::ill:
            return std::u32string(words[Phrase::state_ill]);
    }
    return {};
}

}  // namespace tingdu::app
