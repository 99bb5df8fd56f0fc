#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/file_name.h"
#include "kiosk/base/mailbox.h"
#include "kiosk/base/utf8.h"

using namespace tingdu;

TEST_CASE("well-formed UTF-8 goes there and back") {
    const std::string text = "a£汉𠮷🙂";
    CHECK(from_utf8(text) == U"a£汉𠮷🙂");
    CHECK(to_utf8(from_utf8(text)) == text);
}

TEST_CASE("each maximal ill-formed part becomes one replacement character") {
    CHECK(from_utf8("a\xE6\xB1z") == U"a\uFFFDz");              // cut short
    CHECK(from_utf8("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
    CHECK(from_utf8("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // a surrogate
    CHECK(from_utf8("\xF4\x90\x80\x80").size() == 4);           // beyond U+10FFFF
    CHECK(from_utf8("\xE6\xB1\x89\xE6") == U"汉\uFFFD");
}

TEST_CASE("a mailbox keeps order, empties before it ends, and refuses letters once closed") {
    Mailbox<int> box(4);
    CHECK(box.put(1));
    CHECK(box.put(2));
    box.close();
    CHECK_FALSE(box.put(3));
    CHECK(box.wait() == 1);
    CHECK(box.take() == 2);
    CHECK_FALSE(box.wait());
}

TEST_CASE("the last part of a path is its name") {
    CHECK(name_in("/a/b.txt") == "b.txt");
    CHECK(name_in("b.txt") == "b.txt");
    CHECK(name_in("/a/b/") == "b");
    CHECK(name_in("/") == "/");
}
