#include "kiosk/app/stick.h"

#include "kiosk/app/remarks.h"
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
            if (delivery.is_there) all.push_back(StickOffer::again);
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
        case StickOffer::go_back:
            return std::u32string(words[Phrase::stick_go_back]);
    }
    return {};
}

bool is_at_work(const Delivery& delivery) {
    return delivery.stage == Stage::reading || delivery.stage == Stage::checking || delivery.stage == Stage::arriving ||
           delivery.stage == Stage::going_back;
}

bool is_over(const Delivery& delivery) {
    return !is_at_work(delivery) && delivery.stage != Stage::offered;
}

std::string stick_name(const Stick& stick) {
    return stick.folder.substr(stick.folder.rfind('/') + 1);
}

const std::u32string* sentence_of_remark(const Delivery& delivery) {
    const auto& remark = delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)];
    const auto* doubtful = std::get_if<prepare::InSentence>(&remark.what);
    return doubtful ? &doubtful->sentence : nullptr;
}

std::u32string told(const Delivery& delivery, const wording::Wording& words) {
    switch (delivery.stage) {
        case Stage::reading:
            return std::u32string(words[Phrase::stick_reading]);
        case Stage::checking:
            return std::u32string(words[Phrase::stick_checking]);
        case Stage::offered:
            return brings(*delivery.brings, words);
        case Stage::arriving:
            return std::u32string(words[Phrase::stick_arriving]);
        case Stage::done:
            return std::u32string(words[delivery.is_there ? Phrase::stick_done : Phrase::stick_done_gone]);
        case Stage::nothing_new:
            return std::u32string(words[delivery.is_there ? Phrase::stick_nothing_new : Phrase::import_nothing_new]);
        case Stage::failed:
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
    if (delivery.stage == Stage::done) {
        const Delivered& all = *delivery.brings;
        std::u32string came = words.say(
            Phrase::imported,
            {{"fresh", all.fresh}, {"replaced", all.replaced}, {"unchanged", all.unchanged}, {"gone", all.gone}});
        if (delivery.receipt == Delivery::Receipt::written) came += words[Phrase::stick_receipt];
        return came;
    }
    const bool is_to_be_seen =
        delivery.stage == Stage::offered || delivery.stage == Stage::nothing_new || delivery.stage == Stage::failed;
    if (!is_to_be_seen || !has_remarks(delivery)) return {};
    const std::u32string worst = told(delivery.brings->remarks.front(), words);
    return words.say(Phrase::stick_remarks, {{"count", delivery.brings->remark_count}, {"worst", worst}});
}

std::u32string progress(const Delivery& delivery, const wording::Wording& words) {
    if (!is_at_work(delivery) || delivery.count == 0) return {};
    if (delivery.of == 0) return words.say(Phrase::stick_found, {{"count", delivery.count}});
    if (delivery.seconds_left == 0)
        return words.say(Phrase::stick_progress, {{"number", delivery.count}, {"count", delivery.of}});
    return words.say(Phrase::stick_progress_left,
                     {{"number", delivery.count}, {"count", delivery.of}, {"seconds", delivery.seconds_left}});
}

}  // namespace tingdu::app
