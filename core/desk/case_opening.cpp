// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_rules.h"
#include "desk/case_change.h"
#include "desk/cases.h"
#include "desk/given_text.h"
#include "desk/numbering.h"
#include "desk/registering.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Case;
using domain::CaseEventKind;

namespace {

Result<Case> newCaseOf(Desk::Inside& in, const NewCase& given, const domain::Service& service) {
  Case c;
  c.id = in.ids.make<domain::CaseId>();
  c.serviceId = given.service;
  c.partyId = given.party;
  c.agentId = given.agent;
  OW_TRY(const auto title, optionalText(given.title, "title", base::kShortTextLimits, base::Lines::single));
  c.title = title.value_or(service.name);
  OW_TRY(c.description, optionalText(given.description, "description", base::kNoteLimits, base::Lines::multiple));
  OW_TRY(c.place, optionalText(given.place, "place", base::kShortTextLimits, base::Lines::single));
  c.channel = given.channel;
  c.priority = given.priority;
  c.hall = in.place.hall;
  if (!in.place.window.empty()) c.window = in.place.window;
  c.ownerId = in.clerk.id;
  c.jurisdiction = service.jurisdiction;
  c.openedAt = c.lastEventAt = in.now();
  applyDueTimes(c, dueTimes(c.openedAt, service, in.calendarOf(service.jurisdiction)));
  return c;
}

OpenedCase openedOf(const Case& c) {
  return {c.id, c.number, c.dueAt, c.isDueExpected};
}

}  // namespace

Result<OpenedCase> openCase(Desk& desk, const NewCase& given, domain::DraftId draft) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto registering, Registering::begin(in, draft));
  store::Connection& connection = registering.write().connection();
  if (registering.earlier()) {
    OW_TRY(const auto known, store::loadEntity<Case>(connection, domain::CaseId{registering.earlier()->uuid}));
    return openedOf(known);
  }
  OW_TRY(const auto service, store::loadEntity<domain::Service>(connection, given.service));
  if (given.party) OW_TRYV(store::loadEntity<domain::Party>(connection, *given.party));
  if (given.agent) OW_TRYV(store::loadEntity<domain::Party>(connection, *given.agent));
  OW_TRY(auto c, newCaseOf(in, given, service));
  OW_TRY(c.number, takeNumber(in, registering.write()));
  auto writer = in.writer("intake");
  writer.create(c);
  writer.create(domain::CaseEvent{in.ids.make<domain::CaseEventId>(), c.id, c.openedAt, CaseEventKind::registered, std::nullopt,
                                  c.state, in.clerk.id, c.channel, std::nullopt});
  OW_TRYV(registering.commit(writer.take()));
  return openedOf(c);
}

}  // namespace ow::desk
