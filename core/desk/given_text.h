// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/text_rules.h"

namespace ow::desk {

// A validator's error, told at the field it is about.
base::Error atField(base::Error error, const char* field);

// What was typed into a field that may stay empty: nothing when it did. Errors of base::acceptText, told at `field`.
base::Result<std::optional<std::string>> optionalText(const std::string& raw, const char* field, base::TextLimits limits,
                                                      base::Lines lines);

}  // namespace ow::desk
