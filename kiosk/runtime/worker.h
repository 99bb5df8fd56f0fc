// Work that must not keep the main thread waiting: orders go in, any number of results come out for each. The same
// work runs on a thread of its own, or in step for a rehearsal, where everything must come out in the same order every
// time.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/base/mailbox.h"

namespace tingdu::runtime {

template <class Order, class Product>
class Worker {
  public:
    using Deliver = std::function<void(Product)>;
    using Work = std::function<void(const Order&, const Deliver&)>;

    virtual ~Worker() = default;
    /// Main thread; never blocks for longer than a result takes to be handed over.
    virtual void order(Order order) = 0;
    /// The next result, if one is there. Main thread; never blocks.
    virtual std::optional<Product> take() = 0;
};

/// Does its work at once, on the thread that asks. Results wait to be taken.
template <class Order, class Product>
class StepWorker final : public Worker<Order, Product> {
  public:
    explicit StepWorker(typename Worker<Order, Product>::Work work) : work_(std::move(work)) {}

    void order(Order order) override {
        work_(order, [this](Product product) { done_.push_back(std::move(product)); });
    }

    std::optional<Product> take() override {
        if (done_.empty()) return std::nullopt;
        std::optional<Product> product(std::move(done_.front()));
        done_.pop_front();
        return product;
    }

  private:
    typename Worker<Order, Product>::Work work_;
    std::deque<Product> done_;
};

/// Does its work on a thread of its own; `wake` is called from that thread whenever a result has been put out. What
/// the work captures must outlive the worker: the thread is joined when the worker goes.
template <class Order, class Product>
class ThreadWorker final : public Worker<Order, Product> {
  public:
    ThreadWorker(typename Worker<Order, Product>::Work work, std::function<void()> wake)
        : orders_(64), products_(4096), thread_([this, work = std::move(work), wake = std::move(wake)] {
              while (auto order = orders_.wait()) {
                  began_ = Clock::now();
                  work(*order, [this, &wake](Product product) {
                      products_.put(std::move(product));
                      wake();
                  });
                  began_ = nothing;
              }
          }) {}

    ThreadWorker(const ThreadWorker&) = delete;
    ThreadWorker& operator=(const ThreadWorker&) = delete;

    ~ThreadWorker() override {
        orders_.clear();
        orders_.close();
        products_.close();
        thread_.join();
    }

    void order(Order order) override { orders_.put(std::move(order)); }
    std::optional<Product> take() override { return products_.take(); }

    using Clock = std::chrono::steady_clock;
    /// How long it has been at the order it is at; zero where it is at none.
    [[nodiscard]] Clock::duration has_been_at_it() const {
        const Clock::time_point began = began_;
        return began == nothing ? Clock::duration{} : Clock::now() - began;
    }

  private:
    static constexpr Clock::time_point nothing{};
    Mailbox<Order> orders_;
    Mailbox<Product> products_;
    std::atomic<Clock::time_point> began_{nothing};
    std::thread thread_;
};

}  // namespace tingdu::runtime
