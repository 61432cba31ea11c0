// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_rules.h"
#include "domain/entity.h"
#include "store/sqlite.h"

// How entities lie in tables. Made from the `describe` functions of core/domain, so that a field is named in one place.
namespace ow::store {

// Which alternative of domain::Value a field holds where it is not empty.
enum class FieldType { integer, real, text, id };

struct FieldSchema {
  std::string name;  // the same word in the operation, the column and JSON
  FieldType type = FieldType::text;
  bool isOptional = false;
  bool isState = false;  // the field that a transition guards
  base::TextLimits limits = base::kShortTextLimits;
  base::Lines lines = base::Lines::single;
  // Whether a value of that type is one of the field's own; null where every one is (free text, ids, instants, real numbers).
  bool (*fits)(const domain::Value&) = nullptr;
};

struct EntitySchema {
  domain::EntityKind kind = domain::EntityKind::party;
  std::string table;
  bool isAppendOnly = false;
  std::vector<FieldSchema> fields;
  std::string insertSql;       // parameters: 1 the id, then the fields in order
  std::vector<int> textOrder;  // places of the fields in the order of a row text

  // Place in `fields`, or -1.
  int indexOf(std::string_view field) const;
};

const EntitySchema& schemaOf(domain::EntityKind kind);

template <class T>
const EntitySchema& schemaOf() {
  return schemaOf(domain::EntityTraits<T>::kKind);
}

// "p.id, p.kind, p.name, ..." in the order that readEntity expects.
template <class T>
std::string columnsOf(std::string_view alias) {
  const std::string prefix = std::string(alias) + ".";
  std::string list = prefix + "id";
  for (const FieldSchema& field : schemaOf<T>().fields) list += ", " + prefix + field.name;
  return list;
}

// The entity whose columns begin at `first`. storeDamaged when a value does not fit its field.
template <class T>
base::Result<T> readEntity(const Statement& row, int first = 0) {
  T entity;
  entity.id.uuid = row.uuid(first);
  int column = first;
  bool isSound = true;
  domain::EntityTraits<T>::describe(
      [&](const char*, auto& member) { isSound = domain::fromValue(row.value(++column), member) && isSound; }, entity);
  if (!isSound) return base::fail(base::ErrorKind::storeDamaged, {{"detail", "value"}, {"table", schemaOf<T>().table}});
  return entity;
}

// The one entity with that id; notFound with fact entity.
template <class T, class IdType>
base::Result<T> loadEntity(Connection& connection, IdType id) {
  static const std::string sql = "SELECT " + columnsOf<T>("t") + " FROM " + schemaOf<T>().table + " t WHERE t.id = ?1";
  OW_TRY(auto statement, connection.prepare(sql));
  statement.bindUuid(1, id.uuid);
  OW_TRY(const bool any, statement.step());
  if (!any) return base::fail(base::ErrorKind::notFound, {{"entity", std::string(base::code(schemaOf<T>().kind))}});
  return readEntity<T>(statement);
}

// All entities that `rest` ("WHERE t.party_id = ?1 ORDER BY t.n") selects; `id` is parameter 1.
template <class T>
base::Result<std::vector<T>> loadEntities(Connection& connection, const char* rest, const base::Uuid& id) {
  const std::string sql = "SELECT " + columnsOf<T>("t") + " FROM " + schemaOf<T>().table + " t " + rest;
  OW_TRY(auto statement, connection.prepare(sql));
  statement.bindUuid(1, id);
  std::vector<T> entities;
  for (;;) {
    OW_TRY(const bool any, statement.step());
    if (!any) return entities;
    OW_TRY(auto entity, readEntity<T>(statement));
    entities.push_back(std::move(entity));
  }
}

}  // namespace ow::store
