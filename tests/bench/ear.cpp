// Loaded before PortAudio into the program that is measured: notes when each buffer is handed to the device. The
// program itself knows nothing of it.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <span>

#include <dlfcn.h>
#include <fcntl.h>
#include <portaudio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/bench/handed.h"

namespace {

using tingdu::bench::HandedLog;

HandedLog* open_log() {
    const char* path = std::getenv(tingdu::bench::handed_log_variable);
    const int file = path != nullptr ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return nullptr;
    void* memory = mmap(nullptr, sizeof(HandedLog), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<HandedLog*>(memory);
}

struct Listening {
    PaStreamCallback* callback;
    void* user;
    HandedLog* log;
};

int listen(const void* in, void* out, unsigned long frames, const PaStreamCallbackTimeInfo* time,
           PaStreamCallbackFlags flags, void* user) {
    using namespace std::chrono;
    const auto& listening = *static_cast<const Listening*>(user);
    const int result = listening.callback(in, out, frames, time, flags, listening.user);
    const std::span pcm(static_cast<const std::int16_t*>(out), frames);
    const bool is_audible = std::ranges::any_of(pcm, [](std::int16_t sample) { return std::abs(sample) > 32; });
    const auto at_us = duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
    HandedLog& log = *listening.log;
    const std::uint32_t number = log.count.load();
    log.buffers[number % HandedLog::capacity] = {at_us, static_cast<std::int32_t>(frames), is_audible ? 1 : 0};
    log.count.store(number + 1);
    return result;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): PortAudio's name
extern "C" PaError Pa_OpenStream(PaStream** stream, const PaStreamParameters* in, const PaStreamParameters* out,
                                 double rate_hz, unsigned long frames, PaStreamFlags flags, PaStreamCallback* callback,
                                 void* user) {
    static HandedLog* const log = open_log();
    static const auto real = reinterpret_cast<decltype(&Pa_OpenStream)>(dlsym(RTLD_NEXT, "Pa_OpenStream"));
    if (log == nullptr) return real(stream, in, out, rate_hz, frames, flags, callback, user);
    // A stream that hangs may call for ever, so what it calls is never freed.
    auto* listening = new Listening{callback, user, log};
    return real(stream, in, out, rate_hz, frames, flags, listen, listening);
}
