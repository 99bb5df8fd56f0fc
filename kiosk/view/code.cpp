#include "kiosk/view/code.h"

#include <memory>

#include <qrencode.h>

#include "kiosk/base/utf8.h"

namespace tingdu::view {

namespace {

/// AIM's number of UTF-8 (ITS/04-023). Without it a reader guesses, and takes short words for another encoding.
constexpr unsigned utf8 = 26;
constexpr int smallest_that_holds_it = 0;

}  // namespace

Code code_of(std::u32string_view text) {
    const std::string bytes = to_utf8(text);
    const std::unique_ptr<QRinput, void (*)(QRinput*)> input(QRinput_new2(smallest_that_holds_it, QR_ECLEVEL_M),
                                                             &QRinput_free);
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const bool is_taken = input && (bytes.size() == text.size() || QRinput_appendECIheader(input.get(), utf8) == 0) &&
                          QRinput_append(input.get(), QR_MODE_8, static_cast<int>(bytes.size()), data) == 0;
    const std::unique_ptr<QRcode, void (*)(QRcode*)> made(is_taken ? QRcode_encodeInput(input.get()) : nullptr,
                                                          &QRcode_free);
    if (!made) return {};
    Code code;
    code.width = made->width;
    const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((made->data[i] & 1U) != 0);
    return code;
}

}  // namespace tingdu::view
