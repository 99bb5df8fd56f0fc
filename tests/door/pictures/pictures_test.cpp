// The door on the real decoders. The files beside this were drawn for it: plain.jpg is red on the left and blue on the
// right, half.png red and transparent, lossless.webp green above white.
#include "kiosk/platform/pictures/pictures.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/platform/pictures/head.h"
#include "kiosk/platform/pictures/resample.h"

using namespace tingdu;
using namespace tingdu::platform;
using namespace std::string_literals;

namespace {

std::string file(const std::string& name) {
    std::ifstream stream(TINGDU_SOURCE_DIR "/tests/door/pictures/" + name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    REQUIRE_FALSE(bytes.empty());
    return bytes;
}

Result<PictureSize> size_of(const std::string& bytes) {
    return size_of_picture(std::as_bytes(std::span(bytes)));
}

Result<Bitmap> decode(const std::string& bytes, PictureSize size) {
    return decode_picture(std::as_bytes(std::span(bytes)), size);
}

bool is_near(std::uint32_t pixel, std::uint32_t color) {
    for (const unsigned shift : {0U, 8U, 16U, 24U})
        if (std::abs(static_cast<int>((pixel >> shift) & 0xFFU) - static_cast<int>((color >> shift) & 0xFFU)) > 12)
            return false;
    return true;
}

std::string big_endian(std::uint32_t number) {
    return {static_cast<char>(number >> 24U), static_cast<char>(number >> 16U), static_cast<char>(number >> 8U),
            static_cast<char>(number)};
}

std::string png_head(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + big_endian(width) + big_endian(height) + "\x08\x02\0\0\0"s;
}

/// plain.jpg as a camera would have written it that was held so.
std::string photographed(int orientation) {
    const std::string exif =
        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(orientation) + "\0\0\0\0\0\0"s;
    const std::string plain = file("plain.jpg");
    return plain.substr(0, 2) + "\xFF\xE1\0"s + static_cast<char>(exif.size() + 2) + exif + plain.substr(2);
}

}  // namespace

TEST_CASE("each kind tells its size by its head and is decoded") {
    for (const char* name : {"plain.jpg", "half.png", "lossless.webp", "lossy.webp", "palette.png"}) {
        CAPTURE(name);
        const auto size = size_of(file(name));
        REQUIRE(size);
        const auto bitmap = decode(file(name), *size);
        REQUIRE(bitmap);
        CHECK(bitmap->width_px == size->width_px);
        CHECK(bitmap->pixels.size() == static_cast<std::size_t>(size->width_px * size->height_px));
        CHECK(std::ranges::all_of(bitmap->pixels, [](std::uint32_t pixel) { return pixel >> 24U == 0xFF; }));
    }
    CHECK(size_of(file("plain.jpg")) == PictureSize{60, 40});
    CHECK(size_of(file("lossy.webp")) == PictureSize{30, 20});
    CHECK(size_of(file("lossless.webp")) == PictureSize{30, 40});
}

TEST_CASE("pixels keep their places and colours, and what shows through is white") {
    const auto plain = decode(file("plain.jpg"), {30, 20});
    REQUIRE(plain);
    CHECK(is_near(plain->row(10)[5], 0xFFFF0000));
    CHECK(is_near(plain->row(10)[25], 0xFF0000FF));
    const auto half = decode(file("half.png"), {120, 40});
    REQUIRE(half);
    CHECK(half->row(20)[10] == 0xFFFF0000);
    CHECK(half->row(20)[110] == 0xFFFFFFFF);
    const auto webp = decode(file("lossless.webp"), {30, 40});
    REQUIRE(webp);
    CHECK(webp->row(35)[15] == 0xFFFFFFFF);
}

TEST_CASE("a photograph taken with the camera on its side or its head is upright") {
    const auto red_is = [](int orientation) {
        const std::string bytes = photographed(orientation);
        const auto size = size_of(bytes);
        REQUIRE(size);
        const auto bitmap = decode(bytes, *size);
        REQUIRE(bitmap);
        const int right = bitmap->width_px - 5;
        const int low = bitmap->height_px - 5;
        const auto red = [&](int x, int y) { return is_near(bitmap->row(y)[x], 0xFFFF0000); };
        if (red(5, 5) && red(5, low)) return "left"s;
        if (red(right, 5) && red(right, low)) return "right"s;
        return red(5, 5) ? "above"s : "below"s;
    };
    CHECK(red_is(1) == "left");
    CHECK(red_is(2) == "right");
    CHECK(red_is(3) == "right");
    CHECK(red_is(4) == "left");
    CHECK(red_is(5) == "above");
    CHECK(red_is(6) == "above");
    CHECK(red_is(7) == "below");
    CHECK(red_is(8) == "below");
    CHECK(red_is(9) == "left");
    CHECK(size_of(photographed(6)) == PictureSize{40, 60});
}

TEST_CASE("a turn by EXIF brings every corner where it belongs") {
    const Bitmap stored{3, 2, {1, 2, 3, 4, 5, 6}};
    const std::vector<std::vector<std::uint32_t>> turned = {{1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1},
                                                            {4, 5, 6, 1, 2, 3}, {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3},
                                                            {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4}};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        CHECK(upright(stored, orientation).pixels == turned[static_cast<std::size_t>(orientation - 1)]);
    }
}

TEST_CASE("a picture that claims to be enormous is refused by its head") {
    CHECK(size_of(png_head(60'000, 60'000)).error().fault == Fault::too_large);
    CHECK(decode(png_head(60'000, 60'000), {10, 10}).error().fault == Fault::too_large);
    CHECK(size_of(png_head(0xFFFFFFFF, 0xFFFFFFFF)).error().fault == Fault::too_large);
    CHECK(size_of(png_head(40'000'001, 1)).error().fault == Fault::too_large);
    CHECK(size_of(png_head(8000, 5000)) == PictureSize{8000, 5000});
    CHECK(size_of(png_head(0, 5)).error().fault == Fault::damaged);
}

TEST_CASE("what is no picture, of another kind or moves is refused") {
    CHECK(size_of("今天开门。").error().fault == Fault::kind_not_taken);
    CHECK(size_of("").error().fault == Fault::kind_not_taken);
    CHECK(size_of("GIF89a\x10\0\x10\0"s).error().fault == Fault::kind_not_taken);
    const std::string moving = "RIFF\x30\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x63\0\0\x63\0\0"s;
    CHECK(size_of(moving).error().fault == Fault::kind_not_taken);
    std::string still = moving;
    still[20] = 0;
    CHECK(size_of(still) == PictureSize{100, 100});
}

TEST_CASE("a picture cut short anywhere is refused or decoded, and never does harm") {
    for (const char* name : {"plain.jpg", "half.png", "lossless.webp", "lossy.webp", "palette.png"}) {
        CAPTURE(name);
        const std::string whole = file(name);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto bitmap = decode(whole.substr(0, size), {20, 20});
            const bool is_harmless = !bitmap || bitmap->pixels.size() == 400;
            CHECK(is_harmless);
        }
    }
    CHECK(decode(png_head(60, 40), {20, 20}).error().fault == Fault::damaged);
}

TEST_CASE("a picture made smaller keeps its mean, and an even one stays even at any size") {
    std::vector<std::uint32_t> stripes;
    for (int i = 0; i < 64 * 64; ++i) stripes.push_back(i % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF);
    const StoredPixels stored{64, 64, std::move(stripes)};
    const Bitmap small = resampled(stored, 8, 8);
    for (int x = 1; x < 7; ++x) CHECK(is_near(small.row(4)[x], 0xFF808080));
    const StoredPixels even{100, 100, std::vector<std::uint32_t>(10000, 0xFF336699)};
    for (int size = 1; size < 220; size += 7) {
        const Bitmap made = resampled(even, size, size);
        CHECK(std::ranges::all_of(made.pixels, [](std::uint32_t pixel) { return pixel == 0xFF336699; }));
    }
}
