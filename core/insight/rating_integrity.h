// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/time.h"
#include "domain/ids.h"
#include "insight/proportion.h"
#include "store/facts.h"

// What looks wrong in a set of ratings, each with its evidence: nobody is accused by a number, somebody looks. Seals prove that
// a pad gave a rating (domain/rating_audit.h); this asks whether a citizen did. Pure; one thread.
namespace ow::insight {

enum class IntegrityRule {
  burst,      // one pad took more ratings in a short time than citizens can be served in
  hasty,      // more answers than chance that came faster than the question can be read
  alike,      // so many equal answers in a row, without a word or reason, that chance does not explain it
  noneBad,    // no bad rating where the hall's share of them made some all but certain (差评被拦)
  unasked,    // fewer of those served rated than elsewhere, beyond chance (漏评)
  strayPad,   // a pad of one window sealed ratings of another, which is what a receipt is for
  offHours,   // given on a day or at an hour when nobody is served
  sameName,   // who rated has the name of who served
  ownWindow,  // receipts were redeemed at the window that served
};
// Whom or what a finding is about.
enum class IntegritySubject { pad, clerk, window };

struct IntegrityFinding {
  IntegrityRule rule = IntegrityRule::burst;
  IntegritySubject subject = IntegritySubject::clerk;
  std::string id;                           // of the pad or clerk, or the window itself
  Count seen;                               // hits: what stands out; trials: of how many
  std::optional<store::FactSource> served;  // of unasked: whether visits or cases that ended
  std::optional<double> expected;           // share of hits that the hall as a whole has; of alike: the share of that answer
  base::Instant from, to;                   // of what stands out
  std::vector<domain::RatingId> ids;        // at most kMostEvidence, the first ones
};
inline constexpr std::size_t kMostEvidence = 20;

// The thresholds, each chosen so that a hall of a hundred clerks gets about one false finding a year of every rule that goes by
// chance.
inline constexpr std::int64_t kBurstRatings = 4;
inline constexpr std::chrono::seconds kBurstTime{90};
inline constexpr std::chrono::milliseconds kHastyAnswer{1200};  // from the question on the screen to the face
inline constexpr double kChance = 0.0001;                       // of a run of equal answers, or of no bad one
inline constexpr std::int64_t kFewestJudged = 20;               // ratings of one clerk or pad
inline constexpr int kDayBegins = 7, kDayEnds = 20;             // hours of the place

// A rating that a citizen gave, with what was known when it was taken. Views live until add() returns.
struct RatedFact {
  domain::RatingId id;
  base::Instant at;
  int level = 0;
  std::optional<std::chrono::milliseconds> answeredIn;
  std::string_view pad, padWindow;  // empty: not from a pad of ours
  std::string_view window, clerk;   // of the service that was rated
  bool hasWords = false;            // a reason or a text
  bool isOffHours = false;
  bool isSameName = false;
  bool isByReceipt = false;  // redeemed at a kiosk or gateway
};

class RatingIntegrity {
 public:
  // In the order of time.
  void add(const RatedFact& fact);
  // Of the visits or cases that a clerk or window dealt with, how many were rated.
  void addServed(store::FactSource what, IntegritySubject subject, std::string_view id, Count ratedOfServed);
  // By rule, then by how far from chance.
  std::vector<IntegrityFinding> findings() const;

 private:
  struct Evidence {
    std::int64_t n = 0;
    base::Instant from, to;
    std::vector<domain::RatingId> ids;
    void add(const RatedFact& fact);
  };
  struct Run {  // of equal answers
    int level = 0;
    Evidence evidence;
  };
  struct Giver {  // a clerk, or a pad
    std::int64_t ratings = 0, timed = 0, bad = 0;
    Evidence all, hasty, offHours, sameName, stray, ownWindow;
    Run run, longest;
    std::vector<std::pair<base::Instant, domain::RatingId>> recent;  // for bursts
    Evidence burst;
  };
  void addTo(Giver& giver, const RatedFact& fact);
  void judge(IntegritySubject subject, const std::string& id, const Giver& giver, std::vector<IntegrityFinding>& all) const;
  void judgeServed(std::vector<IntegrityFinding>& all) const;

  std::map<std::string, Giver, std::less<>> m_clerks, m_pads;
  std::map<std::pair<store::FactSource, IntegritySubject>, std::map<std::string, Count>> m_served;
  std::int64_t m_ratings = 0, m_bad = 0, m_timed = 0, m_hasty = 0;
  std::map<int, std::int64_t> m_levels;
};

}  // namespace ow::insight

template <>
inline constexpr auto ow::base::kCodes<ow::insight::IntegrityRule> = std::array<std::string_view, 9>{
    "burst", "hasty", "alike", "none_bad", "unasked", "stray_pad", "off_hours", "same_name", "own_window"};
template <>
inline constexpr auto ow::base::kCodes<ow::insight::IntegritySubject> =
    std::array<std::string_view, 3>{"pad", "clerk", "window"};
