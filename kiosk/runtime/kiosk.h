// The kiosk at work: it turns what happens into messages, asks the mind, and performs what the mind wants.
// Which doors are open behind it, real ones or those of a rehearsal, it does not know.
//
// Threads: main (this class, the state, all pure code) · synthesis (owns eSpeak NG), desk (files), pictures, sticks,
// checkups: a Worker each · sound (opens and watches the device; inside the speaker's door) · the device's callback
// (reads the ring, writes one atomic). They share mailboxes, the ring and its atomics, and nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/update.h"
#include "kiosk/app/usage.h"
#include "kiosk/platform/media/media.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/platform/store/watch.h"
#include "kiosk/runtime/checkup.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/pictures.h"
#include "kiosk/runtime/receiving.h"
#include "kiosk/runtime/voice.h"
#include "kiosk/scene/scene.h"

namespace tingdu::runtime {

class Kiosk {
  public:
    /// The doors must outlive the kiosk; its first language is the first of `languages`. The catalogue of `content` is
    /// fetched at once, and again when a library has another edition; with `open`, that file is read first of all.
    Kiosk(platform::Speaker& speaker, Workshop& workshop, Desk& desk, PictureMaker& pictures,
          std::shared_ptr<const wording::Languages> languages, const Content& content,
          const std::optional<std::string>& open);

    /// What a hand did, on the scene that stood there when it did.
    void on(const InputEvent& event, const scene::Scene& seen);
    /// What the scene that now stands there would be better for having; to be told after every turn.
    void provide(const scene::Scene& shown);
    /// What day it is by the machine's clock; to be told before the first turn, and whenever a new one begins.
    void day_is(const Date& today);
    /// And what time, in minutes since midnight: whenever another one begins.
    void time_is(int minute_of_day);
    /// Somebody has set the machine's clock: what staff have put right by hand is put right.
    void clock_was_set();
    /// What the operator has settled for the hall.
    void rules_are(app::HouseRules rules);
    /// What keys have been bound to, so that the wizard knows.
    void keys_are(Bindings configured, Bindings learned);
    /// From now on sticks are seen, and `receiver` sees to them; null where articles cannot be taken. Both must outlive
    /// the kiosk.
    void watch_sticks(platform::Media& media, Receiver* receiver);
    /// Who says how the kiosk is, and must outlive it; until this is told nobody does.
    void ask_of_health(Checkup& checkup);
    /// Where articles have been left unfinished is kept in this file, and fetched from it at once; until this is told
    /// it is gone when the kiosk is.
    void keep_bookmarks_in(std::string path);
    /// Where a visit stands is kept in this file while it lasts; one that is found there broke off, and is gone on
    /// with.
    void keep_standing_in(std::string path);
    /// The staff's PIN is kept in this file; until this is told there are no staff.
    void keep_pin_in(std::string path);
    /// How articles are used is kept in this file, and was in earlier days.
    void keep_usage_in(std::string path);
    /// What staff have settled in earlier days.
    void house_is(app::House house);
    /// Says goodbye and keeps what is to be kept; what is being said then `is_busy` tells.
    void close();
    /// From what the numbers of bookmarks are drawn; without it they are the same each time.
    void luck_is(std::uint64_t luck);
    /// A keyboard or a touch screen is there that cannot be listened to.
    void hand_is_shut(std::string name);
    /// Begins with the wizard that learns a keypad.
    void learn_keys();
    /// One turn: takes in what the workers have done and what the ear has met, and lets time pass. `now_ms` never
    /// falls. Returns what the ear has met.
    std::vector<Heard> turn(std::int64_t now_ms);

    [[nodiscard]] const app::State& state() const { return state_; }
    [[nodiscard]] const app::Usage& usage() const { return usage_; }
    /// Has ready what the next key would have said on `seen`, as far as there is time to spare.
    void look_ahead(const scene::Scene& seen);
    /// Something is being said, waits to be said, or is being fetched in order to be read.
    [[nodiscard]] bool is_busy() const;
    /// As Voice's.
    [[nodiscard]] std::optional<int> meets_next_in_ms() const { return voice_.meets_next_in_ms(); }

  private:
    void hold(const InputEvent& event);
    void held_long(Key key);
    void keep_standing();
    void keep_usage();
    void look_at_the_clock();
    [[nodiscard]] bool may_resume() const;
    void take(const app::Message& message);
    void perform(const app::Effects& effects, const std::vector<app::Prompt>& prompts);

    app::State state_;
    std::int64_t stirred_ms_ = 0;  ///< when a hand or the voice stirred last
    bool was_reminded_ = false;
    std::optional<Date> day_;  ///< both by the machine's clock
    std::optional<int> minute_of_day_;
    std::int64_t said_ms_ = 0;  ///< when the voice said something last
    /// A key that means more when it is held, while it is down: home, and where one is.
    struct HeldKey {
        Key meaning{};
        PhysicalKey key;
        std::int64_t since_ms{};
    };
    std::optional<HeldKey> held_key_;
    std::string bookmarks_path_;  ///< empty: nowhere
    std::string standing_path_;   ///< the same
    std::string pin_path_;        ///< the same
    std::string usage_path_;      ///< the same
    app::Usage usage_;
    std::uint64_t usage_kept_ = 0;           ///< its revision when it was kept last
    std::int64_t usage_kept_ms_ = 0;         ///< and when that was
    std::optional<app::Standing> standing_;  ///< as it was kept last
    std::int64_t sure_from_ms_ = 0;          ///< not kept before: what broke off must not do so again and again
    std::optional<platform::LibraryWatch> watch_;
    Voice voice_;
    Desk& desk_;
    PictureMaker& pictures_;
    platform::Media* media_ = nullptr;
    Receiver* receiver_ = nullptr;
    Checkup* checkup_ = nullptr;
    bool picture_is_being_made_ = false;  ///< one at a time: what is wanted by then may be another
};

}  // namespace tingdu::runtime
