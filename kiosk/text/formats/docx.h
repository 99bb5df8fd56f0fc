// Word's .docx: the running text of the document, its headings, lists and tables. Headers, footers, comments and what
// was deleted under revision are not part of it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "kiosk/text/draft.h"

namespace tingdu::text {

/// Nothing if the zip or its XML is broken, or unpacks to more than an article can be.
[[nodiscard]] std::optional<Draft> read_docx(std::span<const std::byte> bytes);

}  // namespace tingdu::text
