// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/operation.h"

namespace ow::store {

// How the changes of an operation are written down (format 1): a JSON array of [field, before, after], where null is nothing, a
// number a whole number, {"r": x} a real number, text text and {"id": "..."} an id. Reading gives back exactly what was
// written.
std::string writeChanges(const std::vector<domain::FieldChange>& changes);
// storeDamaged with fact detail=operation.
base::Result<std::vector<domain::FieldChange>> readChanges(std::string_view text);

}  // namespace ow::store
