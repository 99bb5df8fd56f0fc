#include "kiosk/runtime/stick_files.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/text/encoding.h"
#include "kiosk/text/kind.h"

namespace tingdu::runtime {
namespace {

/// Nothing but Hanzi as GB 2312 has them, two bytes each of which the second is 0xA1 or more. Short words such as 通知
/// are good UTF-8 by chance, and then no word of any language.
bool is_all_gb2312(std::string_view name) {
    const std::string_view stem = name.substr(0, name.rfind('.'));
    bool any = false;
    for (std::size_t i = 0; i < stem.size(); ++i) {
        const auto first = static_cast<unsigned char>(stem[i]);
        if (first < 0x80 && std::isalpha(first) != 0) return false;
        if (first < 0x80) continue;
        if (first < 0xB0 || ++i == stem.size() || static_cast<unsigned char>(stem[i]) < 0xA1) return false;
        any = true;
    }
    return any;
}

/// Three bytes or more a Hanzi in UTF-8: a name with such is no GB 2312 whatever its bytes are.
bool is_utf8(const std::string& name) {
    const std::u32string read = from_utf8(name);
    if (to_utf8(read) != name) return false;
    return std::any_of(read.begin(), read.end(), [](char32_t c) { return c >= 0x800; }) || !is_all_gb2312(name);
}

/// Names as people read them, in whatever encoding the stick was written: by one system, so they are judged together.
class Names {
  public:
    explicit Names(const std::vector<platform::Found>& found) {
        std::string all;
        for (const platform::Found& one : found)
            if (!is_utf8(platform::name_in(one.path))) all += one.path + "\n";
        const auto encoding = text::detect(std::as_bytes(std::span(all)));
        if (encoding == text::Encoding::big5) encoding_ = *encoding;
    }

    [[nodiscard]] std::string of(const std::string& path) const {
        std::string name;
        for (std::size_t begin = 0; begin <= path.size();) {
            const std::size_t end = std::min(path.find('/', begin), path.size());
            name += (begin == 0 ? "" : "/") + of_part(path.substr(begin, end - begin));
            begin = end + 1;
        }
        return name;
    }

  private:
    /// A name with a line break in it would be two lines to whoever is told of it.
    [[nodiscard]] std::string of_part(const std::string& part) const {
        std::u32string name = is_utf8(part) ? from_utf8(part) : text::decode(std::as_bytes(std::span(part)), encoding_);
        std::replace_if(
            name.begin(), name.end(), [](char32_t c) { return c < 0x20 || c == 0x7F || c == U'/'; }, U'_');
        return to_utf8(name);
    }

    text::Encoding encoding_ = text::Encoding::gb18030;
};

Fault fault_of(platform::Found::Kind kind) {
    using Kind = platform::Found::Kind;
    switch (kind) {
        case Kind::link:
            return Fault::link;
        case Kind::special:
            return Fault::special_file;
        case Kind::too_deep:
            return Fault::too_deep;
        case Kind::file:
        case Kind::unreadable:
            break;
    }
    return Fault::unreadable;
}

}  // namespace

Result<StickFiles> survey_stick(const std::string& folder, const std::function<void()>& on_name) {
    auto found = platform::survey(folder, {}, [&](std::string_view name) {
        on_name();
        return name != library::readings_file && library::is_passed_over(name);
    });
    if (!found) return tl::unexpected(found.error());
    const Names names(*found);
    StickFiles files;
    for (platform::Found& one : *found) {
        std::string name = names.of(one.path);
        if (one.kind == platform::Found::Kind::file) {
            files.offers.push_back({std::move(one.path), std::move(name), one.size});
        } else {
            files.left_out.push_back({std::move(name), fault_of(one.kind)});
        }
    }
    return files;
}

Error why_strange(const std::string& folder, const library::Offer& file) {
    constexpr std::size_t head = 64U << 10U;
    std::string name = platform::name_in(file.name);
    const auto bytes = platform::read_below(folder, file.source, file.size, head);
    if (!bytes) return {bytes.error().fault, std::move(name), {}};
    const auto taken = text::wrapping_of(*bytes, name);
    return taken ? Error{Fault::kind_not_taken, std::move(name), {}} : taken.error();
}

}  // namespace tingdu::runtime
