// pin: the operator gives the kiosk another staff PIN, or takes it away.
#include "kiosk/app/staff/pin.h"

#include <iostream>
#include <string>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/machine/machine.h"
#include "kiosk/runtime/pin_file.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/root.h"

namespace tingdu::shell {
namespace {

/// Whoever asks as root is asking for the installed kiosk, which must be able to read what is written.
Result<std::string> file_of(const PinOptions& options) {
    if (options.file) return *options.file;
    const auto is_installed = platform::stamp_of(installed_config).has_value();
    if (!is_installed) return state_file("pin");
    const auto config = find_config(std::string(installed_config));
    if (!config) return tl::unexpected(config.error());
    platform::become(installed_user);
    return config->pin.value_or(std::string(installed_state) + "/pin");
}

bool is_pin(const std::string& text) {
    return text.size() == app::pin_length && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Result<void> pin(const PinOptions& options) {
    const auto file = file_of(options);
    if (!file) return tl::unexpected(file.error());
    if (options.what == PinOptions::Do::remove) {
        platform::remove_file(*file);
        if (platform::stamp_of(*file)) return fail(Fault::unwritable, name_in(*file));
        return {};
    }
    std::string pin;
    std::getline(std::cin, pin);
    if (!is_pin(pin) || app::is_easily_guessed(from_utf8(pin))) return fail(Fault::bad_pin, {});
    return runtime::keep_pin(*file, pin);
}

}  // namespace tingdu::shell
