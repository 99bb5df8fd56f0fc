#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <SDL.h>

#include "kiosk/platform/display/connector.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/display/fingers.h"
#include "kiosk/platform/display/keymap.h"
#include "kiosk/platform/display/new_devices.h"
#include "kiosk/platform/display/painter.h"
#include "kiosk/platform/display/pixel_density.h"
#include "kiosk/platform/display/screen_plugs.h"
#include "kiosk/platform/display/strikes.h"
#include "kiosk/platform/display/x11_keys.h"

namespace tingdu::platform {
namespace {

/// SDL's video as long as somebody holds it.
class Video {
  public:
    Video() {
        const auto hint = [](const char* name, const char* value) {  // the environment may know better
            SDL_SetHintWithPriority(name, value, SDL_HINT_DEFAULT);
        };
        hint(SDL_HINT_APP_NAME, "听读");
        hint("SDL_VIDEO_X11_WMCLASS", "tingdu");
        hint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // or every touch would come twice
        hint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
        hint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
        hint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
        hint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
        hint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        if (!std::getenv("XDG_RUNTIME_DIR")) hint(SDL_HINT_VIDEODRIVER, drivers_but_wayland().c_str());
        is_open_ = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
        if (is_open_ && !somebody_can_see()) {
            SDL_QuitSubSystem(SDL_INIT_VIDEO);
            SDL_ClearError();  // what it tried on the way explains nothing
            is_open_ = false;
        }
        // Straight into shared memory. Without a desktop there is none, but the graphics card, and to Wayland SDL 2
        // knows no other way; of the card's interfaces SDL tries first one that it can open there but not draw a
        // picture with.
        const bool by_card =
            is_open_ && (has_screen_itself() || SDL_GetCurrentVideoDriver() == std::string_view("wayland"));
        hint(SDL_HINT_FRAMEBUFFER_ACCELERATION, by_card ? "opengles2" : "0");
    }
    ~Video() {
        if (is_open_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
    Video(const Video&) = delete;
    Video& operator=(const Video&) = delete;

    [[nodiscard]] bool is_open() const { return is_open_; }
    /// No desktop stands between it and the screen.
    [[nodiscard]] static bool has_screen_itself() { return SDL_GetCurrentVideoDriver() == std::string_view("KMSDRM"); }

  private:
    /// Where there is no screen SDL falls back to drivers that draw for nobody. They serve only whoever asked for one.
    static bool somebody_can_see() {
        const char* asked = SDL_GetHint(SDL_HINT_VIDEODRIVER);
        const std::string_view driver = SDL_GetCurrentVideoDriver();
        return (asked && *asked) || draws_for_somebody(driver);
    }
    static bool draws_for_somebody(std::string_view driver) {
        return driver != "offscreen" && driver != "dummy" && driver != "evdev";
    }

    /// Without the folder in which it lies there is no Wayland, and its library complains on stderr when it is looked
    /// for.
    static std::string drivers_but_wayland() {
        std::string drivers;
        for (int i = 0; i < SDL_GetNumVideoDrivers(); ++i) {
            const std::string_view driver = SDL_GetVideoDriver(i);
            if (driver == "wayland" || !draws_for_somebody(driver)) continue;
            if (!drivers.empty()) drivers += ',';
            drivers += driver;
        }
        return drivers;
    }

    bool is_open_;
};

/// SDL's queue, into which any thread puts, for as long as there are such threads: Video may come and go meanwhile.
struct Queue {
    Queue() { SDL_InitSubSystem(SDL_INIT_EVENTS); }
    ~Queue() { SDL_QuitSubSystem(SDL_INIT_EVENTS); }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
};

using WindowPointer = std::unique_ptr<SDL_Window, decltype(&SDL_DestroyWindow)>;

WindowPointer open_window(const DisplayWish& wish) {
    // The whole screen is asked for in pixels as well: under X without a window manager nobody else makes it so.
    SDL_Rect box{0, 0, 1920, 1080};
    Uint32 flags = SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (wish.window_px) {
        box = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, wish.window_px->width_px, wish.window_px->height_px};
        flags = SDL_WINDOW_RESIZABLE;
    } else {
        SDL_GetDisplayBounds(0, &box);
    }
    return {SDL_CreateWindow("听读", box.x, box.y, box.w, box.h, flags), &SDL_DestroyWindow};
}

ScreenFacts facts_of(int screen, const SDL_DisplayMode& mode, std::optional<double> diagonal_in) {
    ScreenFacts facts{mode.w, mode.h, diagonal_in, {}};
    if (float dpi = 0; SDL_GetDisplayDPI(screen, &dpi, nullptr, nullptr) == 0) facts.dpi = dpi;
    return facts;
}

double density_of_screen(SDL_Window* window, std::optional<double> diagonal_in) {
    const int screen = std::max(0, SDL_GetWindowDisplayIndex(window));
    SDL_DisplayMode desktop{};
    if (SDL_GetDesktopDisplayMode(screen, &desktop) != 0) SDL_GetWindowSize(window, &desktop.w, &desktop.h);
    return px_per_mm(facts_of(screen, desktop, diagonal_in));
}

class SdlDisplay : public Display {
  public:
    SdlDisplay(std::unique_ptr<Video> video, WindowPointer window, const DisplayWish& wish, Faces faces)
        : video_{std::move(video)},
          window_{std::move(window)},
          wish_{wish},
          px_per_mm_{density_of_screen(window_.get(), wish.diagonal_in)},
          strikes_{wish.double_strike_ms, px_per_mm_},
          fingers_{px_per_mm_},
          wake_event_{SDL_RegisterEvents(1)},
          typesetter_{std::move(faces)} {
        if (Video::has_screen_itself()) plugs_.emplace();
        prepare();
    }

    ScreenSize size() const override {
        const auto [width, height] = turned(own_size(), wish_.turn);
        return {width, height, px_per_mm_};
    }

    const scene::TextMeasure& measure() const override { return typesetter_; }

    void present(const scene::Scene& scene) override {
        SDL_Surface* surface = window_ ? SDL_GetWindowSurface(window_.get()) : nullptr;
        if (surface == nullptr) return;  // between two sizes; the next event brings another
        const auto format = surface->format->format;
        const bool is_ours =
            (format == SDL_PIXELFORMAT_XRGB8888 || format == SDL_PIXELFORMAT_ARGB8888) && !SDL_MUSTLOCK(surface);
        const SDL_Rect part = is_ours && wish_.turn == Turn::none ? paint(scene, surface) : paint_aside(scene, surface);
        if (part.w > 0 && part.h > 0) SDL_UpdateWindowSurfaceRects(window_.get(), &part, 1);
    }

    std::u32string take_missing_glyphs() override { return typesetter_.take_missing(); }

    std::vector<InputEvent> wait(int timeout_ms) override {
        std::vector<InputEvent> hands;
        const auto now_ms = [] { return static_cast<std::int64_t>(SDL_GetTicks64()); };
        const std::int64_t until_ms = now_ms() + std::max(0, timeout_ms);
        bool woken = false;
        do {
            SDL_Event event;
            const auto left_ms = std::max<std::int64_t>(0, until_ms - now_ms());
            follow_plugs(now_ms(), hands);
            if (new_devices_.came()) strikes_.device_came(now_ms());
            bool has_event = SDL_WaitEventTimeout(&event, static_cast<int>(left_ms)) != 0;
            for (; has_event; has_event = SDL_PollEvent(&event) != 0) {
                if (event.type == wake_event_) {
                    wake_waits_ = false;
                    woken = true;
                }
                take(event, hands);
            }
        } while (hands.empty() && !woken && now_ms() < until_ms);
        return hands;
    }

    void bind(Bindings bindings) override { bindings_ = std::move(bindings); }

    void wake() override {
        if (wake_waits_.exchange(true)) return;  // one in the queue is enough
        SDL_Event event{};
        event.type = wake_event_;
        if (SDL_PushEvent(&event) != 1) wake_waits_ = false;
    }

  private:
    static constexpr Fingers::Finger mouse = -1;
    /// How often a screen is tried for that could not be opened anew.
    static constexpr std::int64_t between_tries_ms = 1000;

    void prepare() {
        SDL_StopTextInput();                          // or an input method would swallow the letters
        SDL_EventState(SDL_MOUSEMOTION, SDL_IGNORE);  // but for what a held button does
        SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);   // for X11Keys
        SDL_ShowCursor(wish_.window_px ? SDL_ENABLE : SDL_DISABLE);
        SDL_GetWindowSize(window_.get(), &width_px_, &height_px_);
    }

    /// A screen that was plugged in may be another, or want to be told anew what to show; one that was taken away is
    /// waited for, with what it showed.
    void follow_plugs(std::int64_t now_ms, std::vector<InputEvent>& hands) {
        const bool tries = !window_ && now_ms - tried_ms_ >= between_tries_ms;
        if (!plugs_ || (!plugs_->changed(now_ms) && !tries) || !connected_screen()) return;
        tried_ms_ = now_ms;
        window_.reset();
        video_.reset();
        video_ = std::make_unique<Video>();
        if (video_->is_open()) window_ = open_window(wish_);
        if (window_ && SDL_GetWindowSurface(window_.get()) == nullptr) window_.reset();
        if (!window_) return;
        prepare();
        px_per_mm_ = density_of_screen(window_.get(), wish_.diagonal_in);
        strikes_ = Strikes{wish_.double_strike_ms, px_per_mm_};
        fingers_ = Fingers{px_per_mm_};
        painter_.forget();
        const auto [width, height, density] = size();
        hands.emplace_back(Resized{width, height});
    }

    [[nodiscard]] Extent own_size() const {
        Extent own{width_px_, height_px_};
        if (window_) SDL_GetWindowSize(window_.get(), &own.width_px, &own.height_px);
        return own;
    }

    static Raster raster_of(SDL_Surface* surface) {
        return {static_cast<std::uint32_t*>(surface->pixels), surface->pitch / 4, surface->w, surface->h};
    }

    SDL_Rect paint(const scene::Scene& scene, SDL_Surface* surface) {
        const auto [x, y, width, height] = painter_.paint(scene, raster_of(surface));
        return {x, y, width, height};
    }

    using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;
    static bool has_size(Surface& surface, const Extent& size) {
        if (!surface || surface->w != size.width_px || surface->h != size.height_px)
            surface.reset(
                SDL_CreateRGBSurfaceWithFormat(0, size.width_px, size.height_px, 32, SDL_PIXELFORMAT_XRGB8888));
        return surface != nullptr;
    }

    /// For a picture that is turned, or a screen that does not take 32 bits a pixel as the painter writes them.
    SDL_Rect paint_aside(const scene::Scene& scene, SDL_Surface* surface) {
        const Extent own{surface->w, surface->h};
        if (!has_size(shadow_, turned(own, wish_.turn))) return {};
        SDL_Rect part = paint(scene, shadow_.get());
        SDL_Surface* from = shadow_.get();
        if (wish_.turn != Turn::none) {
            if (!has_size(turned_, own)) return {};
            const auto [x, y, width, height] = lay_turned(raster_of(turned_.get()), raster_of(shadow_.get()),
                                                          {part.x, part.y, part.w, part.h}, wish_.turn);
            part = {x, y, width, height};
            from = turned_.get();
        }
        SDL_Rect there = part;
        SDL_BlitSurface(from, &part, surface, &there);
        return part;
    }

    void take(const SDL_Event& event, std::vector<InputEvent>& hands) {
        switch (event.type) {
            case SDL_KEYDOWN:
                if (event.key.repeat != 0) break;
                if (event.key.keysym.scancode == SDL_SCANCODE_NUMLOCKCLEAR) {
                    num_lock_.down();
                } else {
                    take_key(physical(event.key.keysym), event.key.timestamp, hands);
                }
                break;
            case SDL_KEYUP:
                if (event.key.keysym.scancode == SDL_SCANCODE_NUMLOCKCLEAR && num_lock_.up())
                    take_key(physical(event.key.keysym), event.key.timestamp, hands);
                hands.emplace_back(KeyUp{physical(event.key.keysym)});
                break;
            case SDL_SYSWMEVENT:
                if (event.syswm.msg != nullptr)
                    if (const auto stroke = x11_keys_.stroke(*event.syswm.msg, is_reported_next())) {
                        if (stroke->way == X11Keys::Way::down) {
                            take_key(stroke->key, event.syswm.timestamp, hands);
                        } else {
                            hands.emplace_back(KeyUp{stroke->key});
                        }
                    }
                break;
            case SDL_MOUSEBUTTONDOWN:
            case SDL_MOUSEBUTTONUP:
                if (event.button.button == SDL_BUTTON_LEFT) take_button(event.button, hands);
                break;
            case SDL_MOUSEMOTION:
                take_motion(event.motion, hands);
                break;
            case SDL_FINGERDOWN:
            case SDL_FINGERMOTION:
            case SDL_FINGERUP:
                take_finger(event.tfinger, hands);
                break;
            case SDL_WINDOWEVENT:
                take_window_event(event.window, hands);
                break;
            case SDL_QUIT:
                hands.emplace_back(Quit{});
                break;
            default:
                break;
        }
    }

    static PhysicalKey physical(const SDL_Keysym& key) {
        return {key.scancode, (key.sym & SDLK_SCANCODE_MASK) == 0 ? static_cast<char32_t>(key.sym) : 0};
    }

    /// SDL tells of an event of X11 before it makes its own of it: a key that it knows comes right behind.
    static X11Keys::Reported is_reported_next() {
        SDL_Event next;
        const bool any = SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1;
        return any && (next.type == SDL_KEYDOWN || next.type == SDL_KEYUP) ? X11Keys::Reported::yes
                                                                           : X11Keys::Reported::no;
    }

    void take_key(PhysicalKey key, std::int64_t at_ms, std::vector<InputEvent>& hands) {
        num_lock_.other_down();
        if (!strikes_.key_counts(key, at_ms)) return;
        const Binding* bound = find(bindings_, key);
        const auto meant = bound ? bound->meaning : meaning(key, wish_.pad);
        if (meant) {
            hands.emplace_back(KeyDown{*meant, key});
        } else if (!bound) {
            hands.emplace_back(StrangeKeyDown{key});
        }
    }

    void take_button(const SDL_MouseButtonEvent& button, std::vector<InputEvent>& hands) {
        const bool down = button.type == SDL_MOUSEBUTTONDOWN;
        SDL_EventState(SDL_MOUSEMOTION, down ? SDL_ENABLE : SDL_IGNORE);
        const auto [x, y] = seen_at({button.x, button.y}, own_size(), wish_.turn);
        take_touch(down ? fingers_.down(mouse, x, y, button.timestamp) : fingers_.up(mouse, x, y), button.timestamp,
                   hands);
    }

    void take_motion(const SDL_MouseMotionEvent& motion, std::vector<InputEvent>& hands) {
        const auto [x, y] = seen_at({motion.x, motion.y}, own_size(), wish_.turn);
        take_touch(fingers_.moved(mouse, x, y), motion.timestamp, hands);
    }

    void take_finger(const SDL_TouchFingerEvent& touch, std::vector<InputEvent>& hands) {
        const Extent own = own_size();
        const auto pixel = [](float part, int all) {
            return std::clamp(static_cast<int>(std::floor(part * static_cast<float>(all))), 0, all - 1);
        };
        const auto [x, y] = seen_at({pixel(touch.x, own.width_px), pixel(touch.y, own.height_px)}, own, wish_.turn);
        if (touch.type == SDL_FINGERDOWN) {
            // SDL counts for itself: a finger whose leaving got lost must not shut the glass.
            if (SDL_GetNumTouchFingers(touch.touchId) <= 1) fingers_.forget();
            take_touch(fingers_.down(touch.fingerId, x, y, touch.timestamp), touch.timestamp, hands);
        } else if (touch.type == SDL_FINGERMOTION) {
            take_touch(fingers_.moved(touch.fingerId, x, y), touch.timestamp, hands);
        } else {
            take_touch(fingers_.up(touch.fingerId, x, y), touch.timestamp, hands);
        }
    }

    void take_touch(const std::optional<InputEvent>& touch, std::int64_t at_ms, std::vector<InputEvent>& hands) {
        if (!touch) return;
        if (const auto* down = std::get_if<TouchDown>(&*touch); down && !strikes_.touch_counts(down->x, down->y, at_ms))
            return;  // without it what follows means nothing
        if (const auto* up = std::get_if<TouchUp>(&*touch)) strikes_.touch_ended(up->x, up->y, at_ms);
        const bool moves_on = std::holds_alternative<TouchMove>(*touch) && !hands.empty() &&
                              std::holds_alternative<TouchMove>(hands.back());
        if (moves_on) hands.pop_back();  // only where the finger is now counts
        hands.push_back(*touch);
    }

    void take_window_event(const SDL_WindowEvent& event, std::vector<InputEvent>& hands) {
        if (event.event != SDL_WINDOWEVENT_SIZE_CHANGED && event.event != SDL_WINDOWEVENT_EXPOSED) return;
        const auto [width, height, density] = size();
        painter_.forget();
        const InputEvent resized = Resized{width, height};  // also when only uncovered: it must be painted again
        if (hands.empty() || hands.back() != resized) hands.push_back(resized);
    }

    Queue queue_;
    std::unique_ptr<Video> video_;
    WindowPointer window_;  ///< none while a screen that has come cannot be opened
    DisplayWish wish_;
    int width_px_ = 0;  ///< when there was last a window
    int height_px_ = 0;
    std::optional<ScreenPlugs> plugs_;
    std::int64_t tried_ms_ = 0;
    double px_per_mm_;
    Bindings bindings_;
    NewDevices new_devices_;
    Strikes strikes_;
    LoneKey num_lock_;
    Fingers fingers_;
    Uint32 wake_event_;
    std::atomic<bool> wake_waits_{false};
    X11Keys x11_keys_;
    Typesetter typesetter_;
    Painter painter_{typesetter_};
    Surface shadow_{nullptr, &SDL_FreeSurface};  ///< as people see it
    Surface turned_{nullptr, &SDL_FreeSurface};  ///< as the screen has it
};

}  // namespace

Result<ScreenLook> look_at_screen(std::optional<double> diagonal_in) {
    const Video video;
    SDL_DisplayMode mode{};
    const bool is_free = video.is_open() && SDL_GetDesktopDisplayMode(0, &mode) == 0;
    auto facts = is_free ? std::optional(facts_of(0, mode, diagonal_in)) : connected_screen();
    if (!facts) return fail(Fault::no_display, {}, SDL_GetError());
    facts->diagonal_in = diagonal_in;
    return ScreenLook{{facts->width_px, facts->height_px, px_per_mm(*facts)}, !is_size_known(*facts)};
}

Result<std::unique_ptr<Display>> open_display(const DisplayWish& wish, const FontChain& fonts) {
    auto faces = Faces::open(fonts);
    if (!faces) return tl::unexpected(faces.error());
    auto video = std::make_unique<Video>();
    if (!video->is_open()) return fail(Fault::no_display, {}, SDL_GetError());
    auto window = open_window(wish);
    if (!window || SDL_GetWindowSurface(window.get()) == nullptr) return fail(Fault::no_display, {}, SDL_GetError());
    return std::make_unique<SdlDisplay>(std::move(video), std::move(window), wish, std::move(*faces));
}

std::string display_version() {
    SDL_version version{};
    SDL_GetVersion(&version);
    return "SDL " + std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
           std::to_string(version.patch);
}

}  // namespace tingdu::platform
