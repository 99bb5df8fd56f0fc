// What a visitor has heard, kept so that a rehearsal can be held against it afterwards: line by line, and as one
// running text of what was shown while it was said.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/runtime/voice.h"
#include "kiosk/wording/languages.h"

namespace tingdu::rehearsal {

/// `text` without spaces, punctuation and symbols.
[[nodiscard]] std::u32string bare(std::u32string_view text);

class HeardLog {
  public:
    /// `languages` must outlive it.
    explicit HeardLog(const wording::Languages& languages) : languages_(languages) {}

    /// At `seconds` of the recording the ear met this.
    void add(const runtime::Heard& heard, double seconds);

    /// True if `text` was heard after what the last true answer matched.
    [[nodiscard]] bool says(std::u32string_view text);
    /// What has been heard since then, for a message.
    [[nodiscard]] std::u32string since() const { return heard_.substr(from_); }

    /// A line for each that began: start in seconds, language, shown, said.
    [[nodiscard]] const std::string& table() const { return table_; }

  private:
    const wording::Languages& languages_;
    std::u32string heard_;  // bare
    std::size_t from_ = 0;
    std::size_t line_end_ = 0;  // how far the line being heard has been taken down
    std::size_t line_begin_ = 0;
    std::string table_;
};

}  // namespace tingdu::rehearsal
