// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/scorecard.h"
#include "domain/scorecard_record.h"
#include "insight/frozen_figures.h"

// What is written about the hall's scorecard: signatures, comments, targets. Each is appended, final, in the name of the clerk
// who sits here, and travels to the district. For supervisors: a clerk gets notAllowed (rule=supervisor_only). Error kinds
// besides: those of the disk. Any thread; blocks.
namespace ow::desk {

// The figures as somebody signed for them (签发): they stand, whatever comes later.
struct SignedScorecard {
  domain::ScorecardSignOffId id;
  std::string hall, period, registry;
  base::Instant asOf, signedAt;
  std::string signedBy;  // name; empty: not known here
  std::string note;
  insight::FrozenFigures frozen;
};
// The newest first: the first counts, the others were signed before it.
base::Result<std::vector<SignedScorecard>> signedScorecards(Desk& desk, const std::string& period);
// Signs the figures as they are counted now, with the targets that count. A period that is not over: invalidInput
// (field=period, rule=not_over). Whoever signs once more says why: invalidInput (field=note, rule=required). Of whole months
// the counts are published too.
base::Result<domain::ScorecardSignOffId> signScorecard(Desk& desk, const insight::Period& period, const std::string& note,
                                                       const insight::CountingWatch& watch = {});

struct CommentShown {
  domain::ScorecardCommentId id;
  std::string indicator;  // empty: on the whole card
  std::string text, author;
  base::Instant writtenAt;
};
// The oldest first. `indicator`: of that one alone.
base::Result<std::vector<CommentShown>> commentsOn(Desk& desk, const std::string& period,
                                                   const std::optional<std::string>& indicator = {});
// notFound (entity=indicator); invalidInput (field=text).
base::Result<domain::ScorecardCommentId> comment(Desk& desk, const std::string& period,
                                                 const std::optional<std::string>& indicator, const std::string& text);

// What the hall wants of an indicator from a month on.
struct TargetShown {
  std::string fromPeriod;
  std::optional<insight::Yardstick> yardstick;  // nothing: the register's again
  std::string note, author;
  base::Instant setAt;
};
// All that were ever set, the newest month first.
base::Result<std::vector<TargetShown>> targetsOf(Desk& desk, const std::string& indicator);
struct NewTarget {
  std::string indicator;
  std::string fromPeriod;                       // "2026-10"
  std::optional<insight::Yardstick> yardstick;  // in the indicator's unit; nothing: the register's again
  std::string note;
};
// notFound (entity=indicator); invalidInput (field=from_period; field=target: wrong_side, out_of_range; field=note).
base::Result<domain::IndicatorTargetId> setTarget(Desk& desk, const NewTarget& target);

}  // namespace ow::desk
