#include "kiosk/runtime/standing_file.h"

#include <charconv>

#include "kiosk/runtime/bookmarks_file.h"

namespace tingdu::runtime {

std::string written_standing(const app::Standing& standing) {
    std::string file;
    for (std::size_t i = 0; i < app::setting_count; ++i)
        file +=
            std::to_string(standing.settings[static_cast<app::Setting>(i)]) + (i + 1 < app::setting_count ? ' ' : '\n');
    if (standing.place) file += written_bookmark(*standing.place);
    return file;
}

std::optional<app::Standing> read_standing(std::string_view file) {
    const auto line_end = file.find('\n');
    if (line_end == std::string_view::npos) return std::nullopt;
    app::Standing standing;
    const char* at = file.data();
    const char* const end = file.data() + line_end;
    for (std::size_t i = 0; i < app::setting_count; ++i) {
        int step = 0;
        const auto [next, error] = std::from_chars(at, end, step);
        if (error != std::errc() || step < 0) return std::nullopt;
        standing.settings.set(static_cast<app::Setting>(i), step);
        at = next < end && *next == ' ' ? next + 1 : next;
    }
    if (at != end) return std::nullopt;
    file.remove_prefix(line_end + 1);
    standing.place = read_bookmark(file.substr(0, file.find('\n')));
    return standing;
}

}  // namespace tingdu::runtime
