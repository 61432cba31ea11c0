// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/request_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace ow::intake {

using base::ErrorKind;
using base::Instant;
using base::Result;
using namespace std::chrono_literals;

namespace {

constexpr base::TextLimits kCaseTextLimits{500, 2000};
constexpr base::TextLimits kServiceCodeLimits{128, 512};

int placeOf(const std::vector<std::string>& wanted, const std::vector<std::string>& columns) {
  for (const std::string& name : wanted)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == name) return int(i);
  return -1;
}

// "Fri Apr 22 04:14:40 EDT 2022": the letters of the zone are not to be trusted, so they are not read.
std::optional<Instant> readDateCommand(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (text.size() < 28) return std::nullopt;
  const auto month = kMonths.find(text.substr(4, 3));
  if (month == std::string_view::npos || month % 3 != 0) return std::nullopt;
  const std::string plain =
      std::string(text.substr(24, 4)) + "-" + std::to_string(month / 3 + 1) + "-" + std::string(text.substr(8, 11));
  const std::vector<std::string> formats{"yyyy-MM-dd HH:mm:ss"};
  const auto at = readInstant(plain, formats, base::TimeZone::utc());
  return at ? std::optional(at.value()) : std::nullopt;
}

// A date stamp inside a text: what it says when taken for UTC, and how long it is.
struct Stamp {
  Instant asUtc;
  std::size_t length = 0;
};
std::optional<Stamp> stampAt(std::string_view text) {
  const auto afterClock = std::min(text.find(' ', std::min<std::size_t>(text.size(), 11)), text.size());
  const std::vector<std::string> formats{"iso"};
  if (const auto at = readInstant(text.substr(0, afterClock), formats, base::TimeZone::utc()))
    return Stamp{at.value(), afterClock};
  if (const auto at = readDateCommand(text)) return Stamp{*at, 28};
  return std::nullopt;
}

// Reads one record; every step notes what it repairs.
class RowReading {
 public:
  RowReading(const Record& record, const ColumnPlan& plan) : m_record(record), m_plan(plan), m_mapping(plan.mapping()) {}

  RequestReading take() {
    const bool isUsable = readKeys();
    if (isUsable) {
      readTexts();
      readTimes();
      readClosingText();
      readChannel();
      readPlace();
      readCoordinates();
      readDescription();
    }
    if (!isUsable) return {std::nullopt, std::move(m_findings)};
    return {std::move(m_row), std::move(m_findings)};
  }

 private:
  std::string_view value(Field field) const { return m_plan.value(m_record, field); }
  bool isMapped(Field field) const { return m_mapping.fields.contains(field); }
  void warn(const char* rule, Field field) { warn(rule, base::code(field)); }
  void warn(const char* rule, std::string_view field) {
    m_findings.push_back({Finding::Kind::warning, rule, std::string(field)});
  }
  bool reject(std::string_view rule, Field field) {
    m_findings = {{Finding::Kind::rejected, std::string(rule), std::string(base::code(field))}};
    return false;
  }
  std::string line(Field field, base::TextLimits limits = kCaseTextLimits) {
    return fittingText(value(field), limits, base::Lines::single, field, m_findings);
  }

  // What a case cannot be without.
  bool readKeys() {
    const auto number = base::acceptText(value(Field::externalNo), base::kNameLimits, base::Lines::single);
    if (!number) return reject(number.error().fact("rule"), Field::externalNo);
    if (number.value().empty()) return reject("missing", Field::externalNo);
    if (hasLostDigits(number.value())) return reject("number_precision", Field::externalNo);
    m_row.externalNo = number.value();
    if (value(Field::openedAt).empty()) return reject("missing", Field::openedAt);
    const auto opened = readInstant(value(Field::openedAt), m_mapping.dates, m_mapping.zone);
    if (!opened) return reject(opened.error().fact("rule"), Field::openedAt);
    m_row.openedAt = opened.value();
    const auto code =
        base::acceptText(m_mapping.servicePrefix + oneLine(value(Field::serviceCode)), kServiceCodeLimits, base::Lines::single);
    if (!code) return reject(code.error().fact("rule"), Field::serviceCode);
    if (value(Field::serviceCode).empty()) return reject("missing", Field::serviceCode);
    m_row.serviceCode = code.value();
    return true;
  }

  void readTexts() {
    const Field named = value(Field::serviceName).empty() ? Field::serviceCode : Field::serviceName;
    m_row.serviceName = line(named, base::kNameLimits);
    m_row.department = line(Field::department);
    m_row.title = line(Field::title);
    if (m_row.title.empty()) m_row.title = m_row.serviceName;
  }

  // A date that need not be there: what cannot be one is left out.
  std::optional<Instant> optionalInstant(Field field) {
    if (value(field).empty()) return std::nullopt;
    const auto at = readInstant(value(field), m_mapping.dates, m_mapping.zone);
    if (at) return at.value();
    m_findings.push_back({Finding::Kind::warning, std::string(at.error().fact("rule")), std::string(base::code(field))});
    return std::nullopt;
  }

  void readTimes() {
    m_row.dueAt = optionalInstant(Field::dueAt);
    if (isMapped(Field::dueAt) && value(Field::dueAt).empty()) warn("missing", Field::dueAt);
    if (m_row.dueAt && *m_row.dueAt < m_row.openedAt) warn("due_before_opened", Field::dueAt);
    const auto closed = optionalInstant(Field::closedAt);
    const auto status = statusWord();
    if (status.value_or(closed.has_value())) {
      m_row.closedAt = closed ? *closed : closingTimeWithoutDate();
    } else if (closed) {
      warn("status_contradicts_dates", Field::status);
    }
    if (m_row.closedAt && *m_row.closedAt < m_row.openedAt) {
      warn("closed_before_opened", Field::closedAt);
      m_row.closedAt = m_row.openedAt;
    }
    checkFlag();
  }

  std::optional<bool> statusWord() {
    if (value(Field::status).empty()) return std::nullopt;
    const auto known = m_mapping.statuses.find(foldedWord(value(Field::status)));
    if (known != m_mapping.statuses.end()) return known->second;
    warn("unknown_word", Field::status);
    return std::nullopt;
  }

  // Open311 has no closing date of its own: there the last change is it.
  Instant closingTimeWithoutDate() {
    const auto updated = optionalInstant(Field::updatedAt);
    if (!updated || isMapped(Field::closedAt)) warn("status_contradicts_dates", Field::closedAt);
    return updated.value_or(m_row.openedAt);
  }

  void checkFlag() {
    const auto flag = m_mapping.flags.find(foldedWord(value(Field::statusFlag)));
    if (flag == m_mapping.flags.end() || !m_row.closedAt || !m_row.dueAt) return;
    const bool wasLate = *m_row.closedAt > *m_row.dueAt;
    if (flag->second != wasLate) warn("status_contradicts_dates", Field::statusFlag);
  }

  void readClosingText() {
    std::string text =
        fittingText(value(Field::closingText), base::kNoteLimits, base::Lines::multiple, Field::closingText, m_findings);
    dropStamp(text);
    if (!text.empty()) m_row.closingText = text;
    if (!m_row.closedAt) return;
    m_row.outcome = m_mapping.otherOutcome;
    const std::string folded = foldedWord(text);
    for (const auto& [part, outcome] : m_mapping.outcomes) {
      if (folded.find(part) == std::string::npos) continue;
      m_row.outcome = outcome;
      break;
    }
  }

  // Some systems write the closing time into their text, in UTC whatever zone they name. The column says it already.
  void dropStamp(std::string& text) {
    const auto from = m_mapping.closingStamp.empty() ? std::string::npos : text.find(m_mapping.closingStamp);
    if (from == std::string::npos || !m_row.closedAt) return;
    const auto stamp = stampAt(std::string_view(text).substr(from + m_mapping.closingStamp.size()));
    if (!stamp) return;
    const auto asLocal = stamp->asUtc - m_mapping.zone.offsetAt(stamp->asUtc);
    const bool isLocal = std::chrono::abs(asLocal - *m_row.closedAt) <= 5s;
    if (!isLocal && std::chrono::abs(stamp->asUtc - *m_row.closedAt) <= 5s) warn("zone_shifted", Field::closingText);
    text.erase(from, m_mapping.closingStamp.size() + stamp->length);
    text = std::string(trimmed(text));
  }

  void readChannel() {
    m_row.channel = m_mapping.otherChannel;
    const auto word = value(Field::channel);
    if (word.empty()) return;
    const auto known = m_mapping.channels.find(foldedWord(word));
    if (known == m_mapping.channels.end()) return warn("unknown_word", Field::channel);
    m_row.channel = known->second;
  }

  void readPlace() {
    std::string place = line(Field::place);
    const std::string postcode = readPostcode();
    if (place.find(postcode) == std::string::npos && place.size() + postcode.size() < kCaseTextLimits.maxCodePoints)
      place += (place.empty() ? "" : " ") + postcode;
    if (!place.empty()) m_row.place = place;
  }

  std::string readPostcode() {
    const auto raw = value(Field::postcode);
    if (raw.empty()) return {};
    const std::size_t width = m_mapping.fields.at(Field::postcode).width;
    if (width == 0) return line(Field::postcode, base::kCodeLimits);
    const auto digits = readDigits(raw, width);
    if (!digits) warn("format", Field::postcode);
    if (digits && digits->wasRepaired) warn("number_repaired", Field::postcode);
    return digits ? digits->text : std::string();
  }

  void readCoordinates() {
    const auto latitude = value(Field::latitude), longitude = value(Field::longitude);
    if (!latitude.empty() && !longitude.empty()) {
      const auto y = readNumber(latitude), x = readNumber(longitude);
      if (y && x && isOnEarth({*y, *x})) m_row.at = Coordinates{*y, *x};
      if (!m_row.at) warn("out_of_range", Field::latitude);
    } else if (!value(Field::geometry).empty()) {
      m_row.at = readGeometry(value(Field::geometry));
      warn(m_row.at ? "taken_from_geometry" : "format", Field::geometry);
    } else if (latitude.empty() != longitude.empty()) {
      warn("missing", latitude.empty() ? Field::latitude : Field::longitude);
    }
    if (!m_row.at) return;
    constexpr double kSame = 1e-6;  // a tenth of a metre
    for (const auto& [y, x] : m_mapping.unknownPlaces) {
      if (std::abs(m_row.at->latitude - y) > kSame || std::abs(m_row.at->longitude - x) > kSame) continue;
      warn("default_geocode", Field::latitude);
      m_row.at.reset();
      return;
    }
  }

  std::string detailText(const Detail& detail, std::string_view raw) {
    if (detail.spelling == Detail::Spelling::text) return std::string(raw);
    const std::string core = detail.spelling == Detail::Spelling::number ? numberInside(raw) : lettersAndDigits(raw);
    if (core.empty()) return std::string(raw);
    std::string text = detail.form.empty() ? core : detail.form;
    if (const auto mark = text.find('#'); !detail.form.empty() && mark != std::string::npos) text.replace(mark, 1, core);
    if (text != raw) warn("spelling_unified", detail.label);
    return text;
  }

  void readDescription() {
    std::string text(value(Field::description));
    for (std::size_t i = 0; i < m_mapping.details.size(); ++i) {
      const auto raw = m_plan.detail(m_record, i);
      if (raw.empty()) continue;
      if (!text.empty()) text += "\n";
      text += m_mapping.details[i].label + ": " + detailText(m_mapping.details[i], raw);
    }
    text = fittingText(text, base::kNoteLimits, base::Lines::multiple, Field::description, m_findings);
    if (!text.empty()) m_row.description = std::move(text);
  }

  const Record& m_record;
  const ColumnPlan& m_plan;
  const Mapping& m_mapping;
  RequestRow m_row;
  std::vector<Finding> m_findings;
};

}  // namespace

Result<ColumnPlan> ColumnPlan::make(const Mapping& mapping, const std::vector<std::string>& columns) {
  ColumnPlan plan(mapping);
  plan.m_places.fill(-1);
  for (const auto& [field, wanted] : mapping.fields) plan.m_places[std::size_t(field)] = placeOf(wanted.columns, columns);
  for (const Detail& detail : mapping.details) plan.m_detailPlaces.push_back(placeOf(detail.columns, columns));
  const bool isRequests = mapping.kind == LoadKind::requests;
  const std::vector<Field> needed =
      isRequests ? std::vector{Field::externalNo, Field::openedAt, Field::serviceCode} : std::vector{Field::code, Field::name};
  for (const Field field : needed)
    if (plan.m_places[std::size_t(field)] < 0)
      return base::fail(ErrorKind::invalidInput, {{"field", std::string(base::code(field))}, {"rule", "missing_column"}});
  return plan;
}

std::string_view ColumnPlan::valueAt(const Record& record, int place) const {
  if (place < 0 || std::size_t(place) >= record.fields.size()) return {};
  const auto text = trimmed(record.fields[std::size_t(place)]);
  constexpr std::size_t kLongestMarker = 32;
  if (text.empty() || text.size() > kLongestMarker) return text;
  const auto& missing = m_mapping->missing;
  return std::find(missing.begin(), missing.end(), foldedWord(text)) == missing.end() ? text : std::string_view();
}

std::string_view ColumnPlan::value(const Record& record, Field field) const {
  return valueAt(record, m_places[std::size_t(field)]);
}

std::string_view ColumnPlan::detail(const Record& record, std::size_t index) const {
  return valueAt(record, m_detailPlaces[index]);
}

std::string fittingText(std::string_view raw, base::TextLimits limits, base::Lines lines, Field field,
                        std::vector<Finding>& findings) {
  const auto note = [&](const char* rule) {
    findings.push_back({Finding::Kind::warning, rule, std::string(base::code(field))});
  };
  auto repaired = base::repairedText(lines == base::Lines::single ? oneLine(raw) : std::string(trimmed(raw)), lines);
  if (repaired.replaced > 0) note("characters_replaced");
  std::string text = std::move(repaired.text);
  std::size_t count = 0, bytes = 0;
  while (bytes < text.size() && count < limits.maxCodePoints) {
    const auto step = base::firstOf(std::string_view(text).substr(bytes));
    if (bytes + step.size > limits.maxBytes) break;
    bytes += step.size;
    ++count;
  }
  if (bytes == text.size()) return text;
  note("cut");
  text.resize(bytes);
  return std::string(trimmed(text));
}

RequestReading readRequest(const Record& record, const ColumnPlan& plan) {
  return RowReading(record, plan).take();
}

}  // namespace ow::intake
