// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/digest.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"
#include "store/outbox.h"
#include "store/replica.h"

// The laws of sync.md as questions to a world that has settled.
namespace ow::test {

namespace {

using Rows = std::map<sync::EntityKey, domain::RowDigest>;

Rows rowsOf(store::Store& store, store::ScopeSlot slot) {
  auto reader = must(store.read());
  Rows rows;
  for (int bucket = 0; bucket < store::kBucketSums; ++bucket)
    for (const auto& row : must(store::bucketRows(reader.connection(), slot, bucket))) rows[row.key] = row.digest;
  return rows;
}

Rows rowsOf(sync::Centre& centre, sync::ScopeId scope) {
  Rows rows;
  for (int bucket = 0; bucket < sync::kBuckets; ++bucket)
    for (const auto& row : must(centre.listBucket(scope, bucket))) rows[row.key] = row.digest;
  return rows;
}

}  // namespace

std::vector<std::string> SyncWorld::brokenLaws() {
  std::vector<std::string> broken = m_complaints;
  for (const std::string& law : {convergence(), quiet(), noLoss(), numbers(), documentNumbers(), rights(), nothingToRepair(),
                                 contents(), nothingLeftOver()})
    if (!law.empty()) broken.push_back(law);
  if (m_staff.empty()) return broken;
  for (const std::string& law : {voices(), seals(), reviews(), tickets(), records(), refusals()})
    if (!law.empty()) broken.push_back(law);
  return broken;
}

// Law 1: all stores hold the centre's rows, whole, and nothing that says it is the centre's and is not.
std::string SyncWorld::convergence() {
  for (auto& desk : m_desks) {
    auto reader = must(desk->store->read());
    for (const store::SyncedScope& scope : must(store::syncedScopes(reader.connection()))) {
      must(desk->line->hello());
      if (rowsOf(*desk->store, scope.slot) != rowsOf(*desk->line, scope.scope.id))
        return "1: " + desk->name + " does not hold the centre's rows";
      const auto wrong = must(store::verifyRows(reader.connection(), scope.slot));
      if (!wrong.empty()) return "1: " + desk->name + " holds a row that is not what its digest says: " + wrong.front().kind;
      const auto sums = must(store::bucketSums(reader.connection(), scope.slot));
      std::int64_t rows = 0;
      domain::RowDigest digest = 0;
      for (const auto& sum : sums) rows += sum.rows, digest ^= sum.digest;
      if (rows != scope.rows || digest != scope.digest) return "1: " + desk->name + " keeps wrong sums";
    }
    const auto counts = must(store::outboxCounts(reader.connection()));
    if (counts.waiting > 0) return "3: " + desk->name + " still waits with " + std::to_string(counts.waiting) + " operations";
    if (counts.parked > 0) return "1: " + desk->name + " has parked rows";
  }
  return {};
}

// Law 2.
std::string SyncWorld::quiet() {
  for (auto& desk : m_desks) {
    if (!desk->synchroniser->round()) return "2: " + desk->name + " cannot sync";
    if (!desk->synchroniser->report().movedNothing()) return "2: " + desk->name + " moved something though all agreed";
  }
  return {};
}

// Refused steps stand as proposals. Not those on a ticket, where there is nothing to decide, nor those on a review that went
// with a rating which did not count.
bool SyncWorld::mustBeKept(const Promise& promise, const std::string& facts) {
  if (promise.operation.kind != domain::OperationKind::transition) return false;
  const bool isOfItsCause =
      facts.find("cause_refused") != std::string::npos || facts.find("creation_refused") != std::string::npos;
  if (promise.operation.entity == domain::EntityKind::ratingReview) return !isOfItsCause;
  return promise.operation.entity != domain::EntityKind::ticket;
}

// Law 3: what was promised to a clerk took effect, or stands as a conflict or proposal, or was refused with a reason at the
// desk.
std::string SyncWorld::noLoss() {
  std::vector<Rows> rows;
  for (const sync::ScopeId hall : m_halls)
    for (auto& desk : m_desks)
      if (m_halls[std::size_t(desk->hall)] == hall) {
        rows.push_back(rowsOf(*desk->line, hall));
        break;
      }
  for (const Promise& promise : m_promises) {
    Desk& desk = *m_desks[promise.desk];
    auto reader = must(desk.store->read());
    auto row = must(reader.connection().prepare("SELECT state, outcome, facts FROM operation WHERE id = ?1"));
    row.bindUuid(1, promise.operation.id.uuid);
    const std::string what =
        std::string(base::code(promise.operation.kind)) + " of a " + std::string(base::code(promise.operation.entity));
    if (!must(row.step())) return "3: " + desk.name + " forgot its " + what;
    const std::string state = row.text(0);
    if (state != "sent" && state != "confirmed" && state != "refused")
      return "3: " + desk.name + " left its " + what + " " + state;
    const Rows& hall = rows[std::size_t(desk.hall)];
    const bool isNew =
        promise.operation.kind == domain::OperationKind::create || promise.operation.kind == domain::OperationKind::append;
    const sync::EntityKey entity{std::string(base::code(promise.operation.entity)), promise.operation.entityId};
    const sync::EntityKey proposal{"proposal", {promise.operation.id.uuid}};
    if (state != "refused" && hall.contains(proposal)) return "3: " + desk.name + " takes its refused " + what + " for done";
    if (state == "refused") {
      if (row.text(1) == "refused" && !hall.contains(proposal) && mustBeKept(promise, row.text(2)))
        return "3: the refused " + what + " of " + desk.name + " stands nowhere";
    } else if (isNew && !hall.contains(entity) && !m_erased.contains(promise.operation.entityId)) {
      return "3: the centre lost a " + what + " of " + desk.name;
    }
  }
  return {};
}

// Law 6.
std::string SyncWorld::numbers() {
  auto sorted = m_numbers;
  std::sort(sorted.begin(), sorted.end());
  return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end() ? std::string() : "6: a case number was given twice";
}

// Law 7: of what was made in one hall, the other holds only people that it registered itself.
std::string SyncWorld::rights() {
  for (auto& desk : m_desks) {
    auto reader = must(desk->store->read());
    for (const char* table : {"case_record", "case_event", "attachment", "official_document", "ticket", "pad",
                              "published_scorecard", "scorecard_comment", "indicator_target", "reported_figure"}) {
      auto row = must(reader.connection().prepare("SELECT id FROM " + std::string(table)));
      while (must(row.step())) {
        const auto made = m_hallOf.find({row.uuid(0)});
        if (made != m_hallOf.end() && made->second != desk->hall)
          return "7: " + desk->name + " holds a row of the other hall in " + table;
      }
    }
  }
  return {};
}

// Comparing sums heals whatever went wrong, so it would hide a pull that skips: where nothing was forgotten it must find
// nothing.
std::string SyncWorld::nothingToRepair() {
  return m_hasForgotten || m_repairs == 0 ? std::string()
                                          : "1: rows had to be repaired though the centre has forgotten nothing";
}

std::string SyncWorld::bytes(Desk& desk) {
  auto reader = must(desk.store->read());
  std::string all = desk.name;
  for (const auto& scope : must(store::syncedScopes(reader.connection())))
    for (const auto& [rowKey, digest] : rowsOf(*desk.store, scope.slot))
      all += rowKey.kind + rowKey.id.text() + std::to_string(digest) + "\n";
  auto row = must(reader.connection().prepare("SELECT id, state, outcome FROM operation ORDER BY seq"));
  while (must(row.step())) all += row.uuid(0).text() + row.text(1) + row.text(2) + "\n";
  return all;
}

std::string SyncWorld::fingerprint() {
  std::string all;
  for (auto& desk : m_desks) all += bytes(*desk);
  return base::sha256Hex(all + m_story);
}

}  // namespace ow::test
