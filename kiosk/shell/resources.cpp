#include "kiosk/shell/resources.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/root.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

constexpr const char* lexicon_path = "/voices/mandarin/lexicon.bin";
constexpr const char* model_path = "/voices/mandarin/readings.bin";

}  // namespace

Result<Resources> find_resources() {
    auto languages = find_languages();
    if (!languages) return tl::unexpected(languages.error());
    std::string root = find_root();
    auto file = platform::map_file(root + lexicon_path);
    if (!file) return fail(Fault::no_lexicon, "voices/mandarin/lexicon.bin");
    auto lexicon = mandarin::Lexicon::over((*file)->bytes());
    if (!lexicon) return tl::unexpected(lexicon.error());
    auto model_file = platform::map_file(root + model_path);
    if (!model_file) return fail(Fault::no_lexicon, "voices/mandarin/readings.bin");
    const auto model = mandarin::ReadingModel::over((*model_file)->bytes());
    if (!model) return tl::unexpected(model.error());
    lexicon->learn(*model);
    return Resources{std::move(root), std::move(*file), std::move(*model_file), std::move(*lexicon),
                     std::move(*languages)};
}

Result<void> look_after(const std::string& library) {
    const auto condition = platform::look_after(library, platform::Depth::brief);
    if (!condition) return tl::unexpected(condition.error());
    if (*condition == platform::Condition::mended) tell_error({Fault::library_mended, name_in(library), {}});
    return {};
}

Result<runtime::Content> find_content(const ContentOptions& options, const Resources& resources) {
    if (!options.library) {
        runtime::Content content(options.folder.value_or(resources.content()));
        content.read_as = runtime::as_read_by(resources.lexicon);
        return content;
    }
    if (auto sound = look_after(*options.library); !sound) return tl::unexpected(sound.error());
    return runtime::Content(*options.library, runtime::Content::Kind::library);
}

Result<runtime::Content> find_content_to_be(const ContentOptions& options, const Resources& resources) {
    auto content = find_content(options, resources);
    std::error_code ignored;
    const bool may_be = !content && content.error().fault == Fault::missing && options.library &&
                        std::filesystem::is_directory(platform::folder_of(*options.library), ignored);
    if (may_be) return runtime::Content(*options.library, runtime::Content::Kind::library);
    return content;
}

platform::Cast find_cast(const Resources& resources) {
    constexpr std::size_t largest = 1U << 16U;
    platform::Cast cast{{}, resources.languages->further_voices()};
    const std::string folder = resources.root + "/voices/profiles";
    // By the steps of the setting.
    for (const char* name : {"low.toml", "high.toml"}) {
        const auto bytes = platform::read_file(folder + "/" + name, largest);
        const auto profile =
            bytes ? read_voice_profile({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, name, folder)
                  : tl::unexpected(bytes.error());
        if (!profile) {
            tell_error(profile.error());
            return {{}, cast.further_voices};
        }
        cast.profiles.push_back(*profile);
    }
    return cast;
}

Result<Config> find_config(const std::optional<std::string>& path) {
    if (!path) return Config{};
    constexpr std::size_t largest = 1U << 20U;
    const auto bytes = platform::read_file(*path, largest);
    if (!bytes) return tl::unexpected(bytes.error());
    auto read = read_config({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, name_in(*path));
    for (const Error& error : read.errors) tell_error(error);
    return read.config;
}

Result<platform::FontChain> find_fonts(const Resources& resources) {
    constexpr std::size_t largest = 1U << 20U;
    const std::string path = resources.root + "/fonts/chain.toml";
    const auto bytes = platform::read_file(path, largest);
    if (!bytes) return fail(Fault::no_font, "fonts/chain.toml");
    return read_font_chain({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, "fonts/chain.toml");
}

runtime::ReadingsFile readings_in(const runtime::Content& content, const Resources& resources) {
    return {content, resources.lexicon, tell, *words_of_environment()};
}

std::string content_around(const std::string& file, const Resources& resources) {
    if (file == "-") return resources.content();
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    for (const std::filesystem::path& near : {folder, folder.parent_path()})
        if (runtime::ReadingsFile::is_in(near.string())) return near.string();
    return resources.content();
}

}  // namespace tingdu::shell
