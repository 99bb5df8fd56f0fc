// Text in scripts that the kiosk does not read is announced by its name, once in a clause, so that nobody takes the
// silence for the end.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

struct Script {
    char32_t first{};
    char32_t last{};
    std::u32string_view name;
};

// Letters only; signs that other scripts share are nobody's.
constexpr auto scripts = std::to_array<Script>({
    {0x0400, 0x052F, U"俄文"},     {0x0530, 0x058F, U"亚美尼亚文"}, {0x0590, 0x05FF, U"希伯来文"},
    {0x0600, 0x06FF, U"阿拉伯文"}, {0x0700, 0x074F, U"外文"},       {0x0750, 0x077F, U"阿拉伯文"},
    {0x0780, 0x08FF, U"外文"},     {0x0900, 0x097F, U"印地文"},     {0x0980, 0x0DFF, U"外文"},
    {0x0E00, 0x0E7F, U"泰文"},     {0x0E80, 0x0EFF, U"老挝文"},     {0x0F00, 0x0FFF, U"藏文"},
    {0x1000, 0x109F, U"缅甸文"},   {0x10A0, 0x10FF, U"外文"},       {0x1100, 0x11FF, U"韩文"},
    {0x1200, 0x177F, U"外文"},     {0x1780, 0x17FF, U"柬埔寨文"},   {0x1800, 0x18AF, U"蒙古文"},
    {0x1950, 0x19DF, U"傣文"},     {0x1A20, 0x1AAF, U"傣文"},       {0x3041, 0x309F, U"日文"},
    {0x30A1, 0x30FA, U"日文"},     {0x30FC, 0x30FF, U"日文"},       {0x3130, 0x318F, U"韩文"},
    {0x31F0, 0x31FF, U"日文"},     {0xA000, 0xA4CF, U"彝文"},       {0xA960, 0xA97F, U"韩文"},
    {0xAC00, 0xD7FF, U"韩文"},     {0xFB50, 0xFDCF, U"阿拉伯文"},   {0xFDF0, 0xFDFF, U"阿拉伯文"},
    {0xFE70, 0xFEFE, U"阿拉伯文"},
});
// Letters of Uyghur that Arabic does not have.
constexpr std::u32string_view uyghur = U"\u06D5\u06D0\u06CB\u06C6\u06C7\u06C8\u06AD\u06BE";

std::u32string_view script_of(char32_t c) {
    const auto script =
        std::ranges::find_if(scripts, [c](const Script& one) { return c >= one.first && c <= one.last; });
    return script == scripts.end() ? std::u32string_view() : script->name;
}

constexpr bool is_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x309F) || (c >= 0x30A1 && c <= 0x30FF && c != U'・');
}
constexpr bool is_hiragana(char32_t c) {
    return c >= 0x3041 && c <= 0x309F;
}

/// Whether a stretch is Japanese with its Hanzi: 案内は二階にあります, not 他会说ありがとう. It has kana more than
/// once, or several, and some of them are its particles and endings.
bool is_japanese(std::u32string_view stretch) {
    constexpr std::u32string_view particles = U"のはがをにでともへや";
    constexpr auto endings = std::to_array<std::u32string_view>({U"です", U"ます", U"ました", U"ください", U"から"});
    std::size_t kana = 0;
    std::size_t hanzi = 0;
    std::size_t runs = 0;
    bool has_particle = false;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        hanzi += is_hanzi(stretch[i]) ? 1U : 0U;
        if (!is_kana(stretch[i])) continue;
        ++kana;
        if (i > 0 && is_kana(stretch[i - 1])) continue;
        ++runs;
        has_particle = has_particle || (i > 0 && is_hanzi(stretch[i - 1]) && is_one_of(stretch[i], particles));
    }
    constexpr std::size_t fewest = 3;
    if (kana < fewest || 3 * kana < hanzi) return false;
    return has_particle ||
           (runs > 1 && std::ranges::any_of(endings, [&](auto one) { return stretch.find(one) != stretch.npos; }));
}

}  // namespace

// A sentence or a clause that is Japanese is announced whole: its Hanzi are not Chinese.
bool Scanner::japanese() {
    constexpr std::u32string_view sentence_ends = U"。！？!?\n";
    constexpr std::u32string_view ends = U"。！？!?\n，,、；;：:()（）“”「」『』《》【】";
    const auto announce_if_so = [this](std::size_t& examined, std::u32string_view until) {
        if (at_ < examined) return false;
        examined = std::min(text_.find_first_of(until, at_), text_.size());
        std::size_t end = examined;
        if (!is_japanese(text_.substr(at_, end - at_))) {
            examined = std::max(examined, at_ + 1);
            return false;
        }
        while (!is_hanzi(at(end - 1)) && !is_kana(at(end - 1))) --end;
        announce(end, U"日文");
        return true;
    };
    return announce_if_so(sentence_examined_, sentence_ends) || announce_if_so(clause_examined_, ends);
}

void Scanner::announce(std::size_t end, std::u32string_view script) {
    if (announced_ == script) {
        at_ = end;
        return;
    }
    announced_ = script;
    speak(end, announced_, Counting::ordinal);
}

bool Scanner::other_script() {
    const char32_t first = at(at_);
    const std::u32string_view name = script_of(first);
    if (name.empty()) return false;
    if (first == U'の' && is_hanzi(before()) && is_hanzi(at(at_ + 1))) {  // 鲜の每日, on a shop's sign
        speak(at_ + 1, U"的");
        return true;
    }
    std::size_t end = at_ + 1;
    // Words of one script, what stands between them and the points over them belong together.
    constexpr std::u32string_view between = U" 0123456789-·.,:";
    constexpr std::size_t farthest = 40;  // from one word to the next
    for (std::size_t on = end; on < text_.size() && on < end + farthest;) {
        const bool is_same = script_of(text_[on]) == name;
        if (!is_same && !one_of(text_[on], between)) break;
        ++on;
        if (is_same) end = on;
    }
    const std::u32string_view run = text_.substr(at_, end - at_);
    const bool is_uyghur = run.find_first_of(uyghur) != std::u32string_view::npos;
    announce(end, is_uyghur ? U"维吾尔文" : name);
    return true;
}

}  // namespace tingdu::mandarin
