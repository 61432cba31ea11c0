// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_documents.h"

#include <algorithm>

#include <boost/json.hpp>

#include "domain/official_document.h"

namespace ow::sync {

using domain::DocumentNumber;
using domain::FieldChange;
using domain::OfficialDocumentType;
using domain::Value;

namespace {

constexpr std::int64_t kFarthestClaim = 100'000;  // above the last number: more than a desk can have forgotten

std::optional<OfficialDocumentType> typeOf(const std::vector<FieldChange>& fields) {
  for (const FieldChange& field : fields)
    if (const auto* text = std::get_if<std::string>(&field.after); text != nullptr && field.field == "type")
      return base::fromCode<OfficialDocumentType>(*text);
  return std::nullopt;
}

// What the centre had answered in a history that is gone.
struct Claim {
  DocumentNumber number;
  std::string text;
};
std::optional<Claim> claimOf(const domain::WrittenOperation& written, OfficialDocumentType type) {
  if (written.told.empty()) return std::nullopt;
  try {
    const auto told = boost::json::parse(written.told).as_object();
    const auto text = [&told](const char* name) { return boost::json::value_to<std::string>(told.at(name)); };
    return Claim{{text("word"), type, std::stoi(text("year")), std::stoll(text("n"))}, text("number")};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

NumberedPlace placeOf(domain::ScopeId hall, const DocumentNumber& number) {
  return {hall, number.authority, int(number.type), number.year, number.serial};
}

std::int64_t lastOf(const MemoryState& state, domain::ScopeId hall, DocumentNumber series) {
  series.serial = 0;
  std::int64_t last = 0;
  const auto& rows = state.numbers.rows();
  const NumberedPlace first = placeOf(hall, series);
  for (auto row = rows.upper_bound(first); row != rows.end() && row->first.isOfSeries(first); ++row) last = row->first.serial;
  return last;
}

bool isStillFree(const MemoryState& state, domain::ScopeId hall, const DocumentNumber& claimed, const DocumentNumber& series) {
  if (state.epochs.rows().size() < 2) return false;  // nothing was ever forgotten here
  if (claimed.authority != series.authority || claimed.year > series.year || claimed.serial < 1) return false;
  if (claimed.serial > lastOf(state, hall, claimed) + kFarthestClaim) return false;
  return state.numbers.find(placeOf(hall, claimed)) == nullptr;
}

}  // namespace

std::optional<std::vector<base::Fact>> numberDocument(MemoryState& state, domain::ScopeId hall, const std::string& authority,
                                                      int year, const domain::WrittenOperation& written,
                                                      std::vector<FieldChange>& fields) {
  const auto type = typeOf(fields);
  if (!type) return std::nullopt;
  DocumentNumber number{authority, *type, year, 0};
  const auto claim = claimOf(written, *type);
  if (claim && isStillFree(state, hall, claim->number, number))
    number = claim->number;
  else
    number.serial = lastOf(state, hall, number) + 1;
  state.numbers.edit(placeOf(hall, number)) = written.entityId;

  std::erase_if(fields, [](const FieldChange& f) { return f.field == "number" || f.field == "former_number"; });
  fields.push_back({"number", {}, number.text()});
  if (claim && claim->text != number.text()) fields.push_back({"former_number", {}, claim->text});
  return std::vector<base::Fact>{{"number", number.text()},
                                 {"word", number.authority},
                                 {"year", std::to_string(number.year)},
                                 {"n", std::to_string(number.serial)}};
}

}  // namespace ow::sync
