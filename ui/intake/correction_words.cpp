// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/correction_words.h"

#include <QCoreApplication>

#include "base/time_text.h"
#include "intake/core_text.h"
#include "intake/party_choices.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

struct Corrections {
  Q_DECLARE_TR_FUNCTIONS(Corrections)
};

QString fieldWord(const desk::CorrectedField& field) {
  if (field.field == "name") return Corrections::tr("Name");
  if (field.field == "latin_name") return Corrections::tr("Latin name");
  if (field.field == "former_name") return Corrections::tr("Former name");
  if (field.field == "sex") return Corrections::tr("Sex");
  if (field.field == "birth_date") return Corrections::tr("Date of birth");
  if (field.field == "preferred_channel") return Corrections::tr("Wishes to be reached by");
  if (field.field == "preferred_language") return Corrections::tr("Language");
  if (field.field == "note") return Corrections::tr("What the next clerk must know");
  if (field.field == "phone") return Corrections::tr("Phone");
  if (field.field == "email") return Corrections::tr("E-mail");
  if (field.field == "preferred_contact") return Corrections::tr("Preferred way to reach them");
  if (field.field == "address") return Corrections::tr("Address");
  const auto type = base::fromCode<domain::IdentifierType>(field.kind);
  return type ? words::of(*type) : Corrections::tr("Number");
}

QString valueWord(const std::string& field, const std::string& value) {
  if (field == "sex") {
    const auto sex = base::fromCode<domain::Sex>(value);
    if (sex) return words::of(*sex);
  }
  if (field == "preferred_channel") {
    const auto channel = base::fromCode<domain::Channel>(value);
    if (channel) return words::of(*channel);
  }
  if (field == "preferred_language" && !value.empty()) return languageName(fromCore(value));
  if (field == "birth_date") {
    const auto date = base::parseIsoDate(value);
    if (date) return words::date(date.value());
  }
  return fromCore(value).simplified();
}

}  // namespace

QString correctionLine(const desk::CorrectedField& field) {
  const QString word = fieldWord(field);
  const QString before = valueWord(field.field, field.before), after = valueWord(field.field, field.after);
  if (before.isEmpty()) return Corrections::tr("%1: %2 (new)", "a field and its value").arg(word, after);
  if (after.isEmpty()) return Corrections::tr("%1: %2 (taken away)", "a field and its value").arg(word, before);
  return Corrections::tr("%1: %2 → %3", "a field, before, after").arg(word, before, after);
}

}  // namespace ow::ui
