// Holds the table beside this file to its word: every clause stands in it, and what is said to show it is there and is
// run.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace fs = std::filesystem;

namespace {

const fs::path source = TINGDU_SOURCE_DIR;

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Row {
    std::string standard;  ///< the heading above its table
    std::string clause, asks, done, shown;
};

/// The rows of the tables of four columns, by their headings of the second rank.
std::vector<Row> rows() {
    static const std::regex of_four{R"(^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$)"};
    std::vector<Row> rows;
    std::string standard;
    std::ifstream file(source / "tests/conformance/README.md");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) standard = line.substr(3);
        std::smatch cells;
        if (std::regex_match(line, cells, of_four) && cells[1] != "clause")
            rows.push_back({standard, cells[1], cells[2], cells[3], cells[4]});
    }
    return rows;
}

/// The programs that ctest runs, by name.
std::set<std::string> programs() {
    static const std::regex program{R"(tingdu_tests\((\S+))"};
    const std::string lists = contents(source / "tests/CMakeLists.txt");
    std::set<std::string> names;
    for (std::sregex_iterator it(lists.begin(), lists.end(), program), end; it != end; ++it) names.insert((*it)[1]);
    return names;
}

/// A test of a program, by its sentence, or a visit of the journeys, by its file.
bool exists(const std::string& program, const std::string& name) {
    const fs::path folder = source / "tests" / program;
    if (name.ends_with(".visit")) return fs::exists(folder / name);
    const std::string head = "TEST_CASE(\"" + name + "\")";
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".cpp" && contents(entry.path()).find(head) != std::string::npos) return true;
    return false;
}

std::vector<std::string> series(const std::string& head, char first, char last) {
    std::vector<std::string> clauses;
    for (char c = first; c <= last; ++c) clauses.push_back(head + c);
    return clauses;
}

std::vector<std::string> numbered(const std::string& head, int last) {
    std::vector<std::string> clauses;
    for (int i = 1; i <= last; ++i) clauses.push_back(head + std::to_string(i));
    return clauses;
}

/// What each standard has of clauses.
std::map<std::string, std::vector<std::vector<std::string>>> wanted() {
    return {
        {"EN 301 549",
         {numbered("5.1.2.", 2),
          numbered("5.1.3.", 16),
          {"5.1.4", "5.1.5"},
          numbered("5.1.6.", 2),
          {"5.1.7"},
          numbered("5.5.", 2),
          numbered("5.6.", 2),
          {"5.7", "5.8"},
          numbered("8.2.1.", 2),
          numbered("8.2.2.", 2)}},
        {"VVSG 2.0", {series("7.1-", 'A', 'P'), series("7.2-", 'A', 'R')}},
        {"WCAG 2.2",
         {{"1.1.1"},
          numbered("1.2.", 5),
          numbered("1.3.", 5),
          numbered("1.4.", 6),
          {"1.4.8", "1.4.10", "1.4.11"},
          {"1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4"},
          numbered("2.2.", 2),
          {"2.3.1"},
          numbered("2.4.", 7),
          {"2.4.11"},
          numbered("2.5.", 5),
          {"2.5.7", "2.5.8"},
          numbered("3.1.", 2),
          numbered("3.2.", 4),
          {"3.2.6"},
          numbered("3.3.", 4),
          {"3.3.7", "3.3.8", "4.1.2", "4.1.3"}}},
        {"工业和信息化部 2021：适老化通用设计规范",
         {{"字型大小", "行间距", "对比度", "颜色用途", "验证码"},
          {"组件焦点大小", "手势操作", "充足操作时间", "浮窗"},
          {"提示机制", "辅助技术", "禁止广告插件及弹窗", "禁止诱导类按键", "个人信息安全", "语音"}}},
    };
}

}  // namespace

TEST_CASE("every clause stands in the table once") {
    std::map<std::string, std::vector<std::string>> there;
    for (const Row& row : rows()) there[row.standard].push_back(row.clause);
    for (const auto& [standard, groups] : wanted()) {
        std::vector<std::string> clauses;
        for (const auto& group : groups) clauses.insert(clauses.end(), group.begin(), group.end());
        std::ranges::sort(clauses);
        std::ranges::sort(there[standard]);
        CAPTURE(standard);
        CHECK(there[standard] == clauses);
    }
}

TEST_CASE("what is said to show a clause is there and is run") {
    static const std::regex reference{R"(`([^`:]+): ([^`]+)`)"};
    static const std::regex state{"^(test `.*|operator: .+|none|open: .+)$"};
    const auto run = programs();
    for (const Row& row : rows()) {
        CAPTURE(row.standard);
        CAPTURE(row.clause);
        CAPTURE(row.shown);
        CHECK(std::regex_match(row.shown, state));
        for (std::sregex_iterator it(row.shown.begin(), row.shown.end(), reference), end; it != end; ++it) {
            const std::string program = (*it)[1];
            const std::string name = (*it)[2];
            CAPTURE(name);
            CHECK(run.contains(program));
            CHECK(exists(program, name));
        }
    }
}

TEST_CASE("a test that is not there is missed") {
    CHECK(exists("unit/view", "no note is below a capital of 4.8 millimetres"));
    CHECK_FALSE(exists("unit/view", "no note is below a capital of 4.8"));
    CHECK_FALSE(exists("journey", "nowhere.visit"));
}
