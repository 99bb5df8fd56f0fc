// Reads source as text and says what breaks the plan of the house, a sentence for each breach.
// It compiles nothing and opens nothing: the files are given, so that planted breaches can be.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace tingdu::layers {

/// Path below the root of the checkout → what the file says.
using House = std::map<std::string, std::string>;

/// "kiosk/view/clock.cpp:3: view does not see platform/display". In order of paths.
[[nodiscard]] std::vector<std::string> breaches(const House& house);

/// The headers of doors that other rooms include, the door's own namesake, and what these include in turn.
[[nodiscard]] std::vector<std::string> public_door_headers(const House& house);

}  // namespace tingdu::layers
