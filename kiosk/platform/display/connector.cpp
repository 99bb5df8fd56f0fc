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

}  // namespace

std::optional<ScreenFacts> connected_screen(const std::string& sys) {
    std::vector<fs::path> connectors;
    std::error_code error;
    for (fs::directory_iterator each(sys + "/class/drm", error), end; !error && each != end; each.increment(error))
        connectors.push_back(each->path());
    std::sort(connectors.begin(), connectors.end());
    for (const fs::path& connector : connectors) {
        ScreenFacts facts;
        if (!told(connector / "status").starts_with("connected") ||
            std::sscanf(told(connector / "modes").c_str(), "%5dx%5d", &facts.width_px, &facts.height_px) != 2)
            continue;
        if (const int width_mm = width_in(told(connector / "edid"))) facts.dpi = facts.width_px * mm_per_in / width_mm;
        return facts;
    }
    return std::nullopt;
}

}  // namespace tingdu::platform
