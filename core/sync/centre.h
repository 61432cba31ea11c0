// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/entity_row.h"
#include "domain/scope.h"
#include "domain/settled.h"
#include "domain/written_operation.h"
#include "sync/clerk_line.h"

// The port to the centre: what a desk can ask of it. README.md of this folder says what each answer promises; one contract
// suite (tests/sync) holds every adapter to it.
//
// Thread: one; every call blocks until it has its answer or its deadline passed. Error kinds of every call: centreAway (nothing
// is known of what became of the call: no connection, cut in the middle, deadline), centreRefused (fact rule: the desk or its
// session is not, or no longer, accepted), centreTooOld, centreTooNew, internal (fact code: SQLSTATE of an error that must not
// be).
namespace ow::sync {

using domain::Anchor;
using domain::Cursor;
using domain::EntityKey;
using Outcome = domain::PushOutcome;  // domain::Outcome is how a case ended
using domain::Scope;
using domain::ScopeId;
using domain::Settled;

struct Hello {
  int schema = 0;           // version of the centre's schema
  base::Instant centreNow;  // what the desk's clock is compared with, for show
  std::vector<Scope> scopes;
  std::optional<ClerkProof> clerk = {};  // whom the session names
  std::string clerkRefusal = {};         // why it names nobody though a clerk asked: login, not_your_hall, ...
};

struct ScopeHead {
  ScopeId scope;
  std::int64_t pos = 0;  // of the newest change
  std::int64_t rows = 0;
  domain::RowDigest digest = 0;  // XOR over the rows
  // Up to where the history that the given cursor belongs to is the centre's own: the cursor's position within one epoch, the
  // fork where an epoch was opened since.
  std::int64_t agreedTo = 0;
};

struct Heads {
  std::int32_t epoch = 0;
  std::vector<ScopeHead> scopes;  // in the order asked; only those that the desk is subscribed to
  Anchor anchor;                  // the newest
  bool knowsAnchor = true;        // false: the anchor that was presented is not of this history, see disagree()
  std::uint64_t durableTo =
      0;  // write positions up to here are on every synchronous standby (on the disk, where there is none)
  base::Instant centreNow;
};

struct PushAnswer {
  std::int32_t epoch = 0;
  bool isTaken = false;           // false: the batch carried another epoch than the centre's; nothing was done
  std::vector<Settled> settled;   // one per operation, in their order
  std::uint64_t writtenAt = 0;    // write position; the batch is safe once Heads::durableTo has reached it
  bool isReplicationSure = true;  // false: a warning came with the commit; offer the batch again later
  std::vector<Cursor> reached;    // heads of the scopes that changed: what a hint to the neighbours says
  // Where the hall's scope stood before, when only the entities of the batch took positions since, one each: who stood there
  // and has noted what became of the batch has all up to `reached`.
  std::optional<std::int64_t> ownFrom;
};

struct PulledRow {
  ScopeId scope;
  std::int64_t pos = 0;
  domain::EntityRow row;
};
// Takes a row; its error ends the call, which answers it.
using RowSink = std::function<base::Result<void>(PulledRow&&)>;

enum class PullStatus {
  ok,
  otherEpoch,  // a cursor is of another epoch; nothing was delivered: ask heads()
  aboveHead,   // a cursor is above the centre's head: history was rolled back; ask heads() and disagree()
  tooOld,      // tombstones that the cursor would need are gone: compare, see buckets()
};
struct PullAnswer {
  PullStatus status = PullStatus::ok;
  std::vector<Cursor> reached;  // one per cursor given: at its last row delivered, or at the scope's head when that was all
  bool isMore = false;          // the limit was reached
};

struct FillAnswer {
  std::string next;  // where to go on; empty: that was all
};

struct Bucket {
  std::int64_t rows = 0;
  domain::RowDigest digest = 0;
  bool operator==(const Bucket&) const = default;
};
struct ListedRow {
  EntityKey key;
  std::int64_t rev = 0;
  domain::RowDigest digest = 0;
};
constexpr int kBuckets = 256;
// The last byte of an id is random in every version that we use.
inline int bucketOf(const domain::EntityId& id) {
  return id.uuid.bytes.back();
}

class ChunkStore;

class Centre {
 public:
  virtual ~Centre() = default;

  // Proves the desk and begins a session; first of all, and again after centreRefused (rule=session).
  virtual base::Result<Hello> hello() = 0;

  // Where the scopes stand; cheap, polled. `anchor` is the newest that the desk has seen, nil for none.
  virtual base::Result<Heads> heads(std::span<const Cursor> cursors, const base::Uuid& anchor) = 0;
  // Whether the scopes stand at these positions and hold these sums, and nothing else is asked: a tenth of the price of
  // heads(). No answer is as good as no.
  virtual base::Result<bool> isStill(std::span<const ScopeHead> known) {
    (void)known;
    return false;
  }
  // Tells the centre the anchors that the desk has seen, newest first: the newest common one is where the histories parted, and
  // an epoch is opened there.
  virtual base::Result<void> disagree(std::span<const base::Uuid> anchors) = 0;

  // Applies the batch in one transaction, each operation once whatever is sent again. All or nothing is durable.
  virtual base::Result<PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) = 0;

  // What changed after the cursors, in the order of positions within each scope, in one snapshot, at most `limit` rows.
  virtual base::Result<PullAnswer> pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) = 0;

  // The rows of a scope, at most `limit`, from `from` on (empty: from the first), in the order in which they were last changed.
  // Rows that change while a desk fills may come twice: a pull from the head asked for before the first page makes it whole.
  virtual base::Result<FillAnswer> fill(ScopeId scope, const std::string& from, std::size_t limit, const RowSink& sink) = 0;
  // Those of the keys that stand in one of the desk's scopes, once per scope; the others are gone for this desk.
  virtual base::Result<void> fetch(std::span<const EntityKey> keys, const RowSink& sink) = 0;

  // What a scope holds, by the last byte of the id: kBuckets entries.
  virtual base::Result<std::vector<Bucket>> buckets(ScopeId scope) = 0;
  virtual base::Result<std::vector<ListedRow>> listBucket(ScopeId scope, int bucket) = 0;

  // The contents of attachments, on the same session; null where this way carries none. Lives as long as this.
  virtual ChunkStore* chunks() { return nullptr; }

  // The call that runs, and every later one, ends soon with `cancelled`. Any thread.
  virtual void interrupt() {}
};

}  // namespace ow::sync
