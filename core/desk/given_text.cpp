// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/given_text.h"

namespace ow::desk {

base::Error atField(base::Error error, const char* field) {
  error.facts.insert(error.facts.begin(), {"field", field});
  return error;
}

base::Result<std::optional<std::string>> optionalText(const std::string& raw, const char* field, base::TextLimits limits,
                                                      base::Lines lines) {
  auto accepted = base::acceptText(raw, limits, lines);
  if (!accepted) return atField(accepted.error(), field);
  if (accepted.value().empty()) return std::optional<std::string>();
  return std::optional(std::move(accepted.value()));
}

}  // namespace ow::desk
