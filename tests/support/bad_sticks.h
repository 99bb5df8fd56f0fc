// Sticks that no clerk ever filled, or that one filled by bad luck: what they hold is made where it is wanted, for it
// is large. Every piece is named by what it does to whoever reads it without care.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <png.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tingdu::support {

class BadStick {
  public:
    explicit BadStick(std::string folder) : folder_(std::move(folder)) { std::filesystem::create_directories(folder_); }

    void put(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path path = folder_ + "/" + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }

    void junk(int files) const {
        std::mt19937 random(1);  // NOLINT: the same every time
        const std::vector<std::string> endings{"txt", "docx", "html", "md", "doc", "exe", "png", "zip", "pdf", "dat"};
        for (int i = 0; i < files; ++i) {
            std::string bytes(random() % 3000, '\0');
            for (char& c : bytes) c = static_cast<char>(random());
            put("垃圾/" + std::to_string(i) + "." + endings[static_cast<std::size_t>(i) % endings.size()], bytes);
        }
    }

    void deep(int folders) const {
        std::string path;
        for (int i = 0; i < folders; ++i) path += std::to_string(i) + "层/";
        put(path + "深.txt", "太深了。");
    }

    /// 255 bytes, which are no text in any encoding.
    void broken_names(int files) const {
        std::mt19937 random(2);  // NOLINT: the same every time
        for (int i = 0; i < files; ++i) {
            std::string name(251, '\0');
            for (char& c : name) c = static_cast<char>(0x80 + random() % 0x80);
            put(name + ".txt", "名字坏了的文章，第 " + std::to_string(i) + " 篇。\n");
        }
    }

    void links() const {
        REQUIRE(::symlink("/etc/passwd", (folder_ + "/密码.txt").c_str()) == 0);
        REQUIRE(::symlink("/etc", (folder_ + "/外面").c_str()) == 0);
        REQUIRE(::symlink(".", (folder_ + "/圈").c_str()) == 0);
        REQUIRE(::symlink("自己.txt", (folder_ + "/自己.txt").c_str()) == 0);
        REQUIRE(::mkfifo((folder_ + "/管子.txt").c_str(), 0600) == 0);
    }

    using Entries = std::vector<std::pair<std::string, std::string>>;
    void zip(const std::string& name, const Entries& entries) const {
        archive* zip = archive_write_new();
        archive_write_set_format_zip(zip);
        REQUIRE(archive_write_open_filename(zip, (folder_ + "/" + name).c_str()) == ARCHIVE_OK);
        for (const auto& [path, bytes] : entries) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname(entry, path.c_str());
            archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_write_header(zip, entry);
            archive_write_data(zip, bytes.data(), bytes.size());
            archive_entry_free(entry);
        }
        archive_write_free(zip);
    }

    static std::string document(const std::string& body) {
        return "<?xml version='1.0'?><w:document "
               "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
               "<w:body>" +
               body + "</w:body></w:document>";
    }

    static std::string repeated(const std::string& what, std::size_t bytes) {
        std::string all;
        all.reserve(bytes + what.size());
        while (all.size() < bytes) all += what;
        return all;
    }

    void bombs() const {
        constexpr std::size_t whole = std::size_t{300} << 20U;
        zip("白炸弹.docx", {{"word/document.xml", std::string(whole, ' ')}});
        const std::size_t most = (std::size_t{32} << 20U) - 4096;
        zip("字炸弹.docx", {{"word/document.xml",
                             document("<w:p><w:r><w:t>" + std::string(most - 4096, 'a') + "</w:t></w:r></w:p>")}});
        zip("节炸弹.docx", {{"word/document.xml", document(repeated("<w:p/>", most - 4096))}});
        zip("属性炸弹.docx", {{"word/document.xml", document("<w:p " + repeated("a='' ", most - 4096) + "/>")}});
        zip("套炸弹.docx", {{"word/document.xml", document(repeated("<w:p>", most - 4096))}});
        zip("逃.docx", {{"../../../../tmp/tingdu-escaped", "x"},
                        {"/tmp/tingdu-escaped", "x"},
                        {"word/document.xml", document("<w:p><w:r><w:t>逃不出去。</w:t></w:r></w:p>")}});
        Entries many;
        for (int i = 0; i < 20'000; ++i) many.emplace_back("word/" + std::to_string(i), "x");
        zip("多.docx", many);
    }

    void broken_words() const {
        zip("半.docx",
            {{"word/document.xml", document(repeated("<w:p><w:r><w:t>半个文件。</w:t></w:r></w:p>", 200'000))}});
        std::filesystem::resize_file(folder_ + "/半.docx", std::filesystem::file_size(folder_ + "/半.docx") / 2);
        std::string laughs = "<!DOCTYPE w [<!ENTITY a0 'ha'>";
        for (int i = 1; i < 10; ++i) {
            const std::string before = "&a" + std::to_string(i - 1) + ";";
            laughs += "<!ENTITY a" + std::to_string(i) + " '" + repeated(before, before.size() * 10) + "'>";
        }
        laughs += "]>";
        zip("笑.docx", {{"word/document.xml", laughs + document("<w:p><w:r><w:t>笑&a9;</w:t></w:r></w:p>")}});
        put("笑.html", laughs + "<html><body><p>笑&a9;一笑。</p></body></html>");
        put("笑.txt", laughs + "&a9;");
    }

    void nested_pages() const {
        constexpr std::size_t million = 1'000'000;
        put("套.html", repeated("<div>", million * 5) + "套在里面。");
        put("套表.html", repeated("<table><tr><td>", million * 15) + "套在里面。");
        put("套单.html", repeated("<ul><li>", million * 8) + "套在里面。");
        put("套粗.html", repeated("<b><i>", million * 6) + "套在里面。");
        put("属性.html", "<p " + repeated("a=b ", million * 4) + ">属性很多。</p>");
        put("不关.html", repeated("<!--", million * 4) + "<p>没有关上。</p>");
        put("引用.md", repeated("> ", million * 2) + "引用很深。\n");
        put("括号.md", repeated("[", million) + "括号很多。\n");
        put("星.md", repeated("**a*", million) + "\n");
        put("列.md", repeated("- ", million * 2) + "\n");
        put("一行.txt", repeated("没有句号的一行", million * 20));
        put("图很多.html", repeated("<img src='没有.png' alt='图'>", million * 5) + "<p>图很多。</p>");
        put("图各样.html", [] {
            std::string page;
            for (int i = 0; i < 100'000; ++i) page += "<img src='" + std::to_string(i) + ".png'>";
            return page + "<p>图各样。</p>";
        }());
    }

    static std::string big_endian(std::uint32_t number) {
        return {static_cast<char>(number >> 24U), static_cast<char>(number >> 16U), static_cast<char>(number >> 8U),
                static_cast<char>(number)};
    }

    /// Heads that claim sixty thousand a side, and pictures that are as large as may be and hold nothing.
    void large_pictures(int decodable) const {
        using namespace std::string_literals;
        put("图/大.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + big_endian(60000) + big_endian(60000) + "\x08\x02\0\0\0"s +
                             std::string(1000, 'x'));
        put("图/大.jpg",
            "\xFF\xD8\xFF\xC0\0\x11\x08\xEA\x60\xEA\x60\3\1\x22\0\2\x11\1\3\x11\1"s + std::string(1000, 'x'));
        put("图/大.webp", "RIFF\xFF\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x5F\xEA\0\x5F\xEA\0"s + std::string(1000, 'x'));
        put("图/一.md", "# 大图\n\n大图在下面。\n\n![大一](大.png)\n\n![大二](大.jpg)\n\n![大三](大.webp)\n");
        std::string page = "# 空图\n\n空图在下面。\n";
        for (int i = 0; i < decodable; ++i) {
            const std::string name = "空" + std::to_string(i) + ".png";
            empty_picture(folder_ + "/图/" + name, 6300);
            page += "\n![空 " + std::to_string(i) + "](" + name + ")\n";
        }
        put("图/二.md", page);
    }

    /// So many pixels a side, all alike, in a few thousand bytes.
    static void empty_picture(const std::string& path, png_uint_32 side) {
        std::FILE* const file = std::fopen(path.c_str(), "wb");
        REQUIRE(file);
        png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
        png_infop info = png_create_info_struct(png);
        png_init_io(png, file);
        png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                     PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png, info);
        std::vector<png_byte> row(side / 8 + 1);
        for (png_uint_32 y = 0; y < side; ++y) png_write_row(png, row.data());
        png_write_end(png, nullptr);
        png_destroy_write_struct(&png, &info);
        std::fclose(file);
    }

    void good_article() const { put("好/好.txt", "好消息\n这一篇是好的。\n"); }

    [[nodiscard]] const std::string& folder() const { return folder_; }

  private:
    std::string folder_;
};

}  // namespace tingdu::support
