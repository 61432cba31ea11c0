// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

// The two refusals that nearly every use case has. Only core/desk includes this.
namespace ow::desk {

inline base::Error notAllowed(const char* rule) {
  return base::fail(base::ErrorKind::notAllowed, {{"rule", rule}});
}
inline base::Error required(const char* field) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", field}, {"rule", "required"}});
}

}  // namespace ow::desk
