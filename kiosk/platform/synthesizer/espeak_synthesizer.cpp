#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/synthesizer/marks.h"
#include "kiosk/platform/synthesizer/pace.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/platform/synthesizer/trim.h"

namespace tingdu::platform {
namespace {

// `cmn` reads nothing but mnemonics here: what it makes of Hanzi and pinyin is wrong in 1.51. Of the English voices
// `en-us` sounds every r that is written, so that words differ more from one another than in `en-gb`.
// The volumes bring both to the same loudness: -20.2 dB of full scale, measured over thirty clauses.
struct Voice {
    std::string name;
    int volume;
    unsigned flags;
};
const Voice mandarin_voice{"cmn", 75, espeakCHARS_UTF8 | espeakPHONEMES};
// Without espeakPHONEMES a [ is only a bracket.
Voice plain_voice(std::string name) {
    return {std::move(name), 100, espeakCHARS_UTF8};
}

/// What comes in while the engine speaks. The engine has one callback for the process, told of it by user_data.
struct Recording {
    const std::atomic<bool>& give_up;
    Pcm pcm;
    std::vector<WordEvent> words;
    std::vector<std::size_t> vowels;
};

/// The engine's mnemonics of vowels and syllabic consonants, in both voices. A Mandarin syllable has exactly one.
bool is_vowel(std::string_view mnemonic) {
    constexpr std::string_view vowels = "aAeEiIoOuUV03@y";
    constexpr std::string_view syllabic = "mnNlr";
    if (mnemonic.empty()) return false;
    return vowels.find(mnemonic.front()) != std::string_view::npos ||
           (mnemonic.ends_with('-') && syllabic.find(mnemonic.front()) != std::string_view::npos);
}

int on_sound(short* samples, int count, espeak_EVENT* event) {
    constexpr int go_on = 0;
    constexpr int stop = 1;
    auto* recording = static_cast<Recording*>(event->user_data);
    if (recording == nullptr) return stop;
    for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
        const auto sample = static_cast<std::size_t>(std::max(event->sample, 0));
        if (event->type == espeakEVENT_WORD && event->length > 0 && event->text_position > 0) {
            recording->words.push_back({static_cast<std::size_t>(event->text_position) - 1, sample});
        } else if (event->type == espeakEVENT_PHONEME) {
            const char* mnemonic = event->id.string;
            if (is_vowel({mnemonic, strnlen(mnemonic, sizeof event->id.string)})) recording->vowels.push_back(sample);
        }
    }
    if (samples != nullptr) recording->pcm.insert(recording->pcm.end(), samples, samples + count);
    return recording->give_up ? stop : go_on;
}

/// The words as the engine is given them: a place in it is the same place in the Piece.
std::string engine_text(const speech::Piece& piece) {
    std::u32string text = piece.input;
    // Control characters are commands to the engine, and the first NUL would end the text.
    std::ranges::replace_if(
        text, [](char32_t c) { return c < U' '; }, U' ');
    const auto ends_clause = [](char32_t c) {
        return std::u32string_view(U" .,;:?!").find(c) != std::u32string_view::npos;
    };
    while (!text.empty() && ends_clause(text.back())) text.pop_back();
    switch (piece.ending) {
        case speech::Ending::falling:
            text += U'.';
            break;
        case speech::Ending::going_on:
            text += U',';
            break;
        case speech::Ending::asking:
            text += U'?';
            break;
    }
    return to_utf8(text);
}

class EspeakSynthesizer final : public Synthesizer {
  public:
    explicit EspeakSynthesizer(const std::vector<std::string>& further_voices)
        : voices_{mandarin_voice, plain_voice("en-us")} {
        for (const std::string& name : further_voices)
            voices_.push_back(choose(plain_voice(name)) ? plain_voice(name) : voices_[1]);
    }

    [[nodiscard]] bool has_both() { return choose(voices_[1]) && choose(voices_[0]); }

    Result<speech::Take> say(const speech::Piece& piece, speech::Rate rate, const std::atomic<bool>& give_up) override {
        if (!tune(piece.language, pace(piece.language, rate))) return fail(Fault::no_voice, "espeak-ng");
        Recording recording{give_up, {}, {}, {}};
        const std::string text = engine_text(piece);
        const auto said = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                       voice_of(piece.language).flags, nullptr, &recording);
        if (said != EE_OK) return fail(Fault::no_voice, "espeak-ng");
        return take(piece, std::move(recording));
    }

  private:
    [[nodiscard]] const Voice& voice_of(Language language) const {
        return voices_[std::min(static_cast<std::size_t>(language), voices_.size() - 1)];
    }

    bool choose(const Voice& voice) {
        if (chosen_ == voice.name) return true;
        if (espeak_SetVoiceByName(voice.name.c_str()) != EE_OK) return false;
        chosen_ = voice.name;
        return true;
    }

    /// Everything is set again each time: an utterance that was given up may leave what it changed.
    bool tune(Language language, Pace pace) {
        const Voice& voice = voice_of(language);
        const std::array<std::pair<espeak_PARAMETER, int>, 5> parameters{{{espeakRATE, pace.words_per_minute},
                                                                          {espeakWORDGAP, pace.word_gap},
                                                                          {espeakVOLUME, voice.volume},
                                                                          {espeakPITCH, 50},
                                                                          {espeakRANGE, 50}}};
        return choose(voice) && std::ranges::all_of(parameters, [](const auto& parameter) {
                   return espeak_SetParameter(parameter.first, parameter.second, 0) == EE_OK;
               });
    }

    static speech::Take take(const speech::Piece& piece, Recording recording) {
        const std::size_t cut = trim(recording.pcm);
        const auto shift = [cut](std::size_t& sample) { sample -= std::min(cut, sample); };
        for (WordEvent& event : recording.words) shift(event.sample);
        std::ranges::for_each(recording.vowels, shift);
        Marks marks = mark_words(piece.input, piece.words, recording.words, recording.vowels, recording.pcm.size());
        const std::size_t syllables = piece.language == Language::mandarin ? recording.vowels.size() : 0;
        return {std::move(recording.pcm), std::move(marks.starts), syllables, marks.sounded};
    }

    std::vector<Voice> voices_;  // by Language
    std::string chosen_;
};

/// The folder that holds espeak-ng-data beside the library that is loaded. Naming it keeps the engine from looking at
/// $ESPEAK_DATA_PATH and $HOME.
std::string voices_beside_library() {
    Dl_info library{};
    if (dladdr(reinterpret_cast<const void*>(&espeak_Initialize), &library) == 0) return {};
    return std::filesystem::path(library.dli_fname).parent_path();
}

std::string find_voices(const std::string& wished) {
    const std::vector<std::string> places =
        wished.empty() ? std::vector<std::string>{voices_beside_library(), "/usr/share", "/usr/local/share"}
                       : std::vector<std::string>{wished};
    for (const std::string& place : places) {
        std::error_code ignored;
        if (std::filesystem::exists(std::filesystem::path(place) / "espeak-ng-data" / "phontab", ignored)) return place;
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Synthesizer>> open_synthesizer(const std::vector<std::string>& further_voices,
                                                      const std::string& voices_path) {
    const std::string voices = find_voices(voices_path);
    const auto no_voice = [] { return fail(Fault::no_voice, "eSpeak NG", "espeak-ng-data"); };
    if (voices.empty()) return no_voice();
    // Never terminated again: the second espeak_Terminate() in a process does not return (1.51), and opening once
    // more without it is sound.
    constexpr int usual_chunk = 0;
    if (espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, usual_chunk, voices.c_str(),
                          espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT) != sample_rate_hz)
        return no_voice();
    espeak_SetSynthCallback(on_sound);
    auto synthesizer = std::make_unique<EspeakSynthesizer>(further_voices);
    if (!synthesizer->has_both()) return no_voice();
    return synthesizer;
}

}  // namespace tingdu::platform
