// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/uuid.h"
#include "domain/conflict.h"
#include "domain/value.h"

namespace ow::sync {

using domain::Rival;

// What a field holds, worked out from the steps (old value -> new value) that were ever told of it and not from the order in
// which they came. A value is past when a later step led away from it than the last that led to it, "later" by operation id;
// the values that are not past are the rivals. One is simply the value; several are a conflict, and the one of the greatest
// operation id is shown.
//
// The ids come from desks' clocks, so a step may have a smaller id than the only one that led to where it starts: its author
// has seen that one, whatever the clocks say, and it counts as the next after it.
class FieldSteps {
 public:
  // Empty, which no operation made it: should that ever be a rival, its operation is nil.
  FieldSteps();

  // A creation gave the field this value. Several creations of one entity are rivals; every step is later than they are.
  void given(const Rival& creation);
  // A step from its base to its value. One from a value to the same says nothing and is not kept.
  void step(const Rival& step);
  // A person has settled the field: what else was told of it is forgotten. `shown` is one of the rivals.
  void settle(const domain::Value& shown);

  // A move of the case set it, from the value that it had: moves follow one another by their guard, whatever the clocks say, so
  // what was told before is past.
  void moved(const Rival& move);

  // By operation id, so the last is the one to show; never empty.
  std::vector<Rival> rivals() const;

 private:
  using Rank = base::Uuid;  // an operation id, or one of the two below every id
  struct Trace {
    std::optional<Rank> firstMade;
    std::optional<Rank> lastMade;
    std::optional<Rank> lastTaken;
    Rival maker;  // the operation of the greatest id that led here
  };
  void make(const Rival& maker, const Rank& rank);
  void take(const domain::Value& value, const Rank& rank);

  std::map<domain::Value, Trace> m_traces;
};

}  // namespace ow::sync
