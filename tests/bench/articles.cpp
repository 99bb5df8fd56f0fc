#include "tests/bench/articles.h"

#include <array>
#include <fstream>

#include <fmt/core.h>

namespace tingdu::bench {

std::string write_article(const std::string& folder, std::size_t hanzi) {
    constexpr std::array sentences = {
        "早上六点半，公园的东门开了，晨练的人三三两两走进来。",
        "社区医院从下个月起，每周二和周四下午为老人免费量血压。",
        "请您带好身份证和医保卡，到二楼三号窗口办理登记。",
        "如果听不清楚，可以请旁边的工作人员再讲一遍。",
        "今年的体检名单已经贴在门口的公告栏里，共有{}个人。",
        "从这里坐12路公交车，大约二十分钟就能到长途汽车站。",
        "银行的工作人员提醒大家，不要把密码告诉陌生人。",
        "重阳节那天，食堂给七十岁以上的老人送长寿面。",
    };
    constexpr std::size_t hanzi_of_sentence = 23;
    constexpr std::size_t sentences_of_paragraph = 6;
    const std::string path = fmt::format("{}/article_{}.txt", folder, hanzi);
    std::ofstream article(path);
    article << "社区里的一天\n\n";
    for (std::size_t i = 0; i * hanzi_of_sentence < hanzi; ++i) {
        article << fmt::format(fmt::runtime(sentences[i % sentences.size()]), i + 20);
        if (i % sentences_of_paragraph == sentences_of_paragraph - 1) article << "\n\n";
    }
    return path;
}

std::string write_same_sentence(const std::string& folder) {
    const std::string path = folder + "/same_sentence.txt";
    std::ofstream article(path);
    article << "一句话\n\n";
    for (int i = 0; i < 200; ++i) article << "我们明天沿着码头慢慢往回走。";
    return path;
}

std::string write_words_apart(const std::string& folder) {
    const std::string path = folder + "/words_apart.txt";
    std::ofstream article(path);
    article << "慢慢念\n\n";
    for (int paragraph = 0; paragraph < 8; ++paragraph)
        article << "妈妈，牛奶，马路，努力。蓝莓，魔力，泥路，玫瑰。\n\n";
    return path;
}

}  // namespace tingdu::bench
