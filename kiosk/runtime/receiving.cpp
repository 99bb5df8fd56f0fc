#include "kiosk/runtime/receiving.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/platform/store/store.h"
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

/// The list that will count once the articles are there: the stick's own, or else the library's.
mandarin::LocalReadings readings_for(const std::string& stick, const Receiving& all) {
    const auto own = fetch_readings(Content(stick), all.lexicon);
    if (own) return own->readings;
    const auto list = fetch_readings(Content(all.library, Content::Kind::library), all.lexicon);
    return list ? list->readings : mandarin::LocalReadings();
}

std::shared_ptr<const app::Delivered> delivered(const Imported& imported, Remarks remarks) {
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
            bring({order.stick.folder, all_.library, library::Way::add, Import::Extent::preview}, order.stick);
        if (!imported) return fail(order.stick, imported.error());
        deliver_(app::StickLookedAt{order.stick, delivered(*imported, std::move(remarks_))});
    }

    void perform(const app::TakeStick& order) {
        const auto imported = bring({order.stick.folder, all_.library, order.way}, order.stick);
        if (!imported) return fail(order.stick, imported.error());
        const auto brought = delivered(*imported, std::move(remarks_));
        const bool is_left =
            leave_receipt(order.stick.folder, {*imported, brought->remarks, order.today}, (*all_.languages)[0])
                .has_value();
        deliver_(app::StickTaken{order.stick, brought,
                                 is_left ? app::Delivery::Receipt::written : app::Delivery::Receipt::none});
    }

    void perform(const app::GoBack& order) {
        if (const auto back = platform::go_back(all_.library); !back) return fail(order.stick, back.error());
        deliver_(app::WentBack{order.stick});
    }

  private:
    Result<Imported> bring(const Import& import, const Stick& stick) {
        const mandarin::LocalReadings own = readings_for(import.from, all_);
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
            return prepare::look_over(file, std::move(characters), opened, {all_.lexicon, &own}, all_.showable);
        };
        return import_articles(import, watch);
    }

    void fail(const Stick& stick, const Error& error) {
        deliver_(app::StickFailed{stick, error, delivered({}, std::move(remarks_))});
    }

    const Receiving& all_;
    const Receiver::Deliver& deliver_;
    Remarks remarks_;
};

}  // namespace

Receiver::Work receiving(Receiving all) {
    return [all = std::move(all)](const ReceiveOrder& order, const Receiver::Deliver& deliver) {
        std::visit([&](const auto& what) { Reception(all, deliver).perform(what); }, order);
    };
}

}  // namespace tingdu::runtime
