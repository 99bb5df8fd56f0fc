// What kind of file it is, told by how it begins and by its name. It refuses the kinds that are known and not taken,
// and knows nothing of what is in the others.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "kiosk/base/result.h"

namespace tingdu::text {

enum class Wrapping { bare, word };

/// `bare` for what may be text. Faults: kind_not_taken with the kind as its detail, binary for a picture or the like
/// under the name of a text, damaged for a .docx that is none.
[[nodiscard]] Result<Wrapping> wrapping_of(std::span<const std::byte> bytes, std::string_view file_name);

enum class Markup { plain, markdown, html };

/// By the name's ending; by how the text begins where the name does not say.
[[nodiscard]] Markup markup_of(std::u32string_view text, std::string_view file_name);

}  // namespace tingdu::text
