// What a reader takes in as one thing and a line should not cut: words, numbers with their units, dates and times,
// addresses. Found by pattern, without a dictionary.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"

namespace tingdu::scene {

/// A stretch to keep on one line. In a loose one a line may end at a joint if it must: 2024年3月|12日, /path/|page.
struct Whole {
    TextRange range;
    enum class Grip { loose, tight } grip{};
};

/// In order of their beginnings; they may touch and overlap.
[[nodiscard]] std::vector<Whole> find_wholes(std::u32string_view text);

}  // namespace tingdu::scene
