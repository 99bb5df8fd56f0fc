#include "kiosk/mandarin/names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/word_list.h"

namespace tingdu::mandarin {
namespace {

// Titles that follow a name.
constexpr auto titles = std::to_array<std::u32string_view>({
    U"同志",   U"先生",   U"女士",   U"小姐",   U"局长",   U"书记",   U"主任",   U"处长",   U"科长",   U"所长",
    U"队长",   U"院长",   U"校长",   U"市长",   U"县长",   U"区长",   U"镇长",   U"乡长",   U"部长",   U"省长",
    U"厅长",   U"政委",   U"警官",   U"民警",   U"医生",   U"大夫",   U"教授",   U"老师",   U"师傅",   U"律师",
    U"法官",   U"代表",   U"委员",   U"主席",   U"总理",   U"总统",   U"经理",   U"董事长", U"阿姨",   U"大爷",
    U"大妈",   U"副局长", U"副书记", U"副主任", U"副区长", U"副市长", U"秘书长", U"检察长", U"检察官", U"审判长",
    U"班长",   U"组长",   U"站长",   U"村长",   U"社长",   U"会长",   U"护士长", U"护士",   U"总监",   U"工程师",
    U"博士",   U"院士",   U"干事",   U"馆长",   U"台长",   U"司长",   U"股长",   U"连长",   U"排长",   U"团长",
    U"参谋长", U"指导员", U"教导员", U"辅导员", U"支队长", U"大队长", U"中队长", U"公证员", U"药师",   U"教练",
    U"导游",   U"厂长",   U"店长",   U"行长",   U"社工",   U"村支书", U"支书",   U"大姐",   U"大叔",   U"大哥",
    U"叔叔",   U"奶奶",   U"爷爷",   U"老先生", U"老太太", U"老人家", U"元帅",   U"将军",   U"夫人",   U"太太",
});
// … and, where the name before is one for certain, who they are.
constexpr auto said_of_persons = std::to_array<std::u32string_view>({U"老人", U"同学", U"选手", U"患者", U"学生"});
// … of which these say nothing of what somebody does.
constexpr auto addresses = std::to_array<std::u32string_view>({U"先生", U"女士", U"小姐", U"同志", U"阿姨", U"大爷"});
// What people are called by before their names alone, beside what ends in 员 and the like.
constexpr auto callings = std::to_array<std::u32string_view>({
    U"主持人",
    U"村民",
    U"居民",
    U"市民",
    U"社工",
    U"司机",
    U"教练",
    U"店主",
    U"业主",
    U"群众",
    U"老人",
    U"会计",
    U"支书",
    U"邻居",
});
constexpr std::u32string_view endings_of_callings = U"员师长者士";
constexpr auto labels = std::to_array<std::u32string_view>({U"姓名", U"名单", U"嘉宾", U"编辑", U"责编"});

// What somebody does of whom one reports, or is like who gives a name.
constexpr auto deeds_of_persons = std::to_array<std::u32string_view>({
    U"说",   U"表示", U"指出", U"强调", U"介绍", U"主持", U"出席", U"参加", U"讲话", U"致辞", U"发言", U"陪同",
    U"带领", U"认为", U"告诉", U"宣布", U"调研", U"报道", U"荣获", U"获奖", U"获得", U"当选", U"担任", U"捐款",
    U"捐赠", U"走访", U"前往", U"来到", U"笔名", U"率队", U"率领", U"受邀", U"应邀", U"到场", U"会见", U"慰问",
});
constexpr std::u32string_view goes_on_after_name = U"说在的和与及等为是获率到向对被将也又再从就于";

// Characters that people are named by, from the names of two generations.
constexpr std::u32string_view of_given_names =
    U"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文梅燕辉玲鹏飞慧峰莉健斌波宁宇浩凯俊鑫帆雪琳婷晶倩"
    U"丹颖佳怡欣悦雨晨轩泽涵梓睿博嘉琪雅美珍珠凤莲春夏秋冬荣光福贵德仁义礼智信忠孝廉诚正清廷庭兴盛昌隆庆祥瑞吉和安康宝"
    U"胜利振海江河山林森松柏竹云雷电龙虎彪豪雄杨柳青蓝翠碧素洁淑贤惠芬芝香菊萍蓉莹琴瑶环珊瑛璐璇立永长久远宏伯仲叔季维"
    U"新民生良才学思彦子少小晓大世家继承祖宗绍先启东西南北川景晖阳旭升天成功业达通顺金银铁钢铭鉴锋锐武威震军卫保佑友朋"
    U"宪培根树果卓越然毅恒坚贞纯真善爱心诗书画音韵楠桐枫杉榕钰珂玮琦琛瑾瑜曼妮露薇蕾蓓菲娅媛姗妍娇婉如若可依宜尔佩仪"
    U"君元亨启方圆开来锦绣彩霞虹晴岚岩峻崇岭巍峥鸿雁鹤鸣翔骏骥驰腾翰墨章哲理明昭显耀灿炎焕炜炳煜烨勋功勤奋力劲";
// A character as rare as this is hardly anything but part of a name.
constexpr Cost rare = 125;

// Surnames that the lexicon does not have, or has from the old books.
struct Surname {
    char32_t hanzi{};
    std::string_view pinyin;
};
constexpr auto surnames = std::to_array<Surname>({
    {U'员', "yun4"},  {U'乐', "yue4"}, {U'种', "chong2"}, {U'折', "she2"},

    {U'洗', "xian3"}, {U'句', "gou1"}, {U'秘', "bi4"},    {U'宿', "su4"},  {U'车', "che1"},  {U'宁', "ning2"},
    {U'占', "zhan1"}, {U'哈', "ha3"},  {U'澹', "tan2"},   {U'撒', "sa4"},  {U'阙', "que1"},  {U'佴', "nai4"},
    {U'过', "guo1"},  {U'黑', "he4"},  {U'那', "na1"},    {U'都', "du1"},  {U'召', "shao4"},
});
// What is hardly a word of its own at the head of a clause, unless it is a surname.
constexpr std::u32string_view unmistakable = U"仇朴尉缪翟";

// What is done and how, which nobody is called.
constexpr std::u32string_view never_given =
    U"了过着的地得不没在是有去来说到看要会能对把被给让做作上下中内外前后里间时期职出进回起开可就才又也都还";
// Surnames that are something else nearly always.
constexpr std::u32string_view doubtful_surnames =
    U"由和对于以为在向与从自被把给是及并有又也都就该各每某本我一二三四五六七八九十百万还都那过教冠";

bool ends_in_one_of(std::u32string_view word, std::span<const std::u32string_view> words) {
    return std::ranges::any_of(words, [&](auto one) { return word.ends_with(one); });
}

bool is_calling(std::u32string_view word) {
    return ends_in_one_of(word, titles) || ends_in_one_of(word, callings) ||
           (word.size() > 1 && is_one_of(word.back(), endings_of_callings));
}

class Finder {
  public:
    Finder(std::span<Draft> clause, const Lexicon& lexicon, Expected expected, Boundary end)
        : clause_(clause), lexicon_(lexicon), expected_(expected), end_(end) {}

    void find() {
        for (std::size_t i = 0; i < clause_.size(); i += std::max<std::size_t>(clause_[i].name, 1))
            clause_[i].name = length_at(i);
    }

  private:
    [[nodiscard]] std::size_t length(std::size_t i) const {
        return i < clause_.size() && !clause_[i].number ? clause_[i].text.size() : 0;
    }
    [[nodiscard]] bool is_title(std::size_t i) const {
        if (i >= clause_.size()) return false;
        std::u32string_view word = clause_[i].text;
        if (word == U"副") return is_title(i + 1);
        if (word.size() > 2 && is_one_of(word.front(), U"副总")) word.remove_prefix(1);
        return is_one_of_words(word, titles);
    }
    /// What one may be made, unlike 先生 and 女士.
    [[nodiscard]] bool is_office(std::size_t i) const {
        const std::u32string_view word = clause_[i].text;
        return !word.empty() && is_one_of(word.back(), U"长记任席员理统表委事监副");
    }
    [[nodiscard]] bool is_given(char32_t c) const {
        if (is_one_of(c, of_given_names)) return true;
        const auto known = lexicon_.character(c);
        return known && known->cost >= rare;
    }
    [[nodiscard]] bool all_given(std::u32string_view text) const {
        return std::ranges::all_of(text, [&](char32_t c) { return is_given(c); });
    }
    [[nodiscard]] bool could_be_given(std::size_t i) const {
        const Draft& word = clause_[i];
        if (length(i) == 2) {
            if (word.word_class == WordClass::person || all_given(word.text)) return true;
            // 局长|张|援朝 and then a pause: nothing follows that it could be the verb of.
            return i + 1 == clause_.size() && !is_anybodys_deed(i) && !is_one_of(word.text[1], never_given);
        }
        return length(i) == 1 && !is_one_of(word.text[0], never_given);
    }
    /// 院长|曾|担任|教授: a verb that nobody is called.
    [[nodiscard]] bool is_anybodys_deed(std::size_t i) const {
        return clause_[i].word_class == WordClass::verb && !all_given(clause_[i].text);
    }
    [[nodiscard]] bool is_deed(std::size_t i) const {
        return i < clause_.size() &&
               std::ranges::any_of(deeds_of_persons, [&](auto deed) { return clause_[i].text.starts_with(deed); });
    }
    /// A name may end before word `i`.
    [[nodiscard]] bool ends_before(std::size_t i) const {
        return i >= clause_.size() || length(i) != 1 || is_one_of(clause_[i].text[0], goes_on_after_name);
    }

    [[nodiscard]] std::size_t length_at(std::size_t begin) const {
        if (length(begin) == 0 || clause_[begin].ground == Ground::place) return 0;
        const char32_t first = clause_[begin].text[0];
        if (clause_[begin].text.starts_with(U"尉迟") || clause_[begin].text.starts_with(U"单于")) return 0;
        if (!surname_reading(first, lexicon_)) return 0;
        const bool named_before = begin > 0 ? is_calling(clause_[begin - 1].text) : expected_ == Expected::name;
        if (begin > 0 && length(begin) == 1 && (clause_[begin - 1].text == U"姓" || clause_[begin - 1].text == U"贵姓"))
            return 1;
        if (begin == 0 && is_one_of(first, U"过冠由") && length(1) > 0 && is_one_of_words(clause_[1].text, addresses))
            return 1;
        if (is_one_of(first, doubtful_surnames)) {
            const bool is_label = begin == 0 && named_before && length(1) > 0 && all_given(clause_[1].text);
            return is_label ? after_calling(begin) : 0;
        }
        if (is_whole_name(begin)) return 1;
        if (length(begin) > 1)
            return (named_before || is_title(begin + 2) || is_alone()) && is_cut_wrongly(begin) ? 2 : 0;
        if (const std::size_t titled = before_title(begin, first)) return titled;
        if (named_before) return after_calling(begin);
        if (begin > 0 && (clause_[begin - 1].text == U"请" || is_beside_name(begin))) return called(begin);
        return begin == 0 ? at_the_head() : 0;
    }

    /// A name in the lexicon may be there with its everyday reading.
    [[nodiscard]] bool is_whole_name(std::size_t i) const {
        const Draft& word = clause_[i];
        if (word.word_class != WordClass::person || word.text.size() == 1 || word.text.size() > 3) return false;
        return is_title(i + 1) || (word.text.size() == 3 && all_given(word.text.substr(1)));
    }

    /// 支书|华国|平|说: the surname and half of the given name make a word.
    [[nodiscard]] bool is_cut_wrongly(std::size_t i) const {
        return length(i) == 2 && is_given(clause_[i].text[1]) && length(i + 1) == 1 && all_given(clause_[i + 1].text) &&
               (i + 2 == clause_.size() || is_deed(i + 2) || is_title(i + 2));
    }

    [[nodiscard]] std::size_t before_title(std::size_t begin, char32_t surname) const {
        if (begin + 1 == clause_.size()) return 0;
        // 任局长 is mostly to be one, and a 黑导游 has no licence.
        const bool is_other = (surname == U'任' && is_office(begin + 1)) ||
                              (surname == U'黑' && !is_one_of_words(clause_[begin + 1].text, addresses));
        if (is_title(begin + 1) && !is_other) return 1;
        if (length(begin) == 1 && (clause_[begin + 1].text == U"某" || clause_[begin + 1].text == U"某某")) return 1;
        // 盖|玉|英|老人
        for (std::size_t end = begin + 1; end < std::min(begin + 3, clause_.size() - 1); ++end) {
            if (length(end) == 0 || length(end) > 2 || !all_given(clause_[end].text)) break;
            if (is_one_of_words(clause_[end + 1].text, said_of_persons)) return end + 1 - begin;
        }
        const bool held = length(begin + 1) == 1 && is_one_of(clause_[begin + 1].text[0], U"任兼");  // 曾任局长
        if (held) return 0;
        const bool given = length(begin + 1) == 1 || (length(begin + 1) == 2 && !is_anybodys_deed(begin + 1));
        if (given && !is_title(begin + 1) && is_title(begin + 2)) return 2;
        if (length(begin + 1) == 1 && length(begin + 2) == 1 && is_title(begin + 3)) return 3;
        return 0;
    }

    [[nodiscard]] std::size_t after_calling(std::size_t begin) const {
        const std::size_t left = clause_.size() - begin;
        // 记者|任|晓燕|报道, 局长|张|志|华|讲话
        if (length(begin + 1) == 2 && could_be_given(begin + 1)) return 2;
        const bool two =
            length(begin + 1) == 1 && could_be_given(begin + 1) && length(begin + 2) == 1 && could_be_given(begin + 2);
        const auto given = [&](std::size_t i) { return all_given(clause_[i].text); };
        if (left == 2 && length(begin + 1) > 0 && is_one_of(clause_[begin + 1].text[0], U"工总"))
            return 1;  // 联系人：仇工
        if (two && (left == 3 || length(begin + 3) > 1)) return 3;
        if (two && given(begin + 1) && given(begin + 2) && ends_before(begin + 3)) return 3;
        return length(begin + 1) == 1 && given(begin + 1) && ends_before(begin + 2) ? 2 : 0;
    }

    /// 任|小红|和|单|秀英
    [[nodiscard]] bool is_beside_name(std::size_t begin) const {
        if (begin < 2 || length(begin - 1) != 1 || !is_one_of(clause_[begin - 1].text[0], U"和与及")) return false;
        for (std::size_t i = 0; i + 1 < begin; ++i)
            if (clause_[i].name > 0 && i + clause_[i].name == begin - 1) return true;
        return false;
    }

    /// 请|单|秀英|到: who is called to a window, alone or with others.
    [[nodiscard]] std::size_t called(std::size_t begin) const {
        const auto where = [this](std::size_t i) {
            if (i == clause_.size()) return end_ == Boundary::enumeration;
            if (length(i) == 1 && is_one_of(clause_[i].text[0], U"和与及")) return true;
            return length(i) > 0 && is_one_of(clause_[i].text[0], U"到至前来去速取在于");
        };
        const auto given = [this](std::size_t i) { return length(i) > 0 && all_given(clause_[i].text); };
        if (length(begin + 1) == 1 && given(begin + 1) && length(begin + 2) == 1 && given(begin + 2) &&
            where(begin + 3)) {
            return 3;
        }
        return length(begin + 1) <= 2 && given(begin + 1) && where(begin + 2) ? 2 : 0;
    }

    /// A line with nothing but a name, as in lists of them.
    [[nodiscard]] bool is_alone() const {
        std::size_t hanzi = 0;
        for (const Draft& word : clause_.first(std::min<std::size_t>(clause_.size(), 3))) hanzi += word.text.size();
        return clause_.size() <= 3 && (hanzi == 2 || hanzi == 3) && clause_[0].text != U"应";
    }

    /// Nobody was named before: what follows must be somebody's deed, or another name.
    [[nodiscard]] std::size_t at_the_head() const {
        const auto told = [&](std::size_t end) {
            return is_deed(end) || is_one_of(clause_[0].text[0], unmistakable) ||
                   (end == clause_.size() && (end_ == Boundary::enumeration || is_alone()));
        };
        const auto given = [&](std::size_t i) { return length(i) > 0 && all_given(clause_[i].text); };
        if (length(1) == 1 && length(2) == 1 && given(1) && given(2) && told(3)) return 3;
        return (length(1) == 1 || length(1) == 2) && given(1) && told(2) ? 2 : 0;
    }

    std::span<Draft> clause_;
    const Lexicon& lexicon_;
    Expected expected_;
    Boundary end_;
};

}  // namespace

void find_names(std::span<Draft> clause, const Lexicon& lexicon, Expected expected, Boundary end) {
    Finder(clause, lexicon, expected, end).find();
}

std::optional<Syllable> surname_reading(char32_t c, const Lexicon& lexicon) {
    const auto* own = std::ranges::find(surnames, c, &Surname::hanzi);
    if (own != surnames.end()) return Syllable::from_pinyin(own->pinyin);
    const auto known = lexicon.character(c);
    if (!known || known->surname == 0) return std::nullopt;
    return lexicon.candidate(*known, known->surname - 1U);
}

Expected expected_after(std::span<const Draft> clause, Boundary end) {
    if (clause.empty()) return Expected::anything;
    const std::u32string_view last = clause.back().text;
    if (end == Boundary::colon) {
        const bool is_label = last.ends_with(U"人") || is_calling(last) || is_one_of_words(last, labels);
        return is_label ? Expected::name : Expected::anything;
    }
    if (end != Boundary::enumeration) return Expected::anything;
    const bool is_person = clause.back().word_class == WordClass::person && last.size() > 1 && last.size() < 4;
    for (std::size_t i = 0; i < clause.size(); ++i)
        if (clause[i].name > 0 && i + clause[i].name == clause.size()) return Expected::name;
    return is_person ? Expected::name : Expected::anything;
}

}  // namespace tingdu::mandarin
