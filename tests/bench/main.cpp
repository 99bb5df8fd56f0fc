// Which parts are measured; tests/bench/run sets up what they need.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tests/bench/figures.h"
#include "tests/bench/parts.h"

namespace {

using namespace tingdu::bench;

struct Part {
    std::string name;
    void (*measure)(const Stage&);
    bool needs_screen;
};

const std::array parts = {
    Part{"keys", measure_keys, true},        Part{"sentences", measure_sentences, true},
    Part{"start", measure_start, true},      Part{"frames", measure_frames, false},
    Part{"reading", measure_reading, true},  Part{"words", measure_words, true},
    Part{"speaker", measure_speaker, false}, Part{"library", measure_library, false},
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures the kiosk; started by tests/bench/run"};
    Stage stage;
    std::vector<std::string> wanted;
    app.add_option("--program", stage.program)->required();
    app.add_option("--ear", stage.ear)->required();
    app.add_option("--folder", stage.folder)->required();
    app.add_option("--frame", stage.frame);
    app.add_option("--dispatcher", stage.dispatcher);
    app.add_option("--config", stage.config);
    app.add_option("PART", wanted, "keys, sentences, start, frames, reading, words, speaker, library; all by default");
    CLI11_PARSE(app, argc, argv);

    int result = 0;
    for (const Part& part : parts) {
        if (!wanted.empty() && std::ranges::find(wanted, part.name) == wanted.end()) continue;
        if (part.needs_screen && stage.frame.empty()) {
            tell_note("left out, for want of a screen: " + part.name);
            continue;
        }
        try {
            part.measure(stage);
        } catch (const std::exception& failure) {
            std::fprintf(stderr, "bench: %s: %s\n", part.name.c_str(), failure.what());
            result = 1;
        }
    }
    return result;
}
