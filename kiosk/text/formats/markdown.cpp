#include "kiosk/text/formats/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <md4c.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/byline.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/html.h"
#include "kiosk/text/formats/references.h"
#include "kiosk/text/formats/table.h"
#include "kiosk/text/line_look.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

// ---- the head

View first_line(View text) {
    return text.substr(0, text.find(U'\n'));
}

View without_first_line(View text) {
    const std::size_t end = text.find(U'\n');
    return end == View::npos ? View() : text.substr(end + 1);
}

/// Takes "key: value" of a head; false if the line is not one of those an article's head has.
bool take_head_line(Draft& draft, View line) {
    const std::size_t colon = line.find_first_of(U":：");
    if (colon == View::npos || colon > 12) return false;
    const std::string key = to_utf8(tidied(line.substr(0, colon)));
    std::u32string value = tidied(line.substr(colon + 1));
    while (value.size() >= 2 && (value.front() == U'"' || value.front() == U'\'') && value.back() == value.front()) {
        value = value.substr(1, value.size() - 2);
    }
    if (key == "标题" || key == "题目" || key == "title" || key == "Title") {
        draft.title = std::move(value);
    } else if (key == "日期" || key == "发布时间" || key == "发布日期" || key == "时间" || key == "date" ||
               key == "Date") {
        if (const DateAt date = date_at(value); date.size > 0) draft.date = date.date;
    } else if (key == "来源" || key == "信息来源" || key == "source" || key == "Source") {
        draft.source = std::move(value);
    } else if (key == "摘要" || key == "导读" || key == "简介" || key == "summary" || key == "Summary" ||
               key == "description") {
        draft.summary = std::move(value);
    } else {
        return key == "作者" || key == "author" || key == "Author";
    }
    return true;
}

/// Between two lines of "---", whatever it says is not text.
bool take_yaml_head(Draft& draft, View& source) {
    if (tidied(first_line(source)) != U"---") return false;
    constexpr int longest_head = 60;
    View rest = without_first_line(source);
    std::vector<View> lines;
    for (int i = 0; i < longest_head && !rest.empty(); ++i) {
        const View line = first_line(rest);
        rest = without_first_line(rest);
        if (const std::u32string mark = tidied(line); mark == U"---" || mark == U"...") {
            for (const View head_line : lines) take_head_line(draft, head_line);
            source = rest;
            return true;
        }
        lines.push_back(line);
    }
    return false;
}

void take_head_lines(Draft& draft, View& source) {
    View rest = source;
    while (!rest.empty() && tidied(first_line(rest)).empty()) rest = without_first_line(rest);
    const std::u32string opening = tidied(first_line(rest));
    if (!opening.starts_with(U"标题") && !opening.starts_with(U"题目") && !opening.starts_with(U"title:") &&
        !opening.starts_with(U"Title:"))
        return;
    while (!rest.empty() && take_head_line(draft, first_line(rest))) rest = without_first_line(rest);
    source = rest;
}

// ---- notes

/// "[^1]" at the head of `rest`, and how long it is; 0 where there is none.
std::size_t note_mark(View rest) {
    constexpr std::size_t longest_mark = 32;
    if (!rest.starts_with(U"[^")) return 0;
    const std::size_t end = rest.substr(0, longest_mark).find_first_of(U"] \n");
    return end != View::npos && end > 2 && rest[end] == U']' ? end + 1 : 0;
}

/// CommonMark has no notes: their marks go, and each is a paragraph of its own where its text stands.
std::u32string with_plain_notes(View source) {
    std::u32string plain;
    bool at_line_begin = true;
    while (!source.empty()) {
        const std::size_t mark = note_mark(source);
        if (mark == 0) {
            at_line_begin = source.front() == U'\n';
            plain.push_back(source.front());
            source.remove_prefix(1);
            continue;
        }
        source.remove_prefix(mark);
        if (at_line_begin && source.starts_with(U":")) {
            source.remove_prefix(1);
            const View line = first_line(source);
            const bool is_chinese = std::ranges::any_of(line, is_hanzi);
            plain += is_chinese ? U"\n注：" : U"\nNote: ";
            plain += tidied(line);
            plain += U"\n";
            source.remove_prefix(line.size());
        }
        at_line_begin = false;
    }
    return plain;
}

// ---- tables

/// "|-|-|", which GitHub takes for the line below the head of a table; md4c wants three strokes in each cell.
bool is_short_delimiter(std::string_view line) {
    std::size_t shortest = line.size();
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '-') continue;
        const std::size_t end = std::min(line.find_first_not_of('-', at), line.size());
        shortest = std::min(shortest, end - at);
        at = end;
    }
    return shortest < 3 && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|:- \t\r") == std::string_view::npos;
}

/// Each such line, where it is the second of its paragraph, with strokes enough.
std::string with_whole_delimiters(std::string bytes) {
    std::size_t line_of_paragraph = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = std::string_view(bytes).substr(begin, end - begin);
        line_of_paragraph = line.find_first_not_of(" \t\r") == std::string_view::npos ? 0 : line_of_paragraph + 1;
        std::size_t longer = 0;
        if (line_of_paragraph == 2 && is_short_delimiter(line)) {
            std::string whole;
            for (std::size_t at = 0; at < line.size(); ++at) {
                whole += line[at];
                const bool ends = line[at] == '-' && (at + 1 == line.size() || line[at + 1] != '-');
                if (ends) whole += "--";
            }
            longer = whole.size() - line.size();
            bytes.replace(begin, end - begin, whole);
        }
        begin = end + longer + 1;
    }
    return bytes;
}

/// "![大厅](图/大 厅.jpg)" is no picture to CommonMark for its space, and to its author it is.
std::string with_whole_paths(std::string_view bytes) {
    std::string whole;
    whole.reserve(bytes.size());
    std::size_t done = 0;
    for (std::size_t at = bytes.find("]("); at != std::string_view::npos; at = bytes.find("](", at + 2)) {
        const std::size_t begin = at + 2;
        const std::size_t end = bytes.find_first_of(")\n", begin);
        if (end == std::string_view::npos || bytes[end] == '\n') continue;
        const std::string_view path = bytes.substr(begin, end - begin);
        if (path.find(' ') == std::string_view::npos || path.find_first_of("<>\"'") != std::string_view::npos) continue;
        whole.append(bytes, done, begin - done).append("<").append(path).append(">");
        done = end;
    }
    return whole.append(bytes, done);
}

// ---- the body

/// "**重要：**请带" is no emphasis to CommonMark, for the mark stands between punctuation and a letter; to its author
/// it is. What is left over in pairs goes.
enum class Drop { marks, what_is_between };

void drop_in_pairs(std::u32string& text, View mark, Drop drop) {
    std::size_t count = 0;
    for (std::size_t at = text.find(mark); at != std::u32string::npos; at = text.find(mark, at + mark.size())) ++count;
    if (count < 2 || count % 2 != 0) return;
    std::u32string clean;
    std::size_t begin = 0;
    bool is_between = false;
    for (std::size_t at = text.find(mark); at != std::u32string::npos; at = text.find(mark, begin)) {
        if (!is_between || drop == Drop::marks) clean.append(text, begin, at - begin);
        is_between = !is_between;
        begin = at + mark.size();
    }
    clean.append(text, begin);
    text = std::move(clean);
}

class MarkdownReading {
  public:
    explicit MarkdownReading(Draft& draft) : draft_(draft) {}

    void read(const std::string& bytes) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<MarkdownReading*>(self)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<MarkdownReading*>(self)->leave(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            if (type == MD_SPAN_IMG)
                static_cast<MarkdownReading*>(self)->enter_image(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
            if (type == MD_SPAN_DEL) ++static_cast<MarkdownReading*>(self)->struck_out_;
            return 0;
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            if (type == MD_SPAN_IMG) static_cast<MarkdownReading*>(self)->leave_image();
            if (type == MD_SPAN_DEL) --static_cast<MarkdownReading*>(self)->struck_out_;
            return 0;
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<MarkdownReading*>(self)->text(type, {text, size});
        };
        md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, this);
        end_block();
    }

  private:
    struct List {
        bool ordered;
        unsigned next;
    };

    struct Image {
        Picture picture;
        std::u32string alt;
        std::u32string caption;
    };

    int enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_UL:
                end_block();
                lists_.push_back({false, 0});
                break;
            case MD_BLOCK_OL:
                end_block();
                lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
                break;
            case MD_BLOCK_LI:
                end_block();
                kind_ = BlockKind::list_item;
                if (lists_.back().ordered) number_ = from_utf8(std::to_string(lists_.back().next++)) + U". ";
                break;
            case MD_BLOCK_H:
                end_block();
                // The first and only heading of its rank at the very top is the title.
                kind_ = nothing_but_pictures() && static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1
                            ? BlockKind::title
                            : BlockKind::heading;
                break;
            case MD_BLOCK_TABLE:
                end_block();
                rows_.clear();
                break;
            case MD_BLOCK_TR:
                rows_.emplace_back();
                break;
            case MD_BLOCK_TH:
                rows_.back().names_columns = true;
                break;
            case MD_BLOCK_CODE:
                end_block();
                in_code_ = true;
                break;
            case MD_BLOCK_HTML:
                end_block();
                in_html_ = true;
                break;
            default:
                break;
        }
        return 0;
    }

    int leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                end_block();
                lists_.pop_back();
                kind_ = lists_.empty() ? BlockKind::paragraph : BlockKind::list_item;
                break;
            case MD_BLOCK_H:
                end_block();
                kind_ = lists_.empty() ? BlockKind::paragraph : BlockKind::list_item;
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                rows_.back().cells.push_back({std::exchange(line_, {}), 1, 1});
                break;
            case MD_BLOCK_TABLE:
                add_table(draft_, std::exchange(rows_, {}));
                end_block();
                break;
            case MD_BLOCK_CODE:
                end_block();
                in_code_ = false;
                break;
            case MD_BLOCK_HTML:
                end_html();
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_LI:
                end_block();
                break;
            default:
                break;
        }
        return 0;
    }

    /// An image in the description of another is part of that.
    void enter_image(const MD_SPAN_IMG_DETAIL& detail) {
        if (images_++ == 0) image_ = {picture_at(to_utf8(value(detail.src))), {}, value(detail.title)};
    }

    /// What stands between the quotation marks after its path is its caption.
    void leave_image() {
        if (--images_ > 0) return;
        if (tidied(line_).empty()) {
            put(image_);
        } else {
            images_below_.push_back(std::move(image_));
        }
    }

    int text(MD_TEXTTYPE type, std::string_view bytes) {
        switch (type) {
            case MD_TEXT_SOFTBR:
                soft_break_ = true;
                return 0;
            case MD_TEXT_BR:
                end_line();
                return 0;
            case MD_TEXT_HTML:
                // A tag inside running text goes; a <br> ends the line.
                if (in_html_) {
                    html_ += bytes;
                } else if (bytes.starts_with("<br")) {
                    end_line();
                }
                return 0;
            case MD_TEXT_NULLCHAR:
                return 0;
            case MD_TEXT_ENTITY:
                append(without_references(from_utf8(bytes)));
                return 0;
            default:
                append(from_utf8(bytes));
                return 0;
        }
    }

    void append(View text) {
        if (struck_out_ > 0) return;  // a voice cannot strike out
        if (images_ > 0) {
            image_.alt += text;
            return;
        }
        if (in_code_) {
            for (std::size_t at = text.find(U'\n'); at != View::npos; at = text.find(U'\n')) {
                line_ += text.substr(0, at);
                end_block();
                text.remove_prefix(at + 1);
            }
        }
        if (std::exchange(soft_break_, false)) {
            // Two full-width spaces open a paragraph, whatever CommonMark thinks of the line above; so does a label,
            // unless it is a word in a wrapped sentence that happens to have a colon behind it.
            const bool is_label =
                begins_with_label(text) &&
                (begins_with_label(line_) || (is_hanzi(text[0]) && (line_.ends_with(U'。') || line_.ends_with(U'：'))));
            if (text.starts_with(U"　") || is_label) {
                end_block();
            } else {
                flow_on(line_, text);
                return;
            }
        }
        line_ += text;
    }

    /// A heading is one line however it is broken.
    void end_line() {
        if (kind_ == BlockKind::title || kind_ == BlockKind::heading) {
            line_.push_back(U' ');
        } else {
            end_block();
        }
    }

    void end_block() {
        soft_break_ = false;
        std::u32string text = tidied(std::exchange(line_, {}));
        if (!in_code_) {
            for (const View mark : {View(U"***"), View(U"**"), View(U"__")}) drop_in_pairs(text, mark, Drop::marks);
            drop_in_pairs(text, U"~~", Drop::what_is_between);
        }
        if (!text.empty()) draft_.pieces.push_back({kind_, std::exchange(number_, {}) + tidied(text)});
        for (const Image& image : std::exchange(images_below_, {})) put(image);
    }

    void end_html() {
        in_html_ = false;
        draft_.add_part(read_html(std::exchange(html_, {})));
    }

    void put(const Image& image) {
        draft_.add_picture(image.picture, image.alt);
        draft_.add(BlockKind::caption, image.caption);
    }

    [[nodiscard]] bool nothing_but_pictures() const {
        return std::ranges::all_of(draft_.pieces, [](const Piece& piece) { return piece.picture.has_value(); });
    }

    [[nodiscard]] static std::u32string value(const MD_ATTRIBUTE& attribute) {
        return without_references(from_utf8({attribute.text, attribute.size}));
    }

    Draft& draft_;
    BlockKind kind_ = BlockKind::paragraph;
    std::u32string line_;    ///< the block so far
    std::u32string number_;  ///< of the item that the next block opens
    Image image_;
    std::vector<Image> images_below_;  ///< in the block so far
    std::vector<List> lists_;
    Rows rows_;
    std::string html_;
    int images_ = 0;      ///< nested
    int struck_out_ = 0;  ///< nested
    bool in_code_ = false;
    bool in_html_ = false;
    bool soft_break_ = false;
};

}  // namespace

Draft read_markdown(std::u32string source) {
    Draft draft;
    View body = source;
    if (!take_yaml_head(draft, body)) take_head_lines(draft, body);
    std::string bytes = to_utf8(body.find(U"[^") == View::npos ? body : View(with_plain_notes(body)));
    std::u32string().swap(source);  // there is not room for it beside the article
    bytes = with_whole_paths(with_whole_delimiters(std::move(bytes)));
    MarkdownReading(draft).read(bytes);
    draft.pieces.shrink_to_fit();
    return draft;
}

}  // namespace tingdu::text
