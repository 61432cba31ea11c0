// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_document.h"

#include <boost/json.hpp>

#include "base/time_text.h"

namespace ow::admin {

namespace json = boost::json;

namespace {

template <class T>
json::value codeOf(const std::optional<T>& value) {
  return value ? json::value(base::code(*value)) : json::value(nullptr);
}

json::value timeOf(const std::optional<base::Instant>& at, const base::TimeZone& zone) {
  return at ? json::value(base::isoText(*at, zone)) : json::value(nullptr);
}

json::value textOf(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value(nullptr);
}
json::value textOrNull(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

template <class Id>
json::value idOf(const std::optional<Id>& id) {
  return id ? json::value(id->text()) : json::value(nullptr);
}

json::array fieldsOf(const std::vector<desk::MaskedField>& fields) {
  json::array list;
  for (const auto& f : fields)
    list.push_back({{"kind", f.kind}, {"shown", f.shown}, {"preferred", f.isPreferred}, {"doubtful", f.isDoubtful}});
  return list;
}

json::array itemsOf(const std::vector<desk::TimelineItem>& items, const base::TimeZone& zone) {
  static constexpr const char* kKinds[] = {"interaction", "case_event", "rating"};
  json::array list;
  for (const auto& item : items)
    list.push_back({{"kind", kKinds[std::size_t(item.kind)]},
                    {"at", base::isoText(item.at, zone)},
                    {"channel", base::code(item.channel)},
                    {"direction", base::code(item.direction)},
                    {"event", codeOf(item.event)},
                    {"case_id", idOf(item.caseId)},
                    {"case_number", textOrNull(item.caseNumber)},
                    {"subject", textOrNull(item.subject)},
                    {"text", textOrNull(item.text)},
                    {"by", textOrNull(item.by)},
                    {"level", item.level == 0 ? json::value(nullptr) : json::value(item.level)}});
  return list;
}

json::object rowOf(const desk::InboxRow& row, const base::TimeZone& zone) {
  return {{"id", row.id.text()},
          {"number", row.number},
          {"external_no", textOf(row.externalNo)},
          {"service", row.service},
          {"title", row.title},
          {"citizen", textOrNull(row.citizen)},
          {"state", base::code(row.state)},
          {"priority", base::code(row.priority)},
          {"channel", base::code(row.channel)},
          {"light", base::code(row.light)},
          {"due_at", timeOf(row.dueAt, zone)},
          {"due_is_expected", row.isDueExpected},
          {"owner", textOrNull(row.owner)}};
}

json::object clockOf(const domain::ClockExplanation& clock) {
  json::array holidays, worked;
  for (const auto& holiday : clock.skippedHolidays) holidays.push_back({{"name", holiday.name}, {"days", holiday.days}});
  for (const auto& day : clock.workedRestDays) worked.push_back(json::value(base::isoText(day)));
  return {{"from", base::isoText(clock.firstDay)},
          {"to", base::isoText(clock.lastDay)},
          {"limit", {{"amount", clock.limit.amount}, {"unit", base::code(clock.limit.unit)}}},
          {"counted_days", clock.countedDays},
          {"rest_days", clock.skippedRestDays},
          {"holidays", std::move(holidays)},
          {"worked_rest_days", std::move(worked)},
          {"paused_days", clock.pausedDays}};
}

void addLines(std::string& out, const json::value& value, const std::string& name, int depth) {
  const std::string indent(std::size_t(depth) * 2, ' ');
  if (value.is_null()) return;
  if (value.is_object()) {
    if (!name.empty()) out += indent + name + ":\n";
    for (const auto& [key, inner] : value.get_object()) addLines(out, inner, key, depth + (name.empty() ? 0 : 1));
  } else if (value.is_array()) {
    if (value.get_array().empty()) return;
    out += indent + name + ":\n";
    for (const auto& inner : value.get_array()) addLines(out, inner, "-", depth + 1);
  } else {
    out += indent + name + ": " + (value.is_string() ? json::value_to<std::string>(value) : json::serialize(value)) + "\n";
  }
}

}  // namespace

json::object documentOf(const desk::Profile& p, const base::TimeZone& zone) {
  json::array relatives, open, ratings;
  for (const auto& r : p.relatives)
    relatives.push_back({{"kind", base::code(r.kind)},
                         {"side", r.side == desk::Relative::Side::ofThisParty ? "of_this_party" : "to_this_party"},
                         {"id", r.id.text()},
                         {"label", r.label},
                         {"scope", textOf(r.scope)},
                         {"valid_until", r.validUntil ? json::value(base::isoText(*r.validUntil)) : json::value(nullptr)},
                         {"expired", r.isExpired}});
  for (const auto& row : p.openCases) open.push_back(rowOf(row, zone));
  for (const int level : p.ratings) ratings.push_back(level);
  return {{"id", p.id.text()},
          {"kind", base::code(p.kind)},
          {"name", p.name.shown},
          {"latin_name", textOrNull(p.latinName)},
          {"sex", base::code(p.sex)},
          {"age", p.age ? json::value(*p.age) : json::value(nullptr)},
          {"birth_date", textOrNull(p.birthDate)},
          {"preferred_channel", codeOf(p.preferredChannel)},
          {"preferred_language", textOf(p.preferredLanguage)},
          {"note", textOf(p.note)},
          {"identifiers", fieldsOf(p.identifiers)},
          {"contact_points", fieldsOf(p.contactPoints)},
          {"addresses", fieldsOf(p.addresses)},
          {"relatives", std::move(relatives)},
          {"open_cases", std::move(open)},
          {"open_case_count", p.openCaseCount},
          {"closed_case_count", p.closedCaseCount},
          {"interaction_count", p.interactionCount},
          {"ratings", std::move(ratings)},
          {"timeline", itemsOf(p.timeline, zone)},
          {"registered_at", base::isoText(p.registeredAt, zone)}};
}

json::object documentOf(const desk::CasePage& page, const base::TimeZone& zone) {
  json::object document = rowOf(page.row, zone);
  json::array actions, links;
  for (const auto& a : page.actions)
    actions.push_back({{"event", base::code(a.event)}, {"allowed", a.isAllowed}, {"why", textOrNull(a.why)}});
  for (const auto& l : page.links)
    links.push_back({{"kind", base::code(l.kind)},
                     {"id", l.id.text()},
                     {"number", l.number},
                     {"title", l.title},
                     {"state", base::code(l.state)}});
  document["description"] = textOrNull(page.description);
  document["place"] = textOrNull(page.place);
  document["hall"] = page.hall;
  document["window"] = textOrNull(page.window);
  document["department"] = page.department;
  document["outcome"] = codeOf(page.outcome);
  document["opened_at"] = base::isoText(page.openedAt, zone);
  document["accepted_at"] = timeOf(page.acceptedAt, zone);
  document["decided_at"] = timeOf(page.decidedAt, zone);
  document["closed_at"] = timeOf(page.closedAt, zone);
  document["statutory_due_at"] = timeOf(page.statutoryDueAt, zone);
  document["external_due_at"] = timeOf(page.externalDueAt, zone);
  document["clock"] = page.clock ? json::value(clockOf(*page.clock)) : json::value(nullptr);
  document["party_id"] = idOf(page.party);
  document["agent_id"] = idOf(page.agent);
  document["agent"] = textOrNull(page.agentLabel);
  document["actions"] = std::move(actions);
  document["links"] = std::move(links);
  document["story"] = itemsOf(page.story, zone);
  return document;
}

json::object documentOf(const desk::CaseListRow& row, const base::TimeZone& zone) {
  return {{"id", row.id.text()},
          {"number", row.number},
          {"external_no", textOf(row.externalNo)},
          {"service", row.service},
          {"title", row.title},
          {"citizen", textOrNull(row.citizen)},
          {"state", base::code(row.state)},
          {"outcome", codeOf(row.outcome)},
          {"channel", base::code(row.channel)},
          {"opened_at", base::isoText(row.openedAt, zone)},
          {"due_at", timeOf(row.dueAt, zone)},
          {"due_is_expected", row.isDueExpected},
          {"statutory_due_at", timeOf(row.statutoryDueAt, zone)},
          {"external_due_at", timeOf(row.externalDueAt, zone)},
          {"closed_at", timeOf(row.closedAt, zone)},
          {"light", base::code(row.light)},
          {"owner", textOrNull(row.owner)},
          {"owner_login", textOrNull(row.ownerLogin)},
          {"place", textOrNull(row.place)}};
}

std::string linesOf(const json::object& document) {
  std::string out;
  addLines(out, json::value(document), "", 0);
  return out;
}

}  // namespace ow::admin
