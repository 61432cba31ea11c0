// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <cstdio>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/opening.h"
#include "desk/rolled_up.h"
#include "intake/regular_file.h"
#include "json_values.h"
#include "option_values.h"
#include "scorecard_export_command.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

constexpr int kMonthsOfTrend = 24;

const char* wordOf(insight::SampleSize sample) {
  static constexpr std::array kWords{"suppressed", "small", "enough"};
  return kWords[std::size_t(sample)];
}

// A share as per cent, everything else as it is.
std::string numberText(const insight::Indicator& indicator, double value) {
  std::array<char, 32> text{};
  const bool isShare = indicator.isPercent();
  const char* format = isShare ? "%.2f %%"
                       : indicator.kind == insight::FigureKind::count || indicator.kind == insight::FigureKind::amount ? "%.0f"
                                                                                                                       : "%.1f";
  std::snprintf(text.data(), text.size(), format, isShare ? value * 100 : value);
  return text.data();
}

json::object documentOf(const insight::Figure& figure) {
  // Of what is too small to be shown nothing is told, not even how small it is; that nothing was counted is no secret.
  const bool isHidden = figure.sample == insight::SampleSize::suppressed && figure.count.trials > 0;
  return {{"value", orNull(figure.value)},
          {"numerator", isHidden ? json::value() : json::value(figure.count.hits)},
          {"denominator", isHidden ? json::value() : json::value(figure.count.trials)},
          {"amount", figure.told ? json::value(figure.told->amount) : json::value()},
          {"of_amount", figure.told && figure.told->hasWhole ? json::value(figure.told->of) : json::value()},
          {"low", figure.interval ? json::value(figure.interval->low) : json::value()},
          {"high", figure.interval ? json::value(figure.interval->high) : json::value()},
          {"sample", wordOf(figure.sample)},
          {"score", orNull(figure.score)}};
}

json::object documentOf(const insight::Indicator& indicator) {
  const auto& yardstick = indicator.yardstick;
  const auto upper = [&yardstick](double insight::UpperSide::* end) {
    return yardstick && yardstick->above ? json::value((*yardstick->above).*end) : json::value();
  };
  return {{"id", indicator.id},
          {"version", indicator.version},
          {"perspective", base::code(indicator.perspective)},
          {"zh", indicator.zh},
          {"en", indicator.en},
          {"kind", base::code(indicator.kind)},
          {"unit", indicator.unit},
          {"better", base::code(indicator.better)},
          {"formula", formulaOf(indicator)},
          {"formula_numerator", indicator.isCounted() ? json::value(textOf(indicator.numerator)) : json::value()},
          {"formula_denominator", indicator.denominator ? json::value(textOf(*indicator.denominator)) : json::value()},
          {"series", indicator.isCounted() ? json::value() : json::value(indicator.series)},
          {"target", yardstick ? json::value(yardstick->target) : json::value()},
          {"floor", yardstick ? json::value(yardstick->floor) : json::value()},
          {"target_to", upper(&insight::UpperSide::target)},
          {"floor_to", upper(&insight::UpperSide::floor)},
          {"minimum", indicator.minimum}};
}

std::string textOf(const insight::Indicator& indicator, const insight::Figure& figure) {
  if (indicator.isReported() && !figure.told) return "not reported";
  if (figure.count.trials == 0) return "nothing counted";
  if (figure.sample == insight::SampleSize::suppressed) return "too few to show";
  std::string text = figure.value ? numberText(indicator, *figure.value) : "-";
  if (indicator.denominator)
    text += "  (" + std::to_string(figure.count.hits) + " of " + std::to_string(figure.count.trials) + ")";
  if (figure.interval)
    text += "  95 %: " + numberText(indicator, figure.interval->low) + " to " + numberText(indicator, figure.interval->high);
  if (figure.sample == insight::SampleSize::small) text += "  small sample";
  return text;
}

// id, figure and definition of one line in one object.
json::object documentOf(const desk::ScorecardLine& line) {
  json::object document = documentOf(line.indicator);
  for (auto& member : documentOf(line.figure)) document[member.key()] = member.value();
  return document;
}

Result<std::unique_ptr<desk::Desk>> openForFigures(const Invocation& invocation) {
  // What was counted is kept where it can be; beside a desk that writes it is counted anew.
  auto desk = openDesk(invocation, store::Access::readWrite);
  if (!desk && (desk.error().kind == ErrorKind::storeInUse || desk.error().kind == ErrorKind::storeReadOnly))
    return openDesk(invocation, store::Access::readOnly);
  return desk;
}

Result<desk::SplitFigure> splitIn(desk::Desk& desk, const po::variables_map& values, const insight::Period& period,
                                  insight::Split by) {
  const std::string indicator = option(values, "indicator");
  const auto reach = reachIn(values);
  if (reach && by == insight::Split::hall) return desk::compareHalls(desk, indicator, period, *reach);
  // Of other halls only their counts are known, and one hall is one hall.
  if (reach || by == insight::Split::hall)
    return base::fail(ErrorKind::invalidInput, {{"field", "by"}, {"rule", "not_of_scope"}});
  return desk::splitFigure(desk, indicator, period, by);
}

Result<Answer> bySplit(desk::Desk& desk, const po::variables_map& values, const insight::Period& period, insight::Split by) {
  OW_TRY(const auto split, splitIn(desk, values, period, by));
  json::array members;
  std::string text = split.whole.indicator.en + ": " + textOf(split.whole.indicator, split.whole.figure) + "\n";
  for (const desk::SplitLine& line : split.lines) {
    json::object document{
        {"member", line.member}, {"name", line.name}, {"rank", orNull(line.rank)}, {"outside", line.isOutside}};
    for (auto& member : documentOf(line.figure)) document[member.key()] = member.value();
    members.push_back(std::move(document));
    text += (line.rank ? std::to_string(*line.rank) + ". " : std::string("   ")) +
            (line.name.empty() ? std::string("(unknown)") : line.name) + ": " + textOf(split.whole.indicator, line.figure) +
            (line.isOutside ? "  outside the funnel" : "") + "\n";
  }
  if (split.hidden > 0) text += std::to_string(split.hidden) + " more are too small to be shown.\n";
  return Answer{json::object{{"whole", documentOf(split.whole)},
                             {"by", base::code(by)},
                             {"members", std::move(members)},
                             {"hidden", split.hidden}},
                std::move(text)};
}

Result<desk::Trend> trendIn(desk::Desk& desk, const po::variables_map& values, const insight::Period& period) {
  const std::string indicator = option(values, "indicator");
  const auto reach = reachIn(values);
  if (!reach) return desk::trendOf(desk, indicator, period.days.to, kMonthsOfTrend);
  OW_TRY(auto trends, desk::rolledUpTrends(desk, period.days.to, kMonthsOfTrend, *reach));
  for (desk::Trend& trend : trends)
    if (trend.indicator.id == indicator) return std::move(trend);
  return base::fail(ErrorKind::notFound, {{"entity", "indicator"}});
}

Result<Answer> trend(desk::Desk& desk, const po::variables_map& values, const insight::Period& period) {
  OW_TRY(const auto trend, trendIn(desk, values, period));
  static constexpr std::array kRules{"beyond_three_sigma", "eight_on_one_side", "six_trending",
                                     "two_of_three_beyond_two_sigma"};
  json::array points;
  std::string text = trend.indicator.en + "\n";
  for (const desk::TrendPoint& point : trend.points) {
    json::object document{{"period", point.period.text},
                          {"lower", point.limits ? json::value(point.limits->lower) : json::value()},
                          {"centre", point.limits ? json::value(point.limits->centre) : json::value()},
                          {"upper", point.limits ? json::value(point.limits->upper) : json::value()}};
    for (auto& member : documentOf(point.figure)) document[member.key()] = member.value();
    json::array signals;
    text += point.period.text + ": " + textOf(trend.indicator, point.figure);
    for (const insight::Signal& signal : point.runSignals) {
      signals.push_back({{"rule", kRules[std::size_t(signal.rule)]},
                         {"direction", signal.direction == insight::Direction::up ? "up" : "down"}});
      text += std::string("  signal: ") + kRules[std::size_t(signal.rule)];
    }
    document["signals"] = std::move(signals);
    points.push_back(std::move(document));
    text += "\n";
  }
  return Answer{json::object{{"indicator", trend.indicator.id},
                             {"version", trend.indicator.version},
                             {"baseline_points", trend.baselinePoints},
                             {"points", std::move(points)}},
                std::move(text)};
}

json::array documentOf(const std::vector<desk::AgeLine>& lines) {
  json::array list;
  for (const desk::AgeLine& line : lines)
    list.push_back({{"from", line.from}, {"until", orNull(line.until)}, {"open", line.open}, {"overdue", line.overdue}});
  return list;
}

// The lines and scores of a card, as JSON and for people.
struct CardTold {
  json::array lines, perspectives;
  std::string text;
};
CardTold told(const desk::Scorecard& card, const base::TimeZone& zone) {
  CardTold made;
  made.text = card.hall + "  " + card.period.text + "  as of " + base::isoText(card.asOf, zone) + "  definitions " +
              card.registry + "\n";
  for (const desk::PerspectiveLine& perspective : card.perspectives) {
    const std::string word(base::code(perspective.perspective));
    made.perspectives.push_back({{"perspective", word},
                                 {"score", perspective.score ? json::value(perspective.score->score) : json::value()},
                                 {"coverage", perspective.score ? json::value(perspective.score->coverage) : json::value()}});
    made.text += word + (perspective.score
                             ? ": " + std::to_string(int(std::lround(perspective.score->score))) + " of 100, from " +
                                   std::to_string(int(std::lround(perspective.score->coverage * 100))) + " % of its weight\n"
                             : ": nothing known\n");
    for (const desk::ScorecardLine& line : card.lines)
      if (line.indicator.perspective == perspective.perspective)
        made.text += "  " + line.indicator.id + "  " + line.indicator.en + ": " + textOf(line.indicator, line.figure) + "\n";
  }
  for (const desk::ScorecardLine& line : card.lines) made.lines.push_back(documentOf(line));
  return made;
}

json::object documentOf(const desk::Scorecard& card, CardTold made, const base::TimeZone& zone) {
  return {{"hall", card.hall},
          {"period", card.period.text},
          {"from", base::isoText(card.period.days.from)},
          {"to", base::isoText(card.period.days.to)},
          {"as_of", base::isoText(card.asOf, zone)},
          {"definitions", card.registry},
          {"indicators", std::move(made.lines)},
          {"perspectives", std::move(made.perspectives)}};
}

Result<Answer> whole(desk::Desk& desk, const insight::Period& period) {
  OW_TRY(const auto card, desk::scorecardOf(desk, period));
  OW_TRY(const auto ageing, desk::ageingOf(desk));
  CardTold made = told(card, desk.zone());
  json::array departments;
  for (const auto& [name, ages] : ageing.departments) departments.push_back({{"department", name}, {"open", documentOf(ages)}});
  std::string text = made.text + "open, by working days:";
  for (const desk::AgeLine& line : ageing.all)
    text += " " + std::to_string(line.from) + (line.until ? "-" + std::to_string(*line.until) : "+") + ": " +
            std::to_string(line.open);
  json::object document = documentOf(card, std::move(made), desk.zone());
  document["open_cases"] = documentOf(ageing.all);
  document["open_cases_by_department"] = std::move(departments);
  return Answer{std::move(document), text + "\n"};
}

Result<Answer> wholeArea(desk::Desk& desk, const insight::Period& period, desk::Reach reach) {
  OW_TRY(const auto rolledUp, desk::rolledUpCard(desk, period, reach));
  CardTold made = told(rolledUp.card, desk.zone());
  std::string text = made.text;
  json::array halls;
  for (const desk::HallPart& hall : rolledUp.halls) {
    json::array missing;
    text += hall.hall + ": as of " + base::isoText(hall.asOf, desk.zone()) + (hall.isSigned ? ", signed" : ", not signed");
    for (const std::string& month : hall.missing) {
      missing.push_back(json::string(month));
      text += ", " + month + " not published";
    }
    halls.push_back({{"hall", hall.hall},
                     {"division", hall.division},
                     {"as_of", base::isoText(hall.asOf, desk.zone())},
                     {"missing", std::move(missing)},
                     {"signed", hall.isSigned}});
    text += "\n";
  }
  json::object document = documentOf(rolledUp.card, std::move(made), desk.zone());
  document["scope"] = base::code(reach);
  document["halls"] = std::move(halls);
  return Answer{std::move(document), std::move(text)};
}

Result<Answer> scorecard(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto period, insight::parsePeriod(option(values, "period")));
  const std::string by = option(values, "by");
  if (!by.empty() && option(values, "indicator").empty())
    return base::fail(ErrorKind::invalidInput, {{"field", "indicator"}, {"rule", "required"}});
  OW_TRY(const auto output, scorecardOutput(values));
  OW_TRY(auto desk, openForFigures(invocation));
  if (output == ScorecardOutput::pages) return scorecardToPages(invocation, std::move(desk), values, period);
  if (output == ScorecardOutput::file) return scorecardToFile(*desk, values, period);
  if (by == "month") return trend(*desk, values, period);
  if (!by.empty()) return bySplit(*desk, values, period, *base::fromCode<insight::Split>(by));
  const auto reach = reachIn(values);
  return reach ? wholeArea(*desk, period, *reach) : whole(*desk, period);
}

Result<Answer> listed(const insight::IndicatorRegister& registry) {
  json::array list;
  std::string text = registry.version + "\n";
  for (const insight::Indicator& one : registry.indicators) {
    list.push_back(documentOf(one));
    text += one.id + "  v" + std::to_string(one.version) + "  " + one.zh + "  " + one.en + "\n";
  }
  return Answer{json::object{{"definitions", registry.version}, {"indicators", std::move(list)}}, std::move(text)};
}

// "  12000000.00 of 13000000.00  october.csv" of a report, nothing of a case.
std::string amountOf(const desk::BehindLine& line) {
  if (!line.amount) return {};
  const auto text = [](double amount) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.2f", amount);
    return std::string(digits.data());
  };
  return "  " + text(*line.amount) + (line.ofAmount ? " of " + text(*line.ofAmount) : std::string()) + "  " + line.source;
}

// The formula, the counts, and the numbers of the cases behind.
Result<Answer> explained(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto period, insight::parsePeriod(option(values, "period")));
  OW_TRY(auto desk, openForFigures(invocation));
  desk::BehindQuestion question{option(values, "id"), period, *base::fromCode<desk::Behind>(option(values, "part")),
                                insight::Split::all, option(values, "member")};
  if (const std::string by = option(values, "by"); !by.empty()) question.split = *base::fromCode<insight::Split>(by);
  OW_TRY(const auto card, desk::scorecardOf(*desk, period));
  const desk::ScorecardLine* line = nullptr;
  for (const desk::ScorecardLine& one : card.lines)
    if (one.indicator.id == question.indicator) line = &one;
  if (line == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "indicator"}});
  OW_TRY(const auto page, desk::behind(*desk, question, {}, std::size_t(values["most"].as<std::int64_t>())));
  json::array cases;
  std::string text = line->indicator.id + " v" + std::to_string(line->indicator.version) + "  " + line->indicator.zh + "  " +
                     line->indicator.en + "\n" + formulaOf(line->indicator) + "\n" + textOf(line->indicator, line->figure) +
                     "\n";
  for (const desk::BehindLine& one : page.lines) {
    cases.push_back({{"at", base::isoText(one.at, desk->zone())},
                     {"case", one.caseNumber.empty() ? json::value() : json::value(one.caseNumber)},
                     {"title", one.title},
                     {"department", one.department},
                     {"working_days", one.usedDays < 0 ? json::value() : json::value(one.usedDays)},
                     {"minutes", one.minutes ? json::value(*one.minutes) : json::value()},
                     {"level", one.level == 0 ? json::value() : json::value(one.level)},
                     {"amount", orNull(one.amount)},
                     {"of_amount", orNull(one.ofAmount)},
                     {"source", one.source.empty() ? json::value() : json::value(one.source)}});
    text += base::isoText(one.at, desk->zone()) + "  " + (one.caseNumber.empty() ? "-" : one.caseNumber) + "  " + one.title +
            amountOf(one) + "\n";
  }
  if (page.next) text += "There are more; --most shows more of them.\n";
  json::object document = documentOf(*line);
  document["note_zh"] = line->indicator.noteZh;
  document["note_en"] = line->indicator.noteEn;
  document["period"] = period.text;
  document["definitions"] = card.registry;
  document["as_of"] = base::isoText(card.asOf, desk->zone());
  document["part"] = base::code(question.part);
  document["cases"] = std::move(cases);
  document["cut"] = page.next.has_value();
  return Answer{std::move(document), std::move(text)};
}

Result<std::string> readWholeFile(const std::string& path) {
  constexpr std::int64_t kLargest = 1 << 20;
  OW_TRY(const auto file, intake::RegularFile::open(path));
  if (file.size() > kLargest) return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargest)}, {"unit", "byte"}});
  std::string text(std::size_t(file.size()), '\0');
  OW_TRY(const auto size, file.readAt(0, text));
  text.resize(size);
  return text;
}

Result<Answer> indicators(const Invocation& invocation, const po::variables_map& values) {
  const std::string what = option(values, "what");
  if (what == "explain") {
    if (option(values, "id").empty()) return base::fail(ErrorKind::invalidInput, {{"field", "id"}, {"rule", "required"}});
    if (option(values, "period").empty())
      return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "required"}});
    if (invocation.store.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "store"}, {"rule", "required"}});
    return explained(invocation, values);
  }
  // A register of one's own is looked at before it replaces the bundled one.
  if (const std::string file = option(values, "id"); !file.empty()) {
    OW_TRY(const auto text, readWholeFile(file));
    OW_TRY(const auto registry, insight::IndicatorRegister::parse(text));
    return listed(registry);
  }
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled("CN"));
  return listed(registry);
}

}  // namespace

std::vector<Command> scorecardCommands() {
  return {
      {"scorecard",
       "the figures of a period with intervals, by perspective; one of them by department, window, clerk, month ...; or all of "
       "them as a file",
       "hall, period, from, to, as_of, definitions, indicators[] of id, version, perspective, zh, en, kind, unit, better,"
       " formula, formula_numerator, formula_denominator, series, target, floor, target_to, floor_to, minimum, value, "
       "numerator, denominator, "
       "amount, of_amount, low, high, sample, "
       "score;"
       " perspectives[] of perspective, score, coverage; open_cases[] of from, until, open, overdue, "
       "open_cases_by_department[]; or of a district, city or province: scope, halls[] of hall, division, as_of, missing, "
       "signed;"
       " with --by: whole, by, members[] of member, name, rank, outside and the figure, hidden; with --by month: indicator, "
       "version,"
       " baseline_points, points[] of period, lower, centre, upper, signals[] and the figure; with --xlsx or --csv: file, "
       "format,"
       " language, period, definitions, as_of, sheets[] of name, rows, read_back (each cell was compared); "
       "with --pdf: pages instead of sheets",
       [](auto& options, auto&) {
         options.add_options()("period", po::value<std::string>()->required(), "2026, 2026-Q3, 2026-10, 2026-10-05, FROM..TO")(
             "by", oneOf("--by", {"service", "department", "window", "channel", "clerk", "division", "hall", "month"}),
             "service, department, window, channel, clerk, division; of a district hall; month: 24 of them with control "
             "limits")("indicator", po::value<std::string>(), "of --by: which one");
         describeScorecardExport(options);
       },
       scorecard},
      {"indicators", "lists the definitions, checks a file of them, explains a figure down to its cases",
       "list and check: definitions, indicators[]; explain: the indicator and its figure, note_zh, note_en, period, "
       "definitions, as_of,"
       " part, cases[] of at, case, title, department, working_days, minutes, level, amount, of_amount, source, cut",
       [](auto& options, auto& positional) {
         options.add_options()("what", oneOf("indicators", {"list", "check", "explain"})->required(), "list, check or explain")(
             "id", po::value<std::string>(), "of explain: the indicator; of check: a file")("period", po::value<std::string>(),
                                                                                            "of explain: as of scorecard")(
             "part", oneOf("--part", {"numerator", "denominator", "rest"})->default_value("numerator"),
             "numerator, denominator, or the rest of the whole")(
             "by", oneOf("--by", {"service", "department", "window", "channel", "clerk", "division"}),
             "of one member only: by what")("member", po::value<std::string>()->default_value(""),
                                            "of --by: which one, as scorecard names it")(
             "most", numberBetween("--most", 1, 100000)->default_value(100), "at most so many cases");
         positional.add("what", 1).add("id", 1);
       },
       indicators, Command::Needs::nothing},
  };
}

}  // namespace ow::admin
