// The door to what somebody knows by heart. Of a secret only a seal is kept, by which it is recognised and from which
// it cannot be read: Argon2id with a salt of its own (RFC 9106), in the form that libsodium's crypto_pwhash_str gives
// it. Both functions take about a tenth of a second and 64 MiB, whatever the secret is, and may be called from any
// thread.
#pragma once

#include <string>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// Fault too_much_memory, without a subject: this machine has less than sealing takes.
[[nodiscard]] Result<std::string> sealed(const std::string& secret);

/// False for what is no seal, too.
[[nodiscard]] bool opens(const std::string& secret, const std::string& seal);

}  // namespace tingdu::platform
