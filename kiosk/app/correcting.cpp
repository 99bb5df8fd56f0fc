#include "kiosk/app/correcting.h"

#include <algorithm>
#include <utility>

#include "kiosk/mandarin/pinyin.h"

namespace tingdu::app {

using wording::Phrase;

Correcting correcting_of(const prepare::InSentence& doubtful, mandarin::OwnWords own, int number, std::size_t count,
                         const prepare::Way* settled) {
    Correcting begun{doubtful, std::move(own), number, count};
    if (settled) begun.tried = static_cast<std::size_t>(settled - doubtful.ways.data());
    begun.entry = begun.tried == 0 ? 1 : static_cast<int>(begun.tried);
    return begun;
}

const prepare::Way* settled_in(const prepare::InSentence& doubtful, const mandarin::OwnWords& words) {
    const auto is_meant = [](const prepare::Way& way, const mandarin::LocalWord& word) {
        return way.word.text == word.text && way.word.syllables == word.syllables;
    };
    for (const prepare::Way& way : doubtful.ways)
        if (std::ranges::any_of(words, [&](const auto& word) { return is_meant(way, word); })) return &way;
    return nullptr;
}

bool is_correctable(const prepare::InSentence& doubtful) {
    return doubtful.ways.size() > 1;
}

const prepare::Way& tried_way(const Correcting& correcting) {
    return correcting.doubtful.ways[std::min(correcting.tried, correcting.doubtful.ways.size() - 1)];
}

std::shared_ptr<const mandarin::LocalReadings> readings_of(const Correcting& correcting) {
    return std::make_shared<const mandarin::LocalReadings>(
        mandarin::laid_over(correcting.own, {tried_way(correcting).word}));
}

int entry_count(const Correcting& correcting) {
    return static_cast<int>(correcting.doubtful.ways.size()) + 1;
}

std::u32string label_of(int entry, const Correcting& correcting, const wording::Wording& words) {
    if (entry + 1 < entry_count(correcting)) {
        const prepare::Way& way = correcting.doubtful.ways[static_cast<std::size_t>(entry)];
        const std::u32string pinyin = mandarin::printed(way.reading);
        return way.explained.empty() ? pinyin : pinyin + U" " + way.explained;
    }
    const prepare::Way& way = tried_way(correcting);
    return words.say(correcting.tried == 0 ? Phrase::correcting_leave : Phrase::correcting_keep,
                     {{"word", way.word.text}, {"pinyin", mandarin::printed(way.word)}});
}

}  // namespace tingdu::app
