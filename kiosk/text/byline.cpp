#include "kiosk/text/byline.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/numerals.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

constexpr std::size_t longest_byline = 160;
constexpr std::size_t longest_source = 40;

char32_t at(View text, std::size_t place) {
    return place < text.size() ? text[place] : U'\0';
}

// ---- dates

struct Number {
    int value{};
    std::size_t size{};
};

Number arabic_at(View text, std::size_t most) {
    Number number;
    while (number.size < most && is_digit(at(text, number.size))) {
        const char32_t c = text[number.size++];
        number.value = number.value * 10 + static_cast<int>(c >= 0xFF10 ? c - 0xFF10 : c - U'0');
    }
    return number;
}

int chinese_digit(char32_t c) {
    if (c == U'零' || c == U'○' || c == U'O') return 0;
    const std::size_t value = chinese_digits.find(c);
    return value == View::npos ? -1 : static_cast<int>(value);
}

Number chinese_year_at(View text) {
    Number year;
    while (year.size < 4 && chinese_digit(at(text, year.size)) >= 0) {
        year.value = year.value * 10 + chinese_digit(text[year.size++]);
    }
    return year.size == 4 ? year : Number{};
}

/// 一 to 三十一.
Number chinese_count_at(View text) {
    Number number;
    int units = chinese_digit(at(text, 0));
    if (units > 0) number = {units, 1};
    if (at(text, number.size) != U'十') return number;
    number = {(number.size == 0 ? 1 : number.value) * 10, number.size + 1};
    units = chinese_digit(at(text, number.size));
    if (units > 0) number = {number.value + units, number.size + 1};
    return number;
}

std::size_t blanks_at(View text, std::size_t place) {
    std::size_t size = 0;
    while (is_blank(at(text, place + size))) ++size;
    return size;
}

/// "09:30", "T09:30:00+08:00", "上午9时30分", "星期二" in any order after a date, each with the blanks before it.
std::size_t time_of_day_at(View text) {
    std::size_t size = 0;
    for (;;) {
        std::size_t next = size + blanks_at(text, size);
        const View rest = text.substr(next);
        if (rest.starts_with(U"星期") || rest.starts_with(U"周")) {
            size = next + (rest[0] == U'周' ? 2 : 3);
            continue;
        }
        if (rest.starts_with(U"上午") || rest.starts_with(U"下午")) next += 2;
        if (at(text, next) == U'T') ++next;
        const Number hour = arabic_at(text.substr(next), 2);
        const char32_t mark = at(text, next + hour.size);
        if (hour.size == 0 || !is_one_of(mark, U":：时点")) return size;
        size = next + hour.size + 1;
        while (is_digit(at(text, size)) || (is_one_of(at(text, size), U":：分秒+.Z") && at(text, size) != U'\0'))
            ++size;
    }
}

constexpr std::array<View, 12> english_months = {U"jan", U"feb", U"mar", U"apr", U"may", U"jun",
                                                 U"jul", U"aug", U"sep", U"oct", U"nov", U"dec"};

/// "March 12, 2024", "12 March 2024", "Mar. 2024".
DateAt english_date_at(View text) {
    std::size_t size = 0;
    Number day = arabic_at(text, 2);
    if (day.size > 0) size = day.size + blanks_at(text, day.size);
    const auto opens_word = [word = text.substr(std::min(size, text.size()))](View name) {
        return word.size() >= name.size() &&
               std::equal(name.begin(), name.end(), word.begin(),
                          [](char32_t a, char32_t b) { return a == (b >= U'A' && b <= U'Z' ? b - U'A' + U'a' : b); });
    };
    const auto month = std::ranges::find_if(english_months, opens_word);
    if (month == english_months.end()) return {};
    while (is_latin(at(text, size))) ++size;
    const auto skip = [&] {
        while (is_blank(at(text, size)) || is_one_of(at(text, size), U".,")) ++size;
    };
    skip();
    if (day.size == 0) {
        day = arabic_at(text.substr(size), 2);
        if (is_digit(at(text, size + day.size))) day = {};  // a year
        size += day.size;
        skip();
    }
    const Number year = arabic_at(text.substr(size), 4);
    if (year.size != 4 || day.value > 31) return {};
    return {{year.value, static_cast<int>(month - english_months.begin()) + 1, day.value}, size + year.size};
}

// ---- labels

enum class Label { date, unsure_date, last_day, source, other };

struct Known {
    View word;
    Label label;
};

/// Longer words before those they begin with.
constexpr std::array labels = {
    Known{U"信息发布时间", Label::date}, Known{U"发布时间", Label::date},     Known{U"发布日期", Label::date},
    Known{U"发表时间", Label::date},     Known{U"发表日期", Label::date},     Known{U"更新时间", Label::date},
    Known{U"更新日期", Label::date},     Known{U"成文日期", Label::date},     Known{U"发文日期", Label::date},
    Known{U"发文时间", Label::date},     Known{U"生成日期", Label::date},     Known{U"添加时间", Label::date},
    Known{U"编稿时间", Label::date},     Known{U"编发时间", Label::date},     Known{U"发稿时间", Label::date},
    Known{U"上传时间", Label::date},     Known{U"公开日期", Label::date},     Known{U"公布日期", Label::date},
    Known{U"印发日期", Label::date},     Known{U"修改时间", Label::date},     Known{U"创建时间", Label::date},
    Known{U"录入时间", Label::date},     Known{U"时间", Label::unsure_date},  Known{U"日期", Label::unsure_date},
    Known{U"发布于", Label::date},       Known{U"信息来源", Label::source},   Known{U"文章来源", Label::source},
    Known{U"新闻来源", Label::source},   Known{U"稿件来源", Label::source},   Known{U"来源", Label::source},
    Known{U"稿源", Label::source},       Known{U"发布机构", Label::source},   Known{U"发布单位", Label::source},
    Known{U"发布部门", Label::source},   Known{U"发文机关", Label::source},   Known{U"发文单位", Label::source},
    Known{U"供稿单位", Label::source},   Known{U"供稿", Label::other},        Known{U"作者", Label::other},
    Known{U"记者", Label::other},        Known{U"责任编辑", Label::other},    Known{U"责编", Label::other},
    Known{U"编辑", Label::other},        Known{U"审核", Label::other},        Known{U"审校", Label::other},
    Known{U"撰稿", Label::other},        Known{U"发布人", Label::other},      Known{U"发布者", Label::other},
    Known{U"浏览次数", Label::other},    Known{U"浏览量", Label::other},      Known{U"浏览数", Label::other},
    Known{U"浏览", Label::other},        Known{U"阅读次数", Label::other},    Known{U"阅读量", Label::other},
    Known{U"阅读数", Label::other},      Known{U"阅读", Label::other},        Known{U"点击次数", Label::other},
    Known{U"点击量", Label::other},      Known{U"点击数", Label::other},      Known{U"点击率", Label::other},
    Known{U"点击", Label::other},        Known{U"访问次数", Label::other},    Known{U"访问量", Label::other},
    Known{U"人气", Label::other},        Known{U"字体大小", Label::other},    Known{U"文字大小", Label::other},
    Known{U"字体", Label::other},        Known{U"字号", Label::other},        Known{U"视力保护色", Label::other},
    Known{U"保护视力色", Label::other},  Known{U"打印", Label::other},        Known{U"分享到", Label::other},
    Known{U"分享", Label::other},        Known{U"索引号", Label::other},      Known{U"发文字号", Label::other},
    Known{U"文号", Label::other},        Known{U"有效期至", Label::last_day}, Known{U"有效期限", Label::last_day},
    Known{U"有效期", Label::last_day},   Known{U"截止日期", Label::last_day}, Known{U"截止时间", Label::last_day},
    Known{U"失效日期", Label::last_day}, Known{U"有效期至", Label::last_day}, Known{U"有效期限", Label::last_day},
    Known{U"有效期", Label::last_day},   Known{U"截止日期", Label::last_day}, Known{U"截止时间", Label::last_day},
    Known{U"失效日期", Label::last_day}, Known{U"published", Label::date},    Known{U"date", Label::unsure_date},
    Known{U"source", Label::source},     Known{U"author", Label::other},      Known{U"發布時間", Label::date},
    Known{U"發佈時間", Label::date},     Known{U"發布日期", Label::date},     Known{U"發佈日期", Label::date},
    Known{U"更新時間", Label::date},     Known{U"時間", Label::unsure_date},  Known{U"資料來源", Label::source},
    Known{U"新聞來源", Label::source},   Known{U"來源", Label::source},       Known{U"發布單位", Label::source},
    Known{U"發佈單位", Label::source},   Known{U"記者", Label::other},        Known{U"編輯", Label::other},
    Known{U"瀏覽次數", Label::other},    Known{U"點閱次數", Label::other},    Known{U"截止時間", Label::last_day},
};

/// Buttons that saved pages leave in the line; they carry no value.
constexpr std::array<View, 25> buttons = {U"打印本页", U"打印", U"关闭窗口", U"关闭", U"分享到",   U"分享", U"收藏",
                                          U"放大",     U"缩小", U"默认",     U"特大", U"超大",     U"大",   U"中",
                                          U"小",       U"字体", U"字号",     U"纠错", U"语音播报", U"朗读", U"T+",
                                          U"T-",       U"A+",   U"A-",       U"次"};

bool begins_with(View text, View word) {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char32_t a, char32_t b) {
               return a == (b >= U'A' && b <= U'Z' && a >= U'a' ? b - U'A' + U'a' : b);
           });
}

struct LabelAt {
    const Known* known{};
    std::size_t size{};  ///< its colon and the blanks around it included
};

LabelAt label_at(View text) {
    for (const Known& known : labels) {
        if (!begins_with(text, known.word)) continue;
        std::size_t size = known.word.size();
        while (is_blank(at(text, size)) || at(text, size) == U'】' || at(text, size) == U']') ++size;
        if (is_one_of(at(text, size), U":：") && at(text, size) != U'\0')
            return {&known, size + 1 + blanks_at(text, size + 1)};
    }
    return {};
}

std::size_t button_at(View text) {
    for (const View button : buttons) {
        if (text.starts_with(button) && !is_hanzi(at(text, button.size()))) return button.size();
    }
    return 0;
}

bool separates(char32_t c) {
    return is_blank(c) || is_one_of(c, U"|｜/·•,，;；[]【】()（）「」");
}

/// The value of a label: as far as the next label, button or bar.
std::size_t value_size(View text) {
    for (std::size_t size = 0; size < text.size(); ++size) {
        if (is_one_of(text[size], U"|｜[【") || label_at(text.substr(size)).known != nullptr) return size;
        if (is_blank(text[size]) && (button_at(text.substr(size + 1)) > 0 || date_at(text.substr(size + 1)).size > 0))
            return size;
    }
    return text.size();
}

bool may_name_an_office(View word) {
    return word.size() >= 2 && word.size() <= longest_source && is_hanzi(word.front()) &&
           is_one_of(word.back(), U"局所办处会院府心司队站部厅委校馆社网报台科股室厂行区县市镇乡安");
}

/// "昨天 18:00", as a telephone shows it on the day after.
std::size_t moment_at(View text) {
    for (const View day : {View(U"今天"), View(U"昨天"), View(U"前天")}) {
        if (!text.starts_with(day)) continue;
        const std::size_t time = time_of_day_at(text.substr(day.size()));
        return time > 0 ? day.size() + time : 0;
    }
    return 0;
}

bool is_in_calendar(int year, int month, int day) {
    using namespace std::chrono;
    return year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                          std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

bool reads_as_sentence(View line) {
    return line.find_first_of(U"。！？!?；") != View::npos;
}

}  // namespace

bool names_an_office(View line) {
    constexpr std::array<View, 29> endings = {
        U"政府", U"局",   U"办公室", U"办事处", U"委员会", U"居委会", U"村委会", U"联合会", U"协会", U"总工会",
        U"中心", U"站",   U"所",     U"医院",   U"法院",   U"检察院", U"厅",     U"处",     U"学校", U"大学",
        U"中学", U"小学", U"公司",   U"水厂",   U"支部",   U"党委",   U"编辑部", U"卫生院", U"村"};
    constexpr std::size_t longest = 24;
    return line.size() >= 3 && line.size() <= longest && std::ranges::all_of(line, is_hanzi) &&
           line.find(U"关于") == View::npos && line.find(U'的') == View::npos &&
           std::ranges::any_of(endings, [&](View ending) { return line.ends_with(ending); });
}

DateAt date_at(View text) {
    const bool arabic = is_digit(at(text, 0));
    const Number year = arabic ? arabic_at(text, 4) : chinese_year_at(text);
    if (year.size != 4) return english_date_at(text);
    if (year.value < 1900 || year.value > 2100) return {};
    std::size_t size = year.size + blanks_at(text, year.size);
    const char32_t mark = at(text, size);
    if (!is_one_of(mark, U"-/.年－—") || mark == U'\0') return {};
    ++size;
    const auto next_number = [&] {
        size += blanks_at(text, size);
        const Number number = arabic ? arabic_at(text.substr(size), 2) : chinese_count_at(text.substr(size));
        size += number.size;
        size += mark == U'年' ? blanks_at(text, size) : 0;
        return number;
    };
    const Number month = next_number();
    if (month.size == 0 || month.value < 1 || month.value > 12) return {};
    const char32_t after_month = at(text, size);
    if (mark == U'年' ? after_month != U'月' : after_month != mark) return {};
    ++size;
    const std::size_t at_month = size;
    const Number day = next_number();
    if (mark == U'年' && (day.size == 0 || !is_one_of(at(text, size), U"日号")))
        return {{year.value, month.value, 0}, at_month};
    if (day.value < 1 || !is_in_calendar(year.value, month.value, day.value) || is_digit(at(text, size))) return {};
    if (is_one_of(at(text, size), U"日号") && size < text.size()) ++size;
    return {{year.value, month.value, day.value}, size + time_of_day_at(text.substr(size))};
}

namespace {

/// "20260920", and nothing else in the line.
std::optional<Date> dense_date(View line) {
    constexpr std::size_t digits = 8;
    if (line.size() != digits || !std::ranges::all_of(line, is_digit)) return std::nullopt;
    std::u32string parted(line);
    for (const std::size_t behind : {std::size_t{6}, std::size_t{4}}) parted.insert(behind, 1, U'-');
    const DateAt date = date_at(parted);
    return date.size > 0 ? std::optional(date.date) : std::nullopt;
}

}  // namespace

std::optional<Byline> byline_of(View line) {
    if (line.empty() || line.size() > longest_byline || reads_as_sentence(line)) return std::nullopt;
    if (const auto date = dense_date(line)) return Byline{date, {}, {}, false, true};
    Byline byline;
    bool said_anything = false;
    std::size_t place = 0;
    while (place < line.size()) {
        if (separates(line[place])) {
            ++place;
            continue;
        }
        const View rest = line.substr(place);
        if (const std::size_t size = moment_at(rest); size > 0) {
            said_anything = byline.certain = true;
            place += size;
            continue;
        }
        if (const LabelAt label = label_at(rest); label.known != nullptr) {
            const Label kind = label.known->label;
            place += label.size;
            said_anything = true;
            byline.certain = byline.certain || (kind != Label::unsure_date && kind != Label::last_day);
            if (kind == Label::date || kind == Label::unsure_date || kind == Label::last_day) {
                const DateAt date = date_at(line.substr(place));
                if (date.size == 0 && place < line.size() && !separates(line[place])) return std::nullopt;
                auto& named = kind == Label::last_day ? byline.last_day : byline.date;
                if (date.size > 0 && !named) named = date.date;
                place += date.size;
                continue;
            }
            const View value = line.substr(place, value_size(line.substr(place)));
            if (value.size() > longest_source) return std::nullopt;
            if (kind == Label::source && byline.source.empty()) byline.source = tidied(value);
            place += value.size();
            continue;
        }
        if (const DateAt date = date_at(rest); date.size > 0) {
            if (byline.date) return std::nullopt;
            byline.date = date.date;
            place += date.size;
            continue;
        }
        if (const std::size_t size = button_at(rest); size > 0) {
            place += size;
            continue;
        }
        const auto end = std::ranges::find_if(rest, separates);
        const View word(rest.begin(), end);
        const bool is_count = std::ranges::all_of(word, is_digit) && said_anything;
        if (!is_count && (!byline.source.empty() || !may_name_an_office(word))) return std::nullopt;
        if (!is_count) byline.source = word;
        place += word.size();
    }
    if (!said_anything && !byline.date) return std::nullopt;
    if (byline.last_day && !byline.date && byline.source.empty()) return std::nullopt;  // what the notice is about
    byline.certain = byline.certain || (!said_anything && byline.date);
    byline.is_labelled = said_anything;
    while (!byline.source.empty() && is_one_of(byline.source.back(), U"】]）)；;，,") &&
           byline.source.find_first_of(U"（([【") == std::u32string::npos) {
        byline.source.pop_back();
    }
    return byline;
}

}  // namespace tingdu::text
