// list and rehearse: what there is to read, and a visit played through it.
#include <iostream>
#include <string>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/rehearsal/rehearsal.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {

Result<void> list(const ListOptions& options) {
    std::string folder;
    if (options.content) {
        folder = *options.content;
    } else {
        const auto resources = find_resources();
        if (!resources) return tl::unexpected(resources.error());
        folder = resources->content();
    }
    const auto catalogue = runtime::fetch_catalogue(folder);
    if (!catalogue) return tl::unexpected(catalogue.error());
    for (const library::Subject& subject : catalogue->subjects)
        for (const library::Entry& entry : subject.entries)
            std::cout << to_utf8(subject.name) << '\t' << to_utf8(entry.title) << '\n';
    return {};
}

Result<void> rehearse(const RehearseOptions& options) {
    constexpr std::size_t largest_script = 1U << 20U;
    const auto script = platform::read_file(options.script, largest_script);
    if (!script) return tl::unexpected(script.error());
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    const auto fonts = find_fonts(*resources);
    if (!fonts) return tl::unexpected(fonts.error());
    const auto synthesizer = platform::open_synthesizer(resources->languages->further_voices());
    if (!synthesizer) return tl::unexpected(synthesizer.error());
    const std::string content = options.content.value_or(resources->content());
    if (const auto files = platform::list_files(content); !files) return tl::unexpected(files.error());
    const rehearsal::Stage stage{.lexicon = resources->lexicon,
                                 .synthesizer = **synthesizer,
                                 .languages = resources->languages,
                                 .fonts = *fonts,
                                 .content = content,
                                 .open = options.open,
                                 .out = options.out,
                                 .report = tell};
    return rehearsal::rehearse({reinterpret_cast<const char*>(script->data()), script->size()}, stage);
}

}  // namespace tingdu::shell
