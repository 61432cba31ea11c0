// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rating_catalogue.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "domain/rating.h"
#include "resources/resources.h"

namespace ow::domain {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kLargest = 1 << 20;
constexpr std::size_t kMostReasons = 200;

base::Error wrong(std::string_view field, std::string_view rule = "format") {
  return base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
}

const json::value* member(const json::object& object, std::string_view name) {
  return object.if_contains(name);
}

Result<std::string> text(const json::object& object, std::string_view name, std::size_t longest) {
  const auto* value = member(object, name);
  const auto* found = value == nullptr ? nullptr : value->if_string();
  if (found == nullptr || found->empty()) return wrong(name, "missing");
  if (found->size() > longest) return wrong(name, "too_long");
  return std::string(*found);
}

Result<int> number(const json::object& object, std::string_view name, int least, int most) {
  const auto* value = member(object, name);
  const auto* found = value == nullptr ? nullptr : value->if_int64();
  if (found == nullptr) return wrong(name, "missing");
  if (*found < least || *found > most) return wrong(name, "out_of_range");
  return int(*found);
}

Result<const json::object*> part(const json::object& object, std::string_view name) {
  const auto* value = member(object, name);
  const auto* found = value == nullptr ? nullptr : value->if_object();
  if (found == nullptr) return wrong(name, "missing");
  return found;
}

Result<Limit> limit(const json::object& limits, std::string_view name) {
  OW_TRY(const auto* entry, part(limits, name));
  OW_TRY(const int amount, number(*entry, "amount", 1, 366));
  OW_TRY(const auto word, text(*entry, "unit", 40));
  const auto unit = base::fromCode<LimitUnit>(word);
  if (!unit) return wrong("unit", "unknown_word");
  return Limit{amount, *unit};
}

// Codes stand in one field with blanks between them.
bool isCode(std::string_view code) {
  return std::all_of(code.begin(), code.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

Result<RatingReason> reason(const json::value& value) {
  const auto* entry = value.if_object();
  if (entry == nullptr) return wrong("reasons");
  RatingReason made;
  OW_TRY(made.code, text(*entry, "code", 40));
  if (!isCode(made.code)) return wrong("code");
  OW_TRY(made.zh, text(*entry, "zh", 200));
  OW_TRY(made.en, text(*entry, "en", 200));
  const auto* levels = member(*entry, "levels");
  const auto* list = levels == nullptr ? nullptr : levels->if_array();
  if (list == nullptr || list->empty() || list->size() > std::size_t(kWorstLevel)) return wrong("levels", "missing");
  for (const json::value& level : *list) {
    const auto* found = level.if_int64();
    if (found == nullptr || *found < kBestLevel || *found > kWorstLevel) return wrong("levels", "out_of_range");
    made.levels.push_back(int(*found));
  }
  return made;
}

}  // namespace

bool RatingReason::isFor(int level) const {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

std::vector<const RatingReason*> RatingCatalogue::reasonsFor(int level) const {
  std::vector<const RatingReason*> offered;
  for (const RatingReason& one : reasons)
    if (one.isFor(level)) offered.push_back(&one);
  return offered;
}

Result<std::string> RatingCatalogue::chosen(int level, std::vector<std::string> codes) const {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::string all;
  for (const std::string& code : codes) {
    const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const RatingReason& r) { return r.code == code; });
    if (known == reasons.end() || !known->isFor(level)) return wrong("reasons", "unknown_word");
    all += (all.empty() ? "" : " ") + code;
  }
  return all;
}

Result<RatingCatalogue> RatingCatalogue::parse(std::string_view given) {
  if (given.size() > kLargest) return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargest)}, {"unit", "byte"}});
  boost::system::error_code failure;
  const auto document = json::parse(given, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : member(*file, "format");
  if (format == nullptr || *format != "onewindow-ratings/1")
    return base::fail(ErrorKind::unsupportedFormat, {{"format", "onewindow-ratings/1"}});
  RatingCatalogue catalogue;
  OW_TRY(catalogue.jurisdiction, text(*file, "jurisdiction", 40));
  OW_TRY(catalogue.version, text(*file, "version", 40));
  OW_TRY(const auto* rules, part(*file, "rules"));
  OW_TRY(catalogue.voicesPerVisit, number(*rules, "voices_per_visit", 0, 9));
  OW_TRY(catalogue.voicesPerMatter, number(*rules, "voices_per_matter", 0, 9));
  OW_TRY(catalogue.followUps, number(*rules, "follow_ups", 0, 9));
  OW_TRY(catalogue.daysOpen, number(*rules, "days_open", 1, 3660));
  OW_TRY(catalogue.idleSeconds, number(*rules, "idle_seconds", 5, 600));
  OW_TRY(const auto* limits, part(*file, "limits"));
  OW_TRY(catalogue.verify, limit(*limits, "verify"));
  OW_TRY(catalogue.rectify, limit(*limits, "rectify"));
  OW_TRY(catalogue.callBack, limit(*limits, "call_back"));
  const auto* reasons = member(*file, "reasons");
  const auto* list = reasons == nullptr ? nullptr : reasons->if_array();
  if (list == nullptr || list->size() > kMostReasons) return wrong("reasons", "missing");
  std::set<std::string> codes;
  for (const json::value& value : *list) {
    OW_TRY(auto made, reason(value));
    if (!codes.insert(made.code).second) return wrong("code", "twice");
    catalogue.reasons.push_back(std::move(made));
  }
  return catalogue;
}

Result<RatingCatalogue> RatingCatalogue::bundled(std::string_view jurisdiction) {
  for (const std::string_view name : {jurisdiction, std::string_view("CN")})
    if (const auto found = resources::file("ratings/" + std::string(name) + ".json"); found.data() != nullptr)
      return parse(found);
  return base::fail(ErrorKind::notFound, {{"entity", "rating_catalogue"}});
}

}  // namespace ow::domain
