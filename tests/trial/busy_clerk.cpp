// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/busy_clerk.h"

#include "domain/case.h"
#include "domain/case_number.h"
#include "domain/interaction.h"
#include "domain/official_document.h"
#include "domain/party.h"
#include "domain/service.h"
#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::trial {

using base::Result;
using domain::Case;
using domain::CaseEvent;
using domain::Operation;
using domain::Party;

namespace {

constexpr std::int64_t kWorkedOn = 30;  // rows: the oldest, which everybody has, and the newest
constexpr int kSharedCards = 12;        // people whom both halls meet
constexpr std::int64_t kLastSerial = 99999;
const std::vector<std::string> kNames{"张三", "李四", "王五", "赵敏", "𠮷野", "买买提·吐尔逊"};

// The same at every desk, whoever makes it first.
domain::Service service() {
  domain::Service made;
  made.id = {base::namedUuid("trial", "service")};
  made.code = "TRIAL-1";
  made.name = "试办事项";
  made.department = "政务服务中心";
  made.jurisdiction = "CN";
  return made;
}

std::string lineOf(const Operation& operation, std::chrono::microseconds took, const std::string& caseNumber) {
  std::string line = "saved " + operation.id.text() + " " + std::string(base::code(operation.kind)) + " " +
                     std::string(base::code(operation.entity)) + " " + operation.entityId.uuid.text() + " " +
                     std::to_string(took.count());
  const bool isItsCase = operation.kind == domain::OperationKind::create && operation.entity == domain::EntityKind::case_;
  return isItsCase ? line + " " + caseNumber : line;
}

}  // namespace

BusyClerk::BusyClerk(store::Store& store, const desk::Place& place, std::optional<domain::StaffId> author, std::uint64_t seed,
                     Journal& journal, Saved saved)
    : m_store(store),
      m_place(place),
      m_author(author),
      m_dice(seed),
      m_ids(m_clock, m_random),
      m_journal(journal),
      m_saved(std::move(saved)) {}

Result<void> BusyClerk::work() {
  switch (m_dice.below(9)) {
    case 0:
      return registerParty();
    case 1:
    case 2:
      return openCase();
    case 3:
    case 4:
      return correctCase();
    case 5:
      return correctParty();
    case 6:
      return moveCase();
    case 7:
      return issueDocument();
    default:
      return noteTalk();
  }
}

domain::OperationWriter BusyClerk::writer(const char* purpose) {
  return {m_ids, m_clock.now(), {m_author, m_place.desk, purpose, std::nullopt}};
}

template <class T>
Result<std::optional<T>> BusyClerk::pick() {
  OW_TRY(auto reader, m_store.read());
  const std::string order = m_dice.below(2) == 0 ? "ASC" : "DESC";
  OW_TRY(auto row, reader.connection().prepare("SELECT " + store::columnsOf<T>("t") + " FROM " + store::schemaOf<T>().table +
                                               " t ORDER BY t.id " + order + " LIMIT 1 OFFSET ?1"));
  row.bindInt(1, std::int64_t(m_dice.below(kWorkedOn)));
  OW_TRY(const bool any, row.step());
  if (!any) return std::optional<T>();
  OW_TRY(auto entity, store::readEntity<T>(row));
  return std::optional<T>(std::move(entity));
}

Result<void> BusyClerk::save(std::vector<Operation> operations, const std::string& caseNumber) {
  if (operations.empty()) return base::success();
  const auto begin = std::chrono::steady_clock::now();
  OW_TRYV(m_store.commit(operations));
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  std::vector<std::string> lines;
  std::vector<domain::OperationId> ids;
  for (const Operation& operation : operations) {
    lines.push_back(lineOf(operation, took, caseNumber));
    ids.push_back(operation.id);
  }
  m_journal.append(lines);
  m_saved(ids);
  return base::success();
}

// What every case is about, where it is not here yet.
Result<void> BusyClerk::offerService() {
  {
    OW_TRY(auto reader, m_store.read());
    if (store::loadEntity<domain::Service>(reader.connection(), service().id)) return base::success();
  }
  auto writing = writer("intake");
  writing.create(service());
  return save(writing.take());
}

Result<void> BusyClerk::registerParty() {
  auto writing = writer("intake");
  Party party;
  const bool isKnownByCard = m_dice.below(3) == 0;
  party.id = isKnownByCard ? domain::PartyId{base::namedUuid("trial", "card " + std::to_string(m_dice.below(kSharedCards)))}
                           : m_ids.make<domain::PartyId>();
  party.name = kNames[m_dice.below(kNames.size())];
  party.registeredAt = m_clock.now();
  party.jurisdiction = m_place.jurisdiction;
  writing.create(party);
  auto saved = save(writing.take());
  if (!saved && saved.error().kind == base::ErrorKind::duplicate) return base::success();  // that person is here already
  return saved;
}

Result<void> BusyClerk::openCase() {
  OW_TRYV(offerService());
  auto writing = writer("intake");
  const auto day = base::Date(std::chrono::floor<std::chrono::days>(m_clock.now()));
  Case c;
  {
    OW_TRY(auto write, m_store.write());
    OW_TRY(const auto serial, store::takeCaseSerial(write, day, kLastSerial));
    if (!serial) return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kLastSerial)}});
    OW_TRYV(write.commit());
    c.number = domain::CaseNumber{m_place.division, day, m_place.desk, *serial}.text();
  }
  c.id = m_ids.make<domain::CaseId>();
  c.serviceId = service().id;
  c.title = "办件 " + std::to_string(m_dice.below(1000));
  c.hall = m_place.hall;
  c.jurisdiction = m_place.jurisdiction;
  c.openedAt = c.lastEventAt = m_clock.now();
  OW_TRY(const auto party, pick<Party>());
  if (party) c.partyId = party->id;
  writing.create(c);
  writing.create(CaseEvent{
      m_ids.make<domain::CaseEventId>(), c.id, c.openedAt, domain::CaseEventKind::registered, {}, c.state, {}, {}, {}});
  return save(writing.take(), c.number);
}

Result<void> BusyClerk::correctCase() {
  OW_TRY(const auto before, pick<Case>());
  if (!before) return base::success();
  auto writing = writer("correction");
  Case after = *before;
  if (m_dice.below(2) == 0) after.title = "题 " + std::to_string(m_dice.below(50));
  if (m_dice.below(2) == 0) after.priority = domain::Priority(m_dice.below(3));
  if (m_dice.below(2) == 0) after.place = "街 " + std::to_string(m_dice.below(9));
  after.lastEventAt = std::max(before->lastEventAt, m_clock.now());
  writing.change(*before, after);
  return save(writing.take());
}

Result<void> BusyClerk::correctParty() {
  OW_TRY(const auto before, pick<Party>());
  if (!before) return base::success();
  auto writing = writer("correction");
  Party after = *before;
  after.name = kNames[m_dice.below(kNames.size())];
  if (m_dice.below(2) == 0) after.note = "注 " + std::to_string(m_dice.below(9));
  writing.change(*before, after);
  return save(writing.take());
}

// The move and its line of the timeline, which the centre refuses together.
Result<void> BusyClerk::moveCase() {
  OW_TRY(const auto before, pick<Case>());
  if (!before) return base::success();
  std::vector<domain::Transition> possible;
  for (const domain::Transition& t : domain::transitions())
    if (t.from == before->state) possible.push_back(t);
  if (possible.empty()) return base::success();
  const domain::Transition& move = possible[m_dice.below(possible.size())];
  const base::Instant now = m_clock.now();
  Case after = *before;
  after.state = move.to;
  if (move.to == domain::CaseState::decided) after.decidedAt = now;
  if (domain::isOpen(move.to))
    after.closedAt.reset();
  else
    after.closedAt = now;
  auto writing = writer("case_work");
  const auto moved = writing.change(*before, after, domain::OperationKind::transition);
  writing.create(
      CaseEvent{m_ids.make<domain::CaseEventId>(), after.id, now, move.event, before->state, after.state, {}, {}, {}}, moved);
  return save(writing.take());
}

Result<void> BusyClerk::issueDocument() {
  OW_TRY(const auto c, pick<Case>());
  if (!c) return base::success();
  const auto offered = domain::documentsFor(c->state, c->outcome);
  if (offered.empty()) return base::success();
  auto writing = writer("case_work");
  domain::OfficialDocument document;
  document.id = m_ids.make<domain::OfficialDocumentId>();
  document.caseId = c->id;
  document.type = offered[m_dice.below(offered.size())];
  document.provisional = std::string(domain::kProvisionalMark) + document.id.text();
  document.issuedBy = m_author;
  document.issuedAt = m_clock.now();
  writing.create(document);
  return save(writing.take());
}

Result<void> BusyClerk::noteTalk() {
  OW_TRY(const auto party, pick<Party>());
  if (!party) return base::success();
  auto writing = writer("intake");
  domain::Interaction talk;
  talk.id = m_ids.make<domain::InteractionId>();
  talk.partyId = party->id;
  talk.at = m_clock.now();
  talk.subject = "来访";
  writing.create(talk);
  return save(writing.take());
}

}  // namespace ow::trial
