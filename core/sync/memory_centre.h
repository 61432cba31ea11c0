// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "domain/staff.h"
#include "sync/centre.h"
#include "sync/chunk_store.h"

namespace ow::sync {

struct MemoryState;
struct MemoryCommit;
struct AnchorRow;
struct Authority;
struct DeskSeat;
struct Route;
struct StaffSeat;
struct MemoryGrant;
struct SearchLimits;

// The centre in memory, for simulation and tests: the server, what its administrator does, and the accidents that befall a
// server. Desks reach it through a Line. The same clock, dice and calls give the same answers. One thread.
class MemoryCentre {
 public:
  MemoryCentre(base::Clock& clock, base::Random& random);
  ~MemoryCentre();
  MemoryCentre(const MemoryCentre&) = delete;
  MemoryCentre& operator=(const MemoryCentre&) = delete;

  ScopeId addHall(const std::string& code, const std::string& name) { return addScope("hall", code, name); }
  ScopeId addDepartment(const std::string& code, const std::string& name) { return addScope("department", code, name); }
  ScopeId addDistrict(const std::string& code, const std::string& name) { return addScope("district", code, name); }

  // The first of the scopes is where what it makes stands. Answers the desk's name.
  std::string addDesk(const std::vector<ScopeId>& scopes);
  void revokeDesk(const std::string& desk);
  // Every desk must say hello again.
  void endSessions();

  // A person of the centre's staff, with the right to every kind of entity, shown in the scopes.
  void addStaff(const domain::Staff& staff, const std::vector<ScopeId>& scopes = {});
  void limitStaff(const domain::StaffId& staff, const std::set<std::string>& kinds);
  void disableStaff(const domain::StaffId& staff);
  // From now on authors must have proven themselves at the desk that sends their work.
  void askForProof();
  void prove(const std::string& desk, const domain::StaffId& staff);

  // The hall's cases and services stand in that scope too from now on: those of one department, or all.
  void addRoute(ScopeId hall, ScopeId scope, const std::optional<std::string>& department, bool figuresOnly = false);
  // The hall's documents are numbered under that word from now on: those of one department's services, or all others.
  void setAuthority(ScopeId hall, const std::optional<std::string>& department, const std::string& word);
  // The centre is installed in this version, or upgraded to it: one from before documents puts off what it does not know. A
  // backup, and what a failover loses, brings the version back that it was made with.
  static constexpr int kSchema = 10;
  static constexpr int kBeforeDocuments = 5;
  static constexpr int kBeforePads = 6;
  static constexpr int kBeforeReviews = 7;
  static constexpr int kBeforeSurveys = 8;
  static constexpr int kBeforeScorecards = 9;
  void setSchema(int version);
  int schema() const;

  // Routing by hand, which no desk's operation does: an entity stands in a scope from now on, or no longer.
  void admit(const EntityKey& key, ScopeId scope);
  void withdraw(const EntityKey& key, ScopeId scope);
  // What is gone is forgotten: cursors from before this moment are too old.
  void forgetTombstones(ScopeId scope);

  // A backup, and its return. With its identity kept nobody is told: only anchors and cursors can show it. Desks and rights
  // are not part of it.
  using Snapshot = std::shared_ptr<const MemoryState>;
  enum class Identity { kept, changed };
  Snapshot snapshot() const;
  void restore(const Snapshot& snapshot, Identity identity);
  // The newest pushes are lost, with all that was written after the first of them, and another server opens a new epoch.
  void failover(std::size_t lostPushes);
  // Frees the chunks that no standing attachment of a case that stands names; also done by desks that ask what is missing.
  void sweepChunks();
  std::size_t chunkCount() const;
  // The newest `commits` are not on the standby yet.
  void setDurableLag(std::uint64_t commits) { m_durableLag = commits; }

  // The way of one desk to this centre, which must outlive it.
  class Line;
  std::unique_ptr<Line> line(const std::string& desk);

  // The same for the register of all halls: memory_register.h.
  class Register;
  std::unique_ptr<Register> registerOf(const std::string& desk);
  void setLimits(const SearchLimits& limits);
  // Somebody who may do anything changes a line that was written.
  void tamperWithLook(ScopeId hall, std::int64_t n);

 private:
  enum class Written { push, other };
  ScopeId addScope(const std::string& kind, const std::string& code, const std::string& name);
  void commit(Written what);
  void rollBack();
  void openEpoch(std::int32_t epoch, const std::map<ScopeId, std::int64_t>& forks);
  std::map<ScopeId, std::int64_t> heights() const;
  int yearNow() const;  // where the centre stands: in China
  void setAnchor();
  void setAnchorWhenDue();
  const AnchorRow* findAnchor(const base::Uuid& id) const;
  std::int64_t agreedTo(const Cursor& cursor) const;
  void heal(std::span<const base::Uuid> anchors, std::int32_t shownEpoch);
  bool hasParted(const std::map<ScopeId, std::int64_t>& heights, std::int32_t after) const;

  base::Clock& m_clock;
  base::Random& m_random;
  base::IdSource m_ids;
  std::unique_ptr<MemoryState> m_state;
  std::deque<MemoryCommit> m_commits;  // since the start or the last restore
  std::map<ScopeId, Scope> m_scopes;
  std::map<std::string, DeskSeat> m_desks;
  std::map<domain::StaffId, StaffSeat> m_staff;
  std::vector<Route> m_routes;
  std::vector<Authority> m_authorities;
  std::uint64_t m_durableLag = 0;
  std::vector<MemoryGrant> m_grants;
  std::unique_ptr<SearchLimits> m_limits;
  std::uint64_t m_sessions = 1;  // counts how often all of them were ended
};

// Never blocks; every call is answered at once.
class MemoryCentre::Line final : public Centre, public ChunkStore {
 public:
  Line(MemoryCentre& centre, std::string desk) : m_centre(centre), m_desk(std::move(desk)) {}

  base::Result<Hello> hello() override;
  base::Result<Heads> heads(std::span<const Cursor> cursors, const base::Uuid& anchor) override;
  base::Result<bool> isStill(std::span<const ScopeHead> known) override;
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override;
  base::Result<PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override;
  base::Result<PullAnswer> pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) override;
  base::Result<FillAnswer> fill(ScopeId scope, const std::string& from, std::size_t limit, const RowSink& sink) override;
  base::Result<void> fetch(std::span<const EntityKey> keys, const RowSink& sink) override;
  base::Result<std::vector<Bucket>> buckets(ScopeId scope) override;
  base::Result<std::vector<ListedRow>> listBucket(ScopeId scope, int bucket) override;
  ChunkStore* chunks() override { return this; }
  base::Result<std::vector<std::size_t>> missingChunks(domain::AttachmentId attachment) override;
  base::Result<void> putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) override;
  base::Result<std::optional<std::string>> getChunk(domain::AttachmentId attachment, std::size_t place) override;

 private:
  base::Result<const DeskSeat*> seat() const;
  base::Result<bool> mayRead(ScopeId scope) const;
  PullStatus statusOf(const Cursor& cursor) const;
  PulledRow rowAt(ScopeId scope, const EntityKey& key) const;
  // Where what this desk brings of it is kept, and the hashes that it names.
  struct SeenAttachment {
    ScopeId scope;
    std::vector<std::string> hashes;
  };
  base::Result<SeenAttachment> seenAttachment(domain::AttachmentId id) const;
  base::Result<std::size_t> deliver(Cursor& cursor, std::size_t limit, const RowSink& sink) const;

  MemoryCentre& m_centre;
  std::string m_desk;
  std::uint64_t m_session = 0;
  std::int32_t m_shownEpoch = 0;  // the greatest that the desk spoke of in its last heads()
};

}  // namespace ow::sync
