// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/search_key.h"
#include "base/text_fold.h"
#include "desk/cases.h"
#include "desk/inside.h"
#include "domain/masking.h"
#include "store/conflict_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;
using domain::CaseEventKind;

namespace {

constexpr std::size_t kStoryShown = 200;

// What a clerk can do with a case, in the order of the work.
constexpr CaseEventKind kOffered[] = {CaseEventKind::accepted, CaseEventKind::reviewStarted, CaseEventKind::decided,
                                      CaseEventKind::closed,   CaseEventKind::returned,      CaseEventKind::withdrawn,
                                      CaseEventKind::reopened};

std::vector<CaseAction> actionsOf(const Desk::Inside& in, domain::CaseState state) {
  std::vector<CaseAction> actions;
  for (const CaseEventKind event : kOffered) {
    CaseAction action{event, domain::moved(state, event).has_value(), ""};
    if (!action.isAllowed) action.why = "wrong_state";
    if (in.store->isReadOnly()) {
      action.isAllowed = false;
      action.why = "read_only";
    }
    actions.push_back(std::move(action));
  }
  return actions;
}

CasePage pageOf(Desk::Inside& in, const store::CaseLine& line) {
  const domain::Case& c = line.case_;
  CasePage page;
  page.row = rowOf(in, line);
  page.description = c.description.value_or("");
  page.place = c.place.value_or("");
  page.hall = c.hall;
  page.window = c.window.value_or("");
  page.department = line.department;
  page.outcome = c.outcome;
  page.openedAt = c.openedAt;
  page.acceptedAt = c.acceptedAt;
  page.decidedAt = c.decidedAt;
  page.closedAt = c.closedAt;
  page.statutoryDueAt = c.statutoryDueAt;
  page.externalDueAt = c.externalDueAt;
  page.party = c.partyId;
  page.agent = c.agentId;
  page.actions = actionsOf(in, c.state);
  return page;
}

// Pinyin or initials of any part of the name: people type gjj for 住房公积金提取.
bool matchesInside(const std::string& typed, std::string_view name) {
  for (std::size_t i = 1; i < name.size(); ++i) {
    const bool isStart = (static_cast<unsigned char>(name[i]) & 0xC0U) != 0x80U;
    if (isStart && base::matchesMixed(typed, name.substr(i))) return true;
  }
  return false;
}

// How well a service answers what was typed: 0 not at all, greater is better.
int serviceFit(const domain::Service& service, const std::string& typed, const std::string& folded) {
  const std::string name = base::folded(service.name);
  if (name == folded || service.code == typed) return 5;
  if (name.starts_with(folded)) return 4;
  if (base::matchesMixed(typed, service.name)) return 3;
  if (name.find(folded) != std::string::npos) return 3;
  if (service.nameEn && base::folded(*service.nameEn).find(folded) != std::string::npos) return 2;
  const bool isElsewhere =
      service.code.starts_with(typed) || base::folded(service.department).find(folded) != std::string::npos;
  if (isElsewhere) return 1;
  return matchesInside(typed, service.name) ? 1 : 0;
}

ServiceChoice choiceOf(const domain::Service& service) {
  return {service.id, service.name, service.department, service.code, service.promised()};
}

}  // namespace

Result<CasePage> openCasePage(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  OW_TRY(const auto line, store::caseLine(connection, id));
  CasePage page = pageOf(in, line);
  OW_TRY(page.row.toSettle, store::countToSettle(connection, domain::anyId(id)));
  OW_TRY(const auto service, store::loadEntity<domain::Service>(connection, line.case_.serviceId));
  page.caseType = service.caseType;
  const auto limit = service.promised() ? service.promised() : service.statutory();
  if (limit && line.case_.dueAt)
    page.clock =
        domain::explainDue(line.case_.acceptedAt.value_or(line.case_.openedAt), *limit, in.calendarOf(line.case_.jurisdiction));
  if (line.case_.agentId) {
    auto agent = store::loadEntity<domain::Party>(connection, *line.case_.agentId);
    if (agent) page.agentLabel = domain::maskedName(agent.value().name);
  }
  OW_TRY(const auto story, store::caseStory(connection, id, in.ratingSight(), kStoryShown));
  for (const auto& entry : story) page.story.push_back(itemOf(entry));
  OW_TRY(const auto links, store::linkedCases(connection, id));
  for (const auto& link : links) page.links.push_back({link.kind, link.id, link.number, link.title, link.state});
  return page;
}

Result<std::vector<ServiceChoice>> findServices(Desk& desk, const std::string& typed, std::size_t limit) {
  OW_TRY(auto reader, desk.inside().store->read());
  // Most used first: ties among names are settled by what this hall does all day.
  static const std::string kSql =
      "SELECT " + store::columnsOf<domain::Service>("t") +
      " FROM service t WHERE t.is_active = 1 ORDER BY (SELECT count(*) FROM (SELECT 1 FROM case_record c"
      " WHERE c.service_id = t.id LIMIT 1000)) DESC, t.name";
  OW_TRY(auto row, reader.connection().prepare(kSql));
  const std::string folded = base::folded(typed);
  std::vector<std::pair<int, ServiceChoice>> fitting;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    OW_TRY(const auto service, store::readEntity<domain::Service>(row));
    const int fit = folded.empty() ? 1 : serviceFit(service, typed, folded);
    if (fit > 0) fitting.emplace_back(fit, choiceOf(service));
    if (folded.empty() && fitting.size() >= limit) break;
  }
  std::stable_sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<ServiceChoice> choices;
  for (auto& [fit, choice] : fitting)
    if (choices.size() < limit) choices.push_back(std::move(choice));
  return choices;
}

}  // namespace ow::desk
