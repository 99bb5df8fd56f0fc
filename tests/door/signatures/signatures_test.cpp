// minisign itself is asked for its opinion: what it accepts is accepted here, what it refuses is refused, and what is
// signed here it accepts.
#include "kiosk/platform/signatures/signatures.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace tingdu;
using namespace tingdu::platform;

namespace {

namespace fs = std::filesystem;

std::vector<std::byte> bytes_of(const std::string& text) {
    const auto* begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

/// A folder with a file, a key pair (a), another (b), and the file's signature.
class Desk {
  public:
    Desk() {
        (void)scratch_.write("pack", "tingdu\n" + std::string(1000, 'x'));
        for (const std::string name : {"a", "b"}) minisign("-G -W -f -p " + name + ".pub -s " + name + ".key");
        minisign("-S -s a.key -m pack -t 'number 7'");
    }

    bool minisign(const std::string& options) const {
        return std::system(("cd '" + scratch_.at("") + "' && minisign " + options + " >/dev/null 2>&1").c_str()) == 0;
    }
    [[nodiscard]] std::string at(const std::string& name) const { return scratch_.at(name); }
    void write(const std::string& name, const std::string& text) const { (void)scratch_.write(name, text); }

    [[nodiscard]] Result<Signer> check(const std::string& keys = "a.pub") const {
        const auto trusted = read_keys(at(keys));
        if (!trusted) return tl::unexpected(trusted.error());
        return check_signature(bytes_of(support::contents(at("pack"))), bytes_of(support::contents(at("pack.minisig"))),
                               *trusted, "pack");
    }

  private:
    support::Scratch scratch_;
};

Fault fault_of(const Result<Signer>& checked) {
    REQUIRE(!checked);
    return checked.error().fault;
}

}  // namespace

TEST_CASE("what minisign has signed is believed, in both of its ways, and so is what else it signed") {
    const Desk desk;
    const auto signer = desk.check();
    REQUIRE(signer);
    CHECK(signer->comment == "number 7");
    CHECK(signer->key.name == "a");
    CHECK(id_of(signer->key).size() == 16);
    // minisign leaves out the zeros that an id begins with, one in sixteen times.
    const std::string id = id_of(signer->key).substr(id_of(signer->key).find_first_not_of('0'));
    CHECK(support::contents(desk.at("a.pub")).find(id) != std::string::npos);

    REQUIRE(desk.minisign("-S -l -s a.key -m pack -t legacy"));
    REQUIRE(desk.check());
    CHECK(desk.check()->comment == "legacy");
}

TEST_CASE("minisign believes what is signed here") {
    const Desk desk;
    const auto signature = sign(bytes_of(support::contents(desk.at("pack"))), desk.at("a.key"), "", "ours");
    REQUIRE(signature);
    desk.write("pack.minisig", *signature);
    CHECK(desk.minisign("-V -p a.pub -m pack"));
    CHECK(!desk.minisign("-V -p b.pub -m pack"));
    REQUIRE(desk.check());
    CHECK(desk.check()->comment == "ours");
    CHECK(!*has_password(desk.at("a.key")));
}

TEST_CASE("a key with a password signs with that password") {
    const Desk desk;
    desk.write("c.key",
               "untrusted comment: minisign encrypted secret key\n"
               "RWRTY0Iy84z5N8HsES7SVYTJpMxFScPDMz8VNLIEcLOFZmeFoBEAAAACAAAAAAAAAEAAAAAA/C8ooDfd3M0Bx6xLXrLATrN2/"
               "o7EEnp/jJb0C0oZAbg5ZYIMeLpE4XMaM33hW2+IaG30bt0XvkhNxJJAVdd1EO/"
               "ESCyaKHnAJuOSA6vTtXUBbw+kB7ygHWLyEcxwc+8gkfAbkm4geFQ=\n");
    desk.write("c.pub",
               "untrusted comment: minisign public key C06846EEFC2B94AF\n"
               "RWSvlCv87kZowLUqMz5Is8G7XMYDNmTtUiVvgYEQ5dio/RnO7AjPwwM+\n");
    CHECK(*has_password(desk.at("c.key")));
    const auto signature = sign(bytes_of(support::contents(desk.at("pack"))), desk.at("c.key"), "liutang", "ours");
    REQUIRE(signature);
    desk.write("pack.minisig", *signature);
    CHECK(desk.minisign("-V -p c.pub -m pack"));
}

TEST_CASE("whatever is damaged, minisign and the kiosk say the same of it") {
    const Desk desk;
    const std::string pack = support::contents(desk.at("pack"));
    const std::string signature = support::contents(desk.at("pack.minisig"));
    std::size_t refused = 0;
    const auto same_verdict = [&](const std::string& what) {
        const bool theirs = desk.minisign("-V -p a.pub -m pack");
        const bool ours = desk.check().has_value();
        CAPTURE(what);
        CHECK(theirs == ours);
        refused += ours ? 0 : 1;
    };
    for (std::size_t at = 0; at < signature.size(); at += 11) {
        std::string other = signature;
        other[at] = other[at] == 'A' ? 'B' : 'A';
        desk.write("pack.minisig", other);
        same_verdict("signature changed at " + std::to_string(at));
        desk.write("pack.minisig", signature.substr(0, at));
        same_verdict("signature cut at " + std::to_string(at));
    }
    for (const std::string end : {"=\n", "==\n"})
        for (const char digit : {'A', 'B', 'J', 'Z', 'q', '/'}) {
            std::string other = signature;
            other[other.find(end) - 1] = digit;
            desk.write("pack.minisig", other);
            same_verdict("last digit before " + end + " is " + digit);
        }
    for (std::size_t at = 5; at < signature.size(); at += 29) {
        std::string other = signature;
        other[at] = '\0';
        desk.write("pack.minisig", other);
        same_verdict("a zero at " + std::to_string(at));
        other[at] = static_cast<char>(signature[at] | 0x80);
        desk.write("pack.minisig", other);
        same_verdict("no ASCII at " + std::to_string(at));
    }
    desk.write("pack.minisig", signature + "more\n");
    same_verdict("a line too many");
    std::string with_returns = signature;
    for (std::size_t at = 0; (at = with_returns.find('\n', at)) != std::string::npos; at += 2)
        with_returns.replace(at, 1, "\r\n");
    desk.write("pack.minisig", with_returns);
    same_verdict("lines as Windows ends them");
    desk.write("pack.minisig", signature);
    for (const std::size_t at : {std::size_t{0}, pack.size() / 2, pack.size() - 1}) {
        std::string other = pack;
        other[at] ^= 1;
        desk.write("pack", other);
        same_verdict("file changed at " + std::to_string(at));
    }
    desk.write("pack", pack.substr(0, pack.size() - 1));
    same_verdict("file cut");
    desk.write("pack", pack + "x");
    same_verdict("file grown");
    CHECK(refused > 40);
}

TEST_CASE("who is not trusted, or no longer, is not believed") {
    const Desk desk;
    CHECK(fault_of(desk.check("b.pub")) == Fault::strange_key);
    fs::create_directories(desk.at("keys/revoked"));
    CHECK(fault_of(desk.check("keys")) == Fault::strange_key);
    fs::copy_file(desk.at("b.pub"), desk.at("keys/b.pub"));
    fs::copy_file(desk.at("a.pub"), desk.at("keys/a.pub"));
    CHECK(desk.check("keys"));
    fs::copy_file(desk.at("a.pub"), desk.at("keys/revoked/hall 3.pub"));
    CHECK(fault_of(desk.check("keys")) == Fault::revoked_key);
}

TEST_CASE("what is no key is told of by its name") {
    const Desk desk;
    desk.write("d.pub", "untrusted comment: nothing\nAAAA\n");
    for (const std::string name : {"d.pub", "a.key", "pack"}) {
        const auto keys = read_keys(desk.at(name));
        REQUIRE(!keys);
        CHECK(keys.error() == Error{Fault::bad_key, name, {}});
    }
    CHECK(read_keys(desk.at("none")).error().fault == Fault::missing);
    CHECK(sign({}, desk.at("a.pub"), "", "").error().fault == Fault::bad_key);
}
