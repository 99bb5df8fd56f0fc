// What staff find on their stick afterwards: which articles came in, what was left out and why, in plain words, as a
// page and as a text of the same. It never takes a stick for writable that is not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/wording/wording.h"

namespace tingdu::runtime {

struct Receipt {
    const Imported& imported;
    const std::vector<prepare::Remark>& remarks;  ///< the worst first
    std::optional<Date> today;
    const std::vector<mandarin::LocalWord>& corrections;  ///< readings that were put right at the kiosk
};

/// The same words as a text and as a page, UTF-8.
[[nodiscard]] std::string receipt_as_text(const Receipt& receipt, const wording::Wording& words);
[[nodiscard]] std::string receipt_as_page(const Receipt& receipt, const wording::Wording& words);

/// Both, into the root of the stick, and down to its last byte before it returns. Fault: unwritable.
[[nodiscard]] Result<void> leave_receipt(const std::string& stick, const Receipt& receipt,
                                         const wording::Wording& words);

}  // namespace tingdu::runtime
