// tingdu-parser: opens strangers' files for whoever started it, and can do nothing else.
#include "kiosk/parsing/service.h"
#include "kiosk/platform/sandbox/sandbox.h"

int main() {
    constexpr std::size_t memory_bytes = std::size_t{232} << 20U;
    tingdu::platform::serve(memory_bytes, tingdu::parsing::work_on);
}
