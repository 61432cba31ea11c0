// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/request_import.h"

#include <unordered_map>
#include <utility>

#include "domain/case_number.h"
#include "domain/work_calendar.h"
#include "intake/import_run.h"
#include "intake/request_case.h"
#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::intake {

using base::ErrorKind;
using base::Result;
using domain::Case;
using domain::CaseEvent;

namespace {

Taken rejected(const char* rule, Field field) {
  return {Taken::Fate::rejected, {{Finding::Kind::rejected, rule, std::string(base::code(field))}}};
}

class RequestTaker final : public RowTaker {
 public:
  RequestTaker(const RunContext& work, domain::WorkCalendar calendar) : m_work(work), m_calendar(std::move(calendar)) {}

  Result<Taken> take(store::Write& write, const Record& record) override {
    auto reading = readRequest(record, m_work.plan);
    if (!reading.row) return Taken{Taken::Fate::rejected, std::move(reading.findings)};
    OW_TRY(const Known known, serviceFor(write, *reading.row));
    const Case told = caseOf(*reading.row, known.service, m_work.mapping, m_calendar, m_work.hall);
    const Told row{*reading.row, told, hashOf(told, *reading.row), known};
    OW_TRY(auto taken, settle(write, row));
    taken.findings.insert(taken.findings.begin(), reading.findings.begin(), reading.findings.end());
    if (taken.fate == Taken::Fate::rejected) std::erase_if(taken.findings, isWarning);
    return taken;
  }

 private:
  struct Known {
    domain::Service service;
    bool isStored = false;
  };
  struct Told {
    const RequestRow& row;
    const Case& told;
    base::Uuid hash;
    const Known& service;
  };
  static bool isWarning(const Finding& finding) { return finding.kind == Finding::Kind::warning; }

  // The service with that code; a new one is only stored together with its first case.
  Result<Known> serviceFor(store::Write& write, const RequestRow& row) {
    if (const auto found = m_services.find(row.serviceCode); found != m_services.end()) return Known{found->second, true};
    domain::Service service = serviceOf(row, m_work.mapping);
    {
      OW_TRY(auto statement, write.connection().prepare("SELECT id FROM service WHERE code = ?1"));
      statement.bindText(1, row.serviceCode);
      OW_TRY(const bool any, statement.step());
      if (!any) return Known{std::move(service), false};
      service.id.uuid = statement.uuid(0);
    }
    OW_TRY(service, store::loadEntity<domain::Service>(write.connection(), service.id));
    m_services.emplace(row.serviceCode, service);
    return Known{std::move(service), true};
  }

  Result<Taken> settle(store::Write& write, const Told& row) {
    OW_TRY(auto known, knownRow(write.connection(), m_work.mapping.source, row.row.externalNo));
    if (known && known->hash == row.hash) return unchanged(write, row, *known);
    if (known && known->seenIn == m_work.import) return rejected("duplicate_key", Field::externalNo);
    const auto here = store::loadEntity<Case>(write.connection(), row.told.id);
    if (here) return change(write, row, here.value());
    if (here.error().kind != ErrorKind::notFound) return here.error();
    return create(write, row);
  }

  Result<Taken> unchanged(store::Write& write, const Told& row, KnownRow known) {
    if (known.seenIn != m_work.import) {
      known.seenIn = m_work.import;
      OW_TRYV(putRow(write.connection(), m_work.mapping.source, row.row.externalNo, known));
    }
    return Taken{Taken::Fate::unchanged, {}};
  }

  Result<Taken> create(store::Write& write, const Told& row) {
    OW_TRY(const auto number, numberFor(write, row.told.openedAt));
    if (number.empty()) return rejected("too_many_a_day", Field::openedAt);
    addService(row.service);
    Case made = row.told;
    made.number = number;
    m_work.writer.create(made);
    for (const CaseEvent& event : firstEvents(made, row.row)) m_work.writer.create(event);
    return commitRow(write, row, made);
  }

  Result<Taken> change(store::Write& write, const Told& row, const Case& here) {
    const Update update = updated(here, row.told, m_work.writer.now());
    Taken result;
    if (update.isEndedHere)
      result.findings.push_back({Finding::Kind::warning, "ended_here", std::string(base::code(Field::status))});
    addService(row.service);
    const auto kind = update.event ? domain::OperationKind::transition : domain::OperationKind::patch;
    m_work.writer.change(here, update.after, kind);
    auto operations = m_work.writer.take();
    OW_TRY(const auto event, eventFor(write, row, here, update, operations.size() > (row.service.isStored ? 0 : 1)));
    if (event) m_work.writer.create(*event);
    const auto events = m_work.writer.take();
    operations.insert(operations.end(), events.begin(), events.end());
    if (operations.empty()) {
      OW_TRYV(putRow(write.connection(), m_work.mapping.source, row.row.externalNo,
                     {row.hash, domain::anyId(here.id), m_work.import, m_work.import}));
      result.fate = Taken::Fate::unchanged;
      return result;
    }
    OW_TRYV(write.apply(operations));
    OW_TRY(auto taken, commitRow(write, row, update.after));
    taken.findings = std::move(result.findings);
    return taken;
  }

  // What the timeline says of a change: the move, or that details changed, or the source's new text.
  Result<std::optional<CaseEvent>> eventFor(store::Write& write, const Told& row, const Case& here, const Update& update,
                                            bool hasChanged) {
    CaseEvent event;
    event.id = m_work.writer.ids().make<domain::CaseEventId>();
    event.caseId = here.id;
    event.at = m_work.writer.now();
    OW_TRY(const bool isNewText, isNew(write, here, row.row.closingText));
    if (isNewText) event.text = row.row.closingText;
    if (update.event) {
      event.kind = *update.event;
      event.fromState = here.state;
      event.toState = update.after.state;
      if (update.after.closedAt) event.at = *update.after.closedAt;
      return std::optional(event);
    }
    if (!hasChanged && !isNewText) return std::optional<CaseEvent>();
    event.kind = hasChanged ? domain::CaseEventKind::detailsChanged : domain::CaseEventKind::note;
    return std::optional(event);
  }

  Result<bool> isNew(store::Write& write, const Case& here, const std::optional<std::string>& text) {
    if (!text) return false;
    OW_TRY(auto row, write.connection().prepare("SELECT 1 FROM case_event WHERE case_id = ?1 AND text = ?2 LIMIT 1"));
    row.bindUuid(1, here.id.uuid).bindText(2, *text);
    OW_TRY(const bool any, row.step());
    return !any;
  }

  void addService(const Known& known) {
    if (known.isStored) return;
    m_work.writer.create(known.service);
    m_services.emplace(known.service.code, known.service);
  }

  Result<Taken> commitRow(store::Write& write, const Told& row, const Case& stored) {
    OW_TRYV(write.apply(m_work.writer.take()));
    OW_TRYV(putRow(write.connection(), m_work.mapping.source, row.row.externalNo,
                   {row.hash, domain::anyId(stored.id), m_work.import, m_work.import}));
    if (wantsPreview())
      show({stored.number, row.service.service.name, stored.title, std::string(base::code(stored.state)), stored.openedAt,
            stored.dueAt});
    return Taken{};
  }

  // Empty when the day is full.
  Result<std::string> numberFor(store::Write& write, base::Instant openedAt) {
    constexpr std::int64_t kSerialsForImports = 90'000;
    const base::Date day = m_work.mapping.zone.dateOf(openedAt);
    OW_TRY(const auto serial, store::takeCaseSerial(write, day, kSerialsForImports));
    if (!serial) return std::string();
    return domain::CaseNumber{m_work.division, day, m_work.desk, *serial}.text();
  }

  const RunContext m_work;
  domain::WorkCalendar m_calendar;
  std::unordered_map<std::string, domain::Service> m_services;  // those that are stored
};

}  // namespace

Result<ImportOutcome> importRequests(store::Store& store, const std::filesystem::path& file, const ImportOptions& options,
                                     base::Clock& clock, base::Random& random, const ImportListener& progress) {
  return runImport({store, clock, random}, LoadKind::requests, file, options, progress,
                   [](const RunContext& work) -> Result<std::unique_ptr<RowTaker>> {
                     OW_TRY(auto calendar, domain::findBundledCalendar(work.mapping.jurisdiction));
                     return std::make_unique<RequestTaker>(work, std::move(calendar));
                   });
}

}  // namespace ow::intake
