#include "kiosk/platform/files/files.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

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

TEST_CASE("the last part of a path is its name") {
    CHECK(name_in("/a/b.txt") == "b.txt");
    CHECK(name_in("b.txt") == "b.txt");
    CHECK(name_in("/a/b/") == "b");
    CHECK(name_in("/") == "/");
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
