#include "kiosk/parsing/program.h"

#include <filesystem>
#include <system_error>

namespace tingdu::parsing {

std::string program() {
    namespace fs = std::filesystem;
    constexpr const char* name = "tingdu-parser";
    std::error_code error;
    for (fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path(); !error && !folder.empty();
         folder = folder.parent_path()) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored)) return folder / name;
        if (folder == folder.root_path()) break;
    }
    return name;
}

}  // namespace tingdu::parsing
