#include "kiosk/scene/changes.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace tingdu::scene {
namespace {

Rect reach(const Fill& fill) {
    return fill.rect;
}
Rect reach(const Outline& outline) {
    return outline.rect;
}
Rect reach(const Image& image) {
    return image.rect;
}
/// Letters lean and accents rise out of the room that their run takes.
Rect reach(const Text& text) {
    const int margin = text.style.size_px;
    const auto [x, y, width, height] = text.box;
    return {x - margin, y - margin, width + 2 * margin, height + 2 * margin};
}

class Box {
  public:
    void add(const Rect& rect, const Rect& clip) {
        const int left = std::max(rect.x, clip.x);
        const int top = std::max(rect.y, clip.y);
        const int right = std::min(rect.right(), clip.right());
        const int bottom = std::min(rect.bottom(), clip.bottom());
        if (left >= right || top >= bottom) return;
        left_ = is_empty_ ? left : std::min(left_, left);
        top_ = is_empty_ ? top : std::min(top_, top);
        right_ = is_empty_ ? right : std::max(right_, right);
        bottom_ = is_empty_ ? bottom : std::max(bottom_, bottom);
        is_empty_ = false;
    }
    [[nodiscard]] Rect rect() const { return {left_, top_, right_ - left_, bottom_ - top_}; }

  private:
    bool is_empty_ = true;
    int left_ = 0;
    int top_ = 0;
    int right_ = 0;
    int bottom_ = 0;
};

/// Commands that both lists have in the same order are unchanged. The lists are walked together; where they part, the
/// nearest place where they meet again is looked for.
void add_changes(std::span<const Command> before, std::span<const Command> after, const Rect& clip, Box& box) {
    const auto drop = [&](std::span<const Command>& list, std::size_t count) {
        for (const Command& command : list.first(count))
            std::visit([&](const auto& one) { box.add(reach(one), clip); }, command);
        list = list.subspan(count);
    };
    while (!before.empty() && !after.empty()) {
        if (before.front() == after.front()) {
            before = before.subspan(1);
            after = after.subspan(1);
            continue;
        }
        std::size_t ahead = 1;
        const auto meets = [&](std::span<const Command> list, const Command& one) {
            return ahead < list.size() && list[ahead] == one;
        };
        for (; ahead < std::max(before.size(), after.size()); ++ahead) {
            if (meets(before, after.front())) {
                drop(before, ahead);
                break;
            }
            if (meets(after, before.front())) {
                drop(after, ahead);
                break;
            }
        }
        if (before.empty() || after.empty() || before.front() == after.front()) continue;
        drop(before, 1);  // neither comes again
        drop(after, 1);
    }
    drop(before, before.size());
    drop(after, after.size());
}

}  // namespace

Rect changed(const Scene& before, const Scene& after) {
    const Rect whole{0, 0, after.width_px, after.height_px};
    const auto same_clip = [](const Layer& a, const Layer& b) { return a.clip == b.clip; };
    if (before.width_px != after.width_px || before.height_px != after.height_px || before.ground != after.ground ||
        !std::ranges::equal(before.layers, after.layers, same_clip))
        return whole;
    Box box;
    for (std::size_t i = 0; i < after.layers.size(); ++i)
        add_changes(before.layers[i].commands, after.layers[i].commands, after.layers[i].clip, box);
    return box.rect();
}

}  // namespace tingdu::scene
