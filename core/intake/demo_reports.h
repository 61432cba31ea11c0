// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "domain/staff.h"
#include "intake/demo_batch.h"
#include "intake/demo_dice.h"
#include "intake/demo_rhythm.h"

// What the departments of a demo hall reported, and how long its forms took. Only core/intake/demo_* includes this.
namespace ow::intake {

// Of each whole month of the two years: deposits, loans, enforcement, training, complaints and costs, reported by a supervisor
// some days after it was over; and the sums of the forms that each desk filled in on the working days of the last months.
// Nothing where no supervisor is there.
base::Result<void> writeDemoReports(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
                                    const std::vector<domain::Staff>& staff);

}  // namespace ow::intake
