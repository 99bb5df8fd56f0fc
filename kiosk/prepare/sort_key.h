// What a name is sorted by: its sound. It knows how Mandarin is read, and nothing of what is sorted.
// Of a library's order the room library knows the rest: numbers, folders, what is no article.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/mandarin/front_end.h"

namespace tingdu::prepare {

/// The name with its Hanzi as they are read in it: "长城 2.txt" → " chang2 cheng2 2.txt". What is no Hanzi stays.
[[nodiscard]] std::string sort_key(std::u32string_view name, const mandarin::Knowledge& knowledge);

}  // namespace tingdu::prepare
