// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace ow::store {

// Facts of an answer as a JSON object of texts, in their order.
std::string writeFacts(std::span<const base::Fact> facts);
// Empty for what is none.
std::vector<base::Fact> readFacts(std::string_view text);

}  // namespace ow::store
