#include "kiosk/app/stick.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "kiosk/app/remarks.h"
#include "kiosk/app/update.h"
#include "kiosk/base/utf8.h"
#include "tests/support/fresh_state.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

using Stage = Delivery::Stage;

const Stick stick{7, "/media/usb"};
const Stick other{8, "/media/other"};

std::shared_ptr<const Delivered> three_articles() {
    auto all = std::make_shared<Delivered>();
    all->fresh = 3;
    all->refused = 1;
    all->others = 5;
    all->changes_library = true;
    all->remark_count = 1;
    all->remarks = {{"表.pdf", 0, Error{Fault::kind_not_taken, "表.pdf", {}}}};
    return all;
}

/// A kiosk with a library, and all that was wanted and said so far.
struct Hall {
    State state = support::fresh_state();
    Effects wanted;
    std::u32string said;
    std::vector<Prompt> prompts;

    explicit Hall(Reception reception = Reception::library) {
        state.sticks.reception = reception;
        auto catalogue = std::make_shared<library::Catalogue>();
        catalogue->subjects.push_back({U"通知", {{"a.txt", U"停水", {}, 1}}});
        tell(CatalogueRead{catalogue});
    }

    void tell(const Message& message) {
        const State before = state;
        auto [after, effects] = update(state, message);
        state = after;
        wanted = effects;
        said.clear();
        prompts = announce(before, state);
        for (const Prompt& prompt : prompts) said += prompt.text;
        for (const Effect& effect : wanted)
            if (const auto* answer = std::get_if<Answer>(&effect)) said += answer->word;
    }
    void press(Key key) { tell(Pressed{key}); }
    void choose(StickOffer offer) {
        const auto all = offers(*state.sticks.delivery);
        const auto at = std::ranges::find(all, offer);
        REQUIRE(at != all.end());
        tell(Pressed{Choice{static_cast<int>(at - all.begin())}});
    }

    template <class Wanted>
    [[nodiscard]] const Wanted* want() const {
        for (const Effect& effect : wanted)
            if (const auto* found = std::get_if<Wanted>(&effect)) return found;
        return nullptr;
    }
    [[nodiscard]] bool says(std::u32string_view part) const { return said.find(part) != std::u32string::npos; }
    [[nodiscard]] Stage stage() const { return state.sticks.delivery->stage; }
};

Hall with_offer() {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    hall.tell(StickLookedAt{stick, three_articles()});
    return hall;
}

void read_an_article(Hall& hall) {
    auto article = std::make_shared<text::Article>();
    article->text = article->title = U"停水";
    article->blocks = {{text::BlockKind::title, {0, 2}, false}};
    for (int i = 0; i < 3; ++i) hall.press(Key::select);
    hall.tell(ArticleOpened{"a.txt", article});
    REQUIRE(hall.state.open->reading == Reading::playing);
}

}  // namespace

TEST_CASE("a stick before the welcome is looked at, shown, taken in on somebody's word, and may go") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    CHECK(hall.state.screen == Screen::stick);
    REQUIRE(hall.want<LookAtStick>());
    CHECK(hall.want<LookAtStick>()->stick == stick);
    CHECK(hall.says(U"先不要拔"));
    hall.tell(StickProgress{stick, 200, 0});
    CHECK(progress(*hall.state.sticks.delivery, words(hall.state)) == U"看到了 200 个文件。");
    hall.tell(StickProgress{stick, 1, 4});
    CHECK(hall.stage() == Stage::checking);
    hall.tell(StickLookedAt{stick, three_articles()});
    CHECK(hall.stage() == Stage::offered);
    CHECK(hall.says(U"3 篇新文章"));
    CHECK(hall.says(U"表.pdf"));
    CHECK(hall.says(U"第1项，收进来"));
    CHECK_FALSE(hall.want<TakeStick>());
    hall.press(Key::select);
    REQUIRE(hall.want<TakeStick>());
    CHECK(hall.want<TakeStick>()->way == library::Way::add);
    CHECK(hall.stage() == Stage::arriving);
    hall.tell(StickTaken{stick, three_articles(), Delivery::Receipt::written});
    CHECK(hall.says(U"现在可以拔出U盘"));
    CHECK(hall.says(U"留了一份回执"));
    hall.tell(SticksThere{});
    CHECK(hall.want<Answer>()->word == U"收好了。U盘已经拔出。");
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::welcome);
    CHECK_FALSE(hall.state.sticks.delivery);
}

TEST_CASE("a stick that cannot be read is told of as one, and not by permissions") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    hall.tell(StickFailed{stick, Error{Fault::unreadable, "usb", {}}, {}});
    CHECK(told(*hall.state.sticks.delivery, words(hall.state)).find(U"这个U盘读不出来") == 0);
}

TEST_CASE("only what is on the stick is a choice of its own, and so is nothing of it") {
    Hall hall = with_offer();
    hall.choose(StickOffer::take_only);
    REQUIRE(hall.want<TakeStick>());
    CHECK(hall.want<TakeStick>()->way == library::Way::replace);
    Hall refusing = with_offer();
    refusing.choose(StickOffer::leave);
    CHECK_FALSE(refusing.want<TakeStick>());
    CHECK(refusing.state.screen == Screen::welcome);
    CHECK_FALSE(refusing.state.sticks.delivery);
    refusing.tell(Tick{1000});
    CHECK(refusing.state.screen == Screen::welcome);  // the stick that is still there is not offered again
}

TEST_CASE("one choice goes back to the articles before") {
    Hall hall = with_offer();
    hall.choose(StickOffer::take);
    hall.tell(StickTaken{stick, three_articles(), {}});
    hall.choose(StickOffer::go_back);
    REQUIRE(hall.want<GoBack>());
    hall.tell(WentBack{stick});
    CHECK(hall.stage() == Stage::went_back);
    CHECK(hall.says(U"又是原来的文章"));
}

TEST_CASE("what is to be looked at lies over the stick, and back leads to it") {
    Hall hall = with_offer();
    hall.choose(StickOffer::look);
    CHECK(hall.state.screen == Screen::remarks);
    CHECK(hall.says(U"第1处"));
    hall.press(Key::back);
    CHECK(hall.state.screen == Screen::stick);
    CHECK(hall.stage() == Stage::offered);
}

TEST_CASE("a doubtful sentence can be heard, a file that is left out only be named again") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    auto all = std::make_shared<Delivered>(*three_articles());
    all->remarks.push_back(
        {"a.txt", 3, prepare::InSentence{{prepare::Finding::Kind::surname, {1, 2}, {}, {}}, U"找单女士签字。", {}}});
    hall.tell(StickLookedAt{stick, all});
    hall.choose(StickOffer::look);
    hall.press(Key::select);
    CHECK(hall.says(U"第1处"));
    hall.press(Key::down);
    CHECK(hall.says(U"第2处"));
    hall.press(Key::select);
    CHECK(hall.said == U"找单女士签字。");
    hall.press(Key::select);
    CHECK(hall.said == U"找单女士签字。");
}

namespace {

const mandarin::Syllable dan = *mandarin::Syllable::from_pinyin("dan1");
const mandarin::Syllable shan = *mandarin::Syllable::from_pinyin("shan4");
const mandarin::LocalWord shan_nvshi{
    U"单女士", {shan, *mandarin::Syllable::from_pinyin("nv3"), *mandarin::Syllable::from_pinyin("shi4")}, 0};

/// Before the list of what is to be looked at: a sentence that may be misread, and after it a file.
Hall with_doubt() {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    auto all = std::make_shared<Delivered>(*three_articles());
    mandarin::LocalWord now = shan_nvshi;
    now.syllables[0] = dan;
    prepare::InSentence doubtful{{prepare::Finding::Kind::surname, {1, 2}, {}, {dan, shan}},
                                 U"找单女士签字。",
                                 {{now, dan, U"单位的单"}, {shan_nvshi, shan, {}}}};
    all->remarks.insert(all->remarks.begin(), {"a.txt", 3, std::move(doubtful)});
    hall.tell(StickLookedAt{stick, all});
    hall.choose(StickOffer::look);
    return hall;
}

/// How the sentence with these words would be read aloud; no syllable where it is not said.
mandarin::Syllable heard_in(const std::vector<Prompt>& prompts, std::u32string_view sentence) {
    for (const Prompt& prompt : prompts)
        if (prompt.text == sentence && prompt.own)
            if (const auto* word = prompt.own->beginning(U"单女士")) return word->syllables[0];
    return {};
}

}  // namespace

TEST_CASE("the names of files are for the eyes: ears are told no folder, no number and no ending") {
    const State state = support::fresh_state();
    const std::string file = "20 办事指南/01 身份证换领.md";
    const prepare::Remark picture{file, 12,
                                  text::Problem{text::Problem::Kind::picture_too_large, 3, "图/02 大厅正门.png"}};
    const prepare::Remark same{file, 0, prepare::SameTitle{U"停水", "20 办事指南/07 停水了.txt", false}};
    const prepare::Remark refused{"20 办事指南/表.pdf", 0, Error{Fault::kind_not_taken, "20 办事指南/表.pdf", {}}};
    for (const prepare::Remark& remark : {picture, same, refused}) {
        const std::u32string shown = told(remark, words(state));
        const std::u32string aloud = told_aloud(remark, words(state));
        INFO(to_utf8(aloud));
        CHECK(shown.find(U'/') != shown.npos);
        CHECK(aloud.find(U'/') == aloud.npos);
        CHECK(aloud.find(U'0') == aloud.npos);
    }
    CHECK(told_aloud(picture, words(state)).find(U"大厅正门)") != std::u32string::npos);
    CHECK(told_aloud(same, words(state)).find(U"停水了”") != std::u32string::npos);
    CHECK(told_aloud(refused, words(state)).find(U"表.pdf") != std::u32string::npos);

    Delivery delivery;
    delivery.stage = Stage::offered;
    auto brings = std::make_shared<Delivered>();
    brings->remarks = {picture};
    brings->remark_count = 1;
    delivery.brings = brings;
    CHECK(details(delivery, words(state)).find(U"图/02 大厅正门.png") != std::u32string::npos);
    CHECK(details_aloud(delivery, words(state)).find(U'/') == std::u32string::npos);
}

TEST_CASE("a reading is put right: each way is heard, one is kept, and it comes in with the articles") {
    Hall hall = with_doubt();
    CHECK(hall.says(U"也许念错了"));
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::correcting);
    CHECK(hall.says(U"现在这样念"));
    CHECK(heard_in(hall.prompts, U"找单女士签字。") == dan);
    CHECK(hall.says(U"第2种"));
    hall.press(Key::select);
    CHECK(heard_in(hall.prompts, U"找单女士签字。") == shan);
    CHECK(hall.says(U"就这样念"));
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::remarks);
    CHECK(hall.says(U"记下了"));
    CHECK(hall.says(U"第2处"));  // on to the next
    hall.press(Key::up);
    CHECK(hall.says(U"已经改了"));
    hall.press(Key::back);
    hall.choose(StickOffer::take);
    REQUIRE(hall.want<TakeStick>());
    CHECK(hall.want<TakeStick>()->corrections == std::vector{shan_nvshi});
}

TEST_CASE("what has been heard need not be kept, and what was kept can be taken back") {
    Hall hall = with_doubt();
    hall.press(Key::select);
    hall.press(Key::select);
    hall.press(Key::back);
    CHECK(hall.state.screen == Screen::remarks);
    CHECK(hall.state.sticks.delivery->corrections.empty());
    hall.press(Key::select);
    hall.press(Key::select);
    hall.press(Key::select);
    CHECK(hall.state.sticks.delivery->corrections.size() == 1);
    hall.press(Key::up);
    hall.press(Key::select);
    CHECK(heard_in(hall.prompts, U"找单女士签字。") == shan);
    hall.tell(Pressed{Choice{0}});
    CHECK(heard_in(hall.prompts, U"找单女士签字。") == dan);
    hall.press(Key::select);
    CHECK(hall.says(U"不改"));
    CHECK(hall.state.sticks.delivery->corrections.empty());
}

TEST_CASE("a stick that is pulled while a reading is put right leads back to what became of it") {
    Hall hall = with_doubt();
    hall.press(Key::select);
    hall.tell(SticksThere{});
    CHECK(hall.state.screen == Screen::stick);
    CHECK(hall.stage() == Stage::pulled);
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::welcome);
}

TEST_CASE("that a stick could not be written is said, unless it has gone") {
    Hall hall = with_offer();
    hall.choose(StickOffer::take);
    Hall gone = hall;
    hall.tell(StickTaken{stick, three_articles(), Delivery::Receipt::none});
    CHECK(hall.says(U"没有留回执"));
    gone.tell(SticksThere{});
    gone.tell(StickTaken{stick, three_articles(), Delivery::Receipt::none});
    CHECK_FALSE(gone.says(U"回执"));
}

TEST_CASE("a stick that has gone gives way to the next, or to itself, without a key") {
    const auto begins_with = [](Hall& hall, const Stick& next) {
        hall.tell(SticksThere{{next}});
        CHECK(hall.state.screen == Screen::stick);
        CHECK(hall.stage() == Stage::reading);
        REQUIRE(hall.want<LookAtStick>());
        CHECK(hall.want<LookAtStick>()->stick == next);
        CHECK(hall.says(U"正在看U盘里有什么"));
        CHECK_FALSE(hall.says(U"等这一个做完"));
    };
    Hall pulled = with_offer();
    pulled.tell(SticksThere{});
    REQUIRE(pulled.stage() == Stage::pulled);
    begins_with(pulled, Stick{9, "/media/usb"});

    Hall at_once = with_offer();
    begins_with(at_once, other);

    Hall looking = with_offer();
    looking.choose(StickOffer::take);
    looking.tell(StickFailed{stick, Error{Fault::no_space, "usb", {}}, three_articles()});
    looking.choose(StickOffer::look);
    looking.tell(SticksThere{});
    REQUIRE(looking.state.screen == Screen::remarks);
    begins_with(looking, other);

    // One that is still there has not been seen to.
    Hall done = with_offer();
    done.choose(StickOffer::take);
    done.tell(StickTaken{stick, three_articles(), {}});
    done.tell(SticksThere{{stick, other}});
    CHECK(done.stage() == Stage::done);
    CHECK(done.says(U"等这一个做完"));
}

TEST_CASE("a stick with nothing new may go at once") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    hall.tell(StickLookedAt{stick, std::make_shared<const Delivered>()});
    CHECK(hall.stage() == Stage::nothing_new);
    CHECK(hall.says(U"没有新内容"));
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::welcome);
}

TEST_CASE("pulled at any step, a sentence says that nothing is lost, and what comes late is not looked at") {
    for (int step = 0; step < 3; ++step) {
        Hall hall;
        hall.tell(SticksThere{{stick}});
        if (step > 0) hall.tell(StickProgress{stick, 1, 4});
        if (step > 1) hall.tell(StickLookedAt{stick, three_articles()});
        hall.tell(SticksThere{});
        CHECK(hall.stage() == Stage::pulled);
        CHECK(hall.says(U"什么都没有改动"));
        hall.tell(StickLookedAt{stick, three_articles()});
        hall.tell(StickFailed{stick, Error{Fault::source_gone, "usb", {}}, three_articles()});
        CHECK(hall.stage() == Stage::pulled);
        hall.press(Key::select);
        CHECK(hall.state.screen == Screen::welcome);
        CHECK_FALSE(hall.state.sticks.delivery);
    }
}

TEST_CASE("pulled while its articles come in, the work itself knows how it ended") {
    Hall hall = with_offer();
    hall.choose(StickOffer::take);
    Hall lucky = hall;
    hall.tell(SticksThere{});
    CHECK(hall.stage() == Stage::arriving);
    hall.tell(StickFailed{stick, Error{Fault::source_gone, "usb", {}}, three_articles()});
    CHECK(hall.stage() == Stage::pulled);
    CHECK(hall.says(U"什么都没有改动"));
    lucky.tell(SticksThere{});
    lucky.tell(StickTaken{stick, three_articles(), {}});
    CHECK(lucky.stage() == Stage::done);
    CHECK(lucky.says(U"U盘已经拔出"));
}

TEST_CASE("whoever listens is not disturbed: a quiet line, and home leads to the stick") {
    Hall hall;
    read_an_article(hall);
    hall.tell(SticksThere{{stick}});
    CHECK(hall.state.screen == Screen::article);
    CHECK(hall.state.open->reading == Reading::playing);
    CHECK(hall.said.empty());
    CHECK_FALSE(hall.want<Silence>());
    REQUIRE(hall.state.notice);
    CHECK(hall.state.notice->text.find(U"按主页") != std::u32string::npos);
    hall.tell(StickLookedAt{stick, three_articles()});
    CHECK(hall.said.empty());
    CHECK(hall.state.open->reading == Reading::playing);
    hall.press(Key::home);
    CHECK(hall.state.screen == Screen::stick);
    hall.press(Key::home);
    CHECK(hall.state.screen == Screen::welcome);
    REQUIRE(hall.state.sticks.delivery);  // it waits, and home leads to it again
    hall.press(Key::home);
    CHECK(hall.state.screen == Screen::stick);
}

TEST_CASE("a second stick waits its turn, and one that is pulled meanwhile loses it") {
    Hall hall = with_offer();
    hall.tell(SticksThere{{stick, other}});
    CHECK(hall.says(U"又插上了一个U盘"));
    CHECK_FALSE(hall.want<LookAtStick>());
    Hall without = hall;
    hall.choose(StickOffer::leave);
    CHECK(hall.state.screen == Screen::stick);
    REQUIRE(hall.want<LookAtStick>());
    CHECK(hall.want<LookAtStick>()->stick == other);
    without.tell(SticksThere{{stick}});
    without.choose(StickOffer::leave);
    CHECK(without.state.screen == Screen::welcome);
}

TEST_CASE("a kiosk without a library says kindly that it takes no articles") {
    Hall hall(Reception::none);
    hall.tell(SticksThere{{stick}});
    CHECK(hall.state.screen == Screen::stick);
    CHECK(hall.stage() == Stage::failed);
    CHECK(hall.says(U"不收文章"));
    CHECK_FALSE(hall.want<LookAtStick>());
}

TEST_CASE("how long it will take is guessed by what has been done, and said every ten seconds") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    hall.tell(StickProgress{stick, 1, 100});
    hall.tell(Tick{5'000});
    hall.tell(StickProgress{stick, 25, 100});
    CHECK(hall.state.sticks.delivery->seconds_left == 15);
    CHECK(hall.said.empty());
    hall.tell(Tick{10'000});
    hall.tell(StickProgress{stick, 50, 100});
    CHECK(hall.says(U"看了 50 个，共 100 个。大约还要 10 秒"));
}

TEST_CASE("staff who have gone leave their stick waiting, and the next visitor the welcome") {
    Hall hall = with_offer();
    hall.tell(NobodyStirs{});
    CHECK(hall.state.screen == Screen::welcome);
    CHECK(hall.state.sticks.delivery);
    CHECK_FALSE(hall.state.leaving);
    hall.press(Key::select);
    CHECK(hall.state.screen == Screen::subjects);
}

TEST_CASE("two switches are not left on a stick that is gone") {
    Hall hall;
    hall.tell(SticksThere{{stick}});
    hall.press(Key::home);
    REQUIRE(hall.state.screen == Screen::welcome);
    hall.tell(SwitchMoved{{Key::home, U"U盘"}, false});
    CHECK(focus_label(hall.state) == U"U盘");
    hall.tell(SticksThere{});
    CHECK_FALSE(hall.state.switch_focus);
    CHECK(focus_label(hall.state) == U"开始");
}
