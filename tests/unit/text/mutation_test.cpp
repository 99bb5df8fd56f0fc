// What the fuzzers of tests/fuzz look for over days, for a second: whatever the bytes, an article that keeps its
// promises or a fault, and sentences that lie in their blocks.
#include <array>
#include <random>

#include <doctest/doctest.h>

#include "kiosk/text/sentences.h"
#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> seeds = {{
    {"首页 | 新闻 | 公告\n通告\n日期：2024-03-12 来源：云溪公安\n\n　　一、正文。“好！”\n• 甲\n1. "
     "乙\n上一篇：无\n版权所有 ICP备\n",
     "a.txt"},
    {"---\ntitle: 甲\n---\n# 甲\n**重：**乙[丙](丁)\n- 一\n  1. "
     "二\n\n|a|b|\n|-|-|\n|c|d|\n![图](x)<br>&amp;<div>html\n",
     "a.md"},
    {"<html><head><title>甲_乙</title></head><body><nav>导航</nav><article><h1>甲</h1><p "
     "class=\"x\">正文，好。<br>再来&nbsp;&#20013;"
     "<table><tr><th>一<th>二<tr><td colspan=2>三</table><ol start=3><li>四<figure><img "
     "alt='图'><figcaption>说明</figcaption></figure>"
     "<!-- 注 --><script>x</script></article></body></html>",
     "a.html"},
    {"\xB9\xD8\xD3\xDA\xCD\xA8\xD6\xAA\n\xC7\xEB\xB0\xEC\xC0\xED\xA1\xA3", "a.txt"},
}};

constexpr std::array<std::string_view, 20> splices = {"<",  ">",    "\"",       "</",   "<!--", "**",    "|",
                                                      "\n", "\r",   "　",       "。",   "《",   "（",    "&#x",
                                                      "- ", "\xFF", "\xE4\xB8", "<td>", "<li>", "2024年"};

}  // namespace

TEST_CASE("mutated files open as sound articles or not at all") {
    std::mt19937 random(20240312);
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    for (int round = 0; round < 3000; ++round) {
        const auto& [seed, name] = seeds[below(seeds.size())];
        std::string bytes(seed);
        for (std::size_t n = 1 + below(8); n > 0; --n) {
            const std::size_t at = below(bytes.size());
            switch (below(4)) {
                case 0:
                    bytes.insert(at, splices[below(splices.size())]);
                    break;
                case 1:
                    bytes.erase(at, 1 + below(12));
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(below(bytes.size()), below(40)));
                    break;
                default:
                    if (!bytes.empty()) bytes[at] = static_cast<char>(random());
            }
        }
        CAPTURE(bytes);
        const auto opened = open(bytes, name);
        if (!opened) continue;
        REQUIRE(broken_promise(opened->article) == "");
        for (std::size_t block = 0; block < opened->article.blocks.size(); ++block) {
            std::size_t at = opened->article.blocks[block].range.begin;
            for (const TextRange sentence : sentences(opened->article, block)) {
                REQUIRE(sentence.begin >= at);
                REQUIRE(!sentence.empty());
                at = sentence.end;
            }
            REQUIRE(at <= opened->article.blocks[block].range.end);
        }
    }
}

}  // namespace tingdu::text
