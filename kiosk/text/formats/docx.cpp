#include "kiosk/text/formats/docx.h"

#include <algorithm>
#include <array>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/table.h"
#include "kiosk/text/formats/zip.h"

namespace tingdu::text {
namespace {

// Text boxes in tables in text boxes: nobody nests them deeper and means it.
constexpr int deepest = 64;
// XML takes some sixteen times its size in memory.
constexpr std::size_t largest_body = 32U << 20U;
constexpr std::size_t largest_side_part = 8U << 20U;

std::string_view value(pugi::xml_node node) {
    return node.attribute("w:val").value();
}

bool is_off(pugi::xml_node node) {
    return value(node) == "0" || value(node) == "false" || value(node) == "none";
}

// ---- styles and numbers

/// What the names of Word's own styles say, whatever language Word showed them in.
std::optional<BlockKind> kind_of_style(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == "title") return BlockKind::title;
    if (lower.starts_with("heading") || lower == "subtitle" || lower.starts_with("标题")) return BlockKind::heading;
    if (lower == "caption" || lower == "题注") return BlockKind::caption;
    return std::nullopt;
}

struct Level {
    std::string format;   ///< decimal, chineseCounting, bullet …
    std::u32string text;  ///< "%1." and the like
    unsigned start{1};
};

std::u32string chinese_count(unsigned n) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (n >= 100) return from_utf8(std::to_string(n));
    std::u32string count;
    if (n >= 20) count.push_back(digits[n / 10]);
    if (n >= 10) count.push_back(U'十');
    if (n % 10 != 0 || n == 0) count.push_back(digits[n % 10]);
    return count;
}

std::u32string shown_number(unsigned n, std::string_view format) {
    if (format.starts_with("chinese") || format.starts_with("japanese") || format.starts_with("ideograph"))
        return chinese_count(n);
    if (format == "lowerLetter" && n >= 1 && n <= 26) return {static_cast<char32_t>(U'a' + n - 1)};
    if (format == "upperLetter" && n >= 1 && n <= 26) return {static_cast<char32_t>(U'A' + n - 1)};
    if (format == "decimalEnclosedCircle" && n >= 1 && n <= 20) return {static_cast<char32_t>(U'①' + n - 1)};
    return from_utf8(std::to_string(n));
}

/// The numbers that Word draws before paragraphs and keeps out of their text.
class Numbers {
  public:
    explicit Numbers(const pugi::xml_document& part) {
        std::map<std::string, std::map<int, Level>> abstract;
        for (const pugi::xml_node list : part.child("w:numbering").children("w:abstractNum")) {
            auto& levels = abstract[list.attribute("w:abstractNumId").value()];
            for (const pugi::xml_node level : list.children("w:lvl")) {
                levels[level.attribute("w:ilvl").as_int()] = {std::string(value(level.child("w:numFmt"))),
                                                              from_utf8(value(level.child("w:lvlText"))),
                                                              level.child("w:start").attribute("w:val").as_uint(1)};
            }
        }
        for (const pugi::xml_node list : part.child("w:numbering").children("w:num")) {
            lists_[list.attribute("w:numId").value()] = abstract[std::string(value(list.child("w:abstractNumId")))];
        }
    }

    /// What stands before the next paragraph of this list and level; empty for a bullet.
    std::u32string next(const std::string& list, int level) {
        const auto levels = lists_.find(list);
        if (levels == lists_.end()) return {};
        const auto found = levels->second.find(level);
        if (found == levels->second.end() || found->second.format == "bullet" || found->second.format == "none")
            return {};
        auto& counts = counts_[list];
        counts.erase(counts.upper_bound(level), counts.end());
        const auto [count, is_first] = counts.try_emplace(level, found->second.start);
        if (!is_first) ++count->second;
        std::u32string shown;
        const std::u32string& pattern = found->second.text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const bool place =
                pattern[i] == U'%' && i + 1 < pattern.size() && pattern[i + 1] >= U'1' && pattern[i + 1] <= U'9';
            if (!place) {
                shown.push_back(pattern[i]);
                continue;
            }
            const int of = static_cast<int>(pattern[++i] - U'1');
            const auto at = levels->second.find(of);
            if (at == levels->second.end()) continue;
            const auto n = counts.find(of);
            shown += shown_number(n != counts.end() ? n->second : at->second.start,
                                  of == level ? found->second.format : at->second.format);
        }
        if (!shown.empty() && shown.back() < 0x80 && !is_blank(shown.back())) shown.push_back(U' ');
        return shown;
    }

  private:
    std::map<std::string, std::map<int, Level>> lists_;
    std::map<std::string, std::map<int, unsigned>> counts_;
};

// ---- the text

class Reading {
  public:
    struct SideParts {
        pugi::xml_document styles;
        pugi::xml_document numbering;
        pugi::xml_document relations;
        pugi::xml_document footnotes;
        pugi::xml_document endnotes;
    };

    Reading(Draft& draft, const SideParts& parts) : draft_(draft), numbers_(parts.numbering) {
        for (const pugi::xml_node note : parts.footnotes.child("w:footnotes").children("w:footnote"))
            footnotes_.emplace(note.attribute("w:id").value(), note);
        for (const pugi::xml_node note : parts.endnotes.child("w:endnotes").children("w:endnote"))
            endnotes_.emplace(note.attribute("w:id").value(), note);
        for (const pugi::xml_node relation : parts.relations.child("Relationships").children("Relationship"))
            pictures_.emplace(relation.attribute("Id").value(), picture_of(relation));
        for (const pugi::xml_node style : parts.styles.child("w:styles").children("w:style")) {
            const auto kind = kind_of_style(value(style.child("w:name")));
            if (kind) kinds_.emplace(style.attribute("w:styleId").value(), *kind);
            // Word's own lists are numbered by their styles alone.
            if (const pugi::xml_node list = style.child("w:pPr").child("w:numPr"))
                lists_.emplace(style.attribute("w:styleId").value(), list);
        }
    }

    void read_blocks(pugi::xml_node parent, int depth = 0) {
        if (depth > deepest) return draft_.report(Problem::Kind::too_deep, 0);
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                read_paragraph(node, depth);
            } else if (name == "w:tbl") {
                read_table(node, depth);
            } else if (name == "w:sdt") {
                read_blocks(node.child("w:sdtContent"), depth + 1);
            } else if (name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag") {
                read_blocks(node, depth + 1);
            }
        }
    }

  private:
    void read_paragraph(pugi::xml_node paragraph, int depth) {
        const pugi::xml_node properties = paragraph.child("w:pPr");
        BlockKind kind = BlockKind::paragraph;
        const auto style = kinds_.find(value(properties.child("w:pStyle")));
        if (style != kinds_.end()) kind = style->second;
        std::u32string number;
        pugi::xml_node list = properties.child("w:numPr");
        if (const auto of_style = lists_.find(value(properties.child("w:pStyle"))); !list && of_style != lists_.end())
            list = of_style->second;
        if (list && value(list.child("w:numId")) != "0") {
            number = numbers_.next(std::string(value(list.child("w:numId"))),
                                   list.child("w:ilvl").attribute("w:val").as_int());
            if (kind == BlockKind::paragraph)
                kind = number.empty() || number[0] < 0x80 ? BlockKind::list_item : BlockKind::paragraph;
        }
        std::u32string text;
        std::vector<pugi::xml_node> boxes;
        read_runs(paragraph, text, boxes, depth);
        // A line broken by hand is a line of its own.
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find(U'\n', begin), text.size());
            const std::u32string line = tidied(std::u32string_view(text).substr(begin, end - begin));
            if (!line.empty()) draft_.pieces.push_back({kind, std::exchange(number, {}) + line});
            begin = end + 1;
        }
        // A voice knows no foot of a page: a note follows what it is about.
        for (const pugi::xml_node note : std::exchange(marked_, {})) add_note(note, depth + 1);
        for (const auto& [picture, description] : std::exchange(drawn_, {})) draft_.add_picture(picture, description);
        for (const std::u32string& description : std::exchange(shapes_, {}))
            draft_.add(BlockKind::caption, description);
        for (const pugi::xml_node box : boxes) read_blocks(box, depth + 1);
    }

    void add_note(pugi::xml_node note, int depth) {
        std::u32string text;
        std::vector<pugi::xml_node> no_boxes;
        for (const pugi::xml_node paragraph : note.children("w:p")) {
            read_runs(paragraph, text, no_boxes, depth);
            text.push_back(U' ');
        }
        text = tidied(text);
        marked_.clear();  // notes to notes would have no end
        if (!has_sayable(text)) return;
        const bool is_chinese = std::ranges::any_of(text, is_hanzi);
        draft_.add(BlockKind::note, (is_chinese ? U"注：" : U"Note: ") + text);
    }

    void read_runs(pugi::xml_node parent, std::u32string& text, std::vector<pugi::xml_node>& boxes, int depth) {
        if (depth > deepest) return draft_.report(Problem::Kind::too_deep, 0);
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:t") {
                text += from_utf8(node.text().get());
            } else if (name == "w:tab") {
                text.push_back(U' ');
            } else if (name == "w:br" || name == "w:cr") {
                const std::string_view type = node.attribute("w:type").value();
                if (type.empty() || type == "textWrapping") text.push_back(U'\n');
            } else if (name == "w:noBreakHyphen") {
                text.push_back(U'-');
            } else if (name == "w:drawing") {
                note_drawing(node);
                read_runs(node, text, boxes, depth + 1);
            } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
                const auto& notes = name == "w:footnoteReference" ? footnotes_ : endnotes_;
                if (const auto note = notes.find(node.attribute("w:id").value()); note != notes.end())
                    marked_.push_back(note->second);
            } else if (name == "w:txbxContent") {
                boxes.push_back(node);
            } else if (name == "m:t") {
                text += from_utf8(node.text().get());
            } else if (name == "w:r" && !is_off_or_hidden(node)) {
                read_runs(node, text, boxes, depth + 1);
            } else if (name != "w:r" && name != "w:pPr" && name != "w:rPr" && name != "w:del" && name != "w:moveFrom" &&
                       name != "w:instrText" && name != "w:delText" && name != "mc:Fallback" && name != "w:sdtPr" &&
                       name != "w:ruby") {
                read_runs(node, text, boxes, depth + 1);
            } else if (name == "w:ruby") {
                read_runs(node.child("w:rubyBase"), text, boxes, depth + 1);
            }
        }
    }

    static bool is_off_or_hidden(pugi::xml_node run) {
        const pugi::xml_node vanish = run.child("w:rPr").child("w:vanish");
        return vanish && !is_off(vanish);
    }

    /// A drawing holds one picture or several, or a shape that cannot be shown; text boxes in it are read by
    /// themselves.
    void note_drawing(pugi::xml_node drawing) {
        std::vector<pugi::xml_node> pictures;
        find_pictures(drawing, pictures, 0);
        const pugi::xml_node words = drawing.first_child().child("wp:docPr");
        std::string alt = words.attribute("descr").value();
        if (alt.empty()) alt = words.attribute("title").value();
        if (pictures.empty()) {
            if (std::u32string description = description_in(from_utf8(alt)); !description.empty())
                shapes_.push_back(std::move(description));
            return;
        }
        for (const pugi::xml_node picture : pictures) {
            const char* linked = picture.attribute("r:link").value();
            const auto at = pictures_.find(*linked != '\0' ? linked : picture.attribute("r:embed").value());
            if (at != pictures_.end()) drawn_.emplace_back(at->second, from_utf8(std::exchange(alt, {})));
        }
    }

    static void find_pictures(pugi::xml_node parent, std::vector<pugi::xml_node>& pictures, int depth) {
        if (depth > deepest) return;
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "a:blip") {
                pictures.push_back(node);
            } else if (name != "w:txbxContent" && name != "mc:Fallback") {
                find_pictures(node, pictures, depth + 1);
            }
        }
    }

    /// A target is a path from word/, or from the root where it begins with a stroke.
    static Picture picture_of(pugi::xml_node relation) {
        const std::string_view target = relation.attribute("Target").value();
        if (std::string_view(relation.attribute("TargetMode").value()) == "External")
            return {Picture::At::elsewhere, std::string(target)};
        const bool from_root = target.starts_with('/') || target.starts_with("../");
        return {Picture::At::inside,
                from_root ? std::string(target.substr(target.find('/') + 1)) : "word/" + std::string(target)};
    }

    void read_table(pugi::xml_node table, int depth) {
        const auto rows = table.children("w:tr");
        const auto has_columns = [](pugi::xml_node row) { return row.child("w:tc").next_sibling("w:tc"); };
        if (std::none_of(rows.begin(), rows.end(), has_columns)) {
            // One column only frames what stands in it.
            for (const pugi::xml_node row : rows) {
                for (const pugi::xml_node cell : row.children("w:tc")) read_blocks(cell, depth + 1);
            }
            return;
        }
        std::vector<Row> read;
        std::map<std::size_t, std::u32string> above;  // what the last cell of each column says
        for (const pugi::xml_node row : rows) {
            const pugi::xml_node head = row.child("w:trPr").child("w:tblHeader");
            read.push_back({{}, head && !is_off(head)});
            std::size_t column = 0;
            for (const pugi::xml_node cell : row.children("w:tc")) {
                Cell here = read_cell(cell, depth + 1);
                if (is_merged_with_above(cell))
                    here.text = above[column];
                else
                    above[column] = here.text.size() <= longest_said_again ? here.text : std::u32string();
                column += std::max<std::size_t>(here.columns, 1);
                read.back().cells.push_back(std::move(here));
            }
        }
        add_table(draft_, read);
    }

    /// Such a cell has nothing of its own.
    static bool is_merged_with_above(pugi::xml_node cell) {
        const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge");
        return merge && value(merge) != "restart";
    }

    Cell read_cell(pugi::xml_node cell, int depth) {
        Draft inside;
        std::swap(draft_.pieces, inside.pieces);
        if (!is_merged_with_above(cell)) read_blocks(cell, depth);
        std::swap(draft_.pieces, inside.pieces);
        Cell read;
        read.columns = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
        for (const Piece& piece : inside.pieces) {
            if (!read.text.empty()) read.text.push_back(U' ');
            read.text += piece.text;
        }
        return read;
    }

    Draft& draft_;
    std::map<std::string, BlockKind, std::less<>> kinds_;
    std::map<std::string, pugi::xml_node, std::less<>> lists_;  // by the names of their styles
    Numbers numbers_;
    std::map<std::string, Picture, std::less<>> pictures_;   // by the names of their relations
    std::vector<std::pair<Picture, std::u32string>> drawn_;  // in the paragraph so far, with their descriptions
    std::vector<std::u32string> shapes_;                     // descriptions of what else is drawn there
    std::map<std::string, pugi::xml_node, std::less<>> footnotes_;
    std::map<std::string, pugi::xml_node, std::less<>> endnotes_;
    std::vector<pugi::xml_node> marked_;  // notes to the paragraph so far
};

bool load(pugi::xml_document& xml, std::string& part) {
    const pugi::xml_parse_result read =
        xml.load_buffer_inplace(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (read.status == pugi::status_out_of_memory) throw std::bad_alloc();  // as everything else that finds none
    return static_cast<bool>(read);
}

}  // namespace

std::optional<Draft> read_docx(std::span<const std::byte> bytes) {
    std::optional<std::string> body = zip_entry(bytes, "word/document.xml", largest_body);
    pugi::xml_document document;
    if (!body || !load(document, *body)) return std::nullopt;
    // Without its styles, lists and notes a document still reads.
    Reading::SideParts parts;
    const std::array<std::pair<const char*, pugi::xml_document*>, 5> all = {
        {{"styles.xml", &parts.styles},
         {"numbering.xml", &parts.numbering},
         {"_rels/document.xml.rels", &parts.relations},
         {"footnotes.xml", &parts.footnotes},
         {"endnotes.xml", &parts.endnotes}}};
    std::array<std::string, all.size()> bytes_of;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bytes_of[i] = zip_entry(bytes, std::string("word/") + all[i].first, largest_side_part).value_or("");
        load(*all[i].second, bytes_of[i]);
    }

    Draft draft;
    Reading(draft, parts).read_blocks(document.child("w:document").child("w:body"));
    return draft;
}

}  // namespace tingdu::text
