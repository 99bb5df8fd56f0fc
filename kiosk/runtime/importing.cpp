#include "kiosk/runtime/importing.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/pictures.h"
#include "kiosk/text/open.h"

namespace tingdu::runtime {
namespace {

namespace fs = std::filesystem;
using library::Arrival;

/// Nothing that can be read is larger, so no file of this size is touched.
constexpr std::uint64_t largest_of_all = std::max(text::largest_file, text::largest_picture);

Fault fault_of(platform::Found::Kind kind) {
    using Kind = platform::Found::Kind;
    switch (kind) {
        case Kind::link:
            return Fault::link;
        case Kind::special:
            return Fault::special_file;
        case Kind::too_deep:
            return Fault::too_deep;
        case Kind::file:
        case Kind::unreadable:
            break;
    }
    return Fault::unreadable;
}

/// None that follows would fare better.
bool is_no_fault_of_files(Fault fault) {
    return fault == Fault::no_parser || fault == Fault::given_up;
}

/// A library may lie on the very folder that comes into it.
std::string path_below(const std::string& folder, const std::string& library) {
    std::error_code error;
    const fs::path to = fs::weakly_canonical(library, error);
    const fs::path from = fs::weakly_canonical(folder, error);
    const std::string way = to.lexically_relative(from).generic_string();
    return error || way.starts_with("..") ? std::string() : way;
}

class Importing {
  public:
    /// `edition` is null where nothing shall change.
    Importing(const Import& order, const mandarin::Lexicon& lexicon, const ImportWatch& watch,
              platform::NextEdition* edition)
        : order_(order),
          lexicon_(lexicon),
          watch_(watch),
          library_(order.library),
          edition_(edition),
          parser_(parsing::Patience::for_a_stick(), watch.stop) {}

    Result<Imported> run() {
        return survey().and_then([this](auto offers) { return take(std::move(offers)); });
    }

  private:
    Result<std::vector<library::Offer>> survey() {
        auto found = order_.from.survey([this](std::string_view name) {
            constexpr std::size_t told_each = 100;
            if (++seen_ % told_each == 0) tell_progress(seen_, 0);
            return name != library::readings_file && library::is_passed_over(name);
        });
        if (!found) return tl::unexpected(found.error());
        if (const std::string own = path_below(order_.from.folder(), order_.library); !own.empty())
            std::erase_if(*found, [&](const platform::Found& one) { return one.path.starts_with(own); });
        std::vector<std::string> paths;
        paths.reserve(found->size());
        for (const platform::Found& one : *found) paths.push_back(one.path);
        const auto names = parser_.names_as_read(paths);
        if (!names) return tl::unexpected(names.error());
        std::vector<library::Offer> offers;
        for (std::size_t i = 0; i < found->size(); ++i) {
            platform::Found& one = (*found)[i];
            std::string name = (*names)[i];
            if (one.kind == platform::Found::Kind::file) {
                offers.push_back({std::move(one.path), std::move(name), one.size});
            } else {
                if (one.kind == platform::Found::Kind::unreadable) unreadable_.push_back(library::key_of(name) + "/");
                leave_out(name, fault_of(one.kind));
            }
        }
        return offers;
    }

    Result<Imported> take(std::vector<library::Offer> offers) {
        auto present = library_.names();
        if (!present && present.error().fault == Fault::missing) present = std::vector<std::string>();
        if (!present) return tl::unexpected(present.error());
        intake_ = library::plan_intake(std::move(offers), std::move(*present), order_.way);
        for (const std::string_view name : {library::provenance_file, library::waiting_settings_file})
            std::erase(intake_.staying, name);
        keep_what_may_be_there();
        provenance_ = provenance_before();
        if (auto newer = make_sure_of_age(); !newer) return tl::unexpected(newer.error());
        imported_.others = static_cast<std::size_t>(
            std::count_if(intake_.staying.begin(), intake_.staying.end(), &library::is_article) +
            std::count_if(intake_.going.begin(), intake_.going.end(), &library::is_article));
        for (const library::LeftOut& one : intake_.left_out) leave_out(one.name, one.fault);
        for (const std::string& name : intake_.staying) staying_.emplace(library::key_of(name), name);
        for (const Arrival& picture : intake_.pictures) pictures_.emplace(library::key_of(picture.name), &picture);

        room_ = platform::room_for_edition(order_.library);
        put_aside();
        auto taken = make_sure_of_space()
                         .and_then([this] { return tell_of_strange(); })
                         .and_then([this] { return take_pictures_there_before(); })
                         .and_then([this] { return take_readings(); })
                         .and_then([this] { return take_settings(); })
                         .and_then([this] { return take_articles(); })
                         .and_then([this] { return finish(); });
        if (!taken) return tl::unexpected(taken.error());
        return std::move(imported_);
    }

    /// Nobody knows what lies in a folder that cannot be looked into: what is in the library from there does not go.
    void keep_what_may_be_there() {
        const auto may_be = [this](const std::string& name) {
            return std::ranges::any_of(unreadable_, [key = library::key_of(name)](const std::string& folder) {
                return key.starts_with(folder);
            });
        };
        std::ranges::copy_if(intake_.going, std::back_inserter(intake_.staying), may_be);
        std::erase_if(intake_.going, may_be);
    }

    // Where it comes from.

    [[nodiscard]] library::Provenance provenance_before() {
        const std::string name(library::provenance_file);
        if (const auto state = library_.state_of(name); !state || !*state) return {};
        const auto bytes = library_.read(name, largest_of_all, largest_of_all);
        return bytes ? library::read_provenance({reinterpret_cast<const char*>(bytes->data()), bytes->size()})
                     : library::Provenance();
    }

    /// What the last pack of this name brought goes, unless this one brings it again.
    Result<void> make_sure_of_age() {
        const auto* last = order_.origin ? library::find(provenance_, order_.origin->pack.name) : nullptr;
        if (!last) return {};
        if (order_.age == Import::Age::newer && last->pack.number >= order_.origin->pack.number)
            return fail(Fault::older_pack, order_.origin->pack.name);
        const std::unordered_set<std::string_view> theirs(last->files.begin(), last->files.end());
        const auto goes = [&](const std::string& name) { return theirs.contains(name); };
        std::ranges::copy_if(intake_.staying, std::back_inserter(intake_.going), goes);
        std::erase_if(intake_.staying, goes);
        return {};
    }

    /// As it will be. What a stick brings as it was is still whose it was.
    [[nodiscard]] library::Provenance provenance_after() const {
        library::Provenance after = provenance_;
        if (after.empty() && !order_.origin) return after;
        std::vector<std::string> files = intake_.going;
        library::hand_over(after, files, nullptr);
        files.clear();
        const auto stays = [this](const std::string& name) {
            const auto found = staying_.find(library::key_of(name));
            return found != staying_.end() && found->second == name;
        };
        std::ranges::copy_if(placed_, std::back_inserter(files), [&](const std::string& name) { return !stays(name); });
        if (order_.origin)
            for (const auto* arrivals : {&intake_.articles, &intake_.pictures})
                for (const Arrival& one : *arrivals)
                    if (const std::string& name = one.replaces ? *one.replaces : one.name; stays(name))
                        files.push_back(name);
        for (const std::string_view name : {library::readings_file, library::waiting_settings_file})
            std::erase(files, name);  // they are the place's own
        std::ranges::sort(files);
        library::hand_over(after, files, order_.origin ? &*order_.origin : nullptr);
        return after;
    }

    [[nodiscard]] std::uint64_t bytes_of_articles() const {
        std::uint64_t bytes = 0;
        for (const Arrival& arrival : intake_.articles) bytes += arrival.size <= text::largest_file ? arrival.size : 0;
        return bytes;
    }

    /// What is shown before it is taken is read once, if the disk has room for it a third time.
    void put_aside() {
        std::uint64_t bytes = bytes_of_articles();
        for (const Arrival& picture : intake_.pictures)
            bytes += picture.size <= text::largest_picture ? picture.size : 0;
        for (const library::Offer& one : intake_.strange) bytes += std::min<std::uint64_t>(one.size, head_bytes);
        if (bytes + bytes / 2 <= room_) order_.from.put_aside_in(platform::folder_of(order_.library));
    }

    /// Before anything is read, if it is plain by then: what is as it was takes no room, and what that is comes out
    /// later.
    [[nodiscard]] Result<void> make_sure_of_space() const {
        std::uint64_t bytes = 0;
        for (const Arrival& arrival : intake_.articles)
            bytes += !arrival.replaces && arrival.size <= text::largest_file ? arrival.size : 0;
        return room_for(bytes);
    }

    [[nodiscard]] Result<void> room_for(std::uint64_t bytes) const {
        if (bytes > room_) return fail(Fault::no_space, stick_name());
        return {};
    }

    /// Some article has a use for these, or they would not be there.
    Result<void> take_pictures_there_before() {
        for (const Arrival& picture : intake_.pictures) {
            if (!picture.replaces) {
                mark_fresh(picture.name);
                continue;
            }
            const auto bytes = read(picture.source, picture.size, text::largest_picture);
            if (!bytes && bytes.error().fault == Fault::source_gone) return tl::unexpected(bytes.error());
            if (!bytes) leave_out(picture.name, bytes.error().fault);
            if (!bytes || is_as_before(*picture.replaces, *bytes)) {
                staying_.emplace(library::key_of(*picture.replaces), *picture.replaces);
                continue;
            }
            if (auto added = add(*picture.replaces, *bytes); !added) return added;
            mark_fresh(picture.name);
        }
        return {};
    }

    /// Word by word: what has just been put right counts before what the stick says, and that before what was there.
    /// Where only the stick's files are wanted, its list alone is left if it has one.
    Result<void> take_readings() {
        const std::string name(library::readings_file);
        std::optional<Bytes> brought;
        if (intake_.readings) {
            auto bytes = read_readings(*intake_.readings);
            if (!bytes) return tl::unexpected(bytes.error());
            brought = std::move(*bytes);
            found_something_ = found_something_ || brought;
        }
        const std::optional<Bytes> before = readings_before();
        if (!brought && !before && order_.corrections.empty()) return {};
        const Bytes nothing;
        const bool merges = brought && before && order_.way == library::Way::add;
        const Bytes& base = brought && !merges ? *brought : before ? *before : nothing;
        const std::u32string was = list_in(base);
        std::u32string list = was;
        if (merges) list = mandarin::merged(list, mandarin::words_in(list_in(*brought), lexicon_), lexicon_);
        list = mandarin::merged(list, order_.corrections, lexicon_);
        if (watch_.readings) watch_.readings(mandarin::words_in(list, lexicon_));
        const std::string utf8 = to_utf8(list);
        const auto written = std::as_bytes(std::span(utf8));
        const Bytes bytes = list == was ? base : Bytes(written.begin(), written.end());
        if (!is_as_before(name, bytes)) return add(name, bytes);
        staying_.emplace(name, name);
        return {};
    }

    /// Nothing is set by that: what a pack would have set waits for staff, and its next one counts in its place.
    Result<void> take_settings() {
        if (!order_.origin) return {};
        Bytes brought;
        for (const std::string_view name : library::settings_files)
            if (auto bytes = platform::read_file(order_.from.folder() + "/" + std::string(name), largest_list))
                brought = std::move(*bytes);
        const std::string name(library::waiting_settings_file);
        const auto before = library_.read(name, largest_list, largest_list);
        return brought == before.value_or(Bytes()) ? Result<void>() : add(name, brought);
    }

    /// Nothing where it is left out.
    Result<std::optional<Bytes>> read_readings(const Arrival& list) {
        auto bytes = read(list.source, list.size, largest_list);
        if (!bytes && bytes.error().fault == Fault::source_gone) return tl::unexpected(bytes.error());
        const auto text = bytes ? characters_of(*bytes) : tl::unexpected(bytes.error());
        if (!text) {
            leave_out(list.name, text.error().fault);
            return std::nullopt;
        }
        for (const mandarin::Remark& each : mandarin::read_list(*text, lexicon_).remarks)
            remark({list.name, each.line, each});
        return std::move(*bytes);
    }

    /// One that was taken away with an earlier edition is none.
    [[nodiscard]] std::optional<Bytes> readings_before() {
        const std::string name(library::readings_file);
        if (const auto state = library_.state_of(name); !state || !*state) return std::nullopt;
        auto bytes = library_.read(name, largest_list, largest_list);
        return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    }

    [[nodiscard]] Result<std::u32string> characters_of(const Bytes& list) {
        if (list.empty()) return std::u32string();
        return parser_.characters(list, std::string(library::readings_file));
    }
    [[nodiscard]] std::u32string list_in(const Bytes& list) { return characters_of(list).value_or(std::u32string()); }

    /// So that whoever brings a new version under another name is told.
    void meet_what_stays() {
        for (const std::string& name : intake_.staying)
            if (const auto there = before().find(name); there != before().end())
                met_.is_there(name, there->second.title);
    }

    /// What the list of the library says of the articles that are there. Nobody asks where nothing is new.
    const std::unordered_map<std::string, library::Entry>& before() {
        if (!before_) before_ = entries_before();
        return *before_;
    }

    Result<void> take_articles() {
        std::size_t done = 0;
        for (const Arrival& article : intake_.articles) {
            if (watch_.stop.stop_requested()) return fail(Fault::given_up, stick_name());
            if (auto taken = take_article(article); !taken) return taken;
            tell_progress(++done, intake_.articles.size());
        }
        tell_of_unused_pictures();
        return {};
    }

    Result<void> take_article(const Arrival& article) {
        const auto bytes = read(article.source, article.size, text::largest_file);
        if (!bytes && bytes.error().fault == Fault::source_gone) return tl::unexpected(bytes.error());
        if (!bytes) return refuse(article, {bytes.error().fault, name_in(article.name), {}});
        const bool is_unchanged = article.replaces && is_as_before(*article.replaces, *bytes);
        if (is_unchanged) {
            ++imported_.unchanged;
            found_something_ = true;
            staying_.emplace(library::key_of(*article.replaces), *article.replaces);
            if (!has_fresh_picture_around(article.name)) return {};
        }
        Result<void> brought;
        const auto opened = parser_.open_article(*bytes, name_in(article.name), looking(article.name, brought));
        if (!brought) return brought;
        if (!opened && is_no_fault_of_files(opened.error().fault)) return tl::unexpected(opened.error());
        if (!opened) return refuse(article, opened.error());
        tell_of(article.name, *bytes, *opened);
        if (!before_) meet_what_stays();
        if (const auto same = met_.meet(article.name, opened->article.title)) remark(*same);
        if (is_unchanged) return {};
        ++(article.replaces ? imported_.replaced : imported_.fresh);
        fresh_.emplace(article.name, entry_for(article.name, opened->article));
        return add(article.name, *bytes);
    }

    /// What was there under its name is better than nothing.
    Result<void> refuse(const Arrival& article, const Error& error) {
        leave_out(article.name, error);
        if (article.replaces) staying_.emplace(library::key_of(*article.replaces), *article.replaces);
        return {};
    }

    /// A picture comes in when an article asks for it, under the name by which it asks. What stops the import as a
    /// whole is left in `brought`.
    parsing::Parser::LookAtPicture looking(const std::string& article, Result<void>& brought) {
        const auto fetch = [this, &article, &brought](const std::string& picture) -> Result<Bytes> {
            if (!brought) return tl::unexpected(brought.error());
            const auto slash = article.rfind('/');
            return bring((slash == std::string::npos ? "" : article.substr(0, slash + 1)) + picture, brought);
        };
        return looking_closely(fetch, parser_);
    }

    Result<Bytes> bring(const std::string& name, Result<void>& brought) {
        const std::string key = library::key_of(name);
        asked_.insert(key);
        const auto stays = staying_.find(key);
        if (stays != staying_.end() && stays->second == name) {
            placed_.insert(name);
            return library_.read(name, text::largest_picture, text::largest_picture);
        }
        const auto offered = pictures_.find(key);
        if (offered == pictures_.end()) return fail(Fault::missing, name_in(name));
        auto bytes = read(offered->second->source, offered->second->size, text::largest_picture);
        if (!bytes && bytes.error().fault == Fault::source_gone) brought = tl::unexpected(bytes.error());
        if (bytes && !placed_.contains(name)) brought = add(name, *bytes);
        return bytes;
    }

    Result<void> finish() {
        imported_.gone =
            static_cast<std::size_t>(std::count_if(intake_.going.begin(), intake_.going.end(), &library::is_article));
        const bool has_article = !fresh_.empty() || std::any_of(staying_.begin(), staying_.end(), [](const auto& one) {
            return library::is_article(one.second);
        });
        if (!found_something_ || !has_article) return fail(Fault::nothing_to_take, stick_name());
        const library::Provenance after = provenance_after();
        if (has_added_ || !intake_.going.empty() || after != provenance_) {
            if (edition_)
                if (auto published = publish(after); !published) return published;
            imported_.library = Imported::Library::changed;
        }
        std::vector<std::string> names;
        for (const auto& [name, entry] : fresh_) names.push_back(name);
        for (const library::Shelf& shelf : library::arrange(std::move(names), order_.read_as))
            for (const std::string& name : shelf.paths)
                imported_.came_in.push_back({shelf.name, fresh_.at(name).title});
        return {};
    }

    Result<void> publish(const library::Provenance& provenance) {
        if (provenance != provenance_) {
            const std::string text = library::written(provenance);
            if (auto put = edition_->put(std::string(library::provenance_file), std::as_bytes(std::span(text))); !put)
                return put;
        }
        for (const std::string& name : intake_.going)
            if (!placed_.contains(name))
                if (auto dropped = edition_->drop(name); !dropped) return dropped;
        std::vector<std::string> names;
        for (const auto& [name, entry] : fresh_) names.push_back(name);
        for (const auto& [key, name] : staying_)
            if (library::is_article(name) && !fresh_.contains(name)) names.push_back(name);
        auto shelves = library::arrange(std::move(names), order_.read_as);
        const library::Owners owners(provenance);
        for (library::Shelf& shelf : shelves) shelf.sources = owners.of(shelf.paths);
        const std::string list = library::pack(shelves, [&](const std::string& name) {
            const auto fresh = fresh_.find(name);
            if (fresh != fresh_.end()) return fresh->second;
            const auto there = before().find(name);
            return there == before().end() ? opened_again(name) : there->second;
        });
        return edition_->publish(std::as_bytes(std::span(list)));
    }

    std::unordered_map<std::string, library::Entry> entries_before() {
        std::unordered_map<std::string, library::Entry> entries;
        const auto list = library_.list();
        const auto catalogue =
            list ? library::unpack({reinterpret_cast<const char*>(list->data()), list->size()}, {}) : std::nullopt;
        if (!catalogue) return entries;
        for (const library::Subject& subject : catalogue->subjects)
            for (library::Entry entry : subject.entries) {
                std::string name = entry.path;
                entries.emplace(std::move(name), std::move(entry));
            }
        return entries;
    }

    library::Entry opened_again(const std::string& name) {
        const auto opened =
            library_.read(name, text::largest_file, text::largest_file).and_then([&](const Bytes& bytes) {
                return parser_.open_article(bytes, name_in(name));
            });
        if (opened) return entry_for(name, opened->article);
        return {name, library::name_of(name_in(name)), std::nullopt, 1};
    }

    // The stick.

    [[nodiscard]] std::string stick_name() const { return name_in(order_.from.folder()); }

    /// Fault source_gone where the stick is no longer there, and not just something wrong with the file.
    [[nodiscard]] Result<Bytes> read(const std::string& source, std::uint64_t size, std::size_t largest) const {
        if (size > largest) return fail(Fault::too_large, {});
        auto bytes = order_.from.read(source, largest, largest);
        const bool was_there = bytes ? bytes->size() != size : bytes.error().fault == Fault::missing;
        if (was_there) return fail(Fault::changing, {});
        return bytes;
    }

    Result<void> tell_of_strange(const library::Offer& file) {
        const std::string name = name_in(file.name);
        const auto bytes = order_.from.read(file.source, file.size, head_bytes);
        if (!bytes && bytes.error().fault == Fault::source_gone) return tl::unexpected(bytes.error());
        const auto may_be =
            bytes ? parser_.may_be_article(*bytes, name) : Result<void>(fail(bytes.error().fault, name));
        leave_out(file.name, may_be ? Error{Fault::kind_not_taken, name, {}} : may_be.error());
        return {};
    }

    Result<void> tell_of_strange() {
        for (const library::Offer& one : intake_.strange) {
            if (watch_.stop.stop_requested()) return fail(Fault::given_up, stick_name());
            if (auto told = tell_of_strange(one); !told) return told;
        }
        return {};
    }

    /// One that lies on the stick and nobody would see. A saved page brings many that are none of its article.
    void tell_of_unused_pictures() {
        for (const Arrival& picture : intake_.pictures)
            if (!picture.replaces && !picture.of_saved_page && !asked_.contains(library::key_of(picture.name)))
                leave_out(picture.name, Fault::picture_unused);
    }

    void leave_out(const std::string& name, Fault fault) { leave_out(name, Error{fault, name_in(name), {}}); }

    // Whoever follows.

    void leave_out(const std::string& name, const Error& error) {
        ++imported_.refused;
        remark({name, 0, error});
    }

    void tell_of(const std::string& name, const Bytes& bytes, const text::OpenedArticle& opened) {
        if (watch_.look_over) {
            auto characters = parser_.characters(bytes, name).value_or(std::u32string());
            for (const prepare::Remark& each : watch_.look_over(name, std::move(characters), opened)) remark(each);
        } else {
            for (const text::Problem& problem : opened.problems) remark({name, problem.line, problem});
        }
    }

    void remark(const prepare::Remark& what) const {
        if (watch_.remark) watch_.remark(what);
    }

    void tell_progress(std::size_t done, std::size_t of) const {
        if (watch_.progress) watch_.progress(done, of);
    }

    // The library.

    [[nodiscard]] bool is_as_before(const std::string& name, const Bytes& bytes) {
        const auto before = library_.read(name, largest_of_all, largest_of_all);
        return before && *before == bytes;
    }

    Result<void> add(const std::string& name, const Bytes& bytes) {
        has_added_ = true;
        found_something_ = true;
        if (!placed_.insert(name).second) return {};
        added_ += bytes.size();
        if (auto room = room_for(added_); !room || !edition_) return room;
        return edition_->put(name, bytes);
    }

    void mark_fresh(const std::string& picture) {
        for (auto slash = picture.rfind('/'); slash != std::string::npos && slash > 0;
             slash = picture.rfind('/', slash - 1))
            fresh_pictures_in_.insert(picture.substr(0, slash));
        fresh_pictures_in_.insert(std::string());
    }

    [[nodiscard]] bool has_fresh_picture_around(const std::string& article) const {
        const auto slash = article.rfind('/');
        return fresh_pictures_in_.contains(slash == std::string::npos ? std::string() : article.substr(0, slash));
    }

    static constexpr std::size_t largest_list = 1U << 20U;
    static constexpr std::size_t head_bytes = 64U << 10U;  ///< by which the kind of a file is told

    const Import& order_;
    const mandarin::Lexicon& lexicon_;
    const ImportWatch& watch_;
    platform::Library library_;  ///< as it is before
    platform::NextEdition* edition_;
    parsing::Parser parser_;
    library::Intake intake_;
    library::Provenance provenance_;                                         ///< as it is before
    std::unordered_map<std::string, const Arrival*> pictures_;               ///< by their keys
    std::unordered_map<std::string, std::string> staying_;                   ///< names by their keys
    std::optional<std::unordered_map<std::string, library::Entry>> before_;  ///< articles that are there, by name
    std::unordered_map<std::string, library::Entry> fresh_;                  ///< articles that come in, by name
    std::vector<std::string> unreadable_;                ///< folders, as the keys of what lies in them begin
    std::unordered_set<std::string> asked_;              ///< keys of pictures that some article shows
    std::unordered_set<std::string> placed_;             ///< files that come in, and pictures that are asked for
    std::unordered_set<std::string> fresh_pictures_in_;  ///< folders, with those above them
    std::size_t seen_ = 0;                               ///< names on the stick
    prepare::Titles met_;
    std::uint64_t room_ = 0;   ///< bytes that may come in
    std::uint64_t added_ = 0;  ///< bytes that do
    bool has_added_ = false;
    bool found_something_ = false;
    Imported imported_;
};

}  // namespace

Result<Imported> import_articles(const Import& order, const mandarin::Lexicon& lexicon, const ImportWatch& watch) {
    if (order.extent == Import::Extent::preview) return Importing(order, lexicon, watch, nullptr).run();
    const auto edition = platform::NextEdition::begin(order.library);
    if (!edition) return tl::unexpected(edition.error());
    return Importing(order, lexicon, watch, edition->get()).run();
}

}  // namespace tingdu::runtime
