// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "sync/centre_contract.h"
#include "testkit/an_operation.h"

// GENERATE belongs to the test case, so that each adapter is a run of its own.
#define OW_EACH_ADAPTER(stage)                                                                      \
  const auto owAdapter = GENERATE(Catch::Generators::from_range(ow::testkit::adaptersUnderTest())); \
  INFO("adapter " << owAdapter.name);                                                               \
  ow::testkit::ContractStage stage(owAdapter)

namespace ow::testkit {

// What a desk knows of one scope: rows as they were delivered, applied as they came.
struct Replica {
  sync::Cursor cursor;
  std::map<sync::EntityKey, domain::EntityRow> rows;

  void take(const domain::EntityRow& row);
  domain::RowDigest digest() const;
};

// The value of a field in a row text, as text; empty when it is not there.
std::string fieldOf(const std::string& body, const std::string& field);
// The value of a fact, or empty.
std::string factOf(const domain::Settled& settled, const std::string& name);

// Two halls, two desks in the first and one in the second, one clerk.
class ContractStage {
 public:
  explicit ContractStage(const AdapterFactory& adapter);

  CentreUnderTest& centre() { return *m_centre; }
  sync::Centre& eastOne() { return *m_eastOne; }
  sync::Centre& eastTwo() { return *m_eastTwo; }
  sync::Centre& westOne() { return *m_westOne; }
  // A new way to the centre for a desk of its own that is subscribed to these scopes.
  std::unique_ptr<sync::Centre> openDesk(const std::vector<sync::ScopeId>& scopes);

  std::int32_t epoch();
  sync::ScopeHead head(sync::ScopeId scope);
  // One operation in a batch of its own, or several in one; the batch is taken.
  domain::Settled tell(sync::Centre& desk, const domain::WrittenOperation& operation);
  sync::PushAnswer push(sync::Centre& desk, const std::vector<domain::WrittenOperation>& batch);

  // All that a scope delivers to somebody who knows nothing.
  Replica replica(sync::ScopeId scope);
  void pull(sync::Centre& desk, Replica& replica, std::size_t limit);
  // The row text as the scope delivers it; nothing when it is not there or gone.
  std::optional<std::string> body(sync::ScopeId scope, const std::string& kind, const domain::EntityId& id);
  std::vector<std::string> bodies(sync::ScopeId scope, const std::string& kind);
  // "<entity id> <field> <rivals>" of each open one.
  std::set<std::string> openConflicts(sync::ScopeId scope);

  const domain::Staff clerk;
  const domain::StaffId by;  // the clerk
  sync::ScopeId east, west;
  std::string eastOneDesk;

 private:
  std::unique_ptr<CentreUnderTest> m_centre;
  std::unique_ptr<sync::Centre> m_eastOne, m_eastTwo, m_westOne, m_onlooker;
};

}  // namespace ow::testkit
