#include "kiosk/platform/secrets/secrets.h"

#include <array>

#include <sodium.h>

namespace tingdu::platform {
namespace {

bool is_ready() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

}  // namespace

Result<std::string> sealed(const std::string& secret) {
    std::array<char, crypto_pwhash_STRBYTES> seal{};
    if (!is_ready() ||
        crypto_pwhash_str_alg(seal.data(), secret.data(), secret.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Fault::too_much_memory, {});
    return std::string(seal.data());
}

bool opens(const std::string& secret, const std::string& seal) {
    return is_ready() && seal.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(seal.c_str(), secret.data(), secret.size()) == 0;
}

}  // namespace tingdu::platform
