// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "base/random.h"
#include "base/result.h"

namespace ow::sync {

enum class Pace {
  active,  // somebody works at this screen
  idle,
};

// How long to wait before the next round: 2 s at an active screen, 15 s at an idle one; after failures in a row 0.5 s and twice
// as long each time up to a minute, after a refusal a minute. A quarter up or down by chance, so that a thousand desks do not
// call in step.
std::chrono::milliseconds pauseAfter(const base::Result<void>& round, int failures, Pace pace, base::Random& random);

}  // namespace ow::sync
