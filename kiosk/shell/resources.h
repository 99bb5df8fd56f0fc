// What the kiosk is shipped with, opened: the lexicon and what was learned beyond it, the fonts, the content.
// Only the commands ask for them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/config.h"
#include "kiosk/wording/languages.h"

namespace tingdu::shell {

struct Resources {
    std::string root;  ///< the folder that holds voices, fonts and content
    std::unique_ptr<platform::MappedFile> lexicon_file;
    std::unique_ptr<platform::MappedFile> model_file;
    mandarin::Lexicon lexicon;  ///< a view of both files
    std::shared_ptr<const wording::Languages> languages;

    /// What is shipped.
    [[nodiscard]] std::string content() const { return root + "/content"; }
};

/// Faults no_lexicon, bad_language; a language that cannot be used beside others is told.
[[nodiscard]] Result<Resources> find_resources();

/// A damaged library is mended, which is told. Faults: those of one that cannot be read.
[[nodiscard]] Result<void> look_after(const std::string& library);

/// What was asked for, looked after. Faults: those of a library that cannot be read.
[[nodiscard]] Result<runtime::Content> find_content(const ContentOptions& options, const Resources& resources);

/// The same for a kiosk, which may begin with a library that is not there yet: the first stick makes it.
[[nodiscard]] Result<runtime::Content> find_content_to_be(const ContentOptions& options, const Resources& resources);

/// Who speaks: the voices that are shipped, and those of further languages. What is wrong with a profile is told, and
/// the engine's own voice stands in.
[[nodiscard]] platform::Cast find_cast(const Resources& resources);

/// What the operator has written there; the normal configuration without a path. What is wrong in it is told.
[[nodiscard]] Result<Config> find_config(const std::optional<std::string>& path);

/// Fault no_font.
[[nodiscard]] Result<platform::FontChain> find_fonts(const Resources& resources);

/// The list of readings that lies in `content`; what is wrong in it is told.
[[nodiscard]] runtime::ReadingsFile readings_in(const runtime::Content& content, const Resources& resources);

/// Where the list lies that counts for the article `file`: in its folder, or in the folder above, which has the
/// subjects, or with what is shipped.
[[nodiscard]] std::string content_around(const std::string& file, const Resources& resources);

}  // namespace tingdu::shell
