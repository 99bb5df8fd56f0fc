// What staff might put before the kiosk at their worst: titles without end or none, files that are not what they seem,
// subjects without articles and by the hundred.
#pragma once

#include <memory>
#include <string>

#include "kiosk/library/catalogue.h"

namespace tingdu::soak {

/// Fills the folder and lists it, with a subject of everything that goes wrong.
[[nodiscard]] std::shared_ptr<const library::Catalogue> hostile(const std::string& folder);
/// Five hundred subjects, twenty thousand articles in one of them; the files are those of `from`.
[[nodiscard]] std::shared_ptr<const library::Catalogue> crowded(const library::Catalogue& from);

}  // namespace tingdu::soak
