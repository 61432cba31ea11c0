// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/memory_centre.h"
#include "sync/register.h"

namespace ow::sync {

struct MemoryGrant;

// The register over the centre in memory. Never blocks.
class MemoryCentre::Register final : public CentralRegister {
 public:
  Register(MemoryCentre& centre, std::string desk) : m_centre(centre), m_desk(std::move(desk)) {}

  base::Result<base::Uuid> grantSearch(const domain::CentralQuestion& question, const SearchReason& reason) override;
  base::Result<std::vector<domain::Candidate>> search(const base::Uuid& grant) override;
  base::Result<domain::PartyId> adopt(const base::Uuid& grant, int candidate) override;
  base::Result<LooksTaken> recordLooks(std::span<const SentLook> looks, std::span<const std::int64_t> seen) override;

 private:
  base::Result<const DeskSeat*> seat() const;
  base::Result<MemoryGrant*> grantOf(const base::Uuid& id) const;
  base::Result<void> mayAsk(const domain::CentralQuestion& question, const SearchReason& reason, const DeskSeat& seat) const;
  base::Result<void> mayAgain(const std::string& act, int most, std::chrono::seconds within) const;
  bool isCaseInHand(const domain::CaseId& id, const DeskSeat& seat) const;
  std::vector<domain::PartyId> found(const domain::CentralQuestion& question) const;
  domain::Candidate candidateOf(domain::PartyId id, int n, ScopeId home) const;
  void append(ScopeId hall, const SentLook& look);

  MemoryCentre& m_centre;
  std::string m_desk;
};

}  // namespace ow::sync
