// The door to the ears: one stream that stays open on silence, and the clock that the whole kiosk lights words by.
// It knows samples and positions only; what they say is nobody's business here.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/outlet.h"
#include "kiosk/base/pcm.h"
#include "kiosk/platform/sound/jack.h"
#include "kiosk/platform/sound/mixer.h"

namespace tingdu::platform {

enum class Device {
    sought,  ///< not known yet, for the first second or two after opening; samples wait
    live,    ///< a device takes the samples
    lost,    ///< none does; they are counted as heard by the clock, and a device is looked for
};

struct Hearing {
    StreamPosition
        heard{};  ///< what has left the loudspeaker, as far as can be known; never falls, never exceeds written()
    Device device{};
    bool headphones_are_in = false;
};

/// Called from one thread, never blocks, whatever the device does.
class Speaker {
  public:
    virtual ~Speaker() = default;

    /// Appends samples to the stream; takes as many as there is room for (some seconds) and returns how many.
    virtual std::size_t write(std::span<const std::int16_t> pcm) = 0;
    /// Where the stream ends: everything ever written, less what was cut back.
    [[nodiscard]] virtual StreamPosition written() const = 0;
    /// Takes back samples beyond `to` that are not yet on their way to the device. Returns where the stream ends now:
    /// `to`, or later if `to` could no longer be reached.
    virtual StreamPosition cut_back(StreamPosition to) = 0;
    /// Drops all that is written and not yet handed to the device, fading out over a few milliseconds. What was
    /// dropped counts as heard at once.
    virtual void flush() = 0;
    /// Stops taking samples, fading out, and goes on from the exact sample, fading in.
    virtual void hold() = 0;
    virtual void release() = 0;
    /// What is written from now on comes out there and nowhere else; what was written before is dropped. With `nowhere`
    /// samples wait.
    virtual void route(Outlet outlet) = 0;
    /// Linear gain, 0 to 4; reached over about 20 ms. Peaks that would go beyond full scale are held below it.
    virtual void set_gain(float gain) = 0;
    /// Moves the clock on and says where the ear is. To be called at least every 100 ms while there is sound.
    [[nodiscard]] virtual Hearing hearing() = 0;
    /// What the device is measured to hold back between a sample handed to it and heard; 0 without one.
    [[nodiscard]] virtual double latency_ms() const = 0;
};

struct SoundWish {
    std::string device;  ///< part of a device's name; empty: the first that works, the system's usual one before others
    std::string headphones;  ///< the same for the headphones; empty: they share the device, and its socket switches
    double latency_ms = 7;   ///< asked of the device
    MixerWish mixer{};
    double offset_ms = 0;  ///< added to the measured delay between a sample handed over and heard
};

/// By name, what there is to play on just now, sound servers too; devices that another program has for itself are
/// left out, and `sound_cards` knows them. Blocks for some tens of milliseconds.
struct SoundDevices {
    std::vector<std::string> all;
    bool has_usual{};  ///< one that is taken where no name is wished for
};
[[nodiscard]] SoundDevices look_for_sound_devices();
/// What plays, by its name and version.
[[nodiscard]] std::string sound_version();

/// Returns at once; the device is opened, watched and looked for again on a thread that nobody waits for.
/// Nothing goes to headphones while the jack says that there are none.
[[nodiscard]] std::unique_ptr<Speaker> open_speaker(const SoundWish& wish,
                                                    std::shared_ptr<const Jack> jack = std::make_shared<Jack>());

}  // namespace tingdu::platform
