#include <memory>
#include <stdexcept>

#include "kiosk/app/state.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/shell/resources.h"
#include "kiosk/view/eyes.h"
#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/figures.h"
#include "tests/bench/parts.h"
#include "tests/support/fresh_state.h"

namespace tingdu::bench {
namespace {

constexpr platform::ScreenSize screen{1920, 1080, 4.03};  // 21.5 inches
constexpr view::Viewport viewport{screen.width_px, screen.height_px, screen.px_per_mm};

/// A kiosk that reads an article, two Hanzi a word.
class Reader {
  public:
    explicit Reader(const std::string& path) {
        auto opened = runtime::fetch_article(path);
        if (!opened) throw std::runtime_error("cannot read " + path);
        state_.screen = app::Screen::article;
        state_.open = app::OpenArticle{};
        state_.open->article = std::make_shared<const text::Article>(std::move(opened->article));
        state_.open->reading = app::Reading::playing;
        go_to(*text::first(*state_.open->article));
    }

    void next_word() {
        app::OpenArticle& open = *state_.open;
        const std::size_t begin = open.word->end;
        state_.now_ms += 300;
        if (begin < open.sentence.end) {
            open.word = TextRange{begin, std::min(begin + 2, open.sentence.end)};
        } else {
            go_to(text::next_sentence(*open.article, open.place).value());
        }
    }

    [[nodiscard]] const app::State& state() const { return state_; }

  private:
    void go_to(text::Place place) {
        app::OpenArticle& open = *state_.open;
        open.place = place;
        open.sentence = text::range_of(*open.article, place);
        open.word = TextRange{open.sentence.begin, open.sentence.begin + 2};
    }

    app::State state_ = support::fresh_state();
};

struct FrameTimes {
    Figures made_ms;
    Figures painted_ms;
    Figures both_ms;

    void add(view::Eyes& eyes, platform::Canvas& canvas, const app::State& state) {
        const double began_ms = now_ms();
        const scene::Scene scene = eyes.look(state, viewport);
        const double made_at_ms = now_ms();
        canvas.present(scene);
        const double painted_at_ms = now_ms();
        made_ms.add(made_at_ms - began_ms);
        painted_ms.add(painted_at_ms - made_at_ms);
        both_ms.add(painted_at_ms - began_ms);
    }
};

}  // namespace

void measure_frames(const Stage& stage) {
    tell_part("A frame of an article, 1920×1080, in memory");
    const auto resources = shell::find_resources();
    if (!resources) throw std::runtime_error("no lexicon");
    const auto fonts = shell::find_fonts(*resources);
    if (!fonts) throw std::runtime_error("no fonts");
    const std::string path = write_article(stage.folder, 20'000);

    FrameTimes cold;
    for (int i = 0; i < 10; ++i) {
        const auto canvas = platform::open_memory_canvas(screen, *fonts).value();
        view::Eyes eyes(canvas->measure());
        cold.add(eyes, *canvas, Reader(path).state());
    }
    const auto canvas = platform::open_memory_canvas(screen, *fonts).value();
    view::Eyes eyes(canvas->measure());
    Reader reader(path);
    FrameTimes cached;
    for (int i = 0; i < 300; ++i) {
        cached.add(eyes, *canvas, reader.state());
        reader.next_word();
    }
    constexpr double frame_ms = 1000.0 / 60;
    tell("another word lit", cached.both_ms, "ms", aim(cached.both_ms, frame_ms, "ms"));
    tell("  of that the scene made", cached.made_ms, "ms");
    tell("  of that the scene painted", cached.painted_ms, "ms");
    tell("the first page, no glyph known", cold.both_ms, "ms");
    tell("  of that the scene made", cold.made_ms, "ms");
    tell("  of that the scene painted", cold.painted_ms, "ms");
}

}  // namespace tingdu::bench
