// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/receipt_pad.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "desk/inside.h"
#include "desk/kiosk.h"
#include "desk/rating_rules.h"
#include "desk/refusals.h"
#include "domain/rating_receipt.h"
#include "store/rating_queries.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::ReceiptAbout;
using domain::ReceiptCode;

namespace {

// The one of that day for which the code stands; nothing where it is not known.
template <class Id>
Result<std::optional<Id>> subjectOn(std::chrono::sys_days day, Desk::Inside& in, store::Connection& connection,
                                    const ReceiptCode& code,
                                    Result<std::vector<Id>> (*between)(store::Connection&, base::Instant, base::Instant)) {
  const auto begins = [&](std::chrono::sys_days which) {
    return in.zone().toInstant(base::LocalTime{std::chrono::local_days{base::Date(which)}});
  };
  OW_TRY(const auto all, between(connection, begins(day), begins(day + std::chrono::days(1))));
  const auto found = std::find_if(all.begin(), all.end(), [&](Id id) { return domain::standsFor(code, in.identityKey, id); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

base::Error unknown() {
  return base::fail(ErrorKind::notFound, {{"entity", "receipt"}});
}

Result<domain::CaseId> matterOf(Desk::Inside& in, store::Connection& connection, const ReceiptCode& code) {
  const std::chrono::sys_days earliest(base::kEarliestDate);
  for (std::chrono::sys_days day(code.day); day >= earliest; day -= domain::kReceiptDays) {
    OW_TRY(const auto found, subjectOn(day, in, connection, code, &store::openedBetween));
    if (found) return *found;
  }
  return unknown();
}

// Whoever stands there is told what every board of the hall tells.
Result<void> nameService(store::Connection& connection, RatingInvitation& invitation) {
  invitation.title.clear();
  if (!invitation.caseId) return base::success();
  OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, *invitation.caseId));
  OW_TRY(const auto service, store::loadEntity<domain::Service>(connection, c.serviceId));
  invitation.title = service.name;
  invitation.hall = c.hall;
  return base::success();
}

Result<void> checkServed(Desk::Inside& in, store::Connection& connection, const RatingInvitation& invitation) {
  std::optional<domain::StaffId> served;
  if (invitation.visit) {
    OW_TRY(const auto visit, store::loadEntity<domain::Interaction>(connection, *invitation.visit));
    served = visit.clerkId;
  } else {
    OW_TRY(const auto c, store::loadEntity<domain::Case>(connection, *invitation.caseId));
    served = c.ownerId;
  }
  return served == in.clerk.id ? Result<void>(notAllowed("own_rating")) : base::success();
}

Result<void> checkKiosk(Desk& desk) {
  OW_TRY(const bool isOne, isKiosk(desk));
  return isOne ? base::success() : Result<void>(notAllowed("not_a_kiosk"));
}

Result<RatingInvitation> invitationOf(Desk& desk, const ReceiptCode& code) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  if (code.about == ReceiptAbout::visit) {
    const std::chrono::sys_days day(code.day);
    OW_TRY(const auto visit, subjectOn(day, in, reader.connection(), code, &store::visitsBetween));
    return visit ? inviteToRate(desk, *visit) : unknown();
  }
  OW_TRY(const auto matter, matterOf(in, reader.connection(), code));
  return inviteToRateMatter(desk, matter);
}

}  // namespace

Result<std::unique_ptr<ReceiptPad>> ReceiptPad::over(std::shared_ptr<Desk> desk) {
  OW_TRY(auto pad, RatingPad::over(desk));
  return std::unique_ptr<ReceiptPad>(new ReceiptPad(std::move(desk), std::move(pad)));
}

Result<void> ReceiptPad::checkTries() {
  const base::Instant now = m_desk->inside().now();
  // What lies ahead was noted before the clock was set back.
  std::erase_if(m_wrong, [now](base::Instant at) { return at > now || now - at >= kWrongTime; });
  if (m_wrong.size() < kMostWrong) return base::success();
  const auto left = std::chrono::ceil<std::chrono::seconds>(m_wrong.front() + kWrongTime - now);
  return base::fail(ErrorKind::notAllowed, {{"rule", "too_many_tries"}, {"seconds", std::to_string(left.count())}});
}

Result<RatingInvitation> ReceiptPad::open(std::string_view typed) {
  Desk::Inside& in = m_desk->inside();
  OW_TRYV(checkKiosk(*m_desk));
  OW_TRYV(checkTries());
  const auto code = domain::readReceiptCode(in.identityKey, typed, in.today());
  if (!code) {
    m_wrong.push_back(in.now());
    return code.error();
  }
  // Told also where the visit is not known: it will be no better tomorrow.
  if (code.value().about == ReceiptAbout::visit && in.today() > lastDay(code.value().day, catalogue()))
    return notAllowed("too_late");
  OW_TRY(auto invitation, invitationOf(*m_desk, code.value()));
  invitation.isByReceipt = true;
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(checkServed(in, reader.connection(), invitation));
  OW_TRYV(nextVoice(reader.connection(), invitation, catalogue()));
  OW_TRYV(nameService(reader.connection(), invitation));
  return invitation;
}

Result<void> ReceiptPad::rate(const RatingInvitation& invitation, const RatingAnswer& answer) {
  Desk::Inside& in = m_desk->inside();
  OW_TRYV(checkKiosk(*m_desk));
  if (answer.channel == domain::Channel::counter)
    return base::fail(ErrorKind::invalidInput, {{"field", "channel"}, {"rule", "not_at_a_counter"}});
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(checkServed(in, reader.connection(), invitation));
  }
  return m_pad->rate(invitation, answer);
}

}  // namespace ow::desk
