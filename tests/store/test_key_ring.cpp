// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "base/time.h"
#include "store/key_ring.h"
#include "testkit/hall.h"

using namespace ow;
using namespace std::chrono_literals;
using base::ErrorKind;
using store::Hardness;
using store::KeyRing;

namespace {

struct Ring {
  testkit::TempFolder folder;
  base::SeededRandom random{7};
  base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
  std::filesystem::path store = folder / "hall.ow";
  store::StoreKey key = store::StoreKey::make(random);

  Ring() {
    auto ring = KeyRing::empty(store);
    REQUIRE(ring.wrap(key, {domain::StaffId{}, "li.na", "李娜"}, base::Redacted<std::string>("long enough"), Hardness::cheap(),
                      random));
    REQUIRE(ring.save());
  }
  base::Result<store::StoreKey> open(const std::string& passphrase) {
    return KeyRing::load(store).value().unwrap("li.na", base::Redacted<std::string>(passphrase), clock);
  }
  bool isKey(const base::Result<store::StoreKey>& opened) {
    return opened && std::equal(key.bytes().begin(), key.bytes().end(), opened.value().bytes().begin());
  }
};

}  // namespace

TEST_CASE("the right passphrase opens the store's key", "[store][keys]") {
  Ring ring;
  CHECK(ring.isKey(ring.open("long enough")));
}

TEST_CASE("a wrong passphrase says how many tries are left", "[store][keys]") {
  Ring ring;
  const auto opened = ring.open("wrong");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::wrongKey);
  CHECK(opened.error().fact("left") == "4");
}

TEST_CASE("five wrong passphrases lock the clerk out, each further one for longer", "[store][keys]") {
  Ring ring;
  for (int i = 0; i < 5; ++i) CHECK(ring.open("wrong").error().kind == ErrorKind::wrongKey);
  const auto locked = ring.open("long enough");
  REQUIRE_FALSE(locked);
  CHECK(locked.error().kind == ErrorKind::lockedOut);
  CHECK(locked.error().fact("seconds") == "30");

  ring.clock.advance(31s);
  CHECK(ring.open("wrong").error().kind == ErrorKind::wrongKey);
  CHECK(ring.open("long enough").error().fact("seconds") == "60");
  ring.clock.advance(61s);
  CHECK(ring.isKey(ring.open("long enough")));
  CHECK(ring.open("wrong").error().fact("left") == "4");
}

TEST_CASE("setting the clock back does not shorten the wait", "[store][keys]") {
  Ring ring;
  for (int i = 0; i < 5; ++i) (void)ring.open("wrong");
  ring.clock.advance(-std::chrono::hours{48});
  const auto locked = ring.open("long enough");
  REQUIRE_FALSE(locked);
  CHECK(locked.error().fact("seconds") == "30");
}

TEST_CASE("a clock that stood years ahead while somebody mistyped locks nobody out for years", "[store][keys]") {
  Ring ring;
  const auto today = ring.clock.now();
  ring.clock.set(testkit::at("2036-07-01T09:30:00+08:00"));
  for (int i = 0; i < 5; ++i) (void)ring.open("wrong");
  ring.clock.set(today);
  CHECK(ring.open("long enough").error().fact("seconds") == "30");
  ring.clock.advance(31s);
  CHECK(ring.isKey(ring.open("long enough")));
}

TEST_CASE("a clock that jumps far ahead ends a wait, and back again starts no longer one", "[store][keys]") {
  Ring ring;
  for (int i = 0; i < 5; ++i) (void)ring.open("wrong");
  ring.clock.advance(std::chrono::hours{24 * 3650});
  CHECK(ring.open("wrong").error().kind == ErrorKind::wrongKey);  // the sixth
  ring.clock.advance(-std::chrono::hours{24 * 3650});
  CHECK(ring.open("long enough").error().fact("seconds") == "60");
  ring.clock.advance(61s);
  CHECK(ring.isKey(ring.open("long enough")));
}

TEST_CASE("a wrong try counts even when the program dies right after it", "[store][keys]") {
  Ring ring;
  (void)ring.open("wrong");
  std::ifstream file(KeyRing::pathFor(ring.store));
  const std::string content((std::istreambuf_iterator<char>(file)), {});
  CHECK(content.find("\"failures\":1") != std::string::npos);
}

TEST_CASE("a key wrapped for one clerk does not open under another's name", "[store][keys]") {
  Ring ring;
  std::fstream file(KeyRing::pathFor(ring.store));
  std::string content((std::istreambuf_iterator<char>(file)), {});
  content.replace(content.find("li.na"), 5, "wu.di");
  file.close();
  std::ofstream(KeyRing::pathFor(ring.store), std::ios::trunc) << content;
  auto opened = KeyRing::load(ring.store).value().unwrap("wu.di", base::Redacted<std::string>("long enough"), ring.clock);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::wrongKey);
}

TEST_CASE("a damaged key file is named, whatever is wrong with it", "[store][keys]") {
  Ring ring;
  for (const char* content :
       {"", "{", "[]", "{\"format\":1}", "{\"format\":1,\"slots\":[{\"for\":\"clerk\"}]}",
        "{\"format\":1,\"slots\":[{\"for\":\"clerk\",\"staff\":\"\",\"login\":\"a\",\"name\":\"a\",\"passes\":1,"
        "\"memory\":99999999999,\"salt\":\"\",\"nonce\":\"\",\"box\":\"\",\"failures\":0,\"last_failure\":0}]}"}) {
    std::ofstream(KeyRing::pathFor(ring.store), std::ios::trunc) << content;
    const auto loaded = KeyRing::load(ring.store);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().kind == ErrorKind::storeDamaged);
  }
}

TEST_CASE("an administrator's key file opens the store, and only a key of full strength is taken", "[store][keys]") {
  Ring ring;
  const auto secret = [](std::size_t digits, char digit) { return base::Redacted<std::string>(std::string(digits, digit)); };
  auto keys = KeyRing::load(ring.store).value();
  for (const auto& weak : {secret(2, 'b'), secret(63, 'b'), secret(65, 'b'), secret(64, 'g'), secret(64, 'B'),
                           base::Redacted<std::string>("some words in a file")})
    CHECK(keys.wrapForFile(ring.key, weak, ring.random).error().fact("field") == "key_file");
  REQUIRE(keys.wrapForFile(ring.key, secret(64, 'b'), ring.random));
  REQUIRE(keys.save());
  const auto loaded = KeyRing::load(ring.store).value();
  CHECK(ring.isKey(loaded.unwrapFile(secret(64, 'b'))));
  CHECK(loaded.unwrapFile(secret(64, 'c')).error().kind == ErrorKind::wrongKey);
  CHECK(loaded.unwrapFile(secret(2, 'b')).error().fact("rule") == "format");
}
