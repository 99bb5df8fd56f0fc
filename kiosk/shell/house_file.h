// The file of what staff have settled in their room. People may read it, and settle the same for many kiosks by it;
// what is out of range in it is named, and the rest holds.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/app/staff/brought.h"
#include "kiosk/base/result.h"

namespace tingdu::shell {

/// `name` names the file in errors; their fault is bad_setting.
[[nodiscard]] app::BroughtHouse read_house(std::string_view toml, const std::string& name);
/// A whole such file.
[[nodiscard]] std::string written_house(const app::House& house);

}  // namespace tingdu::shell
