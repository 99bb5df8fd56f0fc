#include "kiosk/view/eyes.h"

#include "kiosk/view/bar.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

namespace {

/// What is held against the screen, the large tile, and what was wrong with settings need their room.
bool is_staff_list(const app::State& state) {
    if (state.screen != app::Screen::staff) return false;
    const app::StaffPage page = state.staff.way.back().page;
    return page != app::StaffPage::screen && page != app::StaffPage::health && page != app::StaffPage::changes;
}

/// Only lists move down: the page of an article stays where it is, and its sentences are reached as the page moves.
Reach reach_of(const app::State& state) {
    const bool moves = state.screen == app::Screen::subjects || state.screen == app::Screen::articles ||
                       state.screen == app::Screen::settings || state.screen == app::Screen::remarks ||
                       state.screen == app::Screen::correcting || is_staff_list(state);
    return moves && state.settings[app::Setting::reach] == 1 ? Reach::lower_half : Reach::all;
}

/// About whatever has the focus, unless its screen has shown the focus already. What two switches were on may be gone.
void draw_ring(Pen& pen, const app::State& state) {
    const bool is_due = has_ring(state) || !pen.shows_focus();
    if (is_due && !pen.ring_target(app::focus(state)) && !pen.shows_focus()) pen.ring_target(app::own_focus(state));
}

}  // namespace

bool has_ring(const app::State& state) {
    return state.switch_focus || (state.screen == app::Screen::article && state.hand == app::Hand::switches);
}

bool looks_alike(const app::State& one, const app::State& other) {
    const auto is_open_alike = [](const app::OpenArticle& a, const app::OpenArticle& b) {
        return a.article == b.article && a.reading == b.reading && a.bar == b.bar && a.offer == b.offer &&
               a.sentence == b.sentence && a.word == b.word && a.spelled == b.spelled && a.scroll == b.scroll &&
               a.pictures == b.pictures && a.to_copy == b.to_copy;
    };
    const auto is_correcting_alike = [](const app::Correcting& a, const app::Correcting& b) {
        return a.number == b.number && a.count == b.count && a.tried == b.tried && a.entry == b.entry &&
               a.doubtful.sentence == b.doubtful.sentence;
    };
    const auto are_staff_alike = [](const app::Staff& a, const app::Staff& b) {
        return a.pad == b.pad && a.pin == b.pin && a.way == b.way && a.health == b.health &&
               a.is_looking == b.is_looking && a.readings == b.readings && a.doubts == b.doubts && a.keys == b.keys &&
               a.brought == b.brought && a.waiting == b.waiting && a.all == b.all;
    };
    return one.hand == other.hand && one.screen == other.screen && one.settings == other.settings &&
           one.today == other.today && one.catalogue == other.catalogue && one.subject == other.subject &&
           one.entry == other.entry && one.setting == other.setting && one.return_offer == other.return_offer &&
           one.learned == other.learned && one.copying == other.copying && one.notice == other.notice &&
           one.sound == other.sound && one.outlet == other.outlet && one.minute_of_day == other.minute_of_day &&
           one.held == other.held && one.switch_focus == other.switch_focus &&
           one.catalogue_error == other.catalogue_error && one.leaving == other.leaving && one.number == other.number &&
           shows_number(one) == shows_number(other) && one.bookmarks == other.bookmarks && one.saying == other.saying &&
           one.entering == other.entering && one.guesses == other.guesses && one.keypad.wizard == other.keypad.wizard &&
           are_staff_alike(one.staff, other.staff) && one.house == other.house &&
           one.rules.admission == other.rules.admission && one.sticks.delivery == other.sticks.delivery &&
           one.correcting.has_value() == other.correcting.has_value() &&
           (!one.correcting || is_correcting_alike(*one.correcting, *other.correcting)) &&
           one.open.has_value() == other.open.has_value() && (!one.open || is_open_alike(*one.open, *other.open));
}

const std::vector<scene::Line>& Lines::of(const std::shared_ptr<const text::Article>& article, std::size_t block,
                                          const Grid& grid, const scene::TextMeasure& measure) {
    constexpr std::size_t most_remembered = 256;
    if (article != article_ || !(viewport_ == grid.viewport) || r_px_ != grid.r_px ||
        blocks_.size() > most_remembered) {
        blocks_.clear();
        sentences_.clear();
        article_ = article;
        viewport_ = grid.viewport;
        r_px_ = grid.r_px;
    }
    const auto known = blocks_.find(block);
    if (known != blocks_.end()) return known->second;
    const text::Block& it = article->blocks[block];
    const auto text = std::u32string_view(article->text).substr(it.range.begin, it.range.size());
    const int indent = block_indent(grid, it.kind) * (it.picture ? 2 : 1);
    return blocks_[block] = scene::lay_out(text, block_style(grid, it.kind), grid.column.width - indent, measure);
}

const std::vector<TextRange>& Lines::sentences_of(std::size_t block) {
    const auto known = sentences_.find(block);
    return known != sentences_.end() ? known->second : sentences_[block] = text::sentences(*article_, block);
}

scene::Scene Eyes::look(const app::State& state, const Viewport& viewport) {
    const bool is_said_apart = state.outlet == Outlet::headphones && state.sound == app::Sound::there;
    const Strip strip = is_said_apart ? Strip::shown : Strip::none;
    const Grid grid =
        view::grid(viewport, state.settings[app::Setting::size], bar_rows(state, viewport), reach_of(state), strip);
    Pen pen(grid, themes()[static_cast<std::size_t>(state.settings[app::Setting::theme])], measure_);
    if (state.settings[app::Setting::curtain] == 1) {
        draw_curtain(pen, state);
        return pen.take();
    }
    draw_strip(pen, state);
    if (state.leaving) {
        draw_leaving(pen, state);
        draw_ring(pen, state);
        return pen.take();
    }
    switch (state.screen) {
        case app::Screen::welcome:
            draw_welcome(pen, state);
            break;
        case app::Screen::subjects:
            draw_subjects(pen, state);
            break;
        case app::Screen::articles:
            draw_articles(pen, state);
            break;
        case app::Screen::article:
            draw_article(pen, state, lines_, glide_, measure_);
            break;
        case app::Screen::settings:
            draw_settings(pen, state);
            break;
        case app::Screen::help:
            draw_help(pen, state);
            break;
        case app::Screen::copying:
            draw_copying(pen, state);
            break;
        case app::Screen::wizard:
            draw_wizard(pen, state);
            break;
        case app::Screen::returning:
            draw_returning(pen, state);
            break;
        case app::Screen::resuming:
            draw_resuming(pen, state);
            break;
        case app::Screen::pin:
            draw_pin(pen, state);
            break;
        case app::Screen::staff:
            draw_staff(pen, state);
            break;
        case app::Screen::stick:
            draw_stick(pen, state);
            break;
        case app::Screen::remarks:
            draw_remarks(pen, state);
            break;
        case app::Screen::correcting:
            draw_correcting(pen, state);
            break;
    }
    draw_ring(pen, state);
    return pen.take();
}

int Eyes::breath(const app::State& state, const Viewport& viewport) {
    return breath_px(state, view::grid(viewport, state.settings[app::Setting::size], 0));
}

bool Eyes::is_gliding(std::int64_t now_ms) const {
    return glide_.from_px != 0 && glide_.began_ms <= now_ms && now_ms - glide_.began_ms < glide_ms;
}

}  // namespace tingdu::view
