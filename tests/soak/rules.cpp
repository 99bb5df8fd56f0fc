#include "tests/soak/rules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/app/update.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/eyes.h"
#include "kiosk/view/theme.h"
#include "tests/support/scene_rules.h"

namespace tingdu::soak {
namespace {

using app::Screen;
using app::Setting;

bool is_dark(const app::State& state) {
    return state.settings[Setting::curtain] == 1;
}

bool is_reading(const app::State& state) {
    return state.screen == Screen::article && state.open->article && state.open->reading != app::Reading::ended;
}

std::u32string bare(std::u32string_view text) {
    std::u32string bare;
    for (const char32_t c : text)
        if (c > U' ' && c != U'　' && c != 0xA0) bare += c;
    return bare;
}

// It can be heard.

std::u32string spoken(const app::State& before, const app::State& after) {
    std::u32string all;
    for (const app::Prompt& prompt : app::announce(before, after)) all += prompt.text;
    return bare(all);
}

/// Whoever comes from another screen hears this; an article that is read speaks for itself.
std::u32string on_arrival(const app::State& state) {
    if (!state.leaving && state.screen == Screen::article && state.open->reading != app::Reading::ended) {
        if (!state.open->article) return bare(app::words(state)[wording::Phrase::opening]);
        return bare(std::u32string_view(state.open->article->text)
                        .substr(state.open->sentence.begin, state.open->sentence.size()));
    }
    app::State elsewhere = state;
    elsewhere.screen = state.screen == Screen::subjects ? Screen::articles : Screen::subjects;
    elsewhere.switch_focus.reset();
    elsewhere.leaving.reset();
    if (elsewhere.open) elsewhere.open->reading = app::Reading::playing;
    return spoken(elsewhere, state);
}

/// Whoever asks where they are hears this. On the welcome screen any key begins, and any key stays.
std::u32string on_asking(const app::State& state) {
    if (state.screen == Screen::welcome || state.leaving) return on_arrival(state);
    const app::State asked = app::update(state, app::Pressed{Key::where}).state;
    return spoken(state, asked);
}

/// Labels, and the texts of the scene as far as their runs belong together.
std::vector<std::u32string> written_on(const scene::Scene& scene) {
    std::vector<std::u32string> written;
    for (const scene::Target& target : scene.targets) written.push_back(bare(target.label));
    int flow = 0;
    for (const scene::Text& text : support::all<scene::Text>(scene)) {
        if (written.empty() || text.flow != flow) written.emplace_back();
        flow = text.flow;
        written.back() += bare(text.text);
    }
    return written;
}

std::string unspoken(const Moment& moment) {
    app::State state = moment.state;
    // Where nothing is to be heard nothing is said; whoever acts hears it again.
    if (state.outlet == Outlet::nowhere) state.outlet = Outlet::loudspeaker;
    const std::u32string arriving = on_arrival(state);
    const std::u32string asking = on_asking(state);
    if (arriving.empty()) return "nothing is said on arrival\n";
    if (asking.empty()) return "nothing is said to whoever asks\n";
    app::State open = state;
    open.settings.set(Setting::curtain, 0);
    auto written = written_on(moment.scene);
    if (is_dark(state))
        std::ranges::copy(written_on(view::Eyes(moment.measure).look(open, moment.viewport)),
                          std::back_inserter(written));
    if (state.open && state.open->article) {
        if (bare(state.open->article->title).empty()) return "the article has no title\n";
        written.push_back(bare(state.open->article->title));
    }
    const auto is_said = [&](const std::u32string& text) {
        return !text.empty() && (arriving + asking).find(text) != std::u32string::npos;
    };
    // In help whoever asks learns what the key for asking does.
    if (std::ranges::any_of(written, is_said) || state.screen == Screen::help) return {};
    return "what is said is not what is shown: " + to_utf8(arriving) + " / " + to_utf8(asking) + "\n";
}

// It can be left.

std::string homeless(const app::State& state) {
    app::State left = app::update(state, app::Pressed{Key::home}).state;
    if (state.leaving) left = app::update(std::move(left), app::Pressed{Key::home}).state;
    if (left.screen != Screen::welcome) left = app::update(std::move(left), app::Pressed{Key::home}).state;
    // A stick whose turn it is by then takes the screen, once.
    if (left.screen == Screen::stick) left = app::update(std::move(left), app::Pressed{Key::home}).state;
    return left.screen == Screen::welcome ? "" : "the key for home, pressed twice, does not lead there\n";
}

/// By what stands on the screen alone: home, or out of whatever lies over what leads there.
std::string without_exit(const Moment& moment) {
    constexpr std::array ways_out = {Key::home, Key::leave, Key::curtain, Key::adjust, Key::back, Key::select};
    constexpr int most_touches = 5;
    app::State state = moment.state;
    std::vector<scene::Target> targets = moment.scene.targets;
    for (int touches = 0; touches <= most_touches; ++touches) {
        if (state.screen == Screen::welcome && !is_dark(state)) return {};
        const auto way = std::ranges::find_if(ways_out, [&](Key key) {
            if (key == Key::select && !state.leaving) return false;  // it says that somebody is there
            const bool leads_out = key != Key::curtain || is_dark(state);
            return leads_out && std::ranges::find(targets, Press{key}, &scene::Target::press) != targets.end();
        });
        if (way == ways_out.end()) return "nothing on the screen leads home or back\n";
        // In help whatever is touched is named; only what lies over the rest leaves it.
        const Key key = state.screen == Screen::help && !is_dark(state) ? Key::leave : *way;
        state = app::update(std::move(state), app::Pressed{key}).state;
        if (state.screen == Screen::welcome && !is_dark(state)) return {};
        targets = view::Eyes(moment.measure).look(state, moment.viewport).targets;
    }
    return "what stands on the screen does not lead home\n";
}

// One sees where one is.

/// The bar beside the sentence that is read, as thick as the ring.
bool has_side_bar(const Moment& moment, const view::Grid& grid, const view::Theme& theme) {
    const auto fills = support::all<scene::Fill>(moment.scene);
    return std::ranges::any_of(fills, [&](const scene::Fill& fill) {
        return fill.color == theme.accent && fill.rect.width == grid.ring_px && fill.rect.height > 2 * grid.ring_px &&
               fill.rect.x > 0 && fill.rect.right() < grid.column.x && support::whole(moment.scene).covers(fill.rect);
    });
}

std::string without_focus(const Moment& moment) {
    const app::State& state = moment.state;
    if (is_dark(state)) return {};
    const view::Grid grid = view::grid(moment.viewport, state.settings[Setting::size], 0);
    const view::Theme& theme = view::themes()[static_cast<std::size_t>(state.settings[Setting::theme])];
    auto rings = support::all<scene::Outline>(moment.scene);
    std::erase_if(rings, [&](const scene::Outline& outline) {
        return outline.color != theme.accent || outline.stroke_px != grid.ring_px ||
               outline.radius_px <= grid.radius_px;
    });
    if (rings.size() > 1) return "more than one thing has the ring of focus\n";
    if (rings.empty()) {
        const bool is_by_reading = is_reading(state) && !state.switch_focus;
        if (is_by_reading && has_side_bar(moment, grid, theme)) return {};
        return "nothing shows where the focus is: " + to_utf8(app::focus_label(state)) + "\n";
    }
    const scene::Rect ring = rings.front().rect;
    if (!support::whole(moment.scene).covers(ring)) return "the ring of focus is cut\n";
    if (const auto notice = support::covered_by_notice(moment.scene); notice && notice->covers(ring))
        return "the ring of focus lies under the notice: " + to_utf8(state.notice ? state.notice->text : U"") + "\n";
    const auto is_on_screen = [&](const Press& press) {
        return std::ranges::find(moment.scene.targets, press, &scene::Target::press) != moment.scene.targets.end();
    };
    // A sentence may have been told of while the page was gliding past it.
    const bool has_gone = std::holds_alternative<SentenceAt>(app::focus(state)) && !is_on_screen(app::focus(state));
    const Press focus = has_gone ? app::own_focus(state) : app::focus(state);
    const bool surrounds = std::ranges::any_of(moment.scene.targets, [&](const scene::Target& target) {
        return target.press == focus && ring.covers(target.rect);
    });
    return surrounds ? "" : "the ring of focus is not about what has it: " + to_utf8(app::focus_label(state)) + "\n";
}

}  // namespace

std::string broken_rules(const Moment& moment) {
    return unspoken(moment) + homeless(moment.state) + without_exit(moment) + without_focus(moment) +
           support::cut_texts(moment.scene) + support::texts_that_meet(moment.scene) +
           support::targets_amiss(moment.scene, moment.viewport.px_per_mm);
}

}  // namespace tingdu::soak
