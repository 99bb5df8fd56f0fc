// The place's own list of readings in a hall that is open: what is said goes by the list as it lies there now.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/runtime/saying.h"
#include "tests/support/block_synthesizer.h"
#include "tests/support/languages.h"
#include "tests/support/program.h"

using namespace tingdu;

namespace {

/// What the synthesizer is fed for "银行".
std::string fed(const runtime::Workshop::Work& say) {
    std::shared_ptr<const speech::Utterance> utterance;
    runtime::SayOrder order;
    order.utterance = 1;
    order.line.prompt = U"银行";
    order.given_up = std::make_shared<std::atomic<bool>>(false);
    say(order, [&](runtime::SayProduct product) {
        if (auto* composed = std::get_if<runtime::Composed>(&product.what)) utterance = composed->utterance;
    });
    return to_utf8(utterance->breaths.front().piece.input);
}

}  // namespace

TEST_CASE("a list that is written, changed or taken away while the hall is open counts from the next line on") {
    const support::Scratch content;
    const std::string name(library::readings_file);
    const auto file = platform::map_file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/lexicon.bin");
    const auto lexicon = mandarin::Lexicon::over((*file)->bytes());
    REQUIRE(lexicon);
    std::vector<std::string> told;
    runtime::ReadingsFile own(
        content.at(""), *lexicon, [&](const std::string& line) { told.push_back(line); }, support::chinese());

    support::BlockSynthesizer synthesizer;
    const auto say = runtime::saying([&own] { return own.now(); }, synthesizer);

    const std::string usual = fed(say);
    (void)content.write(name, "银行 = yin2 xing2\n坏 hang2\n");
    const std::string settled = fed(say);
    CHECK(settled != usual);
    CHECK(fed(say) == settled);
    CHECK(told == std::vector<std::string>{"读音.txt 第 2 行：“坏 hang2”里没有等号，要写成“词 = pin1 yin1”"});

    (void)content.write(name, "银行 = yin2 hang2 # 改回来了\n");
    CHECK(fed(say) == usual);
    (void)content.write(name, "\xD2\xF8\xD0\xD0 = yin2 xing2\n");  // in GBK
    CHECK(fed(say) == settled);
    std::filesystem::remove(content.at(name));
    CHECK(fed(say) == usual);
    CHECK(told.size() == 1);
}
