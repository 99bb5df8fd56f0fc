#include "kiosk/view/lens.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

constexpr double lens_of_content = 0.6;
/// A clause of Chinese is rarely longer: so it stands on one line.
constexpr int hanzi_in_line = 8;
constexpr int least_rows = 2;

// Of the em of the sentence.
constexpr double ruby_size = 0.36;
constexpr double box_pad = 0.14;  ///< of a lit box, around what stands in it
constexpr double row_gap = 0.22;  ///< between the boxes of two rows
/// A line of small letters, the tails below it and the marks above it included, of their own em.
constexpr double ruby_line = 1.3;

scene::Rect panel(const Grid& grid) {
    const scene::Rect above = above_lens(grid);
    const int top = above.height > 0 ? above.bottom() : grid.content.y;
    return {0, top, grid.viewport.width_px, grid.foot_y() - top};
}

/// How large the sentence is and how its rows stand.
struct Type {
    scene::TextStyle sentence;
    scene::TextStyle ruby;
    int ruby_px = 0;  ///< height of the line of Pinyin; 0 without
    int rows = 1;     ///< of one page

    [[nodiscard]] int pad_px() const { return px(box_pad * sentence.size_px); }
    [[nodiscard]] int box_px() const { return ruby_px + sentence.size_px + 2 * pad_px(); }
    [[nodiscard]] int pitch_px() const { return box_px() + px(row_gap * sentence.size_px); }
    [[nodiscard]] int rows_px(int count) const { return count * pitch_px() - (pitch_px() - box_px()); }
};

Type type_of(const Grid& grid, scene::Rect room, bool with_pinyin) {
    const auto at = [&](int size_px) {
        Type type{{scene::Weight::bold, size_px}, {scene::Weight::regular, 0}, 0, 1};
        if (!with_pinyin) return type;
        type.ruby.size_px = std::max(px(ruby_size * size_px), grid.least_px());
        type.ruby_px = px(ruby_line * type.ruby.size_px);
        return type;
    };
    Type type = at(room.width / hanzi_in_line);
    while (type.rows_px(least_rows) > room.height && type.sentence.size_px > grid.least_px())
        type = at(type.sentence.size_px - 1);
    type.rows = std::max(1, (room.height + type.pitch_px() - type.box_px()) / type.pitch_px());
    return type;
}

/// The sentence in rows of cells: a character stands in the middle of its cell, its Pinyin above it.
class Sentence {
  public:
    Sentence(Pen& pen, const app::State& state, const scene::TextMeasure& measure, const Type& type, int width_px)
        : pen_(pen),
          measure_(measure),
          type_(type),
          text_(std::u32string_view(state.open->article->text)
                    .substr(state.open->sentence.begin, state.open->sentence.size())),
          ruby_(text_.size()),
          has_focus_(!has_ring(state)) {
        const app::OpenArticle& open = *state.open;
        const std::size_t begin = open.sentence.begin;
        const auto within = [&](TextRange range) { return TextRange{range.begin - begin, range.end - begin}; };
        if (open.word) lit_ = within(*open.word);
        std::vector<TextRange> words;
        if (open.spelled) {
            for (const TextRange word : open.spelled->words) words.push_back(within(word));
            if (type.ruby_px > 0)
                for (const Ruby& ruby : open.spelled->pinyin) ruby_[ruby.offset - begin] = ruby.text;
        }
        std::vector<int> least_px(text_.size());
        for (std::size_t i = 0; i < text_.size(); ++i)
            if (!ruby_[i].empty()) least_px[i] = pen.width(ruby_[i], type.ruby) + type.ruby.size_px / 2;
        lines_ = scene::lay_out(text_, type.sentence, width_px, measure, {least_px, words});
    }

    /// The page that holds the word being heard, from `top` down.
    void draw(int x, int top) {
        const auto rows = static_cast<std::size_t>(type_.rows);
        std::size_t heard = 0;
        while (heard + 1 < lines_.size() && lines_[heard + 1].range.begin <= lit_.begin) ++heard;
        const std::size_t first = heard / rows * rows;
        const std::size_t last = std::min(lines_.size(), first + rows);
        const auto top_of = [&](std::size_t line) { return top + static_cast<int>(line - first) * type_.pitch_px(); };
        const int flow = pen_.new_flow();
        for (std::size_t line = first; line < last; ++line) draw_characters(lines_[line], x, top_of(line), flow);
        for (std::size_t line = first; line < last; ++line) draw_pinyin(lines_[line], x, top_of(line));
        // Where the page above has no room for the sentence, the focus is here.
        if (has_focus_ && !pen_.shows_focus())
            pen_.side_bar(x, top, top + type_.rows_px(static_cast<int>(last - first)));
    }

  private:
    [[nodiscard]] TextRange lit_in(const scene::Line& line) const {
        const std::size_t begin = std::clamp(lit_.begin, line.range.begin, line.range.end);
        return {begin, std::clamp(lit_.end, begin, line.range.end)};
    }
    [[nodiscard]] scene::Color color_of(std::size_t character, scene::Color rest) const {
        return lit_.contains(character) ? pen_.theme().on_word : rest;
    }

    void draw_characters(const scene::Line& line, int x, int top, int flow) {
        const auto left = [&](std::size_t i) { return x + line.edges_px[i - line.range.begin]; };
        if (const TextRange lit = lit_in(line); !lit.empty()) light(left(lit.begin), left(lit.end), top);
        const int capital = measure_.metrics(type_.sentence).capital_px;
        // The body of a Hanzi reaches 0.88 em above the baseline.
        const int middle_y = top + type_.pad_px() + type_.ruby_px + px(0.88 * type_.sentence.size_px) - capital / 2;
        for (std::size_t begin = line.range.begin; begin < line.range.end;) {
            std::size_t end = begin + 1;
            int in = 0;
            if (is_cell(begin)) {
                const int width = pen_.width(text_.substr(begin, 1), type_.sentence);
                in = (left(end) - left(begin) - width) / 2;
            } else {
                while (end < line.range.end && !is_cell(end) && end != lit_.begin && end != lit_.end) ++end;
            }
            pen_.run(text_.substr(begin, end - begin), type_.sentence, color_of(begin, pen_.theme().ink),
                     left(begin) + in, middle_y, flow);
            begin = end;
        }
    }

    void draw_pinyin(const scene::Line& line, int x, int top) {
        if (type_.ruby_px == 0) return;
        const int middle_y = top + type_.pad_px() / 2 + type_.ruby_px * 56 / 100;
        for (std::size_t i = line.range.begin; i < line.range.end; ++i) {
            if (ruby_[i].empty()) continue;
            const std::size_t cell = i - line.range.begin;
            const int middle_x = x + (line.edges_px[cell] + line.edges_px[cell + 1]) / 2;
            pen_.line(ruby_[i], type_.ruby, color_of(i, pen_.theme().second_ink), middle_x, middle_y, Align::middle);
        }
    }

    /// A character with Pinyin over it is drawn by itself.
    [[nodiscard]] bool is_cell(std::size_t character) const { return !ruby_[character].empty(); }

    /// As on the page: a box of its own shape and a line in it, so that colour is not the only sign.
    void light(int left, int right, int top) {
        const int radius = type_.sentence.size_px / 10;
        const int stroke = std::max(2, type_.sentence.size_px / 20);
        const scene::Rect box{left - stroke / 2, top, right - left + stroke, type_.box_px()};
        pen_.keep_clear(box);
        pen_.fill(box, pen_.theme().word_lit, radius);
        pen_.fill({box.x + radius, box.bottom() - stroke, box.width - 2 * radius, stroke}, pen_.theme().on_word);
    }

    Pen& pen_;
    const scene::TextMeasure& measure_;
    const Type& type_;
    std::u32string_view text_;
    std::vector<std::u32string> ruby_;  // over each character; empty where nothing is
    std::vector<scene::Line> lines_;
    bool has_focus_;
    TextRange lit_;
};

}  // namespace

scene::Rect above_lens(const Grid& grid) {
    scene::Rect above = grid.column;
    above.height = px(above.height * (1 - lens_of_content));
    // Fewer than two lines of the page would only say the same again.
    if (above.height < grid.r_px * 7 / 2) above.height = 0;
    return above;
}

void draw_lens(Pen& pen, const app::State& state, const scene::TextMeasure& measure) {
    const Grid& grid = pen.grid();
    const scene::Rect all = panel(grid);
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(all, pen.theme().card);
    pen.keep_clear(all);
    pen.fill({all.x, all.y, all.width, grid.stroke_px}, pen.theme().edge);
    const int air = grid.gap_px + grid.stroke_px;
    const scene::Rect room{grid.content.x, all.y + air, grid.content.width, all.height - 2 * air - grid.ring_px};
    const Spelled* spelled = state.open->spelled.get();
    const bool has_none = spelled && spelled->pinyin.empty();
    const Type type = type_of(grid, room, state.settings[app::Setting::pinyin] == 1 && !has_none);
    Sentence(pen, state, measure, type, room.width).draw(room.x, room.y);
}

}  // namespace tingdu::view
