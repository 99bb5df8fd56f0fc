// Content packs at work: a folder becomes one, and one that is trusted becomes a folder, for an import to take from.
// What comes of it in a library, and who asks, it does not know. Every function blocks for as long as the disk takes.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/library/provenance.h"
#include "kiosk/platform/packs/packs.h"
#include "kiosk/platform/signatures/signatures.h"

namespace tingdu::runtime {

/// What a pack's file is called, and what its signature adds to that.
inline constexpr std::string_view pack_ending = ".tdpack";
inline constexpr std::string_view signature_ending = ".minisig";
/// No signature takes more bytes.
inline constexpr std::size_t largest_signature = 16'384;

/// Packs the articles in a folder, what belongs to them and the place's own readings; hidden files, and what systems
/// leave behind, are passed over. `manifest.files` is counted here. Faults, with the last part of a path as subject:
/// those of reading the folder and of writing a pack; nothing_to_take, long_name (one that no pack can bear: not
/// UTF-8).
[[nodiscard]] Result<void> make_pack(const std::string& folder, const std::string& pack, library::Manifest manifest);

/// A pack that has been made sure of. Its files lie in a folder that goes with this.
struct OpenedPack {
    std::unique_ptr<platform::FolderForAWhile> away;
    std::string folder;
    library::Origin origin;  ///< without files
};

/// A copy is made in `away`, a folder on a disk that has room, so that what is looked at is what comes out of it. With
/// `keys`, FILE.minisig must bear the signature of one of them; nothing is opened before that is known. Faults, with
/// the last part of the pack's path as subject: those of reading; unsigned_pack, bad_signature, strange_key,
/// revoked_key, bad_pack, unwritable, no_space.
[[nodiscard]] Result<OpenedPack> open_pack(const std::string& pack, const platform::Keys* keys,
                                           const std::string& away);

}  // namespace tingdu::runtime
