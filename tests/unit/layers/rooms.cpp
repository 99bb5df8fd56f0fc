#include "tests/unit/layers/rooms.h"

#include <algorithm>

namespace tingdu::layers {

std::span<const Room> rooms() {
    static const std::vector<Room> table{
        {"base", 0, {}, false},
        {"text", 1, {"base"}, false},
        {"mandarin", 1, {"base"}, false},
        {"wording", 1, {"base"}, false},
        {"library", 1, {"base"}, false},
        {"scene", 1, {"base"}, false},
        {"platform/files", 1, {"base"}, true},
        {"speech", 2, {"mandarin"}, false},
        {"prepare", 3, {"text", "mandarin"}, false},
        {"app", 4, {"library", "prepare", "wording"}, false},
        {"platform/store", 4, {"platform/files"}, true},
        {"platform/media", 4, {"base"}, true},
        {"platform/display", 4, {"scene", "platform/files"}, true},
        {"platform/pictures", 4, {"base"}, true},
        {"platform/sandbox", 4, {"base"}, true},
        {"platform/packs", 4, {"platform/files"}, true},
        {"platform/signatures", 4, {"platform/files"}, true},
        {"platform/secrets", 3, {"base"}, true},
        {"platform/service", 4, {"base"}, true},
        {"platform/machine", 4, {"base"}, true},
        {"platform/synthesizer", 4, {"speech"}, true},
        {"platform/sound", 4, {"base"}, true},
        {"parsing", 5, {"text", "platform/pictures", "platform/sandbox"}, true},
        {"view", 5, {"app", "scene"}, false},
        {"runtime",
         6,
         {"app", "speech", "scene", "parsing", "platform/files", "platform/store", "platform/packs",
          "platform/signatures", "platform/secrets", "platform/media", "platform/synthesizer", "platform/sound"},
         true},
        {"rehearsal", 7, {"runtime", "view", "platform/display"}, true},
        {"shell", 8, {"rehearsal", "platform/service", "platform/machine"}, true},
    };
    return table;
}

std::span<const Library> libraries() {
    static const std::vector<Library> table{
        {"expected", {"tl/"}, {"base"}, {}},
        {"ICU", {"unicode/"}, {"text", "mandarin", "wording", "library", "scene"}, R"(\b(icu::|U[A-Z]\w*Iterator\b))"},
        {"libxml2", {"libxml/"}, {"text"}, R"(\b(xml|html)[A-Z]\w+)"},
        {"MD4C", {"md4c"}, {"text"}, R"(\bMD_[A-Z]+)"},
        {"libarchive", {"archive"}, {"text", "platform/packs"}, R"(\bstruct archive)"},
        {"pugixml", {"pugixml"}, {"text"}, R"(\bpugi::)"},
        {"SQLite", {"sqlite3"}, {"platform/store"}, R"(\bsqlite3\w*)"},
        {"zlib", {"zlib"}, {"platform/store"}, R"(\bcrc32\w*)"},
        {"SDL", {"SDL"}, {"platform/display"}, R"(\b(SDL|TTF)_\w+)"},
        {"libpng", {"png"}, {"platform/pictures", "platform/display"}, R"(\bpng_\w+)"},
        {"libjpeg", {"jpeglib", "jerror"}, {"platform/pictures"}, R"(\bjpeg_\w+)"},
        {"libwebp", {"webp/"}, {"platform/pictures"}, R"(\bWebP\w+)"},
        {"libqrencode", {"qrencode"}, {"view"}, R"(\bQRcode_\w+)"},
        {"libsodium", {"sodium"}, {"platform/signatures", "platform/secrets"}, R"(\b(sodium|crypto)_\w+)"},
        {"libseccomp", {"seccomp"}, {"platform/sandbox"}, R"(\bscmp_\w+)"},
        {"libmount", {"libmount/"}, {"platform/media"}, R"(\bmnt_\w+)"},
        {"libsystemd", {"systemd/"}, {"platform/service"}, R"(\bsd_\w+)"},
        {"libblkid", {"blkid/"}, {"platform/media"}, R"(\bblkid_\w+)"},
        {"libebur128", {"ebur128"}, {"speech"}, R"(\bebur128_\w+)"},
        {"eSpeak NG", {"espeak"}, {"platform/synthesizer"}, R"(\bespeak_\w+)"},
        {"PortAudio", {"portaudio", "pa_"}, {"platform/sound"}, R"(\b(Pa[A-Z]\w+|Pa_\w+))"},
        {"ALSA", {"alsa/"}, {"platform/sound"}, R"(\bsnd_\w+)"},
        {"fmt", {"fmt/"}, {"wording", "view", "runtime", "rehearsal", "shell"}, {}},
        {"toml++", {"toml++/"}, {"wording", "shell"}, R"(\btoml::)"},
        {"CLI11", {"CLI/"}, {"shell"}, R"(\bCLI::)"},
        {"nlohmann/json", {"nlohmann/"}, {"shell"}, R"(\bnlohmann::)"},
        // Last, because it takes whatever is left that ends as a C header does.
        {"the operating system",
         {""},
         {"platform/files", "platform/store", "platform/media", "platform/display", "platform/sandbox",
          "platform/packs", "platform/service", "platform/machine", "platform/synthesizer", "platform/sound", "parsing",
          "shell"},
         {}},
    };
    return table;
}

const Room* room_of(std::string_view path) {
    const auto found = std::ranges::find_if(rooms(), [path](const Room& room) {
        const auto begin = std::string_view{"kiosk/"};
        return path.starts_with(begin) && path.substr(begin.size()).starts_with(room.folder) &&
               path.substr(begin.size() + room.folder.size()).starts_with('/');
    });
    return found == rooms().end() ? nullptr : &*found;
}

bool may_see(const Room& room, const Room& other) {
    if (room.folder == other.folder) return true;
    return std::ranges::any_of(rooms(), [&](const Room& next) {
        return std::ranges::find(room.sees, next.folder) != room.sees.end() && may_see(next, other);
    });
}

const Library* library_of(std::string_view header) {
    if (header.find_first_of("./") == std::string_view::npos) return nullptr;
    const auto found = std::ranges::find_if(libraries(), [header](const Library& library) {
        return std::ranges::any_of(library.headers, [header](auto begin) { return header.starts_with(begin); });
    });
    return &*found;
}

bool may_use(const Room& room, const Library& library) {
    return std::ranges::find(library.rooms, room.folder) != library.rooms.end();
}

}  // namespace tingdu::layers
