// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "domain/staff.h"
#include "sync/centre.h"
#include "sync/memory_looks.h"
#include "sync/register.h"

// The contract of the port `Centre`, as tests that every adapter passes: the cases of test_contract_*.cpp are compiled into one
// program per adapter, each of which says here what it holds to them.
namespace ow::testkit {

// An empty centre of its own for each test, and what its administrator does to it.
class CentreUnderTest {
 public:
  virtual ~CentreUnderTest() = default;

  virtual sync::ScopeId addHall(const std::string& code) = 0;
  // A queue of a department or the view of a district; cases of the hall are routed there, of one department's services or all.
  virtual sync::ScopeId addScope(const std::string& kind, const std::string& code) = 0;
  virtual void addRoute(sync::ScopeId hall, sync::ScopeId scope, const std::optional<std::string>& department) = 0;
  // The hall's scorecards and no case.
  virtual void addFiguresRoute(sync::ScopeId hall, sync::ScopeId scope) = 0;
  // In whose name the hall's documents are numbered: those of one department's services, or all others.
  virtual void setAuthority(sync::ScopeId hall, const std::optional<std::string>& department, const std::string& word) = 0;
  // The first of the scopes is the hall where the desk stands.
  virtual std::string addDesk(const std::vector<sync::ScopeId>& scopes) = 0;
  virtual void revokeDesk(const std::string& desk) = 0;
  virtual void endSessions() = 0;
  // A clerk, shown to nobody.
  virtual void addStaff(const domain::Staff& staff) = 0;
  // On the staff, without the right to change anything that a hall works on.
  virtual void addOnlooker(const domain::Staff& staff) = 0;
  virtual void disableStaff(const domain::Staff& staff) = 0;
  // From now on, for the desks that are there, authors must have proven themselves at the desk that sends their work.
  virtual void askForProof() = 0;
  virtual void prove(const std::string& desk, const domain::Staff& staff) = 0;

  // A way of the desk to the centre; nothing was said on it yet.
  virtual std::unique_ptr<sync::Centre> open(const std::string& desk) = 0;

  // The way of the desk to the register of all halls.
  virtual std::unique_ptr<sync::CentralRegister> openRegister(const std::string& desk) = 0;
  virtual void setLimits(const sync::SearchLimits& limits) = 0;
  // Somebody who may do anything changes a line of a hall's looks that was written.
  virtual void tamperWithLook(sync::ScopeId hall, std::int64_t n) = 0;
  // How many chunks of attachments the centre keeps once it has looked for those that nobody names.
  virtual std::int64_t chunksKept() = 0;

  // Accidents.
  virtual void failover(std::size_t lostPushes) = 0;
  virtual void backUp() = 0;
  virtual void putBack() = 0;                              // what backUp() kept, with the centre's identity unchanged
  virtual void turnTheClock(std::chrono::seconds by) = 0;  // forwards
};

struct AdapterFactory {
  std::string name;
  std::function<std::unique_ptr<CentreUnderTest>()> make;
};
inline std::ostream& operator<<(std::ostream& out, const AdapterFactory& factory) {
  return out << factory.name;
}

// Defined once by each program.
std::vector<AdapterFactory> adaptersUnderTest();

}  // namespace ow::testkit
