#include "kiosk/view/code.h"

#include <memory>

#include <qrencode.h>

#include "kiosk/base/utf8.h"

namespace tingdu::view {

Code code_of(std::u32string_view text) {
    const std::string bytes = to_utf8(text);
    const std::unique_ptr<QRcode, void (*)(QRcode*)> made(QRcode_encodeString8bit(bytes.c_str(), 0, QR_ECLEVEL_M),
                                                          &QRcode_free);
    if (!made) return {};
    Code code;
    code.width = made->width;
    const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((made->data[i] & 1U) != 0);
    return code;
}

}  // namespace tingdu::view
