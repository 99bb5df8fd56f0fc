// What there is to read, as values: subjects and their articles in the order that visitors see. It knows names and
// orders; it opens no file.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/library/entries.h"

namespace tingdu::library {

/// Where articles come from. One without a name is the hall itself: its staff have brought them on a stick.
struct Source {
    enum class Proof { none, signature };
    std::string from;
    Date issued;
    Proof proof{};
    friend bool operator==(const Source&, const Source&) = default;
};

struct Subject {
    std::u32string name;
    Entries entries;
    std::vector<Source> sources{};  ///< whoever has most articles there first; none where articles lie in a mere folder
};

struct Catalogue {
    std::vector<Subject> subjects;
};

/// Where files lie that are in no folder.
inline constexpr std::u32string_view newest = U"最新消息";

/// The place's own list of readings, which lies among its articles and is none.
inline constexpr std::string_view readings_file = "读音.txt";

/// What the kiosk itself leaves on a stick, as a page and as a text: .html and .txt.
inline constexpr std::string_view receipt_file = "听读回执";

/// Settings of the staff's room, which travel on a stick or in a pack and are no article either. Languages name them.
inline constexpr std::array<std::string_view, 2> settings_files = {"听读设置.toml", "Tingdu settings.toml"};

/// A subject and the paths in it, before the files have been opened.
struct Shelf {
    std::u32string name;
    std::vector<std::string> paths;
    std::vector<Source> sources{};
};

/// How a name is read aloud, its Hanzi as pinyin: what names without numbers are ordered by. Without it the
/// commonest reading of each Hanzi counts, which for 长城 and 重庆 is another.
using ReadAs = std::function<std::string(std::u32string_view)>;

/// Paths relative to the content folder, '/' between folders → shelves, in order. The first folder is the subject;
/// leading numbers order and are not part of the name; without numbers names stand in the order of their pinyin. Files
/// in the root belong to `newest`, which comes first. Hidden files and what systems leave behind (`~$…`, Thumbs.db,
/// desktop.ini, $RECYCLE.BIN, System Volume Information, __MACOSX …) are passed over, and so are `readings_file`
/// and the kiosk's own receipt.
[[nodiscard]] std::vector<Shelf> arrange(std::vector<std::string> paths, const ReadAs& read_as = {});

/// A catalogue in one piece, as a library keeps it; `entry_of` is asked once for each path.
[[nodiscard]] std::string pack(const std::vector<Shelf>& shelves,
                               const std::function<Entry(const std::string& path)>& entry_of);
/// The other way; each path is one in `folder`. Nothing where it is no catalogue of ours.
[[nodiscard]] std::optional<Catalogue> unpack(std::string bytes, const std::string& folder);

/// Whether `arrange` leaves out what has this path: for the name alone of a file or folder, too.
[[nodiscard]] bool is_passed_over(std::string_view path);

/// What a path says by its ending: an article that is listed; a picture for the articles beside and above it.
[[nodiscard]] bool is_article(std::string_view path);
[[nodiscard]] bool is_picture(std::string_view path);

/// The name of the subject to which a path belongs.
[[nodiscard]] std::u32string subject_of(std::string_view path);

/// "01 夏天防暑.docx" → "夏天防暑".
[[nodiscard]] std::u32string name_of(std::string_view file_name);

/// Seconds that a text is spoken at normal speed with its pauses: about 150 Hanzi or 100 English words a minute. A long
/// text is judged by how it begins.
[[nodiscard]] double seconds_of(std::u32string_view text);

/// Whole minutes, at least 1.
[[nodiscard]] int minutes_of(double seconds);

}  // namespace tingdu::library
