// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_findings.h"

#include "desk/scorecard_inside.h"
#include "store/rating_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;
using insight::IntegritySubject;
using insight::RatingIntegrity;
using insight::Split;
using store::FactSource;

namespace {

// No hall serves anybody then.
bool isOffHours(base::Instant at, const domain::WorkCalendar& calendar, const base::TimeZone& zone) {
  if (!calendar.isWorkday(zone.dateOf(at))) return true;
  const base::LocalTime local = zone.toLocal(at);
  const auto hour =
      std::chrono::duration_cast<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count();
  return hour < insight::kDayBegins || hour >= insight::kDayEnds;
}

// The ids of a row as text, for as long as the fact that is made of it.
struct Texts {
  std::string pad, clerk;
};

insight::RatedFact factOf(const store::RatedRow& row, Texts& texts) {
  texts = {row.pad ? row.pad->text() : std::string(), row.clerk ? row.clerk->text() : std::string()};
  insight::RatedFact fact{row.id,     row.at,      row.level,    {},    texts.pad,     row.padWindow,
                          row.window, texts.clerk, row.hasWords, false, row.isSameName};
  fact.isByReceipt = row.pad && row.channel != domain::Channel::counter;
  if (row.answeredIn) fact.answeredIn = std::chrono::milliseconds(*row.answeredIn);
  return fact;
}

Result<std::int64_t> addRatings(Desk::Inside& in, store::Connection& connection, const insight::Days& days,
                                RatingIntegrity& integrity, const insight::CountingWatch& watch) {
  constexpr std::int64_t kReadAtOnce = 1000;
  const auto calendar = in.calendarOf(in.place.jurisdiction);
  const base::TimeZone& zone = in.zone();
  const store::DayNumber first = insight::numberOf(days.from), last = insight::numberOf(days.to);
  std::int64_t read = 0, ratings = 0;
  bool goesOn = true;
  Texts texts;
  OW_TRYV(store::eachRated(connection, insight::beginningOf(first, zone), insight::beginningOf(last + 1, zone),
                           [&](const store::RatedRow& row) {
                             if (watch && read++ % kReadAtOnce == 0)
                               goesOn = watch(int(insight::numberOf(zone.dateOf(row.at)) - first), int(last - first + 1));
                             if (!goesOn) return false;
                             if (row.clerk == in.clerk.id) return true;
                             ++ratings;
                             insight::RatedFact fact = factOf(row, texts);
                             // Whoever rates at home may do so at night.
                             fact.isOffHours = row.channel == domain::Channel::counter && isOffHours(row.at, calendar, zone);
                             integrity.add(fact);
                             return true;
                           }));
  if (!goesOn) return base::fail(base::ErrorKind::cancelled);
  return ratings;
}

// Who rated of those who were served, from the tallies of the scorecard.
Result<void> addServed(Desk::Inside& in, const insight::Days& days, RatingIntegrity& integrity,
                       const insight::CountingWatch& watch) {
  struct Question {
    FactSource source;
    Split split;
    IntegritySubject subject;
  };
  constexpr std::array kQuestions{Question{FactSource::visit, Split::clerk, IntegritySubject::clerk},
                                  Question{FactSource::visit, Split::window, IntegritySubject::window},
                                  Question{FactSource::caseClosed, Split::clerk, IntegritySubject::clerk}};
  for (const Question& question : kQuestions) {
    insight::Measure rated{question.source, {"rated"}, *insight::conditionNamed(question.source, "rated")};
    const insight::Measure all{question.source, {}, 0};
    OW_TRY(const auto members, aggregateBy(in, {question.source}, days, question.split, watch));
    for (const auto& [member, aggregate] : members)
      if (!member.empty())
        integrity.addServed(question.source, question.subject, member, {aggregate.count(rated), aggregate.count(all)});
  }
  return base::success();
}

Result<std::string> nameOf(store::Connection& connection, const insight::IntegrityFinding& finding) {
  if (finding.subject == IntegritySubject::window) return finding.id;
  const auto id = base::Uuid::parse(finding.id);
  if (!id) return std::string();
  if (finding.subject == IntegritySubject::clerk) {
    const auto staff = store::loadEntity<domain::Staff>(connection, domain::StaffId{*id});
    return staff ? staff.value().name : std::string();
  }
  const auto pad = store::loadEntity<domain::Pad>(connection, domain::PadId{*id});
  return pad ? pad.value().window.value_or(pad.value().desk) : std::string();
}

Result<EvidenceLine> evidenceOf(store::Connection& connection, domain::RatingId id) {
  OW_TRY(const auto rating, store::loadEntity<domain::Rating>(connection, id));
  EvidenceLine line{id, rating.at, rating.level, {}, rating.caseId};
  if (!rating.caseId) return line;
  const auto matter = store::loadEntity<domain::Case>(connection, *rating.caseId);
  if (matter) line.caseNumber = matter.value().number;
  return line;
}

}  // namespace

Result<RatingFindings> ratingFindings(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  RatingFindings all;
  all.asOf = in.now();
  const auto days = upToToday(in, period.days);
  if (days.to < days.from) return all;
  RatingIntegrity integrity;
  OW_TRYV(addServed(in, days, integrity, watch));
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(all.ratings, addRatings(in, reader.connection(), days, integrity, watch));
  for (const insight::IntegrityFinding& finding : integrity.findings()) {
    if (finding.subject == IntegritySubject::clerk && finding.id == in.clerk.id.text()) continue;
    RatingFinding told{finding, {}, {}};
    OW_TRY(told.name, nameOf(reader.connection(), finding));
    for (const domain::RatingId id : finding.ids) {
      OW_TRY(auto line, evidenceOf(reader.connection(), id));
      told.evidence.push_back(std::move(line));
    }
    all.findings.push_back(std::move(told));
  }
  return all;
}

}  // namespace ow::desk
