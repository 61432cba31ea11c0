// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/case_lifecycle.h"

#include <array>
#include <string>

namespace ow::domain {

namespace {

using enum CaseState;
using Kind = CaseEventKind;

constexpr std::array kTransitions{
    Transition{Kind::accepted, received, accepted},         Transition{Kind::returned, received, returned},
    Transition{Kind::withdrawn, received, withdrawn},       Transition{Kind::reviewStarted, accepted, inReview},
    Transition{Kind::decided, accepted, decided},  // 即办件 is decided on the spot
    Transition{Kind::withdrawn, accepted, withdrawn},       Transition{Kind::decided, inReview, decided},
    Transition{Kind::withdrawn, inReview, withdrawn},       Transition{Kind::closed, decided, closed},
    Transition{Kind::reopened, closed, inReview},           Transition{Kind::reopened, returned, received},
    Transition{Kind::concludedElsewhere, received, closed}, Transition{Kind::concludedElsewhere, accepted, closed},
    Transition{Kind::concludedElsewhere, inReview, closed}, Transition{Kind::concludedElsewhere, decided, closed},
};

}  // namespace

std::span<const Transition> transitions() {
  return kTransitions;
}

base::Result<CaseState> moved(CaseState from, CaseEventKind event) {
  for (const Transition& t : kTransitions)
    if (t.from == from && t.event == event) return t.to;
  return base::fail(
      base::ErrorKind::notAllowed,
      {{"rule", "transition"}, {"state", std::string(base::code(from))}, {"event", std::string(base::code(event))}});
}

}  // namespace ow::domain
