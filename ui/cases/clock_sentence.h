// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "base/time_zone.h"
#include "domain/due.h"

namespace ow::ui {

// How a due time came about, in whole sentences: the rule first, then one sentence for each thing that moved the date.
struct ClockSentence {
  QString rule;
  QStringList reasons;
};
ClockSentence explained(const domain::ClockExplanation& clock, const base::TimeZone& zone);

}  // namespace ow::ui
