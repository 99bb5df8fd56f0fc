#include "kiosk/runtime/receipt.h"

#include <string_view>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/mandarin/own_words.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {
namespace {

using wording::Phrase;
using wording::Wording;

/// A heading and the lines below it; a line may bear what stands before it, apart.
struct Part {
    std::u32string heading;
    std::vector<std::pair<std::u32string, std::u32string>> lines;
};

struct Paper {
    std::u32string title;
    std::u32string sum;
    std::vector<Part> parts;
};

Paper written(const Receipt& receipt, const Wording& words) {
    const Imported& all = receipt.imported;
    Paper paper;
    paper.title = words[Phrase::receipt_title];
    if (receipt.today) paper.title += U" " + app::shown_date(*receipt.today, words);
    paper.sum =
        words.say(Phrase::imported,
                  {{"fresh", all.fresh}, {"replaced", all.replaced}, {"unchanged", all.unchanged}, {"gone", all.gone}});
    Part came{std::u32string(words[Phrase::receipt_came_in]), {}};
    for (const auto& [subject, title] : all.came_in) came.lines.emplace_back(subject, title);
    if (!came.lines.empty()) paper.parts.push_back(std::move(came));
    Part readings{std::u32string(words[Phrase::receipt_readings]), {}};
    for (const mandarin::LocalWord& word : receipt.corrections)
        readings.lines.emplace_back(word.text, mandarin::printed(word));
    if (!readings.lines.empty()) paper.parts.push_back(std::move(readings));
    Part remarks{std::u32string(words[Phrase::receipt_remarks]), {}};
    for (const prepare::Remark& remark : receipt.remarks) remarks.lines.emplace_back(U"", app::told(remark, words));
    if (remarks.lines.empty()) remarks.lines.emplace_back(U"", words[Phrase::receipt_all_well]);
    paper.parts.push_back(std::move(remarks));
    return paper;
}

std::string escaped(std::u32string_view text) {
    std::string page;
    for (const char c : to_utf8(text)) {
        if (c == '&')
            page += "&amp;";
        else if (c == '<')
            page += "&lt;";
        else if (c == '>')
            page += "&gt;";
        else
            page += c;
    }
    return page;
}

}  // namespace

std::string receipt_as_text(const Receipt& receipt, const Wording& words) {
    const Paper paper = written(receipt, words);
    // Editors of old systems tell UTF-8 by its mark, and end lines with two characters.
    std::u32string text = U"\xFEFF" + paper.title + U"\r\n\r\n" + paper.sum + U"\r\n";
    for (const Part& part : paper.parts) {
        text += U"\r\n" + part.heading + U"\r\n";
        for (const auto& [before, line] : part.lines)
            text += U"  " + before + (before.empty() ? U"" : U"  ") + line + U"\r\n";
    }
    return to_utf8(text);
}

std::string receipt_as_page(const Receipt& receipt, const Wording& words) {
    const Paper paper = written(receipt, words);
    std::string page = "<!DOCTYPE html>\n<html lang=\"" + words.code() +
                       "\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
                       escaped(paper.title) +
                       "</title><style>body{max-width:40em;margin:2em auto;padding:0 1em;background:#fbf7ee;"
                       "color:#1a1a1a;font:1.25em/1.75 sans-serif}h1{font-size:1.35em}h2{font-size:1.1em;"
                       "margin-top:2em}li span{color:#5a5348;margin-right:1em}</style></head><body>\n<h1>" +
                       escaped(paper.title) + "</h1>\n<p>" + escaped(paper.sum) + "</p>\n";
    for (const Part& part : paper.parts) {
        page += "<h2>" + escaped(part.heading) + "</h2>\n<ul>\n";
        for (const auto& [before, line] : part.lines)
            page += "<li>" + (before.empty() ? std::string() : "<span>" + escaped(before) + "</span>") + escaped(line) +
                    "</li>\n";
        page += "</ul>\n";
    }
    return page + "</body></html>\n";
}

Result<void> leave_receipt(const std::string& stick, const Receipt& receipt, const Wording& words) {
    const std::string path = stick + "/" + std::string(library::receipt_file);
    return platform::replace_file(path + ".html", receipt_as_page(receipt, words))
        .and_then([&] { return platform::replace_file(path + ".txt", receipt_as_text(receipt, words)); })
        .and_then([&] { return platform::sync_drive(stick); });
}

}  // namespace tingdu::runtime
