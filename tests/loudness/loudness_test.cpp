// How loud everything is, by the measure of EBU R 128: what is read and what the kiosk says, in both voices and both
// languages, at every loudness that a visitor may choose.
#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <complex>
#include <memory>
#include <numbers>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <ebur128.h>

#include "kiosk/app/settings.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/sound/pcm_ring.h"
#include "kiosk/platform/sound/player.h"
#include "kiosk/runtime/saying.h"
#include "kiosk/shell/resources.h"

using namespace tingdu;

namespace {

constexpr double wanted_lufs = -28;

/// Integrated loudness and the highest peak between the samples, in dB of full scale.
struct Loudness {
    double lufs{};
    double peak_db{};
};

Loudness loudness(std::span<const std::int16_t> pcm) {
    const std::unique_ptr<ebur128_state, void (*)(ebur128_state*)> meter(
        ebur128_init(1, sample_rate_hz, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK),
        [](ebur128_state* state) { ebur128_destroy(&state); });
    REQUIRE(ebur128_add_frames_short(meter.get(), pcm.data(), pcm.size()) == EBUR128_SUCCESS);
    Loudness measured;
    double peak = 0;
    REQUIRE(ebur128_loudness_global(meter.get(), &measured.lufs) == EBUR128_SUCCESS);
    REQUIRE(ebur128_true_peak(meter.get(), 0, &peak) == EBUR128_SUCCESS);
    measured.peak_db = 20 * std::log10(peak);
    return measured;
}

/// The kiosk's voice by itself, as it is shipped.
class Studio {
  public:
    Studio()
        : resources_(*shell::find_resources()),
          synthesizer_(*platform::open_synthesizer(shell::find_cast(resources_))),
          say_(runtime::saying([this]() -> mandarin::Knowledge { return resources_.lexicon; }, *synthesizer_)) {}

    Pcm record(const std::vector<std::u32string>& sentences, Language language, const Diction& diction) {
        Pcm pcm;
        for (const std::u32string& sentence : sentences) {
            runtime::SayOrder order;
            order.utterance = 1;
            order.line.prompt = sentence;
            order.line.language = language;
            order.diction = diction;
            order.given_up = std::make_shared<std::atomic<bool>>(false);
            say_(order, [&](const runtime::SayProduct& product) {
                if (const auto* clip = std::get_if<speech::Clip>(&product.what))
                    pcm.insert(pcm.end(), clip->pcm.begin(), clip->pcm.end());
            });
        }
        return pcm;
    }

    [[nodiscard]] const wording::Languages& languages() const { return *resources_.languages; }

  private:
    shell::Resources resources_;
    std::unique_ptr<platform::Synthesizer> synthesizer_;
    runtime::Workshop::Work say_;
};

Studio& studio() {
    static Studio one;
    return one;
}

const std::vector<std::u32string> mandarin_article{
    U"柳塘公园的晨练点从本月起每天早上六点开放，园内新铺了防滑步道。", U"雨天路滑，请大家慢慢走，扶好栏杆。",
    U"服务台每天6:00—20:00有人值班，开水和急救箱都在这里。", U"需要轮椅的，可以在东门免费借用。"};
const std::vector<std::u32string> english_article{
    U"The exercise ground in the park opens at six in the morning from this month on.",
    U"Paths are slippery in the rain; please walk slowly and hold the rail.",
    U"Somebody is at the desk every day, and there is hot water and a first aid box.",
    U"Wheelchairs can be borrowed at the east gate free of charge."};

/// What the kiosk says of itself.
std::vector<std::u32string> prompts(int language) {
    const wording::Wording& words = studio().languages()[language];
    using wording::Phrase;
    std::vector<std::u32string> said;
    for (const Phrase phrase : {Phrase::start_spoken, Phrase::settings_spoken, Phrase::help_spoken, Phrase::list_hint,
                                Phrase::article_hint, Phrase::help_repeat, Phrase::still_there})
        said.emplace_back(words[phrase]);
    return said;
}

/// What lies between two frequencies, in dB of no matter what: Fourier sums over 23 ms, every tenth of a second.
double power_db(const Pcm& pcm, double from_hz, double to_hz) {
    constexpr std::size_t length = 512;
    constexpr double bin_hz = static_cast<double>(sample_rate_hz) / length;
    static const auto circle = [] {
        std::array<std::complex<double>, length> points;
        for (std::size_t i = 0; i < length; ++i)
            points[i] = std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(i) / length);
        return points;
    }();
    double power = 0;
    for (std::size_t at = 0; at + length <= pcm.size(); at += 4 * length)
        for (auto bin = static_cast<std::size_t>(std::ceil(from_hz / bin_hz));
             static_cast<double>(bin) * bin_hz < to_hz; ++bin) {
            std::complex<double> sum;
            for (std::size_t i = 0; i < length; ++i) {
                const double window = 0.5 - 0.5 * circle[i].real();
                sum += window * pcm[at + i] * circle[bin * i % length];
            }
            power += std::norm(sum);
        }
    return 10 * std::log10(power + 1);
}

/// Through the player, as a device gets it.
Pcm played(const Pcm& pcm, double gain_db) {
    platform::PcmRing ring;
    const platform::Jack jack;
    platform::Player player(ring, jack);
    ring.set_gain(static_cast<float>(std::pow(10, gain_db / 20)));
    Pcm out(pcm.size());
    std::span<std::int16_t> silent(out.begin(), 100);
    player.play(silent);  // the gain is reached
    for (std::size_t at = 0; at < pcm.size();) {
        const std::size_t some = std::min<std::size_t>(2000, pcm.size() - at);
        ring.write(std::span(pcm).subspan(at, some));
        if (at >= 2000) player.play(std::span(out).subspan(at - 2000, 2000));
        at += some;
    }
    return out;
}

}  // namespace

TEST_CASE("articles and prompts, both languages and both voices are equally loud") {
    for (const int voice : {0, 1}) {
        const Diction diction{.voice = voice};
        const std::array lufs{loudness(studio().record(mandarin_article, Language::mandarin, diction)).lufs,
                              loudness(studio().record(english_article, Language::mandarin, diction)).lufs,
                              loudness(studio().record(prompts(0), Language::mandarin, diction)).lufs,
                              loudness(studio().record(prompts(1), Language::english, diction)).lufs};
        MESSAGE("voice ", voice, ", LUFS: articles ", lufs[0], ", ", lufs[1], ", prompts ", lufs[2], ", ", lufs[3]);
        for (const double each : lufs) CHECK(std::abs(each - wanted_lufs) < 1.0);
    }
}

TEST_CASE("so is every single thing that the kiosk says, however short") {
    double softest = 0;
    double loudest = -100;
    for (const int voice : {0, 1})
        for (const int language : {0, 1}) {
            const wording::Wording& words = studio().languages()[language];
            const Language tongue = language == 0 ? Language::mandarin : Language::english;
            for (int i = 0; i < wording::phrase_count; ++i) {
                const std::u32string text(words[static_cast<wording::Phrase>(i)]);
                if (text.find(U'{') != text.npos) continue;  // it is said with something in it
                Pcm pcm = studio().record({text}, tongue, {.voice = voice});
                if (pcm.empty()) continue;
                pcm.insert(pcm.begin(), sample_rate_hz, 0);
                pcm.insert(pcm.end(), sample_rate_hz, 0);
                const double lufs = loudness(pcm).lufs;
                softest = std::min(softest, lufs);
                loudest = std::max(loudest, lufs);
                INFO(to_utf8(text));
                CHECK(std::abs(lufs - wanted_lufs) < 1.0);
            }
        }
    MESSAGE("from ", softest, " to ", loudest, " LUFS");
}

TEST_CASE("so it stays at every speed, in either language and either voice") {
    for (const double rate : app::rate_factors)
        for (const int voice : {0, 1}) {
            const Diction diction{.rate = rate, .voice = voice};
            const std::array lufs{loudness(studio().record(mandarin_article, Language::mandarin, diction)).lufs,
                                  loudness(studio().record(english_article, Language::mandarin, diction)).lufs,
                                  loudness(studio().record(prompts(0), Language::mandarin, diction)).lufs,
                                  loudness(studio().record(prompts(1), Language::english, diction)).lufs};
            MESSAGE("speed ", rate, ", voice ", voice, ", LUFS: articles ", lufs[0], ", ", lufs[1], ", prompts ",
                    lufs[2], ", ", lufs[3]);
            for (const double each : lufs) CHECK(std::abs(each - wanted_lufs) < 1.0);
        }
}

TEST_CASE("and however the voice is made clearer") {
    for (const double rate : app::rate_factors)
        for (int clarity = 0; clarity < 5; ++clarity) {
            app::Settings settings;
            settings.set(app::Setting::clarity, clarity);
            Diction diction = app::diction(settings);
            diction.rate *= rate;
            CAPTURE(rate);
            CAPTURE(clarity);
            const double lufs = loudness(studio().record(mandarin_article, Language::mandarin, diction)).lufs;
            CHECK(std::abs(lufs - wanted_lufs) < 1.0);
        }
}

TEST_CASE("each step of the loudness is heard, and at the loudest nothing clips") {
    for (const int voice : {0, 1}) {
        const Pcm pcm = studio().record(mandarin_article, Language::mandarin, {.voice = voice});
        double before = -100;
        for (const double db : app::volume_db) {
            const Loudness now = loudness(played(pcm, db));
            CAPTURE(db);
            MESSAGE("at ", db, " dB: ", now.lufs, " LUFS, peak ", now.peak_db, " dB");
            CHECK(now.peak_db <= -0.5);
            if (before > -100) CHECK(now.lufs - before > 2.5);
            if (before > -100) CHECK(now.lufs - before < 10);
            before = now.lufs;
        }
        const double lowest = loudness(played(pcm, app::volume_db.front())).lufs;
        MESSAGE("from the softest to the loudest ", before - lowest, " dB");
        CHECK(before - lowest >= 23);                                                        // EN 301 549, 8.2.1.1
        CHECK(loudness(played(pcm, 0)).lufs - lowest == doctest::Approx(12).epsilon(0.02));  // … 8.2.1.2
    }
}

TEST_CASE("at the loudest, peaks are held back without pumping") {
    for (const int voice : {0, 1}) {
        const Pcm pcm = studio().record(mandarin_article, Language::mandarin, {.voice = voice});
        const Pcm loud = played(pcm, app::volume_db.back());
        // How far it is turned down, in each 10 ms; nothing where nobody speaks.
        constexpr std::size_t step = sample_rate_hz / 100;
        constexpr double speech = 300;
        const double factor = std::pow(10, app::volume_db.back() / 20);
        std::vector<std::optional<double>> held_db;
        for (std::size_t at = step; at + step <= pcm.size(); at += step) {
            double in = 0;
            double out = 0;
            for (std::size_t i = at; i < at + step; ++i) {
                in += std::pow(pcm[i] * factor, 2);
                out += std::pow(loud[i], 2);
            }
            held_db.push_back(in / step > speech * speech ? std::optional(10 * std::log10(in / out)) : std::nullopt);
        }
        std::vector<double> all_db;
        double fastest_back_db = 0;
        for (std::size_t i = 0; i < held_db.size(); ++i) {
            if (!held_db[i]) continue;
            all_db.push_back(*held_db[i]);
            if (i > 0 && held_db[i - 1]) fastest_back_db = std::max(fastest_back_db, *held_db[i - 1] - *held_db[i]);
        }
        std::ranges::sort(all_db);
        const double mean_db = std::accumulate(all_db.begin(), all_db.end(), 0.0) / static_cast<double>(all_db.size());
        const double tenth_db = all_db[all_db.size() * 9 / 10];
        MESSAGE("voice ", voice, ": held back by ", mean_db, " dB on the whole, a tenth of the time by ", tenth_db,
                ", at most by ", all_db.back(), "; comes back by ", fastest_back_db, " dB in 10 ms");
        // What is heard to pump goes up and down by decibels within a syllable, time and again.
        CHECK(mean_db < 0.6);
        CHECK(tenth_db < 2);
        CHECK(fastest_back_db < 0.4);
    }
}

TEST_CASE("the voice reaches from the lowest vowels to the highest consonants") {
    for (const int voice : {0, 1})
        for (const int language : {0, 1}) {
            const Language tongue = language == 0 ? Language::mandarin : Language::english;
            const Pcm pcm = studio().record(prompts(language), tongue, {.voice = voice});
            const double whole = power_db(pcm, 100, 10'000);
            // VVSG 2.0, 7.1-L; what a telephone leaves out lies lower by far more.
            for (const double hz : {315.0, 630.0, 1250.0, 2500.0, 5000.0}) {
                CAPTURE(hz);
                CHECK(power_db(pcm, hz, 2 * hz) - whole > -25);
            }
        }
}

TEST_CASE("where it is wished, consonants stand out between 2 and 4 kHz, and nowhere else") {
    for (const int voice : {0, 1}) {
        app::Settings settings;
        settings.set(app::Setting::voice, voice);
        settings.set(app::Setting::clarity, 2);
        const Pcm plain = studio().record(mandarin_article, Language::mandarin, app::diction(settings));
        settings.set(app::Setting::clarity, 3);
        const Pcm lifted = studio().record(mandarin_article, Language::mandarin, app::diction(settings));
        const auto more_db = [&](double from_hz, double to_hz) {
            return power_db(lifted, from_hz, to_hz) - power_db(plain, from_hz, to_hz);
        };
        const double below_db = more_db(200, 1000);
        const double between_db = more_db(2000, 4000);
        const double above_db = more_db(7000, 10'000);
        MESSAGE("voice ", voice, ": below ", below_db, " dB, between ", between_db, ", above ", above_db);
        CHECK(between_db - below_db > 5);
        CHECK(between_db - above_db > 4);
        CHECK(between_db > 2);
    }
}

TEST_CASE("what is told softly is a good deal softer") {
    std::vector<std::u32string> said{std::u32string(studio().languages()[0][wording::Phrase::headphones_in])};
    const Pcm loud = studio().record(said, Language::mandarin, {});
    const Pcm soft = studio().record(said, Language::mandarin, {.gain_db = -12});
    CHECK(loudness(loud).lufs - loudness(soft).lufs == doctest::Approx(12).epsilon(0.02));
}
