#include "kiosk/runtime/pin_file.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/platform/files/files.h"
#include "kiosk/platform/secrets/secrets.h"

namespace tingdu::runtime {
namespace {

constexpr std::size_t largest_pin_file = 4096;
constexpr std::string_view pin_heading =
    "# The staff's PIN, sealed (Argon2id), and how often it has been entered wrongly since it was right last.\n"
    "# Without this file there is none, and the kiosk asks for one: `tingdu pin --remove`.\n";
constexpr std::string_view seal_head = "pin\t";
constexpr std::string_view wrong_head = "wrong\t";
constexpr int most_wrong = 1'000'000;

struct PinFile {
    std::string seal;
    int wrong{};
};

std::optional<PinFile> read(const std::string& path) {
    const auto bytes = platform::read_file(path, largest_pin_file);
    if (!bytes) return std::nullopt;
    PinFile file;
    std::string_view rest(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.starts_with(seal_head)) file.seal = line.substr(seal_head.size());
        if (!line.starts_with(wrong_head)) continue;
        const std::string_view number = line.substr(wrong_head.size());
        (void)std::from_chars(number.data(), number.data() + number.size(), file.wrong);
        file.wrong = std::clamp(file.wrong, 0, most_wrong);
    }
    if (file.seal.empty()) return std::nullopt;
    return file;
}

Result<void> write(const std::string& path, const PinFile& file) {
    if (auto made = platform::make_folder(platform::folder_of(path)); !made) return made;
    return platform::replace_file(
        path, fmt::format("{}{}{}\n{}{}\n", pin_heading, seal_head, file.seal, wrong_head, file.wrong),
        platform::Readers::owner);
}

}  // namespace

app::PinIs look_for_pin(const std::string& path) {
    const auto file = read(path);
    return {file.has_value(), file ? file->wrong : 0};
}

app::PinTried try_pin(const std::string& path, const std::string& pin, int wrong_before) {
    auto file = read(path);
    if (!file) return {false, 0};
    file->wrong = std::max(file->wrong, wrong_before) + 1;
    (void)write(path, *file);
    if (!platform::opens(pin, file->seal)) return {false, file->wrong};
    file->wrong = 0;
    (void)write(path, *file);
    return {true, 0};
}

Result<void> keep_pin(const std::string& path, const std::string& pin) {
    auto seal = platform::sealed(pin);
    if (!seal) return tl::unexpected(seal.error());
    return write(path, {std::move(*seal), 0});
}

}  // namespace tingdu::runtime
