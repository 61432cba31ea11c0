// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "domain/case_lifecycle.h"
#include "domain/channel.h"
#include "domain/limit_table.h"

namespace ow::intake {

// How a source writes down what we keep: which column is which field, its date formats and zone, its words. The format of the
// file is described in resources/mappings/README.md.

// What the mapped columns can be; the words stand in mapping files and in import reports.
enum class Field {
  externalNo,
  openedAt,
  closedAt,
  updatedAt,
  dueAt,
  status,
  statusFlag,
  serviceCode,
  serviceName,
  department,
  title,
  description,
  closingText,
  channel,
  place,
  postcode,
  latitude,
  longitude,
  geometry,
  // service items
  code,
  name,
  nameEn,
  itemType,
  promisedAmount,
  promisedUnit,
  statutoryAmount,
  statutoryUnit,
};
inline constexpr std::size_t kFieldCount = 27;

enum class LoadKind { requests, catalogue };

struct FieldColumns {
  std::vector<std::string> columns;  // the first one that the file has is read
  std::size_t width = 0;             // digits only, filled up with zeros to this width; 0: text
};

// A line of the description: "ward: Ward 5".
struct Detail {
  enum class Spelling {
    text,    // as it stands
    number,  // the number inside, without zeros in front: "Ward 05", "5.0" and "5" are one ward
    code,    // letters and digits, upper case: "C-11" and "c11" are one district
  };
  std::string label;
  std::vector<std::string> columns;
  Spelling spelling = Spelling::text;
  std::string form;  // "Ward #": what is read takes the place of #; empty: it stands alone
};

struct Mapping {
  std::string name;  // of a bundled one, else the file's name
  std::string hash;  // of the file's text: another mapping is another load
  LoadKind kind = LoadKind::requests;
  std::string source;  // stays with every case as Case::source
  std::string jurisdiction;
  base::TimeZone zone = base::TimeZone::utc();
  std::optional<domain::LimitTable> limits;
  std::vector<std::string> missing;  // folded; the empty text is always one
  std::vector<std::string> dates;    // formats, tried in this order
  std::map<Field, FieldColumns> fields;
  std::vector<Detail> details;
  std::string servicePrefix;                          // before the codes of services that requests name
  std::map<std::string, bool, std::less<>> statuses;  // folded word -> whether it means "ended"
  std::map<std::string, bool, std::less<>> flags;     // folded word -> whether it means "late"
  std::map<std::string, domain::Channel, std::less<>> channels;
  domain::Channel otherChannel = domain::Channel::other;
  std::vector<std::pair<std::string, domain::Outcome>> outcomes;  // folded part of the closing text -> outcome
  domain::Outcome otherOutcome = domain::Outcome::elsewhere;
  std::string closingStamp;                              // words before a date inside the closing text
  std::vector<std::pair<double, double>> unknownPlaces;  // latitude, longitude that stand for "not known"

  // Errors: unsupportedFormat, tooLarge, invalidInput with facts field and rule (missing, format, unknown_word), notFound.
  static base::Result<Mapping> parse(std::string_view json, std::string name);
};

// A bundled mapping by name ("boston311"), or one from a file. notFound (entity=mapping), and the errors of parse().
base::Result<Mapping> findMapping(const std::string& nameOrPath);
std::vector<std::string> bundledMappings();

// Words are compared without case, without blanks at both ends.
std::string foldedWord(std::string_view text);

}  // namespace ow::intake

template <>
inline constexpr auto ow::base::kCodes<ow::intake::Field> = std::array<std::string_view, ow::intake::kFieldCount>{
    "external_no",  "opened_at",    "closed_at",       "updated_at",    "due_at",           "status",        "status_flag",
    "service_code", "service_name", "department",      "title",         "description",      "closing_text",  "channel",
    "place",        "postcode",     "latitude",        "longitude",     "geometry",         "code",          "name",
    "name_en",      "item_type",    "promised_amount", "promised_unit", "statutory_amount", "statutory_unit"};
template <>
inline constexpr auto ow::base::kCodes<ow::intake::LoadKind> = std::array<std::string_view, 2>{"requests", "catalogue"};
template <>
inline constexpr auto ow::base::kCodes<ow::intake::Detail::Spelling> =
    std::array<std::string_view, 3>{"text", "number", "code"};
