// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include <sodium.h>

namespace ow::base {

static_assert(Sha256{}.size() == crypto_hash_sha256_BYTES);

namespace {

const unsigned char* dataOf(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

struct Sha256Stream::State {
  crypto_hash_sha256_state hashing;
};

Sha256Stream::Sha256Stream() : m_state(std::make_unique<State>()) {
  crypto_hash_sha256_init(&m_state->hashing);
}
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(std::string_view bytes) {
  crypto_hash_sha256_update(&m_state->hashing, dataOf(bytes), bytes.size());
}

Sha256 Sha256Stream::end() {
  Sha256 hash{};
  crypto_hash_sha256_final(&m_state->hashing, hash.data());
  return hash;
}

Sha256 sha256(std::string_view bytes) {
  Sha256 hash{};
  crypto_hash_sha256(hash.data(), dataOf(bytes), bytes.size());
  return hash;
}

std::uint64_t digest64(std::string_view bytes) {
  const Sha256 hash = sha256(bytes);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8U | hash[i];
  return value;
}

std::string hexOf(std::span<const std::uint8_t> bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) text += {kHex[byte >> 4U], kHex[byte & 15U]};
  return text;
}

std::optional<Sha256> sha256OfHex(std::string_view hex) {
  Sha256 hash{};
  if (hex.size() != hash.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const int high = digitOf(hex[2 * i]);
    const int low = digitOf(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return hash;
}

std::string sha256Hex(std::string_view bytes) {
  return hexOf(sha256(bytes));
}

}  // namespace ow::base
