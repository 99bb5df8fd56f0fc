#include "kiosk/platform/media/letterbox.h"

#include <filesystem>
#include <system_error>
#include <thread>

#include "kiosk/base/file_name.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

}  // namespace

Result<void> post(const std::string& letterbox, const Stick& stick, const Media::Write& write,
                  std::chrono::milliseconds patience) {
    const std::string name = name_in(stick.folder);
    const fs::path open = fs::path(letterbox) / name;
    const auto called = [&](const char* end) { return fs::path(open.string() + end); };
    const fs::path ready = called(".ready");
    const fs::path left = called(".left");
    const fs::path refused = called(".refused");
    std::error_code error;
    const auto clear = [&] {
        for (const fs::path& each : {open, ready, left, refused}) fs::remove_all(each, error);
    };
    clear();
    fs::create_directories(open, error);
    if (error) return fail(Fault::unwritable, name);
    if (auto written = write(open.string()); !written) {
        clear();
        return written;
    }
    fs::rename(open, ready, error);
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto has_end = [&] { return error || fs::exists(left) || fs::exists(refused); };
    while (!has_end() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(50ms);
    const bool is_left = !error && fs::exists(left);
    clear();
    if (!is_left) return fail(Fault::unwritable, name);
    return {};
}

}  // namespace tingdu::platform
