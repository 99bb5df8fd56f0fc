#include "kiosk/platform/synthesizer/marks.h"

#include <algorithm>
#include <optional>

#include "kiosk/base/characters.h"

namespace tingdu::platform {
namespace {

using Times = std::vector<std::optional<std::size_t>>;

Times first_events(std::span<const std::size_t> words, std::span<const WordEvent> events) {
    Times times(words.size());
    std::size_t next = 0;  // no event may point before the words that have been heard already
    for (const WordEvent& event : events) {
        const auto after = std::ranges::upper_bound(words, event.offset);
        if (after == words.begin()) continue;
        const auto word = static_cast<std::size_t>(after - words.begin()) - 1;
        if (word < next) continue;
        times[word] = event.sample;
        next = word + 1;
    }
    return times;
}

bool can_be_said(std::u32string_view word) {
    return std::ranges::any_of(word, [](char32_t c) { return is_latin(c) || is_digit(c); });
}

std::size_t count_between(std::span<const std::size_t> rising, std::size_t begin, std::size_t end) {
    return static_cast<std::size_t>(std::ranges::lower_bound(rising, end) - std::ranges::lower_bound(rising, begin));
}

}  // namespace

Marks mark_words(std::u32string_view input, std::span<const std::size_t> words, std::span<const WordEvent> events,
                 std::span<const std::size_t> vowels, std::size_t length) {
    Marks marks;
    if (words.empty()) return marks;
    const Times times = first_events(words, events);
    const auto offset = [&](std::size_t word) { return word < words.size() ? words[word] : input.size(); };

    marks.starts.resize(words.size());
    for (std::size_t word = 0; word < words.size();) {
        // A stretch: from a word with a time (or the first) up to the next that has one.
        std::size_t next = word + 1;
        while (next < words.size() && !times[next]) ++next;
        const std::size_t begin = times[word].value_or(0);
        const std::size_t end = std::max(begin, next < words.size() ? *times[next] : length);
        const std::size_t letters = std::max<std::size_t>(offset(next) - offset(word), 1);
        const bool vowels_enough = count_between(vowels, begin, end) >= next - word;
        for (std::size_t i = word; i < next; ++i) {
            marks.starts[i] = begin + (end - begin) * (offset(i) - offset(word)) / letters;
            const bool shares_vowels = vowels_enough && can_be_said(input.substr(offset(i), offset(i + 1) - offset(i)));
            if (times[i] || shares_vowels) ++marks.sounded;
        }
        word = next;
    }

    marks.starts.front() = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::size_t left = words.size() - i;
        const std::size_t last = length > left ? length - left : 0;
        marks.starts[i] = std::max(std::min(marks.starts[i], last), marks.starts[i - 1] + 1);
    }
    return marks;
}

}  // namespace tingdu::platform
