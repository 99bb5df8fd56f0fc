// Bytes → characters, with nobody saying which encoding it is. It knows encodings and how Chinese looks in them,
// nothing of files or formats.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace tingdu::text {

enum class Encoding { utf_8, utf_16le, utf_16be, gb18030, big5 };

/// The encoding in which `bytes` read best as text; nothing where they do not read as text at all. A byte order mark
/// and strict UTF-8 settle it; otherwise a sample is read in every encoding and the likeliest characters win. What an
/// HTML or XML head declares is believed only between readings that are nearly as good.
[[nodiscard]] std::optional<Encoding> detect(std::span<const std::byte> bytes);

/// Never fails: what no character has becomes U+FFFD.
[[nodiscard]] std::u32string decode(std::span<const std::byte> bytes, Encoding encoding);

}  // namespace tingdu::text
