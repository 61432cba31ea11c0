// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/open311_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace ow::intake {

namespace {

// GeoReport v2, GET requests, in the order of the specification.
constexpr std::array<std::string_view, 17> kRequestFields = {"service_request_id",
                                                             "status",
                                                             "status_notes",
                                                             "service_name",
                                                             "service_code",
                                                             "description",
                                                             "agency_responsible",
                                                             "service_notice",
                                                             "requested_datetime",
                                                             "updated_datetime",
                                                             "expected_datetime",
                                                             "address",
                                                             "address_id",
                                                             "zipcode",
                                                             "lat",
                                                             "long",
                                                             "media_url"};

std::string_view fieldOf(const Open311Element& element, std::string_view name) {
  for (const auto& [field, text] : element.fields)
    if (field == name) return text;
  return {};
}

bool hasField(const Open311Element& element, std::string_view name) {
  return std::any_of(element.fields.begin(), element.fields.end(), [name](const auto& field) { return field.first == name; });
}

bool isErrorAnswer(const Open311Element& element) {
  return hasField(element, "code") && hasField(element, "description") && !hasField(element, "service_code") &&
         !hasField(element, "service_request_id");
}

base::Error errorAnswer(const Open311Element& element) {
  std::string code(fieldOf(element, "code").substr(0, 8));
  if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; })) code.clear();
  return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "open311_errors"}, {"code", code}});
}

// What is in a list, by the names of the fields that occur anywhere in it.
struct Survey {
  std::unordered_set<std::string> names;
  std::vector<std::string> others;  // not the standard's, in the order of the file

  // The standard's own first. A list of nothing has all of them.
  std::vector<std::string> columns() const {
    std::vector<std::string> all;
    for (const std::string_view field : kRequestFields)
      if (names.empty() || names.contains(std::string(field))) all.emplace_back(field);
    all.insert(all.end(), others.begin(), others.end());
    return all;
  }
  // Answers of the same servers that are no requests: the list of services, and the tokens given for new requests.
  std::string_view notRequests() const {
    if (names.contains("status") || names.contains("requested_datetime")) return {};
    if (names.contains("token")) return "tokens";
    return names.contains("service_code") && !names.contains("service_request_id") ? "services" : "";
  }
};

base::Result<Survey> survey(Open311Elements& elements) {
  const std::unordered_set<std::string_view> standard(kRequestFields.begin(), kRequestFields.end());
  Survey found;
  bool readSome = false;
  for (;;) {
    auto next = elements.next();
    // What breaks in the middle is told when the reading gets there; what came before is good.
    if (!next && readSome) return found;
    OW_TRY(const auto element, std::move(next));
    if (!element) return found;
    readSome = true;
    if (element->number == 1 && isErrorAnswer(*element)) return errorAnswer(*element);
    for (const auto& [name, text] : element->fields)
      if (found.names.insert(name).second && !standard.contains(name)) found.others.push_back(name);
    if (found.names.size() > kMaxColumns)
      return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxColumns)}, {"unit", "columns"}});
  }
}

}  // namespace

Open311Elements::~Open311Elements() = default;

base::Result<std::unique_ptr<RecordReader>> Open311Reader::open(ReadOptions::Open311 wanted, const Opener& opener) {
  OW_TRY(const auto first, opener());
  OW_TRY(const auto found, survey(*first));
  const auto holds = found.notRequests();
  if (wanted == ReadOptions::Open311::requests && !holds.empty())
    return base::fail(base::ErrorKind::unsupportedFormat,
                      {{"format", "open311"}, {"rule", "not_requests"}, {"holds", std::string(holds)}});
  OW_TRY(auto second, opener());
  const ByteSource& before = first->text().bytes();
  const ByteSource& now = second->text().bytes();
  if (before.size() != now.size() || before.modifiedNanos() != now.modifiedNanos())
    return base::fail(base::ErrorKind::ioFailure, {{"operation", "read"}, {"changed", "yes"}});
  return std::unique_ptr<RecordReader>(new Open311Reader(std::move(second), found.columns()));
}

Open311Reader::Open311Reader(std::unique_ptr<Open311Elements> elements, std::vector<std::string> columns)
    : m_elements(std::move(elements)), m_columns(std::move(columns)) {
  for (std::size_t i = 0; i < m_columns.size(); ++i) m_placeOf.emplace_back(m_columns[i], i);
  std::sort(m_placeOf.begin(), m_placeOf.end());
}

base::Result<std::optional<std::variant<Record, RowFault>>> Open311Reader::next() {
  OW_TRY(auto element, m_elements->next());
  if (!element) return std::nullopt;
  if (!element->fault.empty())
    return RowFault{element->number, std::move(element->fault), std::move(element->facts), element->byteEnd};
  Record record{element->number, std::vector<std::string>(m_columns.size()), element->byteEnd};
  std::vector<bool> taken(m_columns.size());
  for (auto& [name, text] : element->fields) {
    const auto place = std::lower_bound(m_placeOf.begin(), m_placeOf.end(), name,
                                        [](const auto& known, const std::string& wanted) { return known.first < wanted; });
    if (place == m_placeOf.end() || place->first != name) continue;
    if (taken[place->second]) return RowFault{element->number, "duplicate_field", {}, element->byteEnd};
    taken[place->second] = true;
    record.fields[place->second] = std::move(text);
  }
  return record;
}

}  // namespace ow::intake
