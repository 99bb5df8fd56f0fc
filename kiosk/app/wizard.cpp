#include "kiosk/app/wizard.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/phrases.h"

namespace tingdu::app {
namespace {

Wizard answered(Wizard wizard, Wizard::Answer answer, Key meaning) {
    wizard.answer = answer;
    wizard.answered = meaning;
    wizard.silences = 0;
    ++wizard.turn;
    return wizard;
}

Wizard ended(Wizard wizard) {
    wizard.left.clear();
    return wizard;
}

Wizard struck(Wizard wizard, PhysicalKey key) {
    using Answer = Wizard::Answer;
    const Key meaning = wizard.left.front();
    const Binding* taught = find(wizard.taught, key);
    if (find(wizard.configured, key)) return answered(std::move(wizard), Answer::configured, meaning);
    if (taught && taught->meaning != meaning) return answered(std::move(wizard), Answer::taken, *taught->meaning);
    const Binding binding{key, meaning};
    const bool knew = taught || std::ranges::find(wizard.before, binding) != wizard.before.end();
    std::erase_if(wizard.taught, [&](const Binding& other) { return other.meaning == meaning; });
    wizard.taught.push_back(binding);
    wizard.left.erase(wizard.left.begin());
    return answered(std::move(wizard), knew ? Answer::kept : Answer::learned, meaning);
}

std::optional<Phrase> phrase_of(Wizard::Answer answer) {
    switch (answer) {
        case Wizard::Answer::none:
            return std::nullopt;
        case Wizard::Answer::learned:
            return Phrase::wizard_learned;
        case Wizard::Answer::kept:
            return Phrase::wizard_kept;
        case Wizard::Answer::taken:
            return Phrase::wizard_taken;
        case Wizard::Answer::configured:
            return Phrase::wizard_configured;
        case Wizard::Answer::passed:
            return Phrase::wizard_passed;
    }
    return std::nullopt;
}

}  // namespace

Wizard key_down(Wizard wizard, PhysicalKey key, std::int64_t now_ms) {
    if (key != PhysicalKey{}) wizard.down = DownKey{key, now_ms};
    return wizard;
}

Wizard key_up(Wizard wizard, PhysicalKey key) {
    if (!wizard.down || wizard.down->key != key || wizard.left.empty()) return wizard;
    wizard.down.reset();
    return struck(std::move(wizard), key);
}

Wizard time_passed(Wizard wizard, std::int64_t now_ms) {
    if (!wizard.down || now_ms - wizard.down->since_ms < Wizard::held_ms) return wizard;
    const bool is_last = !wizard.taught.empty() && wizard.taught.back().key == wizard.down->key;
    wizard.down.reset();
    return is_last ? ended(std::move(wizard)) : passed_by(std::move(wizard));
}

Wizard stayed_silent(Wizard wizard) {
    if (wizard.answer != Wizard::Answer::none) return passed_by(std::move(wizard));
    if (++wizard.silences == Wizard::patience) return ended(std::move(wizard));
    ++wizard.turn;
    return wizard;
}

Wizard passed_by(Wizard wizard) {
    if (wizard.left.empty()) return wizard;
    const Key meaning = wizard.left.front();
    wizard.left.erase(wizard.left.begin());
    return answered(std::move(wizard), Wizard::Answer::passed, meaning);
}

Wizard asked_for(Wizard wizard, Key meaning) {
    if (wizard.left.empty() || std::ranges::find(Wizard::wanted, meaning) == Wizard::wanted.end()) return wizard;
    std::erase(wizard.left, meaning);
    wizard.left.insert(wizard.left.begin(), meaning);
    return answered(std::move(wizard), Wizard::Answer::none, meaning);
}

Bindings learned(const Wizard& wizard) {
    Bindings all = wizard.taught;
    for (const Binding& old : wizard.before) {
        const auto replaces = [&](const Binding& now) { return now.key == old.key || now.meaning == old.meaning; };
        if (std::ranges::none_of(wizard.taught, replaces)) all.push_back(old);
    }
    return all;
}

std::vector<std::u32string> sentences(const Wizard& wizard, const Wording& words) {
    std::vector<std::u32string> said;
    const auto with_key = [&](Phrase phrase, Key key) { return words.say(phrase, {{"key", key_name(key, words)}}); };
    if (const auto phrase = phrase_of(wizard.answer)) said.push_back(with_key(*phrase, wizard.answered));
    if (wizard.turn == 0) said.emplace_back(words[Phrase::wizard_spoken]);
    const bool learned_last = wizard.answer == Wizard::Answer::learned || wizard.answer == Wizard::Answer::kept;
    if (learned_last && wizard.taught.size() == Wizard::enough) said.emplace_back(words[Phrase::wizard_enough]);
    if (!wizard.left.empty()) said.push_back(with_key(Phrase::wizard_asks, wizard.left.front()));
    return said;
}

StrangeKeys key_down(StrangeKeys keys, PhysicalKey key, std::int64_t now_ms) {
    keys.down = DownKey{key, now_ms};
    std::erase_if(keys.at_ms, [&](std::int64_t then_ms) { return now_ms - then_ms > StrangeKeys::within_ms; });
    keys.at_ms.push_back(now_ms);
    if (keys.at_ms.size() < StrangeKeys::told_after) return keys;
    keys.at_ms.clear();
    keys.told_at_ms = now_ms;
    return keys;
}

StrangeKeys key_up(StrangeKeys keys, PhysicalKey key) {
    if (keys.down && keys.down->key == key) keys.down.reset();
    return keys;
}

bool ask_to_be_learned(const StrangeKeys& keys, std::int64_t now_ms) {
    return keys.down && keys.told_at_ms && now_ms - keys.down->since_ms >= StrangeKeys::held_ms &&
           keys.down->since_ms - *keys.told_at_ms <= StrangeKeys::told_for_ms;
}

}  // namespace tingdu::app
