// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "base/random.h"

namespace ow::store {

// The 32 random bytes that encrypt a store. They lie in memory that is kept from swap and core dumps and is zeroed when the key
// goes; never copied, never printed. A key that was moved from is empty.
class StoreKey {
 public:
  static constexpr std::size_t kBytes = 32;
  StoreKey();  // all zero
  static StoreKey make(base::Random& random);
  std::span<const std::uint8_t> bytes() const { return {m_bytes.get(), m_bytes == nullptr ? 0 : kBytes}; }
  std::span<std::uint8_t> bytes() { return {m_bytes.get(), m_bytes == nullptr ? 0 : kBytes}; }

 private:
  struct Free {
    void operator()(std::uint8_t* bytes) const;
  };
  std::unique_ptr<std::uint8_t[], Free> m_bytes;
};

// The first 16 bytes of every file that is encrypted with this key (SQLCipher's salt, the only bytes of it in clear): a hash of
// the key, so that a key ring and a store can be told to belong together before anything is opened.
using FileMark = std::array<std::uint8_t, 16>;
FileMark fileMarkOf(std::span<const std::uint8_t> key);

}  // namespace ow::store
