#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/figures.h"
#include "tests/bench/monitor.h"
#include "tests/bench/parts.h"
#include "tests/bench/screen.h"

namespace tingdu::bench {
namespace {

constexpr int times = 10;
constexpr double limit_ms = 30'000;
constexpr std::uint32_t ground = 0xFBF7EE;  // of kiosk/view/theme.cpp

struct Starts {
    Figures frame_ms;
    Figures handed_ms;
    Figures word_ms;
};

void start_once(const Stage& stage, const Screen& screen, const Monitor& monitor, const std::string& article,
                Starts& starts) {
    (void)wait_until([&] { return screen.share_of(ground) == 0; }, limit_ms);
    (void)monitor.wait_quiet(300, limit_ms);
    const Program tingdu(stage, {"--open", article});
    if (wait_until([&] { return screen.share_of(ground) > 0.3; }, limit_ms))
        starts.frame_ms.add(now_ms() - tingdu.began_ms());
    const auto heard_ms = monitor.sound_after(tingdu.began_ms(), limit_ms);
    if (!heard_ms) return;
    starts.word_ms.add(*heard_ms - tingdu.began_ms());
    if (const auto handed_ms = tingdu.handed_after(tingdu.began_ms()))
        starts.handed_ms.add(*handed_ms - tingdu.began_ms());
}

}  // namespace

void measure_start(const Stage& stage) {
    tell_part("The start of the program");
    const Screen screen(stage.frame);
    const Monitor monitor;
    const std::string short_article = write_article(stage.folder, 600);
    const std::string long_article = write_article(stage.folder, 1'000'000);
    Starts brief;
    Starts lengthy;
    for (int i = 0; i < times; ++i) {
        start_once(stage, screen, monitor, short_article, brief);
        start_once(stage, screen, monitor, long_article, lengthy);
    }
    tell("first frame, 600 Hanzi to open", brief.frame_ms, "ms", aim(brief.frame_ms, 300, "ms"));
    tell("first frame, 1 000 000 Hanzi", lengthy.frame_ms, "ms",
         beside(lengthy.frame_ms, brief.frame_ms, "the short one's"));
    tell("first word handed to the device, 600 Hanzi", brief.handed_ms, "ms");
    tell("first word handed to the device, 1 000 000 Hanzi", lengthy.handed_ms, "ms",
         beside(lengthy.handed_ms, brief.handed_ms, "the short one's"));
    tell("first word heard, 600 Hanzi", brief.word_ms, "ms");
    tell("first word heard, 1 000 000 Hanzi", lengthy.word_ms, "ms",
         beside(lengthy.word_ms, brief.word_ms, "the short one's"));
}

}  // namespace tingdu::bench
