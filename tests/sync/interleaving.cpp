// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/interleaving.h"

namespace ow::testkit {

namespace {

void goOn(const std::vector<Outbox>& outboxes, std::vector<std::size_t>& sent, Deliveries& soFar,
          std::vector<Deliveries>& all) {
  bool isDone = true;
  for (std::size_t desk = 0; desk < outboxes.size(); ++desk) {
    if (sent[desk] == outboxes[desk].size()) continue;
    isDone = false;
    soFar.push_back({desk, outboxes[desk][sent[desk]++]});
    goOn(outboxes, sent, soFar, all);
    soFar.pop_back();
    --sent[desk];
  }
  if (isDone) all.push_back(soFar);
}

}  // namespace

std::vector<Deliveries> everyInterleaving(const std::vector<Outbox>& outboxes) {
  std::vector<Deliveries> all;
  std::vector<std::size_t> sent(outboxes.size(), 0);
  Deliveries soFar;
  goOn(outboxes, sent, soFar, all);
  return all;
}

Deliveries anInterleaving(const std::vector<Outbox>& outboxes, base::Random& dice) {
  Deliveries deliveries;
  std::vector<std::size_t> sent(outboxes.size(), 0);
  std::size_t left = 0;
  for (const Outbox& outbox : outboxes) left += outbox.size();
  while (left > 0) {
    const std::size_t desk = dice.below(outboxes.size());
    if (sent[desk] > 0 && dice.below(5) == 0) deliveries.push_back({desk, outboxes[desk][dice.below(sent[desk])]});
    if (sent[desk] == outboxes[desk].size()) continue;
    deliveries.push_back({desk, outboxes[desk][sent[desk]++]});
    --left;
  }
  return deliveries;
}

}  // namespace ow::testkit
