// What every Canvas owes, held against the one in memory and against a window of SDL without a screen.
#include <cstdlib>
#include <memory>
#include <random>
#include <thread>

#include <SDL.h>
#include <doctest/doctest.h>

#include "fonts_of_debian.h"

using namespace tingdu;
using namespace tingdu::scene;
using namespace tingdu::platform;

namespace {

constexpr TextStyle reading{Weight::regular, 41};
constexpr TextStyle heading{Weight::bold, 56};
constexpr Color paper{0xFB, 0xF7, 0xEE};
constexpr Color ink{0x1A, 0x1A, 0x1A};

Text line_of(std::u32string text, int x, int baseline_y) {
    return {std::move(text), reading, ink, x, baseline_y, {x, baseline_y - 48, 600, 59}, 0};
}

Scene page() {
    Scene scene{640, 480, paper, {}, {}};
    scene.layers.push_back({{0, 0, 640, 480},
                            {Fill{{20, 20, 200, 100}, {0x0B, 0x4F, 0x6C}, 20}, line_of(U"你好，it’s 8:30——", 40, 200),
                             Outline{{300, 20, 200, 100}, {0x8F, 0x86, 0x72}, 24, 4}}});
    return scene;
}

struct InMemory {
    static std::unique_ptr<Canvas> open() {
        auto canvas = open_memory_canvas({640, 480, 4.0}, fonts_of_debian());
        REQUIRE(canvas.has_value());
        return std::move(*canvas);
    }
};

struct InWindow {
    static std::unique_ptr<Display> open() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        DisplayWish wish;
        wish.window_px = {640, 480};
        auto display = open_display(wish, fonts_of_debian());
        REQUIRE(display.has_value());
        return std::move(*display);
    }
};

}  // namespace

TEST_CASE("a page painted over the one before has every pixel of the same page painted afresh") {
    const auto over = open_memory_canvas({640, 480, 4.0}, fonts_of_debian()).value();
    std::minstd_rand chance{7};
    Scene scene = page();
    for (int step = 0; step < 60; ++step) {
        auto& commands = scene.layers.front().commands;
        const auto at = commands.begin() + static_cast<std::ptrdiff_t>(chance() % commands.size());
        const int x = static_cast<int>(chance() % 500);
        const int y = static_cast<int>(chance() % 450);
        switch (chance() % 4) {
            case 0:
                commands.insert(at, Fill{{x, y, 90, 60}, {static_cast<std::uint8_t>(x % 256), 90, 90}, 12});
                break;
            case 1:
                commands.insert(at, line_of(U"fÄg｜龘", x, y));
                break;
            case 2:
                commands.insert(at, Outline{{x, y, 120, 80}, {9, 9, 200}, 16, 3});
                break;
            default:
                if (commands.size() > 1) commands.erase(at);
        }
        over->present(scene);
        const auto afresh = open_memory_canvas({640, 480, 4.0}, fonts_of_debian()).value();
        afresh->present(scene);
        int different = 0;
        for (int py = 0; py < 480; ++py)
            for (int px = 0; px < 640; ++px) different += over->pixel(px, py) != afresh->pixel(px, py) ? 1 : 0;
        REQUIRE(different == 0);
    }
}

TEST_CASE_TEMPLATE("a canvas has the size that was asked for and takes a scene of it", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    CHECK(canvas->size().width_px == 640);
    CHECK(canvas->size().height_px == 480);
    CHECK(canvas->size().px_per_mm > 1.0);
    canvas->present(page());
    canvas->present(page());
    CHECK(canvas->take_missing_glyphs().empty());
}

TEST_CASE_TEMPLATE("a Hanzi and its marks are exactly one em wide", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    for (const int size_px : {16, 33, 41, 56, 97})
        for (const Weight weight : {Weight::regular, Weight::bold}) {
            const TextStyle style{weight, size_px};
            CHECK(canvas->measure().width_px(U"国", style) == size_px);
            CHECK(canvas->measure().width_px(U"“听读，好。”《》……℃", style) == 12 * size_px);
            CHECK(canvas->measure().metrics(style).capital_px > size_px / 2);
            CHECK(canvas->measure().metrics(style).ascent_px > canvas->measure().metrics(style).capital_px);
            CHECK(canvas->measure().metrics(style).descent_px > 0);
        }
}

TEST_CASE_TEMPLATE("a run is as wide as its words cut apart", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    const auto width = [&](std::u32string_view run) { return canvas->measure().width_px(run, reading); };
    CHECK(width(U"从8:30到11:30，use WiFi免费") == width(U"从") + width(U"8:30") + width(U"到") + width(U"11:30") +
                                                       width(U"，") + width(U"use") + width(U" ") + width(U"WiFi") +
                                                       width(U"免费"));
    CHECK(width(U"AV") < width(U"A") + width(U"V"));              // kerned
    CHECK(width(U"it’s") < width(U"it") + width(U"s") + 41 / 2);  // no hole of an em
    CHECK(width(U"") == 0);
    CHECK(width(U"j") < 41 / 2);  // its hook reaches out of its advance
}

TEST_CASE_TEMPLATE("a character that no font has is named once and takes its box's room", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    const int width = canvas->measure().width_px(U"\U0001FAE0", reading);
    CHECK(width >= reading.size_px);
    CHECK(width < 2 * reading.size_px);
    auto scene = page();
    scene.layers[0].commands.emplace_back(line_of(U"好\U0001FAE0\U00104567\u200B\uFE0F\u3000\u2003", 40, 300));
    canvas->present(scene);
    CHECK(canvas->take_missing_glyphs() == U"\U0001FAE0\U00104567");
    canvas->present(scene);
    CHECK(canvas->take_missing_glyphs().empty());
}

TEST_CASE_TEMPLATE("what cannot be seen takes no room", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    CHECK(canvas->measure().width_px(U"\u200B\uFEFF\u00AD\u0001", reading) == 0);
    CHECK(canvas->measure().width_px(U"国\uFE00", reading) == reading.size_px);
    CHECK(canvas->measure().width_px(U"\t", reading) == canvas->measure().width_px(U" ", reading));
}

TEST_CASE_TEMPLATE("odd scenes do no harm", Kind, InMemory, InWindow) {
    const auto canvas = Kind::open();
    Scene scene{640, 480, paper, {}, {}};
    scene.layers.push_back({{-50, -50, 0, 0}, {Fill{{0, 0, 640, 480}, ink, 5}}});
    scene.layers.push_back({{-500, -500, 5000, 5000},
                            {Fill{{-100, 400, 3000, 3000}, ink, 9000}, Fill{{5, 5, 0, -3}, ink, 3},
                             Outline{{600, 440, 100, 100}, ink, 20, 80}, Outline{{10, 10, 1, 1}, ink, 7, 7},
                             line_of(U"\U0001FAE0越过右边", 620, 470), line_of(U"", 0, 0),
                             line_of(std::u32string{char32_t{0xD800}, char32_t{0x110000}}, -30, 10),
                             Text{U"小", {Weight::bold, 0}, ink, 5, 5, {}, 0}}});
    canvas->present(scene);
    CHECK(canvas->size().width_px == 640);
}

TEST_CASE("a chain without a font that opens is refused by its name") {
    const auto none = open_memory_canvas({64, 48, 4.0}, {{{"/no/such/font.ttf", 0}}, {}});
    REQUIRE(!none.has_value());
    CHECK(none.error().fault == Fault::no_font);
    CHECK(none.error().subject == "/no/such/font.ttf");
    CHECK(open_memory_canvas({64, 48, 4.0}, {}).error().fault == Fault::no_font);
}

TEST_CASE("a weight whose fonts do not open borrows the other's") {
    auto chain = fonts_of_debian();
    chain.bold = {{"/no/such/font.ttf", 0}};
    const auto canvas = open_memory_canvas({64, 48, 4.0}, chain);
    REQUIRE(canvas.has_value());
    CHECK((*canvas)->measure().width_px(U"国", heading) == heading.size_px);
}

TEST_CASE("a window that cannot be opened is a fault, not an end") {
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    const auto display = open_display({}, fonts_of_debian());
    REQUIRE(!display.has_value());
    CHECK(display.error().fault == Fault::no_display);
}

TEST_CASE("waiting ends at a wake from another thread, and wakes do not pile up") {
    const auto display = InWindow::open();
    (void)display->wait(0);  // what the window has to say of its opening
    std::thread other{[&] {
        for (int i = 0; i < 1000; ++i) display->wake();
    }};
    (void)display->wait(60'000);
    other.join();
    (void)display->wait(0);
    CHECK(display->wait(1).empty());
    display->wake();
    CHECK(display->wait(60'000).empty());
}

TEST_CASE("a key that is held down counts once") {
    const auto display = InWindow::open();
    (void)display->wait(0);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym = {SDL_SCANCODE_DOWN, SDLK_DOWN, 0, 0};
    int counted = 0;
    for (int i = 0; i < 20; ++i) {
        event.key.timestamp = static_cast<Uint32>(10'000 + 500 * i);  // so far apart that each could be meant
        event.key.repeat = i == 0 ? 0 : 1;
        SDL_PushEvent(&event);
        for (const InputEvent& hand : display->wait(1)) counted += std::holds_alternative<KeyDown>(hand) ? 1 : 0;
    }
    CHECK(counted == 1);
}

TEST_CASE("the owner's word about the screen's size is taken") {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    DisplayWish wish;
    wish.window_px = {640, 480};
    wish.diagonal_in = 10.0;
    const auto small = open_display(wish, fonts_of_debian());
    wish.diagonal_in = 20.0;
    const auto large = open_display(wish, fonts_of_debian());
    REQUIRE(small.has_value());
    REQUIRE(large.has_value());
    CHECK((*small)->size().px_per_mm == doctest::Approx(2 * (*large)->size().px_per_mm));
}
