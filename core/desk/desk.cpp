// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "desk/inside.h"
#include "domain/masking.h"

namespace ow::desk {

Ports systemPorts() {
  static base::SystemClock clock;
  static base::SystemRandom random;
  return {&clock, &random};
}

Desk::Desk(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Desk::~Desk() = default;

const domain::Staff& Desk::clerk() const {
  return m_inside->clerk;
}
const Place& Desk::place() const {
  return m_inside->place;
}
const base::TimeZone& Desk::zone() const {
  return m_inside->zone();
}
base::Clock& Desk::clock() const {
  return *m_inside->ports.clock;
}
bool Desk::isReadOnly() const {
  return m_inside->store->isReadOnly();
}

class Desk::Listening {
 public:
  Listening(store::Store& store, std::uint64_t token) : m_store(store), m_token(token) {}
  ~Listening() { m_store.unlisten(m_token); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  store::Store& m_store;
  std::uint64_t m_token;
};

std::shared_ptr<Desk::Listening> Desk::listen(std::function<void(const Changed&)> listener) {
  store::Store& store = *m_inside->store;
  const std::uint64_t token = store.listen([listener = std::move(listener)](const store::Announcement& what) {
    listener(Changed{what.cases, what.parties, what.services, what.drafts, what.conflicts, what.ratings, what.surveys,
                     what.tickets, what.scorecards});
  });
  return std::make_shared<Listening>(store, token);
}

domain::WorkCalendar Desk::Inside::calendarOf(const std::string& jurisdiction) {
  if (jurisdiction == place.jurisdiction) return calendar;
  const std::scoped_lock guard(m_guard);
  if (const auto known = m_calendars.find(jurisdiction); known != m_calendars.end()) return known->second;
  auto found = domain::findBundledCalendar(jurisdiction);
  return m_calendars.emplace(jurisdiction, found ? found.value() : calendar).first->second;
}

domain::OperationWriter Desk::Inside::writer(std::string purpose) {
  return {ids, now(), domain::Actor{clerk.id, place.desk, std::move(purpose), std::nullopt}};
}

InboxRow rowOf(Desk::Inside& in, const store::CaseLine& line) {
  const domain::Case& c = line.case_;
  InboxRow row;
  row.id = c.id;
  row.number = c.number;
  row.externalNo = c.externalNo;
  row.title = c.title;
  // The name of a firm or an institution is public.
  row.citizen = line.partyKind == domain::PartyKind::person ? domain::maskedName(line.partyName) : line.partyName;
  row.party = c.partyId;
  row.service = line.service;
  row.state = c.state;
  row.priority = c.priority;
  const auto mode = domain::isOpen(c.state) ? domain::ClockMode::running : domain::ClockMode::stopped;
  row.light = domain::lightAt(mode, in.now(), c.yellowAt, c.dueAt, c.statutoryDueAt);
  row.dueAt = c.dueAt;
  row.isDueExpected = c.isDueExpected;
  row.owner = line.owner;
  row.isMine = c.ownerId == in.clerk.id;
  row.channel = c.channel;
  row.lastEventAt = c.lastEventAt;
  return row;
}

TimelineItem itemOf(const store::TimelineEntry& entry) {
  TimelineItem item;
  item.kind = static_cast<TimelineItem::Kind>(entry.kind);
  item.at = entry.at;
  item.key = entry.n;
  item.channel = entry.channel;
  item.direction = entry.direction;
  item.event = entry.event;
  item.caseId = entry.caseId;
  item.caseNumber = entry.caseNumber;
  item.subject = entry.subject;
  item.text = entry.text;
  item.by = entry.by;
  item.level = entry.level;
  return item;
}

}  // namespace ow::desk
