// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limit_table.h"

#include <boost/json.hpp>
#include <utility>

#include "base/time_text.h"
#include "base/time_zone.h"
#include "resources/resources.h"

namespace ow::domain {

namespace json = boost::json;
using base::Error;
using base::ErrorKind;
using base::Instant;
using base::Result;

namespace {

constexpr std::size_t kLargestTable = 4 << 20;

Error wrongTable(std::string_view field, std::string_view rule = "format") {
  return base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
}

// "2015-02-16T13:00", wall-clock time of the table's zone.
Result<Instant> localInstant(std::string_view text, const base::TimeZone& zone) {
  if (text.size() != 16) return wrongTable("from");
  OW_TRY(const auto asUtc, base::parseIsoInstant(std::string(text) + ":00Z"));
  return zone.toInstant(base::LocalTime{asUtc.time_since_epoch()});
}

Result<LimitTable::Period> periodOf(const json::value& value, const base::TimeZone& zone) {
  const auto* entry = value.if_object();
  const auto* unit = entry == nullptr ? nullptr : entry->if_contains("unit");
  const auto* amount = entry == nullptr ? nullptr : entry->if_contains("amount");
  if (unit == nullptr || amount == nullptr || !unit->is_string() || !amount->is_int64()) return wrongTable("types", "missing");
  const auto known = base::fromCode<LimitUnit>(std::string_view(unit->get_string()));
  if (!known) return wrongTable("unit", "unknown_word");
  if (amount->get_int64() < 1 || amount->get_int64() > kLongestMinutes) return wrongTable("amount", "out_of_range");
  LimitTable::Period period{std::nullopt, Limit{int(amount->get_int64()), *known}};
  if (!isPlausible(period.limit)) return wrongTable("amount", "out_of_range");
  if (const auto* from = entry->if_contains("from")) {
    const auto* text = from->if_string();
    if (text == nullptr) return wrongTable("from");
    OW_TRY(period.from, localInstant(*text, zone));
  }
  return period;
}

Result<std::vector<LimitTable::Period>> periodsOf(const json::value& value, const base::TimeZone& zone) {
  const auto* list = value.if_array();
  if (list == nullptr || list->empty() || list->size() > 1000) return wrongTable("types");
  std::vector<LimitTable::Period> periods;
  for (const auto& item : *list) {
    OW_TRY(auto period, periodOf(item, zone));
    const bool isFirst = periods.empty();
    if (!isFirst && (!period.from || (periods.back().from && *period.from <= *periods.back().from)))
      return wrongTable("from", "order");
    periods.push_back(period);
  }
  return periods;
}

}  // namespace

Result<LimitTable> LimitTable::parse(std::string_view text) {
  if (text.size() > kLargestTable)
    return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargestTable)}, {"unit", "byte"}});
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  if (format == nullptr || *format != "onewindow-limits/1")
    return base::fail(ErrorKind::unsupportedFormat, {{"format", "onewindow-limits/1"}});
  const auto* jurisdiction = file->if_contains("jurisdiction");
  const auto* zoneName = file->if_contains("zone");
  const auto* types = file->if_contains("types");
  if (jurisdiction == nullptr || !jurisdiction->is_string()) return wrongTable("jurisdiction", "missing");
  if (zoneName == nullptr || !zoneName->is_string()) return wrongTable("zone", "missing");
  if (types == nullptr || !types->is_object()) return wrongTable("types", "missing");

  OW_TRY(const auto zone, base::TimeZone::named(zoneName->get_string()));
  LimitTable table;
  table.m_jurisdiction = std::string(jurisdiction->get_string());
  for (const auto& [type, periods] : types->get_object()) {
    OW_TRY(auto read, periodsOf(periods, zone));
    table.m_types.emplace(std::string(type), std::move(read));
  }
  return table;
}

std::optional<Limit> LimitTable::limitFor(std::string_view type, Instant openedAt) const {
  const auto found = m_types.find(type);
  if (found == m_types.end()) return std::nullopt;
  const auto& periods = found->second;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period)
    if (!period->from || *period->from <= openedAt) return period->limit;
  return std::nullopt;
}

Result<LimitTable> findBundledLimitTable(std::string_view name) {
  const auto text = resources::file("jurisdictions/" + std::string(name) + ".json");
  if (text.data() == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "limit_table"}});
  return LimitTable::parse(text);
}

}  // namespace ow::domain
