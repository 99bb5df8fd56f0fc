// Calls to the system that may never come back, as those to a stick whose driver or server has hung: a thread in such a
// call keeps its process from ending, whatever kills it. Here they are made by another process on the same memory, and
// whoever waits for it can be ended. What the calls are, it does not know. Seen inside this door only.
#pragma once

#include <functional>

namespace tingdu::platform {

/// Does `work`, and returns when it is done. What it opens is open for it alone, and it must let nothing be thrown. It
/// may still be in a call after the end of whoever called this, and ends with it.
void apart(const std::function<void()>& work);

}  // namespace tingdu::platform
