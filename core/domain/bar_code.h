// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::domain {

// Code 128 (ISO/IEC 15417), set B: the widths of bars and spaces in turn, in modules from 1 to 4, beginning and ending with a
// bar; 10 modules must stay white on either side. Empty for what has other characters than printable ASCII. Pure; any thread.
std::string barCode(std::string_view text);

}  // namespace ow::domain
