#include "kiosk/shell/tell.h"

#include <cstdlib>
#include <iostream>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/base/sentences.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::shell {
namespace {

struct Wording {
    std::string_view chinese;
    std::string_view english;
};

Wording wording_of(text::Problem::Kind kind) {
    using Kind = text::Problem::Kind;
    switch (kind) {
        case Kind::broken_bytes:
            return {"有坏掉的字，已用“�”代替", "broken characters were replaced by �"};
        case Kind::unpaired_markup:
            return {"有没写完的标记，已略过", "markup that does not close was passed over"};
        case Kind::dropped:
            return {"有一处读不了，已略过", "something that cannot be read was left out"};
        case Kind::too_deep:
            return {"层次太多，已展平", "nesting beyond the limit was flattened"};
        case Kind::picture_missing:
            return {"图片找不到，只念说明；请把它和文章放在一起",
                    "the picture is not there, only its description is read; put it beside the article"};
        case Kind::picture_elsewhere:
            return {
                "图片不在文章的文件夹里，只念说明；请存到文章旁边",
                "the picture is not in the article's folder, only its description is read; save it beside the article"};
        case Kind::picture_damaged:
            return {"图片坏了，只念说明；请换一张",
                    "the picture is damaged, only its description is read; put in another"};
        case Kind::picture_too_large:
            return {"图片太大（超过四千万像素或32 MB），只念说明；请缩小",
                    "the picture is too large (over 40 million pixels or 32 MB), only its description is read; make it "
                    "smaller"};
        case Kind::picture_of_no_kind:
            return {"图片不是 PNG、JPEG 或 WebP，或者会动，只念说明；请另存为 PNG",
                    "the picture is no PNG, JPEG or WebP, or it moves, only its description is read; save it as PNG"};
        case Kind::picture_unsaid:
            return {"图片没有说明，看不见的人不知道有它；请写上一句",
                    "the picture has no description, and who cannot see will not know of it; write one"};
    }
    return {};
}

}  // namespace

Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("zh") ? Language::mandarin : Language::english;
    return Language::english;
}

void tell(const std::string& line) {
    std::cerr << "tingdu: " + line + '\n';  // in one piece: more than one thread tells
}

void tell_error(const Error& error) {
    tell(sentence(error, language_of_environment()));
}

std::string words_for(const text::Problem& problem, Language language) {
    const Wording wording = wording_of(problem.kind);
    const std::string what = problem.detail.empty() ? std::string() : fmt::format(" ({})", problem.detail);
    return std::string(language == Language::mandarin ? wording.chinese : wording.english) + what;
}

void tell_problem(const std::string& file, const text::Problem& problem) {
    const std::string where =
        problem.line == 0 ? platform::name_in(file) : fmt::format("{}:{}", platform::name_in(file), problem.line);
    tell(fmt::format("{}: {}", where, words_for(problem, language_of_environment())));
}

}  // namespace tingdu::shell
