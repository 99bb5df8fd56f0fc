// Whose packs are believed.
#include "kiosk/app/staff/pages/page.h"
#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

Phrase phrase_of(TrustedKey::Is is) {
    switch (is) {
        case TrustedKey::Is::believed:
            return Phrase::trusted_is;
        case TrustedKey::Is::revoked:
            return Phrase::trusted_is_not;
        case TrustedKey::Is::offered:
            return Phrase::trusted_new;
    }
    return {};
}

class TrustedPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_trusted, state); }
    std::u32string told(const State& state) const override { return say(Phrase::trusted_told, state); }
    int row_count(const State& state) const override {
        return state.staff.keys ? static_cast<int>(state.staff.keys->size()) : 0;
    }
    StaffRow row(int entry, const State& state) const override {
        const TrustedKey& key = at(entry, state);
        const std::u32string name = from_utf8(key.name);
        const std::u32string id = from_utf8(key.id);
        return {say(Phrase::trusted_row, state, {{"name", name}, {"id", id}}), say(phrase_of(key.is), state)};
    }
    Deed choose(int entry, const State& state) const override {
        const TrustedKey& key = at(entry, state);
        if (key.is_fixed) return Refuse{Phrase::trusted_fixed};
        return ChangeTrust{key};
    }

  private:
    static const TrustedKey& at(int entry, const State& state) {
        return (*state.staff.keys)[static_cast<std::size_t>(entry)];
    }
};

}  // namespace

const Page& trusted_page() {
    static const TrustedPage page;
    return page;
}

}  // namespace tingdu::app
