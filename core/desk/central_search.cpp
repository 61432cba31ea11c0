// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/central_search.h"

#include "base/text_rules.h"
#include "desk/inside.h"
#include "desk/syncing.h"
#include "domain/identifier.h"
#include "domain/phone.h"
#include "store/schema.h"
#include "sync/register.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::CentralQuestion;
using domain::SearchBy;

namespace {

constexpr const char* kRegion = "CN";
constexpr std::size_t kShortestNumber = 5;

base::Error invalid(const char* field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

Result<CentralQuestion> questionOf(const CentralSearch& search) {
  CentralQuestion question{search.by, {}, {}};
  switch (search.by) {
    case SearchBy::identifier: {
      const std::string normal = domain::normalIdentifier(search.typed);
      if (normal.size() < kShortestNumber) return invalid("identifier", normal.empty() ? "required" : "format");
      question.asked = domain::identifierForms(domain::IdentifierType::citizenId, normal);
      return question;
    }
    case SearchBy::phone: {
      const auto phone = domain::checkPhone(search.typed, kRegion);
      const std::string& normal = phone.e164.empty() ? phone.national : phone.e164;
      if (normal.size() < kShortestNumber) return invalid("phone", normal.empty() ? "required" : "format");
      question.asked = {normal};
      return question;
    }
    case SearchBy::name: {
      auto name = base::acceptText(search.typed, base::kNameLimits, base::Lines::single);
      if (!name) return invalid("name", "format");
      if (name.value().empty()) return invalid("name", "required");
      if (!search.birthDate) return invalid("birth_date", "required");
      question.asked = {name.value()};
      question.birthDate = search.birthDate;
      return question;
    }
  }
  return question;
}

Result<void> onRegister(Syncing* syncing, const Syncing::OnRegister& work) {
  if (syncing == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "centre"}});
  return syncing->onSearchLine(work);
}

}  // namespace

SearchBy guessSearchBy(const std::string& typed) {
  const std::string digits = domain::phoneDigits(typed);
  const auto phone = domain::checkPhone(typed, kRegion);
  if (phone.validity == domain::Validity::ok && phone.kind != domain::PhoneKind::serviceNumber) return SearchBy::phone;
  return digits.size() >= kShortestNumber ? SearchBy::identifier : SearchBy::name;
}

Result<CentralFinding> searchCentre(Desk& desk, Syncing* syncing, const CentralSearch& search) {
  OW_TRY(const auto question, questionOf(search));
  const sync::SearchReason reason{desk.clerk().id, std::string(base::code(search.purpose)), search.inHand};
  CentralFinding finding;
  OW_TRYV(onRegister(syncing, [&](sync::CentralRegister& centralRegister) -> Result<void> {
    OW_TRY(finding.grant, centralRegister.grantSearch(question, reason));
    OW_TRY(finding.candidates, centralRegister.search(finding.grant));
    return base::success();
  }));
  return finding;
}

Result<domain::PartyId> takeIn(Syncing* syncing, const base::Uuid& grant, int candidate) {
  domain::PartyId party;
  OW_TRYV(onRegister(syncing, [&](sync::CentralRegister& centralRegister) -> Result<void> {
    OW_TRY(party, centralRegister.adopt(grant, candidate));
    return base::success();
  }));
  syncing->wake();
  return party;
}

Result<bool> isHere(Desk& desk, domain::PartyId party) {
  OW_TRY(auto reader, desk.inside().store->read());
  const auto loaded = store::loadEntity<domain::Party>(reader.connection(), party);
  if (loaded) return true;
  return loaded.error().kind == ErrorKind::notFound ? Result<bool>(false) : loaded.error();
}

}  // namespace ow::desk
