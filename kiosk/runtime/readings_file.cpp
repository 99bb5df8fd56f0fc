#include "kiosk/runtime/readings_file.h"

#include <utility>

#include "kiosk/app/remarks.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/text/encoding.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::runtime {
namespace {

/// A line's number names it, and is never grouped.
std::u32string digits(std::size_t number) {
    return from_utf8(std::to_string(number));
}

std::string path_in(const std::string& folder) {
    return folder + "/" + std::string(library::readings_file);
}

}  // namespace

std::string sentence(const mandarin::Remark& remark, const wording::Wording& words) {
    const std::u32string what = app::words_for(remark, words);
    return to_utf8(words.say(wording::Phrase::remark_line, {{"line", digits(remark.line)}, {"remark", what}}));
}

Result<mandarin::ReadList> fetch_readings(const std::string& folder, const mandarin::Lexicon& lexicon) {
    constexpr std::size_t largest = 1U << 20U;
    const auto bytes = platform::read_below(folder, library::readings_file, largest, largest);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->empty()) return mandarin::ReadList{};
    const auto encoding = text::detect(*bytes);
    if (!encoding) return fail(Fault::binary, std::string(library::readings_file));
    return mandarin::read_list(text::decode(*bytes, *encoding), lexicon);
}

ReadingsFile::ReadingsFile(Content content, const mandarin::Lexicon& lexicon, Report report,
                           const wording::Wording& words)
    : content_(std::move(content)), lexicon_(lexicon), report_(std::move(report)), words_(words) {}

bool ReadingsFile::is_in(const std::string& folder) {
    return platform::stamp_of(path_in(folder)).has_value();
}

mandarin::Knowledge ReadingsFile::now() {
    const auto folder = folder_now(content_);
    const auto stamp = folder ? platform::stamp_of(path_in(*folder)) : std::nullopt;
    if (stamp != stamp_) {
        stamp_ = stamp;
        readings_ = {};
        if (stamp) read(*folder);
    }
    return {lexicon_, &readings_};
}

void ReadingsFile::read(const std::string& folder) {
    auto list = fetch_readings(folder, lexicon_);
    if (!list) {
        report_(wording::sentence(list.error(), words_));
        return;
    }
    const std::string name = std::string(library::readings_file) + " ";
    for (const mandarin::Remark& remark : list->remarks) report_(name + sentence(remark, words_));
    readings_ = std::move(list->readings);
}

}  // namespace tingdu::runtime
