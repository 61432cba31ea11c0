// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include <array>

#include <sodium.h>

namespace ow::base {

namespace {

std::array<unsigned char, crypto_hash_sha256_BYTES> sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

}  // namespace

std::uint64_t digest64(std::string_view bytes) {
  const auto hash = sha256(bytes);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8U | hash[i];
  return value;
}

std::string sha256Hex(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : sha256(bytes)) text += {kHex[byte >> 4U], kHex[byte & 15U]};
  return text;
}

}  // namespace ow::base
