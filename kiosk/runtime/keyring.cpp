#include "kiosk/runtime/keyring.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "kiosk/platform/files/brought.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {
namespace {

using platform::Keys;
using platform::PublicKey;

constexpr std::string_view ending = ".pub";

Result<Keys> keys_at(const std::string& path) {
    if (path.empty()) return Keys{};
    auto keys = platform::read_keys(path);
    if (!keys && keys.error().fault == Fault::missing) return Keys{};
    return keys;
}

/// Both sides apart.
struct Sides {
    Keys configured;
    Keys staff;
};

Result<Sides> sides_of(const Keyring& ring) {
    auto configured = keys_at(ring.configured);
    if (!configured) return tl::unexpected(configured.error());
    auto staff = keys_at(ring.staff);
    if (!staff) return tl::unexpected(staff.error());
    return Sides{std::move(*configured), std::move(*staff)};
}

const PublicKey* find(const std::vector<PublicKey>& keys, const std::string& id) {
    const auto found = std::ranges::find(keys, id, platform::id_of);
    return found == keys.end() ? nullptr : &*found;
}

/// In the root of a stick.
Result<std::vector<PublicKey>> keys_brought(const std::string& stick) {
    const auto open = platform::BroughtFolder::open(stick, platform::BroughtFolder::Hold::loose);
    if (!open) return tl::unexpected(open.error());
    const auto found = (*open)->survey(
        {.folders = 1}, [](std::string_view name) { return !name.ends_with(ending) || name.starts_with('.'); });
    if (!found) return tl::unexpected(found.error());
    std::vector<PublicKey> keys;
    for (const platform::Found& one : *found) {
        if (one.kind != platform::Found::Kind::file || one.path.find('/') != std::string::npos) continue;
        const auto bytes = (*open)->read(one.path, platform::largest_key_file, platform::largest_key_file);
        if (!bytes) continue;
        if (auto key = platform::public_key_in(*bytes, one.path)) keys.push_back(std::move(*key));
    }
    std::ranges::sort(keys, {}, &PublicKey::name);
    return keys;
}

/// Two makers may have given one name to their keys.
std::string file_of(const PublicKey& key) {
    return key.name + "-" + platform::id_of(key) + std::string(ending);
}

Result<void> put(const std::string& folder, const PublicKey& key) {
    return platform::make_folder(folder).and_then(
        [&] { return platform::replace_file(folder + "/" + file_of(key), platform::written(key)); });
}

/// Whatever its file is called.
void take_away(const std::string& folder, const std::string& id) {
    const auto files = platform::list_files(folder);
    if (!files) return;
    for (const std::string& file : *files) {
        const auto bytes = platform::read_file(folder + "/" + file, platform::largest_key_file);
        const auto key = bytes ? platform::public_key_in(*bytes, file) : tl::unexpected(bytes.error());
        if (key && platform::id_of(*key) == id && file.find('/') == std::string::npos)
            platform::remove_file(folder + "/" + file);
    }
}

}  // namespace

Result<Keys> keys_on(const Keyring& ring) {
    return sides_of(ring).map([](Sides sides) {
        Keys all = std::move(sides.configured);
        std::ranges::move(sides.staff.trusted, std::back_inserter(all.trusted));
        std::ranges::move(sides.staff.revoked, std::back_inserter(all.revoked));
        return all;
    });
}

Result<std::vector<app::TrustedKey>> keys_to_show(const Keyring& ring, const std::optional<std::string>& stick) {
    using Is = app::TrustedKey::Is;
    const auto sides = sides_of(ring);
    if (!sides) return tl::unexpected(sides.error());
    std::vector<app::TrustedKey> all;
    const auto show = [&](const PublicKey& key, Is is, bool is_fixed) {
        const std::string id = platform::id_of(key);
        if (std::ranges::find(all, id, &app::TrustedKey::id) == all.end()) all.push_back({key.name, id, is, is_fixed});
    };
    for (const PublicKey& key : sides->configured.revoked) show(key, Is::revoked, true);
    for (const PublicKey& key : sides->staff.revoked) show(key, Is::revoked, false);
    for (const PublicKey& key : sides->configured.trusted) show(key, Is::believed, false);
    for (const PublicKey& key : sides->staff.trusted) show(key, Is::believed, false);
    std::ranges::stable_sort(all, {}, &app::TrustedKey::is);
    if (!stick) return all;
    const auto brought = keys_brought(*stick);
    if (!brought) return tl::unexpected(brought.error());
    for (const PublicKey& key : *brought) show(key, Is::offered, false);
    return all;
}

Result<void> change_trust(const Keyring& ring, const app::TrustedKey& wanted, const std::optional<std::string>& stick) {
    using Is = app::TrustedKey::Is;
    const auto sides = sides_of(ring);
    if (!sides) return tl::unexpected(sides.error());
    const std::string revoked = ring.staff + "/revoked";
    const auto known = [&]() -> const PublicKey* {
        for (const auto* keys :
             {&sides->configured.trusted, &sides->staff.trusted, &sides->staff.revoked, &sides->configured.revoked})
            if (const PublicKey* key = find(*keys, wanted.id)) return key;
        return nullptr;
    }();
    if (wanted.is == Is::believed && known) return put(revoked, *known);
    if (wanted.is == Is::revoked && known) {
        const bool is_trusted =
            find(sides->configured.trusted, wanted.id) != nullptr || find(sides->staff.trusted, wanted.id) != nullptr;
        if (!is_trusted)
            if (auto kept = put(ring.staff, *known); !kept) return kept;
        take_away(revoked, wanted.id);
        return {};
    }
    if (!stick) return fail(Fault::missing, wanted.name);
    const auto brought = keys_brought(*stick);
    if (!brought) return tl::unexpected(brought.error());
    const PublicKey* key = find(*brought, wanted.id);
    return key ? put(ring.staff, *key) : fail(Fault::missing, wanted.name);
}

}  // namespace tingdu::runtime
