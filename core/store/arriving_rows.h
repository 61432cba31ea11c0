// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/replica.h"
#include "store/row_body.h"
#include "store/scope_sums.h"
#include "store/store.h"

namespace ow::store {

// The rows of the centre, on their way into the tables within one write. replica.h says what becomes of them; this class keeps
// the statements, since a first filling passes here with millions of rows.
class ArrivingRows {
 public:
  explicit ArrivingRows(Write::Inside& inside);
  ~ArrivingRows();
  ArrivingRows(const ArrivingRows&) = delete;
  ArrivingRows& operator=(const ArrivingRows&) = delete;

  // `row` is not gone. It comes for `scopes`.
  base::Result<void> apply(ScopeMask scopes, const domain::EntityRow& row, Arrival arrival);
  // It leaves these scopes, and the store when none is left.
  base::Result<void> leave(ScopeMask scopes, const domain::EntityKey& key);
  // The centre has no such entity, or none that we may see.
  base::Result<void> forget(const domain::EntityKey& key);
  // Its row in the table is what the centre has; it stands in `scopes` where it stood in none.
  base::Result<void> confirm(const domain::EntityKey& key, std::int64_t rev, domain::RowDigest digest, ScopeMask scopes);
  // Whether it could be applied now.
  base::Result<bool> retry(const domain::EntityRow& parked, ScopeMask scopes);

 private:
  struct Table;
  // Where an entity is and what the centre last said of it.
  struct Standing {
    Counted counted;
    std::int64_t rev = 0;
    bool isInTable = false;
    bool isParked = false;
    bool isKnown() const { return counted.scopes != 0; }
  };

  base::Result<Table*> tableOf(std::string_view kind);  // null: no such kind
  base::Result<Standing> find(Table* table, std::string_view kind, const base::Uuid& id);
  base::Result<bool> insertNew(Table& table, const domain::EntityRow& row, ScopeMask scopes);
  base::Result<std::string_view> put(Table& table, const Standing& before, const domain::EntityRow& row, ScopeMask scopes);
  base::Result<bool> run(Statement& statement, const domain::EntityRow& row, ScopeMask scopes);
  base::Result<void> join(Table* table, const Standing& before, const domain::EntityKey& key, ScopeMask scopes);
  base::Result<void> park(Table* table, const Standing& before, const domain::EntityRow& row, ScopeMask scopes,
                          std::string_view reason);
  base::Result<void> unpark(std::string_view kind, const base::Uuid& id);
  base::Result<void> remove(Table* table, const Standing& before, const domain::EntityKey& key);
  base::Result<void> unconfirm(Table& table, const base::Uuid& id);
  base::Result<void> noteNew(const Table& table, const base::Uuid& id);
  base::Result<void> prepareIndex(const Table& table, const base::Uuid& id, const Standing& before);
  base::Result<bool> isWaitedFor(const base::Uuid& id);
  base::Result<bool> isErasedHere(const base::Uuid& id);
  base::Result<void> layOver(Table& table, const base::Uuid& id);

  Write::Inside& m_in;
  Connection& m_connection;
  std::array<std::unique_ptr<Table>, base::kCodes<domain::EntityKind>.size()> m_tables;
  RowBody m_body;
  std::optional<bool> m_anyParked;  // null: not asked yet
};

}  // namespace ow::store
