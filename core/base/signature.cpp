// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/signature.h"

#include <algorithm>
#include <cstdlib>

#include <sodium.h>

#include "base/digest.h"

namespace ow::base {

namespace {

// Lower case only: one text for one value.
template <std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> bytesOf(std::string_view hex) {
  const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (hex.size() != 2 * Size || !std::all_of(hex.begin(), hex.end(), isDigit)) return std::nullopt;
  std::array<std::uint8_t, Size> bytes{};
  if (sodium_hex2bin(bytes.data(), Size, hex.data(), hex.size(), nullptr, nullptr, nullptr) != 0) return std::nullopt;
  return bytes;
}

}  // namespace

SigningKey::SigningKey(std::span<const std::uint8_t, 32> seed) {
  std::copy(seed.begin(), seed.end(), m_seed.begin());
  if (crypto_sign_seed_keypair(m_public.data(), m_secret.data(), m_seed.data()) != 0) std::abort();  // cannot fail for 32 bytes
}

SigningKey SigningKey::make(Random& random) {
  std::array<std::uint8_t, 32> seed{};
  random.fill(seed);
  SigningKey key{seed};
  sodium_memzero(seed.data(), seed.size());
  return key;
}

std::optional<SigningKey> SigningKey::fromStored(std::string_view text) {
  auto seed = bytesOf<32>(text);
  if (!seed) return std::nullopt;
  std::optional<SigningKey> key{SigningKey{*seed}};
  sodium_memzero(seed->data(), seed->size());
  return key;
}

SigningKey::SigningKey(SigningKey&& other) noexcept : m_seed(other.m_seed), m_secret(other.m_secret), m_public(other.m_public) {
  sodium_memzero(other.m_seed.data(), other.m_seed.size());
  sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

SigningKey::~SigningKey() {
  sodium_memzero(m_seed.data(), m_seed.size());
  sodium_memzero(m_secret.data(), m_secret.size());
}

std::string SigningKey::storedText() const {
  return hexOf(m_seed);
}

VerifyingKey SigningKey::verifyingKey() const {
  return {hexOf(m_public)};
}

std::string SigningKey::sign(std::string_view message) const {
  std::array<std::uint8_t, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       m_secret.data());
  return hexOf(signature);
}

bool isSignedBy(const VerifyingKey& key, std::string_view message, std::string_view signature) {
  const auto publicKey = bytesOf<crypto_sign_PUBLICKEYBYTES>(key.hex);
  const auto bytes = bytesOf<crypto_sign_BYTES>(signature);
  if (!publicKey || !bytes) return false;
  return crypto_sign_verify_detached(bytes->data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                                     publicKey->data()) == 0;
}

}  // namespace ow::base
