// Which packs a library has taken, and which of its files are theirs: so that visitors are told where an article comes
// from, no pack counts twice, and a newer one takes away what it no longer has. As a text that lies in the library
// itself, and goes back with it. Whether a signature was good has been decided elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/library/catalogue.h"
#include "kiosk/library/manifest.h"

namespace tingdu::library {

/// Its name in the library; nothing on a stick has such a one.
inline constexpr std::string_view provenance_file = ".packs";
/// The same of the settings that the last pack brought: they wait there until staff agree. Empty where it had none.
inline constexpr std::string_view waiting_settings_file = ".settings";

struct Origin {
    Manifest pack;
    std::string key;                 ///< whose signature it bears, by the id of the key; empty where nobody looked
    std::vector<std::string> files;  ///< their paths in the library
    friend bool operator==(const Origin&, const Origin&) = default;
};
/// A pack stays known when none of its files is left.
using Provenance = std::vector<Origin>;

[[nodiscard]] std::string written(const Provenance& provenance);
/// What cannot be understood is left out.
[[nodiscard]] Provenance read_provenance(std::string_view text);

/// The pack of this name that has been taken last; none where there was none.
[[nodiscard]] const Origin* find(const Provenance& provenance, std::string_view name);

/// Takes these files from whosever they were, and gives them to `origin`, which stands in place of the earlier pack of
/// its name.
void hand_over(Provenance& provenance, const std::vector<std::string>& files, const Origin* origin);

/// Who has brought which files; as long as the provenance lives.
class Owners {
  public:
    explicit Owners(const Provenance& provenance);
    /// Each once, whoever has brought most first.
    [[nodiscard]] std::vector<Source> of(const std::vector<std::string>& files) const;

  private:
    std::unordered_map<std::string_view, const Origin*> owners_;
};

}  // namespace tingdu::library
