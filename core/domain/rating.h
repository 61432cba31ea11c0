// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/channel.h"
#include "domain/ids.h"

// A citizen's judgement of a service (好差评, GB/T 39735-2020; code tables GB/T 39046-2020).
namespace ow::domain {

// 评价等级, GB/T 39046-2020 A.8: 1 very satisfied, 2 satisfied, 3 fairly satisfied, 4 dissatisfied, 5 very dissatisfied.
inline constexpr int kBestLevel = 1;
inline constexpr int kWorstLevel = 5;
constexpr bool isRatingLevel(int level) {
  return level >= kBestLevel && level <= kWorstLevel;
}
// 好评: the first three. 差评: the last two.
constexpr bool isGoodLevel(int level) {
  return level >= kBestLevel && level <= 3;
}
constexpr bool isBadLevel(int level) {
  return level == 4 || level == kWorstLevel;
}

// Given by the citizen on a pad, which seals it on the spot (rating_seal.h), or brought in from another system, which says so.
// Append-only: no voice is ever changed, a second one is a rating of its own.
struct Rating {
  RatingId id;  // see ratingId
  std::optional<PartyId> partyId;
  std::optional<CaseId> caseId;
  std::optional<InteractionId> interactionId;  // the visit; null: the matter (一事一评) is rated
  Channel channel = Channel::counter;
  int level = kBestLevel;
  bool isActive = true;  // 主动评价: given by the person, not filled in by a system
  base::Instant at;
  std::optional<std::string> text;
  // Whom and what it is about, as it was then.
  std::optional<ServiceId> serviceId;
  std::optional<std::string> hall;
  std::optional<std::string> window;
  std::optional<StaffId> clerkId;
  std::optional<std::string> reasons;      // codes of the catalogue, sorted, with a blank between two
  std::optional<std::string> catalogue;    // the version of the catalogue that the citizen chose from
  std::optional<std::int64_t> nth;         // 评价次数; empty: the first
  std::optional<RatingId> formerId;        // the one that this follows: after a call-back, or 追评
  std::optional<std::int64_t> answeredIn;  // milliseconds from the question to the answer
  std::optional<std::string> source;       // name of the system that it came from; empty: a pad of ours
  std::optional<PadId> padId;              // which pad, and the place in its chain, from 1
  std::optional<std::int64_t> place;
  std::optional<std::string> previous;  // hash of what stands before it in the chain
  std::optional<std::string> seal;      // signature of the pad over everything else
};

template <class V, class E>
void describeRating(V&& v, E& e) {
  v("party_id", e.partyId);
  v("case_id", e.caseId);
  v("interaction_id", e.interactionId);
  v("channel", e.channel);
  v("level", e.level);
  v("is_active", e.isActive);
  v("at", e.at);
  v("text", e.text);
  v("service_id", e.serviceId);
  v("hall", e.hall);
  v("window", e.window);
  v("clerk_id", e.clerkId);
  v("reasons", e.reasons);
  v("catalogue", e.catalogue);
  v("nth", e.nth);
  v("former_id", e.formerId);
  v("answered_in", e.answeredIn);
  v("source", e.source);
  v("pad_id", e.padId);
  v("place", e.place);
  v("previous", e.previous);
  v("seal", e.seal);
}

// The n-th voice on one visit or one matter, from 1. The same wherever it is made, so that two pads without a line between them
// cannot count one voice twice.
RatingId ratingId(InteractionId visit, int nth);
RatingId ratingId(CaseId matter, int nth);

// A rating pad (评价器): the citizen's side of a window. What it seals can be checked by whoever has its key. Append-only; a
// desk that comes back from a backup begins a new one, for two chains of one key cannot be told from a forgery.
struct Pad {
  PadId id;
  std::string desk;  // code of the desk whose store holds the secret
  std::string hall;
  std::optional<std::string> window;
  std::string publicKey;  // Ed25519, 64 hexadecimal characters
  base::Instant since;
};

template <class V, class E>
void describePad(V&& v, E& e) {
  v("desk", e.desk);
  v("hall", e.hall);
  v("window", e.window);
  v("public_key", e.publicKey);
  v("since", e.since);
}

}  // namespace ow::domain
