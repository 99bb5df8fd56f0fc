// How the kiosk is, as its doctor says it: a process of its own, for the doors that it looks at are in use.
// What of it is well, it does not know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/health.h"
#include "kiosk/app/usage.h"
#include "kiosk/runtime/content.h"
#include "kiosk/wording/languages.h"

namespace tingdu::shell {

/// A line each: language, part, state, sentence, tabs between them. Parts and states by their numbers.
[[nodiscard]] std::string written_health(const app::Health& health, const wording::Languages& languages);
/// What is no such line is passed over.
[[nodiscard]] app::Health read_health(std::string_view table, const wording::Languages& languages);

/// The same as Prometheus' text format has it: 0 well, 1 worth knowing, 2 ill, the worst of each part; and how much
/// articles are used.
[[nodiscard]] std::string metrics_of(const app::Health& health, std::size_t articles, const app::UsageSum& usage);

/// Takes some seconds, and as much of the machine as nobody else wants. Ill where the doctor cannot
/// be asked.
[[nodiscard]] app::Health health_by_doctor(const std::optional<std::string>& config, const runtime::Content& content,
                                           const wording::Languages& languages);

}  // namespace tingdu::shell
