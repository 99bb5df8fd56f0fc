#include "voices/mandarin/neighbour_learner.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace tingdu::mandarin {
namespace {

constexpr std::size_t width = NeighbourNet::width;
constexpr std::size_t hidden = NeighbourNet::hidden;
constexpr std::size_t inputs = NeighbourNet::inputs;
constexpr std::size_t batch = 32;  // a multiple of four

// From plain text.
constexpr int text_passes = 6;
constexpr std::size_t strangers = 64;         // characters that do not stand there, drawn for each batch …
constexpr float strangers_worth = 10.F / 64;  // … which count as ten
constexpr double common = 3e-4;               // characters more common than this are looked at less often
constexpr float text_forgetting = 0.1F;
// From readings.
constexpr int passes = 12;
constexpr float forgetting = 0.4F;  // of neighbours, one by one
constexpr float dropout = 0.5F;
constexpr float lexicon_share = 0.1F;  // of what the lexicon gives, drawn anew in each pass and worth the more
constexpr float lexicon_decay = 0.02F;
// A step of a batch is the sum of its examples by this.
constexpr float batch_share = 1.F / 8;

using Random = std::mt19937;

/// Adam (Kingma and Ba 2015), with its customary constants.
class Dense {
  public:
    Dense(std::size_t size, float spread, Random& chance) : weights(size), slopes(size), mean_(size), square_(size) {
        std::normal_distribution<float> normal(0, spread);
        for (float& weight : weights) weight = normal(chance);
    }
    void step(float rate) {
        ++steps_;
        rate *= std::sqrt(1 - std::pow(0.999F, steps_)) / (1 - std::pow(0.9F, steps_));
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const float slope = batch_share * slopes[i];
            mean_[i] = 0.9F * mean_[i] + 0.1F * slope;
            square_[i] = 0.999F * square_[i] + 0.001F * slope * slope;
            weights[i] -= rate * mean_[i] / (std::sqrt(square_[i]) + 1e-8F);
            slopes[i] = 0;
        }
    }
    void forget_steps() {
        std::ranges::fill(mean_, 0.F);
        std::ranges::fill(square_, 0.F);
        steps_ = 0;
    }

    std::vector<float> weights;
    std::vector<float> slopes;

  private:
    std::vector<float> mean_;
    std::vector<float> square_;
    float steps_ = 0;
};

/// Rows of which an example touches few; AdaGrad, a row at a time.
class Rows {
  public:
    Rows(std::size_t rows, std::size_t length, float spread, Random& chance)
        : weights(rows * length), length_(length), square_(rows, 0.1F) {
        std::uniform_real_distribution<float> even(-spread, spread);
        if (spread > 0)
            for (float& weight : weights) weight = even(chance);
    }
    [[nodiscard]] const float* row(std::size_t n) const { return &weights[n * length_]; }
    void step(std::size_t n, const float* slope, float rate, float decay = 0) {
        float square = 0;
        for (std::size_t i = 0; i < length_; ++i) square += slope[i] * slope[i];
        square_[n] += square / static_cast<float>(length_);
        const float step = rate / std::sqrt(square_[n]);
        float* weight = &weights[n * length_];
        for (std::size_t i = 0; i < length_; ++i) weight[i] -= step * slope[i] + rate * decay * weight[i];
    }
    void forget_steps() { std::ranges::fill(square_, 1.F); }

    std::vector<float> weights;

  private:
    std::size_t length_;
    std::vector<float> square_;
};

/// The sum of weights over passes.
void add_to(std::vector<float>& sum, const std::vector<float>& weights, float share) {
    sum.resize(weights.size(), 0);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += share * weights[i];
}

class Learner {
  public:
    Learner(Syllabus syllabus, unsigned seed)
        : syllabus_(syllabus),
          chance_(seed),
          vectors_(syllabus.signs, width, 0.5F, chance_),
          inner_((inputs + 1) * hidden, std::sqrt(2.F / static_cast<float>(inputs)), chance_),
          input_(batch * inputs),
          input_slope_(batch * inputs),
          seen_(batch * hidden),
          seen_slope_(batch * hidden) {
        std::fill_n(inner_.weights.begin() + inputs * hidden, hidden, 0.F);
    }

    void read(std::span<const Window* const> text) {
        std::vector<const Window*> order(text.begin(), text.end());
        std::vector<double> often(syllabus_.signs, 0);
        for (const Window* window : text) often[window->middle] += 1;
        std::vector<double> drawn(often);
        for (double& one : drawn) one = std::pow(one, 0.75);
        std::discrete_distribution<std::size_t> draw(drawn.begin(), drawn.end());
        Rows guesses(syllabus_.signs, hidden, 0, chance_);
        std::vector<const Window*> together;
        for (int pass = 0; pass < text_passes; ++pass) {
            std::ranges::shuffle(order, chance_);
            for (std::size_t done = 0; done < order.size(); ++done) {
                const double rarity = common * static_cast<double>(text.size()) / often[order[done]->middle];
                if (even(1) > std::sqrt(rarity) + rarity) continue;
                together.push_back(order[done]);
                if (together.size() < batch) continue;
                const float left = 1 - (static_cast<float>(pass) + static_cast<float>(done) /
                                        static_cast<float>(order.size())) / text_passes;
                guess(together, guesses, draw, 0.01F + 0.1F * left);
                inner_.step(0.0002F + 0.002F * left);
                together.clear();
            }
        }
        vectors_.forget_steps();
        inner_.forget_steps();
    }

    NetWeights study(std::vector<Lecture> lectures) {
        Rows biases(syllabus_.characters, hidden, 0, chance_);
        Rows outputs(syllabus_.classes, hidden, 0.05F, chance_);
        Rows habit(syllabus_.classes, 1, 0, chance_);
        Rows lexicon(2 * syllabus_.classes * ReadingModel::most_classes, 1, 0, chance_);
        lexicon.forget_steps();
        std::array<float, ReadingModel::agreements> agreement{1, 2, 2, 2, 1, 0, 0};
        std::array<float, ReadingModel::agreements> agreement_square{};
        agreement_square.fill(1);
        NetWeights mean;
        std::vector<std::pair<const Lecture*, float>> together;
        std::array<float, batch * hidden> mask{};
        std::array<float, ReadingModel::most_classes> odds{};
        std::array<float, hidden> slope{};
        for (int pass = 0; pass < passes; ++pass) {
            std::ranges::shuffle(lectures, chance_);
            const float left = 1 - 0.9F * static_cast<float>(pass) / passes;
            const float rate = 0.05F * left;
            for (const Lecture& lecture : lectures) {
                const bool by_lexicon = lecture.worth < 1;
                if (by_lexicon && even(1) > lexicon_share) continue;
                together.emplace_back(&lecture, by_lexicon ? lecture.worth / lexicon_share : lecture.worth);
                if (together.size() < batch) continue;
                for (std::size_t n = 0; n < batch; ++n) put(n, *together[n].first->window, forgetting);
                forward();
                std::ranges::fill(seen_slope_, 0.F);
                for (std::size_t n = 0; n < batch; ++n) {
                    const auto& [one, worth] = together[n];
                    float* seen = &seen_[n * hidden];
                    float* back = &seen_slope_[n * hidden];
                    const float* bias = biases.row(one->character);
                    for (std::size_t j = 0; j < hidden; ++j) {
                        mask[n * hidden + j] = even(1) < dropout ? 0 : 1 / (1 - dropout);
                        seen[j] = std::max(0.F, seen[j] + bias[j]) * mask[n * hidden + j];
                    }
                    const std::size_t lexical_row =
                        one->lexical < 0 ? 0
                                         : NetWeights::lexicon_at(
                                               one->first_class + static_cast<std::size_t>(one->lexical), one->length);
                    for (std::size_t k = 0; k < one->classes; ++k) {
                        const float* output = outputs.row(one->first_class + k);
                        odds[k] = habit.weights[one->first_class + k];
                        if (one->lexical >= 0) odds[k] += lexicon.weights[lexical_row + k];
                        for (std::size_t j = 0; j < hidden; ++j) odds[k] += output[j] * seen[j];
                    }
                    each_agreement(*one, [&](std::size_t k, std::size_t who) { odds[k] += agreement[who]; });
                    const float top = *std::max_element(odds.begin(), odds.begin() + one->classes);
                    float total = 0;
                    for (std::size_t k = 0; k < one->classes; ++k) total += odds[k] = std::exp(odds[k] - top);
                    for (std::size_t k = 0; k < one->classes; ++k) {
                        odds[k] = worth * (odds[k] / total - (static_cast<int>(k) == one->reading ? 1.F : 0.F));
                        const float* output = outputs.row(one->first_class + k);
                        for (std::size_t j = 0; j < hidden; ++j) {
                            back[j] += odds[k] * output[j];
                            slope[j] = odds[k] * seen[j];
                        }
                        outputs.step(one->first_class + k, slope.data(), rate);
                        habit.step(one->first_class + k, &odds[k], rate);
                        if (one->lexical >= 0) lexicon.step(lexical_row + k, &odds[k], rate, lexicon_decay);
                    }
                    each_agreement(*one, [&](std::size_t k, std::size_t who) {
                        agreement_square[who] += odds[k] * odds[k];
                        agreement[who] -= rate * odds[k] / std::sqrt(agreement_square[who]);
                    });
                    for (std::size_t j = 0; j < hidden; ++j) back[j] = seen[j] > 0 ? back[j] * mask[n * hidden + j] : 0;
                    biases.step(one->character, back, rate);
                }
                backward();
                for (std::size_t n = 0; n < batch; ++n) learn_vectors(n, *together[n].first->window, rate);
                inner_.step(0.001F * left);
                together.clear();
            }
            if (pass < passes / 2) continue;
            constexpr float share = 1.F / (passes - passes / 2);
            add_to(mean.vectors, vectors_.weights, share);
            add_to(mean.inner, inner_.weights, share);
            add_to(mean.biases, biases.weights, share);
            add_to(mean.outputs, outputs.weights, share);
            add_to(mean.habit, habit.weights, share);
            add_to(mean.lexicon, lexicon.weights, share);
            for (std::size_t i = 0; i < agreement.size(); ++i) mean.agreement[i] += share * agreement[i];
        }
        return mean;
    }

  private:
    float even(float most) { return std::uniform_real_distribution<float>(0, most)(chance_); }

    static void each_agreement(const Lecture& one, const auto& tell) {
        const auto say = [&](int k, std::size_t who) {
            if (k >= 0) tell(static_cast<std::size_t>(k), who);
        };
        say(one.lexical, ReadingModel::lexical_agreement(one.length));
        say(one.by_rule, ReadingModel::rule_agreement);
        say(one.alone, ReadingModel::alone_agreement(one.length));
    }

    /// One window as the n-th of the batch; a forgotten neighbour is like one that was never seen.
    void put(std::size_t n, const Window& window, float forgotten) {
        float* input = &input_[n * inputs];
        for (std::size_t i = 0; i < Neighbours::count; ++i) {
            if (even(1) < forgotten) {
                std::fill_n(input + i * width, width, 0.F);
            } else {
                std::copy_n(vectors_.row(window.hanzi[i]), width, input + i * width);
            }
            input[Neighbours::count * width + i] = window.is_cut[i] ? 1.F : 0.F;
        }
    }

    // Four rows at a time, so that each weight is fetched a quarter as often.
    void forward() {
        const float* added = &inner_.weights[inputs * hidden];
        for (std::size_t n = 0; n < batch; n += 4) {
            float* const s = &seen_[n * hidden];
            for (std::size_t r = 0; r < 4; ++r) std::copy_n(added, hidden, s + r * hidden);
            for (std::size_t i = 0; i < inputs; ++i) {
                const float* const x = &input_[n * inputs + i];
                const float x0 = x[0];
                const float x1 = x[inputs];
                const float x2 = x[2 * inputs];
                const float x3 = x[3 * inputs];
                const float* __restrict w = &inner_.weights[i * hidden];
                for (std::size_t j = 0; j < hidden; ++j) {
                    s[j] += x0 * w[j];
                    s[hidden + j] += x1 * w[j];
                    s[2 * hidden + j] += x2 * w[j];
                    s[3 * hidden + j] += x3 * w[j];
                }
            }
        }
    }

    void backward() {
        float* const added = &inner_.slopes[inputs * hidden];
        for (std::size_t n = 0; n < batch; ++n)
            for (std::size_t j = 0; j < hidden; ++j) added[j] += seen_slope_[n * hidden + j];
        for (std::size_t n = 0; n < batch; n += 4) {
            const float* __restrict s = &seen_slope_[n * hidden];
            for (std::size_t i = 0; i < inputs; ++i) {
                const float* const x = &input_[n * inputs + i];
                const float* __restrict w = &inner_.weights[i * hidden];
                float* __restrict slope = &inner_.slopes[i * hidden];
                std::array<float, 4> back{};
                for (std::size_t j = 0; j < hidden; ++j) {
                    const float s0 = s[j];
                    const float s1 = s[hidden + j];
                    const float s2 = s[2 * hidden + j];
                    const float s3 = s[3 * hidden + j];
                    slope[j] += x[0] * s0 + x[inputs] * s1 + x[2 * inputs] * s2 + x[3 * inputs] * s3;
                    back[0] += w[j] * s0;
                    back[1] += w[j] * s1;
                    back[2] += w[j] * s2;
                    back[3] += w[j] * s3;
                }
                for (std::size_t r = 0; r < 4; ++r) input_slope_[(n + r) * inputs + i] = back[r];
            }
        }
    }

    void learn_vectors(std::size_t n, const Window& window, float rate) {
        for (std::size_t i = 0; i < Neighbours::count; ++i)
            vectors_.step(window.hanzi[i], &input_slope_[n * inputs + i * width], rate);
    }

    /// The middle of each window is told from the strangers of its batch (negative sampling, Mikolov et al. 2013).
    void guess(const std::vector<const Window*>& together, Rows& guesses, std::discrete_distribution<std::size_t>& draw,
               float rate) {
        std::array<std::size_t, strangers> drawn{};
        for (std::size_t& one : drawn) one = draw(chance_);
        std::vector<float> stranger_slopes(strangers * hidden, 0);
        std::array<float, hidden> slope{};
        for (std::size_t n = 0; n < batch; ++n) put(n, *together[n], text_forgetting);
        forward();
        std::ranges::fill(seen_slope_, 0.F);
        for (std::size_t n = 0; n < batch; ++n) {
            float* seen = &seen_[n * hidden];
            float* back = &seen_slope_[n * hidden];
            for (std::size_t j = 0; j < hidden; ++j) seen[j] = std::max(0.F, seen[j]);
            const auto weigh = [&](std::size_t sign, float truth, float worth, float* into) {
                const float* guessed = guesses.row(sign);
                float sum = 0;
                for (std::size_t j = 0; j < hidden; ++j) sum += guessed[j] * seen[j];
                const float wrong = worth * (1 / (1 + std::exp(-sum)) - truth);
                for (std::size_t j = 0; j < hidden; ++j) {
                    back[j] += wrong * guessed[j];
                    into[j] += wrong * seen[j];
                }
            };
            slope.fill(0);
            weigh(together[n]->middle, 1, 1, slope.data());
            guesses.step(together[n]->middle, slope.data(), rate);
            for (std::size_t k = 0; k < strangers; ++k) weigh(drawn[k], 0, strangers_worth, &stranger_slopes[k * hidden]);
            for (std::size_t j = 0; j < hidden; ++j) back[j] = seen[j] > 0 ? back[j] : 0;
        }
        backward();
        for (std::size_t n = 0; n < batch; ++n) learn_vectors(n, *together[n], rate);
        for (std::size_t k = 0; k < strangers; ++k) guesses.step(drawn[k], &stranger_slopes[k * hidden], rate);
    }

    Syllabus syllabus_;
    Random chance_;
    Rows vectors_;
    Dense inner_;
    std::vector<float> input_;
    std::vector<float> input_slope_;
    std::vector<float> seen_;
    std::vector<float> seen_slope_;
};

}  // namespace

std::uint16_t Signs::number(char32_t hanzi) {
    const auto [at, is_new] = numbers_.try_emplace(hanzi, static_cast<std::uint16_t>(hanzi_.size()));
    if (is_new) hanzi_.push_back(hanzi);
    return at->second;
}

Window Signs::window(char32_t middle, const Neighbours& neighbours) {
    Window window{.hanzi = {}, .is_cut = neighbours.is_cut, .middle = number(middle)};
    std::ranges::transform(neighbours.hanzi, window.hanzi.begin(), [&](char32_t one) { return number(one); });
    return window;
}

void NetWeights::add_odds(const Window& window, std::size_t character, std::size_t first_class, double share,
                          std::span<double> odds) const {
    std::array<float, hidden> seen{};
    for (std::size_t j = 0; j < hidden; ++j) seen[j] = inner[inputs * hidden + j] + biases[character * hidden + j];
    for (std::size_t i = 0; i < Neighbours::count; ++i) {
        for (std::size_t n = 0; n < width; ++n) {
            const float input = vectors[window.hanzi[i] * width + n];
            for (std::size_t j = 0; j < hidden; ++j) seen[j] += input * inner[(i * width + n) * hidden + j];
        }
        if (!window.is_cut[i]) continue;
        for (std::size_t j = 0; j < hidden; ++j) seen[j] += inner[(Neighbours::count * width + i) * hidden + j];
    }
    for (std::size_t k = 0; k < odds.size(); ++k) {
        float sum = 0;
        for (std::size_t j = 0; j < hidden; ++j)
            sum += std::max(0.F, seen[j]) * outputs[(first_class + k) * hidden + j];
        odds[k] += share * static_cast<double>(sum);
    }
}

NetWeights learn_neighbours(Syllabus syllabus, std::span<const Window* const> text, std::vector<Lecture> lectures,
                            unsigned seed) {
    Learner learner(syllabus, seed);
    learner.read(text);
    return learner.study(std::move(lectures));
}

}  // namespace tingdu::mandarin
