// Files that strangers bring, opened: what formats, encodings and pictures are made of is looked at in a process of its
// own, which has no files, no net, and an end of memory and time. Here one asks for it and gets values, or a fault.
// It fetches nothing: whoever asks has the bytes.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/bitmap.h"
#include "kiosk/base/result.h"
#include "kiosk/platform/sandbox/sandbox.h"
#include "kiosk/text/article.h"
#include "kiosk/text/pictures.h"

namespace tingdu::parsing {

/// The time that files may take of a processor. An honest one takes a second if it is among the largest; what is beyond
/// that comes off what there is in all, and nobody gets more than a part of what is left.
class Patience {
  public:
    /// For one file after another, each by itself.
    Patience() = default;
    /// For a whole stick: after half a dozen files that would never have come to an end there is an end.
    static Patience for_a_stick();

    /// For the next file; nothing once all is spent.
    [[nodiscard]] std::chrono::milliseconds next() const;
    void spend(std::chrono::milliseconds taken, std::size_t bytes);

  private:
    static constexpr std::chrono::milliseconds longest{6000};
    std::chrono::milliseconds left_ = std::chrono::milliseconds::max();
};

/// One thread. Every fault that a file can have has the file's name as its subject, where one is given: those of
/// text::open_article, and too_slow, too_much_memory, not_looked_at, no_parser, given_up.
class Parser {
  public:
    /// What it was asked when `stop` is requested fails within a moment.
    explicit Parser(Patience patience = {}, const std::stop_token& stop = {});

    /// Has the process ready before there is a file.
    void start();

    /// Looks at a picture that the article names; `inside` are the bytes of one that lies in the article's own file.
    using LookAtPicture = std::function<tl::expected<text::PictureSize, text::Problem::Kind>(
        const text::Picture& picture, std::span<const std::byte> inside)>;
    /// As text::open_article. `look` may ask this parser about pictures.
    [[nodiscard]] Result<text::OpenedArticle> open_article(std::span<const std::byte> bytes,
                                                           const std::string& file_name,
                                                           const LookAtPicture& look = {});
    /// What is wrong with a file of this name that begins with `head`, if anything is.
    [[nodiscard]] Result<void> may_be_article(std::span<const std::byte> head, const std::string& file_name);
    /// Fault: binary.
    [[nodiscard]] Result<std::u32string> characters(std::span<const std::byte> bytes, const std::string& file_name);
    /// As text::names_as_read.
    [[nodiscard]] Result<std::vector<std::string>> names_as_read(const std::vector<std::string>& paths);

    /// As the door to pictures; the faults have no subject.
    [[nodiscard]] Result<text::PictureSize> size_of_picture(std::span<const std::byte> bytes);
    [[nodiscard]] Result<Bitmap> decode_picture(std::span<const std::byte> bytes, text::PictureSize size);
    /// One that lies in an article's own file.
    [[nodiscard]] Result<Bitmap> decode_inside(std::span<const std::byte> article_file, const text::Picture& picture,
                                               text::PictureSize size);

  private:
    using Bytes = platform::Bytes;
    [[nodiscard]] Result<Bytes> run(platform::Sandbox& where, platform::Sandbox::Errand errand);
    [[nodiscard]] Result<Bitmap> pixels(const Bytes& head, std::span<const std::byte> file, text::PictureSize size);

    platform::Sandbox articles_;
    platform::Sandbox pictures_;  ///< another process: a picture that ends it does not end the article that it is in
    Patience for_articles_;
    Patience for_pictures_;  ///< of their own: slow pictures leave no article out
};

}  // namespace tingdu::parsing
