#include "kiosk/runtime/readings_file.h"

#include <span>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/parsing/parser.h"
#include "kiosk/platform/store/store.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::runtime {
namespace {

constexpr std::size_t largest_list = 1U << 20U;

Result<std::u32string> decoded(const Result<Bytes>& bytes) {
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->empty()) return std::u32string();
    // What is UTF-8 takes no looking into, and the synthesizer waits.
    const std::string_view utf8(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (auto read = from_utf8(utf8); to_utf8(read) == utf8) return read;
    return parsing::Parser().characters(*bytes, std::string(library::readings_file));
}

Result<mandarin::ReadList> read_whole(const Result<Bytes>& bytes, const mandarin::Lexicon& lexicon) {
    return decoded(bytes).map([&](const std::u32string& list) { return mandarin::read_list(list, lexicon); });
}

/// Of a library, as characters.
Result<std::u32string> list_of(const std::string& library) {
    const std::string name(library::readings_file);
    platform::Library now(library);
    const auto state = now.state_of(name);
    if (!state) return tl::unexpected(state.error());
    if (!*state) return fail(Fault::missing, name);
    return decoded(now.read(name, largest_list, largest_list));
}

/// The articles stay as they are.
Result<void> put_list(const std::string& library, std::u32string_view list) {
    platform::Library now(library);
    const auto articles = now.list();
    if (!articles) return tl::unexpected(articles.error());
    auto next = platform::NextEdition::begin(library);
    if (!next) return tl::unexpected(next.error());
    const std::string utf8 = to_utf8(list);
    return (*next)->put(std::string(library::readings_file), std::as_bytes(std::span(utf8))).and_then([&] {
        return (*next)->publish(*articles);
    });
}

}  // namespace

std::string sentence(const mandarin::Remark& remark, const wording::Wording& words) {
    const std::u32string what = app::words_for(remark, words);
    return to_utf8(words.say(wording::Phrase::remark_line, {{"line", app::digits(remark.line)}, {"remark", what}}));
}

Result<mandarin::ReadList> fetch_readings(const Content& content, const mandarin::Lexicon& lexicon) {
    Reader reader(content);
    // Whatever brings the folder, nothing leads out of it.
    return read_whole(reader.read_beside(reader.path_of("any"), library::readings_file, largest_list, largest_list),
                      lexicon);
}

Result<mandarin::OwnWords> fetch_own_words(const std::string& library, const mandarin::Lexicon& lexicon) {
    auto list = list_of(library);
    if (!list && list.error().fault == Fault::missing) return mandarin::OwnWords();
    return list.map([&](const std::u32string& characters) { return mandarin::words_in(characters, lexicon); });
}

Result<void> forget_word(const std::string& library, std::u32string_view word, const mandarin::Lexicon& lexicon) {
    const auto list = list_of(library);
    if (!list) return tl::unexpected(list.error());
    return put_list(library, mandarin::without(*list, word, lexicon));
}

Result<void> keep_word(const std::string& library, const mandarin::LocalWord& word, const mandarin::Lexicon& lexicon) {
    const auto list = list_of(library);
    if (!list && list.error().fault != Fault::missing) return tl::unexpected(list.error());
    return put_list(library, mandarin::merged(list.value_or(std::u32string()), {word}, lexicon));
}

ReadingsFile::ReadingsFile(const Content& content, const mandarin::Lexicon& lexicon, Report report,
                           const wording::Wording& words)
    : reader_(content), lexicon_(lexicon), report_(std::move(report)), words_(words) {}

bool ReadingsFile::is_in(const std::string& folder) {
    return Reader(Content(folder)).stamp_of(library::readings_file).has_value();
}

mandarin::Knowledge ReadingsFile::now() {
    const auto stamp = reader_.stamp_of(library::readings_file);
    if (stamp != stamp_) {
        stamp_ = stamp;
        readings_ = {};
        if (stamp) read();
    }
    return {lexicon_, &readings_};
}

void ReadingsFile::read() {
    auto list = read_whole(
        reader_.read_beside(reader_.path_of("any"), library::readings_file, largest_list, largest_list), lexicon_);
    if (!list) {
        report_(wording::sentence(list.error(), words_));
        return;
    }
    const std::string name = std::string(library::readings_file) + " ";
    for (const mandarin::Remark& remark : list->remarks) report_(name + sentence(remark, words_));
    readings_ = std::move(list->readings);
}

}  // namespace tingdu::runtime
