// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/entity_row.h"
#include "store/json_object.h"
#include "store/schema.h"
#include "store/sqlite.h"

// What the centre says of a row (domain::EntityRow::body), as the values of a table's columns, and back.
namespace ow::store {

// domain::Value without copies; texts live as long as the body and the reader.
using FieldValue = std::variant<std::monostate, std::int64_t, double, std::string_view, base::Uuid>;
void bindField(Statement& statement, int index, const FieldValue& value);

// Reads many bodies, one after the other.
class RowBody {
 public:
  enum class Fault {
    none,
    body,   // no JSON object
    value,  // a required field is missing, or a value is none that this program knows
  };
  Fault read(const EntitySchema& schema, std::string_view body);

  // In the order of the schema's fields.
  const std::vector<FieldValue>& values() const { return m_values; }
  // JSON object of the members that the schema does not know, byte by byte; empty when there are none.
  const std::string& rest() const { return m_rest; }
  // Nil when the field is empty.
  base::Uuid reference(const EntitySchema& schema, std::string_view field) const;

 private:
  int placeOf(const EntitySchema& schema, std::string_view key);
  void keep(const JsonObject::Member& unknown);

  JsonObject m_json;
  std::vector<FieldValue> m_values;
  std::string m_rest;
  std::size_t m_next = 0;
};

// "t.id, t.<field>..., t.rest": what the two below read.
std::string digestColumns(const EntitySchema& schema);
// The row's content as the centre has it (domain/row_text.h), and its digest; its columns begin at `first`.
std::string textOfRow(const EntitySchema& schema, const Statement& row, int first = 0);
domain::RowDigest digestOfRow(const EntitySchema& schema, const Statement& row, int first = 0);

}  // namespace ow::store
