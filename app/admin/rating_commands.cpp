// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "command.h"
#include "desk/opening.h"
#include "desk/rating_findings.h"
#include "desk/rating_import.h"
#include "desk/rating_set.h"
#include "option_values.h"
#include "receipt_commands.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

const char* saidOf(domain::AuditFault fault) {
  switch (fault) {
    case domain::AuditFault::unreadable:
      return "cannot be read";
    case domain::AuditFault::unsealed:
      return "has no seal, and no other system's name";
    case domain::AuditFault::unknownPad:
      return "was sealed by a pad that is not among them";
    case domain::AuditFault::changed:
      return "is not what its pad sealed";
    case domain::AuditFault::brokenChain:
      return "does not follow the one before it";
    case domain::AuditFault::missing:
      return "is missing";
    case domain::AuditFault::forked:
      return "stands at a place that was given before: the chain was gone on with from a backup";
    case domain::AuditFault::wrongSubject:
      return "is none that its visit or matter could have";
  }
  return "";
}

json::object documentOf(const domain::AuditFinding& finding) {
  return {{"fault", base::code(finding.fault)},
          {"pad", finding.pad.isNil() ? json::value() : json::value(finding.pad.text())},
          {"place", finding.place == 0 ? json::value() : json::value(finding.place)},
          {"last_place", finding.lastPlace == 0 ? json::value() : json::value(finding.lastPlace)},
          {"rating", finding.rating.isNil() ? json::value() : json::value(finding.rating.text())}};
}

std::string textOf(const domain::AuditFinding& finding) {
  std::string text = finding.rating.isNil() ? "The rating" : "Rating " + finding.rating.text();
  if (!finding.pad.isNil()) text += " of pad " + finding.pad.text();
  if (finding.place > 0) text += " at place " + std::to_string(finding.place);
  if (finding.lastPlace > finding.place) text += " to " + std::to_string(finding.lastPlace);
  return text + " " + saidOf(finding.fault) + ".\n";
}

json::object documentOf(const domain::VoiceCounts& counts) {
  json::array levels;
  for (const std::int64_t n : counts.levels) levels.push_back(n);
  const auto total = counts.total();
  return {{"total", total},
          {"levels", std::move(levels)},
          {"good", counts.good()},
          {"good_rate", total == 0 ? json::value() : json::value(double(counts.good()) / double(total))}};
}

std::string textOf(const char* whose, const domain::VoiceCounts& counts) {
  const auto total = counts.total();
  std::string text = std::string(whose) + ": " + std::to_string(total);
  if (total == 0) return text + "\n";
  text += "; very satisfied to very dissatisfied";
  for (const std::int64_t n : counts.levels) text += " " + std::to_string(n);
  std::array<char, 16> share{};
  std::snprintf(share.data(), share.size(), "%.2f", 100.0 * double(counts.good()) / double(total));
  return text + "; good (the first three) " + std::to_string(counts.good()) + ", " + share.data() + " %\n";
}

Answer answerOf(const domain::RatingRecount& recount) {
  json::array findings, pads;
  std::string text = textOf("Sealed by pads", recount.sealed) + textOf("Of other systems", recount.imported) +
                     textOf("Published, without what was voided on appeal", recount.published());
  if (recount.setAside > 0)
    text += "Set aside, another voice on the same visit came first: " + std::to_string(recount.setAside) + "\n";
  for (const domain::AuditFinding& finding : recount.findings) {
    findings.push_back(documentOf(finding));
    text += textOf(finding);
  }
  for (const auto& [pad, end] : recount.ends) {
    pads.push_back({{"pad", pad.text()}, {"ratings", end.place}, {"head", end.hash}});
    text += "Pad " + pad.text() + ": " + std::to_string(end.place) + " ratings, " + end.hash + "\n";
  }
  const bool isCut = recount.findingCount > std::int64_t(recount.findings.size());
  if (isCut) text += "There are " + std::to_string(recount.findingCount) + " findings; the first are shown.\n";
  if (recount.elsewhere > 0)
    text +=
        std::to_string(recount.elsewhere) + " were given in other halls, came along with their person and are checked there.\n";
  text += recount.findingCount == 0 ? "Every seal fits and nothing is missing. Keep the heads, and compare them next time.\n"
                                    : "The set is not what the pads sealed.\n";
  return Answer{json::object{{"sealed", documentOf(recount.sealed)},
                             {"imported", documentOf(recount.imported)},
                             {"voided", documentOf(recount.voided)},
                             {"published", documentOf(recount.published())},
                             {"set_aside", recount.setAside},
                             {"elsewhere", recount.elsewhere},
                             {"findings", std::move(findings)},
                             {"finding_count", recount.findingCount},
                             {"pads", std::move(pads)}},
                std::move(text), recount.findingCount == 0 ? 0 : 1};
}

Result<Answer> exported(const Invocation& invocation, const std::string& file) {
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  OW_TRY(const auto written, desk::writeRatingSet(*store, file));
  return Answer{
      json::object{{"pads", written.pads}, {"ratings", written.ratings}, {"set_aside", written.setAside}, {"to", file}},
      std::to_string(written.ratings) + " ratings of " + std::to_string(written.pads) + " pads written: " + file + "\n"};
}

Result<Answer> imported(const Invocation& invocation, const std::string& file, const desk::RatingSource& source) {
  OW_TRY(auto desk, openDesk(invocation, store::Access::readWrite));
  OW_TRY(const auto taken, desk::importRatings(*desk, file, source));
  json::array faults;
  std::string text = std::to_string(taken.rows) + " rows in: " + std::to_string(taken.accepted) + " accepted, " +
                     std::to_string(taken.rejected) + " rejected, " + std::to_string(taken.unchanged) + " unchanged; " +
                     std::to_string(taken.reviews) + " reviews opened.\n";
  for (const desk::RatingFault& fault : taken.faults) {
    faults.push_back({{"line", fault.line}, {"rule", fault.rule}, {"column", fault.column}});
    text += "line " + std::to_string(fault.line) + ": " + fault.rule + (fault.column.empty() ? "" : ", " + fault.column) + "\n";
  }
  return Answer{json::object{{"rows", taken.rows},
                             {"accepted", taken.accepted},
                             {"rejected", taken.rejected},
                             {"unchanged", taken.unchanged},
                             {"reviews", taken.reviews},
                             {"faults", std::move(faults)}},
                std::move(text)};
}

std::string textOf(const desk::RatingFinding& one, const base::TimeZone& zone) {
  const insight::IntegrityFinding& finding = one.finding;
  std::string text = std::string(base::code(finding.rule)) + "  " + std::string(base::code(finding.subject)) + " " +
                     (one.name.empty() ? finding.id : one.name) + ": " + std::to_string(finding.seen.hits) + " of " +
                     std::to_string(finding.seen.trials);
  if (finding.expected) {
    std::array<char, 32> expected{};
    std::snprintf(expected.data(), expected.size(), ", elsewhere %.1f %%", *finding.expected * 100);
    text += expected.data();
  }
  text += "\n";
  for (const desk::EvidenceLine& line : one.evidence)
    text += "    " + base::isoText(line.at, zone) + "  level " + std::to_string(line.level) + "  " +
            (line.caseNumber.empty() ? "-" : line.caseNumber) + "\n";
  return text;
}

Result<Answer> found(const Invocation& invocation, const po::variables_map& values) {
  if (option(values, "period").empty()) return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "required"}});
  if (invocation.store.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "store"}, {"rule", "required"}});
  OW_TRY(const auto period, insight::parsePeriod(option(values, "period")));
  OW_TRY(auto desk, openDesk(invocation, store::Access::readOnly));
  OW_TRY(const auto all, desk::ratingFindings(*desk, period));
  json::array findings;
  std::string text = std::to_string(all.ratings) + " ratings looked at; " + std::to_string(all.findings.size()) +
                     " findings. Each is a question for somebody to look into, not a verdict.\n";
  for (const desk::RatingFinding& one : all.findings) {
    const insight::IntegrityFinding& finding = one.finding;
    json::array evidence;
    for (const desk::EvidenceLine& line : one.evidence)
      evidence.push_back({{"rating", line.rating.text()},
                          {"at", base::isoText(line.at, desk->zone())},
                          {"level", line.level},
                          {"case", line.caseNumber.empty() ? json::value() : json::value(line.caseNumber)}});
    const bool isTimed = !finding.ids.empty();
    findings.push_back({{"rule", base::code(finding.rule)},
                        {"subject", base::code(finding.subject)},
                        {"id", finding.id},
                        {"name", one.name},
                        {"hits", finding.seen.hits},
                        {"trials", finding.seen.trials},
                        {"of", finding.served ? json::value(base::code(*finding.served)) : json::value("rating")},
                        {"expected", finding.expected ? json::value(*finding.expected) : json::value()},
                        {"from", isTimed ? json::value(base::isoText(finding.from, desk->zone())) : json::value()},
                        {"to", isTimed ? json::value(base::isoText(finding.to, desk->zone())) : json::value()},
                        {"evidence", std::move(evidence)}});
    text += textOf(one, desk->zone());
  }
  return Answer{json::object{{"period", period.text},
                             {"as_of", base::isoText(all.asOf, desk->zone())},
                             {"ratings", all.ratings},
                             {"findings", std::move(findings)}},
                std::move(text)};
}

Result<Answer> ratings(const Invocation& invocation, const po::variables_map& values) {
  const std::string what = values["what"].as<std::string>();
  const std::string file = option(values, "file");
  if (what == "findings") return found(invocation, values);
  if (what == "receipt" || what == "redeem" || what == "kiosk") return receiptAnswer(what, invocation, values);
  if (what != "check" && file.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "file"}, {"rule", "required"}});
  if (what == "recount") {
    OW_TRY(const auto recount, desk::recountSet(file));
    return answerOf(recount);
  }
  if (invocation.store.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "store"}, {"rule", "required"}});
  if (what == "export") return exported(invocation, file);
  if (what == "import") return imported(invocation, file, {option(values, "source"), option(values, "as")});
  OW_TRY(auto store, openStore(invocation, store::Access::readOnly));
  OW_TRY(const auto recount, desk::recountStore(*store));
  return answerOf(recount);
}

}  // namespace

std::vector<Command> ratingCommands() {
  return {
      {"ratings",
       "checks the seals of ratings, asks what looks wrong in them (findings), writes them out as the pads sealed them, "
       "recounts such a set without a store; prints the code by which a citizen rates later and redeems one (receipt, redeem, "
       "kiosk)",
       "check and recount: sealed, imported, voided and published (each total, levels[], good, good_rate), set_aside, "
       "elsewhere, "
       "findings[] of fault, pad, "
       "place,"
       " last_place, rating, finding_count, pads[] of pad, ratings, head; findings: period, as_of, ratings, findings[] of "
       "rule, subject, id, name, hits, trials, of, "
       "expected, from, to, evidence[] of rating, at, level, case; export: pads, ratings, set_aside, to; import: rows, "
       "accepted, rejected, unchanged, reviews, faults[] of line, rule, column; receipt: code, about, case, service, hall, "
       "day, "
       "last_day, days_open, zh[], en[]; redeem: about, service, level, channel; kiosk: kiosk",
       [](auto& options, auto& positional) {
         options.add_options()(
             "what",
             oneOf("ratings", {"check", "findings", "recount", "export", "import", "receipt", "redeem", "kiosk"})->required(),
             "check, findings, recount, export, import, receipt, redeem or kiosk")(
             "file", po::value<std::string>(),
             "of recount: the set; of export: where to, nothing is replaced; of import: a table with id, level, rated_at, "
             "case, channel, text; of receipt: the case, by its number or id; of redeem: the code; of kiosk: on or off, which "
             "makes this desk one or no longer, nothing tells")("source", po::value<std::string>(),
                                                                "of import: the name of the system that took them")(
             "as", po::value<std::string>(),
             "of import and kiosk: login of the supervisor in whose name; of receipt: of the clerk whose "
             "visit of today it is about, without it the matter is")(
             "period", po::value<std::string>(), "of findings: 2026, 2026-Q3, 2026-10, 2026-10-05, FROM..TO")(
             "level", numberBetween("level", 1, 5), "of redeem: 1 very satisfied to 5 very dissatisfied")(
             "reasons", po::value<std::string>(), "of redeem: codes of the catalogue, with commas between")(
             "text", po::value<std::string>(), "of redeem: in the citizen's own words")(
             "channel", po::value<std::string>(), "of redeem: how it came, kiosk unless said: web, app, wechat, sms ...");
         positional.add("what", 1).add("file", 1);
       },
       ratings, Command::Needs::nothing},
  };
}

}  // namespace ow::admin
