#include "kiosk/runtime/desk.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/prepare/sort_key.h"
#include "kiosk/prepare/to_copy.h"
#include "kiosk/runtime/bookmarks_file.h"
#include "kiosk/runtime/pictures.h"
#include "kiosk/runtime/pin_file.h"
#include "kiosk/runtime/standing_file.h"
#include "kiosk/runtime/usage_file.h"
#include "kiosk/text/open.h"

namespace tingdu::runtime {
namespace {

Result<text::OpenedArticle> fetch(Reader& reader, parsing::Parser& parser, const std::string& path) {
    const auto bytes = reader.read(path, text::largest_file);
    if (!bytes) return tl::unexpected(bytes.error());
    return parser.open_article(*bytes, name_in(path), looking_around(reader, parser, path));
}

/// For a list nobody looks at pictures: that would open many files for each one in it. A file with nothing in it that
/// could be read is no article.
std::optional<library::Entry> entry_for_file(parsing::Parser& parser, std::string path) {
    const auto opened = platform::read_file(path, text::largest_file).and_then([&](const Bytes& bytes) {
        return parser.open_article(bytes, name_in(path));
    });
    if (opened) return entry_for(std::move(path), opened->article);
    if (opened.error().fault == Fault::empty) return std::nullopt;
    std::u32string name = library::name_of(name_in(path));
    return library::Entry{std::move(path), std::move(name), std::nullopt, 1};
}

/// In a folder that may not be there yet.
Result<void> keep(const std::string& path, std::string_view bytes) {
    const auto slash = path.rfind('/');
    if (slash != std::string::npos && slash > 0)
        if (auto made = platform::make_folder(path.substr(0, slash)); !made) return made;
    return platform::replace_file(path, bytes);
}

/// What cannot be read is as good as not there: nobody before the screen could do anything about it.
app::BookmarksKnown fetch_bookmarks(const std::string& path) {
    const auto bytes = platform::read_file(path, largest_bookmarks_file);
    const auto file = bytes ? std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : "";
    return {std::make_shared<const app::Bookmarks>(read_bookmarks(file)), read_mistakes(file)};
}

std::optional<app::Standing> take_standing(const std::string& path) {
    const auto bytes = platform::read_file(path, largest_standing_file);
    platform::remove_file(path);
    if (!bytes) return std::nullopt;
    return read_standing({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

/// Who sits at the desk. Each kind of order is seen to in a way of its own.
class Clerk {
  public:
    using Deliver = Desk::Deliver;

    Clerk(const Content& content, const std::stop_token& stop) : reader_(content), parser_(parsing::Patience(), stop) {
        parser_.start();  // so that the first article is there as fast as any other
    }

    void see_to(const FetchCatalogue&, const Deliver& deliver) {
        auto catalogue = reader_.new_catalogue();
        if (!catalogue) return deliver(app::CatalogueFailed{catalogue.error()});
        if (*catalogue) deliver(app::CatalogueRead{std::make_shared<const library::Catalogue>(std::move(**catalogue))});
    }
    void see_to(const FetchArticle& wanted, const Deliver& deliver) {
        auto opened = fetch(reader_, parser_, wanted.path);
        if (!opened) return deliver(app::ArticleFailed{wanted.path, opened.error()});
        const auto article = std::make_shared<const text::Article>(std::move(opened->article));
        deliver(app::ArticleOpened{wanted.path, article});
        deliver(app::ToCopyFound{article,
                                 std::make_shared<const std::vector<prepare::ToCopy>>(prepare::to_copy(*article))});
    }
    void see_to(const KeepKeys& keys, const Deliver& deliver) {
        if (const auto kept = keep(keys.path, keys.toml); !kept) deliver(app::KeysNotKept{kept.error()});
    }
    void see_to(const FetchBookmarks& wanted, const Deliver& deliver) { deliver(fetch_bookmarks(wanted.path)); }
    void see_to(const KeepBookmarks& wanted, const Deliver& deliver) {
        const auto kept = keep(wanted.path, written_bookmarks(*wanted.bookmarks, wanted.mistakes));
        if (!kept) deliver(app::BookmarksNotKept{kept.error()});
    }
    void see_to(const FetchStanding& wanted, const Deliver& deliver) {
        if (auto standing = take_standing(wanted.path)) deliver(app::BrokeOff{std::move(*standing)});
    }
    void see_to(const KeepStanding& visit, const Deliver&) {
        if (visit.standing) {
            (void)keep(visit.path, written_standing(*visit.standing));
        } else {
            platform::remove_file(visit.path);
        }
    }
    void see_to(const LookForPin& pin, const Deliver& deliver) { deliver(look_for_pin(pin.path)); }
    void see_to(const TryPin& pin, const Deliver& deliver) { deliver(try_pin(pin.path, pin.pin, pin.wrong_before)); }
    void see_to(const KeepPin& pin, const Deliver& deliver) {
        const auto kept = keep_pin(pin.path, pin.pin);
        deliver(kept ? app::Message(app::PinKept{}) : app::Message(app::PinNotKept{kept.error()}));
    }
    void see_to(const KeepHouse& house, const Deliver& deliver) {
        if (const auto kept = keep(house.path, house.toml); !kept) deliver(app::HouseNotKept{kept.error()});
    }
    void see_to(const KeepUsage& wanted, const Deliver&) { (void)keep(wanted.path, written_usage(wanted.usage)); }
    void see_to(const KeepMetrics& metrics, const Deliver&) { (void)keep(metrics.path, metrics.text); }

  private:
    Reader reader_;
    parsing::Parser parser_;
};

}  // namespace

Result<text::OpenedArticle> fetch_article(const std::string& path) {
    return fetch_article(Content(platform::folder_of(path)), path);
}

Result<text::OpenedArticle> fetch_article(const Content& content, const std::string& path) {
    Reader reader(content);
    parsing::Parser parser;
    return fetch(reader, parser, path);
}

library::Entry entry_for(std::string path, const text::Article& article) {
    return {std::move(path), article.title, article.date, library::minutes_of(library::seconds_of(article.text))};
}

library::ReadAs as_read_by(const mandarin::Lexicon& lexicon) {
    return [&lexicon](std::u32string_view name) { return prepare::sort_key(name, lexicon); };
}

Result<std::vector<library::Shelf>> fetch_shelves(const std::string& folder, const library::ReadAs& read_as) {
    auto paths = platform::list_files(folder);
    if (!paths) return tl::unexpected(paths.error());
    std::erase_if(*paths, [](const std::string& path) { return !library::is_article(path); });
    return library::arrange(std::move(*paths), read_as);
}

Result<library::Catalogue> fetch_catalogue(const std::string& folder, const library::ReadAs& read_as) {
    auto shelves = fetch_shelves(folder, read_as);
    if (!shelves) return tl::unexpected(shelves.error());
    library::Catalogue catalogue;
    parsing::Parser parser;
    for (library::Shelf& shelf : *shelves) {
        std::vector<library::Entry> entries;
        for (const std::string& path : shelf.paths)
            if (auto entry = entry_for_file(parser, folder + "/" + path)) entries.push_back(std::move(*entry));
        if (!entries.empty()) catalogue.subjects.push_back({std::move(shelf.name), entries});
    }
    return catalogue;
}

Desk::Work fetching(const Content& content, const std::stop_token& stop) {
    const auto clerk = std::make_shared<Clerk>(content, stop);
    return [clerk](const DeskOrder& order, const Desk::Deliver& deliver) {
        std::visit([&](const auto& wanted) { clerk->see_to(wanted, deliver); }, order);
    };
}

}  // namespace tingdu::runtime
