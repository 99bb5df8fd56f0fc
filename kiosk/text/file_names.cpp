#include "kiosk/text/file_names.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/encoding.h"

namespace tingdu::text {
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
bool is_utf8(std::string_view name) {
    const std::u32string read = from_utf8(name);
    if (to_utf8(read) != name) return false;
    return std::any_of(read.begin(), read.end(), [](char32_t c) { return c >= 0x800; }) || !is_all_gb2312(name);
}

/// A name with a line break in it would be two lines to whoever is told of it.
std::string part_as_read(std::string_view part, Encoding encoding) {
    std::u32string name = is_utf8(part) ? from_utf8(part) : decode(std::as_bytes(std::span(part)), encoding);
    std::replace_if(
        name.begin(), name.end(), [](char32_t c) { return c < 0x20 || c == 0x7F || c == U'/'; }, U'_');
    return name.empty() && !part.empty() ? "_" : to_utf8(name);
}

}  // namespace

std::vector<std::string> names_as_read(const std::vector<std::string>& paths) {
    std::string strange;
    for (const std::string& path : paths)
        if (!is_utf8(name_in(path))) strange += path + "\n";
    const auto detected = detect(std::as_bytes(std::span(strange)));
    const Encoding encoding = detected == Encoding::big5 ? Encoding::big5 : Encoding::gb18030;
    std::vector<std::string> names;
    names.reserve(paths.size());
    for (const std::string& path : paths) {
        std::string& name = names.emplace_back();
        for (std::size_t begin = 0; begin <= path.size();) {
            const std::size_t end = std::min(path.find('/', begin), path.size());
            name += (begin == 0 ? "" : "/") + part_as_read(std::string_view(path).substr(begin, end - begin), encoding);
            begin = end + 1;
        }
    }
    return names;
}

}  // namespace tingdu::text
