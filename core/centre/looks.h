// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "centre/address.h"
#include "domain/ids.h"

// Who looked at whom, for the site's auditors. Any thread.
namespace ow::centre {

struct LookFilter {
  std::optional<domain::PartyId> person;
  std::string clerk;  // login, or empty: everybody
  std::optional<base::Instant> since;
  std::size_t limit = 1000;
};
struct LookLine {
  std::string hall, desk, clerk;  // codes and login; empty where nobody is known by them any more
  std::int64_t n = 0;             // place in the hall's chain
  base::Instant at, receivedAt;
  std::string author;   // proven, staff, unknown, nobody
  std::string act;      // open, reveal, search, adopt, join, other
  std::string subject;  // field of a reveal, what was searched
  std::string purpose;
  std::optional<domain::PartyId> party;
  std::optional<domain::CaseId> caseId;
};
// The newest first.
base::Result<std::vector<LookLine>> looks(const Address& address, const LookFilter& filter);

struct LookChain {
  std::string hall;
  std::int64_t lines = 0;
  // The first line that is not what the chain says it was, and in which way: changed (the line or its hash), moved (it does not
  // follow the one before), missing (a place is empty, or the end).
  struct Fault {
    std::int64_t n = 0;
    std::string how;
  };
  std::optional<Fault> fault;
  std::string head;  // hexadecimal: compare it with what was printed or exported before
};
// Computes every chain anew, here and not at the centre.
base::Result<std::vector<LookChain>> checkLooks(const Address& address);

}  // namespace ow::centre
