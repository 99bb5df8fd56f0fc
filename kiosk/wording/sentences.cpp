#include "kiosk/wording/sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/base/utf8.h"

namespace tingdu::wording {
namespace {

using namespace std::string_view_literals;

/// What to do instead, by the kind of a file that is not taken.
Phrase phrase_of_kind(std::string_view kind) {
    constexpr std::array archives = {"zip"sv, "rar"sv, "7z"sv, "gz"sv, "tar"sv, "bz2"sv, "xz"sv, "iso"sv};
    constexpr std::array tables = {"xls"sv, "xlsx"sv, "xlsm"sv, "et"sv, "ods"sv};
    constexpr std::array pictures = {"png"sv,  "jpg"sv,  "jpeg"sv, "gif"sv,  "bmp"sv, "tif"sv,
                                     "tiff"sv, "webp"sv, "svg"sv,  "heic"sv, "ico"sv, "psd"sv};
    constexpr std::array sounds = {"mp3"sv, "wav"sv, "wma"sv, "m4a"sv, "aac"sv, "ogg"sv, "flac"sv,
                                   "amr"sv, "mp4"sv, "avi"sv, "mkv"sv, "mov"sv, "wmv"sv, "flv"sv};
    constexpr std::array programs = {"exe"sv, "dll"sv, "msi"sv, "apk"sv, "deb"sv, "elf"sv, "db"sv, "sqlite"sv, "lnk"sv};
    const auto is_any = [kind](const auto& kinds) { return std::ranges::find(kinds, kind) != kinds.end(); };
    if (kind.ends_with("encrypted")) return Phrase::fault_locked_not_taken;
    if (is_any(archives)) return Phrase::fault_archive_not_taken;
    if (is_any(tables)) return Phrase::fault_table_not_taken;
    if (is_any(pictures)) return Phrase::fault_picture_not_taken;
    if (is_any(sounds)) return Phrase::fault_sound_not_taken;
    if (kind == "pdf") return Phrase::fault_pdf_not_taken;
    if (kind == "mht" || kind == "mhtml") return Phrase::fault_web_archive_not_taken;
    if (kind == "url") return Phrase::fault_address_not_taken;
    return is_any(programs) ? Phrase::fault_program_not_taken : Phrase::fault_kind_not_taken;
}

bool is_named(const Error& error, std::string_view ending) {
    std::string name = error.subject;
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name.ends_with(ending);
}

bool is_named_as_page(const Error& error) {
    return is_named(error, ".htm") || is_named(error, ".html") || is_named(error, ".shtml");
}

/// The name says that it is what is taken here, and what is in it is not.
bool is_renamed(const Error& error) {
    if (error.detail.empty() || error.detail.ends_with("encrypted")) return false;
    if (error.fault != Fault::binary && error.fault != Fault::kind_not_taken) return false;
    return is_named_as_page(error) || is_named(error, ".docx") || is_named(error, ".txt") || is_named(error, ".md");
}

Phrase phrase_of(const Error& error) {
    if (is_renamed(error)) return Phrase::fault_renamed;
    if (error.fault == Fault::empty && is_named_as_page(error)) return Phrase::fault_empty_page;
    switch (error.fault) {
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
            return phrase_of_kind(error.detail);
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
        case Fault::changing:
            return Phrase::fault_changing;
        case Fault::picture_unused:
            return Phrase::fault_picture_unused;
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
        case Fault::not_well:
            return Phrase::fault_not_well;
        case Fault::bad_key:
            return Phrase::fault_bad_key;
        case Fault::unsigned_pack:
            return Phrase::fault_unsigned_pack;
        case Fault::bad_signature:
            return Phrase::fault_bad_signature;
        case Fault::strange_key:
            return Phrase::fault_strange_key;
        case Fault::revoked_key:
            return Phrase::fault_revoked_key;
        case Fault::bad_pack:
            return Phrase::fault_bad_pack;
        case Fault::several_packs:
            return Phrase::fault_several_packs;
        case Fault::bad_pin:
            return Phrase::fault_bad_pin;
        case Fault::older_pack:
            return Phrase::fault_older_pack;
    }
    return Phrase::fault_unreadable;
}

/// A kind that the file's name bears, or that the sentence is about.
bool says_by_itself(const Error& error) {
    if (is_renamed(error)) return true;
    return error.fault == Fault::kind_not_taken &&
           (is_named(error, "." + error.detail) || phrase_of(error) == Phrase::fault_locked_not_taken);
}

/// The detail stands inside the sentence, before its stop.
std::u32string without_stop(std::u32string_view sentence) {
    constexpr std::u32string_view stops = U"。.";
    const bool ends = !sentence.empty() && stops.find(sentence.back()) != std::u32string_view::npos;
    return std::u32string(sentence.substr(0, sentence.size() - (ends ? 1 : 0)));
}

}  // namespace

std::string sentence(const Error& error, const Wording& wording) {
    const std::u32string subject = from_utf8(error.subject);
    if (is_renamed(error))
        return to_utf8(wording.say(Phrase::fault_renamed, {{"subject", subject}, {"kind", from_utf8(error.detail)}}));
    const std::u32string fault = wording.say(phrase_of(error), {{"subject", subject}});
    if (error.detail.empty() || says_by_itself(error)) return to_utf8(fault);
    return to_utf8(
        wording.say(Phrase::with_detail, {{"fault", without_stop(fault)}, {"detail", from_utf8(error.detail)}}));
}

std::string sentence_without_words(const Error& error) {
    return "听读的文字“" + error.subject + "”打不开，请重新安装。 The kiosk's words in “" + error.subject +
           "” cannot be read; please install Tingdu again." + (error.detail.empty() ? "" : " (" + error.detail + ")");
}

}  // namespace tingdu::wording
