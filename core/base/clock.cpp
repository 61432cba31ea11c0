// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace ow::base {

Instant SystemClock::now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace ow::base
