// The pictures of articles, fetched where they lie: what size they are, for whoever opens an article, and their pixels
// at the size at which the page shows them, on a thread of their own: the largest takes a second, and neither the next
// article nor a frame waits for it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "kiosk/app/message.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/text/pictures.h"

namespace tingdu::runtime {

/// Looks at the pictures of the article at `path`, whose file is `bytes`; all three must outlive it. Reads heads,
/// decodes nothing.
[[nodiscard]] text::LookAtPicture looking_around(Reader& reader, const std::string& path,
                                                 std::span<const std::byte> bytes);
/// The whole of a picture that lies beside an article, by the name that the article has for it.
using FetchPicture = std::function<Result<Bytes>(const std::string& name)>;
/// Looks at the pictures of an article whose file is `bytes`, and decodes each: it may be damaged below its head.
[[nodiscard]] text::LookAtPicture looking_closely(FetchPicture fetch, std::span<const std::byte> bytes);

struct MakePicture {
    std::string path;  ///< of the article
    std::shared_ptr<const text::Article> article;
    std::size_t picture{};
    int width_px{};
    int height_px{};
};
using PictureMaker = Worker<MakePicture, app::Message>;

/// The work itself; needs nothing but the files.
[[nodiscard]] PictureMaker::Work making_pictures(const Content& content);

}  // namespace tingdu::runtime
