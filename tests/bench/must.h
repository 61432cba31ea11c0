// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <type_traits>
#include <utility>

#include "base/result.h"

namespace ow::bench {

// A bench that fails has measured nothing: it ends.
template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

}  // namespace ow::bench
