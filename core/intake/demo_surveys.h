// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "domain/staff.h"
#include "intake/demo_batch.h"
#include "intake/demo_dice.h"
#include "intake/demo_rhythm.h"

// What citizens of a demo hall were asked. Only core/intake/demo_* includes this.
namespace ow::intake {

// One round by telephone, a week old: a sample of those whose cases ended in the month before, called in part by somebody who
// did not serve them; some of what they said is followed up. Everything else stands in the store already. No round where nobody
// fits, or no supervisor is there.
base::Result<void> writeDemoSurvey(store::Store& store, DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm,
                                   const DemoPlace& place, const std::vector<domain::Staff>& staff);

}  // namespace ow::intake
