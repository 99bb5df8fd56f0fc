#include "kiosk/platform/packs/packs.h"

#include <filesystem>
#include <functional>
#include <memory>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace tingdu;
using namespace tingdu::platform;

namespace {

namespace fs = std::filesystem;

bool any(std::string_view) {
    return true;
}
bool none(std::string_view) {
    return false;
}

struct Piece {
    std::string path;
    std::string text;
    unsigned type = AE_IFREG;
    std::string link{};
};

/// A tar such as somebody might make by hand.
void write_tar(const std::string& file, const std::vector<Piece>& pieces) {
    archive* tar = archive_write_new();
    archive_write_set_format_gnutar(tar);
    REQUIRE(archive_write_open_filename(tar, file.c_str()) == ARCHIVE_OK);
    for (const Piece& piece : pieces) {
        archive_entry* entry = archive_entry_new();
        archive_entry_copy_pathname(entry, piece.path.c_str());
        archive_entry_set_filetype(entry, piece.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(piece.text.size()));
        if (piece.type == AE_IFLNK) archive_entry_copy_symlink(entry, piece.link.c_str());
        if (piece.type == AE_IFREG && !piece.link.empty()) archive_entry_copy_hardlink(entry, piece.link.c_str());
        archive_write_header(tar, entry);
        archive_write_data(tar, piece.text.data(), piece.text.size());
        archive_entry_free(entry);
    }
    archive_write_free(tar);
}

const Piece manifest{"tingdu.manifest", "what it is\n"};

struct Table {
    support::Scratch scratch;
    Result<Unpacked> unpack(const std::function<bool(std::string_view)>& is_allowed = any) {
        fs::remove_all(scratch.at("out"));
        return platform::unpack(scratch.at("pack"), scratch.at("out"), is_allowed);
    }
    Fault refused(const std::vector<Piece>& pieces, const std::function<bool(std::string_view)>& is_allowed = any) {
        write_tar(scratch.at("pack"), pieces);
        const auto unpacked = unpack(is_allowed);
        REQUIRE(!unpacked);
        CHECK(unpacked.error().subject == "pack");
        return unpacked.error().fault;
    }
};

}  // namespace

TEST_CASE("a folder goes into a pack and comes out of it, and the same files make the same bytes") {
    Table table;
    const std::string long_name = std::string(60, 'n') + "长名字的文件长名字的文件长名字的文件.txt";
    fs::create_directories(table.scratch.at("in/01 办事指南"));
    (void)table.scratch.write("in/01 办事指南/" + long_name, "天气\n");
    (void)table.scratch.write("in/图.png", std::string(100'000, '\xFF'));
    const std::vector<std::string> paths{"图.png", "01 办事指南/" + long_name};
    REQUIRE(write_pack(table.scratch.at("pack"), "what it is\n", table.scratch.at("in"), paths));
    REQUIRE(write_pack(table.scratch.at("again"), "what it is\n", table.scratch.at("in"), {paths[1], paths[0]}));
    CHECK(support::contents(table.scratch.at("pack")) == support::contents(table.scratch.at("again")));

    const auto unpacked = table.unpack();
    REQUIRE(unpacked);
    CHECK(unpacked->manifest == "what it is\n");
    CHECK(unpacked->files == 2);
    for (const std::string& path : paths)
        CHECK(support::contents(table.scratch.at("out/" + path)) == support::contents(table.scratch.at("in/" + path)));
    CHECK(!fs::exists(table.scratch.at("pack.new")));
}

TEST_CASE("what is no pack, or not a whole one, is refused") {
    Table table;
    CHECK(table.unpack().error().fault == Fault::missing);
    (void)table.scratch.write("pack", "");
    CHECK(table.unpack().error().fault == Fault::bad_pack);
    (void)table.scratch.write("pack", std::string(5'000, 'x'));
    CHECK(table.unpack().error().fault == Fault::bad_pack);
    write_tar(table.scratch.at("pack"), {manifest, {"a.txt", std::string(3'000, 'a')}});
    REQUIRE(table.unpack());
    fs::resize_file(table.scratch.at("pack"), 3'000);
    CHECK(table.unpack().error().fault == Fault::bad_pack);
}

TEST_CASE("nothing but plain files comes out of a pack, each once, where it belongs") {
    Table table;
    CHECK(table.refused({{"a.txt", "no manifest"}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a.txt", "text"}, manifest}) == Fault::bad_pack);
    CHECK(table.refused({{"tingdu.manifest", std::string(20'000, 'm')}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a.txt", "1"}, {"a.txt", "2"}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a.txt", "1"}, {"a.txt/b.txt", "2"}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a", "", AE_IFLNK, "/etc"}, {"a/passwd", "x"}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a.txt", "", AE_IFREG, "/etc/passwd"}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"a", "", AE_IFIFO}}) == Fault::bad_pack);
    CHECK(table.refused({manifest, {"../a.txt", "x"}}, none) == Fault::bad_pack);
    CHECK(!fs::exists(table.scratch.at("a.txt")));
}

TEST_CASE("a folder for a while goes with all that is in it") {
    support::Scratch scratch;
    std::string path;
    {
        const auto away = FolderForAWhile::in(scratch.at(""));
        REQUIRE(away);
        path = (*away)->path();
        fs::create_directories(path + "/a/b");
        CHECK((fs::status(path).permissions() & fs::perms::others_all) == fs::perms::none);
    }
    CHECK(!fs::exists(path));
    CHECK(FolderForAWhile::in(scratch.at("none")).error().fault == Fault::unwritable);
}
