// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "desk/opening.h"
#include "desk/unlock.h"
#include "store/maintenance.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using base::Redacted;
using testkit::Hall;

namespace {

Redacted<std::string> word(const char* text) {
  return Redacted<std::string>(text);
}

}  // namespace

TEST_CASE("the unlock screen names the clerks of a store before it is open", "[desk][unlock]") {
  Hall hall;
  const auto clerks = desk::clerksOf(hall.storePath());
  REQUIRE(clerks);
  REQUIRE(clerks.value().size() == 1);
  CHECK(clerks.value()[0].login == Hall::kLogin);
  CHECK(clerks.value()[0].name == "王敏");
  CHECK(desk::clerksOf("/nowhere/hall.ow").error().kind == ErrorKind::storeMissing);
}

TEST_CASE("a store that is open cannot be unlocked by a second program", "[desk][unlock]") {
  Hall hall;
  CHECK(desk::unlock(hall.storePath(), Hall::kLogin, word(Hall::kPassphrase), hall.ports()).error().kind ==
        ErrorKind::storeInUse);
}

TEST_CASE("coming back from the lock screen takes the clerk's own passphrase", "[desk][unlock]") {
  Hall hall;
  CHECK(desk::verifyPassphrase(hall.desk(), word(Hall::kPassphrase)));
  CHECK(desk::verifyPassphrase(hall.desk(), word("something else")).error().kind == ErrorKind::wrongKey);
}

TEST_CASE("a changed passphrase opens the same store, and the old one no longer does", "[desk][unlock]") {
  Hall hall;
  const auto person = hall.addPerson("张三");
  const auto bytes = [&] {
    std::ifstream file(hall.storePath(), std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), {});
  };
  hall.close();
  const std::string before = bytes();
  hall.restart();
  REQUIRE(desk::changePassphrase(hall.desk(), word(Hall::kPassphrase), word("another passphrase")));
  hall.close();
  CHECK(bytes() == before);  // re-wrapped, not re-encrypted
  CHECK(desk::unlock(hall.storePath(), Hall::kLogin, word(Hall::kPassphrase), hall.ports()).error().kind ==
        ErrorKind::wrongKey);
  const auto opened = desk::unlock(hall.storePath(), Hall::kLogin, word("another passphrase"), hall.ports());
  REQUIRE(opened);
  CHECK(desk::openProfile(*opened.value(), person, desk::Purpose::enquiry));
}

TEST_CASE("a passphrase that anybody guesses is refused", "[desk][unlock]") {
  Hall hall;
  for (const char* weak : {"", "short", "aaaaaaaaaaaa"})
    CHECK(desk::changePassphrase(hall.desk(), word(Hall::kPassphrase), word(weak)).error().fact("rule") == "passphrase_weak");
}

TEST_CASE("a store whose key ring is gone says that, not that there is no store", "[desk][unlock][keys]") {
  Hall hall;
  hall.close();
  std::filesystem::remove(store::KeyRing::pathFor(hall.storePath()));
  CHECK(desk::clerksOf(hall.storePath()).error().kind == ErrorKind::keysMissing);
  CHECK(desk::unlock(hall.storePath(), Hall::kLogin, word(Hall::kPassphrase), hall.ports()).error().kind ==
        ErrorKind::keysMissing);
  CHECK(desk::openWithKeyFile(hall.storePath(), Redacted<std::string>(std::string(64, 'a')), {}).error().kind ==
        ErrorKind::keysMissing);
}

TEST_CASE("the key ring of another store is called that, and the right one opens the store again", "[desk][unlock][keys]") {
  Hall hall;
  hall.close();
  testkit::TempFolder elsewhere;
  base::SeededRandom otherDice{1};
  const desk::FirstClerk clerk{Hall::kLogin, "", word(Hall::kPassphrase)};
  REQUIRE(desk::initialise(elsewhere / "other.ow", {}, Redacted<std::string>(std::string(64, 'a')), clerk,
                           {&hall.clock, &otherDice}, store::Hardness::cheap()));
  const std::filesystem::path ring = store::KeyRing::pathFor(hall.storePath()), aside = elsewhere / "aside";
  std::filesystem::copy_file(ring, aside);
  const auto put = [&](const std::filesystem::path& from) {
    std::filesystem::copy_file(from, ring, std::filesystem::copy_options::overwrite_existing);
  };
  put(elsewhere / "other.ow.keys");
  CHECK(desk::clerksOf(hall.storePath()).error().kind == ErrorKind::keysForeign);
  CHECK(desk::unlock(hall.storePath(), Hall::kLogin, word(Hall::kPassphrase), hall.ports()).error().kind ==
        ErrorKind::keysForeign);
  CHECK(desk::openWithKeyFile(hall.storePath(), Redacted<std::string>(std::string(64, 'a')), {}).error().kind ==
        ErrorKind::keysForeign);
  put(aside);
  CHECK(desk::unlock(hall.storePath(), Hall::kLogin, word(Hall::kPassphrase), hall.ports()));
}

TEST_CASE("a store whose start was overwritten with zeros is damaged, its key ring is not to blame", "[desk][unlock][damage]") {
  Hall hall;
  hall.close();
  std::fstream(hall.storePath(), std::ios::binary | std::ios::in | std::ios::out) << std::string(4096, '\0');
  CHECK(desk::clerksOf(hall.storePath()).error().kind == ErrorKind::storeDamaged);
}

TEST_CASE("a backup is unlocked with its own key ring, by the clerks of the store", "[desk][unlock][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  REQUIRE(desk::changePassphrase(hall.desk(), word(Hall::kPassphrase), word("another passphrase")));
  REQUIRE(store::backup(hall.store(), elsewhere / "copy.ow"));
  CHECK(desk::clerksOf(elsewhere / "copy.ow").value().size() == 1);
  CHECK(desk::unlock(elsewhere / "copy.ow", Hall::kLogin, word("another passphrase"), hall.ports()));
}
