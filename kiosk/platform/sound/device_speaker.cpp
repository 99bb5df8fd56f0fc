#include <algorithm>
#include <thread>
#include <utility>

#include "kiosk/platform/sound/handover_log.h"
#include "kiosk/platform/sound/line.h"
#include "kiosk/platform/sound/mute_speaker.h"
#include "kiosk/platform/sound/sound_thread.h"
#include "kiosk/platform/sound/speaker.h"

namespace tingdu::platform {
namespace {

using namespace std::chrono_literals;

class DeviceSpeaker final : public Speaker {
  public:
    DeviceSpeaker(double offset_ms, std::shared_ptr<const Jack> jack)
        : jack_(std::move(jack)), offset_us_(static_cast<std::int64_t>(offset_ms * 1000)) {}
    DeviceSpeaker(const DeviceSpeaker&) = delete;
    DeviceSpeaker& operator=(const DeviceSpeaker&) = delete;
    ~DeviceSpeaker() override {
        line_->close();
        line_->wait_closed(300ms);  // enough to close a device that answers
    }

    void look_for_device(const SoundWish& wish) {
        prepare_sound_libraries();
        std::thread([line = line_, wish, plug = jack_] { serve_line(line, wish, plug); }).detach();
    }
    void look_for_none() {
        line_->looked.store(true);
        line_->tell_closed();
    }

    std::size_t write(std::span<const std::int16_t> pcm) override {
        if (line_->clock_drives) move_clock(now_us());  // what came before the sound was nothing to be heard
        return ring().write(pcm);
    }
    StreamPosition written() const override { return ring().written(); }
    StreamPosition cut_back(StreamPosition to) override { return ring().cut_back(to); }
    void flush() override {
        ring().flush();
        heard_ = written();
    }
    void route(Outlet outlet) override {
        ring().route(outlet);
        heard_ = written();
        line_->called_us.store(now_us());  // whoever is heard now has half a second to say so
    }
    void hold() override {
        if (line_->clock_drives) move_clock(now_us());
        ring().hold();
    }
    void release() override {
        if (line_->clock_drives) move_clock(now_us());
        ring().release();
    }
    void set_gain(float gain) override { ring().set_gain(gain); }

    Hearing hearing() override {
        const std::int64_t now = now_us();
        const bool taken = line_->device_takes(now);
        const std::int64_t sought_us = std::max(opened_us_, line_->sought_us.load());
        const bool sought = !line_->looked && now - sought_us < 2'500'000;
        if (taken && line_->clock_drives) {
            log_.restart(now, ring().read());
            line_->clock_drives.store(false);
        } else if (!taken && !sought && !line_->clock_drives) {
            line_->clock_drives.store(true);
            clock_us_ = now;
        }
        if (line_->clock_drives) {
            move_clock(now);
        } else {
            follow_device(now);
        }
        return {heard_, taken ? Device::live : sought ? Device::sought : Device::lost, jack_->is_in.load()};
    }

    double latency_ms() const override {
        return line_->clock_drives ? 0 : static_cast<double>(line_->latency_us) / 1000;
    }

  private:
    [[nodiscard]] PcmRing& ring() const { return line_->ring; }

    void follow_device(std::int64_t now) {
        const Handover moved(line_->moved.load());
        log_.add(moved.time_us(now), moved.position(log_.last()));
        const StreamPosition at_ear = log_.position_at(now - line_->latency_us - offset_us_);
        heard_ = std::clamp(at_ear, heard_, std::max(heard_, written()));
    }

    /// In whole samples; the rest stays for the next time.
    void move_clock(std::int64_t now) {
        const std::int64_t samples = (now - clock_us_) * sample_rate_hz / 1'000'000;
        if (ring().held()) {
            clock_us_ = now;
            return;
        }
        clock_us_ += samples * 1'000'000 / sample_rate_hz;
        heard_ = std::min(heard_ + static_cast<StreamPosition>(samples), written());
        ring().drop(heard_);
    }

    const std::shared_ptr<const Jack> jack_;
    const std::shared_ptr<Line> line_ = std::make_shared<Line>();
    const std::int64_t offset_us_;
    const std::int64_t opened_us_ = now_us();
    std::int64_t clock_us_ = 0;
    HandoverLog log_;
    StreamPosition heard_ = 0;
};

}  // namespace

std::unique_ptr<Speaker> open_speaker(const SoundWish& wish, std::shared_ptr<const Jack> jack) {
    auto speaker = std::make_unique<DeviceSpeaker>(wish.offset_ms, std::move(jack));
    speaker->look_for_device(wish);
    return speaker;
}

std::unique_ptr<Speaker> open_mute_speaker() {
    auto speaker = std::make_unique<DeviceSpeaker>(0, std::make_shared<Jack>());
    speaker->look_for_none();
    return speaker;
}

}  // namespace tingdu::platform
