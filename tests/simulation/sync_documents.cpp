// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "simulation/reading.h"
#include "simulation/sync_desk.h"
#include "store/schema.h"

// Written documents in the world: the desk gives a provisional number, the centre the one that counts.
namespace ow::test {

using domain::OfficialDocument;

namespace {

// "东许受〔2026〕7号": the series, and 7.
struct Place {
  std::string series;
  long long serial = 0;
};
Place placeOf(const std::string& number) {
  const std::string bracket = "〕";
  const auto at = number.find(bracket);
  if (at == std::string::npos) return {number, 0};
  return {number.substr(0, at), std::atoll(number.c_str() + at + bracket.size())};
}

}  // namespace

void SyncWorld::issueDocument(Desk& desk) {
  const auto cases = rowsIn<domain::Case>(*desk.store);
  if (cases.empty()) return;
  const domain::Case& c = cases[m_dice.below(cases.size())];
  const auto offered = domain::documentsFor(c.state, c.outcome);
  if (offered.empty()) return;
  auto writer = desk.writer(m_dice, "case_work");
  const std::string number = "临" + std::to_string(desk.index) + "-" + std::to_string(++m_serial);
  writer.create(OfficialDocument{writer.ids().make<domain::OfficialDocumentId>(),
                                 c.id,
                                 offered[m_dice.below(offered.size())],
                                 number,
                                 {},
                                 {},
                                 {},
                                 desk.clock.now()});
  auto operations = writer.take();
  m_hallOf.emplace(operations.front().entityId, desk.hall);
  save(desk, std::move(operations));
}

// Law 6 for documents: each has a number, none has another's, and where the centre forgot nothing no number of a series is
// missing and none was ever changed. Desks of one hall agree (law 1), so the first that has a document speaks for all.
std::string SyncWorld::documentNumbers() {
  std::map<std::string, domain::EntityId> holders;
  std::map<std::string, std::vector<long long>> series;
  for (auto& desk : m_desks)
    for (const OfficialDocument& document : rowsIn<OfficialDocument>(*desk->store)) {
      if (!document.number) return "6: a document has no number at " + desk->name;
      const auto [holder, isNew] = holders.emplace(*document.number, domain::anyId(document.id));
      if (holder->second != domain::anyId(document.id)) return "6: " + *document.number + " was given twice";
      if (!m_hasForgotten && document.formerNumber) return "6: a document has lost its number though nothing was forgotten";
      const Place place = placeOf(*document.number);
      if (isNew) series[place.series].push_back(place.serial);
    }
  if (m_hasForgotten) return {};
  for (auto& [name, serials] : series) {
    std::sort(serials.begin(), serials.end());
    for (std::size_t i = 0; i < serials.size(); ++i)
      if (serials[i] != static_cast<long long>(i) + 1) return "6: " + name + " has a gap before " + std::to_string(serials[i]);
  }
  return {};
}

}  // namespace ow::test
