#include "kiosk/runtime/gathering.h"

#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {

using platform::BroughtFolder;

Result<std::vector<platform::Found>> Gathering::survey(const std::function<bool(std::string_view)>& passes_over) {
    if (found_) return *found_;
    return opened()
        .and_then([&](const BroughtFolder* stick) { return stick->survey({}, passes_over); })
        .map([this](std::vector<platform::Found> found) { return found_.emplace(std::move(found)); });
}

Result<Gathering::Bytes> Gathering::read(const std::string& source, std::size_t largest, std::size_t first) {
    if (const auto kept = kept_.find(source); kept != kept_.end()) {
        const auto [at, size, fault] = kept->second;
        if (fault) return fail(*fault, name_in(source));
        if (auto bytes = spool_->get(at, size)) return std::move(*bytes);
    }
    auto bytes = opened().and_then([&](const BroughtFolder* stick) { return stick->read(source, largest, first); });
    if (spool_) keep(source, bytes);
    return bytes;
}

Result<BroughtFolder*> Gathering::opened() {
    if (!open_) {
        // Who shows a stick first has a screen, and ends when it is told to.
        const auto hold = use_ == Use::again ? BroughtFolder::Hold::loose : BroughtFolder::Hold::firm;
        auto open = BroughtFolder::open(folder_, hold);
        if (!open) return tl::unexpected(open.error());
        open_ = std::move(*open);
    }
    return open_.get();
}

void Gathering::keep(const std::string& source, const Result<Bytes>& read) {
    if (!read) {
        if (read.error().fault != Fault::source_gone) kept_[source] = {0, 0, read.error().fault};
        return;
    }
    if (const auto at = spool_->put(*read)) kept_[source] = {*at, read->size(), std::nullopt};
}

}  // namespace tingdu::runtime
