// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "desk/cases.h"
#include "desk/desk.h"
#include "desk/parties.h"
#include "domain/service.h"
#include "store/store.h"

// A small hall for tests: a real store in a folder of its own, a clock that the test holds, dice that fall the same way every
// time.
namespace ow::testkit {

// A folder that goes when the test ends.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return m_path; }
  std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

 private:
  std::filesystem::path m_path;
};

base::Instant at(const std::string& isoWithOffset);

// Dice that several threads may throw: a sync has a thread of its own. One thread alone always gets the same.
class SharedDice final : public base::Random {
 public:
  explicit SharedDice(std::uint64_t seed) : m_dice(seed) {}
  void fill(std::span<std::uint8_t> bytes) override {
    const std::scoped_lock guard(m_guard);
    m_dice.fill(bytes);
  }
  // As if made with that seed.
  void begin(std::uint64_t seed) {
    const std::scoped_lock guard(m_guard);
    m_dice = base::SeededRandom(seed);
  }

 private:
  std::mutex m_guard;
  base::SeededRandom m_dice;
};

// The clerk is wang.min (王敏), passphrase "correct horse 2026"; the hall stands in division 110101, desk 007, window 3.
class Hall {
 public:
  static constexpr const char* kLogin = "wang.min";
  static constexpr const char* kPassphrase = "correct horse 2026";

  explicit Hall(const std::string& now = "2026-03-02T09:30:00+08:00", domain::Role role = domain::Role::clerk,
                const std::string& jurisdiction = "CN");
  ~Hall();

  std::filesystem::path storePath() const { return m_folder / "hall.ow"; }
  desk::Ports ports() { return {&clock, &random}; }
  desk::Desk& desk() { return *m_desk; }
  std::shared_ptr<desk::Desk> sharedDesk() { return m_desk; }
  store::Store& store();
  // As after a login at the centre: the clerk may work here without it for two weeks.
  void grantLease();
  // Closes the store, as the end of the program does, and unlocks it again.
  void restart();
  void close() { m_desk.reset(); }
  // Somebody else sits down; everybody here has the same passphrase.
  void seat(const std::string& login);

  domain::ServiceId addService(const std::string& name, domain::Limit promised, const std::string& code = "",
                               domain::CaseType type = domain::CaseType::promised);
  domain::StaffId addClerk(const std::string& login, const std::string& name);
  domain::PartyId addPerson(const std::string& name, const std::string& citizenId = "", const std::string& phone = "");
  desk::OpenedCase openCase(domain::ServiceId service, std::optional<domain::PartyId> party = {},
                            const std::string& title = "");

  base::ManualClock clock;
  SharedDice random{20260302};

 private:
  TempFolder m_folder;
  std::shared_ptr<desk::Desk> m_desk;
};

}  // namespace ow::testkit
