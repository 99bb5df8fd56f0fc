#include "tests/bench/screen.h"

#include <array>
#include <stdexcept>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/bench/clock.h"

namespace tingdu::bench {

Screen::Screen(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    if (file < 0 || fstat(file, &facts) != 0) throw std::runtime_error("no frame buffer at " + path);
    bytes_ = static_cast<std::size_t>(facts.st_size);
    memory_ = static_cast<std::byte*>(mmap(nullptr, bytes_, PROT_READ, MAP_SHARED, file, 0));
    close(file);
    // An X window dump: 25 numbers, most significant byte first, a name, a table of colours, the pixels.
    const auto* header = reinterpret_cast<const std::uint32_t*>(memory_);
    const auto field = [&](std::size_t number) -> std::size_t { return ntohl(header[number]); };
    constexpr std::size_t color_bytes = 12;
    width_px_ = field(4);
    height_px_ = field(5);
    pitch_bytes_ = field(12);
    pixels_ = memory_ + field(0) + field(19) * color_bytes;
}

Screen::~Screen() {
    munmap(memory_, bytes_);
}

/// Every eighth, across and down: no word is smaller, and looking costs next to nothing.
template <class See>
void Screen::each_pixel(const See& see) const {
    constexpr std::size_t step = 8;
    for (std::size_t y = step / 2; y < height_px_; y += step) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(pixels_ + y * pitch_bytes_);
        for (std::size_t x = step / 2; x < width_px_; x += step) see(row[x] & 0xFFFFFFU, y * width_px_ + x);
    }
}

double Screen::share_of(std::uint32_t color) const {
    std::size_t seen = 0;
    std::size_t all = 0;
    each_pixel([&](std::uint32_t pixel, std::size_t) {
        ++all;
        seen += pixel == color ? 1 : 0;
    });
    return static_cast<double>(seen) / static_cast<double>(all);
}

std::uint64_t Screen::places_of(std::uint32_t color) const {
    std::uint64_t places = 0;
    each_pixel([&](std::uint32_t pixel, std::size_t place) {
        if (pixel == color) places = (places ^ place) * 0x100000001B3U + 1;
    });
    return places;
}

struct Keys::Connection {
    Display* display = XOpenDisplay(nullptr);
    // libXtst comes with xdotool; its header is not asked for.
    void* library = dlopen("libXtst.so.6", RTLD_NOW);
    using FakeKey = int (*)(Display*, unsigned, int, unsigned long);
    FakeKey fake_key = library != nullptr ? reinterpret_cast<FakeKey>(dlsym(library, "XTestFakeKeyEvent")) : nullptr;

    ~Connection() {
        if (display != nullptr) XCloseDisplay(display);
    }
};

Keys::Keys() : connection_(std::make_unique<Connection>()) {
    if (connection_->display == nullptr) throw std::runtime_error("no X display");
    if (connection_->fake_key == nullptr) throw std::runtime_error("no libXtst.so.6; xdotool brings it");
}

Keys::~Keys() = default;

double Keys::press(const char* name) {
    Display* display = connection_->display;
    const unsigned code = XKeysymToKeycode(display, XStringToKeysym(name));
    const double at_ms = now_ms();
    connection_->fake_key(display, code, True, CurrentTime);
    connection_->fake_key(display, code, False, CurrentTime);
    XFlush(display);
    return at_ms;
}

Figures Keys::own_cost_ms(int times) {
    Display* display = XOpenDisplay(nullptr);
    const int screen = DefaultScreen(display);
    const auto extent = [](int px) { return static_cast<unsigned>(px); };
    const Window window =
        XCreateSimpleWindow(display, RootWindow(display, screen), 0, 0, extent(DisplayWidth(display, screen)),
                            extent(DisplayHeight(display, screen)), 0, 0, 0);
    XSelectInput(display, window, KeyPressMask | ExposureMask);
    XMapWindow(display, window);
    XEvent event;
    XWindowEvent(display, window, ExposureMask, &event);
    Figures cost;
    for (int i = 0; i < times; ++i) {
        sleep_ms(20);
        const double pressed_ms = press("Down");
        XWindowEvent(display, window, KeyPressMask, &event);
        cost.add(now_ms() - pressed_ms);
    }
    XDestroyWindow(display, window);
    XCloseDisplay(display);
    return cost;
}

}  // namespace tingdu::bench
