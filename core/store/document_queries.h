// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/official_document.h"
#include "store/outbox.h"
#include "store/sqlite.h"

// Reading the written documents of cases.
namespace ow::store {

struct DocumentLine {
  domain::OfficialDocument document;
  std::string issuedBy;                  // the name; empty for somebody unknown
  std::optional<OperationState> outbox;  // of the operation that made it here; null: another desk did, or it is safe long since
};
// Of one case, newest first.
base::Result<std::vector<DocumentLine>> documentsOf(Connection& connection, domain::CaseId id, std::size_t limit);

}  // namespace ow::store
