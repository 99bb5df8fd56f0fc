// Texts kept to be compared with: what comes out must be what lies beside the test. With TINGDU_GOLDEN=rewrite in the
// environment it is written anew instead, to be reviewed like code.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

namespace tingdu::support {

inline void check_golden(const std::filesystem::path& path, const std::string& actual) {
    if (const char* wish = std::getenv("TINGDU_GOLDEN"); wish && std::string(wish) == "rewrite") {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    INFO("what came out instead of " << path.string() << ":\n" << actual);
    CHECK(expected == actual);
}

}  // namespace tingdu::support
