// Notices that a library may have changed, as soon as it has. It never blocks, and never reads the library: what is in
// it now is for others to see.
#pragma once

#include <string>

namespace tingdu::platform {

class LibraryWatch {
  public:
    /// Where the system has no more watches to give, nothing is ever noticed.
    explicit LibraryWatch(const std::string& library);
    LibraryWatch(const LibraryWatch&) = delete;
    LibraryWatch& operator=(const LibraryWatch&) = delete;
    ~LibraryWatch();

    /// Whether somebody who might change the library has done so, or has ended, since this was asked last. Any one
    /// thread.
    [[nodiscard]] bool take_change();

  private:
    std::string name_;
    int events_;
};

}  // namespace tingdu::platform
