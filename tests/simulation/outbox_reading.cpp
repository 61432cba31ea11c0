// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/outbox_reading.h"

#include <algorithm>

#include "domain/row_text.h"
#include "simulation/reading.h"
#include "store/fact_text.h"
#include "store/operation_text.h"
#include "store/row_body.h"

namespace ow::test {

std::string Remembered::text() const {
  std::vector<domain::NamedValue> fields;
  for (const domain::FieldChange& change : changes) fields.emplace_back(change.field, change.after);
  return domain::rowText(std::move(fields));
}

const domain::FieldChange* Remembered::changeOf(std::string_view field) const {
  const auto found =
      std::find_if(changes.begin(), changes.end(), [field](const auto& change) { return change.field == field; });
  return found == changes.end() ? nullptr : &*found;
}

std::vector<Remembered> outboxOf(store::Store& store, std::optional<domain::EntityKind> entity, std::int64_t seq) {
  auto reader = must(store.read());
  auto row =
      must(reader.connection().prepare("SELECT id, kind, entity, entity_id, seq, state, facts, changes FROM operation"
                                       " WHERE seq > ?1 AND (?2 = '' OR entity = ?2) ORDER BY seq"));
  row.bindInt(1, seq).bindText(2, entity ? base::code(*entity) : "");
  std::vector<Remembered> all;
  while (must(row.step())) {
    Remembered one;
    one.id = {row.uuid(0)};
    one.kind = base::fromCode<domain::OperationKind>(row.text(1)).value();
    one.entity = base::fromCode<domain::EntityKind>(row.text(2)).value();
    one.entityId = {row.uuid(3)};
    one.seq = row.integer(4);
    one.isRefused = row.text(5) == "refused";
    for (const base::Fact& fact : store::readFacts(row.text(6)))
      if (one.isRefused && fact.name == "rule") one.rule = fact.value;
    one.changes = must(store::readChanges(one.kind, one.entity, row.text(7)));
    all.push_back(std::move(one));
  }
  return all;
}

std::int64_t lastSeq(store::Store& store) {
  auto reader = must(store.read());
  return must(reader.connection().integer("SELECT ifnull(max(seq), 0) FROM operation"));
}

std::map<domain::EntityId, std::string> textsIn(store::Store& store, domain::EntityKind entity) {
  const store::EntitySchema& schema = store::schemaOf(entity);
  auto reader = must(store.read());
  auto row = must(reader.connection().prepare("SELECT " + store::digestColumns(schema) + " FROM " + schema.table + " t"));
  std::map<domain::EntityId, std::string> texts;
  while (must(row.step())) texts[{row.uuid(0)}] = store::textOfRow(schema, row);
  return texts;
}

bool Walk::endsAt(const std::string& place) {
  auto flow = m_flow;
  ++flow[place];
  return std::all_of(flow.begin(), flow.end(), [](const auto& one) { return one.second == 0; });
}

}  // namespace ow::test
