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

// By how much a reading must be likelier than that of its word. In sentences held out the word is right as often as
// what was learned below this (7 and 6 times), and hardly ever above it (10 and 92 times): voices/mandarin/train
// --folds.
constexpr int overruling = ReadingModel::unit * 5 / 4;
// The lead below which somebody should look: one reading is less than four times as likely as the other.
constexpr int doubtful_lead = ReadingModel::unit * 14 / 10;

/// A character alone is read so if the character before it or the character after it is one of these.
struct Neighbours {
    char32_t hanzi{};
    std::string_view pinyin;
    std::u32string_view after;   ///< it stands after one of these …
    std::u32string_view before;  ///< … or before one of these
};
constexpr auto neighbours = std::to_array<Neighbours>({
    {U'还', "huan2", U"偿归退", U"款钱清债贷完本书回"},
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
    {U'干', "gan1", U"晒吹擦烘风晾焙沥阴抹哭喝拧烤榨", U"燥草果花湿冷涸"},
    {U'假', "jia4", U"请放休病事产年婚探春暑寒", U""},
    {U'传', "zhuan4", U"浒", U""},
    {U'重', "chong2", U"双多一二两三四五六七八九十几", U"修设排新建返组印玩听来做写拍讲读走画选填念装办算录抄考发登传"},
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
    {U'扒', "ba1", U"", U"门窗车墙皮开拉着"},
});

// So many words away nothing bears upon a reading: time stays linear where nobody sets a comma.
constexpr std::size_t farthest_word = 50;

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
        if (here.ground == Ground::sure) return true;
        if (const auto reading = surname_reading(here.text[0], lexicon_)) here.syllables[0] = *reading;
        here.ground = Ground::name;
        given_name(i);
        return true;
    }

    /// What is read in names otherwise than elsewhere: 李|曾|文, 张少华, 朴英子, 婉儿.
    void given_name(std::size_t i) {
        const std::size_t end = i + clause_[i].name;
        for (std::size_t word = i; word < end; ++word) {
            for (std::size_t place = word == i ? 1 : 0; place < text(word).size(); ++place) {
                const bool is_last = word + 1 == end && place + 1 == text(word).size();
                const char32_t c = text(word)[place];
                if (c == U'曾') settle(word, place, "zeng1");
                if (c == U'少' && !is_last) settle(word, place, "shao4");
                if (c == U'子' && is_last) settle(word, place, "zi3");
                if (c == U'儿' && is_last) settle(word, place, "er2");
                if (place < clause_[word].said.size()) clause_[word].said[place] = clause_[word].syllables[place];
            }
        }
    }

    void by_grammar(std::size_t i, char32_t c) {
        const WordClass before = class_before(i);
        const WordClass after = class_after(i);
        const bool verb_after =
            after == WordClass::verb || after == WordClass::adverb || after == WordClass::preposition;
        switch (c) {
            case U'地': {
                if (is_done_so(i)) {
                    settle(i, 0, "de5");
                    break;
                }
                // After a modifier and before what it modifies.
                const bool modifier =
                    before == WordClass::adjective || before == WordClass::adverb ||
                    (length_before(i) >= 2 && (before == WordClass::other || before == WordClass::verb));
                if (modifier && length_before(i) >= 2 && verb_after) set(i, "de5");
                break;
            }
            case U'得': {
                const bool verb = before == WordClass::verb || before == WordClass::adjective;
                if (is_to_a_degree(i)) {
                    settle(i, 0, "de5");
                } else if (is_to_be_done(i)) {
                    settle(i, 0, "dei3");
                } else if (is_getting(i)) {
                    settle(i, 0, "de2");
                } else if (is_one_of(left(i), U"我你您他她们") &&
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
                if (is_one_of(left(i), U"别没不易怕") && is_one_of(right(i), U"凉风急慌火迷")) settle(i, 0, "zhao2");
                if (is_one_of(right(i), U"什啥") && right(i + 1) == U'急') settle(i, 0, "zhao2");  // 着什么急
                if (is_one_of(right(i), U"装力手眼重陆落")) set(i, "zhuo2");
                break;
            case U'为':
                if (is_wei2(i) || is_usually(i)) set(i, "wei2");
                break;
            case U'长': {
                const bool office = length_before(i) >= 2 && before == WordClass::noun &&
                                    is_one_of(left(i), U"局院省市县区镇乡村校班组队部厅处科所站会团连营行厂");
                if (office || is_one_of(right(i), U"了出得成大满着啥这那什") || is_one_of(left(i), U"生会"))
                    set(i, "zhang3");
                break;
            }
            case U'还':
                if (is_giving_back(i) || is_unpaid(i)) {
                    settle(i, 0, "huan2");
                } else if (is_one_of(right(i), U"不没未有是会能要需可应很挺更")) {
                    settle(i, 0, "hai2");
                } else if (text(i + 1) == U"给" && !is_followed_by_verb(i + 1)) {
                    settle(i, 0, "huan2");
                }
                break;
            case U'处':
                if (is_fined(i)) settle(i, 0, "chu3");
                break;
            case U'倒':
                if (right(i) == U'了' &&
                    !is_one_of(left(i), U"摔撞推打吹刮压绊滑跌晕累病难吓栽卧放拉踢碰扳弄砸轰震冲扑击翻问砍锯拱"))
                    settle(i, 0, is_poured_out(i) ? "dao4" : "dao3");
                break;
            case U'圈':
                // 猪在圈里, 把羊赶进圈
                if (is_one_of(right(i), U"里内舍养") && is_anywhere_about(i, U"猪羊牛马驴骡鸡鸭鹅兔畜禽"))
                    settle(i, 0, "juan4");
                break;
            case U'好':
                // 生性好静, but 教室里好静
                if (right(i) == U'静' && is_one_of(left(i), U"人性他她您生辈爷奶公婆妈爸偏素喜较很都"))
                    settle(i, 0, "hao4");
                break;
            case U'露':
                if (is_shown(i)) settle(i, 0, "lou4");
                break;
            case U'当':
                // 上了当, 把别人的事当自己的事
                if ((is_one_of(left(i), U"了过") && before_word(i, 2).starts_with(U'上')) ||
                    is_anywhere_before(i, U"把")) {
                    settle(i, 0, "dang4");
                }
                break;
            case U'落':
                // 把包落在车上; 目光落在纸上
                if (text(i + 1) == U"在" && is_anywhere_before(i, U"把")) settle(i, 0, "la4");
                break;
            case U'结':
                if (text(i + 1) == U"了" && is_one_of(right(i + 1), U"婚冰账案盟仇怨")) settle(i, 0, "jie2");
                break;
            case U'划':
                if (is_one_of(right(i), U"圈叉勾线片界归拨")) settle(i, 0, "hua4");
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
                // 石子弄, 曹家弄12号
                if (length_before(i) >= 2 && (before == WordClass::noun || before == WordClass::place) &&
                    (i + 1 == clause_.size() || number_after(i) || is_one_of(right(i), U"口号内里东西南北")))
                    set(i, "long4");
                break;
            case U'行':
                if (number_before(i)) set(i, "hang2");
                // 乐器行, 五金行, 家具行: whoever deals in it
                if (length_before(i) >= 2 && before == WordClass::noun && !verb_after &&
                    is_one_of(left(i), U"器具材货叶金宝果鲜布车米粮琴表镜装玉酒纸木")) {
                    settle(i, 0, "hang2");
                }
                break;
            case U'只':
                if (number_before(i) || is_one_of(left(i), U"每这那")) {
                    if (after == WordClass::noun && is_one_of(left(i), U"这那每")) {
                        settle(i, 0, "zhi1");
                    } else if (after != WordClass::verb && after != WordClass::adverb) {
                        set(i, "zhi1");
                    }
                }
                break;
            case U'种':
                if (number_before(i) || is_one_of(left(i), U"这那各多某此每何哪")) set(i, "zhong3");
                break;
            default:
                break;
        }
    }

    [[nodiscard]] bool is_followed_by_verb(std::size_t i) const {
        const auto later = clause_.subspan(i + 1, std::min(farthest_word, clause_.size() - i - 1));
        return std::ranges::any_of(later, [](const Draft& word) { return word.word_class == WordClass::verb; });
    }

    /// What stands before word `i`, as far as `longest` characters and the last number.
    [[nodiscard]] std::u32string before_word(std::size_t i, std::size_t longest) const {
        std::u32string tail;
        while (i > 0 && tail.size() < longest && !text(i - 1).empty()) tail.insert(0, text(--i));
        return tail.size() > longest ? tail.substr(tail.size() - longest) : tail;
    }

    /// 一个接一个地, 一遍一遍地, 一次次地: how something is done, whatever a 地 could be.
    [[nodiscard]] bool is_done_so(std::size_t i) const {
        if (i + 1 == clause_.size()) return false;
        const std::u32string tail = before_word(i, 5);
        const auto from_end = [&](std::size_t back) { return back <= tail.size() ? tail[tail.size() - back] : U'\0'; };
        const bool is_chain = from_end(5) == U'一' && from_end(2) == U'一' && from_end(4) == from_end(1) &&
                              is_one_of(from_end(3), U"接又挨连");
        const bool is_pair = from_end(4) == U'一' && from_end(2) == U'一' && from_end(3) == from_end(1);
        const bool is_twice =
            from_end(3) == U'一' && from_end(2) == from_end(1) && is_one_of(from_end(1), U"次遍步声句");
        return is_chain || is_pair || is_twice;
    }

    /// 烫得厉害, 刮得哗哗响: what follows says how much.
    [[nodiscard]] bool is_to_a_degree(std::size_t i) const {
        constexpr auto degrees = std::to_array<std::u32string_view>(
            {U"厉害", U"慌", U"要命", U"要死", U"不得了", U"够呛", U"通红", U"发抖", U"直", U"透", U"紧", U"很"});
        const WordClass before = class_before(i);
        if (i == 0 || is_one_of(left(i), U"我你您他她它就也都还总")) return false;
        if (std::ranges::find(degrees, text(i + 1)) != degrees.end()) return true;
        const std::u32string_view next = text(i + 1);
        return (before == WordClass::verb || before == WordClass::adjective) && next.size() > 1 && next[0] == next[1] &&
               !is_one_of(next[0], U"天常好早慢时人年月刚多");
    }

    /// 还不起, 还不清, 还不上; but 还不低
    [[nodiscard]] bool is_unpaid(std::size_t i) const {
        if (right(i) != U'不') return false;
        const std::u32string_view next = text(i + 1);
        const char32_t outcome = next.size() > 1 ? next[1] : right(i + 1);
        return is_one_of(outcome, U"上起清完") && next.size() < 3 && text(i + 2) != U"起来";
    }

    /// 开会得提前到, 看病得带医保卡
    [[nodiscard]] bool is_to_be_done(std::size_t i) const {
        constexpr auto done = std::to_array<std::u32string_view>(
            {U"提前", U"按时", U"赶紧", U"马上", U"赶快", U"尽快", U"先", U"跟", U"带", U"排队", U"预约"});
        return length_before(i) > 1 && std::ranges::find(done, text(i + 1)) != done.end();
    }

    /// 得了第一, 容易得病: to get, not how it is done.
    [[nodiscard]] bool is_getting(std::size_t i) const {
        const WordClass after = class_after(i);
        if (text(i + 1) == U"了" && i + 2 < clause_.size()) {
            const bool is_got = number_after(i + 1) || class_after(i + 1) == WordClass::noun;
            return is_got && (i == 0 || length_before(i) > 1 || class_before(i) != WordClass::verb);
        }
        return i > 0 && after == WordClass::noun && (text(i - 1) == U"容易" || is_one_of(left(i), U"会怕易没别"));
    }

    [[nodiscard]] bool is_anywhere_before(std::size_t i, std::u32string_view word) const {
        const std::size_t reach = std::min(i, farthest_word);
        return std::ranges::any_of(clause_.subspan(i - reach, reach),
                                   [&](const Draft& one) { return one.text == word; });
    }

    [[nodiscard]] bool is_anywhere_about(std::size_t i, std::u32string_view set) const {
        const std::size_t begin = i - std::min(i, farthest_word);
        const auto about = clause_.subspan(begin, std::min(2 * farthest_word, clause_.size() - begin));
        return std::ranges::any_of(about, [&](const Draft& word) {
            return std::ranges::any_of(word.text, [&](char32_t c) { return is_one_of(c, set); });
        });
    }

    /// 把水倒了, 垃圾倒了, 倒了一杯: what one does, not what falls over.
    [[nodiscard]] bool is_poured_out(std::size_t i) const {
        if (is_anywhere_before(i, U"把") || is_one_of(left(i), U"水饭菜汤茶油酒药奶渣粥汁灰圾")) return true;
        for (std::size_t on = i + 2; on < std::min(i + 5, clause_.size()); ++on) {
            if (clause_[on].number || text(on).empty()) continue;
            if (is_one_of(text(on).front(), U"杯碗壶盆桶瓶勺些点茶酒开热冷凉水")) return true;
            if (!std::ranges::all_of(text(on), [](char32_t c) { return is_one_of(c, U"一两半几大小满"); })) break;
        }
        return false;
    }

    /// 露了一手, 露了馅, 露个脸
    [[nodiscard]] bool is_shown(std::size_t i) const {
        std::u32string after;
        for (std::size_t on = i + 1; on < std::min(i + 5, clause_.size()); ++on) after += text(on);
        std::u32string_view rest = after;
        const std::size_t skipped = rest.find_first_not_of(U"了过个");
        rest.remove_prefix(std::min(skipped, rest.size()));
        constexpr auto shown =
            std::to_array<std::u32string_view>({U"一手", U"两手", U"几手", U"馅", U"怯", U"面", U"脸", U"头", U"富",
                                                U"白", U"马脚", U"丑", U"底", U"一面"});
        return std::ranges::any_of(shown, [&](auto one) { return rest.starts_with(one); });
    }

    /// 处一百元以上罚款, 处三年以下有期徒刑
    [[nodiscard]] bool is_fined(std::size_t i) const {
        if (!number_after(i) || number_before(i)) return false;
        constexpr auto fines = std::to_array<std::u32string_view>(
            {U"罚款", U"罚金", U"拘留", U"拘役", U"徒刑", U"管制", U"有期徒刑", U"无期徒刑", U"行政拘留", U"元"});
        const auto later = clause_.subspan(i + 1, std::min(farthest_word, clause_.size() - i - 1));
        return std::ranges::any_of(
            later, [&](const Draft& word) { return std::ranges::find(fines, word.text) != fines.end(); });
    }

    /// 早点还回来, 把书还到服务台: who is told when or what to bring back does not "still" come.
    [[nodiscard]] bool is_giving_back(std::size_t i) const {
        const std::u32string_view next = text(i + 1);
        // 还房贷, 还信用卡; 明天还你
        const bool is_owed = next.size() > 1 && (is_one_of(next.back(), U"贷债账") || next == U"利息" ||
                                                 next == U"信用卡" || next == U"欠款" || next == U"人情");
        const bool is_promised = is_one_of(right(i), U"你您他她我") && next.size() == 1 && i > 0 &&
                                 class_before(i) == WordClass::time &&
                                 (i + 2 == clause_.size() || is_one_of(right(i + 1), U"吧吗啊行好可"));
        if (is_owed || is_promised) return true;
        if (!is_one_of(right(i), U"回到给") || next == U"到底") return false;
        constexpr auto told = std::to_array<std::u32string_view>({
            U"早点", U"早些", U"尽早", U"尽快", U"及时", U"按时", U"按期",   U"准时", U"如期", U"提前",
            U"主动", U"请",   U"记得", U"务必", U"必须", U"应",   U"如数",   U"全部", U"悉数", U"当场",
            U"应当", U"应该", U"需",   U"需要", U"要",   U"前",   U"前一天", U"之前",
        });
        if (i > 0 && std::ranges::find(told, text(i - 1)) != told.end()) return true;
        const std::size_t reach = std::min(i, farthest_word);
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

    /// 一般为十五天, 分别为…: what something is.
    [[nodiscard]] bool is_usually(std::size_t i) const {
        constexpr auto how = std::to_array<std::u32string_view>(
            {U"一般", U"通常", U"分别", U"主要", U"依次", U"约", U"大多", U"多", U"应", U"原则上", U"基本", U"暂"});
        return i > 0 && std::ranges::find(how, text(i - 1)) != how.end();
    }

    /// 为 as a verb, "to be": 评为先进, 面积为三十, 以…为…
    [[nodiscard]] bool is_wei2(std::size_t i) const {
        if (i + 1 == clause_.size()) return true;
        if (number_after(i)) return right(i + 1) != U'年' || !is_year(i + 1);
        if (is_one_of(left(i), U"评选升改变称定列名视分认任折译化作成授誉更尊奉转均皆即最较颇广极甚")) return true;
        for (std::size_t back = 1; back <= std::min(i, farthest_word); ++back) {
            if (text(i - back) == U"以" || (text(i - back) == U"由" && back <= 4)) return true;
        }
        for (std::size_t on = i + 1; on < std::min(i + 4, clause_.size()); ++on) {
            if (text(on) == U"所") return true;
        }
        const WordClass before = class_before(i);
        const auto later = clause_.subspan(i + 1, std::min(farthest_word, clause_.size() - i - 1));
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
            if (opinion->lead < doubtful_lead || draft.syllables[place] != opinion->best)
                unsure.push_back({word, place, other});
        }
    }
    return unsure;
}

}  // namespace tingdu::mandarin
