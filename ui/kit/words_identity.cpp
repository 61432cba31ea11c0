// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/words.h"
#include "kit/words_context.h"

namespace ow::ui::words {

QString of(domain::PartyKind kind) {
  switch (kind) {
    case domain::PartyKind::person:
      return Words::tr("Person");
    case domain::PartyKind::enterprise:
      return Words::tr("Enterprise");
    case domain::PartyKind::publicInstitution:
      return Words::tr("Public institution");
    case domain::PartyKind::socialOrganisation:
      return Words::tr("Social organisation");
  }
  return {};
}

QString of(domain::Sex sex) {
  switch (sex) {
    case domain::Sex::unknown:
      return Words::tr("Not stated", "sex");
    case domain::Sex::male:
      return Words::tr("Male");
    case domain::Sex::female:
      return Words::tr("Female");
    case domain::Sex::other:
      return Words::tr("Other", "sex");
  }
  return {};
}

QString of(domain::IdentifierType type) {
  using enum domain::IdentifierType;
  switch (type) {
    case citizenId:
      return Words::tr("Citizen ID");
    case hkMacauTaiwanResidence:
      return Words::tr("Hong Kong, Macau and Taiwan residence permit");
    case foreignerResidence:
      return Words::tr("Foreigner's permanent residence card");
    case foreignerResidenceOld:
      return Words::tr("Foreigner's permanent residence card (before 2023)");
    case hkMacauPermit:
      return Words::tr("Mainland travel permit (Hong Kong and Macau)");
    case taiwanPermit:
      return Words::tr("Mainland travel permit (Taiwan)");
    case hkMacauExitPermit:
      return Words::tr("Exit permit to Hong Kong and Macau");
    case taiwanExitPermit:
      return Words::tr("Exit permit to Taiwan");
    case passportCn:
      return Words::tr("Chinese passport");
    case passportForeign:
      return Words::tr("Foreign passport");
    case birthCertificate:
      return Words::tr("Birth certificate");
    case officerCard:
      return Words::tr("Officer's card");
    case uscc:
      return Words::tr("Unified social credit code");
    case businessRegistrationOld:
      return Words::tr("Business registration number (before 2015)");
    case orgCodeOld:
      return Words::tr("Organisation code (before 2015)");
    case taxNumberOld:
      return Words::tr("Tax registration number (before 2015)");
    case curp:
      return Words::tr("CURP (Mexico)");
    case rfc:
      return Words::tr("RFC (Mexico)");
    case ssn:
      return Words::tr("Social security number (United States)");
    case itin:
      return Words::tr("ITIN (United States)");
    case other:
      return Words::tr("Other paper");
  }
  return {};
}

namespace {

// What the relative is to the person on the page.
QString relativeIs(domain::RelationshipKind kind) {
  using enum domain::RelationshipKind;
  switch (kind) {
    case householdMember:
      return Words::tr("Household member");
    case guardian:
      return Words::tr("Guardian");
    case agent:
      return Words::tr("Agent");
    case legalRepresentative:
      return Words::tr("Legal representative");
    case employee:
      return Words::tr("Employee");
    case spouse:
      return Words::tr("Spouse");
    case parent:
      return Words::tr("Parent");
  }
  return {};
}

// The same relation seen from its other end.
QString relativeHas(domain::RelationshipKind kind) {
  using enum domain::RelationshipKind;
  switch (kind) {
    case householdMember:
      return Words::tr("Head of household");
    case guardian:
      return Words::tr("Ward");
    case agent:
      return Words::tr("Principal");
    case legalRepresentative:
      return Words::tr("Represents (legal representative)");
    case employee:
      return Words::tr("Employer");
    case spouse:
      return Words::tr("Spouse");
    case parent:
      return Words::tr("Child");
  }
  return {};
}

}  // namespace

QString of(domain::RelationshipKind kind, desk::Relative::Side side) {
  return side == desk::Relative::Side::ofThisParty ? relativeIs(kind) : relativeHas(kind);
}

QString of(desk::Purpose purpose) {
  switch (purpose) {
    case desk::Purpose::caseWork:
      return Words::tr("Work on a case");
    case desk::Purpose::enquiry:
      return Words::tr("Answering an enquiry");
    case desk::Purpose::verification:
      return Words::tr("Checking an identity");
    case desk::Purpose::appeal:
      return Words::tr("Appeal or complaint");
    case desk::Purpose::correction:
      return Words::tr("Correcting data");
    case desk::Purpose::statistics:
      return Words::tr("Statistics");
  }
  return {};
}

}  // namespace ow::ui::words
