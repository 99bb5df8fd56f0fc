#include "kiosk/wording/sentences.h"

#include <string_view>

#include "kiosk/base/utf8.h"

namespace tingdu::wording {
namespace {

Phrase phrase_of(Fault fault) {
    switch (fault) {
        case Fault::missing:
            return Phrase::fault_missing;
        case Fault::unreadable:
            return Phrase::fault_unreadable;
        case Fault::is_directory:
            return Phrase::fault_is_directory;
        case Fault::not_directory:
            return Phrase::fault_not_directory;
        case Fault::empty:
            return Phrase::fault_empty;
        case Fault::too_large:
            return Phrase::fault_too_large;
        case Fault::binary:
            return Phrase::fault_binary;
        case Fault::kind_not_taken:
            return Phrase::fault_kind_not_taken;
        case Fault::damaged:
            return Phrase::fault_damaged;
        case Fault::unwritable:
            return Phrase::fault_unwritable;
        case Fault::no_display:
            return Phrase::fault_no_display;
        case Fault::no_sound:
            return Phrase::fault_no_sound;
        case Fault::no_voice:
            return Phrase::fault_no_voice;
        case Fault::no_font:
            return Phrase::fault_no_font;
        case Fault::no_lexicon:
            return Phrase::fault_no_lexicon;
        case Fault::bad_language:
            return Phrase::fault_bad_language;
        case Fault::bad_setting:
            return Phrase::fault_bad_setting;
        case Fault::bad_step:
            return Phrase::fault_bad_step;
        case Fault::link:
            return Phrase::fault_link;
        case Fault::special_file:
            return Phrase::fault_special_file;
        case Fault::too_deep:
            return Phrase::fault_too_deep;
        case Fault::long_name:
            return Phrase::fault_long_name;
        case Fault::same_name:
            return Phrase::fault_same_name;
        case Fault::too_many_files:
            return Phrase::fault_too_many_files;
        case Fault::nothing_to_take:
            return Phrase::fault_nothing_to_take;
        case Fault::source_gone:
            return Phrase::fault_source_gone;
        case Fault::no_space:
            return Phrase::fault_no_space;
        case Fault::not_library:
            return Phrase::fault_not_library;
        case Fault::library_mended:
            return Phrase::fault_library_mended;
        case Fault::library_busy:
            return Phrase::fault_library_busy;
        case Fault::no_library_before:
            return Phrase::fault_no_library_before;
        case Fault::no_library:
            return Phrase::fault_no_library;
        case Fault::too_slow:
            return Phrase::fault_too_slow;
        case Fault::too_much_memory:
            return Phrase::fault_too_much_memory;
        case Fault::not_looked_at:
            return Phrase::fault_not_looked_at;
        case Fault::no_parser:
            return Phrase::fault_no_parser;
        case Fault::given_up:
            return Phrase::fault_given_up;
        case Fault::not_yet:
            return Phrase::fault_not_yet;
    }
    return Phrase::fault_unreadable;
}

/// The detail stands inside the sentence, before its stop.
std::u32string without_stop(std::u32string_view sentence) {
    constexpr std::u32string_view stops = U"。.";
    const bool ends = !sentence.empty() && stops.find(sentence.back()) != std::u32string_view::npos;
    return std::u32string(sentence.substr(0, sentence.size() - (ends ? 1 : 0)));
}

}  // namespace

std::string sentence(const Error& error, const Wording& wording) {
    const std::u32string fault = wording.say(phrase_of(error.fault), {{"subject", from_utf8(error.subject)}});
    if (error.detail.empty()) return to_utf8(fault);
    return to_utf8(
        wording.say(Phrase::with_detail, {{"fault", without_stop(fault)}, {"detail", from_utf8(error.detail)}}));
}

std::string sentence_without_words(const Error& error) {
    return "听读的文字“" + error.subject + "”打不开，请重新安装。 The kiosk's words in “" + error.subject +
           "” cannot be read; please install Tingdu again." + (error.detail.empty() ? "" : " (" + error.detail + ")");
}

}  // namespace tingdu::wording
