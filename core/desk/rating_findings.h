// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/scorecard.h"
#include "insight/rating_integrity.h"

// What looks wrong in the ratings of a period (评价核验): findings with their evidence, for supervisors to look into. A finding
// is a question, not a verdict.
namespace ow::desk {

struct EvidenceLine {
  domain::RatingId rating;
  base::Instant at;
  int level = 0;
  std::string caseNumber;  // empty: a visit that no case came of
  std::optional<domain::CaseId> caseId;
};
struct RatingFinding {
  insight::IntegrityFinding finding;
  std::string name;                    // of the clerk; of a pad its window or desk; of a window itself
  std::vector<EvidenceLine> evidence;  // the ratings of finding.ids
};
struct RatingFindings {
  base::Instant asOf;
  std::int64_t ratings = 0;  // that were looked at
  std::vector<RatingFinding> findings;
};
// Errors as scorecardOf(). Reads every rating of the period but those of the asker's own service, of which nothing is
// told. `watch` is asked while days are counted, and then while the ratings of each are read.
base::Result<RatingFindings> ratingFindings(Desk& desk, const insight::Period& period,
                                            const insight::CountingWatch& watch = {});

}  // namespace ow::desk
