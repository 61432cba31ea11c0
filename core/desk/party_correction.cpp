// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/party_correction.h"

#include "desk/look.h"

#include <algorithm>

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/party_fields.h"
#include "desk/party_history.h"
#include "desk/registering.h"
#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

base::Error missing(const char* field) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", "required"}});
}

// The entity of `all` with that id; nullptr for a new one and for somebody else's.
template <class T, class IdType>
const T* known(const std::vector<T>& all, IdType id) {
  const auto found = std::find_if(all.begin(), all.end(), [id](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

// Turns one correction into operations.
class Correcting {
 public:
  Correcting(Desk::Inside& in, const Correction& given) : m_in(in), m_given(given), m_writer(in.writer(kCorrectionPurpose)) {}

  Result<std::vector<domain::Operation>> operations() {
    OW_TRY(m_reason, optionalText(m_given.reason, "reason", base::kShortTextLimits, base::Lines::single));
    OW_TRYV(party());
    for (const auto& one : m_given.identifiers) OW_TRYV(identifier(one));
    for (const auto& one : m_given.contacts) OW_TRYV(contact(one));
    for (const auto& one : m_given.addresses) OW_TRYV(address(one));
    auto operations = m_writer.take();
    if (operations.empty()) return base::fail(ErrorKind::notAllowed, {{"rule", "nothing_changed"}});
    return operations;
  }

 private:
  domain::PartyId id() const { return m_given.seen.party.id; }

  Result<void> party() {
    domain::Party after = m_given.seen.party;
    const auto line = [](const std::string& raw, const char* field) {
      return optionalText(raw, field, base::kNameLimits, base::Lines::single);
    };
    OW_TRY(auto name, line(m_given.name, "name"));
    if (!name) return missing("name");
    after.name = std::move(*name);
    OW_TRY(after.latinName, line(m_given.latinName, "latin_name"));
    OW_TRY(after.formerName, line(m_given.formerName, "former_name"));
    OW_TRY(after.note, optionalText(m_given.note, "note", base::kNoteLimits, base::Lines::multiple));
    after.sex = m_given.sex;
    OW_TRY(after.birthDate, birthDateFrom(m_given.birthDate));
    after.preferredChannel = m_given.preferredChannel;
    after.preferredLanguage = m_given.preferredLanguage;
    m_writer.change(m_given.seen.party, after);
    return base::success();
  }

  Result<void> identifier(const Correction::Identifier& given) {
    const domain::Identifier* before = known(m_given.seen.identifiers, given.id);
    if (given.text.empty()) return before == nullptr ? base::success() : Result<void>(missing("identifier"));
    if (before != nullptr && before->raw == given.text && before->type == given.type) return base::success();
    if (before != nullptr && !m_reason) return reasonNeeded("identifier");
    OW_TRY(auto taken, identifierFrom(m_in, given.type, given.text, m_reason));
    {
      OW_TRY(auto reader, m_in.store->read());
      OW_TRYV(refuseForeignNumber(reader.connection(), taken.identifier, id()));
    }
    taken.identifier.partyId = id();
    if (before == nullptr) {
      if (const auto* same = sameNumber(taken.identifier))
        return base::fail(ErrorKind::duplicate, {{"entity", "identifier"}, {"id", same->id.text()}});
      m_writer.create(taken.identifier);
      return base::success();
    }
    domain::Identifier after = *before;
    after.type = taken.identifier.type;
    after.raw = taken.identifier.raw;
    after.normal = taken.identifier.normal;
    after.validity = taken.identifier.validity;
    after.reason = m_reason;
    m_writer.change(*before, after);
    return base::success();
  }

  const domain::Identifier* sameNumber(const domain::Identifier& one) const {
    for (const auto& seen : m_given.seen.identifiers)
      if (seen.type == one.type && seen.normal == one.normal) return &seen;
    return nullptr;
  }

  Result<void> contact(const Correction::Contact& given) {
    const domain::ContactPoint* before = known(m_given.seen.contactPoints, given.id);
    const bool isPhone = given.kind == domain::ContactKind::phone;
    if (given.text.empty()) return before == nullptr ? base::success() : Result<void>(missing(isPhone ? "phone" : "email"));
    domain::ContactPoint after;
    if (before != nullptr) after = *before;
    if (before == nullptr || before->raw != given.text) {
      OW_TRY(auto taken, isPhone ? phoneFrom(m_in, given.text, m_reason) : emailFrom(m_in, given.text));
      after.id = before != nullptr ? before->id : taken.id;
      after.partyId = id();
      after.kind = taken.kind;
      after.raw = std::move(taken.raw);
      after.normal = std::move(taken.normal);
      after.label = std::move(taken.label);
    }
    after.isPreferred = given.isPreferred;
    if (before == nullptr) {
      m_writer.create(after);
    } else {
      m_writer.change(*before, after);
    }
    return base::success();
  }

  Result<void> address(const Correction::Address& given) {
    const domain::Address* before = known(m_given.seen.addresses, given.id);
    OW_TRY(auto text, optionalText(given.text, "address", base::kShortTextLimits, base::Lines::single));
    if (!text) return before == nullptr ? base::success() : Result<void>(missing("address"));
    domain::Address after;
    if (before != nullptr) after = *before;
    after.kind = given.kind;
    if (before == nullptr) {
      after.id = m_in.ids.make<domain::AddressId>();
      after.partyId = id();
      after.text = std::move(*text);
      m_writer.create(after);
      return base::success();
    }
    if (after.text != *text) {
      // Where the old text stood on the map says nothing of the new one.
      after.text = std::move(*text);
      after.divisionCode.reset();
      after.grid.reset();
      after.postcode.reset();
      after.latitude.reset();
      after.longitude.reset();
    }
    m_writer.change(*before, after);
    return base::success();
  }

  Desk::Inside& m_in;
  const Correction& m_given;
  domain::OperationWriter m_writer;
  std::optional<std::string> m_reason;
};

}  // namespace

Result<PartyFacts> factsOf(Desk& desk, domain::PartyId id) {
  Desk::Inside& in = desk.inside();
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(store::loadEntity<domain::Party>(reader.connection(), id));
  }
  OW_TRYV(logLook(in, id, store::LookAct::reveal, "everything", Purpose::correction));
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(auto record, store::partyRecord(reader.connection(), id, in.ratingSight()));
  return PartyFacts{std::move(record.party), std::move(record.identifiers), std::move(record.contactPoints),
                    std::move(record.addresses)};
}

Result<std::vector<CorrectedField>> changesOf(Desk& desk, const Correction& correction) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto operations, Correcting(in, correction).operations());
  store::PartyRecord seen;
  seen.party = correction.seen.party;
  seen.identifiers = correction.seen.identifiers;
  seen.contactPoints = correction.seen.contactPoints;
  std::vector<CorrectedField> fields;
  for (const auto& operation : operations)
    for (auto& field : correctedFields(operation, seen, Values::clear)) fields.push_back(std::move(field));
  return fields;
}

Result<void> correctParty(Desk& desk, const Correction& correction, domain::DraftId draft) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto registering, Registering::begin(in, draft));
  if (registering.earlier()) return base::success();
  OW_TRY(auto operations, Correcting(in, correction).operations());
  return registering.commit(std::move(operations));
}

}  // namespace ow::desk
