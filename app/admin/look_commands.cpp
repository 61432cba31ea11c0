// SPDX-License-Identifier: GPL-3.0-or-later
#include "look_commands.h"

#include <boost/json.hpp>

#include "base/time_text.h"
#include "centre/looks.h"
#include "option_values.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

constexpr std::int64_t kMostShown = 100000;

std::string momentText(base::Instant instant) {
  return base::isoText(instant, base::TimeZone::utc());
}

Result<base::Instant> sinceOf(const std::string& text) {
  const auto instant = base::parseIsoInstant(text);
  if (instant) return instant;
  const auto day = base::parseIsoInstant(text + "T00:00:00Z");
  if (day) return day;
  return base::fail(ErrorKind::invalidInput, {{"field", "since"}, {"rule", "iso_date"}});
}

Result<centre::LookFilter> filterOf(const po::variables_map& values) {
  centre::LookFilter filter;
  if (values.count("person") != 0) {
    filter.person = domain::PartyId::parse(values["person"].as<std::string>());
    if (!filter.person) return base::fail(ErrorKind::invalidInput, {{"field", "person"}, {"rule", "id"}});
  }
  if (values.count("clerk") != 0) filter.clerk = values["clerk"].as<std::string>();
  if (values.count("since") != 0) {
    OW_TRY(const auto since, sinceOf(values["since"].as<std::string>()));
    filter.since = since;
  }
  filter.limit = std::size_t(values["most"].as<std::int64_t>());
  return filter;
}

json::object documentOf(const centre::LookLine& line) {
  return {{"hall", line.hall},
          {"n", line.n},
          {"at", momentText(line.at)},
          {"received_at", momentText(line.receivedAt)},
          {"desk", line.desk},
          {"clerk", line.clerk},
          {"author", line.author},
          {"act", line.act},
          {"subject", line.subject},
          {"purpose", line.purpose},
          {"person", line.party ? json::value(line.party->text()) : json::value()},
          {"case", line.caseId ? json::value(line.caseId->text()) : json::value()}};
}

std::string textOf(const centre::LookLine& line) {
  std::string text = momentText(line.at) + "  " + line.hall + " " + line.desk + "  " + (line.clerk.empty() ? "-" : line.clerk) +
                     " (" + line.author + ")  " + line.act;
  if (!line.subject.empty()) text += " " + line.subject;
  text += "  " + line.purpose;
  if (line.party) text += "  " + line.party->text();
  return text + "\n";
}

}  // namespace

Result<Answer> listLooks(const centre::Address& address, const po::variables_map& values) {
  OW_TRY(const auto filter, filterOf(values));
  OW_TRY(const auto lines, centre::looks(address, filter));
  json::array list;
  std::string text;
  for (const centre::LookLine& line : lines) {
    list.push_back(documentOf(line));
    text += textOf(line);
  }
  const bool isCut = lines.size() == filter.limit;
  if (isCut) text += "There are more; the newest are shown. --most shows more of them.\n";
  if (lines.empty()) text = "Nobody looked.\n";
  return Answer{json::object{{"looks", std::move(list)}, {"cut", isCut}}, std::move(text)};
}

Result<Answer> checkLooks(const centre::Address& address) {
  OW_TRY(const auto chains, centre::checkLooks(address));
  json::array list;
  std::string text;
  bool isSound = true;
  for (const centre::LookChain& chain : chains) {
    const auto fault =
        chain.fault ? json::value(json::object{{"n", chain.fault->n}, {"how", chain.fault->how}}) : json::value();
    list.push_back({{"hall", chain.hall}, {"lines", chain.lines}, {"head", chain.head}, {"fault", fault}});
    isSound = isSound && !chain.fault;
    text += chain.hall + ": " +
            (chain.fault ? "line " + std::to_string(chain.fault->n) + " is " + chain.fault->how
                         : std::to_string(chain.lines) + " lines, sound, " + chain.head) +
            "\n";
  }
  text += isSound ? "Keep the heads where nobody at the centre can reach them, and compare them next time.\n"
                  : "Somebody changed what was written. The desks know since when: their sync page says so.\n";
  return Answer{json::object{{"chains", std::move(list)}}, std::move(text), isSound ? 0 : 1};
}

void describeLooks(po::options_description& options) {
  options.add_options()("person", po::value<std::string>(), "of looks: id of the person looked at")(
      "clerk", po::value<std::string>(), "of looks: login of who looked")("since", po::value<std::string>(),
                                                                          "of looks: a day or a moment, ISO 8601")(
      "most", numberBetween("--most", 1, kMostShown)->default_value(1000), "of looks: at most so many, the newest");
}

}  // namespace ow::admin
