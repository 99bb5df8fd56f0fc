// What was measured again and again, and how it is told: the median, the 95th percentile, and what they are held
// against.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tingdu::bench {

class Figures {
  public:
    void add(double value) { values_.push_back(value); }
    [[nodiscard]] std::size_t count() const { return values_.size(); }
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double percentile_95() const { return quantile(0.95); }

  private:
    /// Between the two nearest values; nothing measured is no number.
    [[nodiscard]] double quantile(double share) const;

    std::vector<double> values_;
};

/// What a figure is held against, in the figure's own unit.
[[nodiscard]] std::string aim(const Figures& figures, double at_most, std::string_view unit);
[[nodiscard]] std::string beside(const Figures& figures, const Figures& other, std::string_view name);

void tell_part(std::string_view title);
void tell(std::string_view what, const Figures& figures, std::string_view unit, std::string_view against = {});
void tell(std::string_view what, double value, std::string_view unit, std::string_view against = {});
void tell_note(std::string_view note);

}  // namespace tingdu::bench
