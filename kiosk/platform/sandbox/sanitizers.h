// Whether this is built with a sanitizer, which wants more of the system than anything that it watches.
// It knows nothing of what is built.
#pragma once

namespace tingdu::platform {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool has_sanitizers = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool has_sanitizers = true;
#else
inline constexpr bool has_sanitizers = false;
#endif
#else
inline constexpr bool has_sanitizers = false;
#endif

}  // namespace tingdu::platform
