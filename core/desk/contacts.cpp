// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/contacts.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

Result<domain::InteractionId> registerContact(Desk& desk, const NewContact& given) {
  Desk::Inside& in = desk.inside();
  auto subject = base::acceptText(given.subject, base::kShortTextLimits, base::Lines::single);
  if (subject && subject.value().empty())
    return base::fail(ErrorKind::invalidInput, {{"field", "subject"}, {"rule", "required"}});
  auto text = base::acceptText(given.text, base::kNoteLimits, base::Lines::multiple);
  for (auto* checked : {&subject, &text}) {
    if (*checked) continue;
    return atField(checked->error(), checked == &subject ? "subject" : "text");
  }
  domain::Interaction contact;
  contact.id = in.ids.make<domain::InteractionId>();
  contact.partyId = given.party;
  contact.caseId = given.caseId;
  contact.channel = given.channel;
  contact.direction = given.direction;
  contact.at = in.now();
  contact.subject = std::move(subject.value());
  if (!text.value().empty()) contact.text = std::move(text.value());
  contact.clerkId = in.clerk.id;
  if (!in.place.window.empty()) contact.window = in.place.window;

  auto writer = in.writer("intake");
  OW_TRY(auto reader, in.store->read());
  if (given.party) OW_TRYV(store::loadEntity<domain::Party>(reader.connection(), *given.party));
  if (given.caseId) {
    OW_TRY(const auto before, store::loadEntity<domain::Case>(reader.connection(), *given.caseId));
    domain::Case after = before;
    after.lastEventAt = contact.at;
    writer.change(before, after);
    if (!contact.partyId) contact.partyId = before.partyId;
  }
  writer.create(contact);
  OW_TRYV(in.store->commit(writer.take()));
  return contact.id;
}

}  // namespace ow::desk
