// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "desk/scorecard_inside.h"
#include "store/departments.h"
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

// A member too small to be shown can be had from the whole less the others: those hidden must be enough together. They go.
std::vector<SplitLine> hideSmall(std::vector<SplitLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const SplitLine& a, const SplitLine& b) { return a.figure.count.trials > b.figure.count.trials; });
  std::vector<SplitLine> hidden;
  std::int64_t hiddenTrials = 0;
  const auto mustHide = [&] {
    if (lines.empty()) return false;
    return lines.back().figure.sample == SampleSize::suppressed || (hiddenTrials > 0 && hiddenTrials < insight::kFewestShown);
  };
  while (mustHide()) {
    hiddenTrials += lines.back().figure.count.trials;
    hidden.push_back(std::move(lines.back()));
    lines.pop_back();
  }
  return hidden;
}

// Which group's figure a member is a part of, where groups are shown beside members: the department of a service.
using GroupOf = std::map<std::string, std::string>;

// And from its group less the others of it: of each group those hidden must be enough, too.
void hideInGroups(std::vector<SplitLine>& lines, std::vector<SplitLine>& hidden, const GroupOf& groupOf) {
  const auto groupNamed = [&](const SplitLine& line) {
    const auto found = groupOf.find(line.member);
    return found == groupOf.end() ? std::string() : found->second;
  };
  std::map<std::string, std::int64_t> hiddenTrials;
  for (const SplitLine& line : hidden) hiddenTrials[groupNamed(line)] += line.figure.count.trials;
  for (auto& [group, trials] : hiddenTrials)
    while (trials < insight::kFewestShown) {
      const auto smallest =
          std::find_if(lines.rbegin(), lines.rend(), [&](const SplitLine& line) { return groupNamed(line) == group; });
      if (smallest == lines.rend()) break;
      trials += smallest->figure.count.trials;
      hidden.push_back(std::move(*smallest));
      lines.erase(std::next(smallest).base());
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

void compare(SplitFigure& split, std::vector<SplitLine> lines) {
  split.hidden = int(hideSmall(lines).size());
  if (split.whole.indicator.kind == insight::FigureKind::share) split.funnel = rank(lines, split.whole.indicator);
  split.lines = std::move(lines);
}

Result<std::vector<SplitFigure>> splitFiguresOf(Desk::Inside& in, std::span<const insight::Indicator> indicators,
                                                const insight::Period& period, Split by, const insight::CountingWatch& watch) {
  OW_TRY(auto all, membersOf(in, indicators, period, Split::all, watch));
  OW_TRY(const auto members, membersOf(in, indicators, period, by, watch));
  OW_TRY(auto reader, in.store->read());
  GroupOf groupOf;
  if (by == Split::service) {
    OW_TRY(const auto departments, store::departments(reader.connection()));
    for (const auto& [service, department] : departments) groupOf[service.text()] = department;
  }
  std::map<std::string, std::string> names;
  for (const auto& [member, aggregate] : members) {
    OW_TRY(names[member], memberName(reader.connection(), by, member));
  }
  std::vector<SplitFigure> splits;
  for (const insight::Indicator& indicator : indicators) {
    SplitFigure split{{indicator, figureOf(indicator, all[""])}, {}, {}, 0};
    std::vector<SplitLine> lines;
    for (const auto& [member, aggregate] : members) {
      SplitLine line{member, names[member], figureOf(indicator, aggregate), {}, false};
      if (line.figure.count.trials > 0) lines.push_back(std::move(line));
    }
    auto hidden = hideSmall(lines);
    if (by == Split::service) hideInGroups(lines, hidden, groupOf);
    split.hidden = int(hidden.size());
    if (indicator.kind == insight::FigureKind::share) split.funnel = rank(lines, indicator);
    split.lines = std::move(lines);
    splits.push_back(std::move(split));
  }
  return splits;
}

Result<SplitFigure> splitFigure(Desk& desk, const std::string& id, const insight::Period& period, Split by,
                                const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto indicator, indicatorNamed(in, id));
  OW_TRY(auto splits, splitFiguresOf(in, std::span(&indicator, 1), period, by, watch));
  return std::move(splits.front());
}

}  // namespace ow::desk
