#include "kiosk/text/open.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/draft.h"
#include "kiosk/text/encoding.h"
#include "kiosk/text/formats/docx.h"
#include "kiosk/text/formats/html.h"
#include "kiosk/text/formats/markdown.h"
#include "kiosk/text/formats/plain.h"
#include "kiosk/text/kind.h"
#include "kiosk/text/kinds.h"
#include "kiosk/text/page.h"

namespace tingdu::text {
namespace {

bool is_private(char32_t c) {
    return c >= 0xE000 && c <= 0xF8FF && !is_blank(c);
}

std::string code_point_name(char32_t c) {
    std::string name = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) name.push_back("0123456789ABCDEF"[(c >> shift) & 0xF]);
    return name;
}

/// What cannot be shown, by line; the characters themselves are mended by whoever tidies the text.
class Unshowable {
  public:
    /// The text may come in parts.
    void look_at(std::u32string_view text) {
        constexpr std::size_t most = 1000;
        for (std::size_t i = 0; i < text.size() && problems_.size() < most; ++i) {
            const char32_t c = text[i];
            const bool after_return = std::exchange(after_return_, c == U'\r');
            if ((c > U'\r' && c < 0x80) || (c >= 0x3400 && c <= 0x9FFF)) continue;  // nearly all
            if (ends_line(c)) {
                line_ += after_return && c == U'\n' ? 0 : 1;
            } else if (c == 0xFFFD && std::exchange(broken_on_, line_) != line_) {
                problems_.push_back({Problem::Kind::broken_bytes, line_, {}});
            } else if (c >= 0xE000 && is_private(c) && std::exchange(private_on_, line_) != line_) {
                problems_.push_back({Problem::Kind::dropped, line_, code_point_name(c)});
            }
        }
    }

    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
    std::size_t line_ = 1;
    std::size_t broken_on_ = 0;
    std::size_t private_on_ = 0;
    bool after_return_ = false;
};

/// A plain text that begins with "# " was written as Markdown, whatever it is called.
bool has_marked_title(std::u32string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(U" \t\r\n\uFEFF　"), text.size());
    const std::size_t end = std::min(text.find_first_not_of(U'#', begin), text.size());
    constexpr std::size_t deepest = 2;
    return end > begin && end - begin <= deepest && end + 1 < text.size() && text[end] == U' ' &&
           !ends_line(text[end + 1]);
}

/// A page may be hardly anything but tags, which are four times as large as characters than they are as bytes.
Draft read_page(std::span<const std::byte> bytes, Encoding encoding, Unshowable& unshowable) {
    std::string decoded;
    std::string_view page(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (encoding != Encoding::utf_8) page = decoded = to_utf8(decode(bytes, encoding));
    for (std::size_t begin = 0; begin < page.size();) {
        constexpr std::size_t part = std::size_t{1} << 16U;
        std::size_t end = std::min(begin + part, page.size());
        while (end < page.size() && (static_cast<unsigned char>(page[end]) & 0xC0U) == 0x80U) ++end;
        unshowable.look_at(from_utf8(page.substr(begin, end - begin)));
        begin = end;
    }
    return read_html(page);
}

Result<Draft> read_bare(std::span<const std::byte> bytes, std::string_view file_name) {
    const auto encoding = detect(bytes);
    if (!encoding) return fail(Fault::binary, std::string(file_name));
    constexpr std::size_t enough_to_tell = 4096;
    const Markup markup = markup_of(decode(bytes.first(std::min(bytes.size(), enough_to_tell)), *encoding), file_name);
    Draft draft;
    Unshowable unshowable;
    if (markup == Markup::html) {
        draft = read_page(bytes, *encoding, unshowable);
    } else {
        std::u32string text = decode(bytes, *encoding);
        unshowable.look_at(text);
        const bool is_markdown = markup == Markup::markdown || has_marked_title(text);
        draft = is_markdown ? read_markdown(std::move(text)) : read_plain(std::move(text));
    }
    draft.problems.insert(draft.problems.begin(), unshowable.problems().begin(), unshowable.problems().end());
    return draft;
}

}  // namespace

Result<OpenedArticle> open_article(std::span<const std::byte> bytes, std::string_view file_name,
                                   const LookAtPicture& look) {
    if (bytes.empty()) return fail(Fault::empty, std::string(file_name));
    if (bytes.size() > largest_file) return fail(Fault::too_large, std::string(file_name));
    const auto wrapping = wrapping_of(bytes, file_name);
    if (!wrapping) return tl::unexpected(wrapping.error());

    Result<Draft> draft = Draft{};
    if (*wrapping == Wrapping::word) {
        auto word = read_docx(bytes);
        if (!word) return fail(word.error().fault, std::string(file_name));
        draft = std::move(*word);
    } else {
        if (bytes.size() > largest_bare_text) return fail(Fault::too_large, std::string(file_name));
        draft = read_bare(bytes, file_name);
    }
    if (!draft) return tl::unexpected(draft.error());

    settle_page(*draft);
    look_at_pictures(*draft, look);
    tell_kinds(*draft);
    report_unsaid_pictures(*draft);
    OpenedArticle opened = assembled(std::move(*draft), file_name);
    if (!has_sayable(opened.article.text)) return fail(Fault::empty, std::string(file_name));
    return opened;
}

}  // namespace tingdu::text
