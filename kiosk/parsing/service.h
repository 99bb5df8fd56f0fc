// What is done in the process of its own: a request comes in as bytes, and its answer goes out as bytes. Both sides of
// the wire agree here on what can be asked.
// It knows neither files nor what became of what it answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tingdu::parsing {

/// The first number of a request.
enum class Wanted : std::uint64_t {
    article,       ///< name, whether it asks about pictures, the file → 0 and an article, or 1 and an error
    fault,         ///< name, the file's head → 0 if it may be an article, or 1 and an error
    characters,    ///< bytes → 0 and the text, or 1 and an error
    names,         ///< paths → as many names
    size,          ///< a picture → 0, width and height, or 1 and an error
    pixels,        ///< width, height, a picture → 0 and the rows, or 1 and an error
    inner_pixels,  ///< width, height, which picture, the article's file → the same
};

/// The first number of what a question is answered with.
enum class Seen : std::uint64_t { size, problem };

/// A question is a picture and, for one that lies inside the file, its bytes; its reply a size, or a problem's kind.
[[nodiscard]] std::vector<std::byte> work_on(
    std::span<const std::byte> request, const std::function<std::vector<std::byte>(std::span<const std::byte>)>& ask);

}  // namespace tingdu::parsing
