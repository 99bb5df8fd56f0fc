// How a kiosk is asked to end: by the signals SIGTERM, SIGINT and SIGHUP.
// What it does then, and how long that takes, it does not know.
#pragma once

namespace tingdu::shell {

/// From now on who asks is heard, and the program goes on.
void listen_for_the_end();

/// How often somebody has asked. Who asks twice does not wait for a goodbye, nor does who sits at the keyboard and asks
/// once: that counts as two.
[[nodiscard]] int times_asked_to_end();

/// A stick that has hung keeps a thread in a read that may never come back. The system lets go of both with the
/// process, and whatever is written by then is whole at every moment.
void end_at_the_latest_in(unsigned seconds);

}  // namespace tingdu::shell
