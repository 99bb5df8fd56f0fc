// Who writes a library: held by one program at a time, and gone with it. It is also how those who only read hear that
// something has changed. Seen inside this door only.
#pragma once

#include <memory>
#include <string>

#include "kiosk/base/result.h"

namespace tingdu::platform {

class Lock {
  public:
    /// Faults: library_busy, unwritable, no_space.
    [[nodiscard]] static Result<std::unique_ptr<Lock>> on(const std::string& file);
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock();

    /// Whoever watches is told now; otherwise when the lock is given up.
    void tell();

    [[nodiscard]] static std::string path_for(const std::string& file) { return file + ".lock"; }

  private:
    int descriptor_;
};

}  // namespace tingdu::platform
