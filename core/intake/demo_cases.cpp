// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_cases.h"

#include <algorithm>
#include <array>

#include "domain/case_due.h"
#include "domain/case_number.h"
#include "domain/interaction.h"
#include "domain/official_document.h"
#include "intake/demo_texts.h"

namespace ow::intake {

using base::Instant;
using base::Result;
using domain::Case;
using domain::CaseEventKind;
using domain::CaseLinkKind;
using domain::CaseState;
using domain::Channel;
using domain::Direction;
using domain::Outcome;

namespace {

constexpr std::size_t kWindows = 12;
constexpr std::size_t kRecent = 64;

Outcome drawOutcome(Dice& dice) {
  const double x = dice.fraction();
  return x < 0.93 ? Outcome::granted : x < 0.975 ? Outcome::denied : x < 0.99 ? Outcome::answered : Outcome::noAction;
}

}  // namespace

DemoCases::DemoCases(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoCasePlanner& planner,
                     const DemoWorkplace& hall)
    : m_batch(batch),
      m_dice(dice),
      m_rhythm(rhythm),
      m_planner(planner),
      m_hall(hall),
      m_ratings(batch, dice, rhythm, hall.place, hall.staff),
      m_serials(kWindows) {
  // One series of desk codes for the windows of the demo, which the store's own desk must not belong to.
  while (hall.place.desk.starts_with(m_deskSeries)) ++m_deskSeries;
}

std::optional<DemoVisitor> DemoCases::visitor(const std::vector<DemoVisitor>& from, Instant at) {
  const auto end =
      std::upper_bound(from.begin(), from.end(), at, [](Instant t, const DemoVisitor& v) { return t < v.knownSince; });
  const auto known = static_cast<std::size_t>(end - from.begin());
  if (known == 0) return std::nullopt;
  const std::size_t fresh = std::max<std::size_t>(1, known / 25);
  const std::size_t index = m_dice.chance(0.35) ? known - 1 - m_dice.index(fresh) : m_dice.index(known);
  return from[index];
}

std::string DemoCases::numberFor(Instant at, std::size_t window) {
  const base::Date day = m_rhythm.calendar().zone().dateOf(at);
  if (day != m_day) std::fill(m_serials.begin(), m_serials.end(), 0);
  m_day = day;
  const std::string code = std::to_string(window);
  const std::string desk = m_deskSeries + std::string(2 - code.size(), '0') + code;
  return domain::CaseNumber{m_hall.place.division, day, desk, ++m_serials[window - 1]}.text();
}

Case DemoCases::opened(const CasePlan& plan) {
  Case c;
  c.id = m_batch.id<domain::CaseId>();
  c.openedAt = c.lastEventAt = m_planner.at(plan, 0);
  c.serviceId = m_service->id;
  c.jurisdiction = m_service->jurisdiction;
  c.channel = static_cast<Channel>(plan.channel);
  const auto& people = m_hall.population;
  const bool forFirms = m_hall.services[plan.service].clientele == Clientele::firms && !people.firms.empty();
  if (const auto who = visitor(forFirms ? people.firms : people.adults, c.openedAt)) {
    c.partyId = who->party;
    if (!who->agent.isNil()) c.agentId = who->agent;
  }
  c.title = m_service->name;
  c.description = description(m_dice);
  const double x = m_dice.fraction();
  c.priority = x < 0.9 ? domain::Priority::normal : x < 0.98 ? domain::Priority::high : domain::Priority::urgent;
  c.hall = m_hall.place.hall;
  // The few windows that take in matters of one kind, and the colleague who sits there.
  const std::size_t window = (std::size_t(plan.service) * 5 + m_dice.index(3)) % kWindows + 1;
  c.window = std::to_string(window);
  const bool isWaiting = plan.steps == 1 && m_dice.chance(0.4);
  if (!isWaiting) c.ownerId = m_hall.staff[(window + m_dice.index(2)) % m_hall.staff.size()].id;
  c.number = numberFor(c.openedAt, window);
  c.divisionCode = m_hall.place.division;
  setDueTimes(c, c.openedAt);
  return c;
}

void DemoCases::setDueTimes(Case& c, Instant from) {
  const auto times = domain::dueTimes(from, *m_service, m_rhythm.calendar());
  c.yellowAt = times.yellowAt;
  c.dueAt = times.dueAt;
  c.statutoryDueAt = times.statutoryDueAt;
  c.isDueExpected = times.isExpected;
}

void DemoCases::append(Case& c, CaseEventKind kind, Instant at, std::optional<std::string> text) {
  domain::CaseEvent event;
  event.id = m_batch.id<domain::CaseEventId>();
  event.caseId = c.id;
  event.at = at;
  event.kind = kind;
  event.actorId = c.ownerId;
  event.text = std::move(text);
  m_batch.create(event);
}

Result<void> DemoCases::move(Case& c, CaseEventKind kind, Instant at) {
  const Case before = c;
  OW_TRY(c.state, domain::moved(before.state, kind));
  c.lastEventAt = at;
  if (kind == CaseEventKind::accepted) {
    c.acceptedAt = at;
    setDueTimes(c, at);
  } else if (kind == CaseEventKind::decided) {
    c.decidedAt = at;
    c.outcome = drawOutcome(m_dice);
  } else if (kind == CaseEventKind::reopened) {
    c.closedAt.reset();
    c.decidedAt.reset();
    c.outcome.reset();
    ++c.reopenedCount;
  }
  if (!domain::isOpen(c.state)) c.closedAt = at;
  m_batch.setNow(at);
  m_batch.change(before, c, domain::OperationKind::transition);
  domain::CaseEvent event;
  event.id = m_batch.id<domain::CaseEventId>();
  event.caseId = c.id;
  event.at = at;
  event.kind = kind;
  event.fromState = before.state;
  event.toState = c.state;
  event.actorId = c.ownerId;
  event.text = stepText(m_dice, kind, c.outcome);
  m_batch.create(event);
  return base::success();
}

void DemoCases::askForCorrection(Case& c, Instant until) {
  constexpr double kIncomplete = 0.11;
  const bool canBe =
      c.state == CaseState::received && m_service->caseType != domain::CaseType::instant && !m_hall.place.hasCentre;
  const Instant at = c.openedAt + (until - c.openedAt) / 3;
  if (!canBe || at <= c.lastEventAt || !m_dice.chance(kIncomplete)) return;
  domain::OfficialDocument notice;
  notice.id = m_batch.id<domain::OfficialDocumentId>();
  notice.caseId = c.id;
  notice.type = domain::OfficialDocumentType::correctionNotice;
  notice.provisional = std::string(domain::kProvisionalMark) + m_hall.place.desk + "-D" + std::to_string(++m_notices);
  notice.issuedBy = c.ownerId;
  notice.issuedAt = at;
  const Case before = c;
  c.lastEventAt = at;
  m_batch.setNow(at);
  m_batch.create(notice);
  m_batch.change(before, c, domain::OperationKind::patch);
  append(c, CaseEventKind::documentIssued, at, notice.provisional);
}

void DemoCases::between(Case& c, Instant until) {
  const Instant at = m_rhythm.later(m_dice, c.lastEventAt, 0);
  if (at >= until || !m_dice.chance(0.12)) return;
  const Case before = c;
  c.lastEventAt = at;
  m_batch.setNow(at);
  const double x = m_dice.fraction();
  if (x < 0.7) {
    m_batch.change(before, c, domain::OperationKind::patch);
    return append(c, CaseEventKind::note, at, noteText(m_dice));
  }
  if (x < 0.9) {
    const domain::Staff& other = m_dice.of(m_hall.staff);
    c.ownerId = other.id;
    m_batch.change(before, c, domain::OperationKind::patch);
    return append(c, CaseEventKind::assigned, at, other.name);
  }
  c.priority = c.priority == domain::Priority::normal ? domain::Priority::high : domain::Priority::urgent;
  m_batch.change(before, c, domain::OperationKind::patch);
  append(c, CaseEventKind::priorityChanged, at, std::string(base::code(c.priority)));
}

void DemoCases::linkToEarlier(Case& c, Instant until) {
  const Instant at = c.lastEventAt + std::chrono::seconds(m_dice.between(30, 80));
  if (m_recent.empty() || at >= until || !m_dice.chance(0.01)) return;
  const Written& other = m_dice.of(m_recent);
  const double x = m_dice.fraction();
  const auto kind = x < 0.6 ? CaseLinkKind::related : x < 0.85 ? CaseLinkKind::duplicateOf : CaseLinkKind::followUpOf;
  const Case before = c;
  c.lastEventAt = at;
  m_batch.setNow(at);
  m_batch.change(before, c, domain::OperationKind::patch);
  append(c, CaseEventKind::linked, at, other.number);
  m_batch.create(domain::CaseLink{m_batch.id<domain::CaseLinkId>(), c.id, other.id, kind});
}

void DemoCases::talk(const Case& c, Instant at, Channel channel, Direction direction, const Said& said) {
  domain::Interaction contact;
  contact.id = m_batch.id<domain::InteractionId>();
  contact.partyId = c.partyId;
  contact.caseId = c.id;
  contact.channel = channel;
  contact.direction = direction;
  contact.at = at;
  contact.subject = said.subject;
  contact.text = said.text;
  if (patternOf(channel) != Pattern::online) contact.clerkId = c.ownerId;
  if (channel == Channel::counter) contact.window = c.window;
  m_batch.setNow(at);
  m_batch.create(contact);
  ++m_interactions;
  if (direction != Direction::inbound) return;
  if (channel == Channel::counter) m_hall.tickets.visited(at, contact.window, contact.clerkId);
  m_ratings.rateVisit(c, contact);
}

void DemoCases::talkAround(const Case& c) {
  if (m_dice.chance(0.12)) {
    const Instant asked = m_rhythm.later(m_dice, c.openedAt, int(m_dice.between(1, 4)));
    const Channel by = drawChannel(m_dice, Pattern::office);
    if (asked < m_rhythm.now()) talk(c, asked, by, Direction::inbound, smallTalk(m_dice, m_service->name, by));
  }
  if (c.state == CaseState::closed || c.state == CaseState::returned) {
    const bool isSent = *c.closedAt < m_rhythm.now() && m_dice.chance(0.55);
    if (isSent)
      talk(c, *c.closedAt, m_dice.chance(0.75) ? Channel::sms : Channel::phone, Direction::outbound,
           resultTalk(m_dice, m_service->name, c.state));
  }
}

Result<void> DemoCases::write(const CasePlan& plan) {
  m_service = &serviceOf(plan);
  Case c = opened(plan);
  m_batch.setNow(c.openedAt);
  m_batch.create(c);
  domain::CaseEvent event;
  event.id = m_batch.id<domain::CaseEventId>();
  event.caseId = c.id;
  event.at = c.openedAt;
  event.kind = CaseEventKind::registered;
  event.toState = c.state;
  event.actorId = patternOf(c.channel) == Pattern::online ? std::nullopt : c.ownerId;
  event.channel = c.channel;
  m_batch.create(event);
  talk(c, c.openedAt, c.channel, Direction::inbound, applicationTalk(m_dice, m_service->name));

  for (std::size_t step = 1; step < plan.steps; ++step) {
    const Instant at = m_planner.at(plan, step);
    if (step == 1) linkToEarlier(c, at);
    if (step == 1 && plan.kind(step) == CaseEventKind::accepted) askForCorrection(c, at);
    between(c, at);
    OW_TRYV(move(c, plan.kind(step), at));
  }
  if (domain::isOpen(c.state)) between(c, m_rhythm.now());
  talkAround(c);
  if (c.state == CaseState::closed) m_ratings.rateMatter(c);

  if (m_recent.size() < kRecent) m_recent.emplace_back();
  m_recent[m_nextRecent++ % kRecent] = {c.id, c.number};
  return m_batch.settle();
}

void DemoCases::writeContact(Pattern pattern, Instant at) {
  domain::Interaction contact;
  contact.id = m_batch.id<domain::InteractionId>();
  contact.at = at;
  contact.channel = drawChannel(m_dice, pattern);
  const auto& from = m_dice.chance(0.1) ? m_hall.population.firms : m_hall.population.adults;
  const bool isNameless = m_dice.chance(pattern == Pattern::hotline ? 0.4 : 0.08);
  if (const auto who = isNameless ? std::nullopt : visitor(from, at)) contact.partyId = who->party;
  const Said said = smallTalk(m_dice, m_dice.of(m_hall.services).service.name, contact.channel);
  contact.subject = said.subject;
  contact.text = said.text;
  if (pattern != Pattern::online) contact.clerkId = m_dice.of(m_hall.staff).id;
  if (contact.channel == Channel::counter) contact.window = std::to_string(m_dice.between(1, std::int64_t(kWindows)));
  m_batch.setNow(at);
  m_batch.create(contact);
  ++m_interactions;
  if (contact.channel == Channel::counter) m_hall.tickets.visited(at, contact.window, contact.clerkId);
}

}  // namespace ow::intake
