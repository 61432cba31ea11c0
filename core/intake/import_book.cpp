// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_book.h"

namespace ow::intake {

using base::Result;

namespace {

constexpr std::string_view kLoadColumns =
    "id, kind, source, file_name, file_hash, mapping, mapping_hash, encoding, state, started_at, finished_at, rows, accepted,"
    " rejected, unchanged, undo_seq, taken_back";

ImportLoad readLoad(const store::Statement& row) {
  ImportLoad load;
  load.id.uuid = row.uuid(0);
  load.kind = base::fromCode<LoadKind>(row.view(1)).value_or(LoadKind::requests);
  load.source = row.text(2);
  load.fileName = row.text(3);
  load.fileHash = row.text(4);
  load.mapping = row.text(5);
  load.mappingHash = row.text(6);
  load.encoding = row.text(7);
  load.state = base::fromCode<LoadState>(row.view(8)).value_or(LoadState::running);
  load.startedAt = base::fromMillis(row.integer(9));
  if (!row.isNull(10)) load.finishedAt = base::fromMillis(row.integer(10));
  load.rows = row.integer(11);
  load.accepted = row.integer(12);
  load.rejected = row.integer(13);
  load.unchanged = row.integer(14);
  if (!row.isNull(15)) load.undoSeq = row.integer(15);
  load.takenBack = row.integer(16);
  return load;
}

Result<std::optional<ImportLoad>> firstLoad(store::Statement& row) {
  OW_TRY(const bool any, row.step());
  return any ? std::optional(readLoad(row)) : std::nullopt;
}

}  // namespace

Result<std::vector<ImportLoad>> importLoads(store::Store& store) {
  OW_TRY(auto reader, store.read());
  OW_TRY(auto row, reader.connection().prepare("SELECT " + std::string(kLoadColumns) + " FROM import_load ORDER BY n DESC"));
  std::vector<ImportLoad> loads;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return loads;
    loads.push_back(readLoad(row));
  }
}

Result<std::optional<ImportLoad>> findLoad(store::Connection& connection, domain::ImportId id) {
  OW_TRY(auto row, connection.prepare("SELECT " + std::string(kLoadColumns) + " FROM import_load WHERE id = ?1"));
  row.bindUuid(1, id.uuid);
  return firstLoad(row);
}

Result<std::optional<ImportLoad>> findSameLoad(store::Connection& connection, const ImportLoad& wanted) {
  OW_TRY(auto row, connection.prepare("SELECT " + std::string(kLoadColumns) +
                                      " FROM import_load WHERE file_hash = ?1 AND mapping_hash = ?2 AND encoding = ?3 AND"
                                      " state IN ('running', 'done') ORDER BY n DESC LIMIT 1"));
  row.bindText(1, wanted.fileHash).bindText(2, wanted.mappingHash).bindText(3, wanted.encoding);
  return firstLoad(row);
}

Result<void> putLoad(store::Connection& connection, const ImportLoad& load) {
  OW_TRY(auto row,
         connection.prepare("INSERT INTO import_load (" + std::string(kLoadColumns) +
                            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
                            " ON CONFLICT (id) DO UPDATE SET state = excluded.state, finished_at = excluded.finished_at,"
                            " rows = excluded.rows, accepted = excluded.accepted, rejected = excluded.rejected,"
                            " unchanged = excluded.unchanged, undo_seq = excluded.undo_seq, taken_back = excluded.taken_back"));
  row.bindUuid(1, load.id.uuid).bindText(2, base::code(load.kind)).bindText(3, load.source).bindText(4, load.fileName);
  row.bindText(5, load.fileHash).bindText(6, load.mapping).bindText(7, load.mappingHash).bindText(8, load.encoding);
  row.bindText(9, base::code(load.state)).bindInt(10, base::toMillis(load.startedAt));
  row.bind(11, domain::toValue(load.finishedAt)).bindInt(12, load.rows).bindInt(13, load.accepted);
  row.bindInt(14, load.rejected).bindInt(15, load.unchanged).bind(16, domain::toValue(load.undoSeq));
  row.bindInt(17, load.takenBack);
  return row.run();
}

Result<std::optional<KnownRow>> knownRow(store::Connection& connection, const std::string& source, const std::string& key) {
  OW_TRY(auto row,
         connection.prepare("SELECT hash, entity_id, import_id, seen_in FROM import_row WHERE source = ?1 AND key = ?2"));
  row.bindText(1, source).bindText(2, key);
  OW_TRY(const bool any, row.step());
  if (!any) return std::optional<KnownRow>();
  return std::optional(
      KnownRow{row.uuid(0), domain::EntityId{row.uuid(1)}, domain::ImportId{row.uuid(2)}, domain::ImportId{row.uuid(3)}});
}

Result<void> putRow(store::Connection& connection, const std::string& source, const std::string& key, const KnownRow& known) {
  OW_TRY(auto row, connection.prepare("INSERT INTO import_row (source, key, hash, entity_id, import_id, seen_in)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (source, key) DO UPDATE SET"
                                      " hash = excluded.hash, entity_id = excluded.entity_id,"
                                      " import_id = excluded.import_id, seen_in = excluded.seen_in"));
  row.bindText(1, source).bindText(2, key).bindUuid(3, known.hash).bindUuid(4, known.entity.uuid);
  row.bindUuid(5, known.import.uuid).bindUuid(6, known.seenIn.uuid);
  return row.run();
}

Result<void> forgetRow(store::Connection& connection, const std::string& source, const std::string& key) {
  OW_TRY(auto row, connection.prepare("DELETE FROM import_row WHERE source = ?1 AND key = ?2"));
  row.bindText(1, source).bindText(2, key);
  return row.run();
}

Result<void> addFault(store::Connection& connection, domain::ImportId id, const Fault& fault) {
  OW_TRY(auto row, connection.prepare("INSERT OR IGNORE INTO import_fault (import_id, line, kind, rule, field)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5)"));
  row.bindUuid(1, id.uuid).bindInt(2, fault.line).bindText(3, fault.kind).bindText(4, fault.rule).bindText(5, fault.field);
  return row.run();
}

}  // namespace ow::intake
