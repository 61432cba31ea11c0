// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Outcome;

namespace {

const domain::EntityId kParty = anId(1);
const domain::Staff kOther{aStaffId(9002), "zhao.lei", "赵磊", domain::Role::clerk, true};

domain::WrittenOperation aPerson(std::uint64_t n, const domain::StaffId& by) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟"}}).by(by);
}

}  // namespace

TEST_CASE("What a clerk of the centre's staff registers is applied", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  CHECK(stage.tell(stage.eastOne(), aPerson(1, stage.by)).outcome == Outcome::applied);
}

TEST_CASE("The system itself needs nobody's name", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto settled = stage.tell(stage.eastOne(), anOperation(1).create("party", kParty, {{"name", "张伟"}}));
  CHECK(settled.outcome == Outcome::applied);
}

TEST_CASE("An operation of somebody whom the centre does not know is refused", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto settled = stage.tell(stage.eastOne(), aPerson(1, kOther.id));
  CHECK(settled.outcome == Outcome::refused);
  CHECK(factOf(settled, "rule") == "unknown_author");
  CHECK(settled.rev == 0);
  CHECK(stage.head(stage.east).rows == 0);
}

TEST_CASE("An operation of somebody who has left is refused", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addStaff(kOther);
  CHECK(stage.tell(stage.eastOne(), aPerson(1, kOther.id)).outcome == Outcome::applied);
  stage.centre().disableStaff(kOther);
  const auto settled = stage.tell(stage.eastOne(), aPerson(2, kOther.id));
  CHECK(settled.outcome == Outcome::refused);
  CHECK(factOf(settled, "rule") == "unknown_author");
}

TEST_CASE("The work of somebody who has not proven himself at this desk waits until he does", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().askForProof();
  const auto early = stage.tell(stage.eastOne(), aPerson(1, stage.by));
  CHECK(early.outcome == Outcome::postponed);
  CHECK(factOf(early, "rule") == "author_unproven");
  CHECK(stage.head(stage.east).rows == 0);
  // What no person did needs no proof, and who is nobody's clerk is refused as ever.
  CHECK(stage.tell(stage.eastOne(), anOperation(2).create("party", anId(2), {{"name", "张伟"}})).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), aPerson(3, kOther.id)).outcome == Outcome::refused);

  stage.centre().prove(stage.eastOneDesk, stage.clerk);
  CHECK(stage.tell(stage.eastOne(), aPerson(1, stage.by)).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastTwo(), aPerson(4, stage.by)).outcome == Outcome::postponed);
}

TEST_CASE("Somebody without the right to a kind of entity changes none", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().addOnlooker(kOther);
  const auto settled = stage.tell(stage.eastOne(), aPerson(1, kOther.id));
  CHECK(settled.outcome == Outcome::refused);
  CHECK(factOf(settled, "rule") == "not_your_right");
  CHECK(stage.head(stage.east).rows == 0);
}

TEST_CASE("Staff are kept by the centre, whatever a desk wrote of them", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const auto known = stage.tell(
      stage.eastOne(), anOperation(1).create("staff", domain::anyId(stage.by), {{"login", "wang.min"}, {"name", "别的名字"}}));
  CHECK(known.outcome == Outcome::merged);
  const auto unknown =
      stage.tell(stage.eastOne(), anOperation(2).create("staff", domain::anyId(kOther.id), {{"login", "zhao.lei"}}));
  CHECK(unknown.outcome == Outcome::refused);
  CHECK(factOf(unknown, "rule") == "managed_centrally");
  CHECK(stage.head(stage.east).rows == 0);
}

TEST_CASE("No desk makes or erases a conflict or a proposal", "[sync][contract][proposed]") {
  OW_EACH_ADAPTER(stage);
  const auto made = stage.tell(stage.eastOne(), anOperation(1).create("conflict", anId(5), {{"field", "name"}}).by(stage.by));
  CHECK(made.outcome == Outcome::refused);
  CHECK(factOf(made, "rule") == "managed_centrally");
  const auto proposed =
      stage.tell(stage.eastOne(), anOperation(2).create("proposal", anId(6), {{"rule", "erased"}}).by(stage.by));
  CHECK(proposed.outcome == Outcome::refused);
  CHECK(stage.head(stage.east).rows == 0);
}

TEST_CASE("A desk says hello first", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  auto line = stage.centre().open(stage.eastOneDesk);
  const auto early = line->heads({}, {});
  REQUIRE_FALSE(early);
  CHECK(early.error().kind == base::ErrorKind::centreRefused);
  const auto hello = line->hello();
  REQUIRE(hello);
  CHECK(hello.value().schema >= 1);
  REQUIRE(hello.value().scopes.size() == 1);
  CHECK(hello.value().scopes.front().id == stage.east);
  CHECK(hello.value().scopes.front().kind == "hall");
  CHECK(hello.value().scopes.front().code == "110101-1");
  CHECK(line->heads({}, {}));
}

TEST_CASE("A session that ended begins again with hello", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  const std::vector<domain::WrittenOperation> batch{aPerson(1, stage.by)};
  const auto epoch = stage.epoch();
  stage.centre().endSessions();
  const auto late = stage.eastOne().push(epoch, batch);
  REQUIRE_FALSE(late);
  CHECK(late.error().kind == base::ErrorKind::centreRefused);
  CHECK(late.error().fact("rule") == "session");
  REQUIRE(stage.eastOne().hello());
  CHECK(stage.eastOne().push(epoch, batch));
}

TEST_CASE("A desk that was revoked is refused at every call", "[sync][contract]") {
  OW_EACH_ADAPTER(stage);
  stage.centre().revokeDesk(stage.eastOneDesk);
  const auto call = stage.eastOne().heads({}, {});
  REQUIRE_FALSE(call);
  CHECK(call.error().kind == base::ErrorKind::centreRefused);
  const auto hello = stage.eastOne().hello();
  REQUIRE_FALSE(hello);
  CHECK(hello.error().kind == base::ErrorKind::centreRefused);
  CHECK(hello.error().fact("rule") != "session");
  CHECK(stage.eastTwo().heads({}, {}));
}
