#include "kiosk/mandarin/local_readings.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/pieces.h"
#include "kiosk/mandarin/pinyin.h"

namespace tingdu::mandarin {
namespace {

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
    return text;
}

/// The lines of a list, one after the other, whoever ended them.
class Lines {
  public:
    explicit Lines(std::u32string_view list) : rest_(list) {}

    [[nodiscard]] bool more() const { return more_; }
    std::u32string_view next() {
        const std::size_t end = rest_.find_first_of(U"\r\n");
        const std::u32string_view line = rest_.substr(0, end);
        more_ = end != std::u32string_view::npos;
        if (more_) rest_.remove_prefix(rest_.substr(end).starts_with(U"\r\n") ? end + 2 : end + 1);
        return line;
    }

  private:
    std::u32string_view rest_;
    bool more_ = true;
};

class ListReader {
  public:
    explicit ListReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

    void add(std::u32string_view written) {
        ++line_;
        const std::u32string folded = fold(written);
        std::u32string_view line = std::u32string_view(folded).substr(0, folded.find(U'#'));
        constexpr char32_t byte_order_mark = 0xFEFF;
        if (line_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(1);
        line = trimmed(line);
        if (line.empty()) return;
        const std::size_t sign = line.find(U'=');
        if (sign == std::u32string_view::npos) return remark(Remark::Kind::no_equals_sign, line);
        const std::u32string_view word = trimmed(line.substr(0, sign));
        if (word.empty() || !std::ranges::all_of(word, is_hanzi)) return remark(Remark::Kind::not_hanzi, word);
        if (word.size() > LocalReadings::longest_word) return remark(Remark::Kind::too_long, word);
        if (const auto syllables = read(line.substr(sign + 1), word)) settle(word, *syllables);
    }

    ReadList done() && { return {LocalReadings(std::move(words_)), std::move(remarks_)}; }

  private:
    void remark(Remark::Kind kind, std::u32string_view what) {
        remarks_.push_back({.kind = kind, .line = line_, .what = std::u32string(what)});
    }

    std::optional<std::vector<Syllable>> read(std::u32string_view pinyin, std::u32string_view word) {
        std::vector<Spelling> spelt = spellings(pinyin);
        // Who writes tone marks leaves the neutral tone unmarked.
        const bool marked = std::ranges::any_of(spelt, &Spelling::marked);
        std::vector<Syllable> syllables;
        for (Spelling& spelling : spelt) {
            const bool toneless = spelling.tone == 0;
            if (toneless) spelling.tone = 5;
            const auto syllable = spelling.syllable();
            if (!syllable || (toneless && !marked)) {
                remark(syllable ? Remark::Kind::no_tone : Remark::Kind::not_a_syllable, spelling.written);
                return std::nullopt;
            }
            syllables.push_back(*syllable);
        }
        if (syllables.size() == word.size()) return syllables;
        remark(Remark::Kind::count_differs, word);
        remarks_.back().hanzi = word.size();
        remarks_.back().syllables = syllables.size();
        return std::nullopt;
    }

    void settle(std::u32string_view word, const std::vector<Syllable>& syllables) {
        const std::u32string text = simplify(word, lexicon_);
        const auto [place, is_new] = places_.try_emplace(text, words_.size());
        if (is_new) {
            words_.push_back({text, syllables, line_});
            return;
        }
        LocalWord& before = words_[place->second];
        if (before.syllables != syllables) {
            remark(Remark::Kind::settled_before, word);
            remarks_.back().before = before.line;
        }
        before = {text, syllables, line_};
    }

    const Lexicon& lexicon_;
    std::size_t line_ = 0;
    std::vector<LocalWord> words_;
    std::unordered_map<std::u32string, std::size_t> places_;  // in words_
    std::vector<Remark> remarks_;
};

}  // namespace

LocalReadings::LocalReadings(std::vector<LocalWord> words) : words_(std::move(words)) {
    std::ranges::sort(words_, [](const LocalWord& left, const LocalWord& right) {
        if (left.text[0] != right.text[0]) return left.text[0] < right.text[0];
        return left.text.size() > right.text.size();
    });
}

const LocalWord* LocalReadings::beginning(std::u32string_view simplified) const {
    if (simplified.size() < 2) return nullptr;
    for (auto word = first_with(simplified[0]); word != words_.end() && word->text[0] == simplified[0]; ++word)
        if (word->text.size() > 1 && simplified.starts_with(word->text)) return &*word;
    return nullptr;
}

Syllable LocalReadings::reading(char32_t simplified) const {
    for (auto word = first_with(simplified); word != words_.end() && word->text[0] == simplified; ++word)
        if (word->text.size() == 1) return word->syllables[0];
    return {};
}

std::vector<LocalWord>::const_iterator LocalReadings::first_with(char32_t hanzi) const {
    return std::ranges::lower_bound(words_, hanzi, {}, [](const LocalWord& word) { return word.text[0]; });
}

ReadList read_list(std::u32string_view list, const Lexicon& lexicon) {
    ListReader reader(lexicon);
    for (Lines lines(list); lines.more();) reader.add(lines.next());
    return std::move(reader).done();
}

}  // namespace tingdu::mandarin
