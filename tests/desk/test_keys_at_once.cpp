// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <barrier>
#include <fstream>
#include <thread>

#include "desk/inside.h"
#include "desk/opening.h"
#include "desk/unlock.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using base::Redacted;
using testkit::Hall;

namespace {

constexpr int kClerks = 4;

std::string loginOf(int clerk) {
  return "clerk." + std::to_string(clerk);
}
Redacted<std::string> first(int clerk) {
  return Redacted<std::string>("first words " + std::to_string(clerk));
}
Redacted<std::string> later(int clerk) {
  return Redacted<std::string>("later words " + std::to_string(clerk));
}

// Runs `work` for each clerk on a thread of its own, all let go at the same moment. A key ring's lock belongs to the open file,
// so threads stand for programs here.
template <class Work>
void atOnce(Work work) {
  std::barrier start(kClerks);
  std::vector<std::thread> threads;
  for (int clerk = 0; clerk < kClerks; ++clerk)
    threads.emplace_back([&, clerk] {
      start.arrive_and_wait();
      work(clerk);
    });
  for (std::thread& thread : threads) thread.join();
}

store::StoreKey keyOf(Hall& hall) {
  store::StoreKey key;
  std::copy(hall.store().key().bytes().begin(), hall.store().key().bytes().end(), key.bytes().begin());
  return key;
}

// A window that only reads, so that several can stand at one store.
std::unique_ptr<desk::Desk> windowOf(Hall& hall, int clerk) {
  auto store = store::Store::open(hall.storePath(), keyOf(hall), {store::Access::readOnly, store::Durability::full, nullptr});
  REQUIRE(store);
  auto row = store.value()->read().value().connection().prepare("SELECT id FROM staff WHERE login = ?1").value();
  const std::string login = loginOf(clerk);
  row.bindText(1, login);
  REQUIRE(row.step().value());
  auto window = desk::deskOver(std::move(store.value()), domain::StaffId{row.uuid(0)}, hall.ports());
  REQUIRE(window);
  return std::move(window.value());
}

void addClerks(Hall& hall) {
  for (int clerk = 0; clerk < kClerks; ++clerk)
    REQUIRE(desk::addClerk(hall.store(), {loginOf(clerk), "", first(clerk)}, hall.ports(), store::Hardness::cheap()));
}

std::string ringOf(Hall& hall) {
  std::ifstream file(store::KeyRing::pathFor(hall.storePath()));
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("wrong passphrases tried at the same moment are counted one by one", "[desk][keys]") {
  Hall hall;
  for (int round = 0; round < 10; ++round) {
    atOnce([&](int) {
      const auto tried = desk::verifyPassphrase(hall.desk(), Redacted<std::string>("something else"));
      if (tried) std::abort();
    });
    REQUIRE(ringOf(hall).find("\"failures\":4") != std::string::npos);
    REQUIRE(desk::verifyPassphrase(hall.desk(), Redacted<std::string>(Hall::kPassphrase)));
  }
}

TEST_CASE("clerks who change their passphrases at the same moment all keep the new one", "[desk][keys]") {
  Hall hall;
  addClerks(hall);
  std::vector<std::unique_ptr<desk::Desk>> windows;
  for (int clerk = 0; clerk < kClerks; ++clerk) windows.push_back(windowOf(hall, clerk));
  std::array<bool, kClerks> hasChanged{};
  std::array<base::SeededRandom, kClerks> dice{base::SeededRandom(1), base::SeededRandom(2), base::SeededRandom(3),
                                               base::SeededRandom(4)};
  for (int clerk = 0; clerk < kClerks; ++clerk) windows[std::size_t(clerk)]->inside().ports.random = &dice[std::size_t(clerk)];
  atOnce([&](int clerk) {
    hasChanged[std::size_t(clerk)] =
        desk::changePassphrase(*windows[std::size_t(clerk)], first(clerk), later(clerk)).has_value();
  });
  for (int clerk = 0; clerk < kClerks; ++clerk) {
    INFO(loginOf(clerk));
    CHECK(hasChanged[std::size_t(clerk)]);
    CHECK(desk::verifyPassphrase(*windows[std::size_t(clerk)], first(clerk)).error().kind == ErrorKind::wrongKey);
    CHECK(desk::verifyPassphrase(*windows[std::size_t(clerk)], later(clerk)));
  }
}

TEST_CASE("a clerk who is let in while another mistypes is on the ring, and the mistake is counted", "[desk][keys]") {
  Hall hall;
  for (int round = 0; round < 10; ++round) {
    const std::string login = "new." + std::to_string(round);
    base::SeededRandom dice{std::uint64_t(round)};
    atOnce([&](int who) {
      if (who > 1) return;
      if (who == 1) {
        (void)desk::verifyPassphrase(hall.desk(), Redacted<std::string>("something else"));
        return;
      }
      const desk::Ports ports{&hall.clock, &dice};
      (void)desk::addClerk(hall.store(), {login, "", first(0)}, ports, store::Hardness::cheap());
    });
    REQUIRE(ringOf(hall).find(login) != std::string::npos);
    REQUIRE(ringOf(hall).find("\"failures\":1") != std::string::npos);
    REQUIRE(desk::verifyPassphrase(hall.desk(), Redacted<std::string>(Hall::kPassphrase)));
  }
}
