// State for the eyes: a Scene of whatever the kiosk shows now. Between two looks it remembers the lines that it has set
// and how the page is gliding, and nothing of what they mean.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/scene/layout.h"
#include "kiosk/scene/scene.h"
#include "kiosk/scene/text_measure.h"
#include "kiosk/view/grid.h"

namespace tingdu::view {

/// Lines of the blocks of one article, set when they are first needed.
class Lines {
  public:
    const std::vector<scene::Line>& of(const std::shared_ptr<const text::Article>& article, std::size_t block,
                                       const Grid& grid, const scene::TextMeasure& measure);
    /// Sentences of a block whose lines have been asked for.
    const std::vector<TextRange>& sentences_of(std::size_t block);

  private:
    std::shared_ptr<const text::Article> article_;
    Viewport viewport_;
    int r_px_ = 0;
    std::map<std::size_t, std::vector<scene::Line>> blocks_;
    std::map<std::size_t, std::vector<TextRange>> sentences_;
};

/// The line that the page stands by, and the way it has still to glide to it.
struct Glide {
    const text::Article* article = nullptr;
    Viewport viewport;
    int r_px = 0;
    std::size_t block = 0;
    std::size_t line = 0;
    int y_px = 0;               ///< where it stands when the page has come to rest
    double from_px = 0;         ///< how far off the page was when it began to glide
    std::int64_t began_ms = 0;  ///< `not_yet` while a hand holds it off its place
    static constexpr std::int64_t not_yet = std::numeric_limits<std::int64_t>::max();
};

/// The screen that shows the one shows the other, but for a page that glides and the way in that breathes.
[[nodiscard]] bool looks_alike(const app::State& one, const app::State& other);

class Eyes {
  public:
    /// `measure` must outlive the eyes.
    explicit Eyes(const scene::TextMeasure& measure) : measure_(measure) {}

    [[nodiscard]] scene::Scene look(const app::State& state, const Viewport& viewport);
    /// Another number is another picture, though nothing but the time has changed: what moves besides a page.
    [[nodiscard]] static int breath(const app::State& state, const Viewport& viewport);
    /// The page is still gliding: a look a moment later would be another picture.
    [[nodiscard]] bool is_gliding(std::int64_t now_ms) const;

  private:
    const scene::TextMeasure& measure_;
    Lines lines_;
    Glide glide_;
};

}  // namespace tingdu::view
