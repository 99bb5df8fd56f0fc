// Keeps what is costly to make, and gives up what was not asked for longest when it outgrows its room.
// Knows nothing of what it keeps but its size, which it is told.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace tingdu::platform {

/// `Hash` and `Equal` may be transparent, so that a lookup needs no Key of its own.
template <class Key, class Value, class Hash, class Equal>
class Lru {
  public:
    explicit Lru(std::size_t room_bytes) : room_bytes_{room_bytes} {}

    /// Null where it is not kept. Good until the next `keep`.
    [[nodiscard]] const Value* find(const auto& probe) {
        const auto found = kept_.find(probe);
        if (found == kept_.end()) return nullptr;
        recent_.splice(recent_.begin(), recent_, found->second.place);
        return &found->second.value;
    }

    /// The newest stays even where it alone is larger than the room.
    const Value& keep(Key key, Value value, std::size_t bytes) {
        const auto [entry, is_new] = kept_.try_emplace(std::move(key));
        if (is_new) recent_.push_front(&entry->first);
        used_bytes_ += bytes - entry->second.bytes;
        entry->second = {std::move(value), bytes, is_new ? recent_.begin() : entry->second.place};
        while (used_bytes_ > room_bytes_ && recent_.back() != &entry->first) {
            const auto oldest = kept_.find(*recent_.back());
            used_bytes_ -= oldest->second.bytes;
            recent_.pop_back();
            kept_.erase(oldest);
        }
        return entry->second.value;
    }

    [[nodiscard]] std::size_t used_bytes() const { return used_bytes_; }

  private:
    using Recent = std::list<const Key*>;
    struct Entry {
        Value value{};
        std::size_t bytes{};
        typename Recent::iterator place{};
    };

    std::size_t room_bytes_;
    std::size_t used_bytes_{};
    Recent recent_;  ///< the last asked for first
    std::unordered_map<Key, Entry, Hash, Equal> kept_;
};

}  // namespace tingdu::platform
