// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "desk/profile.h"
#include "pad/pad_view.h"

namespace ow::ui {

// What a citizen is asked to check on their own screen: who they are and how to reach them, masked as on the clerk's page, also
// while the clerk has a value revealed: the citizen's screen can be read from behind. Nothing of cases, relatives or notes.
std::vector<PadRow> mirrorOf(const desk::Profile& profile);

}  // namespace ow::ui
