// A visit without end or reason, and what must hold at each of its steps. How many steps, and which visit, the
// environment may say: TINGDU_SOAK_STEPS, TINGDU_SOAK_SEED; and of how many visits there are in a row:
// TINGDU_SOAK_VISITS (3360: a week).
#include <cstdlib>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <malloc.h>
#include <unistd.h>

#include "tests/soak/shelves.h"
#include "tests/soak/visitor.h"
#include "tests/support/program.h"

using namespace tingdu;

namespace {

std::uint64_t wished(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value ? std::stoull(value) : otherwise;
}

/// What the program holds, without what it has given up already.
double resident_mb() {
    malloc_trim(0);
    std::ifstream file("/proc/self/statm");
    double pages = 0;
    file >> pages >> pages;
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Sound that is kept ready for the next key: it fills up in the course of a short visit.
constexpr double repertoire_mb = 8;

/// `go_on` does something, so many times, and says what does not hold then.
void repeat(std::uint64_t times, const std::shared_ptr<const library::Catalogue>& catalogue,
            std::string (soak::Visitor::*go_on)()) {
    const std::uint64_t seed = wished("TINGDU_SOAK_SEED", 1);
    soak::Visitor visitor(seed, catalogue);
    double early_mb = 0;
    for (std::uint64_t time = 1; time <= times; ++time) {
        const std::string broken = (visitor.*go_on)();
        if (!broken.empty())
            FAIL("seed " << seed << ", time " << time << ", screen " << static_cast<int>(visitor.state().screen)
                         << ":\n"
                         << broken << "after\n"
                         << visitor.story());
        if (time == times / 10 + 1) early_mb = resident_mb();
    }
    const double late_mb = resident_mb();
    MESSAGE(times << " times; " << early_mb << " MB after a tenth of them, " << late_mb << " MB at the end");
    CHECK(late_mb - early_mb < repertoire_mb + 4);
}

void visit(std::uint64_t steps, const std::shared_ptr<const library::Catalogue>& catalogue) {
    repeat(steps, catalogue, &soak::Visitor::step);
}

}  // namespace

TEST_CASE("whatever is done, the kiosk can be heard, left and seen, and its memory stays flat") {
    const support::Scratch content;
    visit(wished("TINGDU_SOAK_STEPS", 5000), soak::hostile(content.at("")));
}

TEST_CASE("so it is among five hundred subjects and twenty thousand articles") {
    const support::Scratch content;
    visit(wished("TINGDU_SOAK_STEPS", 5000) / 20, soak::crowded(*soak::hostile(content.at(""))));
}

TEST_CASE("so it is where there is nothing to read") {
    visit(wished("TINGDU_SOAK_STEPS", 5000) / 20, nullptr);
}

TEST_CASE("so it is visit after visit, whatever the clock says") {
    const support::Scratch content;
    repeat(wished("TINGDU_SOAK_VISITS", 60), soak::hostile(content.at("")), &soak::Visitor::visit);
}
