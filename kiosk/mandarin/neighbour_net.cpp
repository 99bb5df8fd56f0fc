// The layout of the section, little-endian, every part padded to four bytes:
//   u32 number of neighbours known, of characters, of classes
//   f32 what one step of a weighted input, of a bias and of an output is worth; u32 the input that says one
//   u32 code points of the neighbours, sorted
//   i8 × width for each of them
//   i16 × padded inputs for each hidden number: first the neighbours' vectors, then the cuts
//   i8 × hidden for each character, added to what its neighbours give
//   i8 × hidden for each class
#include "kiosk/mandarin/neighbour_net.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "kiosk/mandarin/padded.h"

namespace tingdu::mandarin {
namespace {

constexpr std::size_t head_size = 7 * 4;

template <class T>
T value_at(std::span<const std::byte> bytes, std::size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

}  // namespace

std::optional<NeighbourNet> NeighbourNet::over(std::span<const std::byte> bytes, std::size_t characters,
                                               std::size_t classes) {
    static_assert(inputs <= padded_inputs);
    if (bytes.size() < head_size) return std::nullopt;
    NeighbourNet net(bytes);
    net.hanzi_count_ = value_at<std::uint32_t>(bytes, 0);
    if (value_at<std::uint32_t>(bytes, 4) != characters || value_at<std::uint32_t>(bytes, 8) != classes)
        return std::nullopt;
    net.input_unit_ = value_at<float>(bytes, 12);
    net.bias_unit_ = value_at<float>(bytes, 16);
    net.output_unit_ = value_at<float>(bytes, 20);
    const auto one = value_at<std::uint32_t>(bytes, 24);
    for (const float unit : {net.input_unit_, net.bias_unit_, net.output_unit_})
        if (!(unit >= 0 && unit < 1)) return std::nullopt;
    if (one > 127) return std::nullopt;
    net.one_ = static_cast<std::int16_t>(one);
    net.vectors_at_ = head_size + 4 * net.hanzi_count_;
    net.weights_at_ = net.vectors_at_ + width * net.hanzi_count_;
    net.biases_at_ = net.weights_at_ + 2 * hidden * padded_inputs;
    net.outputs_at_ = net.biases_at_ + hidden * characters;
    if (padded(net.outputs_at_ + hidden * classes) != bytes.size()) return std::nullopt;
    return net;
}

std::optional<std::size_t> NeighbourNet::find(char32_t hanzi) const {
    std::size_t low = 0;
    for (std::size_t high = hanzi_count_; low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (value_at<std::uint32_t>(bytes_, head_size + 4 * middle) < hanzi) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == hanzi_count_ || value_at<std::uint32_t>(bytes_, head_size + 4 * low) != hanzi) return std::nullopt;
    return low;
}

NeighbourNet::Hidden NeighbourNet::look(std::size_t character, const Neighbours& neighbours) const {
    // Whole numbers of 16 bits, multiplied eight at a time by any processor of 64 bits.
    alignas(16) std::array<std::int16_t, padded_inputs> input{};
    for (std::size_t i = 0; i < Neighbours::count; ++i) {
        if (const auto known = find(neighbours.hanzi[i])) {
            const std::byte* vector = bytes_.data() + vectors_at_ + width * *known;
            for (std::size_t n = 0; n < width; ++n) input[width * i + n] = static_cast<std::int8_t>(vector[n]);
        }
        input[width * Neighbours::count + i] = neighbours.is_cut[i] ? one_ : std::int16_t{0};
    }
    Hidden seen{};
    for (std::size_t j = 0; j < hidden; ++j) {
        alignas(16) std::array<std::int16_t, padded_inputs> weight;
        std::memcpy(weight.data(), bytes_.data() + weights_at_ + 2 * padded_inputs * j, sizeof weight);
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < padded_inputs; ++i) sum += input[i] * weight[i];
        const auto bias = static_cast<std::int8_t>(bytes_[biases_at_ + hidden * character + j]);
        seen[j] = std::max(0.F, input_unit_ * static_cast<float>(sum) + bias_unit_ * static_cast<float>(bias));
    }
    return seen;
}

int NeighbourNet::score(std::size_t one_class, const Hidden& seen) const {
    const std::byte* outputs = bytes_.data() + outputs_at_ + hidden * one_class;
    float sum = 0;
    for (std::size_t j = 0; j < hidden; ++j) sum += seen[j] * static_cast<float>(static_cast<std::int8_t>(outputs[j]));
    constexpr float most = 1e6F;  // far more than any net gives that was not damaged
    return static_cast<int>(std::lround(std::clamp(output_unit_ * sum, -most, most)));
}

}  // namespace tingdu::mandarin
