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
#include "domain/entity_row.h"
#include "domain/scope.h"
#include "store/outbox.h"
#include "store/store.h"

// The store as a copy of the centre: scopes, rows that arrive, and what proves that nothing is missing. The other direction is
// outbox.h. Functions that take a Write change nothing before its commit(), and nothing at all when they fail; those that take
// a Connection only read. Error kinds: those of the disk, storeDamaged, and what a line names.
//
// A row of an entity carries, beside its fields, what the centre said of it: rev, digest, the scopes in which it stands, and
// `rest`, the fields that this program does not know. All are empty for a row that the centre has not confirmed. Rows that
// cannot be applied are parked (table unapplied): they count like the others, so that a scope's sums are the centre's.
namespace ow::store {

// --- Scopes -----------------------------------------------------------------------------------------------------------------

// The place of a subscribed scope in this store: a bit of the rows' masks.
struct ScopeSlot {
  int n = 0;
  auto operator<=>(const ScopeSlot&) const = default;
};
constexpr int kMostScopes = 63;

struct SyncedScope {
  ScopeSlot slot;
  domain::Scope scope;
  domain::Cursor cursor;  // up to where it is pulled; epoch and position 0 before the first filling
  std::int64_t rows = 0;  // that stand in it here, parked ones too; as of the last commit
  domain::RowDigest digest = 0;
  bool isComplete = false;  // the first filling is done; until then nothing may take what is here for all there is
  std::string fillFrom;     // where the filling goes on; empty: at the first row
  domain::Cursor fillHead;  // the head that was asked for before the first page; position 0: not begun
  bool isFilling() const { return !isComplete && (fillHead.pos > 0 || fillHead.epoch > 0); }
};
// In the order of their slots.
base::Result<std::vector<SyncedScope>> syncedScopes(Connection& connection);

// What the centre says that this desk is subscribed to. New ones begin incomplete at position 0; a new name is taken over. Rows
// that stand in none any more go, but for those with operations that wait. invalidInput (rule too_many_scopes) above
// kMostScopes.
base::Result<void> putScopes(Write& write, std::span<const domain::Scope> scopes);

// In the write that holds the rows up to there. Also sets a cursor back, after a fork. notFound (entity scope).
base::Result<void> putCursor(Write& write, const domain::Cursor& cursor);
// One more page of the first filling is here. `head` is the same for every page.
base::Result<void> putFillProgress(Write& write, const domain::Cursor& head, const std::string& next);
// The last page is here: complete, and the cursor stands at the head of the filling.
base::Result<void> completeFill(Write& write, domain::ScopeId scope);
// Fills anew, over the rows that are here (tombstones that the cursor would need are gone, or the sums differ beyond repair).
base::Result<void> restartFill(Write& write, domain::ScopeId scope);

// About how many rows are here, the centre's and this desk's own; looks at the ends of the tables only.
base::Result<std::int64_t> rowsHere(Connection& connection);

// --- Anchors ----------------------------------------------------------------------------------------------------------------

struct SeenAnchor {
  domain::Anchor anchor;
  std::int32_t epoch = 0;
};
// Newest first: the last 64 seen and, behind them, the last one of each of 30 days.
base::Result<std::vector<SeenAnchor>> seenAnchors(Connection& connection);
// Nothing happens when it is the newest already.
base::Result<void> putAnchor(Write& write, const SeenAnchor& seen);

// --- Rows that arrive -------------------------------------------------------------------------------------------------------

enum class Arrival {
  newer,   // applied when its rev is above the row's; an equal one only adds the scope
  forced,  // applied whatever the row has: asked for by id, or history was rolled back
};
// A row of the centre for one scope. Operations that wait on that entity are laid over it again (patches and transitions, in
// order; a row that is erased here stays erased). `isGone`: it leaves the scope, and the store when it stands in no other and
// nothing waits on it. A row that does not fit this program is parked and is no error. Touches, searches and announces like any
// write.
base::Result<void> applyRow(Write& write, ScopeSlot slot, const domain::EntityRow& row, Arrival arrival = Arrival::newer);

struct FetchedRow {
  ScopeSlot slot;
  domain::EntityRow row;
};
// The answer to fetching `asked`, all of it: what came is applied (forced), an asked entity leaves every scope that it did not
// come for and, where it came for none, the store (but for operations that wait or are sent). Takes `asked` off the refetch
// list.
base::Result<void> applyFetched(Write& write, std::span<const domain::EntityKey> asked, std::span<const FetchedRow> came);

// Rows that the centre does not have in that scope any more leave it, and the store where they stand in no other. Kept with
// their content: rows with operations that wait or are sent.
base::Result<void> forgetRows(Write& write, ScopeSlot slot, std::span<const domain::EntityKey> keys);

struct ParkedRow {
  domain::EntityKey key;
  std::int64_t rev = 0;
  std::string reason;  // unknown_kind, body, value, constraint, duplicate, erased_here
};
base::Result<std::vector<ParkedRow>> parkedRows(Connection& connection, std::size_t limit);
// Tries them again: after an upgrade, and when something that was in the way is gone. How many are applied now.
base::Result<std::size_t> retryParked(Write& write);

// Entities whose state here is in doubt, to be fetched by id.
base::Result<std::vector<domain::EntityKey>> refetchList(Connection& connection, std::size_t limit);
base::Result<void> putRefetch(Write& write, std::span<const domain::EntityKey> keys);
base::Result<void> dropRefetch(Write& write, std::span<const domain::EntityKey> keys);

// --- Proof ------------------------------------------------------------------------------------------------------------------

// From the columns and `rest`; nothing when there is no such row.
base::Result<std::optional<domain::RowDigest>> digestOf(Connection& connection, domain::EntityKind kind, domain::EntityId id);

struct BucketSum {
  std::int64_t rows = 0;
  domain::RowDigest digest = 0;
  bool operator==(const BucketSum&) const = default;
};
constexpr int kBucketSums = 256;
// Over the digests that the centre gave, by the last byte of the id: kBucketSums entries.
base::Result<std::vector<BucketSum>> bucketSums(Connection& connection, ScopeSlot slot);
struct BucketRow {
  domain::EntityKey key;
  std::int64_t rev = 0;
  domain::RowDigest digest = 0;
};
// Sorted by key.
base::Result<std::vector<BucketRow>> bucketRows(Connection& connection, ScopeSlot slot, int bucket);

// Whether each row still is what its digest says, but for those with operations that wait and those on the refetch list.
// Answers those that are not. `progress` from 0 to 1.
base::Result<std::vector<domain::EntityKey>> verifyRows(Connection& connection, ScopeSlot slot,
                                                        const std::function<void(double)>& progress = {});

}  // namespace ow::store
