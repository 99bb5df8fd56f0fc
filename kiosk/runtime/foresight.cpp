#include "kiosk/runtime/foresight.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace tingdu::runtime {
namespace {

std::optional<Line> first_line(const app::Effects& effects, const std::vector<app::Prompt>& prompts, Language voice) {
    Line line;
    if (!prompts.empty()) {
        line.prompt = prompts.front().text;
        line.language = prompts.front().voice;
        line.telling = prompts.front().telling;
        if (prompts.front().own) return std::nullopt;  // a reading on trial is told once
        return line;
    }
    for (const app::Effect& effect : effects) {
        // Told otherwise, or elsewhere, it would be another sound.
        if (std::holds_alternative<app::SetDiction>(effect)) return std::nullopt;
        if (const auto* answer = std::get_if<app::Answer>(&effect)) {
            line.prompt = answer->word;
            line.language = voice;
            return line;
        }
        if (const auto* read = std::get_if<app::Read>(&effect)) {
            line.article = read->article;
            line.place = read->place;
            line.telling = read->telling;
            return line;
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Line> foresee(const app::State& state, const std::vector<app::Reachable>& on_screen) {
    std::vector<Line> lines;
    for (int key = 0; key <= static_cast<int>(Key::digit_9); ++key) {
        const auto message = app::intent(KeyDown{static_cast<Key>(key)}, state, on_screen);
        if (!message) continue;
        const app::Step step = app::update(state, *message);
        const auto line = first_line(step.effects, app::announce(state, step.state), voice_of(step.state));
        if (line && std::ranges::find(lines, *line) == lines.end()) lines.push_back(*line);
    }
    return lines;
}

}  // namespace tingdu::runtime
