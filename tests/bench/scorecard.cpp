// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON report of what a supervisor's scorecard costs: a month of so many cases and ratings, beside the bare SQL aggregate
// of the same store in the same run, and what one more rating costs.
#include <iostream>

#include <boost/json.hpp>
#include <boost/program_options.hpp>

#include "bench/must.h"
#include "bench/stopwatch.h"
#include "desk/scorecard.h"
#include "domain/operation.h"
#include "testkit/hall.h"

namespace {

using namespace ow;
using bench::measure;
using bench::must;
using bench::Sample;
namespace json = boost::json;

constexpr std::int64_t kBatch = 20'000;
constexpr int kServices = 180, kClerks = 40, kWindows = 24;
constexpr std::int64_t kUnrated = 40;

json::object figure(const char* what, const Sample& ours, const Sample& bare, double budgetMillis) {
  return {{"what", what},
          {"p50_ms", ours.percentile(0.5)},
          {"worst_ms", ours.percentile(1.0)},
          {"bare_p50_ms", bare.percentile(0.5)},
          {"ratio_p50", ours.percentile(0.5) / std::max(bare.percentile(0.5), 1e-6)},
          {"budget_ms", budgetMillis},
          {"runs", ours.millis.size()}};
}

// A hall with one month in it: everything ends in October, and but for some is rated then.
class Month {
 public:
  Month(std::int64_t cases, std::int64_t ratings) : m_ids(m_hall.clock, m_hall.random), m_dice(7) {
    for (int i = 0; i < kServices; ++i)
      m_services.push_back(m_hall.addService("service " + std::to_string(i), {5, domain::LimitUnit::workingDay}));
    for (int i = 0; i < kClerks; ++i) {
      const std::string login = "clerk." + std::to_string(i);
      m_clerks.push_back(m_hall.addClerk(login, login));
    }
    const base::Instant first = testkit::at("2026-10-01T00:00:00+08:00");
    for (std::int64_t done = 0; done < std::max(cases, ratings); done += kBatch) {
      auto write = must(m_hall.store().write(store::Indexing::deferred));
      domain::OperationWriter writer(m_ids, first, {m_hall.desk().clerk().id, "007", "import", {}});
      for (std::int64_t i = done; i < std::min(done + kBatch, std::max(cases, ratings)); ++i) {
        const domain::Case c = caseNumbered(i, first);
        if (i < cases) writer.create(c);
        if (i % std::max<std::int64_t>(1, std::min(cases, ratings) / kUnrated) == 0)
          m_unrated.push_back(c);
        else if (i < ratings)
          writer.create(ratingOf(c));
      }
      must(write.apply(writer.take()));
      must(write.commit());
      std::cerr << "\r" << done + kBatch << std::flush;
    }
    must(m_hall.store().rebuildSearch());
    std::cerr << "\n";
  }

  // Of no case: another system's.
  void rateOnceMore() {
    domain::Case c;
    c.serviceId = m_services.front();
    c.window = "1";
    c.closedAt = testkit::at("2026-10-31T16:00:00+08:00");
    save(ratingOf(c));
  }
  // A case that nobody had rated.
  void rateAnotherCase() {
    save(ratingOf(m_unrated.back()));
    m_unrated.pop_back();
  }
  // The last one is not as it was: what voids a rating does the same to its day.
  void changeOne() {
    auto write = must(m_hall.store().write());
    must(write.connection().execute("UPDATE rating SET level = 6 - level WHERE n = (SELECT max(n) FROM rating)"));
    must(write.commit());
  }
  desk::Desk& desk() { return m_hall.desk(); }
  store::Store& store() { return m_hall.store(); }

 private:
  template <class Entity>
  void save(const Entity& entity) {
    domain::OperationWriter writer(m_ids, m_hall.clock.now(), {m_hall.desk().clerk().id, "007", "import", {}});
    writer.create(entity);
    must(m_hall.store().commit(writer.take()));
  }
  domain::Case caseNumbered(std::int64_t i, base::Instant first) {
    domain::Case c;
    c.id = m_ids.make<domain::CaseId>();
    c.number = "B" + std::to_string(i);
    c.title = "case";
    c.serviceId = m_services[m_dice.below(m_services.size())];
    c.state = domain::CaseState::closed;
    c.outcome = domain::Outcome::granted;
    c.hall = m_hall.desk().place().hall;
    c.window = std::to_string(m_dice.below(kWindows) + 1);
    c.ownerId = m_clerks[m_dice.below(m_clerks.size())];
    c.jurisdiction = "CN";
    c.closedAt = c.decidedAt = c.lastEventAt = first + std::chrono::seconds(m_dice.below(31 * 86'400));
    c.openedAt = *c.closedAt - std::chrono::hours(m_dice.below(15 * 24));
    c.acceptedAt = c.openedAt;
    c.yellowAt = c.dueAt = c.openedAt + std::chrono::hours(7 * 24);
    return c;
  }
  domain::Rating ratingOf(const domain::Case& c) {
    domain::Rating rating;
    rating.id = m_ids.make<domain::RatingId>();
    if (!c.id.isNil()) rating.caseId = c.id;
    rating.serviceId = c.serviceId;
    rating.clerkId = c.ownerId;
    rating.window = c.window;
    rating.level = int(1 + m_dice.below(10) * m_dice.below(10) / 20);
    rating.at = *c.closedAt;
    rating.source = "bench";
    return rating;
  }

  testkit::Hall m_hall{"2026-11-02T09:00:00+08:00", domain::Role::supervisor};
  base::IdSource m_ids;
  base::SeededRandom m_dice;
  std::vector<domain::ServiceId> m_services;
  std::vector<domain::StaffId> m_clerks;
  std::vector<domain::Case> m_unrated;
};

// What a page without tallies would ask.
Sample bareAggregate(store::Store& store) {
  const std::string from = std::to_string(base::toMillis(testkit::at("2026-10-01T00:00:00+08:00")));
  const std::string until = std::to_string(base::toMillis(testkit::at("2026-11-01T00:00:00+08:00")));
  const std::string cases =
      "SELECT count(*) + sum(closed_at <= due_at) + sum(reopened_count > 0) + sum(state = 'returned') FROM case_record"
      " WHERE closed_at >= " +
      from + " AND closed_at < " + until;
  const std::string ratings =
      "SELECT count(*) + sum(level <= 3) + sum(level <= 2) FROM rating WHERE at >= " + from + " AND at < " + until;
  return measure(
      5,
      [&](int) {
        auto reader = must(store.read());
        must(reader.connection().integer(cases));
        must(reader.connection().integer(ratings));
      },
      1);
}

json::object run(std::int64_t cases, std::int64_t ratings) {
  Month month(cases, ratings);
  const auto period = must(insight::parsePeriod("2026-10"));
  const Sample bare = bareAggregate(month.store());
  const auto open = [&](int) { must(desk::scorecardOf(month.desk(), period)); };
  json::array figures;
  figures.push_back(figure("first opening, every day counted", measure(1, open, 0), bare, 0));
  figures.push_back(figure("a month opened", measure(15, open), bare, 300));
  figures.push_back(figure(
      "by department",
      measure(15, [&](int) { must(desk::splitFigure(month.desk(), "customer.in_time", period, insight::Split::department)); }),
      bare, 300));
  figures.push_back(figure(
      "by service",
      measure(15, [&](int) { must(desk::splitFigure(month.desk(), "customer.in_time", period, insight::Split::service)); }),
      bare, 300));
  figures.push_back(figure(
      "the first hundred late cases",
      measure(
          15,
          [&](int) { must(desk::behind(month.desk(), {"customer.in_time", period, desk::Behind::rest, {}, ""}, {}, 100)); }),
      bare, 300));
  const auto after = [&](const char* what, int runs, void (Month::*change)()) {
    figures.push_back(figure(what,
                             measure(runs,
                                     [&](int i) {
                                       (month.*change)();
                                       open(i);
                                     }),
                             bare, 1000));
  };
  after("one more rating, and the month opened again", 15, &Month::rateOnceMore);
  after("one more case rated, and the month opened again", 15, &Month::rateAnotherCase);
  after("one rating changed, and the month opened again: its day counted anew", 5, &Month::changeOne);
  json::object counted;  // so that nobody reads times of a page that counted nothing
  for (const desk::ScorecardLine& line : must(desk::scorecardOf(month.desk(), period)).lines)
    counted[line.indicator.id] = json::array{line.figure.count.hits, line.figure.count.trials};
  return {{"cases", cases},
          {"ratings", ratings},
          {"counted", std::move(counted)},
          {"figures", std::move(figures)},
          {"resident_mib", bench::residentMiB()}};
}

}  // namespace

int main(int argc, char** argv) {
  namespace po = boost::program_options;
  std::int64_t cases = 0, ratings = 0;
  po::options_description options("onewindow-bench-scorecard");
  options.add_options()("help", "this page")("cases", po::value(&cases)->default_value(1'000'000), "in one month")(
      "ratings", po::value(&ratings)->default_value(1'000'000), "in one month");
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, options), values);
  if (values.count("help") != 0) return std::cout << options, 0;
  po::notify(values);
  std::cout << json::serialize(run(cases, ratings)) << "\n";
  return 0;
}
