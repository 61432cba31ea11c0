// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/clerk_secrets.h"

#include <array>

#include <sodium.h>

#include "base/digest.h"

namespace ow::centre {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

constexpr std::size_t kHalf = 32;
constexpr std::uint64_t kPasses = 3;
constexpr std::size_t kMemory = std::size_t{64} << 20U;

Redacted<std::string> secretOf(std::span<const unsigned char> bytes) {
  return Redacted<std::string>(base::hexOf(bytes));
}

}  // namespace

Result<ClerkSecrets> clerkSecrets(const base::Uuid& site, const std::string& login, const Redacted<std::string>& passphrase) {
  const std::string context = "onewindow clerk " + site.text() + " " + login;
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  crypto_generichash(salt.data(), salt.size(), reinterpret_cast<const unsigned char*>(context.data()), context.size(), nullptr,
                     0);
  std::array<unsigned char, 2 * kHalf> derived{};
  const std::string& typed = passphrase.reveal();
  if (crypto_pwhash(derived.data(), derived.size(), typed.data(), typed.size(), salt.data(), kPasses, kMemory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    return base::fail(ErrorKind::internal, {{"where", "argon2"}});
  ClerkSecrets secrets{secretOf(std::span(derived).first(kHalf)), secretOf(std::span(derived).last(kHalf))};
  sodium_memzero(derived.data(), derived.size());
  return secrets;
}

std::string staffRole(const std::string& login) {
  return "ow_staff_" + login;
}

}  // namespace ow::centre
