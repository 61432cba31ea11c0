// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/operation.h"
#include "domain/written_operation.h"

namespace ow::sync {

// The fields of an operation as a desk told them, each with its values as JSON has them: ids are text here. Creations, appends
// and erasures have no value before. Nothing when the text is not what the kind of operation demands.
std::optional<std::vector<domain::FieldChange>> readToldChanges(const domain::WrittenOperation& operation);

// The same text for the same changes, however a desk spaced and ordered them: as PostgreSQL writes a jsonb.
std::string canonicalChanges(const domain::WrittenOperation& operation, std::vector<domain::FieldChange> changes);

}  // namespace ow::sync
