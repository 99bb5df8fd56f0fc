#include "kiosk/app/stick.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/correcting.h"
#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using wording::Phrase;
using Stage = Delivery::Stage;

bool has_remarks(const Delivery& delivery) {
    return delivery.brings && !delivery.brings->remarks.empty();
}

bool has_others(const Delivery& delivery) {
    return delivery.brings && delivery.brings->others > 0;
}

std::u32string brings(const Delivered& all, const wording::Wording& words) {
    return words.say(
        Phrase::stick_brings,
        {{"fresh", all.fresh}, {"replaced", all.replaced}, {"unchanged", all.unchanged}, {"refused", all.refused}});
}

std::u32string what_came(const Delivery& delivery, const wording::Wording& words) {
    const Delivered& all = *delivery.brings;
    const std::u32string came =
        words.say(Phrase::imported,
                  {{"fresh", all.fresh}, {"replaced", all.replaced}, {"unchanged", all.unchanged}, {"gone", all.gone}});
    if (delivery.receipt == Delivery::Receipt::written)
        return together({came, std::u32string(words[Phrase::stick_receipt])});
    return delivery.is_there ? together({came, std::u32string(words[Phrase::stick_no_receipt])}) : came;
}

bool shows_worst(const Delivery& delivery) {
    const bool is_to_be_seen =
        delivery.stage == Stage::offered || delivery.stage == Stage::nothing_new || delivery.stage == Stage::failed;
    return is_to_be_seen && has_remarks(delivery);
}

std::u32string remarks_with(std::u32string_view worst, const Delivery& delivery, const wording::Wording& words) {
    return words.say(Phrase::stick_remarks, {{"count", delivery.brings->remark_count}, {"worst", worst}});
}

}  // namespace

std::vector<StickOffer> offers(const Delivery& delivery) {
    std::vector<StickOffer> all;
    switch (delivery.stage) {
        case Stage::offered:
            all.push_back(StickOffer::take);
            if (has_remarks(delivery)) all.push_back(StickOffer::look);
            if (has_others(delivery)) all.push_back(StickOffer::take_only);
            all.push_back(StickOffer::leave);
            break;
        case Stage::nothing_new:
            if (!delivery.corrections.empty() && delivery.is_there) all.push_back(StickOffer::take);
            all.push_back(StickOffer::well);
            if (has_remarks(delivery)) all.push_back(StickOffer::look);
            if (has_others(delivery)) all.push_back(StickOffer::take_only);
            break;
        case Stage::done:
            all = {StickOffer::well, StickOffer::go_back};
            break;
        case Stage::failed:
            all.push_back(StickOffer::well);
            if (has_remarks(delivery)) all.push_back(StickOffer::look);
            if (delivery.is_there && !delivery.stick.trouble) {
                const bool is_older = delivery.error && delivery.error->fault == Fault::older_pack;
                all.push_back(is_older ? StickOffer::take_older : StickOffer::again);
            }
            break;
        case Stage::pulled:
        case Stage::went_back:
            all.push_back(StickOffer::well);
            break;
        case Stage::reading:
        case Stage::checking:
        case Stage::arriving:
        case Stage::going_back:
            break;
    }
    return all;
}

std::u32string label_of(StickOffer offer, const Delivery& delivery, const wording::Wording& words) {
    switch (offer) {
        case StickOffer::take:
            return std::u32string(words[Phrase::stick_take]);
        case StickOffer::look:
            return words.say(Phrase::stick_look, {{"count", delivery.brings->remark_count}});
        case StickOffer::take_only:
            return words.say(Phrase::stick_take_only, {{"count", delivery.brings->others}});
        case StickOffer::leave:
            return std::u32string(words[Phrase::stick_leave]);
        case StickOffer::well:
            return std::u32string(words[Phrase::stick_well]);
        case StickOffer::again:
            return std::u32string(words[Phrase::try_again]);
        case StickOffer::take_older:
            return std::u32string(words[Phrase::stick_take_older]);
        case StickOffer::go_back:
            return std::u32string(words[Phrase::stick_go_back]);
    }
    return {};
}

bool is_for_staff(StickOffer offer, const Delivery& delivery) {
    switch (offer) {
        case StickOffer::take:
            // What has been put right here nobody has signed.
            return !(delivery.brings && delivery.brings->vouched && delivery.corrections.empty());
        case StickOffer::take_only:
        case StickOffer::take_older:
        case StickOffer::go_back:
            return true;
        case StickOffer::look:
        case StickOffer::leave:
        case StickOffer::well:
        case StickOffer::again:
            return false;
    }
    return true;
}

bool is_at_work(const Delivery& delivery) {
    return delivery.stage == Stage::reading || delivery.stage == Stage::checking || delivery.stage == Stage::arriving ||
           delivery.stage == Stage::going_back;
}

bool is_over(const Delivery& delivery) {
    return !is_at_work(delivery) && delivery.stage != Stage::offered;
}

std::string stick_name(const Stick& stick) {
    return name_in(stick.folder);
}

const prepare::InSentence* sentence_of_remark(const Delivery& delivery) {
    const auto& remark = delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)];
    return std::get_if<prepare::InSentence>(&remark.what);
}

const prepare::InSentence* correctable(const Delivery& delivery) {
    const prepare::InSentence* doubtful = sentence_of_remark(delivery);
    const bool is_open = delivery.stage == Stage::offered || delivery.stage == Stage::nothing_new;
    return doubtful && is_open && is_correctable(*doubtful) ? doubtful : nullptr;
}

const prepare::Way* corrected(const prepare::Remark& remark, const Delivery& delivery) {
    const auto* doubtful = std::get_if<prepare::InSentence>(&remark.what);
    return doubtful ? settled_in(*doubtful, delivery.corrections) : nullptr;
}

mandarin::OwnWords words_of(const Delivery& delivery) {
    mandarin::OwnWords all;
    if (delivery.brings && delivery.brings->readings) all = *delivery.brings->readings;
    return mandarin::laid_over(std::move(all), delivery.corrections);
}

std::u32string told_in_list(const prepare::Remark& remark, const Delivery& delivery, const wording::Wording& words) {
    const prepare::Way* settled = corrected(remark, delivery);
    if (!settled) return told(remark, words);
    return words.say(Phrase::remark_corrected,
                     {{"word", settled->word.text}, {"pinyin", mandarin::printed(settled->word)}});
}

std::u32string told_aloud_in_list(const prepare::Remark& remark, const Delivery& delivery,
                                  const wording::Wording& words) {
    const prepare::Way* settled = corrected(remark, delivery);
    if (!settled) return told_aloud(remark, words);
    return words.say(Phrase::remark_corrected_spoken, {{"word", settled->word.text}});
}

std::u32string told(const Delivery& delivery, const wording::Wording& words) {
    switch (delivery.stage) {
        case Stage::reading:
            return std::u32string(words[Phrase::stick_reading]);
        case Stage::checking:
            return std::u32string(words[Phrase::stick_checking]);
        case Stage::offered:
            if (!delivery.brings->vouched) return brings(*delivery.brings, words);
            return together({told_sources({*delivery.brings->vouched}, words), brings(*delivery.brings, words)});
        case Stage::arriving:
            return std::u32string(words[Phrase::stick_arriving]);
        case Stage::done:
            return std::u32string(words[delivery.is_there ? Phrase::stick_done : Phrase::stick_done_gone]);
        case Stage::nothing_new:
            return std::u32string(words[delivery.is_there ? Phrase::stick_nothing_new : Phrase::import_nothing_new]);
        case Stage::failed:
            if (const auto trouble = delivery.stick.trouble)
                return std::u32string(words[*trouble == Stick::Trouble::unformatted ? Phrase::stick_unformatted
                                                                                    : Phrase::stick_unmountable]);
            // Of permissions whoever brought it knows nothing.
            if (delivery.error->fault == Fault::unreadable && delivery.error->subject == stick_name(delivery.stick))
                return std::u32string(words[Phrase::stick_unmountable]);
            return from_utf8(sentence(*delivery.error, words));
        case Stage::pulled:
            return std::u32string(words[Phrase::stick_pulled]);
        case Stage::going_back:
            return std::u32string(words[Phrase::stick_going_back]);
        case Stage::went_back:
            return std::u32string(words[Phrase::stick_went_back]);
    }
    return {};
}

std::u32string details(const Delivery& delivery, const wording::Wording& words) {
    if (delivery.stage == Stage::done) return what_came(delivery, words);
    if (delivery.stage == Stage::offered && !delivery.changes.empty()) return delivery.changes;
    if (!shows_worst(delivery)) return {};
    return remarks_with(told(delivery.brings->remarks.front(), words), delivery, words);
}

std::u32string details_aloud(const Delivery& delivery, const wording::Wording& words) {
    if (!shows_worst(delivery) || !delivery.changes.empty()) return details(delivery, words);
    return remarks_with(told_aloud(delivery.brings->remarks.front(), words), delivery, words);
}

std::u32string progress(const Delivery& delivery, const wording::Wording& words) {
    if (!is_at_work(delivery) || delivery.count == 0) return {};
    if (delivery.of == 0) return words.say(Phrase::stick_found, {{"count", delivery.count}});
    const Phrase done = delivery.stage == Stage::arriving ? Phrase::stick_progress_arriving : Phrase::stick_progress;
    std::u32string far = words.say(done, {{"number", delivery.count}, {"count", delivery.of}});
    if (delivery.seconds_left == 0) return far;
    if (far.back() < 0x80) far += U' ';
    constexpr int minute = 60;
    constexpr int in_seconds = 2 * minute;  // beyond which nobody counts them
    if (delivery.seconds_left <= in_seconds)
        return far + words.say(Phrase::stick_seconds_left, {{"seconds", delivery.seconds_left}});
    return far + words.say(Phrase::stick_minutes_left, {{"minutes", (delivery.seconds_left + minute / 2) / minute}});
}

}  // namespace tingdu::app
