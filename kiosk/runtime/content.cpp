#include "kiosk/runtime/content.h"

#include "kiosk/platform/store/store.h"

namespace tingdu::runtime {

Result<std::string> folder_now(const Content& content) {
    if (content.kind == Content::Kind::folder) return content.path;
    return platform::edition_that_counts(content.path);
}

}  // namespace tingdu::runtime
