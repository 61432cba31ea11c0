// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

// What the centre must know of entities to bring operations of several desks together; core/centre/sql says the same in tables,
// and a test compares them.
namespace ow::domain {

enum class MergeRule {
  rival,     // two values at once are a conflict that a person settles
  greatest,  // the greater value holds: times of the last event, counters
  least,     // the smaller value holds: when somebody was registered first
  move,      // set by a transition together with the state, whatever it held; in a patch as `rival`
  guard,     // a transition is refused unless it holds what the transition starts from
};
MergeRule mergeRule(std::string_view entity, std::string_view field);

// The fields of an entity that name whom or what it belongs to: it stands in the scopes of these. Empty for those that stand
// alone, and for words that are not known.
std::span<const std::string_view> parentFields(std::string_view entity);

}  // namespace ow::domain
