// Pieces to be said in the tests: Mandarin words out of mnemonics, drawn by a fixed dice; English sentences.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/speech/take.h"

namespace tingdu::door_test {

inline const std::vector<std::u32string_view> english_sentences{
    U"The office is open from nine to five on working days",
    U"Please take a number and wait until it is called",
    U"You need your identity card and two of the photographs",
    U"The fee is ten yuan, payable by card or in cash",
    U"Bring the old passport with you when you collect the new one",
    U"An interpreter can be called free of charge at the front desk",
    U"Those of the age of seventy may go straight to window 3",
    U"Call 12345 for an answer on the same day",
    U"He said that it has been a well-known rule for the last 20 years"};

/// Words begin where a space ends.
inline speech::Piece english(std::u32string_view text, speech::Ending ending = speech::Ending::falling) {
    speech::Piece piece{Language::english, std::u32string(text), {}, 0, ending};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != U' ' && (i == 0 || text[i - 1] == U' ')) piece.words.push_back(i);
    return piece;
}

/// A block a word, each of the given syllables.
inline speech::Piece mandarin(std::span<const std::vector<std::u32string>> words) {
    speech::Piece piece{Language::mandarin, {}, {}, 0, speech::Ending::falling};
    for (const auto& word : words) {
        if (!piece.input.empty()) piece.input += U' ';
        piece.words.push_back(piece.input.size());
        piece.input += U"[[";
        for (const auto& syllable : word) piece.input += syllable;
        piece.input += U"]]";
        piece.syllables += word.size();
    }
    return piece;
}

/// `syllables` of them in words of one to four, any initial before any final, any tone.
inline speech::Piece random_mandarin(std::mt19937& dice, std::size_t syllables) {
    static const std::vector<std::u32string> initials{U"",   U"p",  U"ph",  U"m",  U"f",  U"t",   U"th",  U"n",
                                                      U"l",  U"k",  U"kh",  U"X",  U"ts", U"tsh", U"s",   U"ts.",
                                                      U"s.", U"z.", U"tS;", U"S;", U"w",  U"j",   U"ts.h"};
    // Before and after the digits of the tone.
    static const std::vector<std::pair<std::u32string, std::u32string>> finals{
        {U"A", U""},   {U"ai", U""},  {U"Au", U""},  {U"ei", U""}, {U"ou", U""}, {U"uei", U""},
        {U"i", U""},   {U"u", U""},   {U"y", U""},   {U"yE", U""}, {U"iE", U""}, {U"uo", U""},
        {U"iou", U""}, {U"i.", U""},  {U"@", U""},   {U"@r", U""}, {U"a", U"n"}, {U"@", U"n"},
        {U"i", U"n"},  {U"iE", U"n"}, {U"ua", U"n"}, {U"A", U"N"}, {U"i", U"N"}, {U"ong", U""}};
    static const std::vector<std::u32string> tones{U"55", U"35", U"214", U"21", U"51", U"11"};
    const auto draw = [&dice](const auto& from) -> const auto& {
        return from[dice() % from.size()];
    };

    std::vector<std::vector<std::u32string>> words;
    while (syllables > 0) {
        const std::size_t length = std::min(syllables, std::vector<std::size_t>{1, 1, 2, 2, 2, 2, 3, 4}[dice() % 8]);
        std::vector<std::u32string> word;
        for (std::size_t i = 0; i < length; ++i) {
            const auto& [vowel, coda] = draw(finals);
            word.push_back(draw(initials) + U"'" + vowel + draw(tones) + coda);
        }
        words.push_back(word);
        syllables -= length;
    }
    return mandarin(words);
}

}  // namespace tingdu::door_test
