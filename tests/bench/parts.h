// The parts of the measuring, each of which tells its own figures.
#pragma once

#include "tests/bench/program.h"

namespace tingdu::bench {

/// A key in a list to the first sound, in silence and while something is said, beside speech-dispatcher.
void measure_keys(const Stage& stage);
/// A key to the next sentence, while an article is read.
void measure_sentences(const Stage& stage);
/// The start of the program to the first frame and to the first word, of a short article and of a very long one.
void measure_start(const Stage& stage);
/// A page of an article made and painted, in memory.
void measure_frames(const Stage& stage);
/// Imports beside copying; lists and articles of small libraries and large ones; the check.
void measure_library(const Stage& stage);
/// What reading costs: CPU, thread by thread, and memory.
void measure_reading(const Stage& stage);
/// A word lit beside the same word heard.
void measure_words(const Stage& stage);
/// What the speaker takes for heard beside what is.
void measure_speaker(const Stage& stage);

}  // namespace tingdu::bench
