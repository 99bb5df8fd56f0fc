#include "kiosk/runtime/receiving.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/library/provenance.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/platform/files/brought.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/runtime/brought_pack.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/gathering.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/runtime/receipt.h"

namespace tingdu::runtime {
namespace {

using prepare::Remark;

/// Nobody goes through more on a screen or on paper; the worst are the first.
constexpr std::size_t most_remarks = 500;

/// The worst that are remarked of, and how many there are in all.
class Remarks {
  public:
    void add(const Remark& remark) {
        ++count_;
        all_.push_back(remark);
        if (all_.size() >= 2 * most_remarks) keep_worst_of(all_);
    }
    [[nodiscard]] std::vector<Remark> worst() const {
        std::vector<Remark> worst = all_;
        keep_worst_of(worst);
        return worst;
    }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    static void keep_worst_of(std::vector<Remark>& remarks) {
        std::ranges::stable_sort(remarks, {}, prepare::gravity);
        if (remarks.size() > most_remarks) remarks.erase(remarks.begin() + most_remarks, remarks.end());
    }

    std::vector<Remark> all_;
    std::size_t count_ = 0;
};

/// What could be said instead, for each reading that somebody may put right.
void find_ways(std::vector<Remark>& remarks, const mandarin::Knowledge& knowledge) {
    using Doubt = prepare::Finding::Kind;
    for (Remark& remark : remarks)
        if (auto* doubtful = std::get_if<prepare::InSentence>(&remark.what))
            if (const Doubt kind = doubtful->finding.kind; kind == Doubt::polyphone || kind == Doubt::surname)
                doubtful->ways = prepare::ways_to_read(doubtful->sentence, doubtful->finding.shown.begin, knowledge);
}

/// Of those that can be put right, the first of each word: what is settled for it counts wherever it stands.
std::vector<prepare::InSentence> correctable_of(const std::vector<Remark>& remarks) {
    std::vector<prepare::InSentence> all;
    std::set<std::u32string> words;
    for (const Remark& remark : remarks) {
        const auto* doubtful = std::get_if<prepare::InSentence>(&remark.what);
        if (!doubtful || !app::is_correctable(*doubtful)) continue;
        if (words.insert(doubtful->ways.front().word.text).second) all.push_back(*doubtful);
    }
    return all;
}

/// A stick that has been looked at, as it will be taken.
struct LookedAt {
    LookedAt(const Stick& one, std::optional<OpenedPack> opened)
        : stick(one), pack(std::move(opened)), gathering(pack ? pack->folder : one.folder, Gathering::Use::again) {}

    Stick stick;
    std::optional<OpenedPack> pack;  ///< that lies on it, and is all that counts then
    Import::Age age{};
    Gathering gathering;
    Remarks remarks;
    mandarin::OwnWords words;          ///< that will count once the articles are there
    mandarin::LocalReadings readings;  ///< the same, to look up
};

std::shared_ptr<app::Delivered> delivered(const Imported& imported, const Remarks& remarks) {
    auto all = std::make_shared<app::Delivered>();
    all->fresh = imported.fresh;
    all->replaced = imported.replaced;
    all->unchanged = imported.unchanged;
    all->gone = imported.gone;
    all->refused = imported.refused;
    all->others = imported.others;
    all->changes_library = imported.library == Imported::Library::changed;
    all->remark_count = remarks.count();
    all->remarks = remarks.worst();
    return all;
}

/// One order at work.
class Reception {
  public:
    Reception(const Receiving& all, std::unique_ptr<LookedAt>& looked_at, const Receiver::Deliver& deliver)
        : all_(all), looked_at_(looked_at), deliver_(deliver) {}

    void perform(const app::LookAtStick& order) {
        if (const auto looked = look_anew_at(order.stick); !looked) return refuse(order.stick, looked.error());
        looked_at_->age = order.takes_older ? Import::Age::any : Import::Age::newer;
        const auto imported = bring({.from = looked_at_->gathering,
                                     .library = all_.library,
                                     .way = library::Way::add,
                                     .extent = Import::Extent::preview},
                                    Check::whole);
        if (!imported) return fail(imported.error());
        auto brings = delivered(*imported, looked_at_->remarks);
        if (looked_at_->pack) {
            const library::Manifest& pack = looked_at_->pack->origin.pack;
            brings->vouched = library::Source{pack.from, pack.issued, library::Source::Proof::signature};
            brings->house = settings_in(looked_at_->pack->folder);
        }
        find_ways(brings->remarks, {all_.lexicon, &looked_at_->readings});
        brings->readings = std::make_shared<const mandarin::OwnWords>(looked_at_->words);
        looked_at_->gathering.let_go();
        deliver_(app::StickLookedAt{order.stick, std::move(brings)});
    }

    void perform(const app::TakeStick& order) {
        const bool was_looked_at = looked_at_ && looked_at_->stick == order.stick;
        if (!was_looked_at)
            if (const auto looked = look_anew_at(order.stick); !looked) return refuse(order.stick, looked.error());
        // What has been put right is no longer doubtful, wherever it stands.
        const Check check = was_looked_at && order.corrections.empty() ? Check::done : Check::whole;
        if (check == Check::whole) looked_at_->remarks = {};
        const auto imported = bring({.from = looked_at_->gathering,
                                     .library = all_.library,
                                     .way = order.way,
                                     .extent = Import::Extent::whole,
                                     .corrections = order.corrections},
                                    check);
        if (!imported) return fail(imported.error());
        const auto brought = delivered(*imported, looked_at_->remarks);
        looked_at_.reset();
        const auto leave = [&](const std::string& folder) {
            return leave_receipt(folder, {*imported, brought->remarks, order.today, order.corrections},
                                 (*all_.languages)[0]);
        };
        const auto left = all_.while_writable ? all_.while_writable(order.stick, leave) : leave(order.stick.folder);
        const bool is_left = left.has_value();
        deliver_(app::StickTaken{order.stick, brought,
                                 is_left ? app::Delivery::Receipt::written : app::Delivery::Receipt::none});
    }

    void perform(const app::GoBack& order) {
        if (const auto back = platform::go_back(all_.library); !back)
            return deliver_(app::StickFailed{order.stick, back.error(), delivered({}, {})});
        deliver_(app::WentBack{order.stick});
    }

    void perform(const app::GoBackInLibrary&) {
        if (const auto back = platform::go_back(all_.library); !back) return deliver_(app::LibraryStayed{back.error()});
        deliver_(app::LibraryWentBack{});
    }

    // What staff want besides.

    void perform(const app::LookForReadings&) {
        auto words = fetch_own_words(all_.library, all_.lexicon);
        if (!words) return deliver_(app::StaffFailed{app::StaffFailed::What::readings, words.error()});
        deliver_(app::ReadingsSeen{std::make_shared<const mandarin::OwnWords>(std::move(*words))});
    }

    void perform(const app::ForgetReading& order) {
        const auto gone = forget_word(all_.library, order.word, all_.lexicon);
        if (!gone) return deliver_(app::StaffFailed{app::StaffFailed::What::readings, gone.error()});
        perform(app::LookForReadings{});
    }

    void perform(const app::KeepReading& order) {
        const auto kept = keep_word(all_.library, order.word, all_.lexicon);
        if (!kept) return deliver_(app::StaffFailed{app::StaffFailed::What::readings, kept.error()});
        perform(app::LookForReadings{});
    }

    /// As a check of a stick sees it; what is settled already is heard as it is.
    void perform(const app::LookForDoubts& order) {
        const auto failed = [&](const Error& error) {
            deliver_(app::StaffFailed{app::StaffFailed::What::doubts, error});
        };
        const auto own = fetch_own_words(all_.library, all_.lexicon);
        if (!own) return failed(own.error());
        const auto opened = fetch_article({all_.library, Content::Kind::library}, order.path);
        if (!opened) return failed(opened.error());
        const mandarin::LocalReadings readings(*own);
        auto remarks = prepare::look_over(order.path, {}, *opened, {all_.lexicon, &readings}, all_.showable);
        Remarks worst;
        for (const Remark& remark : remarks) worst.add(remark);
        remarks = worst.worst();
        find_ways(remarks, {all_.lexicon, &readings});
        deliver_(
            app::DoubtsSeen{std::make_shared<const app::Doubts>(app::Doubts{order.path, correctable_of(remarks)})});
    }

    void perform(const app::LookForWaitingSettings&) {
        const std::string name(library::waiting_settings_file);
        const auto bytes = platform::Library(all_.library).read(name, largest_settings, largest_settings);
        const bool is_any = bytes && !bytes->empty() && all_.house_form.read;
        deliver_(app::SettingsWait{is_any ? settings_of(*bytes, std::string(library::settings_files[0])) : nullptr});
    }

    void perform(const app::LookForTrust& order) {
        auto keys = keys_to_show(all_.keys, folder_of(order.stick));
        if (!keys) return deliver_(app::StaffFailed{app::StaffFailed::What::trust, keys.error()});
        deliver_(app::TrustSeen{std::make_shared<const std::vector<app::TrustedKey>>(std::move(*keys))});
    }

    void perform(const app::SetTrust& order) {
        const auto changed = change_trust(all_.keys, order.key, folder_of(order.stick));
        if (!changed) return deliver_(app::StaffFailed{app::StaffFailed::What::trust, changed.error()});
        perform(app::LookForTrust{order.stick});
    }

    void perform(const LeaveUsage& order) {
        std::vector<std::string> names;
        const auto left = leave_on(order.stick, [&](const std::string& folder) -> Result<void> {
            auto saved = leave_records(folder, order.usage, all_.log ? all_.log() : Log(), (*all_.languages)[0]);
            if (!saved) return tl::unexpected(saved.error());
            names = std::move(*saved);
            return {};
        });
        tell_of_saving(left, std::move(names));
    }

    void perform(const app::SaveSettings& order) {
        const std::string name = settings_name();
        const auto left = leave_on(order.stick, [&](const std::string& folder) {
            return platform::replace_file(folder + "/" + name,
                                          all_.house_form.written(app::fit_to_travel(*order.house)));
        });
        tell_of_saving(left, {name});
    }

    void perform(const app::LookForSettingsOn& order) {
        const auto open = platform::BroughtFolder::open(order.stick.folder, platform::BroughtFolder::Hold::loose);
        if (!open) return deliver_(app::StaffFailed{app::StaffFailed::What::settings, open.error()});
        Error error{Fault::missing, settings_name(), {}};
        for (const std::string_view name : library::settings_files) {
            const auto bytes = (*open)->read(name, largest_settings, largest_settings);
            if (bytes) return deliver_(app::SettingsBrought{settings_of(*bytes, std::string(name))});
            if (bytes.error().fault != Fault::missing) error = bytes.error();
        }
        deliver_(app::StaffFailed{app::StaffFailed::What::settings, error});
    }

  private:
    enum class Check { whole, done };
    static constexpr std::size_t largest_settings = std::size_t{1} << 20U;

    [[nodiscard]] std::shared_ptr<const app::BroughtHouse> settings_of(const Bytes& bytes,
                                                                       const std::string& name) const {
        return std::make_shared<const app::BroughtHouse>(
            all_.house_form.read({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, name));
    }

    /// Of a pack that has been opened; none where it has none.
    [[nodiscard]] std::shared_ptr<const app::BroughtHouse> settings_in(const std::string& folder) const {
        if (!all_.house_form.read) return nullptr;
        for (const std::string_view name : library::settings_files) {
            const auto bytes = platform::read_file(folder + "/" + std::string(name), largest_settings);
            if (bytes) return settings_of(*bytes, std::string(name));
        }
        return nullptr;
    }

    [[nodiscard]] std::string settings_name() const {
        return to_utf8((*all_.languages)[0][wording::Phrase::settings_file]) + ".toml";
    }

    static std::optional<std::string> folder_of(const std::optional<Stick>& stick) {
        return stick ? std::optional(stick->folder) : std::nullopt;
    }

    Result<void> leave_on(const Stick& stick, const platform::Media::Write& leave) {
        const auto and_sync = [&](const std::string& folder) {
            return leave(folder).and_then([&] { return platform::sync_drive(folder); });
        };
        return all_.while_writable ? all_.while_writable(stick, and_sync) : and_sync(stick.folder);
    }

    void tell_of_saving(const Result<void>& saved, std::vector<std::string> names) {
        if (!saved) return deliver_(app::StaffFailed{app::StaffFailed::What::records, saved.error()});
        deliver_(app::RecordsSaved{std::move(names)});
    }

    /// What was put aside of another goes at once.
    Result<void> look_anew_at(const Stick& stick) {
        looked_at_.reset();
        const auto keys = keys_on(all_.keys);
        if (!keys) return tl::unexpected(keys.error());
        const std::string away = platform::folder_of(all_.library);
        if (const auto made = platform::make_folder(away); !made) return made;
        auto pack = brought_pack(stick.folder, *keys, away);
        if (!pack) return tl::unexpected(pack.error());
        looked_at_ = std::make_unique<LookedAt>(stick, std::move(*pack));
        return {};
    }

    Result<Imported> bring(Import import, Check check) {
        import.read_as = as_read_by(all_.lexicon);
        LookedAt& now = *looked_at_;
        if (now.pack) import.origin = now.pack->origin;
        import.age = now.age;
        std::size_t told = 0;
        ImportWatch watch;
        watch.progress = [&](std::size_t done, std::size_t of) {
            // A hundred times in all, however many there are.
            if (of > 0 && done < of && done * 100 / of == told * 100 / of) return;
            told = done;
            deliver_(app::StickProgress{now.stick, done, of});
        };
        watch.stop = all_.stop;
        if (check == Check::whole) {
            watch.remark = [&](const Remark& remark) { now.remarks.add(remark); };
            watch.readings = [&](const mandarin::OwnWords& words) {
                now.words = words;
                now.readings = mandarin::LocalReadings(words);
            };
            watch.look_over = [&](const std::string& file, std::u32string characters,
                                  const text::OpenedArticle& opened) {
                return prepare::look_over(file, std::move(characters), opened, {all_.lexicon, &now.readings},
                                          all_.showable);
            };
        }
        return import_articles(import, all_.lexicon, watch);
    }

    void refuse(const Stick& stick, const Error& error) { deliver_(app::StickFailed{stick, error, delivered({}, {})}); }

    void fail(const Error& error) {
        const auto looked_at = std::move(looked_at_);
        deliver_(app::StickFailed{looked_at->stick, error, delivered({}, looked_at->remarks)});
    }

    const Receiving& all_;
    std::unique_ptr<LookedAt>& looked_at_;
    const Receiver::Deliver& deliver_;
};

}  // namespace

Receiver::Work receiving(Receiving all) {
    return [all = std::move(all), looked_at = std::make_shared<std::unique_ptr<LookedAt>>()](
               const ReceiveOrder& order, const Receiver::Deliver& deliver) {
        std::visit([&](const auto& what) { Reception(all, *looked_at, deliver).perform(what); }, order);
    };
}

}  // namespace tingdu::runtime
