#include "kiosk/view/theme.h"

#include <array>

namespace tingdu::view {
namespace {

constexpr scene::Color color(unsigned rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(rgb & 0xFFU)};
}

constexpr scene::Color black = color(0x000000);

constexpr Theme warm_white{.ground = color(0xFBF7EE),
                           .ink = color(0x1A1A1A),
                           .second_ink = color(0x5A5348),
                           .dimmed = color(0x6E675B),
                           .edge = color(0x8F8672),
                           .card = white,
                           .accent = color(0x0B4F6C),
                           .on_accent = white,
                           .word_lit = color(0xFFC93C),
                           .on_word = color(0x1A1A1A),
                           .sentence_lit = color(0xFFF0C4)};

constexpr Theme black_on_white{.ground = white,
                               .ink = black,
                               .second_ink = black,  // 20:1 is for all that is to be read
                               .dimmed = color(0x595959),
                               .edge = color(0x6B6B6B),
                               .card = white,
                               .accent = black,
                               .on_accent = white,
                               .word_lit = black,
                               .on_word = white,
                               .sentence_lit = color(0xFAFAFA)};  // hardly seen; the bar beside it is

constexpr Theme white_on_black{.ground = black,
                               .ink = white,
                               .second_ink = white,
                               .dimmed = color(0xA6A6A6),
                               .edge = color(0x8C8C8C),
                               .card = black,
                               .accent = white,
                               .on_accent = black,
                               .word_lit = white,
                               .on_word = black,
                               .sentence_lit = color(0x050505)};

constexpr scene::Color yellow = color(0xFFE100);
constexpr Theme yellow_on_black{.ground = black,
                                .ink = yellow,
                                .second_ink = color(0xE0C600),
                                .dimmed = color(0xB09B00),
                                .edge = color(0x8A7A00),
                                .card = black,
                                .accent = yellow,
                                .on_accent = black,
                                .word_lit = yellow,
                                .on_word = black,
                                .sentence_lit = color(0x3A3300)};

constexpr scene::Color pale_yellow = color(0xFFE94A);
constexpr Theme black_on_yellow{.ground = pale_yellow,
                                .ink = black,
                                .second_ink = color(0x332E00),
                                .dimmed = color(0x5C5300),
                                .edge = color(0x756A00),
                                .card = color(0xFFF08A),
                                .accent = black,
                                .on_accent = pale_yellow,
                                .word_lit = black,
                                .on_word = pale_yellow,
                                .sentence_lit = color(0xFFF7C2)};

constexpr Theme night{.ground = color(0x101418),
                      .ink = color(0xF4F1EA),
                      .second_ink = color(0xB9B3A6),
                      .dimmed = color(0x9E998E),
                      .edge = color(0x6C757D),
                      .card = color(0x1A2026),
                      .accent = color(0xFFC93C),
                      .on_accent = color(0x101418),
                      .word_lit = color(0xFFC93C),
                      .on_word = color(0x101418),
                      .sentence_lit = color(0x2C2F26)};

constexpr std::array all{warm_white, black_on_white, white_on_black, yellow_on_black, black_on_yellow, night};

}  // namespace

std::span<const Theme> themes() {
    return all;
}

}  // namespace tingdu::view
