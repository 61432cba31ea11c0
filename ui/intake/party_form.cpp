// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/party_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <chrono>

#include "base/time_text.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "intake/duplicate_panel.h"
#include "intake/party_checks.h"
#include "intake/party_choices.h"
#include "kit/bridge.h"
#include "kit/theme.h"
#include "kit/typed_text.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kCheckPause = 120ms;  // between the last key and the checks

struct Checked {
  domain::IdentifierCheck identifier;
  domain::PhoneCheck phone;
};

}  // namespace

PartyForm::PartyForm(Bridge& bridge, Navigator& navigator, const QString& typed, QWidget* parent)
    : FormPage(bridge, navigator,
               {QStringLiteral("party_form"), QStringLiteral("party"), tr("New citizen or organisation"), tr("Register"),
                QStringLiteral("partyRegister"), desk::FormTask::registerParty},
               QString(), parent),
      m_kind(new ChoiceRow(QStringLiteral("partyKind"), tr("Kind"), this)),
      m_sex(new ChoiceRow(QStringLiteral("partySex"), tr("Sex"), this)),
      m_name(new QLineEdit(this)),
      m_identifier(new QLineEdit(this)),
      m_reason(new QLineEdit(this)),
      m_phone(new QLineEdit(this)),
      m_email(new QLineEdit(this)),
      m_address(new QLineEdit(this)),
      m_birthDate(new QLineEdit(this)),
      m_identifierType(new QComboBox(this)),
      m_preferredChannel(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_note(new QPlainTextEdit(this)),
      m_duplicates(new DuplicatePanel(bridge, this)) {
  buildIdentity();
  buildContact();
  buildRest();
  setSide(m_duplicates, SideWhenNarrow::above);
  onKind();
  place(typed);
  connectAll();
  if (!typed.isEmpty()) m_pause.start();
}

void PartyForm::buildIdentity() {
  for (const auto kind : {domain::PartyKind::person, domain::PartyKind::enterprise, domain::PartyKind::publicInstitution,
                          domain::PartyKind::socialOrganisation})
    m_kind->add(static_cast<int>(kind), QString::fromUtf8(base::code(kind).data()), words::of(kind));
  m_kind->choose(static_cast<int>(domain::PartyKind::person));
  addField(QStringLiteral("kind"), tr("Kind"), m_kind, Need::required);
  m_name->setObjectName(QStringLiteral("partyName"));
  m_nameRow = addField(QStringLiteral("name"), tr("Name, as on the paper"), m_name, Need::required);
  m_identifierType->setObjectName(QStringLiteral("partyIdentifierType"));
  m_identifierType->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  addField(QStringLiteral("identifier_type"), tr("Paper"), m_identifierType, Need::required);
  m_identifier->setObjectName(QStringLiteral("partyIdentifier"));
  m_identifier->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_identifierRow = addField(QStringLiteral("identifier"), tr("Number"), m_identifier, Need::optional);
}

void PartyForm::buildContact() {
  m_phone->setObjectName(QStringLiteral("partyPhone"));
  m_phone->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_phoneRow = addField(QStringLiteral("phone"), tr("Phone"), m_phone, Need::optional);
  m_reason->setObjectName(QStringLiteral("partyReason"));
  m_reason->setPlaceholderText(tr("For example: so on the card, seen and compared"));
  m_reasonRow = addField(QStringLiteral("reason"), tr("Why it is kept as it is"), m_reason, Need::required);
  m_reasonRow->hide();
  m_birthDate->setObjectName(QStringLiteral("partyBirthDate"));
  m_birthDate->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_birthDate->setPlaceholderText(QStringLiteral("1990-03-07"));
  m_birthDateRow = addField(QStringLiteral("birth_date"), tr("Date of birth"), m_birthDate, Need::optional);
  addSexes(m_sex);
  m_sexRow = addField(QStringLiteral("sex"), tr("Sex, as on the paper"), m_sex, Need::required);
}

void PartyForm::buildRest() {
  m_email->setObjectName(QStringLiteral("partyEmail"));
  m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoPredictiveText);
  m_emailRow = addField(QStringLiteral("email"), tr("E-mail"), m_email, Need::optional);
  m_address->setObjectName(QStringLiteral("partyAddress"));
  m_addressRow = addField(QStringLiteral("address"), tr("Address"), m_address, Need::optional);
  m_preferredChannel->setObjectName(QStringLiteral("partyPreferredChannel"));
  addPreferredChannels(m_preferredChannel);
  addField(QStringLiteral("preferred_channel"), tr("Wishes to be reached by"), m_preferredChannel, Need::optional);
  m_language->setObjectName(QStringLiteral("partyLanguage"));
  addLanguages(m_language);
  addField(QStringLiteral("preferred_language"), tr("Language"), m_language, Need::optional);
  m_note->setObjectName(QStringLiteral("partyNote"));
  m_note->setTabChangesFocus(true);
  m_note->setFixedHeight(scaled(72));
  m_noteRow = addField(QStringLiteral("note"), tr("What the next clerk must know"), m_note, Need::optional);
}

void PartyForm::connectAll() {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kCheckPause);
  connect(&m_pause, &QTimer::timeout, this, &PartyForm::check);
  const std::pair<QLineEdit*, FieldRow*> lines[] = {
      {m_name, m_nameRow},   {m_identifier, m_identifierRow}, {m_reason, m_reasonRow},      {m_phone, m_phoneRow},
      {m_email, m_emailRow}, {m_address, m_addressRow},       {m_birthDate, m_birthDateRow}};
  // textChanged comes only with committed text: what an input method is still composing is never judged.
  for (const auto& [edit, row] : lines)
    connect(edit, &QLineEdit::textChanged, this, [this, row = row] {
      sayAt(row, {});
      m_pause.start();
      touched();
    });
  connect(m_name, &QLineEdit::textChanged, this, &PartyForm::titleChanged);
  connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
    sayAt(m_noteRow, {});
    touched();
  });
  connect(m_kind, &ChoiceRow::changed, this, [this] {
    onKind();
    touched();
  });
  connect(m_sex, &ChoiceRow::changed, this, [this] { touched(); });
  connect(m_identifierType, &QComboBox::activated, this, [this] {
    m_pause.start();
    touched();
  });
  for (QComboBox* box : {m_preferredChannel, m_language}) connect(box, &QComboBox::activated, this, [this] { touched(); });
  connect(m_duplicates, &DuplicatePanel::openAsked, this,
          [this](domain::PartyId id) { navigator().openParty(id, desk::Purpose::verification); });
  connect(m_duplicates, &DuplicatePanel::useAsked, this, [this](domain::PartyId id) {
    throwAway();
    navigator().openParty(id, desk::Purpose::enquiry);
    navigator().closePage(this);
  });
}

// What found nobody is a number, a phone or a name.
void PartyForm::place(const QString& typed) {
  const QString plain = typed.normalized(QString::NormalizationForm_KC).remove(QRegularExpression(QStringLiteral("[\\s-]")));
  static const QRegularExpression kPhone(QStringLiteral("^(\\+?86)?1[3-9]\\d{9}$|^\\+\\d{6,15}$|^0\\d{9,11}$"));
  static const QRegularExpression kNumber(QStringLiteral("^(?=.*\\d.*\\d.*\\d.*\\d)[0-9A-Za-z]{6,20}$"));
  if (kPhone.match(plain).hasMatch()) {
    m_phone->setText(typed);
  } else if (kNumber.match(plain).hasMatch()) {
    m_identifier->setText(typed);
  } else {
    m_name->setText(typed);
  }
}

domain::PartyKind PartyForm::partyKind() const {
  return static_cast<domain::PartyKind>(std::max(0, m_kind->value()));
}

domain::IdentifierType PartyForm::identifierType() const {
  return static_cast<domain::IdentifierType>(m_identifierType->currentData().toInt());
}

void PartyForm::onKind() {
  const int before = m_identifierType->count() > 0 ? m_identifierType->currentData().toInt() : -1;
  m_identifierType->clear();
  for (const domain::IdentifierType type : identifierTypesOf(partyKind()))
    m_identifierType->addItem(words::of(type), static_cast<int>(type));
  m_identifierType->setCurrentIndex(std::max(0, m_identifierType->findData(before)));
  const bool isPerson = partyKind() == domain::PartyKind::person;
  m_sexRow->setVisible(isPerson);
  m_birthDateRow->setVisible(isPerson);
  m_pause.start();
}

QString PartyForm::title() const {
  const QString name = m_name->text().simplified().left(24);
  return name.isEmpty() ? tr("New citizen") : name;
}

// --- live checks
// --------------------------------------------------------------------------------------------------------------------

void PartyForm::check() {
  bridge().run(
      Lane::read, this,
      [type = identifierType(), identifier = toCore(m_identifier->text()), phone = toCore(m_phone->text())](desk::Desk& desk) {
        return Checked{desk::checkIdentifierField(desk, type, identifier), desk::checkPhoneField(desk, phone)};
      },
      [this, ticket = ++m_ticket](const Checked& checked) {
        if (ticket != m_ticket) return;
        onIdentifierChecked(checked.identifier);
        const bool hasPhone = !m_phone->text().trimmed().isEmpty();
        const FieldVerdict verdict = hasPhone ? verdictOf(checked.phone) : FieldVerdict{};
        m_phoneNeedsReason = verdict.needsReason;
        showVerdict(m_phoneRow, verdict);
        showReason();
        considerDuplicates();
      });
}

void PartyForm::onIdentifierChecked(const domain::IdentifierCheck& check) {
  const FieldVerdict verdict = m_identifier->text().trimmed().isEmpty() ? FieldVerdict{} : verdictOf(check);
  m_identifierNeedsReason = verdict.needsReason;
  showVerdict(m_identifierRow, verdict);
  if (check.validity != domain::Validity::ok) return;
  const bool isBirthOurs = m_birthDate->text().isEmpty() || m_birthDate->text() == m_birthDateFromNumber;
  if (check.birth && isBirthOurs) {
    m_birthDateFromNumber = QString::fromStdString(base::isoText(*check.birth));
    m_birthDate->setText(m_birthDateFromNumber);
    sayAt(m_birthDateRow, tr("Taken from the number."));
  }
  if (check.sex && m_sex->value() == static_cast<int>(domain::Sex::unknown)) m_sex->choose(static_cast<int>(*check.sex));
}

void PartyForm::showVerdict(FieldRow* row, const FieldVerdict& verdict) {
  if (row->field()->property("invalid").toBool()) return;  // what registering said there is graver, until something is typed
  sayAt(row, verdict.sentence, verdict.tone == FieldVerdict::Tone::warning ? FieldRow::Tone::warning : FieldRow::Tone::hint);
}

// Once something has been written there it stays in sight: typed text never disappears because another field changed.
void PartyForm::showReason() {
  m_reasonRow->setVisible(m_identifierNeedsReason || m_phoneNeedsReason || !m_reason->text().isEmpty());
}

void PartyForm::considerDuplicates() {
  desk::PartyHints hints;
  hints.kind = partyKind();
  hints.name = toCore(m_name->text());
  hints.identifier = toCore(m_identifier->text());
  hints.phone = toCore(m_phone->text());
  if (partyKind() == domain::PartyKind::person) hints.birthDate = typedDate(m_birthDate->text());
  m_duplicates->consider(std::move(hints));
}

// --- what was typed
// -----------------------------------------------------------------------------------------------------------------

bool PartyForm::isUntouched() const {
  for (const QLineEdit* line : {m_name, m_identifier, m_reason, m_phone, m_email, m_address, m_birthDate})
    if (!line->text().isEmpty()) return false;
  return m_note->document()->isEmpty();
}

QJsonObject PartyForm::typed() const {
  return {{QStringLiteral("kind"), m_kind->value()},
          {QStringLiteral("name"), m_name->text()},
          {QStringLiteral("identifier_type"), m_identifierType->currentData().toInt()},
          {QStringLiteral("identifier"), m_identifier->text()},
          {QStringLiteral("reason"), m_reason->text()},
          {QStringLiteral("phone"), m_phone->text()},
          {QStringLiteral("email"), m_email->text()},
          {QStringLiteral("address"), m_address->text()},
          {QStringLiteral("birth_date"), m_birthDate->text()},
          {QStringLiteral("sex"), m_sex->value()},
          {QStringLiteral("preferred_channel"), m_preferredChannel->currentData().toInt()},
          {QStringLiteral("language"), m_language->currentData().toString()},
          {QStringLiteral("note"), typedText(*m_note)}};
}

void PartyForm::setTyped(const QJsonObject& typed) {
  const auto text = [&typed](const char* key) { return typed.value(QLatin1String(key)).toString(); };
  m_kind->choose(typed.value(QLatin1String("kind")).toInt());
  onKind();
  m_identifierType->setCurrentIndex(
      std::max(0, m_identifierType->findData(typed.value(QLatin1String("identifier_type")).toInt())));
  m_name->setText(text("name"));
  m_identifier->setText(text("identifier"));
  m_reason->setText(text("reason"));
  m_phone->setText(text("phone"));
  m_email->setText(text("email"));
  m_address->setText(text("address"));
  m_birthDate->setText(text("birth_date"));
  m_sex->choose(typed.value(QLatin1String("sex")).toInt());
  m_preferredChannel->setCurrentIndex(
      std::max(0, m_preferredChannel->findData(typed.value(QLatin1String("preferred_channel")).toInt(-1))));
  m_language->setCurrentIndex(std::max(0, m_language->findData(text("language"))));
  m_note->setPlainText(text("note"));
  showReason();
  m_pause.start();
}

// --- registering
// --------------------------------------------------------------------------------------------------------------------

void PartyForm::submit() {
  desk::NewParty party;
  party.kind = partyKind();
  party.name = toCore(m_name->text());
  party.identifier = toCore(m_identifier->text());
  if (!m_identifier->text().trimmed().isEmpty()) party.identifierType = identifierType();
  party.identifierReason = toCore(m_reason->text());
  party.phone = toCore(m_phone->text());
  party.email = toCore(m_email->text());
  party.address = toCore(m_address->text());
  party.note = toCore(typedText(*m_note));
  const bool isPerson = partyKind() == domain::PartyKind::person;
  if (isPerson && !m_birthDate->text().trimmed().isEmpty()) {
    party.birthDate = typedDate(m_birthDate->text());
    if (!party.birthDate) {
      sayAt(m_birthDateRow, tr("There is no such day. Type year, month and day, as 1990-03-07."), FieldRow::Tone::failed);
      return m_birthDate->setFocus(Qt::OtherFocusReason);
    }
  }
  if (isPerson) party.sex = static_cast<domain::Sex>(std::max(0, m_sex->value()));
  const int channel = m_preferredChannel->currentData().toInt();
  if (channel >= 0) party.preferredChannel = static_cast<domain::Channel>(channel);
  const QString language = m_language->currentData().toString();
  if (!language.isEmpty()) party.preferredLanguage = language.toStdString();
  registerBy(
      [party = std::move(party)](desk::Desk& desk, domain::DraftId draft) { return desk::registerParty(desk, party, draft); },
      [this](const base::Result<domain::PartyId>& answer) { onRegistered(answer); });
}

void PartyForm::onRegistered(const base::Result<domain::PartyId>& answer) {
  if (answer) {
    finishRegistering();
    navigator().notify(tr("Registered. The profile is open."), Navigator::Tone::done);
    navigator().openParty(answer.value(), desk::Purpose::enquiry);
    return navigator().closePage(this);
  }
  const base::Error& error = answer.error();
  showError(error, error.kind == base::ErrorKind::duplicate ? QStringLiteral("identifier") : QString());
  if (error.kind == base::ErrorKind::duplicate) {
    if (const auto id = domain::PartyId::parse(error.fact("id"))) m_duplicates->pointAt(*id);
  }
  if (error.fact("rule") == "reason_needed") {
    m_identifierNeedsReason = m_identifierNeedsReason || error.fact("field") == "identifier";
    m_phoneNeedsReason = m_phoneNeedsReason || error.fact("field") == "phone";
    showReason();
    m_reason->setFocus(Qt::OtherFocusReason);
  }
}

}  // namespace ow::ui
