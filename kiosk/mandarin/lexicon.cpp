// The layout of lexicon.bin, little-endian, every section padded to four bytes:
//   magic "TDLEX\0\0\1", u32 size of the file, number of syllables, of characters, of candidates, of tables
//   u32 × tables: words in each table, the first for words of two characters
//   characters, by code point: u32 code point, u32 simplified, u32 first candidate (24 bits) and candidates (8 bits),
//                              u16 lengths of words that begin with it, u8 cost, u8 class (4 bits), surname (4 bits)
//   candidates: u16 syllable numbers
//   for each table, four columns: words (UTF-16, sorted), u8 costs, u8 classes (the highest bit: settled), readings
//   (four bits for each character:
//                              which of its candidates)
#include "kiosk/mandarin/lexicon.h"

#include <bit>
#include <cstring>

#include "kiosk/mandarin/padded.h"

namespace tingdu::mandarin {
namespace {

constexpr std::array<char, 8> lexicon_magic{'T', 'D', 'L', 'E', 'X', 0, 0, 1};
constexpr std::size_t counts_at = lexicon_magic.size();
constexpr std::size_t tables_at = counts_at + 5 * 4;
constexpr std::size_t lexicon_characters_at = tables_at + 4 * (Lexicon::longest_word - 1);
constexpr std::size_t lexicon_character_size = 16;

constexpr unsigned settled = 0x80;

constexpr WordClass class_of(unsigned bits) {
    return bits > static_cast<unsigned>(WordClass::particle) ? WordClass::other : static_cast<WordClass>(bits);
}

}  // namespace

std::uint8_t Lexicon::u8(std::size_t at) const {
    return std::to_integer<std::uint8_t>(bytes_[at]);
}
std::uint16_t Lexicon::u16(std::size_t at) const {
    static_assert(std::endian::native == std::endian::little, "the file is read as it lies");
    std::uint16_t value = 0;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
}
std::uint32_t Lexicon::u32(std::size_t at) const {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
}

Result<Lexicon> Lexicon::over(std::span<const std::byte> bytes) {
    const auto broken = [] { return fail(Fault::no_lexicon, "lexicon.bin"); };
    if (bytes.size() < lexicon_characters_at ||
        std::memcmp(bytes.data(), lexicon_magic.data(), lexicon_magic.size()) != 0)
        return broken();
    Lexicon lexicon(bytes);
    if (lexicon.u32(counts_at) != bytes.size() || lexicon.u32(counts_at + 4) != Syllable::count() ||
        lexicon.u32(counts_at + 16) != longest_word - 1) {
        return broken();
    }
    lexicon.characters_ = lexicon.u32(counts_at + 8);
    lexicon.candidates_ = lexicon.u32(counts_at + 12);
    std::size_t at = lexicon_characters_at + lexicon_character_size * lexicon.characters_ +
                     padded(std::size_t{2} * lexicon.candidates_);
    for (std::size_t length = 2; length <= longest_word; ++length) {
        Table& table = lexicon.tables_[length];
        table.rows = lexicon.u32(tables_at + 4 * (length - 2));
        table.words = at;
        table.costs = table.words + padded(2 * length * table.rows);
        table.classes = table.costs + padded(table.rows);
        table.readings = table.classes + padded(table.rows);
        at = table.readings + padded((length + 1) / 2 * table.rows);
    }
    if (at != bytes.size()) return broken();
    return lexicon;
}

std::optional<Character> Lexicon::character(char32_t c) const {
    std::size_t low = 0;
    std::size_t high = characters_;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const std::size_t at = lexicon_characters_at + lexicon_character_size * middle;
        const std::uint32_t here = u32(at);
        if (here == c) {
            const std::uint32_t where = u32(at + 8);
            const std::uint8_t bits = u8(at + 15);
            return Character{.simplified = u32(at + 4),
                             .cost = u8(at + 14),
                             .word_class = class_of(bits & 15U),
                             .lengths = u16(at + 12),
                             .surname = static_cast<std::uint8_t>(bits >> 4U),
                             .candidates = static_cast<std::uint8_t>(where >> 24U),
                             .first_candidate = where & 0xFFFFFFU};
        }
        (here < c ? low : high) = here < c ? middle + 1 : middle;
    }
    return std::nullopt;
}

Syllable Lexicon::candidate(const Character& character, std::size_t n) const {
    const std::size_t index = character.first_candidate + n;
    if (n >= character.candidates || index >= candidates_) return {};
    return Syllable::from_number(u16(lexicon_characters_at + lexicon_character_size * characters_ + 2 * index));
}

Syllable Lexicon::default_reading(char32_t c) const {
    const auto known = character(c);
    return known ? candidate(*known, 0) : Syllable{};
}

std::optional<Entry> Lexicon::word(std::u32string_view simplified) const {
    const std::size_t length = simplified.size();
    if (length < 2 || length > longest_word) return std::nullopt;
    const Table& table = tables_[length];
    std::uint32_t low = 0;
    std::uint32_t high = table.rows;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::size_t at = table.words + 2 * length * middle;
        std::size_t same = 0;
        while (same < length && u16(at + 2 * same) == simplified[same]) ++same;
        if (same == length) return entry(length, middle);
        if (u16(at + 2 * same) < simplified[same]) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return std::nullopt;
}

Entry Lexicon::entry(std::size_t length, std::uint32_t row) const {
    return {.length = static_cast<std::uint8_t>(length),
            .row = row,
            .cost = u8(tables_[length].costs + row),
            .word_class = class_of(u8(tables_[length].classes + row) & ~settled),
            .is_settled = (u8(tables_[length].classes + row) & settled) != 0};
}

std::vector<Entry> Lexicon::words_with(char32_t c, std::size_t length) const {
    std::vector<Entry> found;
    if (length < 2 || length > longest_word) return found;
    const Table& table = tables_[length];
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        const std::size_t at = table.words + 2 * length * row;
        std::size_t place = 0;
        while (place < length && u16(at + 2 * place) != c) ++place;
        if (place < length) found.push_back(entry(length, row));
    }
    return found;
}

std::u32string Lexicon::spelling(const Entry& entry) const {
    std::u32string word;
    for (std::size_t place = 0; place < entry.length; ++place)
        word.push_back(u16(tables_[entry.length].words + 2 * (std::size_t{entry.length} * entry.row + place)));
    return word;
}

Syllable Lexicon::reading(const Entry& entry, std::size_t place, char32_t c) const {
    const auto known = character(c);
    if (!known || place >= entry.length) return {};
    const std::size_t at = tables_[entry.length].readings + (entry.length + 1U) / 2 * entry.row + place / 2;
    return candidate(*known, (u8(at) >> (place % 2 * 4)) & 15U);
}

}  // namespace tingdu::mandarin
