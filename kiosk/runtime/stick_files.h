// What lies on a stick, by its names alone: found without leaving it, named as people read them in whatever encoding
// they were written. Importing and checking begin with it; what becomes of the files is theirs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/intake.h"

namespace tingdu::runtime {

struct StickFiles {
    std::vector<library::Offer> offers;
    std::vector<library::LeftOut> left_out;  ///< links, devices, what lies too deep or cannot be looked into
};

/// `on_name` is called for each name that is met. Faults: those of platform::survey.
[[nodiscard]] Result<StickFiles> survey_stick(const std::string& folder, const std::function<void()>& on_name);

/// Why a file of another kind than articles and pictures is left out, by what it is.
[[nodiscard]] Error why_strange(const std::string& folder, const library::Offer& file);

}  // namespace tingdu::runtime
