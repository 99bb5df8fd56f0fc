// What was asked for on the command line, and the one sentence when it cannot be done.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "kiosk/shell/commands.h"
#include "kiosk/shell/root.h"
#include "kiosk/shell/tell.h"

namespace {

using tingdu::Result;

constexpr int done = 0;
constexpr int cannot = 1;
constexpr int wrong_usage = 2;
constexpr int no_screen = 69;  // EX_UNAVAILABLE of sysexits.h; deploy/draw does otherwise then

/// "1280x720"
std::string read_window(const std::string& text, std::optional<tingdu::platform::DisplayWish::Size>& size) {
    int width = 0;
    int height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &rest) != 2 || std::min(width, height) < 480 ||
        std::max(width, height) > 7680)
        return "a size such as 1280x720, each side from 480 to 7680";
    size = {width, height};
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    using namespace tingdu::shell;
    std::function<Result<void>()> command;
    CLI::App app{"听读 Tingdu: a reading kiosk that shows articles in large type and reads them aloud"};
    app.require_subcommand(1);
    app.failure_message([](const CLI::App* whole, const CLI::Error& error) {
        // What is allowed is what the help of that command says.
        const auto asked = whole->get_subcommands();
        return "tingdu: " + std::string(error.what()) + "\n" + (asked.empty() ? whole : asked.front())->help();
    });
    app.set_version_flag("--version", "tingdu " + std::string(version));

    RunOptions run_options;
    auto* run_command = app.add_subcommand("run", "The kiosk: full screen, unless --window says otherwise");
    run_command->add_option("--window", "WIDTHxHEIGHT in pixels")->check([&](const std::string& text) {
        return read_window(text, run_options.window_px);
    });
    run_command->add_option("--open", run_options.open, "Read this article first of all");
    run_command->add_option("--config", run_options.config, "The operator's configuration, TOML");
    run_command->add_flag_callback(
        "--learn-keys", [&] { run_options.begin = RunOptions::Begin::wizard; }, "Begin by learning the keypad");
    run_command->callback([&] { command = [&] { return run(run_options); }; });

    SpeakOptions speak_options;
    auto* speak_command = app.add_subcommand("speak", "Read an article aloud");
    speak_command->add_option("FILE", speak_options.file, "The article; - for the standard input")->required();
    speak_command->add_option("--wav", speak_options.wav, "Write the sound here instead of playing it");
    speak_command->add_option("--timings", speak_options.timings, "Write when each word is said here, JSON");
    speak_command->add_option("--rate", speak_options.rate, "Speed as a factor of the normal one")
        ->check([](const std::string& text) {
            const double rate = std::strtod(text.c_str(), nullptr);
            return rate >= 0.5 && rate <= 2.0 ? std::string() : "a number from 0.5 to 2.0";
        });
    speak_command->callback([&] { command = [&] { return speak(speak_options); }; });

    TextOptions text_options;
    auto* normalize_command =
        app.add_subcommand("normalize", "Lines from the standard input as the words that will be said");
    normalize_command->callback([&] { command = [&] { return normalize(text_options); }; });
    auto* readings_command =
        app.add_subcommand("readings", "Lines from the standard input as pinyin, a JSON object a line");
    readings_command->callback([&] { command = [&] { return readings(text_options); }; });
    auto* explain_command =
        app.add_subcommand("explain", "Hanzi from the standard input, each as one explains it to somebody: 弓长张");
    explain_command->callback([&] { command = [&] { return explain(text_options); }; });
    for (CLI::App* each : {normalize_command, readings_command, explain_command})
        each->add_option("--content", text_options.content,
                         "The folder whose 读音.txt counts, in place of the shipped one");

    CheckOptions check_options;
    auto* check_command = app.add_subcommand(
        "check",
        "What of articles cannot be shown or said, and what may be misread, a line each: file:line: what it is. "
        "Lines are the file's own where its text stands in it as shown, else lines of the shown text (as in Word "
        "files)");
    check_command->add_option("PATH", check_options.paths, "An article, or a folder as staff fill it")->required();
    check_command->add_flag_callback(
        "--json", [&] { check_options.print = CheckOptions::Print::json; }, "Print a JSON object for each");
    check_command->callback([&] { command = [&] { return check(check_options); }; });

    ListOptions list_options;
    auto* list_command = app.add_subcommand("list", "Subjects and titles in order, a line each");
    list_command->callback([&] { command = [&] { return list(list_options); }; });

    DoctorOptions doctor_options;
    auto* doctor_command = app.add_subcommand(
        "doctor",
        "How the kiosk is: screen, sound, keys, fonts, voices, articles, disk, clock, settings, a line each, "
        "with what to do where something is not well. Without options it looks at the installed kiosk");
    doctor_command->add_option("--config", doctor_options.config, "The operator's configuration, TOML");
    doctor_command->add_flag_callback(
        "--table", [&] { doctor_options.print = DoctorOptions::Print::table; },
        "Print language, part, state and sentence, tabs between them, in every language");
    doctor_command->callback([&] { command = [&] { return doctor(doctor_options); }; });

    PinOptions pin_options;
    auto* pin_command =
        app.add_subcommand("pin", "Give the kiosk another staff PIN: six digits, the first line of the standard input");
    pin_command->add_option("--file", pin_options.file, "Where it is kept; without this that of the installed kiosk");
    pin_command->add_flag_callback(
        "--remove", [&] { pin_options.what = PinOptions::Do::remove; },
        "Take the PIN away: whoever opens the staff's room next chooses one");
    pin_command->callback([&] { command = [&] { return pin(pin_options); }; });

    RehearseOptions rehearse_options;
    auto* rehearse_command = app.add_subcommand("rehearse", "Play a visit with no screen and no sound card");
    rehearse_command->add_option("SCRIPT", rehearse_options.script, "The visit, a step a line")->required();
    rehearse_command->add_option("--out", rehearse_options.out, "Where pictures and sound are left")->required();
    rehearse_command->add_option("--config", rehearse_options.config,
                                 "Settings of this file, as far as they reach here");
    rehearse_command->add_option("--open", rehearse_options.open, "Read this article first of all");
    rehearse_command->callback([&] { command = [&] { return rehearse(rehearse_options); }; });

    const std::array<std::pair<CLI::App*, ContentOptions*>, 4> reading{{{run_command, &run_options.content},
                                                                        {list_command, &list_options.content},
                                                                        {doctor_command, &doctor_options.content},
                                                                        {rehearse_command, &rehearse_options.content}}};
    for (const auto& [each, content] : reading) {
        auto* folder =
            each->add_option("--content", content->folder, "A folder of articles in place of the shipped one");
        each->add_option("--library", content->library, "An imported library in place of the shipped articles")
            ->excludes(folder);
    }

    ImportOptions import_options;
    auto* import_command = app.add_subcommand(
        "import",
        "Articles from a stick, or any folder, into a library. What has the same folder and name is replaced, nothing "
        "else goes. Prints what was wrong, file: what it is, then what came in, subject and title");
    import_command
        ->add_option("PATH", import_options.from, "The folder, as staff fill it, or a content pack, FILE.tdpack")
        ->required();
    import_command
        ->add_option("--library", import_options.library, "The library: this file and what begins with its name")
        ->required();
    import_command->add_flag_callback(
        "--replace", [&] { import_options.way = tingdu::library::Way::replace; },
        "Leave only the articles that are in PATH");
    import_command->add_option("--keys", import_options.keys,
                               "A content pack must be signed by one of these: a file of minisign's, or a folder of "
                               "them. Without this nobody asks who signed it");
    import_command->add_flag_callback(
        "--older", [&] { import_options.age = tingdu::runtime::Import::Age::any; },
        "Take a content pack that is not newer than the one of its name that is there");
    import_command->callback([&] { command = [&] { return import_into_library(import_options); }; });

    PackOptions pack_options;
    CheckPackOptions check_pack_options;
    auto* pack_command =
        app.add_subcommand("pack",
                           "A content pack: a folder's articles in one file, which can be signed, sent, and checked. "
                           "With --check, whether "
                           "a pack is whole and who has signed it: name, sender, day, number and key, in a line");
    auto* pack_folder = pack_command->add_option("DIR", pack_options.folder, "The folder, as staff fill it");
    auto* pack_out = pack_command->add_option("-o,--out", pack_options.pack, "The pack, FILE.tdpack");
    pack_command->add_option("--name", pack_options.name,
                             "Packs of one name follow one another; that of DIR if not said");
    pack_command->add_option("--from", pack_options.from,
                             "Who answers for it, as visitors are told; the name if not said");
    pack_command->add_option("--issued", pack_options.issued, "The day, such as 2026-09-12; today if not said");
    pack_command->add_option("--number", pack_options.number,
                             "Larger than that of the pack before; the date and time if not said");
    pack_command->add_option("--sign", pack_options.secret_key,
                             "Sign it with this secret key of minisign's, into FILE.tdpack.minisig; its password is "
                             "the first line of the standard input");
    auto* pack_check = pack_command->add_option("--check", check_pack_options.pack, "The pack to be checked")
                           ->excludes(pack_folder)
                           ->excludes(pack_out);
    pack_command->add_option("--key", check_pack_options.keys, "By this public key of minisign's, or a folder of them")
        ->needs(pack_check);
    pack_command->callback([&] {
        const bool checks = !check_pack_options.pack.empty();
        if (checks ? check_pack_options.keys.empty() : pack_options.folder.empty() || pack_options.pack.empty())
            throw CLI::RequiredError("DIR and -o FILE.tdpack, or --check FILE.tdpack and --key KEY.pub");
        command = [&, checks] { return checks ? check_pack(check_pack_options) : make_pack(pack_options); };
    });

    InboxOptions inbox_options;
    auto* inbox_command = app.add_subcommand(
        "inbox",
        "Take the signed packs that lie in a folder and are new, once; a kiosk at work does so by itself "
        "(`[staff] inbox` in its configuration)");
    inbox_command->add_option("DIR", inbox_options.inbox, "The folder, which somebody else fills")->required();
    inbox_command->add_option("--library", inbox_options.library, "The library")->required();
    inbox_command->add_option("--keys", inbox_options.keys, "Whose signature counts: a file of minisign's, or a folder")
        ->required();
    inbox_command->callback([&] { command = [&] { return look_into_inbox(inbox_options); }; });

    RollbackOptions rollback_options;
    auto* rollback_command = app.add_subcommand("rollback", "Back to what a library held before the last import");
    rollback_command->add_option("--library", rollback_options.library, "The library")->required();
    rollback_command->callback([&] { command = [&] { return rollback(rollback_options); }; });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool unknown = argc > 1 && argv[1][0] != '-' && app.get_subcommands().empty();
        if (unknown) return app.exit(CLI::ExtrasError("tingdu", {argv[1]})), wrong_usage;
        return app.exit(error) == 0 ? done : wrong_usage;
    }
    if (const auto result = command(); !result) {
        tell_error(result.error());
        return result.error().fault == tingdu::Fault::no_display ? no_screen : cannot;
    }
    return done;
}
