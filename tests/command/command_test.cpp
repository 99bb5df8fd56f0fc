// The commands as a person meets them: what they print, what they leave, and the one sentence when something cannot be
// done.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "tests/support/program.h"

using namespace tingdu;
using namespace tingdu::support;
using nlohmann::json;

namespace {

const std::string page =
    "• 设为首页\n• 无障碍阅读\n秋季体检开始报名\n日期:2026-09-12 来源:柳塘街道\n\n"
    "9月20日上午，社区医院为65岁以上的老人免费体检，名额120人。\n\n第一步\n请带上身份证和GDP读本。\n\n排队的老人\n\n"
    "会前，宛医生说：“长寿，要重在长年坚持。”WiFi密码问前台。\n";

std::u32string hanzi_of(std::u32string_view text) {
    std::u32string hanzi;
    for (const char32_t c : text)
        if (is_hanzi(c)) hanzi.push_back(c);
    return hanzi;
}

double loudness(const std::string& wav, double start, double end) {
    const auto sample = [&](double seconds) { return 44 + 2 * static_cast<std::size_t>(seconds * 22050); };
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t at = sample(start); at + 1 < std::min(sample(end), wav.size()); at += 2, ++count) {
        const auto value = static_cast<std::int16_t>(static_cast<unsigned char>(wav[at]) |
                                                     (static_cast<unsigned char>(wav[at + 1]) << 8U));
        sum += static_cast<double>(value) * value;
    }
    return count == 0 ? 0 : std::sqrt(sum / static_cast<double>(count));
}

void check_refused(const Ran& ran, const std::string& name) {
    CHECK(ran.status == 1);
    CHECK(ran.complaint.find(name) != std::string::npos);
    CHECK(std::count(ran.complaint.begin(), ran.complaint.end(), '\n') == 1);
}

}  // namespace

TEST_CASE("speak says every Hanzi once, in order, with sound under each word") {
    const Scratch scratch;
    const std::string file = scratch.write("page.txt", page);
    const Ran ran =
        run("speak '" + file + "' --wav '" + scratch.at("o.wav") + "' --timings '" + scratch.at("o.json") + "'");
    CHECK(ran.status == 0);
    CHECK(ran.complaint.empty());
    const json timings = json::parse(contents(scratch.at("o.json")));
    const std::string wav = contents(scratch.at("o.wav"));
    const std::u32string article = from_utf8(timings["article"].get<std::string>());
    CHECK(article.find(U"设为首页") == std::u32string::npos);
    CHECK(article.find(U"来源") == std::u32string::npos);
    CHECK(article.find(U"第一步\n请带上") != std::u32string::npos);
    std::u32string said;
    double last_end = 0;
    bool english = false;
    for (const json& word : timings["words"]) {
        const std::u32string text = from_utf8(word["text"].get<std::string>());
        INFO(word.dump());
        CHECK(article.substr(word["offset"].get<std::size_t>(), word["length"].get<std::size_t>()) == text);
        CHECK(word["start"].get<double>() >= last_end);
        CHECK(word["start"].get<double>() < word["end"].get<double>());
        CHECK(loudness(wav, word["start"], word["end"]) > 200);
        last_end = word["end"].get<double>();
        said += text;
        if (text == U"WiFi") english = word["lang"] == "en";
    }
    CHECK(hanzi_of(said) == hanzi_of(article));
    CHECK(english);
}

TEST_CASE("a slower rate is longer and a faster one shorter, by the factor") {
    const Scratch scratch;
    const std::string file = scratch.write("page.txt", page);
    const auto seconds = [&](const std::string& rate) {
        CHECK(run("speak '" + file + "' --rate " + rate + " --wav '" + scratch.at("o.wav") + "'").status == 0);
        return static_cast<double>(contents(scratch.at("o.wav")).size()) / 44100;
    };
    const double normal = seconds("1.0");
    CHECK(seconds("0.5") / normal == doctest::Approx(2).epsilon(0.1));
    CHECK(seconds("2.0") / normal == doctest::Approx(0.5).epsilon(0.1));
}

TEST_CASE("normalize gives a line for a line") {
    const Ran ran = run("normalize", "2024年3月12日\n\n3.5%\n共120余人\nGDP和WiFi\n");
    CHECK(ran.status == 0);
    CHECK(ran.answer == "二零二四年三月十二日\n\n百分之三点五\n共一百二十余人\nG D P和WiFi\n");
}

TEST_CASE("readings has a token for each Hanzi, and one for a number with all its syllables") {
    const Ran ran = run("readings", "银行第1次\n你好\n");
    REQUIRE(ran.status == 0);
    const auto newline = ran.answer.find('\n');
    const json first = json::parse(ran.answer.substr(0, newline));
    REQUIRE(first["tokens"].size() == 5);
    CHECK(first["tokens"][1] == json{{"text", "行"}, {"start", 1}, {"lexical", "hang2"}, {"spoken", "hang2"}});
    CHECK(first["tokens"][3]["text"] == "1");
    CHECK(first["tokens"][3]["spoken"] == "yi1");
    const json second = json::parse(ran.answer.substr(newline + 1));
    CHECK(second["tokens"][0]["lexical"] == "ni3");
    CHECK(second["tokens"][0]["spoken"] == "ni2");
}

TEST_CASE("explain has a line for each Hanzi, read as it is read there") {
    const Ran ran = run("explain", "张行长, A1\n");
    CHECK(ran.status == 0);
    CHECK(ran.answer == "张\t弓长张\n行\t银行的行\n长\t长大的长\n");
}

TEST_CASE("list prints subjects and titles in order, and says which file cannot be opened") {
    const Ran ran = run(std::string("list --content '") + TINGDU_SOURCE_DIR + "/tests/journey/content'");
    CHECK(ran.status == 1);
    CHECK(ran.complaint.find("04 坏了.docx") != std::string::npos);
    CHECK(ran.answer ==
          "最新消息\t大厅开放时间\n通知\t停水通知\n通知\t社区食堂\n通知\t坏了\n生活\tReading "
          "room\n生活\t扶手补贴开始报名\n生活\t图上的窗口\n生活\t大厅问讯\n生活\t园里的花\n");
}

TEST_CASE("a place's own list of readings counts, a wrong line is told by its number, and the list is no article") {
    const Scratch content;
    (void)content.write("读音.txt", "# 本地的读法\n银行 = yin2 xing2\n长廊\n");
    (void)content.write("通知.txt", "通知\n银行开门了。\n");
    const std::string here = " --content '" + content.at("") + "'";
    const Ran own = run("readings" + here, "银行\n");
    CHECK(own.status == 0);
    CHECK(own.answer.find("xing2") != std::string::npos);
    CHECK(own.complaint.find("读音.txt line 3: “长廊”") != std::string::npos);
    CHECK(std::count(own.complaint.begin(), own.complaint.end(), '\n') == 1);
    CHECK(run("readings", "银行\n").answer.find("hang2") != std::string::npos);
    const Ran said = run("normalize" + here, "银行\n");
    CHECK(said.status == 0);
    CHECK(said.answer == "银行\n");
    CHECK(run("list" + here).answer == "最新消息\t通知\n");
}

TEST_CASE("speak goes by the list beside the article, or by the one above its subject") {
    const Scratch content;
    const auto sound = [&](const std::string& file) {
        CHECK(run("speak '" + content.at(file) + "' --wav '" + content.at("o.wav") + "'").status == 0);
        return contents(content.at("o.wav"));
    };
    std::filesystem::create_directory(content.at("1 通知"));
    (void)content.write("银行.txt", "银行开门了。");
    (void)content.write("1 通知/银行.txt", "银行开门了。");
    const std::string usual = sound("银行.txt");
    CHECK(sound("1 通知/银行.txt") == usual);
    (void)content.write("读音.txt", "银行 = yin2 xing2\n");
    const std::string settled = sound("银行.txt");
    CHECK(settled != usual);
    CHECK(sound("1 通知/银行.txt") == settled);
}

TEST_CASE("a file that cannot be read gets one sentence that names it") {
    const Scratch scratch;
    check_refused(run("speak '" + scratch.at("没有.txt") + "' --wav /dev/null"), "没有.txt");
    check_refused(run("speak '" + scratch.write("空.txt", " \n\n") + "' --wav /dev/null"), "空.txt");
    check_refused(run("speak '" + scratch.write("a.pdf", "%PDF-1.4 x") + "' --wav /dev/null"), "a.pdf");
    check_refused(run("speak '" + scratch.write("b.docx", "PK\x03\x04 broken") + "' --wav /dev/null"), "b.docx");
    check_refused(run("speak '" + scratch.write("c.txt", std::string(4000, '\0')) + "' --wav /dev/null"), "c.txt");
    check_refused(run("speak '" + std::string(TINGDU_SOURCE_DIR) + "' --wav /dev/null"), "");
    std::filesystem::resize_file(scratch.write("d.txt", "x"), 2ULL << 30U);
    check_refused(run("speak '" + scratch.at("d.txt") + "' --wav /dev/null"), "d.txt");
    check_refused(run("list --content '" + scratch.at("none") + "'"), "none");
    check_refused(run("rehearse '" + scratch.at("none.visit") + "' --out '" + scratch.at("out") + "'"), "none.visit");
    check_refused(run("speak '" + scratch.write("e.txt", "好。") + "' --wav '" + scratch.at("no/o.wav") + "'"),
                  "o.wav");
}

TEST_CASE("broken bytes in a good file are mended, told, and the rest is read") {
    const Scratch scratch;
    const std::string file = scratch.write("f.txt", "前面是好的文字。\xff\xfe后面也是好的。");
    const Ran ran = run("speak '" + file + "' --wav /dev/null --timings '" + scratch.at("o.json") + "'");
    CHECK(ran.status == 0);
    CHECK(ran.complaint.find("f.txt:1") != std::string::npos);
    const json timings = json::parse(contents(scratch.at("o.json")));
    CHECK(timings["article"].get<std::string>().find("后面也是好的。") != std::string::npos);
}

TEST_CASE("a pack of a folder that is not there, or by a key that is not, is refused by its name") {
    check_refused(run("pack nowhere -o a.tdpack"), "nowhere");
    check_refused(run("pack --check a.tdpack --key nobody.pub"), "nobody.pub");
}

TEST_CASE("check names by file and line what cannot be said and what may be misread, and changes nothing") {
    const Scratch content;
    (void)content.write("通知.txt", "通知\n\n今天觉得晕。\n\n编码\U0003106C山，12/31止。\n");
    (void)content.write("读音.txt", "长廊 chang2 lang2\n");
    const Ran ran = run("check '" + content.at("") + "'");
    INFO(ran.answer);
    CHECK(ran.status == 0);
    CHECK(ran.answer.find("通知.txt:5: “\U0003106C”") != std::string::npos);
    CHECK(ran.answer.find("通知.txt:3: “晕”") != std::string::npos);
    CHECK(ran.answer.find("通知.txt:5: “12/31”") != std::string::npos);
    CHECK(ran.answer.find("读音.txt:1: ") != std::string::npos);
    CHECK(ran.answer.find("通知.txt:5: “\U0003106C”") < ran.answer.find("通知.txt:3: “晕”"));
    std::istringstream lines(run("check --json '" + content.at("通知.txt") + "'").answer);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const json finding = json::parse(line);
        CHECK(finding["line"].get<int>() >= 1);
        CHECK_FALSE(finding["stops"].get<bool>());
    }
    CHECK(count >= 3);
}

TEST_CASE("check names by file and line what pictures cannot be shown, and those of which nothing is said") {
    const Scratch content;
    const auto photo = contents(std::filesystem::path(TINGDU_SOURCE_DIR) / "tests/door/pictures/plain.jpg");
    (void)content.write("好.png", photo);
    (void)content.write("坏.png", photo.substr(0, photo.size() / 2));
    (void)content.write("字.png", "这不是图片");
    (void)content.write("通知.md",
                        "# 通知\n\n今天开门。\n\n![大门](好.png)\n\n![侧门](坏.png)\n\n![后门](没有.png)\n\n"
                        "![](好.png)\n\n![墙](字.png)\n\n![密码](../../etc/passwd)\n");
    const Ran ran = run("check '" + content.at("") + "'");
    INFO(ran.answer);
    CHECK(ran.status == 0);
    CHECK(ran.answer.find("通知.md:7: 图片坏了") != std::string::npos);
    CHECK(ran.answer.find("通知.md:9: 图片找不到") != std::string::npos);
    CHECK(ran.answer.find("图片没有说明，看不见的人不知道有它；请写上一句 (好.png)") != std::string::npos);
    CHECK(ran.answer.find("通知.md:13: 图片不是 PNG") != std::string::npos);
    CHECK(ran.answer.find("通知.md:15: 图片不在文章的文件夹里") != std::string::npos);
    std::istringstream lines(run("check --json '" + content.at("通知.md") + "'").answer);
    int pictures = 0;
    for (std::string line; std::getline(lines, line);) pictures += json::parse(line)["kind"] == "picture" ? 1 : 0;
    CHECK(pictures == 5);
}

TEST_CASE("speak says the descriptions of pictures in their places, and of those without one nothing") {
    const Scratch content;
    (void)content.write("好.png", contents(std::filesystem::path(TINGDU_SOURCE_DIR) / "tests/door/pictures/plain.jpg"));
    const std::string article = content.write("通知.md", "今天开门。\n\n![大门](好.png)\n\n![](好.png)\n\n请进。\n");
    REQUIRE(run("speak '" + article + "' --wav '" + content.at("a.wav") + "' --timings '" + content.at("a.json") + "'")
                .status == 0);
    const json timings = json::parse(contents(content.at("a.json")));
    CHECK(timings["article"] == "今天开门。\n大门\n\xEF\xBF\xBC\n请进。");
    std::string said;
    for (const json& word : timings["words"]) said += word["text"].get<std::string>();
    CHECK(said == "今天开门大门请进");
}

TEST_CASE("check ends with 1 where nothing could come in, and looks at the others all the same") {
    const Scratch content;
    const std::string empty = content.write("空.txt", " \n");
    const Ran nothing = run("check '" + content.at("") + "'");
    CHECK(nothing.status == 1);
    CHECK(nothing.complaint.find("空.txt") != std::string::npos);
    const std::string good = content.write("好.txt", "今天觉得晕。");
    const Ran stick = run("check '" + content.at("") + "'");
    const Ran files = run("check '" + empty + "' '" + good + "'");
    CHECK(stick.status == 0);  // the other comes in
    CHECK(files.status == 1);
    for (const Ran& ran : {stick, files}) {
        CHECK(ran.answer.find("空.txt:") != std::string::npos);
        CHECK(ran.answer.find("好.txt:1: “晕”") != std::string::npos);
    }
    check_refused(run("check '" + content.at("没有.txt") + "'"), "没有.txt");
}

TEST_CASE("check names all that an import would leave out, and at the end which and how many") {
    const Scratch content;
    for (const char* name : {"a.pdf", "b.xls", "c.doc", "d.wps"}) (void)content.write(name, "x");
    (void)content.write("好.txt", "今天开门\n九点开门。\n");
    (void)content.write("也好.txt", "今天开门\n十点开门。\n");
    (void)content.write(".藏.txt", "藏着。");
    const Ran ran = run("check '" + content.at("") + "'");
    INFO(ran.answer);
    CHECK(ran.status == 0);
    for (const char* name : {"a.pdf: ", "b.xls: ", "c.doc: ", "d.wps: "})
        CHECK(ran.answer.find(name) != std::string::npos);
    CHECK(ran.answer.find(".藏") == std::string::npos);
    CHECK(ran.answer.find("题目一样") != std::string::npos);
    CHECK(ran.answer.find("6 个文件，4 个收不了，1 处请看一看") != std::string::npos);
    std::filesystem::remove(content.at("好.txt"));
    std::filesystem::remove(content.at("也好.txt"));
    const Ran nothing = run("check '" + content.at("") + "'");
    CHECK(nothing.status == 1);
    CHECK(nothing.complaint.find("a.pdf, b.xls, c.doc …") != std::string::npos);
    CHECK(nothing.complaint.find("really") == std::string::npos);  // a folder is no renamed file
}

TEST_CASE("doctor looks at every part, and says what is wrong in the configuration and with the articles") {
    const Scratch scratch;
    const std::string config =
        scratch.write("tingdu.toml", "[screen]\ndiagonal_in = 2000\n[sound]\ndevice = \"no such card\"\n");
    std::filesystem::create_directory(scratch.at("empty"));
    ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
    const Ran ran = run("doctor --config '" + config + "' --content '" + scratch.at("empty") + "'");
    ::unsetenv("SDL_VIDEODRIVER");
    CHECK(ran.status == 1);
    const auto says = [&](std::string_view words) { return ran.answer.find(words) != std::string::npos; };
    for (const auto* part : {"Screen: ", "Sound: ", "Keys and touch: ", "Fonts: good.", "Voices: good. 中文, English",
                             "Articles: not well. There is not a single article", "Disk: ", "Clock: ",
                             "Settings: not well. The setting “tingdu.toml:2 screen.diagonal_in”"}) {
        INFO(std::string(part));
        INFO(ran.answer);
        CHECK(says(part));
    }
    CHECK(ran.complaint.find("Not well") != std::string::npos);
}

TEST_CASE("doctor counts what a library holds, and names one that is none") {
    const Scratch scratch;
    CHECK(run("import '" TINGDU_SOURCE_DIR "/content' --library '" + scratch.at("library") + "'").status == 0);
    const Ran well = run("doctor --library '" + scratch.at("library") + "'");
    CHECK(well.answer.find("Articles: good.") != std::string::npos);
    const Ran ill = run("doctor --library '" + scratch.write("text", "not a library at all") + "'");
    CHECK(ill.status == 1);
    CHECK(ill.answer.find("Articles: not well. “text” is no library") != std::string::npos);
}

TEST_CASE("wrong usage names itself and what is allowed") {
    for (const char* wrong :
         {"", "sing", "speak", "speak a --bogus", "speak a --rate 9", "run --window big", "rehearse a", "list extra"}) {
        INFO(wrong);
        const Ran ran = run(wrong);
        CHECK(ran.status == 2);
        CHECK(ran.complaint.find("Usage") != std::string::npos);
    }
    CHECK(run("speak a --bogus").complaint.find("--bogus") != std::string::npos);
    CHECK(run("sing").complaint.find("sing") != std::string::npos);
    CHECK(run("--help").status == 0);
    CHECK(run("speak --help").answer.find("--timings") != std::string::npos);
}
