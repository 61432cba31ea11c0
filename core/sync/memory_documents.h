// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/memory_merge.h"
#include "sync/memory_state.h"

namespace ow::sync {

// In whose name a hall's documents are numbered (机关代字): those of one department's services, or all others.
struct Authority {
  domain::ScopeId hall;
  std::optional<std::string> department;
  std::string word;
};

// Gives a document its number: the next of its series, or the one that a restored centre had given it before where nobody else
// has that meanwhile. Changes `fields` (number, former_number) and answers the facts that the desk keeps; nothing when the type
// is none that is numbered. ow.number_document of core/centre/sql is the same in SQL.
std::optional<std::vector<base::Fact>> numberDocument(MemoryState& state, domain::ScopeId hall, const std::string& authority,
                                                      int year, const domain::WrittenOperation& written,
                                                      std::vector<domain::FieldChange>& fields);

}  // namespace ow::sync
