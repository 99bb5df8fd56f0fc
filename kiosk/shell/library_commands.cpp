// list, import, rollback and rehearse: what there is to read, how it comes and goes, and a visit played through it.
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/remarks.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/rehearsal/rehearsal.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/house_file.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/pack.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"
#include "kiosk/text/open.h"

namespace tingdu::shell {

Result<void> list(const ListOptions& options) {
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    const auto content = find_content(options.content, *resources);
    if (!content) return tl::unexpected(content.error());
    const auto catalogue = runtime::Reader(*content).new_catalogue();
    if (!catalogue) return tl::unexpected(catalogue.error());
    // What is in a library has been opened; a file in a folder stands in the list by its name where it cannot be.
    const bool may_be_damaged = content->kind == runtime::Content::Kind::folder;
    parsing::Parser parser;
    Result<void> all;
    for (const library::Subject& subject : (*catalogue)->subjects)
        for (const library::Entry& entry : subject.entries) {
            std::cout << to_utf8(subject.name) << '\t' << to_utf8(entry.title) << '\n';
            if (!may_be_damaged || !all) continue;
            const auto opened =
                platform::read_file(entry.path, text::largest_file).and_then([&](const std::vector<std::byte>& bytes) {
                    return parser.open_article(bytes, name_in(entry.path));
                });
            if (!opened) all = tl::unexpected(opened.error());
        }
    return all;
}

Result<void> import_into_library(const ImportOptions& options) {
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    const wording::Wording& words = (*resources->languages)[0];  // staff speak the hall's first language
    runtime::ImportWatch watch;
    watch.remark = [&words](const prepare::Remark& remark) {
        std::cout << remark.file;
        if (remark.line > 0) std::cout << ':' << remark.line;
        std::cout << ": " << to_utf8(app::words_for(remark, words)) << '\n';
    };
    (void)look_after(options.library);  // what keeps an import from being done is said by the import
    std::optional<runtime::OpenedPack> pack;
    if (options.from.ends_with(runtime::pack_ending)) {
        auto opened = open_pack(options.from, options.keys, platform::folder_of(options.library));
        if (!opened) return tl::unexpected(opened.error());
        pack = std::move(*opened);
    }
    runtime::Gathering stick(pack ? pack->folder : options.from, runtime::Gathering::Use::once);
    const runtime::Import order{.from = stick,
                                .library = options.library,
                                .way = options.way,
                                .read_as = runtime::as_read_by(resources->lexicon),
                                .origin = pack ? std::optional(pack->origin) : std::nullopt,
                                .age = options.age};
    const auto imported = runtime::import_articles(order, resources->lexicon, watch);
    if (!imported) return tl::unexpected(imported.error());
    for (const auto& [subject, title] : imported->came_in)
        std::cout << to_utf8(subject) << '\t' << to_utf8(title) << '\n';
    using wording::Phrase;
    const bool has_changed = imported->library == runtime::Imported::Library::changed;
    std::cout << to_utf8(has_changed ? words.say(Phrase::imported, {{"fresh", imported->fresh},
                                                                    {"replaced", imported->replaced},
                                                                    {"unchanged", imported->unchanged},
                                                                    {"gone", imported->gone}})
                                     : std::u32string(words[Phrase::import_nothing_new]))
              << '\n';
    return {};
}

Result<void> rollback(const RollbackOptions& options) {
    const auto languages = find_languages();
    if (!languages) return tl::unexpected(languages.error());
    (void)look_after(options.library);
    if (auto back = platform::go_back(options.library); !back) return back;
    const std::u32string name = from_utf8(name_in(options.library));
    std::cout << to_utf8((**languages)[0].say(wording::Phrase::library_went_back, {{"subject", name}})) << '\n';
    return {};
}

Result<void> rehearse(const RehearseOptions& options) {
    constexpr std::size_t largest_script = 1U << 20U;
    const auto script = platform::read_file(options.script, largest_script);
    if (!script) return tl::unexpected(script.error());
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    const auto config = find_config(options.config);
    if (!config) return tl::unexpected(config.error());
    const auto fonts = find_fonts(*resources);
    if (!fonts) return tl::unexpected(fonts.error());
    const auto repertoire = platform::open_repertoire(*fonts);
    if (!repertoire) return tl::unexpected(repertoire.error());
    const auto synthesizer = platform::open_synthesizer(find_cast(*resources));
    if (!synthesizer) return tl::unexpected(synthesizer.error());
    const auto content = find_content_to_be(options.content, *resources);
    if (!content) return tl::unexpected(content.error());
    if (content->kind == runtime::Content::Kind::folder)
        if (const auto shelves = runtime::fetch_shelves(content->path); !shelves)
            return tl::unexpected(shelves.error());
    app::HouseRules rules = config->rules;
    // Nobody has a PIN in a rehearsal before it says so.
    if (!options.config) rules.admission = app::HouseRules::Admission::anyone;
    const rehearsal::Stage stage{.lexicon = resources->lexicon,
                                 .synthesizer = **synthesizer,
                                 .languages = resources->languages,
                                 .fonts = *fonts,
                                 .content = *content,
                                 .showable = *repertoire,
                                 .open = options.open,
                                 .rules = rules,
                                 .diagonal_in = config->diagonal_in.value_or(rehearsal::Stage::usual_diagonal_in),
                                 .bindings = config->bindings,
                                 .keys = {config->keys, options.out + "/trusted"},
                                 .house_form = {written_house, read_house},
                                 .out = options.out,
                                 .report = tell};
    return rehearsal::rehearse({reinterpret_cast<const char*>(script->data()), script->size()}, stage);
}

}  // namespace tingdu::shell
