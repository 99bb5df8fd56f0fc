#include "kiosk/platform/sound/jack.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <alsa/asoundlib.h>
#include <poll.h>

namespace tingdu::platform {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// How long the thread sleeps at most: an event wakes it, the end of the program does not.
constexpr int longest_sleep_ms = 200;
/// Cards come and go, seldom.
constexpr auto looks_for_cards = 10s;
/// Of a card that has gone. It must be let go of, or it would end every sleep at once.
constexpr int gone = POLLERR | POLLHUP | POLLNVAL;

/// One card's sockets for headphones.
class Card {
  public:
    Card(int number, std::string_view name) {
        if (snd_ctl_open(&control_, ("hw:" + std::to_string(number)).c_str(), SND_CTL_NONBLOCK) < 0) {
            control_ = nullptr;
            return;
        }
        find_sockets(name);
        if (!sockets_.empty()) snd_ctl_subscribe_events(control_, 1);
    }
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    ~Card() {
        if (control_) snd_ctl_close(control_);
    }

    [[nodiscard]] bool has_sockets() const { return !sockets_.empty(); }

    [[nodiscard]] bool is_in() const {
        snd_ctl_elem_value_t* value = nullptr;
        snd_ctl_elem_value_alloca(&value);
        for (const unsigned socket : sockets_) {
            snd_ctl_elem_value_set_numid(value, socket);
            if (snd_ctl_elem_read(control_, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0)) return true;
        }
        return false;
    }

    void add_to(std::vector<pollfd>& waited_for) const {
        std::array<pollfd, 4> some{};
        const int count = snd_ctl_poll_descriptors(control_, some.data(), some.size());
        for (int i = 0; i < count; ++i) waited_for.push_back(some[static_cast<std::size_t>(i)]);
    }

    /// What happened is looked up, not read from the events.
    void forget_events() {
        snd_ctl_event_t* event = nullptr;
        snd_ctl_event_alloca(&event);
        while (snd_ctl_read(control_, event) > 0) {
        }
    }

  private:
    /// "Headphone Jack", "Front Headphone Jack" …; a phantom jack is one that cannot tell.
    void find_sockets(std::string_view wished) {
        snd_ctl_elem_list_t* list = nullptr;
        snd_ctl_elem_list_alloca(&list);
        if (snd_ctl_elem_list(control_, list) < 0) return;
        if (snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) < 0) return;
        if (snd_ctl_elem_list(control_, list) == 0)
            for (unsigned i = 0; i < snd_ctl_elem_list_get_used(list); ++i) {
                const std::string_view name = snd_ctl_elem_list_get_name(list, i);
                const bool is_socket = name.ends_with("Jack") && name.find("Phantom") == std::string_view::npos;
                if (is_socket && name.find(wished) != std::string_view::npos)
                    sockets_.push_back(snd_ctl_elem_list_get_numid(list, i));
            }
        snd_ctl_elem_list_free_space(list);
    }

    snd_ctl_t* control_ = nullptr;
    std::vector<unsigned> sockets_;  // ALSA's numbers for them
};

std::vector<std::unique_ptr<Card>> find_cards(const std::string& name) {
    std::vector<std::unique_ptr<Card>> cards;
    for (int number = -1; snd_card_next(&number) == 0 && number >= 0;)
        if (auto card = std::make_unique<Card>(number, name); card->has_sockets()) cards.push_back(std::move(card));
    return cards;
}

void follow(const std::weak_ptr<Jack>& followed, const std::string& name) {
    std::vector<std::unique_ptr<Card>> cards;
    for (auto looked = Clock::time_point{};;) {
        if (const auto now = Clock::now(); now - looked >= looks_for_cards) {
            cards = find_cards(name);
            looked = now;
        }
        bool is_in = false;
        std::vector<pollfd> waited_for;
        for (const auto& card : cards) {
            card->forget_events();
            is_in = is_in || card->is_in();
            card->add_to(waited_for);
        }
        if (const auto jack = followed.lock()) {
            jack->is_in = is_in;
        } else {
            return;
        }
        ::poll(waited_for.data(), waited_for.size(), longest_sleep_ms);
        if (std::ranges::any_of(waited_for, [](const pollfd& card) { return (card.revents & gone) != 0; }))
            cards.clear();
    }
}

}  // namespace

std::shared_ptr<const Jack> watch_jack(const std::string& name) {
    auto jack = std::make_shared<Jack>();
    std::thread([followed = std::weak_ptr(jack), name] { follow(followed, name); }).detach();
    return jack;
}

}  // namespace tingdu::platform
