#include "kiosk/mandarin/neighbour_net.h"

#include <cstring>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/mandarin/context.h"

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

class Section {
  public:
    template <class T>
    void put(T value) {
        const auto* bytes = reinterpret_cast<const std::byte*>(&value);
        bytes_.insert(bytes_.end(), bytes, bytes + sizeof value);
    }
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  private:
    std::vector<std::byte> bytes_;
};

/// One neighbour known, 县, whose vector is all ones; the first hidden number sums up what stands just before, and is
/// all that the second of two classes of one character looks at.
Section small_net() {
    Section section;
    for (const std::uint32_t count : {1U, 1U, 2U}) section.put(count);
    for (const float unit : {0.125F, 0.5F, 0.25F}) section.put(unit);
    section.put(std::uint32_t{4});
    section.put(std::uint32_t{U'县'});
    for (std::size_t n = 0; n < NeighbourNet::width; ++n) section.put(std::int8_t{1});
    constexpr std::size_t before = Neighbours::reach - 1;
    for (std::size_t j = 0; j < NeighbourNet::hidden; ++j) {
        for (std::size_t i = 0; i < NeighbourNet::padded_inputs; ++i) {
            const bool of_vector = i / NeighbourNet::width == before;
            const bool of_cut = i == NeighbourNet::width * Neighbours::count + before;
            section.put(static_cast<std::int16_t>(j == 0 && of_vector ? 2 : j == 0 && of_cut ? -2 : 0));
        }
    }
    for (std::size_t j = 0; j < NeighbourNet::hidden; ++j) section.put(static_cast<std::int8_t>(j == 0 ? 2 : 0));
    for (std::size_t j = 0; j < 2 * NeighbourNet::hidden; ++j)
        section.put(static_cast<std::int8_t>(j == NeighbourNet::hidden ? 4 : 0));
    return section;
}

Neighbours after(char32_t hanzi) {
    Neighbours neighbours;
    neighbours.hanzi.fill(U'^');
    neighbours.hanzi[Neighbours::reach - 1] = hanzi;
    return neighbours;
}

}  // namespace

TEST_CASE("a net sums what it knows of the neighbours, of the cuts and of the character") {
    const Section section = small_net();
    const auto net = NeighbourNet::over(section.bytes(), 1, 2);
    REQUIRE(net.has_value());
    CHECK(net->look(0, after(U'县'))[0] == 32 * 2 * 0.125F + 2 * 0.5F);
    CHECK(net->look(0, after(U'省'))[0] == 2 * 0.5F);
    auto cut = after(U'县');
    cut.is_cut[Neighbours::reach - 1] = true;
    CHECK(net->look(0, cut)[0] == (32 * 2 - 4 * 2) * 0.125F + 2 * 0.5F);
    CHECK(net->score(0, net->look(0, after(U'县'))) == 0);
    CHECK(net->score(1, net->look(0, after(U'县'))) == 9);
}

TEST_CASE("a section that is cut short, or of other characters, is no net") {
    const Section section = small_net();
    for (const std::size_t size : {std::size_t{0}, std::size_t{27}, std::size_t{200}, section.bytes().size() - 1})
        CHECK_FALSE(NeighbourNet::over(section.bytes().first(size), 1, 2).has_value());
    CHECK_FALSE(NeighbourNet::over(section.bytes(), 2, 2).has_value());
    CHECK_FALSE(NeighbourNet::over(section.bytes(), 1, 3).has_value());
}

TEST_CASE("the neighbours of a character are those of its clause, with the cuts between words") {
    const std::vector<Draft> clause{
        {.text = U"乡镇", .word_class = {}, .ground = {}, .syllables = {}},
        {.text = {}, .word_class = {}, .number = true, .ground = {}, .syllables = {}},
        {.text = U"长", .word_class = {}, .ground = {}, .syllables = {}},
    };
    const Context context(clause);
    constexpr std::size_t first_right = Neighbours::reach;
    const Neighbours of_town = context.beside(0, 1);
    CHECK(std::u32string_view(of_town.hanzi.data(), of_town.hanzi.size()) == U"^^^^^^乡0长^^^^^");
    CHECK_FALSE(of_town.is_cut[first_right - 1]);
    CHECK(of_town.is_cut[first_right]);
    CHECK(of_town.is_cut[first_right + 1]);
    const Neighbours of_long = context.beside(2, 0);
    CHECK(std::u32string_view(of_long.hanzi.data(), of_long.hanzi.size()) == U"^^^^乡镇0^^^^^^^");
    CHECK(of_long.is_cut[first_right - 1]);
    CHECK_FALSE(of_long.is_cut[first_right - 3]);
}
