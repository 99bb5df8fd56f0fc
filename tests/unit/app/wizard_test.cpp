#include "kiosk/app/wizard.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/languages.h"

using namespace tingdu;
using namespace tingdu::app;
using Answer = Wizard::Answer;

namespace {

constexpr PhysicalKey one{104, 0};
constexpr PhysicalKey other{105, 0};

Wizard struck(Wizard wizard, PhysicalKey key, std::int64_t now_ms = 0) {
    return key_up(key_down(std::move(wizard), key, now_ms), key);
}

}  // namespace

TEST_CASE("the key pressed is taken for what was asked for, and the next is asked for") {
    const Wizard wizard = struck(Wizard{}, one);
    CHECK(wizard.answer == Answer::learned);
    CHECK(wizard.answered == Wizard::wanted[0]);
    CHECK(wizard.taught == Bindings{{one, Wizard::wanted[0]}});
    CHECK(wizard.left.front() == Wizard::wanted[1]);
}

TEST_CASE("one key cannot mean two things, and the question stays") {
    const Wizard wizard = struck(struck(Wizard{}, one), one);
    CHECK(wizard.answer == Answer::taken);
    CHECK(wizard.answered == Wizard::wanted[0]);
    CHECK(wizard.left.front() == Wizard::wanted[1]);
    CHECK(wizard.taught.size() == 1);
}

TEST_CASE("the key that meant it before is kept") {
    Wizard wizard;
    wizard.before = {{one, Wizard::wanted[0]}};
    CHECK(struck(wizard, one).answer == Answer::kept);
    CHECK(struck(wizard, other).answer == Answer::learned);
}

TEST_CASE("a key that the operator has bound is not to be had") {
    Wizard wizard;
    wizard.configured = {{one, Key::help}};
    wizard = struck(wizard, one);
    CHECK(wizard.answer == Answer::configured);
    CHECK(wizard.taught.empty());
}

TEST_CASE("keys without a place are told apart by their sign, those with one are the same with NumLock on and off") {
    Wizard wizard = struck(struck(Wizard{}, {0, U'ä'}), {0, U'ö'});
    CHECK(wizard.taught.size() == 2);
    wizard = struck(struck(Wizard{}, {95, U'7'}), {95, 0});
    CHECK(wizard.answer == Answer::taken);
}

TEST_CASE("a long press passes by; of the key learned last, it ends the wizard") {
    const Wizard passed = time_passed(key_down(Wizard{}, one, 100), 100 + Wizard::held_ms);
    CHECK(passed.answer == Answer::passed);
    CHECK(passed.left.front() == Wizard::wanted[1]);
    CHECK(key_up(passed, one) == passed);  // the hand goes, and that is all

    const Wizard ended = time_passed(key_down(struck(Wizard{}, one), one, 100), 100 + Wizard::held_ms);
    CHECK(ended.left.empty());
    CHECK(ended.taught.size() == 1);
    CHECK(time_passed(key_down(Wizard{}, one, 100), 99 + Wizard::held_ms).down);
}

TEST_CASE("silence asks again for the first key until nobody is there, and passes by the others") {
    Wizard wizard;
    for (int silence = 1; silence < Wizard::patience; ++silence) {
        wizard = stayed_silent(wizard);
        CHECK(wizard.left.front() == Wizard::wanted[0]);
        CHECK(wizard.turn == silence);
    }
    CHECK(stayed_silent(wizard).left.empty());
    CHECK(stayed_silent(struck(Wizard{}, one)).answer == Answer::passed);
}

TEST_CASE("a finger may ask for any of them, learned ones once more") {
    Wizard wizard = asked_for(struck(Wizard{}, one), Wizard::wanted[0]);
    CHECK(wizard.left.front() == Wizard::wanted[0]);
    wizard = struck(wizard, other);
    CHECK(wizard.taught == Bindings{{other, Wizard::wanted[0]}});
    CHECK(asked_for(wizard, Key::curtain) == wizard);
}

TEST_CASE("earlier lessons stay but where key or meaning has been learned anew") {
    Wizard wizard;
    wizard.before = {{one, Key::help}, {other, Wizard::wanted[0]}, {{106, 0}, Key::where}};
    wizard = struck(wizard, one);
    CHECK(learned(wizard) == Bindings{{one, Wizard::wanted[0]}, {{106, 0}, Key::where}});
}

TEST_CASE("it says what has become of the key, and asks for the next, in every language") {
    const auto languages = support::languages();
    for (int i = 0; i < languages->count(); ++i) {
        const auto& words = (*languages)[i];
        Wizard wizard;
        CHECK(sentences(wizard, words).size() == 2);
        for (int key = 1; !wizard.left.empty(); ++key) {
            wizard = struck(wizard, {key, 0});
            const auto said = sentences(wizard, words);
            REQUIRE(!said.empty());
            CHECK(std::ranges::none_of(said, &std::u32string::empty));
        }
        CHECK(wizard.taught.size() == Wizard::wanted.size());
    }
}

TEST_CASE("five strikes of keys that mean nothing are told of, and holding one then asks for the wizard") {
    StrangeKeys keys;
    std::int64_t now_ms = 0;
    for (std::size_t strike = 1; strike < StrangeKeys::told_after; ++strike) {
        keys = key_up(key_down(keys, one, now_ms += 500), one);
        CHECK_FALSE(keys.told_at_ms);
    }
    keys = key_up(key_down(keys, other, now_ms += 500), other);
    REQUIRE(keys.told_at_ms == now_ms);
    keys = key_down(keys, one, now_ms + 1000);
    CHECK_FALSE(ask_to_be_learned(keys, now_ms + 999 + StrangeKeys::held_ms));
    CHECK(ask_to_be_learned(keys, now_ms + 1000 + StrangeKeys::held_ms));
    CHECK_FALSE(ask_to_be_learned(key_up(keys, one), now_ms + 1000 + StrangeKeys::held_ms));
}

TEST_CASE("five strikes in the course of a day are nobody's trouble") {
    StrangeKeys keys;
    for (int strike = 0; strike < 20; ++strike)
        keys = key_up(key_down(keys, one, strike * StrangeKeys::within_ms), one);
    CHECK_FALSE(keys.told_at_ms);
}
