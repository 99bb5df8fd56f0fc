#include "kiosk/shell/resources.h"

#include <array>
#include <climits>
#include <filesystem>
#include <utility>

#include <unistd.h>

#include "kiosk/base/utf8.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

constexpr const char* lexicon_path = "/voices/mandarin/lexicon.bin";
constexpr const char* model_path = "/voices/mandarin/readings.bin";
constexpr const char* installed_root = "/usr/share/tingdu";

std::string folder_of_program() {
    std::array<char, PATH_MAX> path{};
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
    const std::string whole(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return whole.substr(0, whole.rfind('/'));
}

std::string parent(const std::string& folder) {
    return folder.substr(0, folder.rfind('/'));
}

}  // namespace

Result<Resources> find_resources() {
    std::string root = folder_of_program();
    auto file = platform::map_file(root + lexicon_path);
    while (!file && !root.empty()) {
        root = parent(root);
        file = platform::map_file(root + lexicon_path);
    }
    if (!file) {
        root = installed_root;
        file = platform::map_file(root + lexicon_path);
    }
    if (!file) return fail(Fault::no_lexicon, "voices/mandarin/lexicon.bin");
    auto lexicon = mandarin::Lexicon::over((*file)->bytes());
    if (!lexicon) return tl::unexpected(lexicon.error());
    auto model_file = platform::map_file(root + model_path);
    if (!model_file) return fail(Fault::no_lexicon, "voices/mandarin/readings.bin");
    const auto model = mandarin::ReadingModel::over((*model_file)->bytes());
    if (!model) return tl::unexpected(model.error());
    lexicon->learn(*model);
    return Resources{root, std::move(*file), std::move(*model_file), std::move(*lexicon)};
}

Result<platform::FontChain> find_fonts(const Resources& resources) {
    constexpr std::size_t largest = 1U << 20U;
    const std::string path = resources.root + "/fonts/chain.toml";
    const auto bytes = platform::read_file(path, largest);
    if (!bytes) return fail(Fault::no_font, "fonts/chain.toml");
    return read_font_chain({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, "fonts/chain.toml");
}

runtime::ReadingsFile readings_in(const std::string& content, const Resources& resources) {
    return {content, resources.lexicon, tell, language_of_environment()};
}

std::string content_around(const std::string& file, const Resources& resources) {
    if (file == "-") return resources.content();
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    for (const std::filesystem::path& near : {folder, folder.parent_path()})
        if (runtime::ReadingsFile::is_in(near.string())) return near.string();
    return resources.content();
}

}  // namespace tingdu::shell
