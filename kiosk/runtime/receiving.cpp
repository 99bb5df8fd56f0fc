#include "kiosk/runtime/receiving.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/mandarin/own_words.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/runtime/desk.h"
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
        if (all_.size() >= 2 * most_remarks) keep_worst();
    }
    [[nodiscard]] std::vector<Remark> take() && {
        keep_worst();
        return std::move(all_);
    }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    void keep_worst() {
        std::ranges::stable_sort(all_, {}, prepare::gravity);
        all_.resize(std::min(all_.size(), most_remarks));
    }

    std::vector<Remark> all_;
    std::size_t count_ = 0;
};

/// The list that will count once the articles are there: as an import has it.
mandarin::OwnWords readings_for(const Import& import, const Receiving& all) {
    const auto words_in = [&](const Content& content) {
        const auto list = fetch_list(content);
        return list ? std::optional(mandarin::words_in(*list, all.lexicon)) : std::nullopt;
    };
    const auto stick = words_in(Content(import.from));
    const auto before = words_in(Content(import.library, Content::Kind::library));
    const bool merges = before && (!stick || import.way == library::Way::add);
    mandarin::OwnWords words = merges ? *before : mandarin::OwnWords();
    if (stick) words = mandarin::laid_over(std::move(words), *stick);
    return mandarin::laid_over(std::move(words), import.corrections);
}

/// What could be said instead, for each reading that somebody may put right.
void find_ways(std::vector<Remark>& remarks, const mandarin::Knowledge& knowledge) {
    using Kind = prepare::Finding::Kind;
    for (Remark& remark : remarks)
        if (auto* doubtful = std::get_if<prepare::InSentence>(&remark.what))
            if (const Kind kind = doubtful->finding.kind; kind == Kind::polyphone || kind == Kind::surname)
                doubtful->ways = prepare::ways_to_read(doubtful->sentence, doubtful->finding.shown.begin, knowledge);
}

std::shared_ptr<app::Delivered> delivered(const Imported& imported, Remarks remarks) {
    auto all = std::make_shared<app::Delivered>();
    all->fresh = imported.fresh;
    all->replaced = imported.replaced;
    all->unchanged = imported.unchanged;
    all->gone = imported.gone;
    all->refused = imported.refused;
    all->others = imported.others;
    all->changes_library = imported.library == Imported::Library::changed;
    all->remark_count = remarks.count();
    all->remarks = std::move(remarks).take();
    return all;
}

/// One order at work.
class Reception {
  public:
    Reception(const Receiving& all, const Receiver::Deliver& deliver) : all_(all), deliver_(deliver) {}

    void perform(const app::LookAtStick& order) {
        const auto imported =
            bring({order.stick.folder, all_.library, library::Way::add, Import::Extent::preview, {}}, order.stick);
        if (!imported) return fail(order.stick, imported.error());
        auto brings = delivered(*imported, std::move(remarks_));
        find_ways(brings->remarks, {all_.lexicon, &readings_});
        brings->readings = words_;
        deliver_(app::StickLookedAt{order.stick, std::move(brings)});
    }

    void perform(const app::TakeStick& order) {
        const auto imported =
            bring({order.stick.folder, all_.library, order.way, Import::Extent::whole, order.corrections}, order.stick);
        if (!imported) return fail(order.stick, imported.error());
        const auto brought = delivered(*imported, std::move(remarks_));
        const auto leave = [&] {
            return leave_receipt(order.stick.folder, {*imported, brought->remarks, order.today, order.corrections},
                                 (*all_.languages)[0]);
        };
        const auto left = all_.while_writable ? all_.while_writable(order.stick, leave) : leave();
        const bool is_left = left.has_value();
        deliver_(app::StickTaken{order.stick, brought,
                                 is_left ? app::Delivery::Receipt::written : app::Delivery::Receipt::none});
    }

    void perform(const app::GoBack& order) {
        if (const auto back = platform::go_back(all_.library); !back) return fail(order.stick, back.error());
        deliver_(app::WentBack{order.stick});
    }

  private:
    Result<Imported> bring(Import import, const Stick& stick) {
        import.read_as = as_read_by(all_.lexicon);
        words_ = std::make_shared<const mandarin::OwnWords>(readings_for(import, all_));
        readings_ = mandarin::LocalReadings(*words_);
        std::size_t told = 0;
        ImportWatch watch;
        watch.remark = [this](const Remark& remark) { remarks_.add(remark); };
        watch.progress = [&](std::size_t done, std::size_t of) {
            // A hundred times in all, however many there are.
            if (of > 0 && done < of && done * 100 / of == told * 100 / of) return;
            told = done;
            deliver_(app::StickProgress{stick, done, of});
        };
        watch.stop = all_.stop;
        watch.look_over = [&](const std::string& file, std::u32string characters, const text::OpenedArticle& opened) {
            return prepare::look_over(file, std::move(characters), opened, {all_.lexicon, &readings_}, all_.showable);
        };
        return import_articles(import, all_.lexicon, watch);
    }

    void fail(const Stick& stick, const Error& error) {
        deliver_(app::StickFailed{stick, error, delivered({}, std::move(remarks_))});
    }

    const Receiving& all_;
    const Receiver::Deliver& deliver_;
    Remarks remarks_;
    std::shared_ptr<const mandarin::OwnWords> words_;  ///< that count once the articles are there
    mandarin::LocalReadings readings_;                 ///< the same, to look up
};

}  // namespace

Receiver::Work receiving(Receiving all) {
    return [all = std::move(all)](const ReceiveOrder& order, const Receiver::Deliver& deliver) {
        std::visit([&](const auto& what) { Reception(all, deliver).perform(what); }, order);
    };
}

}  // namespace tingdu::runtime
