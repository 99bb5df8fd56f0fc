// A content pack on a stick: what lies in its root is one, or nothing is. It comes off the stick whole before anything
// of it is believed, so that pulling the stick changes nothing. What becomes of its articles it does not know.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/runtime/packs.h"

namespace tingdu::runtime {

/// A pack on a stick is at most so large, in bytes.
inline constexpr std::size_t largest_brought_pack = std::size_t{256} << 20U;

/// Nothing where there is none. `away` is a folder on a disk that has room. Faults: those of a stick and of open_pack;
/// several_packs.
[[nodiscard]] Result<std::optional<OpenedPack>> brought_pack(const std::string& stick, const platform::Keys& keys,
                                                             const std::string& away);

}  // namespace tingdu::runtime
