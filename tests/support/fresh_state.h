// The mind before anything has happened, with words to speak in.
#pragma once

#include "kiosk/app/state.h"
#include "tests/support/languages.h"

namespace tingdu::support {

inline app::State fresh_state() {
    app::State state;
    state.languages = languages();
    return state;
}

}  // namespace tingdu::support
