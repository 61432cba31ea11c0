// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "domain/operation.h"

// Corrections read back from their operations. Only core/desk includes this.
namespace ow::desk {

inline constexpr const char* kCorrectionPurpose = "correction";

enum class Values { masked, clear };

// What one operation of a correction changed, as a clerk would say it. `record` knows the kinds of numbers and contact points.
std::vector<CorrectedField> correctedFields(const domain::Operation& operation, const store::PartyRecord& record,
                                            Values values);

// The corrections of that party, newest first, masked.
base::Result<std::vector<PastCorrection>> correctionsOf(store::Connection& connection, const store::PartyRecord& record);

}  // namespace ow::desk
