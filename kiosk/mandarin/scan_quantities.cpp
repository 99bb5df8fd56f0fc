// Numbers that count or measure something, and what they count by.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

struct UnitName {
    std::u32string_view written;
    std::u32string_view said;
};

// The longest that fits is taken, so a unit may begin another.
constexpr auto units = std::to_array<UnitName>({
    {U"km/h", U"千米每小时"},
    {U"km²", U"平方千米"},
    {U"km2", U"平方千米"},
    {U"km", U"千米"},
    {U"m/s", U"米每秒"},
    {U"m²", U"平方米"},
    {U"m2", U"平方米"},
    {U"m³", U"立方米"},
    {U"m3", U"立方米"},
    {U"m", U"米"},
    {U"cm²", U"平方厘米"},
    {U"cm2", U"平方厘米"},
    {U"cm³", U"立方厘米"},
    {U"cm3", U"立方厘米"},
    {U"cm", U"厘米"},
    {U"mm²", U"平方毫米"},
    {U"mm2", U"平方毫米"},
    {U"mmHg", U"毫米汞柱"},
    {U"mm", U"毫米"},
    {U"dm", U"分米"},
    {U"nm", U"纳米"},
    {U"μm", U"微米"},
    {U"um", U"微米"},
    {U"hm²", U"公顷"},
    {U"ha", U"公顷"},
    {U"kg/m³", U"千克每立方米"},
    {U"kg", U"千克"},
    {U"KG", U"千克"},
    {U"Kg", U"千克"},
    {U"mg/L", U"毫克每升"},
    {U"mg/m³", U"毫克每立方米"},
    {U"μg/m³", U"微克每立方米"},
    {U"mg", U"毫克"},
    {U"μg", U"微克"},
    {U"g", U"克"},
    {U"t", U"吨"},
    {U"mL", U"毫升"},
    {U"ml", U"毫升"},
    {U"ML", U"毫升"},
    {U"L", U"升"},
    {U"l", U"升"},
    {U"ms", U"毫秒"},
    {U"min", U"分钟"},
    {U"h", U"小时"},
    {U"s", U"秒"},
    {U"kWh", U"千瓦时"},
    {U"kW·h", U"千瓦时"},
    {U"kW", U"千瓦"},
    {U"KW", U"千瓦"},
    {U"MW", U"兆瓦"},
    {U"W", U"瓦"},
    {U"w", U"瓦"},
    {U"kV", U"千伏"},
    {U"V", U"伏"},
    {U"mAh", U"毫安时"},
    {U"mA", U"毫安"},
    {U"A", U"安"},
    {U"kHz", U"千赫"},
    {U"MHz", U"兆赫"},
    {U"GHz", U"吉赫"},
    {U"Hz", U"赫兹"},
    {U"dB", U"分贝"},
    {U"db", U"分贝"},
    {U"kPa", U"千帕"},
    {U"MPa", U"兆帕"},
    {U"Pa", U"帕"},
    {U"kcal", U"千卡"},
    {U"cal", U"卡"},
    {U"kJ", U"千焦"},
    {U"mol", U"摩尔"},
    {U"°C", U"摄氏度"},
    {U"℃", U"摄氏度"},
    {U"°F", U"华氏度"},
    {U"℉", U"华氏度"},
    {U"°", U"度"},
    {U"㎡", U"平方米"},
    {U"㎥", U"立方米"},
    {U"㎢", U"平方千米"},
    {U"㎞", U"千米"},
    {U"㎏", U"千克"},
    {U"㎎", U"毫克"},
    {U"㎜", U"毫米"},
    {U"㎝", U"厘米"},
    {U"㏄", U"毫升"},
    {U"Ω", U"欧姆"},
    {U"′", U"分"},
    {U"″", U"秒"},
    {U"美元/㎡", U"美元每平方米"},
});

struct Currency {
    std::u32string_view written;
    std::u32string_view said;
};
constexpr auto currencies = std::to_array<Currency>(
    {{U"HK$", U"港元"}, {U"US$", U"美元"}, {U"¥", U"元"}, {U"$", U"美元"}, {U"€", U"欧元"}, {U"£", U"英镑"}});

// Words that count things, two characters and more; and those of one character, by whether 2 before them is 两.
constexpr auto long_measures = std::to_array<std::u32string_view>({
    U"平方米", U"平方千米", U"平方公里", U"立方米", U"公里", U"千米",   U"厘米", U"毫米", U"微米", U"纳米",   U"分米",
    U"英寸",   U"英里",     U"英尺",     U"公斤",   U"千克", U"毫克",   U"毫升", U"小时", U"分钟", U"秒钟",   U"季度",
    U"美元",   U"欧元",     U"港元",     U"日元",   U"英镑", U"人民币", U"公顷", U"千瓦", U"兆瓦", U"摄氏度", U"学时",
    U"课时",   U"工作日",   U"周岁",     U"周年",   U"华里", U"海里",   U"刻钟", U"人次", U"车次", U"户次",   U"个月",
    U"星期",   U"礼拜",     U"韩元",     U"澳元",   U"卢布", U"欧姆",   U"赫兹", U"分贝",
});
constexpr std::u32string_view liang_measures =
    U"个位名件条项张份只头匹辆台架艘套座栋幢间户家所处道门本册部篇页段句字行列排组队批场轮遍趟顿步种样款岁年周天时点秒"
    U"元块角米吨"
    U"克升斤亩万亿千人把支枝盒箱包袋瓶杯碗对双副片根颗粒朵棵株口面枚封桩起宗例则笔票股倍成次回届季侧地端者方国省市县区"
    U"村校国孔"
    U"亿兆节课针剂餐站车船尊扇盏串捆卷筒桶盘盆堆团幅首曲门"
    U"夜晚载";
constexpr std::u32string_view er_measures =
    U"月日号期楼层级等类代线审组班室度分室院环档路幼中小连营团百十刻毛厘顷里伏瓦码寸尺丈钱两磅版刊章条款";

bool ends_word(std::u32string_view text, std::size_t place) {
    return place >= text.size() || !(is_latin(text[place]) || is_digit(text[place]));
}

}  // namespace

std::optional<Unit> unit_at(std::u32string_view text, std::size_t place) {
    std::optional<Unit> found;
    for (const UnitName& unit : units) {
        const std::size_t end = place + unit.written.size();
        if (text.substr(std::min(place, text.size())).starts_with(unit.written) && (!found || end > found->end) &&
            (ends_word(text, end) || !is_latin(unit.written.back()))) {
            found = Unit{unit.said, end};
        }
    }
    return found;
}

std::size_t Scanner::after_range_sign(std::size_t place) const {
    std::size_t end = place;
    while (at(end) == U' ') ++end;
    const bool is_double = follows(end, U"--") || follows(end, U"~~");
    if (is_double || follows(end, U"——") || follows(end, U"～～")) {
        end += 2;
    } else if (one_of(at(end), U"-~—―")) {
        ++end;
    } else {
        return 0;
    }
    while (at(end) == U' ') ++end;
    return end;
}

std::size_t Scanner::after_measure(std::size_t place) const {
    for (const auto measure : long_measures) {
        if (follows(place, measure)) return place + measure.size();
    }
    if (one_of(at(place), liang_measures) || one_of(at(place), er_measures)) return place + 1;
    const auto unit = unit_at(text_, place);
    return unit ? unit->end : place;
}

bool Scanner::is_counted(std::size_t place) const {
    return one_of(at(place), U"余多来几%‰℃") || after_measure(place) != place;
}

bool Scanner::takes_liang(std::size_t place) const {
    for (const auto measure : long_measures) {
        if (follows(place, measure)) return true;
    }
    if (follows(place, U"分钟") || follows(place, U"个") || follows(place, U"公")) return true;
    if (follows(place, U"年级") || follows(place, U"号") || follows(place, U"人民")) return false;
    if (follows(place, U"手") || follows(place, U"维")) return false;
    if (one_of(at(place), liang_measures)) return true;
    const auto unit = unit_at(text_, place);
    return unit && at(place) != U'°' && at(place) != U'A' && at(place) != U'′' && at(place) != U'″';
}

bool Scanner::is_ordinal() const {
    return before() == U'第' || (before() == U' ' && before(2) == U'第');
}

// The sign in 8:00-18:00, 3~5人, 5月—6月, 周一-周五
bool Scanner::range() {
    const std::size_t end = after_range_sign(at_);
    if (end == 0 || pieces_.empty() || pieces_.back().shown.end != at_) return false;
    const bool number_after = is_digit(at(end)) || one_of(at(end), U"¥$") || (at(end) == U'-' && is_digit(at(end + 1)));
    const Piece& last = pieces_.back();
    const bool after_number = last.kind == PieceKind::spoken && is_digit(at(last.shown.end - 1));
    const bool after_unit = last.kind == PieceKind::spoken && last.attached;
    const bool after_sign = last.kind == PieceKind::spoken && one_of(before(), U"%‰℃");
    constexpr std::size_t longest_counted = 3;
    const bool after_counted = last.kind == PieceKind::hanzi && last.shown.size() <= longest_counted &&
                               pieces_.size() > 1 && pieces_[pieces_.size() - 2].shown.end == last.shown.begin &&
                               pieces_[pieces_.size() - 2].kind == PieceKind::spoken;
    const bool days = follows(end, U"周") || follows(end, U"星期") || follows(end, U"礼拜");
    if (!(number_after && (after_number || after_unit || after_sign || after_counted)) &&
        !(days && last.kind == PieceKind::hanzi && one_of(before(), U"一二三四五六日天"))) {
        return false;
    }
    if (is_sum()) return false;
    speak(end, U"到");
    return true;
}

bool Scanner::is_sum() const {
    constexpr std::u32string_view sum = U"0123456789.,%+-*/×÷ ()";
    const auto is_sign = [this](char32_t c) { return one_of(c, U"=×÷≈"); };
    std::size_t end = at_;
    while (one_of(at(end), sum) && !is_sign(at(end))) ++end;
    std::size_t back = 1;
    while (one_of(before(back), sum) && !is_sign(before(back))) ++back;
    return is_sign(at(end)) || is_sign(before(back));
}

// ¥1,234.50, $20
bool Scanner::money() {
    for (const Currency& currency : currencies) {
        if (!follows(at_, currency.written)) continue;
        std::size_t number = at_ + currency.written.size();
        while (at(number) == U' ') ++number;
        auto amount = numeral_at(text_, number);
        if (!amount) continue;
        while (amount->fraction.ends_with(U'0')) amount->fraction.pop_back();
        std::u32string said = amount->said();
        if (said == U"二") said = U"两";
        const bool is_named =
            follows(amount->end, U"元") || follows(amount->end, U"万元") || follows(amount->end, U"亿元");
        if (one_of(at(amount->end), U"万亿千百") && !is_named) {
            // The currency cannot follow the 万 that is shown.
            speak(amount->end, (currency.said == U"元" ? U"人民币" : std::u32string(currency.said)) + said);
        } else {
            speak(amount->end, is_named ? said : said + std::u32string(currency.said));
        }
        return true;
    }
    return false;
}

// 1/3; 24/7 and A/B are no fractions
bool Scanner::fraction() {
    const std::size_t upper = digits_at(text_, at_);
    if (upper == 0 || at(at_ + upper) != U'/') return false;
    const std::size_t lower = digits_at(text_, at_ + upper + 1);
    const std::size_t end = at_ + upper + 1 + lower;
    if (lower == 0 || upper > 3 || lower > 4 || before() == U'/' || at(end) == U'/' || is_latin(before())) return false;
    if (at(at_ + upper + 1) == U'0' || at(end) == U'.') return false;
    if (is_ordinal()) {  // 第3/4页
        speak(end, cardinal(text_.substr(at_, upper)) + U'至' + cardinal(text_.substr(at_ + upper + 1, lower)),
              Counting::ordinal);
        return true;
    }
    speak(end, cardinal(text_.substr(at_ + upper + 1, lower)) + U"分之" + cardinal(text_.substr(at_, upper)),
          Counting::ordinal);
    return true;
}

// + - × ÷ = < > between numbers, and in 互联网+
bool Scanner::arithmetic_sign() {
    std::size_t next = at_ + 1;
    while (at(next) == U' ') ++next;
    std::size_t back = 1;
    while (before(back) == U' ') ++back;
    const char32_t left = before(back);
    const bool number_after = is_digit(at(next)) || (one_of(at(next), U"-+") && is_digit(at(next + 1)));
    const bool number_before = is_digit(left) || one_of(left, U"%)℃²");
    const bool word_before = number_before || is_hanzi(left) || is_latin(left);
    const bool word_after = number_after || is_hanzi(at(next)) || is_latin(at(next));
    const auto say = [this](std::u32string_view said) {
        speak(at_ + 1, std::u32string(said));
        return true;
    };
    switch (at(at_)) {
        case U'+':
            if (number_after || word_before) return say(U"加");
            return false;
        case U'-':
            if (number_before && number_after && is_sum()) return say(U"减");
            if (!is_digit(at(at_ + 1)) || is_digit(before()) || is_latin(before()) || one_of(before(), U")-"))
                return false;
            if (is_hanzi(before()) || before() == U' ') {
                // After a word a hyphen is a minus only where the number is measured.
                const auto number = numeral_at(text_, at_ + 1);
                const bool measured =
                    number && (is_counted(number->end) || !number->is_integer() || after_range_sign(number->end) != 0);
                if (is_hanzi(before()) && !measured) return false;
            }
            if (const auto number = numeral_at(text_, at_ + 1)) {
                const bool cold = one_of(at(number->end), U"℃") || follows(number->end, U"°C") ||
                                  follows(number->end, U"摄氏度") ||
                                  (at(number->end) == U'度' && near({U"气温", U"温度", U"低温", U"高温"}, 14)) ||
                                  (after_range_sign(number->end) != 0 && near({U"气温", U"温度"}, 14));
                say(cold ? U"零下" : U"负");
                attach_next();
                return true;
            }
            return false;
        case U'=':
            return word_before && word_after && say(U"等于");
        case U'×':
            return number_after && (number_before || word_before) && say(U"乘");
        case U'*':
            return number_after && number_before && say(U"乘");
        case U'÷':
            return number_after && number_before && say(U"除以");
        case U'<':
            return number_after && say(U"小于");
        case U'>':
            return number_after && say(U"大于");
        case U'≤':
            return number_after && say(U"小于等于");
        case U'≥':
            return number_after && say(U"大于等于");
        case U'≈':
            return number_after && say(U"约等于");
        case U'±':
            return number_after && say(U"正负");
        case U'≠':
            return say(U"不等于");
        default:
            return false;
    }
}

// Any other number: counted, measured, ordinal, in per cent, the beginning of a range.
bool Scanner::quantity() {
    auto number = numeral_at(text_, at_);
    if (!number) {
        ++at_;
        return false;
    }
    const std::size_t end = number->end;
    const std::size_t other = after_range_sign(end);
    const auto upper = other != 0 ? numeral_at(text_, at(other) == U'-' ? other + 1 : other) : std::nullopt;
    const auto scale = [this](std::size_t place) {
        return at(place) == U'%' ? U"百分之" : at(place) == U'‰' ? U"千分之" : at(place) == U'‱' ? U"万分之" : U"";
    };

    std::u32string said = number->said();
    std::u32string part = scale(end);
    const bool has_sign = !part.empty();
    if (part.empty() && upper && !is_counted(end)) part = scale(upper->end);   // 50-60%
    const std::size_t counted = upper && !is_counted(end) ? upper->end : end;  // 2-3天
    const bool after_point = one_of(before(), U"点时") && at(counted) == U'分';
    if (part.empty() && said == U"二" && number->is_integer() && !is_ordinal() && !after_point &&
        takes_liang(counted)) {
        said = U"两";
    }
    if (follows(end, U"元") || follows(end, U"块")) {
        while (number->fraction.ends_with(U'0')) number->fraction.pop_back();
        if (said != U"两") said = number->said();
    }
    const bool numbers = one_of(at(end), U"月日号键") || is_ordinal() || is_latin(before()) || before() == U'按';
    const bool after_word = is_latin(before()) || (before() == U' ' && is_latin(before(2)));
    speak(has_sign ? end + 1 : end, part + said, numbers || !part.empty() ? Counting::ordinal : Counting::count);

    if (at(at_) == U' ' && is_latin(at(at_ + 2)) && unit_at(text_, at_ + 1)) ++at_;  // 25 mm
    if (const auto measure = unit_at(text_, at_); measure && !has_sign) {
        // Capital letters after a number are as often a name (5G, 4S, 3A) as a unit, and so is the s of iPhone 6s.
        const bool is_model = after_word && at(at_) == U's' && !one_of(at(measure->end), U"内后之左");
        const bool is_name = measure->end == at_ + 1 && (is_model || one_of(at(at_), U"AWVLGTKM")) &&
                             number->value() < 10 && number->is_integer();
        const bool is_memory = near({U"内存", U"存储", U"流量", U"手机"}, 8) && at(at_) == U'G';
        if (!is_name || is_memory) {
            attach_next();
            speak(measure->end, std::u32string(measure->said));
        }
    }
    return true;
}

// A unit that stands alone, as in a table: 元/㎡, 单位:km/h is Latin and not for here.
bool Scanner::unit() {
    if (one_of(at(at_), U"°′″") && !is_digit(before())) return false;
    const auto found = unit_at(text_, at_);
    if (!found) return false;
    speak(found->end, std::u32string(found->said));
    return true;
}

}  // namespace tingdu::mandarin
