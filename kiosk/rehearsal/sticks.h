// The offline door to sticks: folders that a script plugs in and pulls out.
// What is on them, and what comes of it, it does not know.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/platform/media/media.h"
#include "kiosk/runtime/worker.h"

namespace tingdu::rehearsal {

class SticksOfScript final : public platform::Media {
  public:
    void plug(std::string folder) {
        there_.push_back({++plugged_, std::move(folder)});
        has_changed_ = true;
    }
    /// The one that has been there longest after `which` others. False where there is none.
    bool pull(std::size_t which = 0) {
        if (which >= there_.size()) return false;
        there_.erase(there_.begin() + static_cast<std::ptrdiff_t>(which));
        has_changed_ = true;
        return true;
    }
    /// Somebody else asks from now on, who knows of none.
    void tell_anew() { has_changed_ = !there_.empty(); }
    [[nodiscard]] std::size_t count() const { return there_.size(); }

    std::optional<std::vector<Stick>> take_change() override {
        if (!std::exchange(has_changed_, false)) return std::nullopt;
        return there_;
    }

  private:
    std::vector<Stick> there_;
    std::uint64_t plugged_ = 0;
    bool has_changed_ = false;
};

/// Work done at once whose results come one a turn, so that each of its steps is seen.
template <class Order, class Product>
class OneByOne final : public runtime::Worker<Order, Product> {
  public:
    explicit OneByOne(typename runtime::Worker<Order, Product>::Work work) : in_step_(std::move(work)) {}

    void order(Order order) override { in_step_.order(std::move(order)); }
    std::optional<Product> take() override {
        has_given_ = !has_given_;
        return has_given_ ? in_step_.take() : std::nullopt;
    }
    /// What it has made is for nobody.
    void drop_all() {
        while (in_step_.take()) {
        }
    }

  private:
    runtime::StepWorker<Order, Product> in_step_;
    bool has_given_ = false;
};

}  // namespace tingdu::rehearsal
