// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "domain/conflict.h"
#include "sync/conflict_text.h"
#include "sync/contract_stage.h"
#include "sync/interleaving.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

// Every order of some outboxes on one centre, each time of other entities: `base` is the number that theirs begin after.
void inEveryOrder(const std::function<std::vector<Outbox>(std::uint64_t base)>& outboxes,
                  const std::function<void(std::uint64_t base, const Deliveries& order)>& tell) {
  const std::size_t orders = everyInterleaving(outboxes(0)).size();
  for (std::size_t order = 0; order < orders; ++order) {
    const std::uint64_t base = 100 * (order + 1);
    INFO("order " << order);
    tell(base, everyInterleaving(outboxes(base))[order]);
  }
}

std::string bodyOf(sync::Centre& desk, const std::string& kind, const domain::EntityId& id) {
  std::string body = "{}";
  const std::vector<sync::EntityKey> keys{{kind, id}};
  REQUIRE(desk.fetch(keys, [&body](sync::PulledRow&& row) {
    body = row.row.body;
    return base::Result<void>(base::success());
  }));
  return body;
}

OperationBuilder title(std::uint64_t n, std::uint64_t id, const domain::Value& before, const domain::Value& after) {
  return anOperation(n).patch("case", anId(id), "title", before, after);
}

}  // namespace

TEST_CASE("Of rival moves one is made and the others stand as proposals, in every order", "[sync][contract][order]") {
  OW_EACH_ADAPTER(stage);
  auto third = stage.openDesk({stage.east});
  sync::Centre* desks[] = {&stage.eastOne(), &stage.eastTwo(), third.get()};
  const auto outboxes = [](std::uint64_t base) {
    const auto move = [base](std::uint64_t n, const char* to) {
      return anOperation(base + n).transition("case", anId(base), "received", to);
    };
    const auto line = [base](std::uint64_t n) {
      return anOperation(base + n)
          .append("case_event", anId(base + n), {{"case_id", anId(base).uuid}})
          .because(anOperationId(base + n - 1));
    };
    return std::vector<Outbox>{{move(1, "accepted"), line(2)}, {move(3, "closed")}, {move(5, "returned")}};
  };
  inEveryOrder(outboxes, [&](std::uint64_t base, const Deliveries& order) {
    stage.tell(*desks[0], anOperation(base).create("case", anId(base), {{"state", "received"}}));
    std::vector<domain::OperationId> applied;
    std::size_t proposals = 0;
    for (const Delivery& delivery : order) {
      const auto settled = stage.tell(*desks[delivery.desk], delivery.operation);
      if (settled.outcome == Outcome::applied) applied.push_back(settled.id);
      if (bodyOf(*desks[0], "proposal", {settled.id.uuid}) != "{}") ++proposals;
    }
    CHECK(applied.size() + proposals == 4);
    CHECK(applied.front() == order.front().operation.id);
    CHECK(applied.size() == (applied.front() == anOperationId(base + 1) ? 2 : 1));
  });
}

TEST_CASE("Of two settlements one holds, and the other's choice is kept, in every order", "[sync][contract][order]") {
  OW_EACH_ADAPTER(stage);
  auto third = stage.openDesk({stage.east});
  sync::Centre* desks[] = {&stage.eastOne(), &stage.eastTwo(), third.get()};
  const auto prepare = [](std::uint64_t base) {
    return Outbox{anOperation(base).create("case", anId(base), {{"title", "a"}}), title(base + 1, base, "a", "b"),
                  title(base + 2, base, "a", "c")};
  };
  std::string seen;  // by both, of the case at hand
  const auto outboxes = [&seen](std::uint64_t base) {
    const auto conflict = sync::conflictId(anId(base), "title");
    const auto settle = [&](std::uint64_t n) {
      return anOperation(base + n).transition("conflict", conflict, "open", "settled").step("rivals", seen, "[]");
    };
    return std::vector<Outbox>{{settle(3), title(base + 4, base, "c", "b").because(anOperationId(base + 3))},
                               {settle(5), title(base + 6, base, "c", "x").because(anOperationId(base + 5))}};
  };
  const std::size_t orders = everyInterleaving(outboxes(0)).size();
  for (std::size_t order = 0; order < orders; ++order) {
    const std::uint64_t base = 100 * (order + 1);
    for (const auto& operation : prepare(base)) stage.tell(*desks[2], operation);
    seen = fieldOf(bodyOf(*desks[0], "conflict", sync::conflictId(anId(base), "title")), "rivals");
    const Deliveries deliveries = everyInterleaving(outboxes(base))[order];
    for (const Delivery& delivery : deliveries) stage.tell(*desks[delivery.desk], delivery.operation);
    const bool isFirst = deliveries.front().desk == 0;
    CHECK(fieldOf(bodyOf(*desks[0], "case", anId(base)), "title") == (isFirst ? "b" : "x"));
    CHECK(fieldOf(bodyOf(*desks[0], "conflict", sync::conflictId(anId(base), "title")), "state") == "settled");
    const std::string lost = bodyOf(*desks[0], "proposal", anId(base + (isFirst ? 6 : 4)));
    CHECK(fieldOf(lost, "changes") == (isFirst ? R"({"title": ["c", "x"]})" : R"({"title": ["c", "b"]})"));
  }
}

TEST_CASE("A settlement and a change that did not know of it: both are kept, in every order", "[sync][contract][order]") {
  OW_EACH_ADAPTER(stage);
  for (const bool isSettledFirst : {true, false}) {
    const std::uint64_t base = isSettledFirst ? 100 : 200;
    const auto conflict = sync::conflictId(anId(base), "title");
    stage.push(stage.eastOne(), {anOperation(base).create("case", anId(base), {{"title", "a"}}),
                                 title(base + 1, base, "a", "b"), title(base + 2, base, "a", "c")});
    const std::string seen = fieldOf(bodyOf(stage.eastOne(), "conflict", conflict), "rivals");
    const std::vector<domain::WrittenOperation> settlement{
        anOperation(base + 3).transition("conflict", conflict, "open", "settled").step("rivals", seen, "[]"),
        title(base + 4, base, "c", "b").because(anOperationId(base + 3))};
    if (isSettledFirst) stage.push(stage.eastOne(), settlement);
    stage.tell(stage.eastTwo(), title(base + 5, base, "a", "d"));
    if (!isSettledFirst) stage.push(stage.eastOne(), settlement);

    CHECK(fieldOf(bodyOf(stage.eastOne(), "case", anId(base)), "title") == "d");
    const std::string rivals = fieldOf(bodyOf(stage.eastOne(), "conflict", conflict), "rivals");
    CHECK(rivals.find(R"("value": "d")") != std::string::npos);
    CHECK(rivals.find(R"("value": "b")") != std::string::npos);
    CHECK((bodyOf(stage.eastOne(), "proposal", anId(base + 4)) == "{}") == isSettledFirst);
  }
}

TEST_CASE("Two halls that register one person and go on with them come to the same in every order",
          "[sync][contract][order][law5]") {
  OW_EACH_ADAPTER(stage);
  sync::Centre* desks[] = {&stage.eastOne(), &stage.westOne()};
  const auto outboxes = [](std::uint64_t base) {
    const auto person = [base](std::uint64_t n, const char* name, std::int64_t at) {
      return anOperation(base + n).create("party", anId(base), {{"name", name}, {"registered_at", at}});
    };
    const auto note = [base](std::uint64_t n, const char* text) {
      return anOperation(base + n).patch("party", anId(base), "note", {}, text);
    };
    const auto number = anOperation(base + 3).create("identifier", anId(base + 3), {{"party_id", anId(base).uuid}});
    return std::vector<Outbox>{{person(1, "x", 10), number, note(5, "m")}, {person(2, "y", 5), note(4, "n")}};
  };
  std::set<std::string> results;
  inEveryOrder(outboxes, [&](std::uint64_t base, const Deliveries& order) {
    for (const Delivery& delivery : order) stage.tell(*desks[delivery.desk], delivery.operation);
    const std::string east = bodyOf(*desks[0], "party", anId(base));
    CHECK(bodyOf(*desks[1], "party", anId(base)) == east);
    CHECK(bodyOf(*desks[1], "identifier", anId(base + 3)) != "{}");
    std::string result = east;
    for (const char* field : {"name", "note"}) {
      const std::string conflict = bodyOf(*desks[0], "conflict", sync::conflictId(anId(base), field));
      CHECK(bodyOf(*desks[1], "conflict", sync::conflictId(anId(base), field)) == conflict);
      const auto rivals = domain::parseRivals(fieldOf(conflict, "rivals"));
      REQUIRE(rivals);
      for (const domain::Rival& rival : rivals.value()) result += " " + std::get<std::string>(rival.value);
    }
    results.insert(result);
  });
  CHECK(results == std::set<std::string>{R"({"name": "y", "note": "m", "registered_at": 5} x y n m)"});
}
