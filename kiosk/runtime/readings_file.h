// The place's own list of readings as it lies among its articles now. A change is noticed by the file's stamp
// whenever somebody is about to compose, so that the next thing said goes by it. It knows when to read the list, not
// what stands in it. One thread only; blocks for as long as the drive takes.
#pragma once

#include <optional>
#include <string>

#include "kiosk/mandarin/front_end.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/report.h"
#include "kiosk/wording/wording.h"

namespace tingdu::runtime {

/// The list of a folder or a library as it is, in whatever encoding. Faults: those of reading a file, and
/// binary.
[[nodiscard]] Result<mandarin::ReadList> fetch_readings(const Content& content, const mandarin::Lexicon& lexicon);

/// The words of a library's list, as they stand in it; none where there is no list. Faults: as fetch_readings.
[[nodiscard]] Result<mandarin::OwnWords> fetch_own_words(const std::string& library, const mandarin::Lexicon& lexicon);
/// The list says nothing of this word any more, or settles it so; it is another edition. Faults: as fetch_own_words,
/// and those of the store.
[[nodiscard]] Result<void> forget_word(const std::string& library, std::u32string_view word,
                                       const mandarin::Lexicon& lexicon);
[[nodiscard]] Result<void> keep_word(const std::string& library, const mandarin::LocalWord& word,
                                     const mandarin::Lexicon& lexicon);

/// UTF-8, one line: "第 3 行：“liang9”不是普通话的音节".
[[nodiscard]] std::string sentence(const mandarin::Remark& remark, const wording::Wording& words);

class ReadingsFile {
  public:
    /// `lexicon` and `words` must outlive it. What is wrong in the list is reported once for each state of the file.
    ReadingsFile(const Content& content, const mandarin::Lexicon& lexicon, Report report,
                 const wording::Wording& words);

    [[nodiscard]] static bool is_in(const std::string& folder);

    /// Good until the next call, and as long as this lives.
    [[nodiscard]] mandarin::Knowledge now();

  private:
    void read();

    Reader reader_;
    const mandarin::Lexicon& lexicon_;
    Report report_;
    const wording::Wording& words_;
    std::optional<platform::Stamp> stamp_;
    mandarin::LocalReadings readings_;
};

}  // namespace tingdu::runtime
