#include "kiosk/text/kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/zip.h"

namespace tingdu::text {
namespace {

using namespace std::string_view_literals;
using Bytes = std::span<const std::byte>;

std::string ending_of(std::string_view file_name) {
    const std::size_t dot = file_name.rfind('.');
    if (dot == std::string_view::npos) return {};
    std::string ending(file_name.substr(dot + 1));
    for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending;
}

struct Opening {
    std::string_view bytes;
    std::size_t at;
    std::string_view kind;
};

constexpr std::array openings = {
    Opening{"%PDF-"sv, 0, "pdf"},
    Opening{"{\\rtf"sv, 0, "rtf"},
    Opening{"\x89PNG\r\n"sv, 0, "png"},
    Opening{"\xFF\xD8\xFF"sv, 0, "jpg"},
    Opening{"GIF8"sv, 0, "gif"},
    Opening{"WEBP"sv, 8, "webp"},
    Opening{"II*\0"sv, 0, "tiff"},
    Opening{"MM\0*"sv, 0, "tiff"},
    Opening{"BM"sv, 0, "bmp"},
    Opening{"WAVE"sv, 8, "wav"},
    Opening{"AVI "sv, 8, "avi"},
    Opening{"ID3"sv, 0, "mp3"},
    Opening{"ftyp"sv, 4, "mp4"},
    Opening{"OggS"sv, 0, "ogg"},
    Opening{"fLaC"sv, 0, "flac"},
    Opening{"7z\xBC\xAF\x27\x1C"sv, 0, "7z"},
    Opening{"Rar!\x1A"sv, 0, "rar"},
    Opening{"\x1F\x8B\x08"sv, 0, "gz"},
    Opening{"\xFD"
            "7zXZ"sv,
            0, "xz"},
    Opening{"BZh9"sv, 0, "bz2"},
    Opening{"\x7F"
            "ELF"sv,
            0, "elf"},
    Opening{"SQLite format 3\0"sv, 0, "sqlite"},
};

constexpr std::array pictures = {"png"sv, "jpg"sv, "gif"sv, "webp"sv, "tiff"sv, "bmp"sv, "elf"sv, "sqlite"sv};

constexpr std::array taken_endings = {""sv,    "txt"sv,  "text"sv,  "md"sv,    "markdown"sv,
                                      "htm"sv, "html"sv, "shtml"sv, "xhtml"sv, "docx"sv};

constexpr std::array refused_endings = {
    "doc"sv,  "dot"sv,  "wps"sv,  "wpt"sv,  "pdf"sv,    "xls"sv, "xlsx"sv,  "xlsm"sv, "et"sv,   "ppt"sv,
    "pptx"sv, "pps"sv,  "ppsx"sv, "dps"sv,  "odt"sv,    "ods"sv, "odp"sv,   "rtf"sv,  "epub"sv, "mobi"sv,
    "azw3"sv, "ofd"sv,  "ceb"sv,  "caj"sv,  "png"sv,    "jpg"sv, "jpeg"sv,  "gif"sv,  "bmp"sv,  "tif"sv,
    "tiff"sv, "webp"sv, "svg"sv,  "heic"sv, "ico"sv,    "psd"sv, "mp3"sv,   "wav"sv,  "wma"sv,  "m4a"sv,
    "aac"sv,  "ogg"sv,  "flac"sv, "amr"sv,  "mp4"sv,    "avi"sv, "mkv"sv,   "mov"sv,  "wmv"sv,  "flv"sv,
    "zip"sv,  "rar"sv,  "7z"sv,   "gz"sv,   "tar"sv,    "bz2"sv, "xz"sv,    "iso"sv,  "exe"sv,  "dll"sv,
    "msi"sv,  "apk"sv,  "deb"sv,  "db"sv,   "sqlite"sv, "mht"sv, "mhtml"sv, "lnk"sv,  "url"sv};

bool is_any(std::string_view word, const auto& words) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view characters(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<std::string_view> kind_by_opening(std::string_view file) {
    for (const auto& [bytes, at, kind] : openings) {
        if (file.size() < at + bytes.size() || file.substr(at, bytes.size()) != bytes) continue;
        // Text may begin with these few letters; the files have binary numbers after them.
        const bool could_be_text = kind == "bmp" || kind == "mp3" || kind == "mp4" || kind == "webp" || kind == "wav" ||
                                   kind == "avi" || kind == "gif";
        if (!could_be_text || file.substr(0, 32).find('\0') != std::string_view::npos) return kind;
    }
    return std::nullopt;
}

/// Office files of before 2007 and encrypted ones of after share one container; the names of what is in it are UTF-16.
std::string kind_of_compound_file(std::string_view file, const std::string& ending) {
    constexpr std::string_view name_of_encrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (file.find(name_of_encrypted) != std::string_view::npos) return "docx, encrypted";
    constexpr std::array known = {"xls"sv, "ppt"sv, "wps"sv, "et"sv, "dps"sv, "pps"sv, "dot"sv, "xlsx"sv, "pptx"sv};
    return is_any(ending, known) ? ending : "doc";
}

std::string kind_of_zip(const std::vector<std::string>& names, const std::string& ending) {
    const auto holds = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
    const auto is_text_of_word = [](std::string_view name) {  // some write "word/document2.xml"
        return name.starts_with("word/document") && name.ends_with(".xml");
    };
    if (std::ranges::any_of(names, is_text_of_word)) return "docx";
    if (holds("ppt/presentation.xml")) return "pptx";
    if (holds("xl/workbook.xml") || holds("xl/workbook.bin")) return "xlsx";
    if (holds("META-INF/container.xml")) return "epub";
    if (holds("OFD.xml")) return "ofd";
    if (holds("content.xml")) return ending == "ods" || ending == "odp" ? ending : "odt";
    return is_any(ending, refused_endings) ? ending : "zip";
}

bool is_web_archive(std::string_view file) {
    const std::string_view head = file.substr(0, 1000);
    return (head.starts_with("MIME-Version:") || head.starts_with("From: <Saved by")) &&
           head.find("multipart/related") != std::string_view::npos;
}

}  // namespace

Result<Wrapping> wrapping_of(Bytes bytes, std::string_view file_name) {
    const std::string_view file = characters(bytes);
    const std::string ending = ending_of(file_name);
    const auto refuse = [&](std::string_view kind) {
        return fail(Fault::kind_not_taken, std::string(file_name), std::string(kind));
    };

    if (const auto kind = kind_by_opening(file)) {
        const bool named_as_text = is_any(ending, taken_endings) && !ending.empty();
        if (is_any(*kind, pictures) && named_as_text)
            return fail(Fault::binary, std::string(file_name), std::string(*kind));
        return refuse(*kind);
    }
    if (file.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return refuse(kind_of_compound_file(file, ending));
    if (file.starts_with("PK\x03\x04"sv) || file.starts_with("PK\x05\x06"sv)) {
        const auto names = zip_names(bytes);
        if (!names && is_any(ending, refused_endings)) return refuse(ending);
        if (!names && ending != "docx") return refuse("zip");
        if (!names) return fail(Fault::damaged, std::string(file_name));
        const std::string kind = kind_of_zip(*names, ending);
        if (kind == "docx") return Wrapping::word;
        return ending == "docx" && kind == "zip" ? Result<Wrapping>(fail(Fault::damaged, std::string(file_name)))
                                                 : refuse(kind);
    }
    // Some systems give out pages under that name.
    const std::string_view head = file.substr(0, std::min(file.find('>'), std::size_t{200}));
    if (ending == "docx" && head.find("<html") == std::string_view::npos &&
        head.find("<!DOCTYPE html") == std::string_view::npos)
        return fail(Fault::damaged, std::string(file_name));
    if (is_web_archive(file)) return refuse("mht");
    if (is_any(ending, refused_endings)) return refuse(ending);
    return Wrapping::bare;
}

Markup markup_of(std::u32string_view text, std::string_view file_name) {
    const std::string ending = ending_of(file_name);
    if (ending == "htm" || ending == "html" || ending == "shtml" || ending == "xhtml") return Markup::html;
    if (ending == "md" || ending == "markdown") return Markup::markdown;

    while (!text.empty() && (is_blank(text.front()) || ends_line(text.front()) || is_invisible(text.front())))
        text.remove_prefix(1);
    std::string head;
    for (const char32_t c : text.substr(0, 16))
        head.push_back(c >= U'A' && c <= U'Z' ? static_cast<char>(c - U'A' + U'a')
                       : c < 0x80             ? static_cast<char>(c)
                                              : '?');
    for (const std::string_view opening : {"<!doctype html", "<html", "<head>", "<body", "<?xml"}) {
        if (head.starts_with(opening)) return Markup::html;
    }
    const bool said = ending == "txt" || ending == "text";
    return !said && (head.starts_with("# ") || head.starts_with("---\n")) ? Markup::markdown : Markup::plain;
}

}  // namespace tingdu::text
