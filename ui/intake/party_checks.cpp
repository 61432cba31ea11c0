// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/party_checks.h"

#include <QCoreApplication>

#include "kit/words.h"

namespace ow::ui {

namespace {

struct Checks {
  Q_DECLARE_TR_FUNCTIONS(Checks)
};

QString firstWarning(const domain::IdentifierCheck& check) {
  return check.warnings.empty() ? QString() : words::ofWarning(check.warnings.front());
}

}  // namespace

FieldVerdict verdictOf(const domain::IdentifierCheck& check) {
  using Tone = FieldVerdict::Tone;
  if (check.normal.empty()) return {};
  const QString warned = firstWarning(check);
  switch (check.validity) {
    case domain::Validity::ok:
      return warned.isEmpty() ? FieldVerdict{Tone::good, Checks::tr("The number keeps its check."), false}
                              : FieldVerdict{Tone::note, warned, false};
    case domain::Validity::checksumBad:
      return {Tone::warning,
              Checks::tr("The check character does not fit: one character is probably wrong. To keep the number say why."),
              true};
    case domain::Validity::formatBad:
      return {Tone::warning,
              warned.isEmpty() ? Checks::tr("This is not the shape of such a number. To keep it say why.")
                               : Checks::tr("%1 To keep the number say why.", "a sentence goes before").arg(warned),
              true};
    case domain::Validity::unchecked:
      return warned.isEmpty() ? FieldVerdict{} : FieldVerdict{Tone::note, warned, false};
  }
  return {};
}

FieldVerdict verdictOf(const domain::PhoneCheck& check) {
  using Tone = FieldVerdict::Tone;
  switch (check.validity) {
    case domain::Validity::ok:
      return {Tone::good, Checks::tr("The number can be dialled."), false};
    case domain::Validity::unchecked:
      return {Tone::note, Checks::tr("No such range is known; read the number back to the citizen."), false};
    case domain::Validity::checksumBad:
    case domain::Validity::formatBad:
      return {Tone::warning, Checks::tr("This cannot be dialled: digits are missing or too many. To keep it say why."), true};
  }
  return {};
}

QList<domain::IdentifierType> identifierTypesOf(domain::PartyKind kind) {
  using enum domain::IdentifierType;
  if (kind == domain::PartyKind::person)
    return {citizenId,
            hkMacauTaiwanResidence,
            foreignerResidence,
            foreignerResidenceOld,
            hkMacauPermit,
            taiwanPermit,
            passportCn,
            passportForeign,
            hkMacauExitPermit,
            taiwanExitPermit,
            birthCertificate,
            officerCard,
            curp,
            rfc,
            ssn,
            itin,
            other};
  return {uscc, businessRegistrationOld, orgCodeOld, taxNumberOld, rfc, other};
}

}  // namespace ow::ui
