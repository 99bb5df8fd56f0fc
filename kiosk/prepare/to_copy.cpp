#include "kiosk/prepare/to_copy.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/pieces.h"
#include "kiosk/prepare/sightings.h"
#include "kiosk/text/sentences.h"

namespace tingdu::prepare {
namespace {

bool is_item_of_list(const text::Article& article, const text::Block& block) {
    if (block.kind == text::BlockKind::list_item) return true;
    const std::u32string_view text = cut(article.text, block.range);
    if (block.kind != text::BlockKind::paragraph || text.empty() || text.size() > 60) return false;
    // A line for each, as one types a list.
    constexpr std::size_t longest_line = 30;
    if (text.size() <= longest_line && names_paper(text) && !is_one_of(text.back(), U"。！？：:!?")) return true;
    const std::size_t number = after_number(text, 0);
    if (number > 0 && number < text.size() && is_one_of(text[number], U".．、)）")) return true;
    return is_one_of(text[0], U"(（①②③④⑤⑥⑦⑧⑨⑩·•-");
}

// In groups.

std::vector<Group> as_they_stand(std::u32string_view words, const std::vector<TextRange>& parts) {
    std::vector<Group> groups;
    for (const TextRange& part : parts) {
        const std::u32string text(cut(words, bare(words, part)));
        if (!text.empty()) groups.push_back({text, text});
    }
    if (groups.empty()) groups.push_back({std::u32string(words), std::u32string(words)});
    return groups;
}

/// Clauses; one that says nothing exact stays with the next.
std::vector<Group> by_clauses(std::u32string_view words) {
    constexpr std::size_t longest = 14;
    std::vector<TextRange> parts;
    bool goes_on = false;
    for (const TextRange& clause : clauses(words)) {
        const std::u32string_view text = cut(words, clause);
        const bool exact = count_digits(text) > 0 || clocks(text) > 0 || names_amount(text) || opens_all_day(text) ||
                           opens_on_weekdays(text);
        if (goes_on && parts.back().size() < longest) {
            parts.back().end = clause.end;
        } else {
            parts.push_back(clause);
        }
        goes_on = !exact;
    }
    return as_they_stand(words, parts);
}

/// Town, district, street with number, the way inside.
std::vector<Group> by_places(std::u32string_view words) {
    constexpr std::size_t shortest = 4;
    std::vector<TextRange> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool closes_comma = is_one_of(words[i], clause_ends);
        const bool closes =
            is_one_of(words[i], U"省市区县镇乡号室楼") || (words[i] == U'道' && i > 0 && words[i - 1] == U'街');
        const std::u32string_view after = words.substr(i + 1);
        if (is_one_of(words[i], U"(（)）")) {
            if (i > begin) parts.push_back({begin, i});
            begin = i + 1;
            continue;
        }
        const bool splits_word =
            (words[i] == U'号' && after.starts_with(U"线")) ||
            begins_with_one(after, {U"民政", U"民族", U"政", U"场", U"窗", U"楼", U"院", U"公", U"委", U"服", U"里"}) ||
            (words[i] == U'区' && !after.empty() && is_digit(after[0]));
        if (!closes_comma && (!closes || splits_word || i + 1 - begin < shortest || after.size() < 2)) continue;
        parts.push_back({begin, i + 1});
        begin = i + 1;
    }
    if (begin < words.size()) parts.push_back({begin, words.size()});
    return as_they_stand(words, parts);
}

std::vector<Group> by_things(std::u32string_view words) {
    std::vector<TextRange> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool joins = (is_one_of(words[i], U"和及与") || words.substr(i).starts_with(U" and ")) && i > begin &&
                           i + 1 < words.size() && i - begin >= 2;
        const bool ends = is_one_of(words[i], U"、，；。,;") || joins;
        if (!ends) continue;
        parts.push_back({begin, joins ? i : i + 1});
        begin = joins ? i : i + 1;  // "和照片" keeps its 和
    }
    if (begin < words.size()) parts.push_back({begin, words.size()});
    return as_they_stand(words, parts);
}

class Copyist {
  public:
    explicit Copyist(const text::Article& article) : article_(article) {}

    std::vector<ToCopy> look() && {
        const auto& blocks = article_.blocks;
        for (std::size_t block = 0; block < blocks.size() && found_.size() < most_to_copy; ++block) {
            const text::BlockKind kind = blocks[block].kind;
            if (kind == text::BlockKind::title || kind == text::BlockKind::picture) continue;
            if (kind == text::BlockKind::heading) heading_ = std::u32string(cut(article_.text, blocks[block].range));
            const std::size_t listed = papers_listed_after(block);
            if (listed > 0) {
                block += listed;
                continue;
            }
            if (kind == text::BlockKind::heading) continue;
            const auto sentences = text::sentences(article_, block);
            for (std::size_t i = 0; i < sentences.size(); ++i) {
                // What is asked for may be more than one sentence's worth; and a long one is read in parts.
                TextRange all = sentences[i];
                while (i + 1 < sentences.size() &&
                       (is_part(sentences[i]) || goes_on_with_papers(all, sentences[i + 1])))
                    all.end = sentences[++i].end;
                look_at(all);
            }
        }
        std::ranges::stable_sort(found_, {}, [](const ToCopy& one) { return one.range.begin; });
        if (found_.size() > most_to_copy) found_.resize(most_to_copy);
        return std::move(found_);
    }

  private:
    /// How many of the blocks that follow are a list of papers that this one asks for.
    std::size_t papers_listed_after(std::size_t head) {
        const std::u32string asked = mandarin::fold(cut(article_.text, article_.blocks[head].range));
        if (!heads_papers(asked)) return 0;
        std::size_t end = head + 1;
        while (end < article_.blocks.size() && is_item_of_list(article_, article_.blocks[end])) ++end;
        const std::size_t count = end - head - 1;
        if (count == 0) return 0;
        ToCopy item;
        item.kind = ToCopy::Kind::papers;
        item.range = {article_.blocks[head + 1].range.begin, article_.blocks[end - 1].range.end};
        item.about = std::u32string(cut(article_.text, article_.blocks[head].range));
        for (std::size_t i = head + 1; i < end; ++i) {
            const std::u32string one(cut(article_.text, article_.blocks[i].range));
            item.words += (i == head + 1 ? U"" : U"\n") + one;
            item.groups.push_back({one, one});
        }
        add(std::move(item));
        return count;
    }

    [[nodiscard]] bool is_part(TextRange sentence) const {
        while (sentence.size() > 1 && is_one_of(article_.text[sentence.end - 1], U" \n　")) --sentence.end;
        return is_one_of(article_.text[sentence.end - 1], U"，,、");
    }

    [[nodiscard]] bool goes_on_with_papers(TextRange sentence, TextRange next) const {
        while (sentence.size() > 1 && is_one_of(article_.text[sentence.end - 1], U" \n　")) --sentence.end;
        const bool is_over = is_one_of(article_.text[sentence.end - 1], U"。.！!？?");
        return !is_over && asks_papers(mandarin::fold(cut(article_.text, sentence))) &&
               names_paper(mandarin::fold(cut(article_.text, next)));
    }

    void look_at(TextRange sentence) {
        const std::u32string folded = mandarin::fold(cut(article_.text, sentence));
        sentence_ = sentence;
        look_for_telephones(sentence, folded);
        for (const TextRange& field : fields(folded))
            look_at_field({sentence.begin + field.begin, sentence.begin + field.end}, cut(folded, field));
    }

    void look_at_field(TextRange field, std::u32string_view folded) {
        const bool is_story = tells_story(folded);
        const bool has_label = folded.find(U':') != std::u32string_view::npos;
        if (has_label || !(is_story || has_one(folded, {U"记者"}))) addresses(field, folded);
        if (is_story && !has_label) return;
        if (asks_papers(folded)) asked_papers(field, folded);
        if (!hours(field, folded) && !reports_event(folded)) days(field, folded);
        if (names_amount(folded) && !reports_amount(folded)) amounts(field, folded);
    }

    /// With what they are for, and what is less for whom; not what else the sentence tells.
    void amounts(TextRange sentence, std::u32string_view folded) {
        TextRange range{folded.size(), folded.size()};
        TextRange before{};
        for (const TextRange& clause : clauses(folded)) {
            const std::u32string_view text = cut(folded, trimmed(folded, clause));
            const bool goes_on = !range.empty() && has_one(text, {U"免费", U"半价", U"优惠", U"减免", U"打折", U"五折",
                                                                  U"八折", U"减半", U"不收", U"free"});
            if (names_amount(text) && range.empty()) {
                // "每月100元" does not say whose.
                const bool says_for_what = !is_digit(text[0]) && !is_one_of(text[0], hanzi_digits) &&
                                           !is_one_of(text[0], U"¥每付收为是交补加领可最约只各");
                range.begin = says_for_what || before.empty() ? clause.begin : before.begin;
            }
            if (names_amount(text) || goes_on) range.end = clause.end;
            before = clause;
        }
        if (range.empty()) range = {0, folded.size()};  // its sign stands in a bracket
        add(sentence, trimmed(folded, range), ToCopy::Kind::amount, by_clauses);
    }

    void look_for_telephones(TextRange sentence, std::u32string_view folded) {
        for (const TextRange& number : telephones(folded)) {
            if (!is_to_be_dialled(folded, number)) continue;
            ToCopy item;
            item.kind = ToCopy::Kind::telephone;
            item.range = {sentence.begin + number.begin, sentence.begin + number.end};
            item.words = std::u32string(cut(article_.text, item.range));
            item.about = about(item.words, item.kind);
            item.groups = dictated(cut(folded, number));
            if (const TextRange inside = extension(folded, number.end); !inside.empty())
                add_extension(item, folded, {number.end, inside.end}, inside);
            add(std::move(item));
        }
    }

    /// What is dialled once somebody answers, under the word that it has there.
    void add_extension(ToCopy& item, std::u32string_view folded, TextRange all, TextRange digits) const {
        item.groups.push_back(dictated(cut(folded, digits)).front());
        const std::u32string_view word = cut(folded, trimmed(folded, {all.begin, digits.begin}));
        const std::u32string between(word.ends_with(U'.') || is_latin(word.back()) ? U" " : U"");
        item.groups.back().shown.insert(0, std::u32string(word) + between);
        item.groups.back().said.insert(0, std::u32string(word) + U' ');
        item.range.end += all.size();
        item.words = std::u32string(cut(article_.text, item.range));
    }

    /// Digits that reading takes for a telephone number may yet be the number of a paper.
    static bool is_to_be_dialled(std::u32string_view folded, TextRange number) {
        const std::u32string_view text = cut(folded, number);
        const std::size_t digits = count_digits(text);
        const std::size_t reach = std::min<std::size_t>(number.begin, 10);
        std::u32string_view before = folded.substr(number.begin - reach, reach);
        if (const auto end = before.find_last_of(U"，。；、,;"); end != std::u32string_view::npos)
            before.remove_prefix(end + 1);
        if (has_one(before, {U"身份证", U"证号",    U"编号",    U"文号",  U"卡号",     U"账号", U"帐号",   U"账户",
                             U"单号",   U"案号",    U"代码",    U"邮编",  U"邮政编码", U"密码", U"验证码", U"QQ",
                             U"微信",   U"档案",    U"学号",    U"工号",  U"编码",     U"发〔", U"〔",     U"字第",
                             U"ISBN",   U"订单",    U"尾号",    U"邮箱",  U"彩票",     U"开奖", U"开出",   U"中奖",
                             U"比分",   U"Invoice", U"invoice", U"Order", U"order"}))
            return false;
        if (number.end < folded.size() && is_one_of(folded[number.end], U"元人次年月日%个户件平米@")) return false;
        // 13700000000张照片, 110比95; but "拨打13812345678本人接听"
        const bool is_named = has_one(before, {U"电话", U"热线", U"拨", U"致电", U"联系", U"手机号", U"咨询"});
        if (!is_named && number.end < folded.size() && is_one_of(folded[number.end], U"张条家套台辆只本份比"))
            return false;
        if (number.end < folded.size() && folded[number.end] == U'号' && text != U"10000") return false;
        if (digits == 3) return begins_with_one(text, {U"110", U"114", U"119", U"120", U"122", U"112"});
        if (digits == 5) return begins_with_one(text, {U"1", U"95", U"96"});
        if (digits == 6) return begins_with_one(text, {U"95", U"96", U"11"});
        return digits >= 7 && digits <= 17;
    }

    void addresses(TextRange sentence, std::u32string_view folded) {
        if (const std::size_t begin = after_label_of_place(folded)) {
            TextRange range{begin, end_of_place(folded, begin)};
            for (const TextRange& number : telephones(folded))  // stands by itself
                if (number.begin > begin) range.end = std::min(range.end, number.begin);
            range = trimmed(folded, range);
            if (range.size() >= 3) {
                add(sentence, range, ToCopy::Kind::address, by_places);
                return;
            }
        }
        if (const TextRange told = trimmed(folded, told_place(folded)); told.size() >= 3) {
            add(sentence, told, ToCopy::Kind::address, by_places);
            return;
        }
        for (const TextRange& clause : clauses(folded)) {
            const auto house = numbered_house(cut(folded, clause));
            if (!house) continue;
            TextRange range = clause;
            const std::size_t label = folded.find(U':', clause.begin);
            if (std::ranges::none_of(cut(folded, clause), is_hanzi)) {
                range = {before_english_house(folded, clause.begin + *house),
                         after_english_street(folded, clause.begin + *house)};
            } else if (label < clause.begin + *house) {
                range.begin = label + 1;
            } else if (const auto bracket = folded.find(U')', clause.begin + *house); bracket < clause.end) {
                range.end = bracket + 1;  // what is to be done there is no part of it
            } else {
                range.end = without_errand(folded, range);
            }
            add(sentence, trimmed(folded, range), ToCopy::Kind::address, by_places);
        }
    }

    /// "3号窗口办理": a few words behind the last that is a place.
    static std::size_t without_errand(std::u32string_view text, TextRange range) {
        constexpr std::size_t longest = 4;
        const std::size_t end = trimmed(text, range).end;
        const std::size_t last = text.substr(0, end).find_last_of(U"号楼室层幢栋口厅座门院区旁边侧面0123456789");
        return last >= range.begin && end - last - 1 <= longest ? last + 1 : end;
    }

    void asked_papers(TextRange sentence, std::u32string_view folded) {
        TextRange range{folded.size(), folded.size()};
        TextRange before{};
        for (const TextRange& clause : clauses(folded, U"，；。,;!！")) {
            const std::u32string_view text = cut(folded, clause);
            const bool begins = range.empty() && asks(text);
            if (range.empty() && !begins) {
                before = clause;
                continue;
            }
            if (!begins && !names_paper(text)) {
                // "bring your passport and, if you rent, the lease": it goes on behind what lies between.
                const std::u32string_view so_far = cut(folded, trimmed(folded, range));
                const std::u32string_view own = cut(folded, trimmed(folded, clause));
                if (!range.empty() && begins_with_one(own, {U"以及", U"还有", U"并"})) {
                    range.end = clause.end;
                    continue;
                }
                const bool goes_on = so_far.ends_with(U" and") || so_far.ends_with(U" or");
                if (!goes_on && names_paper(so_far)) break;
                continue;
            }
            // "如有房产证，请一并带来": they have been named before.
            if (begins)
                range.begin = !names_paper(text) && names_paper(cut(folded, before)) ? before.begin : clause.begin;
            range.end = clause.end;
        }
        if (range.empty()) range = {0, folded.size()};
        range = trimmed(folded, range);
        if (range.end == folded.size() && folded.ends_with(U'.')) --range.end;
        add(sentence, range, ToCopy::Kind::papers, by_things);
    }

    bool hours(TextRange sentence, std::u32string_view folded) {
        const int times = clocks(folded);
        const bool labelled = after_label(folded, {U"时间", U"hours", U"Hours"}) > 0;
        const bool is_timetable = spans_hours(folded);
        const bool never_closes = opens_all_day(folded);
        const bool opens = labelled || is_timetable ||
                           has_one(folded, {U"开门", U"关门", U"上班",  U"下班", U"营业",    U"开放",      U"办公",
                                            U"每天", U"每日", U"每周",  U"星期", U"工作日",  U"值班",      U"早饭",
                                            U"午饭", U"晚饭", U"周一",  U"周二", U"周三",    U"周四",      U"周五",
                                            U"周六", U"周日", U"周末",  U"每月", U"weekday", U"早餐",      U"午餐",
                                            U"晚餐", U"首班", U"末班",  U"开馆", U"接诊",    U"投放",      U"门诊",
                                            U"接待", U"open", U"close", U"Open", U"serve",   U"every day", U"Monday"});
        // "6月1日起", "5月1日至9月30日" are no single days.
        const auto names_day = [](std::u32string_view text, std::u32string_view not_before) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                const std::size_t end = after_day(text, i);
                if (end == i) continue;
                const bool is_followed = end < text.size() && is_one_of(text[end], not_before);
                if (!is_followed) return true;
                const std::size_t other = after_day(text, end + 1);
                if (text[end] != U'起' && other == end + 1) return true;
                i = std::max(end, other);
            }
            return false;
        };
        const bool is_one_day = names_day(folded, U"起至到-~—");
        const bool is_regular = has_one(folded, {U"每天", U"每日", U"每周", U"每月", U"工作日"});
        const bool names_weekdays = has_one(folded, {U"周一", U"周二", U"周三", U"周四", U"周五", U"周六", U"周日",
                                                     U"星期", U"每天", U"每日", U"每周", U"工作日"});
        const bool has_no_time = never_closes || opens_on_weekdays(folded) || (labelled && names_weekdays);
        if ((times == 0 && !has_no_time) || (!opens && !never_closes) || (is_one_day && !is_regular)) return false;
        if (is_one_day && times < 2 && !has_one(folded, {U"每天", U"每日", U"每月"})) return false;
        const bool is_exact = times >= 2 || is_timetable || has_no_time;
        if (!is_exact && !labelled && !is_regular && !has_one(folded, {U"开门", U"关门"})) return false;
        // What comes before the first time or day and after the last one is about something else.
        TextRange range{folded.size(), folded.size()};
        for (const TextRange& clause : clauses(folded)) {
            const std::u32string_view text = cut(folded, clause);
            const bool tells_when = clocks(text) > 0 || names_day(text, {}) || opens_all_day(text) ||
                                    opens_on_weekdays(text) ||
                                    has_one(text, {U"星期", U"周", U"休息", U"节假日", U"关门", U"每天", U"每日",
                                                   U"每月", U"工作日", U"时间", U"Saturday", U"Sunday", U"day"});
            if (!tells_when) continue;
            if (range.empty()) range.begin = clause.begin;
            range.end = clause.end;
        }
        if (range.empty()) range = {0, folded.size()};
        add(sentence, trimmed(folded, range), ToCopy::Kind::hours, by_clauses);
        return true;
    }

    /// A day, with what its clause says of it and the times that follow.
    void days(TextRange sentence, std::u32string_view folded) {
        const auto all = clauses(folded);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::u32string_view text = cut(folded, all[i]);
            std::size_t at = 0;
            while (at < text.size() && (after_day(text, at) == at || is_in_count(text, at))) ++at;
            if (at >= text.size()) continue;
            TextRange range = all[i];
            while (i + 1 < all.size() && clocks(cut(folded, all[i + 1])) > 0) range.end = all[++i].end;
            add(sentence, trimmed(folded, range), ToCopy::Kind::day, by_clauses);
        }
    }

    void add(TextRange sentence, TextRange within, ToCopy::Kind kind,
             std::vector<Group> (*grouped)(std::u32string_view)) {
        ToCopy item;
        item.kind = kind;
        item.range = {sentence.begin + within.begin, sentence.begin + within.end};
        item.words = std::u32string(cut(article_.text, item.range));
        item.about = about(item.words, item.kind);
        item.groups = grouped(item.words);
        add(std::move(item));
    }

    void add(ToCopy item) {
        const auto is_same = [&](const ToCopy& other) { return other.kind == item.kind && other.words == item.words; };
        if (std::ranges::none_of(found_, is_same)) found_.push_back(std::move(item));
    }

    [[nodiscard]] std::u32string_view all_of_sentence() const {
        return cut(article_.text, trimmed(article_.text, sentence_));
    }

    /// Its first characters, and no part of a word.
    static std::u32string beginning(std::u32string_view all, std::size_t longest) {
        std::size_t end = longest;
        while (end > longest / 2 && is_latin(all[end]) && is_latin(all[end - 1])) --end;
        return std::u32string(all.substr(0, end));
    }

    /// The sentence, unless the words are most of it; where that says little, the heading, too.
    [[nodiscard]] std::u32string about(std::u32string_view words, ToCopy::Kind kind) const {
        constexpr std::size_t says_little = 18;
        const bool is_english = std::ranges::none_of(all_of_sentence(), is_hanzi);
        const std::size_t longest = is_english ? 200 : 90;
        const std::u32string_view all = all_of_sentence();
        std::u32string told;
        const bool is_somebody_s = kind == ToCopy::Kind::telephone || kind == ToCopy::Kind::address;
        if (is_somebody_s ? all != words : 2 * words.size() < all.size())
            told = all.size() > longest ? beginning(all, longest) + U"…" : std::u32string(all);
        // Who is dialled is said by a few words beside the number; a heading may be about something else.
        constexpr std::size_t says_enough = 4;
        const bool is_told = is_somebody_s && told.size() >= words.size() + says_enough;
        if (!is_told && told.size() < says_little && !heading_.empty())
            told = heading_ + (told.empty() ? U"" : U"，") + told;
        return told;
    }

    const text::Article& article_;
    TextRange sentence_;  ///< being looked at
    std::u32string heading_;
    std::vector<ToCopy> found_;
};

// "2026 年 9 月 1 日": spaces that only set Hanzi and digits apart say nothing, and what looks for words need not know
// them.

/// Where they are.
std::vector<std::size_t> setting_spaces(std::u32string_view text) {
    std::vector<std::size_t> spaces;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool parts =
            (is_hanzi(text[i - 1]) && is_digit(text[i + 1])) || (is_digit(text[i - 1]) && is_hanzi(text[i + 1]));
        if (text[i] == U' ' && parts) spaces.push_back(i);
    }
    return spaces;
}

/// The place in the text without them of one in the text with them.
std::size_t without_spaces(std::size_t place, const std::vector<std::size_t>& spaces) {
    return place - static_cast<std::size_t>(std::ranges::lower_bound(spaces, place) - spaces.begin());
}

/// And back; a place behind a space, not before it.
std::size_t with_spaces(std::size_t place, const std::vector<std::size_t>& spaces) {
    for (const std::size_t space : spaces) {
        if (space > place) break;
        ++place;
    }
    return place;
}

text::Article without(const text::Article& article, const std::vector<std::size_t>& spaces) {
    text::Article set = article;
    set.text.clear();
    std::size_t begin = 0;
    for (const std::size_t space : spaces) {
        set.text.append(article.text, begin, space - begin);
        begin = space + 1;
    }
    set.text.append(article.text, begin);
    for (text::Block& block : set.blocks)
        block.range = {without_spaces(block.range.begin, spaces), without_spaces(block.range.end, spaces)};
    return set;
}

void add_digits(std::vector<Group>& groups, std::u32string_view digits) {
    Group group{std::u32string(digits), {}};
    for (const char32_t c : digits) {
        if (!group.said.empty()) group.said += U' ';
        group.said += c;
    }
    groups.push_back(std::move(group));
}

}  // namespace

std::vector<ToCopy> to_copy(const text::Article& article) {
    const std::vector<std::size_t> spaces = setting_spaces(article.text);
    if (spaces.empty()) return Copyist(article).look();
    std::vector<ToCopy> found = Copyist(without(article, spaces)).look();
    for (ToCopy& item : found)
        item.range = {with_spaces(item.range.begin, spaces), with_spaces(item.range.end - 1, spaces) + 1};
    return found;
}

std::vector<Group> dictated(std::u32string_view telephone) {
    constexpr std::size_t mobile = 11;
    std::vector<Group> groups;
    std::vector<std::u32string> runs;
    for (const char32_t c : telephone) {
        if (!is_digit(c)) {
            if (runs.empty() || !runs.back().empty()) runs.emplace_back();
        } else {
            if (runs.empty()) runs.emplace_back();
            runs.back() += c >= 0xFF10 ? c - 0xFF10 + U'0' : c;
        }
    }
    std::erase_if(runs, [](const std::u32string& run) { return run.empty(); });
    std::u32string digits;
    for (const std::u32string& run : runs) digits += run;
    // However it is written, a mobile number is said as 3-4-4.
    const bool is_mobile = digits.size() == mobile && digits[0] == U'1' && digits[1] >= U'3';
    if (is_mobile && runs.front().size() > 1) runs = {digits};  // 1-800-555-0134 is none
    const bool is_from_abroad = telephone.starts_with(U'+');
    for (const std::u32string& run : runs) {
        std::u32string_view rest = run;
        if (rest.size() == mobile && rest[0] == U'1' && rest[1] >= U'3') {
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        } else if (rest.size() >= 10 && rest[0] == U'0') {  // the area code, of three digits for the largest cities
            const std::size_t area = rest[1] == U'1' || rest[1] == U'2' ? 3 : 4;
            add_digits(groups, rest.substr(0, area));
            rest.remove_prefix(area);
        } else if (rest.size() == 10) {  // 400 123 4567
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        }
        if (rest.size() == 7) {
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        }
        while (rest.size() > 5) {
            add_digits(groups, rest.substr(0, 4));
            rest.remove_prefix(4);
        }
        if (!rest.empty()) add_digits(groups, rest);
    }
    if (is_from_abroad && !groups.empty()) {
        groups.front().shown.insert(0, U"+");
        groups.front().said.insert(0, U"+ ");
    }
    return groups;
}

}  // namespace tingdu::prepare