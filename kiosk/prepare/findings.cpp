#include "kiosk/prepare/findings.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/unsaid.h"
#include "kiosk/text/sentences.h"

namespace tingdu::prepare {
namespace {

using Kind = Finding::Kind;

/// Letters that are neither Latin nor Hanzi: Greek to the Indic and other scripts, kana, Hangul.
bool is_of_other_script(char32_t c) {
    return (c >= 0x370 && c <= 0x1FFF) || (c >= 0x3041 && c <= 0x312F && c != 0x30FB && c != 0x30FC) ||
           (c >= 0xAC00 && c <= 0xD7AF);
}

/// Digits and the signs between them, as "12/31" or "8:00-18:00".
bool is_of_number(char32_t c) {
    return is_digit(c) || is_one_of(c, U"./-");
}

std::size_t value_of(std::u32string_view digits) {
    std::size_t value = 0;
    for (const char32_t c : digits) value = value * 10 + (c - U'0');
    return value;
}

/// Whether a run of digits and signs could be meant otherwise than it is said, by what it looks like and what follows.
bool is_odd(std::u32string_view run, char32_t after, std::u32string_view said) {
    constexpr std::size_t bare = 5;  // 2026 is a year and 1200 a count; 48217 may be anything
    const bool named = is_hanzi(after) || is_latin(after) || is_one_of(after, U"%％℃°");
    const std::size_t sign = run.find_first_not_of(U"0123456789");
    if (sign == std::u32string_view::npos)
        return run.size() >= bare && !named && said.find(U'幺') == std::u32string_view::npos;
    const std::u32string_view left = run.substr(0, sign);
    const std::u32string_view right = run.substr(sign + 1);
    if (right.find_first_not_of(U"0123456789") != std::u32string_view::npos) return false;
    if (left.size() > 2 || right.size() > 2) return false;
    const bool may_be_a_date =
        value_of(left) >= 1 && value_of(left) <= 12 && value_of(right) >= 1 && value_of(right) <= 31;
    if (run[sign] == U'/') return may_be_a_date && after != U'的';  // 1/3的人 is a fraction
    if (run[sign] == U'-') return !named;
    return may_be_a_date && right.size() == 2 && !named;
}

/// A hundred of the commonest characters, which make up two fifths of any text, simplified or not.
constexpr std::u32string_view common =
    U"的一是不了在有人我他这個个中大来來上国國和到说說们們为為子地出道也时時年得就那要下以生会會自着去之过過家学學对"
    U"對可里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經"
    U"头頭面公同三已老从從动動两兩长長";

/// The first words, for whoever has to find the article.
TextRange beginning(std::u32string_view text) {
    constexpr std::size_t named_by = 10;
    return {0, std::min({text.size(), text.find(U'\n'), named_by})};
}

bool is_garbled(std::u32string_view text) {
    constexpr std::size_t looked_at = 2000;
    constexpr std::size_t shortest = 12;  // a list of names may have none of them
    std::size_t hanzi = 0;
    std::size_t known = 0;
    for (const char32_t c : text.substr(0, looked_at)) {
        hanzi += is_hanzi(c) ? 1 : 0;
        known += is_hanzi(c) && common.find(c) != common.npos ? 1 : 0;
    }
    if (text.find(U"锟斤拷") != text.npos || text.find(U"烫烫烫") != text.npos) return true;
    constexpr std::size_t least_percent = 4;
    // What commas, full stops and 的 of UTF-8 come to in GBK.
    const bool has_marks = text.find_first_of(U"€锛銆鐨") != text.npos;
    return hanzi >= shortest && known * 100 < hanzi * least_percent && has_marks;
}

bool has_body(const text::Article& article) {
    return std::ranges::any_of(article.blocks, [&](const text::Block& block) {
        if (block.picture) return true;
        const auto text = std::u32string_view(article.text).substr(block.range.begin, block.range.size());
        return block.kind != text::BlockKind::title &&
               std::ranges::any_of(text, [](char32_t c) { return is_hanzi(c) || is_latin(c) || is_digit(c); });
    });
}

class Looker {
  public:
    Looker(const text::Article& article, const mandarin::Knowledge& knowledge, const Showable& showable)
        : text_(article.text), knowledge_(knowledge), showable_(showable) {}

    void look_at(TextRange sentence) {
        characters(sentence);
        const std::u32string_view shown = text_.substr(sentence.begin, sentence.size());
        for (mandarin::Doubt& doubt : mandarin::doubts(shown, knowledge_)) {
            std::vector<mandarin::Syllable> readings{doubt.chosen};
            readings.insert(readings.end(), doubt.alternatives.begin(), doubt.alternatives.end());
            add(doubt.kind == mandarin::Doubt::Kind::surname ? Kind::surname : Kind::polyphone,
                {sentence.begin + doubt.shown.begin, sentence.begin + doubt.shown.end}, {}, std::move(readings));
        }
        runs(sentence, mandarin::read(shown, knowledge_));
        for (const TextRange& silent : mandarin::unsaid(shown))
            skipped({sentence.begin + silent.begin, sentence.begin + silent.end});
    }

    /// Of so much text only what cannot be shown or said.
    void glance_at(TextRange block) {
        constexpr std::size_t named_by = 10;
        if (!std::exchange(glances_, true))
            add(Kind::unchecked, {block.begin, std::min(block.end, block.begin + named_by)}, {}, {});
        characters(block);
    }

    void look_at_whole(const text::Article& article) {
        constexpr std::size_t an_hour = 14'000;  // Hanzi, at the normal speed
        if (is_garbled(text_)) add(Kind::garbled, beginning(text_), {}, {});
        if (!has_body(article)) add(Kind::no_body, beginning(text_), {}, {});
        if (text_.size() > 2 * an_hour) {
            const std::string hours = std::to_string((text_.size() + an_hour / 2) / an_hour);
            add(Kind::enormous, beginning(text_), {hours.begin(), hours.end()}, {});
        }
    }

    std::vector<Finding> done() && {
        std::ranges::stable_sort(found_, {}, &Finding::kind);
        return std::move(found_);
    }

  private:
    void add(Kind kind, TextRange shown, std::u32string said, std::vector<mandarin::Syllable> readings) {
        found_.push_back({kind, shown, std::move(said), std::move(readings)});
    }

    void characters(TextRange sentence) {
        for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
            const char32_t c = text_[at];
            const bool dumb = is_hanzi(c) && knowledge_.lexicon.default_reading(c) == mandarin::Syllable{} &&
                              !(knowledge_.local != nullptr && knowledge_.local->reading(c) != mandarin::Syllable{});
            const bool unseen = c != 0xFFFD && !showable_(c);
            if ((dumb || unseen) && !named_.insert(c).second) continue;
            if (unseen) add(Kind::not_shown, {at, at + 1}, {}, {});
            if (dumb) add(Kind::not_said, {at, at + 1}, {}, {mandarin::unknown_syllable()});
        }
    }

    /// Decoration comes back again and again: what was named once is not named again.
    void skipped(TextRange silent) {
        bool is_new = false;
        for (const char32_t c : text_.substr(silent.begin, silent.size())) is_new = named_.insert(c).second || is_new;
        if (is_new) add(Kind::skipped, silent, {}, {});
    }

    /// Stretches of one sort of characters, longest first seen: numbers with their signs, Latin with digits.
    void runs(TextRange sentence, const std::vector<mandarin::Clause>& clauses) {
        for (std::size_t begin = sentence.begin; begin < sentence.end;) {
            const std::size_t end = run_end(begin, sentence.end);
            if (end > begin) run({begin, end}, sentence, clauses);
            begin = std::max(end, begin + 1);
        }
    }

    [[nodiscard]] std::size_t run_end(std::size_t begin, std::size_t limit) const {
        std::size_t end = begin;
        if (is_of_other_script(text_[begin])) {
            while (end < limit && is_of_other_script(text_[end])) ++end;
            return end;
        }
        if (!is_digit(text_[begin]) && !is_latin(text_[begin])) return begin;
        while (end < limit && (is_of_number(text_[end]) || is_latin(text_[end]))) ++end;
        while (!is_digit(text_[end - 1]) && !is_latin(text_[end - 1])) --end;
        return end;
    }

    void run(TextRange shown, TextRange sentence, const std::vector<mandarin::Clause>& clauses) {
        const std::u32string_view run = text_.substr(shown.begin, shown.size());
        const char32_t after = shown.end < sentence.end ? text_[shown.end] : U'\0';
        const char32_t before = shown.begin > sentence.begin ? text_[shown.begin - 1] : U'\0';
        if (is_of_other_script(run[0])) {
            if (const std::u32string said = said_of(shown, sentence, clauses); !said.empty())
                add(Kind::script, shown, said, {});
            return;
        }
        if (before == U':' || before == U'：') return;  // 9:00-11:30 is one time, and whatever comes with it
        const bool has_letters = std::ranges::any_of(run, is_latin);
        const bool has_digits = std::ranges::any_of(run, is_digit);
        const std::u32string said = said_of(shown, sentence, clauses);
        if (!has_letters) {
            const bool plain = std::ranges::all_of(run, [](char32_t c) { return c < 0x80; });
            if (plain && said != run && is_odd(run, after, said)) add(Kind::number, shown, said, {});
            return;
        }
        constexpr std::size_t shortest_word = 3;  // T恤, 卡拉OK, A座: letters that are part of a Chinese word
        // One letter is said by its name, whatever word it is part of, and so is a size of paper.
        const bool is_plain = run.size() == 1 || (run.size() == 2 && is_one_of(run[0], U"AB") && is_digit(run[1]));
        if (is_plain) return;
        const bool leans = run.size() < shortest_word && (is_hanzi(before) || is_hanzi(after));
        const bool is_unit = is_digit(run[0]) && is_latin(run.back());  // 60km, 5G: a number and what it counts
        if ((has_digits && !is_unit) || (!has_digits && leans)) add(Kind::mixed, shown, said, {});
    }

    /// The words said for what lies in `shown`.
    [[nodiscard]] static std::u32string said_of(TextRange shown, TextRange sentence,
                                                const std::vector<mandarin::Clause>& clauses) {
        std::u32string said;
        for (const mandarin::Clause& clause : clauses)
            for (const mandarin::Word& word : clause.words) {
                if (word.shown.begin + sentence.begin >= shown.end || word.shown.end + sentence.begin <= shown.begin)
                    continue;
                if (!said.empty()) said += U' ';
                said += word.said;
            }
        return said;
    }

    std::u32string_view text_;
    const mandarin::Knowledge& knowledge_;
    const Showable& showable_;
    std::set<char32_t> named_;
    bool glances_ = false;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> findings(const text::Article& article, const mandarin::Knowledge& knowledge,
                              const Showable& showable) {
    Looker looker(article, knowledge, showable);
    looker.look_at_whole(article);
    for (std::size_t block = 0; block < article.blocks.size(); ++block) {
        if (article.text[article.blocks[block].range.begin] == text::unsaid_picture) continue;
        const TextRange all = article.blocks[block].range;
        if (all.begin < most_gone_through) {
            for (const TextRange sentence : text::sentences(article, block)) looker.look_at(sentence);
        } else {
            looker.glance_at(all);
        }
    }
    return std::move(looker).done();
}

}  // namespace tingdu::prepare
