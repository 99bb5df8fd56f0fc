// Which paragraphs are more than that: headings, items, captions and notes, told by how they look where the format
// does not say. It changes kinds, takes bullets off and sets the number of a section before its title; no other
// character goes.
#pragma once

#include "kiosk/text/draft.h"

namespace tingdu::text {

void tell_kinds(Draft& draft);

}  // namespace tingdu::text
