// Any bytes opened as a .txt: an article or a fault, in linear time.
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/text/open.h"
#include "kiosk/text/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace tingdu::text;
    const auto opened = open_article(std::as_bytes(std::span(bytes, size)), "fuzz.txt");
    if (!opened) return 0;
    for (auto place = first(opened->article); place; place = next_sentence(opened->article, *place)) {
        if (range_of(opened->article, *place).empty()) __builtin_trap();
    }
    return 0;
}
