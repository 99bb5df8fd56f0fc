#include "kiosk/platform/store/store.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/store/watch.h"
#include "tests/door/store/failing_disk.h"

using namespace tingdu;
using namespace tingdu::platform;
using namespace tingdu::tests;
namespace fs = std::filesystem;

namespace {

using Articles = std::map<std::string, std::string>;

const Articles morning{{"水.txt", "停水"}, {"通知/门.txt", "开门"}, {"通知/窗/图.png", "png"}};
const Articles noon{{"水.txt", "来水"}, {"通知/门.txt", "开门"}, {"生活/饭.txt", "开饭"}};
const Articles evening{{"月.txt", "赏月"}};
const Articles night{{"睡.txt", "关灯"}};

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "tingdu-store-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string library() const { return path_ + "/馆.library"; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
    }

  private:
    std::string path_;
};

/// What stays the same is kept, as an import does.
Result<void> publish(const std::string& library, const Articles& articles) {
    const auto edition = NextEdition::begin(library);
    if (!edition) return tl::unexpected(edition.error());
    for (const auto& [name, text] : articles) {
        const bool stays = (*edition)->before() && fs::exists(*(*edition)->before() + "/" + name) && name.size() > 10;
        auto done = stays ? (*edition)->keep(name) : (*edition)->add(name, bytes_of(text));
        if (!done) return done;
    }
    return (*edition)->publish();
}

Articles now_in(const std::string& library) {
    Articles articles;
    const auto folder = edition_that_counts(library);
    if (!folder) return articles;
    for (const auto& entry : fs::recursive_directory_iterator(*folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        articles[entry.path().lexically_relative(*folder).string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return articles;
}

}  // namespace

TEST_CASE("what is published counts, and what stays is not written twice") {
    const Folder folder;
    CHECK(edition_that_counts(folder.library()).error().fault == Fault::missing);
    REQUIRE(publish(folder.library(), morning));
    CHECK(now_in(folder.library()) == morning);
    REQUIRE(publish(folder.library(), noon));
    CHECK(now_in(folder.library()) == noon);
    CHECK(fs::hard_link_count(*edition_that_counts(folder.library()) + "/通知/门.txt") == 2);
}

TEST_CASE("three editions are kept, one goes back through them, and then no further") {
    const Folder folder;
    for (const Articles& each : {morning, noon, evening, night}) REQUIRE(publish(folder.library(), each));
    CHECK(folder.size() == 2 + editions_kept);  // FILE and its lock
    REQUIRE(go_back(folder.library()));
    CHECK(now_in(folder.library()) == evening);
    REQUIRE(go_back(folder.library()));
    CHECK(now_in(folder.library()) == noon);
    CHECK(go_back(folder.library()).error().fault == Fault::no_library_before);
    CHECK(now_in(folder.library()) == noon);
    REQUIRE(publish(folder.library(), morning));
    CHECK(now_in(folder.library()) == morning);
    REQUIRE(go_back(folder.library()));
    CHECK(now_in(folder.library()) == noon);
    CHECK(go_back(folder.path() + "/none").error().fault == Fault::missing);
    CHECK_FALSE(fs::exists(folder.path() + "/none.lock"));
}

TEST_CASE("an edition that is not published leaves nothing, and one at a time is made") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    const std::size_t before = folder.size();
    {
        const auto edition = NextEdition::begin(folder.library());
        REQUIRE((*edition)->add("月.txt", bytes_of("赏月")));
        CHECK(publish(folder.library(), evening).error() == Error{Fault::library_busy, "馆.library", {}});
        CHECK(go_back(folder.library()).error().fault == Fault::library_busy);
        CHECK(now_in(folder.library()) == morning);
    }
    CHECK(folder.size() == before);
    CHECK(publish(folder.library(), evening));
}

TEST_CASE("what is no library is not touched") {
    const Folder folder;
    std::ofstream(folder.library()) << "shopping list\n";
    CHECK(publish(folder.library(), morning).error().fault == Fault::not_library);
    CHECK(edition_that_counts(folder.library()).error().fault == Fault::not_library);
    CHECK(folder.size() == 1);
    CHECK(publish(folder.path(), morning).error().fault == Fault::not_library);
}

TEST_CASE("a damaged or lost FILE is made up for by the youngest edition") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    REQUIRE(publish(folder.library(), noon));
    std::ofstream(folder.library()) << "\x01\x02";
    CHECK(now_in(folder.library()) == noon);
    fs::remove(folder.library());
    CHECK(now_in(folder.library()) == noon);
    REQUIRE(go_back(folder.library()));
    CHECK(now_in(folder.library()) == morning);
    fs::remove_all(*edition_that_counts(folder.library()));
    CHECK(now_in(folder.library()) == noon);  // given up, and still there
}

TEST_CASE("a disk without room for what comes says so before anything is written") {
    const Folder folder;
    const auto edition = NextEdition::begin(folder.library());
    CHECK((*edition)->make_sure_of(1U << 20U, 10));
    CHECK((*edition)->make_sure_of(1ULL << 60U, 10).error().fault == Fault::no_space);
}

TEST_CASE("whichever call to the disk fails, the old edition counts or the new, whole, and the next import goes well") {
    for (const Failure failure : {Failure::full, Failure::broken}) {
        bool came_to_it = true;
        int calls = 0;
        for (; came_to_it; ++calls) {
            CAPTURE(calls);
            const Folder folder;
            REQUIRE(publish(folder.library(), morning));
            fail_after(calls, failure);
            const auto published = publish(folder.library(), noon);
            came_to_it = stop_failing();
            const Articles now = now_in(folder.library());
            CHECK((now == noon || (now == morning && !published)));
            CHECK((published || published.error().subject == "馆.library"));
            REQUIRE(publish(folder.library(), evening));
            CHECK(now_in(folder.library()) == evening);
            CHECK(folder.size() <= 2 + editions_kept);
            REQUIRE(go_back(folder.library()));
            CHECK(now_in(folder.library()) == now);
        }
        CHECK(calls > 15);
    }
}

TEST_CASE("at whichever call the power fails, the old edition counts or the new, whole, and what is left over goes") {
    for (const Articles& before : {morning, Articles{}}) {
        bool came_to_it = true;
        for (int calls = 0; came_to_it; ++calls) {
            CAPTURE(calls);
            const Folder folder;
            if (!before.empty()) REQUIRE(publish(folder.library(), before));
            const pid_t child = ::fork();
            if (child == 0) {
                fail_after(calls, Failure::no_power);
                ::_exit(publish(folder.library(), noon) ? 0 : 1);
            }
            int status = 0;
            REQUIRE(::waitpid(child, &status, 0) == child);
            came_to_it = WEXITSTATUS(status) == power_failed;
            CHECK((came_to_it || WEXITSTATUS(status) == 0));
            const Articles now = now_in(folder.library());
            CHECK((now == noon || (now == before && came_to_it)));
            REQUIRE(publish(folder.library(), evening));
            CHECK(now_in(folder.library()) == evening);
            CHECK(folder.size() <= 2 + 1 + (now.empty() ? 0U : 1U) + (now == noon && !before.empty() ? 1U : 0U));
        }
    }
}

TEST_CASE("a watch notices when another edition counts, and nothing else") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    LibraryWatch watch(folder.library());
    CHECK_FALSE(watch.take_change());
    REQUIRE(publish(folder.library(), noon));
    CHECK(watch.take_change());
    CHECK_FALSE(watch.take_change());
    std::ofstream(folder.path() + "/else") << "x";
    CHECK_FALSE(watch.take_change());
    REQUIRE(go_back(folder.library()));
    CHECK(watch.take_change());
}
