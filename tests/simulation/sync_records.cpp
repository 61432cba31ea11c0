// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/scorecard_records.h"
#include "domain/scorecard_record.h"
#include "simulation/outbox_reading.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"

// What supervisors write about the scorecard of their hall: appended, and final.
namespace ow::test {

using domain::EntityKind;

namespace {

constexpr std::array kRecords{EntityKind::publishedScorecard, EntityKind::scorecardComment, EntityKind::indicatorTarget,
                              EntityKind::reportedFigure};
constexpr const char* kMonth = "2026-02";

}  // namespace

void SyncWorld::writeARecord(Desk& desk) {
  desk::Desk::Inside& in = desk.office->inside();
  const auto what = m_dice.below(4);
  if (what == 0) return void(desk::comment(*desk.office, kMonth, {}, "说明 " + std::to_string(++m_serial)));
  auto writer = in.writer("scorecard");
  if (what == 1) {
    // As desk::setTarget() does once it has looked the indicator up.
    domain::IndicatorTarget target;
    target.id = writer.ids().make<domain::IndicatorTargetId>();
    target.hall = in.place.hall;
    target.indicator = "ontime_rate";
    target.fromPeriod = kMonth;
    target.targetMillionths = 900000 + std::int64_t(m_dice.below(9)) * 10000;
    target.floorMillionths = 800000;
    target.setAt = in.now();
    target.authorId = in.clerk.id;
    writer.create(target);
  } else if (what == 2) {
    writer.create(domain::PublishedScorecard{writer.ids().make<domain::PublishedScorecardId>(), in.place.hall,
                                             in.place.division, kMonth, in.now(),
                                             R"({"format":"onewindow-counts/1","sources":{},"series":{}})", in.clerk.id});
  } else {
    domain::ReportedFigure figure;
    figure.id = writer.ids().make<domain::ReportedFigureId>();
    figure.hall = in.place.hall;
    figure.series = m_dice.below(3) == 0 ? "task.open_case" : "deposits";
    figure.period = kMonth;
    figure.amount = std::int64_t(m_dice.below(1000));
    figure.source = "财务";
    figure.reportedAt = in.now();
    figure.authorId = in.clerk.id;
    writer.create(figure);
  }
  (void)desk.store->commit(writer.take());  // a clerk may not, and a desk that knows nobody yet takes everybody for one
}

// Law 11: what a desk took stands in its hall as it was said, and in no other; nothing of it is refused.
std::string SyncWorld::records() {
  for (const EntityKind kind : kRecords) {
    const std::string name(base::code(kind));
    std::map<domain::EntityId, std::pair<int, std::string>> said;
    for (auto& desk : m_desks)
      for (const Remembered& record : outboxOf(*desk->store, kind)) {
        if (record.isRefused) return "11: a " + name + " was refused as " + record.rule;
        said[record.entityId] = {desk->hall, record.text()};
      }
    for (auto& desk : m_desks) {
      const auto standing = textsIn(*desk->store, kind);
      for (const auto& [id, text] : standing)
        if (!said.contains(id)) return "11: " + desk->name + " has a " + name + " that nobody wrote";
      for (const auto& [id, what] : said) {
        const auto found = standing.find(id);
        if ((found != standing.end()) != (what.first == desk->hall)) return "11: a " + name + " stands in the wrong hall";
        if (found != standing.end() && found->second != what.second) return "11: a " + name + " is not what was written";
      }
    }
  }
  return {};
}

}  // namespace ow::test
