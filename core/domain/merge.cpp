// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/merge.h"

#include <array>

namespace ow::domain {

namespace {

using namespace std::string_view_literals;

constexpr std::array kParty{"party_id"sv};
constexpr std::array kParties{"from_party"sv, "to_party"sv};
constexpr std::array kCase{"case_id"sv};
constexpr std::array kCases{"from_case"sv, "to_case"sv};
constexpr std::array kPartyAndCase{"party_id"sv, "case_id"sv};
constexpr std::array kEntity{"entity_id"sv};

struct Parents {
  std::string_view entity;
  std::span<const std::string_view> fields;
};
constexpr std::array<Parents, 13> kParents{{{"identifier", kParty},
                                            {"contact_point", kParty},
                                            {"address", kParty},
                                            {"relationship", kParties},
                                            {"case_event", kCase},
                                            {"case_link", kCases},
                                            {"interaction", kPartyAndCase},
                                            {"rating", kPartyAndCase},
                                            {"rating_review", kPartyAndCase},
                                            {"conflict", kEntity},
                                            {"proposal", kEntity},
                                            {"attachment", kCase},
                                            {"document", kCase}}};

}  // namespace

MergeRule mergeRule(std::string_view entity, std::string_view field) {
  if (entity == "case" && (field == "last_event_at" || field == "reopened_count")) return MergeRule::greatest;
  // What says how far a case is goes with its state: a row that is half of one move and half of another would break its own
  // rules.
  if (entity == "case" && (field == "accepted_at" || field == "decided_at" || field == "closed_at" || field == "outcome"))
    return MergeRule::move;
  // The same of a review: every step of it is a transition.
  if (entity == "rating_review")
    return field == "state" ? MergeRule::guard : field == "last_event_at" ? MergeRule::greatest : MergeRule::move;
  // And of a survey: what is not its state comes with a step.
  if (entity == "survey_round" || entity == "survey_task") return field == "state" ? MergeRule::guard : MergeRule::move;
  // Of a ticket: whoever calls a number first has called it.
  if (entity == "ticket") return field == "state" ? MergeRule::guard : MergeRule::move;
  if (entity == "party" && field == "registered_at") return MergeRule::least;
  if (field == "state" && (entity == "case" || entity == "conflict" || entity == "proposal")) return MergeRule::guard;
  if (entity == "conflict" && field == "rivals") return MergeRule::guard;
  return MergeRule::rival;
}

std::span<const std::string_view> parentFields(std::string_view entity) {
  for (const Parents& parents : kParents)
    if (parents.entity == entity) return parents.fields;
  return {};
}

}  // namespace ow::domain
