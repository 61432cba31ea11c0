// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_records.h"

#include <cmath>

#include "desk/given_text.h"
#include "desk/refusals.h"
#include "desk/rolled_up.h"
#include "desk/scorecard_inside.h"
#include "store/scorecard_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

// What the clerk who sits here appends; an administrator of the store is no author.
template <class T>
Result<void> append(Desk::Inside& in, T& record) {
  if (in.clerk.id.isNil()) return notAllowed("no_author");
  record.hall = in.place.hall;
  record.authorId = in.clerk.id;
  auto writer = in.writer("scorecard");
  record.id = in.ids.make<decltype(record.id)>();
  writer.create(record);
  OW_TRY(auto write, in.store->write());
  OW_TRYV(write.apply(writer.take()));
  return write.commit();
}

constexpr double kMillion = 1e6;
constexpr double kGreatest = 1e12;  // of a target, in the indicator's unit

std::optional<std::int64_t> millionths(const std::optional<insight::Yardstick>& yardstick, double insight::Yardstick::* end) {
  return yardstick ? std::optional(std::int64_t(std::llround((*yardstick).*end * kMillion))) : std::nullopt;
}

base::Error wrongTarget(const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", "target"}, {"rule", rule}});
}

Result<void> checkYardstick(const insight::Indicator& indicator, const insight::Yardstick& given) {
  for (const double end : {given.floor, given.target})
    if (!(std::abs(end) <= kGreatest)) return wrongTarget("out_of_range");
  const bool isPart = indicator.kind == insight::FigureKind::share;
  if (isPart && (given.floor < 0 || given.floor > 1 || given.target < 0 || given.target > 1))
    return wrongTarget("out_of_range");
  if (indicator.better == insight::Better::within) return wrongTarget("is_band");
  return isOnRightSide(indicator.better, given) ? base::success() : Result<void>(wrongTarget("wrong_side"));
}

}  // namespace

std::optional<insight::Yardstick> yardstickOf(const domain::IndicatorTarget& target) {
  if (!target.targetMillionths || !target.floorMillionths) return std::nullopt;
  return insight::Yardstick{double(*target.floorMillionths) / kMillion, double(*target.targetMillionths) / kMillion};
}

Result<std::vector<SignedScorecard>> signedScorecards(Desk& desk, const std::string& period) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto rows, store::signOffs(reader.connection(), in.place.hall, period));
  std::vector<SignedScorecard> all;
  for (const auto& [row, author] : rows) {
    OW_TRY(auto frozen, insight::readFrozen(row.figures));
    all.push_back(
        {row.id, row.hall, row.period, row.registry, row.asOf, row.signedAt, author, row.note.value_or(""), std::move(frozen)});
  }
  return all;
}

Result<domain::ScorecardSignOffId> signScorecard(Desk& desk, const insight::Period& period, const std::string& note,
                                                 const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  if (period.days.to >= in.today()) return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "not_over"}});
  domain::ScorecardSignOff signing;
  OW_TRY(signing.note, optionalText(note, "note", base::kNoteLimits, base::Lines::multiple));
  OW_TRY(const auto earlier, signedScorecards(desk, period.text));
  if (!earlier.empty() && !signing.note) return required("note");
  OW_TRY(const auto card, scorecardOf(desk, period, watch));
  insight::FrozenFigures frozen;
  for (const ScorecardLine& line : card.lines) frozen.figures.push_back(insight::frozen(line.indicator, line.figure));
  for (const PerspectiveLine& line : card.perspectives)
    if (line.score) frozen.scores.push_back({line.perspective, line.score->score, line.score->coverage});
  signing.division = in.place.division;
  signing.period = period.text;
  signing.asOf = card.asOf;
  signing.registry = card.registry;
  signing.figures = insight::frozenText(frozen);
  signing.signedAt = in.now();
  OW_TRYV(append(in, signing));
  OW_TRYV(publishMonths(desk, period, watch));
  return signing.id;
}

Result<std::vector<CommentShown>> commentsOn(Desk& desk, const std::string& period,
                                             const std::optional<std::string>& indicator) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto rows, store::scorecardComments(reader.connection(), in.place.hall, period, indicator));
  std::vector<CommentShown> all;
  for (const auto& [row, author] : rows) all.push_back({row.id, row.indicator.value_or(""), row.text, author, row.writtenAt});
  return all;
}

Result<domain::ScorecardCommentId> comment(Desk& desk, const std::string& period, const std::optional<std::string>& indicator,
                                           const std::string& text) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  if (indicator) {
    OW_TRYV(indicatorNamed(in, *indicator));
  }
  OW_TRY(const auto asked, insight::parsePeriod(period));
  OW_TRY(const auto accepted, optionalText(text, "text", base::kNoteLimits, base::Lines::multiple));
  if (!accepted) return required("text");
  domain::ScorecardComment made{{}, {}, asked.text, indicator, *accepted, in.now(), {}};
  OW_TRYV(append(in, made));
  return made.id;
}

Result<std::vector<TargetShown>> targetsOf(Desk& desk, const std::string& indicator) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto rows, store::targetsOf(reader.connection(), in.place.hall, indicator));
  std::vector<TargetShown> all;
  for (const auto& [row, author] : rows)
    all.push_back({row.fromPeriod, yardstickOf(row), row.note.value_or(""), author, row.setAt});
  return all;
}

Result<domain::IndicatorTargetId> setTarget(Desk& desk, const NewTarget& target) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto indicator, indicatorNamed(in, target.indicator));
  if (!domain::isMonthText(target.fromPeriod))
    return base::fail(ErrorKind::invalidInput, {{"field", "from_period"}, {"rule", "format"}});
  if (target.yardstick) OW_TRYV(checkYardstick(indicator, *target.yardstick));
  OW_TRY(auto note, optionalText(target.note, "note", base::kNoteLimits, base::Lines::multiple));
  domain::IndicatorTarget made;
  made.indicator = indicator.id;
  made.fromPeriod = target.fromPeriod;
  made.targetMillionths = millionths(target.yardstick, &insight::Yardstick::target);
  made.floorMillionths = millionths(target.yardstick, &insight::Yardstick::floor);
  made.note = std::move(note);
  made.setAt = in.now();
  OW_TRYV(append(in, made));
  return made.id;
}

}  // namespace ow::desk
