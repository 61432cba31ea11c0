// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/field_steps.h"

#include <algorithm>

namespace ow::sync {

using base::Uuid;
using domain::Value;

namespace {

Uuid next(Uuid rank) {
  for (auto byte = rank.bytes.rbegin(); byte != rank.bytes.rend(); ++byte)
    if (++*byte != 0) break;
  return rank;
}

const Uuid kBeforeCreation{};
const Uuid kCreation = next(kBeforeCreation);

}  // namespace

FieldSteps::FieldSteps() {
  make(Rival{}, kBeforeCreation);
}

void FieldSteps::given(const Rival& creation) {
  if (creation.value == Value{}) return;
  take(Value{}, kCreation);
  make(creation, kCreation);
}

void FieldSteps::step(const Rival& step) {
  if (step.base == step.value) return;
  Rank rank = step.op.uuid;
  const auto from = m_traces.find(step.base);
  if (from != m_traces.end() && from->second.firstMade && *from->second.firstMade >= rank) rank = next(*from->second.firstMade);
  take(step.base, rank);
  make(step, rank);
}

void FieldSteps::settle(const Value& shown) {
  std::erase_if(m_traces, [&shown](const auto& trace) { return trace.first != shown; });
  for (auto& [value, trace] : m_traces) trace.lastTaken.reset();
}

void FieldSteps::moved(const Rival& move) {
  m_traces.clear();
  make(move, move.op.uuid);
}

std::vector<Rival> FieldSteps::rivals() const {
  std::vector<Rival> rivals;
  for (const auto& [value, trace] : m_traces) {
    const bool isPast = !trace.lastMade || (trace.lastTaken && *trace.lastMade < *trace.lastTaken);
    if (!isPast) rivals.push_back(trace.maker);
  }
  std::sort(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) { return a.op < b.op; });
  return rivals;
}

void FieldSteps::make(const Rival& maker, const Rank& rank) {
  Trace& trace = m_traces[maker.value];
  if (!trace.firstMade || maker.op > trace.maker.op) trace.maker = maker;
  trace.firstMade = std::min(trace.firstMade.value_or(rank), rank);
  trace.lastMade = std::max(trace.lastMade.value_or(rank), rank);
}

void FieldSteps::take(const Value& value, const Rank& rank) {
  Trace& trace = m_traces[value];
  trace.lastTaken = std::max(trace.lastTaken.value_or(rank), rank);
}

}  // namespace ow::sync
