// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/contacts.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/registering.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

Result<domain::Interaction> contactOf(Desk::Inside& in, const NewContact& given) {
  OW_TRY(auto subject, optionalText(given.subject, "subject", base::kShortTextLimits, base::Lines::single));
  if (!subject) return base::fail(ErrorKind::invalidInput, {{"field", "subject"}, {"rule", "required"}});
  domain::Interaction contact;
  OW_TRY(contact.text, optionalText(given.text, "text", base::kNoteLimits, base::Lines::multiple));
  contact.id = in.ids.make<domain::InteractionId>();
  contact.partyId = given.party;
  contact.caseId = given.caseId;
  contact.channel = given.channel;
  contact.direction = given.direction;
  contact.at = in.now();
  contact.subject = std::move(*subject);
  contact.clerkId = in.clerk.id;
  if (!in.place.window.empty()) contact.window = in.place.window;
  return contact;
}

}  // namespace

Result<domain::InteractionId> registerContact(Desk& desk, const NewContact& given, domain::DraftId draft) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto contact, contactOf(in, given));
  OW_TRY(auto registering, Registering::begin(in, draft));
  if (registering.earlier()) return domain::InteractionId{registering.earlier()->uuid};
  store::Connection& connection = registering.write().connection();
  std::optional<domain::Case> about;
  if (given.party) OW_TRYV(store::loadEntity<domain::Party>(connection, *given.party));
  if (given.caseId) {
    OW_TRY(about, store::loadEntity<domain::Case>(connection, *given.caseId));
    if (!contact.partyId) contact.partyId = about->partyId;
  }
  auto writer = in.writer("intake");
  writer.create(contact);
  if (about) {
    domain::Case after = *about;
    after.lastEventAt = contact.at;
    writer.change(*about, after);
  }
  OW_TRYV(registering.commit(writer.take()));
  return contact.id;
}

}  // namespace ow::desk
