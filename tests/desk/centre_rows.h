// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/conflict.h"
#include "domain/row_text.h"
#include "store/arriving.h"

// What a centre says to a desk about rivals and late work, as rows that arrive.
namespace ow::testkit {

struct RivalGiven {
  std::string value;
  domain::StaffId author;
  std::string at = "2026-03-02T09:00:00+08:00";
  std::string base = "old";
};

struct ArrivedConflict {
  domain::ConflictId id;
  std::vector<domain::OperationId> ops;  // in the order of the values
};

// The text of rivals as a centre keeps it.
inline std::string rivalsText(base::IdSource& ids, const std::vector<RivalGiven>& given,
                              std::vector<domain::OperationId>& ops) {
  std::string text = "[";
  for (const RivalGiven& one : given) {
    ops.push_back(ids.make<domain::OperationId>());
    if (text.size() > 1) text += ", ";
    text += R"({"op": ")" + ops.back().text() + R"(", "value": ")" + one.value + R"(", "base": ")" + one.base +
            R"(", "author": ")" + one.author.text() + R"(", "desk": "002", "at": )" +
            std::to_string(base::toMillis(testkit::at(one.at))) + "}";
  }
  return text + "]";
}

inline ArrivedConflict conflictArrives(Hall& hall, const std::string& entity, domain::EntityId about, const std::string& field,
                                       const std::vector<RivalGiven>& given) {
  base::IdSource ids(hall.clock, hall.random);
  ArrivedConflict arrived;
  domain::Conflict conflict;
  conflict.id = arrived.id = ids.make<domain::ConflictId>();
  conflict.entity = entity;
  conflict.entityId = about;
  conflict.field = field;
  conflict.rivals = rivalsText(ids, given, arrived.ops);
  arrive(hall, kHall, {rowOf(conflict, 1)});
  return arrived;
}

inline domain::Proposal proposalOf(Hall& hall, const std::string& entity, domain::EntityId about, const std::string& operation,
                                   const std::string& changes, const std::string& rule, domain::StaffId author) {
  base::IdSource ids(hall.clock, hall.random);
  domain::Proposal proposal;
  proposal.id = ids.make<domain::ProposalId>();
  proposal.entity = entity;
  proposal.entityId = about;
  proposal.operation = operation;
  proposal.changes = changes;
  proposal.rule = rule;
  proposal.author = author;
  proposal.desk = "002";
  proposal.purpose = "case_work";
  proposal.at = testkit::at("2026-03-02T09:00:00+08:00");
  return proposal;
}

// What waits in the outbox, newest last: "kind entity".
inline std::vector<std::string> waitingIn(Hall& hall) {
  auto reader = hall.store().read().value();
  std::vector<std::string> words;
  const auto lines = store::pageOfOutbox(reader.connection(), {}).value();
  for (const auto& line : lines) words.insert(words.begin(), line.kind + " " + line.entity);
  return words;
}

}  // namespace ow::testkit
