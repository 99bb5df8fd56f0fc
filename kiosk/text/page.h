// A saved page has the site around its article. This step takes the site away, finds the title and the line that says
// when and by whom, and leaves the body alone: in doubt a line stays.
#pragma once

#include "kiosk/text/draft.h"

namespace tingdu::text {

/// Changes the head and the foot of `draft` only. Afterwards the title, if there is one in the text, is the first
/// piece and of kind title; the byline is gone from the pieces and known to the draft.
void settle_page(Draft& draft);

}  // namespace tingdu::text
