// Whom a place believes: the keys that its operator has put there, and those that its staff have added or believe no
// longer. What is signed by them is nobody's business here. Every function blocks for as long as the disk takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/staff/keys.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/signatures/signatures.h"

namespace tingdu::runtime {

/// Where the keys lie, each a file of minisign's or a folder of such as platform::read_keys has it; empty where none
/// do.
struct Keyring {
    std::string configured;
    std::string staff;  ///< a folder that is made when it is needed
};

/// All of them; one that is revoked on either side is. Nobody where there is nothing. Faults: bad_key, those of
/// reading.
[[nodiscard]] Result<platform::Keys> keys_on(const Keyring& ring);

/// As staff see them, those in the root of a stick that nobody knows yet last. A file there that is no key is passed
/// over. Faults: as keys_on, and those of a stick.
[[nodiscard]] Result<std::vector<app::TrustedKey>> keys_to_show(const Keyring& ring,
                                                                const std::optional<std::string>& stick);

/// What is believed is so no longer, and the other way round; what is offered on the stick is believed. It is on the
/// disk to its last byte before it returns. Faults: as keys_to_show; missing (no such key), unwritable.
[[nodiscard]] Result<void> change_trust(const Keyring& ring, const app::TrustedKey& key,
                                        const std::optional<std::string>& stick);

}  // namespace tingdu::runtime
