#include "kiosk/platform/sound/sound_thread.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <dlfcn.h>
#include <pa_linux_alsa.h>
#include <portaudio.h>

#include "kiosk/platform/sound/candidates.h"
#include "kiosk/platform/sound/latency_meter.h"
#include "kiosk/platform/sound/lookout.h"
#include "kiosk/platform/sound/player.h"
#include "kiosk/platform/sound/screen_socket.h"

namespace tingdu::platform {
namespace {

using namespace std::chrono_literals;

void ignore_alsa(const char*, int, const char*, int, const char*, ...) {}
void ignore_jack(const char*) {}

std::vector<Output> outputs() {
    std::vector<Output> all;
    for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i)
        if (const PaDeviceInfo* device = Pa_GetDeviceInfo(i); device->maxOutputChannels > 0)
            all.push_back({i, device->name, !has_loudspeakers(device->name).value_or(true)});
    return all;
}

/// One device that is open.
class Stream {
  public:
    Stream(Line& line, const Jack& jack, Serves serves) : line_(line), player_(line.ring, jack, serves) {}
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() {
        if (stream_ == nullptr) return;
        Pa_AbortStream(stream_);  // Pa_StopStream would play out what a server still holds, for up to 2 s
        Pa_CloseStream(stream_);
    }

    /// The first that works.
    void open(std::string_view wished, double latency_ms) {
        const std::vector<Output> all = outputs();
        for (const PaDeviceIndex device : candidates(all, Pa_GetDefaultOutputDevice(), wished)) {
            try_to_open(device, latency_ms);
            if (!has_started()) continue;
            const auto is_it = [&](const Output& output) { return output.number == device; };
            const auto opened = std::ranges::find_if(all, is_it);
            if (wished.empty() && opened != all.end() && opened->is_mute)
                for (const Output& output : all)
                    if (output.is_mute) mute_.push_back(output.name);
            return;
        }
    }

    /// It plays into the socket of a screen that had no loudspeaker, for want of a better one, and now there is one.
    [[nodiscard]] bool is_for_want_of_better() const { return !mute_.empty(); }
    [[nodiscard]] bool plays_for_nobody() const {
        return std::ranges::any_of(mute_, [](const auto& name) { return has_loudspeakers(name).value_or(false); });
    }

    [[nodiscard]] bool has_started() const { return started_us_ != 0; }
    /// Once false, not to be asked again: a stream that has died is never started again, that can hang.
    [[nodiscard]] bool alive() const {
        const std::int64_t now = now_us();
        // Behind PulseAudio a new stream takes its first samples and may then stand still for two seconds.
        const bool still_new = !proved_ && now - started_us_ < 2'500'000;
        return has_started() && !finished_ && (still_new || (proved_ && now - called_us_ < Line::longest_silence_us));
    }

  private:
    void try_to_open(PaDeviceIndex device, double latency_ms) {
        const PaStreamParameters parameters{device, 1, paInt16, latency_ms / 1000, nullptr};
        // Portions are left to PortAudio, which asks for about 3 ms at a time. Halves of the latency would spare the
        // two threads behind PulseAudio a third of their waking, and bring each sound to the ear 2 ms later, or 6 if
        // rounded. Primed by the callback, a device is seen to fill up, which is how its latency is measured.
        if (Pa_OpenStream(&stream_, nullptr, &parameters, sample_rate_hz, paFramesPerBufferUnspecified,
                          paPrimeOutputBuffersUsingStreamCallback, on_device_asks, this) != paNoError) {
            stream_ = nullptr;
            return;
        }
        // Before whatever else the machine does, where ALSA it is and the system lets us; elsewhere nothing happens.
        PaAlsa_EnableRealtimeScheduling(stream_, 1);
        if (Pa_SetStreamFinishedCallback(stream_, on_finished) == paNoError && Pa_StartStream(stream_) == paNoError) {
            started_us_ = now_us();
            return;
        }
        Pa_CloseStream(stream_);
        stream_ = nullptr;
        finished_.store(false);
    }

    static int on_device_asks(const void*, void* out, unsigned long frames, const PaStreamCallbackTimeInfo*,
                              PaStreamCallbackFlags, void* stream) {
        static_cast<Stream*>(stream)->play({static_cast<std::int16_t*>(out), frames});
        return paContinue;
    }

    static void on_finished(void* stream) {
        static_cast<Stream*>(stream)->finished_.store(true);
        static_cast<Stream*>(stream)->line_.running.store(false);
    }

    void play(std::span<std::int16_t> out) {
        const std::int64_t now = now_us();
        if (line_.clock_drives.load()) {
            std::ranges::fill(out, std::int16_t{0});
        } else {
            player_.play(out);
        }
        meter_.handed(out.size(), now);
        called_us_.store(now);
        if (player_.is_in_charge()) tell(now);
        // What it took to fill itself proves nothing; that it came back for more does.
        if (first_call_us_ == 0) first_call_us_ = now;
        if (!proved_ && now - first_call_us_ > 15'000) {
            proved_.store(true);
            line_.running.store(true);
            line_.looked.store(true);
        }
    }

    /// Only the device that is heard speaks for the line.
    void tell(std::int64_t now) {
        line_.latency_us.store(meter_.latency_us());
        if (const StreamPosition position = line_.ring.read(); position != position_) {
            position_ = position;
            line_.moved.store(Handover::pack(position, now));
        }
        line_.called_us.store(now);
    }

    Line& line_;
    Player player_;
    LatencyMeter meter_;
    StreamPosition position_ = 0;
    std::int64_t first_call_us_ = 0;
    std::atomic<std::int64_t> called_us_ = 0;
    std::atomic<bool> proved_ = false;
    std::atomic<bool> finished_ = false;

    PaStream* stream_ = nullptr;
    std::int64_t started_us_ = 0;    // 0: it could not be
    std::vector<std::string> mute_;  // where it is one of them itself: the sockets that led to no loudspeaker
};

/// PortAudio from Pa_Initialize, without which it would not see a device that has come, to Pa_Terminate. Loudspeaker
/// and headphones stay open beside one another: to plug in or out opens nothing, and what one has been handed is never
/// the other's.
class Opening {
  public:
    Opening(Line& line, const SoundWish& wish, const Jack& jack)
        : line_(line),
          first_(line, jack, wish.headphones.empty() ? Serves::both : Serves::loudspeaker),
          second_(line, jack, Serves::headphones),
          wants_second_(!wish.headphones.empty()) {
        initialised_ = Pa_Initialize() == paNoError;
        if (!initialised_) return;
        line_.latency_us.store(0);
        first_.open(wish.device, wish.latency_ms);
        if (!wish.headphones.empty()) second_.open(wish.headphones, wish.latency_ms);
    }
    Opening(const Opening&) = delete;
    Opening& operator=(const Opening&) = delete;
    ~Opening() { line_.running.store(false); }

    /// Once false, not to be asked again. Without headphones that can be opened the loudspeaker goes on alone.
    [[nodiscard]] bool alive() const { return first_.alive() && (!second_.has_started() || second_.alive()); }

    /// Headphones are wished for and could not be opened, or what is open plays for nobody where somebody could hear
    /// it.
    [[nodiscard]] bool lacks_something() const { return lacks_headphones() || first_.plays_for_nobody(); }
    /// Worth asking; costs nothing.
    [[nodiscard]] bool may_lack_something() const { return lacks_headphones() || first_.is_for_want_of_better(); }

  private:
    /// Streams must be closed before.
    struct Termination {
        bool& initialised;
        ~Termination() {
            if (initialised) Pa_Terminate();
        }
    };

    [[nodiscard]] bool lacks_headphones() const { return wants_second_ && !second_.has_started(); }

    bool initialised_ = false;
    Termination termination_{initialised_};
    Line& line_;
    Stream first_;
    Stream second_;
    bool wants_second_ = false;
};

/// PortAudio's state is global and may be held by a thread that hangs in it; never destroyed for that reason.
std::mutex& portaudio() {
    static auto& one = *new std::mutex;
    return one;
}

}  // namespace

/// ALSA and JACK, which PortAudio asks for devices, tell stderr at length about each that is not there, even when all
/// goes well. They are found by name, since only PortAudio is linked to them.
void prepare_sound_libraries() {
    using AlsaHandler = void (*)(const char*, int, const char*, int, const char*, ...);
    using JackHandler = void (*)(const char*);
    using SetAlsa = int (*)(AlsaHandler);
    using SetJack = void (*)(JackHandler);
    if (const auto set = reinterpret_cast<SetAlsa>(dlsym(RTLD_DEFAULT, "snd_lib_error_set_handler"))) set(ignore_alsa);
    for (const char* name : {"jack_set_error_function", "jack_set_info_function"})
        if (const auto set = reinterpret_cast<SetJack>(dlsym(RTLD_DEFAULT, name))) set(ignore_jack);
    // A card taken by its name is asked for our rate as it is, which few cards play; ALSA can convert. Whoever knows
    // better has set it.
    setenv("PA_ALSA_PLUGHW", "1", 0);
    // One of ALSA's plugins is loaded and unloaded with each look for devices, and libpixman far below it forgets 12 kB
    // each time (Debian 12). Kept loaded, it does so once.
    dlopen("libpixman-1.so.0", RTLD_LAZY | RTLD_NODELETE);
}

SoundDevices look_for_sound_devices() {
    prepare_sound_libraries();
    SoundDevices devices;
    const std::unique_lock turn(portaudio());
    if (Pa_Initialize() != paNoError) return devices;
    devices.has_usual = Pa_GetDefaultOutputDevice() != paNoDevice;
    for (Output& output : outputs()) devices.all.push_back(std::move(output.name));
    Pa_Terminate();
    return devices;
}

void serve_line(const std::shared_ptr<Line>& line, const SoundWish& wish, const std::shared_ptr<const Jack>& jack) {
    Lookout lookout;
    // Whoever looks for what is missing interrupts what there is: seldom, and when it has nothing to say.
    Lookout for_better(60s);
    (void)for_better.worth_looking(Lookout::Clock::now());
    for (auto pause = 0ms; !line->wait_closing(pause); pause = 200ms) {
        const std::unique_lock turn(portaudio(), std::try_to_lock);
        if (!turn.owns_lock() || !lookout.worth_looking(Lookout::Clock::now())) continue;
        open_mixers(wish.mixer);
        Opening opening(*line, wish, *jack);
        bool seeks = false;
        while (!seeks && opening.alive() && !line->wait_closing(50ms)) {
            const auto now = Lookout::Clock::now();
            lookout.lost(now);
            seeks = opening.may_lack_something() && line->is_quiet(now_us()) && for_better.worth_looking(now) &&
                    opening.lacks_something();
        }
        line->sought_us.store(now_us());
        line->looked.store(!seeks);
    }
    line->tell_closed();
}

std::string sound_version() {
    const PaVersionInfo* version = Pa_GetVersionInfo();
    return "PortAudio " + std::to_string(version->versionMajor) + "." + std::to_string(version->versionMinor);
}

}  // namespace tingdu::platform
