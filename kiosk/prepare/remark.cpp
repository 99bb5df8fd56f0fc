#include "kiosk/prepare/remark.h"

#include <string_view>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/prepare/file_lines.h"
#include "kiosk/text/sentences.h"

namespace tingdu::prepare {
namespace {

constexpr int left_out = 0;
constexpr int lost = 1;
constexpr int wrong_reading = 2;
constexpr int same_title = 3;
constexpr int picture = 4;
constexpr int mended = 5;
constexpr int misread = 6;

/// The sentence of the article that the finding stands in.
InSentence in_its_sentence(Finding finding, const text::Article& article) {
    TextRange sentence = finding.shown;
    if (const auto place = text::place_at(article, finding.shown.begin)) sentence = text::range_of(article, *place);
    std::u32string words = article.text.substr(sentence.begin, sentence.size());
    finding.shown.begin -= sentence.begin;
    finding.shown.end -= sentence.begin;
    return {std::move(finding), std::move(words), {}};
}

}  // namespace

std::u32string_view clause_around(const InSentence& found) {
    constexpr std::u32string_view ends = U"，。；：！？、,;:!?\n";
    constexpr std::size_t most = 9;  // characters to either side
    const std::u32string_view sentence = found.sentence;
    const TextRange at = found.finding.shown;
    std::size_t begin = at.begin;
    while (begin > 0 && at.begin - begin < most && ends.find(sentence[begin - 1]) == ends.npos) --begin;
    std::size_t end = at.end;
    while (end < sentence.size() && end - at.end < most && ends.find(sentence[end]) == ends.npos) ++end;
    return sentence.substr(begin, end - begin);
}

int gravity(const Remark& remark) {
    if (const auto* error = std::get_if<Error>(&remark.what))
        return error->fault == Fault::picture_unused ? picture : left_out;
    if (std::holds_alternative<mandarin::Remark>(remark.what)) return wrong_reading;
    if (std::holds_alternative<SameTitle>(remark.what)) return same_title;
    if (const auto* problem = std::get_if<text::Problem>(&remark.what))
        return text::is_of_picture(problem->kind) ? picture : mended;
    const Finding::Kind kind = std::get<InSentence>(remark.what).finding.kind;
    using Kind = Finding::Kind;
    if (kind == Kind::garbled || kind == Kind::no_body || kind == Kind::not_shown || kind == Kind::not_said)
        return lost;
    return misread + static_cast<int>(kind);
}

namespace {

std::string subject_of(const std::string& file) {
    const auto slash = file.find('/');
    return slash == std::string::npos ? std::string() : file.substr(0, slash);
}

}  // namespace

std::vector<Remark> look_over(const std::string& file, std::u32string characters, const text::OpenedArticle& opened,
                              const mandarin::Knowledge& knowledge, const Showable& showable) {
    const FileLines lines(std::move(characters), opened.article);
    std::vector<Remark> remarks;
    for (const text::Problem& problem : opened.problems) {
        const bool of_picture = text::is_of_picture(problem.kind) && !text::is_numbered(problem);
        remarks.push_back({file, of_picture ? lines.line_with(from_utf8(problem.detail)) : problem.line, problem});
    }
    for (Finding& finding : findings(opened.article, knowledge, showable)) {
        const std::size_t line = lines.line_of(finding.shown.begin);
        remarks.push_back({file, line, in_its_sentence(std::move(finding), opened.article)});
    }
    return remarks;
}

void Titles::is_there(const std::string& file, const std::u32string& title) {
    there_.try_emplace({subject_of(file), title}, file);
}

std::optional<Remark> Titles::meet(const std::string& file, const std::u32string& title) {
    const auto [before, is_new] = met_.try_emplace(title, file);
    if (!is_new && before->second != file) return Remark{file, 0, SameTitle{title, before->second, false}};
    const auto there = there_.find({subject_of(file), title});
    if (there == there_.end()) return std::nullopt;
    return Remark{file, 0, SameTitle{title, there->second, true}};
}

}  // namespace tingdu::prepare
