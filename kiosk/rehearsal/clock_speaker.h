// The offline speaker, and headphones that can be plugged in: plays on a virtual clock into recordings, through the
// same ring and the same player as the real one. What it has taken has been heard.
#pragma once

#include "kiosk/platform/sound/pcm_ring.h"
#include "kiosk/platform/sound/player.h"
#include "kiosk/platform/sound/speaker.h"

namespace tingdu::rehearsal {

class ClockSpeaker final : public platform::Speaker {
  public:
    /// Lets time pass until `samples` of it have gone by since the speaker was opened.
    void advance_to(std::size_t samples);
    /// Everything that a visitor has heard since it was opened, silence included: a sample of it for a sample of time.
    /// While the device is lost there is silence on it, though the stream goes on.
    [[nodiscard]] const Pcm& recording() const { return recording_; }
    /// What of it came from either.
    [[nodiscard]] const Pcm& loudspeaker() const { return loudspeaker_; }
    [[nodiscard]] const Pcm& headphones() const { return headphones_; }
    void plug_headphones() { jack_.is_in = true; }
    void pull_headphones() { jack_.is_in = false; }
    void set_device(platform::Device device) { device_ = device; }

    std::size_t write(std::span<const std::int16_t> pcm) override { return ring_.write(pcm); }
    [[nodiscard]] StreamPosition written() const override { return ring_.written(); }
    StreamPosition cut_back(StreamPosition to) override { return ring_.cut_back(to); }
    void flush() override { ring_.flush(); }
    void route(Outlet outlet) override { ring_.route(outlet); }
    void hold() override { ring_.hold(); }
    void release() override { ring_.release(); }
    void set_gain(float gain) override { ring_.set_gain(gain); }
    [[nodiscard]] platform::Hearing hearing() override;
    [[nodiscard]] double latency_ms() const override { return 0; }

  private:
    platform::PcmRing ring_;
    platform::Jack jack_;
    platform::Player loudspeaker_player_{ring_, jack_, platform::Serves::loudspeaker};
    platform::Player headphones_player_{ring_, jack_, platform::Serves::headphones};
    platform::Device device_ = platform::Device::live;
    Pcm loudspeaker_;
    Pcm headphones_;
    Pcm recording_;
};

}  // namespace tingdu::rehearsal
