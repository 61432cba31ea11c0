// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/opening.h"
#include "desk/reported_figures.h"
#include "desk/rolled_up.h"
#include "desk/scorecard_records.h"
#include "json_values.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

Result<insight::Period> periodIn(const po::variables_map& values) {
  if (option(values, "period").empty()) return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "required"}});
  return insight::parsePeriod(option(values, "period"));
}

std::optional<std::string> indicatorIn(const po::variables_map& values) {
  const std::string id = option(values, "indicator");
  return id.empty() ? std::nullopt : std::optional(id);
}

Result<Answer> publish(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const int published, desk::publishMonths(desk, period));
  return Answer{json::object{{"published", published}}, published == 0 ? "Nothing has changed since they were published.\n"
                                                                       : std::to_string(published) + " month(s) published.\n"};
}

Result<Answer> sign(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const auto id, desk::signScorecard(desk, period, option(values, "note")));
  return Answer{json::object{{"id", id.text()}, {"period", period.text}}, "Signed: " + period.text + "\n"};
}

json::object documentOf(const insight::FrozenFigure& one) {
  return {{"indicator", one.indicator},
          {"version", one.version},
          {"value", orNull(one.value)},
          {"numerator", one.count.hits},
          {"denominator", one.count.trials},
          {"score", orNull(one.score)},
          {"target", one.yardstick ? json::value(one.yardstick->target) : json::value()}};
}

Result<Answer> signedOnes(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const auto cards, desk::signedScorecards(desk, period.text));
  json::array list;
  std::string text;
  for (const desk::SignedScorecard& card : cards) {
    json::array figures;
    for (const insight::FrozenFigure& one : card.frozen.figures) figures.push_back(documentOf(one));
    list.push_back({{"id", card.id.text()},
                    {"period", card.period},
                    {"definitions", card.registry},
                    {"as_of", base::isoText(card.asOf, desk.zone())},
                    {"signed_at", base::isoText(card.signedAt, desk.zone())},
                    {"signed_by", card.signedBy},
                    {"note", card.note},
                    {"figures", std::move(figures)}});
    text += base::isoText(card.signedAt, desk.zone()) + "  " + card.signedBy + "  as of " +
            base::isoText(card.asOf, desk.zone()) + (card.note.empty() ? "" : "  " + card.note) + "\n";
  }
  return Answer{json::object{{"signed", std::move(list)}}, text.empty() ? "Nobody has signed it.\n" : text};
}

Result<Answer> addComment(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const auto id, desk::comment(desk, period.text, indicatorIn(values), option(values, "note")));
  return Answer{json::object{{"id", id.text()}, {"period", period.text}}, "Written.\n"};
}

Result<Answer> comments(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const auto all, desk::commentsOn(desk, period.text, indicatorIn(values)));
  json::array list;
  std::string text;
  for (const desk::CommentShown& one : all) {
    list.push_back({{"id", one.id.text()},
                    {"indicator", one.indicator.empty() ? json::value() : json::value(one.indicator)},
                    {"text", one.text},
                    {"author", one.author},
                    {"at", base::isoText(one.writtenAt, desk.zone())}});
    text += base::isoText(one.writtenAt, desk.zone()) + "  " + one.author +
            (one.indicator.empty() ? "" : "  " + one.indicator) + ": " + one.text + "\n";
  }
  return Answer{json::object{{"comments", std::move(list)}}, text.empty() ? "Nobody has said anything.\n" : text};
}

Result<Answer> target(desk::Desk& desk, const po::variables_map& values) {
  const auto indicator = indicatorIn(values);
  if (!indicator) return base::fail(ErrorKind::invalidInput, {{"field", "indicator"}, {"rule", "required"}});
  desk::NewTarget made{*indicator, option(values, "period"), {}, option(values, "note")};
  const bool hasFloor = values.count("floor") != 0, hasTarget = values.count("target") != 0;
  if (hasFloor != hasTarget)
    return base::fail(ErrorKind::invalidInput, {{"field", hasFloor ? "target" : "floor"}, {"rule", "required"}});
  if (hasTarget) made.yardstick = {values["floor"].as<double>(), values["target"].as<double>()};
  OW_TRY(const auto id, desk::setTarget(desk, made));
  return Answer{json::object{{"id", id.text()}, {"indicator", made.indicator}, {"from", made.fromPeriod}},
                hasTarget ? "It counts from " + made.fromPeriod + " on.\n"
                          : "From " + made.fromPeriod + " on the register's counts again.\n"};
}

Result<Answer> targets(desk::Desk& desk, const po::variables_map& values) {
  const auto indicator = indicatorIn(values);
  if (!indicator) return base::fail(ErrorKind::invalidInput, {{"field", "indicator"}, {"rule", "required"}});
  OW_TRY(const auto all, desk::targetsOf(desk, *indicator));
  json::array list;
  std::string text;
  for (const desk::TargetShown& one : all) {
    list.push_back({{"from", one.fromPeriod},
                    {"target", one.yardstick ? json::value(one.yardstick->target) : json::value()},
                    {"floor", one.yardstick ? json::value(one.yardstick->floor) : json::value()},
                    {"note", one.note},
                    {"author", one.author},
                    {"at", base::isoText(one.setAt, desk.zone())}});
    text +=
        one.fromPeriod + "  " +
        (one.yardstick ? "floor " + std::to_string(one.yardstick->floor) + " target " + std::to_string(one.yardstick->target)
                       : std::string("the register's")) +
        "  " + one.author + (one.note.empty() ? "" : "  " + one.note) + "\n";
  }
  return Answer{json::object{{"targets", std::move(list)}}, text.empty() ? "The register's counts; no other was set.\n" : text};
}

Result<Answer> report(desk::Desk& desk, const po::variables_map& values) {
  if (option(values, "file").empty()) return base::fail(ErrorKind::invalidInput, {{"field", "file"}, {"rule", "required"}});
  OW_TRY(const auto made, desk::importReports(desk, option(values, "file")));
  json::array faults;
  std::string text = std::to_string(made.rows) + " rows: " + std::to_string(made.accepted) + " taken, " +
                     std::to_string(made.unchanged) + " known, " + std::to_string(made.rejected) + " not taken\n";
  for (const desk::ReportFault& fault : made.faults) {
    faults.push_back({{"line", fault.line}, {"rule", fault.rule}, {"column", fault.column}});
    text +=
        "  line " + std::to_string(fault.line) + ": " + fault.rule + (fault.column.empty() ? "" : " in " + fault.column) + "\n";
  }
  return Answer{json::object{{"rows", made.rows},
                             {"accepted", made.accepted},
                             {"unchanged", made.unchanged},
                             {"rejected", made.rejected},
                             {"faults", std::move(faults)}},
                std::move(text), made.rejected == 0 ? 0 : 1};
}

Result<Answer> reports(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto period, periodIn(values));
  OW_TRY(const auto all, desk::reportsIn(desk, period));
  json::array list;
  std::string text;
  for (const desk::ReportShown& one : all) {
    list.push_back({{"series", one.series},
                    {"period", one.period},
                    {"department", one.department.empty() ? json::value() : json::value(one.department)},
                    {"amount", one.amount},
                    {"of_amount", orNull(one.ofAmount)},
                    {"source", one.source},
                    {"author", one.author},
                    {"at", base::isoText(one.reportedAt, desk.zone())}});
    text += one.series + "  " + one.period + "  " + (one.department.empty() ? "-" : one.department) + "  " +
            std::to_string(one.amount) + (one.ofAmount ? " of " + std::to_string(*one.ofAmount) : std::string()) + "  " +
            one.source + "\n";
  }
  return Answer{json::object{{"reports", std::move(list)}}, text.empty() ? "Nothing was reported.\n" : text};
}

using Act = Result<Answer> (*)(desk::Desk&, const po::variables_map&);
struct NamedAct {
  const char* name;
  Act act;
};
constexpr std::array kActs{NamedAct{"publish", publish},    NamedAct{"sign", sign},         NamedAct{"signed", signedOnes},
                           NamedAct{"comment", addComment}, NamedAct{"comments", comments}, NamedAct{"target", target},
                           NamedAct{"targets", targets},    NamedAct{"report", report},     NamedAct{"reports", reports}};

Result<Answer> runFigures(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto desk, deskAs(invocation, values));
  for (const NamedAct& one : kActs)
    if (option(values, "act") == one.name) return one.act(*desk, values);
  return base::fail(ErrorKind::invalidInput, {{"field", "act"}, {"rule", "unknown_word"}});
}

std::vector<std::string> actNames() {
  std::vector<std::string> names;
  for (const NamedAct& one : kActs) names.emplace_back(one.name);
  return names;
}

}  // namespace

std::vector<Command> figureCommands() {
  return {
      {"figures",
       "what is written about the scorecard: publishes the hall's months for its district, signs a period, comments, sets "
       "targets, takes in what departments report",
       "publish: published; sign: id, period; signed: signed[] of id, period, definitions, as_of, signed_at, signed_by, note, "
       "figures[] of indicator, version, value, numerator, denominator, score, target; comment: id, period; comments: "
       "comments[] of id, indicator, text, author, at; target: id, indicator, from; targets: targets[] of from, target, floor, "
       "note, author, at; report: rows, accepted, unchanged, rejected, faults[] of line, rule, column; reports: reports[] of "
       "series, period, department, amount, of_amount, source, author, at",
       [](auto& options, auto& positional) {
         options.add_options()("act", oneOf("figures", actNames())->required(),
                               "publish, sign, signed, comment, comments, target, targets, report or reports")(
             "file", po::value<std::string>(),
             "of report: CSV or XLSX with series, period, amount and, where known, department, of_amount; money in yuan")(
             "as", po::value<std::string>(), "login of the supervisor in whose name")(
             "period", po::value<std::string>(), "2026-10, 2026-Q3, 2026; of target: the month from which on it counts")(
             "indicator", po::value<std::string>(), "of comment, comments, target, targets: which one")(
             "note", po::value<std::string>(), "what is said: of sign, comment and target")(
             "target", po::value<double>(), "in the unit of the indicator, a share as 0..1; without it the register's again")(
             "floor", po::value<double>(), "where the score is 0");
         positional.add("act", 1).add("file", 1);
       },
       runFigures}};
}

}  // namespace ow::admin
