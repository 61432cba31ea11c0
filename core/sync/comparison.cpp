// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/comparison.h"

#include <algorithm>

namespace ow::sync {

using base::Result;
using store::SyncedScope;

namespace {

Result<std::int64_t> differencesIn(store::Connection& connection, Centre& centre, const SyncedScope& scope, int bucket) {
  OW_TRY(auto theirs, centre.listBucket(scope.scope.id, bucket));
  std::sort(theirs.begin(), theirs.end(), [](const ListedRow& a, const ListedRow& b) { return a.key < b.key; });
  OW_TRY(const auto mine, store::bucketRows(connection, scope.slot, bucket));
  std::int64_t different = 0;
  auto here = mine.begin();
  for (const ListedRow& row : theirs) {
    for (; here != mine.end() && here->key < row.key; ++here) ++different;
    if (here == mine.end() || here->key != row.key)
      ++different;
    else if ((here++)->digest != row.digest)
      ++different;
  }
  return different + (mine.end() - here);
}

Result<ScopeComparison> compareScope(store::Connection& connection, Centre& centre, const SyncedScope& scope,
                                     const ScopeHead& head, const std::function<void(double)>& progress) {
  ScopeComparison answer;
  answer.scope = scope.scope;
  answer.isComplete = scope.isComplete;
  answer.isAtHead = scope.cursor.pos == head.pos;
  answer.rows = scope.rows;
  answer.centreRows = head.rows;
  OW_TRY(const auto altered, store::verifyRows(connection, scope.slot, progress));
  answer.altered = std::int64_t(altered.size());
  OW_TRY(const auto theirs, centre.buckets(scope.scope.id));
  OW_TRY(const auto mine, store::bucketSums(connection, scope.slot));
  for (int bucket = 0; bucket < kBuckets; ++bucket) {
    const auto i = std::size_t(bucket);
    if (mine[i].rows == theirs[i].rows && mine[i].digest == theirs[i].digest) continue;
    OW_TRY(const auto different, differencesIn(connection, centre, scope, bucket));
    answer.different += different;
  }
  return answer;
}

}  // namespace

Result<std::vector<ScopeComparison>> compareWithCentre(store::Store& store, Centre& centre,
                                                       const std::function<void(double)>& progress) {
  OW_TRYV(centre.hello());
  OW_TRY(auto reader, store.read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto scopes, store::syncedScopes(reader.connection()));
  std::vector<ScopeComparison> answers;
  for (const SyncedScope& scope : scopes) {
    const Cursor cursor = scope.cursor;
    OW_TRY(const auto heads, centre.heads(std::span(&cursor, 1), {}));
    if (heads.scopes.empty()) return base::fail(base::ErrorKind::centreRefused, {{"rule", "no_scope"}});
    OW_TRY(auto answer, compareScope(reader.connection(), centre, scope, heads.scopes.front(), progress));
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace ow::sync
