// What is ready before it is asked for: openings of lines made ahead, and words that begin under the sound of their
// key.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/rehearsal/clock_speaker.h"
#include "kiosk/runtime/foresight.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/runtime/repertoire.h"
#include "tests/support/block_synthesizer.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"

using namespace tingdu;
using support::BlockSynthesizer;

namespace {

const std::string ready_content = std::string(TINGDU_SOURCE_DIR) + "/tests/journey/content";

/// The work of the synthesis worker, by itself.
class Workbench {
  public:
    Workbench()
        : file_(*platform::map_file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/lexicon.bin")),
          lexicon_(*mandarin::Lexicon::over(file_->bytes())),
          say_(runtime::saying([this]() -> mandarin::Knowledge { return lexicon_; }, synthesizer_)) {}

    std::vector<runtime::SayProduct> order(std::u32string prompt, speech::UtteranceId id, double rate = 1) {
        std::vector<runtime::SayProduct> products;
        runtime::SayOrder order;
        order.utterance = id;
        order.line.prompt = std::move(prompt);
        order.diction = {rate};
        order.given_up = given_up_;
        say_(order, [&](runtime::SayProduct product) { products.push_back(std::move(product)); });
        return products;
    }

    void give_up() { *given_up_ = true; }
    void begin_anew() { *given_up_ = false; }

    [[nodiscard]] int calls() const { return synthesizer_.calls(); }
    [[nodiscard]] std::size_t words_made() const { return synthesizer_.lengths().size(); }
    [[nodiscard]] runtime::Workshop::Work& work() { return say_; }

  private:
    std::unique_ptr<platform::MappedFile> file_;
    mandarin::Lexicon lexicon_;
    BlockSynthesizer synthesizer_;
    runtime::Workshop::Work say_;
    std::shared_ptr<std::atomic<bool>> given_up_ = std::make_shared<std::atomic<bool>>(false);
};

/// A visitor in the lists, on a virtual clock.
class ReadyHall {
  public:
    explicit ReadyHall(std::optional<std::string> article = std::nullopt)
        : workshop_(bench_.work()),
          desk_(runtime::fetching(ready_content)),
          pictures_(runtime::making_pictures(ready_content)),
          kiosk_(speaker_, workshop_, desk_, pictures_, support::languages(), ready_content,
                 article ? std::optional(scratch_.write("article.txt", *article)) : std::nullopt) {
        frames(1);
    }

    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            ++frame_;
            speaker_.advance_to(static_cast<std::size_t>(frame_ * sample_rate_hz / 60));
            turn();
        }
    }
    void press(Key key) {
        kiosk_.on(KeyDown{key}, {});
        turn();
    }
    void until_quiet() {
        for (int i = 0; i < 60 * 600 && kiosk_.is_busy(); ++i) frames(1);
    }
    void look_ahead() {
        kiosk_.look_ahead({});
        for (int i = 0; i < 64; ++i) turn();
    }

    [[nodiscard]] std::size_t words_made() const { return bench_.words_made(); }
    [[nodiscard]] const Pcm& recording() const { return speaker_.recording(); }
    [[nodiscard]] const app::State& state() const { return kiosk_.state(); }

  private:
    void turn() { (void)kiosk_.turn(frame_ * 1000 / 60); }

    support::Scratch scratch_;
    Workbench bench_;
    rehearsal::ClockSpeaker speaker_;
    runtime::StepWorker<runtime::SayOrder, runtime::SayProduct> workshop_;
    runtime::StepWorker<runtime::DeskOrder, app::Message> desk_;
    runtime::StepWorker<runtime::MakePicture, app::Message> pictures_;
    runtime::Kiosk kiosk_;
    std::int64_t frame_ = 0;
};

std::vector<std::u32string> shown(const std::vector<runtime::Line>& lines) {
    std::vector<std::u32string> texts;
    for (const runtime::Line& line : lines) {
        const TextRange range = runtime::shown_of(line);
        texts.emplace_back(runtime::text_of(line).substr(range.begin, range.size()));
    }
    return texts;
}

bool holds(const std::vector<std::u32string>& texts, std::u32string_view text) {
    return std::ranges::any_of(texts, [&](const auto& one) { return one.find(text) != std::u32string::npos; });
}

/// What a move in a list sounds with.
constexpr std::size_t chime = sample_rate_hz * 15 / 1000;

bool is_level(std::int16_t sample) {
    return sample >= 2000 && (sample - 2000) % 10 == 0;
}

/// A tone begins with a sample of zero.
std::size_t begin_of_sound(const Pcm& recording, std::size_t from) {
    while (recording.at(from) == 0) ++from;
    return from - 1;
}

const std::string notice = "大厅通知\n柳塘公园从本月起每天开放。雨天路滑，请大家慢慢走。服务台有人值班。\n";

}  // namespace

TEST_CASE("a line that is only to be ready delivers no sound, and sounds later without the synthesizer") {
    Workbench bench;
    const auto readied = bench.order(U"图书馆开门了。", 0);
    REQUIRE(readied.size() == 1);
    CHECK(std::holds_alternative<runtime::Finished>(readied.front().what));
    CHECK(bench.calls() == 1);

    const auto first = bench.order(U"图书馆开门了。", 1);
    CHECK(bench.calls() == 1);
    REQUIRE(first.size() == 3);
    const auto& clip = std::get<speech::Clip>(first[1].what);
    CHECK(clip.marks.size() == std::get<runtime::Composed>(first[0].what).utterance->words.size());
    CHECK(clip.pcm.size() > clip.marks.size() * BlockSynthesizer::word_samples);

    const auto again = bench.order(U"图书馆开门了。", 2);
    CHECK(bench.calls() == 1);
    CHECK(std::get<speech::Clip>(again[1].what).pcm == clip.pcm);
}

TEST_CASE("what is not the opening, or at another speed, is made when it is asked for") {
    Workbench bench;
    (void)bench.order(U"雨天路滑，请慢慢走。", 0);
    CHECK(bench.calls() == 1);
    CHECK(bench.order(U"雨天路滑，请慢慢走。", 1).size() == 4);
    CHECK(bench.calls() == 2);
    (void)bench.order(U"雨天路滑，请慢慢走。", 2, 1.2);
    CHECK(bench.calls() == 4);
}

TEST_CASE("what was given up is not taken for ready") {
    Workbench bench;
    bench.give_up();
    CHECK(bench.order(U"图书馆开门了。", 0).empty());
    bench.begin_anew();
    CHECK(bench.order(U"图书馆开门了。", 1).size() == 3);
    CHECK(bench.calls() == 1);
}

TEST_CASE("a repertoire keeps what was asked for last, and no more sound than it has room for") {
    runtime::Repertoire repertoire;
    const auto passage = [](std::size_t begin) { return runtime::Passage{U"走", begin, {}, {}, {}}; };
    runtime::Opening third{std::make_shared<const speech::Utterance>(), {}};
    third.first_breath.clip.pcm.resize(runtime::Repertoire::capacity / 3);
    for (std::size_t begin = 0; begin < 3; ++begin) repertoire.keep(passage(begin), third);
    CHECK(repertoire.find(passage(0)) != nullptr);
    repertoire.keep(passage(3), third);
    CHECK(repertoire.find(passage(1)) == nullptr);
    for (const std::size_t begin : {0, 2, 3}) CHECK(repertoire.find(passage(begin)) != nullptr);
    repertoire.forget();
    CHECK(repertoire.find(passage(0)) == nullptr);
}

TEST_CASE("in a list the neighbours of the focus are foreseen, and the way out") {
    ReadyHall hall;
    hall.press(Key::select);
    const auto lines = runtime::foresee(hall.state(), {});
    for (const Key key : {Key::down, Key::up, Key::back, Key::select, Key::help, Key::repeat}) {
        INFO("key " << static_cast<int>(key));
        const app::Step step = app::update(hall.state(), app::Pressed{key});
        CHECK(holds(shown(lines), app::announce(hall.state(), step.state).front().text));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) CHECK(std::ranges::count(lines, lines[i]) == 1);
}

TEST_CASE("in an article the sentences before and after are foreseen") {
    ReadyHall hall(notice);
    for (int i = 0; i < 60 * 60 && !(hall.state().open && hall.state().open->place.sentence == 1); ++i) hall.frames(1);
    hall.frames(92);  // until it is the one that "once more" means
    const auto texts = shown(runtime::foresee(hall.state(), {}));
    CHECK(holds(texts, U"柳塘公园"));
    CHECK(holds(texts, U"雨天路滑"));
    CHECK(holds(texts, U"服务台"));
    CHECK(holds(texts, U"大厅通知"));
}

TEST_CASE("a key whose words were foreseen is answered with sound that was made before it") {
    ReadyHall hall;
    hall.press(Key::select);
    hall.until_quiet();
    hall.look_ahead();
    const std::size_t made = hall.words_made();
    hall.look_ahead();
    CHECK(hall.words_made() == made);
    const std::size_t pressed = hall.recording().size();
    hall.press(Key::down);
    hall.until_quiet();
    const std::int16_t first_word = hall.recording()[begin_of_sound(hall.recording(), pressed) + chime + 100];
    REQUIRE(made < 1000);
    CHECK(first_word < BlockSynthesizer::level_of(made));
    CHECK(hall.words_made() > made);  // the rest of the line
}

TEST_CASE("the words of a key begin under the second half of its sound, and lose nothing") {
    ReadyHall hall;
    hall.press(Key::select);
    hall.until_quiet();
    const std::size_t pressed = hall.recording().size();
    hall.press(Key::down);
    hall.until_quiet();
    const Pcm& recording = hall.recording();
    const std::size_t begin = begin_of_sound(recording, pressed);
    const std::int16_t first_word = recording[begin + chime + 100];
    REQUIRE(is_level(first_word));
    std::size_t end = begin + chime + 100;
    while (recording[end] == first_word) ++end;
    constexpr std::size_t overlap = sample_rate_hz / 125;
    CHECK(end - begin == chime - overlap + BlockSynthesizer::word_samples);
    // There the tone swings about the word's level, by no more than its own loudness.
    for (std::size_t at = begin + chime - overlap; at < begin + chime; ++at)
        CHECK(std::abs(recording[at] - first_word) <= 5000);
}
