#include "kiosk/mandarin/context.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace tingdu::mandarin {
namespace {

constexpr char32_t number_sign = U'0';
constexpr char32_t latin_sign = U'a';
constexpr char32_t outside = U'^';

// The finalizer of MurmurHash3 (Austin Appleby, public domain), which leaves no bit where it was.
constexpr std::uint32_t mixed(std::uint32_t hash) {
    hash ^= hash >> 16U;
    hash *= 0x85EBCA6BU;
    hash ^= hash >> 13U;
    hash *= 0xC2B2AE35U;
    return hash ^ (hash >> 16U);
}

constexpr std::uint32_t joined(std::uint32_t hash, std::uint32_t more) {
    return mixed(hash * 31U + more + 0x9E3779B9U);
}

std::uint32_t hash_of(std::u32string_view text) {
    std::uint32_t hash = 0;
    for (const char32_t c : text) hash = joined(hash, c);
    return hash;
}

}  // namespace

Context::Context(std::span<const Draft> clause) : clause_(clause) {
    begin_.reserve(clause.size());
    words_.reserve(clause.size());
    for (const Draft& word : clause) {
        begin_.push_back(flat_.size());
        if (word.number) {
            flat_ += number_sign;
        } else if (word.text.empty()) {
            flat_ += latin_sign;
        } else {
            flat_ += word.text;
        }
        is_begin_.resize(flat_.size(), false);
        is_begin_[begin_.back()] = true;
        words_.push_back(hash_of(std::u32string_view(flat_).substr(begin_.back())));
    }
}

char32_t Context::hanzi(std::ptrdiff_t at) const {
    return at < 0 || at >= std::ssize(flat_) ? outside : flat_[static_cast<std::size_t>(at)];
}

std::uint32_t Context::word_hash(std::ptrdiff_t word) const {
    return word < 0 || word >= std::ssize(words_) ? outside : words_[static_cast<std::size_t>(word)];
}

std::uint32_t Context::word_class(std::ptrdiff_t word) const {
    if (word < 0 || word >= std::ssize(clause_)) return 31;
    const Draft& draft = clause_[static_cast<std::size_t>(word)];
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(draft.text.size(), 3));
    return draft.number ? 30 : static_cast<std::uint32_t>(draft.word_class) | length << 8U;
}

Context::Features Context::around(std::size_t word, std::size_t place) const {
    Features features{};
    std::size_t next = 0;
    std::uint32_t kind = 0;
    const auto see = [&](std::initializer_list<std::uint32_t> parts) {
        std::uint32_t hash = ++kind;
        for (const std::uint32_t part : parts) hash = joined(hash, part);
        features[next++] = hash;
    };
    const Draft& here = clause_[word];
    const auto w = static_cast<std::ptrdiff_t>(word);
    const auto at = static_cast<std::ptrdiff_t>(begin_[word] + place);
    const auto c = [&](std::ptrdiff_t from) -> std::uint32_t { return hanzi(at + from); };
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(here.text.size(), 4));
    const auto lexical = static_cast<std::uint32_t>(here.lexical[place].number());
    const auto shape = length << 4U | static_cast<std::uint32_t>(place);

    see({});
    see({word_hash(w), static_cast<std::uint32_t>(place), length});
    see({lexical, std::min(length, 2U)});
    see({shape});
    see({here.ground == Ground::rule ? here.syllables[place].number() : 0U});
    see({c(-1)});
    see({c(1)});
    see({c(-2), c(-1)});
    see({c(1), c(2)});
    see({c(-1), c(1)});
    see({c(-2)});
    see({c(2)});
    see({word_hash(w - 1), std::min(length, 2U)});
    see({word_hash(w + 1), std::min(length, 2U)});
    see({word_class(w - 1), length});
    see({word_class(w + 1), length});
    see({word_class(w - 1), word_class(w + 1), length});
    see({word_class(w - 2), word_class(w - 1), length});
    see({word_class(w + 1), word_class(w + 2), length});
    see({word_hash(w - 2), word_hash(w - 1)});
    see({word_hash(w + 1), word_hash(w + 2)});
    see({word_class(w)});
    see({c(-3)});
    see({c(3)});
    see({c(-2), c(-1), c(1)});
    // Whatever else is said nearby, wherever it stands.
    static_assert(first_nearby + nearby == count);
    for (const int from : {-4, -3, -2, -1, 1, 2, 3, 4}) features[next++] = joined(100, word_hash(w + from));
    return features;
}

Neighbours Context::beside(std::size_t word, std::size_t place) const {
    Neighbours neighbours;
    const auto at = static_cast<std::ptrdiff_t>(begin_[word] + place);
    for (std::size_t i = 0; i < Neighbours::count; ++i) {
        const bool is_left = i < Neighbours::reach;
        const auto there =
            at + static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(Neighbours::reach) + (is_left ? 0 : 1);
        const bool is_within = there >= 0 && there < std::ssize(flat_);
        neighbours.hanzi[i] = hanzi(there);
        neighbours.is_cut[i] = !is_within || is_begin_[static_cast<std::size_t>(is_left ? there + 1 : there)];
    }
    return neighbours;
}

}  // namespace tingdu::mandarin
