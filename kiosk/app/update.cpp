#include "kiosk/app/update.h"

#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"

namespace tingdu::app {
namespace {

/// Within so long after its answer the same question asks for more.
constexpr std::int64_t asked_again_ms = 20'000;
/// The answer to a question, and how the settings are used, stand nowhere on the screen by themselves.
bool has_only_been_said(const State& before, const State& after) {
    const bool came_to_settings = after.screen == Screen::settings && before.screen != Screen::settings;
    return after.asked_all != before.asked_all || after.asked_how != before.asked_how || came_to_settings;
}

/// What is said is shown as long, and a while longer for those who read after hearing.
void show_what_is_said(const State& before, State& after) {
    std::vector<std::u32string> sentences = hints_on_coming(before, after);
    if (has_only_been_said(before, after)) {
        sentences.clear();
        for (Prompt& prompt : announce(before, after)) sentences.push_back(std::move(prompt.text));
    } else if (sentences.empty() || after.notice) {
        return;
    }
    std::u32string text = together(sentences);
    const auto as_long = static_cast<std::int64_t>(1000 * library::seconds_of(text) / diction(after.settings).rate);
    if (after.asked_all != before.asked_all) after.asked_until_ms = after.now_ms + as_long + asked_again_ms;
    notify(after, std::move(text), as_long + notice_ms);
    after.notice->announced = false;
}

}  // namespace

Step update(State state, const Message& message) {
    const State before = state;
    Mind mind(std::move(state));
    std::visit(mind, message);
    Step step = std::move(mind).step();
    show_what_is_said(before, step.state);
    return step;
}

}  // namespace tingdu::app
