// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "desk/desk.h"
#include "domain/case.h"
#include "domain/traffic_light.h"

namespace ow::desk {

enum class InboxView {
  allOpen,
  mine,
  myWindow,
  dueToday,
  yellow,
  overdue,
  unowned,
  closedRecently,
  toSettle,  // with an open conflict or proposal, or with something that the centre refused in the last 30 days; ended ones too
  unsent,    // with something that waits for the centre; ended ones too
  all,
};

struct InboxFilter {
  InboxView view = InboxView::allOpen;
  std::string text;  // searched as in the search box, over cases and their parties
  std::optional<domain::ServiceId> service;
};

// Which case stands on which row: small enough to hold for a million cases, so that the scroll bar tells the truth.
// Order: overdue longest first, then by due time, cases without a due time last; ended cases newest first.
struct InboxRows {
  std::vector<std::int64_t> keys;  // opaque; valid for inboxRows of the same desk
};
base::Result<InboxRows> inbox(Desk& desk, const InboxFilter& filter);

struct InboxRow {
  domain::CaseId id;
  std::string number;
  std::optional<std::string> externalNo;
  std::string title;
  std::string citizen;  // masked; empty when unknown
  std::optional<domain::PartyId> party;
  std::string service;
  domain::CaseState state = domain::CaseState::received;
  domain::Priority priority = domain::Priority::normal;
  domain::Light light = domain::Light::none;
  std::optional<base::Instant> dueAt;
  bool isDueExpected = false;
  std::string owner;  // empty: nobody
  bool isMine = false;
  domain::Channel channel = domain::Channel::counter;
  base::Instant lastEventAt;
  std::int64_t toSettle = 0;  // open conflicts and proposals about the case itself
};

// The rows for those keys, same order, a row whose case has gone is left out. Made for pages of some dozens.
base::Result<std::vector<InboxRow>> inboxRows(Desk& desk, const std::vector<std::int64_t>& keys);

struct InboxCounts {
  std::int64_t allOpen = 0, mine = 0, myWindow = 0, dueToday = 0, yellow = 0, overdue = 0, unowned = 0, closedRecently = 0;
  std::int64_t toSettle = 0;
  std::optional<std::int64_t> unsent;  // nothing: this desk belongs to no centre
};
base::Result<InboxCounts> inboxCounts(Desk& desk);

}  // namespace ow::desk
