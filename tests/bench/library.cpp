#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/file_name.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/runtime/content.h"
#include "kiosk/shell/resources.h"
#include "kiosk/text/open.h"
#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/figures.h"
#include "tests/bench/parts.h"

namespace tingdu::bench {
namespace {

namespace fs = std::filesystem;

/// So many articles of some 600 Hanzi, no two alike, in twenty folders at most.
std::string write_stick(const Stage& stage, int articles) {
    const std::string stick = fmt::format("{}/stick_{}", stage.folder, articles);
    const std::string pattern_file = write_article(stage.folder, 600);
    std::string pattern;
    std::getline(std::ifstream(pattern_file), pattern, '\0');
    for (int i = 0; i < articles; ++i) {
        const std::string folder = fmt::format("{}/{:02} 栏目", stick, i % 20 + 1);
        if (i < 20) fs::create_directories(folder);
        std::ofstream(fmt::format("{}/{:06} 第{}篇.txt", folder, i, i)) << fmt::format("第{}篇\n\n", i) << pattern;
    }
    return stick;
}

void run(const std::string& command) {
    if (std::system((command + " >/dev/null").c_str()) != 0) throw std::runtime_error("failed: " + command);
}

double timed_ms(const auto& work) {
    const double began_ms = now_ms();
    work();
    return now_ms() - began_ms;
}

void sync_disk_of(const std::string& folder) {
    const int at = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (at >= 0) (void)syncfs(at);
    if (at >= 0) close(at);
}

std::string import_of(const Stage& stage, const std::string& stick, const std::string& library) {
    return fmt::format("'{}' import '{}' --library '{}'", stage.program, stick, library);
}

void take_away(const std::string& library) {
    for (const char* ending : {"", ".kept", ".lock", "-wal", "-shm"}) fs::remove(library + ending);
}

struct Library {
    int articles;
    int imports;  ///< that are measured
    std::string file;
};

/// A folder copied with all that is in it, in turn with an import of it; the library of the last one stays.
void measure_imports(const Stage& stage, const Library& library) {
    const std::string stick = write_stick(stage, library.articles);
    const std::string copy = stage.folder + "/copy";
    Figures copied;
    Figures imported;
    Figures again;
    for (int i = 0; i < library.imports; ++i) {
        take_away(library.file);
        sync_disk_of(stage.folder);
        copied.add(timed_ms([&] {
            run(fmt::format("cp -r '{}' '{}'", stick, copy));
            sync_disk_of(copy);
        }));
        fs::remove_all(copy);
        sync_disk_of(stage.folder);
        imported.add(timed_ms([&] { run(import_of(stage, stick, library.file)); }));
        again.add(timed_ms([&] { run(import_of(stage, stick, library.file)); }));
    }
    tell(fmt::format("{} articles: cp -r, and syncfs", library.articles), copied, "ms");
    tell("  imported into a new library", imported, "ms", beside(imported, copied, "copying"));
    tell("  and again: nothing new", again, "ms", beside(again, copied, "copying"));
    fs::remove_all(stick);
}

struct Looks {
    Figures list_ms;
    Figures article_ms;
    Figures start_ms;
    Figures visit_ms;
};

void measure_looks(const Stage& stage, const std::vector<Library>& libraries) {
    const std::string start = stage.folder + "/start.visit";
    const std::string visit = stage.folder + "/visit.visit";
    std::ofstream(start) << "expect screen \"您好\"\n";
    std::ofstream(visit) << "key select\nkey select\nkey select\nexpect focus \"暂停\"\n";
    std::map<int, Looks> looks;
    constexpr int times = 15;
    for (int i = 0; i < times; ++i)
        for (const Library& library : libraries) {
            Looks& look = looks[library.articles];
            std::optional<runtime::Reader> reader;
            std::string path;
            look.list_ms.add(timed_ms([&] {
                reader.emplace(runtime::Content(library.file, runtime::Content::Kind::library));
                const auto catalogue = reader->new_catalogue();
                if (!catalogue || !*catalogue) throw std::runtime_error("cannot list " + library.file);
                const library::Entries& entries = (*catalogue)->subjects.front().entries;
                path = entries[entries.size() / 2].path;
            }));
            look.article_ms.add(timed_ms([&] {
                const auto bytes = reader->read(path, text::largest_file);
                if (!bytes || !text::open_article(*bytes, path)) throw std::runtime_error("cannot open " + path);
            }));
            const auto rehearsed_ms = [&](const std::string& script) {
                return timed_ms([&] {
                    run(fmt::format("'{}' rehearse '{}' --out '{}/out' --library '{}'", stage.program, script,
                                    stage.folder, library.file));
                });
            };
            look.start_ms.add(rehearsed_ms(start));
            look.visit_ms.add(rehearsed_ms(visit));
        }
    const Looks& least = looks.begin()->second;
    for (auto& [articles, look] : looks) {
        tell(fmt::format("{} articles: opened and listed, in process", articles), look.list_ms, "ms",
             beside(look.list_ms, least.list_ms, "ten's"));
        tell("  one of them read and opened, in process", look.article_ms, "ms",
             beside(look.article_ms, least.article_ms, "ten's"));
        tell("  the program, to the first frame of a rehearsal", look.start_ms, "ms",
             beside(look.start_ms, least.start_ms, "ten's"));
        tell("  the same, and on to the first article of a subject", look.visit_ms, "ms",
             beside(look.visit_ms, least.visit_ms, "ten's"));
    }
}

void measure_check(const Stage& stage) {
    const auto resources = shell::find_resources();
    if (!resources) throw std::runtime_error("no lexicon");
    const auto fonts = shell::find_fonts(*resources);
    if (!fonts) throw std::runtime_error("no fonts");
    const auto repertoire = platform::open_repertoire(*fonts);
    if (!repertoire) throw std::runtime_error("no fonts");
    std::vector<std::string> files{write_article(stage.folder, 600), write_article(stage.folder, 100'000)};
    for (const auto& each : fs::recursive_directory_iterator(resources->content()))
        if (each.path().extension() == ".md" || each.path().extension() == ".txt") files.push_back(each.path());
    Figures per_hundred;
    parsing::Parser parser;
    for (const std::string& file : files) {
        const auto bytes = platform::read_file(file, text::largest_file);
        if (!bytes) continue;
        const double took_ms = timed_ms([&] {
            const auto opened = parser.open_article(*bytes, name_in(file));
            auto characters = parser.characters(*bytes, name_in(file)).value_or(std::u32string());
            if (opened)
                (void)prepare::look_over(file, std::move(characters), *opened, {resources->lexicon, nullptr},
                                         *repertoire);
        });
        const auto opened = text::open_article(*bytes, name_in(file));
        const auto hanzi = opened ? std::ranges::count_if(opened->article.text, is_hanzi) : 0;
        if (hanzi >= 100) per_hundred.add(took_ms * 100 / static_cast<double>(hanzi));
    }
    tell("the check of 100 Hanzi, article by article", per_hundred, "ms", aim(per_hundred, 1, "ms"));
}

}  // namespace

void measure_library(const Stage& stage) {
    tell_part("Libraries");
    std::vector<Library> libraries;
    for (const auto& [articles, imports] : {std::pair(10, 9), {1'000, 5}, {10'000, 5}, {100'000, 1}})
        libraries.push_back({articles, imports, fmt::format("{}/library_{}", stage.folder, articles)});
    for (const Library& library : libraries) measure_imports(stage, library);
    measure_looks(stage, libraries);
    measure_check(stage);
}

}  // namespace tingdu::bench
