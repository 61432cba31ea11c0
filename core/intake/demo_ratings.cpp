// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_ratings.h"

#include <algorithm>

#include "domain/due.h"
#include "intake/demo_texts.h"

namespace ow::intake {

using base::Instant;
using domain::Channel;
using domain::Rating;
using domain::RatingReview;
using domain::ReviewEvent;

namespace {

constexpr std::array kLevels{70.0, 18.0, 8.0, 3.0, 1.0};  // very satisfied ... very dissatisfied
constexpr double kRatedMatters = 0.55, kRatedVisits = 0.45;

constexpr std::string_view kFindings[] = {"查看录像并询问当事人,情况属实。", "核对办件记录,反映的问题存在。",
                                          "窗口叫号记录显示等候时间过长,属实。"};
constexpr std::string_view kMeasures[] = {"已对经办人员进行提醒,并调整窗口排班。", "补充一次性告知单,组织学习。",
                                          "高峰时段增开一个窗口。"};
constexpr std::string_view kReplies[] = {"已向群众说明整改情况并致歉。", "已电话回复,群众表示理解。"};
constexpr std::string_view kExplanations[] = {"所提要求不符合现行规定,已解释说明。", "材料确需本人到场,已说明依据。"};
constexpr std::string_view kAppeals[] = {"评价对象有误,反映的是另一窗口。", "系误操作,群众已说明。"};

}  // namespace

DemoRatings::DemoRatings(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
                         const std::vector<domain::Staff>& staff)
    : m_batch(batch),
      m_dice(dice),
      m_rhythm(rhythm),
      m_place(place),
      m_staff(staff),
      m_catalogue(domain::RatingCatalogue::bundled(place.jurisdiction).value()) {}

Rating DemoRatings::voiceOn(const domain::Case& c, Instant at) {
  static const Odds kRated{std::span<const double>(kLevels)};
  Rating rating;
  rating.partyId = c.partyId;
  rating.caseId = c.id;
  rating.serviceId = c.serviceId;
  rating.level = int(kRated.draw(m_dice)) + 1;
  rating.text = ratingText(m_dice, rating.level);
  const auto reasons = m_catalogue.reasonsFor(rating.level);
  if (!reasons.empty() && m_dice.chance(rating.level > 3 ? 0.7 : 0.2)) {
    rating.reasons = reasons[m_dice.index(reasons.size())]->code;
    rating.catalogue = m_catalogue.version;
  }
  rating.at = std::min(m_rhythm.now(), at);
  rating.answeredIn = m_dice.between(4'000, 40'000);
  rating.hall = c.hall;
  rating.window = c.window;
  return rating;
}

void DemoRatings::rateMatter(const domain::Case& c) {
  if (!m_dice.chance(kRatedMatters)) return;
  // At the window at once, or at home when the message has come.
  const bool isHere = c.channel == Channel::counter && m_dice.chance(0.3);
  Rating rating =
      voiceOn(c, *c.closedAt + std::chrono::seconds(isHere ? m_dice.between(40, 240) : m_dice.between(300, 86'400)));
  rating.id = domain::ratingId(c.id, 1);
  rating.channel = isHere ? Channel::counter : m_dice.chance(0.5) ? Channel::sms : Channel::app;
  rating.clerkId = c.ownerId;
  give(std::move(rating));
}

void DemoRatings::rateVisit(const domain::Case& c, const domain::Interaction& visit) {
  if (visit.channel != Channel::counter || !m_dice.chance(kRatedVisits)) return;
  Rating rating = voiceOn(c, visit.at + std::chrono::seconds(m_dice.between(120, 900)));
  rating.id = domain::ratingId(visit.id, 1);
  rating.interactionId = visit.id;
  rating.channel = Channel::counter;
  rating.clerkId = visit.clerkId;
  rating.window = visit.window;
  give(std::move(rating));
}

void DemoRatings::give(Rating rating) {
  m_batch.setNow(rating.at);
  DemoPad& by = padOf(rating);
  by.end = domain::seal(rating, by.pad, by.key, by.end);
  m_batch.create(rating);
  ++m_written;
  if (domain::isBadLevel(rating.level)) follow(rating);
}

DemoRatings::DemoPad& DemoRatings::padOf(const Rating& rating) {
  const std::string window = rating.window.value_or("");
  const auto known = m_pads.find(window);
  if (known != m_pads.end()) return known->second;
  auto key = base::SigningKey::make(m_dice.random());
  domain::Pad pad{m_batch.id<domain::PadId>(), m_place.desk, rating.hall.value_or(""), rating.window,
                  key.verifyingKey().hex,      rating.at};
  m_batch.create(pad);
  return m_pads.emplace(window, DemoPad{std::move(pad), std::move(key), {}}).first->second;
}

const domain::Staff& DemoRatings::other(const std::optional<domain::StaffId>& served) {
  for (;;) {
    const domain::Staff& one = m_dice.of(m_staff);
    if (one.id != served) return one;
  }
}

void DemoRatings::follow(const Rating& rating) {
  const auto due = [&](Instant from, domain::Limit limit) -> std::optional<Instant> {
    const auto found = domain::dueAt(from, limit, m_rhythm.calendar());
    return found ? std::optional(found->at) : std::nullopt;
  };
  RatingReview review;
  review.id = domain::reviewId(rating.id);
  review.ratingId = rating.id;
  review.caseId = rating.caseId;
  review.partyId = rating.partyId;
  review.serviceId = rating.serviceId;
  review.hall = rating.hall;
  review.window = rating.window;
  review.clerkId = rating.clerkId;
  review.level = rating.level;
  review.openedAt = review.lastEventAt = rating.at;
  review.verifyDueAt = due(rating.at, m_catalogue.verify);
  review.rectifyDueAt = due(rating.at, m_catalogue.rectify);
  m_batch.create(review);
  // Steps of colleagues who never signed in would wait for their proof for ever.
  if (m_place.hasCentre) return;

  const domain::Staff& worker = other(rating.clerkId);
  Instant at = rating.at;
  // Answers false when that is not yet.
  const auto step = [&](ReviewEvent event, int workdays, const domain::Staff& by, const auto& write) {
    at = m_rhythm.later(m_dice, at, workdays);
    if (at >= m_rhythm.now()) return false;
    RatingReview after = review;
    after.state = domain::moved(review.state, event).value();
    after.lastEventAt = at;
    write(after);
    m_batch.setNow(at);
    m_batch.step(review, after, by.id);
    review = std::move(after);
    return true;
  };
  const auto text = [&](const auto& list) { return std::string(m_dice.of(list)); };
  if (!step(ReviewEvent::assigned, int(m_dice.between(0, 1)), worker, [&](auto& r) { r.assigneeId = worker.id; })) return;
  const double kind = m_dice.fraction();
  const auto verify = [&](domain::ReviewVerdict verdict, const std::string& finding) {
    return [&, verdict, finding](auto& r) {
      r.finding = finding;
      r.verdict = verdict;
      r.verifiedBy = worker.id;
      r.verifiedAt = at;
    };
  };
  const int days = int(m_dice.between(0, m_dice.chance(0.85) ? 1 : 6));
  if (kind < 0.06) {
    if (!step(ReviewEvent::appealed, days, worker, verify(domain::ReviewVerdict::invalid, text(kAppeals)))) return;
    const domain::Staff& judge = other(rating.clerkId);
    if (judge.role != domain::Role::supervisor || judge.id == worker.id) return;  // nobody has decided yet
    step(ReviewEvent::voided, int(m_dice.between(2, 5)), judge, [&](auto& r) {
      r.decision = "申诉成立。";
      r.decidedBy = judge.id;
      r.decidedAt = r.closedAt = at;
    });
    return;
  }
  const bool isTrue = kind < 0.8;
  const bool isVerified =
      isTrue ? step(ReviewEvent::confirmed, days, worker, verify(domain::ReviewVerdict::valid, text(kFindings)))
             : step(ReviewEvent::explained, days, worker, verify(domain::ReviewVerdict::explained, text(kExplanations)));
  if (!isVerified) return;
  const bool isReplied = step(ReviewEvent::replied, int(m_dice.between(1, m_dice.chance(0.85) ? 6 : 20)), worker, [&](auto& r) {
    if (isTrue) r.measure = text(kMeasures);
    r.reply = text(kReplies);
    r.repliedAt = at;
    r.callBackDueAt = due(at, m_catalogue.callBack);
  });
  if (!isReplied) return;
  const bool isCalled = step(ReviewEvent::calledBack, int(m_dice.between(1, 4)), worker, [&](auto& r) {
    if (m_dice.chance(0.85))
      r.callBackLevel = int(m_dice.between(1, 3));
    else
      r.callBackNote = "三次未接通。";
    r.calledBackBy = worker.id;
    r.calledBackAt = at;
  });
  if (isCalled) step(ReviewEvent::closed, int(m_dice.between(0, 1)), worker, [&](auto& r) { r.closedAt = at; });
}

}  // namespace ow::intake
