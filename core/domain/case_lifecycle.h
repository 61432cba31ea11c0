// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "base/enum_codes.h"
#include "base/result.h"

namespace ow::domain {

// 收件, 受理, 审查, 决定, 办结, 退件, 撤件 (domain reference §1.2, without the statutory states that come later).
enum class CaseState { received, accepted, inReview, decided, closed, returned, withdrawn };

// How a case ended: granted, denied, settled otherwise (finish types of the exchange specifications map onto these).
enum class Outcome { granted, denied, answered, duplicate, noAction, elsewhere };

// What can stand in a case's story. The first nine move the case, the others do not.
enum class CaseEventKind {
  registered,          // 收件
  accepted,            // 受理
  reviewStarted,       // 审查开始
  decided,             // 决定
  closed,              // 办结
  returned,            // 退件
  withdrawn,           // 撤件
  reopened,            // 重新办理: decision changed after reconsideration, or self-correction
  concludedElsewhere,  // the system of record that the case came from says it has ended
  note,
  assigned,
  priorityChanged,
  linked,
  detailsChanged,
  dueChanged,
  documentIssued,  // 文书签发
};

// Whether a case in this state still needs work.
constexpr bool isOpen(CaseState state) {
  return state != CaseState::closed && state != CaseState::returned && state != CaseState::withdrawn;
}

struct Transition {
  CaseEventKind event;
  CaseState from;
  CaseState to;
};

// Every allowed move, in the order in which a screen offers them.
std::span<const Transition> transitions();

// Where `event` leads from `from`; ErrorKind::notAllowed (facts rule=transition, state, event) when the law of the lifecycle
// does not know that move.
base::Result<CaseState> moved(CaseState from, CaseEventKind event);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::CaseState> =
    std::array<std::string_view, 7>{"received", "accepted", "in_review", "decided", "closed", "returned", "withdrawn"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::Outcome> =
    std::array<std::string_view, 6>{"granted", "denied", "answered", "duplicate", "no_action", "elsewhere"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::CaseEventKind> = std::array<std::string_view, 16>{
    "registered", "accepted",        "review_started",      "decided",        "closed",   "returned",
    "withdrawn",  "reopened",        "concluded_elsewhere", "note",           "assigned", "priority_changed",
    "linked",     "details_changed", "due_changed",         "document_issued"};
