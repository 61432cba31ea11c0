// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <functional>

#include "centre/push_text.h"
#include "centre/two_halls.h"
#include "testkit/an_operation.h"

// Two centres that differ only in what another hall holds answer a desk alike, byte for byte.
//
// Left out of the answers, because they speak of the server as a whole: the write position, up to where it is safe, the time,
// and which anchor is the newest. Left out of the calls: registering a person under the very id that another hall gave them,
// and searching for them with a grant. Both are the doors through which two halls come to know the same person; each leaves a
// line in the log of looks. Ids of operations, cases and their lines are random, so nobody is taken to know another hall's.
using namespace ow;
using namespace ow::test;
using testkit::anId;
using testkit::anOperation;

namespace {

constexpr int kOwn = 100, kHidden = 200, kAbsent = 300, kMade = 1000;  // ranges of ids

struct Pair {
  TwoHalls with;  // the west has work of its own
  std::string token = with.token(with.east());
  TwoHalls without{with, "copy_of_" + with.database};
  SqlSession first{with.east().address}, second{without.east().address};

  Pair() {
    fill(with, "east");
    fill(without, "east");
    fill(with, "west");
  }

  static void fill(const TwoHalls& site, const std::string& hall) {
    const bool isEast = hall == "east";
    centre::PostgresCentre line(isEast ? site.east() : site.west());
    REQUIRE(line.hello());
    std::vector<domain::WrittenOperation> batch;
    const int from = isEast ? kOwn : kHidden;
    for (int n = from; n < from + 12; n += 3) {
      const auto id = [&](int k) { return anId(std::uint64_t(n + k)); };
      const auto op = [&](int k) { return anOperation(std::uint64_t(n + k)); };
      batch.push_back(op(0).create("party", id(0), {{"kind", "person"}, {"name", hall + std::to_string(n)}}));
      batch.push_back(op(1).create("identifier", id(1), {{"party_id", id(0).uuid}, {"normal", "E" + std::to_string(n)}}));
      batch.push_back(op(2).create("case", id(2), {{"number", hall + std::to_string(n)}, {"state", "received"}}));
    }
    batch.push_back(anOperation(std::uint64_t(from + 50)).patch("party", anId(std::uint64_t(from)), "note", {}, "x"));
    batch.push_back(anOperation(std::uint64_t(from + 51)).erase("party", anId(std::uint64_t(from + 9))));
    REQUIRE(line.push(line.heads({}, {}).value().epoch, batch));
  }

  // The same said to both; what they answer must be the same.
  std::string both(const std::string& sql) {
    INFO(sql);
    const std::string a = first.say(sql), b = second.say(sql);
    REQUIRE(a == b);
    return a;
  }
};

class Caller {
 public:
  Caller(Pair& pair, std::uint64_t seed) : m_pair(pair), m_dice(seed) {
    m_epoch = runSql(pair.with.root(), "SELECT max(n) FROM ow.epoch");
  }

  // An entity of ours, of the other hall, or of nobody.
  domain::EntityId anyEntity(int offset) {
    const int range = std::array{kOwn, kHidden, kAbsent}[m_dice.below(3)];
    return anId(std::uint64_t(range + int(m_dice.below(4)) * 3 + offset));
  }
  std::string anyScope() { return std::to_string(1 + m_dice.below(3)); }

  std::string read() {
    const std::string t = m_pair.token;
    const std::string one =
        "ARRAY[" + anyScope() + "], ARRAY[" + m_epoch + "], ARRAY[" + std::to_string(m_dice.below(9)) + "::bigint]";
    const std::string id = "'" + anyEntity(int(m_dice.below(3))).text() + "'::uuid";
    switch (m_dice.below(8)) {
      case 0:
        return "SELECT epoch, scope, pos, row_count, digest, agreed_to FROM ow_api.heads(" + t + ", " + one + ", NULL)";
      case 1:
        return "SELECT * FROM ow_api.pull(" + t + ", " + one + ", 5)";
      case 2:
        return "SELECT * FROM ow_api.pull(" + t + ", ARRAY[1, 2, 3], ARRAY[1, 1, 1], ARRAY[0, 0, 0]::bigint[], 100)";
      case 3:
        return "SELECT * FROM ow_api.fill(" + t + ", " + anyScope() + ", " + std::to_string(m_dice.below(9)) + ", 5)";
      case 4:
        return "SELECT * FROM ow_api.fetch(" + t + ", ARRAY['party', 'identifier', 'case'], ARRAY[" + id + ", " + id + ", " +
               id + "])";
      case 5:
        return "SELECT * FROM ow_api.buckets(" + t + ", " + anyScope() + ") ORDER BY 1";
      case 6:
        return "SELECT * FROM ow_api.list_bucket(" + t + ", " + anyScope() + ", get_byte(uuid_send(" + id +
               "), 15)) ORDER BY 2";
      default:
        return "SELECT ow_api.anchor(" + t + ")";
    }
  }

  std::string lookBeyond() {
    const std::string t = m_pair.token, clerk = "'" + m_pair.with.clerk.text() + "'";
    switch (m_dice.below(4)) {
      case 0:
        return "SELECT ow_api.search(" + t + ", '" + anyEntity(0).text() + "')";
      case 1:
        return "SELECT ow_api.adopt(" + t + ", '" + anyEntity(0).text() + "', 1)";
      case 2:  // a case of the other hall is no case in hand
        return "SELECT ow_api.grant_search(" + t + ", " + clerk + ", 'identifier', ARRAY['E99999'], NULL, 'case_work', '" +
               anId(std::uint64_t(std::array{kHidden, kAbsent}[m_dice.below(2)] + 2)).text() + "')";
      default:
        return "SELECT ow_api.record_looks(" + t + ", '[{\"id\": \"" + testkit::aUuid(++m_made).text() +
               "\", \"at\": 1, \"act\": \"open\", \"party\": \"" + anyEntity(0).text() + "\"}]', '{}') -> 'n'";
    }
  }

  std::string push() {
    std::vector<domain::WrittenOperation> batch;
    for (std::uint64_t i = 0, count = 1 + m_dice.below(4); i < count; ++i) batch.push_back(operation());
    return "SELECT a ->> 'taken', a -> 'reached', a -> 'settled' FROM ow_api.push(" + m_pair.token + ", " + m_epoch + ", '" +
           centre::pushText(batch) + "') a";
  }

 private:
  domain::WrittenOperation operation() {
    const std::uint64_t n = kMade + ++m_made;
    const auto op = anOperation(n);
    const domain::EntityId party = anyEntity(0), aCase = anyEntity(2);
    switch (m_dice.below(7)) {
      case 0:
        return anOperation(n).create("identifier", anId(n), {{"party_id", party.uuid}, {"normal", "N" + std::to_string(n)}});
      case 1:
        return anOperation(n).append("case_event", anId(n), {{"case_id", aCase.uuid}, {"text", "x"}});
      case 2:
        return anOperation(n).create("relationship", anId(n), {{"from_party", party.uuid}, {"to_party", anyEntity(0).uuid}});
      case 3:
        return anOperation(n).patch("party", party, "note", {}, std::to_string(n));
      case 4:
        return anOperation(n).transition("case", aCase, "received", m_dice.below(2) == 0 ? "accepted" : "closed");
      case 5:
        return anOperation(n).append("interaction", anId(n),
                                     {{"party_id", party.uuid}, {"case_id", aCase.uuid}, {"subject", "x"}});
      default:
        return m_dice.below(5) == 0 ? domain::WrittenOperation(anOperation(n).erase("party", party))
                                    : domain::WrittenOperation(anOperation(n).create("party", anId(n), {{"name", "新"}}));
    }
  }

  Pair& m_pair;
  base::SeededRandom m_dice;
  std::string m_epoch;
  std::uint64_t m_made = 0;
};

}  // namespace

TEST_CASE("what a desk is answered does not depend on what another hall holds", "[centre][rights][non-interference]") {
  Pair pair;
  REQUIRE(runSql(pair.with.root(), "SELECT count(*) FROM ow.entity WHERE scope = 2") != "0");
  REQUIRE(runSql(pair.without.root(), "SELECT count(*) FROM ow.entity WHERE scope = 2") == "0");
  Caller caller(pair, 1127);
  int answered = 0;
  for (int step = 0; step < 150; ++step) {
    const std::uint64_t kind = std::uint64_t(step) % 5;
    const std::string answer = pair.both(kind < 2 ? caller.read() : kind < 4 ? caller.push() : caller.lookBeyond());
    if (!answer.starts_with("! ") && answer.size() > 1) ++answered;
  }
  CHECK(answered > 75);
  // The other way round: the calls are of a kind that could have told the difference.
  CHECK(pair.first.say("SELECT * FROM ow_api.fill(" + pair.token + ", 1, 0, 1000)").find("east") != std::string::npos);
}

TEST_CASE("a desk that may read both halls sees the difference that the others must not",
          "[centre][rights][non-interference]") {
  Pair pair;
  for (const TwoHalls* site : {&pair.with, &pair.without})
    runSql(site->root(), "INSERT INTO ow.desk_scope SELECT id, 2 FROM ow.desk WHERE code = '001'");
  const std::string all = "SELECT * FROM ow_api.fill(" + pair.token + ", 2, 0, 1000)";
  CHECK(pair.first.say(all) != pair.second.say(all));
}
