#include "kiosk/platform/secrets/secrets.h"

#include <doctest/doctest.h>

using namespace tingdu;

TEST_CASE("a seal opens to its secret and to nothing else") {
    const auto seal = platform::sealed("258025");
    REQUIRE(seal);
    CHECK(platform::opens("258025", *seal));
    CHECK_FALSE(platform::opens("258026", *seal));
    CHECK_FALSE(platform::opens("25802", *seal));
    CHECK_FALSE(platform::opens("", *seal));
}

TEST_CASE("the same secret has another seal each time, which does not hold it") {
    const auto one = platform::sealed("258025");
    const auto other = platform::sealed("258025");
    REQUIRE(one);
    REQUIRE(other);
    CHECK(*one != *other);
    CHECK(one->starts_with("$argon2id$"));
    CHECK(one->find("258025") == std::string::npos);
}

TEST_CASE("what is no seal opens to nothing") {
    for (const std::string& seal : {std::string(), std::string("258025"), std::string(5000, '$'),
                                    std::string("$argon2id$v=19$m=65536,t=2,p=1$"), std::string("$argon2id$\0", 11)})
        CHECK_FALSE(platform::opens("258025", seal));
}
