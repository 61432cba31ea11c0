// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cases.h"

#include <charconv>

#include "base/text_rules.h"
#include "desk/case_change.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "domain/case_number.h"
#include "store/desk_state.h"
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

// The next number of this desk and day, taken inside the write that uses it.
Result<std::string> numberFor(store::Write& write, Desk::Inside& in) {
  const base::Date today = in.today();
  OW_TRY(const auto serial, store::takeNumber(write, "case:" + base::isoText(today)));
  if (serial > 99999) return base::fail(ErrorKind::tooLarge, {{"limit", "99999"}, {"unit", "cases_a_day"}});
  return domain::CaseNumber{in.place.division, today, in.place.desk, int(serial)}.text();
}

// Loads the case, lets `change` alter it and write its event, and commits both.
template <class Change>
Result<void> changeCase(Desk& desk, domain::CaseId id, Change change) {
  Desk::Inside& in = desk.inside();
  Case before;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(before, store::loadEntity<Case>(reader.connection(), id));
  }
  CaseChange work(in.writer("case_work"), in.clerk.id, before);
  OW_TRYV(change(work));
  return in.store->commit(work.take());
}

}  // namespace

void applyDueTimes(Case& c, const DueTimes& times) {
  c.yellowAt = times.yellowAt;
  c.dueAt = times.dueAt;
  c.statutoryDueAt = times.statutoryDueAt;
  c.isDueExpected = times.isExpected;
}

Result<OpenedCase> openCase(Desk& desk, const NewCase& given) {
  Desk::Inside& in = desk.inside();
  Case c;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto service, store::loadEntity<domain::Service>(reader.connection(), given.service));
    if (given.party) OW_TRYV(store::loadEntity<domain::Party>(reader.connection(), *given.party));
    if (given.agent) OW_TRYV(store::loadEntity<domain::Party>(reader.connection(), *given.agent));
    OW_TRY(c, newCaseOf(in, given, service));
  }
  OW_TRY(auto write, in.store->write());
  OW_TRY(c.number, numberFor(write, in));
  auto writer = in.writer("intake");
  writer.create(c);
  writer.create(domain::CaseEvent{in.ids.make<domain::CaseEventId>(), c.id, c.openedAt, CaseEventKind::registered, std::nullopt,
                                  c.state, in.clerk.id, c.channel, std::nullopt});
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return OpenedCase{c.id, c.number, c.dueAt, c.isDueExpected};
}

Result<domain::CaseState> moveCase(Desk& desk, const Move& move) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto text, optionalText(move.text, "text", base::kNoteLimits, base::Lines::multiple));
  domain::CaseState reached = move.expected;
  const auto moved = changeCase(desk, move.id, [&](CaseChange& work) -> Result<void> {
    if (work.state() != move.expected)
      return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(work.state()))}});
    OW_TRYV(work.move(move.event, move.outcome, text));
    if (move.event == CaseEventKind::accepted) {
      // 行政许可法 art. 42: the limit runs from acceptance, not from the day the papers came.
      OW_TRY(auto reader, in.store->read());
      OW_TRY(const auto service, store::loadEntity<domain::Service>(reader.connection(), work.current().serviceId));
      work.setDueTimes(dueTimes(in.now(), service, in.calendarOf(work.current().jurisdiction)));
    }
    reached = work.state();
    return base::success();
  });
  if (!moved) return moved.error();
  return reached;
}

Result<void> finishOnTheSpot(Desk& desk, domain::CaseId id, domain::CaseState expected, domain::Outcome outcome,
                             const std::string& given) {
  OW_TRY(const auto text, optionalText(given, "text", base::kNoteLimits, base::Lines::multiple));
  return changeCase(desk, id, [&](CaseChange& work) -> Result<void> {
    if (work.state() != expected)
      return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(work.state()))}});
    if (work.state() == domain::CaseState::received) OW_TRYV(work.move(CaseEventKind::accepted, {}, {}));
    if (work.state() != domain::CaseState::decided) OW_TRYV(work.move(CaseEventKind::decided, outcome, text));
    return work.move(CaseEventKind::closed, {}, {});
  });
}

Result<void> addNote(Desk& desk, domain::CaseId id, const std::string& given) {
  OW_TRY(const auto text, optionalText(given, "text", base::kNoteLimits, base::Lines::multiple));
  if (!text) return base::fail(ErrorKind::invalidInput, {{"field", "text"}, {"rule", "required"}});
  return changeCase(desk, id, [&](CaseChange& work) -> Result<void> {
    work.event(CaseEventKind::note, text);
    return base::success();
  });
}

Result<void> assignCase(Desk& desk, domain::CaseId id, const std::optional<domain::StaffId>& owner) {
  Desk::Inside& in = desk.inside();
  std::optional<std::string> name;
  if (owner) {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto staff, store::loadEntity<domain::Staff>(reader.connection(), *owner));
    name = staff.name;
  }
  return changeCase(desk, id, [&](CaseChange& work) -> Result<void> {
    if (work.current().ownerId == owner) return base::success();
    work.current().ownerId = owner;
    work.event(CaseEventKind::assigned, name);
    return base::success();
  });
}

Result<void> takeCase(Desk& desk, domain::CaseId id) {
  return assignCase(desk, id, desk.clerk().id);
}

Result<void> setPriority(Desk& desk, domain::CaseId id, domain::Priority priority) {
  return changeCase(desk, id, [&](CaseChange& work) -> Result<void> {
    if (work.current().priority == priority) return base::success();
    work.current().priority = priority;
    work.event(CaseEventKind::priorityChanged, std::string(base::code(priority)));
    return base::success();
  });
}

Result<void> linkCases(Desk& desk, domain::CaseId from, domain::CaseId to, domain::CaseLinkKind kind) {
  Desk::Inside& in = desk.inside();
  if (from == to) return base::fail(ErrorKind::notAllowed, {{"rule", "link_to_itself"}});
  std::string number;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto other, store::loadEntity<Case>(reader.connection(), to));
    number = other.number;
  }
  return changeCase(desk, from, [&](CaseChange& work) -> Result<void> {
    work.event(CaseEventKind::linked, number);
    work.writer().create(domain::CaseLink{in.ids.make<domain::CaseLinkId>(), from, to, kind});
    return base::success();
  });
}

}  // namespace ow::desk
