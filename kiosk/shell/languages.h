// The languages that are installed, read once for the whole program: the kiosk speaks them, and the commands answer in
// the one of the environment.
#pragma once

#include <memory>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/wording/languages.h"

namespace tingdu::shell {

struct InstalledLanguages {
    std::shared_ptr<const wording::Languages> all;  ///< none where no file can be used
    std::vector<Error> errors;                      ///< a file each that cannot
};

/// Every .toml in voices/languages.
[[nodiscard]] const InstalledLanguages& installed_languages();

/// What cannot be used is told; fault bad_language where nothing can.
[[nodiscard]] Result<std::shared_ptr<const wording::Languages>> find_languages();

/// By LC_ALL, LC_MESSAGES and LANG; null where there are no words at all.
[[nodiscard]] const wording::Wording* words_of_environment();

}  // namespace tingdu::shell
