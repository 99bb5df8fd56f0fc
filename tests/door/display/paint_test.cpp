// Pixels: what the one painter leaves, seen on the canvas in memory.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include <doctest/doctest.h>

#include "fonts_of_debian.h"

using namespace tingdu;
using namespace tingdu::scene;
using namespace tingdu::platform;

namespace {

constexpr Color white{255, 255, 255};
constexpr Color black{0, 0, 0};
constexpr Color red{255, 0, 0};

std::unique_ptr<MemoryCanvas> canvas_of(int width_px, int height_px) {
    auto canvas = open_memory_canvas({width_px, height_px, 4.0}, fonts_of_debian());
    REQUIRE(canvas.has_value());
    return std::move(*canvas);
}

Scene scene_of(const MemoryCanvas& canvas, std::vector<Command> commands) {
    const auto [width, height, density] = canvas.size();
    return {width, height, white, {{{0, 0, width, height}, std::move(commands)}}, {}};
}

/// The box of all pixels that are not the ground.
Rect inked(const MemoryCanvas& canvas) {
    int left = canvas.size().width_px;
    int top = canvas.size().height_px;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < canvas.size().height_px; ++y)
        for (int x = 0; x < canvas.size().width_px; ++x)
            if (canvas.pixel(x, y) != 0xFFFFFF) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    return {left, top, right - left, bottom - top};
}

/// How much ink there is, in pixels.
double ink_of(const MemoryCanvas& canvas) {
    double sum = 0;
    for (int y = 0; y < canvas.size().height_px; ++y)
        for (int x = 0; x < canvas.size().width_px; ++x) sum += 1.0 - (canvas.pixel(x, y) & 0xFFU) / 255.0;
    return sum;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("a fill covers its box and nothing else") {
    const auto canvas = canvas_of(100, 80);
    canvas->present(scene_of(*canvas, {Fill{{10, 20, 30, 40}, red, 0}}));
    CHECK(inked(*canvas) == Rect{10, 20, 30, 40});
    CHECK(canvas->pixel(10, 20) == 0xFF0000);
    CHECK(canvas->pixel(39, 59) == 0xFF0000);
    CHECK(canvas->pixel(40, 59) == 0xFFFFFF);
}

TEST_CASE("a round corner is smooth, the same on all four sides, and a circle") {
    const auto canvas = canvas_of(100, 100);
    canvas->present(scene_of(*canvas, {Fill{{10, 10, 80, 80}, black, 40}}));
    CHECK(canvas->pixel(10, 10) == 0xFFFFFF);
    CHECK(canvas->pixel(50, 10) < 0x050505);
    bool has_grey = false;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) {
            REQUIRE(canvas->pixel(x, y) == canvas->pixel(99 - x, y));
            REQUIRE(canvas->pixel(x, y) == canvas->pixel(x, 99 - y));
            has_grey = has_grey || (canvas->pixel(x, y) != 0 && canvas->pixel(x, y) != 0xFFFFFF);
        }
    CHECK(has_grey);
    CHECK(ink_of(*canvas) == doctest::Approx(std::acos(-1.0) * 40 * 40).epsilon(0.005));
}

TEST_CASE("an outline lies along the inside of its box and leaves the middle alone") {
    const auto canvas = canvas_of(100, 80);
    canvas->present(scene_of(*canvas, {Outline{{10, 10, 80, 60}, black, 12, 4}}));
    CHECK(inked(*canvas) == Rect{10, 10, 80, 60});
    for (int i = 0; i < 4; ++i) CHECK(canvas->pixel(50, 10 + i) == 0x000000);
    CHECK(canvas->pixel(50, 14) == 0xFFFFFF);
    CHECK(canvas->pixel(89, 40) == 0x000000);
    CHECK(canvas->pixel(85, 40) == 0xFFFFFF);
    CHECK(canvas->pixel(10, 10) == 0xFFFFFF);
    CHECK(canvas->pixel(50, 40) == 0xFFFFFF);
    const double straight = 2 * 4 * (80 - 24 + 60 - 24);
    const double bent = std::acos(-1.0) * (12 * 12 - 8 * 8);
    CHECK(ink_of(*canvas) == doctest::Approx(straight + bent).epsilon(0.005));
}

TEST_CASE("an outline may be square, or rounder than it is thick, or thick enough to fill") {
    const auto canvas = canvas_of(60, 60);
    canvas->present(scene_of(*canvas, {Outline{{10, 10, 40, 40}, black, 0, 5}}));
    CHECK(ink_of(*canvas) == doctest::Approx(40 * 40 - 30 * 30));
    canvas->present(scene_of(*canvas, {Outline{{10, 10, 40, 40}, black, 0, 30}}));
    CHECK(ink_of(*canvas) == doctest::Approx(40 * 40));
    canvas->present(scene_of(*canvas, {Outline{{10, 10, 40, 40}, black, 3, 8}}));
    CHECK(canvas->pixel(10, 10) != 0x000000);
    CHECK(canvas->pixel(17, 17) == 0x000000);
    CHECK(canvas->pixel(18, 18) == 0xFFFFFF);
}

TEST_CASE("nothing is painted beyond a layer's clip, later layers lie above") {
    const auto canvas = canvas_of(100, 80);
    Scene scene = scene_of(*canvas, {});
    const Text text{U"汉字", {Weight::regular, 40}, black, 0, 45, {}, 0};
    scene.layers[0] = {{20, 20, 30, 30}, {Fill{{0, 0, 100, 80}, red, 30}, text}};
    scene.layers.push_back({{0, 0, 25, 25}, {Fill{{0, 0, 100, 80}, black, 0}}});
    canvas->present(scene);
    CHECK(canvas->pixel(24, 24) == 0x000000);
    CHECK(canvas->pixel(26, 20) == 0xFF0000);
    CHECK(canvas->pixel(50, 30) == 0xFFFFFF);
    CHECK(canvas->pixel(30, 50) == 0xFFFFFF);
}

TEST_CASE("text stands on its baseline within its advance and is crisp") {
    const auto canvas = canvas_of(200, 100);
    canvas->present(scene_of(*canvas, {Text{U"国", {Weight::regular, 40}, black, 30, 60, {}, 0}}));
    const Rect box = inked(*canvas);
    CHECK(box.x >= 30);
    CHECK(box.right() <= 70);
    CHECK(box.y >= 60 - 36);
    CHECK(box.bottom() <= 60 + 6);
    CHECK(box.height > 30);
    int darkest_row = 0;  // a level stroke of 国 falls on whole pixels
    for (int y = box.y; y < box.bottom(); ++y) {
        int dark = 0;
        for (int x = box.x; x < box.right(); ++x) dark += canvas->pixel(x, y) < 0x202020 ? 1 : 0;
        darkest_row = std::max(darkest_row, dark);
    }
    CHECK(darkest_row > 20);
}

TEST_CASE("a run looks the same whole and cut where its words end") {
    const auto canvas = canvas_of(700, 100);
    const auto other = canvas_of(700, 100);
    const TextStyle style{Weight::bold, 37};
    const std::vector<std::u32string> words{U"从",  U"8:30", U"起",   U"，", U"just", U" ",
                                            U"try", U" ",    U"免费", U"——", U"好"};
    std::u32string whole;
    std::vector<Command> cut;
    for (const auto& word : words) {
        cut.emplace_back(Text{word, style, black, 5 + canvas->measure().width_px(whole, style), 60, {}, 0});
        whole += word;
    }
    canvas->present(scene_of(*canvas, {Text{whole, style, black, 5, 60, {}, 0}}));
    other->present(scene_of(*other, cut));
    bool same = true;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 700; ++x) same = same && canvas->pixel(x, y) == other->pixel(x, y);
    CHECK(same);
    CHECK(inked(*canvas).width > 300);
}

TEST_CASE("a missing character is a box with its name in it") {
    const auto canvas = canvas_of(120, 80);
    const TextStyle style{Weight::regular, 48};
    canvas->present(scene_of(*canvas, {Text{U"\U0001FAE0", style, black, 20, 60, {}, 0}}));
    const Rect box = inked(*canvas);
    CHECK(box.x >= 20);
    CHECK(box.right() <= 20 + canvas->measure().width_px(U"\U0001FAE0", style));
    CHECK(box.height > 40);
    CHECK(box.height <= 48);
    CHECK(canvas->pixel(box.x, box.y) == 0x000000);
    const double frame = 2.0 * 2 * (box.width + box.height - 4);
    CHECK(ink_of(*canvas) > frame + 40);  // something is written inside
}

TEST_CASE("the same scene gives the same bytes, at once and on a canvas of its own") {
    const auto folder = std::filesystem::temp_directory_path() / "tingdu_paint_test";
    std::filesystem::create_directories(folder);
    const auto paint = [&](const MemoryCanvas& canvas, const char* name) {
        REQUIRE(canvas.save_png(folder / name).has_value());
        return bytes_of(folder / name);
    };
    const auto canvas = canvas_of(300, 120);
    const auto scene =
        scene_of(*canvas, {Fill{{5, 5, 290, 110}, {255, 240, 196}, 17}, Outline{{9, 9, 90, 90}, red, 30, 8},
                           Text{U"您好 Hello \U0001FAE0", {Weight::bold, 41}, black, 20, 70, {}, 0}});
    canvas->present(scene);
    const auto first = paint(*canvas, "first.png");
    canvas->present(scene);
    const auto second = paint(*canvas, "second.png");
    const auto other = canvas_of(300, 120);
    other->present(scene);
    const auto third = paint(*other, "third.png");
    CHECK(first.size() > 1000);
    CHECK(first == second);
    CHECK(first == third);
    CHECK(canvas->save_png("/no/such/folder/a.png").error().fault == Fault::unwritable);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a picture stands where it belongs, pixel for pixel, and stretched until it has its size") {
    const auto canvas = canvas_of(40, 40);
    const auto four =
        std::make_shared<const tingdu::Bitmap>(tingdu::Bitmap{2, 2, {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF000000}});
    canvas->present(scene_of(*canvas, {Image{{10, 20, 2, 2}, four}}));
    CHECK(canvas->pixel(10, 20) == 0xFF0000);
    CHECK(canvas->pixel(11, 20) == 0x00FF00);
    CHECK(canvas->pixel(10, 21) == 0x0000FF);
    CHECK(inked(*canvas) == Rect{10, 20, 2, 2});
    canvas->present(scene_of(*canvas, {Image{{-5, 10, 20, 40}, four}}));
    CHECK(canvas->pixel(0, 10) == 0xFF0000);
    CHECK(canvas->pixel(14, 29) == 0x00FF00);
    CHECK(canvas->pixel(0, 39) == 0x0000FF);
    CHECK(inked(*canvas) == Rect{0, 10, 15, 30});
}
