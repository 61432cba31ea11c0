// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/look_sender.h"

#include <algorithm>

#include "store/looks_to_send.h"

namespace ow::sync {

using base::Result;
using store::SeenLookHead;

namespace {

constexpr std::size_t kBatch = 500;

SentLook sentLook(const store::Look& look) {
  return {look.id,    look.at,     look.staff, look.party, look.act == store::LookAct::open ? "open" : "reveal",
          look.field, look.purpose};
}

// Between which of the places seen the chain has changed.
std::optional<store::LookChainFault> faultIn(const std::vector<SeenLookHead>& seen, const std::vector<std::string>& now) {
  std::int64_t sound = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (i >= now.size() || now[i] != seen[i].hash) return store::LookChainFault{sound, seen[i].n, {}};
    sound = seen[i].n;
  }
  return std::nullopt;
}

}  // namespace

Result<std::int64_t> LookSender::send(const std::atomic<bool>* stop) {
  std::int64_t sent = 0;
  while (stop == nullptr || !stop->load()) {
    OW_TRY(const auto batch, sendBatch());
    sent += batch;
    if (batch < std::int64_t(kBatch)) return sent;
  }
  return sent;
}

Result<std::int64_t> LookSender::sendBatch() {
  std::vector<store::NumberedLook> looks;
  std::vector<SeenLookHead> seen;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(looks, store::looksToSend(reader.connection(), kBatch));
    OW_TRY(seen, store::seenLookHeads(reader.connection()));
  }
  if (looks.empty() && m_hasLooked) return 0;
  std::vector<SentLook> told;
  for (const store::NumberedLook& look : looks) told.push_back(sentLook(look.look));
  std::vector<std::int64_t> places;
  for (const SeenLookHead& head : seen) places.push_back(head.n);
  OW_TRY(const LooksTaken taken, m_register.recordLooks(told, places));
  m_hasLooked = true;

  auto fault = faultIn(seen, taken.seen);
  const bool isHeadNew = taken.head.n > 0 && (seen.empty() || seen.back() != SeenLookHead{taken.head.n, taken.head.hash});
  if (looks.empty() && !fault && !isHeadNew) return 0;
  OW_TRY(auto write, m_store.write());
  if (fault) {
    fault->noticedAt = m_clock.now();
    OW_TRYV(store::putLookChainFault(write, *fault));
  }
  if (!looks.empty()) OW_TRYV(store::putLooksSent(write, looks.back().n));
  if (fault) OW_TRYV(store::reofferLooks(write, m_clock.now() - kOfferedAgain));  // lines of this desk may be among the lost
  OW_TRYV(store::putSeenLookHead(write, {taken.head.n, taken.head.hash}));
  OW_TRYV(write.commit());
  return std::int64_t(looks.size());
}

}  // namespace ow::sync
