#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <optional>
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
#include "kiosk/speech/shaping.h"

namespace tingdu::platform {
namespace {

/// A voice of the engine for one language.
struct Voice {
    std::string name;  ///< or the whole path of its file
    double gain_db;
    unsigned flags;
    [[nodiscard]] bool is_file() const { return name.starts_with('/'); }
};

// `cmn` reads nothing but mnemonics here: what it makes of Hanzi and pinyin is wrong in 1.51. Without espeakPHONEMES a
// [ is only a bracket.
constexpr unsigned mandarin_flags = espeakCHARS_UTF8 | espeakPHONEMES;
constexpr unsigned plain_flags = espeakCHARS_UTF8;

// The engine's own voices. Of the English ones `en-us` sounds every r that is written, so that words differ more from
// one another than in `en-gb`. The gains bring all to -26 LUFS (EBU R 128), measured over thirty clauses.
const VoiceProfile plain_profile{{"cmn", -7.4}, {"en-us", -5.9}, {}, -6};

/// By Language: Mandarin, English and the further ones.
using Tongues = std::vector<Voice>;

/// What comes in while the engine speaks. The engine has one callback for the process, told of it by user_data.
struct Recording {
    const std::atomic<bool>& give_up;
    Pcm pcm;
    std::vector<WordEvent> words;
    std::vector<std::size_t> vowels;
};

/// The faster words follow one another, the shorter the vowels, of which loudness is made: without this double the
/// speed would be 1.2 dB softer.
double gain_of_haste_db(double rate) {
    return 1.2 * std::log2(std::max(rate, 1.0));
}

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
    explicit EspeakSynthesizer(const Cast& cast) {
        for (const VoiceProfile& profile : cast.profiles) cast_.push_back(tongues_of(profile, cast.further_voices));
        if (cast_.empty()) cast_.push_back(tongues_of(plain_profile, cast.further_voices));
    }

    /// The first that the engine cannot use, if any.
    [[nodiscard]] std::optional<std::string> unusable() {
        for (const Tongues& tongues : cast_)
            for (const Voice& voice : tongues)
                if (!choose(voice)) return voice.name;
        return std::nullopt;
    }

    Result<speech::Take> say(const speech::Piece& piece, const Diction& diction,
                             const std::atomic<bool>& give_up) override {
        const Voice& voice = voice_of(piece.language, diction.voice);
        if (!tune(voice, diction, pace(piece.language, diction.rate, diction.gap_s)))
            return fail(Fault::no_voice, "espeak-ng");
        Recording recording{give_up, {}, {}, {}};
        const std::string text = engine_text(piece);
        const auto said =
            espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, voice.flags, nullptr, &recording);
        if (said != EE_OK) return fail(Fault::no_voice, "espeak-ng");
        speech::amplify(recording.pcm, voice.gain_db + gain_of_haste_db(diction.rate));
        speech::level(recording.pcm);
        return take(piece, std::move(recording));
    }

  private:
    Tongues tongues_of(const VoiceProfile& profile, const std::vector<std::string>& further_voices) {
        const auto part = [](const VoicePart& wished, const VoicePart& plain, unsigned flags) {
            return Voice{wished.file.empty() ? plain.file : wished.file, wished.gain_db, flags};
        };
        Tongues tongues{part(profile.mandarin, plain_profile.mandarin, mandarin_flags),
                        part(profile.english, plain_profile.english, plain_flags)};
        for (const std::string& name : further_voices) {
            const std::string varied = profile.variant.empty() ? name : name + '+' + profile.variant;
            const Voice voice{varied, profile.further_gain_db, plain_flags};
            tongues.push_back(choose(voice) ? voice : tongues[1]);
        }
        return tongues;
    }

    [[nodiscard]] const Voice& voice_of(Language language, int voice) const {
        const Tongues& tongues = cast_[std::min(static_cast<std::size_t>(voice), cast_.size() - 1)];
        return tongues[std::min(static_cast<std::size_t>(language), tongues.size() - 1)];
    }

    bool choose(const Voice& voice) {
        if (chosen_ == voice.name) return true;
        const auto done =
            voice.is_file() ? espeak_SetVoiceByFile(voice.name.c_str()) : espeak_SetVoiceByName(voice.name.c_str());
        if (done != EE_OK) return false;
        chosen_ = voice.name;
        return true;
    }

    /// Everything is set again each time: an utterance that was given up may leave what it changed.
    bool tune(const Voice& voice, const Diction& diction, Pace pace) {
        // Fifty of the engine's hundred steps double the pitch.
        const int pitch = static_cast<int>(std::lround(50 + 50 * std::log2(diction.pitch)));
        const std::array<std::pair<espeak_PARAMETER, int>, 5> parameters{{{espeakRATE, pace.words_per_minute},
                                                                          {espeakWORDGAP, pace.word_gap},
                                                                          {espeakVOLUME, 100},
                                                                          {espeakPITCH, std::clamp(pitch, 0, 99)},
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

    std::vector<Tongues> cast_;  // by Diction::voice
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

Result<std::unique_ptr<Synthesizer>> open_synthesizer(const Cast& cast, const std::string& voices_path) {
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
    auto synthesizer = std::make_unique<EspeakSynthesizer>(cast);
    if (const auto unusable = synthesizer->unusable()) return fail(Fault::no_voice, *unusable);
    return synthesizer;
}

std::string synthesizer_version() {
    return std::string("eSpeak NG ") + espeak_Info(nullptr);
}

}  // namespace tingdu::platform
