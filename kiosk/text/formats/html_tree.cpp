#include "kiosk/text/formats/html_tree.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/text/formats/references.h"

// libxml2 2.9.14 (its HTML parser, SAX) was tried in its place: it reads Word's "<![if !supportLists]>" aloud, loses
// the page after an open quote or comment, and takes 19 s for 100,000 attributes (34 ms here), 2.6 s for 22 MB (1.6 s).
namespace tingdu::text {
namespace {

using Raw = std::string_view;

// Real pages nest some thirty deep. What is deeper is read in order but no longer nested.
constexpr std::size_t deepest_element = 256;

enum class Habit : std::uint8_t { block, inline_, empty, raw, raw_text };

struct Element {
    std::string_view name;
    Tag tag;
    Habit habit;
};

/// In the order of their names.
constexpr std::array elements = {
    Element{"a", Tag::a, Habit::inline_},
    Element{"address", Tag::address, Habit::block},
    Element{"area", Tag::other_inline, Habit::empty},
    Element{"article", Tag::article, Habit::block},
    Element{"aside", Tag::aside, Habit::block},
    Element{"audio", Tag::audio, Habit::block},
    Element{"b", Tag::strong, Habit::inline_},
    Element{"base", Tag::link, Habit::empty},
    Element{"blockquote", Tag::blockquote, Habit::block},
    Element{"body", Tag::body, Habit::block},
    Element{"br", Tag::br, Habit::empty},
    Element{"button", Tag::button, Habit::block},
    Element{"canvas", Tag::canvas, Habit::block},
    Element{"caption", Tag::caption, Habit::block},
    Element{"center", Tag::center, Habit::block},
    Element{"col", Tag::other_inline, Habit::empty},
    Element{"colgroup", Tag::other_block, Habit::block},
    Element{"dd", Tag::dd, Habit::block},
    Element{"del", Tag::del, Habit::inline_},
    Element{"details", Tag::details, Habit::block},
    Element{"dialog", Tag::dialog, Habit::block},
    Element{"dir", Tag::ul, Habit::block},
    Element{"div", Tag::div, Habit::block},
    Element{"dl", Tag::dl, Habit::block},
    Element{"dt", Tag::dt, Habit::block},
    Element{"embed", Tag::other_inline, Habit::empty},
    Element{"fieldset", Tag::fieldset, Habit::block},
    Element{"figcaption", Tag::figcaption, Habit::block},
    Element{"figure", Tag::figure, Habit::block},
    Element{"footer", Tag::footer, Habit::block},
    Element{"form", Tag::form, Habit::block},
    Element{"frame", Tag::other_inline, Habit::empty},
    Element{"h1", Tag::h1, Habit::block},
    Element{"h2", Tag::h2, Habit::block},
    Element{"h3", Tag::h3, Habit::block},
    Element{"h4", Tag::h4, Habit::block},
    Element{"h5", Tag::h5, Habit::block},
    Element{"h6", Tag::h6, Habit::block},
    Element{"head", Tag::head, Habit::block},
    Element{"header", Tag::header, Habit::block},
    Element{"hgroup", Tag::other_block, Habit::block},
    Element{"hr", Tag::hr, Habit::empty},
    Element{"html", Tag::html, Habit::block},
    Element{"iframe", Tag::iframe, Habit::raw},
    Element{"img", Tag::img, Habit::empty},
    Element{"input", Tag::input, Habit::empty},
    Element{"legend", Tag::other_block, Habit::block},
    Element{"li", Tag::li, Habit::block},
    Element{"link", Tag::link, Habit::empty},
    Element{"main", Tag::main, Habit::block},
    Element{"menu", Tag::menu, Habit::block},
    Element{"meta", Tag::meta, Habit::empty},
    Element{"nav", Tag::nav, Habit::block},
    Element{"noembed", Tag::iframe, Habit::raw},
    Element{"noframes", Tag::noframes, Habit::raw},
    Element{"noscript", Tag::noscript, Habit::block},
    Element{"object", Tag::object, Habit::block},
    Element{"ol", Tag::ol, Habit::block},
    Element{"optgroup", Tag::option, Habit::block},
    Element{"option", Tag::option, Habit::block},
    Element{"p", Tag::p, Habit::block},
    Element{"param", Tag::param, Habit::empty},
    Element{"pre", Tag::pre, Habit::block},
    Element{"rp", Tag::rp, Habit::inline_},
    Element{"rt", Tag::rt, Habit::inline_},
    Element{"s", Tag::del, Habit::inline_},
    Element{"script", Tag::script, Habit::raw},
    Element{"section", Tag::section, Habit::block},
    Element{"select", Tag::select, Habit::block},
    Element{"source", Tag::source, Habit::empty},
    Element{"strike", Tag::del, Habit::inline_},
    Element{"strong", Tag::strong, Habit::inline_},
    Element{"style", Tag::style, Habit::raw},
    Element{"summary", Tag::summary, Habit::block},
    Element{"sup", Tag::sup, Habit::inline_},
    Element{"svg", Tag::svg, Habit::block},
    Element{"table", Tag::table, Habit::block},
    Element{"tbody", Tag::tbody, Habit::block},
    Element{"td", Tag::td, Habit::block},
    Element{"template", Tag::template_, Habit::block},
    Element{"textarea", Tag::textarea, Habit::raw},
    Element{"tfoot", Tag::tfoot, Habit::block},
    Element{"th", Tag::th, Habit::block},
    Element{"thead", Tag::thead, Habit::block},
    Element{"title", Tag::title, Habit::raw_text},
    Element{"tr", Tag::tr, Habit::block},
    Element{"track", Tag::source, Habit::empty},
    Element{"ul", Tag::ul, Habit::block},
    Element{"video", Tag::video, Habit::block},
    Element{"wbr", Tag::wbr, Habit::empty},
    Element{"xmp", Tag::xmp, Habit::raw},
};

static_assert(std::ranges::is_sorted(elements, {}, &Element::name));

constexpr std::array<std::pair<std::string_view, Attribute>, 19> attribute_names = {{
    {"alt", Attribute::alt},         {"aria-hidden", Attribute::aria_hidden},
    {"class", Attribute::class_},    {"colspan", Attribute::colspan},
    {"content", Attribute::content}, {"data-src", Attribute::data_src},
    {"hidden", Attribute::hidden},   {"href", Attribute::href},
    {"id", Attribute::id},           {"itemprop", Attribute::itemprop},
    {"name", Attribute::name},       {"property", Attribute::property},
    {"role", Attribute::role},       {"rowspan", Attribute::rowspan},
    {"src", Attribute::src},         {"start", Attribute::start},
    {"style", Attribute::style},     {"title", Attribute::title},
    {"type", Attribute::type},
}};

Element element_named(std::string_view name) {
    const auto found = std::ranges::lower_bound(elements, name, {}, &Element::name);
    return found != elements.end() && found->name == name ? *found : Element{name, Tag::other_inline, Habit::inline_};
}

constexpr bool is_html_blank(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r');
}

/// Of the source, in which a byte of a longer character is no sign of HTML.
constexpr bool is_letter_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(Raw name) {
    std::string small(name);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

// ---- the tree, as tags come in

class Builder {
  public:
    Builder(HtmlTree& tree, Draft& draft) : tree_(tree), draft_(draft) {
        tree_.nodes.emplace_back().tag = Tag::other_block;
        open_.push_back({0, Habit::block});
    }

    void finish() {
        while (!open_.empty()) pop();
    }

    void text(Stretch run) {
        const auto blank = [](char32_t c) { return is_html_blank(c); };
        const bool visible =
            !std::ranges::all_of(std::u32string_view(tree_.characters).substr(run.begin, run.size), blank);
        if (visible && top() == Tag::head) pop();
        add(Tag::none);
        tree_.nodes.back().own = run;
    }

    /// `attributes` of the tag have just been appended to the tree's.
    void start(const Element& element, std::size_t attributes, bool self_closed) {
        close_what_it_ends(element);
        add(element.tag);
        tree_.nodes.back().own = {static_cast<std::uint32_t>(tree_.attributes.size() - attributes),
                                  static_cast<std::uint32_t>(attributes)};
        if (element.habit == Habit::empty || self_closed) return;
        if (open_.size() >= deepest_element) {
            ++unnested_[index(element.tag)];
            draft_.report(Problem::Kind::too_deep, 0);
            return;
        }
        open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), element.habit});
        ++open_count_[index(element.tag)];
    }

    void end(const Element& element) {
        if (unnested_[index(element.tag)] > 0) {
            --unnested_[index(element.tag)];
            return;
        }
        const bool is_open = open_count_[index(element.tag)] > 0;
        if (!is_open && element.tag == Tag::p) add(Tag::p);  // as in a browser, it breaks the line
        if (!is_open && !is_heading(element.tag)) return;
        const bool of_tables = is_of_tables(element.tag);
        for (std::size_t i = open_.size(); i-- > 1;) {
            const Tag tag = tree_.nodes[open_[i].node].tag;
            if (tag == element.tag || (is_heading(tag) && is_heading(element.tag))) return pop_to(i);
            // A stray end tag must not close what it stands in.
            if (element.habit == Habit::inline_ && open_[i].habit != Habit::inline_) return;
            if (!of_tables && (tag == Tag::td || tag == Tag::th)) return;
        }
    }

  private:
    struct Open {
        std::uint32_t node;
        Habit habit;
    };

    static std::size_t index(Tag tag) { return static_cast<std::size_t>(tag); }

    static bool is_of_tables(Tag tag) {
        return tag == Tag::table || tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot || tag == Tag::tr ||
               tag == Tag::td || tag == Tag::th || tag == Tag::body || tag == Tag::html;
    }

    [[nodiscard]] Tag top() const { return tree_.nodes[open_.back().node].tag; }

    void add(Tag tag) {
        Node node;
        node.tag = tag;
        node.parent = open_.back().node;
        node.end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
        tree_.nodes.push_back(node);
    }

    void pop() {
        Node& node = tree_.nodes[open_.back().node];
        node.end = static_cast<std::uint32_t>(tree_.nodes.size());
        if (open_count_[index(node.tag)] > 0) --open_count_[index(node.tag)];
        open_.pop_back();
    }

    void pop_to(std::size_t depth) {
        while (open_.size() > depth) pop();
    }

    /// Closes the nearest of `tags` that is open inside the nearest of `bounds`.
    void close_nearest(std::initializer_list<Tag> tags, std::initializer_list<Tag> bounds) {
        for (std::size_t i = open_.size(); i-- > 1;) {
            const Tag tag = tree_.nodes[open_[i].node].tag;
            if (std::ranges::find(tags, tag) != tags.end()) return pop_to(i);
            if (std::ranges::find(bounds, tag) != bounds.end()) return;
        }
    }

    void close_paragraph() {
        for (std::size_t i = open_.size(); i-- > 1;) {
            if (tree_.nodes[open_[i].node].tag == Tag::p) return pop_to(i);
            if (open_[i].habit != Habit::inline_) return;
        }
    }

    void close_what_it_ends(const Element& element) {
        switch (element.tag) {
            case Tag::a:
                if (top() == Tag::a) pop();
                break;
            case Tag::li:
                close_nearest({Tag::li}, {Tag::ul, Tag::ol, Tag::menu, Tag::table, Tag::td, Tag::th});
                break;
            case Tag::dt:
            case Tag::dd:
                close_nearest({Tag::dt, Tag::dd}, {Tag::dl, Tag::table, Tag::td, Tag::th});
                break;
            case Tag::option:
                close_nearest({Tag::option}, {Tag::select});
                break;
            case Tag::td:
            case Tag::th:
                close_nearest({Tag::td, Tag::th}, {Tag::tr, Tag::table});
                break;
            case Tag::tr:
                close_nearest({Tag::tr}, {Tag::table});
                break;
            case Tag::tbody:
            case Tag::thead:
            case Tag::tfoot:
                close_nearest({Tag::tbody, Tag::thead, Tag::tfoot}, {Tag::table});
                break;
            case Tag::body:
                close_nearest({Tag::head}, {Tag::body});
                break;
            default:
                break;
        }
        if (element.habit == Habit::block || element.tag == Tag::hr) close_paragraph();
        if (is_heading(element.tag) && is_heading(top())) pop();
        const bool belongs_in_head = element.tag == Tag::meta || element.tag == Tag::link ||
                                     element.tag == Tag::title || element.tag == Tag::noscript ||
                                     element.tag == Tag::template_ || element.habit == Habit::raw ||
                                     element.tag == Tag::html || element.tag == Tag::head;
        if (top() == Tag::head && !belongs_in_head) pop();
    }

    HtmlTree& tree_;
    Draft& draft_;
    std::vector<Open> open_;
    std::array<std::uint32_t, 128> open_count_{};
    std::array<std::uint32_t, 128> unnested_{};  ///< started below the deepest level and not yet ended
};

// ---- the characters, cut into tags and text

class Reader {
  public:
    Reader(Raw source, HtmlTree& tree, Draft& draft)
        : source_(source), tree_(tree), draft_(draft), builder_(tree, draft) {}

    void read() {
        // Neither grows on the way: twice of either is more than there is room for.
        tree_.characters.reserve(static_cast<std::size_t>(std::ranges::count_if(source_, begins_character)));
        tree_.nodes.reserve(static_cast<std::size_t>(std::ranges::count(source_, '<')) + 16);
        while (at_ < source_.size()) {
            if (source_[at_] != '<' || !read_markup()) read_text();
        }
        builder_.finish();
    }

  private:
    static bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    Stretch keep_as_is(std::u32string_view text) {
        const std::size_t begin = tree_.characters.size();
        tree_.characters.append(text);
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
    }

    Stretch keep(Raw raw) {
        const std::u32string text = from_utf8(raw);
        return raw.find('&') == Raw::npos ? keep_as_is(text) : keep_as_is(without_references(text));
    }

    void read_text() {
        const std::size_t end = std::min(source_.find('<', at_ + 1), source_.size());
        builder_.text(keep(source_.substr(at_, end - at_)));
        at_ = end;
    }

    /// False if the '<' here is only a character.
    bool read_markup() {
        const char next = peek(1);
        if (is_letter_byte(next)) return read_start_tag();
        if (next == '/' && is_letter_byte(peek(2))) return read_end_tag();
        if (source_.substr(at_, 4) == "<!--") return skip_past("-->", at_ + 2);
        if (source_.substr(at_, 9) == "<![CDATA[") {
            const std::size_t begin = at_ + 9;
            if (!skip_past("]]>", begin)) return false;
            if (at_ >= begin + 3) builder_.text(keep_as_is(from_utf8(source_.substr(begin, at_ - begin - 3))));
            return true;
        }
        if (next == '!' || next == '?' || next == '/') return skip_past(">", at_ + 1);
        return false;
    }

    /// To the end of `mark`; if there is none in the rest of the file, to the next '>', so that a comment left open
    /// does not swallow the page. False if there is none either. Each mark is looked for in vain once only.
    bool skip_past(Raw mark, std::size_t from) {
        const bool missing = std::ranges::find(missing_, mark) != missing_.end();
        const std::size_t end = missing ? Raw::npos : source_.find(mark, from);
        if (end != Raw::npos) {
            at_ = end + mark.size();
            return true;
        }
        if (!missing) missing_.push_back(mark);
        draft_.report(Problem::Kind::unpaired_markup, 0);
        return mark != ">" && skip_past(">", from);
    }

    std::string read_name() {
        const std::size_t begin = at_;
        while (at_ < source_.size() && !is_html_blank(source_[at_]) && source_[at_] != '>' && source_[at_] != '/')
            ++at_;
        constexpr std::size_t longest_name = 32;
        return lower(source_.substr(begin, std::min(at_ - begin, longest_name)));
    }

    bool read_start_tag() {
        if (std::ranges::find(missing_, Raw(">")) != missing_.end()) return false;
        const std::size_t begin = at_++;
        const std::size_t attributes_before = tree_.attributes.size();
        const std::string name = read_name();
        const Element element = element_named(name);
        bool self_closed = false;
        if (!read_attributes(attributes_before, self_closed)) {
            tree_.attributes.resize(attributes_before);
            return mend_tag(begin);
        }
        builder_.start(element, tree_.attributes.size() - attributes_before, self_closed);
        if (!self_closed && (element.habit == Habit::raw || element.habit == Habit::raw_text)) read_raw(element);
        return true;
    }

    /// A tag that never closes, mostly for a quote left open: it ends at the next '>' whatever quotes say.
    bool mend_tag(std::size_t begin) {
        ++mended_;
        at_ = begin;
        return skip_past(">", begin);
    }

    bool read_end_tag() {
        const std::size_t begin = at_;
        at_ += 2;
        const Element element = element_named(read_name());
        if (!skip_past(">", at_)) {
            at_ = begin;
            return false;
        }
        if (element.tag == Tag::br) {
            builder_.start(element, 0, false);
        } else {
            builder_.end(element);
        }
        return true;
    }

    bool read_attributes(std::size_t first, bool& self_closed) {
        // A page full of tags left open is not worth more than a few long looks.
        constexpr std::size_t most_mended = 50;
        const bool trust_quotes = mended_ < most_mended;
        for (;;) {
            while (at_ < source_.size() && (is_html_blank(source_[at_]) || source_[at_] == '/')) {
                self_closed = source_[at_++] == '/' || (self_closed && is_html_blank(source_[at_ - 1]));
            }
            if (at_ >= source_.size()) return false;
            if (source_[at_] == '>') {
                ++at_;
                return true;
            }
            self_closed = false;
            const std::size_t name_begin = at_++;
            while (at_ < source_.size() && !is_html_blank(source_[at_]) && source_[at_] != '=' && source_[at_] != '>' &&
                   source_[at_] != '/')
                ++at_;
            const Raw name = source_.substr(name_begin, at_ - name_begin);
            while (is_html_blank(peek())) ++at_;
            Raw value;
            if (peek() == '=') {
                ++at_;
                while (is_html_blank(peek())) ++at_;
                const char quote = peek();
                if ((quote == '"' || quote == '\'') && trust_quotes) {
                    const std::size_t close = source_.find(quote, at_ + 1);
                    if (close == Raw::npos) return false;
                    value = source_.substr(at_ + 1, close - at_ - 1);
                    at_ = close + 1;
                } else {
                    const std::size_t begin = at_;
                    while (at_ < source_.size() && !is_html_blank(source_[at_]) && source_[at_] != '>') ++at_;
                    value = source_.substr(begin, at_ - begin);
                }
            }
            keep_attribute(first, name, value);
        }
    }

    void keep_attribute(std::size_t first, Raw name, Raw value) {
        constexpr std::size_t longest_name = 16;
        if (name.size() > longest_name) return;
        const std::string small = lower(name);
        const auto known = std::ranges::lower_bound(attribute_names, std::string_view(small), {},
                                                    &std::pair<std::string_view, Attribute>::first);
        if (known == attribute_names.end() || known->first != small) return;
        for (std::size_t i = first; i < tree_.attributes.size(); ++i) {
            if (tree_.attributes[i].attribute == known->second) return;
        }
        tree_.attributes.push_back({known->second, keep(value)});
    }

    /// What stands in a script or style is not text; what stands in a title is, but holds no tags.
    void read_raw(const Element& element) {
        const std::size_t begin = at_;
        std::size_t end = title_is_open_ && element.habit == Habit::raw_text ? Raw::npos : source_.find("</", begin);
        while (end != Raw::npos && lower(source_.substr(end + 2, element.name.size())) != element.name) {
            end = source_.find("</", end + 2);
        }
        if (end == Raw::npos) {
            draft_.report(Problem::Kind::unpaired_markup, 0, std::string(element.name));
            // A script left open runs to the end, a title only to the end of its line.
            title_is_open_ = true;
            end = element.habit == Habit::raw ? source_.size()
                                              : std::min(source_.find_first_of("\n<", begin), source_.size());
        }
        if (element.habit == Habit::raw_text) builder_.text(keep(source_.substr(begin, end - begin)));
        builder_.end(element);
        at_ = end;
    }

    Raw source_;
    HtmlTree& tree_;
    Draft& draft_;
    Builder builder_;
    std::vector<Raw> missing_;
    std::size_t at_ = 0;
    std::size_t mended_ = 0;
    bool title_is_open_ = false;
};

}  // namespace

std::u32string_view HtmlTree::value(const Node& node, Attribute attribute) const {
    const AttributeValue* const found = attribute_of(node, attribute);
    return found ? view(found->value) : std::u32string_view();
}

bool HtmlTree::has(const Node& node, Attribute attribute) const {
    return attribute_of(node, attribute) != nullptr;
}

const HtmlTree::AttributeValue* HtmlTree::attribute_of(const Node& node, Attribute attribute) const {
    if (node.tag == Tag::none) return nullptr;
    for (std::size_t i = node.own.begin; i < node.own.begin + node.own.size; ++i)
        if (attributes[i].attribute == attribute) return &attributes[i];
    return nullptr;
}

bool is_link(const HtmlTree& tree, const Node& node) {
    if (node.tag != Tag::a) return false;
    return tree.has(node, Attribute::href) ? !tree.value(node, Attribute::href).empty()
                                           : !tree.has(node, Attribute::name) && !tree.has(node, Attribute::id);
}

HtmlTree parse_html(Raw source, Draft& draft) {
    HtmlTree tree;
    Reader(source, tree, draft).read();
    // Mostly tags and no text: the room is wanted for the article.
    if (tree.characters.size() < tree.characters.capacity() / 2) tree.characters.shrink_to_fit();
    return tree;
}

std::size_t number_or(std::u32string_view text, std::size_t otherwise, std::size_t most) {
    std::size_t number = 0;
    std::size_t size = 0;
    while (size < text.size() && text[size] >= U'0' && text[size] <= U'9') {
        number = std::min(number * 10 + (text[size++] - U'0'), most);
    }
    return size > 0 ? number : otherwise;
}

std::string lower_ascii(std::u32string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (const char32_t c : text) {
        lower.push_back(c >= U'A' && c <= U'Z' ? static_cast<char>(c - U'A' + U'a')
                        : c < 0x80             ? static_cast<char>(c)
                                               : '?');
    }
    return lower;
}

}  // namespace tingdu::text
