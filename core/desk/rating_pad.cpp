// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_pad.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "desk/rating_rules.h"
#include "desk/review_opening.h"
#include "store/rating_chain.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Rating;

namespace {

// The pad speaks for the citizen, not for the clerk.
domain::OperationWriter padWriter(Desk::Inside& in) {
  return {in.ids, in.now(), {{}, in.place.desk, "rating", {}}};
}

// The desk's pad, made at its first rating and after a return from a backup.
Result<store::KeptPad> ownPad(Desk::Inside& in, store::Write& write, domain::OperationWriter& writer) {
  OW_TRY(auto kept, store::keptPad(write.connection()));
  if (kept) return std::move(*kept);
  auto key = base::SigningKey::make(*in.ports.random);
  domain::Pad pad{in.ids.make<domain::PadId>(), in.place.desk, in.place.hall, {}, key.verifyingKey().hex, in.now()};
  if (!in.place.window.empty()) pad.window = in.place.window;
  OW_TRYV(store::keepPad(write, pad, key));
  writer.create(pad);
  return store::KeptPad{std::move(pad), std::move(key), {}};
}

Result<Rating> voiceOf(Desk::Inside& in, const RatingInvitation& invitation, const RatingAnswer& answer,
                       const domain::RatingCatalogue& catalogue) {
  if (!domain::isRatingLevel(answer.level))
    return base::fail(ErrorKind::invalidInput, {{"field", "level"}, {"rule", "out_of_range"}});
  Rating voice;
  OW_TRY(voice.text, optionalText(answer.text, "text", base::kNoteLimits, base::Lines::multiple));
  OW_TRY(const auto reasons, catalogue.chosen(answer.level, answer.reasons));
  if (!reasons.empty()) voice.reasons = reasons;
  voice.catalogue = catalogue.version;
  voice.partyId = invitation.partyId;
  voice.caseId = invitation.caseId;
  voice.interactionId = invitation.visit;
  voice.serviceId = invitation.serviceId;
  voice.channel = answer.channel;
  voice.level = answer.level;
  voice.at = in.now();
  voice.answeredIn = std::max<std::int64_t>(answer.answeredIn.count(), 0);
  voice.hall = invitation.hall.empty() ? in.place.hall : invitation.hall;
  return voice;
}

// Whom it is about: whoever served in the visit. A matter has no clerk of its own: several may have worked on it.
Result<void> nameServed(store::Connection& connection, const RatingInvitation& invitation, Rating& voice) {
  if (!invitation.visit) return base::success();
  OW_TRY(const auto visit, store::loadEntity<domain::Interaction>(connection, *invitation.visit));
  voice.clerkId = visit.clerkId;
  voice.window = visit.window;
  return base::success();
}

}  // namespace

Result<std::unique_ptr<RatingPad>> RatingPad::over(std::shared_ptr<Desk> desk) {
  OW_TRY(auto catalogue, domain::RatingCatalogue::bundled(desk->place().jurisdiction));
  return std::unique_ptr<RatingPad>(new RatingPad(std::move(desk), std::move(catalogue)));
}

Result<void> RatingPad::rate(const RatingInvitation& invitation, const RatingAnswer& answer) {
  Desk::Inside& in = m_desk->inside();
  OW_TRY(auto voice, voiceOf(in, invitation, answer, m_catalogue));
  OW_TRY(auto write, in.store->write());
  OW_TRYV(nameServed(write.connection(), invitation, voice));
  OW_TRY(const int nth, nextVoice(write.connection(), invitation, m_catalogue));
  voice.id = invitation.visit ? domain::ratingId(*invitation.visit, nth) : domain::ratingId(*invitation.caseId, nth);
  if (nth > 1) {
    voice.nth = nth;
    voice.formerId =
        invitation.visit ? domain::ratingId(*invitation.visit, nth - 1) : domain::ratingId(*invitation.caseId, nth - 1);
  }
  auto writer = padWriter(in);
  OW_TRY(const auto kept, ownPad(in, write, writer));
  const domain::ChainEnd end = domain::seal(voice, kept.pad, kept.key, kept.end);
  writer.create(voice);
  const auto operations = writer.take();
  OW_TRYV(write.apply(operations));
  if (domain::isBadLevel(voice.level)) OW_TRYV(openReview(in, write, voice, operations.back().id, m_catalogue));
  OW_TRYV(store::keepChainEnd(write, end));
  return write.commit();
}

}  // namespace ow::desk
