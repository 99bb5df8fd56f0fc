#include "kiosk/runtime/pin_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

using namespace tingdu;

namespace {

/// A folder of its own, gone afterwards.
struct Folder {
    std::string path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "tingdu-pin-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    [[nodiscard]] std::string pin() const { return path + "/state/pin"; }
};

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("wrong guesses are counted on the disk, and forgotten once it is right") {
    const Folder folder;
    CHECK_FALSE(runtime::look_for_pin(folder.pin()).is_set);
    REQUIRE(runtime::keep_pin(folder.pin(), "258025"));
    CHECK(runtime::look_for_pin(folder.pin()).is_set);
    CHECK(bytes_of(folder.pin()).find("258025") == std::string::npos);
    // A million seals are tried in a day: nobody else may read it.
    using std::filesystem::perms;
    CHECK(std::filesystem::status(folder.pin()).permissions() == (perms::owner_read | perms::owner_write));
    for (int guess = 1; guess <= 3; ++guess) {
        const auto tried = runtime::try_pin(folder.pin(), "111222", 0);
        CHECK_FALSE(tried.is_right);
        CHECK(tried.wrong == guess);
        CHECK(runtime::look_for_pin(folder.pin()).wrong == guess);
    }
    CHECK(runtime::try_pin(folder.pin(), "258025", 0).is_right);
    CHECK(runtime::look_for_pin(folder.pin()).wrong == 0);
}

TEST_CASE("a file that has been put back does not undo what the kiosk has counted itself") {
    const Folder folder;
    REQUIRE(runtime::keep_pin(folder.pin(), "258025"));
    CHECK(runtime::try_pin(folder.pin(), "111222", 7).wrong == 8);
}

TEST_CASE("what is no file of ours is no PIN, and lets nobody in") {
    const Folder folder;
    std::filesystem::create_directories(folder.path + "/state");
    for (const std::string& bytes : {std::string(), std::string("pin\t\n"), std::string("wrong\t9\n"),
                                     std::string(100'000, 'x'), std::string("pin\t$argon2id$rubbish\n")}) {
        std::ofstream(folder.pin(), std::ios::binary | std::ios::trunc) << bytes;
        CHECK_FALSE(runtime::try_pin(folder.pin(), "258025", 0).is_right);
        CHECK_FALSE(runtime::try_pin(folder.pin(), "", 0).is_right);
    }
    std::filesystem::remove(folder.pin());
    CHECK_FALSE(runtime::try_pin(folder.pin(), "258025", 0).is_right);
}

TEST_CASE("where nothing can be written a PIN is not kept") {
    const Folder folder;
    std::ofstream(folder.path + "/state") << "a file";
    CHECK_FALSE(runtime::keep_pin(folder.pin(), "258025"));
}
