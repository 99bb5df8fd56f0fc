// Whom a place believes: what the operator has put there, and what staff make of it.
#include "kiosk/runtime/keyring.h"

#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace tingdu;
using namespace tingdu::runtime;
using Is = app::TrustedKey::Is;

namespace {

void make_key(const std::string& path) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    REQUIRE(std::system(("minisign -G -W -f -p '" + path + "' -s '" + path + ".secret' >/dev/null 2>&1").c_str()) == 0);
    std::filesystem::remove(path + ".secret");
}

const app::TrustedKey& named(const std::vector<app::TrustedKey>& keys, const std::string& name) {
    const auto found = std::ranges::find(keys, name, &app::TrustedKey::name);
    REQUIRE(found != keys.end());
    return *found;
}

}  // namespace

TEST_CASE("a key on a stick is believed once it has been chosen, and no longer once it has been chosen again") {
    const support::Scratch place;
    const Keyring ring{place.at("configured"), place.at("staff/trusted")};
    make_key(place.at("configured/office.pub"));
    make_key(place.at("stick/民政局.pub"));
    (void)place.write("stick/broken.pub", "no key");
    const std::string stick = place.at("stick");

    auto keys = keys_to_show(ring, stick);
    REQUIRE(keys);
    REQUIRE(keys->size() == 2);
    CHECK(named(*keys, "office").is == Is::believed);
    CHECK(named(*keys, "民政局").is == Is::offered);

    REQUIRE(change_trust(ring, named(*keys, "民政局"), stick));
    CHECK(keys_on(ring)->trusted.size() == 2);
    keys = keys_to_show(ring, std::nullopt);
    REQUIRE(keys->size() == 2);
    const std::string id = keys->back().id;
    for (const Is before : {Is::believed, Is::revoked, Is::believed}) {
        keys = keys_to_show(ring, std::nullopt);
        for (const app::TrustedKey& key : *keys)
            if (key.is == before) REQUIRE(change_trust(ring, key, std::nullopt));
        const auto now = keys_on(ring);
        REQUIRE(now);
        CHECK(now->revoked.size() == (before == Is::believed ? 2 : 0));
    }
}

TEST_CASE("what the operator revokes stays revoked") {
    const support::Scratch place;
    const Keyring ring{place.at("configured"), place.at("staff")};
    make_key(place.at("configured/revoked/gone.pub"));
    const auto keys = keys_to_show(ring, std::nullopt);
    REQUIRE(keys);
    REQUIRE(keys->size() == 1);
    CHECK(keys->front().is_fixed);
    CHECK(keys->front().is == Is::revoked);
}

TEST_CASE("nobody is believed where there is nothing") {
    const support::Scratch place;
    CHECK(keys_on({place.at("nothing"), {}})->trusted.empty());
    CHECK(keys_to_show({{}, {}}, std::nullopt)->empty());
}
