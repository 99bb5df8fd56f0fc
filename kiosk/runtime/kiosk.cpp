#include "kiosk/runtime/kiosk.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

#include "kiosk/base/calendar.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/runtime/foresight.h"
#include "kiosk/runtime/usage_file.h"

namespace tingdu::runtime {
namespace {

/// After so long a silence a visitor is told where they are, once until they stir.
constexpr std::int64_t long_silence_ms = 15'000;
constexpr std::int64_t held_ms = 1'500;
/// A visit that broke off and is gone on with goes well if it has done so for so long.
constexpr std::int64_t goes_well_ms = 10'000;
/// What headphones have said can be read for a while after.
constexpr std::int64_t read_after_ms = 6'000;
/// How often at most it is written down how articles are used.
constexpr std::int64_t usage_apart_ms = 60'000;

std::vector<app::Reachable> reachable(const scene::Scene& seen) {
    std::vector<app::Reachable> places;
    places.reserve(seen.targets.size());
    for (const scene::Target& target : seen.targets)
        places.push_back(
            {target.press, target.rect.x, target.rect.y, target.rect.width, target.rect.height, target.label});
    return places;
}

/// A key that only a keyboard with letters has. Arrows, Return and Escape are what most keypads of kiosks send.
bool is_of_keyboard(PhysicalKey key) {
    // USB's HID usage tables, page 7.
    constexpr int first_letter = 0x04;
    constexpr int last_digit = 0x27;
    constexpr int space = 0x2C;
    constexpr int last_sign = 0x38;
    constexpr int home = 0x4A;
    constexpr int page_down = 0x4E;
    const auto within = [&](int first, int last) { return first <= key.place && key.place <= last; };
    return within(first_letter, last_digit) || within(space, last_sign) || within(home, page_down);
}

std::optional<app::Hand> hand_of(const InputEvent& event, app::Hand now) {
    if (std::holds_alternative<TouchDown>(event)) return app::Hand::touch;
    if (std::holds_alternative<StrangeKeyDown>(event)) return app::Hand::pad;
    const auto* key = std::get_if<KeyDown>(&event);
    if (!key) return std::nullopt;
    const bool is_switch = key->key == Key::switch_move || key->key == Key::switch_choose;
    if (is_switch) return app::Hand::switches;
    const bool says_nothing = key->physical.place < 0x53 || key->physical.place > 0x67;  // of a number pad
    const bool stays = now == app::Hand::keyboard && says_nothing;
    return stays || is_of_keyboard(key->physical) ? app::Hand::keyboard : app::Hand::pad;
}

/// What the mind must know of what the ear has met.
std::optional<app::Message> message_of(const Heard& heard) {
    if (const auto* word = std::get_if<WordBegan>(&heard)) {
        if (word->line.article)
            return app::WordHeard{word->line.place, word->sentence, word->word, word->line.composed->spelled,
                                  word->explained};
        if (word->explained.empty()) return std::nullopt;
        return app::CharacterTold{word->line.prompt.substr(word->word.begin, word->word.size()), word->explained};
    }
    if (const auto* all = std::get_if<AllHeard>(&heard); all && all->was_article) return app::ArticleHeard{};
    return std::nullopt;
}

/// For whoever reads what another one hears.
app::SaidAside aside(const WordBegan& word) {
    const TextRange shown = shown_of(word.line);
    return {std::u32string(text_of(word.line).substr(shown.begin, shown.size())),
            word.word.end - std::min(word.word.end, shown.begin)};
}

}  // namespace

Kiosk::Kiosk(platform::Speaker& speaker, Workshop& workshop, Desk& desk, PictureMaker& pictures,
             std::shared_ptr<const wording::Languages> languages, const Content& content,
             const std::optional<std::string>& open)
    : voice_(speaker, workshop), desk_(desk), pictures_(pictures) {
    state_.languages = std::move(languages);
    if (open) take(app::FileGiven{*open});
    if (content.kind == Content::Kind::library) watch_.emplace(content.path);
    desk_.order(FetchCatalogue{});
    if (open) return;
    app::State nobody_yet = state_;
    nobody_yet.screen = app::Screen::subjects;
    perform({}, app::announce(nobody_yet, state_));
}

void Kiosk::on(const InputEvent& event, const scene::Scene& seen) {
    const auto stir = [this] {
        stirred_ms_ = state_.now_ms;
        was_reminded_ = false;
    };
    // What rests on the glass trembles: a move is a hand's only where it means something.
    const bool only_moves = std::holds_alternative<TouchMove>(event);
    if (!only_moves) stir();
    const bool is_new = std::holds_alternative<KeyDown>(event) || std::holds_alternative<StrangeKeyDown>(event) ||
                        std::holds_alternative<TouchDown>(event);
    if (state_.leaving && !std::holds_alternative<Resized>(event)) {
        held_key_.reset();  // it only says that somebody is there, however long
        if (is_new) take(app::Stirred{});
        return;
    }
    if (is_new || std::holds_alternative<KeyUp>(event)) hold(event);
    if (const auto hand = hand_of(event, state_.hand); hand && *hand != state_.hand) take(app::HandChanged{*hand});
    const auto message = app::intent(event, state_, reachable(seen));
    if (!message) return;
    if (only_moves) stir();
    take(*message);
}

void Kiosk::hold(const InputEvent& event) {
    if (const auto* up = std::get_if<KeyUp>(&event)) {
        if (held_key_ && held_key_->key == up->physical) held_key_.reset();
        return;
    }
    held_key_.reset();
    const auto* down = std::get_if<KeyDown>(&event);
    if (!down) return;
    const bool leaves = down->key == Key::home && state_.screen != app::Screen::wizard;
    const bool copies = down->key == Key::where && state_.screen == app::Screen::article;
    const bool clears = down->key == Key::repeat && state_.screen == app::Screen::article;
    const bool speaks = down->key == Key::help && state_.screen != app::Screen::wizard;
    const bool resumes = down->key == Key::where && may_resume();
    const bool is_for_staff = down->key == Key::settings && state_.screen != app::Screen::wizard &&
                              state_.staff.pin.is != app::Pin::Is::impossible;
    if (is_for_staff || leaves || copies || clears || speaks || resumes)
        held_key_ = HeldKey{down->key, down->physical, state_.now_ms};
}

bool Kiosk::may_resume() const {
    return (state_.screen == app::Screen::welcome || state_.screen == app::Screen::subjects ||
            state_.screen == app::Screen::articles) &&
           app::has_bookmarks(state_);
}

/// What a pad has no keys of their own for. The key has been pressed before it is held: whoever holds the one for help
/// stands in help by now.
void Kiosk::held_long(Key key) {
    const bool on_article = state_.screen == app::Screen::article;
    if (key == Key::home) take(app::HomeHeld{});
    if (key == Key::settings) {
        if (state_.screen == app::Screen::settings) take(app::Pressed{Key::back});
        take(app::Pressed{Key::staff});
    }
    if (key == Key::where && on_article) take(app::Pressed{Key::copy});
    if (key == Key::where && may_resume()) take(app::Pressed{Key::resume});
    if (key == Key::repeat && on_article) take(app::Pressed{Key::unclear});
    if (key != Key::help) return;
    if (state_.screen == app::Screen::help) take(app::Pressed{Key::leave});
    take(app::Pressed{Key::language});
}

void Kiosk::day_is(const Date& today) {
    day_ = today;
    look_at_the_clock();
}

void Kiosk::time_is(int minute_of_day) {
    minute_of_day_ = minute_of_day;
    look_at_the_clock();
}

void Kiosk::clock_was_set() {
    take(app::ClockWasSet{});
}

void Kiosk::look_at_the_clock() {
    if (!day_) return;
    const WallTime now = later({*day_, minute_of_day_.value_or(0)}, state_.house->clock_ahead_min);
    if (state_.today != now.day) take(app::DayIs{now.day});
    if (minute_of_day_ && state_.minute_of_day != now.minute_of_day) take(app::MinuteIs{now.minute_of_day});
}

void Kiosk::rules_are(app::HouseRules rules) {
    take(app::RulesAre{std::move(rules)});
}

void Kiosk::keys_are(Bindings configured, Bindings learned) {
    take(app::KeysKnown{std::move(configured), std::move(learned)});
}

void Kiosk::watch_sticks(platform::Media& media, Receiver* receiver) {
    media_ = &media;
    receiver_ = receiver;
    state_.sticks.reception = receiver ? app::Reception::library : app::Reception::none;
}

void Kiosk::ask_of_health(Checkup& checkup) {
    checkup_ = &checkup;
}

void Kiosk::keep_bookmarks_in(std::string path) {
    bookmarks_path_ = std::move(path);
    desk_.order(FetchBookmarks{bookmarks_path_});
}

void Kiosk::keep_standing_in(std::string path) {
    standing_path_ = std::move(path);
    desk_.order(FetchStanding{standing_path_});
}

void Kiosk::keep_pin_in(std::string path) {
    pin_path_ = std::move(path);
    desk_.order(LookForPin{pin_path_});
}

void Kiosk::keep_usage_in(std::string path) {
    usage_path_ = std::move(path);
    const auto bytes = platform::read_file(usage_path_, largest_usage_file);
    if (bytes) read_usage({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, usage_);
    usage_kept_ = usage_.revision();
}

void Kiosk::keep_usage() {
    if (usage_path_.empty() || usage_.revision() == usage_kept_) return;
    usage_kept_ = usage_.revision();
    usage_kept_ms_ = state_.now_ms;
    desk_.order(KeepUsage{usage_path_, usage_});
}

void Kiosk::house_is(app::House house) {
    take(app::HouseIs{std::move(house)});
}

void Kiosk::close() {
    take(app::Closing{});
    if (!standing_path_.empty()) desk_.order(KeepStanding{std::exchange(standing_path_, {}), std::nullopt});
    keep_usage();
}

void Kiosk::keep_standing() {
    if (standing_path_.empty() || state_.now_ms < sure_from_ms_) return;
    auto now = app::standing(state_);
    if (now == standing_) return;
    standing_ = std::move(now);
    desk_.order(KeepStanding{standing_path_, standing_});
}

void Kiosk::luck_is(std::uint64_t luck) {
    take(app::LuckIs{luck});
}

void Kiosk::hand_is_shut(std::string name) {
    take(app::HandShut{std::move(name)});
}

void Kiosk::learn_keys() {
    take(app::LearnKeys{});
}

std::vector<Heard> Kiosk::turn(std::int64_t now_ms) {
    take(app::Tick{now_ms});
    look_at_the_clock();
    if (watch_ && watch_->take_change()) desk_.order(FetchCatalogue{});
    while (auto message = desk_.take()) {
        take(*message);
        if (std::holds_alternative<app::BrokeOff>(*message)) sure_from_ms_ = now_ms + goes_well_ms;
    }
    while (auto message = pictures_.take()) {
        picture_is_being_made_ = false;
        take(*message);
    }
    while (auto message = checkup_ ? checkup_->take() : std::nullopt) take(*message);
    if (media_)
        if (auto there = media_->take_change()) take(app::SticksThere{std::move(*there)});
    while (auto message = receiver_ ? receiver_->take() : std::nullopt) take(*message);
    std::vector<Heard> heard = voice_.tick();
    for (const Heard& met : heard) {
        if (const auto message = message_of(met)) take(*message);
        const auto* word = std::get_if<WordBegan>(&met);
        if (word && state_.outlet == Outlet::headphones) take(aside(*word));
    }
    if (voice_.is_busy()) said_ms_ = now_ms;
    if (state_.leaving && !state_.leaving->until_ms && !voice_.is_busy()) take(app::QuestionHeard{});
    if (state_.saying && now_ms - said_ms_ >= read_after_ms) take(app::SaidAside{});
    if (is_busy()) stirred_ms_ = now_ms;
    if (!was_reminded_ && now_ms - stirred_ms_ >= long_silence_ms) {
        was_reminded_ = state_.screen != app::Screen::wizard;  // which asks on
        stirred_ms_ = now_ms;
        take(app::LongSilence{});
    }
    if (!state_.leaving && now_ms - stirred_ms_ >= std::int64_t{1000} * app::idle_s(state_)) {
        stirred_ms_ = now_ms;
        take(app::NobodyStirs{});
    }
    if (held_key_ && now_ms - held_key_->since_ms >= held_ms) {
        const Key meaning = held_key_->meaning;
        held_key_.reset();
        held_long(meaning);
    }
    const bool lost = voice_.device() == platform::Device::lost;
    if (lost && state_.sound == app::Sound::there) take(app::SoundLost{});
    if (!lost && state_.sound == app::Sound::lost) take(app::SoundBack{});
    const bool uses_headphones = state_.outlet == Outlet::headphones;
    if (voice_.headphones_are_in() && !uses_headphones) take(app::HeadphonesIn{});
    if (!voice_.headphones_are_in() && uses_headphones) take(app::HeadphonesOut{});
    keep_standing();
    if (now_ms - usage_kept_ms_ >= usage_apart_ms) keep_usage();
    return heard;
}

void Kiosk::look_ahead(const scene::Scene& seen) {
    voice_.have_ready(foresee(state_, reachable(seen)));
}

void Kiosk::provide(const scene::Scene& shown) {
    if (picture_is_being_made_ || !state_.open || !state_.open->article) return;
    for (const auto& [picture, width_px, height_px] : shown.wishes) {
        const auto made = state_.open->pictures.find(picture);
        const bool is_there =
            made != state_.open->pictures.end() &&
            (!made->second || (made->second->width_px == width_px && made->second->height_px == height_px));
        if (is_there || picture >= state_.open->article->pictures.size()) continue;
        picture_is_being_made_ = true;
        return pictures_.order({state_.open->path, state_.open->article, picture, width_px, height_px});
    }
}

bool Kiosk::is_busy() const {
    const bool fetching = state_.open && state_.open->reading == app::Reading::opening;
    const auto& delivery = state_.sticks.delivery;
    const bool receiving = delivery && app::is_at_work(*delivery) && state_.screen == app::Screen::stick;
    return voice_.is_busy() || fetching || receiving;
}

void Kiosk::take(const app::Message& message) {
    const app::State before = state_;
    auto [after, effects] = app::update(std::move(state_), message);
    state_ = std::move(after);
    usage_.see(before, state_);
    perform(effects, app::announce(before, state_));
}

void Kiosk::perform(const app::Effects& effects, const std::vector<app::Prompt>& prompts) {
    std::optional<ReadFrom> read;
    std::optional<app::Earcon> chime;
    for (const app::Effect& effect : effects) {
        if (const auto* open = std::get_if<app::Open>(&effect)) desk_.order(FetchArticle{open->path});
        if (std::holds_alternative<app::LookForArticles>(effect)) desk_.order(FetchCatalogue{});
        if (const auto* keep = std::get_if<app::KeepBookmarks>(&effect); keep && !bookmarks_path_.empty())
            desk_.order(KeepBookmarks{bookmarks_path_, keep->bookmarks, keep->mistakes});
        if (std::holds_alternative<app::LookForPin>(effect)) desk_.order(LookForPin{pin_path_});
        if (const auto* pin = std::get_if<app::TryPin>(&effect))
            desk_.order(TryPin{pin_path_, pin->pin, state_.staff.pin.wrong});
        if (const auto* pin = std::get_if<app::KeepPin>(&effect)) desk_.order(KeepPin{pin_path_, pin->pin});
        if (std::holds_alternative<app::LookAtHealth>(effect) && checkup_) checkup_->order({});
        if (receiver_) {
            if (const auto* save = std::get_if<app::SaveUsage>(&effect))
                receiver_->order(LeaveUsage{save->stick, usage_});
            std::visit(
                [this](const auto& wanted) {
                    if constexpr (std::is_constructible_v<ReceiveOrder, decltype(wanted)>) receiver_->order(wanted);
                },
                effect);
        }
        if (std::holds_alternative<app::Silence>(effect)) voice_.silence();
        if (const auto* first = std::get_if<app::Chime>(&effect)) chime = first->earcon;
        if (const auto* from = std::get_if<app::Read>(&effect))
            read = ReadFrom{from->article, from->place, from->extent, from->telling, from->asides};
        if (std::holds_alternative<app::Hold>(effect)) voice_.hold();
        if (std::holds_alternative<app::GoOn>(effect)) voice_.go_on();
        if (std::holds_alternative<app::GoOnFromClause>(effect)) voice_.go_on_from_clause();
        if (std::holds_alternative<app::SayWordAgain>(effect)) voice_.say_word_again();
        if (const auto* how = std::get_if<app::SetDiction>(&effect)) voice_.set_diction(how->diction);
        if (const auto* volume = std::get_if<app::SetVolume>(&effect)) voice_.set_volume(volume->db);
        if (const auto* route = std::get_if<app::Route>(&effect)) voice_.route(route->outlet);
        if (const auto* sound = std::get_if<app::Chime>(&effect)) chime = sound->earcon;
        if (const auto* answer = std::get_if<app::Answer>(&effect))
            voice_.answer(answer->earcon, {answer->word, app::voice_of(state_), {}, {}});
    }
    if (read || chime || !prompts.empty()) voice_.say(prompts, std::move(read), chime);
}

}  // namespace tingdu::runtime
