// A question and the few things that may come now, large, one below the other, each with the key that does the same.
// What is asked, and when, is the screens' own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/view/pen.h"

namespace tingdu::view {

struct Offer {
    std::u32string label;
    std::u32string note;  ///< the key that does the same, beside the number that an entry of a list bears; may be empty
    Press press;
};

/// What stands above the offers.
struct Asked {
    std::u32string_view question;
    std::u32string_view besides;  ///< more to be known, as far as there is room, which it takes from the offers
    std::u32string_view how;      ///< one chooses
};

/// The first is the main one. They stand at the foot of the content, of a tall screen in its lower half, and what is
/// asked above them.
void draw_offers(Pen& pen, const Asked& asked, const std::vector<Offer>& all, const std::optional<Press>& held);

}  // namespace tingdu::view
