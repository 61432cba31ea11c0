// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/request_case.h"

#include <algorithm>

#include "domain/case_due.h"
#include "domain/operation.h"

namespace ow::intake {

using domain::Case;
using domain::CaseEvent;
using domain::CaseEventKind;
using domain::CaseState;

namespace {

std::string typeOf(const RequestRow& row, const Mapping& mapping) {
  return row.serviceCode.substr(std::min(mapping.servicePrefix.size(), row.serviceCode.size()));
}

// The service with the limit that was in force on that day. Where the source has a table of limits, the table alone counts.
domain::Service serviceThen(const RequestRow& row, domain::Service service, const Mapping& mapping) {
  if (!mapping.limits) return service;
  const auto limit = mapping.limits->limitFor(typeOf(row, mapping), row.openedAt);
  service.promisedAmount = limit ? std::optional(limit->amount) : std::nullopt;
  service.promisedUnit = limit ? std::optional(limit->unit) : std::nullopt;
  if (!limit) service.caseType = domain::CaseType::other;
  return service;
}

void setState(Case& c, const RequestRow& row) {
  c.lastEventAt = row.closedAt.value_or(row.openedAt);
  c.closedAt = row.closedAt;
  if (row.closedAt) {
    c.state = CaseState::closed;
    c.outcome = row.outcome;
  } else {
    c.state = CaseState::accepted;
    c.acceptedAt = row.openedAt;
  }
}

CaseEvent eventOf(const Case& c, CaseEventKind kind, base::Instant at) {
  CaseEvent event;
  const std::string name = *c.source + ":" + *c.externalNo + ":" + std::string(base::code(kind));
  event.id.uuid = base::namedUuid("", name);
  event.caseId = c.id;
  event.at = at;
  event.kind = kind;
  return event;
}

}  // namespace

domain::Service serviceOf(const RequestRow& row, const Mapping& mapping) {
  domain::Service service;
  service.id.uuid = base::namedUuid("", "service:" + row.serviceCode);
  service.code = row.serviceCode;
  service.name = row.serviceName;
  service.department = row.department;
  service.jurisdiction = mapping.jurisdiction;
  service.caseType = domain::CaseType::other;
  if (!mapping.limits) return service;
  const auto known = mapping.limits->types().find(typeOf(row, mapping));
  if (known == mapping.limits->types().end()) return service;
  service.caseType = domain::CaseType::promised;
  service.promisedAmount = known->second.back().limit.amount;
  service.promisedUnit = known->second.back().limit.unit;
  return service;
}

Case caseOf(const RequestRow& row, const domain::Service& service, const Mapping& mapping, const domain::WorkCalendar& calendar,
            const std::string& hall) {
  Case c;
  c.id.uuid = base::namedUuid("", mapping.source + ":" + row.externalNo);
  c.externalNo = row.externalNo;
  c.source = mapping.source;
  c.serviceId = service.id;
  c.title = row.title;
  c.description = row.description;
  c.channel = row.channel;
  c.hall = hall;
  c.jurisdiction = mapping.jurisdiction;
  c.openedAt = row.openedAt;
  c.externalDueAt = row.dueAt;
  c.place = row.place;
  if (row.at) {
    c.latitude = row.at->latitude;
    c.longitude = row.at->longitude;
  }
  setState(c, row);
  const auto times = domain::dueTimes(row.openedAt, serviceThen(row, service, mapping), calendar);
  c.yellowAt = times.yellowAt;
  c.dueAt = times.dueAt;
  c.statutoryDueAt = times.statutoryDueAt;
  c.isDueExpected = times.isExpected;
  return c;
}

base::Uuid hashOf(const Case& told, const RequestRow& row) {
  // Lengths stand before texts, so that no two rows can look alike.
  std::string all;
  const auto add = [&all](std::string_view text) { all += std::to_string(text.size()) + ":" + std::string(text); };
  domain::describeCase(
      [&](const char*, const auto& member) {
        const domain::Value value = domain::toValue(member);
        if (const auto* text = std::get_if<std::string>(&value)) return add(*text);
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return add(std::to_string(*whole));
        if (const auto* real = std::get_if<double>(&value)) return add(std::to_string(*real));
        if (const auto* id = std::get_if<base::Uuid>(&value)) return add(id->text());
        all += '-';
      },
      told);
  add(row.closingText.value_or(""));
  return base::namedUuid("", all);
}

std::vector<CaseEvent> firstEvents(const Case& made, const RequestRow& row) {
  std::vector<CaseEvent> events;
  events.push_back(eventOf(made, CaseEventKind::registered, made.openedAt));
  events.back().toState = CaseState::received;
  events.back().channel = made.channel;
  events.push_back(made.closedAt ? eventOf(made, CaseEventKind::concludedElsewhere, *made.closedAt)
                                 : eventOf(made, CaseEventKind::accepted, made.openedAt));
  events.back().fromState = CaseState::received;
  events.back().toState = made.state;
  events.back().text = row.closingText;
  return events;
}

Update updated(const Case& here, const Case& told, base::Instant now) {
  Update update{told, std::nullopt, false};
  Case& after = update.after;
  // What the hall keeps itself.
  after.number = here.number;
  after.partyId = here.partyId;
  after.agentId = here.agentId;
  after.priority = here.priority;
  after.hall = here.hall;
  after.window = here.window;
  after.ownerId = here.ownerId;
  after.divisionCode = here.divisionCode;
  after.state = here.state;
  after.outcome = here.outcome;
  after.acceptedAt = here.acceptedAt;
  after.decidedAt = here.decidedAt;
  after.closedAt = here.closedAt;
  after.reopenedCount = here.reopenedCount;
  after.lastEventAt = here.lastEventAt;

  const bool isDecidedHere =
      here.decidedAt.has_value() || here.state == CaseState::returned || here.state == CaseState::withdrawn;
  if (told.closedAt && domain::isOpen(here.state)) {
    update.event = CaseEventKind::concludedElsewhere;
    after.state = CaseState::closed;
    after.outcome = told.outcome;
    after.closedAt = told.closedAt;
    after.lastEventAt = std::max(here.lastEventAt, *told.closedAt);
  } else if (told.closedAt && !isDecidedHere) {
    after.outcome = told.outcome;
    after.closedAt = told.closedAt;
  } else if (!told.closedAt && !domain::isOpen(here.state) && isDecidedHere) {
    update.isEndedHere = true;
  } else if (!told.closedAt && !domain::isOpen(here.state)) {
    update.event = CaseEventKind::reopened;
    after.state = CaseState::inReview;
    after.outcome.reset();
    after.closedAt.reset();
    ++after.reopenedCount;
    after.lastEventAt = std::max(here.lastEventAt, now);
  }
  return update;
}

}  // namespace ow::intake
