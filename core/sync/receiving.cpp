// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <future>

#include "store/bulk_filling.h"
#include "sync/synchroniser.h"

// The half of Synchroniser that hears from the centre. Rows are taken from the line first and written then: a line that is cut
// in the middle leaves no half transaction, and the store's writers never wait for a socket.
namespace ow::sync {

using base::ErrorKind;
using base::Result;
using store::SyncedScope;

namespace {

Result<void> applyAll(store::Write& write, const std::vector<SyncedScope>& scopes, const std::vector<PulledRow>& rows,
                      store::Arrival arrival) {
  for (const PulledRow& pulled : rows)
    for (const SyncedScope& scope : scopes)
      if (scope.scope.id == pulled.scope) OW_TRYV(store::applyRow(write, scope.slot, pulled.row, arrival));
  return base::success();
}

RowSink into(std::vector<PulledRow>& rows) {
  return [&rows](PulledRow&& row) -> Result<void> {
    rows.push_back(std::move(row));
    return base::success();
  };
}

}  // namespace

// What changed in these scopes, all of them complete.
Result<bool> Synchroniser::pull(const std::vector<SyncedScope>& scopes, const std::vector<Cursor>& cursors) {
  if (cursors.empty()) return false;
  std::vector<PulledRow> rows;
  OW_TRY(const PullAnswer answer, m_centre.pull(cursors, m_amounts.pullRows, into(rows)));
  if (answer.status == PullStatus::otherEpoch || answer.status == PullStatus::aboveHead) return true;  // heads() will tell more
  OW_TRY(auto write, m_store.write());
  if (answer.status == PullStatus::tooOld) {
    for (const Cursor& cursor : cursors) OW_TRYV(store::restartFill(write, cursor.scope));
    OW_TRYV(write.commit());
    return true;
  }
  OW_TRYV(applyAll(write, scopes, rows, store::Arrival::newer));
  // What was not filled to the limit is read to its end, though its last rows may have been of other scopes.
  for (Cursor cursor : answer.reached) OW_TRYV(store::putCursor(write, cursor));
  OW_TRYV(write.commit());
  m_report.pulled += std::int64_t(rows.size());
  return true;
}

// Worth it, and the lists of what is here already need no index: a desk with work of its own keeps them.
Result<bool> Synchroniser::isFilledInBulk(const std::vector<SyncedScope>& scopes, const Heads& heads) {
  std::int64_t toCome = 0;
  std::int64_t arrived = 0;
  for (std::size_t i = 0; i < scopes.size(); ++i) {
    if (scopes[i].isComplete) return false;
    toCome += heads.scopes[i].rows;
    arrived += scopes[i].rows;
  }
  if (toCome < m_amounts.bulkRows) return false;
  OW_TRY(auto reader, m_store.read());
  OW_TRY(const auto here, store::rowsHere(reader.connection()));
  constexpr std::int64_t kShare = 4;
  return (here - arrived) * kShare <= toCome;
}

// Some pages of a first filling; `head` is where the scope stands now, and where the pull goes on after the last page.
Result<bool> Synchroniser::fill(const SyncedScope& scope, const Cursor& head, bool isBulk) {
  if (scope.isFilling() && scope.fillHead.epoch != head.epoch) {
    OW_TRY(auto write, m_store.write());
    OW_TRYV(store::restartFill(write, scope.scope.id));
    OW_TRYV(write.commit());
    return true;
  }
  const Cursor begunAt = scope.isFilling() ? scope.fillHead : head;
  OW_TRY(Page page, fetchPage(scope.scope.id, scope.fillFrom));
  for (std::size_t n = 1;; ++n) {
    std::future<Result<Page>> next;  // who leaves before it has come waits for it
    if (!page.next.empty() && n < m_amounts.fillPages)
      next = std::async(std::launch::async, [this, &scope, from = page.next] { return fetchPage(scope.scope.id, from); });
    OW_TRYV(writePage(scope, begunAt, page, isBulk));
    if (!next.valid()) return true;
    OW_TRY(page, next.get());
  }
}

Result<Synchroniser::Page> Synchroniser::fetchPage(ScopeId scope, const std::string& from) {
  Page page;
  page.rows.reserve(m_amounts.fillRows);
  OW_TRY(FillAnswer answer, m_centre.fill(scope, from, m_amounts.fillRows, into(page.rows)));
  page.next = std::move(answer.next);
  return page;
}

Result<void> Synchroniser::writePage(const SyncedScope& scope, const Cursor& begunAt, const Page& page, bool isBulk) {
  OW_TRY(auto write, m_store.write(isBulk ? store::Indexing::deferred : store::Indexing::immediate));
  if (isBulk) OW_TRYV(store::goOnInBulk(write));
  for (const PulledRow& pulled : page.rows) OW_TRYV(store::applyRow(write, scope.slot, pulled.row));
  OW_TRYV(store::putFillProgress(write, begunAt, page.next));
  if (page.next.empty()) OW_TRYV(store::completeFill(write, scope.scope.id));
  OW_TRYV(write.commit());
  m_report.filled += std::int64_t(page.rows.size());
  return base::success();
}

// Entities whose state is in doubt, by id.
Result<bool> Synchroniser::fetchDoubtful() {
  std::vector<EntityKey> keys;
  std::vector<SyncedScope> scopes;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(keys, store::refetchList(reader.connection(), m_amounts.fetchRows));
    OW_TRY(scopes, store::syncedScopes(reader.connection()));
  }
  if (keys.empty()) return false;
  std::vector<PulledRow> rows;
  OW_TRYV(m_centre.fetch(keys, into(rows)));
  std::vector<store::FetchedRow> came;
  for (PulledRow& pulled : rows)
    for (const SyncedScope& scope : scopes)
      if (scope.scope.id == pulled.scope) came.push_back({scope.slot, std::move(pulled.row)});
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::applyFetched(write, keys, came));
  OW_TRYV(write.commit());
  m_report.fetched += std::int64_t(keys.size());
  return true;
}

// Whether a scope that stands at the centre's head holds the centre's rows. Where it does not, the rows that differ are found
// by sums over buckets, and only they are fetched. A history that was rolled back and has grown again may show itself here
// first, so what is kept is offered once more before anything is given up. True when something was found.
Result<bool> Synchroniser::compare(const SyncedScope& scope, const ScopeHead& head) {
  if (!scope.isComplete || scope.cursor.pos != head.pos) return false;
  if (scope.rows == head.rows && scope.digest == head.digest) return false;
  if (!m_compared.insert(scope.scope.id).second) return false;
  OW_TRYV(reoffer());
  OW_TRY(const auto theirs, m_centre.buckets(scope.scope.id));
  std::vector<store::BucketSum> mine;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(mine, store::bucketSums(reader.connection(), scope.slot));
  }
  for (int bucket = 0; bucket < kBuckets; ++bucket) {
    const auto i = std::size_t(bucket);
    if (mine[i].rows != theirs[i].rows || mine[i].digest != theirs[i].digest) OW_TRYV(compareBucket(scope, bucket));
  }
  return true;
}

Result<void> Synchroniser::reoffer() {
  OW_TRY(auto write, m_store.write());
  OW_TRY(const auto reoffered, store::reofferKept(write));
  OW_TRYV(write.commit());
  m_report.reoffered += reoffered;
  return base::success();
}

Result<void> Synchroniser::compareBucket(const SyncedScope& scope, int bucket) {
  OW_TRY(auto theirs, m_centre.listBucket(scope.scope.id, bucket));
  std::sort(theirs.begin(), theirs.end(), [](const ListedRow& a, const ListedRow& b) { return a.key < b.key; });
  std::vector<store::BucketRow> mine;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(mine, store::bucketRows(reader.connection(), scope.slot, bucket));
  }
  std::vector<EntityKey> wanted;
  std::vector<EntityKey> surplus;
  auto here = mine.begin();
  for (const ListedRow& row : theirs) {
    while (here != mine.end() && here->key < row.key) surplus.push_back((here++)->key);
    if (here == mine.end() || here->key != row.key)
      wanted.push_back(row.key);
    else if ((here++)->digest != row.digest)
      wanted.push_back(row.key);
  }
  for (; here != mine.end(); ++here) surplus.push_back(here->key);
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::putRefetch(write, wanted));
  OW_TRYV(store::forgetRows(write, scope.slot, surplus));
  OW_TRYV(write.commit());
  m_report.repaired += std::int64_t(wanted.size());
  m_report.forgotten += std::int64_t(surplus.size());
  return base::success();
}

}  // namespace ow::sync
