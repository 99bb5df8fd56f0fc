// Goes through a library once, byte by byte, while the kiosk already runs: it takes as long as the disk takes, and
// nobody waits for it. What is damaged is mended from what is kept beside it. A thread of its own, which ends with it.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

#include "kiosk/base/result.h"

namespace tingdu::runtime {

class Caretaker {
  public:
    /// `tell` is called from that thread where there is something to tell.
    Caretaker(std::string library, std::function<void(const Error&)> tell);
    Caretaker(const Caretaker&) = delete;
    Caretaker& operator=(const Caretaker&) = delete;
    ~Caretaker();

  private:
    std::atomic<bool> goes_on_ = true;
    std::thread thread_;
};

}  // namespace tingdu::runtime
