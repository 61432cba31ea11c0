// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/operation.h"

namespace ow::store {

// How the changes of an operation are written down (format 1), as plainly as a centre would like to read them: one JSON object
// with a member for each field that changed, in the order of the fields. What is created or appended: {"field": value}; what is
// patched or moved: {"field": [before, after]}. null is nothing, ids are text, as RFC 9562 writes them. Reading gives back
// exactly what was written; it asks the entity's schema for the type of a field.
std::string writeChanges(const domain::Operation& operation);
// `kind` and `entity` are the operation's own. storeDamaged with fact detail=operation.
base::Result<std::vector<domain::FieldChange>> readChanges(domain::OperationKind kind, domain::EntityKind entity,
                                                           std::string_view text);

}  // namespace ow::store
