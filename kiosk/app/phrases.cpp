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
        case Phrase::paused_spoken:
            return {U"现在停着。要接着听，请按确定。", U"It is paused. To go on, press select."};
        case Phrase::preparing:
            return {U"正在准备，请稍等。", U"One moment, please."};
        case Phrase::no_articles:
            return {U"这里还没有文章。", U"There is nothing to read here yet."};
        case Phrase::sound_lost:
            return {U"声音暂时出不来，文字还能看。", U"No sound just now; the words are still here."};
        case Phrase::settings:
            return {U"设置", U"Settings"};
        case Phrase::settings_spoken:
            return {U"设置。上下选一项，左右改它。改好了，按返回。",
                    U"Settings. Up and down choose one, left and right change it. When you are done, press back."};
        case Phrase::settings_kept:
            return {U"离开后自动恢复", U"Back to normal when you leave"};
        case Phrase::less:
            return {U"往前调", U"less"};
        case Phrase::more:
            return {U"往后调", U"more"};
        case Phrase::all_normal:
            return {U"全部恢复", U"All normal"};
        case Phrase::all_normal_now:
            return {U"全部恢复了。", U"All is as it was."};
        case Phrase::more_settings:
            return {U"设置", U"More"};
        case Phrase::help:
            return {U"帮助", U"Help"};
        case Phrase::help_spoken:
            return {U"帮助。按任意键，我告诉您它做什么。按两次帮助键离开。",
                    U"Help. Press any key, and I tell you what it does. Press help twice to leave."};
        case Phrase::help_hint:
            return {U"按任意键，我告诉您它做什么", U"Press any key: I tell you what it does"};
        case Phrase::leave_help:
            return {U"离开帮助", U"Leave help"};
        case Phrase::curtain_drawn:
            return {U"屏幕已经遮住，声音还在。再按一次恢复。", U"The screen is hidden; the voice is not."};
        case Phrase::language_now:
            return {U"现在说中文。", U"I speak English now."};
        case Phrase::would_read_on:
            return {U"松开后从这一句读起，滑开就取消。",
                    U"Let go to read on from this sentence, slide off to leave it."};
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

std::u32string would_open_subject(int number, std::u32string_view name, Language language) {
    return wide(language == Language::mandarin
                    ? fmt::format("松开后会打开第{}类，{}。滑开就取消。", number, to_utf8(name))
                    : fmt::format("Let go to open number {}, {}. Slide off to leave it.", number, to_utf8(name)));
}

std::u32string would_open_entry(int number, std::u32string_view title, int minutes, Language language) {
    const std::string name = to_utf8(title);
    return wide(language == Language::mandarin
                    ? fmt::format("松开后会打开第{}篇，《{}》，约{}分钟。滑开就取消。", number, name, minutes)
                    : fmt::format("Let go to open number {}, “{}”, about {}. Slide off to leave it.", number, name,
                                  plural(static_cast<std::size_t>(minutes), "minute", "minutes")));
}

std::u32string would_press(std::u32string_view label, Language language) {
    return wide(language == Language::mandarin
                    ? fmt::format("松开就是“{}”，滑开就取消。", to_utf8(label))
                    : fmt::format("Let go for “{}”, slide off to leave it.", to_utf8(label)));
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

std::u32string_view key_name(Key key, Language language) {
    const auto in = [language](std::u32string_view chinese, std::u32string_view english) {
        return language == Language::mandarin ? chinese : english;
    };
    switch (key) {
        case Key::up:
            return in(U"向上", U"Up");
        case Key::down:
            return in(U"向下", U"Down");
        case Key::left:
            return in(U"向左", U"Left");
        case Key::right:
            return in(U"向右", U"Right");
        case Key::select:
            return in(U"确定", U"Select");
        case Key::back:
            return in(U"返回", U"Back");
        case Key::home:
            return in(U"主页", U"Home");
        case Key::next:
            return in(U"下一句", U"Next");
        case Key::previous:
            return in(U"上一句", U"Previous");
        case Key::pause:
            return in(U"暂停", U"Pause");
        case Key::repeat:
            return in(U"再听一遍", U"Once more");
        case Key::where:
            return in(U"我在哪里", U"Where am I");
        case Key::help:
            return in(U"帮助", U"Help");
        case Key::slower:
            return in(U"慢一点", U"Slower");
        case Key::faster:
            return in(U"快一点", U"Faster");
        case Key::cycle_rate:
            return in(U"快慢", U"Speed");
        case Key::quieter:
            return in(U"小声", U"Softer");
        case Key::louder:
            return in(U"大声", U"Louder");
        case Key::smaller:
            return in(U"小字", U"Smaller");
        case Key::larger:
            return in(U"大字", U"Larger");
        case Key::theme:
            return in(U"颜色", U"Colours");
        case Key::language:
            return in(U"语言", U"Language");
        case Key::pinyin:
            return in(U"拼音", U"Pinyin");
        case Key::settings:
            return in(U"设置", U"Settings");
        case Key::curtain:
            return in(U"遮住屏幕", U"Curtain");
        case Key::switch_move:
            return in(U"移动", U"Move");
        case Key::switch_choose:
            return in(U"选定", U"Choose");
        default:
            return in(U"数字", U"Number");
    }
}

std::u32string_view key_help(Key key, Language language) {
    const auto in = [language](std::u32string_view chinese, std::u32string_view english) {
        return language == Language::mandarin ? chinese : english;
    };
    switch (key) {
        case Key::up:
            return in(U"向上。到上一项；读文章时，到上一段。",
                      U"Up. To the entry above; in an article, back a paragraph.");
        case Key::down:
            return in(U"向下。到下一项；读文章时，到下一段。",
                      U"Down. To the entry below; in an article, on a paragraph.");
        case Key::left:
            return in(U"向左。往回走一步；在设置里，调小一点。", U"Left. One step back; in the settings, less.");
        case Key::right:
            return in(U"向右。往前走一步；在设置里，调大一点。", U"Right. One step on; in the settings, more.");
        case Key::select:
            return in(U"确定。打开现在这一项。", U"Select. Opens the entry that you are on.");
        case Key::back:
            return in(U"返回。回到上一个画面。", U"Back. To the screen before.");
        case Key::home:
            return in(U"主页。回到最开始。", U"Home. Back to the very beginning.");
        case Key::next:
            return in(U"下一句。", U"Next sentence.");
        case Key::previous:
            return in(U"上一句。", U"Previous sentence.");
        case Key::pause:
            return in(U"确定和暂停。读文章时，停下，再按接着读。",
                      U"Select and pause. In an article it stops the voice, and once more goes on.");
        case Key::repeat:
            return in(U"再听一遍刚才那一句。", U"Once more. Says the last sentence again.");
        case Key::where:
            return in(U"我在哪里。告诉您现在听到了哪里。", U"Where am I. Tells you where you are.");
        case Key::help:
            return in(U"帮助。再按一次，离开帮助。", U"Help. Press it again to leave help.");
        case Key::slower:
            return in(U"慢一点。让我读得慢些。", U"Slower. I read more slowly.");
        case Key::faster:
            return in(U"快一点。让我读得快些。", U"Faster. I read faster.");
        case Key::cycle_rate:
            return in(U"快慢。按一次换一种速度。", U"Speed. Each press is another speed.");
        case Key::quieter:
            return in(U"小声一点。", U"Softer.");
        case Key::louder:
            return in(U"大声一点。", U"Louder.");
        case Key::smaller:
            return in(U"字小一点。", U"Smaller type.");
        case Key::larger:
            return in(U"字大一点。", U"Larger type.");
        case Key::theme:
            return in(U"颜色。按一次换一种颜色。", U"Colours. Each press is another scheme.");
        case Key::language:
            return in(U"语言。换成英语，再按换回来。", U"Language. Changes to Chinese, and back.");
        case Key::pinyin:
            return in(U"拼音。大字幕上注上拼音。", U"Pinyin. Shows how the big characters are read.");
        case Key::settings:
            return in(U"设置。字的大小、快慢、声音、颜色，都在这里改。",
                      U"Settings. Size of type, speed, loudness and colours are changed there.");
        case Key::curtain:
            return in(U"遮住屏幕。屏幕什么也不显示，只听声音；再按恢复。",
                      U"Curtain. The screen shows nothing, and you only listen; once more ends it.");
        case Key::switch_move:
            return in(U"移动。到下一个可以选的。", U"Move. To the next thing that you can choose.");
        case Key::switch_choose:
            return in(U"选定。就要现在这一个。", U"Choose. Takes the thing that you are on.");
        default:
            return in(U"数字键。按几，就打开第几项。", U"A number. It opens the entry of that number.");
    }
}

std::u32string spoken_setting(int number, std::u32string_view name, std::u32string_view step, Language language) {
    return wide(language == Language::mandarin
                    ? fmt::format("第{}项，{}，现在是{}。", number, to_utf8(name), to_utf8(step))
                    : fmt::format("{}. {}: {}.", number, to_utf8(name), to_utf8(step)));
}

std::u32string spoken_change(std::u32string_view name, std::u32string_view step, Language language) {
    return wide(language == Language::mandarin ? fmt::format("{}改成了{}。", to_utf8(name), to_utf8(step))
                                               : fmt::format("{}: {}.", to_utf8(name), to_utf8(step)));
}

}  // namespace tingdu::app
