// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "command.h"

// Pages are drawn by onewindow-paper, a program of its own beside this one: this one runs where there is no Qt.
namespace ow::admin {

struct Pages {
  std::string asOf, definitions;  // as it said them
  std::int64_t count = 0;
  std::string pdf;
};
// notFound (entity=onewindow-paper) where it is not installed; internal (where=onewindow-paper) when it answered something
// else; what it failed with otherwise. The store must not be open here for writing.
base::Result<Pages> scorecardPages(const Invocation& invocation, const std::string& period, const std::string& scope,
                                   const std::string& language);

}  // namespace ow::admin
