#include "kiosk/shell/pack.h"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

namespace fs = std::filesystem;

/// The name that a folder has, however it was written.
std::string name_of(const std::string& folder) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(folder, error);
    return error ? name_in(folder) : whole.filename().string();
}

/// Signed as minisign does it, with what it says of a file beside: when, and which.
Result<void> sign(const std::string& pack, const std::string& key, std::int64_t now_s) {
    const auto asks = platform::has_password(key);
    if (!asks) return tl::unexpected(asks.error());
    std::string password;
    if (*asks) std::getline(std::cin, password);
    const auto bytes = platform::map_file(pack);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string comment = fmt::format("timestamp:{}\tfile:{}\thashed", now_s, name_in(pack));
    const auto signature = platform::sign((*bytes)->bytes(), key, password, comment);
    if (!signature) return tl::unexpected(signature.error());
    return platform::replace_file(pack + std::string(runtime::signature_ending), *signature);
}

std::string told(const runtime::Imported& came, const wording::Wording& words) {
    using wording::Phrase;
    const bool has_changed = came.library == runtime::Imported::Library::changed;
    return to_utf8(has_changed ? words.say(Phrase::imported, {{"fresh", came.fresh},
                                                              {"replaced", came.replaced},
                                                              {"unchanged", came.unchanged},
                                                              {"gone", came.gone}})
                               : std::u32string(words[Phrase::import_nothing_new]));
}

}  // namespace

void tell_inbox_news(const runtime::InboxNews& news) {
    const auto* words = words_of_environment();
    if (!words) return;
    if (news.came)
        tell(news.pack + ": " + told(*news.came, *words));
    else
        tell_error(news.came.error());
}

Result<void> look_into_inbox(const InboxOptions& options) {
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    if (const auto files = platform::list_files(options.inbox); !files) return tl::unexpected(files.error());
    Result<void> all;
    runtime::Inbox({options.inbox, options.library, {options.keys, {}}}, resources->lexicon)
        .look(
            [&](const runtime::InboxNews& news) {
                if (news.came)
                    fmt::print("{}\t{}\n", news.pack, told(*news.came, *words_of_environment()));
                else if (all)
                    all = tl::unexpected(news.came.error());
                else
                    tell_error(news.came.error());
            },
            0);
    return all;
}

Result<runtime::OpenedPack> open_pack(const std::string& pack, const std::optional<std::string>& keys,
                                      const std::string& away) {
    std::optional<platform::Keys> trusted;
    if (keys) {
        auto read = platform::read_keys(*keys);
        if (!read) return tl::unexpected(read.error());
        trusted = std::move(*read);
    }
    return runtime::open_pack(pack, trusted ? &*trusted : nullptr, away);
}

Result<void> make_pack(const PackOptions& options) {
    const auto now = std::chrono::system_clock::now();
    const std::time_t now_s = std::chrono::system_clock::to_time_t(now);
    const std::tm clock = fmt::localtime(now_s);
    const std::string issued = options.issued.value_or(fmt::format("{:%Y-%m-%d}", clock));
    library::Manifest manifest;
    manifest.name = options.name.value_or(name_of(options.folder));
    manifest.from = options.from.value_or(manifest.name);
    manifest.number = options.number.value_or(std::stoull(fmt::format("{:%Y%m%d%H%M%S}", clock)));
    const auto date = library::read_date(issued);
    if (!date) return fail(Fault::bad_setting, "--issued", "2026-09-12");
    manifest.issued = *date;
    if (!library::read_manifest(library::written(manifest))) return fail(Fault::bad_setting, "--name, --from", "1–90");
    if (auto made = runtime::make_pack(options.folder, options.pack, manifest); !made) return made;
    return options.secret_key ? sign(options.pack, *options.secret_key, now_s) : Result<void>();
}

Result<void> check_pack(const CheckPackOptions& options) {
    const auto opened = open_pack(options.pack, options.keys, fs::temp_directory_path().string());
    if (!opened) return tl::unexpected(opened.error());
    const library::Manifest& pack = opened->origin.pack;
    fmt::print("{}\t{}\t{}\t{}\t{}\n", pack.name, pack.from, library::written(pack.issued), pack.number,
               opened->origin.key);
    return {};
}

}  // namespace tingdu::shell
