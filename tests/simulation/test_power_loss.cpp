// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <sqlite3.h>

#include "domain/operation.h"
#include "simulation/power_cut_disk.h"
#include "store/store.h"
#include "testkit/hall.h"

using namespace ow;
using store::Durability;
using store::Store;
using testkit::PowerCutDisk;

namespace {

// A desk that registers people on a disk whose power may go at any moment.
class Desk {
 public:
  Desk() {
    REQUIRE(Store::create(m_folder / "made.ow", key()));  // the image of a new store, made on the real disk
    PowerCutDisk::Image image;
    std::string bytes;
    {
      std::FILE* file = std::fopen((m_folder / "made.ow").c_str(), "rb");
      REQUIRE(file != nullptr);
      char buffer[65536];
      for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, n);
      std::fclose(file);
    }
    image[path()] = std::vector<std::uint8_t>(bytes.begin(), bytes.end());
    m_empty = std::move(image);
  }

  struct Outcome {
    int acknowledged = 0;
    int lost = 0;  // acknowledged and not there
    int half = 0;  // a commit of which only a part is there
    bool isOpen = true;
  };

  // Up to `commits` registrations, the power goes somewhere among them, then the store is opened again.
  Outcome run(std::uint64_t seed, int commits, Durability durability) {
    base::SeededRandom dice(seed);
    disk.load(m_empty);
    Outcome outcome;
    std::vector<base::Uuid> tried;
    {
      auto opened = Store::open(path(), key(), {store::Access::readWrite, durability, disk.vfsName()});
      REQUIRE(opened);
      Store& store = *opened.value();
      disk.cutAfter(std::int64_t(dice.below(std::uint64_t(commits) * 8)));
      for (int i = 0; i < commits && !disk.isCut(); ++i) {
        tried.push_back(base::Uuid{});
        const auto done = registerSomebody(store, dice, tried.back());
        if (done) outcome.acknowledged = i + 1;
        if (i % 7 == 6) (void)store.checkpoint();
      }
      if (!disk.isCut()) disk.cutAfter(0);
      (void)store.checkpoint();
    }
    disk.restorePower(dice);
    inspect(tried, durability, outcome);
    return outcome;
  }

  // Six registrations on a disk that refuses one call and then works again.
  Outcome runWithFault(std::int64_t call, int code) {
    base::SeededRandom dice(std::uint64_t(call) * 1000 + std::uint64_t(code));
    disk.load(m_empty);
    Outcome outcome;
    std::vector<base::Uuid> saved;
    {
      auto opened = Store::open(path(), key(), {store::Access::readWrite, Durability::full, disk.vfsName()});
      REQUIRE(opened);
      disk.failOnce(call, code);
      for (int i = 0; i < 6; ++i) {
        base::Uuid id;
        const auto done = registerSomebody(*opened.value(), dice, id);
        if (done)
          saved.push_back(id);
        else
          CHECK((done.error().kind == base::ErrorKind::diskFull || done.error().kind == base::ErrorKind::ioFailure));
      }
    }
    outcome.acknowledged = int(saved.size());
    inspect(saved, Durability::full, outcome);
    return outcome;
  }

  PowerCutDisk disk;

 private:
  static store::StoreKey key() {
    store::StoreKey key;
    std::fill(key.bytes().begin(), key.bytes().end(), std::uint8_t{9});
    return key;
  }
  std::string path() const { return (m_folder / "cut.ow").string(); }

  base::Result<void> registerSomebody(Store& store, base::Random& dice, base::Uuid& id) {
    base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
    base::IdSource ids(clock, dice);
    domain::OperationWriter writer(ids, clock.now(), {std::nullopt, "007", "test", std::nullopt});
    domain::Party party;
    party.id = ids.make<domain::PartyId>();
    party.name = "张三";
    party.registeredAt = clock.now();
    party.jurisdiction = "CN";
    domain::ContactPoint phone{
        ids.make<domain::ContactPointId>(), party.id, domain::ContactKind::phone, "13800138000", "+8613800138000", {}, true};
    id = party.id.uuid;
    writer.create(party);
    writer.create(phone);
    return store.commit(writer.take());
  }

  void inspect(const std::vector<base::Uuid>& tried, Durability durability, Outcome& outcome) {
    auto opened = Store::open(path(), key(), {store::Access::readWrite, durability, disk.vfsName()});
    outcome.isOpen = opened.has_value();
    if (!outcome.isOpen) return;
    auto reader = opened.value()->read().value();
    auto whole = reader.connection().prepare("PRAGMA quick_check").value();
    outcome.isOpen = whole.step().value() && whole.view(0) == "ok";
    for (std::size_t i = 0; i < tried.size(); ++i) {
      auto row = reader.connection()
                     .prepare(
                         "SELECT (SELECT count(*) FROM party WHERE id = ?1)"
                         " + (SELECT count(*) FROM contact_point WHERE party_id = ?1)"
                         " + (SELECT count(*) FROM operation WHERE entity_id = ?1)")
                     .value();
      row.bindUuid(1, tried[i]);
      REQUIRE(row.step().value());
      const std::int64_t found = row.integer(0);
      if (found != 0 && found != 3) ++outcome.half;
      if (found == 0 && i < std::size_t(outcome.acknowledged)) ++outcome.lost;
    }
  }

  testkit::TempFolder m_folder;
  PowerCutDisk::Image m_empty;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
constexpr int kCuts = 300;  // the same test, slower code
#else
constexpr int kCuts = 10000;
#endif

}  // namespace

TEST_CASE("what was called saved survives a power cut at any moment, whole, whatever the disk kept of the rest",
          "[simulation][power]") {
  Desk desk;
  int acknowledged = 0;
  for (int seed = 1; seed <= kCuts; ++seed) {
    const auto outcome = desk.run(std::uint64_t(seed), 12, Durability::full);
    acknowledged += outcome.acknowledged;
    INFO("seed " << seed);
    REQUIRE(outcome.isOpen);
    REQUIRE(outcome.lost == 0);
    REQUIRE(outcome.half == 0);
  }
  CHECK(acknowledged > kCuts);  // the cuts fell among real work
}

TEST_CASE("the power test bites: with a store that does not wait for the disk it loses acknowledged work",
          "[simulation][power]") {
  Desk desk;
  int lost = 0;
  for (int seed = 1; seed <= 200; ++seed) lost += desk.run(std::uint64_t(seed), 12, Durability::normal).lost;
  CHECK(lost > 0);
}

TEST_CASE("a full or failing disk refuses the write by name, keeps what was saved and works again when there is room",
          "[simulation][disk]") {
  Desk desk;
  for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
    for (std::int64_t call = 1; call <= 40; ++call) {
      const auto outcome = desk.runWithFault(call, code);
      INFO("call " << call << " code " << code);
      REQUIRE(outcome.isOpen);
      REQUIRE(outcome.lost == 0);
      REQUIRE(outcome.half == 0);
      REQUIRE(outcome.acknowledged >= 5);  // only the write that met the fault was refused
    }
  }
}
