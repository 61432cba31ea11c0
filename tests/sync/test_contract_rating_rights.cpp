// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <map>

#include "sync/contract_stage.h"

// Whatever anybody sends: only a pad of the desk makes a rating, and what a pad has made stays as it is.
using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

struct Cast {
  explicit Cast(ContractStage& stage)
      : chief{domain::staffId("chief"), "chief", "主任", domain::Role::supervisor, true},
        onlooker{domain::staffId("auditor"), "auditor", "审计", domain::Role::clerk, true} {
    stage.centre().addStaff(chief);
    stage.centre().addOnlooker(onlooker);
    authors = {std::nullopt, stage.by, chief.id, onlooker.id, domain::staffId("nobody")};
  }
  domain::Staff chief, onlooker;
  std::vector<std::optional<domain::StaffId>> authors;
};

const domain::EntityId kOwnPad = anId(1), kForeignPad = anId(2);

// Fields of a rating as somebody might make them up: right ones of a pad or an import, of which some are left out or changed.
std::vector<domain::NamedValue> invented(base::Random& dice) {
  const std::map<std::string, std::vector<domain::Value>> wrong{
      {"level", {std::int64_t{0}, std::int64_t{9}, domain::Value{"1"}}},
      {"pad_id", {kForeignPad.uuid, anId(999).uuid, domain::Value{"no pad"}}},
      {"place", {std::int64_t{0}, std::int64_t{-3}}},
      {"previous", {std::int64_t{4}}},
      {"seal", {std::int64_t{4}}},
      {"source", {domain::Value{"12345"}}}};
  std::vector<domain::NamedValue> fields{{"level", std::int64_t(1 + 2 * dice.below(3))}, {"clerk_id", aUuid(4)}};
  if (dice.below(3) == 0) {
    fields.emplace_back("source", domain::Value{"12345"});
  } else {
    fields.emplace_back("pad_id", kOwnPad.uuid);
    fields.emplace_back("place", dice.below(2) == 0 ? std::int64_t{1} : std::int64_t{7});
    fields.emplace_back("previous", domain::Value{"p"});
    fields.emplace_back("seal", domain::Value{"s"});
  }
  if (dice.below(3) == 0) return fields;
  const std::size_t at = dice.below(fields.size());
  const auto other = wrong.find(fields[at].first);
  if (other == wrong.end() || dice.below(2) == 0) {
    fields.erase(fields.begin() + std::ptrdiff_t(at));
  } else {
    fields[at].second = other->second[dice.below(other->second.size())];
  }
  return fields;
}

bool hasLevel(const std::string& text) {
  for (const char* level : {"\"level\": 1", "\"level\": 3", "\"level\": 5"})
    if (text.find(level) != std::string::npos) return true;
  return false;
}
bool isPadsOwn(const domain::WrittenOperation& said) {
  const std::string& text = said.changes;
  const auto has = [&text](const char* piece) { return text.find(piece) != std::string::npos; };
  const bool isPlace = has("\"place\": 1") || has("\"place\": 7");
  return said.kind == "append" && !said.author && !has("source") && hasLevel(text) && isPlace && has(kOwnPad.text().c_str()) &&
         has("\"previous\": \"p\"") && has("\"seal\": \"s\"");
}
bool isImported(const domain::WrittenOperation& said, const domain::Staff& chief) {
  const std::string& text = said.changes;
  const auto has = [&text](const char* piece) { return text.find(piece) != std::string::npos; };
  return said.kind == "append" && said.author == chief.id && has("source") && hasLevel(text) && !has("pad_id") &&
         !has("place") && !has("previous") && !has("seal");
}

}  // namespace

TEST_CASE("Whatever a desk sends in whosever name, a rating is a pad's own or a supervisor's import, and stays as it was",
          "[sync][contract][ratings][rights]") {
  OW_EACH_ADAPTER(stage);
  const Cast cast(stage);
  for (const auto& [desk, pad] : {std::pair(&stage.eastOne(), kOwnPad), std::pair(&stage.eastTwo(), kForeignPad)})
    stage.tell(*desk, anOperation(pad == kOwnPad ? 3 : 4)
                          .append("pad", pad,
                                  {{"desk", "001"}, {"hall", "东城"}, {"public_key", std::string(64, 'a')}, {"since", 1}}));
  base::SeededRandom dice(20261127);
  std::map<domain::EntityId, std::string> standing;  // what is there, by the rules of this page
  for (std::uint64_t n = 0; n < 300; ++n) {
    const domain::EntityId rating = anId(5000 + dice.below(60));
    const auto author = cast.authors[dice.below(cast.authors.size())];
    OperationBuilder build = anOperation(10000 + n);
    switch (dice.below(6)) {
      case 0:
        build.create("rating", rating, invented(dice));
        break;
      case 1:
        build.patch("rating", rating, "level", std::int64_t{5}, std::int64_t{1});
        break;
      case 2:
        build.transition("rating", rating, "5", "1");
        break;
      case 3:
        build.erase("rating", rating);
        break;
      default:
        build.append("rating", rating, invented(dice));
    }
    if (author) build.by(*author);
    const domain::WrittenOperation said = build;
    CAPTURE(n, said.kind, said.changes, said.author.has_value());
    const bool wasThere = standing.contains(rating);
    const auto settled = stage.tell(stage.eastOne(), said);
    const auto body = stage.body(stage.east, "rating", rating);
    if (!wasThere) {
      const bool mayStand = isPadsOwn(said) || isImported(said, cast.chief);
      CHECK(body.has_value() == mayStand);
      CHECK((settled.outcome == Outcome::applied) == mayStand);
      if (body) standing[rating] = *body;
      continue;
    }
    // Nothing changes one; only what another system took can go.
    if (body) {
      CHECK(*body == standing[rating]);
    } else {
      CHECK(said.kind == "erase");
      CHECK(standing[rating].find("\"source\"") != std::string::npos);
      standing.erase(rating);
    }
  }
  CHECK(standing.size() > 3);
}
