// Voice and picture together, to the sample: the kiosk behind offline doors, its recording held against what it lit.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/platform/files/files.h"
#include "kiosk/rehearsal/clock_speaker.h"
#include "kiosk/runtime/kiosk.h"
#include "tests/support/block_synthesizer.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"

using namespace tingdu;
using support::BlockSynthesizer;

namespace {

const std::string lit_content = std::string(TINGDU_SOURCE_DIR) + "/tests/journey/content";

constexpr int frames_per_second = 60;

struct Lit {
    std::int64_t frame;
    TextRange word;
};

/// A kiosk that reads one article on a virtual clock.
class LitHall {
  public:
    explicit LitHall(const std::string& text, int fails_at = 0)
        : file_(*platform::map_file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/lexicon.bin")),
          lexicon_(*mandarin::Lexicon::over(file_->bytes())),
          synthesizer_(fails_at),
          workshop_(runtime::saying([this]() -> mandarin::Knowledge { return lexicon_; }, synthesizer_)),
          desk_(runtime::fetching(lit_content)),
          pictures_(runtime::making_pictures(lit_content)),
          kiosk_(speaker_, workshop_, desk_, pictures_, support::languages(), lit_content,
                 scratch_.write("article.txt", text)) {}

    void frames(std::int64_t count) {
        for (std::int64_t i = 0; i < count; ++i) {
            ++frame_;
            speaker_.advance_to(static_cast<std::size_t>(frame_ * sample_rate_hz / frames_per_second));
            turn();
        }
    }
    void press(Key key) { press_at_once({key}); }
    /// Before anything comes of the first.
    void press_at_once(std::initializer_list<Key> keys) {
        for (const Key key : keys) {
            kiosk_.on(KeyDown{key}, {});
            kiosk_.on(KeyUp{}, {});
        }
        turn();
    }
    void until_quiet() {
        for (int i = 0; i < 60 * 600 && kiosk_.is_busy(); ++i) frames(1);
    }
    /// As long as the article is said; what comes after it is not of its words.
    void until_heard() {
        const auto ended = [this] {
            return kiosk_.state().open && kiosk_.state().open->reading == app::Reading::ended;
        };
        for (int i = 0; i < 60 * 600 && kiosk_.is_busy() && !ended(); ++i) frames(1);
    }

    [[nodiscard]] const Pcm& recording() const { return speaker_.recording(); }
    [[nodiscard]] const std::vector<Lit>& lit() const { return lit_; }
    [[nodiscard]] const runtime::Kiosk& kiosk() const { return kiosk_; }
    [[nodiscard]] const BlockSynthesizer& synthesizer() const { return synthesizer_; }

  private:
    void turn() {
        for (const runtime::Heard& heard : kiosk_.turn(frame_ * 1000 / frames_per_second))
            if (const auto* word = std::get_if<runtime::WordBegan>(&heard)) lit_.push_back({frame_, word->word});
    }

    support::Scratch scratch_;
    std::unique_ptr<platform::MappedFile> file_;
    mandarin::Lexicon lexicon_;
    BlockSynthesizer synthesizer_;
    rehearsal::ClockSpeaker speaker_;
    runtime::StepWorker<runtime::SayOrder, runtime::SayProduct> workshop_;
    runtime::StepWorker<runtime::DeskOrder, app::Message> desk_;
    runtime::StepWorker<runtime::MakePicture, app::Message> pictures_;
    runtime::Kiosk kiosk_;
    std::vector<Lit> lit_;
    std::int64_t frame_ = 0;
};

/// A fade sweeps over the levels of other words; no more than so many of its samples fall on one of them.
constexpr std::size_t swept = 10;

/// First sample of each block of one level, in order, and how long the block is.
struct Block {
    std::size_t begin = 0;
    std::size_t length = 0;
};
std::map<int, Block> blocks_of(const Pcm& recording) {
    std::map<int, Block> blocks;
    for (std::size_t at = 0; at < recording.size(); ++at) {
        const int sample = recording[at];
        if (sample < 1995) continue;
        const int level = static_cast<int>(std::lround((sample - 2000) / 10.0));
        Block& block = blocks[level];
        if (block.length == 0) block.begin = at;
        ++block.length;
    }
    return blocks;
}

const std::string lit_article =
    "大厅通知\n日期：2026-09-"
    "01\n柳塘公园从本月起每天早上六点开放，晚上八点关门。雨天路滑，请大家慢慢走。\n服务台有人值班，WiFi免费，电话是5550"
    " 1218。\n";

}  // namespace

TEST_CASE("every word is lit within one frame of its first sample") {
    LitHall hall(lit_article);
    hall.until_heard();
    const auto blocks = blocks_of(hall.recording());
    REQUIRE(hall.lit().size() > 25);
    REQUIRE(blocks.size() == hall.lit().size());
    std::size_t word = 0;
    for (const auto& [level, block] : blocks) {
        INFO("word " << word);
        const double sounded = static_cast<double>(block.begin) / sample_rate_hz;
        const double lit = static_cast<double>(hall.lit()[word].frame) / frames_per_second;
        CHECK(lit >= sounded);
        CHECK(lit - sounded <= 1.0 / frames_per_second + 1e-9);
        ++word;
    }
}

TEST_CASE("so it is where a sentence is told with its words apart, and where it is spelled out") {
    for (const int repeats : {2, 3}) {
        INFO("once more " << repeats << " times");
        LitHall hall(lit_article);
        hall.frames(2);
        for (int i = 0; i < repeats; ++i) hall.press(Key::repeat);
        const std::size_t pressed = hall.recording().size() + 2 * sample_rate_hz / frames_per_second;
        hall.until_heard();
        std::size_t sounded = 0;
        for (const auto& [level, block] : blocks_of(hall.recording())) {
            if (block.begin < pressed || block.length <= swept) continue;
            ++sounded;
            const auto is_its = [&, begin = block.begin](const Lit& lit) {
                const double late_s =
                    static_cast<double>(lit.frame) / frames_per_second - static_cast<double>(begin) / sample_rate_hz;
                return late_s >= 0 && late_s <= 1.0 / frames_per_second + 1e-9;
            };
            INFO("level " << level);
            CHECK(std::ranges::any_of(hall.lit(), is_its));
        }
        CHECK(sounded > (repeats == 3 ? 28 : 22));
    }
}

TEST_CASE("a pause loses no sample and doubles none, wherever it falls") {
    for (int pause_at = 20; pause_at < 140; pause_at += 17) {
        LitHall hall(lit_article);
        hall.frames(pause_at);
        hall.press(Key::pause);
        hall.frames(90);
        hall.press(Key::pause);
        hall.until_heard();
        const auto blocks = blocks_of(hall.recording());
        INFO("paused at frame " << pause_at);
        CHECK(blocks.size() == hall.lit().size());
        // A fade at a pause takes samples below their level for some milliseconds; all others stand whole.
        std::size_t whole = 0;
        std::size_t faded = 0;
        std::size_t made = 0;
        for (const auto& [level, block] : blocks) {
            const std::size_t given = hall.synthesizer().lengths().at(static_cast<std::size_t>(level));
            made += given;
            CHECK(block.length <= given + swept);
            if (block.length >= given)
                ++whole;
            else
                ++faded;
        }
        CHECK(faded <= 2);
        CHECK(whole + faded == blocks.size());
        std::size_t sounding = 0;
        for (const std::int16_t sample : hall.recording())
            if (sample != 0) ++sounding;
        // Nothing is lost but single samples of a fade that come out as zero.
        CHECK(std::llabs(static_cast<long long>(sounding) - static_cast<long long>(made)) <= 4);
    }
}

TEST_CASE("a change of speed is heard from the next word on") {
    LitHall hall(lit_article);
    hall.frames(100);
    const std::size_t heard = hall.lit().size();
    hall.press(Key::faster);
    hall.until_heard();
    const auto blocks = blocks_of(hall.recording());
    // Words made at the old speed sound whole up to the one being heard; every later one is shorter by the factor.
    std::vector<std::size_t> lengths;
    for (const auto& [level, block] : blocks) lengths.push_back(block.length);
    for (std::size_t word = 0; word < lengths.size(); ++word) {
        INFO("word " << word << " of " << lengths.size() << ", heard " << heard);
        if (word + 1 < heard) CHECK(lengths[word] >= BlockSynthesizer::word_samples);
        if (word + 1 == heard) CHECK(lengths[word] >= BlockSynthesizer::word_samples - 100);
        if (word >= heard) CHECK(lengths[word] <= BlockSynthesizer::word_samples * 8 / 10 + swept);
    }
}

TEST_CASE("of two answers at once one is heard, and what is read comes to its end") {
    LitHall hall(lit_article);
    hall.frames(100);
    hall.press_at_once({Key::louder, Key::louder});
    hall.until_heard();
    CHECK(hall.kiosk().state().open->reading == app::Reading::ended);
}

TEST_CASE("stopping is quiet within a frame") {
    LitHall hall(lit_article);
    hall.frames(60);
    hall.press(Key::home);
    const std::size_t pressed = hall.recording().size();
    hall.frames(2);
    const Pcm& recording = hall.recording();
    std::size_t still = 0;
    const auto old = recording[pressed - 1];
    for (std::size_t at = pressed; at < recording.size(); ++at)
        if (recording[at] == old) ++still;
    CHECK(still < sample_rate_hz / 100);
}

TEST_CASE("nobody is asked for while something is said, nor counted out before the question is heard") {
    std::string text = "大厅通知\n";
    for (int i = 0; i < 80; ++i) text += "柳塘公园从本月起每天早上六点开放，雨天路滑，请大家慢慢走，扶好栏杆。\n";
    LitHall hall(text);
    const app::State& state = hall.kiosk().state();
    for (int second = 0; second < 240; ++second) {
        hall.frames(frames_per_second);
        REQUIRE_FALSE(state.leaving);
    }
    REQUIRE(state.open->reading == app::Reading::playing);
    hall.press(Key::pause);
    int silent_s = 0;
    for (; !state.leaving && silent_s < 300; ++silent_s) hall.frames(frames_per_second);
    CHECK(silent_s >= 180);
    CHECK(silent_s < 220);  // once in between a pause is told to be one
    REQUIRE(state.leaving);
    while (hall.kiosk().is_busy()) {
        CHECK_FALSE(state.leaving->until_ms);
        CHECK(state.leaving->seconds == 30);
        hall.frames(frames_per_second / 4);
    }
    hall.frames(1);
    CHECK(state.leaving->until_ms);
    hall.frames(29 * frames_per_second);
    CHECK(state.leaving);
    hall.frames(frames_per_second);
    CHECK(state.screen == app::Screen::welcome);
}

TEST_CASE("a synthesizer that fails at any call leaves a kiosk that goes on") {
    for (int n = 1;; ++n) {
        LitHall hall(lit_article, n);
        hall.until_quiet();
        INFO("failed at call " << n);
        CHECK_FALSE(hall.kiosk().is_busy());
        CHECK(hall.kiosk().state().open->reading == app::Reading::ended);
        if (hall.synthesizer().calls() < n) break;
        REQUIRE(n < 100);
    }
}
