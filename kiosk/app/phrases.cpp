#include "kiosk/app/phrases.h"

#include <fmt/format.h>

#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

struct Wording {
    std::u32string_view chinese;
    std::u32string_view english;
};

Wording wording_of(Phrase phrase) {
    switch (phrase) {
        case Phrase::greeting:
            return {U"您好，我读给您听", U"Hello. I can read to you."};
        case Phrase::greeting_other:
            return {U"Hello. I can read to you.", U"您好，我读给您听"};
        case Phrase::start:
            return {U"开始", U"Start"};
        case Phrase::start_hint:
            return {U"触摸屏幕，或按任意键", U"Touch the screen or press any key"};
        case Phrase::start_spoken:
            return {U"您好，我读给您听。请触摸屏幕，或按任意键。",
                    U"Hello. I can read to you. Touch the screen, or press any key."};
        case Phrase::other_language:
            return {U"English", U"中文"};
        case Phrase::language_key:
            return {U"L", U"L"};
        case Phrase::what_to_hear:
            return {U"想听什么？", U"What would you like to hear?"};
        case Phrase::back:
            return {U"返回", U"Back"};
        case Phrase::home:
            return {U"主页", U"Home"};
        case Phrase::previous_page:
            return {U"上一页", U"Page back"};
        case Phrase::next_page:
            return {U"下一页", U"Next page"};
        case Phrase::pause:
            return {U"暂停", U"Pause"};
        case Phrase::go_on:
            return {U"继续", U"Go on"};
        case Phrase::once_more:
            return {U"再听一遍", U"Once more"};
        case Phrase::from_the_start:
            return {U"从头再听", U"From the start"};
        case Phrase::previous_sentence:
            return {U"上一句", U"Earlier"};
        case Phrase::next_sentence:
            return {U"下一句", U"Later"};
        case Phrase::previous_paragraph:
            return {U"上一段", U"Rewind"};
        case Phrase::next_paragraph:
            return {U"下一段", U"Skip"};
        case Phrase::adjust:
            return {U"调整", U"Adjust"};
        case Phrase::adjusted:
            return {U"调好了", U"Done"};
        case Phrase::slower:
            return {U"慢一点", U"Slower"};
        case Phrase::faster:
            return {U"快一点", U"Faster"};
        case Phrase::quieter:
            return {U"小声", U"Softer"};
        case Phrase::louder:
            return {U"大声", U"Louder"};
        case Phrase::smaller:
            return {U"小字", U"Smaller"};
        case Phrase::larger:
            return {U"大字", U"Larger"};
        case Phrase::opening:
            return {U"正在打开……", U"Opening…"};
        case Phrase::preparing:
            return {U"正在准备，请稍等。", U"One moment, please."};
        case Phrase::no_articles:
            return {U"这里还没有文章。", U"There is nothing to read here yet."};
        case Phrase::sound_lost:
            return {U"声音暂时出不来，文字还能看。", U"No sound just now; the words are still here."};
        case Phrase::first_already:
            return {U"已经是第一项了。", U"This is the first one."};
        case Phrase::last_already:
            return {U"已经是最后一项了。", U"This is the last one."};
        case Phrase::language_now:
            return {U"现在说中文。", U"I speak English now."};
    }
    return {};
}

std::u32string wide(const std::string& bytes) {
    return from_utf8(bytes);
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string english_month(int month) {
    static constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
    return std::string(names[(month - 1) % 12]);
}

std::string key_name(Key key, Language language) {
    const bool chinese = language == Language::mandarin;
    switch (key) {
        case Key::help:
            return chinese ? "帮助" : "Help";
        case Key::theme:
            return chinese ? "配色" : "Colours";
        case Key::pinyin:
            return chinese ? "拼音" : "Pinyin";
        case Key::switch_move:
            return chinese ? "开关一" : "Switch one";
        case Key::switch_choose:
            return chinese ? "开关二" : "Switch two";
        default:
            return chinese ? "这个" : "This";
    }
}

}  // namespace

std::u32string_view phrase(Phrase wanted, Language language) {
    const Wording wording = wording_of(wanted);
    return language == Language::mandarin ? wording.chinese : wording.english;
}

std::u32string subjects_count(std::size_t count, Language language) {
    return wide(language == Language::mandarin ? fmt::format("共 {} 类", count) : plural(count, "subject", "subjects"));
}

std::u32string articles_count(std::size_t count, Language language) {
    return wide(language == Language::mandarin ? fmt::format("{} 篇", count) : plural(count, "article", "articles"));
}

std::u32string page_of(int page, int pages, Language language) {
    return wide(language == Language::mandarin ? fmt::format("第 {} 页，共 {} 页", page, pages)
                                               : fmt::format("Page {} of {}", page, pages));
}

std::u32string about_minutes(int minutes, Language language) {
    return wide(language == Language::mandarin ? fmt::format("约 {} 分钟", minutes)
                                               : fmt::format("about {} min", minutes));
}

std::u32string minutes_left(int minutes, Language language) {
    return wide(language == Language::mandarin ? fmt::format("还有 {} 分钟", minutes)
                                               : fmt::format("{} min left", minutes));
}

std::u32string shown_date(const Date& date, Language language) {
    if (language == Language::mandarin) {
        if (date.month == 0) return wide(fmt::format("{} 年", date.year));
        if (date.day == 0) return wide(fmt::format("{} 年 {} 月", date.year, date.month));
        return wide(fmt::format("{} 年 {} 月 {} 日", date.year, date.month, date.day));
    }
    if (date.month == 0) return wide(fmt::format("{}", date.year));
    if (date.day == 0) return wide(fmt::format("{} {}", english_month(date.month), date.year));
    return wide(fmt::format("{} {} {}", date.day, english_month(date.month), date.year));
}

std::u32string spoken_subject(int number, std::u32string_view name, std::size_t articles, Language language) {
    const std::string title = to_utf8(name);
    return wide(language == Language::mandarin
                    ? fmt::format("第{}类，{}，{}篇。", number, title, articles)
                    : fmt::format("{}. {}, {}.", number, title, plural(articles, "article", "articles")));
}

std::u32string spoken_entry(int number, std::u32string_view title, const std::optional<Date>& date, int minutes,
                            Language language) {
    const bool chinese = language == Language::mandarin;
    std::string said =
        chinese ? fmt::format("第{}篇，{}。", number, to_utf8(title)) : fmt::format("{}. {}. ", number, to_utf8(title));
    if (date) said += to_utf8(shown_date(*date, language)) + (chinese ? "，" : ", ");
    said += chinese ? fmt::format("约{}分钟。", minutes)
                    : fmt::format("about {}.", plural(static_cast<std::size_t>(minutes), "minute", "minutes"));
    return wide(said);
}

std::u32string published_long_ago(const Date& date, Language language) {
    const std::string day = to_utf8(shown_date(date, language));
    return wide(language == Language::mandarin ? fmt::format("这篇是 {}发布的，可能已经过时。", day)
                                               : fmt::format("This is from {} and may be out of date.", day));
}

std::u32string day_has_passed(const Date& date, Language language) {
    const std::string day = to_utf8(shown_date(date, language));
    return wide(language == Language::mandarin ? fmt::format("这里说的日期（{}）已经过了。", day)
                                               : fmt::format("The date given here, {}, has passed.", day));
}

std::u32string heard_to_the_end(std::u32string_view title, Language language) {
    const std::string name = to_utf8(title);
    return wide(language == Language::mandarin ? fmt::format("《{}》读完了。", name)
                                               : fmt::format("That was {}.", name));
}

std::u32string next_article(std::u32string_view title, Language language) {
    const std::string name = to_utf8(title);
    return wide(language == Language::mandarin ? fmt::format("下一篇：{}", name) : fmt::format("Next: {}", name));
}

std::u32string spoken_offers(std::u32string_view next, Language language) {
    const bool chinese = language == Language::mandarin;
    const auto offer = [&](std::u32string_view label, std::string_view key) {
        return chinese ? fmt::format("{}，请按{}。", to_utf8(label), key)
                       : fmt::format("{}: press {}. ", to_utf8(label), key);
    };
    std::string said = offer(phrase(Phrase::from_the_start, language), chinese ? "确定" : "select");
    if (!next.empty()) said += offer(next_article(next, language), chinese ? "右" : "right");
    return wide(said + offer(phrase(Phrase::back, language), chinese ? "返回" : "back"));
}

std::u32string spoken_where(std::u32string_view title, std::size_t paragraph, std::size_t paragraphs, int minutes,
                            Language language) {
    const std::string name = to_utf8(title);
    return wide(
        language == Language::mandarin
            ? fmt::format("现在读的是《{}》，第{}段，共{}段，还有大约{}分钟。", name, paragraph, paragraphs, minutes)
            : fmt::format("This is “{}”, paragraph {} of {}, about {} left.", name, paragraph, paragraphs,
                          plural(static_cast<std::size_t>(minutes), "minute", "minutes")));
}

std::u32string not_ready(Key key, Language language) {
    const std::string name = key_name(key, language);
    return wide(language == Language::mandarin ? fmt::format("“{}”现在还不能用。", name)
                                               : fmt::format("{} cannot be used yet.", name));
}

}  // namespace tingdu::app
