// The eye and the hand: reads the pixels of an Xvfb straight from its memory, and presses keys by the XTest extension.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "tests/bench/figures.h"

namespace tingdu::bench {

class Screen {
  public:
    /// `path`: the file that `Xvfb -fbdir` keeps its frame in.
    explicit Screen(const std::string& path);
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen();

    /// How much of the screen is of this colour, 0 to 1; 0xRRGGBB.
    [[nodiscard]] double share_of(std::uint32_t color) const;
    /// A number that changes when the places of this colour do; 0 where there is none of it.
    [[nodiscard]] std::uint64_t places_of(std::uint32_t color) const;

  private:
    template <class See>
    void each_pixel(const See& see) const;

    std::byte* memory_ = nullptr;
    std::size_t bytes_ = 0;
    const std::byte* pixels_ = nullptr;
    std::size_t width_px_ = 0;
    std::size_t height_px_ = 0;
    std::size_t pitch_bytes_ = 0;
};

class Keys {
  public:
    /// Of the screen that DISPLAY names; throws where that cannot be.
    Keys();
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;
    ~Keys();

    /// Presses and releases a key by its X name ("Return"); returns when.
    double press(const char* name);
    /// From a press to its event in a program that does nothing else: what this way of pressing keys costs.
    [[nodiscard]] Figures own_cost_ms(int times);

  private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace tingdu::bench
