#include "kiosk/shell/kept.h"

#include <cstddef>
#include <utility>

#include "kiosk/app/health.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/shell/health.h"
#include "kiosk/shell/house_file.h"
#include "kiosk/shell/root.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

/// What there is of a file, at most so much; what is wrong with it is told, and nothing is not wrong.
std::string kept_in(const std::string& path, std::size_t largest) {
    if (!platform::stamp_of(path)) return {};
    const auto bytes = platform::read_file(path, largest);
    if (bytes) return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
    tell_error(bytes.error());
    return {};
}

Bindings learned_keys(const std::string& path) {
    auto read = read_keys(kept_in(path, std::size_t{1} << 20U), name_in(path));
    for (const Error& error : read.errors) tell_error(error);
    return read.bindings;
}

app::House house_in(const std::string& path) {
    auto read = read_house(kept_in(path, std::size_t{16} << 20U), name_in(path));
    for (const Error& error : read.errors) tell_error(error);
    return read.house;
}

}  // namespace

Keys::Keys(const Config& config, platform::Display& display, runtime::Desk& desk)
    : configured_(config.bindings),
      path_(config.learned.value_or(state_file("keys.toml"))),
      display_(display),
      desk_(desk) {}

void Keys::tell(runtime::Kiosk& kiosk) {
    kiosk.keys_are(configured_, learned_keys(path_));
    known_ = kiosk.state().keypad.learned;
    bind();
}

void Keys::learn_from(const app::State& state) {
    if (state.keypad.learned == known_) return;
    known_ = state.keypad.learned;
    bind();
    desk_.order(runtime::KeepKeys{path_, written_keys(*known_)});
}

void Keys::bind() {
    Bindings all = configured_;
    all.insert(all.end(), known_->begin(), known_->end());
    display_.bind(std::move(all));
}

Settled::Settled(const Config& config, runtime::Desk& desk)
    : path_(config.settled.value_or(state_file("settled.toml"))), desk_(desk) {}

void Settled::tell(runtime::Kiosk& kiosk) {
    kiosk.house_is(house_in(path_));
    known_ = kiosk.state().house;
}

void Settled::keep(const app::State& state) {
    if (state.house == known_) return;
    known_ = state.house;
    if (!path_.empty()) desk_.order(runtime::KeepHouse{path_, written_house(*known_)});
}

Checkups::Checkups(std::string metrics, runtime::Desk& desk) : metrics_(std::move(metrics)), desk_(desk) {
    const std::string folder = platform::folder_of(metrics_);
    if (!metrics_.empty() && !platform::may_write(folder)) tell_error({Fault::unwritable, folder, {}});
}

void Checkups::tell_of(const app::State& state, const app::Usage& usage) {
    const bool is_used_otherwise = !metrics_.empty() && usage.revision() != counted_;
    if (state.staff.health == known_ && !is_used_otherwise) return;
    counted_ = usage.revision();
    const bool is_new = state.staff.health != known_;
    known_ = state.staff.health;
    std::size_t articles = 0;
    if (state.catalogue)
        for (const library::Subject& subject : state.catalogue->subjects) articles += subject.entries.size();
    if (is_new)
        for (const app::Condition& condition : app::conditions(state))
            if (condition.state == app::Condition::State::ill) tell(to_utf8(condition.told));
    if (!metrics_.empty())
        desk_.order(
            runtime::KeepMetrics{metrics_, metrics_of(known_ ? *known_ : app::Health(), articles, app::sum_of(usage))});
}

}  // namespace tingdu::shell
