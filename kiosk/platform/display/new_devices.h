// Whether something has been plugged in that may send keys. The kernel makes a file in /dev/input for each device of
// that kind, and inotify tells of it. Under X all keyboards are one to SDL: which of them a key comes from, and whether
// the new device is a keyboard at all, cannot be known here.
#pragma once

namespace tingdu::platform {

class NewDevices {
  public:
    /// Where there is no such folder, or no leave to watch it, nothing ever comes.
    NewDevices();
    ~NewDevices();
    NewDevices(const NewDevices&) = delete;
    NewDevices& operator=(const NewDevices&) = delete;

    /// Since the last call; never blocks.
    [[nodiscard]] bool came() const;

  private:
    int watch_;
};

}  // namespace tingdu::platform
