// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"

namespace ow::base {

// 16 bytes of a UUID (RFC 9562), in network order.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Uuid&) const = default;
  bool isNil() const { return *this == Uuid{}; }
  // Lower case with dashes.
  std::string text() const;
  // Accepts upper case; nothing when it is no UUID.
  static std::optional<Uuid> parse(std::string_view text);
  static std::optional<Uuid> fromBytes(std::span<const std::uint8_t> bytes);
};

// A UUID that says what it names. Ids of different things do not mix.
template <class Tag>
struct Id {
  Uuid uuid;
  auto operator<=>(const Id&) const = default;
  bool isNil() const { return uuid.isNil(); }
  std::string text() const { return uuid.text(); }
  static std::optional<Id> parse(std::string_view text) {
    auto uuid = Uuid::parse(text);
    return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
  }
};

// Makes UUIDv7 (time-ordered, RFC 9562 §5.7): ids of one source never go backwards, even when the clock does. Any thread.
class IdSource {
 public:
  IdSource(Clock& clock, Random& random) : m_clock(clock), m_random(random) {}
  Uuid next();
  template <class IdType>
  IdType make() {
    return IdType{next()};
  }

 private:
  Clock& m_clock;
  Random& m_random;
  std::atomic<std::uint64_t> m_last{0};  // milliseconds << 12 | counter
};

// UUIDv8 from a keyed hash (BLAKE2b in place of version 5's SHA-1): the same name gives the same id, and without the key nobody
// can turn guesses of a personal number into ids. `key` may be empty for names that are public.
Uuid namedUuid(std::string_view key, std::string_view name);

}  // namespace ow::base

template <>
struct std::hash<ow::base::Uuid> {
  std::size_t operator()(const ow::base::Uuid& uuid) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, uuid.bytes.data() + 8, sizeof value);  // the random half
    return value;
  }
};
template <class Tag>
struct std::hash<ow::base::Id<Tag>> {
  std::size_t operator()(const ow::base::Id<Tag>& id) const noexcept { return std::hash<ow::base::Uuid>{}(id.uuid); }
};
