// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "desk/scorecard.h"

// Whether citizens are treated alike (同等对待): how long they wait, how often they are refused and how they rate, by group of
// the applicants and by grid (网格), each beside all together and with its interval. A difference is a question, not a verdict:
// groups apply for different things. Ethnicity and health are not asked: no hall needs them for this (PIPL Art. 28). Of a group
// with fewer than five nothing is told, nor of what would give it away. For supervisors (rule=supervisor_only). Reads every
// case of the period; `watch` is told, and ends it with `cancelled`. Any thread; blocks.
namespace ow::desk {

enum class ApplicantGroup { kind, age, sex, language, grid };

struct GroupCell {
  insight::Figure figure;  // suppressed: not shown
  bool isApart =
      false;  // of a share: the difference to all others is not chance (Newcombe, three sigma, for many are compared)
};
struct GroupLine {
  std::string member;            // stable word or code; empty: not known. Age: "18-34"
  std::vector<GroupCell> cells;  // in the order of the indicators
};
struct GroupTable {
  ApplicantGroup group = ApplicantGroup::kind;
  std::vector<GroupLine> lines;  // by age, else the largest first
};
struct EqualTreatment {
  insight::Period period;
  base::Instant asOf;
  std::vector<ScorecardLine> whole;  // waiting, in time, returned, denied, good and bad ratings: all together
  std::vector<GroupTable> groups;
};
base::Result<EqualTreatment> equalTreatment(Desk& desk, const insight::Period& period,
                                            const insight::CountingWatch& watch = {});

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::ApplicantGroup> =
    std::array<std::string_view, 5>{"kind", "age", "sex", "language", "grid"};
