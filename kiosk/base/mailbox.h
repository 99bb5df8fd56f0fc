// How threads speak to one another: a bounded queue of values. Nothing else is shared between them but the sound
// ring and its atomics.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace tingdu {

template <class Letter>
class Mailbox {
  public:
    explicit Mailbox(std::size_t capacity) : capacity_(capacity) {}

    /// Waits while the box is full; false, and the letter is dropped, once the box is closed.
    bool put(Letter letter) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || letters_.size() < capacity_; });
        if (closed_) return false;
        letters_.push_back(std::move(letter));
        changed_.notify_all();
        return true;
    }

    /// Waits for a letter; nothing once the box is closed and empty.
    std::optional<Letter> wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !letters_.empty(); });
        return take_locked();
    }

    /// Never waits.
    std::optional<Letter> take() {
        const std::scoped_lock lock(mutex_);
        return take_locked();
    }

    /// Drops what lies in the box.
    void clear() {
        const std::scoped_lock lock(mutex_);
        letters_.clear();
        changed_.notify_all();
    }

    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

  private:
    std::optional<Letter> take_locked() {
        if (letters_.empty()) return std::nullopt;
        std::optional<Letter> letter(std::move(letters_.front()));
        letters_.pop_front();
        changed_.notify_all();
        return letter;
    }

    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Letter> letters_;
    bool closed_ = false;
};

}  // namespace tingdu
