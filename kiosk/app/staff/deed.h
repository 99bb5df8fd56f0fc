// What comes of choosing a row in the staff's room, or of stepping it. A page says which; the mind does it.
// None of these has a hand or a voice of its own.
#pragma once

#include <string>
#include <variant>

#include "kiosk/app/staff/house.h"
#include "kiosk/app/staff/keys.h"
#include "kiosk/wording/phrases.h"

namespace tingdu::app {

enum class StaffPage;

/// Nothing: the row is said once more.
struct AskAgain {};
struct TurnTo {
    StaffPage page{};
    int of{};  ///< which subject, article or time it is about
};
/// The row stands otherwise from now on, and says how.
struct Settle {
    House house;
};
/// The same, and the page of what has just been added opens, or the page of what is no more closes.
struct SettleAndTurn {
    House house;
    TurnTo to;
};
struct SettleAndLeave {
    House house;
    std::optional<wording::Phrase> told{};
};
/// The article that the page is about stands there from now on.
struct MoveTo {
    House house;
    int entry{};
};
/// It does not go that way; why is said.
struct Refuse {
    wording::Phrase why{};
};
struct Listen {
    std::string path;  ///< of an article
};
/// The library goes back to what it was before; asked once more before.
struct TakeBackLibrary {};
/// No more of the place's own readings; asked once more before.
struct ForgetWord {
    std::u32string word;
};
/// What of an article may be misread; and of that, one to be put right.
struct LookThrough {
    std::string path;
};
struct PutRight {
    int doubt{};
};
/// The key is believed from now on, or no longer; asked once more before.
struct ChangeTrust {
    TrustedKey key;
};
/// Files for the stick that is there.
struct SaveOnStick {
    enum class What { usage, settings } what{};
};
/// What settings the stick that is there would bring.
struct LookForSettings {};
/// What those that wait would change.
struct LookAtWaiting {};
struct LearnKeypad {};
struct ChoosePin {};
struct LeaveRoom {};

using Deed = std::variant<AskAgain, TurnTo, Settle, SettleAndTurn, SettleAndLeave, MoveTo, Refuse, Listen,
                          TakeBackLibrary, ForgetWord, LookThrough, PutRight, ChangeTrust, SaveOnStick, LookForSettings,
                          LookAtWaiting, LearnKeypad, ChoosePin, LeaveRoom>;

}  // namespace tingdu::app
