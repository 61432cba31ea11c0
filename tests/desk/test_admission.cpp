// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/digest.h"
#include "desk/admission.h"
#include "desk/centre_account.h"
#include "desk/colleagues.h"
#include "desk/inside.h"
#include "desk/opening.h"
#include "store/key_ring.h"
#include "store/leases.h"
#include "store/replica.h"
#include "testkit/clerk_line.h"
#include "testkit/hall.h"

using namespace ow;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Redacted;
using testkit::Hall;

namespace {

constexpr const char* kFirst = "7K2QF-9WXYZ-1ABCD";
constexpr const char* kOwn = "li na 2026 spring";

Redacted<std::string> word(const std::string& text) {
  return Redacted<std::string>(text);
}

// A desk of a centre, closed; 李娜 is on the staff there and was never here.
struct Desk {
  Hall hall;
  std::shared_ptr<testkit::ScriptedClerkLine> line = std::make_shared<testkit::ScriptedClerkLine>();

  Desk() {
    base::IdSource ids(hall.clock, hall.random);
    const Redacted<std::string> identity(hall.desk().inside().identityKey);
    REQUIRE(desk::keepEnrolment(hall.store(), {"host=centre", ids.next(), ids.next(), "hall", {}, {}, {}}, hall.desk().place(),
                                identity));
    line->people["li.na"] = {"李娜", kFirst, true};
    line->storeKey = base::hexOf(hall.store().key().bytes());
    line->leaseUntil = hall.clock.now() + std::chrono::days(14);
    hall.close();
  }
  base::Result<std::unique_ptr<desk::Desk>> signIn(const std::string& login, const std::string& passphrase,
                                                   std::optional<std::string> next = {}) {
    std::optional<Redacted<std::string>> typed;
    if (next) typed.emplace(*next);
    return desk::signIn(hall.storePath(), login, word(passphrase), typed, line, hall.ports(), store::Hardness::cheap());
  }
  base::Result<std::unique_ptr<desk::Desk>> unlock(const std::string& login, const std::string& passphrase) {
    return desk::unlock(hall.storePath(), login, word(passphrase), hall.ports(), line);
  }
};

}  // namespace

TEST_CASE("a first login goes over the centre, replaces the first passphrase, and later ones need no line",
          "[desk][admission]") {
  Desk desk;
  const auto unknown = desk.unlock("li.na", kFirst);
  REQUIRE(unknown.has_error());
  CHECK(desk::mayAskTheCentre(unknown.error()));
  const auto initial = desk.signIn("li.na", kFirst);
  REQUIRE(initial.has_error());
  CHECK(initial.error().fact("rule") == "passphrase_initial");
  CHECK(desk.signIn("li.na", kFirst, kFirst).error().fact("rule") == "passphrase_same");
  CHECK(desk.signIn("li.na", kFirst, "short").error().fact("rule") == "passphrase_weak");
  CHECK(desk.line->people["li.na"].passphrase == kFirst);

  {
    const auto opened = desk.signIn("li.na", kFirst, kOwn);
    REQUIRE(opened);
    CHECK(opened.value()->clerk().name == "李娜");
    CHECK(desk.line->people["li.na"].passphrase == kOwn);
    CHECK(desk::centrePassword(*opened.value()).reveal() == "li.na " + std::string(kOwn));
  }
  desk.line->isAway = true;
  CHECK(desk.unlock("li.na", kOwn));
  CHECK(desk.unlock("li.na", kFirst).error().kind == ErrorKind::wrongKey);
}

TEST_CASE("without the line nobody new comes in, and nothing of them is kept", "[desk][admission]") {
  Desk desk;
  desk.line->isAway = true;
  CHECK(desk.signIn("li.na", kFirst, kOwn).error().kind == ErrorKind::centreAway);
  CHECK(desk::clerksOf(desk.hall.storePath()).value().size() == 1);
}

TEST_CASE("a clerk from before the desk had a centre proves himself there once", "[desk][admission]") {
  Desk desk;
  const auto first = desk.unlock(Hall::kLogin, Hall::kPassphrase);
  REQUIRE(first.has_error());
  CHECK(first.error().fact("rule") == "sign_in_first");
  CHECK(desk::mayAskTheCentre(first.error()));
  desk.line->people[Hall::kLogin] = {"王敏", Hall::kPassphrase};
  CHECK(desk.signIn(Hall::kLogin, Hall::kPassphrase));
  CHECK(desk.unlock(Hall::kLogin, Hall::kPassphrase));
}

TEST_CASE("whom the centre took from the desk's rows is sent to the centre, and comes back when it has them again",
          "[desk][admission]") {
  Desk desk;
  {
    auto ring = store::KeyRing::load(desk.hall.storePath()).value();
    auto key = ring.unwrap(Hall::kLogin, word(Hall::kPassphrase), desk.hall.clock).value();
    const auto store = store::Store::open(desk.hall.storePath(), std::move(key)).value();
    auto write = store->write().value();
    REQUIRE(write.connection().execute("DELETE FROM staff"));
    REQUIRE(write.commit());
  }
  const auto gone = desk.unlock(Hall::kLogin, Hall::kPassphrase);
  REQUIRE(gone.has_error());
  CHECK(gone.error().fact("rule") == "sign_in_first");
  CHECK(desk.signIn(Hall::kLogin, Hall::kPassphrase).error().kind == ErrorKind::centreRefused);
  desk.line->people[Hall::kLogin] = {"王敏", Hall::kPassphrase};
  CHECK(desk.signIn(Hall::kLogin, Hall::kPassphrase));
  CHECK(desk.unlock(Hall::kLogin, Hall::kPassphrase));
}

TEST_CASE("the lease ends work without the centre, and a clock that is set back does not lengthen it", "[desk][admission]") {
  Desk desk;
  REQUIRE(desk.signIn("li.na", kFirst, kOwn));
  desk.hall.clock.advance(std::chrono::days(13));
  CHECK(desk.unlock("li.na", kOwn));
  desk.hall.clock.advance(std::chrono::days(2));
  CHECK(desk.unlock("li.na", kOwn).error().fact("rule") == "lease_over");
  {
    desk.line->leaseUntil = desk.hall.clock.now() + std::chrono::days(14);
    const auto renewed = desk.signIn("li.na", kOwn);
    REQUIRE(renewed);
    // The centre's marks are later than this computer says.
    auto write = desk::storeOf(*renewed.value()).write().value();
    REQUIRE(store::putAnchor(write, {{base::Uuid::parse("01890000-0000-7000-8000-000000000001").value(),
                                      desk.hall.clock.now() + std::chrono::days(20)},
                                     1}));
    REQUIRE(write.commit());
  }
  CHECK(desk.unlock("li.na", kOwn).error().fact("rule") == "lease_over");
}

TEST_CASE("a passphrase that was changed elsewhere opens this desk too, once the line is up", "[desk][admission]") {
  Desk desk;
  REQUIRE(desk.signIn("li.na", kFirst, kOwn));
  desk.line->people["li.na"].passphrase = "changed at window nine";
  CHECK(desk.unlock("li.na", "changed at window nine").error().kind == ErrorKind::wrongKey);
  REQUIRE(desk.signIn("li.na", "changed at window nine"));
  CHECK(desk.unlock("li.na", "changed at window nine"));
  CHECK(desk.unlock("li.na", kOwn).error().kind == ErrorKind::wrongKey);
}

TEST_CASE("somebody who works here again comes in before this store has heard of it", "[desk][admission]") {
  Desk desk;
  {
    auto opened = desk.signIn("li.na", kFirst, kOwn);
    REQUIRE(opened);
    auto write = desk::storeOf(*opened.value()).write().value();
    REQUIRE(write.connection().execute("UPDATE staff SET is_active = 0 WHERE login = 'li.na'"));
    REQUIRE(write.commit());
  }
  const auto refused = desk.unlock("li.na", kOwn);
  REQUIRE(refused.has_error());
  CHECK(refused.error().fact("rule") == "clerk_disabled");
  CHECK(desk::mayAskTheCentre(refused.error()));
  CHECK(desk.signIn("li.na", kOwn));
}

TEST_CASE("a key of another store opens nothing", "[desk][admission]") {
  Desk desk;
  desk.line->storeKey = std::string(64, 'b');
  CHECK(desk.signIn("li.na", kFirst, kOwn).error().fact("detail") == "store_key");
  desk.line->storeKey = "no key";
  CHECK(desk.signIn("li.na", kFirst, kOwn).error().fact("detail") == "store_key");
  CHECK(desk.line->people["li.na"].passphrase == kFirst);
}

TEST_CASE("a passphrase is changed at the centre and here, or nowhere", "[desk][admission]") {
  Desk desk;
  auto opened = desk.signIn("li.na", kFirst, kOwn);
  REQUIRE(opened);
  desk.line->isAway = true;
  CHECK(desk::changePassphrase(*opened.value(), word(kOwn), word("a third passphrase")).error().kind == ErrorKind::centreAway);
  CHECK(desk::verifyPassphrase(*opened.value(), word(kOwn)));
  desk.line->isAway = false;
  REQUIRE(desk::changePassphrase(*opened.value(), word(kOwn), word("a third passphrase")));
  CHECK(desk::verifyPassphrase(*opened.value(), word("a third passphrase")));
  CHECK(desk.line->people["li.na"].passphrase == "a third passphrase");
}

TEST_CASE("whoever the centre's staff no longer counts loses the key of this store", "[desk][admission]") {
  Desk desk;
  auto opened = desk.signIn("li.na", kFirst, kOwn);
  REQUIRE(opened);
  auto& store = desk::storeOf(*opened.value());
  CHECK(store::lockOutLeavers(store).value().empty());
  {
    auto write = store.write().value();
    REQUIRE(write.connection().execute("UPDATE staff SET is_active = 0 WHERE login = 'li.na'"));
    REQUIRE(write.commit());
  }
  const auto gone = store::lockOutLeavers(store);
  REQUIRE(gone);
  REQUIRE(gone.value().size() == 1);
  CHECK(gone.value().front() == opened.value()->clerk().id);
  CHECK(desk::clerksOf(desk.hall.storePath()).value().size() == 1);
  opened.value().reset();
  CHECK(desk.unlock("li.na", kOwn).error().kind == ErrorKind::notFound);

  auto reopened = desk::openWithKeyFile(desk.hall.storePath(), word(std::string(64, 'a')), {});
  REQUIRE(reopened);
  REQUIRE(store::lockOutEverybody(*reopened.value()));
  CHECK(desk::clerksOf(desk.hall.storePath()).value().empty());
}
