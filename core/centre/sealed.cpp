// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/sealed.h"

#include <array>
#include <vector>

#include <sodium.h>

#include "base/digest.h"

namespace ow::centre {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

using Bytes = std::vector<unsigned char>;
constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kDigits = 64;
constexpr std::size_t kCodeLength = 25;
constexpr std::size_t kPassphraseLength = 15;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Bytes bytesOf(std::string_view hex) {
  if (hex.size() < 2) return {};  // not even one byte: libsodium is not given a null pointer
  Bytes bytes(hex.size() / 2);
  std::size_t length = 0;
  if (sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0) return {};
  bytes.resize(length);
  return bytes;
}

std::array<unsigned char, kKeyBytes> hashOf(std::string_view text, std::span<const unsigned char> key = {}) {
  std::array<unsigned char, kKeyBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     key.empty() ? nullptr : key.data(), key.size());
  return hash;
}

std::array<unsigned char, kKeyBytes> keyOf(std::string_view plainCode) {
  return hashOf("onewindow seal " + std::string(plainCode));
}

}  // namespace

SiteKey SiteKey::make(base::Random& random) {
  std::array<std::uint8_t, kDigits / 2> bytes{};
  random.fill(bytes);
  SiteKey key{Redacted<std::string>(base::hexOf(bytes))};
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Result<SiteKey> SiteKey::read(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  if (text.size() != kDigits || bytesOf(text).size() != kDigits / 2)
    return base::fail(ErrorKind::invalidInput, {{"field", "site_key"}});
  return SiteKey{Redacted<std::string>(std::string(text))};
}

Redacted<std::string> SiteKey::secretFor(std::string_view purpose) const {
  Bytes key = bytesOf(digits.reveal());
  const auto hash = hashOf(purpose, key);
  sodium_memzero(key.data(), key.size());
  return Redacted<std::string>(base::hexOf(hash));
}

namespace {

std::string inGroups(std::size_t length, base::Random& random) {
  std::string code;
  for (std::size_t i = 0; i < length; ++i) {
    if (i > 0 && i % 5 == 0) code += '-';
    code += kAlphabet[random.below(kAlphabet.size())];
  }
  return code;
}

}  // namespace

std::string makeEnrolCode(base::Random& random) {
  return inGroups(kCodeLength, random);
}

std::string makePassphrase(base::Random& random) {
  return inGroups(kPassphraseLength, random);
}

std::string plainCode(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (kAlphabet.find(c) == std::string_view::npos) return {};
    code += c;
  }
  return code.size() == kCodeLength ? code : std::string();
}

std::string newcomerRole(std::string_view plainCode) {
  std::string role = "ow_new_";
  for (const char c : plainCode.substr(0, 5)) role += (c >= 'A' && c <= 'Z') ? char(c - 'A' + 'a') : c;
  return role;
}

std::string seal(std::string_view text, std::string_view plainCode, base::Random& random) {
  const auto key = keyOf(plainCode);
  Bytes sealed(kNonceBytes + text.size() + kTagBytes);
  random.fill(std::span(sealed).first(kNonceBytes));
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceBytes, &length,
                                             reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0,
                                             nullptr, sealed.data(), key.data());
  return base::hexOf(sealed);
}

Result<std::string> unseal(std::string_view hex, std::string_view plainCode) {
  const auto key = keyOf(plainCode);
  const Bytes sealed = bytesOf(hex);
  if (sealed.size() < kNonceBytes + kTagBytes) return base::fail(ErrorKind::centreRefused, {{"rule", "code"}});
  std::string text(sealed.size() - kNonceBytes - kTagBytes, '\0');
  unsigned long long length = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), &length, nullptr,
                                                 sealed.data() + kNonceBytes, sealed.size() - kNonceBytes, nullptr, 0,
                                                 sealed.data(), key.data()) != 0)
    return base::fail(ErrorKind::centreRefused, {{"rule", "code"}});
  return text;
}

}  // namespace ow::centre
