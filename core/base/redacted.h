// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace ow::base {

// A value that must not reach a log by accident: it cannot be streamed or formatted, only read on purpose.
template <class T>
class Redacted {
 public:
  Redacted() = default;
  explicit Redacted(T value) : m_value(std::move(value)) {}
  const T& reveal() const { return m_value; }

 private:
  T m_value{};
};

}  // namespace ow::base
