// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/rating_integrity.h"

#include <algorithm>
#include <cmath>

#include "insight/funnel.h"

namespace ow::insight {

namespace {

// Too far above the common share to be chance, as in a funnel.
bool isBeyond(Count count, double centre) {
  const auto own = share(count);
  return own && *own > sigmaBand(centre, count.trials, kControlSigmas).high;
}

double shareOf(std::int64_t part, std::int64_t all) {
  return all == 0 ? 0 : double(part) / double(all);
}

// That somewhere in so many answers so long a run of one answer stands: at most the number of places times the chance of one.
double chanceOfRun(std::int64_t length, std::int64_t answers, double share) {
  return double(std::max<std::int64_t>(answers - length + 1, 1)) * std::pow(share, double(length));
}

}  // namespace

void RatingIntegrity::Evidence::add(const RatedFact& fact) {
  if (n == 0) from = fact.at;
  to = fact.at;
  ++n;
  if (ids.size() < kMostEvidence) ids.push_back(fact.id);
}

void RatingIntegrity::addTo(Giver& giver, const RatedFact& fact) {
  ++giver.ratings;
  giver.all.add(fact);
  if (domain::isBadLevel(fact.level)) ++giver.bad;
  if (fact.answeredIn) ++giver.timed;
  if (fact.answeredIn && *fact.answeredIn < kHastyAnswer) giver.hasty.add(fact);
  if (fact.isOffHours) giver.offHours.add(fact);
  if (fact.isSameName) giver.sameName.add(fact);
  // Words and reasons take thought: they end a run, and so does another answer.
  if (fact.hasWords || fact.level != giver.run.level) giver.run = {fact.level, {}};
  if (!fact.hasWords) giver.run.evidence.add(fact);
  if (giver.run.evidence.n > giver.longest.evidence.n) giver.longest = giver.run;
}

void RatingIntegrity::add(const RatedFact& fact) {
  ++m_ratings;
  ++m_levels[fact.level];
  if (domain::isBadLevel(fact.level)) ++m_bad;
  if (fact.answeredIn) ++m_timed;
  if (fact.answeredIn && *fact.answeredIn < kHastyAnswer) ++m_hasty;
  if (!fact.clerk.empty()) addTo(m_clerks[std::string(fact.clerk)], fact);
  if (fact.pad.empty()) return;
  Giver& pad = m_pads[std::string(fact.pad)];
  addTo(pad, fact);
  if (!fact.padWindow.empty() && !fact.window.empty()) {
    const bool isSame = fact.padWindow == fact.window;
    if (isSame && fact.isByReceipt) pad.ownWindow.add(fact);
    if (!isSame && !fact.isByReceipt) pad.stray.add(fact);
  }
  // The most within the time is what is kept, with the ratings that it was.
  pad.recent.emplace_back(fact.at, fact.id);
  std::erase_if(pad.recent, [&](const auto& one) { return fact.at - one.first > kBurstTime; });
  if (std::int64_t(pad.recent.size()) <= pad.burst.n) return;
  pad.burst = {std::int64_t(pad.recent.size()), pad.recent.front().first, fact.at, {}};
  for (const auto& [at, id] : pad.recent)
    if (pad.burst.ids.size() < kMostEvidence) pad.burst.ids.push_back(id);
}

void RatingIntegrity::addServed(store::FactSource what, IntegritySubject subject, std::string_view id, Count ratedOfServed) {
  Count& count = m_served[{what, subject}][std::string(id)];
  count.hits += ratedOfServed.hits;
  count.trials += ratedOfServed.trials;
}

void RatingIntegrity::judge(IntegritySubject subject, const std::string& id, const Giver& giver,
                            std::vector<IntegrityFinding>& all) const {
  const auto tell = [&](IntegrityRule rule, const Evidence& evidence, std::int64_t of, std::optional<double> expected) {
    all.push_back({rule, subject, id, {evidence.n, of}, {}, expected, evidence.from, evidence.to, evidence.ids});
  };
  if (giver.burst.n >= kBurstRatings) tell(IntegrityRule::burst, giver.burst, giver.ratings, {});
  if (giver.stray.n > 0) tell(IntegrityRule::strayPad, giver.stray, giver.ratings, {});
  if (giver.ownWindow.n > 0) tell(IntegrityRule::ownWindow, giver.ownWindow, giver.ratings, {});
  // A clerk may work at several pads and a pad serve several clerks: what is about people is told of people, the rest of pads.
  if (subject == IntegritySubject::pad) {
    if (giver.offHours.n > 0) tell(IntegrityRule::offHours, giver.offHours, giver.ratings, {});
    return;
  }
  if (giver.sameName.n > 0) tell(IntegrityRule::sameName, giver.sameName, giver.ratings, {});
  if (giver.ratings < kFewestJudged) return;
  // Compared with the others: who made half of the hall's ratings would else be measured by themselves.
  const double hasty = shareOf(m_hasty - giver.hasty.n, m_timed - giver.timed);
  if (giver.timed >= kFewestJudged && isBeyond({giver.hasty.n, giver.timed}, hasty))
    tell(IntegrityRule::hasty, giver.hasty, giver.timed, hasty);
  const auto known = m_levels.find(giver.longest.level);
  const double same = shareOf(known == m_levels.end() ? 0 : known->second, m_ratings);
  if (chanceOfRun(giver.longest.evidence.n, giver.ratings, same) < kChance)
    tell(IntegrityRule::alike, giver.longest.evidence, giver.ratings, same);
  const double bad = shareOf(m_bad - giver.bad, m_ratings - giver.ratings);
  if (giver.bad == 0 && std::pow(1 - bad, double(giver.ratings)) < kChance) {
    Evidence none = giver.all;
    none.n = 0;
    tell(IntegrityRule::noneBad, none, giver.ratings, bad);
  }
}

void RatingIntegrity::judgeServed(std::vector<IntegrityFinding>& all) const {
  for (const auto& [group, members] : m_served) {
    Count whole;
    for (const auto& [id, count] : members) whole = {whole.hits + count.hits, whole.trials + count.trials};
    for (const auto& [id, count] : members) {
      if (count.trials < kFewestJudged) continue;
      const double others = shareOf(whole.hits - count.hits, whole.trials - count.trials);
      if (*share(count) >= sigmaBand(others, count.trials, kControlSigmas).low) continue;
      all.push_back({IntegrityRule::unasked, group.second, id, count, group.first, others, {}, {}, {}});
    }
  }
}

std::vector<IntegrityFinding> RatingIntegrity::findings() const {
  std::vector<IntegrityFinding> all;
  for (const auto& [id, giver] : m_pads) judge(IntegritySubject::pad, id, giver, all);
  for (const auto& [id, giver] : m_clerks) judge(IntegritySubject::clerk, id, giver, all);
  judgeServed(all);
  const auto excess = [](const IntegrityFinding& one) {
    return std::abs(shareOf(one.seen.hits, one.seen.trials) - one.expected.value_or(0)) * std::sqrt(double(one.seen.trials));
  };
  std::stable_sort(all.begin(), all.end(), [&](const IntegrityFinding& a, const IntegrityFinding& b) {
    return a.rule != b.rule ? a.rule < b.rule : excess(a) > excess(b);
  });
  return all;
}

}  // namespace ow::insight
