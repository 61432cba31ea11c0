// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

#include "domain/conflict.h"
#include "sync/conflict_text.h"
#include "sync/contract_stage.h"
#include "sync/interleaving.h"

using namespace ow;
using namespace ow::testkit;
using domain::Value;

namespace {

// A change of the title by one desk. Numbers are unique within a story and order the operations of all desks.
struct Told {
  std::uint64_t n;
  Value before;
  Value after;
};
using Story = std::vector<std::vector<Told>>;  // by desk

// Tells one story in every order, each time of another case, whose title was "a" for all three desks.
class Stories {
 public:
  explicit Stories(ContractStage& stage) : m_stage(stage), m_third(stage.openDesk({stage.east})) {}

  // What came of it in each order: the title, and the rivals while they are open.
  std::map<std::string, int> results(const Story& story) {
    std::map<std::string, int> results;
    const std::size_t orders = everyInterleaving(outboxes(story, 0)).size();
    for (std::size_t order = 0; order < orders; ++order) ++results[tell(story, order)];
    return results;
  }

 private:
  static constexpr std::uint64_t kNumbersPerCase = 100;

  std::vector<Outbox> outboxes(const Story& story, std::uint64_t base) const {
    std::vector<Outbox> outboxes;
    for (const auto& desk : story) {
      Outbox& outbox = outboxes.emplace_back();
      for (const Told& told : desk)
        outbox.push_back(anOperation(base + told.n).patch("case", anId(base), "title", told.before, told.after));
    }
    return outboxes;
  }

  std::string tell(const Story& story, std::size_t order) {
    const std::uint64_t base = kNumbersPerCase * ++m_cases;
    sync::Centre* desks[] = {&m_stage.eastOne(), &m_stage.eastTwo(), m_third.get()};
    m_stage.tell(*desks[0], anOperation(base).create("case", anId(base), {{"title", "a"}}));
    const Deliveries deliveries = everyInterleaving(outboxes(story, base))[order];
    for (const Delivery& delivery : deliveries) m_stage.tell(*desks[delivery.desk], delivery.operation);
    return outcome(anId(base), base);
  }

  std::string outcome(const domain::EntityId& id, std::uint64_t base) {
    const std::vector<sync::EntityKey> keys{{"case", id}, {"conflict", sync::conflictId(id, "title")}};
    std::map<std::string, std::string> bodies;
    REQUIRE(m_stage.eastOne().fetch(keys, [&bodies](sync::PulledRow&& row) {
      bodies[row.row.kind] = row.row.body;
      return base::Result<void>(base::success());
    }));
    std::string text = fieldOf(bodies["case"], "title");
    if (!bodies.contains("conflict") || fieldOf(bodies["conflict"], "state") == "settled") return text;
    const auto rivals = domain::parseRivals(fieldOf(bodies["conflict"], "rivals"));
    REQUIRE(rivals);
    for (const domain::Rival& rival : rivals.value()) text += rivalText(rival, base);
    return text;
  }

  // Without what differs from case to case.
  static std::string rivalText(const domain::Rival& rival, std::uint64_t base) {
    std::uint64_t n = 1;
    while (anOperationId(base + n) != rival.op && n < kNumbersPerCase) ++n;
    const auto* value = std::get_if<std::string>(&rival.value);
    const auto* before = std::get_if<std::string>(&rival.base);
    return " " + std::to_string(n) + ":" + (before == nullptr ? "" : *before) + ">" + (value == nullptr ? "" : *value);
  }

  ContractStage& m_stage;
  std::unique_ptr<sync::Centre> m_third;
  std::uint64_t m_cases = 0;
};

}  // namespace

TEST_CASE("Titles given at once come to the same, whoever is first", "[sync][contract][order]") {
  OW_EACH_ADAPTER(stage);
  Stories stories(stage);
  using Results = std::map<std::string, int>;
  CHECK(stories.results({{{1, "a", "b"}}, {{2, "a", "c"}}}) == Results{{"c 1:a>b 2:a>c", 2}});
  CHECK(stories.results({{{3, "a", "b"}}, {{1, "a", "c"}}, {{2, "a", "d"}}}) == Results{{"b 1:a>c 2:a>d 3:a>b", 6}});
  CHECK(stories.results({{{1, "a", "b"}}, {{2, "a", "c"}}, {{3, "a", "b"}}}) == Results{{"b 2:a>c 3:a>b", 6}});
  CHECK(stories.results({{{1, "a", "b"}}, {{2, "a", "b"}}, {{3, "a", "b"}}}) == Results{{"b", 6}});
  CHECK(stories.results({{{1, "a", "b"}, {3, "b", "d"}}, {{2, "a", "c"}}}) == Results{{"d 2:a>c 3:b>d", 3}});
  CHECK(stories.results({{{1, "a", "b"}, {4, "b", "d"}}, {{2, "a", "c"}, {3, "c", "e"}}}) == Results{{"d 3:c>e 4:b>d", 6}});
  CHECK(stories.results({{{1, "a", "b"}, {3, "b", "d"}}, {{2, "a", "c"}}, {{4, "a", {}}}}) ==
        Results{{" 2:a>c 3:b>d 4:a>", 12}});
}

TEST_CASE("One who goes on from what another gave too comes to the same", "[sync][contract][order][law5]") {
  OW_EACH_ADAPTER(stage);
  Stories stories(stage);
  using Results = std::map<std::string, int>;
  // Both gave "b"; the first went on to "c". The other's "b" is past when it was given before that, and stands against it else.
  CHECK(stories.results({{{1, "a", "b"}, {3, "b", "c"}}, {{2, "a", "b"}}}) == Results{{"c", 3}});
  CHECK(stories.results({{{1, "a", "b"}, {2, "b", "c"}}, {{3, "a", "b"}}}) == Results{{"b 2:b>c 3:a>b", 3}});
}

TEST_CASE("One who went back to the first title comes to the same", "[sync][contract][order][law5]") {
  OW_EACH_ADAPTER(stage);
  Stories stories(stage);
  using Results = std::map<std::string, int>;
  CHECK(stories.results({{{1, "a", "b"}, {2, "b", "a"}}, {{3, "a", "c"}}}) == Results{{"c", 3}});
  CHECK(stories.results({{{1, "a", "b"}, {3, "b", "a"}}, {{2, "a", "c"}}}) == Results{{"a 2:a>c 3:b>a", 3}});
  CHECK(stories.results({{{1, "a", "b"}, {2, "b", "c"}}, {{3, "a", "c"}, {4, "c", "b"}}}).size() == 1);
}

TEST_CASE("Any four changes of one title by three desks come to the same in every order", "[sync][contract][order][law5]") {
  OW_EACH_ADAPTER(stage);
  Stories stories(stage);
  base::SeededRandom dice(20260302);
  for (int i = 0; i < 60; ++i) {
    const Value values[] = {"a", "b", "c", Value{}};
    std::vector<std::uint64_t> numbers{1, 2, 3, 4};
    Story story(3);
    Value seen[] = {"a", "a", "a"};
    for (std::uint64_t n = 1; n <= 4; ++n) {
      const std::size_t desk = dice.below(3);
      const Value after = values[dice.below(4)];
      story[desk].push_back({n, seen[desk], after});
      seen[desk] = after;
    }
    INFO("story " << i);
    CHECK(stories.results(story).size() == 1);
  }
}
