// A kiosk that ends while a stick comes in: nobody waits, and the library is as it was.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "kiosk/platform/store/store.h"
#include "kiosk/runtime/receiving.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"
#include "tests/support/voices.h"

using namespace tingdu;

TEST_CASE("a kiosk that ends while a stick is taken in does not wait for it, and the library is as it was") {
    constexpr int articles = 3000;
    const support::Scratch scratch;
    std::filesystem::create_directories(scratch.at("stick"));
    std::string text = "通知\n";
    for (int line = 0; line < 300; ++line) text += "今天上午九点开门，下午五点关门。\n";
    for (int i = 0; i < articles; ++i) std::ofstream(scratch.at("stick/" + std::to_string(i) + ".txt")) << text;

    std::stop_source leaving;
    auto receiver = std::make_unique<runtime::ThreadWorker<runtime::ReceiveOrder, app::Message>>(
        runtime::receiving({scratch.at("lib"), support::shipped_lexicon(), [](char32_t) { return true; },
                            support::languages(), leaving.get_token()}),
        [] {});
    receiver->order(app::TakeStick{{1, scratch.at("stick")}, library::Way::add, Date{2026, 10, 1}});
    bool has_begun = false;
    while (!has_begun) {
        const auto message = receiver->take();
        const auto* progress = message ? std::get_if<app::StickProgress>(&*message) : nullptr;
        has_begun = progress && progress->of == articles && progress->count > 0;
        REQUIRE_FALSE((message && std::holds_alternative<app::StickTaken>(*message)));
    }
    leaving.request_stop();
    const auto asked = std::chrono::steady_clock::now();
    receiver.reset();
    CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds(3));
    const auto names = platform::Library(scratch.at("lib")).names();
    CHECK((!names || names->empty()));
}
