#include "kiosk/platform/synthesizer/synthesizer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <thread>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/synthesizer/mute_synthesizer.h"
#include "tests/door/synthesizer/pieces.h"

using namespace tingdu;
using namespace tingdu::door_test;
using speech::Take;
using tingdu::Diction;

namespace {

const std::atomic<bool> go_on{false};

platform::Synthesizer& synthesizer() {
    static const auto one = platform::open_synthesizer();
    REQUIRE(one);
    return **one;
}

Take said(const speech::Piece& piece, double rate = 1.0) {
    const auto take = synthesizer().say(piece, Diction{rate}, go_on);
    REQUIRE(take);
    return *take;
}

double seconds(const Take& take) {
    return static_cast<double>(take.pcm.size()) / sample_rate_hz;
}

/// Of the samples in a tenth of a second that are loud enough to be speech, in dB of full scale.
double loudness(const std::vector<Pcm>& sounds) {
    constexpr std::size_t frame = sample_rate_hz / 50;
    std::vector<double> powers;
    for (const Pcm& pcm : sounds)
        for (std::size_t at = 0; at + frame <= pcm.size(); at += frame) {
            double sum = 0;
            for (std::size_t i = at; i < at + frame; ++i) sum += std::pow(pcm[i] / 32768.0, 2);
            powers.push_back(sum / frame);
        }
    const double floor = *std::ranges::max_element(powers) / 1000;
    std::erase_if(powers, [floor](double power) { return power < floor; });
    double sum = 0;
    for (const double power : powers) sum += power;
    return 10 * std::log10(sum / static_cast<double>(powers.size()));
}

/// Of the middle fifth of a second, by the strongest autocorrelation between 60 and 250 Hz.
double pitch_hz(const Pcm& pcm) {
    constexpr std::size_t window = sample_rate_hz / 20;
    const std::size_t from = pcm.size() / 2 - window;
    double best = 0;
    std::size_t period = 1;
    for (std::size_t lag = sample_rate_hz / 250; lag <= sample_rate_hz / 60; ++lag) {
        double sum = 0;
        for (std::size_t i = from; i < from + window; ++i) sum += static_cast<double>(pcm[i]) * pcm[i + lag];
        if (sum > best) {
            best = sum;
            period = lag;
        }
    }
    return static_cast<double>(sample_rate_hz) / static_cast<double>(period);
}

void check_starts(const speech::Piece& piece, const Take& take) {
    REQUIRE(take.starts.size() == piece.words.size());
    CHECK(take.starts.front() == 0);
    CHECK(std::ranges::adjacent_find(take.starts, std::greater_equal{}) == take.starts.end());
    CHECK(take.starts.back() < take.pcm.size());
}

}  // namespace

TEST_CASE("every syllable and every word of a Mandarin clause comes back, up to the longest clause") {
    std::mt19937 dice(7);
    for (std::size_t length = 1; length <= 60; ++length) {
        const auto piece = random_mandarin(dice, length);
        const Take take = said(piece);
        CAPTURE(length);
        CHECK(take.syllables == piece.syllables);
        CHECK(take.words == piece.words.size());
        check_starts(piece, take);
    }
}

TEST_CASE("syllables that are not sounded are missed") {
    auto piece = mandarin(std::vector<std::vector<std::u32string>>{{U"p'A55", U"p'A51"}, {U"m'A11"}});
    CHECK(said(piece).syllables == 3);
    piece.input = U"[[p'A55p]] [[m'A11]]";
    piece.words = {0, 11};
    CHECK(said(piece).syllables == 2);
}

TEST_CASE("a Mandarin word begins where its sound does") {
    // A loud vowel after a long soft one: the energy rises where the second word begins.
    const auto piece = mandarin(std::vector<std::vector<std::u32string>>{{U"s'u55"}, {U"th'A55"}, {U"s'u55"}});
    const Take take = said(piece);
    REQUIRE(take.starts.size() == 3);
    const auto ms = [](std::size_t samples) { return 1000.0 * static_cast<double>(samples) / sample_rate_hz; };
    for (const std::size_t word : {1U, 2U}) {
        // The closure of the t and the quiet before the s are near silence; the vowel before them is not.
        const auto peak = [&](std::size_t from, std::size_t to) {
            return std::abs(*std::ranges::max_element(take.pcm.begin() + static_cast<std::ptrdiff_t>(from),
                                                      take.pcm.begin() + static_cast<std::ptrdiff_t>(to), {},
                                                      [](std::int16_t s) { return std::abs(s); }));
        };
        const std::size_t start = take.starts[word];
        CAPTURE(ms(start));
        CHECK(peak(start - 900, start) > 4 * peak(start + 50, start + 250));
    }
}

TEST_CASE("every word of an English sentence counts, those that are said as one with the word before too") {
    for (const auto text : english_sentences) {
        const auto piece = english(text);
        const Take take = said(piece);
        CHECK(take.words == piece.words.size());
        CHECK(take.syllables == 0);
        check_starts(piece, take);
        for (std::size_t i = 1; i < take.starts.size(); ++i) CHECK(take.starts[i] - take.starts[i - 1] > 500);
    }
}

TEST_CASE("a word that the voice passes over in silence is not counted") {
    const auto piece = english(U"Fill in form ① and sign it");
    CHECK(said(piece).words == piece.words.size() - 1);
}

TEST_CASE("brackets and control characters in English text are no commands") {
    const double plain = seconds(said(english(U"Go to the hall")));
    CHECK(seconds(said(english(U"[[Go to the hall]]"))) == doctest::Approx(plain).epsilon(0.05));
    CHECK(seconds(said(english(U"\x01"
                               U"9S Go to the\0hall"))) > plain);
    CHECK(seconds(said(english(U"Go to the hall"))) == doctest::Approx(plain).epsilon(0.05));
}

TEST_CASE("the sound has no silence around it but one sample") {
    std::mt19937 dice(3);
    for (int i = 0; i < 20; ++i) {
        const Pcm pcm = said(random_mandarin(dice, 4)).pcm;
        REQUIRE(pcm.size() > 100);
        CHECK(pcm.front() == 0);
        CHECK(pcm.back() == 0);
        const auto loud = [](std::int16_t sample) { return std::abs(sample) > 8; };
        CHECK(std::find_if(pcm.begin(), pcm.end(), loud) - pcm.begin() < 30);
        CHECK(std::find_if(pcm.rbegin(), pcm.rend(), loud) - pcm.rbegin() < 30);
    }
}

TEST_CASE("the rate sets the length, in both languages and from end to end") {
    std::mt19937 dice(11);
    std::vector<speech::Piece> zh;
    std::vector<speech::Piece> en;
    for (int i = 0; i < 20; ++i) zh.push_back(random_mandarin(dice, 9));
    for (const auto text : english_sentences) en.push_back(english(text, speech::Ending::going_on));
    const auto total = [](const std::vector<speech::Piece>& pieces, double rate) {
        double sum = 0;
        for (const auto& piece : pieces) sum += seconds(said(piece, rate));
        return sum;
    };
    const double zh_normal = total(zh, 1.0);
    const double en_normal = total(en, 1.0);
    // With 0.4 s of pause after each nine Hanzi this is 150 a minute; 0.45 s after each ten English words: 125.
    CHECK(zh_normal / (20 * 9) == doctest::Approx(0.357).epsilon(0.05));
    std::size_t words = 0;
    for (const auto& piece : en) words += piece.words.size();
    CHECK(en_normal / static_cast<double>(words) == doctest::Approx(0.440).epsilon(0.08));
    for (const double rate : {0.5, 0.6, 0.75, 0.9, 1.25, 1.5, 1.75, 2.0}) {
        CAPTURE(rate);
        CHECK(zh_normal / total(zh, rate) == doctest::Approx(rate).epsilon(0.06));
        CHECK(en_normal / total(en, rate) == doctest::Approx(rate).epsilon(0.06));
    }
    CHECK(total(zh, 9.0) == doctest::Approx(total(zh, 2.0)).epsilon(0.02));
}

TEST_CASE("half the speed comes from silence between words, not from words that are dragged") {
    const auto sounding = [](const Pcm& pcm) {
        // In steps of 10 ms; what is quieter than -50 dB of full scale is silence.
        double seconds = 0;
        for (std::size_t at = 0; at + 220 <= pcm.size(); at += 220) {
            const auto step = std::span(pcm).subspan(at, 220);
            if (std::ranges::any_of(step, [](std::int16_t s) { return std::abs(s) > 100; })) seconds += 220.0;
        }
        return seconds / sample_rate_hz;
    };
    std::mt19937 dice(17);
    double normal = 0;
    double slow = 0;
    double normal_whole = 0;
    double slow_whole = 0;
    for (int i = 0; i < 10; ++i) {
        const auto piece = random_mandarin(dice, 9);
        const Take fast = said(piece, 1.0);
        const Take half = said(piece, 0.5);
        normal += sounding(fast.pcm);
        slow += sounding(half.pcm);
        normal_whole += seconds(fast);
        slow_whole += seconds(half);
    }
    CHECK(slow_whole / normal_whole > 1.85);
    CHECK(slow / normal < 1.4);
}

TEST_CASE("a diction goes lower and sets words apart, and nothing else of it changes") {
    const auto piece = mandarin(std::vector<std::vector<std::u32string>>{{U"m'A55"}, {U"m'A55"}, {U"m'A55"}});
    const auto take = [&](const Diction& diction) { return *synthesizer().say(piece, diction, go_on); };
    const auto pitch = [&](const Take& one) {
        const auto begin = one.pcm.begin() + static_cast<std::ptrdiff_t>(one.starts[1]);
        return pitch_hz(Pcm(begin + sample_rate_hz / 20, begin + sample_rate_hz / 5));
    };
    const Take usual = take({});
    const Take low = take({.pitch = 0.84});
    const Take apart = take({.gap_s = 0.25});
    CHECK(pitch(low) / pitch(usual) == doctest::Approx(0.84).epsilon(0.06));
    CHECK(seconds(low) == doctest::Approx(seconds(usual)).epsilon(0.03));
    CHECK(seconds(apart) - seconds(usual) == doctest::Approx(0.5).epsilon(0.2));
    // Each word begins after its silence: it is lit when it is heard, not before.
    for (const std::size_t start : apart.starts)
        CHECK(std::ranges::any_of(std::span(apart.pcm).subspan(start, sample_rate_hz / 20),
                                  [](std::int16_t s) { return std::abs(s) > 300; }));
}

TEST_CASE("the pitch stays while the rate changes") {
    const auto piece = mandarin(std::vector<std::vector<std::u32string>>{{U"m'A55"}, {U"m'A55"}, {U"m'A55"}});
    const auto pitch = [&](double rate) {
        const Take take = said(piece, rate);
        // The middle of the syllable; silence may follow it.
        const auto begin = take.pcm.begin() + static_cast<std::ptrdiff_t>(take.starts[1]);
        return pitch_hz(Pcm(begin + sample_rate_hz / 20, begin + sample_rate_hz / 5));
    };
    const double normal = pitch(1.0);
    CHECK(normal > 90);
    for (const double rate : {0.5, 0.65, 0.8, 1.25, 1.6, 2.0}) {  // the steps that a visitor has
        CAPTURE(rate);
        MESSAGE("pitch at ", rate, ": ", pitch(rate), " Hz");
        CHECK(pitch(rate) == doctest::Approx(normal).epsilon(0.06));
    }
}

TEST_CASE("both voices are equally loud, and neither reaches full scale") {
    std::mt19937 dice(5);
    std::vector<Pcm> zh;
    std::vector<Pcm> en;
    for (int i = 0; i < 20; ++i) zh.push_back(said(random_mandarin(dice, 9)).pcm);
    for (const auto text : english_sentences) en.push_back(said(english(text)).pcm);
    MESSAGE("dB of full scale: Mandarin ", loudness(zh), ", English ", loudness(en));
    CHECK(std::abs(loudness(zh) - loudness(en)) < 1.0);
    for (const auto* sounds : {&zh, &en})
        for (const Pcm& pcm : *sounds)
            CHECK(std::ranges::none_of(pcm, [](std::int16_t s) { return s == 32767 || s == -32768; }));
}

TEST_CASE("a synthesis that is given up ends at once, and leaves nothing behind") {
    std::mt19937 dice(1);
    const auto piece = random_mandarin(dice, 60);
    const double whole = seconds(said(piece));
    const std::atomic<bool> at_once{true};
    const auto begun = std::chrono::steady_clock::now();
    const auto cut = synthesizer().say(piece, Diction{1.0}, at_once);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    REQUIRE(cut);
    CHECK(seconds(*cut) < 0.2);
    CHECK(cut->starts.size() == piece.words.size());
    CHECK(took.count() < 20);  // mostly the reading of the text; the sound takes far longer under a sanitizer
    const Take after = said(piece);
    CHECK(after.syllables == piece.syllables);
    CHECK(seconds(after) == doctest::Approx(whole).epsilon(0.02));
}

TEST_CASE("the same run gives the same sound, sample by sample") {
    // The engine never says the same words twice alike, so it is whole runs that are compared: two children that
    // start from the same state.
    synthesizer();
    const auto run = [] {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::mt19937 dice(9);
            std::uint64_t sum = 14695981039346656037U;
            for (int i = 0; i < 12; ++i) {
                const auto piece = i % 3 == 2 ? english(english_sentences[0]) : random_mandarin(dice, 12);
                const auto take = synthesizer().say(piece, Diction{1.0}, go_on);
                for (const std::int16_t sample : take->pcm)
                    sum = (sum ^ static_cast<std::uint16_t>(sample)) * 1099511628211U;
            }
            const bool told = write(ends[1], &sum, sizeof sum) == sizeof sum;
            _exit(told ? 0 : 1);
        }
        close(ends[1]);
        std::uint64_t sum = 0;
        REQUIRE(read(ends[0], &sum, sizeof sum) == sizeof sum);
        waitpid(child, nullptr, 0);
        close(ends[0]);
        return sum;
    };
    const std::uint64_t first = run();
    std::this_thread::sleep_for(std::chrono::milliseconds(3));  // neither the time nor the process plays a part
    CHECK(run() == first);
}

TEST_CASE("nothing to say is no sound") {
    const Take take = said({});
    CHECK(take.pcm.empty());
    CHECK(take.starts.empty());
}

TEST_CASE("voices that are not there are a fault that names what to install") {
    const auto none = platform::open_synthesizer({}, "/nowhere");
    REQUIRE_FALSE(none);
    CHECK(none.error().fault == Fault::no_voice);
    CHECK(none.error().detail == "espeak-ng-data");
}

TEST_CASE("without a voice every word takes its time in silence, and less of it the faster it is asked for") {
    const auto mute = platform::mute_synthesizer();
    std::mt19937 dice(1);
    for (const speech::Piece& piece : {random_mandarin(dice, 12), english(english_sentences.front())}) {
        const auto take = mute->say(piece, Diction{}, go_on);
        REQUIRE(take);
        REQUIRE(take->starts.size() == piece.words.size());
        CHECK(take->starts.front() == 0);
        CHECK(std::ranges::adjacent_find(take->starts, std::greater_equal()) == take->starts.end());
        CHECK(take->starts.back() < take->pcm.size());
        CHECK(take->syllables == piece.syllables);
        CHECK(take->words == piece.words.size());
        CHECK(std::ranges::count(take->pcm, 0) == static_cast<std::ptrdiff_t>(take->pcm.size()));
        // As long as the voice is, give or take a third.
        CHECK(seconds(*take) == doctest::Approx(seconds(said(piece))).epsilon(0.33));
        CHECK(seconds(*mute->say(piece, Diction{2.0}, go_on)) == doctest::Approx(seconds(*take) / 2).epsilon(0.01));
    }
    CHECK(mute->say({}, Diction{}, go_on)->starts.empty());
}

TEST_CASE("a synthesizer can be opened again after it was closed") {
    for (int i = 0; i < 3; ++i) {
        const auto again = platform::open_synthesizer();
        REQUIRE(again);
        const auto take = (*again)->say(english(U"Good morning"), Diction{}, go_on);
        REQUIRE(take);
        CHECK(seconds(*take) > 0.3);
    }
}
