// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "desk/inside.h"
#include "domain/operation.h"

// An operation made anew out of one that somebody wrote earlier, of whatever kind of entity. Only core/desk includes this.
namespace ow::desk {

inline constexpr const char* kSettlingPurpose = "settling";

// From what stands here now to what `wanted` says; what stands already is left out. notFound (entity) when there is no such
// row; unsupportedFormat (field) for a field that this program does not know.
base::Result<std::vector<domain::FieldChange>> changesFromNow(store::Connection& connection, domain::EntityKind kind,
                                                              domain::EntityId id,
                                                              const std::vector<domain::FieldChange>& wanted);

domain::Operation reissued(Desk::Inside& in, const std::string& purpose, domain::EntityKind kind, domain::EntityId id,
                           domain::OperationKind operation, std::vector<domain::FieldChange> changes);

}  // namespace ow::desk
