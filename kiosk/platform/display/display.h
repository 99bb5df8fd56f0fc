// The door to the screen and to hands: shows a Scene, hands on InputEvents, tells how large things are.
// It knows nothing of articles, screens or speech; the libraries behind it stay inside this folder.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/bindings.h"
#include "kiosk/base/input_event.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/display/turn.h"
#include "kiosk/scene/scene.h"
#include "kiosk/scene/text_measure.h"

namespace tingdu::platform {

/// One font file and the face in it (a .ttc holds several).
struct FontFace {
    std::string path;
    int index{};
};

/// For each weight the faces in the order they are asked for a character. fonts/chain.toml describes it.
struct FontChain {
    std::vector<FontFace> regular;
    std::vector<FontFace> bold;
};

struct ScreenSize {
    int width_px{};
    int height_px{};
    double px_per_mm{};
    friend bool operator==(const ScreenSize&, const ScreenSize&) = default;
};

/// Whether the keys of a number pad move (a bare pad is the kiosk's only keyboard) or choose entries.
enum class Pad { moves, chooses };

/// What is asked of the screen. No `window_px`: the whole screen. No `diagonal_in`: what the screen says of itself,
/// or 21.5 inches where that cannot be true; sizes and hands are those of the turned picture. Identical strikes of a
/// key closer than `double_strike_ms` count once.
struct DisplayWish {
    struct Size {
        int width_px{};
        int height_px{};
    };
    std::optional<Size> window_px;
    std::optional<double> diagonal_in;
    Turn turn = Turn::none;
    Pad pad = Pad::moves;
    int double_strike_ms = 120;
};

/// A surface that a Scene can be painted on. Main thread only.
class Canvas {
  public:
    virtual ~Canvas() = default;
    [[nodiscard]] virtual ScreenSize size() const = 0;
    /// Lives as long as the canvas.
    [[nodiscard]] virtual const scene::TextMeasure& measure() const = 0;
    /// Paints and shows the whole scene; blocks while it does.
    virtual void present(const scene::Scene& scene) = 0;
    /// Code points that no font of the chain has, met since the last call; each is named once.
    [[nodiscard]] virtual std::u32string take_missing_glyphs() = 0;
};

class Display : public Canvas {
  public:
    /// Whatever the hand did since the last call, in order; waits up to `timeout_ms` for the first of it. Keys that
    /// repeat while held are left out, so are double strikes and what a new device sends in its first second. Also
    /// returns, maybe empty, soon after `wake`.
    [[nodiscard]] virtual std::vector<InputEvent> wait(int timeout_ms) = 0;
    /// These count before what keys mean anyway, from the next key on.
    virtual void bind(Bindings bindings) = 0;
    /// From any thread; never blocks.
    virtual void wake() = 0;
};

/// Whether a font of the chain has a character.
using Repertoire = std::function<bool(char32_t)>;
/// Fault: no_font. Needs no screen.
[[nodiscard]] Result<Repertoire> open_repertoire(const FontChain& fonts);

struct ScreenLook {
    ScreenSize size;
    bool is_size_guessed{};  ///< in inches the screen tells nothing likely, and neither does its owner
};
/// The screen that a kiosk would have, looked at without taking it from whoever draws on it: where one has it to
/// itself, as the kernel tells of it. Fault: no_display.
/// Main thread.
/// What draws, by its name and version.
[[nodiscard]] std::string display_version();
[[nodiscard]] Result<ScreenLook> look_at_screen(std::optional<double> diagonal_in);

/// Faults: no_display, no_font. Main thread.
[[nodiscard]] Result<std::unique_ptr<Display>> open_display(const DisplayWish& wish, const FontChain& fonts);

/// The same painter on a surface in memory; no screen is needed and the pixels are the same everywhere.
class MemoryCanvas : public Canvas {
  public:
    /// Writes what was last presented as a PNG. Fault: unwritable.
    [[nodiscard]] virtual Result<void> save_png(const std::string& path) const = 0;
    /// 0xRRGGBB of one pixel of what was last presented.
    [[nodiscard]] virtual unsigned pixel(int x, int y) const = 0;
};

/// Faults: no_font.
[[nodiscard]] Result<std::unique_ptr<MemoryCanvas>> open_memory_canvas(ScreenSize size, const FontChain& fonts);

}  // namespace tingdu::platform
