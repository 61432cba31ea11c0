// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/central_search.h"
#include "domain/ids.h"

// The port beside `Centre`: the register of all halls, and the log of who looked at whom. One contract suite (tests/sync) holds
// every adapter to it.
//
// Thread: one. Every call blocks until it has its answer or its deadline passed, and begins a session where there is none.
// Error kinds beside those of `Centre`: notAllowed with the fact rule: grant (unknown, used, too old, of somebody else or not
// yet committed: all look alike), candidate (not one that this grant's search found, or gone since), purpose_needed, malformed,
// unknown_author, not_your_right, or too_many with the fact seconds.
namespace ow::sync {

// Who searches, and why.
struct SearchReason {
  domain::StaffId clerk;
  std::string purpose;                   // stable word; case_work needs the case
  std::optional<domain::CaseId> caseId;  // in hand: one that this desk has and that is not over
};

// A line of a desk's access log.
struct SentLook {
  domain::AccessId id;
  base::Instant at;
  domain::StaffId staff;
  domain::PartyId party;
  std::string act;      // open, reveal
  std::string field;    // of a reveal
  std::string purpose;  // stable word
};

// The end of a hall's chain of looks: each line's hash covers the line and the hash before it.
struct LookHead {
  std::int64_t n = 0;
  std::string hash;  // hexadecimal
  bool operator==(const LookHead&) const = default;
};
struct LooksTaken {
  LookHead head;
  // The hashes that the chain has now at the places asked for; empty where it has none.
  std::vector<std::string> seen;
};

class CentralRegister {
 public:
  virtual ~CentralRegister() = default;

  // Leave to search once for exactly this. When it answers, the line of the look is committed; no byte of a person has been
  // sent.
  virtual base::Result<base::Uuid> grantSearch(const domain::CentralQuestion& question, const SearchReason& reason) = 0;
  // At most twenty. Whoever was erased is not found, and whoever is not there is not found either: nothing tells the two apart.
  virtual base::Result<std::vector<domain::Candidate>> search(const base::Uuid& grant) = 0;
  // The person stands in this desk's hall from now on, with what belongs to them; their rows come by the ordinary pull.
  virtual base::Result<domain::PartyId> adopt(const base::Uuid& grant, int candidate) = 0;

  // Looks that a desk wrote down before it showed them; each once, whatever is sent again. At most 500.
  virtual base::Result<LooksTaken> recordLooks(std::span<const SentLook> looks, std::span<const std::int64_t> seen) = 0;

  // The call that runs, and every later one, ends soon with `cancelled`. Any thread.
  virtual void interrupt() {}
};

}  // namespace ow::sync
