// The pictures of articles, fetched where they lie: what size they are, for whoever opens an article, and their pixels
// at the size at which the page shows them, on a thread of their own: the largest takes a second, and neither the next
// article nor a frame waits for it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "kiosk/app/message.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/worker.h"

namespace tingdu::runtime {

/// Looks at the pictures of the article at `path`; `reader` and `parser` must outlive it. Reads heads, decodes nothing.
[[nodiscard]] parsing::Parser::LookAtPicture looking_around(Reader& reader, parsing::Parser& parser,
                                                            const std::string& path);
/// The whole of a picture that lies beside an article, by the name that the article has for it.
using FetchPicture = std::function<Result<Bytes>(const std::string& name)>;
/// Looks at the pictures of an article, and decodes each: it may be damaged below its head. `parser` must outlive it.
[[nodiscard]] parsing::Parser::LookAtPicture looking_closely(FetchPicture fetch, parsing::Parser& parser);

struct MakePicture {
    std::string path;  ///< of the article
    std::shared_ptr<const text::Article> article;
    std::size_t picture{};
    int width_px{};
    int height_px{};
};
using PictureMaker = Worker<MakePicture, app::Message>;

/// The work itself; needs nothing but the files.
[[nodiscard]] PictureMaker::Work making_pictures(const Content& content, const std::stop_token& stop = {});

}  // namespace tingdu::runtime
