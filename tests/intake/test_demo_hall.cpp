// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/time_text.h"
#include "desk/opening.h"
#include "domain/case_lifecycle.h"
#include "domain/case_number.h"
#include "domain/citizen_id.h"
#include "domain/uscc.h"
#include "domain/work_calendar.h"
#include "intake/demo_hall.h"
#include "store/maintenance.h"
#include "store/search.h"
#include "testkit/hall.h"

using namespace ow;

namespace {

constexpr const char* kNow = "2026-03-02T10:30:00+08:00";  // a Monday

// Rows of text; NULL is "-".
std::vector<std::vector<std::string>> rowsOf(testkit::Hall& hall, const std::string& sql, int columns) {
  auto reader = hall.store().read();
  auto statement = reader.value().connection().prepare(sql);
  if (!statement) throw std::runtime_error(sql + ": " + base::describe(statement.error()));
  std::vector<std::vector<std::string>> all;
  while (statement.value().step().value()) {
    std::vector<std::string> row;
    for (int i = 0; i < columns; ++i) row.push_back(statement.value().isNull(i) ? "-" : statement.value().text(i));
    all.push_back(std::move(row));
  }
  return all;
}

// A hall of one thousand persons, made once: every test looks at the same one and none changes it.
struct DemoTown {
  testkit::Hall hall{kNow};
  intake::DemoCounts counts;
  std::vector<double> heard;

  explicit DemoTown(const intake::DemoSize& size) {
    auto made = intake::writeDemoHall(hall.store(), size, testkit::at(kNow), [this](double f) { heard.push_back(f); });
    if (!made) throw std::runtime_error(base::describe(made.error()));
    counts = made.value();
  }

  std::vector<std::vector<std::string>> rows(const std::string& sql, int columns = 1) { return rowsOf(hall, sql, columns); }
  // Whether a search answers with that name; with any, when none is given.
  bool finds(const std::string& typed, const std::string& name) {
    auto reader = hall.store().read();
    const auto found = store::search(reader.value().connection(), typed, store::SearchScope::parties, 50);
    return found && std::any_of(found.value().begin(), found.value().end(),
                                [&](const store::SearchResult& one) { return name.empty() || one.name == name; });
  }
  std::int64_t number(const std::string& sql) { return std::stoll(rows(sql).at(0).at(0)); }
};

DemoTown& town() {
  static DemoTown made({1000, 1200, 7});
  return made;
}

}  // namespace

TEST_CASE("A demo hall holds as many people and cases as were asked for", "[demo]") {
  CHECK(town().counts.persons == 1000);
  CHECK(town().counts.cases == 1200);
  CHECK(town().number("SELECT count(*) FROM party WHERE kind = 'person'") == 1000);
  CHECK(town().number("SELECT count(*) FROM party WHERE kind <> 'person'") == town().counts.organisations);
  CHECK(town().number("SELECT count(*) FROM case_record") == 1200);
  CHECK(town().number("SELECT count(*) FROM interaction") == town().counts.interactions);
  CHECK(town().number("SELECT count(*) FROM rating") == town().counts.ratings);
  CHECK(town().counts.organisations > 40);
  CHECK(town().counts.households > 200);
  CHECK(std::is_sorted(town().heard.begin(), town().heard.end()));
  REQUIRE(!town().heard.empty());
  CHECK(town().heard.back() == 1.0);
}

TEST_CASE("Everything in a demo hall went through the outbox", "[demo]") {
  for (const char* table : {"party", "identifier", "contact_point", "address", "relationship", "case_record", "case_event",
                            "interaction", "ticket", "reported_figure", "official_document"}) {
    INFO(table);
    const std::string missing =
        std::string("SELECT count(*) FROM ") + table + " WHERE id NOT IN (SELECT entity_id FROM operation)";
    CHECK(town().number(missing) == 0);
  }
}

TEST_CASE("Citizens' numbers are valid and were never issued", "[demo][identifier]") {
  const auto numbers = town().rows(
      "SELECT i.normal, p.birth_date, p.sex, i.type FROM identifier i JOIN party p ON p.id = i.party_id"
      " WHERE i.type IN ('citizen_id', 'hk_macau_taiwan_residence')",
      4);
  REQUIRE(numbers.size() > 950);
  const base::Date today = base::parseIsoDate("2026-03-02").value();
  std::set<std::string> seen;
  for (const auto& row : numbers) {
    const std::string& number = row[0];
    INFO(number << " " << row[1] << " " << row[2]);
    const auto type =
        row[3] == "citizen_id" ? domain::IdentifierType::citizenId : domain::IdentifierType::hkMacauTaiwanResidence;
    const auto check = domain::checkCitizenNumber(type, number, today);
    CHECK(check.validity == domain::Validity::ok);
    CHECK(number.substr(14, 2) == "99");
    CHECK(number[16] >= '6');
    REQUIRE(check.birth);
    CHECK(base::isoText(*check.birth) == row[1]);
    REQUIRE(check.sex);
    CHECK(std::string(base::code(*check.sex)) == row[2]);
    CHECK(seen.insert(number).second);
  }
}

TEST_CASE("Organisations carry valid credit codes and somebody who speaks for them", "[demo][identifier]") {
  const auto codes = town().rows("SELECT normal FROM identifier WHERE type = 'uscc'");
  CHECK(std::int64_t(codes.size()) == town().counts.organisations);
  for (const auto& row : codes) {
    INFO(row[0]);
    const auto check = domain::checkUscc(row[0]);
    CHECK(check.validity == domain::Validity::ok);
    CHECK(check.warnings.empty());
  }
  CHECK(town().number("SELECT count(DISTINCT to_party) FROM relationship WHERE kind = 'legal_representative'") ==
        town().counts.organisations);
  CHECK(town().number("SELECT count(*) FROM relationship WHERE kind = 'agent' AND valid_until < '2026-03-02'") > 0);
  CHECK(town().number("SELECT count(*) FROM relationship WHERE kind = 'agent' AND valid_until >= '2026-03-02'") > 0);
  CHECK(town().number("SELECT count(*) FROM relationship r JOIN party p ON p.id = r.to_party"
                      " WHERE r.kind = 'guardian' AND p.birth_date < '2007-01-01'") == 0);
}

TEST_CASE("The events of a case lead to where it stands", "[demo][case]") {
  const auto events = town().rows(
      "SELECT hex(c.id), c.state, c.last_event_at, coalesce(c.closed_at, 0), coalesce(c.accepted_at, 0), c.reopened_count,"
      " c.opened_at, e.kind, e.at, coalesce(e.to_state, '') FROM case_record c JOIN case_event e ON e.case_id = c.id"
      " ORDER BY c.n, e.at, e.n",
      10);
  struct Story {
    domain::CaseState state = domain::CaseState::received;
    std::string wantedState, wantedLast, wantedClosed;
    std::string last;
    int reopened = 0, wantedReopened = 0;
    bool hasBegun = false;
  };
  std::map<std::string, Story> stories;
  for (const auto& row : events) {
    Story& story = stories[row[0]];
    INFO("case " << row[0] << " event " << row[7]);
    story.wantedState = row[1];
    story.wantedLast = row[2];
    story.wantedClosed = row[3];
    story.wantedReopened = std::stoi(row[5]);
    const auto kind = base::fromCode<domain::CaseEventKind>(row[7]);
    REQUIRE(kind);
    if (!story.hasBegun) {
      CHECK(*kind == domain::CaseEventKind::registered);
      CHECK(row[8] == row[6]);
      story.hasBegun = true;
    } else if (row[9] != "") {
      const auto reached = domain::moved(story.state, *kind);
      REQUIRE(reached);
      story.state = reached.value();
      CHECK(std::string(base::code(story.state)) == row[9]);
      if (*kind == domain::CaseEventKind::reopened) ++story.reopened;
    }
    story.last = row[8];
  }
  CHECK(stories.size() == 1200);
  const std::string now = std::to_string(base::toMillis(testkit::at(kNow)));
  for (const auto& [id, story] : stories) {
    INFO("case " << id);
    CHECK(std::string(base::code(story.state)) == story.wantedState);
    CHECK(story.last == story.wantedLast);
    CHECK(story.last <= now);  // both have thirteen digits
    CHECK(story.reopened == story.wantedReopened);
    CHECK((story.wantedClosed == "0") == domain::isOpen(story.state));
  }
}

TEST_CASE("Nothing happens before it can", "[demo][case]") {
  CHECK(town().number(
            "SELECT count(*) FROM case_record c JOIN party p ON p.id = c.party_id WHERE p.registered_at > c.opened_at") == 0);
  CHECK(town().number("SELECT count(*) FROM case_record WHERE party_id IS NULL") == 0);
  CHECK(town().number("SELECT count(*) FROM case_record WHERE decided_at IS NOT NULL AND accepted_at > decided_at") == 0);
  CHECK(town().number("SELECT count(*) FROM case_record WHERE decided_at IS NOT NULL AND outcome IS NULL") == 0);
  CHECK(town().number("SELECT count(*) FROM case_event WHERE kind IN ('returned', 'withdrawn', 'reopened') AND text IS NULL") ==
        0);
  CHECK(town().number("SELECT count(*) FROM rating r JOIN case_record c ON c.id = r.case_id WHERE r.interaction_id IS NULL"
                      " AND (c.state <> 'closed' OR r.at < c.closed_at)") == 0);
  CHECK(town().number("SELECT count(*) FROM rating r JOIN interaction i ON i.id = r.interaction_id WHERE r.at < i.at"
                      " OR i.channel <> 'counter' OR r.clerk_id IS NOT i.clerk_id") == 0);
  CHECK(town().number("SELECT count(*) FROM rating_review WHERE opened_at > last_event_at OR verified_at > replied_at"
                      " OR replied_at > called_back_at OR called_back_at > closed_at") == 0);
  const std::string now = std::to_string(base::toMillis(testkit::at(kNow)));
  CHECK(town().number("SELECT count(*) FROM interaction WHERE at > " + now) == 0);
  CHECK(town().number("SELECT count(*) FROM party WHERE registered_at > " + now) == 0);
}

TEST_CASE("An inbox of the demo hall has every light, and most of its work is in time", "[demo][case]") {
  const std::string now = std::to_string(base::toMillis(testkit::at(kNow)));
  const std::string open = "SELECT count(*) FROM case_record WHERE closed_at IS NULL";
  const double all = double(town().number(open));
  const double late = double(town().number(open + " AND due_at < " + now));
  CHECK(late / all > 0.01);
  CHECK(late / all < 0.09);
  CHECK(town().number(open + " AND due_at >= " + now + " AND yellow_at <= " + now) > 10);
  CHECK(town().number(open + " AND yellow_at > " + now) > 40);
  for (const std::string state : {"received", "accepted", "in_review", "decided", "closed", "returned", "withdrawn"}) {
    INFO(state);
    CHECK(town().number("SELECT count(*) FROM case_record WHERE state = '" + state + "'") > 0);
  }
  const double closed = double(town().number("SELECT count(*) FROM case_record WHERE state = 'closed'"));
  CHECK(closed / 1200 > 0.75);
  CHECK(closed / 1200 < 0.87);
}

TEST_CASE("Case numbers are well formed and leave the desk's own series alone", "[demo][case]") {
  for (const auto& row : town().rows("SELECT number FROM case_record")) {
    const auto number = domain::CaseNumber::parse(row[0]);
    INFO(row[0]);
    REQUIRE(number);
    CHECK(number.value().division == "110101");
    CHECK(number.value().desk != "007");
  }
}

TEST_CASE("The hall keeps office hours, the web does not, and Mondays are busier than Fridays", "[demo]") {
  const auto calendar = domain::bundledCalendar("CN");
  std::map<unsigned, int> byDay;
  int atLunch = 0, inTheMorning = 0;
  for (const auto& row :
       town().rows("SELECT at FROM interaction WHERE channel IN ('counter', 'phone') AND direction = 'inbound'")) {
    const auto at = base::fromMillis(std::stoll(row[0]));
    const base::Date day = calendar.zone().dateOf(at);
    CHECK(calendar.isWorkday(day));
    ++byDay[std::chrono::weekday(day).c_encoding()];
    const auto hour =
        std::chrono::floor<std::chrono::hours>(calendar.zone().toLocal(at) - std::chrono::local_days(day)).count();
    if (hour == 12) ++atLunch;
    if (hour == 10) ++inTheMorning;
  }
  CHECK(byDay[1] > byDay[5]);
  CHECK(inTheMorning > 4 * atLunch);
  CHECK(town().number("SELECT count(DISTINCT channel) FROM interaction") >= 12);
  const std::string night = "CAST(strftime('%H', at / 1000 + 28800, 'unixepoch') AS INTEGER) >= 20";
  CHECK(town().number("SELECT count(*) FROM interaction WHERE channel IN ('web', 'app', 'wechat') AND " + night) > 20);
  CHECK(town().number("SELECT count(*) FROM interaction WHERE channel = 'hotline' AND"
                      " strftime('%w', at / 1000 + 28800, 'unixepoch') IN ('0', '6')") > 5);
}

TEST_CASE("Ratings are mostly good, and the bad ones say why", "[demo]") {
  const double all = double(town().counts.ratings);
  CHECK(double(town().number("SELECT count(*) FROM rating WHERE level = 1")) / all > 0.6);
  CHECK(town().number("SELECT count(*) FROM rating WHERE level >= 3") > 0);
  CHECK(town().number("SELECT count(*) FROM rating WHERE text IS NOT NULL") > 0);
}

TEST_CASE("People of the demo hall are found by pinyin, initials and the end of their number", "[demo][search]") {
  CHECK(town().hall.store().isSearchComplete());
  const auto row = town().rows(
      "SELECT p.name, i.normal FROM party p JOIN identifier i ON i.party_id = p.id"
      " WHERE p.name LIKE '王%' AND length(p.name) = 3 ORDER BY p.n LIMIT 1",
      2);
  REQUIRE(row.size() == 1);
  for (const std::string& typed : {std::string("wang"), row[0][0], row[0][1], row[0][1].substr(14)}) {
    INFO(typed);
    CHECK(town().finds(typed, typed == "wang" ? "" : row[0][0]));
  }
}

TEST_CASE("The same seed makes the same hall, another seed another one", "[demo]") {
  const std::string all =
      "SELECT hex(id), name, '' FROM party UNION ALL SELECT hex(id), normal, raw FROM identifier UNION ALL"
      " SELECT hex(id), number, state FROM case_record UNION ALL SELECT hex(id), subject, at FROM interaction UNION ALL"
      " SELECT hex(id), changes, kind FROM operation ORDER BY 1";
  DemoTown first({60, 40, 3}), second({60, 40, 3}), other({60, 40, 4});
  CHECK(first.rows(all, 3).size() > 500);
  CHECK(first.rows(all, 3) == second.rows(all, 3));
  CHECK(first.rows("SELECT name FROM party ORDER BY n") != other.rows("SELECT name FROM party ORDER BY n"));
}

TEST_CASE("A store takes one demo hall, and none of an impossible size", "[demo]") {
  testkit::Hall hall(kNow);
  const auto none = intake::writeDemoHall(hall.store(), {0, 10, 1}, testkit::at(kNow));
  REQUIRE(!none);
  CHECK(none.error().kind == base::ErrorKind::invalidInput);
  const auto one = intake::writeDemoHall(hall.store(), {1, 0, 1}, testkit::at(kNow));
  REQUIRE(one);
  CHECK(one.value().persons == 1);
  CHECK(one.value().cases == 0);
  const auto again = intake::writeDemoHall(hall.store(), {1, 0, 1}, testkit::at(kNow));
  REQUIRE(!again);
  CHECK(again.error().kind == base::ErrorKind::duplicate);
}

TEST_CASE("A demo hall that was killed half-way is finished to the very same hall", "[demo][crash]") {
  const intake::DemoSize size{60, 40, 3};
  const std::string all =
      "SELECT hex(id), name, '' FROM party UNION ALL SELECT hex(id), login, name FROM staff UNION ALL"
      " SELECT hex(id), number, state FROM case_record UNION ALL SELECT hex(id), subject, at FROM interaction UNION ALL"
      " SELECT hex(id), changes, seq FROM operation WHERE purpose = 'demo' UNION ALL SELECT k, c, '' FROM term ORDER BY 1, 2, "
      "3";
  DemoTown whole(size);

  testkit::Hall hall(kNow);
  for (const double fraction : {0.2, 0.5, 0.86}) {  // among the people, among the cases, before the search index
    CAPTURE(fraction);
    hall.close();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = desk::openWithKeyFile(hall.storePath(), base::Redacted<std::string>(std::string(64, 'a')), {});
      const auto die = [fraction](double at) {
        if (at > fraction) raise(SIGKILL);
      };
      if (store) (void)intake::writeDemoHall(*store.value(), size, testkit::at(kNow), die);
      _exit(1);  // it should not have lived to see this
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    hall.restart();
  }
  const auto other = intake::writeDemoHall(hall.store(), {60, 40, 4}, testkit::at(kNow));
  REQUIRE(!other);
  CHECK(other.error().fact("rule") == "demo_unfinished");
  CHECK(other.error().fact("begun") == "persons=60 cases=40 seed=3");

  const auto finished = intake::writeDemoHall(hall.store(), size, testkit::at("2026-03-09T10:30:00+08:00"));
  REQUIRE(finished);
  CHECK(finished.value().isResumed);
  CHECK(finished.value().interactions == whole.counts.interactions);
  CHECK(rowsOf(hall, all, 3) == whole.rows(all, 3));
  const auto again = intake::writeDemoHall(hall.store(), size, testkit::at(kNow));
  REQUIRE(!again);
  CHECK(again.error().kind == base::ErrorKind::duplicate);
}

TEST_CASE("A demo hall that was made on a Sunday keeps every promise of the store", "[demo][case]") {
  testkit::Hall hall{"2026-11-22T18:20:00+08:00"};
  REQUIRE(intake::writeDemoHall(hall.store(), {600, 1500, 1}, hall.clock.now(), {}));
  const auto problems = store::checkStore(hall.store());
  REQUIRE(problems);
  for (const auto& problem : problems.value()) FAIL_CHECK(problem.what << ": " << problem.rows);
}

TEST_CASE("every bad rating of the town has its review, and nobody looks into their own", "[intake][demo]") {
  const auto bad = town().number("SELECT count(*) FROM rating WHERE level >= 4");
  CHECK(bad > 0);
  CHECK(town().number("SELECT count(*) FROM rating_review") == bad);
  CHECK(
      town().number("SELECT count(*) FROM rating_review v LEFT JOIN rating r ON r.id = v.rating_id WHERE r.level IS NOT v.level"
                    " OR r.at <> v.opened_at") == 0);
  CHECK(town().number("SELECT count(*) FROM rating_review WHERE clerk_id IN (assignee_id, verified_by, decided_by,"
                      " called_back_by)") == 0);
  // As far as they have come: some are done, some are not.
  CHECK(town().number("SELECT count(*) FROM rating_review WHERE state = 'closed'") > 0);
  CHECK(town().number("SELECT count(*) FROM rating WHERE interaction_id IS NOT NULL") > 0);
}

TEST_CASE("the town was asked by telephone what it thinks of last month, and nobody asked whom they served", "[intake][demo]") {
  CHECK(town().number("SELECT count(*) FROM survey_round") == 1);
  CHECK(town().rows("SELECT name, segment FROM survey_round", 2).at(0) ==
        std::vector<std::string>{"1月办事满意度回访", "ended from=2026-01-01 until=2026-01-31"});
  const auto drawn = town().number("SELECT drawn_count FROM survey_round");
  CHECK(drawn <= town().number("SELECT frame_size FROM survey_round"));
  const auto answered = town().number("SELECT count(*) FROM survey_answer WHERE reached = 'answered'");
  CHECK(answered >= 5);                                                // enough for a figure
  CHECK(town().number("SELECT count(*) FROM survey_answer") < drawn);  // some are still to be called
  CHECK(town().number("SELECT count(*) FROM survey_answer a JOIN case_record c ON c.party_id = a.party_id"
                      " WHERE c.owner_id = a.taken_by") == 0);
  CHECK(town().number("SELECT count(*) FROM survey_answer a JOIN survey_round r ON r.id = a.round_id"
                      " WHERE a.answered_at < r.opened_at") == 0);
  CHECK(town().number("SELECT count(*) FROM survey_answer WHERE text IS NOT NULL AND id NOT IN"
                      " (SELECT answer_id FROM survey_task WHERE answer_id IS NOT NULL)") > 0);
}
