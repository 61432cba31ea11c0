// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sync/hall_rows.h"

#include <algorithm>
#include <regex>

#include "bench/must.h"
#include "desk/opening.h"
#include "domain/merge.h"
#include "domain/row_text.h"
#include "intake/demo_hall.h"
#include "store/schema.h"

namespace ow::bench {

using domain::EntityKind;
using domain::Value;

namespace {

constexpr std::size_t kKinds = base::kCodes<EntityKind>.size();

// Staff are the centre's own; conflicts and proposals a demo hall has none of.
bool isCopied(EntityKind kind) {
  return kind != EntityKind::staff && kind != EntityKind::conflict && kind != EntityKind::proposal;
}

// The instant in a UUIDv7 moved on by 2^32 ms (50 days) a copy; other ids stay as unlike each other as they were.
base::Uuid copyOf(base::Uuid id, int copy) {
  id.bytes[1] = std::uint8_t(id.bytes[1] + copy);
  return id;
}

// One kind's rows, in the order in which they were written.
class Rows {
 public:
  Rows(store::Connection& connection, EntityKind kind) : m_schema(store::schemaOf(kind)), m_row(rows(connection)) { step(); }

  bool isAtEnd() const { return !m_any; }
  const base::Uuid& id() const { return m_id; }
  void step() {
    m_any = must(m_row.step());
    if (m_any) m_id = m_row.uuid(0);
  }

  // A line of COPY for ow.entity.
  std::string line(int scope, std::int64_t pos, int copy, domain::RowDigest& sum) const {
    std::vector<domain::NamedValue> fields;
    base::Uuid parents[2];
    const auto names = domain::parentFields(base::code(m_schema.kind));
    for (std::size_t i = 0; i < m_schema.fields.size(); ++i) {
      const std::string& name = m_schema.fields[i].name;
      Value value = m_row.value(int(i) + 1);
      if (auto* id = std::get_if<base::Uuid>(&value); id != nullptr && !isOfAll(name)) *id = copyOf(*id, copy);
      if (auto* text = std::get_if<std::string>(&value); text != nullptr && name == "number") *text += std::to_string(copy);
      for (std::size_t p = 0; p < names.size(); ++p)
        if (names[p] == name && std::holds_alternative<base::Uuid>(value)) parents[p] = std::get<base::Uuid>(value);
      fields.emplace_back(name, std::move(value));
    }
    const base::Uuid id = m_schema.kind == EntityKind::service ? m_id : copyOf(m_id, copy);
    const std::string body = domain::rowText(std::move(fields));
    const domain::RowDigest digest = domain::rowDigest(base::code(m_schema.kind), {id}, body);
    sum ^= digest;
    const auto orNull = [](const base::Uuid& parent) { return parent.isNil() ? std::string("\\N") : parent.text(); };
    return std::to_string(scope) + '\t' + std::to_string(int(m_schema.kind) + 1) + '\t' + id.text() + '\t' +
           std::to_string(pos) + "\t1\t" + std::to_string(std::int64_t(digest)) + "\tf\tf\t" + orNull(parents[0]) + '\t' +
           orNull(parents[1]) + '\t' + escaped(body) + '\n';
  }

 private:
  static bool isOfAll(const std::string& field) {
    return field == "service_id" || field == "owner_id" || field == "actor_id" || field == "clerk_id";
  }
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '\\') out += '\\';
      out += c;
    }
    return out;
  }
  store::Statement rows(store::Connection& connection) const {
    std::string columns = "id";
    for (const auto& field : m_schema.fields) columns += ", " + field.name;
    return must(connection.prepare("SELECT " + columns + " FROM " + m_schema.table + " ORDER BY n"));
  }

  const store::EntitySchema& m_schema;
  store::Statement m_row;
  bool m_any = false;
  base::Uuid m_id;
};

}  // namespace

std::unique_ptr<store::Store> demoStore(const std::filesystem::path& path, std::int64_t cases) {
  const base::Redacted<std::string> secret{std::string(64, 'a')};
  if (std::filesystem::exists(path)) return must(desk::openWithKeyFile(path, secret, {}));
  auto store = must(desk::initialise(path, desk::Place{}, secret, {}, desk::systemPorts()));
  must(intake::writeDemoHall(*store, {std::max<std::int64_t>(1, cases / 2), cases, 1}, base::fromMillis(1772000000000), {}));
  return store;
}

std::int64_t copyIntoScope(store::Store& store, BareLine& root, int scope, int copies) {
  std::int64_t pos = std::int64_t(root.number("SELECT pos FROM ow.scope WHERE n = " + std::to_string(scope)));
  std::int64_t count = 0;
  domain::RowDigest sum = 0;
  root.beginCopy("COPY ow.entity (scope, kind, id, pos, rev, digest, is_gone, is_erased, parent_a, parent_b, body) FROM STDIN");
  for (int copy = 0; copy < copies; ++copy) {
    auto reader = must(store.read());
    std::vector<std::unique_ptr<Rows>> kinds;
    for (std::size_t i = 0; i < kKinds; ++i)
      if (isCopied(EntityKind(i)) && (copy == 0 || EntityKind(i) != EntityKind::service))
        kinds.push_back(std::make_unique<Rows>(reader.connection(), EntityKind(i)));
    for (;;) {
      Rows* next = nullptr;
      for (const auto& rows : kinds)
        if (!rows->isAtEnd() && (next == nullptr || rows->id() < next->id())) next = rows.get();
      if (next == nullptr) break;
      root.copy(next->line(scope, ++pos, copy, sum));
      next->step();
      ++count;
    }
  }
  root.endCopy();
  root.value("UPDATE ow.scope SET pos = " + std::to_string(pos) + ", row_count = row_count + " + std::to_string(count) +
             ", digest = digest # " + std::to_string(std::int64_t(sum)) + "::bigint WHERE n = " + std::to_string(scope));
  root.value("ANALYZE ow.entity");
  root.value("CHECKPOINT");
  return count;
}

std::vector<PlainTable> makePlainTables(store::Store& store, BareLine& root, int scope) {
  root.value("CREATE SCHEMA plain");
  std::vector<PlainTable> tables;
  auto reader = must(store.read());
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (!isCopied(EntityKind(i))) continue;
    const store::EntitySchema& schema = store::schemaOf(EntityKind(i));
    PlainTable table{schema.table, "id TEXT", {}};
    std::string values = "id::text", typed;
    for (const auto& field : schema.fields) {
      const bool isNumber = field.type == store::FieldType::integer || field.type == store::FieldType::real;
      const std::string type = field.type == store::FieldType::integer ? "bigint" : isNumber ? "double precision" : "text";
      values += ", r.\"" + field.name + "\"";
      typed += (typed.empty() ? "\"" : ", \"") + field.name + "\" " + type;
      table.columns += ", " + field.name +
                       (field.type == store::FieldType::integer ? " INTEGER"
                        : isNumber                              ? " REAL"
                                                                : " TEXT");
    }
    table.columns += ", rev INTEGER, digest INTEGER, scopes INTEGER";
    root.value("CREATE UNLOGGED TABLE plain." + table.name + " AS SELECT " + values +
               ", e.rev, e.digest, 1 AS scopes FROM ow.entity e, jsonb_to_record(e.body) AS r(" + typed +
               ") WHERE e.scope = " + std::to_string(scope) + " AND e.kind = " + std::to_string(i + 1) + " ORDER BY e.pos");
    table.indexes.push_back("CREATE UNIQUE INDEX " + table.name + "_id ON " + table.name + " (id)");
    if (EntityKind(i) == EntityKind::case_) table.indexes.push_back("CREATE UNIQUE INDEX case_number ON case_record (number)");
    auto index = must(reader.connection().prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = '" +
                                                  schema.table + "' AND sql IS NOT NULL"));
    // .import knows no empty values, and its rows no column n: SQLite appends the rowid by itself.
    while (must(index.step())) {
      std::string sql = std::regex_replace(index.text(0), std::regex(", n\\b"), "");
      sql = std::regex_replace(sql, std::regex("IS NOT NULL"), "<> ''");
      table.indexes.push_back(std::regex_replace(sql, std::regex("IS NULL"), "= ''"));
    }
    tables.push_back(std::move(table));
  }
  root.value("CHECKPOINT");
  return tables;
}

}  // namespace ow::bench
