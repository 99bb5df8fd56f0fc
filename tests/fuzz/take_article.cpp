// Any bytes taken for the article that a process of its own has read: one that keeps every promise of an article, which
// can be gone through sentence by sentence and carried once more, or none.
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/parsing/carried.h"
#include "kiosk/text/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace tingdu;
    parsing::Reader from(std::as_bytes(std::span(bytes, size)));
    const auto opened = parsing::article_in(from);
    if (!opened) return 0;
    const text::Article& article = opened->article;
    if (article.title.empty() || article.blocks.empty()) __builtin_trap();
    for (const text::Block& block : article.blocks) {
        if (block.range.begin >= block.range.end || block.range.end > article.text.size()) __builtin_trap();
        if (block.range.size() > text::longest_block) __builtin_trap();
        if (block.picture && *block.picture >= article.pictures.size()) __builtin_trap();
    }
    for (auto place = text::first(article); place; place = text::next_sentence(article, *place))
        if (text::range_of(article, *place).empty()) __builtin_trap();
    parsing::Writer writer;
    parsing::carry(*opened, writer);
    const auto again = std::move(writer).take();
    parsing::Reader reader(again);
    const auto same = parsing::article_in(reader);
    if (!same || same->article.text != article.text || same->article.blocks != article.blocks ||
        same->problems != opened->problems)
        __builtin_trap();
    return 0;
}
