// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "desk/scorecard.h"

// What several halls come to together: each publishes the counts of its months (domain/scorecard_record.h), and whoever is
// subscribed to a district or a province adds them up and divides by one definition, the register's, for all of them. It works
// without the centre, and says as of when each hall counted. For supervisors (rule=supervisor_only). Only of whole months:
// invalidInput (field=period, rule=whole_months).
namespace ow::desk {

// Halls whose division has the same first six, four or two digits as this desk's.
enum class Reach { district, city, province };

// The areas that this desk can add up: those in which another hall has published to it. An area that holds no more halls than a
// smaller one is left out.
struct Area {
  Reach reach = Reach::district;
  std::string name;  // as people say it
  int halls = 0;
};
base::Result<std::vector<Area>> areasOf(Desk& desk);

struct HallPart {
  std::string hall, division;
  base::Instant asOf;                // of its oldest month here
  std::vector<std::string> missing;  // months of the period of which it published nothing
  bool isSigned = false;             // the period was signed for
};
struct RolledUpCard {
  Scorecard card;               // `hall` is the area's name, `asOf` the oldest of all parts
  std::vector<HallPart> halls;  // by name
};
// notFound (entity=published_scorecard): none of these halls published anything of the period.
base::Result<RolledUpCard> rolledUpCard(Desk& desk, const insight::Period& period, Reach reach);
// One indicator, hall by hall, each with the hall's own count under the same definition.
// Those of the whole register, in its order, from one reading.
base::Result<std::vector<SplitFigure>> compareHalls(Desk& desk, const insight::Period& period, Reach reach);
base::Result<SplitFigure> compareHalls(Desk& desk, const std::string& indicator, const insight::Period& period, Reach reach);
// Months with limits and signals, as trendsOf().
base::Result<std::vector<Trend>> rolledUpTrends(Desk& desk, base::Date last, int months, Reach reach);

// Publishes the counts of those months of the period that have begun and whose counts differ from what this hall published
// last. How many that were. notAllowed (rule=no_author) for an administrator of the store.
base::Result<int> publishMonths(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch = {});
// The same of this month and the last, unless it was done within the hour: for whoever looks at the scorecard. Nothing is
// published by a desk without a centre.
base::Result<int> publishIfDue(Desk& desk, const insight::CountingWatch& watch = {});

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::Reach> = std::array<std::string_view, 3>{"district", "city", "province"};
