#include "kiosk/mandarin/breath.h"

#include <algorithm>
#include <array>
#include <limits>

#include "kiosk/base/characters.h"

namespace tingdu::mandarin {
namespace {

// In syllables. Newsreaders pause every seven to ten; what is up to sixteen long is said in one go.
constexpr double one_breath = 16;
constexpr double comfortable = 10;
constexpr double shortest = 4;
// A break must save more than this, so that there are few.
constexpr double break_cost = 0.8;
constexpr double never = 1e6;

// What introduces a phrase or links two.
constexpr auto openers = std::to_array<std::u32string_view>({
    U"和",   U"与",   U"及",   U"以及", U"并",   U"并且", U"或",   U"或者", U"而",   U"但",   U"但是", U"在",
    U"对",   U"向",   U"从",   U"由",   U"把",   U"被",   U"为",   U"将",   U"因",   U"因为", U"以",   U"按照",
    U"按",   U"根据", U"依据", U"通过", U"关于", U"经",   U"让",   U"使",   U"为了", U"由于", U"如果", U"凡",
    U"现",   U"特",   U"兹",   U"且",   U"则",   U"若",   U"以便", U"其中", U"凭",   U"持",   U"就",   U"应",
    U"应当", U"可",   U"可以", U"不得", U"必须", U"需",   U"须",   U"均",
});
// Verbs that more often name what an office does: 养老服务, 权益保障. No predicate begins with them.
constexpr auto matters = std::to_array<std::u32string_view>({
    U"服务", U"保障", U"工作", U"管理", U"教育", U"保险", U"救助", U"补贴", U"登记", U"认证", U"监督",
    U"建设", U"培训", U"预防", U"治疗", U"检查", U"申请", U"资助", U"援助", U"护理", U"保护", U"维修",
    U"改造", U"治理", U"调查", U"统计", U"研究", U"交流", U"合作", U"竞争", U"发展", U"改革", U"宣传",
    U"通知", U"决定", U"规定", U"安排", U"活动", U"生活", U"学习", U"运动", U"演出", U"比赛", U"审批",
    U"评估", U"鉴定", U"监测", U"考试", U"招聘", U"就业", U"创业", U"养老", U"参保", U"缴费", U"办理",
});
constexpr std::u32string_view leaning =
    U"的地得了着过们一不第每各这那某本该全其所之很太更最再又也都还只才就没未可能会要应须需请被把让使给对向从在于和与及"
    U"或以并为将由按经到现已曾仍均皆拟即";
constexpr std::u32string_view completing = U"在于到给自成为";  // 堆放在, 发放给
constexpr std::u32string_view trailing = U"的地得了着过们吗呢吧啊呀里上下中内外前后间时等者们";

constexpr std::u32string_view numerals = U"一二两三四五六七八九十百千万亿零〇";

bool is_opener(const Draft& word) {
    return std::ranges::find(openers, word.text) != openers.end();
}

double length_of(const Draft& word) {
    return word.syllables.empty() ? 3 : static_cast<double>(word.syllables.size());  // a Latin word
}

/// How unwelcome a break before word `i` is; 0 where one is due.
double cost_before(std::span<const Draft> clause, std::size_t i) {
    const Draft& before = clause[i - 1];
    const Draft& here = clause[i];
    if (before.number || here.number) return before.number && is_opener(here) ? 1 : never;
    if (here.word_class == WordClass::particle || here.word_class == WordClass::measure) return never;
    if (here.text.size() == 1 && is_one_of(here.text[0], trailing)) return never;
    const bool is_modifier = before.text == U"的";
    if (before.text.size() == 1 && !is_modifier && is_one_of(before.text[0], leaning)) return never;
    if (is_opener(before)) return never;
    if (before.word_class == WordClass::preposition || before.word_class == WordClass::numeral) return never;
    if (is_opener(here)) {
        // 交到, 位于: what follows a short verb completes it.
        const bool completes = here.text.size() == 1 && before.text.size() == 1 && before.word_class == WordClass::verb;
        if (completes) return never;
        const bool may_complete = before.word_class == WordClass::verb && is_one_of(here.text[0], completing);
        return may_complete && here.text.size() == 1 ? 4 : 0;
    }
    if (is_modifier) return here.text.size() > 1 ? 2 : never;
    const bool is_noun = before.word_class == WordClass::noun || before.word_class == WordClass::place ||
                         before.word_class == WordClass::time || before.word_class == WordClass::person ||
                         (before.word_class == WordClass::other && before.text.size() > 2);
    if (before.word_class == WordClass::adverb || before.word_class == WordClass::adjective) return 8;
    const auto is_deed = [&](std::size_t at) {
        return at < clause.size() && clause[at].word_class == WordClass::verb &&
               std::ranges::find(matters, clause[at].text) == matters.end();
    };
    // 向中心|申请领取…, 对工作的领导|层层落实…
    const bool is_verb = is_deed(i) || (here.word_class == WordClass::verb && is_deed(i + 1));
    const bool is_twice = here.text.size() == 2 && here.text[0] == here.text[1];
    if (is_verb || is_twice || here.word_class == WordClass::adverb) return is_noun ? 0.8 : is_twice ? 1.5 : 3;
    if (is_one_of(here.text.empty() ? U' ' : here.text[0], numerals)) return 6;  // 十月|一日, 每周|一
    if (before.word_class == WordClass::time) return 0.8;
    if (before.text.size() == 1 || here.text.size() == 1) return 4;
    return before.word_class == WordClass::verb ? 3.5 : 6;
}

double cost_of_length(double length) {
    if (length < shortest) return 6;
    const double off = (length - comfortable) / 5;
    return off * off;
}

}  // namespace

std::vector<std::size_t> breaths(std::span<const Draft> clause) {
    std::vector<double> end_of(clause.size() + 1, 0);  // syllables before each draft
    for (std::size_t i = 0; i < clause.size(); ++i) end_of[i + 1] = end_of[i] + length_of(clause[i]);
    const bool is_mandarin = std::ranges::any_of(clause, [](const Draft& word) { return !word.text.empty(); });
    if (end_of.back() <= one_breath || !is_mandarin) return {};

    std::vector<double> best(clause.size() + 1, std::numeric_limits<double>::max());
    std::vector<std::size_t> from(clause.size() + 1, 0);
    best[0] = 0;
    constexpr double longest = 60;
    for (std::size_t end = 1; end <= clause.size(); ++end) {
        for (std::size_t begin = end;
             begin-- > 0 && end_of[end] - end_of[begin] <= longest + length_of(clause[end - 1]);) {
            const double cut = begin == 0 ? 0 : break_cost + cost_before(clause, begin);
            const double cost = best[begin] + cut + cost_of_length(end_of[end] - end_of[begin]);
            if (cost < best[end]) {
                best[end] = cost;
                from[end] = begin;
            }
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t at = from[clause.size()]; at > 0; at = from[at])
        if (cost_before(clause, at) < never) found.push_back(at);
    std::ranges::reverse(found);
    return found;
}

}  // namespace tingdu::mandarin
