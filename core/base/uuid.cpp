// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uuid.h"

#include <algorithm>
#include <cstdlib>

#include <sodium.h>

namespace ow::base {

std::string Uuid::text() const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += kHex[bytes[i] >> 4U];
    out += kHex[bytes[i] & 15U];
  }
  return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (c != '-') return std::nullopt;
      continue;
    }
    unsigned value = 0;
    if (c >= '0' && c <= '9')
      value = unsigned(c - '0');
    else if (c >= 'a' && c <= 'f')
      value = unsigned(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F')
      value = unsigned(c - 'A' + 10);
    else
      return std::nullopt;
    uuid.bytes[digits / 2] = std::uint8_t(uuid.bytes[digits / 2] << 4U | value);
    ++digits;
  }
  return uuid;
}

std::optional<Uuid> Uuid::fromBytes(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != 16) return std::nullopt;
  Uuid uuid;
  std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
  return uuid;
}

Uuid IdSource::next() {
  // 48 bits of milliseconds since 1970; a clock before or beyond that would poison every later id of this source.
  constexpr std::int64_t kLastMillis = (std::int64_t{1} << 48U) - 2;
  const std::uint64_t now = std::uint64_t(std::clamp<std::int64_t>(toMillis(m_clock.now()), 0, kLastMillis)) << 12U;
  std::uint64_t last = m_last.load();
  std::uint64_t stamp = 0;
  do {
    stamp = now > last ? now : last + 1;  // the 12 bits below the millisecond count what one millisecond makes
  } while (!m_last.compare_exchange_weak(last, stamp));

  Uuid uuid;
  m_random.fill(uuid.bytes);
  const std::uint64_t millis = stamp >> 12U;
  for (std::size_t i = 0; i < 6; ++i) uuid.bytes[i] = std::uint8_t(millis >> (40 - 8 * i));
  uuid.bytes[6] = std::uint8_t(0x70U | ((stamp >> 8U) & 0x0fU));
  uuid.bytes[7] = std::uint8_t(stamp);
  uuid.bytes[8] = std::uint8_t(0x80U | (uuid.bytes[8] & 0x3fU));
  return uuid;
}

Uuid namedUuid(std::string_view key, std::string_view name) {
  Uuid uuid;
  const auto* data = reinterpret_cast<const unsigned char*>(name.data());
  const auto* secret = reinterpret_cast<const unsigned char*>(key.data());
  std::array<unsigned char, crypto_generichash_KEYBYTES_MAX> shortened{};
  std::size_t secretSize = key.size();
  if (secretSize > shortened.size()) {  // as HMAC does: BLAKE2b takes no longer key
    crypto_generichash(shortened.data(), shortened.size(), secret, key.size(), nullptr, 0);
    secret = shortened.data();
    secretSize = shortened.size();
  }
  const int refused = crypto_generichash(uuid.bytes.data(), uuid.bytes.size(), data, name.size(),
                                         secretSize == 0 ? nullptr : secret, secretSize);
  if (refused != 0) std::abort();                                 // the same nil id for everything would be far worse
  uuid.bytes[6] = std::uint8_t(0x80U | (uuid.bytes[6] & 0x0fU));  // version 8: our own hash, not SHA-1
  uuid.bytes[8] = std::uint8_t(0x80U | (uuid.bytes[8] & 0x3fU));
  return uuid;
}

}  // namespace ow::base
