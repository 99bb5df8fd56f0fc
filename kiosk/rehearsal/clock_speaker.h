// The offline speaker: plays on a virtual clock into a recording, through the same ring and the same player as the real
// one. What it has taken has been heard.
#pragma once

#include "kiosk/platform/sound/pcm_ring.h"
#include "kiosk/platform/sound/player.h"
#include "kiosk/platform/sound/speaker.h"

namespace tingdu::rehearsal {

class ClockSpeaker final : public platform::Speaker {
  public:
    /// Lets time pass until `samples` of it have gone by since the speaker was opened.
    void advance_to(std::size_t samples);
    /// Everything since it was opened, silence included: a sample of it for a sample of time. While the device is lost
    /// there is silence on it, though the stream goes on.
    [[nodiscard]] const Pcm& recording() const { return recording_; }
    void set_device(platform::Device device) { device_ = device; }

    std::size_t write(std::span<const std::int16_t> pcm) override { return ring_.write(pcm); }
    [[nodiscard]] StreamPosition written() const override { return ring_.written(); }
    StreamPosition cut_back(StreamPosition to) override { return ring_.cut_back(to); }
    void flush() override { ring_.flush(); }
    void hold() override { ring_.hold(); }
    void release() override { ring_.release(); }
    void set_gain(float gain) override { ring_.set_gain(gain); }
    [[nodiscard]] platform::Hearing hearing() override;
    [[nodiscard]] double latency_ms() const override { return 0; }

  private:
    platform::PcmRing ring_;
    platform::Player player_{ring_};
    platform::Device device_ = platform::Device::live;
    Pcm recording_;
};

}  // namespace tingdu::rehearsal
