#include "kiosk/runtime/voice.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "kiosk/runtime/earcons.h"

namespace tingdu::runtime {
namespace {

/// Sound made ahead of the ear. Longer than any stall of a busy machine, shorter than what a change of speed would
/// waste.
constexpr StreamPosition ahead = 6 * sample_rate_hz;

/// Samples over which speech fades where it is spliced: 2 ms, so that no step is heard.
constexpr StreamPosition splice_fade = sample_rate_hz / 500;

/// Words begin so many samples before the sound ahead of them ends: 8 ms, about half of it.
constexpr StreamPosition chime_overlap = sample_rate_hz / 125;

/// Where a line is spelled out, what is said of its characters stands on the screen too.
std::u32string shown_while_said(const Line& line) {
    if (line.telling == Telling::spelled) return line.composed->said;
    return std::u32string(text_of(line).substr(line.composed->shown.begin, line.composed->shown.size()));
}

std::u32string explained(const Line& line, std::size_t word) {
    return line.telling == Telling::spelled ? line.composed->words[word].said : std::u32string();
}

/// The first sentence of what the title stands over, or of an article that has none.
bool is_first_after_title(const text::Article& article, text::Place place) {
    const auto is_title = [&](const text::Place& at) {
        return article.blocks[at.block].kind == text::BlockKind::title;
    };
    if (is_title(place)) return false;
    const auto before = text::previous_sentence(article, place);
    return !before || is_title(*before);
}

/// The first sentence that a picture is told by: of its description, or of its caption where it has none.
bool tells_of_picture(const text::Article& article, text::Place place) {
    const text::Block& block = article.blocks[place.block];
    if (place.sentence != 0 || block.continues) return false;
    if (block.kind == text::BlockKind::picture) return true;
    if (block.kind != text::BlockKind::caption || place.block == 0) return false;
    const text::Block& above = article.blocks[place.block - 1];
    return above.kind == text::BlockKind::picture && article.text[above.range.begin] == text::unsaid_picture;
}

}  // namespace

Voice::Voice(platform::Speaker& speaker, Workshop& workshop) : speaker_(speaker), workshop_(workshop) {
    begin_plan();
}

void Voice::begin_plan() {
    if (given_up_) *given_up_ = true;
    answering_.reset();
    given_up_ = std::make_shared<std::atomic<bool>>(false);
    ++plan_;
    outstanding_ = 0;
    foreseen_.clear();
    is_making_ready_ = false;
}

void Voice::stop() {
    begin_plan();
    speaker_.flush();
    if (held_) speaker_.release();
    held_ = false;
    timeline_.restart(speaker_.written());
    waiting_.clear();
    read_next_.reset();
    is_reading_ = false;
    parked_.clear();
    chime_end_.reset();
    told_.clear();
    last_sounding_.reset();
    last_line_ = 0;
    all_heard_ = true;
}

void Voice::silence() {
    stop();
}

void Voice::say(const std::vector<app::Prompt>& prompts, std::optional<ReadFrom> then,
                std::optional<app::Earcon> first) {
    stop();
    if (first) chime(*first);
    for (const app::Prompt& prompt : prompts) {
        Line line;
        line.prompt = prompt.text;
        line.language = prompt.voice;
        line.telling = prompt.telling;
        line.own = prompt.own;
        waiting_.push_back(std::move(line));
    }
    read_next_ = std::move(then);
    is_reading_ = read_next_.has_value();
    all_heard_ = false;
    order_more();
}

void Voice::chime(app::Earcon earcon) {
    static const auto wordless = std::make_shared<const speech::Utterance>();
    Line line;
    line.composed = wordless;
    told_[++last_id_] = Told{std::move(line), true};
    timeline_.append(last_id_, speech::Clip{sound_of(earcon), {}, true});
    chime_end_ = timeline_.end();
    feed();
}

// Making lines.

std::optional<Line> Voice::next_line() {
    if (!waiting_.empty()) {
        Line line = std::move(waiting_.front());
        waiting_.pop_front();
        return line;
    }
    if (!read_next_) return std::nullopt;
    if (auto aside = next_aside()) return aside;
    Line line;
    line.article = read_next_->article;
    line.place = read_next_->place;
    line.telling = std::exchange(read_next_->telling, Telling::plain);
    const auto next = text::next_sentence(*line.article, line.place);
    if (next && read_next_->extent == app::Extent::onward) {
        read_next_->place = *next;
        read_next_->asides_are_said = false;
    } else {
        read_next_.reset();
    }
    return line;
}

std::optional<Line> Voice::next_aside() {
    if (std::exchange(read_next_->asides_are_said, true)) return std::nullopt;
    Line line;
    line.language = read_next_->asides.voice;
    if (is_first_after_title(*read_next_->article, read_next_->place)) line.prompt = read_next_->asides.after_title;
    // One prompt for both: a text that begins with a picture is rare, and an old one as well is rarer.
    if (tells_of_picture(*read_next_->article, read_next_->place)) line.prompt += read_next_->asides.before_picture;
    return line.prompt.empty() ? std::nullopt : std::optional(std::move(line));
}

void Voice::order_more() {
    if (!parked_.empty()) return;
    // Two at a time: the worker never waits for the loop, and little is thrown away when the visitor turns elsewhere.
    while (outstanding_ < 2 && timeline_.end() < speaker_.written() + ahead) {
        auto line = next_line();
        if (!line) break;
        told_[++last_id_] = Told{std::move(*line)};
        order(last_id_);
    }
    order_ready();
}

/// One at a time, so that what is to be heard never waits for more than one opening.
void Voice::order_ready() {
    if (outstanding_ > 0 || is_making_ready_ || made_ready_ >= foreseen_.size()) return;
    is_making_ready_ = true;
    workshop_.order(SayOrder{plan_, 0, foreseen_[made_ready_++], diction_, given_up_});
}

void Voice::have_ready(std::vector<Line> lines) {
    if (lines == foreseen_) return;
    foreseen_ = std::move(lines);
    made_ready_ = 0;
    order_more();
}

void Voice::order(speech::UtteranceId id) {
    ++outstanding_;
    workshop_.order(SayOrder{plan_, id, told_[id].line, diction_, given_up_});
}

void Voice::collect() {
    while (auto product = workshop_.take()) collect(std::move(*product));
}

void Voice::collect(SayProduct product) {
    const bool is_answer = answering_ && answering_->plan == product.plan && product.utterance == answer_id_;
    if (!is_answer && product.plan != plan_) return;
    if (product.utterance == 0) is_making_ready_ = false;
    const auto told = told_.find(product.utterance);
    if (told == told_.end()) return;
    if (auto* composed = std::get_if<Composed>(&product.what)) {
        told->second.line.composed = std::move(composed->utterance);
        return;
    }
    if (auto* clip = std::get_if<speech::Clip>(&product.what)) {
        if (!is_answer && !parked_.empty()) {
            parked_.push_back({product.utterance, std::move(*clip), 0});  // behind what waits to go on
            return;
        }
        if (!is_answer) {
            timeline_.append(product.utterance, over_chime(std::move(*clip)));
            return;
        }
        speech::Clip& whole = answering_->clip;
        for (speech::Mark mark : clip->marks)
            whole.marks.push_back({mark.word, mark.begin + whole.pcm.size(), mark.end + whole.pcm.size()});
        whole.pcm.insert(whole.pcm.end(), clip->pcm.begin(), clip->pcm.end());
        return;
    }
    const auto& finished = std::get<Finished>(product.what);
    if (!finished.shortfalls.empty() || finished.error) {
        const TextRange shown = shown_of(told->second.line);
        fell_short_.emplace_back(FellShort{std::u32string(text_of(told->second.line).substr(shown.begin, shown.size())),
                                           finished.shortfalls, finished.error});
    }
    if (is_answer) {
        place_answer();
    } else {
        --outstanding_;
    }
}

/// The second half of the sound that answers a key is still a sign when words lie over it, and gives way to them. What
/// of it the device has taken stays as it is.
speech::Clip Voice::over_chime(speech::Clip clip) {
    const auto end = std::exchange(chime_end_, std::nullopt);
    if (!end || *end != timeline_.end()) return clip;
    const StreamPosition wished = *end - chime_overlap;
    for (const speech::Placed& below : timeline_.take_from(std::max(wished, speaker_.cut_back(wished)))) {
        const Pcm& tail = below.clip.pcm;
        clip.pcm.resize(std::max(clip.pcm.size(), tail.size()));
        for (std::size_t i = 0; i < tail.size(); ++i) {
            const double left = 1 - static_cast<double>(i) / static_cast<double>(tail.size());
            const double mixed = clip.pcm[i] + tail[i] * left;
            clip.pcm[i] = static_cast<std::int16_t>(std::clamp(mixed, -32768.0, 32767.0));
        }
    }
    return clip;
}

void Voice::feed() {
    while (true) {
        const auto samples = timeline_.samples_from(speaker_.written());
        if (samples.empty() || speaker_.write(samples) < samples.size()) return;
    }
}

// Hearing.

std::vector<Heard> Voice::tick() {
    collect();
    order_more();
    feed();
    std::vector<Heard> heard = std::move(fell_short_);
    fell_short_.clear();
    hear(heard);
    return heard;
}

void Voice::hear(std::vector<Heard>& heard) {
    const platform::Hearing hearing = speaker_.hearing();
    device_ = hearing.device;
    headphones_are_in_ = hearing.headphones_are_in;
    heard_ = hearing.heard;
    const auto now = timeline_.at(hearing.heard);
    if (now) {
        const Told& told = told_.at(now->utterance);
        const speech::Utterance& utterance = *told.line.composed;
        const bool turned = !last_sounding_ || last_sounding_->utterance != now->utterance;
        // After an answer the line goes on; it does not begin again.
        if (turned && now->utterance != last_line_ && !utterance.words.empty()) {
            heard.emplace_back(LineBegan{utterance.language, shown_while_said(told.line), utterance.said});
        }
        if (now->word && (turned || last_sounding_->word != now->word))
            heard.emplace_back(WordBegan{told.line, utterance.shown, utterance.words[*now->word].shown,
                                         explained(told.line, *now->word)});
        last_sounding_ = now;
        if (!told.is_answer) last_line_ = now->utterance;
    }
    const bool all_said = hearing.heard >= timeline_.end() && outstanding_ == 0 && waiting_.empty() && !read_next_;
    if (all_said && !all_heard_ && parked_.empty()) {
        all_heard_ = true;
        heard.emplace_back(AllHeard{std::exchange(is_reading_, false)});
    }
    // The clip that is heard stays, and so do the lines from it on: they may have to be told again.
    if (!held_) timeline_.forget_before(hearing.heard);
    if (now && parked_.empty() && !told_.at(now->utterance).is_answer)
        while (!told_.empty() && told_.begin()->first < now->utterance && told_.begin()->first != answer_id_)
            told_.erase(told_.begin());
}

std::optional<int> Voice::meets_next_in_ms() const {
    const StreamPosition next = timeline_.change_after(heard_);
    if (held_ || next == heard_) return std::nullopt;
    return static_cast<int>((1000 * (next - heard_) + sample_rate_hz - 1) / sample_rate_hz);
}

bool Voice::is_busy() const {
    if (answering_) return true;
    // What is held is quiet, but an answer is heard in between.
    return held_ ? !parked_.empty() && heard_ < timeline_.end() : !all_heard_;
}

std::optional<speech::Timeline::Sounding> Voice::sounding() const {
    if (!parked_.empty()) {
        const speech::Placed& first = parked_.front();
        speech::Timeline::Sounding sounding{first.utterance, std::nullopt};
        if (!first.clip.marks.empty()) sounding.word = first.clip.marks.front().word;
        return sounding;
    }
    return last_sounding_;
}

// Changing what is on its way.

std::optional<speech::Timeline::WordBegin> Voice::cut_at_next_word() {
    auto target = next_word(speaker_.hearing().heard + 1);
    while (target && target->position < speaker_.written() + splice_fade) {
        const StreamPosition reached = speaker_.cut_back(target->position - splice_fade);
        if (reached <= target->position) break;
        target = next_word(reached);
    }
    return target;
}

std::optional<speech::Timeline::WordBegin> Voice::next_word(StreamPosition from) const {
    auto word = timeline_.word_from(from);
    while (word && told_.at(word->utterance).is_answer) word = timeline_.word_from(word->position + 1);
    return word;
}

void Voice::retell(speech::UtteranceId first, std::size_t from_word) {
    begin_plan();
    std::deque<Line> again;
    for (auto told = told_.lower_bound(first); told != told_.end();) {
        // The line that is being heard keeps its number: its first half still sounds. So do answers.
        if (told->first == first || told->second.is_answer) {
            ++told;
            continue;
        }
        again.push_back(told->second.line);
        again.back().from_word = 0;
        told = told_.erase(told);
    }
    waiting_.insert(waiting_.begin(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
    told_[first].line.from_word = from_word;
    order(first);
    all_heard_ = false;
    order_more();
}

void Voice::set_diction(const Diction& diction) {
    if (diction == diction_) return;
    diction_ = diction;
    foreseen_.clear();
    if (!parked_.empty() || timeline_.empty()) return;  // parked sound goes on as it was made; the next line is new
    const auto target = cut_at_next_word();
    if (!target) return;
    timeline_.take_from(target->position);
    timeline_.fade_out(std::max(speaker_.written(), target->position - splice_fade));
    retell(target->utterance, target->word);
}

void Voice::set_volume(double db) {
    speaker_.set_gain(static_cast<float>(std::pow(10.0, db / 20.0)));
}

void Voice::route(Outlet outlet) {
    stop();
    speaker_.route(outlet);
}

void Voice::hold() {
    held_ = true;
    speaker_.hold();
}

void Voice::go_on() {
    held_ = false;
    speaker_.release();
    if (parked_.empty()) return;
    speaker_.flush();
    timeline_.restart(speaker_.written());
    for (speech::Placed& placed : parked_) timeline_.append(placed.utterance, std::move(placed.clip));
    parked_.clear();
}

void Voice::restart(bool from_clause) {
    const auto now = sounding();
    if (!now || !now->word || told_.at(now->utterance).is_answer) {
        go_on();
        return;
    }
    const std::size_t word =
        from_clause ? speech::clause_start(*told_.at(now->utterance).line.composed, *now->word) : *now->word;
    speaker_.flush();
    if (held_) speaker_.release();
    held_ = false;
    parked_.clear();
    timeline_.restart(speaker_.written());
    retell(now->utterance, word);
}

void Voice::go_on_from_clause() {
    restart(true);
}
void Voice::say_word_again() {
    restart(false);
}

// Answers.

void Voice::answer(app::Earcon earcon, app::Prompt word) {
    if (answering_) told_.erase(answer_id_);  // one that is still being made is out of date
    answering_ = Answering{plan_, earcon, {sound_of(earcon), {}, true}};
    answer_id_ = ++last_id_;
    Line line;
    line.prompt = std::move(word.text);
    line.language = word.voice;
    told_[answer_id_] = Told{line, true};
    workshop_.order(SayOrder{plan_, answer_id_, std::move(line), diction_, given_up_});
    all_heard_ = false;
}

void Voice::place_answer() {
    speech::Clip clip = std::move(answering_->clip);
    answering_.reset();
    if (held_) {
        // The held sentence steps aside until it goes on; not a sample of it is lost.
        if (parked_.empty()) parked_ = timeline_.take_from(speaker_.hearing().heard);
        speaker_.flush();
        speaker_.release();
        timeline_.restart(speaker_.written());
        timeline_.append(answer_id_, std::move(clip));
        return;
    }
    StreamPosition clause = timeline_.clause_from(speaker_.hearing().heard + 1);
    while (clause < speaker_.written()) {
        const StreamPosition reached = speaker_.cut_back(clause);
        if (reached <= clause) break;
        clause = timeline_.clause_from(reached);
    }
    // An earlier answer that nobody has heard yet is out of date.
    auto later = timeline_.take_from(clause);
    timeline_.append(answer_id_, std::move(clip));
    for (speech::Placed& placed : later)
        if (!told_.at(placed.utterance).is_answer) timeline_.append(placed.utterance, std::move(placed.clip));
}

}  // namespace tingdu::runtime
