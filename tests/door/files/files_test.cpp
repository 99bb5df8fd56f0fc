#include "kiosk/platform/files/files.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "kiosk/platform/files/brought.h"
#include "kiosk/platform/files/spool.h"

using namespace tingdu;
using namespace tingdu::platform;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "tingdu-files-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace

TEST_CASE("what is written is read back and mapped") {
    const Folder folder;
    REQUIRE(write_file(folder.at("a"), "水"));
    CHECK(read_file(folder.at("a"), 10)->size() == 3);
    CHECK((*map_file(folder.at("a")))->bytes().size() == 3);
}

TEST_CASE("each way of failing is told apart and names the file by its last part") {
    const Folder folder;
    REQUIRE(write_file(folder.at("a"), "long enough"));
    REQUIRE(write_file(folder.at("empty"), ""));
    REQUIRE(make_folder(folder.at("x/y")));
    REQUIRE(mkfifo(folder.at("pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder.at("none"), 10).error() == Error{Fault::missing, "none", {}});
    CHECK(read_file(folder.at("a/none"), 10).error().fault == Fault::missing);
    CHECK(read_file(folder.at("x"), 10).error().fault == Fault::is_directory);
    CHECK(read_file(folder.at("a"), 3).error().fault == Fault::too_large);
    CHECK(read_file(folder.at("pipe"), 3).error().fault == Fault::unreadable);
    CHECK(read_file("/dev/zero", 3).error().fault == Fault::unreadable);
    CHECK(map_file(folder.at("empty")).error().fault == Fault::empty);
    CHECK(list_files(folder.at("a")).error().fault == Fault::not_directory);
    CHECK(list_files(folder.at("none")).error().fault == Fault::missing);
    CHECK(write_file(folder.at("no/such/folder"), "").error().fault == Fault::unwritable);
    CHECK(make_folder(folder.at("a/b")).error().fault == Fault::unwritable);
}

TEST_CASE("a folder is listed whole, in a fixed order, and a loop of links does not trap the reader") {
    const Folder folder;
    REQUIRE(make_folder(folder.at("b/c")));
    REQUIRE(write_file(folder.at("b/c/2.txt"), "x"));
    REQUIRE(write_file(folder.at("1.txt"), "x"));
    fs::create_directory_symlink(folder.path(), folder.at("b/loop"));
    CHECK(*list_files(folder.path()) == std::vector<std::string>{"1.txt", "b/c/2.txt"});
}

TEST_CASE("below a folder a path leads to its files and nowhere else") {
    const Folder outer;
    REQUIRE(make_folder(outer.at("文章/图")));
    REQUIRE(write_file(outer.at("秘密"), "secret"));
    REQUIRE(write_file(outer.at("文章/图/门"), "picture"));
    fs::create_symlink("../秘密", outer.at("文章/连接"));
    fs::create_symlink("..", outer.at("文章/上面"));
    fs::create_symlink("图", outer.at("文章/图二"));
    const auto read = [&](const char* path, std::size_t first = 100) {
        return read_below(outer.at("文章"), path, 100, first);
    };
    CHECK(read("图/门")->size() == 7);
    CHECK(read("图/门", 3)->size() == 3);
    for (const char* path : {"../秘密", "图/../../秘密", "连接", "上面/秘密", "图二/门", "", ".", "/", "图//门", "没有",
                             "没有/门", "图/门/门", "/etc/passwd"}) {
        CAPTURE(path);
        CHECK(read(path).error().fault == Fault::missing);
    }
    CHECK(read("图").error().fault == Fault::is_directory);
    CHECK(read_below(outer.at("文章"), "图/门", 6, 6).error().fault == Fault::too_large);
    CHECK(read_below(outer.at("没有"), "门", 6, 6).error().fault == Fault::missing);
    CHECK(folder_of("a/b/c.md") == "a/b");
    CHECK(folder_of("/c.md") == "/");
    CHECK(folder_of("c.md") == ".");
}

TEST_CASE("what is brought is surveyed and read as it was when it was opened, and is missed when it is gone") {
    const Folder outer;
    REQUIRE(make_folder(outer.at("U盘/通知")));
    REQUIRE(write_file(outer.at("U盘/通知/停水"), "停水"));
    REQUIRE(write_file(outer.at("U盘/开门"), "开门"));
    fs::create_symlink("..", outer.at("U盘/外面"));
    const auto stick = BroughtFolder::open(outer.at("U盘"), BroughtFolder::Hold::loose);
    REQUIRE(stick);
    auto found = (*stick)->survey({}, [](std::string_view name) { return name == "开门"; });
    REQUIRE(found);
    std::ranges::sort(*found, {}, &Found::path);
    REQUIRE(found->size() == 2);
    CHECK((*found)[0].kind == Found::Kind::link);
    CHECK((*found)[1].path == "通知/停水");
    CHECK((*found)[1].size == 6);
    CHECK((*stick)->survey({.folders = 8, .files = 1}, [](std::string_view) { return false; }).error().fault ==
          Fault::too_many_files);
    CHECK((*stick)->read("通知/停水", 10, 10)->size() == 6);
    CHECK((*stick)->read("通知/没有", 10, 10).error().fault == Fault::missing);
    CHECK((*stick)->is_there());
    // Another one at the same place is not this one.
    fs::rename(outer.at("U盘"), outer.at("拔了"));
    REQUIRE(make_folder(outer.at("U盘/通知")));
    REQUIRE(write_file(outer.at("U盘/通知/没有"), "别的"));
    CHECK_FALSE((*stick)->is_there());
    CHECK((*stick)->read("通知/没有", 10, 10).error() == Error{Fault::source_gone, "U盘", {}});
    CHECK((*stick)->survey({}, [](std::string_view) { return false; }).error().fault == Fault::source_gone);
    CHECK(BroughtFolder::open(outer.at("没有")).error().fault == Fault::missing);
    CHECK(BroughtFolder::open(outer.at("拔了/开门")).error().fault == Fault::not_directory);
}

TEST_CASE("a file that is written while it is read is told of, never half read") {
    const Folder folder;
    const std::string path = folder.at("长");
    const std::string a(4U << 20U, 'a');
    const std::string b(4U << 20U, 'b');
    REQUIRE(write_file(path, a));
    std::atomic<bool> is_over = false;
    std::thread writer([&] {
        for (int i = 0; !is_over; ++i) {
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            file << (i % 2 ? a : b);
        }
    });
    int told = 0;
    for (int i = 0; i < 200; ++i) {
        const auto bytes = read_file(path, 8U << 20U);
        if (!bytes) CHECK(bytes.error().fault == Fault::changing);
        told += bytes ? 0 : 1;
    }
    is_over = true;
    writer.join();
    CHECK(told > 0);
    CHECK(read_file(path, 8U << 20U));
}

TEST_CASE("what is put aside is there again and leaves no name") {
    const Folder folder;
    {
        const auto spool = Spool::in(folder.path());
        REQUIRE(spool);
        const std::string text = "停水通知";
        const auto first = spool->put(std::as_bytes(std::span(text)));
        const auto second = spool->put(std::as_bytes(std::span(text).first(6)));
        REQUIRE(second);
        CHECK(spool->get(*second, 6)->size() == 6);
        CHECK(*spool->get(*first, text.size()) == *spool->get(*first, text.size()));
        CHECK_FALSE(spool->get(*second, 7));
        CHECK(fs::is_empty(folder.path()));
    }
    CHECK_FALSE(Spool::in(folder.at("没有")));
}
