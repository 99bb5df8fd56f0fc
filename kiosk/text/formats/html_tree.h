// HTML as a tree, however broken: bounded in depth, linear in time, never failing.
// It knows which elements close which, and nothing of what they mean to a reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/draft.h"

namespace tingdu::text {

enum class Tag : std::uint8_t {
    none,  ///< a run of text
    other_inline,
    other_block,
    a,
    address,
    article,
    aside,
    audio,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    dd,
    del,
    details,
    dialog,
    div,
    dl,
    dt,
    fieldset,
    figcaption,
    figure,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    iframe,
    img,
    input,
    li,
    link,
    main,
    menu,
    meta,
    nav,
    noframes,
    noscript,
    object,
    ol,
    option,
    p,
    param,
    pre,
    rp,
    rt,
    script,
    section,
    select,
    source,
    strong,
    style,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    title,
    tr,
    ul,
    video,
    wbr,
    xmp,
};

[[nodiscard]] constexpr bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

enum class Attribute : std::uint8_t {
    alt,
    aria_hidden,
    class_,
    colspan,
    content,
    data_src,
    hidden,
    href,
    id,
    itemprop,
    name,
    property,
    role,
    rowspan,
    src,
    start,
    style,
    title,
    type
};

/// Part of what the tree holds. A page of 20 MB may have three million nodes, so that each byte of them counts.
struct Stretch {
    std::uint32_t begin{};
    std::uint32_t size{};
};

/// A node of the tree. Nodes stand in document order; those inside node `i` are `i + 1` to its `end`.
struct Node {
    Tag tag{};
    std::uint32_t parent{};
    std::uint32_t end{};
    Stretch own;  ///< of a run of text its HtmlTree::characters, of an element its HtmlTree::attributes
};

struct HtmlTree {
    struct AttributeValue {
        Attribute attribute{};
        Stretch value;  ///< in `characters`
    };

    std::u32string characters;
    std::vector<AttributeValue> attributes;
    std::vector<Node> nodes;  ///< the first is the document

    /// Of a run of text; empty for an element.
    [[nodiscard]] std::u32string_view text(const Node& node) const {
        return node.tag == Tag::none ? view(node.own) : std::u32string_view();
    }
    /// The value of an attribute; empty if the node has none.
    [[nodiscard]] std::u32string_view value(const Node& node, Attribute attribute) const;
    [[nodiscard]] bool has(const Node& node, Attribute attribute) const;

  private:
    /// Null if the node has none.
    [[nodiscard]] const AttributeValue* attribute_of(const Node& node, Attribute attribute) const;
    [[nodiscard]] std::u32string_view view(Stretch part) const {
        return std::u32string_view(characters).substr(part.begin, part.size);
    }
};

/// What can be followed: an <a> with a place to go to, or a script's, which has none and no name either.
[[nodiscard]] bool is_link(const HtmlTree& tree, const Node& node);

/// `source` is UTF-8, whatever its bytes are. Reports to `draft` what had to be mended.
[[nodiscard]] HtmlTree parse_html(std::string_view source, Draft& draft);

/// A whole number at the start of `text`, at most `most`; `otherwise` if there is none.
[[nodiscard]] std::size_t number_or(std::u32string_view text, std::size_t otherwise, std::size_t most);

/// "DIV" is "div": ASCII letters only; what is not ASCII is '?' each.
[[nodiscard]] std::string lower_ascii(std::u32string_view text);

}  // namespace tingdu::text
