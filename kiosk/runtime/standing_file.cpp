#include "kiosk/runtime/standing_file.h"

#include <charconv>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/runtime/bookmarks_file.h"
#include "kiosk/runtime/table_line.h"

namespace tingdu::runtime {
namespace {

constexpr std::string_view list_head = "list";

std::string written_place(const app::ListPlace& list) {
    return fmt::format("{}\t{}\t{}\n", list_head, as_cell(to_utf8(list.subject)), as_cell(list.file));
}

std::optional<app::ListPlace> read_list_place(std::string_view line) {
    const auto parts = parts_of(line, '\t');
    if (parts.size() != 3 || parts[0] != list_head) return std::nullopt;
    const auto subject = out_of_cell(parts[1]), file = out_of_cell(parts[2]);
    if (!subject || !file) return std::nullopt;
    return app::ListPlace{from_utf8(*subject), *file};
}

}  // namespace

std::string written_standing(const app::Standing& standing) {
    std::string file;
    for (std::size_t i = 0; i < app::setting_count; ++i)
        file +=
            std::to_string(standing.settings[static_cast<app::Setting>(i)]) + (i + 1 < app::setting_count ? ' ' : '\n');
    if (standing.place) file += written_bookmark(*standing.place);
    if (standing.list) file += written_place(*standing.list);
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
    const std::string_view line = file.substr(0, file.find('\n'));
    standing.place = read_bookmark(line);
    standing.list = read_list_place(line);
    return standing;
}

}  // namespace tingdu::runtime
