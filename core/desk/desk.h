// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "domain/ids.h"
#include "domain/staff.h"
#include "domain/touched.h"

// The use cases: what a clerk can do, one function each, over one unlocked store. Everything that `ui` may call is in
// core/desk.
//
// Thread: every function may be called from any thread and blocks until it has its answer, so screens call them off the UI
// thread. A write returns only after its transaction is durable: what a screen calls "saved" is saved. Personal values come
// masked unless a function says otherwise.
namespace ow::desk {

// Where this desk stands: what its case numbers, papers and operations say.
struct Place {
  std::string division = "110101";  // GB/T 2260 county code of the hall
  std::string desk = "001";         // three of 0-9A-Z, unique in the division
  std::string hall;                 // name as the clerks say it
  std::string window;               // "3"
  std::string jurisdiction = "CN";  // whose calendar counts for cases opened here
};

// The world outside, as ports: a test holds the clock and the dice.
struct Ports {
  base::Clock* clock = nullptr;
  base::Random* random = nullptr;
};
// The system's clock and random source.
Ports systemPorts();

// What a committed write touched; sent to every listener after the commit, from the thread that wrote. A page that shows one
// case or one party asks holds() and reads again only when it is concerned. A case counts for its applicant and agent too.
struct Changed {
  domain::Touched<domain::CaseId> cases;
  domain::Touched<domain::PartyId> parties;
  bool services = false;  // or staff: what every list names
  bool drafts = false;
  bool conflicts = false;  // or proposals
  bool ratings = false;    // or the reviews of bad ones: they need not be about a case or a party
  bool surveys = false;    // rounds, answers, tasks
  bool tickets = false;
  bool scorecards = false;  // what is published, signed, said, wanted or reported of them
};

class Desk {
 public:
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  const domain::Staff& clerk() const;
  const Place& place() const;
  const base::TimeZone& zone() const;
  base::Clock& clock() const;

  // A read-only disk, or a window that looks on: writes are refused; a profile opens only where its look can be logged.
  bool isReadOnly() const;

  // The listener is called after each committed write until the token is destroyed.
  class Listening;
  [[nodiscard]] std::shared_ptr<Listening> listen(std::function<void(const Changed&)> listener);

  struct Inside;  // for the use cases of this folder
  Inside& inside() const { return *m_inside; }
  explicit Desk(std::unique_ptr<Inside> inside);

 private:
  std::unique_ptr<Inside> m_inside;
};

}  // namespace ow::desk
