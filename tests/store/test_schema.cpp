// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "store/schema.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

const std::set<std::string> kOfTheCentre{"rev", "digest", "scopes", "rest"};

}  // namespace

TEST_CASE(
    "every field of every entity is a column of its table, and every column a field but n, id and what the centre says of a "
    "row",
    "[store][schema]") {
  Hall hall;
  auto reader = hall.store().read().value();
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i) {
    const store::EntitySchema& schema = store::schemaOf(static_cast<domain::EntityKind>(i));
    INFO(schema.table);
    CHECK(schema.kind == static_cast<domain::EntityKind>(i));
    std::set<std::string> columns;
    std::set<std::string> notNull;
    std::set<std::string> ofTheCentre;
    auto row =
        reader.connection().prepare("SELECT name, \"notnull\", hidden FROM pragma_table_xinfo('" + schema.table + "')").value();
    while (row.step().value()) {
      if (row.integer(2) != 0 || row.view(0) == "n" || row.view(0) == "id") continue;
      if (kOfTheCentre.contains(row.text(0))) {
        CHECK(row.integer(1) == 0);
        ofTheCentre.insert(row.text(0));
        continue;
      }
      columns.insert(row.text(0));
      if (row.integer(1) != 0) notNull.insert(row.text(0));
    }
    std::set<std::string> fields;
    for (const auto& field : schema.fields) {
      fields.insert(field.name);
      CHECK(notNull.contains(field.name) == !field.isOptional);
    }
    CHECK(fields == columns);
    CHECK(ofTheCentre == kOfTheCentre);
  }
}

TEST_CASE("every table is strict", "[store][schema]") {
  Hall hall;
  auto reader = hall.store().read().value();
  CHECK(reader.connection()
            .integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
                     " AND name NOT LIKE 'sqlite_%'")
            .value() == 0);
}
