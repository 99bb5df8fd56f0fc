// Where the kiosk's own files are: beside the source while it is worked on, in the system's folders once installed.
// No room below knows where it lives.
#pragma once

#include <string>

namespace tingdu::shell {

inline constexpr const char* version = TINGDU_VERSION;

/// As the package installs it (deploy/debian).
inline constexpr const char* installed_user = "tingdu";
inline constexpr const char* installed_state = "/var/lib/tingdu";
inline constexpr const char* installed_library = "/var/lib/tingdu/library";
inline constexpr const char* installed_config = "/etc/tingdu/tingdu.toml";

/// The folder that holds voices, fonts and content.
[[nodiscard]] std::string find_root();

/// Where the kiosk keeps what it must still know when it is switched on again; nowhere where nobody has a home.
[[nodiscard]] std::string state_file(const std::string& name);

}  // namespace tingdu::shell
