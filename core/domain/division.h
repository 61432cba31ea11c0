// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace ow::domain {

// The name of an administrative division by its code of six digits (GB/T 2260, as of 2023; resources/divisions): 110101 is
// 东城区. Nothing for codes that were never given, were withdrawn, or only order the table (110100). Any thread.
std::optional<std::string_view> divisionName(std::string_view code);

}  // namespace ow::domain
