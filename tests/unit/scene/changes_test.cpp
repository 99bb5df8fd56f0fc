#include "kiosk/scene/changes.h"

#include <doctest/doctest.h>

using namespace tingdu::scene;

namespace {

constexpr Color ink{20, 20, 20};
constexpr Rect screen{0, 0, 800, 600};

Text line(std::u32string text, int y) {
    return {std::move(text), {Weight::regular, 40}, ink, 100, y, {100, y - 40, 200, 50}, 0};
}

Scene scene_of(std::vector<Command> commands) {
    return {800, 600, {250, 250, 250}, {{screen, std::move(commands)}}, {}};
}

}  // namespace

TEST_CASE("what is the same needs no painting") {
    const Scene page = scene_of({line(U"一", 100), line(U"二", 200)});
    const Rect none = changed(page, page);
    CHECK(none.width == 0);
    CHECK(none.height == 0);
}

TEST_CASE("what came and what went needs painting, and nothing else") {
    const Fill here{{100, 60, 50, 50}, {200, 200, 0}, 8};
    const Fill there{{180, 160, 50, 50}, {200, 200, 0}, 8};
    const Scene before = scene_of({here, line(U"一", 100), line(U"二", 200), line(U"三", 300)});
    const Scene after = scene_of({there, line(U"一", 100), line(U"二", 200), line(U"三", 300)});
    CHECK(changed(before, after) == Rect{100, 60, 130, 150});
    const Scene neither = scene_of({line(U"一", 100), line(U"二", 200), line(U"三", 300)});
    CHECK(changed(before, neither) == here.rect);
    CHECK(changed(neither, after) == there.rect);
}

TEST_CASE("a line that reads otherwise needs painting as far as its ink may reach") {
    const Scene before = scene_of({line(U"一", 100), line(U"二", 300), line(U"三", 500)});
    const Scene after = scene_of({line(U"一", 100), line(U"贰", 300), line(U"三", 500)});
    const Rect part = changed(before, after);
    CHECK(part.covers({100, 260, 200, 50}));
    CHECK_FALSE(part.overlaps({0, 0, 800, 120}));
    CHECK_FALSE(part.overlaps({0, 450, 800, 120}));
}

TEST_CASE("two things that change places are both painted again") {
    const Fill red{{10, 10, 100, 100}, {200, 0, 0}, 0};
    const Fill blue{{50, 50, 100, 100}, {0, 0, 200}, 0};
    const Rect part = changed(scene_of({red, blue}), scene_of({blue, red}));
    CHECK(part.covers({50, 50, 60, 60}));
}

TEST_CASE("another ground, size or clip is another screen") {
    const Scene before = scene_of({line(U"一", 100)});
    Scene after = before;
    after.ground = {0, 0, 0};
    CHECK(changed(before, after) == screen);
    after = before;
    after.layers.front().clip.height = 300;
    CHECK(changed(before, after) == screen);
    after = before;
    after.layers.push_back({screen, {}});
    CHECK(changed(before, after) == screen);
}

TEST_CASE("a picture that has been made needs painting where it stands") {
    const auto made = std::make_shared<const tingdu::Bitmap>(tingdu::Bitmap{1, 1, {0xFFFFFFFF}});
    const auto again = std::make_shared<const tingdu::Bitmap>(*made);
    const Rect place{100, 60, 50, 50};
    CHECK(changed(scene_of({Fill{place, ink, 0}}), scene_of({Image{place, made}})) == place);
    CHECK(changed(scene_of({Image{place, made}}), scene_of({Image{place, again}})) == place);
    CHECK(changed(scene_of({Image{place, made}}), scene_of({Image{place, made}})).width == 0);
}
