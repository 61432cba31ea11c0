// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "base/result.h"
#include "store/store.h"

namespace ow::trial {

// What a store holds, for whoever judges a trial, one line each:
//   operation <id> <state> <outcome or -> <kind> <entity> <entity id>
//   row <kind> <id>                      cases, their events, parties, talks
//   number <case number> <case id>
//   counts <waiting> <sent> <safe> <refused> <parked>
base::Result<void> tellEvidence(store::Store& store, std::ostream& out);

}  // namespace ow::trial
