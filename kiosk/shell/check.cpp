// check: what an import would meet, told before it is one.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/app/remarks.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/prepare/remark.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/runtime/pictures.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"
#include "kiosk/text/open.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::shell {
namespace {

using Kind = prepare::Finding::Kind;

struct Line {
    std::string file;
    std::size_t line{};  ///< 0 for the file as a whole
    std::string kind;
    std::string message;
    bool stops{};
};

std::string name_of(Kind kind) {
    switch (kind) {
        case Kind::not_shown:
            return "not_shown";
        case Kind::not_said:
            return "not_said";
        case Kind::garbled:
            return "garbled";
        case Kind::no_body:
            return "no_body";
        case Kind::enormous:
            return "enormous";
        case Kind::surname:
            return "surname";
        case Kind::polyphone:
            return "polyphone";
        case Kind::number:
            return "number";
        case Kind::mixed:
            return "mixed";
        case Kind::script:
            return "script";
        case Kind::skipped:
            return "skipped";
        case Kind::unchecked:
            return "unchecked";
    }
    return {};
}

std::string kind_of(const prepare::Remark& remark) {
    if (const auto* problem = std::get_if<text::Problem>(&remark.what))
        return text::is_of_picture(problem->kind) ? "picture" : "mended";
    if (const auto* doubtful = std::get_if<prepare::InSentence>(&remark.what)) return name_of(doubtful->finding.kind);
    if (std::holds_alternative<prepare::SameTitle>(remark.what)) return "same_title";
    return std::holds_alternative<Error>(remark.what) ? "refused" : "readings";
}

/// A folder that goes away again.
class Scratch {
  public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "tingdu-check-XXXXXX").string();
        if (::mkdtemp(name.data())) path_ = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

class Checker {
  public:
    Checker(const Resources& resources, platform::Repertoire repertoire, CheckOptions::Print print)
        : resources_(resources), repertoire_(std::move(repertoire)), print_(print) {}

    void check(const std::string& path) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) return stick(path);
        for (const mandarin::Remark& remark : use_readings_around(path))
            print({std::string(library::readings_file), remark.line, "readings", runtime::sentence(remark, words_),
                   false});
        article(path, path, platform::read_file(path, text::largest_file));
    }

    Result<void> sum_up() const {
        if (print_ == CheckOptions::Print::lines && files_ > 0)
            std::cout << to_utf8(words_.say(wording::Phrase::checked,
                                            {{"files", files_}, {"refused", refused_}, {"findings", told_}}))
                      << '\n';
        if (!first_) return {};
        if (refused_ == 1) return tl::unexpected(*first_);
        // Each stands above with its reason; here only which they are.
        std::string names = refused_names_;
        if (refused_ > most_named) names += " …";
        const std::u32string all = from_utf8(names);
        const wording::Wording* const of_environment = words_of_environment();
        const wording::Wording& words = of_environment ? *of_environment : words_;
        return fail(first_->fault, first_->subject,
                    to_utf8(words.say(wording::Phrase::checked_refused, {{"count", refused_}, {"names", all}})));
    }

  private:
    /// A list that is not shipped is part of what is checked: what is wrong in it.
    std::vector<mandarin::Remark> use_readings_around(const std::string& file) {
        const std::string folder = content_around(file, resources_);
        readings_ = {};
        if (!runtime::ReadingsFile::is_in(folder)) return {};
        auto list = runtime::fetch_readings(runtime::Content(folder), resources_.lexicon);
        if (!list) {
            print({std::string(library::readings_file), 0, "readings", wording::sentence(list.error(), words_), false});
            return {};
        }
        readings_ = std::move(list->readings);
        return std::move(list->remarks);
    }

    enum class Left { one_of_a_stick, all };

    /// One file of a stick that is left out stops nothing; the others come in.
    void refuse(const std::string& name, const Error& error, Left left) {
        ++refused_;
        print({name, 0, "refused", wording::sentence(error, words_), left == Left::all});
        if (refused_ <= most_named) refused_names_ += (refused_ == 1 ? "" : ", ") + name;
        if (!first_ && left == Left::all) first_ = error;
    }

    /// Gone through as an import would, all but its last stroke; the worst is told first.
    void stick(const std::string& folder) {
        const Scratch scratch;
        std::vector<prepare::Remark> remarks;
        runtime::ImportWatch watch;
        watch.remark = [&](const prepare::Remark& remark) { remarks.push_back(remark); };
        readings_ = {};
        watch.readings = [&](const mandarin::OwnWords& words) { readings_ = mandarin::LocalReadings(words); };
        watch.look_over = [&](const std::string& file, std::u32string characters, const text::OpenedArticle& opened) {
            ++files_;
            return prepare::look_over(file, std::move(characters), opened, {resources_.lexicon, &readings_},
                                      repertoire_);
        };
        runtime::Gathering gathering(folder, runtime::Gathering::Use::once);
        const auto imported = runtime::import_articles({.from = gathering,
                                                        .library = scratch.at("library"),
                                                        .way = library::Way::add,
                                                        .extent = runtime::Import::Extent::preview},
                                                       resources_.lexicon, watch);
        std::ranges::stable_sort(remarks, {}, prepare::gravity);
        const bool takes_nothing = !imported && imported.error().fault == Fault::nothing_to_take;
        const std::size_t refused_before = refused_;
        for (const prepare::Remark& remark : remarks) {
            if (const auto* error = std::get_if<Error>(&remark.what)) {
                ++files_;
                refuse(remark.file, *error, takes_nothing ? Left::all : Left::one_of_a_stick);
            } else {
                print(remark);
            }
        }
        if (!imported && (!takes_nothing || refused_ == refused_before)) refuse(folder, imported.error(), Left::all);
    }

    void article(const std::string& path, const std::string& name, const Result<std::vector<std::byte>>& bytes) {
        ++files_;
        if (!bytes) return refuse(name, bytes.error(), Left::all);
        const auto fetch = [folder = platform::folder_of(path)](const std::string& picture) {
            return platform::read_below(folder, picture, text::largest_picture, text::largest_picture);
        };
        const auto opened = parser_.open_article(*bytes, name_in(path), runtime::looking_closely(fetch, parser_));
        if (!opened) return refuse(name, opened.error(), Left::all);
        for (const prepare::Remark& remark :
             prepare::look_over(name, parser_.characters(*bytes, name).value_or(std::u32string()), *opened,
                                {resources_.lexicon, &readings_}, repertoire_))
            print(remark);
        if (const auto same = titles_.meet(name, opened->article.title)) print(*same);
    }

    void print(const prepare::Remark& remark) {
        print({remark.file, remark.line, kind_of(remark), to_utf8(app::words_for(remark, words_)), false});
    }

    void print(const Line& line) {
        if (line.kind != "refused") ++told_;
        if (print_ == CheckOptions::Print::json) {
            const nlohmann::ordered_json object{{"file", line.file},
                                                {"line", line.line},
                                                {"kind", line.kind},
                                                {"stops", line.stops},
                                                {"message", line.message}};
            std::cout << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        } else if (line.line == 0) {
            std::cout << fmt::format("{}: {}\n", line.file, line.message);
        } else {
            std::cout << fmt::format("{}:{}: {}\n", line.file, line.line, line.message);
        }
    }

    const Resources& resources_;
    const wording::Wording& words_ = (*resources_.languages)[0];  // staff speak the hall's first language
    platform::Repertoire repertoire_;
    CheckOptions::Print print_;
    mandarin::LocalReadings readings_;
    parsing::Parser parser_{parsing::Patience::for_a_stick()};
    std::size_t files_ = 0;
    std::size_t refused_ = 0;
    std::size_t told_ = 0;
    static constexpr std::size_t most_named = 3;
    std::optional<Error> first_;
    std::string refused_names_;
    prepare::Titles titles_;
};

}  // namespace

Result<void> check(const CheckOptions& options) {
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    const auto fonts = find_fonts(*resources);
    if (!fonts) return tl::unexpected(fonts.error());
    const auto repertoire = platform::open_repertoire(*fonts);
    if (!repertoire) return tl::unexpected(repertoire.error());
    Checker checker(*resources, *repertoire, options.print);
    for (const std::string& path : options.paths) checker.check(path);
    return checker.sum_up();
}

}  // namespace tingdu::shell
