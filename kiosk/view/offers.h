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
    std::u32string note;  ///< the key that does the same; an entry of a list bears its number instead
    Press press;
};

/// The first is the main one. They stand at the foot of the content, of a tall screen in its lower half, and what is
/// asked above them; what is to be known besides stands below that, as far as there is room, and takes room from them.
void draw_offers(Pen& pen, std::u32string_view asked, const std::vector<Offer>& all, const std::optional<Press>& held,
                 std::u32string_view besides = {});

}  // namespace tingdu::view
