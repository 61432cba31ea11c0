// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "desk/profile.h"

namespace ow::ui {

// "Name: 张山 → 张三": one corrected field in a line, in the clerk's words; its values as core gave them, masked or clear.
QString correctionLine(const desk::CorrectedField& field);

}  // namespace ow::ui
