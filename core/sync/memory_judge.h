// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/rating_rules.h"
#include "domain/staff.h"
#include "sync/memory_documents.h"
#include "sync/memory_merge.h"
#include "sync/memory_standing.h"
#include "sync/memory_state.h"

namespace ow::sync {

// Who may push what.
enum class DeskState { welcome, revoked };
struct DeskSeat {
  std::string id;
  std::vector<domain::ScopeId> scopes;  // the first is the hall it stands in
  DeskState state = DeskState::welcome;
  std::string hall = {};                                 // its name
  std::optional<std::set<domain::StaffId>> proven = {};  // who proved himself at it; null: nobody is asked to
};
struct StaffSeat {
  bool isActive = true;
  std::optional<std::set<std::string>> rights = {};  // kinds of entity; null: all
  domain::Role role = domain::Role::clerk;
};
// What of a hall stands in a further scope as well: cases (and services) of one department, or all of them with what is
// written about the hall's scorecard, or that alone.
struct Route {
  domain::ScopeId hall;
  domain::ScopeId scope;
  std::optional<std::string> department;
  bool figuresOnly = false;
};
using Routes = std::vector<Route>;
// In whose names documents are numbered, and the year of the centre's clock.
struct Numbering {
  const std::vector<Authority>& authorities;
  int year = 0;
};
using StaffSeats = std::map<domain::StaffId, StaffSeat>;

// Judges the operations of one batch, in their order, by the rules of README.md. One commit, one thread.
class MemoryJudge {
 public:
  MemoryJudge(MemoryState& state, const DeskSeat& desk, const StaffSeats& staff, const Routes& routes,
              const Numbering& numbering)
      : m_state(state),
        m_desk(desk),
        m_staff(staff),
        m_routes(routes),
        m_numbering(numbering),
        m_standing(state),
        m_merge(state, m_standing) {}

  Verdict judge(const domain::WrittenOperation& operation);
  // Ends the batch: the scopes that changed.
  std::set<domain::ScopeId> close() { return m_standing.close(); }
  // Whether anything was written down, if only the outcome of an operation.
  bool hasWritten() const { return m_hasWritten; }
  // Whether this desk may know of it; also when it was erased where the desk could see it.
  bool isSeen(const domain::EntityKey& key) const;

 private:
  Verdict decide(const ToldOperation& operation);
  std::optional<Verdict> author(const ToldOperation& operation) const;
  bool isUnproven(const ToldOperation& operation) const;
  std::optional<Verdict> keptByCentre(const ToldOperation& operation) const;
  std::optional<Verdict> rating(const ToldOperation& operation) const;
  std::optional<Verdict> review(const ToldOperation& operation) const;
  std::optional<Verdict> survey(const ToldOperation& operation) const;
  std::optional<Verdict> scorecard(const ToldOperation& operation) const;
  std::optional<domain::StaffId> staffIn(const ToldOperation& operation, const std::string& name) const;
  std::optional<std::string> textIn(const ToldOperation& operation, const std::string& name) const;
  domain::RatingAuthor ratingAuthor(const ToldOperation& operation) const;
  bool isOfOwnPad(const ToldOperation& operation) const;
  Verdict again(const ToldOperation& operation) const;
  std::optional<Verdict> where(const ToldOperation& operation) const;
  bool wasRefusedHere(const domain::EntityKey& key) const;
  std::optional<Verdict> cause(const ToldOperation& operation) const;
  Verdict create(const ToldOperation& operation);
  Verdict make(const ToldOperation& operation);
  const std::string& authorityFor(const std::optional<std::string>& department) const;
  Verdict change(const ToldOperation& operation);
  bool joinParents(const ToldOperation& operation);
  void joinRoutes(const domain::EntityKey& key);
  std::optional<std::string> departmentOf(const domain::EntityKey& key) const;
  void keepProposal(const ToldOperation& operation, const std::string& rule);
  void placeProposal(const ToldOperation& operation, const domain::EntityKey& proposal);

  MemoryState& m_state;
  const DeskSeat& m_desk;
  const StaffSeats& m_staff;
  const Routes& m_routes;
  Numbering m_numbering;
  MemoryStanding m_standing;
  MemoryMerge m_merge;
  bool m_hasWritten = false;
};

}  // namespace ow::sync
