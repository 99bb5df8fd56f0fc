#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/app/phrases.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

namespace {

/// "4 7 2 6"
std::u32string spaced(int number) {
    std::u32string digits;
    for (const char digit : std::to_string(number)) {
        if (!digits.empty()) digits += U' ';
        digits += static_cast<char32_t>(digit);
    }
    return digits;
}

}  // namespace

int breath_px(const app::State& state, const Grid& grid) {
    if (state.screen != app::Screen::welcome || state.settings[app::Setting::motion] == 1) return 0;
    constexpr std::int64_t breath_ms = 5'000;  // as slow as somebody at rest
    constexpr double two_pi = 6.283185307179586;
    const double phase = static_cast<double>(state.now_ms % breath_ms) / breath_ms;
    return static_cast<int>(std::lround(0.2 * grid.ui_px * (1 - std::cos(two_pi * phase))));
}

void draw_welcome(Pen& pen, const app::State& state) {
    using app::Phrase;
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const int height = grid.viewport.height_px;
    const int middle_x = grid.viewport.width_px / 2;
    const bool tall = grid.shape == Shape::tall;

    const bool serves = !is_out_of_order(state);
    const bool numbered = app::shows_number(state);
    const Phrase first = !serves ? Phrase::out_of_order : numbered ? Phrase::number_keep : Phrase::greeting;
    // Whoever leaves writes down their number where others are greeted.
    const auto greeting = numbered ? spaced(state.number->number) : std::u32string(words(state)[first]);
    scene::TextStyle large{scene::Weight::bold, (numbered ? 4 : 3) * grid.ui_px};
    if (const int wide = pen.width(greeting, large); wide > grid.content.width)
        large.size_px = large.size_px * grid.content.width / wide;
    // What the band may bear stands above a number.
    const int band_bottom = state.sound == app::Sound::lost ? grid.band.bottom() : grid.strip.bottom();
    const int greeting_percent = tall ? 24 : numbered ? 17 : 21;
    const int greeting_y =
        std::max(height * greeting_percent / 100, numbered ? band_bottom + large.size_px * 3 / 5 : 0);
    const scene::Rect greeted = pen.line(greeting, large, theme.ink, middle_x, greeting_y, Align::middle);
    if (numbered) pen.keep_clear(greeted);
    const int second_y = std::max(height * (tall ? 32 : 33) / 100, greeting_y + large.size_px * 3 / 5 + grid.ui_px);
    const int elsewhere_y = std::max(height * (tall ? 36 : 39) / 100, second_y + grid.ui_px * 3 / 2);
    const auto second = numbered ? words(state)[first] : next_words(state)[first];
    pen.line(second, pen.fitted(second, {scene::Weight::regular, grid.ui_px * 6 / 5}, grid.content.width),
             theme.second_ink, middle_x, second_y, Align::middle);
    const auto elsewhere = numbered ? next_words(state)[first]
                           : serves ? next_words(state)[Phrase::start_other]
                                    : std::u32string_view();
    pen.line(elsewhere, pen.fitted(elsewhere, grid.label(), grid.content.width), theme.second_ink, middle_x,
             elsewhere_y, Align::middle);

    const auto other = next_words(state).name();
    const int other_width = pen.width(other, grid.label()) + 4 * grid.ui_px;
    const int other_height = std::max(2 * grid.ui_px, static_cast<int>(std::lround(12.7 * grid.viewport.px_per_mm)));
    const scene::Rect language{grid.content.x + grid.content.width - other_width,
                               height - grid.margin_px / 2 - other_height, other_width, other_height};
    const int width = std::min(grid.content.width, 19 * grid.ui_px);
    // A third thing in the last row of a low screen wants the room above it.
    const bool is_full = app::has_bookmarks(state) && !tall;
    const int start_y = std::max(height * (tall ? 52 : is_full ? 45 : 48) / 100, elsewhere_y + 2 * grid.ui_px);
    // How one begins is told in both languages, but where so much else is to be seen that there is no room.
    const int hint_pitch = grid.ui_px * 27 / 20;
    const int least_height = 3 * grid.ui_px;
    const auto room_with = [&](int hints) { return language.y - grid.ui_px * 3 / 2 - hints * hint_pitch - start_y; };
    const int hints = room_with(2) >= least_height ? 2 : 1;
    const int most_height = room_with(hints);
    const scene::Rect start{middle_x - width / 2, start_y, width,
                            std::min((is_full ? 5 : 6) * grid.ui_px, std::max(least_height, most_height))};
    const bool held = state.held == Press{Key::select};
    pen.fill(start, held ? theme.ground : theme.accent, grid.radius_px);
    if (held) pen.outline(start, theme.accent, grid.radius_px, grid.ring_px);
    const auto action = words(state)[serves ? Phrase::start : Phrase::try_again];
    pen.line(action, {scene::Weight::bold, grid.ui_px * 8 / 5}, held ? theme.accent : theme.on_accent, middle_x,
             start.y + start.height / 2, Align::middle);
    if (!state.switch_focus) {
        const int out = breath_px(state, grid);
        pen.ring({start.x - out, start.y - out, start.width + 2 * out, start.height + 2 * out});
    }
    pen.target(start, action, Key::select);

    const bool silent = state.outlet == Outlet::nowhere;
    const Phrase out_of_order = state.catalogue_error ? Phrase::broken_hint : Phrase::out_of_order_hint;
    const Phrase hint = !serves ? out_of_order : silent ? Phrase::silent_hint : Phrase::start_hint;
    int hint_y = start.bottom() + grid.ui_px * (is_full ? 14 : 17) / 10;
    for (int i = 0; i < hints; ++i, hint_y += hint_pitch) {
        const auto text = (i == 0 ? words(state) : next_words(state))[hint];
        pen.line(text, pen.fitted(text, grid.label(), grid.content.width), theme.second_ink, middle_x, hint_y,
                 Align::middle);
    }

    pen.action(language, other, {}, Key::language, Emphasis::plain, state.held == Press{Key::language});
    if (state.sticks.delivery) {
        const auto stick = words(state)[Phrase::stick_title];
        const int stick_width = pen.width(stick, grid.label()) + 4 * grid.ui_px;
        pen.action({grid.content.x, language.y, stick_width, other_height}, stick, {}, Key::home, Emphasis::plain,
                   state.held == Press{Key::home});
    }
    if (app::has_bookmarks(state)) {
        const auto resume = words(state)[Phrase::resume];
        const int resume_width = pen.width(resume, grid.label()) + 4 * grid.ui_px;
        // On a tall screen there is no room for three beside one another.
        const int y = tall ? language.y - other_height - grid.gap_px : language.y;
        pen.action({middle_x - resume_width / 2, y, resume_width, other_height}, resume, {}, Key::resume,
                   Emphasis::plain, state.held == Press{Key::resume});
    }
    if (state.sound == app::Sound::lost) {
        draw_sound_lost(pen, state);
    } else if (app::wants_pin(state) && !numbered && state.outlet != Outlet::headphones) {
        const auto wanted = words(state)[Phrase::pin_wanted];
        pen.line(wanted, pen.fitted(wanted, grid.note(), grid.band.width), theme.second_ink, middle_x,
                 grid.band.y + grid.band.height / 2, Align::middle);
    }
    draw_notice(pen, state);
}

}  // namespace tingdu::view
