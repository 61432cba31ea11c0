// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/evidence.h"

#include "domain/entity.h"
#include "store/outbox.h"
#include "store/schema.h"

namespace ow::trial {

using base::Result;
using domain::EntityKind;

namespace {

Result<void> tellOperations(store::Connection& connection, std::ostream& out) {
  OW_TRY(auto row, connection.prepare("SELECT id, state, outcome, kind, entity, entity_id FROM operation ORDER BY seq"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    const std::string outcome = row.text(2);
    out << "operation " << row.uuid(0).text() << " " << row.text(1) << " " << (outcome.empty() ? "-" : outcome) << " "
        << row.text(3) << " " << row.text(4) << " " << row.uuid(5).text() << "\n";
  }
}

Result<void> tellRows(store::Connection& connection, EntityKind kind, std::ostream& out) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM " + store::schemaOf(kind).table));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    out << "row " << base::code(kind) << " " << row.uuid(0).text() << "\n";
  }
}

Result<void> tellNumbers(store::Connection& connection, std::ostream& out) {
  OW_TRY(auto row, connection.prepare("SELECT number, id FROM case_record"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    out << "number " << row.text(0) << " " << row.uuid(1).text() << "\n";
  }
}

// What the centre numbered, and "-" where it has not.
Result<void> tellDocuments(store::Connection& connection, std::ostream& out) {
  OW_TRY(auto row, connection.prepare("SELECT coalesce(number, '-'), id FROM official_document"));
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    out << "document " << row.text(0) << " " << row.uuid(1).text() << "\n";
  }
}

}  // namespace

Result<void> tellEvidence(store::Store& store, std::ostream& out) {
  OW_TRY(auto reader, store.read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  OW_TRYV(tellOperations(connection, out));
  for (const EntityKind kind :
       {EntityKind::party, EntityKind::case_, EntityKind::caseEvent, EntityKind::interaction, EntityKind::document})
    OW_TRYV(tellRows(connection, kind, out));
  OW_TRYV(tellNumbers(connection, out));
  OW_TRYV(tellDocuments(connection, out));
  OW_TRY(const auto counts, store::outboxCounts(connection));
  out << "counts " << counts.waiting << " " << counts.sent << " " << counts.confirmed << " " << counts.refused << " "
      << counts.parked << "\n";
  return base::success();
}

}  // namespace ow::trial
