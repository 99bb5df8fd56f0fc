// A reading that staff put right: a character in its sentence, each way to read it, and last of all to keep the way
// that was heard. Where the sentence stands, and where what is kept goes, it does not know.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "kiosk/mandarin/own_words.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

struct Correcting {
    prepare::InSentence doubtful;  ///< with two ways at least
    mandarin::OwnWords own;        ///< that count for its sentence besides
    int number{};                  ///< which of how many it is, from 1
    std::size_t count{};
    std::size_t tried{};  ///< the way that was heard last; the first is how it is read anyway
    int entry{};          ///< the one with the focus
    int heard{};          ///< how often a way was chosen
};

/// Somebody begins. `settled` is what they have settled before, if that: whoever comes wants another than counts now.
[[nodiscard]] Correcting correcting_of(const prepare::InSentence& doubtful, mandarin::OwnWords own, int number,
                                       std::size_t count, const prepare::Way* settled);
/// The way among those of `doubtful` that one of these words is; none where none is.
[[nodiscard]] const prepare::Way* settled_in(const prepare::InSentence& doubtful, const mandarin::OwnWords& words);
/// Whether there is more than one way to read it.
[[nodiscard]] bool is_correctable(const prepare::InSentence& doubtful);

[[nodiscard]] const prepare::Way& tried_way(const Correcting& correcting);
/// By what its sentence is read aloud as it was tried last.
[[nodiscard]] std::shared_ptr<const mandarin::LocalReadings> readings_of(const Correcting& correcting);
/// Its ways, and to keep what was tried.
[[nodiscard]] int entry_count(const Correcting& correcting);
/// As shown: how the entry says the character, and by which word one knows it; or that it is kept.
[[nodiscard]] std::u32string label_of(int entry, const Correcting& correcting, const wording::Wording& words);

}  // namespace tingdu::app
