// Each *.visit beside this file is played by the program itself, and must hold; one in four is played twice, and leaves
// the same bytes. The scripts in fails/ must fail at the line that bears the comment "# here".
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace tingdu::support;

namespace {

const fs::path source = TINGDU_SOURCE_DIR;
const fs::path here = source / "tests/journey";

std::vector<fs::path> scripts_in(const fs::path& folder) {
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".visit") scripts.push_back(entry.path());
    std::sort(scripts.begin(), scripts.end());
    return scripts;
}

/// With the configuration that lies beside it, if there is one.
Ran play(const fs::path& script, const std::string& out) {
    const fs::path config = fs::path(script).replace_extension(".toml");
    return run("rehearse '" + script.string() + "' --content '" + (here / "content").string() + "' --out '" + out +
               "'" + (fs::exists(config) ? " --config '" + config.string() + "'" : std::string()));
}

}  // namespace

TEST_CASE("every visit holds, and leaves the same bytes when it is played again") {
    const auto scripts = scripts_in(here);
    REQUIRE(scripts.size() > 5);
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        INFO(scripts[i].filename().string());
        const Scratch scratch;
        const fs::path first = scratch.at("first");
        const fs::path second = scratch.at("second");
        const bool twice = i % 4 == 0;
        std::future<Ran> again;
        if (twice) again = std::async(std::launch::async, play, scripts[i], second);
        const Ran played = play(scripts[i], first);
        INFO(played.complaint);
        CHECK(played.status == 0);
        CHECK(fs::exists(first / "speech.wav"));
        CHECK(fs::exists(first / "said.tsv"));
        if (!twice) continue;
        CHECK(again.get().status == 0);
        for (const auto& left : fs::directory_iterator(first)) {
            INFO(left.path().filename().string());
            CHECK(contents(left.path()) == contents(second / left.path().filename()));
        }
    }
}

TEST_CASE("screens that are kept as pictures look as they did when last reviewed") {
    const fs::path kept = source / "tests/golden/pictures";
    const Scratch scratch;
    const fs::path out = scratch.at("out");
    const Ran played = play(kept / "screens.visit", out);
    INFO(played.complaint);
    REQUIRE(played.status == 0);
    const char* wish = std::getenv("TINGDU_GOLDEN");
    int pictures = 0;
    for (const auto& left : fs::directory_iterator(out)) {
        if (left.path().extension() != ".png") continue;
        ++pictures;
        const fs::path expected = kept / left.path().filename();
        if (wish && std::string(wish) == "rewrite") {
            fs::copy_file(left.path(), expected, fs::copy_options::overwrite_existing);
        } else if (contents(left.path()) != contents(expected)) {
            const fs::path beside = fs::temp_directory_path() / ("actual-" + expected.filename().string());
            fs::copy_file(left.path(), beside, fs::copy_options::overwrite_existing);
            FAIL_CHECK(expected.string() << " is no longer what the screen shows; that lies in " << beside.string());
        }
    }
    CHECK(pictures == 6);
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
        const Ran played = play(script, scratch.at("out"));
        CHECK(played.status == 1);
        INFO(played.complaint);
        CHECK(played.complaint.find("line " + std::to_string(marked)) != std::string::npos);
    }
}
