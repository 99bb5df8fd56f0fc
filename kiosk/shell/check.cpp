// check: what an import would meet, told before it is one.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/sentences.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/prepare/file_lines.h"
#include "kiosk/prepare/findings.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/pictures.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"
#include "kiosk/text/encoding.h"

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
    }
    return {};
}

std::string message_of(const prepare::Finding& finding, const std::string& shown) {
    std::string chosen;
    std::string others;
    for (const mandarin::Syllable& reading : finding.readings) {
        std::string& list = chosen.empty() ? chosen : others;
        list += (list.empty() ? "" : " ") + reading.pinyin();
    }
    switch (finding.kind) {
        case Kind::not_shown:
            return fmt::format("“{}”（U+{:04X}）字库里没有，显示不出来", shown,
                               static_cast<unsigned>(from_utf8(shown).front()));
        case Kind::not_said:
            return fmt::format("“{}”词典里没有，会念成 {}；请在 读音.txt 里写上", shown, chosen);
        case Kind::surname:
            return fmt::format("“{}”可能是姓，念作 {}，也可能是 {}", shown, chosen, others);
        case Kind::polyphone:
            return fmt::format("“{}”念作 {}，也可能是 {}", shown, chosen, others);
        case Kind::number:
            return fmt::format("“{}”念作“{}”，请看看是不是这个意思", shown, to_utf8(finding.as_said));
        case Kind::mixed:
            return fmt::format("“{}”里有字母，念作“{}”", shown, to_utf8(finding.as_said));
        case Kind::script:
            return fmt::format("“{}”不会念，只报一声“{}”", shown, to_utf8(finding.as_said));
        case Kind::skipped:
            return fmt::format("“{}”念不出来，会跳过去", shown);
    }
    return {};
}

class Checker {
  public:
    Checker(const Resources& resources, platform::Repertoire repertoire, CheckOptions::Print print)
        : resources_(resources), repertoire_(std::move(repertoire)), print_(print) {}

    void check(const std::string& path) {
        std::error_code ignored;
        const bool is_folder = std::filesystem::is_directory(path, ignored);
        use_readings_around(is_folder ? path + "/any" : path);
        if (!is_folder) return article(path, path);
        const auto shelves = runtime::fetch_shelves(path);
        if (!shelves) return refuse(path, shelves.error());
        for (const library::Shelf& shelf : *shelves)
            for (const std::string& each : shelf.paths) article(path + "/" + each, each);
    }

    Result<void> sum_up() const {
        if (print_ == CheckOptions::Print::lines && files_ > 0)
            std::cout << fmt::format("看了 {} 个文件：{} 个打不开，{} 处请看一看。\n", files_, refused_, told_);
        if (first_) return tl::unexpected(*first_);
        return {};
    }

  private:
    /// A list that is not shipped is part of what is checked.
    void use_readings_around(const std::string& file) {
        const std::string folder = content_around(file, resources_);
        readings_ = {};
        if (!runtime::ReadingsFile::is_in(folder)) return;
        auto list = runtime::fetch_readings(folder, resources_.lexicon);
        const std::string name(library::readings_file);
        if (!list) {
            print({name, 0, "readings", sentence(list.error(), Language::mandarin), false});
            return;
        }
        for (const mandarin::Remark& remark : list->remarks)
            print({name, remark.line, "readings", sentence(remark, Language::mandarin), false});
        readings_ = std::move(list->readings);
    }

    void refuse(const std::string& name, const Error& error) {
        ++refused_;
        print({name, 0, "refused", sentence(error, Language::mandarin), true});
        if (!first_) first_ = error;
    }

    void article(const std::string& path, const std::string& name) {
        ++files_;
        const auto bytes = platform::read_file(path, text::largest_file);
        if (!bytes) return refuse(name, bytes.error());
        const auto opened = text::open_article(*bytes, platform::name_in(path), runtime::looking_closely(path, *bytes));
        if (!opened) return refuse(name, opened.error());
        const auto encoding = text::detect(*bytes);
        const prepare::FileLines lines(encoding ? text::decode(*bytes, *encoding) : std::u32string(), opened->article);
        for (const text::Problem& problem : opened->problems) {
            const bool of_picture = text::is_of_picture(problem.kind);
            const std::size_t line = of_picture ? lines.line_with(from_utf8(problem.detail)) : problem.line;
            print({name, line, of_picture ? "picture" : "mended", words_for(problem, Language::mandarin), false});
        }
        const std::u32string_view text = opened->article.text;
        for (const prepare::Finding& finding :
             prepare::findings(opened->article, {resources_.lexicon, &readings_}, repertoire_)) {
            const std::string shown = to_utf8(text.substr(finding.shown.begin, finding.shown.size()));
            print({name, lines.line_of(finding.shown.begin), name_of(finding.kind), message_of(finding, shown), false});
        }
    }

    void print(const Line& line) {
        if (!line.stops) ++told_;
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
    platform::Repertoire repertoire_;
    CheckOptions::Print print_;
    mandarin::LocalReadings readings_;
    std::size_t files_ = 0;
    std::size_t refused_ = 0;
    std::size_t told_ = 0;
    std::optional<Error> first_;
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
