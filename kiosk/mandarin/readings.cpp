#include "kiosk/mandarin/readings.h"

#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/context.h"
#include "kiosk/mandarin/light_tones.h"
#include "kiosk/mandarin/names.h"
#include "kiosk/mandarin/reading_model.h"

namespace tingdu::mandarin {
namespace {

// By how much a reading must be likelier than that of its word: less gains on sentences chosen for their rare readings
// and loses in running text. Measured by voices/mandarin/train --folds.
constexpr int overruling = ReadingModel::unit / 2;
// The lead below which somebody should look: one reading is less than four times as likely as the other.
constexpr int doubtful = ReadingModel::unit * 14 / 10;

/// A character alone is read so if the character before it or the character after it is one of these.
struct Neighbours {
    char32_t hanzi{};
    std::string_view pinyin;
    std::u32string_view after;   ///< it stands after one of these …
    std::u32string_view before;  ///< … or before one of these
};
constexpr auto neighbours = std::to_array<Neighbours>({
    {U'还', "huan2", U"偿归退", U"款钱给清债贷完本书回"},
    {U'发', "fa1", U"", U"补放钱工证票奖通消短红现给到出了过下"},
    {U'都', "du1", U"之古旧迁首定建", U""},
    {U'调', "diao4", U"抽借选外", U"研查任入离取阅配来往赴派动"},
    {U'种', "zhong4", U"栽耕", U"植树菜草花粮田地稻麦豆瓜下上"},
    {U'系', "ji4", U"", U"好紧安上鞋着领绳"},
    {U'率', "shuai4", U"", U"队团领部先众兵军代党各"},
    {U'量', "liang2", U"", U"体血身了一过"},
    {U'数', "shu3", U"", U"了着"},
    {U'处', "chu3", U"", U"以于在理罚"},
    {U'应', "ying4", U"", U"邀对付聘试征约验战诊急"},
    {U'倒', "dao4", U"", U"是也不还没挺真好水茶酒入进掉垃杯"},
    {U'几', "ji1", U"", U"欲近乎"},
    {U'缝', "feng2", U"", U"衣补制好合上纫"},
    {U'舍', "she3", U"", U"之弃去得命"},
    {U'切', "qie4", U"", U"勿记不莫忌"},
    {U'撒', "sa3", U"", U"上盐糖种点入粉葱"},
    {U'待', "dai1", U"", U"在过着"},
    {U'弹', "dan4", U"该炸导飞子防避核", U""},
    {U'曲', "qu3", U"首单歌舞乐戏名插序金新支部", U""},
    {U'铺', "pu4", U"店商药卧床当", U""},
    {U'攒', "cuan2", U"", U"尖"},
    {U'将', "jiang4", U"名大上中少参员武老猛", U"士领"},
    {U'扇', "shan4", U"一两二三四五六双几每", U"门窗"},
    {U'教', "jiao1", U"", U"书我你他她孩学会唱"},
    {U'看', "kan1", U"", U"守护押管家"},
    {U'干', "gan1", U"晒吹擦烘风晾焙沥阴抹哭", U"燥草果花湿冷涸"},
    {U'假', "jia4", U"请放休病事产年婚探春暑寒", U""},
    {U'传', "zhuan4", U"浒", U""},
    {U'重', "chong2", U"双多一二两三四五六七八九十几", U"修设排新建返组印玩听来做写拍讲读走听画选填"},
    {U'相', "xiang4", U"照看", U""},
    {U'中', "zhong4", U"", U"毒奖标弹暑计签靶招"},
    {U'降', "xiang2", U"投", U"服伏龙"},
    {U'当', "dang4", U"", U"作成真"},
    {U'背', "bei1", U"", U"着起上负包单书"},
    {U'扎', "za1", U"", U"着"},
    {U'落', "la4", U"", U"下了"},
    {U'差', "chai1", U"出公", U""},
    {U'空', "kong4", U"有没抽", U"出"},
    {U'磨', "mo4", U"", U"坊面盘豆"},
    {U'圈', "juan4", U"猪羊牛马", U""},
    {U'卷', "juan4", U"一两二三四五六七八九十几每", U"宗面首"},
    {U'卷', "juan3", U"", U"发边起入走款曲"},
    {U'钉', "ding4", U"", U"在上牢"},
    {U'兴', "xing4", U"高", U""},
    {U'薄', "bao2", U"很太", U"片膜饼板"},
});

// So many words away nothing bears upon a reading: time stays linear where nobody sets a comma.
constexpr std::size_t farthest = 50;

class Chooser {
  public:
    Chooser(std::span<Draft> clause, const Lexicon& lexicon) : clause_(clause), lexicon_(lexicon) {}

    void choose() {
        std::size_t name_end = 0;
        for (std::size_t i = 0; i < clause_.size(); ++i) {
            if (i < name_end) continue;
            name_end = i + clause_[i].name;
            if (clause_[i].ground == Ground::place) continue;
            // 头发晕, 头发胀: what a head does, not hair.
            if (text(i) == U"头发" && is_one_of(right(i), U"晕昏胀沉热懵蒙")) {
                settle(i, 1, "fa1");
                if (text(i + 1) == U"晕") settle(++i, 0, "yun1");
                continue;
            }
            if (surname(i) || clause_[i].number || clause_[i].text.size() != 1) continue;
            const char32_t c = clause_[i].text[0];
            for (const Neighbours& rule : neighbours) {
                if (c == rule.hanzi && (is_one_of(left(i), rule.after) || is_one_of(right(i), rule.before))) {
                    set(i, rule.pinyin);
                }
            }
            by_grammar(i, c);
        }
    }

  private:
    void set(std::size_t i, std::string_view pinyin) {
        if (const auto syllable = Syllable::from_pinyin(pinyin)) clause_[i].syllables[0] = *syllable;
        clause_[i].ground = Ground::rule;
    }
    void settle(std::size_t i, std::size_t place, std::string_view pinyin) {
        if (const auto syllable = Syllable::from_pinyin(pinyin)) clause_[i].syllables[place] = *syllable;
        clause_[i].ground = Ground::sure;
    }
    [[nodiscard]] std::u32string_view text(std::size_t i) const {
        return i < clause_.size() ? clause_[i].text : std::u32string_view();
    }
    [[nodiscard]] char32_t left(std::size_t i) const {
        return i == 0 || text(i - 1).empty() ? U'\0' : text(i - 1).back();
    }
    [[nodiscard]] char32_t right(std::size_t i) const { return text(i + 1).empty() ? U'\0' : text(i + 1).front(); }
    [[nodiscard]] WordClass class_before(std::size_t i) const {
        return i == 0 ? WordClass::other : clause_[i - 1].word_class;
    }
    [[nodiscard]] WordClass class_after(std::size_t i) const {
        return i + 1 < clause_.size() ? clause_[i + 1].word_class : WordClass::other;
    }
    [[nodiscard]] std::size_t length_before(std::size_t i) const { return i == 0 ? 0 : text(i - 1).size(); }
    [[nodiscard]] bool number_before(std::size_t i) const {
        return i > 0 && (clause_[i - 1].number || clause_[i - 1].word_class == WordClass::numeral ||
                         is_one_of(left(i), U"一二两三四五六七八九十百千万亿几数半"));
    }
    [[nodiscard]] bool number_after(std::size_t i) const {
        return i + 1 < clause_.size() && (clause_[i + 1].number || clause_[i + 1].word_class == WordClass::numeral);
    }
    /// The reading of the first character of a name as a surname.
    bool surname(std::size_t i) {
        Draft& here = clause_[i];
        if (here.name == 0) return false;
        if (const auto reading = surname_reading(here.text[0], lexicon_)) here.syllables[0] = *reading;
        here.ground = Ground::name;
        return true;
    }

    void by_grammar(std::size_t i, char32_t c) {
        const WordClass before = class_before(i);
        const WordClass after = class_after(i);
        const bool verb_after =
            after == WordClass::verb || after == WordClass::adverb || after == WordClass::preposition;
        switch (c) {
            case U'地': {
                // After a modifier and before what it modifies.
                const bool modifier =
                    before == WordClass::adjective || before == WordClass::adverb ||
                    (length_before(i) >= 2 && (before == WordClass::other || before == WordClass::verb));
                if (modifier && length_before(i) >= 2 && verb_after) set(i, "de5");
                break;
            }
            case U'得': {
                const bool verb = before == WordClass::verb || before == WordClass::adjective;
                if (is_one_of(left(i), U"我你您他她们") &&
                    is_one_of(right(i), U"去来走先把给让跟回再看做等问办带交填补找")) {
                    settle(i, 0, "dei3");  // 他得去
                } else if (is_one_of(left(i), U"必须总都还就也我你他她们只非") && after == WordClass::verb) {
                    set(i, "dei3");
                } else if (text(i + 1) == U"了" && !verb) {
                    set(i, "de2");
                } else if ((verb || after == WordClass::adjective) && i + 1 < clause_.size()) {
                    set(i, "de5");
                }
                break;
            }
            case U'了':
                if (is_one_of(left(i), U"不得") && before != WordClass::noun && length_before(i) == 1) set(i, "liao3");
                break;
            case U'着':
                if (is_one_of(left(i), U"睡")) set(i, "zhao2");
                if (is_one_of(right(i), U"什啥") && right(i + 1) == U'急') settle(i, 0, "zhao2");  // 着什么急
                if (is_one_of(right(i), U"装力手眼重陆落")) set(i, "zhuo2");
                break;
            case U'为':
                if (is_wei2(i)) set(i, "wei2");
                break;
            case U'长': {
                const bool office = length_before(i) >= 2 && before == WordClass::noun &&
                                    is_one_of(left(i), U"局院省市县区镇乡村校班组队部厅处科所站会团连营行厂");
                if (office || is_one_of(right(i), U"了出得成大满着啥这那什") || is_one_of(left(i), U"生会"))
                    set(i, "zhang3");
                break;
            }
            case U'还':
                if (is_giving_back(i)) settle(i, 0, "huan2");
                break;
            case U'发':
                if (has_hair_done(i)) settle(i, 0, "fa4");
                break;
            case U'儿':
                // 门口|儿, 胡同|儿
                if (length_before(i) >= 2 && (before == WordClass::noun || before == WordClass::place) &&
                    !is_one_of(right(i), U"女子媳科童孙"))
                    settle(i, 0, "r5");
                break;
            case U'弄':
                if (i > 0 && clause_[i - 1].number) set(i, "long4");
                break;
            case U'行':
                if (number_before(i)) set(i, "hang2");
                break;
            case U'只':
                if (number_before(i) || is_one_of(left(i), U"每这那")) {
                    if (after != WordClass::verb && after != WordClass::adverb) set(i, "zhi1");
                }
                break;
            case U'种':
                if (number_before(i) || is_one_of(left(i), U"这那各多某此每何哪")) set(i, "zhong3");
                break;
            default:
                break;
        }
    }

    /// 早点还回来, 把书还到服务台: who is told when or what to bring back does not "still" come.
    [[nodiscard]] bool is_giving_back(std::size_t i) const {
        if (!is_one_of(right(i), U"回到给") || text(i + 1) == U"到底") return false;
        constexpr auto told = std::to_array<std::u32string_view>({
            U"早点", U"早些", U"尽早", U"尽快", U"及时", U"按时", U"按期",   U"准时",
            U"如期", U"提前", U"主动", U"请",   U"记得", U"务必", U"必须",   U"应",
            U"应当", U"应该", U"需",   U"需要", U"要",   U"前",   U"前一天", U"之前",
        });
        if (i > 0 && std::ranges::find(told, text(i - 1)) != told.end()) return true;
        const std::size_t reach = std::min(i, farthest);
        return std::ranges::any_of(clause_.subspan(i - reach, reach), [](const Draft& word) {
            return word.text == U"把" || (word.word_class == WordClass::verb && word.text.starts_with(U"借"));
        });
    }

    /// 理完发, 染了一次发
    [[nodiscard]] bool has_hair_done(std::size_t i) const {
        for (std::size_t back = 1; back <= std::min<std::size_t>(i, 4); ++back) {
            std::u32string_view word = text(i - back);
            if (word.empty()) return false;
            const bool is_begun = is_one_of(word.front(), U"理烫染剪");
            if (is_begun) word.remove_prefix(1);
            if (!std::ranges::all_of(word, [](char32_t c) { return is_one_of(c, U"完了过好个次回一两"); }))
                return false;
            if (is_begun) return true;
        }
        return false;
    }

    /// 二零二四, 一九九八: a year, not a count of years.
    [[nodiscard]] bool is_year(std::size_t i) const {
        const auto& said = clause_[i].syllables;
        return said.size() == 4 && (said[1].pinyin() == "ling2" || said[1].pinyin() == "jiu3");
    }

    /// 为 as a verb, "to be": 评为先进, 面积为三十, 以…为…
    [[nodiscard]] bool is_wei2(std::size_t i) const {
        if (i + 1 == clause_.size()) return true;
        if (number_after(i)) return right(i + 1) != U'年' || !is_year(i + 1);
        if (is_one_of(left(i), U"评选升改变称定列名视分认任折译化作成授誉更尊奉转均皆即最较颇广极甚")) return true;
        for (std::size_t back = 1; back <= std::min(i, farthest); ++back) {
            if (text(i - back) == U"以" || (text(i - back) == U"由" && back <= 4)) return true;
        }
        for (std::size_t on = i + 1; on < std::min(i + 4, clause_.size()); ++on) {
            if (text(on) == U"所") return true;
        }
        const WordClass before = class_before(i);
        const auto later = clause_.subspan(i + 1, std::min(farthest, clause_.size() - i - 1));
        const bool verb_later =
            std::ranges::any_of(later, [](const Draft& word) { return word.word_class == WordClass::verb; });
        return i > 0 &&
               (before == WordClass::noun || before == WordClass::verb || before == WordClass::person ||
                before == WordClass::place) &&
               !verb_later;
    }

    std::span<Draft> clause_;
    const Lexicon& lexicon_;
};

}  // namespace

Draft draft(std::u32string_view simplified, const Segment& segment, const Lexicon& lexicon) {
    Draft word{.text = simplified.substr(segment.begin, segment.length),
               .word_class = {},
               .number = false,
               .ground = segment.entry ? Ground::word : Ground::habit,
               .syllables = {}};
    word.syllables.reserve(segment.length);
    if (segment.entry) {
        word.word_class = segment.entry->word_class;
        if (segment.entry->is_settled) word.ground = Ground::sure;
        for (std::size_t place = 0; place < segment.length; ++place) {
            word.said.push_back(lexicon.reading(*segment.entry, place, word.text[place]));
            word.syllables.push_back(with_full_tone(word.text[place], word.said.back()));
        }
    } else if (const auto known = lexicon.character(word.text[0])) {
        word.word_class = known->word_class;
        word.syllables.push_back(lexicon.candidate(*known, 0));
    } else {
        word.syllables.push_back(Syllable{});
    }
    return word;
}

void choose_by_rule(std::span<Draft> clause, const Lexicon& lexicon) {
    Chooser(clause, lexicon).choose();
}

std::vector<Unsure> choose_by_model(std::span<Draft> clause, const Lexicon& lexicon) {
    std::vector<Unsure> unsure;
    if (!lexicon.model()) return unsure;
    const Context context(clause);
    for (std::size_t word = 0; word < clause.size(); ++word) {
        Draft& draft = clause[word];
        if (draft.number || draft.ground >= Ground::sure) continue;
        for (std::size_t place = draft.ground == Ground::name ? 1 : 0; place < draft.text.size(); ++place) {
            const char32_t hanzi = draft.text[place];
            if (!lexicon.model()->knows(hanzi)) continue;
            const auto features = context.around(word, place);
            const Evidence evidence{.features = features,
                                    .neighbours = context.beside(word, place),
                                    .lexical = draft.lexical[place],
                                    .by_rule = draft.ground == Ground::rule ? draft.syllables[place] : Syllable{},
                                    .alone = lexicon.default_reading(hanzi),
                                    .length = draft.text.size()};
            const auto opinion = lexicon.model()->opinion(hanzi, evidence, draft.syllables[place]);
            if (!opinion) continue;
            if (draft.text.size() == 1 || opinion->gain > overruling) draft.syllables[place] = opinion->best;
            const Syllable other = draft.syllables[place] == opinion->best ? opinion->second : opinion->best;
            if (opinion->lead < doubtful || draft.syllables[place] != opinion->best)
                unsure.push_back({word, place, other});
        }
    }
    return unsure;
}

}  // namespace tingdu::mandarin
