// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_key.h"

#include <cstdlib>
#include <string_view>

#include <sodium.h>

namespace ow::store {

StoreKey::StoreKey() {
  if (sodium_init() < 0) std::abort();  // without it there is neither randomness nor locked memory
  m_bytes.reset(static_cast<std::uint8_t*>(sodium_malloc(kBytes)));
  if (m_bytes == nullptr) std::abort();
  sodium_memzero(m_bytes.get(), kBytes);
}

void StoreKey::Free::operator()(std::uint8_t* bytes) const {
  sodium_free(bytes);  // zeroes first
}

StoreKey StoreKey::make(base::Random& random) {
  StoreKey key;
  random.fill(key.bytes());
  return key;
}

FileMark fileMarkOf(std::span<const std::uint8_t> key) {
  constexpr std::string_view kPurpose = "onewindow store file";
  FileMark mark{};
  crypto_generichash(mark.data(), mark.size(), reinterpret_cast<const unsigned char*>(kPurpose.data()), kPurpose.size(),
                     key.data(), key.size());
  return mark;
}

}  // namespace ow::store
