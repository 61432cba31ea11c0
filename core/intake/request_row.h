// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/text_rules.h"
#include "base/time.h"
#include "domain/case_lifecycle.h"
#include "domain/channel.h"
#include "intake/mapping.h"
#include "intake/record.h"
#include "intake/value_reading.h"

namespace ow::intake {

// What a report says of one row. `rejected`: it did not become anything. `warning`: it did, and one value was repaired or left
// out.
struct Finding {
  enum class Kind { rejected, warning };
  Kind kind = Kind::warning;
  std::string rule;   // stable word, see resources/mappings/README.md
  std::string field;  // word of Field, or the label of a detail
  bool operator==(const Finding&) const = default;
};

// Where the mapped fields stand in one file. Holds on to the mapping, which must outlive it.
class ColumnPlan {
 public:
  // invalidInput (field, rule=missing_column) when the file has no column for a field that every row needs.
  static base::Result<ColumnPlan> make(const Mapping& mapping, const std::vector<std::string>& columns);

  const Mapping& mapping() const { return *m_mapping; }
  // The value without blanks around it; empty when the file has no such column or says that it is missing.
  std::string_view value(const Record& record, Field field) const;
  std::string_view detail(const Record& record, std::size_t index) const;

 private:
  explicit ColumnPlan(const Mapping& mapping) : m_mapping(&mapping) {}
  std::string_view valueAt(const Record& record, int place) const;

  const Mapping* m_mapping;
  std::array<int, kFieldCount> m_places{};
  std::vector<int> m_detailPlaces;
};

// One request as a source tells it, read but not yet judged against the store.
struct RequestRow {
  std::string externalNo;
  std::string serviceCode;
  std::string serviceName;
  std::string department;
  std::string title;
  std::optional<std::string> description;
  std::optional<std::string> place;
  std::optional<std::string> closingText;
  domain::Channel channel = domain::Channel::other;
  base::Instant openedAt;
  std::optional<base::Instant> dueAt;
  std::optional<base::Instant> closedAt;  // set: it has ended
  std::optional<domain::Outcome> outcome;
  std::optional<Coordinates> at;
};

struct RequestReading {
  std::optional<RequestRow> row;  // empty: rejected, and the findings say why
  std::vector<Finding> findings;
};

// Pure; never fails: what cannot be read is a finding.
RequestReading readRequest(const Record& record, const ColumnPlan& plan);

// For both importers: a text that fits its place. Control characters and broken bytes become U+FFFD (warning
// characters_replaced), what is too long is cut (warning cut).
std::string fittingText(std::string_view raw, base::TextLimits limits, base::Lines lines, Field field,
                        std::vector<Finding>& findings);

}  // namespace ow::intake

template <>
inline constexpr auto ow::base::kCodes<ow::intake::Finding::Kind> = std::array<std::string_view, 2>{"rejected", "warning"};
