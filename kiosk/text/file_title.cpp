#include "kiosk/text/file_title.h"

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"

namespace tingdu::text {

std::u32string title_of_file(std::string_view file_name) {
    const std::u32string name = tidied(from_utf8(file_name));
    const std::u32string_view stem = without_ending(name);
    const std::u32string title = tidied(stem.substr(ordering_prefix(stem)));
    return has_sayable(title) ? title : std::u32string(stem);
}

}  // namespace tingdu::text
