#include "kiosk/platform/media/letterbox.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace tingdu;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A letterbox, with somebody who looks into it as deploy/leave-receipts does and gives what lies there an end.
class Post {
  public:
    explicit Post(std::string end) {
        collector_ = std::jthread([this, end = std::move(end)](const std::stop_token& enough) {
            while (!enough.stop_requested()) {
                if (fs::exists(at("sdb1.ready"))) {
                    std::ifstream file(at("sdb1.ready/receipt.txt"));
                    collected_ = {std::istreambuf_iterator<char>(file), {}};
                    fs::rename(at("sdb1.ready"), at("sdb1" + end));
                }
                std::this_thread::sleep_for(1ms);
            }
        });
    }
    ~Post() {
        collector_ = {};
        fs::remove_all(folder_);
    }
    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;

    [[nodiscard]] std::string letterbox() const { return folder_.string(); }
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_ / name; }
    std::string collected() {
        collector_ = {};
        return collected_;
    }

  private:
    fs::path folder_ = fs::temp_directory_path() / ("tingdu-letterbox-" + std::to_string(::getpid()));
    std::string collected_;
    std::jthread collector_;
};

const Stick plugged_in{1, "/run/media/tingdu/sdb1"};

Result<void> receipt(const std::string& folder) {
    std::ofstream(folder + "/receipt.txt") << "three articles";
    return {};
}

}  // namespace

TEST_CASE("what is left for a stick is whole when it is collected, and nothing of it stays") {
    Post post(".left");
    CHECK(platform::post(post.letterbox(), plugged_in, receipt));
    CHECK(post.collected() == "three articles");
    CHECK(fs::is_empty(post.letterbox()));
}

TEST_CASE("a stick that refuses it, or that nobody sees to, has none") {
    Post post(".refused");
    const auto refused = platform::post(post.letterbox(), plugged_in, receipt);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{Fault::unwritable, "sdb1", {}});
    CHECK_FALSE(platform::post(post.letterbox(), {2, "/run/media/tingdu/sdc1"}, receipt, 1ms));
    CHECK(fs::is_empty(post.letterbox()));
}

TEST_CASE("what could not be written is not left") {
    Post post(".left");
    const auto broken = [](const std::string&) -> Result<void> { return fail(Fault::no_space, "receipt"); };
    CHECK(platform::post(post.letterbox(), plugged_in, broken).error().fault == Fault::no_space);
    CHECK(post.collected().empty());
}
