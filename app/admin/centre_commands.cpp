// SPDX-License-Identifier: GPL-3.0-or-later
// The centre as its administrators keep it: schema, halls, desks, staff.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <boost/json.hpp>

#include "base/time_text.h"
#include "centre/administration.h"
#include "centre/clerk_secrets.h"
#include "centre/installation.h"
#include "command.h"
#include "look_commands.h"
#include "store/durable_file.h"

namespace ow::admin {

namespace {

using base::ErrorKind;
using base::Result;
namespace json = boost::json;
namespace po = boost::program_options;

std::string given(const po::variables_map& values, const char* name) {
  return values.count(name) != 0 ? values[name].as<std::string>() : std::string();
}

Result<std::string> needed(const po::variables_map& values, const char* name) {
  std::string value = given(values, name);
  if (value.empty()) return base::fail(ErrorKind::invalidInput, {{"field", name}, {"rule", "required"}});
  return value;
}

std::vector<std::string> several(const po::variables_map& values, const char* name) {
  return values.count(name) != 0 ? values[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

Result<centre::Address> addressOf(const po::variables_map& values) {
  std::string dsn = given(values, "dsn");
  const char* fromEnvironment = std::getenv("ONEWINDOW_CENTRE");
  if (dsn.empty() && fromEnvironment != nullptr) dsn = fromEnvironment;
  if (dsn.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "dsn"}, {"rule", "required"}});
  return centre::Address::parse(dsn);
}

std::filesystem::path keyPath(const po::variables_map& values) {
  const std::string path = given(values, "site-key");
  const char* fromEnvironment = std::getenv("ONEWINDOW_SITE_KEY");
  return path.empty() && fromEnvironment != nullptr ? fromEnvironment : path;
}

Result<void> needSiteKey(const po::variables_map& values) {
  if (keyPath(values).empty()) return base::fail(ErrorKind::invalidInput, {{"field", "site-key"}, {"rule", "required"}});
  return base::success();
}

Result<centre::SiteKey> siteKey(const po::variables_map& values) {
  OW_TRYV(needSiteKey(values));
  OW_TRY(const auto digits, readKeyFile(keyPath(values)));
  return centre::SiteKey::read(digits.reveal());
}

// Made when it is not there: everything that desks log in with follows from it.
Result<bool> makeSiteKey(const Invocation& invocation, const po::variables_map& values) {
  OW_TRYV(needSiteKey(values));
  std::error_code code;
  if (std::filesystem::exists(keyPath(values), code)) {
    OW_TRYV(siteKey(values));
    return false;
  }
  const auto key = centre::SiteKey::make(*invocation.ports.random);
  OW_TRYV(store::replaceFile(keyPath(values), key.digits.reveal() + "\n"));
  return true;
}

Answer installedAnswer(const centre::Installed& installed) {
  const std::string version = std::to_string(installed.after);
  const std::string text = installed.before == installed.after
                               ? "The centre is at schema version " + version + " already; its functions are renewed.\n"
                               : "The centre is at schema version " + version + " now.\n";
  return {{{"before", installed.before}, {"after", installed.after}}, text};
}

Result<Answer> install(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const bool isNewKey, makeSiteKey(invocation, values));
  OW_TRY(const auto installed, centre::installCentre(address, centre::Installing::fresh));
  Answer answer = installedAnswer(installed);
  if (isNewKey)
    answer.text += "A new site key was written: " + keyPath(values).string() +
                   ". Keep it apart from the centre: whoever has it can log in as any hall.\n";
  return answer;
}

Result<Answer> upgrade(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto installed, centre::installCentre(address, centre::Installing::upgrade));
  return installedAnswer(installed);
}

Result<Answer> status(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto state, centre::centreState(address));
  const auto mark = state.anchorAt ? json::value(base::isoText(*state.anchorAt, base::TimeZone::utc())) : json::value();
  std::string text = "Schema " + std::to_string(state.schema) + ", epoch " + std::to_string(state.epoch) + ", " +
                     std::to_string(state.halls) + " halls, " + std::to_string(state.desks) + " desks, " +
                     std::to_string(state.staff) + " staff, " + std::to_string(state.rows) + " rows.\n";
  if (!state.isSynchronous)
    text += "Commits wait for no standby: what is lost with this machine is lost here, and comes back from the desks.\n";
  else
    text += std::to_string(state.inStep) + " of " + std::to_string(state.standbys) + " standbys in step.\n";
  return Answer{json::object{{"schema", state.schema},
                             {"epoch", state.epoch},
                             {"standby", state.isStandby},
                             {"synchronous", state.isSynchronous},
                             {"standbys", state.standbys},
                             {"in_step", state.inStep},
                             {"halls", state.halls},
                             {"desks", state.desks},
                             {"staff", state.staff},
                             {"rows", state.rows},
                             {"marked_at", mark}},
                std::move(text), state.isSynchronous && state.inStep == 0 ? 1 : 0};
}

Result<Answer> addHall(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto key, siteKey(values));
  centre::NewHall hall;
  OW_TRY(hall.code, needed(values, "code"));
  OW_TRY(hall.name, needed(values, "name"));
  OW_TRY(hall.division, needed(values, "division"));
  hall.jurisdiction = given(values, "jurisdiction");
  OW_TRYV(centre::addHall(address, key, hall));
  return Answer{json::object{{"hall", hall.code}}, "The hall is there: " + hall.code + " " + hall.name + "\n"};
}

Result<Answer> listHalls(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::halls(address));
  json::array list;
  std::string text;
  for (const centre::Hall& hall : all) {
    list.push_back(
        {{"code", hall.code}, {"name", hall.name}, {"division", hall.division}, {"desks", hall.desks}, {"rows", hall.rows}});
    text +=
        hall.code + "  " + hall.name + "  " + std::to_string(hall.desks) + " desks, " + std::to_string(hall.rows) + " rows\n";
  }
  return Answer{json::object{{"halls", std::move(list)}}, std::move(text)};
}

centre::FurtherScope scopeOf(const po::variables_map& values) {
  return {given(values, "kind"), given(values, "code"), given(values, "name"), 0, {}};
}

Result<Answer> addScope(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRYV(needed(values, "name"));
  const auto scope = scopeOf(values);
  OW_TRYV(centre::addScope(address, scope));
  return Answer{json::object{{"kind", scope.kind}, {"scope", scope.code}}, "The scope is there: " + scope.code + "\n"};
}

Result<Answer> addRoute(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  const auto halls = several(values, "hall");
  if (halls.size() != 1) return base::fail(ErrorKind::invalidInput, {{"field", "hall"}, {"rule", "one"}});
  OW_TRY(const auto moved, centre::addRoute(address, halls.front(), scopeOf(values),
                                            {given(values, "department"), values.count("figures-only") != 0}));
  return Answer{json::object{{"routed", moved}}, std::to_string(moved) + " rows stand there already; new cases follow.\n"};
}

Result<Answer> listScopes(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::furtherScopes(address));
  json::array list;
  std::string text;
  for (const centre::FurtherScope& scope : all) {
    const std::string from = scope.halls.empty() ? std::string() : scope.halls.front();
    list.push_back({{"kind", scope.kind}, {"scope", scope.code}, {"name", scope.name}, {"rows", scope.rows}, {"from", from}});
    text +=
        scope.kind + "  " + scope.code + "  " + scope.name + "  " + std::to_string(scope.rows) + " rows, from " + from + "\n";
  }
  return Answer{json::object{{"scopes", std::move(list)}}, std::move(text)};
}

Result<Answer> putAuthority(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  const auto halls = several(values, "hall");
  if (halls.size() != 1) return base::fail(ErrorKind::invalidInput, {{"field", "hall"}, {"rule", "one"}});
  const centre::Authority authority{halls.front(), given(values, "department"), given(values, "word")};
  OW_TRYV(centre::putAuthority(address, authority));
  return Answer{json::object{{"hall", authority.hall}, {"department", authority.department}, {"word", authority.word}},
                "Documents are numbered under " + authority.word + " from now on.\n"};
}

Result<Answer> listDocuments(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::documentSeries(address));
  json::array list;
  std::string text;
  for (const centre::DocumentSeries& series : all) {
    list.push_back({{"hall", series.hall},
                    {"word", series.word},
                    {"type", series.type},
                    {"year", series.year},
                    {"given", series.given},
                    {"last", series.last},
                    {"missing", series.missing}});
    text += series.hall + "  " + series.word + "  " + series.type + "  " + std::to_string(series.year) + "  " +
            std::to_string(series.given) + " given, last " + std::to_string(series.last) +
            (series.missing.empty() ? "" : ", missing " + series.missing) + "\n";
  }
  return Answer{json::object{{"series", std::move(list)}}, std::move(text)};
}

Answer invitationAnswer(const centre::Invitation& invitation) {
  const std::string until = base::isoText(invitation.until, base::TimeZone::utc());
  return {{{"code", invitation.code}, {"until", until}},
          "Enrol this desk once with the code  " + invitation.code + "  until " + until +
              ":\n  onewindow-admin --store FILE enrol --dsn ... --code " + invitation.code + "\n"};
}

Result<Answer> addDesk(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto key, siteKey(values));
  centre::NewDesk desk;
  const auto halls = several(values, "hall");
  if (halls.size() != 1) return base::fail(ErrorKind::invalidInput, {{"field", "hall"}, {"rule", "one"}});
  desk.hall = halls.front();
  OW_TRY(desk.code, needed(values, "code"));
  desk.window = given(values, "window");
  desk.scopes = several(values, "scope");
  OW_TRY(const auto invitation, centre::addDesk(address, key, desk, *invocation.ports.clock, *invocation.ports.random));
  return invitationAnswer(invitation);
}

Result<Answer> renewDesk(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto key, siteKey(values));
  OW_TRY(const auto division, needed(values, "division"));
  OW_TRY(const auto code, needed(values, "code"));
  OW_TRY(const auto invitation,
         centre::renewDesk(address, key, division, code, *invocation.ports.clock, *invocation.ports.random));
  return invitationAnswer(invitation);
}

Result<Answer> revokeDesk(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto division, needed(values, "division"));
  OW_TRY(const auto code, needed(values, "code"));
  OW_TRYV(centre::revokeDesk(address, division, code));
  return Answer{json::object{{"desk", code}, {"state", "revoked"}}, "The desk is shut out from now on.\n"};
}

Result<Answer> listDesks(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::desks(address));
  json::array list;
  std::string text;
  for (const centre::Desk& desk : all) {
    const auto seen = desk.lastSeen ? json::value(base::isoText(*desk.lastSeen, base::TimeZone::utc())) : json::value();
    list.push_back({{"hall", desk.hall},
                    {"division", desk.division},
                    {"desk", desk.code},
                    {"window", desk.window},
                    {"state", desk.state},
                    {"last_seen", seen}});
    text += desk.hall + "  " + desk.code + "  " + desk.state + "\n";
  }
  return Answer{json::object{{"desks", std::move(list)}}, std::move(text)};
}

std::string firstLogin(const std::string& login, const std::string& role, const std::string& passphrase) {
  if (role == "clerk" || role == "supervisor")
    return "First passphrase of " + login + ":  " + passphrase +
           "\nIt is replaced at the first login, at a desk of the hall.\n";
  return "Password of the login " + centre::staffRole(login) + ":  " + passphrase +
         "\nIt belongs into that person's PGPASSFILE.\n";
}

Result<Answer> putStaff(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto key, siteKey(values));
  centre::StaffMember member;
  OW_TRY(member.login, needed(values, "login"));
  member.name = given(values, "name");
  member.role = given(values, "role");
  member.halls = several(values, "hall");
  if (values.count("lease-days") != 0) member.leaseDays = values["lease-days"].as<int>();
  OW_TRY(const bool isNew, centre::putStaff(address, member));
  Answer answer{json::object{{"login", member.login}, {"new", isNew}},
                isNew ? "The person is on the staff.\n" : "The person's entry is changed.\n"};
  if (!isNew && !member.halls.empty())
    answer.text += "To open desks of another hall than before, the person needs a new passphrase: centre staff passphrase\n";
  if (!isNew) return answer;
  OW_TRY(const auto passphrase, centre::givePassphrase(address, key, member.login, *invocation.ports.random));
  answer.document["passphrase"] = passphrase.reveal();
  answer.text += firstLogin(member.login, member.role, passphrase.reveal());
  return answer;
}

Result<Answer> givePassphrase(const Invocation& invocation, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto key, siteKey(values));
  OW_TRY(const auto login, needed(values, "login"));
  OW_TRY(const auto everybody, centre::staff(address));
  const auto member = std::find_if(everybody.begin(), everybody.end(), [&](const auto& m) { return m.login == login; });
  OW_TRY(const auto passphrase, centre::givePassphrase(address, key, login, *invocation.ports.random));
  return Answer{json::object{{"login", login}, {"passphrase", passphrase.reveal()}},
                firstLogin(login, member->role, passphrase.reveal())};
}

Result<Answer> disableStaff(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto login, needed(values, "login"));
  OW_TRYV(centre::disableStaff(address, login));
  return Answer{json::object{{"login", login}, {"active", false}},
                "This person works here no more; every desk hears it at its next contact.\n"};
}

Result<Answer> listStaff(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::staff(address));
  json::array list;
  std::string text;
  for (const centre::StaffMember& member : all) {
    json::array halls;
    for (const std::string& hall : member.halls) halls.push_back(json::string(hall));
    list.push_back({{"login", member.login},
                    {"name", member.name},
                    {"role", member.role},
                    {"active", member.isActive},
                    {"has_login", member.hasLogin},
                    {"halls", std::move(halls)}});
    text += member.login + "  " + member.name + "  " + member.role + (member.isActive ? "" : "  (disabled)") + "\n";
  }
  return Answer{json::object{{"staff", std::move(list)}}, std::move(text)};
}

constexpr int kMostActs = 10000;

Result<Answer> listActs(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  OW_TRY(const auto all, centre::acts(address, kMostActs));
  json::array list;
  std::string text;
  for (const centre::Act& act : all) {
    const std::string at = base::isoText(act.at, base::TimeZone::utc());
    list.push_back({{"n", act.n}, {"at", at}, {"by", act.login}, {"act", act.act}, {"subject", act.subject}});
    text += at + "  " + act.login + "  " + act.act + "  " + act.subject + "\n";
  }
  return Answer{json::object{{"acts", std::move(list)}}, std::move(text)};
}

Result<Answer> looks(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  return listLooks(address, values);
}

Result<Answer> looksCheck(const Invocation&, const po::variables_map& values) {
  OW_TRY(const auto address, addressOf(values));
  return checkLooks(address);
}

using Run = Result<Answer> (*)(const Invocation&, const po::variables_map&);
const std::map<std::string, Run>& acts() {
  static const std::map<std::string, Run> kActs{{"install", install},
                                                {"upgrade", upgrade},
                                                {"status", status},
                                                {"hall add", addHall},
                                                {"hall list", listHalls},
                                                {"scope add", addScope},
                                                {"scope list", listScopes},
                                                {"route add", addRoute},
                                                {"document word", putAuthority},
                                                {"document list", listDocuments},
                                                {"desk add", addDesk},
                                                {"desk renew", renewDesk},
                                                {"desk revoke", revokeDesk},
                                                {"desk list", listDesks},
                                                {"staff add", putStaff},
                                                {"staff passphrase", givePassphrase},
                                                {"staff disable", disableStaff},
                                                {"acts", listActs},
                                                {"staff list", listStaff},
                                                {"looks", looks},
                                                {"looks check", looksCheck}};
  return kActs;
}

Result<Answer> centre(const Invocation& invocation, const po::variables_map& values) {
  std::string what;
  for (const std::string& word : several(values, "act")) what += (what.empty() ? "" : " ") + word;
  const auto act = acts().find(what);
  if (act == acts().end()) return base::fail(ErrorKind::invalidInput, {{"field", "act"}, {"rule", "unknown"}});
  return act->second(invocation, values);
}

}  // namespace

std::vector<Command> centreCommands() {
  return {
      {"centre",
       "the centre: install, upgrade, status, hall add|list, scope add|list, route add, document word|list, desk "
       "add|renew|revoke|list, staff "
       "add|passphrase|disable|list, acts, looks, looks check",
       "before, after; schema, epoch, standby, synchronous, standbys, in_step, halls, desks, staff, rows, marked_at; hall; "
       "halls[] of code, name, "
       "division, desks, rows; kind, scope; scopes[] of kind, scope, name, rows, from; routed; hall, department, word; "
       "series[] of hall, word, type, year, given, last, missing; code, until; desk, state; "
       "desks[] of hall, division, desk, window, state, last_seen; login, "
       "new, passphrase; login, active; "
       "staff[] of login, name, role, active, has_login, halls; acts[] of n, at, by, act, subject; "
       "looks[] of hall, n, at, received_at, desk, clerk, author, act, subject, purpose, person, case; cut; chains[] of hall, "
       "lines, head, fault (n, how)",
       [](auto& options, auto& positional) {
         options.add_options()("act", po::value<std::vector<std::string>>()->required(), "what to do, in one or two words")(
             "dsn", po::value<std::string>(),
             "where the centre is, in libpq's words (sslmode is verify-full); or the variable ONEWINDOW_CENTRE. Passwords "
             "belong into PGPASSFILE")("site-key", po::value<std::string>(),
                                       "file with the site's secret, or the variable ONEWINDOW_SITE_KEY; install makes it")(
             "code", po::value<std::string>(), "of a hall (110101-1) or a desk (three of 0-9A-Z)")(
             "name", po::value<std::string>(), "of a hall or a person")("division", po::value<std::string>(),
                                                                        "GB/T 2260 code of the county, six digits")(
             "jurisdiction", po::value<std::string>()->default_value("CN"), "whose calendar counts")(
             "hall", po::value<std::vector<std::string>>(), "code of a hall; several times for a person who works in several")(
             "window", po::value<std::string>()->default_value("1"), "window of a desk")(
             "scope", po::value<std::vector<std::string>>(), "code of a further scope of a desk")(
             "kind", po::value<std::string>()->default_value("department"), "of a scope: department or district")(
             "department", po::value<std::string>(),
             "a route for the cases of this department's services only; or whose documents the word is for")(
             "figures-only", "a route for the hall's scorecards and no case: for a district that adds up")(
             "word", po::value<std::string>(), "in whose name documents are numbered (机关代字): 津西政服")(
             "login", po::value<std::string>(), "of a person: 1 to 32 of A-Z a-z 0-9 . _ - @")(
             "lease-days", po::value<int>(), "how long the person may work without the centre; 14 unless given")(
             "role", po::value<std::string>()->default_value("clerk"),
             "clerk, supervisor, auditor, system_administrator or security_administrator");
         describeLooks(options);
         positional.add("act", -1);
       },
       centre, Command::Needs::nothing}};
}

}  // namespace ow::admin
