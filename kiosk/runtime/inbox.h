// A folder that somebody else fills, by whatever a hall has for that (Syncthing, rsync, a file share): signed packs in
// it come into the library by themselves. Nothing in it is ever changed, so that whoever fills it may fill it again.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "kiosk/mandarin/lexicon.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/runtime/keyring.h"

namespace tingdu::runtime {

struct InboxOrder {
    std::string inbox;
    std::string library;
    Keyring keys;  ///< whose signature counts
};

/// What has become of a pack, once for each state of its file, or of the inbox itself.
struct InboxNews {
    std::string pack;  ///< the name of its file, or of the inbox
    Result<Imported> came;
};

class Inbox {
  public:
    /// The lexicon must outlive it.
    Inbox(InboxOrder order, const mandarin::Lexicon& lexicon) : order_(std::move(order)), lexicon_(lexicon) {}

    /// Goes through the inbox once, in the order of the packs' names. A pack whose file is still growing, or whose
    /// signature has not arrived, waits; one that has been looked at is not looked at again before it is another; one
    /// that was taken before is no news. A library at work, a full disk or a pulled drive is tried again the next time.
    /// `settled_s`: for so long a file must have been as it is; 0 where whoever asks knows that all is there.
    void look(const std::function<void(const InboxNews&)>& tell, int settled_s, const std::stop_token& stop = {});

  private:
    struct State {
        platform::Stamp pack;
        platform::Stamp signature;
        friend bool operator==(const State&, const State&) = default;
    };
    [[nodiscard]] Result<Imported> take(const std::string& pack, const std::stop_token& stop) const;

    InboxOrder order_;
    const mandarin::Lexicon& lexicon_;
    std::map<std::string, State> looked_at_;
    bool is_out_of_sight_ = false;
};

/// The same again and again, on a thread of its own, which ends with it.
class InboxWatch {
  public:
    /// `tell` is called from that thread.
    InboxWatch(InboxOrder order, const mandarin::Lexicon& lexicon, std::function<void(const InboxNews&)> tell);

  private:
    std::mutex mutex_;
    std::condition_variable_any asked_to_end_;
    std::jthread thread_;
};

}  // namespace tingdu::runtime
