// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ow::base {

// The first eight bytes of SHA-256, big-endian: to compare, not to protect.
std::uint64_t digest64(std::string_view bytes);
using Sha256 = std::array<std::uint8_t, 32>;
Sha256 sha256(std::string_view bytes);
// The same of what comes piece by piece. One thread.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  void add(std::string_view bytes);
  Sha256 end();  // once

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Lower case.
std::string hexOf(std::span<const std::uint8_t> bytes);
// Nothing for what is no SHA-256 in lower-case hexadecimal.
std::optional<Sha256> sha256OfHex(std::string_view hex);
// SHA-256 in lower-case hexadecimal.
std::string sha256Hex(std::string_view bytes);

}  // namespace ow::base
