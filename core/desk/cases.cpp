// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cases.h"

#include "base/text_rules.h"
#include "desk/case_change.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Case;
using domain::CaseEventKind;

namespace {

// Loads the case, lets `change` alter it and write its event, and commits both, with the end of the text's draft.
template <class Change>
Result<void> changeCase(Desk& desk, domain::CaseId id, Change change, domain::DraftId draft = {}) {
  Desk::Inside& in = desk.inside();
  Case before;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(before, store::loadEntity<Case>(reader.connection(), id));
  }
  CaseChange work(in.writer("case_work"), in.clerk.id, before);
  OW_TRYV(change(work));
  OW_TRY(auto write, in.store->write());
  if (!draft.isNil()) OW_TRYV(store::dropDraft(write, in.clerk.id, draft));
  OW_TRYV(write.apply(work.take()));
  return write.commit();
}

// Empty for nobody, and for somebody whom this store does not know.
Result<std::string> nameOf(store::Connection& connection, const std::optional<domain::StaffId>& staff) {
  if (!staff) return std::string();
  auto known = store::loadEntity<domain::Staff>(connection, *staff);
  if (!known && known.error().kind == ErrorKind::notFound) return std::string();
  if (!known) return known.error();
  return known.value().name;
}

}  // namespace

void applyDueTimes(Case& c, const DueTimes& times) {
  c.yellowAt = times.yellowAt;
  c.dueAt = times.dueAt;
  c.statutoryDueAt = times.statutoryDueAt;
  c.isDueExpected = times.isExpected;
}

Result<domain::CaseState> moveCase(Desk& desk, const Move& move) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto text, optionalText(move.text, "text", base::kNoteLimits, base::Lines::multiple));
  domain::CaseState reached = move.expected;
  const auto moved = changeCase(desk, move.id, [&](CaseChange& work) -> Result<void> {
    if (work.state() != move.expected)
      return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(work.state()))}});
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(takeStep(in, reader.connection(), work, move.event, move.outcome, text));
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
    {
      OW_TRY(auto reader, desk.inside().store->read());
      OW_TRY(const auto service, store::loadEntity<domain::Service>(reader.connection(), work.current().serviceId));
      if (service.caseType != domain::CaseType::instant) return base::fail(ErrorKind::notAllowed, {{"rule", "not_instant"}});
    }
    if (work.state() != expected)
      return base::fail(ErrorKind::conflict, {{"field", "state"}, {"state", std::string(base::code(work.state()))}});
    if (work.state() == domain::CaseState::received) OW_TRYV(work.move(CaseEventKind::accepted, {}, {}));
    if (work.state() != domain::CaseState::decided) OW_TRYV(work.move(CaseEventKind::decided, outcome, text));
    return work.move(CaseEventKind::closed, {}, {});
  });
}

Result<void> addNote(Desk& desk, domain::CaseId id, const std::string& given, domain::DraftId draft) {
  OW_TRY(const auto text, optionalText(given, "text", base::kNoteLimits, base::Lines::multiple));
  if (!text) return base::fail(ErrorKind::invalidInput, {{"field", "text"}, {"rule", "required"}});
  const auto write = [&](CaseChange& work) -> Result<void> {
    work.event(CaseEventKind::note, text);
    return base::success();
  };
  return changeCase(desk, id, write, draft);
}

Result<void> assignCase(Desk& desk, domain::CaseId id, const std::optional<domain::StaffId>& owner) {
  OW_TRY(auto reader, desk.inside().store->read());
  std::string to;
  if (owner) {
    OW_TRY(const auto staff, store::loadEntity<domain::Staff>(reader.connection(), *owner));
    if (!staff.isActive) return base::fail(ErrorKind::notAllowed, {{"rule", "clerk_disabled"}});
    to = staff.name;
  }
  return changeCase(desk, id, [&](CaseChange& work) -> Result<void> {
    if (work.current().ownerId == owner) return base::success();
    OW_TRY(const auto from, nameOf(reader.connection(), work.current().ownerId));
    work.current().ownerId = owner;
    work.event(CaseEventKind::assigned, from.empty() ? "→ " + to : from + " →" + (to.empty() ? "" : " " + to));
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
