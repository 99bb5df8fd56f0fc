#include "kiosk/runtime/readings_file.h"

#include <utility>

#include "kiosk/base/sentences.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/text/encoding.h"

namespace tingdu::runtime {
namespace {

std::string path_in(const std::string& folder) {
    return folder + "/" + std::string(library::readings_file);
}

}  // namespace

Result<mandarin::ReadList> fetch_readings(const std::string& folder, const mandarin::Lexicon& lexicon) {
    constexpr std::size_t largest = 1U << 20U;
    const auto bytes = platform::read_file(path_in(folder), largest);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->empty()) return mandarin::ReadList{};
    const auto encoding = text::detect(*bytes);
    if (!encoding) return fail(Fault::binary, std::string(library::readings_file));
    return mandarin::read_list(text::decode(*bytes, *encoding), lexicon);
}

ReadingsFile::ReadingsFile(std::string content, const mandarin::Lexicon& lexicon, Report report, Language language)
    : folder_(std::move(content)), lexicon_(lexicon), report_(std::move(report)), language_(language) {}

bool ReadingsFile::is_in(const std::string& folder) {
    return platform::stamp_of(path_in(folder)).has_value();
}

mandarin::Knowledge ReadingsFile::now() {
    if (const auto stamp = platform::stamp_of(path_in(folder_)); stamp != stamp_) {
        stamp_ = stamp;
        readings_ = {};
        if (stamp) read();
    }
    return {lexicon_, &readings_};
}

void ReadingsFile::read() {
    auto list = fetch_readings(folder_, lexicon_);
    if (!list) {
        report_(sentence(list.error(), language_));
        return;
    }
    const std::string name = std::string(library::readings_file) + " ";
    for (const mandarin::Remark& remark : list->remarks) report_(name + mandarin::sentence(remark, language_));
    readings_ = std::move(list->readings);
}

}  // namespace tingdu::runtime
