// A kiosk of which only the mind is there, for tests of what it makes of messages; and an article for it to read.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/app/update.h"
#include "tests/support/fresh_state.h"

namespace tingdu::app {

inline std::shared_ptr<const text::Article> small_article() {
    auto article = std::make_shared<text::Article>();
    article->text = U"通知\n第一句。第二句。\n第三句。";
    article->title = U"通知";
    article->blocks = {{text::BlockKind::title, {0, 2}, false},
                       {text::BlockKind::paragraph, {3, 11}, false},
                       {text::BlockKind::paragraph, {12, 16}, false}};
    return article;
}

/// A kiosk under test: messages in, state and what was wanted last out.
struct Trial {
    State state = support::fresh_state();
    Effects wanted;
    std::vector<Prompt> said;

    void tell(const Message& message) {
        const State before = state;
        auto [after, effects] = update(state, message);
        state = after;
        wanted = effects;
        said = announce(before, state);
    }
    void press(Key key) { tell(Pressed{key}); }
    /// The first character of a sentence of the open article.
    void hear(text::Place place, TextRange sentence) {
        tell(WordHeard{place, sentence, {sentence.begin, sentence.begin + 1}, nullptr, {}});
    }

    template <class Wanted>
    [[nodiscard]] const Wanted* want() const {
        for (const Effect& effect : wanted)
            if (const auto* found = std::get_if<Wanted>(&effect)) return found;
        return nullptr;
    }
    [[nodiscard]] bool says(std::u32string_view part) const {
        return std::any_of(said.begin(), said.end(),
                           [&](const auto& s) { return s.text.find(part) != std::u32string::npos; });
    }
};

}  // namespace tingdu::app
