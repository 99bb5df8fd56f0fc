// Units in Latin letters and signs, and the Hanzi that count and measure.
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

// The longest that fits is taken, so a unit may begin another. What is made of several (m², mg/L) is put together from
// its parts.
constexpr auto units = std::to_array<UnitName>({
    {U"km", U"千米"},
    {U"KM", U"千米"},
    {U"m", U"米"},
    {U"dm", U"分米"},
    {U"cm", U"厘米"},
    {U"CM", U"厘米"},
    {U"mm", U"毫米"},
    {U"MM", U"毫米"},
    {U"μm", U"微米"},
    {U"um", U"微米"},
    {U"µm", U"微米"},
    {U"nm", U"纳米"},
    {U"hm²", U"公顷"},
    {U"hm2", U"公顷"},
    {U"ha", U"公顷"},
    {U"kg", U"千克"},
    {U"KG", U"千克"},
    {U"Kg", U"千克"},
    {U"g", U"克"},
    {U"mg", U"毫克"},
    {U"μg", U"微克"},
    {U"ug", U"微克"},
    {U"µg", U"微克"},
    {U"ng", U"纳克"},
    {U"t", U"吨"},
    {U"L", U"升"},
    {U"l", U"升"},
    {U"mL", U"毫升"},
    {U"ml", U"毫升"},
    {U"ML", U"毫升"},
    {U"dl", U"分升"},
    {U"dL", U"分升"},
    {U"cc", U"毫升"},
    {U"h", U"小时"},
    {U"min", U"分钟"},
    {U"s", U"秒"},
    {U"ms", U"毫秒"},
    {U"d", U"天"},
    {U"r", U"转"},
    {U"rpm", U"转每分钟"},
    {U"W", U"瓦"},
    {U"w", U"瓦"},
    {U"kW", U"千瓦"},
    {U"KW", U"千瓦"},
    {U"MW", U"兆瓦"},
    {U"GW", U"吉瓦"},
    {U"kWh", U"千瓦时"},
    {U"Wh", U"瓦时"},
    {U"KWh", U"千瓦时"},
    {U"kW·h", U"千瓦时"},
    {U"V", U"伏"},
    {U"kV", U"千伏"},
    {U"KV", U"千伏"},
    {U"kVA", U"千伏安"},
    {U"A", U"安"},
    {U"mA", U"毫安"},
    {U"mAh", U"毫安时"},
    {U"Ah", U"安时"},
    {U"Hz", U"赫兹"},
    {U"HZ", U"赫兹"},
    {U"kHz", U"千赫"},
    {U"MHz", U"兆赫"},
    {U"GHz", U"吉赫"},
    {U"dB", U"分贝"},
    {U"db", U"分贝"},
    {U"Pa", U"帕"},
    {U"hPa", U"百帕"},
    {U"kPa", U"千帕"},
    {U"MPa", U"兆帕"},
    {U"mmHg", U"毫米汞柱"},
    {U"N", U"牛"},
    {U"J", U"焦"},
    {U"kJ", U"千焦"},
    {U"cal", U"卡"},
    {U"kcal", U"千卡"},
    {U"mol", U"摩尔"},
    {U"mmol", U"毫摩尔"},
    {U"μmol", U"微摩尔"},
    {U"umol", U"微摩尔"},
    {U"Sv", U"希沃特"},
    {U"mSv", U"毫希沃特"},
    {U"μSv", U"微希沃特"},
    {U"IU", U"国际单位"},
    {U"lx", U"勒克斯"},
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
    {U"㎖", U"毫升"},
    {U"㎍", U"微克"},
    {U"㎾", U"千瓦"},
    {U"㎐", U"赫兹"},
    {U"㎒", U"兆赫"},
    {U"㎓", U"吉赫"},
    {U"kΩ", U"千欧"},
    {U"MΩ", U"兆欧"},
    {U"Ω", U"欧姆"},
    {U"Ω", U"欧姆"},
    {U"′", U"分"},
    {U"″", U"秒"},
    {U"fps", U"帧每秒"},
    {U"bps", U"比特每秒"},
    {U"Kbps", U"千比特每秒"},
    {U"kbps", U"千比特每秒"},
    {U"Mbps", U"兆比特每秒"},
    {U"Gbps", U"吉比特每秒"},
    {U"RMB", U"元"},
    {U"CNY", U"元"},
    {U"USD", U"美元"},
    {U"EUR", U"欧元"},
    {U"GBP", U"英镑"},
    {U"HKD", U"港元"},
    {U"JPY", U"日元"},
});

// What may be squared and cubed.
constexpr auto lengths = std::to_array<std::u32string_view>({U"千米", U"米", U"分米", U"厘米", U"毫米"});

struct Power {
    std::u32string_view written;
    std::u32string_view said;
};
constexpr auto powers = std::to_array<Power>({{U"²", U"平方"}, {U"2", U"平方"}, {U"³", U"立方"}, {U"3", U"立方"}});

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
    U"勺匙亿兆节课针剂餐站车船尊扇盏串捆卷筒桶盘盆堆团幅首曲门"
    U"夜晚载";
constexpr std::u32string_view er_measures =
    U"月日号期楼层级等类代线审组班室度分室院环档路幼中小连营团百十刻毛厘顷里伏瓦码寸尺丈钱两磅版刊章条款";

bool ends_word(std::u32string_view text, std::size_t place) {
    return place >= text.size() || !(is_latin(text[place]) || is_digit(text[place]));
}

/// The units that begin at `place`, longest last; a unit that ends within a word is none: 5men, 5min.
Unit simple_unit_at(std::u32string_view text, std::size_t place) {
    Unit found{{}, place};
    for (const UnitName& unit : units) {
        if (!text.substr(std::min(place, text.size())).starts_with(unit.written)) continue;
        std::size_t end = place + unit.written.size();
        std::u32string said(unit.said);
        if (std::ranges::find(lengths, unit.said) != lengths.end()) {
            for (const Power& power : powers) {
                if (!text.substr(end).starts_with(power.written) || !ends_word(text, end + 1)) continue;
                said.insert(0, power.said);
                ++end;
                break;
            }
        }
        // 1h30min: in a span of time the next number may follow at once.
        const bool goes_on = is_latin(unit.written.back()) && !ends_word(text, end) &&
                             !(is_digit(text[end]) && (unit.said == U"小时" || unit.said == U"分钟"));
        if (!goes_on && end > found.end) found = Unit{std::move(said), end};
    }
    return found;
}

}  // namespace

std::optional<Unit> unit_at(std::u32string_view text, std::size_t place) {
    Unit found = simple_unit_at(text, place);
    if (found.end == place) return std::nullopt;
    if (found.end < text.size() && text[found.end] == U'/') {
        const Unit per = simple_unit_at(text, found.end + 1);
        if (per.end > found.end + 1) found = Unit{found.said + U'每' + per.said, per.end};
    }
    return found;
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
    if (at(place) == U'口' && near({U"地铁", U"号线", U"站"}, 8)) return false;  // the second way out
    if (one_of(at(place), U"厅卫")) return one_of(before(), U"室厅厨");  // 3室2厅2卫; 2厅 of a cinema is the second
    if (follows(place, U"季度")) return one_of(before(), U"前后近头");   // 2季度 is the second
    for (const auto measure : long_measures) {
        if (follows(place, measure)) return true;
    }
    // 分为2类, but 2类疫苗
    if (at(place) == U'类') return one_of(before() == U' ' ? before(2) : before(), U"共分有为成这那含下");
    if (follows_one_of(place, {U"小勺", U"大勺", U"汤匙", U"茶匙", U"小碗", U"大碗", U"小杯", U"大杯"})) return true;
    if (follows(place, U"分钟") || follows(place, U"个") || follows(place, U"公")) return true;
    if (follows(place, U"年级") || follows(place, U"号") || follows(place, U"人民")) return false;
    if (follows(place, U"手") || follows(place, U"维")) return false;
    if (one_of(at(place), liang_measures)) return true;
    const auto unit = unit_at(text_, place);
    const bool is_letter = unit && unit->end == place + 1 && one_of(at(place), U"AWVGTKMN");  // 2N
    return unit && !is_letter && at(place) != U'°' && at(place) != U'′' && at(place) != U'″';
}

// A unit that stands alone, as at the head of a column: 元/㎡, 体重(kg)
bool Scanner::unit() {
    if (one_of(at(at_), U"°′″") && !is_digit(before())) return false;
    const auto found = unit_at(text_, at_);
    if (!found) return false;
    if (is_latin(at(at_))) {
        const bool scaled = one_of(before(), U"百千万亿多余") && is_digit(before(2));  // 300万km²
        const bool in_brackets = before() == U'(' && at(found->end) == U')';
        const bool is_letter = found->end == at_ + 1 && !one_of(at(at_), U"mgths");
        if (!(in_brackets || scaled) || is_letter) return false;
    }
    speak(found->end, found->said);
    return true;
}

// The stroke of 10元/次, 80次/分, 0.05%/日, 单价(元/吨)
bool Scanner::per() {
    const bool after_per = pieces_.size() > 1 && pieces_[pieces_.size() - 2].said == U"每";  // 元/㎡·月
    // 80mg/100ml, but 5kg/10kg are two
    const std::size_t number_end = at_ + 1 + digits_at(text_, at_ + 1);
    if (const auto other = unit_at(text_, number_end);
        at(at_) == U'/' && is_digit(at(at_ + 1)) && other && !pieces_.empty() && pieces_.back().attached &&
        other->said != pieces_.back().said && !one_of(pieces_.back().said.back(), U"伏瓦安")) {  // 220V/50Hz
        speak(at_ + 1, U"每");
        return true;
    }
    if (!(at(at_) == U'/' || (at(at_) == U'·' && after_per)) || pieces_.empty() || pieces_.back().shown.end != at_ ||
        is_digit(at(at_ + 1)))
        return false;
    const Piece& last = pieces_.back();
    const bool after_unit = last.kind == PieceKind::spoken && (last.attached || one_of(before(), U"%‰"));
    const bool after_measured = last.kind == PieceKind::hanzi && pieces_.size() > 1 &&
                                pieces_[pieces_.size() - 2].shown.end == last.shown.begin &&
                                pieces_[pieces_.size() - 2].kind == PieceKind::spoken && last.shown.size() <= 4;
    const bool after_money = (last.kind == PieceKind::hanzi && before() == U'元') ||
                             (last.said.ends_with(U'元') && (is_digit(before()) || is_latin(before()) ||
                                                             one_of(before(), U"百千万亿")));  // ¥15/位, ¥8k/月
    std::size_t word_end = at_ + 1;
    while (is_hanzi(at(word_end))) ++word_end;
    const bool before_thing = word_end > at_ + 1 && word_end <= at_ + 3 && !one_of(at(at_ + 1), U"不免无另按");
    const bool before_metre = at(at_ + 1) == U'平' && !is_hanzi(at(at_ + 2));  // 2.3万/平
    const bool before_measure =
        after_measure(at_ + 1) != at_ + 1 || before_metre || (after_money && before_thing);  // 20元/证
    const bool after_letters =
        last.kind == PieceKind::letters && at(at_ + 1) == U's' && is_digit(before(last.shown.size() + 1));  // 50MB/s
    const bool after_thousands = last.kind == PieceKind::letters && last.shown.size() == 1 && one_of(before(), U"kK") &&
                                 is_digit(before(2)) && one_of(at(at_ + 1), U"月年天日");
    const bool is_rate = last.kind == PieceKind::hanzi && one_of(before(), U"吨元斤次人户升度克米") &&
                         one_of(at(at_ + 1), U"年月日天时分秒人") && !is_hanzi(at(at_ + 2));  // 吨/年
    if (is_rate) {
        speak(at_ + 1, U"每");
        return true;
    }
    if (after_thousands) {  // 15-20k/月
        speak(at_ + 1, U"每");
        return true;
    }
    if (!(after_unit || after_per || after_letters || after_measured || after_money) || !before_measure) return false;
    speak(at_ + 1, U"每");
    if (const auto found = unit_at(text_, at_); found) speak(found->end, found->said);
    return true;
}

}  // namespace tingdu::mandarin
