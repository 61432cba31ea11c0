// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "desk/scorecard_inside.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;
using insight::SampleSize;
using insight::Split;

namespace {

// As people say a member of a split; what this store does not know stays empty.
Result<std::string> memberName(store::Connection& connection, Split split, const std::string& member) {
  const auto id = base::Uuid::parse(member);
  if (split == Split::service && id) {
    const auto service = store::loadEntity<domain::Service>(connection, domain::ServiceId{*id});
    return service ? service.value().name : std::string();
  }
  if (split == Split::clerk && id) {
    const auto staff = store::loadEntity<domain::Staff>(connection, domain::StaffId{*id});
    return staff ? staff.value().name : std::string();
  }
  return id ? std::string() : member;
}

// A member too small to be shown can be had from the whole less the others: those hidden must be enough together.
void hideSmall(std::vector<SplitLine>& lines, SplitFigure& split) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const SplitLine& a, const SplitLine& b) { return a.figure.count.trials > b.figure.count.trials; });
  std::int64_t hiddenTrials = 0;
  const auto mustHide = [&] {
    if (lines.empty()) return false;
    return lines.back().figure.sample == SampleSize::suppressed || (hiddenTrials > 0 && hiddenTrials < insight::kFewestShown);
  };
  while (mustHide()) {
    hiddenTrials += lines.back().figure.count.trials;
    ++split.hidden;
    lines.pop_back();
  }
}

std::optional<insight::Funnel> rank(std::vector<SplitLine>& lines, const insight::Indicator& indicator) {
  std::vector<insight::Count> counts, goodCounts;
  for (const SplitLine& line : lines) {
    // The better the higher: of what had better be low, the others are counted.
    const insight::Count count = line.figure.count;
    counts.push_back(count);
    goodCounts.push_back(indicator.better == insight::Better::up ? count
                                                                 : insight::Count{count.trials - count.hits, count.trials});
  }
  int place = 0;
  for (const std::size_t i : insight::rankByLowerBound(goodCounts, indicator.minimum)) lines[i].rank = ++place;
  auto funnel = insight::funnel(counts);
  if (funnel)
    for (const insight::Outlier& outlier : funnel->outliers) lines[outlier.place].isOutside = true;
  std::stable_sort(lines.begin(), lines.end(), [](const SplitLine& a, const SplitLine& b) {
    return a.rank.value_or(std::numeric_limits<int>::max()) < b.rank.value_or(std::numeric_limits<int>::max());
  });
  return funnel;
}

}  // namespace

Result<SplitFigure> splitFigure(Desk& desk, const std::string& id, const insight::Period& period, Split by,
                                const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  SplitFigure split;
  OW_TRY(split.whole.indicator, indicatorNamed(in, id));
  const insight::Indicator& indicator = split.whole.indicator;
  const auto sources = sourcesOf(std::span(&indicator, 1));
  const auto days = upToToday(in, period.days);
  OW_TRY(auto all, aggregateBy(in, sources, days, Split::all, watch));
  split.whole.figure = figureOf(indicator, all[""]);
  OW_TRY(const auto members, aggregateBy(in, sources, days, by, watch));
  OW_TRY(auto reader, in.store->read());
  std::vector<SplitLine> lines;
  for (const auto& [member, aggregate] : members) {
    SplitLine line{member, {}, figureOf(indicator, aggregate), {}, false};
    OW_TRY(line.name, memberName(reader.connection(), by, member));
    if (line.figure.count.trials > 0) lines.push_back(std::move(line));
  }
  hideSmall(lines, split);
  if (indicator.kind == insight::FigureKind::share) split.funnel = rank(lines, indicator);
  split.lines = std::move(lines);
  return split;
}

}  // namespace ow::desk
