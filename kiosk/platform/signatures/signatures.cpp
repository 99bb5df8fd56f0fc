#include "kiosk/platform/signatures/signatures.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>

#include <sodium.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

// The lines of minisign's files, and what stands in the second and the fourth, in base64.
constexpr std::string_view comment_mark = "untrusted comment: ";
constexpr std::string_view trusted_mark = "trusted comment: ";
constexpr std::string_view of_bytes = "Ed";
constexpr std::string_view of_hash = "ED";
constexpr std::string_view by_scrypt = "Sc";
constexpr std::string_view by_nothing{"\0\0", 2};
constexpr std::size_t mark_bytes = 2;
constexpr std::size_t id_bytes = 8;
constexpr std::size_t longest_comment = 8192;
constexpr std::string_view ending = ".pub";

// All of libsodium's own parts are sized by these.
static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_BYTES == 64 && crypto_sign_SECRETKEYBYTES == 64);

bool is_ready() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

const unsigned char* as_sodium(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}
const unsigned char* as_sodium(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Up to four lines, without what ends them; what comes after is not looked at, as minisign does not. A line with a
/// zero in it is none, and neither is what follows.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < 4) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (std::ranges::find(line, '\0') != line.end()) break;
        while (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Exactly `size` bytes of base64, or nothing. The bits that the last digit has too many may be any: minisign does not
/// look at them, and libsodium wants none.
std::optional<std::string> decoded(std::string_view encoded, std::size_t size) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string line(encoded);
    // Libsodium takes some characters beyond ASCII for digits.
    const std::size_t padded = std::min(line.find('='), line.size());
    if (line.find_first_not_of(digits) < padded) return std::nullopt;
    const std::size_t last = line.find_last_not_of('=');
    const std::size_t digit = last == std::string::npos ? digits.size() : digits.find(line[last]);
    if (digit < digits.size() && last + 1 < line.size())
        line[last] = digits[digit & ~(line.size() - last == 2 ? 3U : 15U)];
    std::string bytes(size, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), line.data(), line.size(),
                          nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        length != size || end != line.data() + line.size())
        return std::nullopt;
    return bytes;
}

std::string encoded(std::string_view bytes) {
    std::string line(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(line.data(), line.size(), as_sodium(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    line.pop_back();  // its end
    return line;
}

std::string_view text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The second line of a key's file, decoded.
std::optional<std::string> body_of(std::span<const std::byte> file, std::size_t size) {
    const auto lines = lines_of(text_of(file));
    if (lines.size() < 2 || !lines[0].starts_with(comment_mark)) return std::nullopt;
    return decoded(lines[1], size);
}

/// BLAKE2b of 64 bytes: what is signed in place of a file.
std::string hash_of(std::span<const std::byte> file) {
    std::string hash(crypto_generichash_BYTES_MAX, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), as_sodium(file.data()), file.size(),
                       nullptr, 0);
    return hash;
}

Result<PublicKey> read_key(const std::string& path) {
    const auto file = read_file(path, largest_key_file);
    if (!file) return tl::unexpected(file.error());
    auto key = public_key_in(*file, name_in(path));
    if (key) key->name = fs::path(path).stem().string();
    return key;
}

Result<std::vector<PublicKey>> read_keys_in(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error))
        if (each->path().extension() == ending) files.push_back(each->path().string());
    if (error && error != std::errc::no_such_file_or_directory) return fail(Fault::unreadable, name_in(folder));
    std::sort(files.begin(), files.end());
    std::vector<PublicKey> keys;
    for (const std::string& file : files) {
        auto key = read_key(file);
        if (!key) return tl::unexpected(key.error());
        keys.push_back(std::move(*key));
    }
    return keys;
}

/// What a signature's file says, before any of it is believed.
struct Claim {
    bool is_of_hash{};
    std::array<std::byte, id_bytes> id{};
    std::string signature;
    std::string comment;
    std::string of_all;  ///< the signature of both
};

std::optional<Claim> claim_in(std::span<const std::byte> file) {
    const auto lines = lines_of(text_of(file));
    if (lines.size() < 4 || !lines[0].starts_with(comment_mark) || !lines[2].starts_with(trusted_mark) ||
        lines[2].size() > longest_comment)
        return std::nullopt;
    const auto body = decoded(lines[1], mark_bytes + id_bytes + crypto_sign_BYTES);
    const auto of_all = decoded(lines[3], crypto_sign_BYTES);
    if (!body || !of_all || (!body->starts_with(of_bytes) && !body->starts_with(of_hash))) return std::nullopt;
    Claim claim{body->starts_with(of_hash),
                {},
                body->substr(mark_bytes + id_bytes),
                std::string(lines[2].substr(trusted_mark.size())),
                *of_all};
    std::memcpy(claim.id.data(), body->data() + mark_bytes, id_bytes);
    return claim;
}

bool is_signed(std::string_view signature, std::string_view what, const PublicKey& key) {
    return crypto_sign_verify_detached(as_sodium(signature), as_sodium(what), what.size(),
                                       as_sodium(key.point.data())) == 0;
}

const PublicKey* find(const std::vector<PublicKey>& keys, const Claim& claim) {
    const auto found = std::ranges::find(keys, claim.id, &PublicKey::id);
    return found == keys.end() ? nullptr : &*found;
}

std::string hexadecimal(const std::array<std::byte, id_bytes>& id) {
    std::string digits;
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte)  // as the number that it is, little-endian
        for (const unsigned shift : {4U, 0U})
            digits += "0123456789ABCDEF"[std::to_integer<unsigned>(*byte) >> shift & 0xFU];
    return digits;
}

/// A secret key's file, decoded: marks, the cost of its password, and what that hides.
struct Secret {
    std::string marks;
    std::string salt;
    std::uint64_t operations{};
    std::uint64_t memory{};
    std::string hidden;  ///< the id, the key, and a checksum of all

    [[nodiscard]] bool has_password() const { return marks.substr(mark_bytes, mark_bytes) == by_scrypt; }
};

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
    return number;
}

constexpr std::size_t marks_bytes = 3 * mark_bytes;
constexpr std::size_t salt_bytes = crypto_pwhash_scryptsalsa208sha256_SALTBYTES;
constexpr std::size_t checksum_bytes = 32;
constexpr std::size_t hidden_bytes = id_bytes + crypto_sign_SECRETKEYBYTES + checksum_bytes;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30U;  // what minisign itself asks for when it makes a key

Result<Secret> read_secret(const std::string& path) {
    const auto file = read_file(path, largest_key_file);
    if (!file) return tl::unexpected(file.error());
    const auto body = body_of(*file, marks_bytes + salt_bytes + 16 + hidden_bytes);
    if (!body || !body->starts_with(of_bytes) || body->substr(2 * mark_bytes, mark_bytes) != "B2")
        return fail(Fault::bad_key, name_in(path));
    Secret secret{body->substr(0, marks_bytes), body->substr(marks_bytes, salt_bytes),
                  number_in(std::string_view(*body).substr(marks_bytes + salt_bytes)),
                  number_in(std::string_view(*body).substr(marks_bytes + salt_bytes + 8)),
                  body->substr(marks_bytes + salt_bytes + 16)};
    const bool is_open = secret.marks.substr(mark_bytes, mark_bytes) == by_nothing;
    if ((!secret.has_password() && !is_open) || secret.memory > most_memory) return fail(Fault::bad_key, name_in(path));
    return secret;
}

/// False where the password is another, or the key is broken.
bool open(Secret& secret, const std::string& password) {
    if (secret.has_password()) {
        std::string mask(hidden_bytes, '\0');
        if (crypto_pwhash_scryptsalsa208sha256(reinterpret_cast<unsigned char*>(mask.data()), mask.size(),
                                               password.data(), password.size(), as_sodium(secret.salt),
                                               secret.operations, static_cast<std::size_t>(secret.memory)) != 0)
            return false;
        std::ranges::transform(secret.hidden, mask, secret.hidden.begin(),
                               [](char a, char b) { return static_cast<char>(a ^ b); });
    }
    const std::string_view hidden = secret.hidden;
    const std::string all =
        secret.marks.substr(0, mark_bytes) + std::string(hidden.substr(0, hidden_bytes - checksum_bytes));
    std::array<unsigned char, checksum_bytes> checksum{};
    crypto_generichash(checksum.data(), checksum.size(), as_sodium(all), all.size(), nullptr, 0);
    const std::string_view told = hidden.substr(hidden_bytes - checksum_bytes);
    const bool has_none = !secret.has_password() && told.find_first_not_of('\0') == std::string_view::npos;
    return has_none || std::memcmp(checksum.data(), told.data(), checksum_bytes) == 0;
}

std::string signature_of(std::string_view what, std::string_view secret_key) {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, as_sodium(what), what.size(),
                         as_sodium(secret_key));
    return signature;
}

}  // namespace

std::string id_of(const PublicKey& key) {
    return hexadecimal(key.id);
}

Result<PublicKey> public_key_in(std::span<const std::byte> file, const std::string& name) {
    PublicKey key;
    const auto body = body_of(file, mark_bytes + id_bytes + key.point.size());
    if (!body || !body->starts_with(of_bytes)) return fail(Fault::bad_key, name);
    std::memcpy(key.id.data(), body->data() + mark_bytes, id_bytes);
    std::memcpy(key.point.data(), body->data() + mark_bytes + id_bytes, key.point.size());
    key.name = name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
    return key;
}

std::string written(const PublicKey& key) {
    std::string body(of_bytes);
    body.append(reinterpret_cast<const char*>(key.id.data()), key.id.size());
    body.append(reinterpret_cast<const char*>(key.point.data()), key.point.size());
    std::string file(comment_mark);
    for (const std::string& part : {std::string("minisign public key "), id_of(key), std::string("\n"), encoded(body)})
        file += part;
    file += '\n';
    return file;
}

Result<Keys> read_keys(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        auto key = read_key(path);
        if (!key) return tl::unexpected(key.error());
        return Keys{{std::move(*key)}, {}};
    }
    auto trusted = read_keys_in(path);
    if (!trusted) return tl::unexpected(trusted.error());
    auto revoked = read_keys_in(path + "/revoked");
    if (!revoked) return tl::unexpected(revoked.error());
    return Keys{std::move(*trusted), std::move(*revoked)};
}

Result<Signer> check_signature(std::span<const std::byte> file, std::span<const std::byte> signature, const Keys& keys,
                               const std::string& name) {
    const auto claim = claim_in(signature);
    if (!claim || !is_ready()) return fail(Fault::bad_signature, name);
    if (find(keys.revoked, *claim)) return fail(Fault::revoked_key, name, hexadecimal(claim->id));
    const PublicKey* key = find(keys.trusted, *claim);
    if (!key) return fail(Fault::strange_key, name, hexadecimal(claim->id));
    const std::string hash = claim->is_of_hash ? hash_of(file) : std::string();
    const bool is_genuine = is_signed(claim->signature, claim->is_of_hash ? hash : text_of(file), *key) &&
                            is_signed(claim->of_all, claim->signature + claim->comment, *key);
    if (!is_genuine) return fail(Fault::bad_signature, name);
    return Signer{*key, claim->comment};
}

Result<bool> has_password(const std::string& secret_key) {
    return read_secret(secret_key).map([](const Secret& secret) { return secret.has_password(); });
}

Result<std::string> sign(std::span<const std::byte> file, const std::string& secret_key, const std::string& password,
                         const std::string& comment) {
    auto secret = read_secret(secret_key);
    if (!secret) return tl::unexpected(secret.error());
    if (!is_ready() || !open(*secret, password)) return fail(Fault::bad_key, name_in(secret_key));
    const std::string id = secret->hidden.substr(0, id_bytes);
    std::string key = secret->hidden.substr(id_bytes, crypto_sign_SECRETKEYBYTES);
    const std::string signature = signature_of(hash_of(file), key);
    const std::string of_all = signature_of(signature + comment, key);
    sodium_memzero(key.data(), key.size());
    sodium_memzero(secret->hidden.data(), secret->hidden.size());
    std::string text(comment_mark);
    text += "signature of a Tingdu pack\n";
    text += encoded(std::string(of_hash) + id + signature) + "\n";
    text += trusted_mark;
    text += comment + "\n" + encoded(of_all) + "\n";
    return text;
}

}  // namespace tingdu::platform
