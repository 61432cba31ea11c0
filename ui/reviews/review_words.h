// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

#include "base/error.h"
#include "base/time_zone.h"
#include "desk/reviews.h"
#include "domain/rating_catalogue.h"
#include "domain/traffic_light.h"

// What the loop of bad ratings (差评核查) says in plain words.
namespace ow::ui::words {

QString of(domain::ReviewState);
QString actionOf(domain::ReviewEvent);  // what to do: "&Assign …" with mnemonic
QString doneWith(domain::ReviewEvent);  // what became of it, after the write
// Why that step is greyed, in the state that the review is in.
QString ofReviewWhy(const std::string& why, domain::ReviewState state);
// As words::sentence, for an error of desk/reviews.h.
QString reviewSentence(const base::Error& error);

// "Verify by 3 Mar 2026, 17:30": what comes next and until when; empty when nothing has a limit.
QString nextStep(const desk::ReviewRow& row, const base::TimeZone& zone);
// Red past the limit, yellow on its last day.
domain::Light reviewLight(const desk::ReviewRow& row, base::Instant now);
// Service and window, as far as they are known: "Residence permit · window 3".
QString ofReviewPlace(const desk::ReviewRow& row);
// Everything that a row shows, for whoever hears it.
QString spokenReview(const desk::ReviewRow& row, base::Instant now, const base::TimeZone& zone);
// One line for the notice area.
QString badRatingCame(const desk::ReviewGlance& glance);

// The reasons by name, in the clerk's language; a code that no catalogue knows stands for itself.
QString ofReasons(const std::vector<std::string>& codes, const std::vector<domain::RatingReason>& known);

// A step that has passed, is next, or is still to come.
enum class StepMark { done, next, ahead };
struct ReviewStep {
  QString name;
  QString byWhom;  // who and when
  QString said;    // what was found, decided, answered
  StepMark mark = StepMark::ahead;
};
std::vector<ReviewStep> reviewSteps(const desk::ReviewSheet& sheet, const base::TimeZone& zone);

}  // namespace ow::ui::words
