#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {

TEST_CASE("a summary in the head is read first, and notes where they stand, without their marks") {
    const auto opened = open(
        "---\ntitle: 津贴怎么领\n摘要: 满八十周岁，每月一百元。\n---\n\n每月可领[^1]，"
        "全年不断[^说明]。\n\n[^1]: 从满岁的下个月起。\n[^说明]: 春节照领。\n",
        "a.md");
    CHECK(outline(opened) ==
          "title 津贴怎么领\nparagraph 满八十周岁，每月一百元。\nparagraph 每月可领，全年不断。\n"
          "note 注：从满岁的下个月起。\nnote 注：春节照领。\n");
    CHECK(outline(open("---\ntitle: 停水\nsummary: 明天停水。\n---\n\n通知：明天停水。请存水。\n", "a.md")) ==
          "title 停水\nparagraph 通知：明天停水。请存水。\n");
}

TEST_CASE("Markdown is read without its marks") {
    const auto opened = open(R"(---
title: "居民健康讲座"
date: 2024-05-06
source: 幸福社区
---

# 居民健康讲座

**重要：**请带*身份证*，见[说明](http://example.cn)。第二行
接着写。

## 怎么来

- 一项
- 二项
  - 嵌套项

3. 先取号
4. 再办理

| 窗口 | 时间 |
|---|---|
| 3号 | 九点 |

> 引用的话。

![讲座现场](a.jpg)

图后的话。

```
代码一
代码二
```
<div align=center>居中的字</div>

结束<br>新行 &amp; 完
)",
                             "a.md");
    CHECK(outline(opened) == R"(title 居民健康讲座
paragraph 重要：请带身份证，见说明。第二行接着写。
heading 怎么来
item 一项
item 二项
item 嵌套项
item 3. 先取号
item 4. 再办理
row 窗口：3号，时间：九点
paragraph 引用的话。
picture 讲座现场
paragraph 图后的话。
paragraph 代码一
paragraph 代码二
paragraph 居中的字
paragraph 结束
paragraph 新行 & 完
)");
    CHECK(opened->article.date == Date{2024, 5, 6});
    CHECK(utf8(opened->article.source) == "幸福社区");
}

TEST_CASE("the line below a table's head may be as short as GitHub lets it be, and a stroke in a cell stays one") {
    const std::string said = "paragraph 见下表。\nrow 时间：周一，地点：河边\n";
    for (const std::string line : {"|---|---|", "|-|-|", "| :-: | - |", "-|--"}) {
        CAPTURE(line);
        CHECK(outline(open("见下表。\n\n时间 | 地点\n" + line + "\n周一 | 河边\n", "b.md")) == said);
    }
    CHECK(outline(open("见下表。\n\n时间 | 地点\n-|-\n周一 | -\n", "b.md")) ==
          "paragraph 见下表。\nrow 时间：周一，地点：-\n");
}

TEST_CASE("what is struck out in Markdown is not read, wherever its marks stand") {
    CHECK(outline(open("# 通知\n\n工本费 ~~20 元~~ 10 元。\n\n时间：~~上午~~下午。\n", "b.md")) ==
          "title 通知\nparagraph 工本费 10 元。\nparagraph 时间：下午。\n");
}

TEST_CASE("lines that each bear a label are not run together, and a wrapped sentence is not taken apart") {
    CHECK(
        outline(open("# 讲座\n\n安排如下：\n时间：九点\n地点：三楼大厅\n联系人：王老师\n", "a.md")) ==
        "title 讲座\nparagraph 安排如下：\nparagraph 时间：九点\nparagraph 地点：三楼大厅\nparagraph 联系人：王老师\n");
    CHECK(outline(open("# 讲座\n\n那天上午她来了，\n王医生说：慢慢走。\n", "a.md")) ==
          "title 讲座\nparagraph 那天上午她来了，王医生说：慢慢走。\n");
    CHECK(outline(open("# Talk\n\nThere is one\nrule: walk slowly.\n", "a.md")) ==
          "title Talk\nparagraph There is one rule: walk slowly.\n");
    CHECK(outline(open("# Talk\n\nDate: Monday\nPlace: upstairs\n", "a.md")) ==
          "title Talk\nparagraph Date: Monday\nparagraph Place: upstairs\n");
}

TEST_CASE("head lines before Markdown are not part of it") {
    const auto opened = open("标题：停电通知\n日期：2024-01-02\n来源：供电所\n\n明天**停电**。\n", "b.md");
    CHECK(outline(opened) == "title 停电通知\nparagraph 明天停电。\n");
    CHECK(opened->article.date == Date{2024, 1, 2});
}

TEST_CASE("a byline under a Markdown title is a byline") {
    const auto opened = open("# 停电通知\n\n日期：2024-01-02\n来源：供电所\n\n明天停电。\n", "b.md");
    CHECK(outline(opened) == "title 停电通知\nparagraph 明天停电。\n");
    CHECK(utf8(opened->article.source) == "供电所");
}

}  // namespace tingdu::text
