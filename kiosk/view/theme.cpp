#include "kiosk/view/theme.h"

namespace tingdu::view {
namespace {

constexpr scene::Color color(unsigned rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(rgb & 0xFFU)};
}

}  // namespace

const Theme& warm_white() {
    static constexpr Theme theme{.ground = color(0xFBF7EE),
                                 .ink = color(0x1A1A1A),
                                 .second_ink = color(0x5A5348),
                                 .dimmed = color(0x6E675B),
                                 .edge = color(0x8F8672),
                                 .card = color(0xFFFFFF),
                                 .accent = color(0x0B4F6C),
                                 .on_accent = color(0xFFFFFF),
                                 .word_lit = color(0xFFC93C),
                                 .sentence_lit = color(0xFFF0C4)};
    return theme;
}

}  // namespace tingdu::view
