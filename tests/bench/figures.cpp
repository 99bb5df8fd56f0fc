#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include <fmt/core.h>

namespace tingdu::bench {
namespace {

void flush() {
    std::fflush(stdout);
}  // whoever waits for minutes wants to see what is done

}  // namespace

double Figures::quantile(double share) const {
    if (values_.empty()) return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> sorted = values_;
    std::ranges::sort(sorted);
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], at - std::floor(at));
}

std::string aim(const Figures& figures, double at_most, std::string_view unit) {
    return fmt::format("aim {:.3g} {}: {:.2f} of it", at_most, unit, figures.median() / at_most);
}

std::string beside(const Figures& figures, const Figures& other, std::string_view name) {
    return other.count() == 0 ? std::string() : fmt::format("{:.2f} of {}", figures.median() / other.median(), name);
}

void tell_part(std::string_view title) {
    fmt::print("\n{:<58}{:>9}{:>9}{:>6}\n", title, "median", "95 %", "n");
    flush();
}

void tell(std::string_view what, const Figures& figures, std::string_view unit, std::string_view against) {
    if (figures.count() == 0) {
        fmt::print("  {:<56}{:>9}\n", what, "nothing");
    } else {
        fmt::print("  {:<56}{:>9.2f}{:>9.2f}{:>6}  {:<4} {}\n", what, figures.median(), figures.percentile_95(),
                   figures.count(), unit, against);
    }
    flush();
}

void tell(std::string_view what, double value, std::string_view unit, std::string_view against) {
    fmt::print("  {:<56}{:>9.2f}{:>9}{:>6}  {:<4} {}\n", what, value, "", "", unit, against);
    flush();
}

void tell_note(std::string_view note) {
    fmt::print("  {}\n", note);
    flush();
}

}  // namespace tingdu::bench
