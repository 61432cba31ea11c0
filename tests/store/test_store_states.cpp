// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <unistd.h>

#include <fstream>

#include "store/migration.h"
#include "store/store.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using store::Access;
using store::Options;
using store::Store;
using store::StoreKey;

namespace {

struct Disk {
  testkit::TempFolder folder;
  base::SeededRandom random{11};
  std::filesystem::path path = folder / "hall.ow";

  static StoreKey key() {
    StoreKey key;
    std::fill(key.bytes().begin(), key.bytes().end(), std::uint8_t{42});
    return key;
  }
  void make() { REQUIRE(Store::create(path, key())); }
  base::Result<std::unique_ptr<Store>> open(Options options = {}) { return Store::open(path, key(), options); }
  ErrorKind failure(Options options = {}) {
    const auto opened = open(options);
    REQUIRE_FALSE(opened);
    return opened.error().kind;
  }
  void execute(const std::string& sql) {
    auto connection = store::Connection::open(path.string(), key().bytes(), store::OpenMode::readWrite);
    REQUIRE(connection);
    REQUIRE(connection.value()->execute(sql));
  }
};

}  // namespace

TEST_CASE("a new store opens again, and nothing in the file can be read without the key", "[store]") {
  Disk disk;
  disk.make();
  REQUIRE(disk.open());
  std::ifstream file(disk.path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  CHECK(bytes.find("SQLite format") == std::string::npos);
  CHECK(bytes.find("case_record") == std::string::npos);
}

TEST_CASE("a store that is not there, empty, cut short or overwritten is a named state", "[store][damage]") {
  Disk disk;
  CHECK(disk.failure() == ErrorKind::storeMissing);
  std::ofstream(disk.path).close();
  CHECK(disk.failure() == ErrorKind::storeDamaged);
  std::filesystem::remove(disk.path);
  disk.make();
  const auto size = std::filesystem::file_size(disk.path);
  for (const auto part : {size - 4096, size / 2, std::uintmax_t{4096}, std::uintmax_t{700}}) {
    std::filesystem::resize_file(disk.path, part);
    const auto opened = disk.open();
    if (!opened) CHECK(opened.error().kind == ErrorKind::storeDamaged);
    if (opened) {  // the schema page was whole: the damage shows when the lost pages are read
      auto reader = opened.value()->read().value();
      CHECK_FALSE(reader.connection().integer("SELECT count(*) FROM case_event e, operation o, term t"));
    }
  }
  std::ofstream(disk.path, std::ios::trunc) << std::string(8192, 'x');
  CHECK(disk.failure() == ErrorKind::storeDamaged);
}

TEST_CASE("a flipped bit in any page is noticed, never read as data", "[store][damage]") {
  Disk disk;
  disk.make();
  const auto pages = std::filesystem::file_size(disk.path) / 4096;
  std::ifstream in(disk.path, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  for (std::uintmax_t page = 0; page < pages; ++page) {
    std::string bytes = whole;
    bytes[page * 4096 + 1000] = char(bytes[page * 4096 + 1000] ^ 0x10);
    std::ofstream(disk.path, std::ios::binary | std::ios::trunc) << bytes;
    auto connection = store::Connection::open(disk.path.string(), Disk::key().bytes(), store::OpenMode::readOnly);
    if (!connection) continue;
    auto check = connection.value()->prepare("PRAGMA cipher_integrity_check");
    REQUIRE(check);
    const auto finding = check.value().step();
    CHECK((!finding || finding.value()));  // a row of this pragma is a page that is not what was written
  }
}

TEST_CASE("a wrong key does not open the store", "[store]") {
  Disk disk;
  disk.make();
  StoreKey other = Disk::key();
  other.bytes()[5] ^= 1;
  const auto opened = Store::open(disk.path, std::move(other));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::storeDamaged);
}

TEST_CASE("a store written by a newer version is refused by name and left as it is", "[store][migration]") {
  Disk disk;
  disk.make();
  disk.execute("PRAGMA user_version = 99");
  const auto opened = disk.open();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::storeTooNew);
  CHECK(opened.error().fact("version") == "99");
  CHECK(opened.error().fact("newest") == std::to_string(store::newestVersion()));
}

TEST_CASE("a store older than what can be brought up to date is refused by name", "[store][migration]") {
  Disk disk;
  disk.make();
  disk.execute("PRAGMA user_version = 0");
  CHECK(disk.failure() == ErrorKind::storeTooOld);
}

TEST_CASE("a migration that is not the one the store was made with is damage", "[store][migration]") {
  Disk disk;
  disk.make();
  disk.execute("UPDATE migration SET hash = 'other'");
  CHECK(disk.failure() == ErrorKind::storeDamaged);
}

TEST_CASE("a database of somebody else is not taken for a store", "[store]") {
  Disk disk;
  disk.make();
  disk.execute("PRAGMA application_id = 1");
  CHECK(disk.failure() == ErrorKind::storeDamaged);
}

TEST_CASE("two programs cannot write one store, but a second one may read it", "[store]") {
  Disk disk;
  disk.make();
  const auto first = disk.open();
  REQUIRE(first);
  // A lock belongs to an open file, so a second take in this process is refused as another process is.
  CHECK(disk.failure() == ErrorKind::storeInUse);
  const auto reading = disk.open({Access::readOnly, store::Durability::full, nullptr});
  REQUIRE(reading);
  CHECK(reading.value()->isReadOnly());
  CHECK(reading.value()->write().error().kind == ErrorKind::storeReadOnly);
}

TEST_CASE("a store on a read-only disk opens for reading and says so", "[store]") {
  if (::geteuid() == 0) {
    // Root writes everywhere; what can be held here is that read-only access leaves the file alone.
    Disk disk;
    disk.make();
    const auto before = std::filesystem::last_write_time(disk.path);
    const auto opened = disk.open({Access::readOnly, store::Durability::full, nullptr});
    REQUIRE(opened);
    CHECK(std::filesystem::last_write_time(disk.path) == before);
    return;
  }
  Disk disk;
  disk.make();
  std::filesystem::permissions(disk.path, std::filesystem::perms::owner_read);
  std::filesystem::permissions(disk.folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const auto opened = disk.open();
  REQUIRE(opened);
  CHECK(opened.value()->isReadOnly());
}

TEST_CASE("sorting and temporary tables leave nothing readable on the disk", "[store][privacy]") {
  Disk disk;
  disk.make();
  auto connection = store::Connection::open(disk.path.string(), Disk::key().bytes(), store::OpenMode::readWrite);
  REQUIRE(connection);
  REQUIRE(connection.value()->execute("CREATE TEMP TABLE t (x TEXT)"));
  REQUIRE(
      connection.value()->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) INSERT "
                                  "INTO t SELECT 'marker' || i FROM n"));
  REQUIRE(connection.value()->integer("SELECT count(*) FROM (SELECT x FROM t ORDER BY x DESC)"));
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const auto target = std::filesystem::read_symlink(entry.path(), gone);
    CHECK(target.string().find("etilqs") == std::string::npos);
  }
}
