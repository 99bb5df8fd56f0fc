#include "kiosk/shell/root.h"

#include <array>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace tingdu::shell {
namespace {

constexpr const char* installed_root = "/usr/share/tingdu";

std::string folder_of_program() {
    std::array<char, PATH_MAX> path{};
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
    const std::string whole(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return whole.substr(0, whole.rfind('/'));
}

bool is_root(const std::string& folder) {
    std::error_code ignored;
    return std::filesystem::is_directory(folder + "/voices/languages", ignored);
}

}  // namespace

std::string find_root() {
    std::string root = folder_of_program();
    while (!root.empty() && !is_root(root)) root = root.substr(0, root.rfind('/'));
    return root.empty() ? installed_root : root;
}

std::string state_file(const std::string& name) {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state && *state) return std::string(state) + "/tingdu/" + name;
    const char* home = std::getenv("HOME");
    return home && *home ? std::string(home) + "/.local/state/tingdu/" + name : std::string();
}

}  // namespace tingdu::shell
