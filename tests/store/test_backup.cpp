// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "store/maintenance.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using testkit::Hall;

namespace {

store::StoreKey keyOf(Hall& hall) {
  store::StoreKey key;
  std::copy(hall.store().key().bytes().begin(), hall.store().key().bytes().end(), key.bytes().begin());
  return key;
}

base::Result<std::unique_ptr<store::Store>> openCopy(Hall& hall, const std::filesystem::path& path) {
  return store::Store::open(path, keyOf(hall));
}

std::int64_t people(store::Store& store) {
  return store.read().value().connection().integer("SELECT count(*) FROM party").value();
}

std::filesystem::path with(const std::filesystem::path& path, const char* suffix) {
  return path.string() + suffix;
}

// Flips a bit in every page of a file after its first 8 KiB.
void damage(const std::filesystem::path& path) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto size = std::filesystem::file_size(path);
  for (std::uintmax_t at = 8192 + 1000; at < size; at += 4096) {
    file.seekg(std::streamoff(at));
    const int byte = file.get();
    file.seekp(std::streamoff(at));
    file.put(char(byte ^ 0x10));
  }
}

// Everything in the folder of `path` whose name begins as its does.
std::size_t filesOf(const std::filesystem::path& path) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path()))
    files += entry.path().filename().string().starts_with(path.filename().string()) ? 1 : 0;
  return files;
}

}  // namespace

TEST_CASE("a backup opens by itself and holds what was saved before it, while the desk goes on", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  hall.addPerson("张三");
  REQUIRE(store::backup(hall.store(), elsewhere / "copy.ow"));
  hall.addPerson("李四");
  const auto copy = openCopy(hall, elsewhere / "copy.ow");
  REQUIRE(copy);
  CHECK(people(*copy.value()) == 1);
  CHECK(store::checkStore(*copy.value()).value().empty());
}

TEST_CASE("a copy that a bad disk has damaged while it was made is refused, and nothing of it is left", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  for (int i = 0; i < 20; ++i) hall.addPerson("张三" + std::to_string(i));
  const auto to = elsewhere / "copy.ow";
  const auto made = store::backup(hall.store(), to, [&](double fraction) {
    if (fraction < 1.0) return;
    for (const char* file : {".making", ".making-wal"})  // every page is copied; the copy is not verified yet
      if (std::filesystem::exists(with(to, file))) damage(with(to, file));
  });
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == ErrorKind::storeDamaged);
  CHECK(filesOf(to) == 0);
}

TEST_CASE("a store with a damaged page cannot be backed up as if it were whole", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  for (int i = 0; i < 20; ++i) hall.addPerson("张三" + std::to_string(i));
  const auto key = keyOf(hall);
  hall.close();
  damage(hall.storePath());
  store::StoreKey again;
  std::copy(key.bytes().begin(), key.bytes().end(), again.bytes().begin());
  const auto store =
      store::Store::open(hall.storePath(), std::move(again), {store::Access::readOnly, store::Durability::full, nullptr});
  if (!store) {
    CHECK(store.error().kind == ErrorKind::storeDamaged);
    return;
  }
  const auto made = store::backup(*store.value(), elsewhere / "copy.ow");
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == ErrorKind::storeDamaged);
  CHECK(filesOf(elsewhere / "copy.ow") == 0);
}

TEST_CASE("a damaged backup is not restored, and nothing of it is left at the store's place", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  for (int i = 0; i < 20; ++i) hall.addPerson("张三" + std::to_string(i));
  REQUIRE(store::backup(hall.store(), elsewhere / "copy.ow"));
  damage(elsewhere / "copy.ow");
  const auto restored = store::restore(elsewhere / "copy.ow", keyOf(hall), elsewhere / "hall.ow");
  REQUIRE_FALSE(restored);
  CHECK(restored.error().kind == ErrorKind::storeDamaged);
  CHECK(filesOf(elsewhere / "hall.ow") == 0);
}

TEST_CASE("a log that a crash left at the place of a restored store is not played into it", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  hall.addPerson("张三");
  REQUIRE(store::backup(hall.store(), elsewhere / "copy.ow"));
  for (int i = 0; i < 20; ++i) hall.addPerson("李四" + std::to_string(i));
  // The machine dies here: the store is lost with its keys, its log is not.
  for (const char* suffix : {"-wal", "-shm"})
    std::filesystem::copy_file(with(hall.storePath(), suffix), with(elsewhere / "hall.ow", suffix));
  REQUIRE(std::filesystem::file_size(with(elsewhere / "hall.ow", "-wal")) > 4096);

  REQUIRE(store::restore(elsewhere / "copy.ow", keyOf(hall), elsewhere / "hall.ow"));
  const auto restored = openCopy(hall, elsewhere / "hall.ow");
  REQUIRE(restored);
  CHECK(people(*restored.value()) == 1);
  CHECK(store::checkStore(*restored.value()).value().empty());
}

TEST_CASE("a store without its key ring is not backed up: nobody could open the copy", "[store][backup][keys]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  std::filesystem::remove(store::KeyRing::pathFor(hall.storePath()));
  CHECK(store::backup(hall.store(), elsewhere / "copy.ow").error().kind == ErrorKind::keysMissing);
  CHECK(filesOf(elsewhere / "copy.ow") == 0);
}

TEST_CASE("neither a backup nor a restore replaces a store that is there", "[store][backup]") {
  Hall hall;
  testkit::TempFolder elsewhere;
  REQUIRE(store::backup(hall.store(), elsewhere / "copy.ow"));
  CHECK(store::backup(hall.store(), elsewhere / "copy.ow").error().kind == ErrorKind::duplicate);
  CHECK(store::restore(elsewhere / "copy.ow", keyOf(hall), hall.storePath()).error().kind == ErrorKind::duplicate);
  CHECK(openCopy(hall, elsewhere / "copy.ow"));
}
