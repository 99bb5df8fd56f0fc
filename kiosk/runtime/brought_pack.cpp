#include "kiosk/runtime/brought_pack.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/brought.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {
namespace {

/// One that was hidden by whoever's system is none.
bool is_pack(std::string_view name) {
    return name.ends_with(pack_ending) && !name.starts_with('.');
}

Result<void> bring(const platform::BroughtFolder& stick, const std::string& name, std::size_t largest,
                   const std::string& folder) {
    const auto bytes = stick.read(name, largest, largest);
    if (!bytes) return tl::unexpected(bytes.error());
    return platform::write_file(folder + "/" + name, {reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

}  // namespace

Result<std::optional<OpenedPack>> brought_pack(const std::string& stick, const platform::Keys& keys,
                                               const std::string& away) {
    const auto open = platform::BroughtFolder::open(stick, platform::BroughtFolder::Hold::loose);
    if (!open) return tl::unexpected(open.error());
    const auto found = (*open)->survey({.folders = 1}, [](std::string_view name) { return !is_pack(name); });
    if (!found) return tl::unexpected(found.error());
    std::vector<std::string> packs;
    for (const platform::Found& one : *found)
        if (one.kind == platform::Found::Kind::file && is_pack(one.path) && one.path.find('/') == std::string::npos)
            packs.push_back(one.path);
    if (packs.empty()) return std::nullopt;
    if (packs.size() > 1) return fail(Fault::several_packs, name_in(stick));
    const auto here = platform::FolderForAWhile::in(away);
    if (!here) return tl::unexpected(here.error());
    const std::string& name = packs.front();
    if (const auto pack = bring(**open, name, largest_brought_pack, (*here)->path()); !pack)
        return tl::unexpected(pack.error());
    const auto signature = bring(**open, name + std::string(signature_ending), largest_signature, (*here)->path());
    if (!signature && signature.error().fault != Fault::missing) return tl::unexpected(signature.error());
    return open_pack((*here)->path() + "/" + name, &keys, away).map([](OpenedPack opened) {
        return std::optional(std::move(opened));
    });
}

}  // namespace tingdu::runtime
