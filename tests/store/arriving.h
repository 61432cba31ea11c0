// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <utility>

#include "domain/row_text.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "store/schema.h"
#include "testkit/hall.h"

// A centre that fits in one hand, for tests of the store: rows as it would send them.
namespace ow::testkit {

constexpr store::ScopeSlot kHall{0};
constexpr store::ScopeSlot kQueue{1};
inline const domain::ScopeId kHallScope{7};
inline const domain::ScopeId kQueueScope{12};

inline void subscribe(Hall& hall) {
  auto write = hall.store().write().value();
  const std::vector<domain::Scope> scopes{{kHallScope, "hall", "110101-1", "东城区政务服务中心"},
                                          {kQueueScope, "department", "110101-hr", "区人社局"}};
  REQUIRE(store::putScopes(write, scopes));
  REQUIRE(write.commit());
}

inline domain::EntityRow rowOf(std::string kind, domain::EntityId id, std::int64_t rev,
                               std::vector<domain::NamedValue> fields) {
  const std::string body = domain::rowText(std::move(fields));
  return {kind, id, rev, domain::rowDigest(kind, id, body), false, body};
}
template <class T>
domain::EntityRow rowOf(const T& entity, std::int64_t rev) {
  std::vector<domain::NamedValue> fields;
  domain::EntityTraits<T>::describe(
      [&fields](const char* name, const auto& member) { fields.emplace_back(name, domain::toValue(member)); }, entity);
  return rowOf(std::string(base::code(domain::EntityTraits<T>::kKind)), domain::anyId(entity.id), rev, std::move(fields));
}
inline domain::EntityRow goneRow(const domain::EntityRow& row) {
  return {row.kind, row.id, row.rev + 1, 0, true, ""};
}

inline void arrive(Hall& hall, store::ScopeSlot slot, const std::vector<domain::EntityRow>& rows,
                   store::Indexing indexing = store::Indexing::immediate) {
  auto write = hall.store().write(indexing).value();
  for (const domain::EntityRow& row : rows) REQUIRE(store::applyRow(write, slot, row));
  REQUIRE(write.commit());
}

inline domain::Party personCalled(Hall& hall, const std::string& name) {
  base::IdSource ids(hall.clock, hall.random);
  domain::Party party;
  party.id = ids.make<domain::PartyId>();
  party.name = name;
  party.registeredAt = hall.clock.now();
  party.jurisdiction = "CN";
  return party;
}

// Operations of a clerk at this desk.
class Pen {
 public:
  explicit Pen(Hall& hall)
      : m_hall(hall), m_ids(hall.clock, hall.random), writer(m_ids, hall.clock.now(), {std::nullopt, "007", "test", {}}) {}
  std::vector<domain::Operation> commit() {
    auto operations = writer.take();
    REQUIRE(m_hall.store().commit(operations));
    return operations;
  }

 private:
  Hall& m_hall;
  base::IdSource m_ids;

 public:
  domain::OperationWriter writer;
};

inline std::int64_t number(Hall& hall, const std::string& sql) {
  return hall.store().read().value().connection().integer(sql).value();
}
inline store::SyncedScope scopeAt(Hall& hall, store::ScopeSlot slot) {
  auto reader = hall.store().read().value();
  const auto scopes = store::syncedScopes(reader.connection()).value();
  for (const auto& scope : scopes)
    if (scope.slot == slot) return scope;
  FAIL("no such scope");
  return {};
}
inline std::optional<domain::Party> partyWith(Hall& hall, domain::PartyId id) {
  auto reader = hall.store().read().value();
  auto party = store::loadEntity<domain::Party>(reader.connection(), id);
  return party ? std::optional(party.value()) : std::nullopt;
}
// What was answered, for operations all of one fate.
inline void settleAll(Hall& hall, const std::vector<domain::Operation>& operations, domain::PushOutcome outcome,
                      std::int64_t rev, domain::RowDigest digest, std::vector<base::Fact> facts = {}) {
  std::vector<domain::Settled> settled;
  for (const auto& operation : operations) settled.push_back({operation.id, outcome, rev, digest, facts});
  auto write = hall.store().write().value();
  REQUIRE(store::settle(write, settled, {1, 500, hall.clock.now()}, kHall));
  REQUIRE(write.commit());
}

}  // namespace ow::testkit
