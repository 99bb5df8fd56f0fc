#include "kiosk/platform/pictures/resample.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <numeric>
#include <utility>
#include <vector>

namespace tingdu::platform {
namespace {

constexpr std::uint32_t one = 1U << 14U;

/// Which old pixels a new one is made of, and how much of each; together they are `one`.
struct Share {
    int first{};
    std::vector<std::uint32_t> weights;
};

/// A triangle over each new pixel, which reaches as far as its neighbours' middles, or those of old pixels where these
/// are larger. Places are counted in 2 * `to` parts of an old pixel, so that all of them are whole.
std::vector<Share> shares(int from, int to) {
    const std::int64_t unit = std::int64_t{2} * to;
    const std::int64_t reach = std::int64_t{2} * std::max(from, to);
    std::vector<Share> all(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        const std::int64_t middle = (std::int64_t{2} * i + 1) * from - to;
        const std::int64_t first = std::max<std::int64_t>(0, (middle - reach + unit) / unit);
        const std::int64_t last = std::min<std::int64_t>(from - 1, (middle + reach) / unit);
        std::vector<std::int64_t> parts;
        for (std::int64_t j = first; j <= last; ++j)
            parts.push_back(std::max<std::int64_t>(0, reach - std::abs(j * unit - middle)));
        const std::int64_t sum = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
        Share& share = all[static_cast<std::size_t>(i)];
        share.first = static_cast<int>(first);
        std::uint32_t left = one;
        for (const std::int64_t part : parts) {
            share.weights.push_back(std::min(left, static_cast<std::uint32_t>((part * one + sum / 2) / sum)));
            left -= share.weights.back();
        }
        share.weights[share.weights.size() / 2] += left;
    }
    return all;
}

using Channels = std::vector<std::uint16_t>;  // three a pixel, 64 times finer than a byte
constexpr std::uint32_t finer = 64;

void lay_on_white(const std::uint32_t* pixels, std::vector<std::array<std::uint8_t, 3>>& opaque) {
    for (std::size_t x = 0; x < opaque.size(); ++x) {
        const std::uint32_t alpha = pixels[x] >> 24U;  // nearly always 255
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const std::uint32_t value = (pixels[x] >> (16U - 8U * static_cast<unsigned>(channel))) & 0xFFU;
            opaque[x][channel] =
                static_cast<std::uint8_t>(alpha == 255 ? value : (value * alpha + 255U * (255U - alpha) + 127U) / 255U);
        }
    }
}

void add_across(const std::vector<std::array<std::uint8_t, 3>>& row, const std::vector<Share>& across, Channels& out) {
    for (std::size_t x = 0; x < across.size(); ++x) {
        std::array<std::uint32_t, 3> sums{};
        const auto* pixel = &row[static_cast<std::size_t>(across[x].first)];
        for (const std::uint32_t weight : across[x].weights) {
            for (std::size_t channel = 0; channel < 3; ++channel) sums[channel] += (*pixel)[channel] * weight;
            ++pixel;
        }
        for (std::size_t channel = 0; channel < 3; ++channel)
            out[x * 3 + channel] = static_cast<std::uint16_t>(sums[channel] / (one / finer));
    }
}

}  // namespace

Bitmap resampled(const StoredPixels& stored, int width_px, int height_px) {
    Bitmap made{width_px, height_px, {}};
    made.pixels.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    const std::vector<Share> across = shares(stored.width_px, width_px);
    const std::vector<Share> down = shares(stored.height_px, height_px);
    std::vector<std::array<std::uint8_t, 3>> opaque(static_cast<std::size_t>(stored.width_px));
    const auto row = [&](int y) { return stored.pixels.data() + std::ptrdiff_t{y} * stored.width_px; };
    std::deque<Channels> kept;  // old rows at the new width, from `first_kept` on
    int first_kept = 0;
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(width_px) * 3);
    for (int y = 0; y < height_px; ++y) {
        const Share& share = down[static_cast<std::size_t>(y)];
        const int end = share.first + static_cast<int>(share.weights.size());
        while (first_kept + static_cast<int>(kept.size()) < end) {
            Channels fresh(sums.size());
            lay_on_white(row(first_kept + static_cast<int>(kept.size())), opaque);
            add_across(opaque, across, fresh);
            kept.push_back(std::move(fresh));
        }
        for (; first_kept < share.first; ++first_kept) kept.pop_front();
        std::ranges::fill(sums, one * finer / 2);
        for (std::size_t i = 0; i < share.weights.size(); ++i)
            for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += kept[i][x] * share.weights[i];
        std::uint32_t* out = made.row(y);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width_px); ++x) {
            const auto channel = [&](std::size_t which) {
                return std::min<std::uint32_t>(255, sums[x * 3 + which] / (one * finer));
            };
            out[x] = 0xFF000000U | (channel(0) << 16U) | (channel(1) << 8U) | channel(2);
        }
    }
    return made;
}

Bitmap upright(Bitmap stored, int orientation) {
    if (orientation <= 1 || orientation > 8) return stored;
    const bool on_its_side = orientation >= 5;
    Bitmap turned{
        on_its_side ? stored.height_px : stored.width_px, on_its_side ? stored.width_px : stored.height_px, {}};
    turned.pixels.resize(stored.pixels.size());
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < turned.height_px; ++y)
        for (int x = 0; x < turned.width_px; ++x) {
            const int across = on_its_side ? y : x;
            const int down = on_its_side ? x : y;
            const int from_x = from_right ? stored.width_px - 1 - across : across;
            const int from_y = from_below ? stored.height_px - 1 - down : down;
            turned.row(y)[x] = stored.row(from_y)[from_x];
        }
    return turned;
}

}  // namespace tingdu::platform
