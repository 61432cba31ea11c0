// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/contract_stage.h"

#include <catch2/catch_test_macros.hpp>

#include <boost/json.hpp>

namespace ow::testkit {

namespace json = boost::json;
using sync::Cursor;
using sync::PullStatus;
using sync::ScopeId;

void Replica::take(const domain::EntityRow& row) {
  if (row.isGone)
    rows.erase({row.kind, row.id});
  else
    rows.insert_or_assign({row.kind, row.id}, row);
}

domain::RowDigest Replica::digest() const {
  domain::RowDigest sum = 0;
  for (const auto& [key, row] : rows) sum ^= row.digest;
  return sum;
}

std::string fieldOf(const std::string& body, const std::string& field) {
  const json::value root = json::parse(body);
  const json::value* value = root.as_object().if_contains(field);
  if (value == nullptr) return {};
  return value->is_string() ? std::string(value->as_string()) : json::serialize(*value);
}

std::string factOf(const domain::Settled& settled, const std::string& name) {
  for (const base::Fact& fact : settled.facts)
    if (fact.name == name) return fact.value;
  return {};
}

namespace {

void greet(sync::Centre& line) {
  const auto hello = line.hello();
  INFO((hello ? std::string() : base::describe(hello.error())));
  REQUIRE(hello);
}

}  // namespace

ContractStage::ContractStage(const AdapterFactory& adapter)
    : clerk{aStaffId(9001), "wang.min", "王敏", domain::Role::clerk, true}, by(clerk.id), m_centre(adapter.make()) {
  east = m_centre->addHall("110101-1");
  west = m_centre->addHall("110102-1");
  m_centre->addStaff(clerk);
  eastOneDesk = m_centre->addDesk({east});
  m_eastOne = m_centre->open(eastOneDesk);
  greet(*m_eastOne);
  m_eastTwo = openDesk({east});
  m_westOne = openDesk({west});
  m_onlooker = openDesk({east, west});
}

std::unique_ptr<sync::Centre> ContractStage::openDesk(const std::vector<ScopeId>& scopes) {
  auto line = m_centre->open(m_centre->addDesk(scopes));
  greet(*line);
  return line;
}

std::int32_t ContractStage::epoch() {
  const auto heads = m_onlooker->heads({}, {});
  REQUIRE(heads);
  return heads.value().epoch;
}

sync::ScopeHead ContractStage::head(ScopeId scope) {
  const std::vector<Cursor> cursors{{scope, epoch(), 0}};
  const auto heads = m_onlooker->heads(cursors, {});
  REQUIRE(heads);
  REQUIRE(heads.value().scopes.size() == 1);
  return heads.value().scopes.front();
}

domain::Settled ContractStage::tell(sync::Centre& desk, const domain::WrittenOperation& operation) {
  return push(desk, {operation}).settled.front();
}

sync::PushAnswer ContractStage::push(sync::Centre& desk, const std::vector<domain::WrittenOperation>& batch) {
  auto answer = desk.push(epoch(), batch);
  REQUIRE(answer);
  REQUIRE(answer.value().isTaken);
  REQUIRE(answer.value().settled.size() == batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) REQUIRE(answer.value().settled[i].id == batch[i].id);
  return answer.value();
}

Replica ContractStage::replica(ScopeId scope) {
  Replica replica{{scope, epoch(), 0}, {}};
  pull(*m_onlooker, replica, 1000);
  return replica;
}

void ContractStage::pull(sync::Centre& desk, Replica& replica, std::size_t limit) {
  for (bool isMore = true; isMore;) {
    const std::vector<Cursor> cursors{replica.cursor};
    const auto answer = desk.pull(cursors, limit, [&replica](sync::PulledRow&& row) {
      replica.take(row.row);
      return base::Result<void>(base::success());
    });
    REQUIRE(answer);
    REQUIRE(answer.value().status == PullStatus::ok);
    REQUIRE(answer.value().reached.size() == 1);
    replica.cursor = answer.value().reached.front();
    isMore = answer.value().isMore;
  }
}

std::optional<std::string> ContractStage::body(ScopeId scope, const std::string& kind, const domain::EntityId& id) {
  const Replica all = replica(scope);
  const auto found = all.rows.find({kind, id});
  return found == all.rows.end() ? std::nullopt : std::optional<std::string>(found->second.body);
}

std::vector<std::string> ContractStage::bodies(ScopeId scope, const std::string& kind) {
  std::vector<std::string> bodies;
  for (const auto& [key, row] : replica(scope).rows)
    if (key.kind == kind) bodies.push_back(row.body);
  return bodies;
}

std::set<std::string> ContractStage::openConflicts(ScopeId scope) {
  std::set<std::string> open;
  for (const std::string& body : bodies(scope, "conflict"))
    if (fieldOf(body, "state") == "open")
      open.insert(fieldOf(body, "entity_id") + " " + fieldOf(body, "field") + " " + fieldOf(body, "rivals"));
  return open;
}

}  // namespace ow::testkit
