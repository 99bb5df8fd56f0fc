#include "kiosk/platform/store/store.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

std::string text_of(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class Folder {
  public:
    Folder() {
        // In memory where that is possible: it is the calls that fail here, and syncing a real disk takes minutes.
        const fs::path memory = "/dev/shm";
        std::string name =
            ((fs::is_directory(memory) ? memory : fs::temp_directory_path()) / "tingdu-store-XXXXXX").string();
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

/// What stays the same is left as it is, as an import does; the list says how many files there are.
Result<void> publish(const std::string& library, const Articles& articles) {
    const auto edition = NextEdition::begin(library);
    if (!edition) return tl::unexpected(edition.error());
    Library before(library);
    for (const std::string& name : before.names().value_or(std::vector<std::string>()))
        if (!articles.contains(name))
            if (auto dropped = (*edition)->drop(name); !dropped) return dropped;
    for (const auto& [name, text] : articles) {
        const auto old = before.read(name, 1000, 1000);
        if (old && text_of(*old) == text && before.state_of(name).value_or(std::nullopt)) continue;
        if (auto put = (*edition)->put(name, bytes_of(text)); !put) return put;
    }
    return (*edition)->publish(bytes_of(std::to_string(articles.size())));
}

Articles now_in(const std::string& library) {
    Articles articles;
    Library now(library);
    const auto names = now.names();
    if (!names) return articles;
    for (const std::string& name : *names) {
        const auto bytes = now.read(name, 1000, 1000);
        CHECK(bytes);
        if (bytes) articles[name] = text_of(*bytes);
    }
    const auto list = now.list();
    CHECK((list && text_of(*list) == std::to_string(articles.size())));
    return articles;
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("what is published counts, what stays is written once, and what is gone is there no longer") {
    const Folder folder;
    CHECK(Library(folder.library()).revision().error() == Error{Fault::missing, "馆.library", {}});
    REQUIRE(publish(folder.library(), morning));
    CHECK(now_in(folder.library()) == morning);
    Library library(folder.library());
    const auto door = library.state_of("通知/门.txt");
    const auto water = library.state_of("水.txt");
    REQUIRE((door && *door && water && *water));
    REQUIRE(publish(folder.library(), noon));
    CHECK(now_in(folder.library()) == noon);
    CHECK(*library.state_of("通知/门.txt") == *door);
    CHECK(*library.state_of("水.txt") != *water);
    CHECK_FALSE(*library.state_of("通知/窗/图.png"));
    CHECK(text_of(*library.read("通知/窗/图.png", 100, 100)) == "png");  // for whoever still has it open
    CHECK(library.read("没有.txt", 100, 100).error() == Error{Fault::missing, "没有.txt", {}});
}

TEST_CASE("a file is read as far as is wanted, and not at all if it is too large") {
    const Folder folder;
    const std::string large(100'000, 'x');
    REQUIRE(publish(folder.library(), {{"大.txt", large + "y"}, {"空.txt", ""}}));
    Library library(folder.library());
    CHECK(text_of(*library.read("大.txt", 1'000'000, 1'000)) == std::string(1'000, 'x'));
    CHECK(text_of(*library.read("大.txt", 100'001, 100'001)) == large + "y");
    CHECK(library.read("大.txt", 100'000, 10).error().fault == Fault::too_large);
    CHECK(library.read("空.txt", 10, 10)->empty());
}

TEST_CASE("three editions are kept, one goes back through them, and then no further") {
    const Folder folder;
    for (const Articles& each : {morning, noon, evening, night}) REQUIRE(publish(folder.library(), each));
    CHECK(folder.size() == 3);  // FILE, what is kept of it, its lock
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

TEST_CASE("what no edition needs any more takes no room") {
    const Folder folder;
    const auto edition = [](int number) {
        return Articles{{"大.txt", std::string(200'000, 'a') + std::to_string(number)}};
    };
    for (int i = 0; i < 4; ++i) REQUIRE(publish(folder.library(), edition(i)));
    const auto size = fs::file_size(folder.library());
    for (int i = 4; i < 20; ++i) REQUIRE(publish(folder.library(), edition(i)));
    CHECK(fs::file_size(folder.library()) < size + 100'000);
    CHECK(fs::file_size(folder.library() + ".kept") < size + 100'000);
}

TEST_CASE("an edition that is not published leaves nothing, and one at a time is made") {
    const Folder folder;
    {
        const auto edition = NextEdition::begin(folder.library());
        REQUIRE((*edition)->put("月.txt", bytes_of("赏月")));
        CHECK(now_in(folder.library()).empty());
    }
    CHECK(folder.size() == 1);
    REQUIRE(publish(folder.library(), morning));
    const std::size_t before = folder.size();
    {
        const auto edition = NextEdition::begin(folder.library());
        REQUIRE((*edition)->put("月.txt", bytes_of("赏月")));
        CHECK(publish(folder.library(), evening).error() == Error{Fault::library_busy, "馆.library", {}});
        CHECK(go_back(folder.library()).error().fault == Fault::library_busy);
        CHECK(now_in(folder.library()) == morning);
    }
    CHECK(folder.size() == before);
    CHECK(publish(folder.library(), evening));
}

TEST_CASE("whoever reads goes on while an edition is made, and sees it once it counts") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    Library reading(folder.library());
    const auto revision = reading.revision();
    const auto edition = NextEdition::begin(folder.library());
    REQUIRE((*edition)->put("水.txt", bytes_of("来水")));
    CHECK(text_of(*reading.read("水.txt", 100, 100)) == "停水");
    CHECK(reading.revision() == revision);
    REQUIRE((*edition)->publish(bytes_of("3")));
    CHECK(text_of(*reading.read("水.txt", 100, 100)) == "来水");
    CHECK(reading.revision() != revision);
}

TEST_CASE("what is no library is not touched") {
    const Folder folder;
    write(folder.library(), "shopping list\n");
    CHECK(publish(folder.library(), morning).error().fault == Fault::not_library);
    CHECK(Library(folder.library()).names().error() == Error{Fault::not_library, "馆.library", {}});
    CHECK(look_after(folder.library(), Depth::thorough).error().fault == Fault::not_library);
    CHECK(contents(folder.library()) == "shopping list\n");
    CHECK(folder.size() == 1);
    CHECK(publish(folder.path(), morning).error().fault == Fault::not_library);
    CHECK(Library(folder.path()).list().error().fault == Fault::not_library);
}

TEST_CASE("however FILE is damaged, what is kept is read in its place, and FILE is made whole from it") {
    const auto overwrite = [](const std::string& path, std::size_t at, const std::string& bytes) {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(at));
        file << bytes;
    };
    const std::string rubbish = "\xA5\x5A rubbish \x01\x02";
    const std::vector<std::pair<std::string, std::function<void(const std::string&)>>> damages{
        {"lost", [](const std::string& file) { fs::remove(file); }},
        {"empty", [](const std::string& file) { fs::resize_file(file, 0); }},
        {"cut short", [](const std::string& file) { fs::resize_file(file, 10); }},
        {"cut in half", [](const std::string& file) { fs::resize_file(file, fs::file_size(file) / 2); }},
        {"zeroed", [](const std::string& file) { write(file, std::string(fs::file_size(file), '\0')); }},
        {"another thing", [&](const std::string& file) { write(file, rubbish); }},
        {"its head", [&](const std::string& file) { overwrite(file, 0, rubbish); }},
        {"its first page", [&](const std::string& file) { overwrite(file, 100, std::string(3'000, '\xFF')); }},
        {"all but its first page",
         [&](const std::string& file) { overwrite(file, 4'096, std::string(fs::file_size(file) - 4'096, '\x55')); }},
        {"zeroed, with a stale log beside it",
         [&](const std::string& file) {
             write(file, std::string(8'192, '\0'));
             write(file + "-wal", rubbish);
         }},
    };
    for (const auto& [name, damage] : damages) {
        CAPTURE(name);
        const Folder folder;
        REQUIRE(publish(folder.library(), morning));
        REQUIRE(publish(folder.library(), noon));
        Library reading(folder.library());
        CHECK(reading.list());
        damage(folder.library());
        CHECK(now_in(folder.library()) == noon);
        REQUIRE(look_after(folder.library(), Depth::brief).value_or(Condition::sound) == Condition::mended);
        CHECK(look_after(folder.library(), Depth::thorough).value_or(Condition::mended) == Condition::sound);
        fs::rename(folder.library() + ".kept", folder.path() + "/elsewhere");
        CHECK(now_in(folder.library()) == noon);
        CHECK(text_of(*reading.list()) == "3");
        REQUIRE(publish(folder.library(), evening));
        CHECK(now_in(folder.library()) == evening);
        REQUIRE(go_back(folder.library()));
        REQUIRE(go_back(folder.library()));
        CHECK(now_in(folder.library()) == morning);
    }
}

TEST_CASE("an import into a damaged library begins with what was kept") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    fs::resize_file(folder.library(), 5'000);
    REQUIRE(publish(folder.library(), noon));
    CHECK(now_in(folder.library()) == noon);
    REQUIRE(go_back(folder.library()));
    CHECK(now_in(folder.library()) == morning);
    write(folder.library(), "x");
    CHECK(go_back(folder.library()).error().fault == Fault::no_library_before);
    CHECK(now_in(folder.library()) == morning);
}

TEST_CASE("an article of which a single byte is another is read as it was, and a thorough look mends it") {
    const Folder folder;
    REQUIRE(publish(folder.library(), {{"水.txt", "停水 from nine to ten"}, {"门.txt", "开门"}}));
    Library reading(folder.library());
    REQUIRE(reading.list());
    std::string bytes = contents(folder.library());
    const auto at = bytes.find("from nine");
    REQUIRE(at != std::string::npos);
    bytes[at + 5] = 'f';
    write(folder.library(), bytes);
    CHECK(text_of(*Library(folder.library()).read("水.txt", 100, 100)) == "停水 from nine to ten");
    CHECK(look_after(folder.library(), Depth::thorough).value_or(Condition::sound) == Condition::mended);
    CHECK(contents(folder.library()).find("from fine") == std::string::npos);
    CHECK(contents(folder.library() + ".damaged").find("from fine") != std::string::npos);
}

TEST_CASE("what is kept is made anew where it is damaged or lost") {
    const Folder folder;
    const std::string kept = folder.library() + ".kept";
    REQUIRE(publish(folder.library(), morning));
    for (const bool is_lost : {false, true}) {
        is_lost ? (void)fs::remove(kept) : write(kept, "rubbish");
        REQUIRE(publish(folder.library(), is_lost ? evening : noon));
        fs::remove(folder.library());
        CHECK(now_in(folder.library()) == (is_lost ? evening : noon));
    }
    write(kept, contents(kept).substr(0, 4'096));
    CHECK(look_after(folder.library(), Depth::thorough).error().fault == Fault::missing);
}

TEST_CASE("a FILE that has lost its last commits is as old as it is no longer") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    const std::string old = contents(folder.library());
    REQUIRE(publish(folder.library(), noon));
    write(folder.library(), old);
    CHECK(now_in(folder.library()) == noon);
    CHECK(look_after(folder.library(), Depth::brief).value_or(Condition::sound) == Condition::mended);
    CHECK(now_in(folder.library()) == noon);
}

TEST_CASE("a disk has room for some edition and not for any") {
    const Folder folder;
    CHECK(room_for_edition(folder.library()) > 1U << 20U);
    CHECK(room_for_edition(folder.library()) < 1ULL << 60U);
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
            CHECK(folder.size() == 3);
            REQUIRE(go_back(folder.library()));
            CHECK(now_in(folder.library()) == now);
        }
        CHECK(calls > 40);
    }
}

TEST_CASE("whichever call to the disk fails while it is read, what is kept helps out") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    bool came_to_it = true;
    for (int calls = 0; came_to_it; ++calls) {
        CAPTURE(calls);
        fail_after(calls, Failure::full);
        const bool is_there = look_after(folder.library(), Depth::brief).has_value();
        const Articles now = now_in(folder.library());
        came_to_it = stop_failing();
        CHECK(is_there);
        CHECK(now == morning);
        CHECK(now_in(folder.library()) == morning);
    }
}

TEST_CASE("at whichever call the power fails, the old edition counts or the new, whole, and what is left over goes") {
    const auto with_power_failing = [](int calls, const auto& work) {
        const pid_t child = ::fork();
        if (child == 0) {
            fail_after(calls, Failure::no_power);
            ::_exit(work() ? 0 : 1);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        const bool came_to_it = WEXITSTATUS(status) == power_failed;
        CHECK((came_to_it || WEXITSTATUS(status) == 0));
        return came_to_it;
    };
    for (const Articles& before : {morning, Articles{}}) {
        bool came_to_it = true;
        for (int calls = 0; came_to_it; ++calls) {
            CAPTURE(calls);
            const Folder folder;
            if (!before.empty()) REQUIRE(publish(folder.library(), before));
            came_to_it = with_power_failing(calls, [&] { return publish(folder.library(), noon); });
            const Articles now = now_in(folder.library());
            CHECK((now == noon || (now == before && came_to_it)));
            REQUIRE(publish(folder.library(), evening));
            CHECK(now_in(folder.library()) == evening);
            CHECK(folder.size() == 3);
        }
    }
    bool came_to_it = true;
    for (int calls = 0; came_to_it; ++calls) {
        CAPTURE(calls);
        const Folder folder;
        REQUIRE(publish(folder.library(), morning));
        REQUIRE(publish(folder.library(), noon));
        came_to_it = with_power_failing(calls, [&] { return go_back(folder.library()); });
        const Articles now = now_in(folder.library());
        CHECK((now == morning || (now == noon && came_to_it)));
    }
    came_to_it = true;
    for (int calls = 0; came_to_it; ++calls) {
        CAPTURE(calls);
        const Folder folder;
        REQUIRE(publish(folder.library(), morning));
        fs::resize_file(folder.library(), 6'000);
        came_to_it = with_power_failing(calls, [&] { return look_after(folder.library(), Depth::brief); });
        CHECK(now_in(folder.library()) == morning);
        CHECK(look_after(folder.library(), Depth::brief));
        CHECK(look_after(folder.library(), Depth::thorough).value_or(Condition::mended) == Condition::sound);
    }
}

TEST_CASE("a watch notices when another edition counts, and nothing else") {
    const Folder folder;
    REQUIRE(publish(folder.library(), morning));
    LibraryWatch watch(folder.library());
    CHECK_FALSE(watch.take_change());
    {
        const auto edition = NextEdition::begin(folder.library());
        REQUIRE((*edition)->put("水.txt", bytes_of("来水")));
        CHECK_FALSE(watch.take_change());
        REQUIRE((*edition)->publish(bytes_of("3")));
        CHECK(watch.take_change());
    }
    CHECK(watch.take_change());  // whoever was writing might have been killed
    CHECK_FALSE(watch.take_change());
    CHECK(now_in(folder.library()).size() == 3);
    write(folder.path() + "/else", "x");
    CHECK_FALSE(watch.take_change());
    REQUIRE(go_back(folder.library()));
    CHECK(watch.take_change());
}
