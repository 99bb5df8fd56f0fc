// speak: one article read aloud, through the speaker or into files.
#include <atomic>
#include <chrono>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/sound/wav.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/report.h"
#include "kiosk/runtime/voice.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

using ArticlePtr = std::shared_ptr<const text::Article>;

Result<ArticlePtr> open(const std::string& file) {
    Result<text::OpenedArticle> opened = [&]() -> Result<text::OpenedArticle> {
        if (file != "-") return runtime::fetch_article(file);
        const std::string all(std::istreambuf_iterator<char>(std::cin), {});
        return parsing::Parser().open_article(std::as_bytes(std::span(all)), "standard input");
    }();
    if (!opened) return tl::unexpected(opened.error());
    for (const text::Problem& problem : opened->problems) tell_problem(file, problem);
    if (!text::first(opened->article)) return fail(Fault::empty, name_in(file));
    return std::make_shared<const text::Article>(std::move(opened->article));
}

/// The whole article performed in step: its sound, and when each of its words is said.
struct Recording {
    Pcm pcm;
    nlohmann::ordered_json words = nlohmann::ordered_json::array();
};

Result<Recording> record(const ArticlePtr& article, runtime::Knowing knowing, platform::Synthesizer& synthesizer,
                         const Diction& diction) {
    Recording recording;
    std::optional<Error> error;
    runtime::SayOrder order;
    order.utterance = 1;
    order.line.article = article;
    order.diction = diction;
    order.given_up = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<const speech::Utterance> utterance;
    const auto seconds = [](std::size_t samples) { return static_cast<double>(samples) / sample_rate_hz; };
    const runtime::Workshop::Deliver deliver = [&](runtime::SayProduct product) {
        if (auto* composed = std::get_if<runtime::Composed>(&product.what)) utterance = composed->utterance;
        if (auto* clip = std::get_if<speech::Clip>(&product.what)) {
            for (const speech::Mark& mark : clip->marks) {
                const speech::SaidWord& word = utterance->words[mark.word];
                recording.words.push_back({{"text", to_utf8(article->text.substr(word.shown.begin, word.shown.size()))},
                                           {"offset", word.shown.begin},
                                           {"length", word.shown.size()},
                                           {"start", seconds(recording.pcm.size() + mark.begin)},
                                           {"end", seconds(recording.pcm.size() + mark.end)},
                                           {"lang", word.language == Language::mandarin ? "zh" : "en"}});
            }
            recording.pcm.insert(recording.pcm.end(), clip->pcm.begin(), clip->pcm.end());
        }
        if (auto* finished = std::get_if<runtime::Finished>(&product.what)) {
            const auto shown = runtime::shown_of(order.line);
            runtime::report(
                runtime::FellShort{article->text.substr(shown.begin, shown.size()), finished->shortfalls, {}}, tell);
            if (finished->error) error = finished->error;
        }
    };
    const auto say = runtime::saying(std::move(knowing), synthesizer);
    for (auto place = text::first(*article); place && !error; place = text::next_sentence(*article, *place)) {
        order.line.place = *place;
        say(order, deliver);
    }
    if (error) return tl::unexpected(*error);
    return recording;
}

/// Through the speaker, with the same voice as in the kiosk.
Result<void> play(const ArticlePtr& article, runtime::Knowing knowing, platform::Synthesizer& synthesizer,
                  const Diction& diction) {
    using namespace std::chrono_literals;
    constexpr auto patience = 5s;  // a sound server that is just starting may need so long
    const auto speaker = platform::open_speaker({});
    const auto began = std::chrono::steady_clock::now();
    while (speaker->hearing().device != platform::Device::live) {
        if (std::chrono::steady_clock::now() - began > patience) return fail(Fault::no_sound, {});
        std::this_thread::sleep_for(20ms);
    }
    runtime::ThreadWorker<runtime::SayOrder, runtime::SayProduct> workshop(
        runtime::saying(std::move(knowing), synthesizer), [] {});
    runtime::Voice voice(*speaker, workshop);
    voice.set_diction(diction);
    voice.say({}, runtime::ReadFrom{article, *text::first(*article)});
    while (voice.is_busy()) {
        for (const runtime::Heard& heard : voice.tick()) runtime::report(heard, tell);
        std::this_thread::sleep_for(10ms);
    }
    return {};
}

}  // namespace

Result<void> speak(const SpeakOptions& options) {
    auto article = open(options.file);
    if (!article) return tl::unexpected(article.error());
    auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    auto synthesizer = platform::open_synthesizer(find_cast(*resources));
    if (!synthesizer) return tl::unexpected(synthesizer.error());

    runtime::ReadingsFile own = readings_in(content_around(options.file, *resources), *resources);
    const runtime::Knowing knowing = [&own] { return own.now(); };

    if (options.wav || options.timings) {
        auto recording = record(*article, knowing, **synthesizer, {options.rate});
        if (!recording) return tl::unexpected(recording.error());
        if (options.wav)
            if (auto written = platform::write_file(*options.wav, platform::wav(recording->pcm)); !written)
                return written;
        if (options.timings) {
            const nlohmann::ordered_json timings{{"article", to_utf8((*article)->text)},
                                                 {"words", std::move(recording->words)}};
            if (auto written = platform::write_file(*options.timings, timings.dump() + "\n"); !written) return written;
        }
    }
    if (options.wav) return {};
    return play(*article, knowing, **synthesizer, {options.rate});
}

}  // namespace tingdu::shell
