// A stick as staff go through it: it is looked at, what it would bring is shown, somebody chooses, the articles come
// in. Values, and what may be chosen when. How files are read, and how a library changes, it does not know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/staff/brought.h"
#include "kiosk/base/result.h"
#include "kiosk/base/stick.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

/// How articles come or came in from a stick.
struct Delivered {
    std::size_t fresh{};
    std::size_t replaced{};
    std::size_t unchanged{};
    std::size_t gone{};                                  ///< taken away, as only those of the stick are wanted
    std::size_t refused{};                               ///< files that are left out
    std::size_t others{};                                ///< articles of the library that the stick does not have
    std::vector<prepare::Remark> remarks;                ///< the worst first, as many as anybody goes through
    std::size_t remark_count{};                          ///< all that there are
    std::shared_ptr<const mandarin::OwnWords> readings;  ///< that count once the articles are there; may be none
    std::optional<library::Source> vouched;              ///< whoever has signed the pack that they are of
    bool changes_library = false;                        ///< if only by a picture or a reading
    std::shared_ptr<const BroughtHouse> house;           ///< settings that the pack brings; may be none
};

struct Delivery {
    enum class Stage {
        reading,   ///< its files are being found
        checking,  ///< its articles are being gone through; nothing has changed yet
        offered,   ///< somebody is to choose
        arriving,  ///< the library takes them in
        done,
        nothing_new,
        failed,  ///< nothing has changed; `error` says why
        pulled,  ///< the same, because it is no longer there
        going_back,
        went_back,  ///< the library is again what it was before
    };
    enum class Receipt { none, written };

    Stick stick;
    Stage stage = Stage::reading;
    std::size_t count{};  ///< of what is being gone through
    std::size_t of{};     ///< 0 where nobody knows yet
    int seconds_left{};   ///< 0 where nobody knows yet
    std::int64_t since_ms{};
    std::int64_t told_ms{};                   ///< when it was said last how far it is
    int told = 0;                             ///< how often
    std::shared_ptr<const Delivered> brings;  ///< none before it has been looked at
    std::optional<Error> error;
    Receipt receipt{};
    bool is_there = true;
    bool is_seen = false;                          ///< what has become of it has stood on its screen
    bool takes_older = false;                      ///< staff want a pack that is not newer than what is there
    int offer = 0;                                 ///< the one with the focus
    int remark = 0;                                ///< the one with the focus
    int heard = 0;                                 ///< how often somebody wanted to hear the sentence that it is about
    std::vector<mandarin::LocalWord> corrections;  ///< that come in with the articles
    std::u32string changes;                        ///< what settings would be otherwise; empty where none would

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// Whether articles can be taken at all.
enum class Reception { none, library };

/// The sticks that are there: one is gone through at a time, the others wait their turn.
struct Sticks {
    Reception reception{};
    std::vector<Stick> there;
    std::vector<Stick> waiting;
    std::optional<Delivery> delivery;
};

/// What can be chosen now, the main thing first.
enum class StickOffer { take, look, take_only, leave, well, again, take_older, go_back };
/// What staff alone may choose: all that changes the library and nobody they trust has signed.
[[nodiscard]] bool is_for_staff(StickOffer offer, const Delivery& delivery);
[[nodiscard]] std::vector<StickOffer> offers(const Delivery& delivery);
[[nodiscard]] std::u32string label_of(StickOffer offer, const Delivery& delivery, const wording::Wording& words);

/// Work goes on for it, and nothing can be chosen.
[[nodiscard]] bool is_at_work(const Delivery& delivery);
/// Nothing will come of it any more: once it has been seen it may go.
[[nodiscard]] bool is_over(const Delivery& delivery);

/// What its owner knows it by: the last part of where it has been mounted.
[[nodiscard]] std::string stick_name(const Stick& stick);
/// The sentence that the remark with the focus is about; none where it is about a file or a picture.
[[nodiscard]] const prepare::InSentence* sentence_of_remark(const Delivery& delivery);
/// The same where its reading can be put right: there are several ways to read it.
[[nodiscard]] const prepare::InSentence* correctable(const Delivery& delivery);
/// What has been settled of a remark; none where nothing has.
[[nodiscard]] const prepare::Way* corrected(const prepare::Remark& remark, const Delivery& delivery);
/// By what sentences of the stick are read aloud: the list that will count, with what has been put right.
[[nodiscard]] mandarin::OwnWords words_of(const Delivery& delivery);
/// A remark as it stands in the list, and as it is told there: once it has been settled, how.
[[nodiscard]] std::u32string told_in_list(const prepare::Remark& remark, const Delivery& delivery,
                                          const wording::Wording& words);
[[nodiscard]] std::u32string told_aloud_in_list(const prepare::Remark& remark, const Delivery& delivery,
                                                const wording::Wording& words);
/// How it stands, as said and shown: what it is about; what of it is worth knowing.
[[nodiscard]] std::u32string told(const Delivery& delivery, const wording::Wording& words);
[[nodiscard]] std::u32string details(const Delivery& delivery, const wording::Wording& words);
/// The same for ears, as they are told a remark.
[[nodiscard]] std::u32string details_aloud(const Delivery& delivery, const wording::Wording& words);
/// How far it is and how long it will take; nothing where nothing is known.
[[nodiscard]] std::u32string progress(const Delivery& delivery, const wording::Wording& words);

}  // namespace tingdu::app
