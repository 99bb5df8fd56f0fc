// Content packs for the commands: whom to believe is named by a file or a folder of keys.
// What becomes of a pack's files it does not know.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/runtime/inbox.h"
#include "kiosk/runtime/packs.h"

namespace tingdu::shell {

/// As runtime::open_pack; `keys` is a file or a folder of them, and without them nobody asks for a signature.
[[nodiscard]] Result<runtime::OpenedPack> open_pack(const std::string& pack, const std::optional<std::string>& keys,
                                                    const std::string& away);

/// A line for whoever started the program: what has come of a pack in the inbox.
void tell_inbox_news(const runtime::InboxNews& news);

}  // namespace tingdu::shell
