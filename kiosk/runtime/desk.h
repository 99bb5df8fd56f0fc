// The desk where files are fetched, opened and written: the content folder becomes a catalogue, a file becomes an
// article. Files may be slow or hang; nobody waits for them.
#pragma once

#include <stop_token>
#include <string>
#include <variant>

#include "kiosk/app/message.h"
#include "kiosk/app/usage.h"
#include "kiosk/base/result.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/text/article.h"

namespace tingdu::runtime {

/// Answered where there is something new.
struct FetchCatalogue {};
struct FetchArticle {
    std::string path;
};
/// What has been learned of the keys is written down; only a failure is told of.
struct KeepKeys {
    std::string path;
    std::string toml;
};
struct FetchBookmarks {
    std::string path;
};
/// Only a failure is told of.
struct KeepBookmarks {
    std::string path;
    std::shared_ptr<const app::Bookmarks> bookmarks;
    app::Mistakes mistakes;
};
/// Answered where a visit broke off. What has been fetched is no longer kept.
struct FetchStanding {
    std::string path;
};
/// Nothing to keep: what was kept is taken away. Nothing is told of: nobody would be helped by knowing.
struct KeepStanding {
    std::string path;
    std::optional<app::Standing> standing;
};
/// Answered by PinIs; by PinTried; by PinKept or PinNotKept.
struct LookForPin {
    std::string path;
};
struct TryPin {
    std::string path;
    std::string pin;
    int wrong_before{};  ///< as far as the mind knows
};
struct KeepPin {
    std::string path;
    std::string pin;
};
/// What staff have settled; only a failure is told of.
struct KeepHouse {
    std::string path;
    std::string toml;
};
/// Nothing is told of: nobody before the screen would be helped by knowing.
struct KeepUsage {
    std::string path;
    app::Usage usage;
};
/// For a program that collects them; it reads the old or the new ones. Nothing is told of.
struct KeepMetrics {
    std::string path;
    std::string text;
};
using DeskOrder = std::variant<FetchCatalogue, FetchArticle, KeepKeys, FetchBookmarks, KeepBookmarks, FetchStanding,
                               KeepStanding, LookForPin, TryPin, KeepPin, KeepHouse, KeepUsage, KeepMetrics>;
using Desk = Worker<DeskOrder, app::Message>;

/// The work itself; needs nothing but the files.
[[nodiscard]] Desk::Work fetching(const Content& content, const std::stop_token& stop = {});

/// For names as they are read by this lexicon, which must outlive it.
[[nodiscard]] library::ReadAs as_read_by(const mandarin::Lexicon& lexicon);

/// For commands that have nobody to keep waiting. The articles of a folder by name only, in order.
[[nodiscard]] Result<std::vector<library::Shelf>> fetch_shelves(const std::string& folder,
                                                                const library::ReadAs& read_as = {});
[[nodiscard]] Result<library::Catalogue> fetch_catalogue(const std::string& folder,
                                                         const library::ReadAs& read_as = {});
/// A file of no content, or one of some, with the sizes of its pictures.
[[nodiscard]] Result<text::OpenedArticle> fetch_article(const std::string& path);
[[nodiscard]] Result<text::OpenedArticle> fetch_article(const Content& content, const std::string& path);
/// What a list says of one.
[[nodiscard]] library::Entry entry_for(std::string path, const text::Article& article);

}  // namespace tingdu::runtime
