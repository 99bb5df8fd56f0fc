#include "kiosk/rehearsal/heard_log.h"

#include <fmt/format.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"

namespace tingdu::rehearsal {
namespace {

std::string one_line(std::u32string_view text) {
    std::u32string line(text);
    for (char32_t& c : line)
        if (c == U'\t' || c == U'\n' || c == U'\r') c = U' ';
    return to_utf8(line);
}

}  // namespace

std::u32string bare(std::u32string_view text) {
    std::u32string bare;
    for (char32_t c : text) {
        if (!is_hanzi(c) && !is_latin(c) && !is_digit(c)) continue;
        if (c >= 0xFF10 && c <= 0xFF5A) c -= 0xFEE0;  // full width to half
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        bare.push_back(c);
    }
    return bare;
}

void HeardLog::add(const runtime::Heard& heard, double seconds) {
    if (const auto* began = std::get_if<runtime::LineBegan>(&heard)) {
        table_ += fmt::format("{:.3f}\t{}\t{}\t{}\n", seconds, languages_.code_of(began->language),
                              one_line(began->shown), one_line(began->said));
        line_begin_ = line_end_ = 0;
        return;
    }
    const auto* word = std::get_if<runtime::WordBegan>(&heard);
    if (!word) return;
    if (!word->explained.empty()) {  // shown in the place of the character, for as long as it takes
        if (line_end_ != word->word.end) heard_ += bare(word->explained);
        line_end_ = word->word.end;
        return;
    }
    const auto text = runtime::text_of(word->line);
    const bool goes_on =
        word->sentence.begin == line_begin_ && line_end_ <= word->word.begin && line_end_ > line_begin_;
    const std::size_t begin = goes_on ? line_end_ : word->word.begin;
    heard_ += bare(text.substr(begin, word->word.end - begin));
    line_begin_ = word->sentence.begin;
    line_end_ = word->word.end;
}

bool HeardLog::says(std::u32string_view text) {
    const std::u32string wanted = bare(text);
    const auto found = heard_.find(wanted, from_);
    if (wanted.empty() || found == std::u32string::npos) return false;
    from_ = found + wanted.size();
    return true;
}

}  // namespace tingdu::rehearsal
