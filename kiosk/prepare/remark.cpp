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
constexpr int picture = 3;
constexpr int mended = 4;
constexpr int misread = 5;

/// The sentence of the article that the finding stands in.
InSentence in_its_sentence(Finding finding, const text::Article& article) {
    TextRange sentence = finding.shown;
    if (const auto place = text::place_at(article, finding.shown.begin)) sentence = text::range_of(article, *place);
    std::u32string words = article.text.substr(sentence.begin, sentence.size());
    finding.shown.begin -= sentence.begin;
    finding.shown.end -= sentence.begin;
    return {std::move(finding), std::move(words)};
}

}  // namespace

int gravity(const Remark& remark) {
    if (std::holds_alternative<Error>(remark.what)) return left_out;
    if (std::holds_alternative<mandarin::Remark>(remark.what)) return wrong_reading;
    if (const auto* problem = std::get_if<text::Problem>(&remark.what))
        return text::is_of_picture(problem->kind) ? picture : mended;
    const Finding::Kind kind = std::get<InSentence>(remark.what).finding.kind;
    if (kind == Finding::Kind::not_shown || kind == Finding::Kind::not_said) return lost;
    return misread + static_cast<int>(kind);
}

std::vector<Remark> look_over(const std::string& file, std::u32string characters, const text::OpenedArticle& opened,
                              const mandarin::Knowledge& knowledge, const Showable& showable) {
    const FileLines lines(std::move(characters), opened.article);
    std::vector<Remark> remarks;
    for (const text::Problem& problem : opened.problems) {
        const bool of_picture = text::is_of_picture(problem.kind);
        remarks.push_back({file, of_picture ? lines.line_with(from_utf8(problem.detail)) : problem.line, problem});
    }
    for (Finding& finding : findings(opened.article, knowledge, showable)) {
        const std::size_t line = lines.line_of(finding.shown.begin);
        remarks.push_back({file, line, in_its_sentence(std::move(finding), opened.article)});
    }
    return remarks;
}

}  // namespace tingdu::prepare
