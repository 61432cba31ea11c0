// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/ids.h"

// What is written about a scorecard and travels: the counts of a hall's month, signatures, comments, targets, and what
// departments report. All of it is appended and final, in its author's name: who knows better later appends once more, and what
// was said before stays readable.
namespace ow::domain {

// What a hall counted of a month: not figures but the counts that they are made of (insight/published_counts.h), so that a
// district adds up and divides by one definition for all of its halls. Of several of one hall and month the newest counts.
struct PublishedScorecard {
  PublishedScorecardId id;
  std::string hall;      // as in the place
  std::string division;  // GB/T 2260 county code of the hall: tells its district, city and province
  std::string period;    // "2026-10"
  base::Instant asOf;    // the data cut-off
  std::string counts;
  StaffId authorId;
};

// The figures of a month as somebody answered for them (签发): they stand, whatever comes later. Of several of one hall and
// month the newest counts, and says why there is one more.
struct ScorecardSignOff {
  ScorecardSignOffId id;
  std::string hall;
  std::string division;
  std::string period;
  base::Instant asOf;    // the data cut-off of the figures
  std::string registry;  // version of the register of indicators
  std::string figures;   // insight/frozen_figures.h
  std::optional<std::string> note;
  base::Instant signedAt;
  StaffId authorId;
};

struct ScorecardComment {
  ScorecardCommentId id;
  std::string hall;
  std::string period;
  std::optional<std::string> indicator;  // empty: on the whole card
  std::string text;
  base::Instant writtenAt;
  StaffId authorId;
};

// What a hall wants of an indicator from a month on, in place of what the register says. The newest of the latest month that
// has begun counts. Both empty: back to the register's.
struct IndicatorTarget {
  IndicatorTargetId id;
  std::string hall;
  std::string indicator;
  std::string fromPeriod;                        // "2026-10"
  std::optional<std::int64_t> targetMillionths;  // of the indicator's unit; a share is 1,000,000 at 100 %
  std::optional<std::int64_t> floorMillionths;
  std::optional<std::string> note;
  base::Instant setAt;
  StaffId authorId;
};

// What is counted elsewhere: deposits, loans, enforcement, training (财务, 培训). The newest of a hall, department, series and
// period counts.
struct ReportedFigure {
  ReportedFigureId id;
  std::string hall;
  std::optional<std::string> department;
  std::string series;                    // stable word of resources/indicators: "deposits"
  std::string period;                    // "2026-10"
  std::int64_t amount = 0;               // in the unit of the series: fen, cases, persons ...
  std::optional<std::int64_t> ofAmount;  // what it is a part of, where the series is one
  std::string source;                    // file or system
  base::Instant reportedAt;
  StaffId authorId;
};

// "2026-10"
bool isMonthText(std::string_view text);

template <class V, class E>
void describePublishedScorecard(V&& v, E& e) {
  v("hall", e.hall);
  v("division", e.division);
  v("period", e.period);
  v("as_of", e.asOf);
  v("counts", e.counts);
  v("author_id", e.authorId);
}
template <class V, class E>
void describeScorecardSignOff(V&& v, E& e) {
  v("hall", e.hall);
  v("division", e.division);
  v("period", e.period);
  v("as_of", e.asOf);
  v("registry", e.registry);
  v("figures", e.figures);
  v("note", e.note);
  v("signed_at", e.signedAt);
  v("author_id", e.authorId);
}
template <class V, class E>
void describeScorecardComment(V&& v, E& e) {
  v("hall", e.hall);
  v("period", e.period);
  v("indicator", e.indicator);
  v("text", e.text);
  v("written_at", e.writtenAt);
  v("author_id", e.authorId);
}
template <class V, class E>
void describeIndicatorTarget(V&& v, E& e) {
  v("hall", e.hall);
  v("indicator", e.indicator);
  v("from_period", e.fromPeriod);
  v("target_millionths", e.targetMillionths);
  v("floor_millionths", e.floorMillionths);
  v("note", e.note);
  v("set_at", e.setAt);
  v("author_id", e.authorId);
}
template <class V, class E>
void describeReportedFigure(V&& v, E& e) {
  v("hall", e.hall);
  v("department", e.department);
  v("series", e.series);
  v("period", e.period);
  v("amount", e.amount);
  v("of_amount", e.ofAmount);
  v("source", e.source);
  v("reported_at", e.reportedAt);
  v("author_id", e.authorId);
}

}  // namespace ow::domain
