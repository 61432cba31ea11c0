// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>

#include "base/enum_codes.h"
#include "base/time.h"
#include "base/time_text.h"
#include "base/uuid.h"

namespace ow::domain {

// What one field of an entity holds in an operation, in a store column and in JSON: nothing, a whole number (also booleans and
// instants, in milliseconds), a real number (coordinates only), text (also enumeration words and dates) or an id.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, base::Uuid>;

// Conversions between the members of an entity and Value. Each pair is its own inverse for every value that the domain accepts;
// fromValue answers false when the value does not fit the member and leaves it unspecified.
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<base::Id<Tag>> = true;

template <class T>
Value toValue(const T& member) {
  if constexpr (kIsOptional<T>) {
    return member ? toValue(*member) : Value{};
  } else if constexpr (kIsId<T>) {
    return member.uuid;
  } else if constexpr (base::CodedEnum<T>) {
    return std::string(base::code(member));
  } else if constexpr (std::is_same_v<T, base::Instant>) {
    return base::toMillis(member);
  } else if constexpr (std::is_same_v<T, base::Date>) {
    return base::isoText(member);
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(member);
  } else if constexpr (std::is_same_v<T, double>) {
    return member;
  } else {
    static_assert(std::is_same_v<T, std::string>, "a field of an entity has one of the kinds listed at Value");
    return member;
  }
}

template <class T>
bool fromValue(const Value& value, T& member) {
  if constexpr (kIsOptional<T>) {
    if (std::holds_alternative<std::monostate>(value)) {
      member.reset();
      return true;
    }
    typename T::value_type inner{};
    if (!fromValue(value, inner)) return false;
    member = std::move(inner);
    return true;
  } else if constexpr (kIsId<T>) {
    const auto* uuid = std::get_if<base::Uuid>(&value);
    if (uuid != nullptr) member.uuid = *uuid;
    return uuid != nullptr;
  } else if constexpr (base::CodedEnum<T>) {
    const auto* word = std::get_if<std::string>(&value);
    const auto found = word != nullptr ? base::fromCode<T>(*word) : std::nullopt;
    if (found) member = *found;
    return found.has_value();
  } else if constexpr (std::is_same_v<T, base::Instant>) {
    const auto* millis = std::get_if<std::int64_t>(&value);
    if (millis != nullptr) member = base::fromMillis(*millis);
    return millis != nullptr;
  } else if constexpr (std::is_same_v<T, base::Date>) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return false;
    const auto date = base::parseIsoDate(*text);
    if (date) member = date.value();
    return date.has_value();
  } else if constexpr (std::is_integral_v<T>) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr) member = static_cast<T>(*number);
    return number != nullptr;
  } else if constexpr (std::is_same_v<T, double>) {
    if (const auto* real = std::get_if<double>(&value)) return member = *real, true;
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr) member = static_cast<double>(*number);
    return number != nullptr;
  } else {
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr) member = *text;
    return text != nullptr;
  }
}

}  // namespace ow::domain
