// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pending.h"
#include "store/write_inside.h"

namespace ow::store {

using base::Result;
using domain::EntityRow;

namespace {

struct Parked {
  EntityRow row;
  ScopeMask scopes = 0;
};

Result<std::vector<Parked>> allParked(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT kind, id, rev, digest, scopes, body FROM unapplied ORDER BY rowid"));
  std::vector<Parked> all;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return all;
    all.push_back({{row.text(0), {row.uuid(1)}, row.integer(2), domain::RowDigest(row.integer(3)), false, row.text(5)},
                   ScopeMask(row.integer(4))});
  }
}

// A row that was erased here has no body any more: the centre is asked for it again.
Result<bool> retryOne(Write& write, const Parked& parked) {
  if (!parked.row.body.empty()) return write.inside().arriving().retry(parked.row, parked.scopes);
  OW_TRY(const bool isErased, waitsToErase(write.connection(), parked.row.id.uuid));
  const domain::EntityKey key{parked.row.kind, parked.row.id};
  if (!isErased) OW_TRYV(putRefetch(write, std::span(&key, 1)));
  return false;
}

// One row may have been in another's way: again until nothing moves.
Result<std::size_t> retryAll(Write& write) {
  std::size_t applied = 0;
  for (bool hasMoved = true; hasMoved;) {
    hasMoved = false;
    OW_TRY(const auto all, allParked(write.connection()));
    for (const Parked& parked : all) {
      OW_TRY(const bool isApplied, retryOne(write, parked));
      applied += isApplied ? 1 : 0;
      hasMoved = hasMoved || isApplied;
    }
  }
  return applied;
}

}  // namespace

Result<std::vector<ParkedRow>> parkedRows(Connection& connection, std::size_t limit) {
  OW_TRY(auto row, connection.prepare("SELECT kind, id, rev, reason FROM unapplied ORDER BY kind, id LIMIT ?1"));
  row.bindInt(1, std::int64_t(limit));
  std::vector<ParkedRow> rows;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return rows;
    rows.push_back({{row.text(0), {row.uuid(1)}}, row.integer(2), row.text(3)});
  }
}

Result<std::size_t> retryParked(Write& write) {
  auto applied = retryAll(write);
  if (!applied) OW_TRYV(write.inside().checked(applied.error()));
  return applied;
}

}  // namespace ow::store
