// What is said is to be read as well: whoever does not hear the kiosk misses nothing that it says.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/eyes.h"
#include "tests/support/rule_measure.h"
#include "tests/support/scene_rules.h"
#include "tests/support/trial.h"

using namespace tingdu;
using app::Trial;

namespace {

constexpr std::u32string_view marks = U"。，：；？！、“”《》（）.,:;?!() \u3000\n";

std::u32string bare(std::u32string_view text) {
    std::u32string bare(text);
    std::erase_if(bare, [](char32_t c) { return marks.find(c) != std::u32string_view::npos; });
    return bare;
}

/// All that is written, the lines of one text joined.
std::u32string written_on(const scene::Scene& scene) {
    std::u32string written;
    int flow = -1;
    for (const scene::Text& text : support::texts_in_sight(scene, support::Notice::with)) {
        if (text.flow != flow) written += U'\n';
        flow = text.flow;
        written += bare(text.text);
    }
    return written;
}

/// A sentence cut at its marks, without what only speech needs: that a number orders, that a step is the present one.
std::vector<std::u32string> pieces_of(std::u32string_view sentence) {
    std::vector<std::u32string> pieces;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find_first_of(marks, at), sentence.size());
        std::u32string_view piece = sentence.substr(at, end - at);
        at = end + 1;
        if (piece.starts_with(U"现在是")) piece.remove_prefix(3);
        if (piece.starts_with(U"一共")) piece.remove_prefix(1);
        const bool orders = piece.size() > 2 && piece[0] == U'第' && is_digit(piece[1]);
        if (orders) {
            piece.remove_prefix(1);
            if (std::u32string_view(U"类篇项").find(piece.back()) != std::u32string_view::npos) piece.remove_suffix(1);
        }
        if (!piece.empty()) pieces.emplace_back(piece);
    }
    return pieces;
}

/// A visit of which each step is said, shown, and held against itself.
class Visit {
  public:
    Visit(const view::Viewport& viewport, int size) : viewport_(viewport) {
        auto catalogue = std::make_shared<library::Catalogue>();
        catalogue->subjects.push_back({U"最新消息",
                                       {{"a.txt", U"停水通知", Date{2026, 9, 1}, 2},
                                        {"b.txt", U"关于进一步做好高龄老人津贴申领工作的通知", {}, 3}}});
        catalogue->subjects.push_back({U"养老服务", {{"c.txt", U"老年食堂", {}, 1}}});
        tell(app::CatalogueRead{catalogue});
        trial.state.settings.set(app::Setting::size, size);
    }

    void tell(const app::Message& message) {
        trial.tell(message);
        hold();
    }
    void press(Key key) { tell(app::Pressed{key}); }
    void hold() {
        const scene::Scene scene = eyes_.look(trial.state, viewport_);
        CHECK(support::cut_texts(scene) == "");
        const std::u32string written = written_on(scene);
        for (const app::Prompt& prompt : trial.said)
            for (const std::u32string& piece : pieces_of(prompt.text)) {
                INFO(viewport_.width_px << "x" << viewport_.height_px << ", " << to_utf8(prompt.text) << "\non\n"
                                        << to_utf8(written));
                CHECK_MESSAGE(written.find(bare(piece)) != std::u32string::npos, to_utf8(piece));
            }
    }

    Trial trial;

  private:
    support::RuleMeasure measure_;
    view::Eyes eyes_{measure_};
    view::Viewport viewport_;
};

void open(Visit& visit) {
    for (int i = 0; i < 3; ++i) visit.press(Key::select);
    visit.tell(app::ArticleOpened{"a.txt", app::small_article()});
    auto items = std::make_shared<std::vector<prepare::ToCopy>>(2);
    for (prepare::ToCopy& item : *items) item.groups = {{U"5550", U"5550"}, {U"1218", U"1218"}};
    items->back().about = U"请打电话。";
    visit.tell(app::ToCopyFound{visit.trial.state.open->article, items});
}

template <class Steps>
void everywhere(Steps steps) {
    const auto viewport = [](int width, int height, double inches) {
        return view::Viewport{width, height, std::hypot(width, height) / inches / 25.4};
    };
    for (const view::Viewport& on : {viewport(1920, 1080, 21.5), viewport(1080, 1920, 21.5), viewport(1366, 768, 15.6)})
        for (int size = 0; size < 4; ++size)
            for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches}) {
                Visit visit(on, size);
                visit.tell(app::HandChanged{hand});
                steps(visit);
            }
}

}  // namespace

TEST_CASE("what lists and settings say stands on them") {
    everywhere([](Visit& visit) {
        visit.press(Key::select);
        visit.press(Key::down);
        visit.press(Key::where);
        visit.press(Key::where);
        visit.press(Key::up);
        visit.press(Key::select);
        visit.press(Key::down);
        visit.tell(app::LongSilence{});
        visit.press(Key::settings);
        for (std::size_t i = 0; i < app::setting_count; ++i) {
            visit.press(Key::down);
            visit.press(Key::repeat);
        }
        visit.press(Key::back);
        visit.press(Key::help);
        visit.press(Key::repeat);
        visit.press(Key::where);
        visit.press(Key::help);
        visit.press(Key::help);
    });
}

TEST_CASE("what is said of an article beside its own words stands on the screen") {
    everywhere([](Visit& visit) {
        open(visit);
        visit.trial.hear({1, 0}, {3, 7});
        visit.press(Key::where);
        visit.press(Key::pause);
        visit.tell(app::LongSilence{});
        visit.press(Key::copy);
        visit.press(Key::select);
        visit.press(Key::down);
        visit.press(Key::where);
        visit.press(Key::back);
        visit.tell(app::ArticleHeard{});
        visit.press(Key::down);
        visit.press(Key::where);
        visit.tell(app::LongSilence{});
        visit.press(Key::back);
        visit.tell(app::ArticleFailed{"a.txt", Error{Fault::damaged, "a.txt", {}}});
    });
}

TEST_CASE("what is asked of whoever leaves or comes back stands on the screen") {
    everywhere([](Visit& visit) {
        open(visit);
        visit.tell(app::NobodyStirs{});
        visit.tell(app::QuestionHeard{});
        visit.tell(app::Tick{10'000});
        visit.tell(app::Tick{30'000});
        visit.trial.state.number.reset();
        visit.press(Key::down);
        REQUIRE(visit.trial.state.screen == app::Screen::returning);
        visit.press(Key::down);
        visit.press(Key::where);
        visit.tell(app::LongSilence{});
    });
}

TEST_CASE("what is said of a number that is entered stands on the screen") {
    everywhere([](Visit& visit) {
        visit.tell(app::BookmarksKnown{std::make_shared<const app::Bookmarks>(app::Bookmarks{app::Bookmark{}})});
        visit.press(Key::select);
        visit.press(Key::resume);
        REQUIRE(visit.trial.state.screen == app::Screen::resuming);
        visit.press(Key::digit_9);
        visit.press(Key::digit_5);
        visit.tell(app::Pressed{Choice{app::tile_back}});
        CHECK(visit.trial.says(app::words(visit.trial.state)[app::Phrase::number_deleted]));
        visit.press(Key::where);
        visit.tell(app::Pressed{Choice{app::tile_back}});
        for (const Key digit : {Key::digit_1, Key::digit_2, Key::digit_3, Key::digit_4}) visit.press(digit);
        visit.tell(app::LongSilence{});
    });
}
