// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "cases/one_line.h"
#include "intake/core_text.h"
#include "kit/language.h"
#include "kit/words.h"

namespace ow::ui::words {

namespace {

using domain::ReviewEvent;
using domain::ReviewState;

struct Reviews {
  Q_DECLARE_TR_FUNCTIONS(Reviews)
};

constexpr std::chrono::hours kLastDay{24};

// Whichever of the two is known.
QString whoAndWhen(const QString& who, const std::optional<base::Instant>& at, const base::TimeZone& zone) {
  if (!at) return who;
  const QString when = dateTime(*at, zone);
  return who.isEmpty() ? when : Reviews::tr("%1, %2", "who took a step, and when").arg(who, when);
}

QString ofVerdict(domain::ReviewVerdict verdict) {
  switch (verdict) {
    case domain::ReviewVerdict::valid:
      return Reviews::tr("It is so");
    case domain::ReviewVerdict::explained:
      return Reviews::tr("No basis in law: to be explained");
    case domain::ReviewVerdict::invalid:
      return Reviews::tr("Mistaken or malicious: appeal");
  }
  return {};
}

// How far along its path a review is: the number of the step that is next.
int nextOf(ReviewState state) {
  switch (state) {
    case ReviewState::opened:
      return 1;
    case ReviewState::assigned:
      return 2;
    case ReviewState::appealed:
      return 3;
    case ReviewState::rectifying:
    case ReviewState::explaining:
      return 4;
    case ReviewState::replied:
      return 5;
    case ReviewState::calledBack:
      return 6;
    case ReviewState::closed:
    case ReviewState::voided:
      return 7;
  }
  return 0;
}

ReviewStep verifying(const desk::ReviewSheet& sheet, const base::TimeZone& zone) {
  const domain::RatingReview& review = sheet.review;
  const QString by = whoAndWhen(oneLine(sheet.verifiedBy), review.verifiedAt, zone);
  QStringList said;
  if (review.verdict && !review.decidedAt) said << ofVerdict(*review.verdict);
  if (review.finding) said << fromCore(*review.finding);
  return {Reviews::tr("Verified", "step of a review"), by, said.join(QLatin1Char('\n'))};
}

ReviewStep answering(const domain::RatingReview& review, const base::TimeZone& zone) {
  QStringList said;
  if (review.measure) said << Reviews::tr("Put right: %1").arg(fromCore(*review.measure));
  if (review.reply) said << Reviews::tr("Told the citizen: %1").arg(fromCore(*review.reply));
  return {review.state == ReviewState::rectifying || review.measure ? Reviews::tr("Put right and replied", "step of a review")
                                                                    : Reviews::tr("Replied", "step of a review"),
          whoAndWhen({}, review.repliedAt, zone), said.join(QLatin1Char('\n'))};
}

ReviewStep calling(const desk::ReviewSheet& sheet, const base::TimeZone& zone) {
  const domain::RatingReview& review = sheet.review;
  QStringList said;
  if (review.callBackLevel) said << ofRatingLevel(*review.callBackLevel);
  if (review.callBackNote) said << fromCore(*review.callBackNote);
  return {Reviews::tr("Called back", "step of a review"), whoAndWhen(oneLine(sheet.calledBackBy), review.calledBackAt, zone),
          said.join(QLatin1Char('\n'))};
}

}  // namespace

QString of(ReviewState state) {
  switch (state) {
    case ReviewState::opened:
      return Reviews::tr("New", "state of a review");
    case ReviewState::assigned:
      return Reviews::tr("Being verified", "state of a review");
    case ReviewState::rectifying:
      return Reviews::tr("Being put right", "state of a review");
    case ReviewState::explaining:
      return Reviews::tr("To be explained", "state of a review");
    case ReviewState::appealed:
      return Reviews::tr("Appeal", "state of a review");
    case ReviewState::replied:
      return Reviews::tr("Replied", "state of a review");
    case ReviewState::calledBack:
      return Reviews::tr("Called back", "state of a review");
    case ReviewState::closed:
      return Reviews::tr("Closed", "state of a review");
    case ReviewState::voided:
      return Reviews::tr("Rating voided", "state of a review");
  }
  return {};
}

QString actionOf(ReviewEvent event) {
  switch (event) {
    case ReviewEvent::assigned:
      return Reviews::tr("&Assign …");
    case ReviewEvent::confirmed:
      return Reviews::tr("It &is so …");
    case ReviewEvent::explained:
      return Reviews::tr("To be e&xplained …");
    case ReviewEvent::appealed:
      return Reviews::tr("A&ppeal …");
    case ReviewEvent::upheld:
      return Reviews::tr("Rating &stands …");
    case ReviewEvent::voided:
      return Reviews::tr("&Void the rating …");
    case ReviewEvent::replied:
      return Reviews::tr("&Reply …");
    case ReviewEvent::calledBack:
      return Reviews::tr("Called &back …");
    case ReviewEvent::sentBack:
      return Reviews::tr("Put right a&gain");
    case ReviewEvent::closed:
      return Reviews::tr("C&lose the review");
  }
  return {};
}

QString doneWith(ReviewEvent event) {
  switch (event) {
    case ReviewEvent::assigned:
      return Reviews::tr("The review is assigned.");
    case ReviewEvent::confirmed:
      return Reviews::tr("Verified: what was wrong is put right next.");
    case ReviewEvent::explained:
      return Reviews::tr("Verified: it is explained to the citizen next.");
    case ReviewEvent::appealed:
      return Reviews::tr("The appeal is filed: somebody else decides it.");
    case ReviewEvent::upheld:
      return Reviews::tr("Decided: the rating stands, and what was wrong is put right next.");
    case ReviewEvent::voided:
      return Reviews::tr("Decided: the rating is void. It stays visible and leaves the figures.");
    case ReviewEvent::replied:
      return Reviews::tr("The reply is saved: the citizen is called back next.");
    case ReviewEvent::calledBack:
      return Reviews::tr("The call is saved.");
    case ReviewEvent::sentBack:
      return Reviews::tr("It is put right once more.");
    case ReviewEvent::closed:
      return Reviews::tr("The review is closed.");
  }
  return {};
}

QString ofReviewWhy(const std::string& why, ReviewState state) {
  if (why.empty()) return {};
  if (why == "transition") return Reviews::tr("Not the next step: the review stands at “%1”.").arg(of(state));
  if (why == "read_only") return ofWhy(why);
  return sentence(base::Error{base::ErrorKind::notAllowed, {{"rule", why}}});
}

QString reviewSentence(const base::Error& error) {
  const auto state = base::fromCode<ReviewState>(error.fact("state"));
  if (error.kind != base::ErrorKind::conflict || !state) return sentence(error);
  return Reviews::tr(
             "Somebody moved this review meanwhile: it is now at “%1”. Nothing of yours was written; what you typed is kept.")
      .arg(of(*state));
}

QString nextStep(const desk::ReviewRow& row, const base::TimeZone& zone) {
  const QString due = row.dueAt ? dateTime(*row.dueAt, zone) : QString();
  switch (row.state) {
    case ReviewState::opened:
      return due.isEmpty() ? Reviews::tr("Next: assign it") : Reviews::tr("Next: assign and verify it by %1").arg(due);
    case ReviewState::assigned:
      return due.isEmpty() ? Reviews::tr("Next: verify it") : Reviews::tr("Next: verify it by %1").arg(due);
    case ReviewState::rectifying:
      return due.isEmpty() ? Reviews::tr("Next: put it right and reply")
                           : Reviews::tr("Next: put it right and reply by %1").arg(due);
    case ReviewState::explaining:
      return due.isEmpty() ? Reviews::tr("Next: explain it in a reply")
                           : Reviews::tr("Next: explain it in a reply by %1").arg(due);
    case ReviewState::appealed:
      return due.isEmpty() ? Reviews::tr("Next: decide the appeal") : Reviews::tr("Next: decide the appeal by %1").arg(due);
    case ReviewState::replied:
      return due.isEmpty() ? Reviews::tr("Next: call back") : Reviews::tr("Next: call back by %1").arg(due);
    case ReviewState::calledBack:
      return Reviews::tr("Next: close it, or put it right once more");
    case ReviewState::closed:
    case ReviewState::voided:
      return of(row.state);
  }
  return {};
}

domain::Light reviewLight(const desk::ReviewRow& row, base::Instant now) {
  if (!row.dueAt) return domain::Light::none;
  return domain::lightAt(now, *row.dueAt - kLastDay, row.dueAt, std::nullopt);
}

QString ofReviewPlace(const desk::ReviewRow& row) {
  const QString service = oneLine(row.service), window = oneLine(row.window);
  if (window.isEmpty()) return service.isEmpty() ? Reviews::tr("Service not known") : service;
  if (service.isEmpty()) return Reviews::tr("Window %1").arg(window);
  return Reviews::tr("%1 · window %2", "service, window").arg(service, window);
}

QString spokenReview(const desk::ReviewRow& row, base::Instant now, const base::TimeZone& zone) {
  QStringList said{ofRatingLevel(row.level), ofReviewPlace(row), of(row.state)};
  if (row.dueAt) said << of(reviewLight(row, now)) << remaining(*row.dueAt, now);
  if (!row.assignee.empty()) said << Reviews::tr("Assigned to %1").arg(oneLine(row.assignee));
  said << Reviews::tr("Rated on %1").arg(dateTime(row.openedAt, zone));
  return said.join(QLatin1Char('\n'));
}

QString badRatingCame(const desk::ReviewGlance& glance) {
  if (glance.arrived != 1 || !glance.newest)
    return Reviews::tr("%n bad rating(s) came in.", nullptr, static_cast<int>(glance.arrived));
  const QString service = oneLine(glance.newest->service), window = oneLine(glance.newest->window);
  if (service.isEmpty() && window.isEmpty()) return Reviews::tr("A bad rating came in.");
  if (window.isEmpty()) return Reviews::tr("A bad rating came in: %1").arg(service);
  if (service.isEmpty()) return Reviews::tr("A bad rating came in: window %1").arg(window);
  return Reviews::tr("A bad rating came in: %1, window %2").arg(service, window);
}

QString ofReasons(const std::vector<std::string>& codes, const std::vector<domain::RatingReason>& known) {
  const bool isChinese = spokenLanguage() == Language::simplifiedChinese;
  QStringList names;
  for (const std::string& code : codes) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& reason) { return reason.code == code; });
    names << fromCore(found == known.end() ? code : isChinese ? found->zh : found->en);
  }
  return names.join(Reviews::tr("; ", "between reasons"));
}

std::vector<ReviewStep> reviewSteps(const desk::ReviewSheet& sheet, const base::TimeZone& zone) {
  const domain::RatingReview& review = sheet.review;
  const bool isAppeal = review.state == ReviewState::appealed || review.decidedAt;
  std::vector<ReviewStep> steps;
  const auto add = [&](int number, ReviewStep step) {
    const int next = nextOf(review.state);
    step.mark = number < next ? StepMark::done : number == next ? StepMark::next : StepMark::ahead;
    steps.push_back(std::move(step));
  };
  add(0, {Reviews::tr("Rated", "step of a review"), whoAndWhen({}, review.openedAt, zone), {}});
  add(1, {Reviews::tr("Assigned", "step of a review"), oneLine(sheet.row.assignee), {}});
  add(2, verifying(sheet, zone));
  if (isAppeal)
    add(3, {Reviews::tr("Appeal decided", "step of a review"), whoAndWhen(oneLine(sheet.decidedBy), review.decidedAt, zone),
            fromCore(review.decision.value_or(""))});
  if (review.state == ReviewState::voided) {
    add(6, {of(ReviewState::voided), whoAndWhen({}, review.closedAt, zone), {}});
    return steps;
  }
  add(4, answering(review, zone));
  add(5, calling(sheet, zone));
  add(6, {Reviews::tr("Closed", "step of a review"), whoAndWhen({}, review.closedAt, zone), {}});
  return steps;
}

}  // namespace ow::ui::words
