// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/conditions.h"

#include <array>

#include "domain/rating.h"

namespace ow::insight {

using domain::CaseState;
using domain::Channel;
using store::Fact;
using store::FactSource;

namespace {

using namespace std::string_view_literals;

struct Word {
  std::string_view name;
  bool (*holds)(const Fact&);
};

bool isRemote(const Fact& fact) {
  return fact.channel == Channel::web || fact.channel == Channel::app || fact.channel == Channel::wechat ||
         fact.channel == Channel::kiosk || fact.channel == Channel::sms || fact.channel == Channel::email;
}
bool isCounter(const Fact& fact) {
  return fact.channel == Channel::counter;
}
bool isStraight(const Fact& fact) {
  return fact.state == CaseState::closed && fact.reopened == 0;
}
bool isInTime(const Fact& fact) {
  return fact.closedAt && fact.dueAt && *fact.closedAt <= *fact.dueAt;
}

constexpr std::array kCaseWords{
    Word{"has_due"sv, [](const Fact& f) { return f.dueAt.has_value(); }},
    Word{"ended"sv, [](const Fact& f) { return f.closedAt.has_value(); }},
    Word{"in_time"sv, isInTime},
    Word{"reopened"sv, [](const Fact& f) { return f.reopened > 0; }},
    Word{"returned"sv, [](const Fact& f) { return f.state == CaseState::returned; }},
    Word{"withdrawn"sv, [](const Fact& f) { return f.state == CaseState::withdrawn; }},
    Word{"closed"sv, [](const Fact& f) { return f.state == CaseState::closed; }},
    Word{"straight"sv, isStraight},
    Word{"granted"sv, [](const Fact& f) { return f.outcome == domain::Outcome::granted; }},
    Word{"denied"sv, [](const Fact& f) { return f.outcome == domain::Outcome::denied; }},
    Word{"duplicate"sv, [](const Fact& f) { return f.outcome == domain::Outcome::duplicate; }},
    Word{"remote"sv, isRemote},
    Word{"counter"sv, isCounter},
    Word{"foreign"sv, [](const Fact& f) { return f.isForeign; }},
    Word{"rated"sv, [](const Fact& f) { return f.isRated; }},
    Word{"unrated"sv, [](const Fact& f) { return !f.isRated; }},
    Word{"corrected"sv, [](const Fact& f) { return f.isCorrected; }},
    Word{"first_time"sv, [](const Fact& f) { return isStraight(f) && !f.isCorrected; }},
    Word{"has_legal_limit"sv, [](const Fact& f) { return f.legalLimit && f.legalLimit->amount > 0; }}};
constexpr std::array kRatingWords{Word{"level_1"sv, [](const Fact& f) { return f.level == 1; }},
                                  Word{"level_2"sv, [](const Fact& f) { return f.level == 2; }},
                                  Word{"level_3"sv, [](const Fact& f) { return f.level == 3; }},
                                  Word{"level_4"sv, [](const Fact& f) { return f.level == 4; }},
                                  Word{"level_5"sv, [](const Fact& f) { return f.level == 5; }},
                                  Word{"good"sv, [](const Fact& f) { return domain::isGoodLevel(f.level); }},
                                  Word{"bad"sv, [](const Fact& f) { return domain::isBadLevel(f.level); }},
                                  Word{"satisfied"sv, [](const Fact& f) { return f.level == 1 || f.level == 2; }},
                                  Word{"sealed"sv, [](const Fact& f) { return f.isSealed; }},
                                  Word{"with_reason"sv, [](const Fact& f) { return f.hasReason; }},
                                  Word{"first"sv, [](const Fact& f) { return f.nth == 1; }},
                                  Word{"remote"sv, isRemote},
                                  Word{"counter"sv, isCounter}};
constexpr std::array kVisitWords{Word{"rated"sv, [](const Fact& f) { return f.isRated; }},
                                 Word{"about_case"sv, [](const Fact& f) { return f.caseRow.has_value(); }},
                                 Word{"counter"sv, isCounter}};

// Without a limit nothing is late.
constexpr bool isBefore(const std::optional<base::Instant>& done, const std::optional<base::Instant>& due) {
  return done && (!due || *done <= *due);
}
constexpr std::array kReviewWords{
    Word{"verified"sv, [](const Fact& f) { return f.review->verifiedAt.has_value(); }},
    Word{"verified_in_time"sv, [](const Fact& f) { return isBefore(f.review->verifiedAt, f.review->verifyDueAt); }},
    Word{"valid"sv, [](const Fact& f) { return f.review->verdict == domain::ReviewVerdict::valid; }},
    Word{"invalid"sv, [](const Fact& f) { return f.review->verdict == domain::ReviewVerdict::invalid; }},
    Word{"voided"sv, [](const Fact& f) { return f.review->state == domain::ReviewState::voided; }},
    Word{"replied"sv, [](const Fact& f) { return f.review->repliedAt.has_value(); }},
    Word{"replied_in_time"sv, [](const Fact& f) { return isBefore(f.review->repliedAt, f.review->rectifyDueAt); }},
    Word{"called_back"sv, [](const Fact& f) { return f.review->calledBackAt.has_value(); }},
    Word{"reached"sv, [](const Fact& f) { return f.review->callBackLevel.has_value(); }},
    Word{"content"sv, [](const Fact& f) { return domain::isGoodLevel(f.review->callBackLevel.value_or(0)); }},
    Word{"closed"sv, [](const Fact& f) { return f.review->state == domain::ReviewState::closed; }}};

bool isIn(const Fact& fact, domain::TicketState state) {
  return fact.ticket->state == state;
}
constexpr std::array kTicketWords{
    Word{"called"sv, [](const Fact& f) { return f.ticket->calledAt.has_value(); }},
    Word{"served"sv, [](const Fact& f) { return isIn(f, domain::TicketState::done); }},
    Word{"no_show"sv, [](const Fact& f) { return isIn(f, domain::TicketState::noShow); }},
    Word{"left"sv, [](const Fact& f) { return isIn(f, domain::TicketState::left); }},
    Word{"waiting"sv, [](const Fact& f) { return isIn(f, domain::TicketState::waiting); }},
    Word{"within_15"sv,
         [](const Fact& f) { return f.ticket->calledAt && *f.ticket->calledAt - f.ticket->issuedAt <= kShortWait; }},
    Word{"priority"sv, [](const Fact& f) { return f.ticket->priority == domain::TicketPriority::priority; }},
    Word{"appointment"sv, [](const Fact& f) { return f.ticket->priority == domain::TicketPriority::appointment; }}};

template <std::size_t N>
constexpr std::array<std::string_view, N> namesOf(const std::array<Word, N>& words) {
  std::array<std::string_view, N> names;
  for (std::size_t i = 0; i < N; ++i) names[i] = words[i].name;
  return names;
}
constexpr auto kCaseNames = namesOf(kCaseWords);
constexpr auto kRatingNames = namesOf(kRatingWords);
constexpr auto kVisitNames = namesOf(kVisitWords);
constexpr auto kReviewNames = namesOf(kReviewWords);
constexpr auto kTicketNames = namesOf(kTicketWords);

std::span<const Word> vocabularyOf(FactSource source) {
  if (source == FactSource::rating) return kRatingWords;
  if (source == FactSource::visit) return kVisitWords;
  if (store::isOfReviews(source)) return kReviewWords;
  if (store::isOfTickets(source)) return kTicketWords;
  return kCaseWords;
}

}  // namespace

Conditions conditionsOf(FactSource source, const Fact& fact) {
  Conditions met = 0;
  const auto words = vocabularyOf(source);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].holds(fact)) met |= Conditions{1} << i;
  return met;
}

std::span<const std::string_view> wordsOf(FactSource source) {
  if (source == FactSource::rating) return kRatingNames;
  if (source == FactSource::visit) return kVisitNames;
  if (store::isOfReviews(source)) return kReviewNames;
  if (store::isOfTickets(source)) return kTicketNames;
  return kCaseNames;
}

std::optional<Conditions> conditionNamed(FactSource source, std::string_view word) {
  const auto names = wordsOf(source);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == word) return Conditions{1} << i;
  return std::nullopt;
}

}  // namespace ow::insight
