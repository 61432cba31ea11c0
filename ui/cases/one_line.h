// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

#include "intake/core_text.h"

namespace ow::ui {

// A value of core where it has one line: line ends and runs of spaces become one space.
inline QString oneLine(const std::string& text) {
  return fromCore(text).simplified();
}

}  // namespace ow::ui
