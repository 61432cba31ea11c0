// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/sync_world.h"

#include <array>
#include <filesystem>

#include "base/digest.h"
#include "domain/case_number.h"
#include "simulation/broken_line.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"
#include "store/desk_state.h"
#include "store/replica.h"
#include "store/schema.h"

namespace ow::test {

using domain::Case;
using domain::CaseState;
using domain::Operation;
using domain::Party;

namespace {

constexpr int kRoundsToSettle = 60;
constexpr std::int64_t kStart = 1772415000000;  // 2026-03-02T01:30Z

store::StoreKey key() {
  store::StoreKey made;
  std::fill(made.bytes().begin(), made.bytes().end(), std::uint8_t{9});
  return made;
}

// A new store costs a key and two migrations: made once, copied for each desk.
const std::string& emptyStore() {
  static const testkit::TempFolder folder;
  static const std::string path = [] {
    const std::string made = folder / "empty.ow";
    must(store::Store::create(made, key()));
    return made;
  }();
  return path;
}

const domain::WorkCalendar& calendar() {
  static const domain::WorkCalendar calendar = must(domain::findBundledCalendar("CN"));
  return calendar;
}

constexpr std::array<const char*, 2> kHallNames{"东城", "西城"};
constexpr std::array<const char*, 2> kDivisions{"110101", "110102"};

desk::Place placeOf(int hall, std::size_t desk) {
  const auto name = std::to_string(desk + 1);
  return {kDivisions[std::size_t(hall)], "00" + name, kHallNames[std::size_t(hall)], name, "CN"};
}

const std::vector<std::string> kNames{"张三", "李四", "王五", "Núñez", "𠮷野", "买买提·吐尔逊"};

}  // namespace

Troubles Troubles::none() {
  return {{}, 0, 0, 0, 0, 0, 0, 0};
}

Troubles Troubles::usual() {
  Troubles troubles;
  troubles.weather = {6, 6, 4, 4, 6, 2, 2, 8, 6};
  return troubles;
}

Troubles Troubles::steadyCentre() {
  Troubles troubles = usual();
  troubles.failovers = troubles.restores = 0;
  return troubles;
}

Troubles Troubles::busyHall() {
  Troubles troubles = usual();
  troubles.hallWork = 70;
  troubles.clockJumps = 1;  // a queue is of one day: desks that live on different ones never meet in it
  return troubles;
}

SyncWorld::SyncWorld(std::uint64_t seed, const Troubles& troubles, std::optional<Bug> bug)
    : m_dice(seed), m_clock(base::fromMillis(kStart)), m_troubles(troubles), m_bug(bug), m_centre(m_clock, m_dice) {
  m_halls = {m_centre.addHall("110101-1", kHallNames[0]), m_centre.addHall("110102-1", kHallNames[1])};
  const int deskHalls[] = {0, 0, 1};
  for (const int hall : deskHalls) {
    auto desk = std::make_unique<Desk>();
    desk->index = m_desks.size();
    desk->hall = hall;
    desk->name = m_centre.addDesk({m_halls[std::size_t(hall)]});
    desk->path = m_folder / (desk->name + ".ow");
    desk->clock.set(m_clock.now());
    std::filesystem::copy_file(emptyStore(), desk->path);
    m_desks.push_back(std::move(desk));
  }
  if (m_troubles.hallWork > 0) {
    addStaff();
    for (auto& desk : m_desks) writePlace(*desk);
  }
  for (auto& desk : m_desks) start(*desk);
  if (m_troubles.upgrades > 0 && m_dice.below(2) == 0) m_centre.setSchema(sync::MemoryCentre::kBeforeDocuments);
  m_backup = m_centre.snapshot();
}

SyncWorld::~SyncWorld() = default;

// Whoever reads a store alone must know whose it is.
void SyncWorld::writePlace(const Desk& desk) {
  auto store = must(store::Store::open(desk.path, key()));
  auto write = must(store->write());
  must(store::putDeskValue(write.connection(), "place.hall", kHallNames[std::size_t(desk.hall)]));
  must(write.commit());
}

void SyncWorld::start(Desk& desk) {
  auto opened = must(store::Store::open(desk.path, key()));
  desk.store = opened.get();
  desk.office = std::make_shared<desk::Desk>(std::make_unique<desk::Desk::Inside>(
      std::move(opened), domain::Staff{}, placeOf(desk.hall, desk.index), desk::Ports{&desk.clock, &m_dice}, calendar()));
  if (!m_staff.empty()) seatSomebody(desk);
  desk.line = m_centre.line(desk.name);
  sync::Centre* line = desk.line.get();
  if (m_bug) {
    desk.broken = std::make_unique<BrokenLine>(*line, *m_bug, m_dice);
    line = desk.broken.get();
  }
  desk.weather = std::make_unique<testkit::FaultyLine>(*line, m_dice, m_troubles.weather);
  sync::Amounts amounts;
  amounts.pushOperations = 1 + m_dice.below(12);
  amounts.pullRows = 1 + m_dice.below(20);
  amounts.fillRows = 1 + m_dice.below(20);
  amounts.fetchRows = 1 + m_dice.below(8);
  amounts.pushBatches = amounts.fillPages = 1;  // a thread would throw the dice in its own time
  if (desk.index == 2) amounts.bulkRows = 1;
  desk.synchroniser = std::make_unique<sync::Synchroniser>(*desk.store, *desk.weather, desk.clock, amounts);
  desk.lane = std::make_unique<sync::AttachmentLane>(*desk.store, *desk.weather->chunks(), desk.clock);
}

void SyncWorld::crash(Desk& desk) {
  m_story += desk.name + " crashes\n";
  desk.lane.reset();
  desk.synchroniser.reset();
  desk.weather.reset();
  desk.broken.reset();
  desk.line.reset();
  desk.pad.reset();
  desk.office.reset();
  start(desk);
}

void SyncWorld::live(int steps) {
  for (int i = 0; i < steps; ++i) step();
}

void SyncWorld::step() {
  const auto passed = std::chrono::milliseconds(m_dice.below(20000));
  m_clock.advance(passed);
  for (auto& desk : m_desks) desk->clock.advance(passed);
  Desk& desk = *m_desks[m_dice.below(m_desks.size())];
  mishap();
  if (m_dice.below(100) < m_troubles.crashes) return crash(desk);
  if (m_dice.below(3) == 0) return sync(desk);
  work(desk);
}

void SyncWorld::mishap() {
  if (m_dice.below(100) < m_troubles.failovers) {
    const auto lost = m_dice.below(4);
    m_hasForgotten = true;
    m_story += "failover loses " + std::to_string(lost) + "\n";
    m_centre.failover(lost);
  }
  if (m_dice.below(100) < m_troubles.restores) {
    const auto identity = m_dice.below(2) == 0 ? sync::MemoryCentre::Identity::kept : sync::MemoryCentre::Identity::changed;
    m_hasForgotten = true;
    m_story += "restored\n";
    m_centre.restore(m_backup, identity);
  } else if (m_dice.below(12) == 0) {
    m_backup = m_centre.snapshot();
  }
  if (m_dice.below(100) < m_troubles.clockJumps)
    m_desks[m_dice.below(m_desks.size())]->clock.set(
        base::fromMillis(kStart + (std::int64_t(m_dice.below(7300)) - 3650) * 86400000));
  if (m_dice.below(100) < m_troubles.sessionsEnd) m_centre.endSessions();
  if (m_dice.below(100) < m_troubles.upgrades) upgrade();
}

void SyncWorld::upgrade() {
  if (m_centre.schema() == sync::MemoryCentre::kSchema) return;
  m_story += "upgraded\n";
  m_centre.setSchema(sync::MemoryCentre::kSchema);
}

void SyncWorld::sync(Desk& desk) {
  if (desk.index % 2 == 1) desk.synchroniser->hint();
  const auto ended = desk.synchroniser->round();
  m_repairs += desk.synchroniser->report().repaired + desk.synchroniser->report().forgotten;
  m_story += desk.name + " syncs: " + (ended ? "done" : base::describe(ended.error())) + "\n";
  if (!ended && ended.error().kind == base::ErrorKind::internal) m_complaints.push_back(base::describe(ended.error()));
  if (ended) carry(desk, int(m_dice.below(12)));  // as a desk does: after the text, until something else comes up
}

bool SyncWorld::settle() {
  for (auto& desk : m_desks) desk->weather->clearUp();
  upgrade();
  for (int round = 0; round < kRoundsToSettle; ++round) {
    // Marks are set by whoever asks, half a minute apart, and what is in trouble is tried again within the hour.
    m_clock.advance(std::chrono::hours(2));
    bool hasMoved = false;
    for (auto& desk : m_desks) {
      desk->clock.advance(std::chrono::hours(2));
      const auto ended = desk->synchroniser->round();
      if (!ended) m_story += desk->name + " cannot settle: " + base::describe(ended.error()) + "\n";
      const sync::Report& r = desk->synchroniser->report();
      m_repairs += r.repaired + r.forgotten;
      m_story += desk->name + " settles: " + std::to_string(r.pushed) + " pushed (" + std::to_string(r.postponed) +
                 " postponed), " + std::to_string(r.pulled) + " pulled, " + std::to_string(r.fetched) + " fetched, " +
                 std::to_string(r.repaired) + " repaired, " + std::to_string(r.forgotten) + " forgotten, " +
                 std::to_string(r.reoffered) + " offered again\n";
      hasMoved |= !ended || !desk->synchroniser->report().movedNothing();
      if (ended) hasMoved |= carry(*desk, 1000);
    }
    if (!hasMoved) return true;
  }
  return false;
}

// What every outbox still knows, for a story that ended badly.
void SyncWorld::tellOutboxes() {
  for (auto& desk : m_desks) {
    auto reader = must(desk->store->read());
    auto row = must(reader.connection().prepare(
        "SELECT kind, entity, entity_id, state, outcome,"
        " (SELECT reason FROM operation_trouble t WHERE t.operation_id = o.id) FROM operation o ORDER BY seq"));
    while (must(row.step()))
      m_story += desk->name + " keeps: " + row.text(0) + " " + row.text(1) + " " + row.uuid(2).text() + " " + row.text(3) +
                 " " + row.text(4) + " " + row.text(5) + "\n";
    auto parked = must(reader.connection().prepare("SELECT kind, reason, body FROM unapplied"));
    while (must(parked.step()))
      m_story += desk->name + " parks: " + parked.text(0) + " " + parked.text(1) + " " + parked.text(2) + "\n";
  }
}

bool SyncWorld::save(Desk& desk, std::vector<Operation> operations) {
  if (operations.empty() || !desk.store->commit(operations)) return false;
  for (Operation& operation : operations) {
    if (operation.kind == domain::OperationKind::create) m_hallOf.emplace(operation.entityId, desk.hall);
    m_promises.push_back({std::move(operation), desk.index});
  }
  return true;
}

void SyncWorld::work(Desk& desk) {
  if (m_troubles.hallWork > 0 && m_dice.below(100) < m_troubles.hallWork) return workInHall(desk);
  switch (m_dice.below(28)) {
    case 25:
    case 26:
    case 27:
      return issueDocument(desk);
    case 24:
      return eraseSomething(desk);
    case 22:
    case 23:
      return addPaper(desk);
    case 21:
      return askForPaper(desk);
    default:
      break;
  }
  switch (m_dice.below(6)) {
    case 0:
      return registerParty(desk);
    case 1:
      return openCase(desk);
    case 2:
    case 3:
      return patchSomething(desk);
    case 4:
      return moveCase(desk);
    default:
      return addContact(desk);
  }
}

void SyncWorld::registerParty(Desk& desk) {
  auto writer = desk.writer(m_dice, "intake");
  Party party;
  // One in four is somebody whom the other hall may know as well: the id follows from the card.
  const bool isKnownByCard = m_dice.below(4) == 0;
  party.id = isKnownByCard ? domain::PartyId{base::namedUuid("site", "card " + std::to_string(m_dice.below(5)))}
                           : writer.ids().make<domain::PartyId>();
  for (const Party& known : rowsIn<Party>(*desk.store))
    if (known.id == party.id) return;
  party.name = kNames[m_dice.below(kNames.size())];
  party.registeredAt = desk.clock.now();
  party.jurisdiction = "CN";
  writer.create(party);
  save(desk, writer.take());
}

void SyncWorld::openCase(Desk& desk) {
  auto writer = desk.writer(m_dice, "intake");
  auto write = must(desk.store->write());
  const base::Date day{std::chrono::year(2026), std::chrono::March, std::chrono::day(2)};
  const auto serial = must(store::takeCaseSerial(write, day, 99999));
  Case c;
  c.id = writer.ids().make<domain::CaseId>();
  c.number = domain::CaseNumber{kDivisions[std::size_t(desk.hall)], day, "00" + std::to_string(desk.index + 1), *serial}.text();
  c.serviceId = domain::ServiceId{base::namedUuid("", "service")};
  c.title = "办件 " + std::to_string(++m_serial);
  c.hall = "大厅";
  c.jurisdiction = "CN";
  c.openedAt = c.lastEventAt = desk.clock.now();
  writer.create(c);
  writer.create(domain::CaseEvent{
      writer.ids().make<domain::CaseEventId>(), c.id, c.openedAt, domain::CaseEventKind::registered, {}, c.state, {}, {}, {}});
  auto operations = writer.take();
  if (!write.apply(operations) || !write.commit()) return;
  m_numbers.push_back(c.number);
  for (Operation& operation : operations) {
    m_hallOf.emplace(operation.entityId, desk.hall);
    m_promises.push_back({std::move(operation), desk.index});
  }
}

void SyncWorld::patchSomething(Desk& desk) {
  auto writer = desk.writer(m_dice, "correction");
  const auto cases = rowsIn<Case>(*desk.store);
  const auto parties = rowsIn<Party>(*desk.store);
  if (m_dice.below(2) == 0 && !cases.empty()) {
    const Case& before = cases[m_dice.below(cases.size())];
    Case after = before;
    if (m_dice.below(2) == 0) after.title = "题 " + std::to_string(m_dice.below(4));
    if (m_dice.below(2) == 0) after.priority = domain::Priority(m_dice.below(3));
    if (m_dice.below(2) == 0)
      after.place = m_dice.below(2) == 0 ? std::nullopt : std::optional<std::string>("街 " + std::to_string(m_dice.below(3)));
    after.lastEventAt = std::max(before.lastEventAt, desk.clock.now());
    writer.change(before, after);
  } else if (!parties.empty()) {
    const Party& before = parties[m_dice.below(parties.size())];
    Party after = before;
    after.name = kNames[m_dice.below(kNames.size())];
    if (m_dice.below(2) == 0) after.note = "注 " + std::to_string(m_dice.below(3));
    writer.change(before, after);
  }
  save(desk, writer.take());
}

void SyncWorld::moveCase(Desk& desk) {
  const auto cases = rowsIn<Case>(*desk.store);
  if (cases.empty()) return;
  const Case& before = cases[m_dice.below(cases.size())];
  std::vector<domain::Transition> possible;
  for (const domain::Transition& t : domain::transitions())
    if (t.from == before.state) possible.push_back(t);
  if (possible.empty()) return;
  const domain::Transition& move = possible[m_dice.below(possible.size())];
  Case after = before;
  after.state = move.to;
  if (move.to == CaseState::decided) after.decidedAt = desk.clock.now();
  if (domain::isOpen(move.to))
    after.closedAt.reset();
  else
    after.closedAt = desk.clock.now();
  auto writer = desk.writer(m_dice, "case_work");
  writer.change(before, after, domain::OperationKind::transition);
  save(desk, writer.take());
}

void SyncWorld::eraseSomething(Desk& desk) {
  const auto cases = rowsIn<Case>(*desk.store);
  if (cases.empty()) return;
  auto writer = desk.writer(m_dice, "import_undo");
  const Case& gone = cases[m_dice.below(cases.size())];
  writer.erase(gone);
  if (save(desk, writer.take())) m_erased.insert(domain::anyId(gone.id));
}

void SyncWorld::addContact(Desk& desk) {
  const auto parties = rowsIn<Party>(*desk.store);
  if (parties.empty()) return;
  auto writer = desk.writer(m_dice, "intake");
  domain::Interaction talk;
  talk.id = writer.ids().make<domain::InteractionId>();
  talk.partyId = parties[m_dice.below(parties.size())].id;
  talk.at = desk.clock.now();
  talk.subject = "来访";
  writer.create(talk);
  save(desk, writer.take());
}

}  // namespace ow::test
