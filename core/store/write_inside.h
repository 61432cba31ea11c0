// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "store/arriving_rows.h"
#include "store/schema.h"
#include "store/scope_sums.h"
#include "store/store.h"

namespace ow::store {

// What one write holds until it is committed. For the files of this room that write rows; whatever writes, an operation of this
// desk or a row of the centre, notes here what it touches.
struct Write::Inside {
  Store& store;
  std::unique_lock<std::mutex> lock;
  Transaction transaction;
  SearchIndexUpdate index;
  Indexing indexing;
  Announcement touched;
  bool hasFailed = false;
  ScopeSums sums;
  std::optional<bool> hasWaiting;              // whether any operation waits; null: not asked yet
  std::unique_ptr<ArrivingRows> arrivingRows;  // made for the first; its statements go back before the lock does

  Connection& connection() const { return *store.m_writer; }
  ArrivingRows& arriving();
  base::Result<bool> anyWaiting();
  // Passes the error on, after which commit() refuses.
  base::Result<void> checked(base::Result<void> done);

  base::Result<void> apply(const domain::Operation& operation);

  // Before an entity changes or goes. `referenceOf(field)` answers whom or what it refers to in that field, nil for nobody.
  template <class ReferenceOf>
  base::Result<void> note(domain::EntityKind kind, const base::Uuid& id, const ReferenceOf& referenceOf);
  // The same when it goes: a case leaves the profile of its applicant.
  template <class ReferenceOf>
  base::Result<void> noteGone(domain::EntityKind kind, const base::Uuid& id, const ReferenceOf& referenceOf);

 private:
  friend class Write;
  base::Result<void> insert(const EntitySchema& schema, const domain::Operation& operation);
  base::Result<void> change(const EntitySchema& schema, const domain::Operation& operation);
  base::Result<void> erase(const EntitySchema& schema, const domain::Operation& operation);
  base::Result<void> append(const domain::Operation& operation);
  base::Result<void> prepareIndex(const EntitySchema& schema, const domain::Operation& operation);
  base::Result<void> noteCasesOfParties();

  template <class Ids, class ReferenceOf>
  base::Result<void> noteReference(Ids& ids, const char* field, const ReferenceOf& referenceOf) {
    if (ids.isEverything()) return base::success();
    OW_TRY(const base::Uuid id, referenceOf(field));
    ids.add({id});
    return base::success();
  }
};

// What a row refers to in one of its fields; nil when it does not, or is not there.
base::Result<base::Uuid> referenceOfRow(Connection& connection, const EntitySchema& schema, const base::Uuid& id,
                                        const std::string& field);

template <class ReferenceOf>
base::Result<void> Write::Inside::note(domain::EntityKind kind, const base::Uuid& id, const ReferenceOf& referenceOf) {
  using domain::EntityKind;
  switch (kind) {
    case EntityKind::case_:
      touched.cases.add({id});
      return base::success();
    case EntityKind::caseEvent:
    case EntityKind::attachment:
    case EntityKind::document:
      return noteReference(touched.cases, "case_id", referenceOf);
    case EntityKind::caseLink:
      OW_TRYV(noteReference(touched.cases, "from_case", referenceOf));
      return noteReference(touched.cases, "to_case", referenceOf);
    case EntityKind::party:
      touched.parties.add({id});
      return base::success();
    case EntityKind::identifier:
    case EntityKind::contactPoint:
    case EntityKind::address:
      return noteReference(touched.parties, "party_id", referenceOf);
    case EntityKind::relationship:
      OW_TRYV(noteReference(touched.parties, "from_party", referenceOf));
      return noteReference(touched.parties, "to_party", referenceOf);
    case EntityKind::rating:
    case EntityKind::ratingReview:
      touched.ratings = true;
      [[fallthrough]];
    case EntityKind::interaction:
      OW_TRYV(noteReference(touched.parties, "party_id", referenceOf));
      return noteReference(touched.cases, "case_id", referenceOf);
    case EntityKind::pad:
      return base::success();
    case EntityKind::surveyRound:
    case EntityKind::surveyAnswer:
    case EntityKind::surveyTask:
      touched.surveys = true;
      return base::success();
    case EntityKind::ticket:
      touched.tickets = true;
      return base::success();
    case EntityKind::publishedScorecard:
    case EntityKind::scorecardSignOff:
    case EntityKind::scorecardComment:
    case EntityKind::indicatorTarget:
    case EntityKind::reportedFigure:
      touched.scorecards = true;
      return base::success();
    case EntityKind::service:
    case EntityKind::staff:
      touched.services = true;
      return base::success();
    case EntityKind::conflict:
    case EntityKind::proposal:
      touched.conflicts = true;
      // An id names one thing: nobody looks for a party under the id of a case.
      OW_TRYV(noteReference(touched.parties, "entity_id", referenceOf));
      return noteReference(touched.cases, "entity_id", referenceOf);
  }
  return base::success();
}

template <class ReferenceOf>
base::Result<void> Write::Inside::noteGone(domain::EntityKind kind, const base::Uuid& id, const ReferenceOf& referenceOf) {
  OW_TRYV(note(kind, id, referenceOf));
  return kind == domain::EntityKind::case_ ? noteReference(touched.parties, "party_id", referenceOf) : base::success();
}

}  // namespace ow::store
