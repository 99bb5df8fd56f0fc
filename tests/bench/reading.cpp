#include <stdexcept>

#include <fmt/core.h>

#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/figures.h"
#include "tests/bench/parts.h"

namespace tingdu::bench {
namespace {

constexpr double lasting_ms = 15'000;

struct Cost {
    std::vector<Program::Thread> threads;  ///< what each took meanwhile
    double core_percent{};
    Program::Memory memory;
};

/// Nothing is recorded meanwhile: a recorder would have the sound server ask more often.
Cost read_for_a_while(const Stage& stage, std::size_t hanzi) {
    const Program tingdu(stage, {"--open", write_article(stage.folder, hanzi)});
    const auto speaks = [&] { return tingdu.handed_after(tingdu.began_ms()).has_value(); };
    if (!wait_until(speaks, 30'000, 50)) throw std::runtime_error("the kiosk stays silent");
    sleep_ms(8000);  // what is made ahead has been made
    Cost cost;
    const auto before = tingdu.threads();
    const double began_ms = now_ms();
    sleep_ms(lasting_ms);
    const double passed_s = (now_ms() - began_ms) / 1000;
    cost.threads = tingdu.threads();
    for (std::size_t i = 0; i < cost.threads.size(); ++i) {
        if (i < before.size()) cost.threads[i].cpu_s -= before[i].cpu_s;
        const double percent = 100 * cost.threads[i].cpu_s / passed_s;
        cost.threads[i].cpu_s = percent / 100;
        cost.core_percent += percent;
    }
    cost.memory = tingdu.memory();
    return cost;
}

std::string against(double value, double at_most, std::string_view unit) {
    return fmt::format("aim {:g} {}: {:.2f} of it", at_most, unit, value / at_most);
}

}  // namespace

void measure_reading(const Stage& stage) {
    tell_part("Reading for 15 s");
    for (const std::size_t hanzi : {std::size_t{20'000}, std::size_t{1'000'000}}) {
        const Cost cost = read_for_a_while(stage, hanzi);
        tell_note(fmt::format("an article of {} Hanzi", hanzi));
        tell("  CPU, of one core", cost.core_percent, "%", against(cost.core_percent, 5, "%"));
        for (std::size_t i = 0; i < cost.threads.size(); ++i)
            tell(fmt::format("    thread {} ({})", i + 1, cost.threads[i].name), 100 * cost.threads[i].cpu_s, "%");
        tell("  memory, resident", cost.memory.resident_mb, "MB", against(cost.memory.resident_mb, 120, "MB"));
        tell("    of that its own alone", cost.memory.private_mb, "MB");
    }
}

}  // namespace tingdu::bench
