// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/service.h"
#include "domain/staff.h"
#include "intake/demo_batch.h"

// What the demo hall offers and who works there. Only core/intake/demo_* includes this.
namespace ow::intake {

enum class Clientele { people, firms };

struct DemoService {
  domain::Service service;
  Clientele clientele = Clientele::people;
  double demand = 1;  // share of the applications
  double days = 0;    // of the promised limit; a fraction for instant matters
};

// The services, written into the store; `duplicate` when it holds one of their codes already.
std::vector<DemoService> addServices(DemoBatch& batch, const DemoPlace& place);
// A dozen invented colleagues beside those that the store has (`known`: active ones); all who may own a case.
std::vector<domain::Staff> addStaff(DemoBatch& batch, std::vector<domain::Staff> known);

}  // namespace ow::intake
