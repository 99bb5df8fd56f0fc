#include <memory>
#include <random>
#include <stdexcept>

#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/dispatcher.h"
#include "tests/bench/figures.h"
#include "tests/bench/monitor.h"
#include "tests/bench/parts.h"
#include "tests/bench/screen.h"

namespace tingdu::bench {
namespace {

constexpr int times = 16;  // each takes some ten seconds: what is heard is left to end
constexpr double limit_ms = 15'000;

/// One speaker's answers.
struct Answers {
    Figures sound_ms;      ///< from silence: asked → heard
    Figures silent_ms;     ///< while it speaks: asked otherwise → silent
    Figures new_sound_ms;  ///< … → heard again

    void add(double asked_ms, const std::optional<Monitor::Break>& found) {
        if (!found) return;
        silent_ms.add(found->silent_ms - asked_ms);
        new_sound_ms.add(found->sound_ms - asked_ms);
    }
};

/// Not in step with any timer.
void wait_a_little() {
    static std::minstd_rand random;
    sleep_ms(std::uniform_real_distribution(0.0, 50.0)(random));
}

void wait_in_mid_word(const Monitor& monitor) {
    sleep_ms(400);
    wait_a_little();
    (void)monitor.wait_loud(limit_ms);
}

/// Moves to the other of two entries; the sound that comes of it, and its beginning.
std::optional<double> hear_from_silence(Keys& keys, const Monitor& monitor, const char* key, double& asked_ms) {
    (void)monitor.wait_quiet(300, limit_ms);
    wait_a_little();
    asked_ms = keys.press(key);
    return monitor.sound_after(asked_ms, limit_ms);
}

/// How the sound of two entries of a list begins: the first with the sound that says that the focus has moved, the
/// second without it.
struct Entries {
    Pcm first;
    Pcm words_of_second;
};

/// Down to the second entry in silence, and while that is said, up to the first.
void ask_kiosk(Keys& keys, const Monitor& monitor, const Program& tingdu, const Entries& entries, Answers& answers,
               Figures& handed_ms, Figures& words_ms) {
    double asked_ms = 0;
    if (const auto heard_ms = hear_from_silence(keys, monitor, "Down", asked_ms)) {
        answers.sound_ms.add(*heard_ms - asked_ms);
        if (const auto words = monitor.break_after(asked_ms, entries.words_of_second))
            words_ms.add(words->sound_ms - asked_ms);
        if (const auto at_ms = tingdu.handed_after(asked_ms)) handed_ms.add(*at_ms - asked_ms);
    }
    wait_in_mid_word(monitor);
    const double again_ms = keys.press("Up");
    answers.add(again_ms, monitor.break_after(again_ms, entries.first));
}

void ask_dispatcher(Dispatcher& dispatcher, const Monitor& monitor, Answers& answers) {
    const std::string text = "2，办事指南，3 篇。";  // what the kiosk says of an entry
    (void)monitor.wait_quiet(300, limit_ms);
    wait_a_little();
    const double asked_ms = dispatcher.speak(text);
    const auto heard_ms = monitor.sound_after(asked_ms, limit_ms);
    if (!heard_ms) return;
    answers.sound_ms.add(*heard_ms - asked_ms);
    wait_in_mid_word(monitor);
    const double again_ms = dispatcher.cancel();
    dispatcher.speak(text);
    answers.add(again_ms, monitor.break_after(again_ms, monitor.beginning(*heard_ms)));
    dispatcher.cancel();
}

}  // namespace

void measure_keys(const Stage& stage) {
    tell_part("A key to the first sound");
    Keys keys;
    const Monitor monitor;
    tell("pressing a key, the tool's own cost, in all below", keys.own_cost_ms(times), "ms");

    std::unique_ptr<Dispatcher> dispatcher;
    if (!stage.dispatcher.empty()) dispatcher = std::make_unique<Dispatcher>(stage.dispatcher);
    Answers kiosk;
    Answers other;
    Figures handed_ms;
    Figures words_ms;
    {
        const Program tingdu(stage, {});
        if (!monitor.sound_after(tingdu.began_ms(), limit_ms)) throw std::runtime_error("the kiosk stays silent");
        keys.press("Return");
        sleep_ms(500);
        double asked_ms = 0;
        const auto beginning = [&](const char* key) {
            (void)monitor.wait_quiet(700, limit_ms);  // longer than any pause, whatever else the machine does
            const auto first_ms = hear_from_silence(keys, monitor, key, asked_ms);
            if (!first_ms) throw std::runtime_error("the kiosk stays silent");
            return monitor.beginning(*first_ms);
        };
        (void)hear_from_silence(keys, monitor, "Down", asked_ms);
        const Pcm words_of_second = beginning("r");  // said again, with no other sound before it
        const Entries entries{beginning("Up"), words_of_second};
        for (int i = 0; i < times; ++i) {
            ask_kiosk(keys, monitor, tingdu, entries, kiosk, handed_ms, words_ms);
            if (dispatcher) ask_dispatcher(*dispatcher, monitor, other);
        }
    }

    constexpr const char* name = "speech-dispatcher";
    tell("key → first buffer with sound handed to the device", handed_ms, "ms", aim(handed_ms, 5, "ms"));
    tell("key → first sound of the words at the monitor", words_ms, "ms", aim(words_ms, 20, "ms"));
    tell("key → first sound at the monitor", kiosk.sound_ms, "ms", beside(kiosk.sound_ms, other.sound_ms, name));
    if (dispatcher) tell("speech-dispatcher: SPEAK → first sound", other.sound_ms, "ms");

    tell("while it speaks: key → silence", kiosk.silent_ms, "ms",
         aim(kiosk.silent_ms, 30, "ms") + "; " + beside(kiosk.silent_ms, other.silent_ms, name));
    tell("while it speaks: key → first sound of what is new", kiosk.new_sound_ms, "ms",
         beside(kiosk.new_sound_ms, other.new_sound_ms, name));
    if (!dispatcher) return;
    tell("speech-dispatcher: CANCEL → silence", other.silent_ms, "ms");
    tell("speech-dispatcher: CANCEL, SPEAK → first sound", other.new_sound_ms, "ms");
}

void measure_sentences(const Stage& stage) {
    tell_part("A key to the next sentence, while an article is read");
    Keys keys;
    const Monitor monitor;
    const Program tingdu(stage, {"--open", write_same_sentence(stage.folder)});
    (void)monitor.sound_after(tingdu.began_ms(), limit_ms);
    sleep_ms(4000);  // the title is behind
    (void)monitor.wait_quiet(200, limit_ms);
    const auto sentence_ms = monitor.sound_after(now_ms(), limit_ms);
    if (!sentence_ms) throw std::runtime_error("the kiosk stays silent");
    const Pcm sentence = monitor.beginning(*sentence_ms);
    Answers answers;
    for (int i = 0; i < times; ++i) {
        wait_in_mid_word(monitor);
        const double asked_ms = keys.press("Next");
        answers.add(asked_ms, monitor.break_after(asked_ms, sentence));
    }
    tell("key → silence", answers.silent_ms, "ms", aim(answers.silent_ms, 30, "ms"));
    tell("key → first sound of the next sentence", answers.new_sound_ms, "ms");
}

}  // namespace tingdu::bench
