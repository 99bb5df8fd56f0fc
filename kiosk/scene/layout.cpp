#include "kiosk/scene/layout.h"

#include <algorithm>
#include <array>

#include "kiosk/scene/atoms.h"
#include "kiosk/scene/breaks.h"

namespace tingdu::scene {
namespace {

/// Left edges of all code points and the right end. An atom is measured whole, since its letters are kerned; inside
/// it the edges stand where its letters' own widths would put them.
std::vector<int> edges(std::u32string_view text, TextStyle style, const TextMeasure& measure,
                       std::span<const int> least_px) {
    std::vector<int> result;
    result.reserve(text.size() + 1);
    int x = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = atom_end(text, begin);
        const auto atom = text.substr(begin, end - begin);
        int width_px = measure.width_px(atom, style);
        if (begin < least_px.size()) width_px = std::max(width_px, least_px[begin]);
        result.push_back(x);
        if (atom.size() > 1) {
            std::vector<int> parts;
            int sum = 0;
            for (std::size_t i = 0; i < atom.size(); ++i)
                parts.push_back(sum += is_invisible(atom[i]) ? 0 : measure.width_px(atom.substr(i, 1), style));
            for (std::size_t i = 0; i + 1 < atom.size(); ++i)
                result.push_back(x + (sum > 0 ? static_cast<int>(std::int64_t{width_px} * parts[i] / sum) : 0));
        }
        x += width_px;
        begin = end;
    }
    result.push_back(x);
    return result;
}

class Setter {
  public:
    Setter(std::u32string_view text, TextStyle style, int width_px, const TextMeasure& measure, const Wishes& wishes)
        : text_{text},
          style_{style},
          measure_{measure},
          wishes_{wishes},
          limit_px_{std::min(width_px, longest_line_hanzi * style.size_px)},
          breaks_{breaks(text)},
          edges_px_{edges(text, style, measure, wishes.least_px)} {
        for (const TextRange word : wishes.words)
            for (std::size_t i = word.begin + 1; i < std::min(word.end, text.size()); ++i)
                if (breaks_[i] == Break::free) breaks_[i] = Break::inside_date;
    }

    std::vector<Line> lines() {
        std::vector<Line> result;
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end = line_end(begin);
            if (const TextRange seen{begin, visible_end(begin, end)}; !seen.empty()) result.push_back(line(seen));
            begin = end;
        }
        return result;
    }

  private:
    [[nodiscard]] std::size_t visible_end(std::size_t begin, std::size_t end) const {
        while (end > begin && is_space(text_[end - 1])) --end;
        return end;
    }

    /// The last place, of the best kind there is, at which the line still fits.
    [[nodiscard]] std::size_t line_end(std::size_t begin) const {
        std::array<std::size_t, static_cast<std::size_t>(Break::never)> last{};
        for (std::size_t i = begin + 1; i <= text_.size(); ++i) {
            const Break kind = breaks_[i];
            if (edges_px_[visible_end(begin, i)] - edges_px_[begin] > limit_px_) break;
            if (kind == Break::must) return i;
            if (kind != Break::never) last[static_cast<std::size_t>(kind)] = i;
        }
        for (const std::size_t place : last)
            if (place > begin) return place;
        std::size_t i = begin + 1;  // one character that is wider than the line
        while (breaks_[i] == Break::never) ++i;
        return i;
    }

    [[nodiscard]] Line line(TextRange range) const {
        const auto least_px = wishes_.least_px.subspan(std::min(range.begin, wishes_.least_px.size()));
        return {range, edges(text_.substr(range.begin, range.size()), style_, measure_, least_px)};
    }

    std::u32string_view text_;
    TextStyle style_;
    const TextMeasure& measure_;
    const Wishes& wishes_;
    int limit_px_;
    std::vector<Break> breaks_;
    std::vector<int> edges_px_;
};

}  // namespace

std::vector<Line> lay_out(std::u32string_view text, TextStyle style, int width_px, const TextMeasure& measure,
                          const Wishes& wishes) {
    if (text.empty()) return {};
    return Setter{text, style, width_px, measure, wishes}.lines();
}

}  // namespace tingdu::scene
