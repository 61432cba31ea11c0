// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/time_text.h"
#include "desk/numbered_case.h"
#include "desk/survey_inside.h"
#include "desk/surveys.h"
#include "domain/phone.h"
#include "intake/record_reader.h"
#include "intake/value_reading.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::PartyId;

namespace {

constexpr std::size_t kMostFaultsTold = 1000;

base::Error badFrame(const char* field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

base::Instant startOf(const Desk::Inside& in, base::Date day) {
  return in.zone().toInstant(base::LocalTime{std::chrono::local_days{day}});
}

Result<domain::ServiceId> serviceCalled(store::Connection& connection, const std::string& service) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM service WHERE code = ?1 OR name = ?1 ORDER BY code <> ?1 LIMIT 1"));
  row.bindText(1, service);
  OW_TRY(const bool any, row.step());
  if (!any) return base::fail(ErrorKind::notFound, {{"entity", "service"}});
  return domain::ServiceId{row.uuid(0)};
}

std::string wordsOf(const SurveyFrame& frame) {
  std::string words = "ended";
  if (frame.endedFrom) words += " from=" + base::isoText(*frame.endedFrom);
  if (frame.endedUntil) words += " until=" + base::isoText(*frame.endedUntil);
  if (!frame.service.empty()) words += " service=" + frame.service;
  if (frame.channel) words += " channel=" + std::string(base::code(*frame.channel));
  return words;
}

Result<std::vector<PartyId>> segmentOf(const Desk::Inside& in, store::Connection& connection, const SurveyFrame& frame) {
  store::SegmentFilter filter;
  if (!frame.service.empty()) {
    OW_TRY(filter.service, serviceCalled(connection, frame.service));
  }
  filter.channel = frame.channel;
  if (frame.endedFrom) filter.endedFrom = startOf(in, *frame.endedFrom);
  if (frame.endedUntil) filter.endedBefore = startOf(in, std::chrono::sys_days(*frame.endedUntil) + std::chrono::days(1));
  return store::partiesOfSegment(connection, filter);
}

// The persons of a file, a row at a time.
class ListedPersons {
 public:
  static Result<ListedPersons> of(store::Connection& connection, const std::vector<std::string>& columns) {
    const auto place = [&columns](std::string_view name) { return intake::columnNamed(columns, name); };
    ListedPersons listed(connection, place("party"), place("phone"), place("case"));
    if (listed.m_party < 0 && listed.m_phone < 0 && listed.m_case < 0) return badFrame("list", "missing_column");
    OW_TRY(listed.m_cases, NumberedCases::of(connection));
    return listed;
  }

  Result<void> take(const intake::Record& record) {
    const std::string_view party = cell(record, m_party), phone = cell(record, m_phone), number = cell(record, m_case);
    if (!party.empty()) return takeParty(record.line, party);
    if (!phone.empty()) return takePhone(record.line, phone);
    if (!number.empty()) return takeCase(record.line, number);
    fault(record.line, "missing");
    return base::success();
  }
  void fault(std::int64_t line, std::string rule) {
    ++faultCount;
    if (faults.size() < kMostFaultsTold) faults.push_back({line, std::move(rule)});
  }

  std::vector<PartyId> parties;
  std::vector<SurveyListFault> faults;
  std::int64_t faultCount = 0;

 private:
  ListedPersons(store::Connection& connection, int party, int phone, int case_)
      : m_connection(&connection), m_party(party), m_phone(phone), m_case(case_) {}

  static std::string_view cell(const intake::Record& record, int column) {
    return column < 0 ? std::string_view() : intake::trimmed(record.fields[std::size_t(column)]);
  }

  Result<void> takeParty(std::int64_t line, std::string_view text) {
    const auto id = PartyId::parse(text);
    const auto known = id ? store::loadEntity<domain::Party>(*m_connection, *id)
                          : Result<domain::Party>(base::fail(ErrorKind::notFound, {{"entity", "party"}}));
    if (!known && known.error().kind != ErrorKind::notFound) return known.error();
    if (known)
      parties.push_back(*id);
    else
      fault(line, "unknown_party");
    return base::success();
  }
  Result<void> takePhone(std::int64_t line, std::string_view text) {
    const auto phone = domain::checkPhone(text, "CN");
    OW_TRY(const auto found, store::partiesByPhone(*m_connection, phone.e164.empty() ? phone.national : phone.e164));
    if (found.size() == 1)
      parties.push_back(found.front());
    else
      fault(line, found.empty() ? "unknown_phone" : "shared_phone");
    return base::success();
  }
  Result<void> takeCase(std::int64_t line, std::string_view number) {
    OW_TRY(const auto id, m_cases.find(*m_connection, number));
    if (!id) {
      fault(line, "unknown_case");
      return base::success();
    }
    OW_TRY(const auto c, store::loadEntity<domain::Case>(*m_connection, *id));
    if (c.partyId)
      parties.push_back(*c.partyId);
    else
      fault(line, "case_without_party");
    return base::success();
  }

  store::Connection* m_connection;
  int m_party, m_phone, m_case;
  NumberedCases m_cases;
};

Result<ListedPersons> listedIn(store::Connection& connection, const std::filesystem::path& file) {
  OW_TRY(auto records, intake::openRecords(file, {}));
  OW_TRY(auto listed, ListedPersons::of(connection, records->columns()));
  for (;;) {
    OW_TRY(auto next, records->next());
    if (!next) return listed;
    if (const auto* broken = std::get_if<intake::RowFault>(&*next))
      listed.fault(broken->line, broken->rule);
    else
      OW_TRYV(listed.take(std::get<intake::Record>(*next)));
  }
}

std::int64_t personsIn(std::vector<PartyId> frame) {
  std::sort(frame.begin(), frame.end());
  return std::unique(frame.begin(), frame.end()) - frame.begin();
}

bool isPlaceCount(int count) {
  return count >= 1 && count <= domain::kMostDrawn;
}

}  // namespace

Result<SurveySample> drawSurvey(Desk& desk, const SurveyFrame& frame, int size, std::optional<std::uint64_t> seed) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(supervisorsOnly(in));
  SurveySample sample;
  if (frame.elsewhere) {
    if (!isPlaceCount(*frame.elsewhere)) return badFrame("elsewhere", "out_of_range");
    sample.drawnFrom = domain::DrawnFrom::elsewhere;
    sample.count = *frame.elsewhere;
    return sample;
  }
  if (!isPlaceCount(size)) return badFrame("size", "out_of_range");
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  std::vector<PartyId> persons;
  if (frame.list.empty()) {
    OW_TRY(persons, segmentOf(in, reader.connection(), frame));
    sample.segment = wordsOf(frame);
  } else {
    OW_TRY(auto listed, listedIn(reader.connection(), frame.list));
    sample.drawnFrom = domain::DrawnFrom::list;
    sample.segment = frame.list.filename().string();
    persons = std::move(listed.parties);
    sample.faults = std::move(listed.faults);
    sample.faultCount = listed.faultCount;
  }
  sample.seed = seed ? *seed : in.ports.random->next64();
  sample.frameSize = personsIn(persons);
  sample.places = domain::drawSample(std::move(persons), std::size_t(size), sample.seed);
  sample.count = int(sample.places.size());
  return sample;
}

}  // namespace ow::desk
