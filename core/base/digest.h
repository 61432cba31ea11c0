// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ow::base {

// The first eight bytes of SHA-256, big-endian: to compare, not to protect.
std::uint64_t digest64(std::string_view bytes);
// SHA-256 in lower-case hexadecimal.
std::string sha256Hex(std::string_view bytes);

}  // namespace ow::base
