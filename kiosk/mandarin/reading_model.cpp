// The layout of readings.bin, little-endian, every section padded to four bytes:
//   magic "TDREAD\0\3", u32 size of the file, number of syllables, of characters, of classes, of weights, of places
//   i8 × agreements: the weights of who agrees
//   characters, by code point, and one more that ends the last: u32 code point, first class, first weight, first place
//   classes: u16 syllable numbers, a character's readings one after another
//   places: u16, for each way in which the hash of a feature can begin, so many bits of it as a character has places,
//           where after the character's first weight those of such features begin; and where the last end
//   keys, sorted for each character: u16, what follows in the hash, and in the lowest bits a class
//   weights: i8
//   the net, as neighbour_net.cpp describes it
// So a weight takes little more than three bytes. Two features of a character may share a key; with eight weights to a
// place that happens to one in some thousand of those that are asked for.
#include "kiosk/mandarin/reading_model.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "kiosk/mandarin/padded.h"

namespace tingdu::mandarin {
namespace {

constexpr std::array<char, 8> model_magic{'T', 'D', 'R', 'E', 'A', 'D', 0, 3};
constexpr std::size_t agreements_at = model_magic.size() + 6 * 4;
constexpr std::size_t model_character_size = 16;

constexpr std::size_t model_characters_at = agreements_at + padded(ReadingModel::agreements);

}  // namespace

std::uint32_t ReadingModel::u32(std::size_t at) const {
    static_assert(std::endian::native == std::endian::little, "the file is read as it lies");
    std::uint32_t value = 0;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
}

unsigned ReadingModel::u16(std::size_t at) const {
    std::uint16_t value = 0;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
}

int ReadingModel::i8(std::size_t at) const {
    return static_cast<std::int8_t>(bytes_[at]);
}

Result<ReadingModel> ReadingModel::over(std::span<const std::byte> bytes) {
    const auto broken = [] { return fail(Fault::no_lexicon, "readings.bin"); };
    if (bytes.size() < model_characters_at || std::memcmp(bytes.data(), model_magic.data(), model_magic.size()) != 0)
        return broken();
    ReadingModel model(bytes);
    const auto count = [&](std::size_t n) { return std::size_t{model.u32(model_magic.size() + 4 * n)}; };
    if (count(0) != bytes.size() || count(1) != Syllable::count()) return broken();
    model.characters_ = static_cast<std::uint32_t>(count(2));
    model.classes_at_ = model_characters_at + model_character_size * (count(2) + 1);
    model.places_at_ = model.classes_at_ + padded(2 * count(3));
    model.keys_at_ = model.places_at_ + padded(2 * count(5));
    model.weights_at_ = model.keys_at_ + padded(2 * count(4));
    const std::size_t net_at = model.weights_at_ + padded(count(4));
    if (net_at > bytes.size()) return broken();
    model.net_ = NeighbourNet::over(bytes.subspan(net_at), count(2), count(3));
    if (!model.net_) return broken();
    std::size_t first_class = 0;
    std::size_t first_weight = 0;
    std::size_t first_place = 0;
    for (std::size_t i = 0; i <= count(2); ++i) {
        const std::size_t at = model_characters_at + model_character_size * i;
        const std::size_t next_class = model.u32(at + 4);
        const std::size_t next_weight = model.u32(at + 8);
        const std::size_t next_place = model.u32(at + 12);
        const bool has_places = i == 0 || next_place > first_place;
        if (next_class < first_class || next_class - first_class > most_classes || next_weight < first_weight ||
            next_class > count(3) || next_weight > count(4) || next_place > count(5) || !has_places ||
            (i > 0 && !std::has_single_bit(next_place - first_place - 1))) {
            return broken();
        }
        first_class = next_class;
        first_weight = next_weight;
        first_place = next_place;
    }
    for (std::size_t i = 0; i < agreements; ++i) model.agreement_[i] = model.i8(agreements_at + i);
    return model;
}

std::optional<std::size_t> ReadingModel::find(char32_t hanzi) const {
    std::size_t low = 0;
    std::size_t high = characters_;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        (u32(model_characters_at + model_character_size * middle) < hanzi ? low : high) =
            u32(model_characters_at + model_character_size * middle) < hanzi ? middle + 1 : middle;
    }
    const std::size_t at = model_characters_at + model_character_size * low;
    if (low == characters_ || u32(at) != hanzi) return std::nullopt;
    return at;
}

std::optional<ReadingModel::Opinion> ReadingModel::opinion(char32_t hanzi, const Evidence& evidence,
                                                           Syllable otherwise) const {
    const auto found = find(hanzi);
    if (!found) return std::nullopt;
    const std::size_t at = *found;
    const std::size_t first_class = u32(at + 4);
    const std::size_t classes = u32(at + model_character_size + 4) - first_class;
    const std::size_t first = u32(at + 8);
    const std::size_t last = u32(at + model_character_size + 8);
    if (classes == 0) return std::nullopt;

    const std::size_t first_place = u32(at + 12);
    const std::size_t ways = u32(at + model_character_size + 12) - first_place - 1;
    const Keys keys(ways, classes);

    std::array<int, most_classes> scores{};
    for (const std::uint32_t feature : evidence.features) {
        const std::size_t place = places_at_ + 2 * (first_place + keys.way(feature));
        const std::size_t end = std::min<std::size_t>(last, first + u16(place + 2));
        for (std::size_t weight = first + u16(place); weight < end; ++weight) {
            const unsigned key = u16(keys_at_ + 2 * weight);
            const unsigned which = keys.which(key);
            if (key - which == keys.key(feature) && which < classes) scores[which] += i8(weights_at_ + weight);
        }
    }
    const auto syllable = [&](std::size_t which) {
        return Syllable::from_number(static_cast<std::uint16_t>(u16(classes_at_ + 2 * (first_class + which))));
    };
    for (std::size_t which = 0; which < classes; ++which) {
        const Syllable here = syllable(which);
        if (here == evidence.lexical) scores[which] += agreement_[lexical_agreement(evidence.length)];
        if (here == evidence.by_rule) scores[which] += agreement_[rule_agreement];
        if (here == evidence.alone) scores[which] += agreement_[alone_agreement(evidence.length)];
    }
    if (is_open(std::span(scores).first(classes))) {
        const NeighbourNet::Hidden seen =
            net_->look((at - model_characters_at) / model_character_size, evidence.neighbours);
        for (std::size_t which = 0; which < classes; ++which) scores[which] += net_->score(first_class + which, seen);
    }
    Opinion opinion{.best = {}, .second = {}, .lead = 0, .gain = std::numeric_limits<int>::max()};
    int best = std::numeric_limits<int>::min();
    int second = best;
    std::optional<int> without;
    for (std::size_t which = 0; which < classes; ++which) {
        const Syllable here = syllable(which);
        const int score = scores[which];
        if (here == otherwise) without = score;
        if (score > best) {
            opinion.second = opinion.best;
            second = best;
            opinion.best = here;
            best = score;
        } else if (score > second) {
            opinion.second = here;
            second = score;
        }
    }
    opinion.lead = classes > 1 ? best - second : std::numeric_limits<int>::max();
    if (without) opinion.gain = best - *without;
    return opinion;
}

}  // namespace tingdu::mandarin
