// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

#include "sync/contract_stage.h"
#include "sync/interleaving.h"

using namespace ow;
using namespace ow::testkit;
using domain::Value;

namespace {

// What three desks do in an afternoon without hearing of each other: they register the same few people and change what they
// know of them. A desk knows the values that it gave itself.
class Afternoon {
 public:
  explicit Afternoon(std::uint64_t seed) : m_dice(seed) {}

  std::vector<Outbox> outboxes(std::size_t operations) {
    std::vector<Outbox> outboxes(3);
    for (std::uint64_t n = 1; n <= operations; ++n) {
      const std::size_t desk = m_dice.below(3);
      outboxes[desk].push_back(something(desk, n));
    }
    return outboxes;
  }

 private:
  static constexpr std::uint64_t kPeople = 4;

  Value word() {
    const Value words[] = {"甲", "乙", "丙", Value{}};
    return words[m_dice.below(4)];
  }

  domain::WrittenOperation something(std::size_t desk, std::uint64_t n) {
    const std::uint64_t person = 1 + m_dice.below(kPeople);
    auto& known = m_known[desk];
    if (!known.contains(person)) {
      const Value name = word();
      const Value note = word();
      known[person] = {{"name", name}, {"note", note}};
      const auto registered = static_cast<std::int64_t>(m_dice.below(1000));
      return anOperation(n).create("party", anId(person), {{"name", name}, {"note", note}, {"registered_at", registered}});
    }
    if (m_dice.below(4) == 0) return anOperation(n).create("contact_point", anId(1000 + n), {{"party_id", anId(person).uuid}});
    const char* fields[] = {"name", "note", "ethnicity"};
    const std::string field = fields[m_dice.below(3)];
    const Value after = word();
    const Value before = std::exchange(known[person][field], after);
    return anOperation(n).patch("party", anId(person), field, before, after);
  }

  base::SeededRandom m_dice;
  std::map<std::uint64_t, std::map<std::string, Value>> m_known[3];
};

// All that a scope shows, but for the conflicts that are over: whether one was ever open does depend on the order.
std::map<sync::EntityKey, std::string> shown(const Replica& replica) {
  std::map<sync::EntityKey, std::string> shown;
  for (const auto& [key, row] : replica.rows)
    if (key.kind != "conflict" || fieldOf(row.body, "state") == "open") shown[key] = row.body;
  return shown;
}

// Somebody who pulls now and then, as many rows as the dice say.
class Reader {
 public:
  Reader(ContractStage& stage, sync::ScopeId scope, base::Random& dice)
      : m_stage(stage), m_dice(dice), m_line(stage.openDesk({scope})), m_replica{{scope, stage.epoch(), 0}, {}} {}

  void sometimes() {
    if (m_dice.below(4) == 0) m_stage.pull(*m_line, m_replica, 1 + m_dice.below(6));
  }
  const Replica& atTheEnd() {
    m_stage.pull(*m_line, m_replica, 1 + m_dice.below(6));
    return m_replica;
  }
  sync::Centre& line() { return *m_line; }

 private:
  ContractStage& m_stage;
  base::Random& m_dice;
  std::unique_ptr<sync::Centre> m_line;
  Replica m_replica;
};

void checkSums(ContractStage& stage, Reader& reader, sync::ScopeId scope) {
  const Replica& pulled = reader.atTheEnd();
  const auto head = stage.head(scope);
  CHECK(pulled.digest() == head.digest);
  CHECK(static_cast<std::int64_t>(pulled.rows.size()) == head.rows);
  CHECK(shown(pulled) == shown(stage.replica(scope)));
  const auto buckets = reader.line().buckets(scope);
  REQUIRE(buckets);
  std::vector<sync::Bucket> counted(sync::kBuckets);
  for (const auto& [key, row] : pulled.rows) {
    sync::Bucket& bucket = counted[static_cast<std::size_t>(sync::bucketOf(key.id))];
    ++bucket.rows;
    bucket.digest ^= row.digest;
  }
  CHECK(buckets.value() == counted);
}

struct Ending {
  std::map<sync::EntityKey, std::string> east;
  std::map<sync::EntityKey, std::string> west;
  bool operator==(const Ending&) const = default;
};

Ending deliver(const AdapterFactory& adapter, const Deliveries& deliveries, base::Random& dice) {
  ContractStage stage(adapter);
  sync::Centre* desks[] = {&stage.eastOne(), &stage.eastTwo(), &stage.westOne()};
  Reader east(stage, stage.east, dice);
  Reader west(stage, stage.west, dice);
  for (const Delivery& delivery : deliveries) {
    const auto settled = stage.tell(*desks[delivery.desk], delivery.operation);
    CHECK(settled.outcome != sync::Outcome::refused);
    east.sometimes();
    west.sometimes();
  }
  checkSums(stage, east, stage.east);
  checkSums(stage, west, stage.west);
  // Everything once more, in any order: nothing moves.
  const auto before = stage.head(stage.east);
  for (const Delivery& delivery : deliveries) stage.tell(*desks[delivery.desk], delivery.operation);
  CHECK(stage.head(stage.east).pos == before.pos);
  return {shown(stage.replica(stage.east)), shown(stage.replica(stage.west))};
}

}  // namespace

TEST_CASE("Three desks that work without hearing of each other end alike, however their work arrives",
          "[sync][contract][order][law5]") {
  const auto adapter = GENERATE(Catch::Generators::from_range(adaptersUnderTest()));
  const auto seed = GENERATE(1, 2, 3, 4, 91, 95, 122, 292);  // the last four have found a fault once
  INFO("adapter " << adapter.name << ", seed " << seed);
  const auto outboxes = Afternoon(static_cast<std::uint64_t>(seed)).outboxes(40);
  base::SeededRandom dice(static_cast<std::uint64_t>(seed) + 1000);
  const Ending first = deliver(adapter, anInterleaving(outboxes, dice), dice);
  CHECK(first.east.size() >= 4);
  for (int again = 0; again < 3; ++again) CHECK(deliver(adapter, anInterleaving(outboxes, dice), dice) == first);
}
