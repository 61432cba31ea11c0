// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enum_codes.h"

namespace ow::domain {

// Sex as a paper states it. `unknown`: the paper does not say; `other`: it says neither (an X in a CURP or a passport).
enum class Sex { unknown, male, female, other };

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Sex> = std::array<std::string_view, 4>{"unknown", "male", "female", "other"};
