// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "domain/row_text.h"
#include "domain/written_operation.h"

// Operations as an outbox would have written them down, one line each:
//   anOperation(7).patch("case", anId(1), "title", "a", "b").by(clerk)
namespace ow::testkit {

// The same number, the same id; greater numbers, greater ids.
inline base::Uuid aUuid(std::uint64_t n) {
  base::Uuid uuid;
  uuid.bytes[6] = 0x70;
  uuid.bytes[8] = 0x80;
  for (std::size_t i = 0; i < 5; ++i) uuid.bytes[5 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  for (std::size_t i = 0; i < 4; ++i) uuid.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  return uuid;
}
inline domain::EntityId anId(std::uint64_t n) {
  return {aUuid(n)};
}
inline domain::StaffId aStaffId(std::uint64_t n) {
  return {aUuid(n)};
}
inline domain::OperationId anOperationId(std::uint64_t n) {
  return {aUuid(n)};
}

// A field with the value before and after it, as JSON text.
inline std::string aStep(const std::string& field, const domain::Value& before, const domain::Value& after) {
  std::string text;
  domain::appendJsonText(text, field);
  text += ": [";
  domain::appendJsonValue(text, before);
  text += ", ";
  domain::appendJsonValue(text, after);
  return text + "]";
}

class OperationBuilder {
 public:
  explicit OperationBuilder(std::uint64_t n) {
    m_written.id = anOperationId(n);
    m_written.at = base::fromMillis(1772000000000 + static_cast<std::int64_t>(n));
    m_written.desk = "007";
    m_written.purpose = "intake";
  }

  OperationBuilder& create(const std::string& kind, const domain::EntityId& id, std::vector<domain::NamedValue> fields) {
    return whole("create", kind, id, std::move(fields));
  }
  OperationBuilder& append(const std::string& kind, const domain::EntityId& id, std::vector<domain::NamedValue> fields) {
    return whole("append", kind, id, std::move(fields));
  }
  OperationBuilder& patch(const std::string& kind, const domain::EntityId& id, const std::string& field,
                          const domain::Value& before, const domain::Value& after) {
    return about("patch", kind, id).step(field, before, after);
  }
  OperationBuilder& transition(const std::string& kind, const domain::EntityId& id, const domain::Value& from,
                               const domain::Value& to) {
    return about("transition", kind, id).step("state", from, to);
  }
  OperationBuilder& erase(const std::string& kind, const domain::EntityId& id) {
    m_written.changes = "{}";
    return about("erase", kind, id);
  }

  // One more field of a patch or a transition.
  OperationBuilder& step(const std::string& field, const domain::Value& before, const domain::Value& after) {
    m_steps += (m_steps.empty() ? "" : ", ") + aStep(field, before, after);
    m_written.changes = "{" + m_steps + "}";
    return *this;
  }
  OperationBuilder& by(const domain::StaffId& author) {
    m_written.author = author;
    return *this;
  }
  OperationBuilder& at(const std::string& desk) {
    m_written.desk = desk;
    return *this;
  }
  OperationBuilder& because(const domain::OperationId& cause) {
    m_written.cause = cause;
    return *this;
  }
  OperationBuilder& format(int format) {
    m_written.format = format;
    return *this;
  }

  operator domain::WrittenOperation() const { return m_written; }

 private:
  OperationBuilder& about(const std::string& operation, const std::string& kind, const domain::EntityId& id) {
    m_written.kind = operation;
    m_written.entity = kind;
    m_written.entityId = id;
    return *this;
  }
  OperationBuilder& whole(const std::string& operation, const std::string& kind, const domain::EntityId& id,
                          std::vector<domain::NamedValue> fields) {
    m_written.changes = domain::rowText(std::move(fields));
    return about(operation, kind, id);
  }

  domain::WrittenOperation m_written;
  std::string m_steps;
};

// `n` orders it among the others: its id is made of it.
inline OperationBuilder anOperation(std::uint64_t n) {
  return OperationBuilder(n);
}

}  // namespace ow::testkit
