#include "kiosk/runtime/content.h"

#include "kiosk/base/file_name.h"
#include "kiosk/runtime/desk.h"

namespace tingdu::runtime {

Reader::Reader(const Content& content) : content_(content) {
    if (content.kind == Content::Kind::library) library_.emplace(content.path);
}

Result<std::optional<library::Catalogue>> Reader::new_catalogue() {
    if (!library_) return fetch_catalogue(content_.path, content_.read_as);
    const auto revision = library_->revision();
    if (revision && revision_ == *revision) return std::nullopt;
    revision_.reset();
    const auto list = revision ? library_->list() : tl::unexpected(revision.error());
    if (!list) return tl::unexpected(list.error());
    auto catalogue = library::unpack({reinterpret_cast<const char*>(list->data()), list->size()}, content_.path);
    if (!catalogue) return fail(Fault::not_library, name_in(content_.path));
    revision_ = *revision;
    return catalogue;
}

Result<Bytes> Reader::read(const std::string& path, std::size_t largest) {
    if (const auto name = name_in_library(path)) return library_->read(*name, largest, largest);
    return platform::read_file(path, largest);
}

Result<Bytes> Reader::read_beside(const std::string& path, std::string_view name, std::size_t largest,
                                  std::size_t first) {
    const std::string folder = platform::folder_of(path);
    if (!name_in_library(path)) return platform::read_below(folder, name, largest, first);
    const auto named = name_in_library(folder + "/" + std::string(name));
    return named ? library_->read(*named, largest, first) : fail(Fault::missing, name_in(name));
}

std::optional<platform::Stamp> Reader::stamp_of(std::string_view name) {
    if (!library_) return platform::stamp_of(path_of(name));
    const auto state = library_->state_of(std::string(name));
    if (!state || !*state) return std::nullopt;
    return platform::Stamp{0, 0, static_cast<std::uint64_t>(**state)};
}

std::string Reader::path_of(std::string_view name) const {
    return content_.path + "/" + std::string(name);
}

std::optional<std::string> Reader::name_in_library(const std::string& path) const {
    if (!library_ || !path.starts_with(content_.path + "/")) return std::nullopt;
    return path.substr(content_.path.size() + 1);
}

}  // namespace tingdu::runtime
