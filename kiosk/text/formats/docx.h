// Word's .docx: the running text of the document, its headings, lists and tables. Headers, footers, comments and what
// was deleted under revision are not part of it.
#pragma once

#include <cstddef>
#include <span>

#include "kiosk/base/result.h"
#include "kiosk/text/draft.h"

namespace tingdu::text {

/// Faults, without a subject: damaged where the zip or its XML is broken or is nothing that Word would write,
/// too_much_memory where it unpacks to more than an article can be.
[[nodiscard]] Result<Draft> read_docx(std::span<const std::byte> bytes);

}  // namespace tingdu::text
