#include "kiosk/mandarin/front_end.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/breath.h"
#include "kiosk/mandarin/doubts.h"
#include "kiosk/mandarin/drafting.h"
#include "kiosk/mandarin/light_tones.h"
#include "kiosk/mandarin/names.h"
#include "kiosk/mandarin/pieces.h"
#include "kiosk/mandarin/readings.h"
#include "kiosk/mandarin/sandhi.h"
#include "kiosk/mandarin/scanner.h"
#include "kiosk/mandarin/segment.h"

namespace tingdu::mandarin {
namespace {

constexpr std::size_t longest_highlight = 4;

// Measure words of two characters, which light up with their number as those of one do.
constexpr auto attached_measures = std::to_array<std::u32string_view>({
    U"分钟", U"小时", U"秒钟", U"年级", U"年度", U"年代", U"月份", U"个月", U"公里", U"千米", U"厘米", U"毫米", U"公斤",
    U"千克", U"毫升", U"万元", U"亿元", U"万人", U"美元", U"周年", U"周岁", U"人次", U"时许", U"点钟", U"点半", U"平米",
});

/// What is between two pauses, from pieces to words.
class ClauseReader {
  public:
    /// What is not sure is kept in `doubts`, if somebody asks for it.
    ClauseReader(std::u32string_view shown, std::u32string_view simplified, const Knowledge& knowledge,
                 const Drafted& drafted, std::vector<Doubt>* doubts)
        : shown_(shown),
          simplified_(simplified),
          lexicon_(knowledge.lexicon),
          local_(knowledge.local),
          drafted_(drafted),
          doubts_(doubts) {}

    void add(const Piece& piece) {
        switch (piece.kind) {
            case PieceKind::hanzi:
                add_hanzi(piece.shown);
                break;
            case PieceKind::spoken:
                add_spoken(piece);
                break;
            case PieceKind::latin:
            case PieceKind::letters:
                drafts_.emplace_back();
                items_.push_back({.shown = piece.shown,
                                  .kind = piece.kind == PieceKind::latin ? WordKind::latin : WordKind::letters,
                                  .said = piece.said,
                                  .counting = {},
                                  .attached = false});
                break;
            case PieceKind::pause:
                break;
        }
    }

    /// Reads what was added and appends it as one clause, or as several if it is too long for one.
    void end(Boundary boundary, std::vector<Clause>& clauses) {
        if (drafts_.empty()) {
            // Pauses that follow one another are one, the longest.
            if (!clauses.empty() && clauses.back().end < boundary) clauses.back().end = boundary;
            return;
        }
        find_names(drafts_, lexicon_, expected_, boundary);
        expected_ = expected_after(drafts_, boundary);
        choose_by_rule(drafts_, lexicon_);
        if (drafted_) drafted_(drafts_);
        const std::vector<Unsure> unsure = choose_by_model(drafts_, lexicon_);
        read_traditional();
        if (doubts_ != nullptr) collect_doubts(unsure);
        breaths_.clear();
        for (const std::size_t before : breaths(drafts_))
            if (!joins_any(before)) breaths_.push_back(items_[before].shown.begin);
        std::vector<Word> words = join();
        Clause clause;
        std::size_t length = 0;
        auto breath = breaths_.begin();
        for (Word& word : words) {
            const std::size_t more = syllables_of(word);
            while (breath != breaths_.end() && *breath < word.shown.begin) ++breath;
            const bool is_due = breath != breaths_.end() && *breath == word.shown.begin;
            if (length > 0 && (is_due || length + more > longest_clause)) {
                clauses.push_back(std::exchange(clause, {}));
                length = 0;
            }
            length += more;
            clause.words.push_back(std::move(word));
        }
        clause.end = boundary;
        clauses.push_back(std::move(clause));
        drafts_.clear();
        items_.clear();
    }

  private:
    /// What a draft is shown as; goes beside drafts_.
    struct Item {
        TextRange shown;
        WordKind kind{};
        std::u32string said;  ///< of Latin words
        Counting counting{};
        bool attached{};
    };

    /// The place's own words are cut out first, the longest where several begin; the lexicon has what is between them.
    void add_hanzi(TextRange shown) {
        std::size_t begin = shown.begin;
        for (std::size_t at = begin; local_ != nullptr && at < shown.end;) {
            const LocalWord* own = own_word(begin, at, shown.end);
            if (own == nullptr) {
                ++at;
                continue;
            }
            if (begin < at) add_stretch({begin, at});
            const std::size_t length = own->text.size();
            add_draft(at, {.text = simplified_.substr(at, length),
                           .word_class = {},
                           .number = false,
                           .ground = Ground::place,
                           .syllables = own->syllables});
            begin = at += length;
        }
        if (begin < shown.end) add_stretch({begin, shown.end});
    }

    /// The longest word of the place at `at` that takes nothing from surer words of the stretch around it.
    [[nodiscard]] const LocalWord* own_word(std::size_t begin, std::size_t at, std::size_t end) const {
        const LocalWord* own = local_->beginning(simplified_.substr(at, end - at));
        if (own == nullptr) return nullptr;
        const std::u32string_view stretch = simplified_.substr(begin, end - begin);
        const std::vector<Segment> cut = segment(stretch, lexicon_);
        while (own != nullptr && !is_surer(*own, at - begin, stretch, cut))
            own = local_->beginning(simplified_.substr(at, own->text.size() - 1));
        return own;
    }

    /// 长安 in 市长|安排 would leave the halves of two words, which is likelier than neither; elsewhere the place is
    /// always right.
    [[nodiscard]] bool is_surer(const LocalWord& own, std::size_t at, std::u32string_view stretch,
                                std::span<const Segment> cut) const {
        constexpr Cost of_own_word = 75;  // as common as 安排
        const std::size_t end = at + own.text.size();
        const auto first =
            std::ranges::find_if(cut, [&](const Segment& word) { return at < word.begin + word.length; });
        const auto last =
            std::ranges::find_if(cut, [&](const Segment& word) { return end <= word.begin + word.length; });
        const std::size_t last_end = last->begin + last->length;
        if (first == last || (first->begin == at && last_end == end)) return true;
        const auto rest = [&](std::size_t from, std::size_t to) {
            const std::u32string_view left = stretch.substr(from, to - from);
            return cost_of(segment(left, lexicon_), left, lexicon_);
        };
        return rest(first->begin, at) + of_own_word + rest(end, last_end) <=
               cost_of(std::span(first, last + 1), stretch, lexicon_);
    }

    void add_stretch(TextRange shown) {
        std::size_t begin = shown.begin;
        // After a number 月 and its like stand for themselves, whatever word they could begin.
        const bool after_number = !items_.empty() && drafts_.back().number && items_.back().shown.end == begin;
        const char32_t next = shown.size() > 1 ? simplified_[begin + 1] : U'\0';
        if (after_number && is_one_of(simplified_[begin], U"年月日号时分秒元") &&
            !is_one_of(next, U"度级底初末代间钟份之类别校")) {
            add_segment(begin, simplified_.substr(begin, 1), {0, 1, std::nullopt});
            ++begin;
        }
        // "一要…，二要…": the number of a point is no part of 要求 or 是非.
        constexpr std::u32string_view numbers = U"一二三四五六七八九十";
        if (items_.empty() && shown.size() > 3 && is_one_of(simplified_[begin], numbers) && is_one_of(next, U"要是")) {
            for (const std::size_t end = begin + 2; begin < end; ++begin) {
                add_segment(begin, simplified_.substr(begin, 1), {0, 1, std::nullopt});
            }
        }
        const std::u32string_view rest = simplified_.substr(begin, shown.end - begin);
        for (const Segment& found : segment(rest, lexicon_)) add_segment(begin, rest, found);
    }

    void add_segment(std::size_t begin, std::u32string_view text, const Segment& found) {
        Draft word = draft(text, found, lexicon_);
        for (std::size_t i = 0; i < word.syllables.size(); ++i) {
            const Syllable own = local_ != nullptr ? local_->reading(word.text[i]) : Syllable{};
            if (own != Syllable{}) {
                word.syllables[i] = own;
                word.ground = Ground::place;
            }
            if (word.syllables[i] == Syllable{}) word.syllables[i] = unknown_syllable();
        }
        add_draft(begin + found.begin, std::move(word));
    }

    void add_draft(std::size_t begin, Draft word) {
        const std::size_t end = begin + word.text.size();
        word.begin = begin;
        word.lexical = word.syllables;
        drafts_.push_back(std::move(word));
        items_.push_back(
            {.shown = {begin, end}, .kind = WordKind::hanzi, .said = {}, .counting = {}, .attached = false});
    }

    void add_spoken(const Piece& piece) {
        // More syllables than a clause can bear are cut; the number shown is cut in proportion.
        const std::size_t parts = (piece.said.size() + longest_clause - 1) / longest_clause;
        for (std::size_t part = 0; part < parts; ++part) {
            const auto cut = [&](std::size_t size, std::size_t at) { return size * at / parts; };
            const std::size_t begin = cut(piece.said.size(), part);
            std::u32string said = piece.said.substr(begin, cut(piece.said.size(), part + 1) - begin);
            Draft number{
                .text = {}, .word_class = WordClass::numeral, .number = true, .ground = Ground::rule, .syllables = {}};
            for (const char32_t c : said) number.syllables.push_back(lexicon_.default_reading(c));
            drafts_.push_back(std::move(number));
            items_.push_back({.shown = {piece.shown.begin + cut(piece.shown.size(), part),
                                        piece.shown.begin + cut(piece.shown.size(), part + 1)},
                              .kind = WordKind::hanzi,
                              .said = std::move(said),
                              .counting = piece.counting,
                              .attached = piece.attached});
        }
    }

    /// Whether item `i` lights up together with the items before it, of which `last` begins the word.
    [[nodiscard]] bool joins(std::size_t first, std::size_t i) const {
        const Item& here = items_[i];
        const Item& before = items_[i - 1];
        if (here.kind != WordKind::hanzi || before.kind != WordKind::hanzi || before.shown.end != here.shown.begin)
            return false;
        if (here.attached) return true;
        const Draft& word = drafts_[i];
        const Draft& last = drafts_[i - 1];
        if (word.number) return last.text == U"第";
        if (last.number && std::ranges::find(attached_measures, word.text) != attached_measures.end()) return true;
        if (word.text.size() != 1) return false;
        const std::size_t length = here.shown.end - items_[first].shown.begin;
        // What a number counts lights up with it; what goes on after it does not.
        const bool measure = word.word_class != WordClass::verb && word.word_class != WordClass::preposition &&
                             word.word_class != WordClass::particle && word.word_class != WordClass::adverb &&
                             word.word_class != WordClass::pronoun && !is_one_of(word.text[0], U"和及或与至到起止");
        if (last.number) return measure && items_[i - 1].said != U"到";
        if (drafts_[first].number || drafts_[first].text == U"第") {  // 120余|人, 3万|元
            return measure && is_one_of(last.text[0], U"余多万亿几") && i - first <= 3;
        }
        // A toneless particle leans on what it follows.
        return word.syllables[0].tone() == 5 && length <= longest_highlight;
    }

    /// 髮 and 發 are both 发: what is shown may know more than what was looked up, of a character that stands alone.
    void read_traditional() {
        for (Draft& word : drafts_) {
            if (word.text.size() != 1 || word.ground == Ground::place || shown_[word.begin] == word.text[0]) continue;
            if (const Syllable only = traditional_reading(shown_[word.begin]); only != Syllable{}) {
                word.syllables[0] = only;
            }
        }
    }

    void collect_doubts(std::span<const Unsure> unsure) {
        std::size_t next = 0;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const Draft& word = drafts_[i];
            if (const auto other = as_surname(drafts_, i, lexicon_))
                doubts_->push_back({Doubt::Kind::surname, {word.begin, word.begin + 1}, word.syllables[0], {*other}});
            for (; next < unsure.size() && unsure[next].word == i; ++next) {
                const auto& [at, place, other] = unsure[next];
                const Syllable chosen = word.syllables[place];
                if (other != chosen && other != Syllable{})
                    doubts_->push_back(
                        {Doubt::Kind::polyphone, {word.begin + place, word.begin + place + 1}, chosen, {other}});
            }
        }
    }

    /// Whether item `i` would light up together with the one before, in a name or a number.
    [[nodiscard]] bool joins_any(std::size_t i) const {
        if (joins(i - 1, i)) return true;
        for (std::size_t begin = i > 3 ? i - 3 : 0; begin < i; ++begin)
            if (begin + drafts_[begin].name > i) return true;
        return false;
    }

    std::vector<Word> join() {
        std::vector<Word> words;
        std::vector<Sounding> sounding;
        std::vector<std::pair<std::size_t, std::size_t>> token_of;  // word and token of each syllable
        std::size_t number_of_word = 0;
        const auto open = [&](TextRange shown, WordKind kind) {
            words.push_back({.shown = shown, .kind = kind, .said = {}, .tokens = {}});
            ++number_of_word;
        };
        const auto sound = [&](char32_t hanzi, char32_t simplified, Syllable lexical, Syllable said, const Item& item,
                               bool number) {
            words.back().said += hanzi;
            words.back().tokens.back().readings.push_back({hanzi, lexical, said});
            token_of.emplace_back(words.size() - 1, words.back().tokens.size() - 1);
            sounding.push_back({simplified, lexical, said, number_of_word, item.counting, number});
        };
        std::size_t first = 0;
        std::size_t name_end = 0;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const Item& item = items_[i];
            const Draft& word = drafts_[i];
            if (item.kind != WordKind::hanzi) {
                open(item.shown, item.kind);
                words.back().said = item.said;
                continue;
            }
            // Sandhi does not reach across a break.
            if (std::ranges::binary_search(breaths_, item.shown.begin)) ++number_of_word;
            const bool in_name = i < name_end && items_[i - 1].shown.end == item.shown.begin;
            const bool joined = in_name || (i > 0 && joins(first, i));
            if (!joined) {
                first = i;
                name_end = i + drafts_[i].name;
            }
            if (word.number) {
                if (!joined) open(item.shown, WordKind::hanzi);
                words.back().shown.end = item.shown.end;
                words.back().tokens.push_back({item.shown, {}});
                for (std::size_t k = 0; k < item.said.size(); ++k)
                    sound(item.said[k], item.said[k], word.syllables[k], word.syllables[k], item, true);
                continue;
            }
            const std::vector<Syllable> said = lightened(drafts_, i);
            // A long word lights up in parts, read as the whole.
            std::vector<Segment> pieces{{0, word.text.size(), std::nullopt}};
            if (word.text.size() > longest_highlight) pieces = parts(word.text, lexicon_);
            for (const Segment& piece : pieces) {
                const std::size_t begin = item.shown.begin + piece.begin;
                if (!joined) open({begin, begin + piece.length}, WordKind::hanzi);
                words.back().shown.end = begin + piece.length;
                for (std::size_t k = piece.begin; k < piece.begin + piece.length; ++k) {
                    const std::size_t place = item.shown.begin + k;
                    words.back().tokens.push_back({{place, place + 1}, {}});
                    sound(is_hanzi(shown_[place]) ? shown_[place] : word.text[k], word.text[k], word.syllables[k],
                          said[k], item, false);
                }
            }
        }
        apply_sandhi(sounding, lexicon_);
        std::pair<std::size_t, std::size_t> token{};
        std::size_t place = 0;
        for (std::size_t i = 0; i < sounding.size(); ++i) {
            place = i > 0 && token_of[i] == token ? place + 1 : 0;
            token = token_of[i];
            words[token.first].tokens[token.second].readings[place].spoken = sounding[i].spoken;
        }
        return words;
    }

    /// Latin words are reckoned at three letters a syllable, and W is three by itself.
    [[nodiscard]] static std::size_t syllables_of(const Word& word) {
        if (word.kind == WordKind::hanzi) return word.said.size();
        if (word.kind == WordKind::latin) return word.said.size() / 3 + 1;
        return (word.said.size() + 1) / 2 + 2 * static_cast<std::size_t>(std::ranges::count(word.said, U'W'));
    }

    std::u32string_view shown_;
    std::u32string_view simplified_;
    const Lexicon& lexicon_;
    const LocalReadings* local_;
    const Drafted& drafted_;
    std::vector<Draft> drafts_;
    std::vector<std::size_t> breaths_;  // where words are shown before which there is a short break
    std::vector<Item> items_;
    Expected expected_{};
    std::vector<Doubt>* doubts_;
};

}  // namespace

Syllable unknown_syllable() {
    return *Syllable::from_pinyin("mou3");
}

namespace {

std::vector<Clause> hear(std::u32string_view shown, const Knowledge& knowledge, const Drafted& drafted,
                         std::vector<Doubt>* doubts) {
    const std::u32string folded = fold(shown);
    const std::u32string simplified = simplify(folded, knowledge.lexicon);
    std::vector<Clause> clauses;
    ClauseReader reader(shown, simplified, knowledge, drafted, doubts);
    for (const Piece& piece : is_english(folded) ? scan_english(folded) : scan(simplified)) {
        if (piece.kind == PieceKind::pause) {
            reader.end(piece.boundary, clauses);
        } else {
            reader.add(piece);
        }
    }
    reader.end(Boundary::none, clauses);
    return clauses;
}

}  // namespace

std::vector<Clause> read(std::u32string_view shown, const Knowledge& knowledge) {
    return hear(shown, knowledge, {}, nullptr);
}

std::vector<Doubt> doubts(std::u32string_view shown, const Knowledge& knowledge) {
    std::vector<Doubt> found;
    (void)hear(shown, knowledge, {}, &found);
    return found;
}

void draft_clauses(std::u32string_view shown, const Knowledge& knowledge, const Drafted& each) {
    (void)hear(shown, knowledge, each, nullptr);
}

std::u32string normalise(std::u32string_view shown, const Knowledge& knowledge) {
    constexpr std::u32string_view punctuation = U"。！？；，、：…—.,;:!?";
    std::u32string said;
    const auto mark = [&](std::size_t begin, std::size_t end) {
        const std::size_t place = std::min(shown.substr(0, end).find_first_of(punctuation, begin), end);
        if (place < end) said += shown[place];
        return place < end;
    };
    const std::vector<Clause> clauses = read(shown, knowledge);
    std::size_t last = 0;
    const Word* before = nullptr;
    Boundary boundary{};
    for (const Clause& clause : clauses) {
        for (const Word& word : clause.words) {
            // A bracket is heard as a comma, and so it is written.
            if (&word == clause.words.data() && before != nullptr && !mark(last, word.shown.begin) &&
                boundary == Boundary::comma) {
                said += U'，';
            }
            const bool both_foreign =
                before != nullptr && before->kind != WordKind::hanzi && word.kind != WordKind::hanzi;
            if (both_foreign && !is_one_of(said.back(), U"。！？；，、：…")) said += U' ';
            said += word.said;
            last = word.shown.end;
            before = &word;
        }
        boundary = clause.end;
    }
    if (before != nullptr && clauses.back().end != Boundary::none) mark(last, shown.size());
    return said;
}

}  // namespace tingdu::mandarin
