#include "kiosk/shell/health.h"

#include <doctest/doctest.h>

#include "tests/support/languages.h"

using namespace tingdu;
using app::Condition;
using app::Part;

namespace {

app::Health health() {
    const auto languages = support::languages();
    app::Health all(static_cast<std::size_t>(languages->count()));
    for (auto& each : all) {
        each.push_back({Part::sound, Condition::State::worth_knowing, U"静音了"});
        each.push_back({Part::sound, Condition::State::ill, U"打不开\t声卡"});
        each.push_back({Part::heat, Condition::State::well, U"40 度"});
    }
    return all;
}

}  // namespace

TEST_CASE("how the kiosk is comes from its doctor as it was said") {
    const auto languages = support::languages();
    CHECK(shell::read_health(shell::written_health(health(), *languages), *languages) == health());
}

TEST_CASE("what is no line of the doctor's is passed over") {
    const auto languages = support::languages();
    CHECK(shell::read_health("", *languages).empty());
    CHECK(shell::read_health("error: XDG\nzh\t99\t0\tx\nzh\t1\t-1\tx\nxx\t1\t1\tx\nzh\t1\t1", *languages).empty());
    CHECK(shell::read_health("zh\t1\t2\tx\nrubbish", *languages)[0].size() == 1);
}

TEST_CASE("for Prometheus each part has one number, its worst") {
    const std::string text = shell::metrics_of(health(), 21, {7, 3, 4'000, 2});
    CHECK(text.find("tingdu_health{part=\"sound\"} 2\n") != std::string::npos);
    CHECK(text.find("tingdu_health{part=\"heat\"} 0\n") != std::string::npos);
    CHECK(text.find("part=\"disk\"") == std::string::npos);
    CHECK(text.find("tingdu_articles 21\n") != std::string::npos);
}
