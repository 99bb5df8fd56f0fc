// Where the kiosk's own files are: beside the source while it is worked on, in the system's folders once installed.
// No room below knows where it lives.
#pragma once

#include <string>

namespace tingdu::shell {

/// The folder that holds voices, fonts and content.
[[nodiscard]] std::string find_root();

}  // namespace tingdu::shell
