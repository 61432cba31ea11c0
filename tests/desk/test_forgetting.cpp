// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <cstring>
#include <fstream>

#include "desk/opening.h"
#include "desk/unlock.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

// A text that this program looks for in itself, kept so that it does not find its own copy.
class Needle {
 public:
  explicit Needle(std::string_view text) {
    for (const char c : text) m_hidden += char(~c);
  }
  bool isAt(const char* place) const {
    for (std::size_t i = 0; i < m_hidden.size(); ++i)
      if (place[i] != char(~m_hidden[i])) return false;
    return true;
  }
  std::size_t size() const { return m_hidden.size(); }

 private:
  std::string m_hidden;
};

// How often it stands in what this process can write to: heap, stacks, globals.
int timesInMemory(const Needle& needle) {
  int found = 0;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t from = 0, to = 0;
    char rights[5] = "";
    if (std::sscanf(line.c_str(), "%zx-%zx %4s", &from, &to, rights) != 3 || std::strncmp(rights, "rw", 2) != 0) continue;
    const auto* end = reinterpret_cast<const char*>(to) - needle.size();
    for (const auto* at = reinterpret_cast<const char*>(from); at <= end; ++at)
      if (needle.isAt(at)) ++found;
  }
  return found;
}

std::string hexOf(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(c));
    hex += digits;
  }
  return hex;
}

}  // namespace

namespace {

// Long, because the first sixteen bytes of what was given back are overwritten anyway, by the bookkeeping of the heap.
constexpr const char* kPassphrase = "a long passphrase whose end the heap does not overwrite";
constexpr const char* kOther = "another long text that nobody takes care to overwrite at all";

Needle endOf(const char* text) {
  return Needle(std::string_view(text).substr(16));
}

}  // namespace

TEST_CASE("the search for leftovers finds a text that was given back without care", "[desk][privacy]") {
  {
    const std::string careless(kOther);
    REQUIRE_FALSE(std::filesystem::exists(careless));
  }
  CHECK(timesInMemory(endOf(kOther)) > 0);
  {
    const base::Redacted<std::string> careful{std::string(kPassphrase)};
    REQUIRE_FALSE(careful.reveal().empty());
    REQUIRE(timesInMemory(endOf(kPassphrase)) > 0);
  }
  CHECK(timesInMemory(endOf(kPassphrase)) == 0);
}

TEST_CASE("when the store is closed neither its key nor the clerk's passphrase is left in memory", "[desk][unlock][privacy]") {
  Hall hall;
  hall.addPerson("张三");
  REQUIRE(desk::changePassphrase(hall.desk(), base::Redacted<std::string>(Hall::kPassphrase),
                                 base::Redacted<std::string>(kPassphrase)));
  hall.close();
  auto opened = desk::unlock(hall.storePath(), Hall::kLogin, base::Redacted<std::string>(kPassphrase), hall.ports());
  REQUIRE(opened);
  auto desk = std::move(opened.value());
  REQUIRE(desk::verifyPassphrase(*desk, base::Redacted<std::string>(kPassphrase)));
  const auto keys = [&] {
    const auto key = desk::storeOf(*desk).key().bytes();
    const std::string_view bytes(reinterpret_cast<const char*>(key.data()), key.size());
    std::string hex = hexOf(bytes);
    const auto made = std::array{Needle(bytes), Needle(hex)};
    base::wipe(hex);
    return made;
  }();
  CHECK(timesInMemory(keys[0]) > 0);
  desk.reset();
  for (const Needle& key : keys) CHECK(timesInMemory(key) == 0);
  CHECK(timesInMemory(endOf(kPassphrase)) == 0);
}
