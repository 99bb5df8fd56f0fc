// Learns readings.bin: which of its readings a character has, by what stands about it. voices/mandarin/train runs it.
//
// Several kinds of sentences teach it: some with one marked character (their readings are balanced, so that rare ones are
// seen), some of ours with every reading, and, lightly, whatever the lexicon says of the words in all of them: that is
// how often things occur in running text, and keeps what was learned from balanced sentences from overruling words.
// Where the lexicon has a word in which a character is not read as it is by itself, that word, spelt out, is a fourth:
// its characters tell something even where segmentation does not find it, and most rare readings were seen nowhere else.
// And there are the characters that stand in the marked sentences by chance, so that how often they occur is natural,
// and were hard enough that somebody judged them.
//
// A softmax over the readings of each character; AdaGrad, dropout, the mean of the later passes and of several runs.
// Beside its own weight every feature carries how far it moved the odds in the other examples, times a trust that all
// characters share, learned for each kind of feature and how often it was seen: so one sighting of a rare character
// counts for as much as it deserves.
//
// Beside it a net learns the same by itself, in neighbour_learner.cpp. The two err differently, so they are summed.
#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/context.h"
#include "kiosk/mandarin/drafting.h"
#include "kiosk/mandarin/light_tones.h"
#include "kiosk/mandarin/reading_model.h"
#include "kiosk/platform/files/files.h"
#include "voices/mandarin/neighbour_learner.h"

namespace tingdu::mandarin {
namespace {

constexpr float lexicon_weight = 0.05F;  // of an example that the lexicon gives, beside 1 for one that a person marked
constexpr double light_share = 0.25;  // of what is worth less than one, drawn anew in each pass and worth the more
constexpr float spelling_weight = 0.1F;  // of a word of the lexicon, spelt out
constexpr std::size_t longest_spelling = 4;
constexpr double dropout = 0.4;
constexpr int passes = 10;
constexpr double rate = 0.1;
constexpr double decay = 1e-3;
constexpr double trust_rate = 0.05;
constexpr double smoothing = 0.5;
constexpr float linear_share = 0.7F;  // of each in the sum; CPP held out gains as much from 0.5 to 1.5 times the net
constexpr float net_share = 0.55F;
constexpr std::size_t net_most_rare = 2;  // neighbours seen less often than this are not written
constexpr float least_weight = 0.11F;     // what is smaller is not written: 8 MB hold the file and the lexicon
constexpr std::uint16_t nothing = 0xFFFF;

enum Set : std::uint8_t { cpp, g2pl, running, contested, sets };
constexpr std::array<const char*, sets> set_names{"CPP", "g2pL", "running text", "contested"};

struct Sentence {
    std::u32string text;
    std::map<std::size_t, Syllable> marked;  ///< by place
    Set set{};
    bool held_out_in_turn = true;
};

using Features = std::bitset<Context::count>;

struct Example {
    std::uint32_t character{};
    std::array<std::uint32_t, Context::count> weights{};  ///< where the weights of each feature begin
    std::uint16_t label{};
    std::uint16_t lexical{};  ///< classes; `nothing` where none
    std::uint16_t by_rule{};
    std::uint16_t alone{};
    std::uint8_t length{};
    float worth{};
    Window window;
    Features seen = Features().set();     ///< what there is of it …
    Features learned = Features().set();  ///< … and what of that is learned from
};

/// A marked character as it is judged.
struct Judged {
    std::optional<Example> example;
    Syllable gold;
    Syllable otherwise;
    std::size_t place{};
    bool in_word{};
};

struct Character {
    char32_t hanzi{};
    std::vector<Syllable> classes;

    [[nodiscard]] std::uint16_t find(Syllable syllable) const {
        const auto at = std::ranges::find(classes, syllable);
        return at == classes.end() ? nothing : static_cast<std::uint16_t>(at - classes.begin());
    }
};

// --- what is learned from -------------------------------------------------------------------------------------------

std::vector<Sentence> read_marked(const std::string& path, Set set, bool held_out_in_turn) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<Sentence> sentences;
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> fields;
        std::istringstream rest(line);
        for (std::string field; std::getline(rest, field, '\t');) fields.push_back(field);
        if (fields.size() != 5) continue;
        if (const auto colon = fields[3].find("u:"); colon != std::string::npos) fields[3].replace(colon, 2, "v");
        if (const auto syllable = Syllable::from_pinyin(fields[3]))
            sentences.push_back({from_utf8(fields[4]), {{std::stoul(fields[2]), *syllable}}, set, held_out_in_turn});
    }
    return sentences;
}

std::vector<Sentence> read_running(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<Sentence> sentences;
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos || line.starts_with('#')) continue;
        Sentence sentence{from_utf8(line.substr(0, tab)), {}, running};
        std::istringstream pinyin(line.substr(tab + 1));
        for (std::size_t i = 0; i < sentence.text.size(); ++i) {
            std::string one;
            if (!is_hanzi(sentence.text[i]) || !(pinyin >> one)) continue;
            if (const auto syllable = Syllable::from_pinyin(one))
                sentence.marked[i] = with_full_tone(sentence.text[i], *syllable);
        }
        if (sentence.text.size() > 1) sentences.push_back(std::move(sentence));
    }
    return sentences;
}

/// Places in the sentences of `folder`, with their readings.
std::vector<Sentence> read_contested(const std::string& path, const std::string& folder) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::map<std::string, std::vector<std::string>> files;
    std::vector<Sentence> sentences;
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        std::string file;
        std::size_t number = 0;
        std::size_t place = 0;
        std::string hanzi;
        std::string pinyin;
        if (line.starts_with('#') || !(fields >> file >> number >> place >> hanzi >> pinyin)) continue;
        std::vector<std::string>& lines = files[file];
        if (lines.empty()) {
            std::ifstream text(folder + "/" + file);
            for (std::string one; std::getline(text, one);) lines.push_back(std::move(one));
        }
        const std::string& marked = lines.at(number - 1);
        const std::u32string text = from_utf8(std::string_view(marked).substr(marked.rfind('\t') + 1));
        if (text.substr(place, 1) != from_utf8(hanzi)) throw std::runtime_error(path + " is about other sentences: " + line);
        if (const auto syllable = Syllable::from_pinyin(pinyin)) sentences.push_back({text, {{place, *syllable}}, contested});
    }
    return sentences;
}

class Lessons {
  public:
    Lessons(const std::vector<Sentence>& sentences, const Lexicon& lexicon) {
        find_characters(sentences, lexicon);
        for (const Sentence& sentence : sentences) add(sentence, lexicon);
        for (const Character& character : characters_)
            for (std::size_t length = 2; length <= longest_spelling; ++length)
                for (const Entry& entry : lexicon.words_with(character.hanzi, length)) spell(character, entry, lexicon);
    }

    struct Lesson {
        const Sentence* sentence;
        std::vector<Judged> judged;
        std::vector<Example> by_lexicon;
        std::vector<Window> text;  ///< about each of its characters
    };
    [[nodiscard]] const std::vector<Lesson>& lessons() const { return lessons_; }
    [[nodiscard]] const std::vector<Example>& spellings() const { return spellings_; }
    [[nodiscard]] const std::vector<Character>& characters() const { return characters_; }
    [[nodiscard]] std::size_t weights() const { return weights_; }
    [[nodiscard]] const Signs& signs() const { return signs_; }
    /// Before the classes of a character, if all are counted; one more than there are characters.
    [[nodiscard]] std::size_t first_class(std::size_t character) const { return first_class_[character]; }
    /// Character and hash of each feature → where its weights begin.
    [[nodiscard]] const std::unordered_map<std::uint64_t, std::uint32_t>& features() const { return features_; }

  private:
    void find_characters(const std::vector<Sentence>& sentences, const Lexicon& lexicon) {
        std::map<char32_t, std::vector<Syllable>> seen;
        for (const Sentence& sentence : sentences) {
            if (sentence.set == running || sentence.set == contested) continue;
            for (const auto& [place, syllable] : sentence.marked) {
                auto& classes = seen[sentence.text.at(place)];
                if (std::ranges::find(classes, syllable) == classes.end()) classes.push_back(syllable);
            }
        }
        for (auto& [hanzi, classes] : seen) {
            if (const auto known = lexicon.character(hanzi)) {
                for (std::size_t n = 0; n < known->candidates && classes.size() < ReadingModel::most_classes; ++n) {
                    const Syllable candidate = lexicon.candidate(*known, n);
                    if (std::ranges::find(classes, candidate) == classes.end()) classes.push_back(candidate);
                }
            }
            index_[hanzi] = static_cast<std::uint32_t>(characters_.size());
            first_class_.push_back(first_class_.back() + classes.size());
            characters_.push_back({hanzi, std::move(classes)});
        }
    }

    void add(const Sentence& sentence, const Lexicon& lexicon) {
        Lesson lesson{&sentence, {}, {}, {}};
        draft_clauses(sentence.text, lexicon, [&](std::span<const Draft> clause) {
            const Context context(clause);
            for (std::size_t word = 0; word < clause.size(); ++word) {
                const Draft& draft = clause[word];
                if (draft.number) continue;
                for (std::size_t place = 0; place < draft.text.size(); ++place) {
                    const auto marked = sentence.marked.find(draft.begin + place);
                    const bool is_marked = marked != sentence.marked.end();
                    lesson.text.push_back(signs_.window(draft.text[place], context.beside(word, place)));
                    auto example = example_of(context, draft, word, place, lexicon);
                    if (example) example->window = lesson.text.back();
                    if (is_marked) {
                        if (example) example->label = characters_[example->character].find(marked->second);
                        lesson.judged.push_back({example, marked->second, draft.syllables[place], draft.begin + place,
                                                 draft.text.size() > 1});
                    } else if (example && draft.text.size() > 1 && example->lexical != nothing) {
                        example->label = example->lexical;
                        example->worth = lexicon_weight;
                        lesson.by_lexicon.push_back(*example);
                    }
                }
            }
        });
        lessons_.push_back(std::move(lesson));
    }

    /// A word that reads the character otherwise than it is read alone, as though nobody knew the word.
    void spell(const Character& character, const Entry& entry, const Lexicon& lexicon) {
        const std::u32string text = lexicon.spelling(entry);
        std::vector<Draft> clause;
        for (std::size_t i = 0; i < text.size(); ++i)
            clause.push_back(draft(text, {.begin = i, .length = 1, .entry = {}}, lexicon));
        for (Draft& one : clause) one.lexical = one.syllables;
        const Context context(clause);
        for (std::size_t place = 0; place < text.size(); ++place) {
            const std::uint16_t reading =
                character.find(with_full_tone(character.hanzi, lexicon.reading(entry, place, character.hanzi)));
            if (text[place] != character.hanzi || reading == nothing) continue;
            auto example = example_of(context, clause[place], place, 0, lexicon);
            if (!example || reading == example->alone) continue;
            example->label = reading;
            example->worth = spelling_weight;
            example->learned.reset();
            const auto is_within = [&](int from) {
                const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(place) + from;
                return at >= 0 && at < std::ssize(text);
            };
            for (const auto& [feature, first, last] : Context::beside_features)
                if (is_within(first) && is_within(last)) example->learned.set(feature);
            // That much is as it would be in a sentence, and what the word adds to it is what is learned.
            example->seen = example->learned;
            example->seen.set(0).set(Context::lexical_feature);
            spellings_.push_back(*example);
        }
    }

    std::optional<Example> example_of(const Context& context, const Draft& draft, std::size_t word, std::size_t place,
                                      const Lexicon& lexicon) {
        const auto known = index_.find(draft.text[place]);
        if (known == index_.end() || draft.ground == Ground::name) return std::nullopt;
        const Character& character = characters_[known->second];
        Example example{.character = known->second,
                        .lexical = character.find(draft.lexical[place]),
                        .by_rule = draft.ground == Ground::rule ? character.find(draft.syllables[place]) : nothing,
                        .alone = character.find(lexicon.default_reading(draft.text[place])),
                        .length = static_cast<std::uint8_t>(std::min<std::size_t>(draft.text.size(), 4)),
                        .worth = 1,
                        .window = {}};
        const auto seen = context.around(word, place);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const std::uint64_t key = std::uint64_t{known->second} << 32U | seen[i];
            const auto [at, is_new] = features_.try_emplace(key, static_cast<std::uint32_t>(weights_));
            if (is_new) weights_ += character.classes.size();
            example.weights[i] = at->second;
        }
        return example;
    }

    std::unordered_map<char32_t, std::uint32_t> index_;
    std::vector<Character> characters_;
    std::unordered_map<std::uint64_t, std::uint32_t> features_;
    std::size_t weights_ = 0;
    Signs signs_;
    std::vector<std::size_t> first_class_{0};
    std::vector<Lesson> lessons_;
    std::vector<Example> spellings_;
};

// --- learning -------------------------------------------------------------------------------------------------------

/// Features of one kind share their trust; those nearby, wherever they stand, are one kind.
constexpr std::size_t kind_of(std::size_t feature) {
    return feature >= Context::first_nearby && feature < Context::first_nearby + Context::nearby ? Context::first_nearby
                                                                                                 : feature;
}
// The reading itself and what the lexicon makes of it are known best.
constexpr double gain_of(std::size_t feature) {
    return feature == 0 ? 3 : feature == Context::lexical_feature ? 2 : 1;
}

constexpr std::array<double, 6> sightings{0.5, 1.5, 3.5, 8.5, 20.5, 60};
constexpr std::size_t buckets = 2 * (sightings.size() + 1);
/// By how often a feature was seen, and whether it was nearly always with one class.
std::size_t bucket(double seen, double with_one) {
    const auto often = static_cast<std::size_t>(std::ranges::upper_bound(sightings, seen) - sightings.begin());
    return 2 * often + (with_one >= 0.95 * seen ? 1 : 0);
}

struct Weights {
    std::vector<float> own;
    std::array<float, ReadingModel::agreements> agreement{};
    std::array<std::array<double, buckets>, Context::count> trust{};
    NetWeights net;
};

/// How far each feature moved the odds of each class, feature by feature.
struct Lift {
    std::array<double, Context::count * ReadingModel::most_classes> value{};
    std::array<std::size_t, Context::count> bucket{};
};

class Learner {
  public:
    Learner(const Lessons& lessons, std::vector<const Example*> examples)
        : lessons_(lessons), examples_(std::move(examples)), counts_(lessons.weights(), 0) {
        for (const Example* example : examples_)
            for (std::size_t i = 0; i < Context::count; ++i)
                if (example->learned[i]) counts_[example->weights[i] + example->label] += example->worth;
    }

    /// The weights that are summed, everything folded in.
    Weights learn(unsigned seed) {
        Weights weights = run(seed);
        fold(weights);
        return weights;
    }

  private:
    [[nodiscard]] std::size_t classes_of(const Example& example) const {
        return lessons_.characters()[example.character].classes.size();
    }

    /// Without the example itself while it is learned from.
    void lift(const Example& example, bool itself, Lift& out) const {
        const std::size_t classes = classes_of(example);
        std::array<double, ReadingModel::most_classes> prior{};
        for (std::size_t i = 0; i < Context::count; ++i) {
            std::array<double, ReadingModel::most_classes> count{};
            double total = 0;
            for (std::size_t k = 0; k < classes; ++k) {
                count[k] = counts_[example.weights[i] + k];
                if (!itself && example.learned[i] && k == example.label) count[k] -= static_cast<double>(example.worth);
                count[k] = std::max(0.0, count[k]);
                total += count[k];
            }
            out.bucket[i] = bucket(total, *std::ranges::max_element(count));
            for (std::size_t k = 0; k < classes; ++k) {
                double& value = out.value[i * ReadingModel::most_classes + k];
                if (i == 0) {
                    const double habit = k == example.alone ? 0.9 : 0.1 / static_cast<double>(classes);
                    prior[k] = (count[k] + smoothing * habit) / (total + smoothing);
                    value = std::log(prior[k]);
                } else {
                    value = std::clamp(std::log((count[k] + smoothing * prior[k]) / (total + smoothing) / prior[k]), -4.0, 4.0);
                }
            }
        }
    }

    Weights run(unsigned seed) {
        Weights weights{{}, {1, 2, 2, 2, 1, 0, 0}, {}, {}};
        for (auto& trust : weights.trust) trust.fill(0.05);
        weights.trust[0].fill(0.5);
        struct Cell {
            float weight = 0;
            float square = 0.01F;
        };
        std::vector<Cell> cells(lessons_.weights());
        std::array<float, ReadingModel::agreements> agreement_squares{};
        agreement_squares.fill(0.01F);
        auto trust_squares = weights.trust;
        for (auto& square : trust_squares) square.fill(1);
        Weights sum{std::vector<float>(lessons_.weights(), 0), {}, {}, {}};

        std::mt19937 chance(seed);
        std::uniform_real_distribution<double> even;
        Lift lifted;
        std::vector<double> odds;
        for (int pass = 0; pass < passes; ++pass) {
            std::ranges::shuffle(examples_, chance);
            const double step = rate / (1 + 0.3 * pass);
            for (const Example* example : examples_) {
                const bool is_light = example->worth < 1;
                if (is_light && even(chance) > light_share) continue;
                const double worth = static_cast<double>(example->worth) / (is_light ? light_share : 1);
                const std::size_t classes = classes_of(*example);
                Features present = example->seen;
                for (std::size_t i = 1; i < Context::count; ++i)
                    if (example->learned[i] && even(chance) < dropout) present.reset(i);
                lift(*example, false, lifted);
                odds.assign(classes, 0);
                for (std::size_t i = 0; i < Context::count; ++i) {
                    if (!present[i]) continue;
                    const double trust = weights.trust[kind_of(i)][lifted.bucket[i]];
                    for (std::size_t k = 0; k < classes; ++k)
                        odds[k] += gain_of(i) * static_cast<double>(cells[example->weights[i] + k].weight) +
                                   trust * lifted.value[i * ReadingModel::most_classes + k];
                }
                each_agreement(*example, [&](std::size_t k, std::size_t who) {
                    odds[k] += static_cast<double>(weights.agreement[who]);
                });
                const double top = *std::ranges::max_element(odds);
                double total = 0;
                for (double& one : odds) total += one = std::exp(one - top);
                for (std::size_t k = 0; k < classes; ++k)
                    odds[k] = worth * (odds[k] / total - (k == example->label ? 1 : 0));
                for (std::size_t i = 0; i < Context::count; ++i) {
                    if (!present[i] || !example->learned[i]) continue;
                    double& trust = weights.trust[kind_of(i)][lifted.bucket[i]];
                    double& trust_square = trust_squares[kind_of(i)][lifted.bucket[i]];
                    for (std::size_t k = 0; k < classes; ++k) {
                        const double slope = odds[k] * lifted.value[i * ReadingModel::most_classes + k];
                        trust_square += slope * slope;
                        trust -= trust_rate * slope / std::sqrt(trust_square);
                        Cell& cell = cells[example->weights[i] + k];
                        const double own = gain_of(i) * odds[k] + decay * worth * static_cast<double>(cell.weight);
                        cell.square += static_cast<float>(own * own);
                        cell.weight -= static_cast<float>(step * own / std::sqrt(static_cast<double>(cell.square)));
                    }
                }
                if (!example->learned[Context::lexical_feature]) continue;
                each_agreement(*example, [&](std::size_t k, std::size_t who) {
                    agreement_squares[who] += static_cast<float>(odds[k] * odds[k]);
                    weights.agreement[who] -=
                        static_cast<float>(step * odds[k] / std::sqrt(static_cast<double>(agreement_squares[who])));
                });
            }
            if (pass < passes / 2) continue;
            const float share = 1.F / static_cast<float>(passes - passes / 2);
            for (std::size_t i = 0; i < cells.size(); ++i) sum.own[i] += share * cells[i].weight;
            for (std::size_t i = 0; i < sum.agreement.size(); ++i) sum.agreement[i] += share * weights.agreement[i];
        }
        sum.trust = weights.trust;
        return sum;
    }

    /// Each feature's weights become all that it adds to a score.
    void fold(Weights& weights) const {
        std::vector<bool> is_folded(weights.own.size(), false);
        Lift lifted;
        for (const Example* example : examples_) {
            lift(*example, true, lifted);
            for (std::size_t i = 0; i < Context::count; ++i) {
                const std::size_t at = example->weights[i];
                if (is_folded[at]) continue;
                is_folded[at] = true;
                const double trust = weights.trust[kind_of(i)][lifted.bucket[i]];
                for (std::size_t k = 0; k < classes_of(*example); ++k) {
                    weights.own[at + k] = static_cast<float>(gain_of(i) * static_cast<double>(weights.own[at + k]) +
                                                             trust * lifted.value[i * ReadingModel::most_classes + k]);
                }
            }
        }
    }

    static void each_agreement(const Example& example, const auto& tell) {
        if (example.lexical != nothing) tell(example.lexical, ReadingModel::lexical_agreement(example.length));
        if (example.by_rule != nothing) tell(example.by_rule, ReadingModel::rule_agreement);
        if (example.alone != nothing) tell(example.alone, ReadingModel::alone_agreement(example.length));
    }

    const Lessons& lessons_;
    std::vector<const Example*> examples_;
    std::vector<float> counts_;
};

/// Leaves out what decides little or nothing: what is the same for all classes, and what is small.
void prune(const Lessons& lessons, Weights& weights) {
    for (const auto& [key, at] : lessons.features()) {
        const std::size_t classes = lessons.characters()[static_cast<std::size_t>(key >> 32U)].classes.size();
        float* own = &weights.own[at];
        std::vector<float> sorted(own, own + classes);
        std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(classes / 2));
        const float middle = sorted[classes / 2];
        for (std::size_t k = 0; k < classes; ++k)
            own[k] = std::abs(own[k] - middle) < least_weight ? 0 : own[k] - middle;
    }
}

NetWeights learn_net(const Lessons& lessons, const std::vector<const Example*>& examples,
                     const std::vector<const Window*>& text) {
    std::vector<Lecture> lectures;
    lectures.reserve(examples.size());
    for (const Example* example : examples) {
        if (!example->learned.all()) continue;  // a word spelt out: it stands in no clause
        const auto one = [](std::uint16_t k) { return k == nothing ? -1 : int{k}; };
        lectures.push_back({.window = &example->window,
                            .character = example->character,
                            .first_class = static_cast<std::uint32_t>(lessons.first_class(example->character)),
                            .classes = static_cast<std::uint32_t>(lessons.characters()[example->character].classes.size()),
                            .reading = one(example->label),
                            .lexical = one(example->lexical),
                            .by_rule = one(example->by_rule),
                            .alone = one(example->alone),
                            .length = example->length,
                            .worth = example->worth});
    }
    const std::size_t characters = lessons.characters().size();
    return learn_neighbours({lessons.signs().size(), characters, lessons.first_class(characters)}, text,
                            std::move(lectures), 1);
}

/// What the net knows of habit and of the lexicon goes where the linear part keeps the same.
void join(const std::vector<const Example*>& examples, const Lessons& lessons, Weights& weights) {
    for (float& weight : weights.own) weight *= linear_share;
    for (std::size_t who = 0; who < weights.agreement.size(); ++who)
        weights.agreement[who] = linear_share * weights.agreement[who] + net_share * weights.net.agreement[who];
    std::vector<bool> is_joined(weights.own.size(), false);
    for (const Example* example : examples) {
        const std::size_t first = lessons.first_class(example->character);
        const std::size_t classes = lessons.characters()[example->character].classes.size();
        const auto add = [&](std::size_t feature, const float* more) {
            const std::size_t at = example->weights[feature];
            if (is_joined[at]) return;
            is_joined[at] = true;
            for (std::size_t k = 0; k < classes; ++k) weights.own[at + k] += net_share * more[k];
        };
        add(0, &weights.net.habit[first]);
        if (example->lexical != nothing)
            add(Context::lexical_feature,
                &weights.net.lexicon[NetWeights::lexicon_at(first + example->lexical, example->length)]);
    }
}

Weights learn(const Lessons& lessons, const std::vector<const Example*>& examples,
              const std::vector<const Window*>& text, unsigned runs) {
    std::vector<Weights> learned(runs);
    std::vector<std::thread> threads;
    NetWeights net;
    threads.emplace_back([&] { net = learn_net(lessons, examples, text); });
    for (unsigned i = 0; i < runs; ++i)
        threads.emplace_back([&, i] { learned[i] = Learner(lessons, examples).learn(i + 1); });
    for (std::thread& thread : threads) thread.join();
    Weights mean = learned.front();
    for (unsigned i = 1; i < runs; ++i) {
        for (std::size_t at = 0; at < mean.own.size(); ++at) mean.own[at] += learned[i].own[at];
        for (std::size_t at = 0; at < mean.agreement.size(); ++at) mean.agreement[at] += learned[i].agreement[at];
    }
    for (float& weight : mean.own) weight /= static_cast<float>(runs);
    for (float& weight : mean.agreement) weight /= static_cast<float>(runs);
    mean.net = std::move(net);
    join(examples, lessons, mean);
    prune(lessons, mean);
    return mean;
}

// --- writing --------------------------------------------------------------------------------------------------------

std::int8_t quantised(float weight) {
    return static_cast<std::int8_t>(std::clamp(std::lround(weight * ReadingModel::unit), -127L, 127L));
}

class Bytes {
  public:
    void u8(unsigned value) { bytes_.push_back(static_cast<char>(value & 0xFFU)); }
    void u16(unsigned value) { u8(value), u8(value >> 8U); }
    void u32(std::uint32_t value) { u16(value & 0xFFFFU), u16(value >> 16U); }
    void f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }
    void pad() { while (bytes_.size() % 4 != 0) bytes_.push_back('\0'); }
    std::string& bytes() { return bytes_; }

  private:
    std::string bytes_;
};

/// Whole numbers of so many bits for weights, and what one of them is worth.
class Steps {
  public:
    Steps(std::span<const float> weights, int most) : most_(most) {
        // A few weights are far larger than the rest, and too coarse a step would harm all others.
        std::vector<float> sizes;
        for (const float weight : weights) sizes.push_back(std::abs(weight));
        const auto nearly_largest = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 1000);
        std::ranges::nth_element(sizes, nearly_largest);
        unit_ = std::max(*nearly_largest, 1e-6F) / static_cast<float>(most);
    }
    [[nodiscard]] float unit() const { return unit_; }
    [[nodiscard]] unsigned of(float weight) const {
        return static_cast<unsigned>(std::clamp(std::lround(weight / unit_), -long{most_}, long{most_}));
    }

  private:
    int most_;
    float unit_{};
};

/// The section that neighbour_net.cpp describes.
std::string net_section(const Lessons& lessons, const NetWeights& net) {
    constexpr std::size_t width = NeighbourNet::width;
    constexpr std::size_t hidden = NeighbourNet::hidden;
    const Signs& signs = lessons.signs();
    std::vector<std::size_t> often(signs.size(), 0);
    for (const auto& lesson : lessons.lessons())
        for (const Window& window : lesson.text)
            for (const std::uint16_t sign : window.hanzi) often[sign] += 1;
    std::map<char32_t, std::size_t> known;
    for (std::size_t i = 0; i < signs.size(); ++i)
        if (often[i] >= net_most_rare * Neighbours::count) known[signs.hanzi(i)] = i;
    std::vector<float> biases(net.biases);
    for (std::size_t i = 0; i < biases.size(); ++i) biases[i] += net.inner[NeighbourNet::inputs * hidden + i % hidden];
    const Steps vector_steps(net.vectors, 127);
    // 2047 × 127 × the inputs is well below 2^31.
    const Steps inner_steps(std::span(net.inner).first(NeighbourNet::inputs * hidden), 2047);
    const Steps bias_steps(biases, 127);
    const Steps output_steps(net.outputs, 127);
    Bytes section;
    section.u32(static_cast<std::uint32_t>(known.size()));
    section.u32(static_cast<std::uint32_t>(lessons.characters().size()));
    section.u32(static_cast<std::uint32_t>(lessons.first_class(lessons.characters().size())));
    section.f32(vector_steps.unit() * inner_steps.unit());
    section.f32(bias_steps.unit());
    section.f32(output_steps.unit() * net_share * ReadingModel::unit);
    section.u32(vector_steps.of(1));
    for (const auto& [hanzi, sign] : known) section.u32(hanzi);
    for (const auto& [hanzi, sign] : known)
        for (std::size_t n = 0; n < width; ++n) section.u8(vector_steps.of(net.vectors[sign * width + n]));
    for (std::size_t j = 0; j < hidden; ++j)
        for (std::size_t i = 0; i < NeighbourNet::padded_inputs; ++i)
            section.u16(i < NeighbourNet::inputs ? inner_steps.of(net.inner[i * hidden + j]) : 0);
    for (const float bias : biases) section.u8(bias_steps.of(bias));
    for (const float output : net.outputs) section.u8(output_steps.of(output));
    section.pad();
    return section.bytes();
}

/// The weights of one character that are written: the hash of the feature, the class, the weight.
struct Kept {
    std::uint32_t feature{};
    std::uint32_t which{};
    std::int8_t weight{};
    friend auto operator<=>(const Kept&, const Kept&) = default;
};

std::string file_of(const Lessons& lessons, const Weights& weights) {
    std::vector<std::vector<Kept>> kept(lessons.characters().size());
    for (const auto& [key, at] : lessons.features()) {
        const auto character = static_cast<std::size_t>(key >> 32U);
        const std::size_t classes = lessons.characters()[character].classes.size();
        for (std::size_t k = 0; k < classes; ++k) {
            if (const auto weight = quantised(weights.own[at + k]); weight != 0)
                kept[character].push_back({static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(k), weight});
        }
    }
    constexpr std::size_t together = 8;  // weights that are found in one place: more make it slower, fewer larger
    std::uint32_t classes = 0;
    std::uint32_t entries = 0;
    std::uint32_t places = 0;
    Bytes characters;
    Bytes syllables;
    Bytes begins;
    Bytes keys;
    Bytes values;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        std::ranges::sort(kept[i]);
        const std::size_t ways = std::bit_ceil(std::max<std::size_t>(1, kept[i].size() / together));
        const ReadingModel::Keys keyed(ways, lessons.characters()[i].classes.size());
        if (kept[i].size() > 0xFFFF) throw std::runtime_error("too many weights for one character");
        characters.u32(lessons.characters()[i].hanzi);
        characters.u32(classes), characters.u32(entries), characters.u32(places);
        for (const Syllable one : lessons.characters()[i].classes) syllables.u16(one.number());
        for (std::size_t way = 0; way <= ways; ++way) {
            const auto end = std::ranges::find_if(kept[i], [&](const Kept& one) { return keyed.way(one.feature) >= way; });
            begins.u16(static_cast<unsigned>(end - kept[i].begin()));
        }
        for (const Kept& one : kept[i]) {
            keys.u16(keyed.key(one.feature) | one.which);
            values.u8(static_cast<unsigned>(one.weight));
        }
        classes += static_cast<std::uint32_t>(lessons.characters()[i].classes.size());
        entries += static_cast<std::uint32_t>(kept[i].size());
        places += static_cast<std::uint32_t>(ways + 1);
    }
    characters.u32(0xFFFFFFFFU), characters.u32(classes), characters.u32(entries), characters.u32(places);
    syllables.pad(), begins.pad(), keys.pad(), values.pad();
    Bytes head;
    for (const char c : {'T', 'D', 'R', 'E', 'A', 'D', '\0', '\3'}) head.u8(static_cast<unsigned>(c));
    for (const std::uint32_t number :
         {0U, unsigned{Syllable::count()}, static_cast<unsigned>(kept.size()), classes, entries, places})
        head.u32(number);
    for (const float weight : weights.agreement) head.u8(static_cast<unsigned>(quantised(weight)));
    head.pad();
    std::string file = head.bytes() + characters.bytes() + syllables.bytes() + begins.bytes() + keys.bytes() +
                       values.bytes() + net_section(lessons, weights.net);
    for (std::size_t i = 0; i < 4; ++i) file[8 + i] = static_cast<char>(file.size() >> (8 * i) & 0xFFU);
    return file;
}

// --- judging --------------------------------------------------------------------------------------------------------

struct Score {
    int marked{};
    int before{};
    int right{};
    int sentences{};
    int before_sentences{};
    int right_sentences{};
};

std::uint16_t best_of(const Example& example, const Lessons& lessons, const Weights& weights, std::vector<double>& odds) {
    const auto classes = lessons.characters()[example.character].classes.size();
    odds.assign(classes, 0);
    for (const std::uint32_t at : example.weights)
        for (std::size_t k = 0; k < classes; ++k) odds[k] += static_cast<double>(weights.own[at + k]);
    weights.net.add_odds(example.window, example.character, lessons.first_class(example.character),
                         static_cast<double>(net_share), odds);
    const auto agree = [&](std::uint16_t k, std::size_t who) {
        if (k != nothing) odds[k] += static_cast<double>(weights.agreement[who]);
    };
    agree(example.lexical, ReadingModel::lexical_agreement(example.length));
    agree(example.by_rule, ReadingModel::rule_agreement);
    agree(example.alone, ReadingModel::alone_agreement(example.length));
    return static_cast<std::uint16_t>(std::ranges::max_element(odds) - odds.begin());
}

/// `margin`: by how much a reading within a word must be likelier than the word's own.
/// `misses` is told what was misread.
void judge(const Lessons::Lesson& lesson, const Lessons& lessons, const Weights& weights, double margin, Score& score,
           std::ostream* misses) {
    bool all_right = true;
    bool all_before = true;
    std::vector<double> odds;
    for (const Judged& judged : lesson.judged) {
        Syllable got = judged.otherwise;
        if (judged.example) {
            const Character& character = lessons.characters()[judged.example->character];
            const std::uint16_t best = best_of(*judged.example, lessons, weights, odds);
            const std::uint16_t other = character.find(judged.otherwise);
            if (!judged.in_word || other == nothing || odds[best] - odds[other] > margin) got = character.classes[best];
        }
        if (misses != nullptr && got != judged.gold) {
            const auto& text = lesson.sentence->text;
            *misses << set_names[lesson.sentence->set] << '\t' << judged.gold.pinyin() << '\t' << got.pinyin() << '\t'
                    << judged.otherwise.pinyin() << '\t' << (judged.in_word ? "in a word" : "alone") << '\t'
                    << to_utf8(text.substr(0, judged.place)) << '[' << to_utf8(text.substr(judged.place, 1)) << ']'
                    << to_utf8(text.substr(judged.place + 1)) << '\n';
        }
        score.marked += 1;
        score.before += judged.otherwise == judged.gold ? 1 : 0;
        score.right += got == judged.gold ? 1 : 0;
        all_right = all_right && got == judged.gold;
        all_before = all_before && judged.otherwise == judged.gold;
    }
    score.sentences += 1;
    score.right_sentences += all_right ? 1 : 0;
    score.before_sentences += all_before ? 1 : 0;
}

bool is_held_out(const Lessons& lessons, std::size_t i, std::size_t folds, std::size_t fold) {
    return folds > 0 && lessons.lessons()[i].sentence->held_out_in_turn && i % folds == fold;
}

std::vector<const Window*> text_of(const Lessons& lessons, std::size_t folds, std::size_t fold) {
    std::vector<const Window*> text;
    for (std::size_t i = 0; i < lessons.lessons().size(); ++i) {
        if (is_held_out(lessons, i, folds, fold)) continue;
        for (const Window& window : lessons.lessons()[i].text) text.push_back(&window);
    }
    return text;
}

std::vector<const Example*> examples_of(const Lessons& lessons, std::size_t folds, std::size_t fold) {
    std::vector<const Example*> examples;
    for (std::size_t i = 0; i < lessons.lessons().size(); ++i) {
        const auto& lesson = lessons.lessons()[i];
        if (is_held_out(lessons, i, folds, fold)) continue;
        for (const Judged& judged : lesson.judged)
            if (judged.example && judged.example->label != nothing) examples.push_back(&*judged.example);
        for (const Example& example : lesson.by_lexicon) examples.push_back(&example);
    }
    for (const Example& example : lessons.spellings()) examples.push_back(&example);
    return examples;
}

void cross_validate(const Lessons& lessons, std::size_t folds, std::size_t turns, unsigned runs, std::ostream& misses) {
    constexpr std::array margins{0.0, 0.5, 1.0, 2.0, 99.0};
    constexpr std::size_t told = 2;  // of which margin the misses are
    std::array<std::array<Score, sets>, margins.size()> scores{};
    for (std::size_t fold = 0; fold < turns; ++fold) {
        const Weights weights =
            learn(lessons, examples_of(lessons, folds, fold), text_of(lessons, folds, fold), runs);
        for (std::size_t i = fold; i < lessons.lessons().size(); i += folds) {
            const auto& lesson = lessons.lessons()[i];
            if (!lesson.sentence->held_out_in_turn) continue;
            for (std::size_t m = 0; m < margins.size(); ++m)
                judge(lesson, lessons, weights, margins[m], scores[m][lesson.sentence->set], m == told ? &misses : nullptr);
        }
    }
    const auto percent = [](int part, int whole) { return 100.0 * part / std::max(1, whole); };
    for (std::size_t m = 0; m < margins.size(); ++m) {
        for (std::size_t set = 0; set < sets; ++set) {
            const Score& s = scores[m][set];
            fmt::print("margin {:2}, {:12}: {:.2f} % of {} characters ({:.2f} without), {:.2f} % of {} sentences ({:.2f})\n",
                       margins[m], set_names[set], percent(s.right, s.marked), s.marked, percent(s.before, s.marked),
                       percent(s.right_sentences, s.sentences), s.sentences, percent(s.before_sentences, s.sentences));
        }
    }
}

int run(int argc, char** argv) {
    CLI::App options{"Learns readings.bin from sentences with their readings."};
    std::string folder;
    std::string out = "voices/mandarin/readings.bin";
    std::size_t folds = 0;
    std::size_t turns = 0;
    unsigned runs = 3;
    std::string misses;
    options.add_option("--data", folder, "with polyphones/cpp_dev.tsv, g2pl_train.tsv and g2pl_dev.tsv")->required();
    options.add_option("--out", out, "what is written");
    options.add_option("--folds", folds, "writes nothing: holds out one in so many sentences, in turn, and judges them");
    options.add_option("--turns", turns, "of so many folds only");
    options.add_option("--misses", misses, "where what was held out and misread is written");
    options.add_option("--runs", runs, "so many models are averaged");
    CLI11_PARSE(options, argc, argv);

    const auto lexicon_file = platform::map_file("voices/mandarin/lexicon.bin");
    if (!lexicon_file) throw std::runtime_error("no voices/mandarin/lexicon.bin here");
    const Lexicon lexicon = Lexicon::over((*lexicon_file)->bytes()).value();
    std::vector<Sentence> sentences;
    const auto add = [&](std::vector<Sentence> more) { std::ranges::move(more, std::back_inserter(sentences)); };
    add(read_marked(folder + "/polyphones/cpp_dev.tsv", cpp, true));
    add(read_marked(folder + "/polyphones/g2pl_dev.tsv", g2pl, true));
    add(read_marked(folder + "/polyphones/g2pl_train.tsv", g2pl, false));
    add(read_contested("voices/mandarin/contested_dev.tsv", folder + "/polyphones"));
    add(read_running("voices/mandarin/public_service_dev.tsv"));
    add(read_running("voices/mandarin/public_service_phrases_dev.tsv"));
    add(read_running("voices/mandarin/additions.tsv"));
    const Lessons lessons(sentences, lexicon);
    fmt::print("{} sentences, {} characters, {} features\n", sentences.size(), lessons.characters().size(),
               lessons.features().size());
    if (folds > 0) {
        std::ofstream missed(misses);
        cross_validate(lessons, folds, turns > 0 ? turns : folds, runs, missed);
        return 0;
    }
    const std::string file = file_of(lessons, learn(lessons, examples_of(lessons, 0, 0), text_of(lessons, 0, 0), runs));
    std::ofstream(out, std::ios::binary) << file;
    fmt::print("{}: {} bytes\n", out, file.size());
    return 0;
}

}  // namespace
}  // namespace tingdu::mandarin

int main(int argc, char** argv) {
    try {
        return tingdu::mandarin::run(argc, argv);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
}
