#include "kiosk/base/characters.h"
#include "kiosk/mandarin/pieces.h"

namespace tingdu::mandarin {
namespace {

constexpr char32_t fold_one(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
    switch (c) {
        case 0x00A0:
        case 0x2002:
        case 0x2003:
        case 0x2007:
        case 0x2009:
        case 0x202F:
        case 0x3000:
        case U'\t':
            return U' ';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2212:
        case 0xFE63:
            return U'-';
        case 0x301C:
        case 0x223C:
            return U'~';
        case 0xFFE5:
            return U'¥';
        case 0xFFE1:
            return U'£';
        case 0x30FB:
        case 0x2027:
        case 0x2022:
            return U'·';
        case 0x2236:
            return U':';
        case 0x2019:
            return U'\'';
        default:
            return c;
    }
}

}  // namespace

std::u32string fold(std::u32string_view shown) {
    std::u32string folded(shown);
    for (char32_t& c : folded) c = fold_one(c);
    return folded;
}

std::u32string simplify(std::u32string_view folded, const Lexicon& lexicon) {
    std::u32string simplified(folded);
    for (char32_t& c : simplified) {
        if (!is_hanzi(c)) continue;
        if (const auto known = lexicon.character(c)) c = known->simplified;
    }
    return simplified;
}

}  // namespace tingdu::mandarin
