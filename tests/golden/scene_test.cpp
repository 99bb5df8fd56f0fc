// States → what stands on the screen, as a list of boxes, texts and targets.
#include <cmath>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/view/eyes.h"
#include "tests/golden/golden.h"
#include "tests/support/fresh_state.h"
#include "tests/support/rule_measure.h"

using namespace tingdu;

namespace {

std::string described(const scene::Scene& scene) {
    std::ostringstream out;
    const auto put = [&](const scene::Rect& rect) {
        out << rect.x << ',' << rect.y << ' ' << rect.width << 'x' << rect.height;
    };
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands) {
            if (const auto* fill = std::get_if<scene::Fill>(&command)) {
                out << "fill    ";
                put(fill->rect);
            } else if (const auto* outline = std::get_if<scene::Outline>(&command)) {
                out << "outline ";
                put(outline->rect);
            } else if (const auto* image = std::get_if<scene::Image>(&command)) {
                out << "image   ";
                put(image->rect);
            } else {
                const auto& text = std::get<scene::Text>(command);
                out << "text    ";
                put(text.box);
                out << ' ' << text.style.size_px << (text.style.weight == scene::Weight::bold ? " bold " : " ")
                    << to_utf8(text.text);
            }
            out << '\n';
        }
    for (const scene::Target& target : scene.targets) {
        out << "target  ";
        put(target.rect);
        out << ' ' << to_utf8(target.label) << '\n';
    }
    return out.str();
}

app::State reading_state() {
    auto article = std::make_shared<text::Article>();
    article->text = U"公园开放了\n柳塘公园从本月起每天早上六点开放。雨天路滑，请大家慢慢走。";
    article->title = U"公园开放了";
    article->source = U"柳塘街道";
    article->date = Date{2026, 9, 1};
    article->blocks = {{text::BlockKind::title, {0, 5}, false},
                       {text::BlockKind::paragraph, {6, article->text.size()}, false}};
    app::State state = support::fresh_state();
    state.screen = app::Screen::article;
    state.open = app::OpenArticle{};
    state.open->article = article;
    state.open->reading = app::Reading::playing;
    state.open->place = {1, 1};
    state.open->sentence = {23, 35};
    state.open->word = TextRange{28, 31};
    return state;
}

/// A picture that is being said, one that cannot be shown below it.
app::State picture_state() {
    auto article = std::make_shared<text::Article>();
    article->text = U"请从东门进。\n东门的照片\n东门\n西门的照片";
    article->title = U"走哪扇门";
    article->blocks = {{text::BlockKind::paragraph, {0, 6}, false},
                       {text::BlockKind::picture, {7, 12}, false, 0},
                       {text::BlockKind::caption, {13, 15}, false},
                       {text::BlockKind::picture, {16, 21}, false, 1}};
    article->pictures = {{text::Picture::At::beside, "东.png", 400, 300}, {text::Picture::At::beside, "西.png", 0, 0}};
    app::State state = reading_state();
    state.open->article = article;
    state.open->place = {1, 0};
    state.open->sentence = {7, 12};
    state.open->word = TextRange{7, 9};
    state.open->pictures[0] = std::make_shared<const Bitmap>();
    return state;
}

app::State list_state(app::Screen screen) {
    auto catalogue = std::make_shared<library::Catalogue>();
    catalogue->subjects.push_back({U"最新消息", {{"a", U"停水通知", Date{2026, 9, 28}, 1}, {"b", U"值班安排", {}, 2}}});
    catalogue->subjects.push_back({U"养老服务", {{"c", U"公园开放了", {}, 2}}});
    app::State state = support::fresh_state();
    state.screen = screen;
    state.catalogue = catalogue;
    return state;
}

void check(const std::string& name, const app::State& state) {
    const support::RuleMeasure measure;
    const std::filesystem::path folder = std::filesystem::path(TINGDU_SOURCE_DIR) / "tests/golden/scenes";
    const view::Viewport wide{1920, 1080, 1920 / 476.0};
    const view::Viewport tall{1080, 1920, 1920 / 476.0};
    support::check_golden(folder / (name + "-wide.golden"), described(view::Eyes(measure).look(state, wide)));
    support::check_golden(folder / (name + "-tall.golden"), described(view::Eyes(measure).look(state, tall)));
}

}  // namespace

TEST_CASE("each screen stands as it did when last reviewed") {
    check("welcome", support::fresh_state());
    check("subjects", list_state(app::Screen::subjects));
    check("articles", list_state(app::Screen::articles));
    check("article", reading_state());
    check("article-picture", picture_state());
    app::State adjusting = reading_state();
    adjusting.open->bar = app::Bar::adjusting;
    adjusting.sound = app::Sound::lost;
    check("article-adjusting-no-sound", adjusting);
    app::State english = list_state(app::Screen::subjects);
    english.settings.set(app::Setting::language, 1);
    check("subjects-english", english);
}
