// Pictures on the page: how large, where, lit while they are said, and what stands where one cannot be shown.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/app/update.h"
#include "kiosk/view/eyes.h"
#include "kiosk/view/lens.h"
#include "kiosk/view/theme.h"
#include "tests/support/fresh_state.h"
#include "tests/support/rule_measure.h"

using namespace tingdu;

namespace {

const view::Viewport wide{1920, 1080, 4.03};
const std::vector<view::Viewport> viewports = {wide, {1080, 1920, 4.03}, {1366, 768, 3.95}, {3840, 2160, 5.42}};
const std::u32string unsaid(1, text::unsaid_picture);

struct Page {
    explicit Page(text::Picture shown, std::u32string description = U"大门的照片。门前有三级台阶。") {
        made.title = U"开门了";
        made.pictures = {std::move(shown)};
        add(text::BlockKind::title, U"开门了");
        for (int i = 0; i < 6; ++i) add(text::BlockKind::paragraph, U"从今天起每天早上八点开门，请慢慢走。");
        add(text::BlockKind::picture, std::move(description));
        made.blocks.back().picture = 0;
        add(text::BlockKind::caption, U"大门");
        for (int i = 0; i < 6; ++i) add(text::BlockKind::paragraph, U"从今天起每天早上八点开门，请慢慢走。");
    }

    void add(text::BlockKind kind, const std::u32string& text) {
        if (!made.text.empty()) made.text += U'\n';
        made.blocks.push_back({kind, {made.text.size(), made.text.size() + text.size()}, false});
        made.text += text;
    }

    [[nodiscard]] app::State read_at(std::size_t block) const {
        app::State state = support::fresh_state();
        state.screen = app::Screen::article;
        state.open = app::OpenArticle{};
        state.open->article = std::make_shared<const text::Article>(made);
        state.open->reading = app::Reading::playing;
        state.open->place = {block, 0};
        state.open->sentence = text::range_of(made, {block, 0});
        return state;
    }

    static constexpr std::size_t picture = 7;
    static constexpr std::size_t caption = 8;
    text::Article made;
};

text::Picture sized(int width_px, int height_px) {
    return {text::Picture::At::beside, "门.png", width_px, height_px};
}

std::shared_ptr<const Bitmap> bitmap(int width_px, int height_px) {
    return std::make_shared<const Bitmap>(
        Bitmap{width_px, height_px, std::vector<std::uint32_t>(static_cast<std::size_t>(width_px * height_px))});
}

scene::Scene look(const app::State& state, const view::Viewport& viewport = wide) {
    const support::RuleMeasure measure;
    return view::Eyes(measure).look(state, viewport);
}

/// Where the picture stands; it has been made, or what stands for it until it is.
std::optional<scene::Rect> picture_in(app::State state, const view::Viewport& viewport = wide) {
    state.open->pictures[0] = bitmap(3, 3);
    for (const scene::Layer& layer : look(state, viewport).layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* image = std::get_if<scene::Image>(&command)) return image->rect;
    return std::nullopt;
}

view::Grid grid(const view::Viewport& viewport) {
    return view::grid(viewport, app::Settings()[app::Setting::size], viewport.height_px > viewport.width_px ? 4 : 1);
}

scene::Rect content(const view::Viewport& viewport) {
    return grid(viewport).content;
}

bool is_ringed(const scene::Scene& scene, const scene::Rect& rect) {
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* ring = std::get_if<scene::Outline>(&command);
                ring && ring->color == view::themes()[0].accent && ring->rect.covers(rect) &&
                ring->rect.width <= rect.width + 2 * ring->stroke_px + 1)
                return true;
    return false;
}

bool shows(const scene::Scene& scene, std::u32string_view words) {
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* text = std::get_if<scene::Text>(&command);
                text && text->text.find(words) != std::u32string::npos)
                return true;
    return false;
}

}  // namespace

TEST_CASE("a picture keeps its shape, fits the column, and leaves two fifths of the page to others") {
    const std::pair<int, int> sizes[] = {{4000, 3000}, {3000, 4000}, {10000, 100}, {100, 10000}, {300, 200}, {24, 24}};
    for (const view::Viewport& viewport : viewports)
        for (const auto& [width, height] : sizes) {
            CAPTURE(viewport.width_px);
            CAPTURE(width);
            const auto rect = picture_in(Page(sized(width, height)).read_at(Page::picture), viewport);
            REQUIRE(rect);
            const scene::Rect page = content(viewport);
            CHECK(rect->width <= page.width);
            CHECK(rect->height <= page.height * 3 / 5 + 1);
            CHECK(rect->width <= 2 * width);
            CHECK(std::abs(rect->width * double{1.0 * height / width} - rect->height) <= 1.0 * height / width + 1);
            CHECK(rect->x == grid(viewport).column.x);
        }
}

TEST_CASE("while its description is said a picture is ringed and wholly on the page") {
    for (const view::Viewport& viewport : viewports) {
        const Page page(sized(1600, 1200));
        const auto rect = picture_in(page.read_at(Page::picture), viewport);
        REQUIRE(rect);
        CHECK(content(viewport).covers(*rect));
        CHECK(is_ringed(look(page.read_at(Page::picture), viewport), *rect));
        const auto below = picture_in(page.read_at(Page::caption), viewport);
        CHECK(below == rect);
        CHECK_FALSE(is_ringed(look(page.read_at(Page::caption), viewport), *rect));
    }
}

TEST_CASE("the caption of a picture without a description speaks for it") {
    const Page page(sized(1600, 1200), unsaid);
    const app::State state = page.read_at(Page::caption);
    const auto rect = picture_in(state);
    REQUIRE(rect);
    CHECK(content(wide).covers(*rect));
    CHECK(is_ringed(look(state), *rect));
    const scene::Scene scene = look(state);
    const auto target = std::ranges::find_if(scene.targets, [&](const auto& one) { return one.rect == *rect; });
    REQUIRE(target != scene.targets.end());
    CHECK(target->label == U"大门");
}

TEST_CASE("a touch on a picture reads its description") {
    const Page page(sized(1600, 1200));
    const scene::Scene scene = look(page.read_at(Page::picture));
    const auto target = std::ranges::find(scene.targets, std::u32string(U"大门的照片。"), &scene::Target::label);
    REQUIRE(target != scene.targets.end());
    CHECK(target->press == Press{SentenceAt{page.made.blocks[Page::picture].range.begin}});
    CHECK(target->rect == picture_in(page.read_at(Page::picture)));
    CHECK_FALSE(shows(scene, U"大门的照片"));
}

TEST_CASE("a picture is asked for at the size at which it stands, and before it is on the page") {
    const Page page(sized(1600, 1200));
    const auto large_at = [&](std::size_t block) {
        app::State state = page.read_at(block);
        state.settings.set(app::Setting::size, 3);
        return state;
    };
    const auto rect = picture_in(large_at(Page::picture));
    const scene::PictureWish wish{0, rect->width, rect->height};
    CHECK(look(large_at(Page::picture)).wishes == std::vector{wish});
    CHECK_FALSE(picture_in(large_at(6)));
    CHECK(look(large_at(6)).wishes == std::vector{wish});
}

TEST_CASE("a picture that is partly on the page is cut by its edges") {
    const Page page(sized(1600, 1200));
    const scene::Rect room = content(wide);
    int cut = 0;
    for (std::size_t block = 1; block < page.made.blocks.size(); ++block) {
        app::State state = page.read_at(block);
        state.open->pictures[0] = bitmap(3, 3);
        for (const scene::Layer& layer : look(state).layers)
            for (const scene::Command& command : layer.commands)
                if (const auto* image = std::get_if<scene::Image>(&command)) {
                    cut += room.covers(image->rect) ? 0 : 1;
                    CHECK(layer.clip.y >= room.y);
                    CHECK(layer.clip.bottom() <= room.bottom());
                }
    }
    CHECK(cut > 0);
}

TEST_CASE("where a picture cannot be shown its description stands in a box, and is lit like any text") {
    app::State damaged = Page(sized(1600, 1200)).read_at(Page::picture);
    damaged.open->pictures[0] = nullptr;
    for (const app::State& state : {Page(sized(0, 0)).read_at(Page::picture), damaged}) {
        CHECK_FALSE(picture_in(Page(sized(0, 0)).read_at(Page::picture)));
        const scene::Scene scene = look(state);
        CHECK(shows(scene, U"大门的照片。"));
        CHECK(scene.wishes.empty());
        std::optional<scene::Rect> box;
        std::optional<scene::Rect> lit;
        for (const scene::Layer& layer : scene.layers)
            for (const scene::Command& command : layer.commands) {
                if (const auto* outline = std::get_if<scene::Outline>(&command);
                    outline && layer.clip.height == content(wide).height)
                    box = outline->rect;
                if (const auto* fill = std::get_if<scene::Fill>(&command);
                    fill && fill->color == view::themes()[0].sentence_lit)
                    lit = fill->rect;
            }
        REQUIRE(box);
        REQUIRE(lit);
        CHECK(box->covers(*lit));
    }
}

TEST_CASE("a damaged picture of which nothing is said leaves no trace") {
    app::State state = Page(sized(1600, 1200), unsaid).read_at(Page::caption);
    state.open->pictures[0] = nullptr;
    const scene::Scene scene = look(state);
    CHECK(scene.wishes.empty());
    CHECK(shows(scene, U"大门"));
    CHECK_FALSE(shows(scene, unsaid));
}

TEST_CASE("the lens has the description in large type, and the picture a place above it") {
    app::State state = Page(sized(1600, 1200)).read_at(Page::picture);
    state.settings.set(app::Setting::lens, 1);
    for (const view::Viewport& viewport : viewports) {
        const auto rect = picture_in(state, viewport);
        REQUIRE(rect);
        const view::Grid grid =
            view::grid(viewport, state.settings[app::Setting::size], viewport.height_px > viewport.width_px ? 4 : 1);
        const scene::Rect above = view::above_lens(grid);
        const int ring = grid.ring_px;
        CHECK(scene::Rect{0, above.y, viewport.width_px, above.height}.covers(
            {rect->x - ring, rect->y - ring, rect->width + 2 * ring, rect->height + 2 * ring}));
        CHECK(shows(look(state, viewport), U"大门的照片"));
    }
}
