// The door to signatures, as minisign makes and checks them (https://jedisct1.github.io/minisign/, "Signature format"):
// who vouches for a file. What is in the file, and what follows from a signature, is nobody's business here. Every
// function blocks for as long as the disk takes, and may be called from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// What a signature is checked by.
struct PublicKey {
    std::array<std::byte, 8> id{};  ///< as the key has been made: any eight bytes
    std::array<std::byte, 32> point{};
    std::string name;  ///< of the file that it stood in, without its ending
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

/// As minisign writes the id of a key, and with the zeros that it leaves out at the beginning: sixteen hexadecimal
/// digits.
[[nodiscard]] std::string id_of(const PublicKey& key);

/// Whom a place believes, and whom it believes no longer, which weighs more.
struct Keys {
    std::vector<PublicKey> trusted;
    std::vector<PublicKey> revoked;
};

/// What a file holds that `minisign -G` leaves as NAME.pub. Fault, with `name` as subject: bad_key.
[[nodiscard]] Result<PublicKey> public_key_in(std::span<const std::byte> file, const std::string& name);
/// The same way back.
[[nodiscard]] std::string written(const PublicKey& key);
/// No file of a key takes more bytes.
inline constexpr std::size_t largest_key_file = 16'384;

/// A file as `minisign -G` leaves it, or a folder of such: NAME.pub is believed, revoked/NAME.pub no longer; what else
/// lies there is not looked at. Faults, with the last part of the path as subject: those of reading, bad_key.
[[nodiscard]] Result<Keys> read_keys(const std::string& path);

/// Whose a signature is.
struct Signer {
    PublicKey key;
    std::string comment;  ///< what else was signed: minisign's "trusted comment", UTF-8 as it was written
};

/// `signature` is what a file NAME.minisig holds. Both ways of signing that minisign checks are taken: of the bytes,
/// and of their BLAKE2b. Faults, with `name` as subject: bad_signature (the file or the signature is not as it was when
/// it was signed, or none at all), strange_key, revoked_key, the last two with the key's id as detail.
[[nodiscard]] Result<Signer> check_signature(std::span<const std::byte> file, std::span<const std::byte> signature,
                                             const Keys& keys, const std::string& name);

/// The signature of `file`, by a secret key as `minisign -G` leaves it, which `password` opens; with `minisign -GW` it
/// has none, and `password` is not looked at. minisign itself checks what this makes. It takes a second and as much
/// memory as the key asks for, at most a gigabyte. Faults, with the last part of the path as subject: those of reading,
/// bad_key (no secret key, or another password).
[[nodiscard]] Result<std::string> sign(std::span<const std::byte> file, const std::string& secret_key,
                                       const std::string& password, const std::string& comment);

/// Whether `sign` needs a password. Faults: those of reading, bad_key.
[[nodiscard]] Result<bool> has_password(const std::string& secret_key);

}  // namespace tingdu::platform
