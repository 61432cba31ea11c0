// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_records.h"
#include "simulation/outbox_reading.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"

// What a hall does beside its cases, by the use cases of core/desk: who sits where, and what comes up.
namespace ow::test {

// Two supervisors and a clerk in each hall: whoever served a citizen may not work on what the citizen said of it.
void SyncWorld::addStaff() {
  for (std::size_t hall = 0; hall < m_halls.size(); ++hall) {
    auto& staff = m_staff.emplace_back();
    for (const char* name : {"chief", "deputy", "clerk"}) {
      const std::string login = name + std::to_string(hall);
      const auto role = name == std::string_view("clerk") ? domain::Role::clerk : domain::Role::supervisor;
      staff.push_back({domain::staffId(login), login, login, role, true});
      m_centre.addStaff(staff.back(), {m_halls[hall]});
    }
  }
}

void SyncWorld::seatSomebody(Desk& desk) {
  const auto& staff = m_staff[std::size_t(desk.hall)];
  desk.office->inside().clerk = staff[m_dice.below(staff.size())];
  if (desk.pad == nullptr) desk.pad = must(desk::RatingPad::over(desk.office));
}

// A window is busy: several things in a row.
void SyncWorld::workInHall(Desk& desk) {
  const std::int64_t before = lastSeq(*desk.store);
  for (auto left = 1 + m_dice.below(6); left > 0; --left) {
    const auto what = m_dice.below(20);
    if (what == 0)
      seatSomebody(desk);
    else if (what == 1)
      writeARecord(desk);
    else if (what < 4)
      receive(desk);
    else if (what < 9)
      stepAReview(desk);
    else if (what < 14)
      rate(desk);
    else
      workTheQueue(desk);
  }
  promiseSince(desk, before);
}

void SyncWorld::promiseSince(Desk& desk, std::int64_t seq) {
  for (Remembered& written : outboxOf(*desk.store, std::nullopt, seq)) {
    // What hangs on a person goes where the person goes.
    const bool isOfAPerson = written.entity == domain::EntityKind::interaction ||
                             written.entity == domain::EntityKind::rating || written.entity == domain::EntityKind::ratingReview;
    const bool isNew = written.kind == domain::OperationKind::create || written.kind == domain::OperationKind::append;
    if (isNew && !isOfAPerson) m_hallOf.emplace(written.entityId, desk.hall);
    m_story += desk.name + " writes: " + std::string(base::code(written.kind)) + " of a " +
               std::string(base::code(written.entity)) + " " + written.entityId.text() + "\n";
    domain::Operation operation;
    operation.id = written.id;
    operation.kind = written.kind;
    operation.entity = written.entity;
    operation.entityId = written.entityId;
    operation.changes = std::move(written.changes);
    m_promises.push_back({std::move(operation), desk.index});
  }
}

void SyncWorld::count(Meetings& meetings) {
  for (auto& desk : m_desks)
    for (const Remembered& one : outboxOf(*desk->store, std::nullopt)) {
      if (one.rule == "already_rated") ++meetings.voices;
      if (one.rule != "state_moved") continue;
      if (one.entity == domain::EntityKind::ticket) ++meetings.calls;
      if (one.entity == domain::EntityKind::ratingReview) ++meetings.reviews;
    }
}

// Law 12: whoever is refused is told why.
std::string SyncWorld::refusals() {
  for (auto& desk : m_desks)
    for (const Remembered& one : outboxOf(*desk->store, std::nullopt))
      if (one.isRefused && one.rule.empty())
        return "12: " + desk->name + " does not know why its " + std::string(base::code(one.kind)) + " of a " +
               std::string(base::code(one.entity)) + " was refused";
  return {};
}

}  // namespace ow::test
