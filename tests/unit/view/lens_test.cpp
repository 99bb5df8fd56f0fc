// The sentence that fills the lower screen: whole words, nothing clipped, Pinyin over its Hanzi.
#include "kiosk/view/lens.h"

#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/view/eyes.h"
#include "tests/support/fresh_state.h"
#include "tests/support/rule_measure.h"

using namespace tingdu;

namespace {

const std::vector<view::Viewport> viewports = {
    {1920, 1080, 4.03}, {1080, 1920, 4.03}, {1366, 768, 3.95}, {3840, 2160, 5.42}};

app::State saying(std::u32string_view sentence, std::shared_ptr<const Spelled> spelled) {
    auto article = std::make_shared<text::Article>();
    article->text = sentence;
    article->title = U"通知";
    article->blocks = {{text::BlockKind::paragraph, {0, sentence.size()}, false}};
    app::State state = support::fresh_state();
    state.screen = app::Screen::article;
    state.settings.set(app::Setting::lens, 1);
    state.open = app::OpenArticle{};
    state.open->article = article;
    state.open->reading = app::Reading::playing;
    state.open->sentence = {0, sentence.size()};
    state.open->spelled = std::move(spelled);
    return state;
}

/// Two hundred Hanzi in words of two.
app::State long_sentence() {
    std::u32string text;
    auto spelled = std::make_shared<Spelled>();
    while (text.size() < 200) {
        spelled->words.push_back({text.size(), text.size() + 2});
        spelled->pinyin.push_back({text.size(), U"zhuàng"});
        text += U"装修";
    }
    return saying(text, std::move(spelled));
}

/// The part of a text's box that ink can be in.
scene::Rect ink(const scene::Text& text) {
    return {text.box.x, text.baseline_y - text.style.size_px * 88 / 100, text.box.width, text.style.size_px};
}

/// What stands wholly within the lens.
struct Seen {
    std::vector<scene::Text> sentence;
    std::vector<scene::Text> pinyin;
    std::vector<scene::Fill> lit;
    scene::Rect room;
};

Seen look(const app::State& state, const view::Viewport& viewport) {
    const support::RuleMeasure measure;
    const scene::Scene scene = view::Eyes(measure).look(state, viewport);
    const int rows = viewport.height_px > viewport.width_px ? 4 : 1;
    const view::Grid grid = view::grid(viewport, state.settings[app::Setting::size], rows);
    const scene::Rect above = view::above_lens(grid);
    Seen seen;
    seen.room = {0, above.bottom(), viewport.width_px, grid.bar.y - above.bottom()};
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands) {
            if (const auto* text = std::get_if<scene::Text>(&command); text && seen.room.covers(ink(*text)))
                (text->style.weight == scene::Weight::bold ? seen.sentence : seen.pinyin).push_back(*text);
            if (const auto* fill = std::get_if<scene::Fill>(&command);
                fill && seen.room.covers(fill->rect) && fill->color == view::themes()[0].word_lit)
                seen.lit.push_back(*fill);
        }
    return seen;
}

template <class Check>
void everywhere(app::State state, Check check) {
    for (const view::Viewport& viewport : viewports)
        for (int size = 0; size < app::step_count(app::Setting::size, state); ++size)
            for (int pinyin = 0; pinyin < 2; ++pinyin) {
                INFO(viewport.width_px << " size " << size << " pinyin " << pinyin);
                state.settings.set(app::Setting::size, size);
                state.settings.set(app::Setting::pinyin, pinyin);
                check(state, viewport);
            }
}

}  // namespace

TEST_CASE("the sentence in the lens is larger than on the page, at every size of type") {
    everywhere(saying(U"请大家慢慢走。", nullptr), [](const app::State& state, const view::Viewport& viewport) {
        const Seen seen = look(state, viewport);
        REQUIRE_FALSE(seen.sentence.empty());
        const view::Grid page = view::grid(viewport, state.settings[app::Setting::size], 1);
        CHECK(seen.sentence.front().style.size_px >= page.reading().size_px);
        if (state.settings[app::Setting::size] < 2)
            CHECK(seen.sentence.front().style.size_px >= page.reading().size_px * 3 / 2);
    });
}

TEST_CASE("a sentence of two hundred Hanzi comes in pages, and each word is lit whole when it is heard") {
    everywhere(long_sentence(), [](app::State state, const view::Viewport& viewport) {
        for (const TextRange word : state.open->spelled->words) {
            state.open->word = word;
            const Seen seen = look(state, viewport);
            REQUIRE(seen.lit.size() == 1);
            std::u32string in_box;
            for (const scene::Text& text : seen.sentence)
                if (text.color == view::themes()[0].on_word && text.box.x >= seen.lit[0].rect.x &&
                    text.box.right() <= seen.lit[0].rect.right() && text.baseline_y < seen.lit[0].rect.bottom())
                    in_box += text.text;
            CHECK(in_box.find(U"装修") != std::u32string::npos);
        }
    });
}

TEST_CASE("Pinyin stands over the middle of its Hanzi and apart from its neighbours") {
    auto spelled = std::make_shared<Spelled>();
    spelled->words = {{0, 2}, {2, 4}};
    spelled->pinyin = {{0, U"zhuāng"}, {1, U"zhuàng"}, {2, U"lǜ"}};
    app::State state = saying(U"装状绿X", std::move(spelled));
    state.settings.set(app::Setting::pinyin, 1);
    for (const view::Viewport& viewport : viewports) {
        const Seen seen = look(state, viewport);
        REQUIRE(seen.pinyin.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            const scene::Rect ruby = seen.pinyin[i].box;
            const scene::Rect hanzi = seen.sentence[i].box;
            CHECK(std::abs(ruby.x + ruby.width / 2 - hanzi.x - hanzi.width / 2) <= 1);
            CHECK(seen.pinyin[i].baseline_y < seen.sentence[i].baseline_y);
            CHECK(seen.pinyin[i].style.size_px * 0.733 >= 4.8 * viewport.px_per_mm - 1);
            if (i > 0) CHECK(seen.pinyin[i - 1].box.right() < ruby.x);
        }
        CHECK(seen.sentence[3].text == U"X");
    }
}

TEST_CASE("without Pinyin wished none is shown, and a word of English is never parted") {
    app::State state = saying(U"Please bring your library card along when you come to the reading room.", nullptr);
    everywhere(state, [](const app::State& shown, const view::Viewport& viewport) {
        const Seen seen = look(shown, viewport);
        CHECK(seen.pinyin.empty());
        REQUIRE_FALSE(seen.sentence.empty());
        const std::u32string whole = U" " + shown.open->article->text + U" ";
        for (const scene::Text& row : seen.sentence) CHECK(whole.find(U" " + row.text + U" ") != std::u32string::npos);
    });
}
