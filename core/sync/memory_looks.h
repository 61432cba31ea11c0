// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "domain/central_search.h"
#include "domain/scope.h"
#include "sync/register.h"

// What the register in memory holds.
namespace ow::sync {

struct LookPlace {
  domain::ScopeId hall;
  std::int64_t n = 0;
  auto operator<=>(const LookPlace&) const = default;
};
struct HeldLook {
  SentLook told;
  std::string desk;
  base::Instant receivedAt;
  std::string hash;
};

struct MemoryGrant {
  base::Uuid id;
  std::string desk;
  std::uint64_t session = 0;
  domain::CentralQuestion question;
  SearchReason reason;
  base::Instant at;
  bool isSearched = false;
  std::vector<domain::PartyId> candidates;
};

struct SearchLimits {
  int searchesPerHour = 30;
  int searchesPerDay = 200;
  int adoptionsPerHour = 20;
};

}  // namespace ow::sync
