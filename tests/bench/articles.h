// The articles that are read while it is measured, made here.
#pragma once

#include <cstddef>
#include <string>

namespace tingdu::bench {

/// Writes an article of about so many Hanzi, in paragraphs as people write them; returns its path.
std::string write_article(const std::string& folder, std::size_t hanzi);

/// Writes an article that says one sentence, in one breath, again and again.
std::string write_same_sentence(const std::string& folder);

/// Writes an article whose words begin with a voice and stand apart, so that each can be heard to begin.
std::string write_words_apart(const std::string& folder);

}  // namespace tingdu::bench
