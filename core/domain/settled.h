// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/error.h"
#include "domain/entity_row.h"

namespace ow::domain {

// What became of an operation at the centre.
enum class PushOutcome {
  applied,    // it took effect
  merged,     // the centre had that value already; nothing changed
  conflict,   // somebody else changed the same field; both values are kept in a conflict. Facts: field, conflict
  refused,    // not allowed or no longer possible; its content is kept as a proposal where it was a transition. Facts: rule ...
  postponed,  // cannot be judged yet (too new a format); stays in the outbox
};

struct Settled {
  OperationId id;
  PushOutcome outcome = PushOutcome::applied;
  std::int64_t rev = 0;  // of the entity after the batch; 0 when there is none
  RowDigest digest = 0;
  std::vector<base::Fact> facts;
};

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::PushOutcome> =
    std::array<std::string_view, 5>{"applied", "merged", "conflict", "refused", "postponed"};
