#include "kiosk/platform/sound/candidates.h"

#include <algorithm>
#include <array>

namespace tingdu::platform {
namespace {

bool is_card(std::string_view name) {
    return name.find("(hw:") != std::string_view::npos;
}

bool is_first_card(std::string_view name) {
    return name.find("(hw:0,") != std::string_view::npos;
}

bool is_of_screen(std::string_view name) {
    constexpr std::array<std::string_view, 4> sockets = {"HDMI", "hdmi", "DisplayPort", "Displayport"};
    return std::ranges::any_of(sockets, [&](auto socket) { return name.find(socket) != std::string_view::npos; });
}

}  // namespace

std::vector<int> candidates(std::span<const Output> outputs, int usual, std::string_view wished) {
    std::vector<int> order;
    std::vector<int> mute;
    const auto then = [&](const auto& is_it) {
        for (const Output& output : outputs) {
            auto& into = output.is_mute ? mute : order;
            if (is_it(output) && std::ranges::find(into, output.number) == into.end()) into.push_back(output.number);
        }
    };
    const auto with_mute = [&] {
        order.insert(order.end(), mute.begin(), mute.end());
        return order;
    };
    if (!wished.empty()) {
        then([&](const Output& output) { return output.name.find(wished) != std::string::npos; });
        return with_mute();
    }
    const auto is_first = [](const Output& output) { return is_first_card(output.name); };
    const bool screens_first =
        std::ranges::any_of(outputs, is_first) && std::ranges::none_of(outputs, [&](const Output& output) {
            return is_first(output) && !is_of_screen(output.name);
        });
    const auto is_usual = [&](const Output& output) { return output.number == usual; };
    if (!screens_first) then([&](const Output& output) { return is_usual(output) && !is_of_screen(output.name); });
    then([&](const Output& output) { return is_card(output.name) && !is_of_screen(output.name); });
    then(is_usual);
    then([&](const Output& output) { return is_card(output.name); });
    return with_mute();
}

}  // namespace tingdu::platform
