// Each *.visit beside this file is played twice by the program itself: it must hold, and leave the same bytes. The scripts in
// fails/ must fail at the line that bears the comment "# here".
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path source = TINGDU_SOURCE_DIR;
const fs::path here = source / "tests/journey";

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> scripts_in(const fs::path& folder) {
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".visit") scripts.push_back(entry.path());
    std::sort(scripts.begin(), scripts.end());
    return scripts;
}

/// A folder that goes away with the test.
class Scratch {
  public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "tingdu-journey-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path_ = name;
    }
    ~Scratch() { fs::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

struct Played {
    int status;
    std::string complaint;
};

Played play(const fs::path& script, const fs::path& out) {
    const fs::path complaint = out.string() + ".err";
    const std::string command = std::string("'") + TINGDU_PROGRAM + "' rehearse '" + script.string() + "' --content '" +
                                (here / "content").string() + "' --out '" + out.string() + "' 2> '" + complaint.string() + "'";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), contents(complaint)};
}

}  // namespace

TEST_CASE("every visit holds, and leaves the same bytes when it is played again") {
    const auto scripts = scripts_in(here);
    REQUIRE(scripts.size() > 5);
    for (const fs::path& script : scripts) {
        INFO(script.filename().string());
        const Scratch scratch;
        const fs::path first = scratch.path() / "first";
        const fs::path second = scratch.path() / "second";
        const Played played = play(script, first);
        INFO(played.complaint);
        CHECK(played.status == 0);
        CHECK(play(script, second).status == 0);
        for (const auto& left : fs::directory_iterator(first)) {
            INFO(left.path().filename().string());
            CHECK(contents(left.path()) == contents(second / left.path().filename()));
        }
        CHECK(fs::exists(first / "speech.wav"));
        CHECK(fs::exists(first / "said.tsv"));
    }
}

TEST_CASE("a visit that does not hold fails, and names the line") {
    const auto scripts = scripts_in(here / "fails");
    REQUIRE(scripts.size() > 5);
    for (const fs::path& script : scripts) {
        INFO(script.filename().string());
        std::ifstream file(script);
        int line = 0;
        int marked = 0;
        for (std::string text; std::getline(file, text);) {
            ++line;
            if (text.ends_with("# here")) marked = line;
        }
        REQUIRE(marked > 0);
        const Scratch scratch;
        const Played played = play(script, scratch.path() / "out");
        CHECK(played.status == 1);
        INFO(played.complaint);
        CHECK(played.complaint.find("line " + std::to_string(marked)) != std::string::npos);
    }
}
