#include "kiosk/library/provenance.h"

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::library;

namespace {

Origin origin(const std::string& name, std::uint64_t number, const std::string& key = "73FF117423FC3E8F") {
    return {{name, name + "办事处", {2026, 9, 12}, number, 2}, key, {}};
}

}  // namespace

TEST_CASE("what is known of packs is read as it was written, and what cannot be understood is left out") {
    Provenance provenance{origin("柳塘", 1), origin("桥头", 7, "")};
    provenance[0].files = {"01 通知/1 停水.txt", "01 通知/图.png"};
    CHECK(read_provenance(written(provenance)) == provenance);
    CHECK(read_provenance("").empty());
    CHECK(read_provenance("file: nobody's.txt\nnonsense\n").empty());
    const std::string cut = written({provenance[0]}).substr(0, 60);
    CHECK(read_provenance(cut + "\n" + written({provenance[1]})) == Provenance{provenance[1]});
}

TEST_CASE("files go from hand to hand, and a pack follows the one of its name") {
    Provenance provenance;
    const Origin first = origin("柳塘", 1);
    hand_over(provenance, {"a.txt", "b.txt"}, &first);
    const Origin other = origin("桥头", 1);
    hand_over(provenance, {"b.txt", "c.txt"}, &other);
    CHECK(find(provenance, "柳塘")->files == std::vector<std::string>{"a.txt"});
    hand_over(provenance, {"a.txt"}, nullptr);  // staff bring their own
    CHECK(find(provenance, "柳塘")->files.empty());
    CHECK(find(provenance, "柳塘")->pack.number == 1);
    const Origin second = origin("柳塘", 2);
    hand_over(provenance, {"d.txt"}, &second);
    CHECK(provenance.size() == 2);
    CHECK(find(provenance, "柳塘")->pack.number == 2);
    CHECK(find(provenance, "城关") == nullptr);
}

TEST_CASE("who has brought most of a subject is told first, and the hall is one of them") {
    Provenance provenance;
    const Origin first = origin("柳塘", 1);
    const Origin other = origin("桥头", 1, "");
    hand_over(provenance, {"a", "b"}, &first);
    hand_over(provenance, {"c"}, &other);
    const Owners owners(provenance);
    const Source signed_one{"柳塘办事处", {2026, 9, 12}, Source::Proof::signature};
    const Source unsigned_one{"桥头办事处", {2026, 9, 12}, Source::Proof::none};
    CHECK(owners.of({"c", "a", "b"}) == std::vector<Source>{signed_one, unsigned_one});
    CHECK(owners.of({"own"}) == std::vector<Source>{Source()});
    CHECK(owners.of({}).empty());
}

TEST_CASE("a list says where each subject comes from, and one of earlier days is still a list") {
    const auto entry_of = [](const std::string& path) { return Entry{path, U"title", std::nullopt, 1}; };
    std::vector<Shelf> shelves{{U"通知", {"a.txt"}, {{"柳塘", {2026, 9, 12}, Source::Proof::signature}, {}}}};
    std::string list = pack(shelves, entry_of);
    const auto catalogue = unpack(list, {});
    REQUIRE(catalogue);
    CHECK(catalogue->subjects[0].sources == shelves[0].sources);
    CHECK(catalogue->subjects[0].entries[0].path == "a.txt");
    for (std::size_t size = 0; size < list.size(); ++size) CHECK(!unpack(list.substr(0, size), {}));

    shelves[0].sources.clear();
    std::string earlier = pack(shelves, entry_of);
    const std::size_t no_sources = earlier.find("通知") + std::string_view("通知").size();
    earlier.erase(no_sources, 4);  // how many there are, which is nothing
    earlier.replace(earlier.find("list 2"), 6, "list 1");
    const auto of_earlier = unpack(earlier, {});
    REQUIRE(of_earlier);
    CHECK(of_earlier->subjects[0].sources.empty());
    CHECK(of_earlier->subjects[0].entries[0].path == "a.txt");
}
