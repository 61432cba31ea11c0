// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_queries.h"

#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::Ticket;

namespace {
const std::string kQueueName = "queue.name.";  // of a desk value; the letter follows
}  // namespace

Result<std::vector<Ticket>> ticketsSince(Connection& connection, const std::string& hall, base::Instant from) {
  OW_TRY(auto row, connection.prepare("SELECT " + columnsOf<Ticket>("t") +
                                      " FROM ticket t WHERE t.issued_at >= ?1 AND t.hall = ?2 ORDER BY t.issued_at, t.n"));
  row.bindInt(1, base::toMillis(from)).bindText(2, hall);
  std::vector<Ticket> tickets;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return tickets;
    OW_TRY(auto ticket, readEntity<Ticket>(row));
    tickets.push_back(std::move(ticket));
  }
}

Result<std::optional<domain::OperationId>> lastStepOn(Connection& connection, domain::TicketId id) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM operation WHERE entity = 'ticket' AND entity_id = ?1"
                                      " AND kind = 'transition' ORDER BY seq DESC LIMIT 1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(domain::OperationId{row.uuid(0)}) : std::nullopt;
}

Result<std::optional<LostStep>> lostStepOf(Connection& connection, domain::StaffId clerk, base::Instant from) {
  OW_TRY(auto row, connection.prepare("SELECT entity_id, at FROM operation WHERE state = 'refused' AND entity = 'ticket'"
                                      " AND author = ?1 AND at >= ?2 ORDER BY seq DESC LIMIT 1"));
  row.bindUuid(1, clerk.uuid).bindInt(2, base::toMillis(from));
  OW_TRY(const bool any, row.step());
  return any ? std::optional(LostStep{{row.uuid(0)}, base::fromMillis(row.integer(1))}) : std::nullopt;
}

Result<std::map<std::string, std::string>> queueNames(Connection& connection) {
  std::map<std::string, std::string> names;
  OW_TRY(auto row, connection.prepare("SELECT substr(name, ?2), value FROM desk_state WHERE substr(name, 1, ?2 - 1) = ?1"));
  row.bindText(1, kQueueName).bindInt(2, std::int64_t(kQueueName.size()) + 1);
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return names;
    names.emplace(row.text(0), row.text(1));
  }
}

Result<void> nameQueue(Connection& connection, const std::string& queue, const std::string& name) {
  return putDeskValue(connection, kQueueName + queue, name);
}

Result<std::vector<std::string>> windowsWithPad(Connection& connection, const std::string& hall) {
  std::vector<std::string> windows;
  OW_TRY(auto row, connection.prepare("SELECT DISTINCT window FROM pad WHERE hall = ?1 AND window IS NOT NULL"));
  row.bindText(1, hall);
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return windows;
    windows.push_back(row.text(0));
  }
}

}  // namespace ow::store
