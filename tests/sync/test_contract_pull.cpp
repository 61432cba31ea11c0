// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "domain/row_text.h"
#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Cursor;
using sync::PulledRow;
using sync::PullStatus;

namespace {

OperationBuilder aPerson(std::uint64_t n) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟" + std::to_string(n)}});
}

void register20(ContractStage& stage) {
  for (std::uint64_t n = 1; n <= 20; ++n) stage.tell(n % 2 == 0 ? stage.eastOne() : stage.eastTwo(), aPerson(n));
  stage.tell(stage.eastOne(), anOperation(21).patch("party", anId(5), "note", {}, "x"));
  stage.tell(stage.eastOne(), anOperation(22).erase("party", anId(7)));
}

struct Collected {
  std::vector<PulledRow> rows;
  sync::RowSink sink() {
    return [this](PulledRow&& row) {
      rows.push_back(std::move(row));
      return base::Result<void>(base::success());
    };
  }
};

std::vector<sync::EntityKey> keysOf(const std::vector<PulledRow>& rows) {
  std::vector<sync::EntityKey> keys;
  for (const PulledRow& row : rows) keys.push_back({row.row.kind, row.row.id});
  return keys;
}

}  // namespace

TEST_CASE("A scope delivers each entity once, in its newest state, in the order of positions", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const std::vector<Cursor> cursors{{stage.east, stage.epoch(), 0}};
  Collected all;
  const auto answer = stage.eastOne().pull(cursors, 1000, all.sink());
  REQUIRE(answer);
  CHECK(answer.value().status == PullStatus::ok);
  CHECK(std::is_sorted(all.rows.begin(), all.rows.end(), [](const auto& a, const auto& b) { return a.pos <= b.pos; }));
  auto keys = keysOf(all.rows);
  CHECK(keys.size() == 20);
  std::sort(keys.begin(), keys.end());
  CHECK(std::unique(keys.begin(), keys.end()) == keys.end());
  CHECK(all.rows[18].row.id == anId(5));
  CHECK(fieldOf(all.rows[18].row.body, "note") == "x");
  CHECK(all.rows[18].row.rev == 2);
  CHECK(all.rows[19].row.id == anId(7));
  CHECK(all.rows[19].row.isGone);
  CHECK(all.rows[19].row.body.empty());
  CHECK(all.rows[19].row.digest == 0);
  CHECK(answer.value().reached.front().pos == stage.head(stage.east).pos);
}

TEST_CASE("The sum of the rows delivered is the sum that the centre tells", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const Replica replica = stage.replica(stage.east);
  const auto head = stage.head(stage.east);
  CHECK(head.rows == 19);
  CHECK(static_cast<std::int64_t>(replica.rows.size()) == head.rows);
  CHECK(replica.digest() == head.digest);
  for (const auto& [key, row] : replica.rows) CHECK(row.digest == domain::rowDigest(key.kind, key.id, row.body));
}

TEST_CASE("Whoever pulls in small steps ends with the same rows", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  for (const std::size_t limit : {1U, 3U, 19U, 20U, 21U}) {
    Replica replica{{stage.east, stage.epoch(), 0}, {}};
    stage.pull(stage.eastOne(), replica, limit);
    CHECK(replica.digest() == stage.head(stage.east).digest);
    CHECK(replica.cursor.pos == stage.head(stage.east).pos);
  }
}

TEST_CASE("A pull brings no more rows than asked for", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const std::vector<Cursor> cursors{{stage.east, stage.epoch(), 0}};
  Collected some;
  const auto answer = stage.eastOne().pull(cursors, 7, some.sink());
  REQUIRE(answer);
  CHECK(some.rows.size() == 7);
  CHECK(answer.value().isMore);
  CHECK(answer.value().reached.front().pos == some.rows.back().pos);
}

TEST_CASE("A second pull right after moves nothing", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  Replica replica = stage.replica(stage.east);
  const std::vector<Cursor> cursors{replica.cursor};
  Collected none;
  const auto answer = stage.eastOne().pull(cursors, 10, none.sink());
  REQUIRE(answer);
  CHECK(none.rows.empty());
  CHECK_FALSE(answer.value().isMore);
  CHECK(answer.value().reached.front() == replica.cursor);
}

TEST_CASE("A scope in which nothing stands brings its cursor to the head too", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  CHECK(stage.replica(stage.west).cursor.pos == stage.head(stage.west).pos);
}

TEST_CASE("Several scopes are pulled in one call, each after its own cursor", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  auto both = stage.openDesk({stage.east, stage.west});
  stage.tell(stage.eastOne(), aPerson(1));
  stage.tell(stage.westOne(), aPerson(2));
  Replica east = stage.replica(stage.east);
  stage.tell(stage.eastOne(), aPerson(3));
  const std::vector<Cursor> cursors{{stage.west, stage.epoch(), 0}, east.cursor};
  Collected all;
  const auto answer = both->pull(cursors, 100, all.sink());
  REQUIRE(answer);
  REQUIRE(answer.value().reached.size() == 2);
  CHECK(answer.value().reached[0].scope == stage.west);
  CHECK(answer.value().reached[1].scope == stage.east);
  std::set<std::pair<sync::ScopeId, domain::EntityId>> seen;
  for (const PulledRow& row : all.rows) seen.insert({row.scope, row.row.id});
  CHECK(seen == std::set<std::pair<sync::ScopeId, domain::EntityId>>{{stage.west, anId(2)}, {stage.east, anId(3)}});
}

TEST_CASE("An error of whoever takes the rows ends the pull", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const std::vector<Cursor> cursors{{stage.east, stage.epoch(), 0}};
  int taken = 0;
  const auto answer = stage.eastOne().pull(cursors, 100, [&taken](PulledRow&&) {
    if (++taken == 3) return base::Result<void>(base::fail(base::ErrorKind::diskFull));
    return base::Result<void>(base::success());
  });
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == base::ErrorKind::diskFull);
  CHECK(taken == 3);
  CHECK(stage.eastOne().heads(cursors, {}));  // and the line still works
}

TEST_CASE("A cursor of another epoch or above the head delivers nothing", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  Collected none;
  const std::vector<Cursor> other{{stage.east, stage.epoch() + 1, 0}};
  const auto otherEpoch = stage.eastOne().pull(other, 10, none.sink());
  REQUIRE(otherEpoch);
  CHECK(otherEpoch.value().status == PullStatus::otherEpoch);
  const std::vector<Cursor> above{{stage.east, stage.epoch(), stage.head(stage.east).pos + 1}};
  const auto aboveHead = stage.eastOne().pull(above, 10, none.sink());
  REQUIRE(aboveHead);
  CHECK(aboveHead.value().status == PullStatus::aboveHead);
  CHECK(none.rows.empty());
}

TEST_CASE("A push tells how far the scopes went that it changed", "[sync][contract][pull]") {
  OW_EACH_ADAPTER(stage);
  const auto answer = stage.push(stage.eastOne(), {aPerson(1), aPerson(2)});
  REQUIRE(answer.reached.size() == 1);
  CHECK(answer.reached.front() == Cursor{stage.east, stage.epoch(), stage.head(stage.east).pos});
}

TEST_CASE("A first filling goes on where it stopped", "[sync][contract][fill]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  Replica replica;
  std::string from;
  int pages = 0;
  do {
    Collected page;
    const auto answer = stage.eastOne().fill(stage.east, from, 4, page.sink());
    REQUIRE(answer);
    CHECK(page.rows.size() <= 4);
    for (const PulledRow& row : page.rows) {
      CHECK_FALSE(row.row.isGone);
      CHECK_FALSE(replica.rows.contains({row.row.kind, row.row.id}));
      replica.take(row.row);
    }
    from = answer.value().next;
    ++pages;
  } while (!from.empty());
  CHECK(pages >= 5);
  CHECK(replica.digest() == stage.head(stage.east).digest);
}

TEST_CASE("A pull from the head of before makes a filling whole", "[sync][contract][fill]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const auto before = stage.head(stage.east);
  Replica replica{{stage.east, stage.epoch(), before.pos}, {}};
  std::string from;
  std::uint64_t n = 100;
  do {
    Collected page;
    const auto answer = stage.eastOne().fill(stage.east, from, 4, page.sink());
    REQUIRE(answer);
    for (const PulledRow& row : page.rows) replica.take(row.row);
    from = answer.value().next;
    stage.tell(stage.eastTwo(), aPerson(n));
    stage.tell(stage.eastTwo(), anOperation(n + 1).erase("party", anId(n % 20 + 1)));
    n += 2;
  } while (!from.empty());
  stage.pull(stage.eastOne(), replica, 3);
  CHECK(replica.digest() == stage.head(stage.east).digest);
}

TEST_CASE("What is fetched by key is what stands in the desk's scopes", "[sync][contract][fetch]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  stage.tell(stage.westOne(), anOperation(30).create("party", anId(1), {{"name", "张伟1"}}));
  auto both = stage.openDesk({stage.east, stage.west});
  const std::vector<sync::EntityKey> keys{
      {"party", anId(1)}, {"party", anId(2)}, {"party", anId(7)}, {"party", anId(99)}, {"case", anId(1)}};
  Collected rows;
  REQUIRE(both->fetch(keys, rows.sink()));
  std::multiset<domain::EntityId> ids;
  for (const PulledRow& row : rows.rows) ids.insert(row.row.id);
  CHECK(ids == std::multiset<domain::EntityId>{anId(1), anId(1), anId(2)});  // the first stands in both halls
}

TEST_CASE("What a scope holds by buckets is what it lists", "[sync][contract][buckets]") {
  OW_EACH_ADAPTER(stage);
  register20(stage);
  const auto buckets = stage.eastOne().buckets(stage.east);
  REQUIRE(buckets);
  REQUIRE(buckets.value().size() == sync::kBuckets);
  std::int64_t rows = 0;
  domain::RowDigest sum = 0;
  for (int bucket = 0; bucket < sync::kBuckets; ++bucket) {
    const auto listed = stage.eastOne().listBucket(stage.east, bucket);
    REQUIRE(listed);
    sync::Bucket counted;
    for (const sync::ListedRow& row : listed.value()) {
      CHECK(sync::bucketOf(row.key.id) == bucket);
      CHECK(row.rev == (row.key.id == anId(5) ? 2 : 1));
      ++counted.rows;
      counted.digest ^= row.digest;
    }
    CHECK(counted == buckets.value()[static_cast<std::size_t>(bucket)]);
    rows += counted.rows;
    sum ^= counted.digest;
  }
  CHECK(rows == stage.head(stage.east).rows);
  CHECK(sum == stage.head(stage.east).digest);
}
