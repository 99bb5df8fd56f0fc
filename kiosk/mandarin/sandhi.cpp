#include "kiosk/mandarin/sandhi.h"

#include <string>
#include <vector>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/light_tones.h"

namespace tingdu::mandarin {
namespace {

class Sandhi {
  public:
    Sandhi(std::span<Sounding> clause, const Lexicon& lexicon) : clause_(clause), lexicon_(lexicon) {}

    void apply() {
        for (std::size_t i = 0; i < clause_.size(); ++i) {
            if (clause_[i].hanzi == U'一' && clause_[i].lexical.tone() == 1) one(i);
            if (clause_[i].hanzi == U'不' && clause_[i].lexical.tone() == 4) not_(i);
        }
        for (std::size_t begin = 0; begin < clause_.size();) {
            std::size_t end = begin + 1;
            while (end < clause_.size() && clause_[end].word == clause_[begin].word) ++end;
            inside(begin, end);
            const bool is_cut =
                end == begin + 1 && goes_on(begin) && (ends_word(end) || is_done_twice(begin));  // 说|说
            if (end == begin + 2 || is_cut) twice(begin);
            begin = end;
        }
        across();
        for (std::size_t i = 1; i < clause_.size(); ++i)
            if (clause_[i].hanzi == U'啊' && clause_[i].lexical.tone() == 5 && goes_on(i - 1)) link(i);
    }

  private:
    [[nodiscard]] bool goes_on(std::size_t i) const {
        return i + 1 < clause_.size() && clause_[i + 1].word <= clause_[i].word + 1;
    }
    [[nodiscard]] char32_t hanzi(std::size_t i) const { return i < clause_.size() ? clause_[i].hanzi : U'\0'; }
    [[nodiscard]] bool begins_word(std::size_t i) const { return i == 0 || clause_[i - 1].word != clause_[i].word; }
    [[nodiscard]] bool ends_word(std::size_t i) const {
        return i + 1 == clause_.size() || clause_[i + 1].word != clause_[i].word;
    }
    /// 看一看, 是不是: between the same character twice; 一边一边 is another thing.
    [[nodiscard]] bool is_between_twins(std::size_t i) const {
        return i > 0 && !(i > 1 && hanzi(i - 2) == hanzi(i)) && goes_on(i) && goes_on(i - 1) &&
               hanzi(i - 1) == hanzi(i + 1) && !clause_[i].number &&
               (begins_word(i - 1) || !begins_word(i));  // 白天|一天 is no 看一看
    }

    void one(std::size_t i) {
        if (!goes_on(i)) return;
        Sounding& here = clause_[i];
        const Sounding& next = clause_[i + 1];
        if (here.number) {
            // 一百, 一万; a lone 一 before its measure word; never in 二零一一 or 二十一.
            const bool counts = is_one_of(next.hanzi, U"百千万亿") && here.counting == Counting::count;
            const bool lone = !next.number && here.counting == Counting::count && (i == 0 || !clause_[i - 1].number);
            if (!counts && !lone) return;
        } else {
            constexpr std::u32string_view digits = U"〇零一二三四五六七八九";
            const char32_t before = i > 0 && goes_on(i - 1) ? hanzi(i - 1) : U'\0';
            if (is_one_of(before, digits) || is_one_of(before, U"第十初") || is_one_of(next.hanzi, digits)) return;
            if (next.hanzi == U'十' && is_one_of(before, U"百千万")) return;                   // 一百一十
            if (ends_word(i) && !begins_word(i)) return;                                       // 统一
            if (!begins_word(i) && is_word(i - 1, 2) && !is_word(i, 2)) return;                // 统一标准
            if (begins_word(i) && is_one_of(next.hanzi, U"月号楼级期班审层流季中环")) return;  // numbers something
            if (i == 0 && (is_one_of(next.hanzi, U"是要"))) return;                            // 一是…，二是…
            if (next.hanzi == U'日' && before == U'月') return;
            if (next.hanzi == U'年' && hanzi(i + 2) == U'级') return;
            if (next.hanzi == U'等' && is_one_of(hanzi(i + 2), U"奖品功舱座")) return;
            if (next.hanzi == U'单' && hanzi(i + 2) == U'元') return;
            if (before == U'大' && is_one_of(next.hanzi, U"学新男女")) return;  // 大一学生
        }
        if (is_between_twins(i)) {
            here.spoken = here.lexical.with_tone(5);
            return;
        }
        // 个 has lost its fourth tone, but works as if it had it.
        const int tone = next.lexical.tone();
        here.spoken = here.lexical.with_tone(tone == 4 || tone == 5 ? 2 : 4);
    }

    /// 对不起, 看不见: what cannot be, in one word.
    [[nodiscard]] bool is_denying_outcome(std::size_t i) const {
        constexpr std::u32string_view outcomes = U"起住见完好出下开动清懂过上来去着掉了到得及定成全通透够惯准多然";
        if (begins_word(i) || ends_word(i) || !begins_word(i - 1) || !ends_word(i + 1)) return false;
        return is_word(i - 1, 3) && is_one_of(hanzi(i + 1), outcomes) && !is_one_of(hanzi(i - 1), U"只并再亦莫君由");
    }

    void not_(std::size_t i) {
        if (!goes_on(i)) return;
        Sounding& here = clause_[i];
        if (is_between_twins(i) || is_denying_outcome(i)) {
            here.spoken = here.lexical.with_tone(5);
        } else if (clause_[i + 1].lexical.tone() == 4) {
            here.spoken = here.lexical.with_tone(2);
        }
    }

    void raise(std::size_t i) { clause_[i].spoken = clause_[i].spoken.with_tone(2); }

    /// Third tones within one word: by twos from the left, and a last three by how they are built.
    void inside(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end;) {
            std::size_t run = i;
            while (run < end && clause_[run].spoken.tone() == 3) ++run;
            std::size_t left = run - i;
            for (std::size_t at = i; left >= 2;) {
                if (left == 3) {
                    // 展览|馆 2 2 3, 纸|老虎 3 2 3
                    if (is_word(at, 2) || !is_word(at + 1, 2)) raise(at);
                    raise(at + 1);
                    break;
                }
                raise(at);
                at += 2;
                left -= 2;
            }
            i = run + (run == i ? 1 : 0);
        }
    }

    /// 走|走路, 写|写字
    [[nodiscard]] bool is_done_twice(std::size_t i) const {
        constexpr std::u32string_view deeds =
            U"走写扫数洗擦读唱跳聊帮问谈讲浇补练拍晒泡敲画打喝吃看逛遛搓揉捏按梳刷翻查";
        return is_one_of(hanzi(i), deeds) && ends_word(i + 2);
    }

    /// 看看, 想想: a verb said twice, the second time lightly; not 偷偷 and the like, which no longer are verbs, and
    /// not 等等, which is as often "and so on".
    void twice(std::size_t i) {
        const Sounding& first = clause_[i];
        Sounding& second = clause_[i + 1];
        constexpr std::u32string_view others =
            U"等偷哄钉统咳滚飘滴蒙花串活萌哼佐灼喜希欢可维整灭涛是有包死生壮泛"
            U"哗呼嗖嗡咚叮嗒哒哈呵嘻嘿呜吱咯啪嘎轰隆沙潺汪咩喵嗷啾喳咕噜呱噗";
        // 等等我, 再等等
        const bool is_waiting =
            first.hanzi == U'等' && ((goes_on(i + 1) && is_one_of(hanzi(i + 2), U"我你您他她再吧")) ||
                                     (i > 0 && goes_on(i - 1) && is_one_of(hanzi(i - 1), U"再先请稍")));
        if (first.hanzi != second.hanzi || first.lexical != second.lexical || first.number ||
            (is_one_of(first.hanzi, others) && !is_waiting))
            return;
        const auto known = lexicon_.character(first.hanzi);
        // 问 the sources hold for a noun.
        if (first.hanzi != U'问' && !is_waiting && !(known && known->word_class == WordClass::verb)) return;
        second.spoken = second.lexical.with_tone(5);
        if (first.lexical.tone() == 3) raise(i);
    }

    /// 啊 takes up the sound before it: 来啊 ya, 好啊 wa, 看啊 na. What it becomes after zhi, zi and ng has no letters.
    void link(std::size_t i) {
        const std::string before = clause_[i - 1].lexical.pinyin();
        const std::string_view base = std::string_view(before).substr(0, before.size() - 1);
        const bool is_buzzed = base.ends_with("zhi") || base.ends_with("chi") || base.ends_with("shi") ||
                               base == "ri" || base == "zi" || base == "ci" || base == "si" || base.ends_with('r');
        const char* linked = nullptr;
        if (base.ends_with('n')) {
            linked = "na5";
        } else if (base.ends_with("ao") || base.ends_with("ou") || base.ends_with("iu") ||
                   (base.ends_with('u') && base != "ju" && base != "qu" && base != "xu" && base != "yu")) {
            linked = "wa5";
        } else if (!is_buzzed && !base.ends_with("ng")) {
            linked = "ya5";
        }
        if (linked != nullptr) clause_[i].spoken = Syllable::from_pinyin(linked).value_or(clause_[i].spoken);
    }

    [[nodiscard]] bool is_word(std::size_t begin, std::size_t length) const {
        std::u32string word;
        for (std::size_t i = begin; i < begin + length; ++i) {
            const auto known = lexicon_.character(clause_[i].hanzi);
            word += known ? known->simplified : clause_[i].hanzi;
        }
        return lexicon_.word(word).has_value();
    }

    /// Third tones that meet at the edge of two words rise only within a foot. A longer word is a foot; syllables that
    /// stand alone go by twos, 请你|给我|打水; one that is left leans on the word that it stands before, 很|勇敢, or
    /// else on what it follows, 总理|好. So no chain runs through a clause.
    void across() {
        std::vector<std::size_t> leaning;  // the last syllables of what leans on what follows
        const auto is_lone = [&](std::size_t i) {
            return i < clause_.size() && begins_word(i) && ends_word(i) && clause_[i].spoken.tone() != neutral_tone;
        };
        for (std::size_t i = 0; i < clause_.size(); ++i) {
            if (!is_lone(i)) continue;
            const bool follows = i > 0 && goes_on(i - 1);
            if (follows && (!goes_on(i) || is_trailing(i))) {
                meet(i - 1);
            } else if (!is_lone(i + 1) || leads(i + 1)) {
                leaning.push_back(i);
            } else if (goes_on(i)) {
                meet(i);
                ++i;
                const bool is_last = is_lone(i + 1) && goes_on(i) && !goes_on(i + 1);
                if (is_last) meet(i++);
            }
        }
        for (auto i = leaning.rbegin(); i != leaning.rend(); ++i) meet(*i);
    }

    void meet(std::size_t i) {
        if (goes_on(i) && clause_[i].spoken.tone() == 3 && clause_[i + 1].spoken.tone() == 3) raise(i);
    }

    /// 展览馆|里: leans back, whatever follows.
    [[nodiscard]] bool is_trailing(std::size_t i) const {
        return is_one_of(hanzi(i), U"里底等港岛馆厂所") && !begins_word(i - 1);
    }

    /// 请|把表|…, 我|给你|…, 买|五把: goes with what follows it rather than with what it follows.
    [[nodiscard]] bool leads(std::size_t i) const {
        constexpr std::u32string_view persons = U"我你您他她它";
        if (!goes_on(i)) return false;
        const bool counts = is_one_of(hanzi(i), U"五九几两") && begins_word(i + 1) && ends_word(i + 1);
        return counts || is_one_of(hanzi(i), U"把往比以与") ||
               (is_one_of(hanzi(i), U"给请找等") && is_one_of(hanzi(i + 1), persons));
    }

    std::span<Sounding> clause_;
    const Lexicon& lexicon_;
};

}  // namespace

void apply_sandhi(std::span<Sounding> clause, const Lexicon& lexicon) {
    Sandhi(clause, lexicon).apply();
}

}  // namespace tingdu::mandarin
