#include "tests/soak/shelves.h"

#include <filesystem>
#include <fstream>
#include <string_view>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/runtime/desk.h"

namespace fs = std::filesystem;

namespace tingdu::soak {
namespace {

std::string times(int count, std::string_view text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

void put(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

std::shared_ptr<const library::Catalogue> hostile(const std::string& folder) {
    const fs::path root = folder;
    const fs::path pictures = TINGDU_SOURCE_DIR "/tests/door/pictures";
    const std::string two_hundred = times(25, "关于进一步做好的");

    put(root / "1 通知.txt",
        "停水通知\n来源：柳塘街道\n日期：2026-09-28\n今晚停水。请存一些水。明天早上六点恢复。"
        "问一问，打0571-88881234。请带身份证、户口簿来。\n");
    put(root / "2 长题.txt", two_hundred + "\n日期：2025-01-01\n正文只有一句。\n");
    put(root / "3 .txt", "\n\n　　\n");
    put(root / "4 #.md", "#\n\n没有题目的一段话。\n");
    put(root / "5 无题.html", "<html><head><title></title></head><body><p>网页里只有这一句。</p></body></html>");
    put(root / "！.txt", "……！！！\n——\n");

    put(root / "10 长短" / "01.txt", times(400, "没有标点的很长很长的一段话"));
    put(root / "10 长短" / "02.txt", "题\n" + times(300, "好。"));
    put(root / "10 长短" / "03 Words.txt", "Donaudampfschifffahrtselektrizitaeten\n" +
                                               times(40, "Hauptbetriebswerkbauunterbeamtengesellschaft") +
                                               "\nPlease bring your card. The room opens at nine.\n");
    put(root / "10 长短" / "04.txt",
        "文字\nПривет, как дела? مرحبا بالعالم 123。😀😀😀 ①②③ ㈠\n" + times(20, "一二三四五。"));
    put(root / "10 长短" / "05.md", "# 单子\n\n" + times(60, "- 第一项，带上身份证。\n1. 第二项\n\n## 小标题\n\n"));
    put(root / "10 长短" / "06.html",
        "<h1>表</h1><table>" + times(40, "<tr><td>周一</td><td>上午九点</td></tr>") + "</table><pre>a\tb</pre>");
    put(root / "10 长短" / ("07 " + times(26, "长文件名") + ".txt").substr(0, 250), "只有正文。\n");

    for (const char* name : {"half.png", "lossy.webp", "plain.jpg"}) {
        fs::create_directories(root / "20 图片");
        fs::copy_file(pictures / name, root / "20 图片" / name, fs::copy_options::overwrite_existing);
    }
    put(root / "20 图片" / "broken.png", "\x89PNG\r\n\x1a\n not a picture");
    put(root / "20 图片" / "01 图.md",
        "# "
        "图\n\n![门前有三级台阶。右边有扶手。](half.png)\n\n*大门*\n\n![](plain.jpg)\n\n看过图了。\n\n![](broken.png)"
        "\n\n"
        "![坏图，" +
            two_hundred + "。](broken.png)\n\n![没有这张图。](nowhere.png)\n\n" +
            times(12, "![一张小图。](lossy.webp)\n\n") + "完了。\n");
    put(root / "20 图片" / "02 只有图.md", "![](half.png)\n");

    for (int i = 1; i <= 45; ++i)
        put(root / "30 很多" / (std::to_string(i) + " 第" + std::to_string(i) + "篇.txt"),
            i % 4 == 0 ? two_hundred + std::to_string(i) + "\n一句话。\n" : "一句话。两句话。\n");

    const fs::path wrong = root / "40 打不开";
    put(wrong / "1 空的.txt", "");
    put(wrong / "2 不是字.txt", std::string("\0\1\2\xff\xfe\0\0\x80", 8) + times(200, std::string("\0\x9f\xf0", 3)));
    put(wrong / "3 坏的.docx", "PK\3\4 nothing that unpacks");
    put(wrong / "4 不见了.txt", "不见了\n本来有一句话。\n");
    put(wrong / "5 像网页.html", "<<<<>&&&;</table></p><script>x</script>");
    put(wrong / "6 只有标签.html", "<p></p><div><br></div>");

    auto catalogue = *runtime::fetch_catalogue(folder);
    fs::remove(wrong / "4 不见了.txt");
    catalogue.subjects.insert(catalogue.subjects.begin() + 2, library::Subject{U"还没有文章的一栏", {}});
    catalogue.subjects.push_back({from_utf8(two_hundred), catalogue.subjects.front().entries});
    catalogue.subjects.push_back({from_utf8(times(60, "W")), {}});
    return std::make_shared<const library::Catalogue>(std::move(catalogue));
}

std::shared_ptr<const library::Catalogue> crowded(const library::Catalogue& from) {
    std::vector<library::Entry> entries;
    for (const library::Subject& subject : from.subjects)
        for (const library::Entry& entry : subject.entries) entries.push_back(entry);
    REQUIRE_FALSE(entries.empty());
    auto catalogue = std::make_shared<library::Catalogue>();
    for (std::size_t i = 0; i < 500; ++i)
        catalogue->subjects.push_back({from_utf8("第" + std::to_string(i + 1) + "栏"), {entries[i % entries.size()]}});
    std::vector<library::Entry> most{entries[1 % entries.size()]};
    for (std::size_t i = 0; i < 20'000; ++i) {
        most.push_back(entries[i % entries.size()]);
        most.back().title += from_utf8(std::to_string(i));
    }
    catalogue->subjects[1].entries = most;
    return catalogue;
}

}  // namespace tingdu::soak
