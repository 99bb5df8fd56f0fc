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

}  // namespace

bool Scanner::other_script() {
    const std::u32string_view name = script_of(at(at_));
    if (name.empty()) return false;
    std::size_t end = at_ + 1;
    // Words of one script, the spaces between them and the points over them belong together.
    for (std::size_t on = end; on < text_.size() && (script_of(text_[on]) == name || text_[on] == U' ');) {
        if (text_[on++] != U' ') end = on;
    }
    const std::u32string_view run = text_.substr(at_, end - at_);
    const bool is_uyghur = run.find_first_of(uyghur) != std::u32string_view::npos;
    const std::u32string said(is_uyghur ? U"维吾尔文" : name);
    if (announced_ == said) {
        at_ = end;
    } else {
        announced_ = said;
        speak(end, said, Counting::ordinal);
    }
    return true;
}

}  // namespace tingdu::mandarin
