#include <algorithm>
#include <iterator>

#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"
#include "kiosk/app/update.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using Said = std::vector<std::u32string>;

std::u32string say(Phrase wanted, const State& state) {
    return std::u32string(words(state)[wanted]);
}

std::u32string spoken_offer(int number, const State& state) {
    const std::u32string label = label_of(end_offers(state)[static_cast<std::size_t>(number)], state);
    return words(state).say(Phrase::spoken_offer, {{"number", number + 1}, {"label", label}});
}

std::u32string focused(const State& state) {
    if (state.screen == Screen::resuming) return tile_label(state.entering.tile, words(state));
    if (state.screen == Screen::pin) return tile_label(state.staff.pad->tile, words(state));
    if (state.screen == Screen::settings) {
        const auto setting = static_cast<Setting>(state.setting);
        return spoken_setting(state.setting + 1, name_of(setting, state),
                              step_name(setting, step_of(setting, state), state), words(state));
    }
    if (state.screen == Screen::stick) {
        const Delivery& delivery = *state.sticks.delivery;
        const auto offer = offers(delivery)[static_cast<std::size_t>(delivery.offer)];
        const std::u32string label = label_of(offer, delivery, words(state));
        return words(state).say(Phrase::spoken_offer, {{"number", delivery.offer + 1}, {"label", label}});
    }
    if (state.screen == Screen::remarks) {
        const Delivery& delivery = *state.sticks.delivery;
        const std::u32string what = told_aloud_in_list(
            delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)], delivery, words(state));
        return words(state).say(Phrase::spoken_remark, {{"number", delivery.remark + 1}, {"what", what}});
    }
    if (state.screen == Screen::staff) {
        const StaffRow row = staff_row(focused_entry(state), state);
        const Phrase phrase = row.value.empty() || row.is_value_for_eyes ? Phrase::spoken_offer : Phrase::spoken_row;
        return words(state).say(phrase,
                                {{"number", focused_entry(state) + 1}, {"label", row.label}, {"value", row.value}});
    }
    if (state.screen == Screen::article) return spoken_offer(state.open->offer, state);
    if (state.screen == Screen::returning) {
        const std::u32string label =
            label_of(return_offers[static_cast<std::size_t>(state.return_offer)], words(state));
        return words(state).say(Phrase::spoken_offer, {{"number", state.return_offer + 1}, {"label", label}});
    }
    const library::Subject& subject = *subject_of(state);
    if (state.screen == Screen::subjects)
        return spoken_subject(state.subject + 1, subject_name(subject, state), subject.entries.size(), words(state));
    const library::Entry entry = subject.entries[static_cast<std::size_t>(state.entry)];
    return spoken_entry(state.entry + 1, entry.title, entry.date, minutes_of(entry, state), words(state));
}

/// Why a list has no entries.
std::u32string emptiness(const State& state) {
    if (state.catalogue_error) return from_utf8(sentence(*state.catalogue_error, words(state)));
    return say(state.catalogue ? Phrase::no_articles : Phrase::preparing, state);
}

constexpr Hint list_hint{Phrase::list_hint, Phrase::list_hint_touch, Phrase::list_hint_switch};
constexpr Hint remarks_hint{Phrase::remarks_hint, Phrase::remarks_hint_touch, Phrase::remarks_hint_switch};
constexpr Hint correcting_hint{Phrase::correcting_hint, Phrase::correcting_hint_touch, Phrase::correcting_hint_switch};
constexpr Hint article_hint{Phrase::article_hint, Phrase::article_hint_touch, Phrase::article_hint_switch};

constexpr Hint copy_how{Phrase::copy_how, Phrase::copy_how_touch, Phrase::copy_how_switch};

std::u32string heading(const State& state) {
    if (state.screen == Screen::subjects)
        return words(state).say(Phrase::spoken_subjects, {{"count", entry_count(state)}});
    if (state.screen == Screen::settings) return say(settings_hint.by(state.hand), state);
    const library::Subject& subject = *subject_of(state);
    return spoken_heading(subject_name(subject, state), subject.entries.size(), words(state));
}

Said list(const State& state) {
    if (entry_count(state) == 0) return {emptiness(state)};
    Said said{heading(state)};
    if (state.screen == Screen::settings)
        said.push_back(words(state).say(Phrase::settings_count, {{"count", entry_count(state)}}));
    said.push_back(focused(state));
    if (state.screen == Screen::articles)
        if (std::u32string from = told_sources(subject_of(state)->sources, words(state)); !from.empty())
            said.push_back(std::move(from));
    return said;
}

/// The subject, the article, and how far in it.
Said where(const State& state) {
    const OpenArticle& open = *state.open;
    Said said;
    if (is_listed(state)) {
        const std::u32string subject(subject_name(*subject_of(state), state));
        said.push_back(words(state).say(Phrase::where_subject, {{"subject", subject}}));
    }
    std::size_t paragraph = 0;
    std::size_t paragraphs = 0;
    for (std::size_t block = 0; block < open.article->blocks.size(); ++block) {
        if (!open.article->blocks[block].continues) ++paragraphs;
        if (block <= open.place.block) paragraph = paragraphs;
    }
    said.push_back(spoken_where(open.article->title, paragraph, paragraphs, minutes_to_go(state), words(state)));
    return said;
}

/// The settings that are not as every visit begins with them.
Said changes(const State& state) {
    const Settings normal;
    Said said;
    for (std::size_t i = 0; i < setting_count; ++i)
        if (const auto setting = static_cast<Setting>(i);
            state.settings[setting] != normal[setting] && setting != Setting::language)
            said.push_back(spoken_change(name_of(setting, state), step_name(setting, step_of(setting, state), state),
                                         words(state)));
    return said;
}

/// How one goes on from a list.
Said how_on_list(const State& state, Hand hand) {
    const bool explores = hand == Hand::touch && state.settings[Setting::touch] == 1;
    Said said{say(explores ? Phrase::list_hint_explore : list_hint.by(hand), state)};
    if (has_bookmarks(state)) said.push_back(say(resume_hint.by(hand), state));
    return said;
}

/// The same, and where there is more to be known.
Said how_to_begin(const State& state, Hand hand) {
    constexpr Hint help_how{Phrase::help_how, Phrase::help_how_touch, Phrase::help_how_switch};
    Said said = how_on_list(state, hand);
    said.push_back(say(help_how.by(hand), state));
    return said;
}

/// What can be done here; the settings, help and the end of an article say so by themselves.
Said how(const State& state) {
    switch (state.screen) {
        case Screen::subjects:
        case Screen::articles:
            return how_on_list(state, state.hand);
        case Screen::article:
            if (state.open && state.open->reading == Reading::ended) return {};
            if (has_to_copy(state))
                return {say(article_hint.by(state.hand), state), say(copy_how.by(state.hand), state)};
            return {say(article_hint.by(state.hand), state)};
        case Screen::copying:
            return {say(copy_hint.by(state.hand), state)};
        default:
            return {};
    }
}

/// The end of an article, in the words that stand on the screen: so few things that all are told.
Said ending(const State& state) {
    Said said{heard_to_the_end(state.open->article->title, words(state))};
    for (int offer = 0; offer < entry_count(state); ++offer) said.push_back(spoken_offer(offer, state));
    if (entry_count(state) > 0) said.push_back(say(offers_hint.by(state.hand), state));
    return said;
}

/// The group that is to be written down now.
std::u32string copied_group(const State& state) {
    const prepare::ToCopy* item = copied_item(state);
    return item ? item->groups[std::min(state.copying.group, item->groups.size() - 1)].said : std::u32string();
}

/// What is being copied: first what it is, then the words around it, then the group that comes now.
Said copied(const State& state) {
    Said said{copy_heading(state)};
    if (const prepare::ToCopy* item = copied_item(state); item && !item->about.empty()) said.push_back(item->about);
    said.push_back(copied_group(state));
    return said;
}

/// Whoever begins is told how it goes on.
Said copying_between(const State& before, const State& after) {
    Said said;
    if (after.notice && after.notice != before.notice && after.notice->announced) said.push_back(after.notice->text);
    if (after.screen != before.screen) {
        said = copied(after);
        said.push_back(say(copy_hint.by(after.hand), after));
    } else if (after.copying.item != before.copying.item) {
        said = copied(after);
    } else if (after.copying.group != before.copying.group || after.asked != before.asked) {
        said.push_back(copied_group(after));
    }
    return said;
}

/// What is to be done, and how far one is.
Said entering(const State& state) {
    Said said{entering_told(state)};
    if (!state.entering.typed.empty()) said.push_back(digits_typed(state));
    return said;
}

Said entering_between(const State& before, const State& after) {
    if (after.notice && after.notice != before.notice && after.notice->announced) return {after.notice->text};
    if (after.guesses.closed_s > 0 && before.guesses.closed_s == 0) return {entering_told(after)};
    const std::u32string& now = after.entering.typed;
    if (now.size() > before.entering.typed.size()) return {now.substr(now.size() - 1)};
    if (now.size() < before.entering.typed.size()) {
        Said said{say(Phrase::number_deleted, after)};
        if (!now.empty()) said.push_back(digits_typed(after));
        return said;
    }
    if (after.asked != before.asked && after.guesses.closed_s > 0) return {entering_told(after)};
    if (after.asked != before.asked || after.entering.tile != before.entering.tile) return {focused(after)};
    return {};
}

/// Nothing of a PIN is said where others hear it: not the digit with the focus either.
Said pin_between(const State& before, const State& after) {
    if (after.notice && after.notice != before.notice && after.notice->announced) {
        Said said{after.notice->text};
        if (after.staff.pad->asks != before.staff.pad->asks) said.push_back(pin_told(after));
        return said;
    }
    if (after.staff.pad->asks != before.staff.pad->asks) return {pin_told(after)};
    if (after.staff.pin.closed_s > 0 && (before.staff.pin.closed_s == 0 || after.asked != before.asked))
        return {pin_told(after)};
    const bool is_private = after.outlet == Outlet::headphones;
    if (is_private && after.staff.pad->tile != before.staff.pad->tile) return {focused(after)};
    return after.asked != before.asked ? Said{pin_told(after)} : Said{};
}

/// Where one is in the staff's room, and how it stands there.
Said staff(const State& state) {
    Said said{staff_title(state)};
    if (std::u32string told = staff_told(state); !told.empty()) said.push_back(std::move(told));
    if (entry_count(state) > 0) said.push_back(focused(state));
    return said;
}

Phrase welcome_phrase(const State& state) {
    if (!is_out_of_order(state)) return Phrase::start_spoken;
    return state.catalogue_error ? Phrase::broken_spoken : Phrase::out_of_order_spoken;
}

/// How the stick stands, and what can be chosen.
Said stick(const State& state) {
    const Delivery& delivery = *state.sticks.delivery;
    Said said{told(delivery, words(state))};
    const auto name = from_utf8(stick_name(delivery.stick));
    if (state.sticks.there.size() > 1)
        said.insert(said.begin(), words(state).say(Phrase::stick_which, {{"name", name}}));
    for (std::u32string further : {details_aloud(delivery, words(state)), progress(delivery, words(state))})
        if (!further.empty()) said.push_back(std::move(further));
    if (entry_count(state) > 0) said.push_back(focused(state));
    if (entry_count(state) > 1) said.push_back(say(offers_hint.by(state.hand), state));
    return said;
}

/// All that a screen says of itself when someone comes to it or asks.
Said whole(const State& state) {
    switch (state.screen) {
        case Screen::welcome:
            return {say(welcome_phrase(state), state)};
        case Screen::subjects:
        case Screen::articles:
        case Screen::settings:
            return list(state);
        case Screen::help:
            if (state.learned) return {std::u32string(key_help(*state.learned, words(state)))};
            return {say(help_hint.by(state.hand), state)};
        case Screen::returning:
            return {say(Phrase::were_you_here, state), say(returning_hint.by(state.hand), state), focused(state)};
        case Screen::stick:
            return stick(state);
        case Screen::remarks:
            return {words(state).say(Phrase::remarks_spoken, {{"count", state.sticks.delivery->brings->remark_count}}),
                    focused(state), say(remarks_hint.by(state.hand), state)};
        case Screen::correcting:
            return {};  // several voices tell it
        case Screen::copying:
            return copied(state);
        case Screen::resuming:
            return entering(state);
        case Screen::wizard:
            return sentences(*state.keypad.wizard, words(state));
        case Screen::pin:
            return {pin_told(state)};
        case Screen::staff:
            return staff(state);
        case Screen::article:
            break;
    }
    if (!state.open || !state.open->article) return {say(Phrase::opening, state)};
    if (state.open->reading == Reading::ended) return ending(state);
    return where(state);
}

}  // namespace

std::u32string explanation(const State& state) {
    if (!state.held || !state.finger) return {};
    if (state.screen == Screen::pin && std::holds_alternative<Choice>(*state.held))
        return say(Phrase::pin_would_press, state);
    const auto* choice = std::get_if<Choice>(&*state.held);
    const library::Subject* subject = subject_of(state);
    const bool lists = state.screen == Screen::subjects || state.screen == Screen::articles;
    if (lists && choice && subject && choice->entry >= 0 && choice->entry < entry_count(state)) {
        const auto entry = static_cast<std::size_t>(choice->entry);
        if (state.screen == Screen::subjects)
            return would_open_subject(choice->entry + 1, subject_name(state.catalogue->subjects[entry], state),
                                      words(state));
        const library::Entry it = subject->entries[entry];
        return would_open_entry(choice->entry + 1, it.title, minutes_of(it, state), words(state));
    }
    if (std::holds_alternative<SentenceAt>(*state.held)) return say(Phrase::would_read_on, state);
    const std::u32string& label = state.finger->label;
    return would_press(label.empty() ? begin_label(state) : label, words(state));
}

namespace {

/// The first list of a visit: whoever does not see it and touch is told how one goes on.
bool begins(const State& before, const State& after) {
    const bool comes = before.screen == Screen::welcome || before.screen == Screen::returning;
    const bool sees = after.hand == Hand::touch && after.settings[Setting::touch] == 0;
    return comes && after.screen == Screen::subjects && entry_count(after) > 0 && !sees;
}

/// The key for the language has another name once it has been chosen; that it has done something is said then.
bool comes_to_switch_focus(const State& before, const State& after) {
    if (!after.switch_focus || after.switch_focus == before.switch_focus) return false;
    return !before.switch_focus || before.switch_focus->press != after.switch_focus->press;
}

constexpr Hint paused_hint{Phrase::paused_spoken, Phrase::paused_spoken_touch, Phrase::paused_spoken_switch};
constexpr Hint adjusting_hint{Phrase::paused_spoken, Phrase::adjusting_touch, Phrase::adjusting_switch};

Phrase how_to_go_on(const State& state) {
    const bool adjusts = state.open && state.open->bar == Bar::adjusting;
    return (adjusts ? adjusting_hint : paused_hint).by(state.hand);
}

/// Back from what lay over an article that had been paused before: nothing else tells that it still is.
bool comes_back_to_pause(const State& before, const State& after) {
    return after.screen == Screen::article && before.screen != Screen::article && after.open && after.open->article &&
           before.open && before.open->article == after.open->article && after.open->reading == Reading::paused;
}

/// Whoever moves first on the welcome screen has been told of touching and of keys alone.
bool takes_switches(const State& before, const State& after) {
    return after.screen == Screen::welcome && before.screen == Screen::welcome && after.switch_focus &&
           !before.switch_focus;
}

/// The question first; then how long there is to answer it.
Said leaving(const State& before, const State& after) {
    if (before.leaving && before.leaving->seconds_said == after.leaving->seconds_said) return {};
    const auto with_seconds = [&](Phrase phrase) {
        return words(after).say(phrase, {{"seconds", after.leaving->seconds_said}});
    };
    if (before.leaving) return {with_seconds(Phrase::still_there_left)};
    return {say(Phrase::still_there, after), with_seconds(Phrase::still_there_count)};
}

/// What was begun in headphones is nobody else's business: whoever has pulled them sees the number, and the hall hears
/// none.
bool is_told_number(const State& before, const State& after) {
    const bool pulled = before.outlet == Outlet::headphones && after.outlet != Outlet::headphones;
    return !pulled && after.number && (!before.number || before.number->told != after.number->told);
}

Said said_between(const State& before, const State& after) {
    if (after.leaving) return leaving(before, after);
    const bool on_article = after.screen == Screen::article;
    Said said;
    const bool new_notice = after.notice && after.notice != before.notice;
    const bool came = after.screen != before.screen;
    const bool spoke_otherwise = after.settings[Setting::language] != before.settings[Setting::language];
    const bool asked = after.asked != before.asked;
    if (after.asked_all != before.asked_all) {
        if (after.screen == Screen::copying) said = where(after);
        std::ranges::copy(whole(after), std::back_inserter(said));
        if (after.number && !on_article) said.push_back(number_given(after.number->number, words(after)));
        const Said differing = changes(after);
        said.insert(said.end(), differing.begin(), differing.end());
        if (after.asked_how != before.asked_how) std::ranges::copy(how(after), std::back_inserter(said));
        return said;
    }
    if (after.asked_how != before.asked_how) {
        said = whole(after);
        std::ranges::copy(how(after), std::back_inserter(said));
        return said;
    }
    const bool left_actions = before.switch_focus && !after.switch_focus;

    const auto is_explained = [](const State& state) {
        return state.finger && state.finger->gesture == Gesture::explained;
    };
    if (is_explained(after) && !is_explained(before)) return {explanation(after)};
    if (comes_back_to_pause(before, after)) return {say(how_to_go_on(after), after)};
    if (on_article) {
        const bool ended = after.open && after.open->reading == Reading::ended && before.open &&
                           before.open->reading != Reading::ended;
        if (ended) return ending(after);
        const bool opened = after.open && after.open->article && !(before.open && before.open->article);
        if (opened && after.open->bookmark) return {resumed(*after.open, words(after))};
        const bool at_end = entry_count(after) > 0;
        const bool moved = at_end && before.screen == Screen::article && entry_count(before) > 0 &&
                           focused_entry(after) != focused_entry(before);
        if (moved || (at_end && before.switch_focus && !after.switch_focus && !asked)) return {focused(after)};
        if (at_end && asked)  // by silence, or coming back: briefly
            return {heard_to_the_end(after.open->article->title, words(after)), focused(after),
                    say(offers_hint.by(after.hand), after)};
        return asked ? whole(after) : Said{};
    }
    if (takes_switches(before, after)) return {focus_label(after), say(Phrase::list_hint_switch, after)};
    if (comes_to_switch_focus(before, after)) return {focus_label(after)};
    if (after.screen == Screen::copying) return copying_between(before, after);
    if (after.screen == Screen::resuming && !came && !spoke_otherwise && !left_actions)
        return entering_between(before, after);
    if (after.screen == Screen::pin && !came && !spoke_otherwise) return pin_between(before, after);
    if (new_notice && after.notice->announced) said.push_back(after.notice->text);
    const bool is_numbered = is_told_number(before, after);
    // Whoever is at home leaves; who is elsewhere may only want to go on there.
    const bool leaves = after.screen == Screen::welcome || after.screen == Screen::stick;
    if (is_numbered && leaves) said.push_back(number_given(after.number->number, words(after)));
    if ((after.screen == Screen::help || after.screen == Screen::wizard) && !came) {
        const bool answered = after.screen == Screen::wizard && after.keypad.wizard->turn != before.keypad.wizard->turn;
        if (asked || spoke_otherwise || answered) std::ranges::copy(whole(after), std::back_inserter(said));
        return said;
    }
    const bool is_list = after.screen == Screen::subjects || after.screen == Screen::articles;
    const bool is_other =
        is_list && (after.catalogue != before.catalogue || after.catalogue_error != before.catalogue_error);
    const bool filled = after.screen == Screen::welcome ? is_out_of_order(after) != is_out_of_order(before) : is_other;
    const auto stage = [](const State& state) {
        return state.sticks.delivery ? std::optional(state.sticks.delivery->stage) : std::nullopt;
    };
    const bool goes_on =
        after.screen == Screen::stick && !came &&
        (stage(after) != stage(before) || after.sticks.delivery->stick != before.sticks.delivery->stick);
    const bool is_further = after.screen == Screen::stick && !came && !goes_on &&
                            after.sticks.delivery->told != before.sticks.delivery->told;
    const bool turns = after.screen == Screen::staff && after.staff.turns != before.staff.turns;
    if (is_further) return {progress(*after.sticks.delivery, words(after))};
    // Whoever has settled one goes on to the next.
    const bool goes_on_to_next = before.screen == Screen::correcting && after.screen == Screen::remarks;
    if (goes_on_to_next) {
        said.push_back(focused(after));
    } else if (came || spoke_otherwise || filled || goes_on || turns || (asked && entry_count(after) == 0)) {
        const Said screen = whole(after);
        said.insert(said.end(), screen.begin(), screen.end());
        if (came && after.screen == Screen::staff) said.push_back(staff_hint(after));
        if (begins(before, after)) std::ranges::copy(how_to_begin(after, after.hand), std::back_inserter(said));
    } else if ((asked || focused_entry(after) != focused_entry(before) || left_actions) && entry_count(after) > 0) {
        said.push_back(focused(after));
    }
    if (is_numbered && !leaves) said.push_back(number_given(after.number->number, words(after)));
    return said;
}

/// Whoever has held home by mistake need not hear first what else there is.
bool is_offered_to_go_back(const State& before, const State& after) {
    const auto is_offered = [](const State& state) { return state.left && state.left->is_offered; };
    return is_offered(after) && !is_offered(before);
}

}  // namespace

namespace {

/// A sentence of the stick, as it will be read there: by the list that will count, in Mandarin.
Prompt of_stick(const State& state) {
    const Delivery& delivery = *state.sticks.delivery;
    return {sentence_of_remark(delivery)->sentence,
            Language::mandarin,
            {},
            std::make_shared<const mandarin::LocalReadings>(mandarin::LocalReadings(words_of(delivery)))};
}

/// The sentence that is put right, as it was tried last.
Prompt as_tried(const Correcting& correcting) {
    return {correcting.doubtful.sentence, Language::mandarin, {}, readings_of(correcting)};
}

const mandarin::Syllable of_de = mandarin::Syllable::from_pinyin("de5").value_or(mandarin::Syllable{});

/// The way with the focus, said as it is read: by the word that one knows it by, or else by its own.
std::vector<Prompt> focused_way(const State& state) {
    const Correcting& correcting = *state.correcting;
    const int number = correcting.entry + 1;
    if (number == entry_count(correcting)) {
        const auto label =
            say(correcting.tried == 0 ? Phrase::correcting_leave_spoken : Phrase::correcting_keep_spoken, state);
        return {
            {words(state).say(Phrase::spoken_offer, {{"number", number}, {"label", label}}), voice_of(state), {}, {}}};
    }
    const prepare::Way& way = correcting.doubtful.ways[static_cast<std::size_t>(correcting.entry)];
    const char32_t hanzi = correcting.doubtful.sentence[correcting.doubtful.finding.shown.begin];
    // Only where it stands by itself: 简单的单，作姓氏读善.
    std::vector<mandarin::LocalWord> own{{std::u32string{U'的', hanzi}, {of_de, way.reading}, 0}};
    if (way.explained.empty()) own.push_back(way.word);
    return {{words(state).say(Phrase::spoken_way, {{"number", number}}), voice_of(state), {}, {}},
            {way.explained.empty() ? way.word.text : way.explained,
             Language::mandarin,
             {},
             std::make_shared<const mandarin::LocalReadings>(mandarin::LocalReadings(std::move(own)))}};
}

/// First how it is read now, then what it could be.
std::vector<Prompt> correcting(const State& state) {
    std::vector<Prompt> prompts{{say(Phrase::correcting_now, state), voice_of(state), {}, {}},
                                as_tried(*state.correcting)};
    std::ranges::move(focused_way(state), std::back_inserter(prompts));
    prompts.push_back({say(correcting_hint.by(state.hand), state), voice_of(state), {}, {}});
    return prompts;
}

std::vector<Prompt> correcting_between(const State& before, const State& after) {
    const auto plainly = [&](std::u32string text) { return Prompt{std::move(text), voice_of(after), {}, {}}; };
    const auto explains = [](const State& state) {
        return state.finger && state.finger->gesture == Gesture::explained;
    };
    if (explains(after) && !explains(before)) return {plainly(explanation(after))};
    if (comes_to_switch_focus(before, after)) return {plainly(focus_label(after))};
    std::vector<Prompt> prompts;
    if (after.notice && after.notice != before.notice && after.notice->announced)
        prompts.push_back(plainly(after.notice->text));
    const bool came = before.screen != after.screen || before.leaving || !before.correcting;
    const Correcting& is = *after.correcting;
    const Correcting& was = came ? is : *before.correcting;
    const bool asked_all = after.asked_all != before.asked_all || after.asked_how != before.asked_how;
    if (came || asked_all || after.settings[Setting::language] != before.settings[Setting::language]) {
        std::ranges::move(correcting(after), std::back_inserter(prompts));
    } else if (is.heard != was.heard) {
        prompts.push_back(as_tried(is));
        std::ranges::move(focused_way(after), std::back_inserter(prompts));
    } else if (is.entry != was.entry || after.asked != before.asked || (before.switch_focus && !after.switch_focus)) {
        std::ranges::move(focused_way(after), std::back_inserter(prompts));
    }
    return prompts;
}

/// A screen that is asked for once more tells it as an article tells its sentence; in help that key is only named.
Telling telling_between(const State& before, const State& after) {
    const bool once_more = after.repeats > before.repeats && after.screen == before.screen;
    if (!once_more || after.screen == Screen::help) return Telling::plain;
    return rungs[static_cast<std::size_t>(after.repeats - 1) % rungs.size()];
}

/// All that is said in the words of the kiosk, and what of a stick is read aloud among it.
std::vector<Prompt> prompts_between(const State& before, const State& after) {
    if (after.is_closing && !before.is_closing) {
        std::vector<Prompt> goodbye{{say(Phrase::goodbye, after), voice_of(after), {}, {}}};
        if (is_told_number(before, after))
            goodbye.push_back({number_given(after.number->number, words(after)), voice_of(after), {}, {}});
        return goodbye;
    }
    if (after.screen == Screen::correcting && !after.leaving) return correcting_between(before, after);
    const bool hears = after.screen == Screen::remarks && before.screen == Screen::remarks && !after.leaving &&
                       after.sticks.delivery->heard != before.sticks.delivery->heard;
    if (hears) return {of_stick(after)};
    std::vector<Prompt> prompts;
    const Telling telling = telling_between(before, after);
    if (is_offered_to_go_back(before, after))
        prompts.push_back({say(Phrase::hold_to_go_back, after), voice_of(after), telling, {}});
    for (std::u32string& sentence : said_between(before, after))
        prompts.push_back({std::move(sentence), voice_of(after), telling, {}});
    return prompts;
}

}  // namespace

std::vector<std::u32string> hints_on_coming(const State& before, const State& after) {
    if (after.outlet == Outlet::nowhere || after.leaving) return {};
    if (begins(before, after)) return how_to_begin(after, after.hand);
    if (comes_back_to_pause(before, after)) return {say(how_to_go_on(after), after)};
    if (takes_switches(before, after)) return {say(Phrase::list_hint_switch, after)};
    if (after.screen == before.screen) return {};
    if (after.screen == Screen::staff) return {staff_hint(after)};
    if (after.screen == Screen::remarks) return {say(remarks_hint.by(after.hand), after)};
    if (after.screen == Screen::correcting) return {say(correcting_hint.by(after.hand), after)};
    return {};
}

std::u32string hints_on_list(const State& state, Hand hand) {
    return together(how_to_begin(state, hand));
}

std::vector<Prompt> announce(const State& before, const State& after) {
    if (after.outlet == Outlet::nowhere) return {};
    const int language = after.settings[Setting::language];
    std::vector<Prompt> prompts;
    // Nobody knows yet how loud it is to these ears.
    if (after.outlet == Outlet::headphones && before.outlet != Outlet::headphones)
        prompts.push_back({say(Phrase::headphones_in, after), voice_of(after), Telling::softly, {}});
    if (after.outlet == Outlet::loudspeaker && before.outlet == Outlet::headphones)
        prompts.push_back({say(Phrase::headphones_out, after), voice_of(after), {}, {}});
    std::ranges::move(prompts_between(before, after), std::back_inserter(prompts));
    // Nobody knows yet which language whoever comes understands.
    const Phrase welcome = welcome_phrase(after);
    if (after.screen != Screen::welcome || prompts.empty() || prompts.back().text != say(welcome, after))
        return prompts;
    for (int other = 0; other < after.languages->count(); ++other)
        if (other != language && is_spoken(other, after)) {
            const wording::Wording& words = (*after.languages)[other];
            if (is_told_number(before, after) && after.number->is_over)
                prompts.push_back({number_given(after.number->number, words), after.languages->spoken(other), {}, {}});
            prompts.push_back({std::u32string(words[welcome]), after.languages->spoken(other), {}, {}});
            if (welcome == Phrase::start_spoken)
                prompts.push_back({std::u32string(words[Phrase::start_other]), after.languages->spoken(other), {}, {}});
        }
    return prompts;
}

}  // namespace tingdu::app
