// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_invitation.h"

#include "desk/case_change.h"
#include "desk/inside.h"
#include "desk/rating_rules.h"
#include "desk/refusals.h"
#include "domain/case_lifecycle.h"
#include "store/rating_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Channel;

namespace {

RatingInvitation aboutCase(const domain::Case& c) {
  RatingInvitation invitation;
  invitation.caseId = c.id;
  invitation.partyId = c.partyId;
  invitation.serviceId = c.serviceId;
  invitation.title = c.title;
  return invitation;
}

domain::Interaction visitOf(Desk::Inside& in, const domain::Case& c) {
  domain::Interaction visit;
  visit.id = in.ids.make<domain::InteractionId>();
  visit.partyId = c.partyId;
  visit.caseId = c.id;
  visit.at = in.now();
  visit.subject = c.title;
  visit.clerkId = in.clerk.id;
  if (!in.place.window.empty()) visit.window = in.place.window;
  return visit;
}

// A contact stands in the story of its case.
std::vector<domain::Operation> registered(Desk::Inside& in, const domain::Interaction& visit, const domain::Case& c) {
  auto writer = in.writer("intake");
  writer.create(visit);
  domain::Case after = c;
  after.lastEventAt = visit.at;
  writer.change(c, after);
  return writer.take();
}

Result<void> checkTime(const Desk::Inside& in, const RatingInvitation& invitation, const domain::RatingCatalogue& catalogue) {
  const bool isLate = in.today() > lastDay(in.zone().dateOf(invitation.at), catalogue);
  return isLate ? Result<void>(notAllowed("too_late")) : base::success();
}

// Sealed by a pad, and not at a window.
bool isByReceipt(const domain::Rating& voice) {
  return !voice.source && voice.channel != Channel::counter;
}

}  // namespace

base::Date lastDay(base::Date from, const domain::RatingCatalogue& catalogue) {
  return std::chrono::sys_days(from) + std::chrono::days(catalogue.daysOpen);
}

Result<int> nextVoice(store::Connection& connection, const RatingInvitation& subject,
                      const domain::RatingCatalogue& catalogue) {
  std::vector<domain::Rating> voices;
  if (subject.visit) {
    OW_TRY(voices, store::voicesOn(connection, *subject.visit));
  } else {
    OW_TRY(voices, store::voicesOn(connection, *subject.caseId));
  }
  int last = 0;
  for (const domain::Rating& voice : voices) last = std::max(last, int(voice.nth.value_or(1)));
  const int most = (subject.visit ? catalogue.voicesPerVisit : catalogue.voicesPerMatter) + catalogue.followUps;
  const bool isUsed = subject.isByReceipt && std::any_of(voices.begin(), voices.end(), isByReceipt);
  if (last >= most || isUsed) return base::fail(ErrorKind::duplicate, {{"entity", "rating"}});
  return last + 1;
}

Result<RatingInvitation> inviteToRate(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  OW_TRY(auto write, in.store->write());
  store::Connection& connection = write.connection();
  OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, id));
  RatingInvitation invitation = aboutCase(c);
  invitation.at = in.now();
  OW_TRY(invitation.visit, store::visitSince(connection, id, in.clerk.id, in.beginningOfToday()));
  if (invitation.visit) {
    OW_TRYV(nextVoice(connection, invitation, catalogue));
    return invitation;
  }
  const domain::Interaction visit = visitOf(in, c);
  OW_TRYV(write.apply(registered(in, visit, c)));
  OW_TRYV(write.commit());
  invitation.visit = visit.id;
  return invitation;
}

Result<RatingInvitation> inviteToRate(Desk& desk, domain::InteractionId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto contact, store::loadEntity<domain::Interaction>(reader.connection(), id));
  if (contact.direction != domain::Direction::inbound ||
      (contact.channel != Channel::counter && contact.channel != Channel::kiosk))
    return notAllowed("not_a_visit");
  RatingInvitation invitation;
  if (contact.caseId) {
    OW_TRY(const auto c, store::loadEntity<domain::Case>(reader.connection(), *contact.caseId));
    invitation = aboutCase(c);
  }
  invitation.visit = id;
  invitation.partyId = contact.partyId;
  invitation.title = contact.subject;
  invitation.at = contact.at;
  OW_TRYV(checkTime(in, invitation, catalogue));
  OW_TRYV(nextVoice(reader.connection(), invitation, catalogue));
  return invitation;
}

Result<RatingInvitation> inviteToRateMatter(Desk& desk, domain::CaseId id) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto catalogue, domain::RatingCatalogue::bundled(in.place.jurisdiction));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto c, store::loadEntity<domain::Case>(reader.connection(), id));
  if (!c.closedAt) return notAllowed("not_ended");
  RatingInvitation invitation = aboutCase(c);
  invitation.at = *c.closedAt;
  OW_TRYV(checkTime(in, invitation, catalogue));
  OW_TRYV(nextVoice(reader.connection(), invitation, catalogue));
  return invitation;
}

}  // namespace ow::desk
