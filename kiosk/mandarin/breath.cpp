#include "kiosk/mandarin/breath.h"

#include <algorithm>
#include <array>
#include <limits>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/word_list.h"

namespace tingdu::mandarin {
namespace {

// In syllables. Newsreaders pause every seven to ten; what is up to sixteen long is said in one go.
constexpr double one_breath = 16;
constexpr double comfortable = 10;
constexpr double shortest_phrase = 4;
// A break must save more than this, so that there are few.
constexpr double break_cost = 0.8;
constexpr double never = 1e6;

// What introduces a phrase or links two.
constexpr auto openers = std::to_array<std::u32string_view>({
    U"和", U"与",   U"及",   U"以及", U"并",   U"并且", U"或",   U"或者", U"而",   U"但",   U"但是", U"在",
    U"对", U"向",   U"从",   U"由",   U"把",   U"被",   U"为",   U"将",   U"因",   U"因为", U"以",   U"按照",
    U"按", U"根据", U"依据", U"通过", U"关于", U"经",   U"让",   U"使",   U"为了", U"由于", U"如果", U"凡",
    U"现", U"特",   U"兹",   U"且",   U"则",   U"若",   U"以便", U"其中", U"凭",   U"持",   U"就",   U"应",
    U"自", U"凡是", U"应当", U"可",   U"可以", U"不得", U"必须", U"需",   U"须",   U"均",
});
// Verbs that more often name what an office does: 养老服务, 权益保障. No predicate begins with them.
constexpr auto matters = std::to_array<std::u32string_view>({
    U"服务", U"保障", U"工作", U"管理", U"教育", U"保险", U"救助", U"补贴", U"登记", U"认证", U"监督",
    U"建设", U"培训", U"预防", U"治疗", U"检查", U"申请", U"资助", U"援助", U"护理", U"保护", U"维修",
    U"改造", U"治理", U"调查", U"统计", U"研究", U"交流", U"合作", U"竞争", U"发展", U"改革", U"宣传",
    U"通知", U"决定", U"规定", U"安排", U"活动", U"生活", U"学习", U"运动", U"演出", U"比赛", U"审批",
    U"评估", U"鉴定", U"监测", U"考试", U"招聘", U"就业", U"创业", U"养老", U"参保", U"缴费", U"办理",
});
constexpr std::u32string_view leaning_characters =
    U"的地得了着过们一不第每各这那某本该全其所之很太更最再又也都还只才就没未可能会要应须需请被把让使给对向从在于和与及"
    U"或以并为将由按经到现已曾仍均皆拟即";
constexpr auto leaning_words = std::to_array<std::u32string_view>({
    U"全部",
    U"正在",
    U"统一",
    U"免费",
    U"依法",
    U"一律",
    U"所需",
    U"进行",
    U"给予",
    U"予以",
    U"加以",
    U"受理",
    U"收到",
});
// Where two of a kind are joined one may breathe, but need not.
constexpr auto links = std::to_array<std::u32string_view>({U"和", U"与", U"及", U"以及", U"或", U"或者"});
// With these a place or a time is complete.
constexpr std::u32string_view ending = U"内中后前时间外起止";
constexpr auto ending_words = std::to_array<std::u32string_view>({
    U"年度",
    U"季度",
    U"月份",
    U"期间",
    U"以来",
    U"以后",
    U"之后",
    U"之前",
    U"以前",
    U"以内",
    U"之内",
    U"为止",
});
constexpr std::u32string_view completing = U"在于到给自成为";  // 堆放在, 发放给
constexpr std::u32string_view trailing = U"的地得了着过们吗呢吧啊呀里上下中内外前后间时等者们";

constexpr std::u32string_view numerals = U"一二两三四五六七八九十百千万亿零〇";

bool is_opener(const Draft& word) {
    return is_one_of_words(word.text, openers);
}

double length_of(const Draft& word) {
    return word.syllables.empty() ? 3 : static_cast<double>(word.syllables.size());  // a Latin word
}

class Costs {
  public:
    explicit Costs(std::span<const Draft> clause) : clause_(clause) {}

    /// How unwelcome a break before word `i` is; 0 where one is due.
    [[nodiscard]] double before(std::size_t i) const {
        const Draft& before = clause_[i - 1];
        const Draft& here = clause_[i];
        if (is_length_of_time(i)) return never;
        if (before.number) return is_opener(here) || is_deed(i) ? 1 : never;
        if (here.word_class == WordClass::particle || here.word_class == WordClass::measure) return never;
        if (here.text.size() == 1 && is_one_of(here.text[0], trailing)) return never;
        const bool is_modifier = before.text == U"的";
        const bool ends_phrase = (before.text.size() == 1 && is_one_of(before.text[0], ending)) ||
                                 is_one_of_words(before.text, ending_words);
        if (here.number) return ends_phrase ? 1 : never;
        if (before.text.size() == 1 && !is_modifier && is_one_of(before.text[0], leaning_characters)) return never;
        if (is_one_of_words(before.text, leaning_words)) return never;
        if (is_opener(before)) return never;
        if (before.word_class == WordClass::preposition || before.word_class == WordClass::numeral) return never;
        if (is_opener(here)) {
            // 交到, 位于: what follows a short verb completes it.
            const bool completes = here.text.size() == 1 && before.text.size() == 1 && !ends_phrase &&
                                   before.word_class == WordClass::verb;
            if (completes) return never;
            if (is_one_of_words(here.text, links)) return 1.5;
            const bool may_complete = before.word_class == WordClass::verb && is_one_of(here.text[0], completing);
            return may_complete && here.text.size() == 1 ? 4 : 0;
        }
        if (ends_phrase) return 0.5;
        if (is_modifier) return here.text.size() > 1 ? 3 : never;
        if (before.word_class == WordClass::adverb || before.word_class == WordClass::adjective) return 8;
        // 向中心|申请领取…, 对工作的领导|层层落实…
        const bool is_manner = here.word_class == WordClass::verb || here.word_class == WordClass::adjective;
        const bool is_verb =
            is_deed(i) || (is_manner && i + 1 < clause_.size() && (is_deed(i + 1) || clause_[i + 1].text == U"地"));
        const bool is_twice = here.text.size() == 2 && here.text[0] == here.text[1];
        if (is_verb || is_twice || here.word_class == WordClass::adverb)
            return is_thing(i - 1) ? 0.8 : is_twice ? 1.5 : is_verb ? 4 : 2.5;
        const bool is_when = here.word_class == WordClass::time || here.text.starts_with(U'每');
        if (is_when && is_thing(i - 1)) return 1.5;
        if (is_one_of(here.text.empty() ? U' ' : here.text[0], numerals)) return 6;  // 十月|一日, 每周|一
        if (before.word_class == WordClass::time) return 1;
        if (before.text.size() == 1 || here.text.size() == 1) return 4;
        return is_deed(i - 1) && !is_thing(i - 1) ? 7 : 6;
    }

  private:
    [[nodiscard]] bool is_deed(std::size_t i) const {
        return i < clause_.size() && clause_[i].word_class == WordClass::verb &&
               !is_one_of_words(clause_[i].text, matters);
    }
    /// A noun, or a verb that is one here: 养老服务, 国务院的决策部署.
    [[nodiscard]] bool is_thing(std::size_t i) const {
        const Draft& word = clause_[i];
        switch (word.word_class) {
            case WordClass::noun:
            case WordClass::place:
            case WordClass::time:
            case WordClass::person:
                return true;
            case WordClass::other:
                return word.text.size() > 2;
            case WordClass::verb:
                break;
            default:
                return false;
        }
        if (is_one_of_words(word.text, matters)) return true;
        if (word.text.size() < 2 || i == 0) return false;
        return clause_[i - 1].text == U"的" ||
               (i > 1 && clause_[i - 2].text == U"的" && clause_[i - 1].text.size() > 1);
    }
    /// 三天|内, 十五个工作日|内, 起|止: nothing parts a time from what bounds it.
    [[nodiscard]] bool is_length_of_time(std::size_t i) const {
        return clause_[i].text.size() == 1 && is_one_of(clause_[i].text[0], ending);
    }

    std::span<const Draft> clause_;
};

double cost_of_length(double length) {
    if (length < shortest_phrase) return 6;
    const double off = (length - comfortable) / 5;
    return off * off;
}

}  // namespace

std::vector<std::size_t> breaths(std::span<const Draft> clause) {
    std::vector<double> end_of(clause.size() + 1, 0);  // syllables before each draft
    for (std::size_t i = 0; i < clause.size(); ++i) end_of[i + 1] = end_of[i] + length_of(clause[i]);
    const bool is_mandarin = std::ranges::any_of(clause, [](const Draft& word) { return !word.text.empty(); });
    if (end_of.back() <= one_breath || !is_mandarin) return {};

    const Costs costs(clause);
    std::vector<double> best(clause.size() + 1, std::numeric_limits<double>::max());
    std::vector<std::size_t> from(clause.size() + 1, 0);
    best[0] = 0;
    constexpr double longest = 60;
    for (std::size_t end = 1; end <= clause.size(); ++end) {
        for (std::size_t begin = end;
             begin-- > 0 && end_of[end] - end_of[begin] <= longest + length_of(clause[end - 1]);) {
            const double cut = begin == 0 ? 0 : break_cost + costs.before(begin);
            const double cost = best[begin] + cut + cost_of_length(end_of[end] - end_of[begin]);
            if (cost < best[end]) {
                best[end] = cost;
                from[end] = begin;
            }
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t at = from[clause.size()]; at > 0; at = from[at])
        if (costs.before(at) < never) found.push_back(at);
    std::ranges::reverse(found);
    return found;
}

}  // namespace tingdu::mandarin
