// Articles → what is known of them, how they are cut, and how each sentence will be said.
#include "kiosk/speech/utterance.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/text/sentences.h"
#include "tests/golden/golden.h"

using namespace tingdu;
namespace fs = std::filesystem;

namespace {

const char* name_of(text::BlockKind kind) {
    switch (kind) {
        case text::BlockKind::title:
            return "title";
        case text::BlockKind::heading:
            return "heading";
        case text::BlockKind::paragraph:
            return "paragraph";
        case text::BlockKind::list_item:
            return "list item";
        case text::BlockKind::table_row:
            return "table row";
        case text::BlockKind::caption:
            return "caption";
        case text::BlockKind::note:
            return "note";
        case text::BlockKind::picture:
            return "picture";
    }
    return "";
}

/// A word as "公安 gong1an1", a word of another language as itself in brackets.
std::string words_of(std::u32string_view sentence, const mandarin::Lexicon& lexicon) {
    std::string line;
    for (const mandarin::Clause& clause : mandarin::read(sentence, lexicon)) {
        for (const mandarin::Word& word : clause.words) {
            line += ' ';
            if (word.tokens.empty()) line += '[' + to_utf8(word.said) + ']';
            for (const mandarin::Token& token : word.tokens)
                for (const mandarin::Reading& reading : token.readings) line += reading.spoken.pinyin();
        }
        line += " |";
    }
    return line;
}

std::string described(const text::OpenedArticle& opened, const mandarin::Lexicon& lexicon) {
    const text::Article& article = opened.article;
    std::ostringstream out;
    out << "title:  " << to_utf8(article.title) << "\nsource: " << to_utf8(article.source) << "\ndate:   ";
    if (article.date) out << article.date->year << '-' << article.date->month << '-' << article.date->day;
    out << '\n';
    for (std::size_t block = 0; block < article.blocks.size(); ++block) {
        out << '\n'
            << name_of(article.blocks[block].kind) << (article.blocks[block].continues ? ", going on" : "") << '\n';
        for (const TextRange& range : text::sentences(article, block)) {
            const auto sentence = std::u32string_view(article.text).substr(range.begin, range.size());
            out << "  " << to_utf8(sentence) << '\n';
            out << "  = " << to_utf8(mandarin::normalise(sentence, lexicon)) << '\n';
            out << "  :" << words_of(sentence, lexicon) << '\n';
        }
    }
    return out.str();
}

}  // namespace

TEST_CASE("articles are read as they were when last reviewed") {
    const fs::path source = TINGDU_SOURCE_DIR;
    const auto file = platform::map_file((source / "voices/mandarin/lexicon.bin").string());
    REQUIRE(file);
    auto lexicon = mandarin::Lexicon::over((*file)->bytes());
    REQUIRE(lexicon);
    const auto model_file = platform::map_file((source / "voices/mandarin/readings.bin").string());
    REQUIRE(model_file);
    lexicon->learn(mandarin::ReadingModel::over((*model_file)->bytes()).value());
    int articles = 0;
    for (const auto& entry : fs::directory_iterator(source / "tests/golden/articles")) {
        if (entry.path().extension() == ".golden") continue;
        INFO(entry.path().filename().string());
        const auto opened = runtime::fetch_article(entry.path().string());
        REQUIRE(opened);
        support::check_golden(entry.path().string() + ".golden", described(*opened, *lexicon));
        ++articles;
    }
    CHECK(articles >= 4);
}
