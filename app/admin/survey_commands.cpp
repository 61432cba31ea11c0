// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <sstream>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/opening.h"
#include "desk/survey_import.h"
#include "desk/survey_results.h"
#include "desk/surveys.h"
#include "json_values.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

constexpr std::size_t kMostRounds = 1000;

Result<std::optional<base::Date>> dateOption(const po::variables_map& values, const char* name) {
  const std::string text = option(values, name);
  if (text.empty()) return std::nullopt;
  const auto day = base::parseIsoDate(text);
  if (!day) return wrongOption(name, "format");
  return std::optional(day.value());
}

Result<desk::SurveyFrame> frameIn(const po::variables_map& values) {
  desk::SurveyFrame frame;
  frame.service = option(values, "service");
  frame.list = option(values, "from-list");
  if (const std::string word = option(values, "channel"); !word.empty()) {
    frame.channel = base::fromCode<domain::Channel>(word);
    if (!frame.channel) return wrongOption("channel", "unknown_word");
  }
  OW_TRY(frame.endedFrom, dateOption(values, "ended-from"));
  OW_TRY(frame.endedUntil, dateOption(values, "ended-until"));
  if (values.count("elsewhere") != 0) frame.elsewhere = int(values["elsewhere"].as<std::int64_t>());
  return frame;
}

Result<desk::SurveySample> sampleIn(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto frame, frameIn(values));
  std::optional<std::uint64_t> seed;
  if (const std::string text = option(values, "seed"); !text.empty()) {
    seed = domain::seedIn(text);
    if (!seed) return wrongOption("seed", "16_hexadecimal_digits");
  }
  return desk::drawSurvey(desk, frame, int(values["size"].as<std::int64_t>()), seed);
}

json::object documentOf(const desk::SurveySample& sample) {
  const bool isHere = sample.drawnFrom != domain::DrawnFrom::elsewhere;
  json::array faults;
  for (const desk::SurveyListFault& fault : sample.faults) faults.push_back({{"line", fault.line}, {"rule", fault.rule}});
  return {{"drawn_from", base::code(sample.drawnFrom)},
          {"segment", sample.segment},
          {"frame_size", isHere ? json::value(sample.frameSize) : json::value()},
          {"drawn", sample.count},
          {"seed", isHere ? json::value(domain::seedText(sample.seed)) : json::value()},
          {"faults", std::move(faults)},
          {"fault_count", sample.faultCount}};
}

std::string textOf(const desk::SurveySample& sample) {
  if (sample.drawnFrom == domain::DrawnFrom::elsewhere) return std::to_string(sample.count) + " places, drawn elsewhere.\n";
  std::string text = std::to_string(sample.count) + " of " + std::to_string(sample.frameSize) + " persons (" + sample.segment +
                     "), seed " + domain::seedText(sample.seed) + ".\n";
  for (const desk::SurveyListFault& fault : sample.faults)
    text += "line " + std::to_string(fault.line) + ": " + fault.rule + "\n";
  return text;
}

Result<Answer> drawn(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto sample, sampleIn(desk, values));
  return Answer{documentOf(sample), textOf(sample) + "Nothing was written: open draws the same with this seed.\n"};
}

Result<std::vector<domain::SurveyChannel>> channelsIn(const std::string& words) {
  std::vector<domain::SurveyChannel> channels;
  std::istringstream stream(words);
  for (std::string word; std::getline(stream, word, ',');) {
    const auto channel = base::fromCode<domain::SurveyChannel>(word);
    if (!channel) return wrongOption("by", "unknown_word");
    channels.push_back(*channel);
  }
  return channels;
}

Result<Answer> opened(desk::Desk& desk, const po::variables_map& values) {
  desk::NewSurvey survey;
  survey.name = option(values, "name");
  survey.questionnaire = option(values, "questionnaire");
  if (survey.questionnaire.empty()) return wrongOption("questionnaire", "required");
  OW_TRY(survey.channels, channelsIn(option(values, "by")));
  OW_TRY(survey.closesOn, dateOption(values, "closes-on"));
  OW_TRY(const auto sample, sampleIn(desk, values));
  OW_TRY(const auto id, desk::openSurvey(desk, survey, sample));
  json::object document = documentOf(sample);
  document["id"] = id.text();
  return Answer{std::move(document), "Round " + id.text() + " is open.\n" + textOf(sample)};
}

Result<domain::SurveyRoundId> roundIn(const po::variables_map& values) {
  const std::string text = option(values, "round");
  if (text.empty()) return wrongOption("round", "required");
  const auto id = domain::SurveyRoundId::parse(text);
  if (!id) return base::fail(ErrorKind::notFound, {{"entity", "survey_round"}});
  return *id;
}

Result<Answer> closed(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto id, roundIn(values));
  OW_TRYV(desk::closeSurvey(desk, id));
  return Answer{json::object{{"id", id.text()}, {"state", "closed"}}, "Round " + id.text() + " is closed.\n"};
}

Result<Answer> imported(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto id, roundIn(values));
  const std::string file = option(values, "file");
  if (file.empty()) return wrongOption("file", "required");
  desk::AnswerColumns columns;
  columns.id = option(values, "id-column");
  columns.text = option(values, "text-column");
  if (values.count("column") != 0)
    for (const std::string& pair : values["column"].as<std::vector<std::string>>()) {
      const auto at = pair.find('=');
      if (at == std::string::npos || at == 0) return wrongOption("column", "question=column");
      columns.ofQuestion[pair.substr(0, at)] = pair.substr(at + 1);
    }
  OW_TRY(const auto taken, desk::importAnswers(desk, id, file, columns));
  json::array faults;
  std::string text = std::to_string(taken.rows) + " rows in: " + std::to_string(taken.accepted) + " accepted, " +
                     std::to_string(taken.rejected) + " rejected, " + std::to_string(taken.unchanged) + " unchanged.\n";
  if (taken.offScale > 0)
    text += std::to_string(taken.offScale) + " answers are off their scale; means count them as they stand.\n";
  for (const desk::SurveyImportFault& fault : taken.faults) {
    faults.push_back({{"line", fault.line}, {"rule", fault.rule}, {"column", fault.column}});
    text += "line " + std::to_string(fault.line) + ": " + fault.rule + (fault.column.empty() ? "" : ", " + fault.column) + "\n";
  }
  return Answer{json::object{{"rows", taken.rows},
                             {"accepted", taken.accepted},
                             {"rejected", taken.rejected},
                             {"unchanged", taken.unchanged},
                             {"off_scale", taken.offScale},
                             {"faults", std::move(faults)}},
                std::move(text)};
}

// A share as per cent, everything else as it is.
std::string figureText(const insight::SurveyIndexFigure& figure) {
  if (!figure.value) return figure.sample == insight::SampleSize::suppressed ? "too few to show" : "-";
  const bool isShare = figure.index.kind == domain::SurveyIndexKind::share;
  const double times = isShare ? 100 : 1;
  std::array<char, 96> text{};
  int written = std::snprintf(text.data(), text.size(), isShare ? "%.2f %%" : "%.2f", *figure.value * times);
  if (figure.interval)
    written += std::snprintf(text.data() + written, text.size() - std::size_t(written), "  [%.2f, %.2f]",
                             figure.interval->low * times, figure.interval->high * times);
  std::snprintf(text.data() + written, text.size() - std::size_t(written), "  n=%lld", static_cast<long long>(figure.answers));
  return text.data();
}

json::object documentOf(const insight::SurveyIndexFigure& figure) {
  static constexpr std::array kSamples{"suppressed", "small", "enough"};
  const bool isHidden = figure.sample == insight::SampleSize::suppressed;
  return {{"id", figure.index.id},
          {"kind", base::code(figure.index.kind)},
          {"zh", figure.index.zh},
          {"en", figure.index.en},
          {"value", orNull(figure.value)},
          {"low", figure.interval ? json::value(figure.interval->low) : json::value()},
          {"high", figure.interval ? json::value(figure.interval->high) : json::value()},
          {"answers", isHidden ? json::value() : json::value(figure.answers)},
          {"off_scale", isHidden ? json::value() : json::value(figure.offScale)},
          {"sample", kSamples[std::size_t(figure.sample)]}};
}

json::object documentOf(const insight::SurveyQuestionFigure& figure) {
  const bool isHidden = figure.counts.empty();
  json::array counts;
  for (const std::int64_t n : figure.counts) counts.push_back(n);
  return {{"id", figure.question.id},
          {"index", figure.question.index},
          {"zh", figure.question.zh},
          {"en", figure.question.en},
          {"low", figure.question.low},
          {"high", figure.question.high},
          {"mean", orNull(figure.mean)},
          {"answers", isHidden ? json::value() : json::value(figure.answers)},
          {"counts", isHidden ? json::value() : json::value(std::move(counts))},
          {"off_scale", isHidden ? json::value() : json::value(figure.offScale)}};
}

Result<Answer> results(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto id, roundIn(values));
  OW_TRY(const auto found, desk::resultsOf(desk, id));
  json::array indexes, questions;
  std::array<char, 32> rate{};
  std::snprintf(rate.data(), rate.size(), "%.1f %%", 100 * found.responseRate.value_or(0));
  std::string text = found.name + "  " + found.form.en + "  as of " + base::isoText(found.asOf, desk.zone()) + "\n" +
                     std::to_string(found.answered) + " of " + std::to_string(found.drawn) + " answered (" + rate.data() +
                     "), " + std::to_string(found.refused) + " refused, " + std::to_string(found.notReached) +
                     " not reached, " + std::to_string(found.unheard) + " not heard of.\n";
  for (const auto& figure : found.figures.indexes) {
    indexes.push_back(documentOf(figure));
    text += figure.index.id + "  " + figure.index.en + ": " + figureText(figure) + "\n";
  }
  for (const auto& figure : found.figures.questions) questions.push_back(documentOf(figure));
  if (found.figures.offScale > 0)
    text += std::to_string(found.figures.offScale) + " answers are off their scale; means count them as they stand.\n";
  return Answer{
      json::object{{"id", found.id.text()},
                   {"name", found.name},
                   {"hall", found.hall},
                   {"questionnaire", found.form.id},
                   {"version", found.form.version},
                   {"state", base::code(found.state)},
                   {"as_of", base::isoText(found.asOf, desk.zone())},
                   {"drawn", found.drawn},
                   {"answered", found.answered},
                   {"refused", found.refused},
                   {"not_reached", found.notReached},
                   {"unheard", found.unheard},
                   {"response_rate", orNull(found.responseRate)},
                   {"response_low", found.responseInterval ? json::value(found.responseInterval->low) : json::value()},
                   {"response_high", found.responseInterval ? json::value(found.responseInterval->high) : json::value()},
                   {"off_scale", found.figures.offScale},
                   {"indexes", std::move(indexes)},
                   {"questions", std::move(questions)}},
      std::move(text)};
}

Result<Answer> listed(const Invocation& invocation) {
  OW_TRY(const auto desk, openDesk(invocation, store::Access::readOnly));
  OW_TRY(const auto page, desk::surveys(*desk, std::nullopt, kMostRounds));
  json::array rounds;
  std::string text;
  for (const desk::SurveyRow& row : page.rows) {
    rounds.push_back({{"id", row.id.text()},
                      {"name", row.name},
                      {"questionnaire", row.questionnaire},
                      {"state", base::code(row.state)},
                      {"drawn", row.drawn},
                      {"answered", row.answered},
                      {"opened_at", base::isoText(row.openedAt, desk->zone())},
                      {"closes_at", timeOrNull(row.closesAt, desk->zone())},
                      {"closed_at", timeOrNull(row.closedAt, desk->zone())},
                      {"created_by", row.createdBy}});
    text += row.id.text() + "  " + std::string(base::code(row.state)) + "  " + row.questionnaire + "  " +
            std::to_string(row.answered) + "/" + std::to_string(row.drawn) + "  " + row.name + "\n";
  }
  return Answer{json::object{{"rounds", std::move(rounds)}}, std::move(text)};
}

Result<Answer> slips(desk::Desk& desk, const po::variables_map& values) {
  OW_TRY(const auto id, roundIn(values));
  OW_TRY(const auto codes, desk::slipsOf(desk, id));
  json::array list;
  std::string text;
  for (const std::string& code : codes) {
    list.push_back(json::value(code));
    text += code + "\n";
  }
  return Answer{json::object{{"slips", std::move(list)}}, std::move(text)};
}

Result<Answer> surveys(const Invocation& invocation, const po::variables_map& values) {
  const std::string what = values["what"].as<std::string>();
  if (what == "list") return listed(invocation);
  OW_TRY(const auto desk, deskAs(invocation, values));
  if (what == "draw") return drawn(*desk, values);
  if (what == "open") return opened(*desk, values);
  if (what == "close") return closed(*desk, values);
  if (what == "slips") return slips(*desk, values);
  if (what == "import") return imported(*desk, values);
  return results(*desk, values);
}

void describeSurveys(po::options_description& options, po::positional_options_description& positional) {
  options.add_options()("what", oneOf("surveys", {"list", "draw", "open", "slips", "import", "results", "close"})->required(),
                        "list, draw, open, slips, import, results or close")("round", po::value<std::string>(),
                                                                             "of slips, import, results and close: the round")(
      "file", po::value<std::string>(), "of import: a table, a row for each who answered")(
      "as", po::value<std::string>(), "login of the supervisor in whose name; of list nobody's")(
      "service", po::value<std::string>(), "of draw and open: whose cases of this service ended (code or name)")(
      "channel", po::value<std::string>(), "those that came in by this channel")(
      "ended-from", po::value<std::string>(), "ended on this day or later")("ended-until", po::value<std::string>(),
                                                                            "ended on this day or before")(
      "from-list", po::value<std::string>(), "instead: a table with a column party, phone or case")(
      "elsewhere", numberBetween("elsewhere", 1, domain::kMostDrawn),
      "instead: how many another system drew, or slips lie out")(
      "size", numberBetween("size", 1, domain::kMostDrawn)->default_value(400), "how many to draw")(
      "seed", po::value<std::string>(), "of an earlier draw: 16 hexadecimal digits")("name", po::value<std::string>(),
                                                                                     "of open: what the round is called")(
      "questionnaire", po::value<std::string>(), "of open: acsi, csat, nps, sus, three_rates, ecsi")(
      "by", po::value<std::string>()->default_value("phone"), "of open: phone, paper, token, elsewhere; commas between them")(
      "closes-on", po::value<std::string>(), "of open: the last day")(
      "column", po::value<std::vector<std::string>>()->composing(), "of import: QUESTION=COLUMN, once for each")(
      "id-column", po::value<std::string>(), "of import: names the row")("text-column", po::value<std::string>(),
                                                                         "of import: their own words");
  positional.add("what", 1).add("round", 1).add("file", 1);
}

}  // namespace

std::vector<Command> surveyCommands() {
  return {
      {"surveys", "draws, opens and closes survey rounds, takes answers of other systems in, tells what a round came to",
       "list: rounds[] of id, name, questionnaire, state, drawn, answered, opened_at, closes_at, closed_at, created_by; draw "
       "and open: drawn_from, segment, frame_size, drawn, seed, faults[] of line, rule, fault_count, and of open id; slips: "
       "slips[]; import: rows, accepted, rejected, unchanged, off_scale, faults[] of line, rule, column; close: id, state; "
       "results: id, name, hall, questionnaire, version, state, as_of, drawn, answered, refused, not_reached, unheard, "
       "response_rate, response_low, response_high, off_scale, indexes[] of id, kind, zh, en, value, low, high, answers, "
       "off_scale, sample, questions[] of id, index, zh, en, low, high, mean, answers, counts, off_scale",
       describeSurveys, surveys}};
}

}  // namespace ow::admin
