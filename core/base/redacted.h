// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>  // explicit_bzero

#include <string>
#include <type_traits>
#include <utility>

namespace ow::base {

// Overwrites what a text holds and has held, then empties it.
inline void wipe(std::string& text) {
  // A text that was moved from or cut short still has its bytes.
  text.resize(text.capacity());  // NOLINT(clang-analyzer-cplusplus.Move)
  explicit_bzero(text.data(), text.size());
  text.clear();
}

// A value that must not reach a log by accident: it cannot be streamed or formatted, only read on purpose. A text is
// overwritten when it goes, so that a passphrase does not stay in memory.
template <class T>
class Redacted {
 public:
  Redacted() = default;
  explicit Redacted(T value) : m_value(std::move(value)) { forget(value); }
  ~Redacted() { forget(m_value); }
  Redacted(const Redacted&) = default;
  Redacted(Redacted&& other) noexcept : m_value(std::move(other.m_value)) { forget(other.m_value); }
  Redacted& operator=(const Redacted&) = delete;
  Redacted& operator=(Redacted&& other) noexcept {
    if (this == &other) return *this;
    forget(m_value);
    m_value = std::move(other.m_value);
    forget(other.m_value);
    return *this;
  }
  const T& reveal() const { return m_value; }

 private:
  static void forget(T& value) {
    if constexpr (std::is_same_v<T, std::string>) wipe(value);
  }
  T m_value{};
};

}  // namespace ow::base
