#include "kiosk/platform/display/connector.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

/// What sysfs says there, which calls every file 4096 bytes long.
std::string told(const fs::path& file) {
    constexpr std::size_t most = 4096;
    std::string text(most, '\0');
    std::FILE* open = std::fopen(file.c_str(), "re");
    if (!open) return {};
    text.resize(std::fread(text.data(), 1, text.size(), open));
    std::fclose(open);
    return text;
}

/// In millimetres; 0 where it does not say.
int width_in(const std::string& edid) {
    constexpr std::size_t low = 66;   // of the first detailed timing: image size, eight bits across, …
    constexpr std::size_t high = 68;  // … and the upper four
    if (edid.size() <= high) return 0;
    return static_cast<unsigned char>(edid[low]) | (static_cast<unsigned char>(edid[high]) >> 4) << 8;
}

/// By name.
std::vector<fs::path> connectors(const std::string& sys) {
    std::vector<fs::path> all;
    std::error_code error;
    for (fs::directory_iterator each(sys + "/class/drm", error), end; !error && each != end; each.increment(error))
        if (std::error_code unknown; fs::exists(each->path() / "status", unknown)) all.push_back(each->path());
    std::sort(all.begin(), all.end());
    return all;
}

bool is_taken(const fs::path& connector) {
    return told(connector / "status").starts_with("connected");
}

}  // namespace

std::optional<ScreenFacts> connected_screen(const std::string& sys) {
    for (const fs::path& connector : connectors(sys)) {
        ScreenFacts facts;
        if (!is_taken(connector) ||
            std::sscanf(told(connector / "modes").c_str(), "%5dx%5d", &facts.width_px, &facts.height_px) != 2)
            continue;
        if (const int width_mm = width_in(told(connector / "edid"))) facts.dpi = facts.width_px * mm_per_in / width_mm;
        return facts;
    }
    return std::nullopt;
}

bool may_come_yet(const std::string& sys) {
    const auto all = connectors(sys);
    return !all.empty() && std::none_of(all.begin(), all.end(), is_taken);
}

}  // namespace tingdu::platform
