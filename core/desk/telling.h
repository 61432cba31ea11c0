// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "desk/inside.h"
#include "desk/party_history.h"
#include "desk/told_value.h"
#include "domain/operation.h"
#include "store/schema.h"

namespace ow::desk {

// Turns ids, words and values of operations into what a clerk can read. One page, one connection. Only core/desk includes this.
class Telling {
 public:
  Telling(store::Connection& connection, Values values) : m_connection(connection), m_isMasked(values == Values::masked) {}

  // `changes`: what the operation says, for an entity that is not here (any more); may be empty.
  base::Result<WorkSubject> subjectOf(std::string_view kind, domain::EntityId id,
                                      const std::vector<domain::FieldChange>& changes = {});
  // Empty for nobody, and for somebody whom this store does not know.
  base::Result<std::string> nameOf(const std::optional<domain::StaffId>& staff);
  // Ids may stand as text, as conflicts and proposals hold them. A field that the entity does not have is told as plain text.
  base::Result<ToldValue> valueOf(domain::EntityKind kind, domain::EntityId id, const std::string& field,
                                  const domain::Value& value);

 private:
  base::Result<bool> findSubject(domain::EntityKind kind, domain::EntityId id, WorkSubject& subject);
  base::Result<std::string> partyName(base::Uuid id);
  base::Result<std::string> nameBehind(const std::string& field, base::Uuid id);
  base::Result<std::string> masked(domain::EntityKind kind, domain::EntityId id, const std::string& field, std::string text);
  base::Result<std::string> wordOf(domain::EntityKind kind, domain::EntityId id, const char* field);

  store::Connection& m_connection;
  bool m_isMasked;
  std::map<base::Uuid, std::string> m_staff;
};

// The value as the row's column holds it: ids as ids, real numbers as such.
domain::Value columnValue(const store::FieldSchema& field, const domain::Value& value);

}  // namespace ow::desk
