// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_hall.h"

#include <algorithm>
#include <string>
#include <vector>

#include "intake/demo_cases.h"
#include "intake/demo_people.h"
#include "intake/demo_reports.h"
#include "intake/demo_rhythm.h"
#include "intake/demo_services.h"
#include "intake/demo_surveys.h"
#include "intake/demo_tickets.h"
#include "store/desk_state.h"

namespace ow::intake {

using base::ErrorKind;
using base::Instant;
using base::Result;

namespace {

constexpr std::int64_t kMost = 10'000'000;
constexpr const char* kMark = "demo";  // desk value: which demo hall was begun here, or that one is done
constexpr const char* kFinished = "done";
constexpr double kBaseStock = 0.6;  // of the people: known before the two years began
constexpr auto kBaseTime = std::chrono::days(400);
constexpr int kPersonsPerFirm = 14;

Result<std::string> placeValue(store::Connection& connection, const char* name) {
  OW_TRY(const auto value, store::deskValue(connection, std::string("place.") + name));
  if (!value || value->empty()) return base::fail(ErrorKind::notFound, {{"entity", "place"}, {"field", name}});
  return *value;
}

Result<DemoPlace> readPlace(store::Connection& connection) {
  DemoPlace place;
  OW_TRY(place.division, placeValue(connection, "division"));
  OW_TRY(place.desk, placeValue(connection, "desk"));
  OW_TRY(place.jurisdiction, placeValue(connection, "jurisdiction"));
  OW_TRY(const auto hall, store::deskValue(connection, "place.hall"));
  place.hall = hall.value_or(std::string());
  OW_TRY(const auto centre, store::deskValue(connection, "centre.dsn"));
  place.hasCentre = centre.has_value();
  for (const std::string_view word : {"政务", "行政", "市民"})
    if (const auto at = place.hall.find(word); at != std::string::npos && at > 0) place.area = place.hall.substr(0, at);
  return place;
}

// The clerks who were there before the demo was begun.
Result<std::vector<domain::Staff>> readStaff(store::Connection& connection) {
  std::vector<domain::Staff> staff;
  OW_TRY(auto rows, connection.prepare(
                        "SELECT id, login, name FROM staff WHERE is_active = 1 AND id NOT IN (SELECT entity_id FROM operation"
                        " WHERE entity = 'staff' AND seq >= (SELECT min(seq) FROM operation WHERE purpose = 'demo'))"
                        " ORDER BY login"));
  while (true) {
    OW_TRY(const bool any, rows.step());
    if (!any) return staff;
    staff.push_back(
        {domain::StaffId{rows.uuid(0)}, std::string(rows.text(1)), std::string(rows.text(2)), domain::Role::clerk, true});
  }
}

// Where a run stands: at its beginning, or where an earlier one was cut short.
struct Beginning {
  Instant now;  // of the earlier run, for the hall to become the same
  std::int64_t stored = 0;
};

std::string markOf(const DemoSize& size) {
  return "persons=" + std::to_string(size.persons) + " cases=" + std::to_string(size.cases) +
         " seed=" + std::to_string(size.seed);
}

Result<Beginning> begin(store::Store& store, const DemoSize& size, Instant now) {
  OW_TRY(auto write, store.write());
  OW_TRY(const auto known, store::deskValue(write.connection(), kMark));
  if (!known) {
    OW_TRYV(store::putDeskValue(write.connection(), kMark, markOf(size) + " at=" + std::to_string(base::toMillis(now))));
    OW_TRYV(write.commit());
    return Beginning{now};
  }
  const auto at = known->find(" at=");
  if (*known == kFinished || at == std::string::npos) return base::fail(ErrorKind::duplicate, {{"entity", "demo"}});
  if (known->substr(0, at) != markOf(size))
    return base::fail(ErrorKind::notAllowed, {{"rule", "demo_unfinished"}, {"begun", known->substr(0, at)}});
  OW_TRY(const auto stored, write.connection().integer("SELECT count(*) FROM operation WHERE purpose = 'demo'"));
  return Beginning{base::fromMillis(std::stoll(known->substr(at + 4))), stored};
}

Result<void> markDone(store::Store& store) {
  OW_TRY(auto write, store.write());
  OW_TRYV(store::putDeskValue(write.connection(), kMark, kFinished));
  return write.commit();
}

Result<void> checkSize(const DemoSize& size) {
  if (size.persons < 1 || size.persons > kMost) return base::fail(ErrorKind::invalidInput, {{"field", "persons"}});
  if (size.cases < 0 || size.cases > kMost) return base::fail(ErrorKind::invalidInput, {{"field", "cases"}});
  return base::success();
}

// Shares of the whole work, by the number of operations.
class Steps {
 public:
  Steps(const DemoSize& size, const std::function<void(double)>& report)
      : m_report(report), m_total(double(size.persons) * 6 + double(size.cases) * 14 + 1) {}
  void add(double operations) {
    m_done += operations;
    if (m_report && m_done - m_told > m_total / 200) {
      m_told = m_done;
      m_report(std::min(1.0, m_done / m_total) * kRows);
    }
  }
  void index(double fraction) const {
    if (m_report) m_report(kRows + fraction * (1 - kRows));
  }

 private:
  static constexpr double kRows = 0.85;
  const std::function<void(double)>& m_report;
  double m_total, m_done = 0, m_told = 0;
};

// When somebody was registered who comes after `share` of all: while a window was open, and never earlier than those before.
Instant registeredAt(const DemoRhythm& rhythm, double share) {
  const bool isBaseStock = share < kBaseStock;
  const Instant from = isBaseStock ? rhythm.start() - kBaseTime : rhythm.start();
  const Instant until = isBaseStock ? rhythm.start() : rhythm.now() - std::chrono::hours(1);
  const double part = isBaseStock ? share / kBaseStock : (share - kBaseStock) / (1 - kBaseStock);
  const auto open = rhythm.calendar().openTimeBetween(from, until);
  const auto passed = std::chrono::duration<double, std::milli>(open) * part;
  return rhythm.calendar().addOpenTime(from, std::chrono::duration_cast<std::chrono::milliseconds>(passed));
}

Result<DemoPopulation> writePeople(DemoBatch& batch, Dice& dice, const DemoPlace& place, const DemoRhythm& rhythm,
                                   std::int64_t persons, Steps& steps) {
  DemoPopulation all;
  DemoPeople people(batch, dice, place, persons, rhythm.now());
  while (all.persons < persons) {
    const std::int64_t before = all.persons;
    const Instant at = registeredAt(rhythm, double(before) / double(persons));
    people.addHousehold(all, persons - before, at);
    if (all.persons / kPersonsPerFirm > all.organisations) people.addOrganisation(all, at);
    steps.add(double(all.persons - before) * 6);
    OW_TRYV(batch.settle());
  }
  OW_TRYV(batch.flush());
  return all;
}

// Contacts that lead to no case, in the order of time.
Result<void> writeContacts(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, DemoCases& cases, std::int64_t count) {
  struct Moment {
    Instant at;
    Pattern pattern;
  };
  std::vector<Moment> moments;
  moments.reserve(std::size_t(count));
  for (std::int64_t i = 0; i < count; ++i) {
    const double x = dice.fraction();
    const Pattern pattern = x < 0.5 ? Pattern::office : x < 0.82 ? Pattern::online : Pattern::hotline;
    moments.push_back({rhythm.anyMoment(dice, pattern), pattern});
  }
  std::sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) { return a.at < b.at; });
  for (const Moment& moment : moments) {
    cases.writeContact(moment.pattern, moment.at);
    OW_TRYV(batch.settle());
  }
  return batch.flush();
}

}  // namespace

Result<DemoCounts> writeDemoHall(store::Store& store, const DemoSize& size, Instant wantedNow,
                                 const std::function<void(double)>& progress) {
  OW_TRYV(checkSize(size));
  DemoPlace place;
  std::vector<domain::Staff> staff;
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(place, readPlace(reader.connection()));
    OW_TRY(staff, readStaff(reader.connection()));
  }
  OW_TRY(auto calendar, domain::findBundledCalendar(place.jurisdiction));
  OW_TRY(const auto beginning, begin(store, size, wantedNow));
  const Instant now = beginning.now;

  Dice dice(size.seed);
  DemoBatch batch(store, dice, place, now, beginning.stored);
  const DemoRhythm rhythm(std::move(calendar), now);
  Steps steps(size, progress);
  batch.setNow(rhythm.start());
  const auto services = addServices(batch, place);
  staff = addStaff(batch, std::move(staff));
  OW_TRY(const auto population, writePeople(batch, dice, place, rhythm, size.persons, steps));

  DemoCasePlanner planner(dice, rhythm, services);
  DemoTickets tickets;
  DemoCases cases(batch, dice, rhythm, planner, {place, services, staff, population, tickets});
  for (const CasePlan& plan : planner.plan(size.cases)) {
    OW_TRYV(cases.write(plan));
    steps.add(14);
  }
  OW_TRYV(writeContacts(batch, dice, rhythm, cases, size.persons * 2 / 5 + size.cases / 4));

  // A centre believes of an answer, a step of the queue or a report only whoever signed in here and took it.
  if (!place.hasCentre) {
    OW_TRYV(writeDemoSurvey(store, batch, dice, rhythm, place, staff));
    OW_TRYV(tickets.write(store, batch, dice, rhythm, place, staff));
    OW_TRYV(writeDemoReports(batch, dice, rhythm, place, staff));
  }

  OW_TRYV(store.rebuildSearch([&steps](double fraction) { steps.index(fraction); }));
  OW_TRYV(store.optimise());
  OW_TRYV(markDone(store));
  return DemoCounts{population.persons, population.organisations, size.cases,          cases.interactions(),
                    cases.ratings(),    population.households,    beginning.stored > 0};
}

}  // namespace ow::intake
