#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "kiosk/app/age.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/characters.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/lens.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// A line is as high as what can be touched must be: each is a part of a sentence that can be.
constexpr double least_line_mm = 12.7;
constexpr double paragraph_gap = 0.9;
constexpr double heading_gap = 1.4;
constexpr double caption_gap = 0.3;  ///< under its picture
/// A picture leaves room for the lines that speak of it …
constexpr double picture_of_page = 0.6;
/// … also where the lens leaves little of the page.
constexpr double picture_of_content = 0.8;
/// Larger than this it would only show its pixels.
constexpr double most_enlarged = 2;
bool is_title(text::BlockKind kind) {
    return kind == text::BlockKind::title;
}

int pitch(const Grid& grid, scene::TextStyle style, text::BlockKind kind) {
    const double wanted = style.size_px * (is_title(kind) ? 1.5 : grid.line_em);
    return std::max(static_cast<int>(wanted), static_cast<int>(std::ceil(least_line_mm * grid.viewport.px_per_mm)));
}

/// Where the line being read stands: in the middle third of the content, and of the whole screen too. Where only three
/// lines have room it is the middle one, and of two the second, so that all are whole.
int reading_y(const Grid& grid, scene::Rect content, int pitch_px) {
    const double lines = static_cast<double>(content.height) / pitch_px;
    const int of_content = lines < 2.95 ? 777 : lines < 4 ? 515 : 450;
    const int in_content = content.y + content.height * of_content / 1000;
    const int in_screen = grid.viewport.height_px * 37 / 100;
    return std::min(std::max(in_content, in_screen), content.y + content.height * std::max(of_content, 600) / 1000);
}

/// Whoever reaches the lower half of a tall screen only touches the sentences there, and moves the others down.
int highest_target_y(const app::State& state, const Grid& grid) {
    const bool is_low = grid.shape == Shape::tall && state.settings[app::Setting::reach] == 1;
    return is_low ? grid.viewport.height_px / 2 : 0;
}

/// The article as a column of lines, known only around the line that is read.
class Page {
  public:
    Page(Pen& pen, const app::State& state, Lines& lines, const scene::TextMeasure& measure, scene::Rect content)
        : pen_(pen),
          state_(state),
          open_(*state.open),
          article_(*open_.article),
          lines_(lines),
          measure_(measure),
          content_(content),
          quiet_(quiet_lines()) {}

    struct At {
        std::size_t block = 0;
        std::size_t line = 0;
        friend bool operator==(At, At) = default;
    };

    /// What stands at `rest_y` while it is heard: its line, or the picture. A caption is heard while its picture is
    /// looked at, as long as there is room for both.
    [[nodiscard]] At reading(int rest_y) const {
        const At line = heard();
        if (is_picture(line.block)) return {head_of(line.block), 0};
        const auto above = picture_over(line.block);
        const auto down = above ? distance({*above, 0}, line) : std::nullopt;
        const bool has_room = down && rest_y + *down + pitch_of(line.block) / 2 <= content_.bottom();
        return has_room ? At{*above, 0} : line;
    }

    /// The line by which a hand has moved the page.
    [[nodiscard]] At scrolled() const {
        const auto place = text::place_at(article_, open_.scroll->offset);
        return line_of(place ? place->block : 0, open_.scroll->offset);
    }

    /// Where the middle of `at` stands while it is read: at `reading_y`, but higher as long as the page would begin
    /// below the top of the content.
    [[nodiscard]] int resting(At at, int reading_y) const {
        const auto above = distance({0, 0}, at);
        return above ? std::min(reading_y, head_y() + *above) : reading_y;
    }

    /// Where the middle of `at` may stand at most, so that neither end of the article leaves `reading_y`.
    [[nodiscard]] int within_ends(At at, int middle_y, int reading_y) const {
        if (const auto above = distance({0, 0}, at)) middle_y = std::min(middle_y, reading_y + *above);
        const std::size_t last = article_.blocks.size() - 1;
        if (const auto below = distance(at, {last, std::max<std::size_t>(lines_of(last).size(), 1) - 1}))
            middle_y = std::max(middle_y, reading_y - *below);
        return middle_y;
    }

    [[nodiscard]] At line_of(std::size_t block, std::size_t offset) const {
        At at{std::min(block, article_.blocks.size() - 1), 0};
        const std::size_t begin = article_.blocks[at.block].range.begin;
        const auto& lines = lines_of(at.block);
        while (at.line + 1 < lines.size() && begin + lines[at.line + 1].range.begin <= offset) ++at.line;
        return at;
    }

    /// From the middle of one line to that of another, downwards; nothing if they are more than a page apart.
    [[nodiscard]] std::optional<int> distance(At from, At to) const {
        if (to.block < from.block || (to.block == from.block && to.line < from.line)) {
            const auto back = distance(to, from);
            return back ? std::optional(-*back) : std::nullopt;
        }
        int down = offset_of(to) - offset_of(from);
        for (std::size_t block = from.block; block < to.block; ++block) {
            down += height_of(block) + lead(block + 1);
            if (down > content_.height + height_of(block)) return std::nullopt;
        }
        return down;
    }

    /// Draws all lines that are wholly within the content, with `at` standing at `middle_y`.
    void draw(At at, int middle_y) {
        if (is_read() && state_.settings[app::Setting::line] == 1) read_ = heard();
        const int top = middle_y - offset_of(at);
        int y = top;
        for (std::size_t block = at.block; block < article_.blocks.size() && y < content_.bottom(); ++block) {
            if (block != at.block) y += lead(block);
            draw_block(block, y);
            y += height_of(block);
        }
        y = top;
        for (std::size_t block = at.block; block-- > 0 && y > content_.y;) {
            y -= lead(block + 1) + height_of(block);
            draw_block(block, y);
        }
        draw_pictures();
        draw_side_bar();
        if (!article_.pictures.empty()) look_ahead(at, top);
    }

    [[nodiscard]] bool title_is_whole() const { return title_is_whole_; }

  private:
    /// What is drawn of a block beside lines: a picture, or the box around the words of one that cannot be shown.
    struct Drawn {
        std::size_t block = 0;
        scene::Rect rect;
    };

    [[nodiscard]] At heard() const {
        return line_of(open_.place.block, open_.word ? open_.word->begin : open_.sentence.begin);
    }

    /// The size of the picture that a block is shown as; nothing for text, and for a picture that cannot be shown.
    [[nodiscard]] std::optional<scene::PictureWish> picture_of(std::size_t block) const {
        const auto& number = article_.blocks[block].picture;
        if (!number) return std::nullopt;
        const text::Picture& it = article_.pictures[*number];
        const auto made = open_.pictures.find(*number);
        const bool damaged = made != open_.pictures.end() && !made->second;
        if (it.width_px <= 0 || it.height_px <= 0 || damaged) return std::nullopt;
        const double most_height =
            std::min(pen_.grid().content.height * picture_of_page, content_.height * picture_of_content);
        const double scale =
            std::min({most_enlarged, static_cast<double>(content_.width) / it.width_px, most_height / it.height_px});
        const auto scaled = [&](int px) { return std::max(1, static_cast<int>(std::lround(px * scale))); };
        return scene::PictureWish{*number, scaled(it.width_px), scaled(it.height_px)};
    }
    [[nodiscard]] bool is_picture(std::size_t block) const { return picture_of(block).has_value(); }
    /// A long description is several blocks, the first of which is the picture.
    [[nodiscard]] std::size_t head_of(std::size_t block) const {
        while (block > 0 && article_.blocks[block].continues) --block;
        return block;
    }
    /// The picture that a caption stands under.
    [[nodiscard]] std::optional<std::size_t> picture_over(std::size_t block) const {
        if (article_.blocks[block].kind != text::BlockKind::caption) return std::nullopt;
        while (block > 0 && article_.blocks[block].kind == text::BlockKind::caption) --block;
        return is_picture(block) ? std::optional(head_of(block)) : std::nullopt;
    }
    [[nodiscard]] bool is_unsaid(std::size_t block) const {
        return article_.text[article_.blocks[block].range.begin] == text::unsaid_picture;
    }
    /// The picture is what is heard: by its own words, or by its caption where it has none.
    [[nodiscard]] bool is_lit(std::size_t picture) const {
        if (!is_read()) return false;
        const std::size_t block = open_.place.block;
        return head_of(block) == picture || (is_unsaid(picture) && picture_over(block) == picture);
    }
    /// Nothing is drawn of it: the rest of a description, or a picture without one that turned out to be damaged.
    [[nodiscard]] bool is_hidden(std::size_t block) const {
        return is_picture(block) ? article_.blocks[block].continues : is_unsaid(block);
    }
    [[nodiscard]] bool is_boxed(std::size_t block) const {
        return article_.blocks[block].picture && !is_picture(block) && !is_hidden(block);
    }
    [[nodiscard]] int pad_of(std::size_t block) const { return is_boxed(block) ? pen_.grid().r_px / 2 : 0; }

    /// Of text; a picture has none, though its words have been set.
    [[nodiscard]] const std::vector<scene::Line>& lines_of(std::size_t block) const {
        static const std::vector<scene::Line> none;
        if (is_picture(block) || is_hidden(block)) return none;
        return lines_.of(open_.article, block, pen_.grid(), measure_);
    }
    [[nodiscard]] scene::TextStyle style_of(std::size_t block) const {
        return block_style(pen_.grid(), article_.blocks[block].kind);
    }
    [[nodiscard]] int pitch_of(std::size_t block) const {
        return pitch(pen_.grid(), style_of(block), article_.blocks[block].kind);
    }
    [[nodiscard]] int height_of(std::size_t block) const {
        if (is_hidden(block)) return 0;
        if (const auto picture = picture_of(block)) return picture->height_px;
        return static_cast<int>(lines_of(block).size()) * pitch_of(block) + 2 * pad_of(block);
    }
    /// From the top of its block to the middle of the line.
    [[nodiscard]] int offset_of(At at) const {
        if (is_picture(at.block) || is_hidden(at.block)) return height_of(at.block) / 2;
        return pad_of(at.block) + static_cast<int>(at.line) * pitch_of(at.block) + pitch_of(at.block) / 2;
    }

    /// Space above a block, with what stands quietly under a title.
    [[nodiscard]] int lead(std::size_t block) const {
        if (block == 0 || article_.blocks[block].continues) return 0;
        const bool heading = article_.blocks[block].kind == text::BlockKind::heading;
        const double wide = heading ? heading_gap : picture_over(block) ? caption_gap : paragraph_gap;
        const int gap = is_hidden(block) ? 0 : static_cast<int>(pen_.grid().r_px * wide);
        return gap + (is_title(article_.blocks[block - 1].kind) ? quiet_height() : 0);
    }

    [[nodiscard]] std::u32string byline() const {
        std::u32string byline = article_.source;
        if (article_.date) {
            if (!byline.empty()) byline += U"　";
            byline += app::shown_date(*article_.date, words(state_));
        }
        return byline;
    }
    /// What stands quietly under the title: the byline, and that the article may be out of date.
    [[nodiscard]] std::vector<std::u32string> quiet_lines() const {
        std::vector<std::u32string> lines;
        for (auto& line : pen_.lines(byline(), pen_.grid().byline(), content_.width, 3))
            lines.push_back(std::move(line));
        const std::u32string warning = app::outdated(article_, state_.today, words(state_));
        for (auto& line : pen_.lines(warning, pen_.grid().byline(), content_.width, 4))
            lines.push_back(std::move(line));
        return lines;
    }
    [[nodiscard]] int quiet_pitch() const { return pen_.grid().byline().size_px * 3 / 2; }
    [[nodiscard]] int quiet_height() const { return static_cast<int>(quiet_.size()) * quiet_pitch(); }

    /// Where the middle of the first line stands highest, its letters whole.
    [[nodiscard]] int head_y() const {
        const scene::FontMetrics metrics = measure_.metrics(style_of(0));
        return content_.y + std::max(offset_of({0, 0}), metrics.ascent_px - metrics.capital_px / 2);
    }

    [[nodiscard]] bool fits(int middle_y, scene::TextStyle style) const {
        const scene::FontMetrics metrics = measure_.metrics(style);
        const int baseline = middle_y + metrics.capital_px / 2;
        return baseline - metrics.ascent_px >= content_.y && baseline + metrics.descent_px <= content_.bottom();
    }

    void draw_block(std::size_t block, int top) {
        if (const auto picture = picture_of(block); picture && !is_hidden(block))
            pictures_.push_back({block, {content_.x, top, picture->width_px, picture->height_px}});
        if (is_boxed(block)) pictures_.push_back({block, {content_.x, top, content_.width, height_of(block)}});
        const auto& lines = lines_of(block);
        const scene::TextStyle style = style_of(block);
        const int flow = pen_.new_flow();
        bool whole = true;
        for (std::size_t line = 0; line < lines.size(); ++line) {
            const int middle_y = top + offset_of({block, line});
            if (fits(middle_y, style)) {
                if (line == 0) draw_dot(block, style, middle_y);
                if (read_ == At{block, line}) underline(middle_y, style);
                draw_line(block, lines[line], style, middle_y, flow);
            } else {
                whole = false;
            }
        }
        if (!is_title(article_.blocks[block].kind)) return;
        title_is_whole_ = whole;
        const scene::TextStyle note = pen_.grid().byline();
        int middle_y = top + height_of(block) + quiet_pitch() * 2 / 3;
        for (const std::u32string& line : quiet_) {
            if (fits(middle_y, note)) pen_.line(line, note, pen_.theme().second_ink, content_.x, middle_y);
            middle_y += quiet_pitch();
        }
    }

    /// The focus in the article, as long as it is on the page: beside all lines of the sentence that is read, and
    /// beside a picture that is told of. Where the focus is elsewhere a thin line stands there.
    void draw_side_bar() {
        if (!read_top_) return;
        pen_.keep_clear({content_.x, *read_top_, content_.width, read_bottom_ - *read_top_});
        if (lit_) pen_.keep_clear(*lit_);
        if (!has_ring(state_)) {
            pen_.side_bar(content_.x, *read_top_, read_bottom_);
        } else {  // a thin line: colour is not to be the only sign of what is read
            const Grid& grid = pen_.grid();
            pen_.fill({content_.x - 2 * grid.ring_off_px - grid.stroke_px, *read_top_, grid.stroke_px,
                       read_bottom_ - *read_top_},
                      pen_.theme().second_ink);
        }
    }

    /// Pictures stand on the page though they are not wholly on it, and are cut by its edges.
    void draw_pictures() {
        const Grid& grid = pen_.grid();
        std::erase_if(pictures_, [&](const Drawn& drawn) { return !drawn.rect.overlaps(content_); });
        if (pictures_.empty()) return;
        pen_.layer({0, content_.y, grid.viewport.width_px, content_.height});
        for (const auto& [block, rect] : pictures_) {
            if (is_boxed(block)) {
                pen_.outline(rect, pen_.theme().edge, grid.radius_px, grid.stroke_px);
                continue;
            }
            const std::size_t number = *article_.blocks[block].picture;
            const auto made = open_.pictures.find(number);
            pen_.picture(rect, number, made == open_.pictures.end() ? nullptr : made->second);
            const bool touched = add_target(block, rect);
            if (is_lit(block)) {
                const int top = std::max(rect.y, content_.y);
                read_top_ = std::min(read_top_.value_or(top), top);
                read_bottom_ = std::max(read_bottom_, std::min(rect.bottom(), content_.bottom()));
            }
            if (touched || is_lit(block)) {
                const int out = grid.ring_px;
                pen_.outline({rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out},
                             pen_.theme().accent, out, out);
            }
        }
        pen_.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    }

    /// A touch on a picture reads from its first sentence, or from what follows one that has none. Returns whether a
    /// finger is on it.
    bool add_target(std::size_t block, const scene::Rect& rect) {
        const text::Place own{block, 0};
        const auto place = is_unsaid(block) ? text::next_sentence(article_, own) : own;
        if (!place) return false;
        const TextRange sentence = text::range_of(article_, *place);
        const int top = std::max(rect.y, content_.y);
        const int height = std::min(rect.bottom(), content_.bottom()) - top;
        if (height <= 0) return false;
        pen_.target({rect.x, top, rect.width, height},
                    std::u32string_view(article_.text).substr(sentence.begin, sentence.size()),
                    SentenceAt{sentence.begin});
        const auto* touched = state_.held ? std::get_if<SentenceAt>(&*state_.held) : nullptr;
        return touched && sentence.contains(touched->offset);
    }

    /// What comes within a page is made before it comes.
    void look_ahead(At at, int y) {
        for (std::size_t block = at.block; block < article_.blocks.size() && y < content_.bottom() + content_.height;
             ++block) {
            if (block != at.block) y += lead(block);
            const auto picture = picture_of(block);
            if (picture && y >= content_.bottom()) pen_.wish(*picture);
            y += height_of(block);
        }
    }

    /// The dot of a list's item; items that bear a number of their own have no other.
    void draw_dot(std::size_t block, scene::TextStyle style, int middle_y) {
        const text::Block& it = article_.blocks[block];
        if (it.kind != text::BlockKind::list_item || it.continues || is_digit(article_.text[it.range.begin])) return;
        const int size = style.size_px / 4;
        pen_.fill({content_.x + style.size_px / 3, middle_y - size / 2, size, size}, pen_.theme().second_ink, size / 2);
    }

    /// Each part of a sentence that stands on a line can be touched.
    void add_targets(std::size_t block, const scene::Line& line, TextRange range, int left, int middle_y) {
        const int height = pitch_of(block);
        const auto* touched = state_.held ? std::get_if<SentenceAt>(&*state_.held) : nullptr;
        for (const TextRange& sentence : lines_.sentences_of(block)) {
            const TextRange part{std::max(sentence.begin, range.begin), std::min(sentence.end, range.end)};
            if (part.begin >= part.end) continue;
            const Span x = x_of(line, range, part, left);
            // Between very large lines there is much room, and none of it is the bar's.
            const int air = pen_.grid().gap_px / 2;
            const int top = std::max(middle_y - height / 2, content_.y - air);
            const int bottom = std::min(middle_y - height / 2 + height, content_.bottom() + air);
            const scene::Rect rect{x.left, top, x.right - x.left, bottom - top};
            if (rect.y < highest_target_y(state_, pen_.grid())) continue;
            if (touched && sentence.contains(touched->offset))
                pen_.outline(rect, pen_.theme().accent, pen_.grid().radius_px, pen_.grid().stroke_px);
            pen_.target(rect, std::u32string_view(article_.text).substr(sentence.begin, sentence.size()),
                        SentenceAt{part.begin});
        }
    }

    void draw_line(std::size_t block, const scene::Line& line, scene::TextStyle style, int middle_y, int flow) {
        const TextRange range{article_.blocks[block].range.begin + line.range.begin,
                              article_.blocks[block].range.begin + line.range.end};
        const auto within = [&](TextRange other) {
            const std::size_t begin = std::clamp(other.begin, range.begin, range.end);
            return TextRange{begin, std::clamp(other.end, begin, range.end)};
        };
        const TextRange lit = is_read() ? within(open_.sentence) : TextRange{range.end, range.end};
        const int left = content_.x + block_indent(pen_.grid(), article_.blocks[block].kind);
        if (!lit.empty()) {
            box(x_of(line, range, lit, left), middle_y, style, pen_.theme().sentence_lit, 0);
            const int half = style.size_px * 27 / 40;
            read_top_ = std::min(read_top_.value_or(middle_y - half), middle_y - half);
            read_bottom_ = std::max(read_bottom_, middle_y + half);
        }
        const TextRange word = is_read() && open_.word ? within(*open_.word) : TextRange{lit.end, lit.end};
        if (!word.empty()) light(x_of(line, range, word, left), middle_y, style);
        const bool dims = is_read() && state_.settings[app::Setting::dimming] == 0 &&
                          !is_title(article_.blocks[block].kind);  // it says what all of this is
        const scene::Color rest = dims ? pen_.theme().dimmed : pen_.theme().ink;
        const auto part = [&](TextRange of, scene::Color color) {
            if (of.empty()) return;
            pen_.run(std::u32string_view(article_.text).substr(of.begin, of.size()), style, color,
                     x_of(line, range, of, left).left, middle_y, flow);
        };
        part({range.begin, lit.begin}, rest);
        part({lit.begin, word.begin}, pen_.theme().ink);
        part(word, pen_.theme().on_word);
        part({word.end, lit.end}, pen_.theme().ink);
        part({lit.end, range.end}, rest);
        add_targets(block, line, range, left, middle_y);
    }

    [[nodiscard]] bool is_read() const {
        return open_.reading == app::Reading::playing || open_.reading == app::Reading::paused;
    }

    /// The reading line: as wide as the content, between this line's boxes and those of the next.
    void underline(int middle_y, scene::TextStyle style) {
        const int stroke = std::max(3, style.size_px / 16);
        pen_.fill({content_.x, middle_y + style.size_px * 3 / 4 - stroke / 2, content_.width, stroke},
                  pen_.theme().accent);
    }

    struct Span {
        int left = 0;
        int right = 0;
    };
    [[nodiscard]] static Span x_of(const scene::Line& line, TextRange whole, TextRange part, int left) {
        return {left + line.edges_px[part.begin - whole.begin], left + line.edges_px[part.end - whole.begin]};
    }

    void box(Span x, int middle_y, scene::TextStyle style, scene::Color color, int radius_px) {
        const int height = style.size_px * 27 / 20;
        pen_.fill({x.left, middle_y - height / 2, x.right - x.left, height}, color, radius_px);
    }

    /// The word being heard: a box of its own shape and a line in it, so that colour is not the only sign.
    void light(Span x, int middle_y, scene::TextStyle style) {
        const int height = style.size_px * 27 / 20;
        const int stroke = std::max(2, style.size_px / 12);
        const Span wide{x.left - stroke / 2, x.right + stroke / 2};
        box(wide, middle_y, style, pen_.theme().word_lit, style.size_px / 8);
        lit_ = scene::Rect{wide.left, middle_y - height / 2, wide.right - wide.left, height};
        pen_.fill({wide.left + style.size_px / 8, middle_y + height / 2 - stroke,
                   wide.right - wide.left - style.size_px / 4, stroke},
                  pen_.theme().on_word);
    }

    Pen& pen_;
    const app::State& state_;
    const app::OpenArticle& open_;
    const text::Article& article_;
    Lines& lines_;
    const scene::TextMeasure& measure_;
    scene::Rect content_;
    std::vector<std::u32string> quiet_;  // under the title
    std::vector<Drawn> pictures_;        // that the page has met while it was drawn
    std::optional<At> read_;             // the line that the reading line stands under
    std::optional<int> read_top_;        // of the lines on the page that the sentence being read has a part of
    int read_bottom_ = 0;
    std::optional<scene::Rect> lit_;  // of the word being heard, where it is on the page
    bool title_is_whole_ = false;
};

/// How far off its place the page is now, and from now on when the line has changed.
int glide_offset(Glide& glide, const app::State& state, const Grid& grid, const Page& page, Page::At at, int y_px) {
    const text::Article* article = state.open->article.get();
    const auto remaining = [&] {
        const double t = std::clamp(static_cast<double>(state.now_ms - glide.began_ms) / glide_ms, 0.0, 1.0);
        const double eased = 1 - (1 - t) * (1 - t) * (1 - t);
        return glide.from_px * (1 - eased);
    };
    const bool same_page = glide.article == article && glide.viewport == grid.viewport && glide.r_px == grid.r_px;
    const bool still = state.settings[app::Setting::motion] == 1;
    if (!same_page || still) {
        glide = {article, grid.viewport, grid.r_px, at.block, at.line, y_px, 0, state.now_ms};
    } else if (glide.block != at.block || glide.line != at.line || glide.y_px != y_px ||
               glide.began_ms == Glide::not_yet) {
        const auto moved = page.distance({glide.block, glide.line}, at);
        const double from = moved ? glide.y_px + *moved - y_px + remaining() : 0;
        glide = {article, grid.viewport, grid.r_px, at.block, at.line, y_px, from, state.now_ms};
    }
    return static_cast<int>(std::lround(remaining()));
}

void draw_band(Pen& pen, const app::State& state, bool title_is_shown) {
    const Grid& grid = pen.grid();
    const int middle_y = grid.band.y + grid.band.height / 2;
    const app::OpenArticle& open = *state.open;
    int right = draw_sound_lost(pen, state);
    if (open.article && right == grid.band.right()) {
        const auto text = app::minutes_left(app::minutes_to_go(state), words(state));
        if (open.reading != app::Reading::ended)
            right = pen.line(text, grid.label(), pen.theme().second_ink, right, middle_y, Align::right).x;
    }
    const library::Subject* subject = app::is_listed(state) ? app::subject_of(state) : nullptr;
    const std::u32string& title = open.article && !title_is_shown ? open.article->title : std::u32string();
    const int room = right - grid.band.x - grid.gap_px;
    const bool title_fits = !title.empty() && pen.width(title, grid.label()) < room;
    const std::u32string name = title_fits ? title
                                : subject  ? std::u32string(app::subject_name(*subject, state))
                                           : std::u32string();
    for (const std::u32string& line : pen.lines(name, grid.label(), room, 1))
        pen.line(line, grid.label(), pen.theme().second_ink, grid.band.x, middle_y);
}

void draw_progress(Pen& pen, const app::State& state) {
    const app::OpenArticle& open = *state.open;
    if (!open.article || open.article->text.empty()) return;
    const Grid& grid = pen.grid();
    constexpr double thickest_mm = 2;  // a line, however large the type
    const int height = std::max(4, std::min(grid.ring_px, static_cast<int>(thickest_mm * grid.viewport.px_per_mm)));
    const double part = static_cast<double>(heard_of(open)) / static_cast<double>(open.article->text.size());
    pen.fill({0, grid.foot_y() - height + grid.stroke_px, static_cast<int>(grid.viewport.width_px * part), height},
             pen.theme().accent);
}

}  // namespace

int block_indent(const Grid& grid, text::BlockKind kind) {
    if (kind == text::BlockKind::picture) return grid.r_px / 2;
    return kind == text::BlockKind::list_item ? grid.r_px : 0;
}

scene::TextStyle block_style(const Grid& grid, text::BlockKind kind) {
    switch (kind) {
        case text::BlockKind::title:
            return grid.article_title();
        case text::BlockKind::heading:
            return grid.article_heading();
        case text::BlockKind::caption:
        case text::BlockKind::note:
            return grid.article_note();
        default:
            return grid.reading();
    }
}

void draw_article(Pen& pen, const app::State& state, Lines& lines, Glide& glide, const scene::TextMeasure& measure) {
    const Grid& grid = pen.grid();
    scene::Rect content = grid.column;
    bool title_is_shown = false;
    if (state.open->article && state.open->reading == app::Reading::ended) {
        draw_ending(pen, state);
        title_is_shown = true;
    } else if (state.open->article) {
        const bool lens = app::shows_lens(state.settings);
        if (lens) content = above_lens(grid);
        Page page(pen, state, lines, measure, content);
        const text::BlockKind kind = state.open->article->blocks[state.open->place.block].kind;
        const int pitch_px = pitch(grid, block_style(grid, kind), kind);
        const int rest_y = lens ? content.y + content.height * 55 / 100 : reading_y(grid, content, pitch_px);
        const Page::At at = page.reading(rest_y);
        if (const auto& scroll = state.open->scroll) {
            const Page::At line = page.scrolled();
            const int middle_y = page.within_ends(line, scroll->line_y_px, rest_y);
            page.draw(line, middle_y);
            const auto off = static_cast<double>(middle_y - rest_y);
            glide = {state.open->article.get(),
                     grid.viewport,
                     grid.r_px,
                     line.block,
                     line.line,
                     rest_y,
                     off,
                     Glide::not_yet};
        } else {
            const int y = page.resting(at, rest_y);
            page.draw(at, y + glide_offset(glide, state, grid, page, at, y));
        }
        title_is_shown = page.title_is_whole();
        if (lens) draw_lens(pen, state, measure);
    } else {
        pen.line(words(state)[Phrase::opening], grid.title(), pen.theme().second_ink, grid.content.x,
                 content.y + content.height / 2);
    }
    draw_band(pen, state, title_is_shown);
    draw_bar(pen, state);
    draw_progress(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
