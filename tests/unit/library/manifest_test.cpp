#include "kiosk/library/manifest.h"

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::library;

namespace {

const Manifest manifest{"柳塘街道", "柳塘街道办事处", {2026, 9, 12}, 202609120930, 12};

std::string with(std::string_view from, std::string_view to) {
    std::string text = written(manifest);
    text.replace(text.find(from), from.size(), to);
    return text;
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
    CHECK(read_manifest(written(manifest)) == manifest);
}

TEST_CASE("what is not wholly a manifest is none") {
    CHECK(!read_manifest(""));
    CHECK(!read_manifest("tingdu pack 1\n"));
    CHECK(!read_manifest(with("pack 1", "pack 2")));
    CHECK(!read_manifest(with("柳塘街道\n", "\n")));
    CHECK(!read_manifest(with("柳塘街道\n", std::string(91, 'n') + "\n")));
    CHECK(!read_manifest(with("柳塘街道\n", "\xFF\n")));
    CHECK(!read_manifest(with("2026-09-12", "2026-13-12")));
    CHECK(!read_manifest(with("2026-09-12", "12.9.2026")));
    CHECK(!read_manifest(with("202609120930", "-1")));
    CHECK(!read_manifest(with("202609120930", "99999999999999999999999")));
    CHECK(!read_manifest(with("files: 12\n", "files: 12")));
    CHECK(!read_manifest(with("files: 12\n", "files: 12\nfiles: 13\n")));
    CHECK(!read_manifest(with("name: ", "name:")));
    CHECK(!read_manifest(written(manifest) + written(manifest)));
}

TEST_CASE("a path in a pack leads nowhere but into it") {
    for (const char* good : {"a.txt", "01 办事指南/03 身份证.txt", "a/b/c/..d", "...", "a/.b"}) {
        CAPTURE(good);
        CHECK(is_path_in_pack(good));
    }
    for (const std::string bad :
         {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".", "a/./b", "a\nb", "\xFF.txt"}) {
        CAPTURE(bad);
        CHECK(!is_path_in_pack(bad));
    }
    CHECK(!is_path_in_pack(std::string(256, 'n')));
}
