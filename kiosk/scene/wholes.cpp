#include "kiosk/scene/wholes.h"

#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/scene/atoms.h"

namespace tingdu::scene {
namespace {

using namespace std::string_view_literals;

/// What may stand between a number and its unit: 120余人, 30多万元, 3来斤.
constexpr std::u32string_view between_number_and_unit = U"余多来几十百千万亿个";

/// Units longer than one character, longest first among those that begin alike. Any one Hanzi after a number is
/// taken to be a unit without being named here.
constexpr std::array units = {
    U"平方公里"sv, U"平方千米"sv, U"平方米"sv, U"立方米"sv, U"千瓦时"sv, U"摄氏度"sv, U"工作日"sv, U"百分点"sv,
    U"人民币"sv,   U"公里"sv,     U"千米"sv,   U"分米"sv,   U"厘米"sv,   U"毫米"sv,   U"公斤"sv,   U"千克"sv,
    U"毫克"sv,     U"毫升"sv,     U"公顷"sv,   U"英寸"sv,   U"小时"sv,   U"分钟"sv,   U"秒钟"sv,   U"周岁"sv,
    U"月份"sv,     U"年度"sv,     U"年级"sv,   U"人次"sv,   U"号楼"sv,   U"号线"sv,   U"单元"sv,   U"欧元"sv,
    U"美元"sv,     U"日元"sv,     U"港元"sv,   U"港币"sv,   U"kWh"sv,    U"km/h"sv,   U"km"sv,     U"cm"sv,
    U"mm"sv,       U"kg"sv,       U"mg"sv,     U"mL"sv,     U"ml"sv,     U"GB"sv,     U"MB"sv,     U"KB"sv,
    U"kW"sv,       U"m"sv,        U"g"sv,      U"L"sv,
};

/// One Hanzi that is a unit even after a space, where not every Hanzi is.
constexpr std::u32string_view short_units =
    U"年月日号时点分秒周天岁元角人名位个件条项次张本份页章节款层楼栋幢室户间台辆部站路米斤克吨升亩度倍届期";

/// After these a date or a time goes on with the next number.
constexpr std::u32string_view date_joints = U"年月时点分";

bool is_alphanumeric(char32_t c) {
    return is_latin(c) || is_digit(c);
}

class Finder {
  public:
    explicit Finder(std::u32string_view text) : text_{text} {}

    std::vector<Whole> find() {
        for (std::size_t at = 0; at < text_.size();) at = is_alphanumeric(text_[at]) ? token(at) : at + 1;
        return std::move(wholes_);
    }

  private:
    [[nodiscard]] bool is(std::size_t at, auto rule) const { return at < text_.size() && rule(text_[at]); }
    [[nodiscard]] bool digit_at(std::size_t at) const { return is(at, is_digit); }
    [[nodiscard]] std::size_t past_space(std::size_t at) const { return is(at, is_space) ? at + 1 : at; }

    void keep(std::size_t begin, std::size_t end, Whole::Grip grip) {
        if (end > begin + 1) wholes_.push_back({{begin, end}, grip});
    }

    /// Past the signs at `at` that hold a word, a number or an address together; `at` itself where none do.
    [[nodiscard]] std::size_t past_connector(std::size_t at) const {
        std::size_t end = at;
        while (end < at + 3 && is(end, [](char32_t c) { return is_one_of(c, U"._-/:@&'’+#=?%,·~–—～：．－"); })) ++end;
        if (end == at || !is(end, is_alphanumeric)) return at;
        for (std::size_t i = at; i < end; ++i)  // a dash between words ends a phrase, between numbers it is "to"
            if (is_one_of(text_[i], U"–—～~：．－") && !(digit_at(at - 1) && digit_at(end))) return at;
        return end;
    }

    std::size_t token(std::size_t begin) {
        std::size_t end = begin;
        while (is(end, is_alphanumeric)) {
            while (is(end, is_alphanumeric)) ++end;
            end = past_connector(end);
        }
        keep(begin, end, Whole::Grip::loose);
        if (begin > 0 && digit_at(begin)) {
            const std::size_t before = begin > 1 && is_space(text_[begin - 1]) ? begin - 2 : begin - 1;
            if (text_[before] == U'第') keep(before, begin + 1, Whole::Grip::tight);
        }
        if (digit_at(end - 1)) number_goes_on(end);
        return end;
    }

    void number_goes_on(std::size_t number_end) {
        const std::size_t last = number_end - 1;
        const std::size_t after = past_space(number_end);
        if (after > number_end && digit_at(after)) keep(last, after + 1, Whole::Grip::loose);  // 0571 8888
        const std::size_t unit_end = past_unit(number_end, after);
        if (unit_end == number_end) return;
        keep(last, unit_end, Whole::Grip::tight);
        const std::size_t next = past_space(unit_end);
        if (is_one_of(text_[unit_end - 1], date_joints) && digit_at(next))
            keep(unit_end - 1, next + 1, Whole::Grip::loose);
    }

    [[nodiscard]] std::size_t past_unit(std::size_t number_end, std::size_t begin) const {
        std::size_t at = begin;
        while (is(at, [](char32_t c) { return is_one_of(c, between_number_and_unit); })) ++at;
        const auto rest = text_.substr(std::min(at, text_.size()));
        const auto* const unit =
            std::find_if(units.begin(), units.end(), [&](std::u32string_view name) { return rest.starts_with(name); });
        if (unit != units.end() && !(is_latin(unit->front()) && is(at + unit->size(), is_alphanumeric)))
            return at + unit->size();
        const bool apart = begin > number_end;
        if (is(at, [&](char32_t c) { return apart ? is_one_of(c, short_units) : is_hanzi(c); })) return at + 1;
        return apart && at == begin ? number_end : at;
    }

    std::u32string_view text_;
    std::vector<Whole> wholes_;
};

}  // namespace

std::vector<Whole> find_wholes(std::u32string_view text) {
    return Finder{text}.find();
}

}  // namespace tingdu::scene
