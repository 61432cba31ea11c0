// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/mapping.h"

#include <boost/json.hpp>
#include <filesystem>
#include <vector>

#include "base/uuid.h"
#include "domain/work_calendar.h"
#include "intake/byte_source.h"
#include "intake/value_reading.h"
#include "resources/resources.h"

namespace ow::intake {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kLargestMapping = std::size_t{1} << 20;
constexpr const char* kFormat = "onewindow-mapping/1";

base::Error wrong(std::string_view field, std::string_view rule = "format") {
  return base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
}

std::string_view textOf(const json::object& from, std::string_view name) {
  const auto* value = from.if_contains(name);
  const auto* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

// "NAME" or ["NAME", "OTHER NAME"].
Result<std::vector<std::string>> textsOf(const json::value& value, std::string_view field) {
  if (const auto* one = value.if_string()) return std::vector<std::string>{std::string(*one)};
  const auto* list = value.if_array();
  if (list == nullptr) return wrong(field);
  std::vector<std::string> texts;
  for (const auto& item : *list) {
    if (!item.is_string()) return wrong(field);
    texts.emplace_back(item.get_string());
  }
  return texts;
}

Result<FieldColumns> columnsOf(const json::value& value, std::string_view field) {
  FieldColumns columns;
  const auto* object = value.if_object();
  if (object == nullptr) {
    OW_TRY(columns.columns, textsOf(value, field));
  } else {
    const auto* names = object->if_contains("columns");
    if (names == nullptr) return wrong(field, "missing");
    OW_TRY(columns.columns, textsOf(*names, field));
    if (const auto* width = object->if_contains("width")) {
      if (!width->is_int64() || width->get_int64() < 1 || width->get_int64() > 32) return wrong(field);
      columns.width = std::size_t(width->get_int64());
    }
  }
  if (columns.columns.empty()) return wrong(field, "missing");
  return columns;
}

// Calls `each(name, value)` for the members of an object that need not be there.
template <class Each>
Result<void> eachIn(const json::object& file, std::string_view name, Each each) {
  const auto* value = file.if_contains(name);
  if (value == nullptr) return base::success();
  const auto* object = value->if_object();
  if (object == nullptr) return wrong(name);
  for (const auto& [key, member] : *object) OW_TRYV(each(std::string_view(key), member));
  return base::success();
}

Result<void> readFields(Mapping& mapping, const json::object& file) {
  OW_TRYV(eachIn(file, "fields", [&](std::string_view word, const json::value& value) -> Result<void> {
    const auto field = base::fromCode<Field>(word);
    if (!field) return wrong(word, "unknown_word");
    OW_TRY(auto columns, columnsOf(value, word));
    mapping.fields.emplace(*field, std::move(columns));
    return base::success();
  }));
  const std::vector<Field> needed = mapping.kind == LoadKind::requests
                                        ? std::vector<Field>{Field::externalNo, Field::openedAt, Field::serviceCode}
                                        : std::vector<Field>{Field::code, Field::name};
  for (const Field field : needed)
    if (!mapping.fields.contains(field)) return wrong(base::code(field), "missing");
  return base::success();
}

Result<Detail> detailOf(const json::value& value) {
  const auto* object = value.if_object();
  const auto* columns = object == nullptr ? nullptr : object->if_contains("columns");
  if (columns == nullptr) return wrong("details", "missing");
  Detail detail;
  OW_TRY(detail.columns, textsOf(*columns, "details"));
  detail.label = std::string(textOf(*object, "label"));
  detail.form = std::string(textOf(*object, "form"));
  if (const auto spelling = textOf(*object, "spelling"); !spelling.empty()) {
    const auto known = base::fromCode<Detail::Spelling>(spelling);
    if (!known) return wrong("spelling", "unknown_word");
    detail.spelling = *known;
  }
  return detail;
}

Result<void> readDetails(Mapping& mapping, const json::object& file) {
  const auto* value = file.if_contains("details");
  if (value == nullptr) return base::success();
  if (!value->is_array()) return wrong("details");
  for (const auto& item : value->get_array()) {
    OW_TRY(auto detail, detailOf(item));
    mapping.details.push_back(std::move(detail));
  }
  return base::success();
}

// {"Open": "open", "Closed": "closed"}: `yes` is the word that means true, `no` the other.
Result<std::map<std::string, bool, std::less<>>> choicesOf(const json::object& file, std::string_view name,
                                                           std::string_view yes, std::string_view no) {
  std::map<std::string, bool, std::less<>> choices;
  OW_TRYV(eachIn(file, name, [&](std::string_view word, const json::value& value) -> Result<void> {
    const auto* text = value.if_string();
    if (text == nullptr || (*text != yes && *text != no)) return wrong(name, "unknown_word");
    choices.emplace(foldedWord(word), *text == yes);
    return base::success();
  }));
  return choices;
}

template <class Enum>
Result<Enum> wordOf(const json::value& value, std::string_view field) {
  const auto* text = value.if_string();
  const auto known = text == nullptr ? std::nullopt : base::fromCode<Enum>(std::string_view(*text));
  if (!known) return wrong(field, "unknown_word");
  return *known;
}

Result<void> readWords(Mapping& mapping, const json::object& file) {
  OW_TRY(mapping.statuses, choicesOf(file, "status", "closed", "open"));
  OW_TRY(mapping.flags, choicesOf(file, "status_flag", "late", "in_time"));
  OW_TRYV(eachIn(file, "channels", [&](std::string_view word, const json::value& value) -> Result<void> {
    OW_TRY(const auto channel, wordOf<domain::Channel>(value, "channels"));
    mapping.channels.emplace(foldedWord(word), channel);
    return base::success();
  }));
  if (const auto* other = file.if_contains("other_channel")) {
    OW_TRY(mapping.otherChannel, wordOf<domain::Channel>(*other, "other_channel"));
  }
  OW_TRYV(eachIn(file, "outcomes", [&](std::string_view part, const json::value& value) -> Result<void> {
    OW_TRY(const auto outcome, wordOf<domain::Outcome>(value, "outcomes"));
    mapping.outcomes.emplace_back(foldedWord(part), outcome);
    return base::success();
  }));
  if (const auto* other = file.if_contains("other_outcome")) {
    OW_TRY(mapping.otherOutcome, wordOf<domain::Outcome>(*other, "other_outcome"));
  }
  mapping.closingStamp = std::string(textOf(file, "closing_stamp"));
  mapping.servicePrefix = std::string(textOf(file, "service_prefix"));
  return base::success();
}

Result<void> readUnknownPlaces(Mapping& mapping, const json::object& file) {
  const auto* value = file.if_contains("unknown_places");
  if (value == nullptr) return base::success();
  if (!value->is_array()) return wrong("unknown_places");
  for (const auto& item : value->get_array()) {
    const auto* pair = item.if_array();
    if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
      return wrong("unknown_places");
    mapping.unknownPlaces.emplace_back((*pair)[0].to_number<double>(), (*pair)[1].to_number<double>());
  }
  return base::success();
}

Result<void> readFormats(Mapping& mapping, const json::object& file) {
  mapping.missing = {""};
  if (const auto* missing = file.if_contains("missing")) {
    OW_TRY(const auto words, textsOf(*missing, "missing"));
    for (const auto& word : words) mapping.missing.push_back(foldedWord(word));
  }
  mapping.dates = {"iso"};
  if (const auto* dates = file.if_contains("dates")) {
    OW_TRY(mapping.dates, textsOf(*dates, "dates"));
  }
  for (const auto& format : mapping.dates)
    if (!isDateFormat(format)) return wrong("dates");
  return base::success();
}

Result<void> readPlaceOfLaw(Mapping& mapping, const json::object& file) {
  mapping.source = std::string(textOf(file, "source"));
  if (mapping.source.empty() || mapping.source.size() > 64) return wrong("source", "missing");
  mapping.jurisdiction = std::string(textOf(file, "jurisdiction"));
  OW_TRYV(domain::findBundledCalendar(mapping.jurisdiction));
  if (const auto zone = textOf(file, "zone"); !zone.empty()) {
    OW_TRY(mapping.zone, base::TimeZone::named(std::string(zone)));
  }
  if (const auto limits = textOf(file, "limits"); !limits.empty()) {
    OW_TRY(mapping.limits, domain::findBundledLimitTable(limits));
  }
  return base::success();
}

}  // namespace

std::string foldedWord(std::string_view text) {
  std::string word(trimmed(text));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  return word;
}

Result<Mapping> Mapping::parse(std::string_view text, std::string name) {
  if (text.size() > kLargestMapping)
    return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargestMapping)}, {"unit", "bytes"}});
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  if (file == nullptr || textOf(*file, "format") != kFormat)
    return base::fail(ErrorKind::unsupportedFormat, {{"format", kFormat}});
  Mapping mapping;
  mapping.name = std::move(name);
  mapping.hash = base::namedUuid("", text).text();
  const auto kind = base::fromCode<LoadKind>(textOf(*file, "kind"));
  if (!kind) return wrong("kind", "unknown_word");
  mapping.kind = *kind;
  OW_TRYV(readPlaceOfLaw(mapping, *file));
  OW_TRYV(readFormats(mapping, *file));
  OW_TRYV(readFields(mapping, *file));
  OW_TRYV(readDetails(mapping, *file));
  OW_TRYV(readWords(mapping, *file));
  OW_TRYV(readUnknownPlaces(mapping, *file));
  return mapping;
}

Result<Mapping> findMapping(const std::string& nameOrPath) {
  const auto bundled = resources::file("mappings/" + nameOrPath + ".json");
  if (bundled.data() != nullptr) return Mapping::parse(bundled, nameOrPath);
  const std::filesystem::path path(nameOrPath);
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return base::fail(ErrorKind::notFound, {{"entity", "mapping"}});
  OW_TRY(auto bytes, ByteSource::open(path));
  OW_TRY(const auto text, bytes->peek(kLargestMapping + 1));
  return Mapping::parse(text, path.filename().string());
}

std::vector<std::string> bundledMappings() {
  constexpr std::string_view kFolder = "mappings/", kEnding = ".json";
  std::vector<std::string> names;
  for (const auto& file : resources::files())
    if (file.path.starts_with(kFolder) && file.path.ends_with(kEnding))
      names.emplace_back(file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kEnding.size()));
  return names;
}

}  // namespace ow::intake
