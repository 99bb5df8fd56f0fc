#include "kiosk/mandarin/doubts.h"

namespace tingdu::mandarin {
namespace {

// Characters that two readings share so evenly that habit is a poor guide. Most others with several readings are read
// one way nearly always when they stand alone, and naming each 的 or 了 would bury what matters.
constexpr std::u32string_view evenly_shared =
    U"行长重得地还率调种系量数处应倒缝舍切撒待弹曲铺将扇教干假传相降当背扎落差空磨圈卷钉兴薄朝乐藏转载散盛省为"
    U"间强划据累难宁屏奇塞色宿屯吐咽晕炸挣症钻折中担供冠角觉模泊颤参";

}  // namespace

std::optional<Doubt::Kind> doubt_of(std::span<const Draft> clause, std::size_t i, const Lexicon& lexicon) {
    const Draft& here = clause[i];
    if (here.number || here.text.size() != 1 || here.ground == Ground::place) return std::nullopt;
    const auto known = lexicon.character(here.text[0]);
    if (!known || known->candidates < 2) return std::nullopt;
    // The first candidate is how it is mostly read; a surname of its own reading is another.
    const bool has_surname_of_its_own = known->surname > 1;
    const bool before_given_name = i + 1 < clause.size() && !clause[i + 1].number &&
                                   (clause[i + 1].word_class == WordClass::person || name_at(clause, i, lexicon) > 0);
    const bool read_as_surname =
        has_surname_of_its_own && here.syllables[0] == lexicon.candidate(*known, known->surname - 1U);
    if (has_surname_of_its_own && (before_given_name || (read_as_surname && here.ground == Ground::rule)))
        return Doubt::Kind::surname;
    if (here.ground == Ground::habit && evenly_shared.find(here.text[0]) != std::u32string_view::npos)
        return Doubt::Kind::polyphone;
    return std::nullopt;
}

}  // namespace tingdu::mandarin
