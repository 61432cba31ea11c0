// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace ow::centre {

struct Deadlines {
  std::chrono::milliseconds connect{3000};  // per host
  std::chrono::milliseconds poll{5000};
  std::chrono::milliseconds call{30000};  // push, pull, and what compares

  // Of a standby that is read from: the primary answers as well, so nobody waits long for it.
  std::chrono::milliseconds standbyConnect{1000};  // per host
  std::chrono::milliseconds standbySilence{3000};  // between two rows of its answer
  std::chrono::milliseconds standbyAgain{45000};   // until one that failed, or was not found, is tried again
};

}  // namespace ow::centre
