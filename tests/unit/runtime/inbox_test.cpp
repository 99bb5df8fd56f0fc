#include "kiosk/runtime/inbox.h"

#include <filesystem>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/program.h"
#include "tests/support/voices.h"

using namespace tingdu;
using namespace tingdu::runtime;

TEST_CASE("an inbox that cannot be seen is told of once, and again when it was there in between") {
    const support::Scratch scratch;
    const std::string folder = scratch.at("inbox");
    Inbox inbox({folder, scratch.at("library"), {}}, support::shipped_lexicon());
    std::vector<Error> told;
    const auto look = [&] {
        inbox.look([&](const InboxNews& news) { told.push_back(news.came.error()); }, 0);
        return told.size();
    };
    CHECK(look() == 1);
    CHECK(look() == 1);
    std::filesystem::create_directory(folder);
    CHECK(look() == 1);
    std::filesystem::remove(folder);
    CHECK(look() == 2);
    CHECK(told.back() == Error{Fault::missing, folder, {}});
}
