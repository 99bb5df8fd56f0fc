#include "kiosk/runtime/desk.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/platform/files/files.h"
#include "kiosk/prepare/to_copy.h"
#include "kiosk/runtime/pictures.h"

namespace tingdu::runtime {
namespace {

/// For a list nobody looks at pictures: that would open many files for each one in it.
enum class Pictures { left_alone, looked_at };

Result<text::OpenedArticle> fetch(const std::string& path, Pictures pictures) {
    const auto bytes = platform::read_file(path, text::largest_file);
    if (!bytes) return tl::unexpected(bytes.error());
    return text::open_article(*bytes, platform::name_in(path),
                              pictures == Pictures::looked_at ? looking_around(path, *bytes) : text::LookAtPicture());
}

/// A file that cannot be opened keeps its place under its own name: choosing it says what is wrong with it.
library::Entry entry_for(std::string path) {
    library::Entry entry;
    if (auto opened = fetch(path, Pictures::left_alone)) {
        entry.title = std::move(opened->article.title);
        entry.date = opened->article.date;
        entry.minutes = library::minutes_of(library::seconds_of(opened->article.text));
    } else {
        entry.title = library::name_of(platform::name_in(path));
        entry.minutes = 1;
    }
    entry.path = std::move(path);
    return entry;
}

Result<void> keep(const KeepKeys& keys) {
    const auto slash = keys.path.rfind('/');
    if (slash != std::string::npos && slash > 0)
        if (auto made = platform::make_folder(keys.path.substr(0, slash)); !made) return made;
    return platform::replace_file(keys.path, keys.toml);
}

}  // namespace

Result<text::OpenedArticle> fetch_article(const std::string& path) {
    return fetch(path, Pictures::looked_at);
}

Result<std::vector<library::Shelf>> fetch_shelves(const std::string& folder) {
    auto paths = platform::list_files(folder);
    if (!paths) return tl::unexpected(paths.error());
    std::erase_if(*paths, [](const std::string& path) { return !library::is_article(path); });
    return library::arrange(std::move(*paths));
}

Result<library::Catalogue> fetch_catalogue(const Content& content) {
    const auto folder = folder_now(content);
    if (!folder) return tl::unexpected(folder.error());
    auto shelves = fetch_shelves(*folder);
    if (!shelves) return tl::unexpected(shelves.error());
    library::Catalogue catalogue;
    for (library::Shelf& shelf : *shelves) {
        library::Subject subject{std::move(shelf.name), {}};
        for (const std::string& path : shelf.paths) subject.entries.push_back(entry_for(*folder + "/" + path));
        catalogue.subjects.push_back(std::move(subject));
    }
    return catalogue;
}

Desk::Work fetching() {
    return [](const DeskOrder& order, const Desk::Deliver& deliver) {
        if (const auto* wanted = std::get_if<FetchCatalogue>(&order)) {
            auto catalogue = fetch_catalogue(wanted->content);
            if (catalogue) {
                deliver(app::CatalogueRead{std::make_shared<const library::Catalogue>(std::move(*catalogue))});
            } else {
                deliver(app::CatalogueFailed{catalogue.error()});
            }
            return;
        }
        if (const auto* keys = std::get_if<KeepKeys>(&order)) {
            if (const auto kept = keep(*keys); !kept) deliver(app::KeysNotKept{kept.error()});
            return;
        }
        const std::string& path = std::get<FetchArticle>(order).path;
        auto opened = fetch_article(path);
        if (opened) {
            const auto article = std::make_shared<const text::Article>(std::move(opened->article));
            deliver(app::ArticleOpened{path, article});
            deliver(app::ToCopyFound{article,
                                     std::make_shared<const std::vector<prepare::ToCopy>>(prepare::to_copy(*article))});
        } else {
            deliver(app::ArticleFailed{path, opened.error()});
        }
    };
}

}  // namespace tingdu::runtime
