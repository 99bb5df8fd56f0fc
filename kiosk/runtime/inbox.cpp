#include "kiosk/runtime/inbox.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "kiosk/base/file_name.h"
#include "kiosk/runtime/brought_pack.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/packs.h"

namespace tingdu::runtime {
namespace {

using namespace std::chrono_literals;

/// How often it is looked into.
constexpr auto between_looks = 10s;
/// Whoever fills it writes for longer than that only where it has stopped.
constexpr int settled_after_s = 10;

/// It may be otherwise the next time, though the file is the same.
bool passes(Fault fault) {
    return fault == Fault::library_busy || fault == Fault::no_space || fault == Fault::source_gone ||
           fault == Fault::unreadable || fault == Fault::changing || fault == Fault::given_up ||
           fault == Fault::unwritable;
}

bool has_settled(const platform::Stamp& stamp, int settled_s) {
    using namespace std::chrono;
    const auto now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    constexpr std::int64_t ns_per_s = 1'000'000'000;
    // A file from the future is as it is: clocks are put back, too.
    return stamp.changed_ns > now || now - stamp.changed_ns >= settled_s * ns_per_s;
}

}  // namespace

void Inbox::look(const std::function<void(const InboxNews&)>& tell, int settled_s, const std::stop_token& stop) {
    const auto files = platform::list_files(order_.inbox);
    if (!files && !is_out_of_sight_) tell({name_in(order_.inbox), fail(files.error().fault, order_.inbox)});
    is_out_of_sight_ = !files;
    if (!files) return;
    for (const std::string& path : *files) {
        if (stop.stop_requested()) return;
        // What a tool is still writing it hides, or names otherwise.
        const bool is_pack = path.ends_with(pack_ending) && name_in(path).front() != '.';
        if (!is_pack) continue;
        const std::string whole = order_.inbox + "/" + path;
        const auto pack = platform::stamp_of(whole);
        const auto signature = platform::stamp_of(whole + std::string(signature_ending));
        if (!pack || !signature || !has_settled(*pack, settled_s) || !has_settled(*signature, settled_s)) continue;
        const auto known = looked_at_.find(path);
        if (known != looked_at_.end() && known->second == State{*pack, *signature}) continue;
        auto came = take(whole, stop);
        if (!came && came.error().fault == Fault::given_up) return;
        if (came || !passes(came.error().fault)) looked_at_.insert_or_assign(path, State{*pack, *signature});
        const bool is_news = came || came.error().fault != Fault::older_pack;
        if (is_news) tell({name_in(path), std::move(came)});
    }
}

Result<Imported> Inbox::take(const std::string& pack, const std::stop_token& stop) const {
    const auto keys = keys_on(order_.keys);
    if (!keys) return tl::unexpected(keys.error());
    const auto opened = open_pack(pack, &*keys, platform::folder_of(order_.library));
    if (!opened) return tl::unexpected(opened.error());
    Gathering files(opened->folder, Gathering::Use::once);
    ImportWatch watch;
    watch.stop = stop;
    return import_articles({.from = files,
                            .library = order_.library,
                            .way = library::Way::add,
                            .read_as = as_read_by(lexicon_),
                            .origin = opened->origin},
                           lexicon_, watch);
}

InboxWatch::InboxWatch(InboxOrder order, const mandarin::Lexicon& lexicon, std::function<void(const InboxNews&)> tell)
    : thread_([this, inbox = Inbox(std::move(order), lexicon),
               tell = std::move(tell)](const std::stop_token& stop) mutable {
          while (!stop.stop_requested()) {
              inbox.look(tell, settled_after_s, stop);
              std::unique_lock lock(mutex_);
              asked_to_end_.wait_for(lock, stop, between_looks, [] { return false; });
          }
      }) {}

}  // namespace tingdu::runtime
