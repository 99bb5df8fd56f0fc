#include "kiosk/text/formats/docx.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "kiosk/base/characters.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/raised.h"
#include "kiosk/text/formats/table.h"
#include "kiosk/text/formats/zip.h"

namespace tingdu::text {
namespace {

// Text boxes in tables in text boxes: nobody nests them deeper and means it.
constexpr int deepest_part = 64;
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

enum class Place { of_text, of_contents };

/// What a style makes of a paragraph.
struct Style {
    BlockKind kind = BlockKind::paragraph;
    Place place = Place::of_text;
    pugi::xml_node list;  ///< Word's own lists are numbered by their styles alone
};

/// Word counts the ranks of headings from 0; the one after the last is running text.
bool is_rank_of_heading(pugi::xml_node properties) {
    const pugi::xml_node rank = properties.child("w:outlineLvl");
    return rank && rank.attribute("w:val").as_int(9) < 9;
}

/// What the names of Word's own styles say, whatever language Word showed them in.
std::optional<Style> style_named(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == "title") return Style{BlockKind::title, Place::of_text, {}};
    if (lower.starts_with("toc ") || lower == "toc heading" || lower.starts_with("contents ") ||
        lower == "table of figures")
        return Style{BlockKind::paragraph, Place::of_contents, {}};
    if (lower.starts_with("heading") || lower == "subtitle" || lower.starts_with("标题"))
        return Style{BlockKind::heading, Place::of_text, {}};
    if (lower == "caption" || lower == "题注") return Style{BlockKind::caption, Place::of_text, {}};
    return std::nullopt;
}

/// A style of somebody's own is what the one is that it is based on.
Style style_of(pugi::xml_node node, const std::map<std::string, pugi::xml_node, std::less<>>& styles) {
    constexpr int longest_chain = 20;
    Style style;
    bool is_named = false;
    for (int i = 0; node && i < longest_chain; ++i) {
        const pugi::xml_node properties = node.child("w:pPr");
        if (!style.list) style.list = properties.child("w:numPr");
        if (!is_named) {
            if (const auto named = style_named(value(node.child("w:name")))) {
                style.kind = named->kind;
                style.place = named->place;
                is_named = true;
            } else if (is_rank_of_heading(properties)) {
                style.kind = BlockKind::heading;
                is_named = true;
            }
        }
        const auto base = styles.find(value(node.child("w:basedOn")));
        node = base != styles.end() ? base->second : pugi::xml_node();
    }
    return style;
}

struct Level {
    std::string format;   ///< decimal, chineseCounting, bullet …
    std::u32string text;  ///< "%1." and the like
    unsigned start{1};
    bool is_arabic{};  ///< shows those above it so, whatever they are
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

std::u32string roman_count(unsigned n) {
    constexpr std::array<std::pair<unsigned, std::u32string_view>, 13> signs = {{{1000, U"m"},
                                                                                 {900, U"cm"},
                                                                                 {500, U"d"},
                                                                                 {400, U"cd"},
                                                                                 {100, U"c"},
                                                                                 {90, U"xc"},
                                                                                 {50, U"l"},
                                                                                 {40, U"xl"},
                                                                                 {10, U"x"},
                                                                                 {9, U"ix"},
                                                                                 {5, U"v"},
                                                                                 {4, U"iv"},
                                                                                 {1, U"i"}}};
    std::u32string count;
    for (const auto& [worth, sign] : signs)
        for (; n >= worth; n -= worth) count += sign;
    return count;
}

std::u32string shown_number(unsigned n, std::string_view format) {
    const auto in_capitals = [](std::u32string small) {
        for (char32_t& c : small) c -= U'a' - U'A';
        return small;
    };
    constexpr unsigned largest_roman = 3999;
    if (format.starts_with("chinese") || format.starts_with("japanese") || format == "taiwaneseCounting" ||
        format == "ideographDigital")
        return chinese_count(n);
    if (format == "ideographTraditional" && n >= 1 && n <= 10)
        return std::u32string(1, std::u32string_view(U"甲乙丙丁戊己庚辛壬癸")[n - 1]);
    if (format == "lowerLetter" && n >= 1 && n <= 26) return {static_cast<char32_t>(U'a' + n - 1)};
    if (format == "upperLetter" && n >= 1 && n <= 26) return {static_cast<char32_t>(U'A' + n - 1)};
    if (format == "lowerRoman" && n >= 1 && n <= largest_roman) return roman_count(n);
    if (format == "upperRoman" && n >= 1 && n <= largest_roman) return in_capitals(roman_count(n));
    if (format.starts_with("decimalEnclosedCircle") && n >= 1 && n <= 20) return {static_cast<char32_t>(U'①' + n - 1)};
    return from_utf8(std::to_string(n));
}

/// The numbers that Word draws before paragraphs and keeps out of their text.
class Numbers {
  public:
    explicit Numbers(const pugi::xml_document& part) {
        std::map<std::string, Levels> abstract;
        std::map<std::string, std::string> styled;  // the abstract lists that a style of lists stands for
        const pugi::xml_node all = part.child("w:numbering");
        for (const pugi::xml_node list : all.children("w:abstractNum")) {
            const std::string id = list.attribute("w:abstractNumId").value();
            for (const pugi::xml_node level : list.children("w:lvl"))
                abstract[id][level.attribute("w:ilvl").as_int()] = read(level);
            if (const pugi::xml_node style = list.child("w:styleLink")) styled[std::string(value(style))] = id;
        }
        for (const pugi::xml_node list : all.children("w:abstractNum")) {
            const auto style = styled.find(std::string(value(list.child("w:numStyleLink"))));
            if (style != styled.end()) abstract[list.attribute("w:abstractNumId").value()] = abstract[style->second];
        }
        for (const pugi::xml_node list : all.children("w:num")) {
            List& it = lists_[list.attribute("w:numId").value()];
            it.abstract = value(list.child("w:abstractNumId"));
            it.levels = abstract[it.abstract];
            for (const pugi::xml_node change : list.children("w:lvlOverride")) {
                const int level = change.attribute("w:ilvl").as_int();
                if (const pugi::xml_node own = change.child("w:lvl")) it.levels[level] = read(own);
                if (const pugi::xml_node start = change.child("w:startOverride")) {
                    it.levels[level].start = start.attribute("w:val").as_uint(1);
                    it.begins_anew.push_back(level);
                }
            }
        }
    }

    /// What stands before the next paragraph of this list and level; empty for a bullet.
    std::u32string next(const std::string& list, int level) {
        const auto found_list = lists_.find(list);
        if (found_list == lists_.end()) return {};
        const Levels& levels = found_list->second.levels;
        const auto found = levels.find(level);
        if (found == levels.end() || found->second.format == "bullet" || found->second.format == "none") return {};
        // Lists that are made from one count together, but where one says that it begins anew.
        auto& counts = counts_[found_list->second.abstract];
        for (const int anew : std::exchange(found_list->second.begins_anew, {})) counts.erase(anew);
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
            const auto at = levels.find(of);
            if (at == levels.end()) continue;
            const auto n = counts.find(of);
            const bool is_arabic = of != level && found->second.is_arabic;  // "第三章" has "3.1" below it
            shown += shown_number(n != counts.end() ? n->second : at->second.start,
                                  is_arabic ? std::string_view("decimal") : at->second.format);
        }
        if (!shown.empty() && shown.back() < 0x80 && !is_blank(shown.back())) shown.push_back(U' ');
        return shown;
    }

  private:
    using Levels = std::map<int, Level>;
    struct List {
        std::string abstract;
        Levels levels;
        std::vector<int> begins_anew;
    };

    static Level read(pugi::xml_node level) {
        return {std::string(value(level.child("w:numFmt"))), from_utf8(value(level.child("w:lvlText"))),
                level.child("w:start").attribute("w:val").as_uint(1), static_cast<bool>(level.child("w:isLgl"))};
    }

    std::map<std::string, List> lists_;
    std::map<std::string, std::map<int, unsigned>> counts_;  ///< by what lists are made from
};

// ---- the text

class DocxReading {
  public:
    struct SideParts {
        pugi::xml_document styles;
        pugi::xml_document numbering;
        pugi::xml_document relations;
        pugi::xml_document footnotes;
        pugi::xml_document endnotes;
    };

    DocxReading(Draft& draft, const SideParts& parts) : draft_(draft), numbers_(parts.numbering) {
        for (const pugi::xml_node note : parts.footnotes.child("w:footnotes").children("w:footnote"))
            footnotes_.emplace(note.attribute("w:id").value(), note);
        for (const pugi::xml_node note : parts.endnotes.child("w:endnotes").children("w:endnote"))
            endnotes_.emplace(note.attribute("w:id").value(), note);
        for (const pugi::xml_node relation : parts.relations.child("Relationships").children("Relationship"))
            pictures_.emplace(relation.attribute("Id").value(), picture_of(relation));
        std::map<std::string, pugi::xml_node, std::less<>> styles;
        for (const pugi::xml_node style : parts.styles.child("w:styles").children("w:style"))
            styles.emplace(style.attribute("w:styleId").value(), style);
        for (const auto& [id, style] : styles) styles_.emplace(id, style_of(style, styles));
    }

    void read_blocks(pugi::xml_node parent, int depth = 0) {
        if (depth > deepest_part) return draft_.report(Problem::Kind::too_deep, 0);
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                read_paragraph(node, depth);
            } else if (name == "w:tbl") {
                read_table(node, depth);
            } else if (name == "w:sdt") {
                const pugi::xml_node part = node.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery");
                if (value(part) != "Table of Contents") read_blocks(node.child("w:sdtContent"), depth + 1);
            } else if (name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag") {
                read_blocks(node, depth + 1);
            }
        }
    }

  private:
    void read_paragraph(pugi::xml_node paragraph, int depth) {
        const pugi::xml_node properties = paragraph.child("w:pPr");
        const auto found = styles_.find(value(properties.child("w:pStyle")));
        const Style style = found != styles_.end() ? found->second : Style{};
        if (style.place == Place::of_contents) return;  // pages are not turned by ear
        BlockKind kind = style.kind;
        if (kind == BlockKind::paragraph && is_rank_of_heading(properties)) kind = BlockKind::heading;
        std::u32string number;
        const pugi::xml_node own_list = properties.child("w:numPr");
        const auto of_list = [&](const char* what) {
            const pugi::xml_node own = own_list.child(what);
            return own ? own : style.list.child(what);
        };
        if (const std::string_view list = value(of_list("w:numId")); !list.empty() && list != "0") {
            number = numbers_.next(std::string(list), of_list("w:ilvl").attribute("w:val").as_int());
            if (kind == BlockKind::paragraph)
                kind = number.empty() || number[0] < 0x80 ? BlockKind::list_item : BlockKind::paragraph;
        }
        std::u32string text = std::exchange(unended_, {});
        std::vector<pugi::xml_node> boxes;
        read_runs(paragraph, text, boxes, depth);
        const pugi::xml_node mark = properties.child("w:rPr");
        const bool runs_on = mark.child("w:del") || mark.child("w:moveFrom");
        if (runs_on && paragraph.next_sibling("w:p")) {  // its end has been deleted
            unended_ = std::move(text);
            text.clear();
        }
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
        if (depth > deepest_part) return draft_.report(Problem::Kind::too_deep, 0);
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
            } else if (name == "w:sym") {
                text += symbol(node);
            } else if (name == "w:drawing") {
                note_drawing(node);
                read_runs(node, text, boxes, depth + 1);
            } else if (name == "v:imagedata") {
                note_old_picture(node);
            } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
                const auto& notes = name == "w:footnoteReference" ? footnotes_ : endnotes_;
                if (const auto note = notes.find(node.attribute("w:id").value()); note != notes.end())
                    marked_.push_back(note->second);
            } else if (name == "w:txbxContent") {
                boxes.push_back(node);
            } else if (name == "m:t") {
                text += from_utf8(node.text().get());
            } else if (name == "m:f") {
                read_runs(node.child("m:num"), text, boxes, depth + 1);
                text.push_back(U'/');
                read_runs(node.child("m:den"), text, boxes, depth + 1);
            } else if (name == "m:sup" || (name == "w:r" && stands_high(node) && !is_unseen(node))) {
                std::u32string high;
                read_runs(node, high, boxes, depth + 1);
                text += raised(tidied(high), text.empty() ? U' ' : text.back()).value_or(high);
            } else if (name == "w:r" && !is_unseen(node)) {
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

    static bool stands_high(pugi::xml_node run) {
        return value(run.child("w:rPr").child("w:vertAlign")) == "superscript";
    }

    /// Hidden, or struck out: a voice cannot strike out.
    static bool is_unseen(pugi::xml_node run) {
        const pugi::xml_node look = run.child("w:rPr");
        return std::ranges::any_of(std::array{"w:vanish", "w:strike", "w:dstrike"}, [&](const char* what) {
            const pugi::xml_node is = look.child(what);
            return is && !is_off(is);
        });
    }

    /// The boxes to tick that forms have, out of fonts of pictures; what else is in such a font says nothing.
    static std::u32string symbol(pugi::xml_node node) {
        const std::string_view font = node.attribute("w:font").value();
        const auto code = std::strtoul(node.attribute("w:char").value(), nullptr, 16) & 0xFFU;
        if (font == "Wingdings" && (code == 0xA8 || code == 0x6F || code == 0x71 || code == 0x72)) return U"□";
        if (font == "Wingdings" && (code == 0xFE || code == 0xFC)) return U"☑";
        if (font == "Wingdings 2" && (code == 0x52 || code == 0x50)) return U"☑";
        if (font == "Wingdings 2" && code == 0xA3) return U"□";
        return {};
    }

    /// As Word kept pictures before 2007, and WPS and Word still do in places.
    void note_old_picture(pugi::xml_node picture) {
        const auto at = pictures_.find(picture.attribute("r:id").value());
        if (at == pictures_.end()) return;
        std::string alt = picture.parent().attribute("alt").value();
        if (alt.empty()) alt = picture.attribute("o:title").value();
        drawn_.emplace_back(at->second, from_utf8(alt));
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
        if (depth > deepest_part) return;
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

    /// The rows of a table, or the cells of a row; forms wrap either once more. What has been deleted is not there.
    static void collect(pugi::xml_node parent, std::string_view what, std::vector<pugi::xml_node>& all, int depth) {
        if (depth > deepest_part) return;
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = node.name();
            if (name == what) {
                const bool is_deleted = node.child("w:trPr").child("w:del") || node.child("w:tcPr").child("w:cellDel");
                if (!is_deleted) all.push_back(node);
            } else if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" || name == "w:ins" ||
                       name == "w:moveTo") {
                collect(node, what, all, depth + 1);
            }
        }
    }

    static std::vector<pugi::xml_node> collected(pugi::xml_node parent, std::string_view what) {
        std::vector<pugi::xml_node> all;
        collect(parent, what, all, 0);
        return all;
    }

    void read_table(pugi::xml_node table, int depth) {
        if (depth > deepest_part) return draft_.report(Problem::Kind::too_deep, 0);
        std::vector<std::vector<pugi::xml_node>> cells;
        const std::vector<pugi::xml_node> rows = collected(table, "w:tr");
        for (const pugi::xml_node row : rows) cells.push_back(collected(row, "w:tc"));
        if (std::ranges::all_of(cells, [](const auto& of_row) { return of_row.size() < 2; })) {
            // One column only frames what stands in it.
            for (const auto& of_row : cells)
                for (const pugi::xml_node cell : of_row) read_blocks(cell, depth + 1);
            return;
        }
        Rows read;
        std::map<std::size_t, std::pair<std::size_t, std::size_t>> above;  // the last cell that begins in each column
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const pugi::xml_node properties = rows[r].child("w:trPr");
            const pugi::xml_node head = properties.child("w:tblHeader");
            read.push_back({{}, head && !is_off(head)});
            std::size_t column = properties.child("w:gridBefore").attribute("w:val").as_uint(0);
            if (column > 0) read.back().cells.push_back({{}, column, 1, {}});
            for (const pugi::xml_node cell : cells[r]) {
                const auto over = above.find(column);
                const std::size_t columns = columns_of(cell);
                if (is_merged_with_above(cell) && over != above.end()) {
                    ++read[over->second.first].cells[over->second.second].rows;
                } else {
                    above[column] = {r, read.back().cells.size()};
                    read.back().cells.push_back(read_cell(cell, depth + 1));
                }
                column += columns;
            }
        }
        add_table(draft_, std::move(read));
    }

    static std::size_t columns_of(pugi::xml_node cell) {
        const unsigned columns = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
        return std::clamp<std::size_t>(columns, 1, widest_span);
    }

    /// All its letters are bold.
    static bool stands_out(pugi::xml_node cell) {
        bool has_text = false;
        for (const pugi::xml_node paragraph : cell.children("w:p"))
            for (const pugi::xml_node run : paragraph.children("w:r")) {
                if (!has_sayable(from_utf8(run.child("w:t").text().as_string()))) continue;
                const pugi::xml_node bold = run.child("w:rPr").child("w:b");
                if (!bold || is_off(bold)) return false;
                has_text = true;
            }
        return has_text;
    }

    /// Such a cell has nothing of its own.
    static bool is_merged_with_above(pugi::xml_node cell) {
        const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge");
        return merge && value(merge) != "restart";
    }

    Cell read_cell(pugi::xml_node cell, int depth) {
        std::vector<Piece> inside;
        std::swap(draft_.pieces, inside);
        const std::size_t pictures_before = draft_.pictures.size();
        read_blocks(cell, depth);
        std::swap(draft_.pieces, inside);
        Cell read{{}, columns_of(cell), 1, {}, stands_out(cell)};
        for (const Piece& piece : inside) {
            if (piece.picture) {
                read.pictures.emplace_back(draft_.pictures[*piece.picture], piece.text);
                continue;
            }
            if (!read.text.empty()) read.text.push_back(U' ');
            read.text += piece.text;
        }
        draft_.pictures.resize(pictures_before);
        return read;
    }

    Draft& draft_;
    std::map<std::string, Style, std::less<>> styles_;
    std::u32string unended_;  // what the next paragraph goes on
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

/// No office program does: entities are for who wants a few bytes to become gigabytes, or a file of ours.
bool declares_entities(std::string_view part) {
    return part.substr(0, part.find("<w:")).find("<!DOCTYPE") != std::string_view::npos;
}

/// Some write the text into a part of another name, which the list of all relations tells.
std::string part_of_text(std::span<const std::byte> bytes) {
    std::string relations = zip_entry(bytes, "_rels/.rels", largest_side_part).value_or("");
    pugi::xml_document xml;
    load(xml, relations);
    for (const pugi::xml_node relation : xml.child("Relationships").children("Relationship")) {
        if (!std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument")) continue;
        std::string_view target = relation.attribute("Target").value();
        if (target.starts_with('/')) target.remove_prefix(1);
        return std::string(target);
    }
    return "word/document.xml";
}

}  // namespace

Result<Draft> read_docx(std::span<const std::byte> bytes) {
    std::string name = "word/document.xml";
    Result<std::string> body = zip_entry(bytes, name, largest_body);
    if (!body && body.error().fault == Fault::missing)
        body = zip_entry(bytes, name = part_of_text(bytes), largest_body);
    if (!body) return fail(body.error().fault == Fault::missing ? Fault::damaged : body.error().fault, {});
    pugi::xml_document document;
    if (declares_entities(*body) || !load(document, *body)) return fail(Fault::damaged, {});
    // Without its styles, lists and notes a document still reads.
    DocxReading::SideParts parts;
    const std::string relations = "_rels/" + name_in(name) + ".rels";
    const std::array<std::pair<const char*, pugi::xml_document*>, 5> all = {{{"styles.xml", &parts.styles},
                                                                             {"numbering.xml", &parts.numbering},
                                                                             {relations.c_str(), &parts.relations},
                                                                             {"footnotes.xml", &parts.footnotes},
                                                                             {"endnotes.xml", &parts.endnotes}}};
    std::array<std::string, all.size()> bytes_of;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bytes_of[i] = zip_entry(bytes, std::string("word/") + all[i].first, largest_side_part).value_or("");
        load(*all[i].second, bytes_of[i]);
    }

    Draft draft;
    DocxReading(draft, parts).read_blocks(document.child("w:document").child("w:body"));
    return draft;
}

}  // namespace tingdu::text
