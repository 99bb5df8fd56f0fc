#include "kiosk/text/open.h"

#include <algorithm>
#include <string>
#include <utility>

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
void report_characters(std::u32string_view text, std::vector<Problem>& problems) {
    constexpr std::size_t most = 1000;
    std::size_t line = 1;
    std::size_t broken_on = 0;
    std::size_t private_on = 0;
    for (std::size_t i = 0; i < text.size() && problems.size() < most; ++i) {
        const char32_t c = text[i];
        if ((c > U'\r' && c < 0x80) || (c >= 0x3400 && c <= 0x9FFF)) continue;  // nearly all
        if (ends_line(c)) {
            const bool first_of_two = c == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n';
            line += first_of_two ? 0 : 1;
        } else if (c == 0xFFFD && std::exchange(broken_on, line) != line) {
            problems.push_back({Problem::Kind::broken_bytes, line, {}});
        } else if (c >= 0xE000 && is_private(c) && std::exchange(private_on, line) != line) {
            problems.push_back({Problem::Kind::dropped, line, code_point_name(c)});
        }
    }
}

/// A plain text that begins with "# " was written as Markdown, whatever it is called.
bool has_marked_title(std::u32string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(U" \t\r\n\uFEFF　"), text.size());
    const std::size_t end = std::min(text.find_first_not_of(U'#', begin), text.size());
    constexpr std::size_t deepest = 2;
    return end > begin && end - begin <= deepest && end + 1 < text.size() && text[end] == U' ' &&
           !ends_line(text[end + 1]);
}

Result<Draft> read_bare(std::span<const std::byte> bytes, std::string_view file_name) {
    const auto encoding = detect(bytes);
    if (!encoding) return fail(Fault::binary, std::string(file_name));
    std::u32string text = decode(bytes, *encoding);
    std::vector<Problem> problems;
    report_characters(text, problems);
    Draft draft;
    switch (markup_of(text, file_name)) {
        case Markup::plain:
            draft = has_marked_title(text) ? read_markdown(std::move(text)) : read_plain(std::move(text));
            break;
        case Markup::markdown:
            draft = read_markdown(std::move(text));
            break;
        case Markup::html:
            draft = read_html(std::move(text));
            break;
    }
    draft.problems.insert(draft.problems.begin(), problems.begin(), problems.end());
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
        if (!word) return fail(Fault::damaged, std::string(file_name));
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
