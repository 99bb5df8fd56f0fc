#include "kiosk/runtime/caretaker.h"

#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/store.h"

namespace tingdu::runtime {

Caretaker::Caretaker(std::string library, std::function<void(const Error&)> tell)
    : thread_([this, library = std::move(library), tell = std::move(tell)] {
          const auto condition =
              platform::look_after(library, platform::Depth::thorough, [this] { return goes_on_.load(); });
          if (condition && *condition == platform::Condition::mended)
              tell({Fault::library_mended, name_in(library), {}});
          if (!condition && condition.error().fault != Fault::missing) tell(condition.error());
      }) {}

Caretaker::~Caretaker() {
    goes_on_ = false;
    thread_.join();
}

}  // namespace tingdu::runtime
