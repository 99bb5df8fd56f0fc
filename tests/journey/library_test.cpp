// A library that changes while somebody reads: the hall has the new articles, and who listens is not disturbed.
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/rehearsal/clock_speaker.h"
#include "kiosk/runtime/importing.h"
#include "kiosk/runtime/kiosk.h"
#include "tests/support/block_synthesizer.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"
#include "tests/support/voices.h"

using namespace tingdu;

namespace {

class LibraryHall {
  public:
    LibraryHall()
        : file_(*platform::map_file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/lexicon.bin")),
          lexicon_(*mandarin::Lexicon::over(file_->bytes())),
          workshop_(runtime::saying([this]() -> mandarin::Knowledge { return lexicon_; }, synthesizer_)),
          desk_(runtime::fetching(content())),
          pictures_(runtime::making_pictures(content())) {
        std::filesystem::create_directories(scratch_.at("stick/通知"));
    }

    void put(const std::string& name, const std::string& text) { (void)scratch_.write("stick/" + name, text); }
    void take_away(const std::string& name) { std::filesystem::remove(scratch_.at("stick/" + name)); }
    void import(library::Way way = library::Way::add) {
        runtime::Gathering stick(scratch_.at("stick"), runtime::Gathering::Use::once);
        const auto imported = runtime::import_articles({stick, scratch_.at("lib"), way, {}, {}}, lexicon_, {});
        REQUIRE(imported);
        CHECK(imported->library == runtime::Imported::Library::changed);
    }
    void open() {
        kiosk_ = std::make_unique<runtime::Kiosk>(speaker_, workshop_, desk_, pictures_, support::languages(),
                                                  content(), std::nullopt);
        frames(1);
    }
    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            ++frame_;
            speaker_.advance_to(static_cast<std::size_t>(frame_ * sample_rate_hz / 60));
            for (const runtime::Heard& heard : kiosk_->turn(frame_ * 1000 / 60))
                if (const auto* line = std::get_if<runtime::LineBegan>(&heard)) heard_ += line->shown + U'\n';
        }
    }
    /// Since this was asked last.
    std::u32string heard() { return std::exchange(heard_, {}); }
    void press(Key key) {
        kiosk_->on(KeyDown{key}, {});
        frames(5);
    }
    [[nodiscard]] const app::State& state() const { return kiosk_->state(); }

  private:
    [[nodiscard]] runtime::Content content() const { return {scratch_.at("lib"), runtime::Content::Kind::library}; }

    support::Scratch scratch_;
    std::unique_ptr<platform::MappedFile> file_;
    mandarin::Lexicon lexicon_;
    support::BlockSynthesizer synthesizer_;
    rehearsal::ClockSpeaker speaker_;
    runtime::StepWorker<runtime::SayOrder, runtime::SayProduct> workshop_;
    runtime::StepWorker<runtime::DeskOrder, app::Message> desk_;
    runtime::StepWorker<runtime::MakePicture, app::Message> pictures_;
    std::unique_ptr<runtime::Kiosk> kiosk_;
    std::int64_t frame_ = 0;
    std::u32string heard_;
};

}  // namespace

TEST_CASE("an import is noticed at once, the article being read goes on, and its place in the list stays its own") {
    LibraryHall hall;
    std::string text = "第二篇\n";
    for (int i = 0; i < 40; ++i) text += "柳塘公园从本月起每天开放，雨天路滑，请大家慢慢走。\n";
    hall.put("通知/2.txt", text);
    hall.put("通知/3.txt", "第三篇\n服务台有人值班。\n");
    hall.import();
    hall.open();
    hall.press(Key::select);
    hall.press(Key::select);
    hall.press(Key::select);
    hall.frames(120);
    REQUIRE(hall.state().screen == app::Screen::article);
    REQUIRE(hall.state().open->word);
    const auto article = hall.state().open->article;
    const auto word = *hall.state().open->word;

    hall.put("通知/1.txt", "第一篇\n今天开门。\n");
    hall.put("更新.txt", "头一条\n今天有新闻。\n");
    hall.import();
    hall.frames(60);
    const app::State& state = hall.state();
    REQUIRE(state.catalogue->subjects.size() == 2);
    CHECK(state.catalogue->subjects[1].entries.size() == 3);
    CHECK(state.screen == app::Screen::article);
    CHECK(state.open->article == article);
    CHECK(state.open->reading == app::Reading::playing);
    CHECK(state.open->word->begin > word.begin);
    CHECK(app::is_listed(state));
    REQUIRE(app::next_entry(state));
    CHECK(app::next_entry(state)->title == U"第三篇");
    hall.press(Key::back);
    CHECK(app::focus_label(hall.state()).find(U"第二篇") != std::u32string::npos);
}

TEST_CASE(
    "an article that is withdrawn while it is read: that is said and shown, it is read on, and there is no way back") {
    LibraryHall hall;
    std::string text = "第一篇\n";
    for (int i = 0; i < 40; ++i) text += "柳塘公园从本月起每天开放，雨天路滑，请大家慢慢走。\n";
    hall.put("通知/1.txt", text);
    hall.put("通知/2.txt", "第二篇\n服务台有人值班。\n");
    hall.import();
    hall.open();
    for (int i = 0; i < 3; ++i) hall.press(Key::select);
    hall.frames(600);
    REQUIRE(hall.state().open);
    REQUIRE(hall.state().open->word);
    const auto word = *hall.state().open->word;
    (void)hall.heard();

    hall.take_away("通知/1.txt");
    hall.import(library::Way::replace);
    hall.frames(60);
    const std::u32string told(app::words(hall.state())[wording::Phrase::withdrawn]);
    REQUIRE(hall.state().notice);
    CHECK(hall.state().notice->text == told);
    hall.frames(600);
    CHECK(hall.heard().find(told) != std::u32string::npos);
    CHECK(hall.state().open->reading == app::Reading::playing);
    CHECK(hall.state().open->word->begin > word.begin);
    hall.press(Key::home);
    CHECK_FALSE(hall.state().number);
    hall.press(Key::select);
    hall.press(Key::select);
    CHECK(app::focus_label(hall.state()) == U"第二篇");
}

TEST_CASE("a library is read like the folder that it came from") {
    const support::Scratch scratch;
    std::filesystem::create_directories(scratch.at("stick/通知/图"));
    const std::string photo =
        support::contents(std::filesystem::path(TINGDU_SOURCE_DIR) / "tests/door/pictures/plain.jpg");
    (void)scratch.write("stick/通知/1 大厅.md", "# 大厅\n\n2026年9月1日\n\n![大门](图/大门.jpg)\n");
    (void)scratch.write("stick/通知/图/大门.jpg", photo);
    (void)scratch.write("stick/开门.txt", "开门时间\n九点开门。\n");
    (void)scratch.write("stick/读音.txt", "银行 = yin2 xing2\n");
    const auto import = [&] {
        runtime::Gathering stick(scratch.at("stick"), runtime::Gathering::Use::once);
        return runtime::import_articles({stick, scratch.at("lib"), {}, {}, {}}, support::shipped_lexicon(), {});
    };
    REQUIRE(import());

    runtime::Reader folder{runtime::Content(scratch.at("stick"))};
    runtime::Reader library{runtime::Content(scratch.at("lib"), runtime::Content::Kind::library)};
    const auto in_folder = folder.new_catalogue();
    const auto in_library = library.new_catalogue();
    REQUIRE((in_folder && *in_folder && in_library && *in_library));
    REQUIRE((*in_library)->subjects.size() == (*in_folder)->subjects.size());
    for (std::size_t i = 0; i < (*in_library)->subjects.size(); ++i) {
        const library::Subject& subject = (*in_library)->subjects[i];
        const library::Subject& as_in_folder = (*in_folder)->subjects[i];
        CHECK(subject.name == as_in_folder.name);
        REQUIRE(subject.entries.size() == as_in_folder.entries.size());
        for (std::size_t at = 0; at < subject.entries.size(); ++at) {
            const library::Entry entry = subject.entries[at];
            CHECK(entry.title == as_in_folder.entries[at].title);
            CHECK(entry.date == as_in_folder.entries[at].date);
            CHECK(entry.minutes == as_in_folder.entries[at].minutes);
            const auto bytes = library.read(entry.path, 1'000);
            REQUIRE(bytes);
            CHECK(*bytes == *folder.read(as_in_folder.entries[at].path, 1'000));
        }
    }
    const std::string article = (*in_library)->subjects[1].entries[0].path;
    CHECK(library.read_beside(article, "图/大门.jpg", 1U << 20U, 1U << 20U)->size() == photo.size());
    CHECK(library.read_beside(article, "图/大门.jpg", 1U << 20U, 10)->size() == 10);
    for (const char* elsewhere : {"../开门.txt", "/etc/passwd", "图/../../开门.txt", "", "图"})
        CHECK_FALSE(library.read_beside(article, elsewhere, 1'000, 1'000));
    CHECK(library.stamp_of("读音.txt"));
    CHECK_FALSE(library.stamp_of("没有.txt"));

    CHECK_FALSE(library.new_catalogue().value());  // as it was
    (void)scratch.write("stick/开门.txt", "开门时间\n十点开门。\n");
    REQUIRE(import());
    CHECK(library.new_catalogue().value());
}
