// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the correction form, made from what is on record.
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "intake/correction_form.h"
#include "intake/party_checks.h"
#include "intake/party_choices.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr auto kAnotherPhone = "another_phone";
constexpr auto kAnotherEmail = "another_email";

QString addressWord(domain::AddressKind kind) {
  switch (kind) {
    case domain::AddressKind::residence:
      return CorrectionForm::tr("Residence");
    case domain::AddressKind::registered:
      return CorrectionForm::tr("Registered address");
    case domain::AddressKind::business:
      return CorrectionForm::tr("Place of business");
    case domain::AddressKind::mailing:
      return CorrectionForm::tr("Mailing address");
  }
  return {};
}

QString contactWord(domain::ContactKind kind) {
  switch (kind) {
    case domain::ContactKind::phone:
      return CorrectionForm::tr("Phone");
    case domain::ContactKind::email:
      return CorrectionForm::tr("E-mail");
    default:
      return CorrectionForm::tr("Another way to reach them");
  }
}

}  // namespace

void CorrectionForm::build() {
  buildIdentity();
  buildContacts();
  buildRest();
}

QLineEdit* CorrectionForm::addText(const QString& key, const QString& label, const char* coreField, Need need) {
  auto* edit = new QLineEdit(this);
  edit->setObjectName(QStringLiteral("correction_") + key);
  auto* row = addField(QString::fromLatin1(coreField), label, edit, need);
  connect(edit, &QLineEdit::textChanged, this, [this, row] {
    sayAt(row, {});
    onTyped();
  });
  return edit;
}

CorrectionForm::Line CorrectionForm::addLine(const QString& name, const std::string& id, int kind, const QString& label,
                                             const QString& coreField) {
  Line line{id.empty() ? name : QString::fromStdString(id), id, kind, nullptr, new QLineEdit(this)};
  line.edit->setObjectName(QStringLiteral("correction_") + name);
  line.row = addField(coreField, label, line.edit, id.empty() ? Need::optional : Need::required);
  connect(line.edit, &QLineEdit::textChanged, this, [this, row = line.row] {
    sayAt(row, {});
    onTyped();
  });
  return line;
}

void CorrectionForm::buildIdentity() {
  const bool isPerson = m_seen->party.kind == domain::PartyKind::person;
  m_name = addText(QStringLiteral("name"), tr("Name, as on the paper"), "name", Need::required);
  m_formerName = addText(QStringLiteral("former_name"), tr("Former name"), "former_name", Need::optional);
  m_latinName = addText(QStringLiteral("latin_name"), tr("Latin name, as on a passport"), "latin_name", Need::optional);
  int n = 0;
  for (const domain::Identifier& one : m_seen->identifiers)
    m_identifiers.push_back(
        addLine(QStringLiteral("identifier_%1").arg(n++), one.id.text(), static_cast<int>(one.type), words::of(one.type)));
  m_newType = new QComboBox(this);
  m_newType->setObjectName(QStringLiteral("correction_new_type"));
  m_newType->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const domain::IdentifierType type : identifierTypesOf(m_seen->party.kind))
    m_newType->addItem(words::of(type), static_cast<int>(type));
  addField(QString(), tr("Another paper"), m_newType, Need::optional);
  connect(m_newType, &QComboBox::activated, this, &CorrectionForm::onTyped);
  m_identifiers.push_back(addLine(QStringLiteral("another_identifier"), {}, 0, tr("Its number"), QStringLiteral("identifier")));
  for (const Line& line : m_identifiers)
    line.edit->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_reason = new QLineEdit(this);
  m_reason->setObjectName(QStringLiteral("correction_reason"));
  m_reason->setPlaceholderText(tr("For example: misread from a worn card, seen and compared"));
  m_reasonRow = addField(QStringLiteral("reason"), tr("Why the number is changed or kept as it is"), m_reason, Need::required);
  m_reasonRow->hide();
  connect(m_reason, &QLineEdit::textChanged, this, [this] {
    sayAt(m_reasonRow, {});
    onTyped();
  });
  m_birthDate = new QLineEdit(this);
  m_birthDate->setObjectName(QStringLiteral("correction_birth_date"));
  m_birthDate->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_birthDate->setPlaceholderText(QStringLiteral("1990-03-07"));
  m_birthDateRow = addField(QStringLiteral("birth_date"), tr("Date of birth"), m_birthDate, Need::optional);
  m_birthDateRow->setVisible(isPerson);
  connect(m_birthDate, &QLineEdit::textChanged, this, [this] {
    sayAt(m_birthDateRow, {});
    onTyped();
  });
  m_sex = new ChoiceRow(QStringLiteral("correction_sex"), tr("Sex"), this);
  addSexes(m_sex);
  addField(QStringLiteral("sex"), tr("Sex, as on the paper"), m_sex, Need::required)->setVisible(isPerson);
  connect(m_sex, &ChoiceRow::changed, this, &CorrectionForm::onTyped);
}

void CorrectionForm::buildContacts() {
  m_preferred = new QComboBox(this);
  m_preferred->setObjectName(QStringLiteral("correction_preferred"));
  m_preferred->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_preferred->addItem(tr("No preference"), QString());
  int n = 0;
  for (const domain::ContactPoint& one : m_seen->contactPoints) {
    Line line =
        addLine(QStringLiteral("contact_%1").arg(n++), one.id.text(), static_cast<int>(one.kind), contactWord(one.kind));
    line.edit->setReadOnly(one.kind != domain::ContactKind::phone && one.kind != domain::ContactKind::email);
    m_preferred->addItem(tr("%1 %2", "a kind of number and the number").arg(contactWord(one.kind), fromCore(one.raw)),
                         line.key);
    m_contacts.push_back(line);
  }
  m_contacts.push_back(addLine(QString::fromLatin1(kAnotherPhone), {}, static_cast<int>(domain::ContactKind::phone),
                               tr("Another phone"), QStringLiteral("phone")));
  m_contacts.push_back(addLine(QString::fromLatin1(kAnotherEmail), {}, static_cast<int>(domain::ContactKind::email),
                               tr("Another e-mail"), QStringLiteral("email")));
  m_preferred->addItem(tr("The other phone typed above"), QString::fromLatin1(kAnotherPhone));
  m_preferred->addItem(tr("The other e-mail typed above"), QString::fromLatin1(kAnotherEmail));
  addField(QString(), tr("Preferred number or address"), m_preferred, Need::optional);
  connect(m_preferred, &QComboBox::activated, this, &CorrectionForm::onTyped);
}

void CorrectionForm::buildRest() {
  int n = 0;
  for (const domain::Address& one : m_seen->addresses)
    m_addresses.push_back(
        addLine(QStringLiteral("address_%1").arg(n++), one.id.text(), static_cast<int>(one.kind), addressWord(one.kind)));
  const bool isPerson = m_seen->party.kind == domain::PartyKind::person;
  const auto kind = isPerson ? domain::AddressKind::residence : domain::AddressKind::registered;
  m_addresses.push_back(addLine(QStringLiteral("another_address"), {}, static_cast<int>(kind),
                                n == 0 ? addressWord(kind) : tr("Another address"), QStringLiteral("address")));
  m_preferredChannel = new QComboBox(this);
  m_preferredChannel->setObjectName(QStringLiteral("correction_preferred_channel"));
  addPreferredChannels(m_preferredChannel);
  addField(QStringLiteral("preferred_channel"), tr("Wishes to be reached by"), m_preferredChannel, Need::optional);
  m_language = new QComboBox(this);
  m_language->setObjectName(QStringLiteral("correction_language"));
  addLanguages(m_language);
  addField(QStringLiteral("preferred_language"), tr("Language"), m_language, Need::optional);
  for (QComboBox* box : {m_preferredChannel, m_language}) connect(box, &QComboBox::activated, this, &CorrectionForm::onTyped);
  m_note = new QPlainTextEdit(this);
  m_note->setObjectName(QStringLiteral("correction_note"));
  m_note->setTabChangesFocus(true);
  m_note->setFixedHeight(scaled(72));
  auto* row = addField(QStringLiteral("note"), tr("What the next clerk must know"), m_note, Need::optional);
  connect(m_note, &QPlainTextEdit::textChanged, this, [this, row] {
    sayAt(row, {});
    onTyped();
  });
}

}  // namespace ow::ui
