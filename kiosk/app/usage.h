// How articles are used: which, how long, and where in them people ask again or leave. Counts by days and nothing else:
// whatever it holds is about an article and never about a visit.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "kiosk/base/date.h"

namespace tingdu::app {

struct State;

/// An article on one day.
struct ArticleDay {
    Date day;
    std::u32string subject;
    std::u32string title;
    friend bool operator==(const ArticleDay&, const ArticleDay&) = default;
    /// By days, those of one day by their names.
    friend std::strong_ordering operator<=>(const ArticleDay& one, const ArticleDay& other);
};

struct PlaceUse {
    int repeated{};
    int left{};  ///< somebody went away here, with more to come
    friend bool operator==(const PlaceUse&, const PlaceUse&) = default;
};

struct ArticleUse {
    int opened{};
    int heard{};  ///< to its end
    std::int64_t heard_ms{};
    std::map<std::u32string, PlaceUse> places;  ///< by the first characters of a sentence
    friend bool operator==(const ArticleUse&, const ArticleUse&) = default;
};

class Usage {
  public:
    /// What has come of something that happened. What staff listen to is not counted.
    void see(const State& before, const State& after);
    /// As it was kept. What is counted now is added to it.
    void add(const ArticleDay& article, const ArticleUse& use);

    /// Of at most `most_articles` days of articles, the latest; each with at most `most_places`.
    [[nodiscard]] const std::map<ArticleDay, ArticleUse>& articles() const { return articles_; }
    /// Another number once anything has been counted; how long an article is heard counts when it is left.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    static constexpr std::size_t most_articles = 5'000;
    static constexpr std::size_t most_places = 30;
    /// So many characters of a sentence.
    static constexpr std::size_t place_length = 40;

  private:
    ArticleUse& now();
    void begin(const State& state);
    void end(const State& state);

    std::map<ArticleDay, ArticleUse> articles_;
    ArticleDay open_;            ///< the one that is open, if any is
    std::int64_t heard_ms_ = 0;  ///< of it, and not counted yet
    std::uint64_t revision_ = 0;
};

/// All of it in one.
struct UsageSum {
    std::int64_t opened{};
    std::int64_t heard{};
    std::int64_t heard_s{};
    std::int64_t repeated{};
};
[[nodiscard]] UsageSum sum_of(const Usage& usage);

}  // namespace tingdu::app
