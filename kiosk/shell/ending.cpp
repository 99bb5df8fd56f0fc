#include "kiosk/shell/ending.h"

#include <signal.h>
#include <unistd.h>

namespace tingdu::shell {
namespace {

volatile sig_atomic_t asked_to_end = 0;

}  // namespace

void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = [](int signal) { asked_to_end = asked_to_end + (signal == SIGINT ? 2 : 1); };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

int times_asked_to_end() {
    return asked_to_end;
}

void end_at_the_latest_in(unsigned seconds) {
    ::signal(SIGALRM, [](int) { ::_exit(0); });
    ::alarm(seconds);
}

}  // namespace tingdu::shell
