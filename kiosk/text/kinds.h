// Which paragraphs are more than that: headings, items, captions and notes, told by how they look where the format
// does not say. It changes kinds and takes bullets off; no other character goes.
#pragma once

#include "kiosk/text/draft.h"

namespace tingdu::text {

void tell_kinds(Draft& draft);

}  // namespace tingdu::text
