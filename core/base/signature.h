// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/random.h"

// Signatures: Ed25519 (RFC 8032), by libsodium. Any thread.
namespace ow::base {

// Lower-case hexadecimal, 64 characters.
struct VerifyingKey {
  std::string hex;
  bool operator==(const VerifyingKey&) const = default;
};

// Who can sign. Overwritten in memory when it goes; not copied.
class SigningKey {
 public:
  static SigningKey make(Random& random);
  // What storedText() gave; nothing for anything else.
  static std::optional<SigningKey> fromStored(std::string_view text);
  ~SigningKey();
  SigningKey(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  SigningKey& operator=(SigningKey&&) = delete;

  // The secret itself: for an encrypted store only.
  std::string storedText() const;
  VerifyingKey verifyingKey() const;
  // 128 hexadecimal characters.
  std::string sign(std::string_view message) const;

 private:
  explicit SigningKey(std::span<const std::uint8_t, 32> seed);
  std::array<std::uint8_t, 32> m_seed{};
  std::array<std::uint8_t, 64> m_secret{};
  std::array<std::uint8_t, 32> m_public{};
};

// False also for what is no key or no signature at all.
bool isSignedBy(const VerifyingKey& key, std::string_view message, std::string_view signature);

}  // namespace ow::base
