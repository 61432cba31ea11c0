// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "base/time.h"
#include "centre/address.h"

// The schema of the centre: made, brought up to date, looked at. Any thread.
namespace ow::centre {

struct Installed {
  int before = 0;  // schema version that was there; 0: none
  int after = 0;
};
enum class Installing { fresh, upgrade };

// Brings the schema to this program's version in one transaction, as a role that may create roles and owns the database; a
// second time changes nothing. notFound (entity=schema): an upgrade of what is not there. centreTooNew: it is newer than this
// program. internal (code=checksum): a released migration is not the one that was applied.
base::Result<Installed> installCentre(const Address& address, Installing what);

struct CentreState {
  int schema = 0;
  int epoch = 0;
  bool isStandby = false;
  bool isSynchronous = false;  // commits wait for a standby
  int standbys = 0;            // that follow now
  int inStep = 0;              // of them, those that a commit waits for
  std::int64_t halls = 0, desks = 0, staff = 0, rows = 0;
  std::optional<base::Instant> anchorAt;
};
// notFound (entity=schema) when nothing is installed there.
base::Result<CentreState> centreState(const Address& address);

}  // namespace ow::centre
