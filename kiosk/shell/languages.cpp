#include "kiosk/shell/languages.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/platform/files/files.h"
#include "kiosk/shell/root.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

constexpr std::string_view extension = ".toml";

Result<wording::Wording> read(const std::string& folder, const std::string& name) {
    constexpr std::size_t largest = 1U << 20U;
    const auto bytes = platform::read_file(folder + "/" + name, largest);
    if (!bytes) return tl::unexpected(bytes.error());
    return wording::Wording::read({reinterpret_cast<const char*>(bytes->data()), bytes->size()},
                                  name.substr(0, name.size() - extension.size()));
}

InstalledLanguages read_all() {
    InstalledLanguages installed;
    const std::string folder = find_root() + "/voices/languages";
    const auto files = platform::list_files(folder);
    if (!files) {
        installed.errors.push_back(files.error());
        return installed;
    }
    std::vector<wording::Wording> all;
    for (const std::string& name : *files) {
        if (!name.ends_with(extension)) continue;
        auto wording = read(folder, name);
        if (wording) {
            all.push_back(std::move(*wording));
        } else {
            installed.errors.push_back(wording.error());
        }
    }
    if (!all.empty()) installed.all = std::make_shared<const wording::Languages>(std::move(all));
    return installed;
}

std::string_view locale_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value) return value;
    return "en";
}

}  // namespace

const InstalledLanguages& installed_languages() {
    static const InstalledLanguages installed = read_all();
    return installed;
}

Result<std::shared_ptr<const wording::Languages>> find_languages() {
    const InstalledLanguages& installed = installed_languages();
    if (!installed.all) return fail(Fault::bad_language, "voices/languages");
    for (const Error& error : installed.errors) tell_error(error);
    return installed.all;
}

const wording::Wording* words_of_environment() {
    const auto& all = installed_languages().all;
    return all ? &all->of_locale(locale_of_environment()) : nullptr;
}

}  // namespace tingdu::shell
