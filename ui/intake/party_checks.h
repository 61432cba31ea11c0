// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "domain/identifier.h"
#include "domain/party.h"
#include "domain/phone.h"

namespace ow::ui {

// What a live check says at its field. `needsReason`: the value can be kept, with a reason.
struct FieldVerdict {
  enum class Tone { nothing, good, note, warning } tone = Tone::nothing;
  QString sentence;
  bool needsReason = false;
};

FieldVerdict verdictOf(const domain::IdentifierCheck& check);
FieldVerdict verdictOf(const domain::PhoneCheck& check);

// The papers that this kind of party can have, the usual one first.
QList<domain::IdentifierType> identifierTypesOf(domain::PartyKind kind);

}  // namespace ow::ui
