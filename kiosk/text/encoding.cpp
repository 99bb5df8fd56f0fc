#include "kiosk/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

using Bytes = std::span<const std::byte>;

constexpr char32_t replacement = 0xFFFD;

// The characters that make up most of any Chinese page, then the traditional forms of those that have one. Even a
// dozen characters of real text hold several; a wrong reading hits one in twenty-five.
constexpr std::u32string_view frequent =
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    U"种"
    U"事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民"
    U"第"
    U"公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话"
    U"合"
    U"回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神"
    U"总"
    U"何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则"
    U"听"
    U"白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候"
    U"带"
    U"导争运六七八九零百千局办证服众警党委议案户籍申请材料址须流站首页源费号预约窗厅街镇乡县省补贴医保险单位周末节假健"
    U"康"
    U"们個這為國說時會來對過發後裡裏學現當沒動還進實從無與長機關點業將兩間開問應戰頭體見產話內給門題東聲員論處義條氣別"
    U"變"
    U"總電數報結務場計資達許統區隊決馬書則聽卻強難權設術領確傳師觀讓識帶導爭運證辦請號戶網訊類選單經種樣歲費連轉廣錢親"
    U"該"
    U"據記規認調護醫藥團備專標準歷興舉屬優陳張劉黃臺灣萬於並線幾麼嗎車風預約讀課視買賣郵銀錄鐘鎮鄉縣補險節廳須園愛樂歡";

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// ICU's own substitution gives U+001A for a single byte in some tables; it must be U+FFFD everywhere.
void substitute(const void*, UConverterToUnicodeArgs* args, const char*, std::int32_t, UConverterCallbackReason reason,
                UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    *error = U_ZERO_ERROR;
    const UChar mark = replacement;
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, error);
}

std::u32string decode_with(const char* name, Bytes bytes) {
    UErrorCode error = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &error));
    ucnv_setToUCallBack(converter.get(), substitute, nullptr, nullptr, nullptr, &error);
    std::u32string text;
    text.reserve(bytes.size() / 2 + 1);
    std::array<UChar, 8192> units{};
    const char* from = reinterpret_cast<const char*>(bytes.data());
    const char* const end = from + bytes.size();
    char32_t lead = 0;
    do {
        error = U_ZERO_ERROR;
        UChar* to = units.data();
        ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, end, nullptr, 1, &error);
        for (const UChar* unit = units.data(); unit != to; ++unit) {
            if (lead != 0 && U16_IS_TRAIL(*unit)) {
                text.push_back(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, *unit)));
                lead = 0;
                continue;
            }
            if (lead != 0) text.push_back(replacement);
            lead = U16_IS_LEAD(*unit) ? *unit : 0;
            if (lead == 0) text.push_back(U16_IS_TRAIL(*unit) ? replacement : *unit);
        }
    } while (error == U_BUFFER_OVERFLOW_ERROR);
    if (lead != 0) text.push_back(replacement);
    return text;
}

/// How much each character of the Basic Multilingual Plane speaks for a reading that shows it.
class Likelihood {
  public:
    Likelihood() {
        for (char32_t c = 0; c < points_.size(); ++c) points_[c] = of_its_script(c);
        // GB 2312 and Big5 each have two levels, and their makers put what is in use into the first.
        raise_level("gb18030", {0xD8, 0xF7, 0xA1}, 0);
        raise_level("Big5", {0xC9, 0xF9, 0x40}, 0);
        raise_level("gb18030", {0xB0, 0xD7, 0xA1}, 1);
        raise_level("Big5", {0xA4, 0xC6, 0x40}, 1);
        for (const char32_t c : frequent) points_[c] = 3;
    }

    [[nodiscard]] int of(char32_t c) const { return c < points_.size() ? points_[c] : (c < 0x30000 ? -1 : -4); }

  private:
    static std::int8_t of_its_script(char32_t c) {
        if (c == replacement || (c != U'\t' && is_invisible(c) && c < 0xA0)) return -6;
        if (c < 0x250) return 1;
        if (c >= 0x4E00 && c <= 0x9FFF) return -1;
        if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF5E)) return 1;
        if ((c >= 0x370 && c <= 0x45F) || (c >= 0x2100 && c <= 0x26FF) || (c >= 0x3040 && c <= 0x30FF)) return 0;
        if (c == 0xFEFF || c == 0x200B) return 0;
        return (c >= 0xE000 && c <= 0xF8FF) || !u_isdefined(static_cast<UChar32>(c)) ? -4 : -2;
    }

    struct Level {
        unsigned first_lead;
        unsigned last_lead;
        unsigned first_trail;
    };

    void raise_level(const char* encoding, Level level, std::int8_t points) {
        std::vector<std::byte> all;
        for (unsigned lead = level.first_lead; lead <= level.last_lead; ++lead) {
            for (unsigned trail = level.first_trail; trail <= 0xFE; ++trail) {
                all.insert(all.end(), {static_cast<std::byte>(lead), static_cast<std::byte>(trail), std::byte{'\n'}});
            }
        }
        for (const char32_t c : decode_with(encoding, all)) {
            if (c >= 0x4E00 && c <= 0x9FFF) points_[c] = points;
        }
    }

    std::array<std::int8_t, 0x10000> points_{};
};

const Likelihood& likelihood() {
    static const Likelihood the_likelihood;
    return the_likelihood;
}

constexpr std::size_t sample_bytes = 16384;

unsigned char octet(std::byte byte) {
    return static_cast<unsigned char>(byte);
}

bool starts_with(Bytes bytes, std::initializer_list<unsigned char> mark) {
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin(),
                                                     [](unsigned char a, std::byte b) { return a == octet(b); });
}

/// Where the declaration of an HTML or XML head says `charset=` or `encoding=`, in small letters; else nothing.
std::string declared(Bytes bytes) {
    std::string head;
    for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 2048))) {
        const char c = static_cast<char>(byte);
        head.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    std::size_t at = head.find("charset=");
    if (at == std::string::npos) at = head.find("encoding=");
    if (at == std::string::npos) return {};
    at = head.find_first_not_of("\"' ", head.find('=', at) + 1);
    if (at == std::string::npos) return {};
    return head.substr(at, head.find_first_of("\"' />?;", at) - at);
}

bool declares(const std::string& name, Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8:
            return name == "utf-8" || name == "utf8";
        case Encoding::gb18030:
            return name.starts_with("gb") || name == "x-gbk" || name == "cp936";
        case Encoding::big5:
            return name.starts_with("big5") || name == "cp950";
        default:
            return name.starts_with("utf-16");
    }
}

/// Whether the characters came out of UTF-8 as they do not by chance: hardly an error, and sequences of three bytes
/// or more, which text of other encodings next to never forms.
bool is_surely_utf8(std::u32string_view text) {
    std::size_t good = 0;
    std::size_t bad = 0;
    bool beyond_two = false;
    for (const char32_t c : text) {
        bad += c == replacement ? 1 : 0;
        good += c >= 0x80 && c != replacement ? 1 : 0;
        beyond_two = beyond_two || (c >= 0x800 && c != replacement);
    }
    return bad * 8 <= good && (beyond_two || good == 0);
}

/// The mean of what the characters speak for, from 3 (a page of everyday Hanzi) down to -6 (nothing but errors).
double likelihood_of(std::u32string_view text) {
    if (text.empty()) return -6;
    int sum = 0;
    for (const char32_t c : text) sum += likelihood().of(c);
    return sum / static_cast<double>(text.size());
}

}  // namespace

std::optional<Encoding> detect(Bytes bytes) {
    if (starts_with(bytes, {0xEF, 0xBB, 0xBF})) return Encoding::utf_8;
    if (starts_with(bytes, {0xFF, 0xFE})) return Encoding::utf_16le;
    if (starts_with(bytes, {0xFE, 0xFF})) return Encoding::utf_16be;
    if (starts_with(bytes, {0x84, 0x31, 0x95, 0x33})) return Encoding::gb18030;

    const auto high = std::find_if(bytes.begin(), bytes.end(), [](std::byte byte) { return octet(byte) >= 0x80; });
    const Bytes head = bytes.first(std::min(bytes.size(), sample_bytes));
    const Bytes tail = bytes.subspan(static_cast<std::size_t>(high - bytes.begin()));
    const Bytes sample = tail.empty() ? head : tail.first(std::min(tail.size(), sample_bytes));
    const auto nuls = std::ranges::count(head, std::byte{0});
    const auto controls = std::ranges::count_if(head, [](std::byte byte) {
        return octet(byte) == 0x7F || (octet(byte) < 0x20 && (octet(byte) < '\t' || octet(byte) > '\r'));
    });
    // A stray control or two happens in any text; more, or a NUL in a short one, does not.
    const bool clean = static_cast<std::size_t>(nuls) * 100 <= head.size() &&
                       static_cast<std::size_t>(controls) * 100 <= head.size() + 200;

    const auto sampled = [&](Encoding encoding) {
        const bool wide = encoding == Encoding::utf_16le || encoding == Encoding::utf_16be;
        std::u32string text = decode(wide ? head : sample, encoding);
        const bool cut = (wide ? head : sample).size() == sample_bytes;
        for (int i = 0; cut && i < 3 && !text.empty() && text.back() == replacement; ++i) text.pop_back();
        return text;
    };
    const std::u32string as_utf8 = sampled(Encoding::utf_8);
    if (clean && is_surely_utf8(as_utf8)) return Encoding::utf_8;

    // Two-byte sequences alone may be chance in a few Hanzi of GBK, but are the rule in Russian or French.
    double best = likelihood_of(as_utf8) + (clean && as_utf8.find(replacement) == as_utf8.npos ? 1.0 : 0.0);
    std::optional<Encoding> found = Encoding::utf_8;
    const std::string name = declared(head);
    if (declares(name, Encoding::utf_8)) best += 0.3;
    for (const Encoding encoding : {Encoding::gb18030, Encoding::big5, Encoding::utf_16le, Encoding::utf_16be}) {
        if (!clean && (encoding == Encoding::gb18030 || encoding == Encoding::big5)) continue;
        const double score = likelihood_of(sampled(encoding)) + (declares(name, encoding) ? 0.3 : 0.0);
        if (score > best) {
            best = score;
            found = encoding;
        }
    }
    if (found == Encoding::utf_8 && !clean) return std::nullopt;
    // Measured: random bytes stay below 0.5 from 48 bytes on, everyday Chinese above 1.2, a bare list of names above
    // 0.8. A handful of bytes proves little either way.
    const double least = sample.size() >= 48 ? 0.5 : 0.2;
    return best >= least ? found : std::nullopt;
}

std::u32string decode(Bytes bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8:
            return from_utf8({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        case Encoding::utf_16le:
            return decode_with("UTF-16LE", bytes);
        case Encoding::utf_16be:
            return decode_with("UTF-16BE", bytes);
        case Encoding::gb18030:
            return decode_with("gb18030", bytes);
        case Encoding::big5:
            return decode_with("Big5-HKSCS", bytes);
    }
    return {};
}

}  // namespace tingdu::text
