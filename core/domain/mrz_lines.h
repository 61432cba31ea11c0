// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/mrz.h"

namespace ow::domain {

// The lines of one zone in the characters and the length that its format asks for.
struct MrzLines {
  MrzFormat format;
  std::vector<std::string> lines;
};

// Puts right what readers and keyboards do to a zone, short of its contents. Errors as readMrz().
base::Result<MrzLines> mrzLines(std::string_view text);

}  // namespace ow::domain
