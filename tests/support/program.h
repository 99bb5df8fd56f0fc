// The program itself, run as a person would run it: what it answered, what it complained of, and how it ended.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>

namespace tingdu::support {

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder that goes away with the test.
class Scratch {
  public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "tingdu-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path_ = name;
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return at(name);
    }

  private:
    std::filesystem::path path_;
};

struct Ran {
    int status = 0;
    std::string answer;
    std::string complaint;
};

/// `arguments` as a shell takes them; `input` comes from the standard input.
inline Ran run(const std::string& arguments, const std::string& input = {}) {
    const Scratch scratch;
    const std::string command = std::string("'") + TINGDU_PROGRAM + "' " + arguments + " < '" +
                                scratch.write("in", input) + "' > '" + scratch.at("out") + "' 2> '" +
                                scratch.at("err") + "'";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), contents(scratch.at("out")), contents(scratch.at("err"))};
}

}  // namespace tingdu::support
