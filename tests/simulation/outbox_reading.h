// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/entity.h"
#include "domain/operation.h"
#include "store/store.h"

namespace ow::test {

// An operation as a desk remembers it, with what it was told of it.
struct Remembered {
  domain::OperationId id;
  domain::OperationKind kind = domain::OperationKind::create;
  domain::EntityKind entity = domain::EntityKind::party;
  domain::EntityId entityId;
  std::int64_t seq = 0;
  bool isRefused = false;
  std::string rule;  // of the refusal; empty: none was told
  std::vector<domain::FieldChange> changes;

  // What it appends, as the centre and the desks write it (domain/row_text.h).
  std::string text() const;
  const domain::FieldChange* changeOf(std::string_view field) const;
};
// In the order in which they were written, from behind `seq` on; of one kind of entity where that is asked for.
std::vector<Remembered> outboxOf(store::Store& store, std::optional<domain::EntityKind> entity, std::int64_t seq = 0);
std::int64_t lastSeq(store::Store& store);

// The rows of a kind as texts, by their ids.
std::map<domain::EntityId, std::string> textsIn(store::Store& store, domain::EntityKind entity);

// Steps of one entity, whoever took them, must be one walk from where it was born to where it stands: every place is left as
// often as it is come to.
class Walk {
 public:
  explicit Walk(std::string born) { --m_flow[std::move(born)]; }
  void step(const std::string& from, const std::string& to) { ++m_flow[from], --m_flow[to]; }
  bool endsAt(const std::string& place);

 private:
  std::map<std::string, int> m_flow;
};

}  // namespace ow::test
