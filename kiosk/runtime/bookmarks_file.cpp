#include "kiosk/runtime/bookmarks_file.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/library/manifest.h"
#include "kiosk/runtime/table_line.h"

namespace tingdu::runtime {
namespace {

constexpr std::string_view bookmarks_heading =
    "# Where visitors have left articles unfinished: number, day (and that by a clock that was otherwise), subject, "
    "file, "
    "title, block, sentence, hash of the block.\n# wrong: how many numbers nobody has were entered, the day and the "
    "minute of the last one.\n# Nobody is named here, and nobody can be: a number is good for thirty days, for whoever "
    "enters it.\n";

constexpr std::string_view mistakes_head = "wrong";

}  // namespace

std::optional<app::Bookmark> read_bookmark(std::string_view line) {
    constexpr std::size_t count = 8;
    const auto parts = parts_of(line, '\t');
    if (parts.size() != count) return std::nullopt;
    const auto number = number_in<int>(parts[0]);
    const auto days = parts_of(parts[1], '/');
    const auto day = library::read_date(days[0]);
    const auto other = days.size() == 2 ? library::read_date(days[1]) : std::nullopt;
    const auto subject = out_of_cell(parts[2]), file = out_of_cell(parts[3]), title = out_of_cell(parts[4]);
    const auto block = number_in<std::size_t>(parts[5]), sentence = number_in<std::size_t>(parts[6]);
    const auto paragraph = number_in<std::uint64_t>(parts[7], 16);
    if (days.size() > 2 || (days.size() == 2 && !other)) return std::nullopt;
    if (!number || !day || !subject || !file || !title || !block || !sentence || !paragraph) return std::nullopt;
    return app::Bookmark{*number,    *day, from_utf8(*subject), *file, from_utf8(*title), {*block, *sentence},
                         *paragraph, other};
}

std::string written_bookmark(const app::Bookmark& bookmark) {
    std::string days = library::written(bookmark.day);
    if (bookmark.other_day) days += "/" + library::written(*bookmark.other_day);
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:x}\n", bookmark.number, days, as_cell(to_utf8(bookmark.subject)),
                       as_cell(bookmark.file), as_cell(to_utf8(bookmark.title)), bookmark.place.block,
                       bookmark.place.sentence, bookmark.paragraph);
}

std::string written_bookmarks(const app::Bookmarks& bookmarks, const app::Mistakes& mistakes) {
    std::string file(bookmarks_heading);
    if (mistakes.count > 0)
        file += fmt::format("{}\t{}\t{}\t{}\n", mistakes_head, mistakes.count, library::written(mistakes.day),
                            mistakes.minute_of_day);
    for (const app::Bookmark& bookmark : bookmarks) file += written_bookmark(bookmark);
    return file;
}

app::Bookmarks read_bookmarks(std::string_view file) {
    app::Bookmarks bookmarks;
    for (const std::string_view line : parts_of(file, '\n')) {
        auto bookmark = read_bookmark(line);
        if (!bookmark || !app::is_number(bookmark->number)) continue;
        const bool is_new = std::ranges::find(bookmarks, bookmark->number, &app::Bookmark::number) == bookmarks.end();
        if (is_new && bookmarks.size() < app::most_bookmarks) bookmarks.push_back(std::move(*bookmark));
    }
    return bookmarks;
}

app::Mistakes read_mistakes(std::string_view file) {
    constexpr int most = 1000;
    for (const std::string_view line : parts_of(file, '\n')) {
        const auto parts = parts_of(line, '\t');
        if (parts.size() != 4 || parts[0] != mistakes_head) continue;
        const auto count = number_in<int>(parts[1]), minute = number_in<int>(parts[3]);
        const auto day = library::read_date(parts[2]);
        if (count && *count > 0 && day && minute && *minute >= 0 && *minute < 24 * 60)
            return {std::min(*count, most), *day, *minute};
    }
    return {};
}

}  // namespace tingdu::runtime
