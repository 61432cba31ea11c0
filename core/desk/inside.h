// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/uuid.h"
#include "desk/desk.h"
#include "desk/inbox.h"
#include "desk/profile.h"
#include "domain/case_due.h"
#include "domain/operation.h"
#include "domain/service.h"
#include "domain/traffic_light.h"
#include "domain/work_calendar.h"
#include "store/case_queries.h"
#include "store/party_queries.h"
#include "store/store.h"

namespace ow::sync {
class ClerkLine;
}

// What the use cases share. Only core/desk includes this header.
namespace ow::desk {

struct Desk::Inside {
  Inside(std::unique_ptr<store::Store> store, domain::Staff clerk, Place place, Ports ports, domain::WorkCalendar calendar)
      : store(std::move(store)),
        clerk(std::move(clerk)),
        place(std::move(place)),
        ports(ports),
        ids(*ports.clock, *ports.random),
        calendar(std::move(calendar)) {}

  std::unique_ptr<store::Store> store;
  domain::Staff clerk;
  Place place;
  Ports ports;
  base::IdSource ids;
  domain::WorkCalendar calendar;               // of the place's jurisdiction
  base::Redacted<std::string> centrePassword;  // of the clerk's login there
  std::shared_ptr<sync::ClerkLine> centre;     // none at a desk without a centre
  std::string identityKey;                     // secret of the jurisdiction: same number, same party id at every desk

  base::Instant now() const { return ports.clock->now(); }
  const base::TimeZone& zone() const { return calendar.zone(); }
  base::Date today() const { return zone().dateOf(now()); }
  base::Instant beginningOfToday() const { return zone().toInstant(base::LocalTime{std::chrono::local_days{today()}}); }
  // A supervisor sees every rating at once but those of their own services; a clerk none of today, for the citizen may still
  // sit there.
  store::RatingSight ratingSight() const {
    const bool isSupervisor = clerk.role == domain::Role::supervisor;
    return {beginningOfToday(), isSupervisor ? std::optional(clerk.id) : std::nullopt};
  }
  // The calendar of a case's jurisdiction; the place's own when that one is unknown here.
  domain::WorkCalendar calendarOf(const std::string& jurisdiction);
  domain::OperationWriter writer(std::string purpose);

  // The search that runs now: a newer one stops it.
  class Searching {
   public:
    Searching(Inside& inside, store::Connection& connection);
    ~Searching();
    Searching(const Searching&) = delete;
    Searching& operator=(const Searching&) = delete;

   private:
    Inside& m_inside;
    store::Connection& m_connection;
  };

 private:
  std::mutex m_guard;
  std::map<std::string, domain::WorkCalendar> m_calendars;
  std::mutex m_searchGuard;
  store::Connection* m_searching = nullptr;
};

using domain::DueTimes;
using domain::dueTimes;

InboxRow rowOf(Desk::Inside& in, const store::CaseLine& line);
TimelineItem itemOf(const store::TimelineEntry& entry);

}  // namespace ow::desk
