#include "kiosk/wording/wording.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include "kiosk/base/utf8.h"

namespace tingdu::wording {
namespace {

struct Entry {
    std::string_view table;
    std::string_view name;
    std::string_view slots;
};

#define TINGDU_ENTRY(table, name, slots) Entry{#table, #name, slots},
constexpr auto entries = std::to_array<Entry>({TINGDU_PHRASES(TINGDU_ENTRY)});
#undef TINGDU_ENTRY

icu::UnicodeString to_icu(std::u32string_view text) {
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<int32_t>(text.size()));
}

std::u32string from_icu(const icu::UnicodeString& text) {
    std::string bytes;
    return from_utf8(text.toUTF8String(bytes));
}

std::set<std::string, std::less<>> words_of(std::string_view list) {
    std::set<std::string, std::less<>> words;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        words.emplace(list.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// The slots that a phrase of a file has; none at all where it is broken.
std::optional<std::set<std::string, std::less<>>> slots_of(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern pattern(text, nullptr, status);
    if (U_FAILURE(status)) return std::nullopt;
    std::set<std::string, std::less<>> slots;
    for (int32_t i = 0; i < pattern.countParts(); ++i)
        if (const auto& part = pattern.getPart(i); part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            std::string name;
            pattern.getSubstring(part).toUTF8String(name);
            slots.insert(std::move(name));
        } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) {
            return std::nullopt;  // {0} names nothing
        }
    return slots;
}

/// One file being read: what is wrong with it is gathered, so that a translator is told all of it at once.
class Reader {
  public:
    explicit Reader(const toml::table& file) : file_(file) {}

    template <class Value>
    Value about(std::string_view key) {
        known_.insert({"", std::string(key)});
        const auto value = file_[key].value_exact<Value>();
        if (!value) complain(fmt::format("{} is missing", key));
        return value.value_or(Value{});
    }

    std::u32string phrase(const Entry& entry) {
        known_.insert({std::string(entry.table), std::string(entry.name)});
        const auto* node = file_[entry.table][entry.name].node();
        const auto text = node ? node->value_exact<std::string>() : std::nullopt;
        if (!text || text->empty()) {
            complain(fmt::format("{}.{} is missing", entry.table, entry.name));
            return {};
        }
        const auto slots = slots_of(icu::UnicodeString::fromUTF8(*text));
        if (slots != words_of(entry.slots)) {
            const auto wanted = words_of(entry.slots);
            complain(fmt::format("line {}: {}.{} {}", node->source().begin.line, entry.table, entry.name,
                                 !slots           ? "has a brace that does not close"
                                 : wanted.empty() ? "has no slots"
                                                  : fmt::format("has the slots {{{}}}", fmt::join(wanted, "} {"))));
        }
        return from_utf8(*text);
    }

    /// Everything that nobody has asked for.
    void refuse_the_rest() {
        for (const auto& [key, node] : file_) {
            const auto* table = node.as_table();
            if (!table && !known_.contains({"", std::string(key.str())})) unknown(node, std::string(key.str()));
            if (!table) continue;
            for (const auto& [name, inner] : *table)
                if (!known_.contains({std::string(key.str()), std::string(name.str())}))
                    unknown(inner, fmt::format("{}.{}", key.str(), name.str()));
        }
    }

    [[nodiscard]] std::string complaints() const {
        constexpr std::size_t told = 5;
        const std::size_t most = std::min(told, complaints_.size());
        const std::string all = fmt::format("{}", fmt::join(complaints_.begin(), complaints_.begin() + most, "; "));
        return complaints_.size() > most ? fmt::format("{}; and {} more", all, complaints_.size() - most) : all;
    }

  private:
    void complain(std::string complaint) { complaints_.push_back(std::move(complaint)); }
    void unknown(const toml::node& node, const std::string& what) {
        complain(fmt::format("line {}: {} is not known", node.source().begin.line, what));
    }

    const toml::table& file_;
    std::set<std::pair<std::string, std::string>> known_;
    std::vector<std::string> complaints_;
};

}  // namespace

Result<Wording> Wording::read(std::string_view toml, std::string code) {
    const std::string file_name = code + ".toml";
    toml::table file;
    try {
        file = toml::parse(toml);
    } catch (const toml::parse_error& error) {
        return fail(Fault::bad_language, file_name,
                    fmt::format("line {}: {}", error.source().begin.line, error.description()));
    }
    Reader reader(file);
    Wording wording;
    wording.code_ = std::move(code);
    wording.name_ = from_utf8(reader.about<std::string>("name"));
    wording.voice_ = reader.about<std::string>("voice");
    wording.order_ = static_cast<int>(reader.about<std::int64_t>("order"));
    wording.phrases_.reserve(entries.size());
    for (const Entry& entry : entries) wording.phrases_.push_back(reader.phrase(entry));
    reader.refuse_the_rest();
    if (auto complaints = reader.complaints(); !complaints.empty())
        return fail(Fault::bad_language, file_name, std::move(complaints));
    return wording;
}

std::u32string Wording::say(Phrase phrase, std::initializer_list<Slot> slots) const {
    UErrorCode status = U_ZERO_ERROR;
    // Made anew each time: a formatter changes inside while it formats, and more than one thread may ask.
    const icu::MessageFormat format(to_icu((*this)[phrase]), icu::Locale(code_.c_str()), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    assert(std::ranges::all_of(words_of(entries[static_cast<std::size_t>(phrase)].slots), [&](const std::string& slot) {
        return std::ranges::find(slots, slot, &Slot::name) != slots.end();
    }));
    for (const Slot& slot : slots) {
        names.push_back(icu::UnicodeString::fromUTF8({slot.name.data(), static_cast<int32_t>(slot.name.size())}));
        if (const auto* count = std::get_if<std::int64_t>(&slot.value)) {
            values.emplace_back(*count);
        } else {
            values.emplace_back(to_icu(std::get<std::u32string_view>(slot.value)));
        }
    }
    icu::UnicodeString said;
    format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), said, status);
    assert(U_SUCCESS(status));
    return from_icu(said);
}

}  // namespace tingdu::wording
