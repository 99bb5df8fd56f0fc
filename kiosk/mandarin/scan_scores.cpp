// Scores, which look like ranges and times: 2-1, 21:19.
#include <algorithm>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {

bool Scanner::follows_one_of(std::size_t place, std::initializer_list<std::u32string_view> words) const {
    return std::ranges::any_of(words, [&](auto word) { return follows(place, word); });
}

// 中国队3-0胜, 比分为21:19, 皇马2-1巴萨
bool Scanner::score() {
    constexpr std::size_t longest = 3;
    const std::size_t ours = digits_at(text_, at_);
    const char32_t sign = at(at_ + ours);
    const std::size_t theirs = digits_at(text_, at_ + ours + 1);
    const std::size_t end = at_ + ours + 1 + theirs;
    if (ours == 0 || ours > longest || theirs == 0 || theirs > longest || !one_of(sign, U"-:")) return false;
    if (one_of(before(), U".-:/·") || is_latin(before()) || is_latin(at(end)) || one_of(at(end), U".-:/%~·")) {
        return false;
    }
    const bool is_team_before = before() == U'队' && !one_of(before(2), U"排部军车");
    const bool is_won =
        near({U"比分", U"战胜", U"击败", U"战平", U"力克", U"获胜", U"总分", U"主场", U"客场"}, 10) ||
        (sign == U':' && (near({U"男单", U"女单", U"男双", U"女双", U"混双", U"单打", U"双打"}, 8) ||
                          (one_of(before(), U"、,") && pieces_.size() > 1 &&
                           pieces_[pieces_.size() - 2].said.find(U'比') != std::u32string::npos))) ||
        follows_one_of(end, {U"战胜", U"击败", U"战平", U"力克", U"获胜", U"险胜", U"完胜", U"大胜", U"横扫",
                             U"不敌", U"负于", U"逆转", U"绝杀", U"惜败", U"取胜", U"轻取", U"胜",   U"负",
                             U"小胜", U"大败", U"落败", U"领先", U"落后", U"告负", U"平局"});
    // Where teams are from that begins like a measure.
    const bool is_name_after = follows_one_of(end, {U"日本", U"天津", U"成都", U"米兰", U"里昂", U"里尔", U"克罗地亚"});
    const bool is_counted_here = is_counted(end) && !is_name_after;
    bool is_score = is_won || ((is_team_before || (before() == U'赛' && sign == U'-')) && !is_counted_here);
    if (sign == U'-' && !is_score) {
        const std::u32string_view clause = text_.substr(end, std::min<std::size_t>(8, text_.size() - end));
        const std::size_t team = clause.find(U'队');
        const bool is_team_after = team != std::u32string_view::npos && !one_of(at(end + team + 1), U"员伍列长") &&
                                   clause.find_first_of(U"，。；、,") > team;
        // A range rises; what falls between two names is a score.
        const bool goes_on = one_of(before(), U"、,") && pieces_.size() > 1 &&
                             pieces_[pieces_.size() - 2].said.find(U'比') != std::u32string::npos;  // 11-9、11-7
        const bool falls = value_of(text_.substr(at_, ours)) >= value_of(text_.substr(at_ + ours + 1, theirs));
        const bool is_alone =
            ours == theirs && stands_alone(end) && text_.substr(at_, ours) > text_.substr(end - theirs, theirs);
        const bool between_names = is_hanzi(before()) && is_hanzi(at(end)) &&
                                   !one_of(before(), U"表图式例第栋楼座号") && !one_of(at(end), U"室房");
        is_score = goes_on || is_alone ||
                   (!is_counted_here && (is_team_after || (falls && (between_names || before() == U'以'))));
    }
    if (!is_score) return false;
    speak(end, cardinal(text_.substr(at_, ours)) + U'比' + cardinal(text_.substr(at_ + ours + 1, theirs)),
          Counting::ordinal);
    return true;
}

}  // namespace tingdu::mandarin
