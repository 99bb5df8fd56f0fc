// What must hold of any scene, whoever has made it. Each rule tells what breaks it, a line each; nothing where it
// holds.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/scene/scene.h"

namespace tingdu::support {

/// The commands of one kind, the lowest first.
template <class Command>
std::vector<Command> all(const scene::Scene& scene) {
    std::vector<Command> found;
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* wanted = std::get_if<Command>(&command)) found.push_back(*wanted);
    return found;
}

/// The part of a text's box that ink can be in: a line's height, not the font's whole ascent.
inline scene::Rect ink(const scene::Text& text) {
    const int height = text.style.size_px;
    return {text.box.x, text.baseline_y - height * 88 / 100, text.box.width, height};
}

inline scene::Rect whole(const scene::Scene& scene) {
    return {0, 0, scene.width_px, scene.height_px};
}

/// What the notice of the moment lies over: the strip across the screen that its box lies on. Nothing else that lies
/// on the rest begins with two such fills.
inline std::optional<scene::Rect> covered_by_notice(const scene::Scene& scene) {
    const auto& top = scene.layers.back().commands;
    if (scene.layers.size() < 2 || top.size() < 2) return std::nullopt;
    const auto* strip = std::get_if<scene::Fill>(&top[0]);
    const auto* box = std::get_if<scene::Fill>(&top[1]);
    const bool is_notice = strip && box && strip->rect.width == scene.width_px && box->radius_px > 0;
    return is_notice ? std::optional(strip->rect) : std::nullopt;
}

enum class Notice { with, without };

/// All texts but those that the notice lies over.
inline std::vector<scene::Text> texts_in_sight(const scene::Scene& scene, Notice notice) {
    const auto covered = covered_by_notice(scene);
    const auto is_notice = [&](const scene::Layer& layer) { return &layer == &scene.layers.back(); };
    std::vector<scene::Text> texts;
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* text = std::get_if<scene::Text>(&command))
                if (!covered || (is_notice(layer) ? notice == Notice::with : !ink(*text).overlaps(*covered)))
                    texts.push_back(*text);
    return texts;
}

inline std::string cut_texts(const scene::Scene& scene) {
    std::string broken;
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* text = std::get_if<scene::Text>(&command))
                if (!whole(scene).covers(text->box) || !layer.clip.covers(ink(*text)))
                    broken += "cut: " + to_utf8(text->text) + "\n";
    return broken;
}

inline std::string texts_that_meet(const scene::Scene& scene) {
    std::string broken;
    const auto texts = texts_in_sight(scene, Notice::with);
    for (auto one = texts.begin(); one != texts.end(); ++one)
        for (auto other = one + 1; other != texts.end(); ++other) {
            const bool one_run = one->flow == other->flow && one->baseline_y == other->baseline_y;
            if (!one_run && ink(*one).overlaps(ink(*other)))
                broken += "one over another: " + to_utf8(one->text) + " / " + to_utf8(other->text) + "\n";
        }
    return broken;
}

/// Large, apart, on the screen, with a label, and what is written in them is within them. Sentences are as they are
/// set, and only never over one another or over anything else.
inline std::string targets_amiss(const scene::Scene& scene, double px_per_mm) {
    const auto is_sentence = [](const scene::Target& target) {
        return std::holds_alternative<SentenceAt>(target.press);
    };
    const int apart = static_cast<int>(2.54 * px_per_mm);
    const auto texts = texts_in_sight(scene, Notice::without);
    std::string broken;
    for (auto target = scene.targets.begin(); target != scene.targets.end(); ++target) {
        const scene::Rect rect = target->rect;
        const auto amiss = [&](const char* how) { broken += "target " + to_utf8(target->label) + " " + how + "\n"; };
        if (target->label.empty()) amiss("without a label");
        if (!whole(scene).covers(rect)) amiss("beyond the screen");
        if (!is_sentence(*target)) {
            if (rect.width < 12.7 * px_per_mm || rect.height < 12.7 * px_per_mm) amiss("too small");
            for (const scene::Text& text : texts)
                if (ink(text).overlaps(rect) && !rect.covers(ink(text)))
                    amiss(("with a text across its edge: " + to_utf8(text.text)).c_str());
        }
        for (auto other = target + 1; other != scene.targets.end(); ++other) {
            const int between = is_sentence(*target) || is_sentence(*other) ? 0 : apart;
            const scene::Rect wide{rect.x - between, rect.y - between, rect.width + 2 * between,
                                   rect.height + 2 * between};
            if (wide.overlaps(other->rect)) amiss(("too near to " + to_utf8(other->label)).c_str());
        }
    }
    return broken;
}

}  // namespace tingdu::support
