// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/correction_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <chrono>

#include "base/time_text.h"
#include "desk/parties.h"
#include "domain/masking.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "intake/correction_words.h"
#include "intake/duplicate_panel.h"
#include "intake/party_checks.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/typed_text.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kCorrectionPause = 120ms;  // between the last key and the checks

QString textOf(const std::optional<std::string>& value) {
  return value ? fromCore(*value) : QString();
}

// What a live check found at one line.
struct Judged {
  FieldRow* row = nullptr;
  std::optional<domain::IdentifierCheck> identifier;
  std::optional<domain::PhoneCheck> phone;
};

}  // namespace

CorrectionForm::CorrectionForm(Bridge& bridge, Navigator& navigator, domain::PartyId id, QWidget* parent)
    : FormPage(bridge, navigator,
               {QStringLiteral("correction"), QStringLiteral("correction"), tr("Correct the data"), tr("Save the correction"),
                QStringLiteral("correctionSave"), desk::FormTask::correctParty},
               id.isNil() ? QString() : QString::fromStdString(id.text()), parent),
      m_id(id),
      m_changes(new Card(tr("What will change"))),
      m_changeLines(new QLabel(m_changes)),
      m_duplicates(new DuplicatePanel(bridge, this)) {
  m_changeLines->setObjectName(QStringLiteral("correctionChanges"));
  m_changeLines->setTextFormat(Qt::PlainText);
  m_changeLines->setWordWrap(true);
  m_changes->body()->addWidget(m_changeLines);
  auto* side = new QWidget(this);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::medium));
  column->addWidget(m_changes);
  column->addWidget(m_duplicates);
  setSide(side, SideWhenNarrow::above);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kCorrectionPause);
  connect(&m_pause, &QTimer::timeout, this, &CorrectionForm::consider);
  const auto open = [this](domain::PartyId other) { this->navigator().openParty(other, desk::Purpose::verification); };
  connect(m_duplicates, &DuplicatePanel::openAsked, this, open);
  connect(m_duplicates, &DuplicatePanel::useAsked, this, open);
  if (!m_id.isNil()) load();
}

QString CorrectionForm::title() const {
  if (!m_seen) return tr("Correction");
  // Tabs are read by whoever stands beside; the name of a firm is public.
  const bool isPerson = m_seen->party.kind == domain::PartyKind::person;
  const QString name = fromCore(isPerson ? domain::maskedName(m_seen->party.name) : m_seen->party.name);
  return tr("Correction: %1", "a name").arg(name.left(24));
}

// --- what is on record
// --------------------------------------------------------------------------------------------------------------

void CorrectionForm::load() {
  bridge().run(
      Lane::read, this, [id = m_id](desk::Desk& desk) { return desk::factsOf(desk, id); },
      [this](const base::Result<desk::PartyFacts>& facts) { receive(facts); });
}

void CorrectionForm::receive(const base::Result<desk::PartyFacts>& facts) {
  if (!facts) return showError(facts.error());
  const bool isFirst = !m_seen.has_value();
  const QJsonObject kept = isFirst ? std::exchange(m_restored, {}) : typed();
  m_seen = facts.value();
  if (isFirst) build();
  m_recorded = recorded();
  fill(kept);
  emit titleChanged();
  const QWidget* focused = window()->focusWidget();
  const bool isHere = isVisible() && (focused == nullptr || focused == this || isAncestorOf(focused));
  if (isFirst && isHere) m_name->setFocus(Qt::OtherFocusReason);
  consider();
  emit loaded();
}

void CorrectionForm::onTyped() {
  if (m_isFilling) return;
  m_pause.start();
  touched();
}

// --- what was typed
// -----------------------------------------------------------------------------------------------------------------

// The usual paper that is not on record yet.
int CorrectionForm::missingPaper() const {
  for (int i = 0; i < m_newType->count(); ++i) {
    const int type = m_newType->itemData(i).toInt();
    const auto isOfType = [type](const Line& line) { return !line.id.empty() && line.kind == type; };
    if (std::none_of(m_identifiers.begin(), m_identifiers.end(), isOfType)) return type;
  }
  return m_newType->itemData(0).toInt();
}

// The form as the record fills it.
QJsonObject CorrectionForm::recorded() const {
  const domain::Party& party = m_seen->party;
  QJsonObject all{
      {QStringLiteral("name"), fromCore(party.name)},
      {QStringLiteral("former_name"), textOf(party.formerName)},
      {QStringLiteral("latin_name"), textOf(party.latinName)},
      {QStringLiteral("reason"), QString()},
      {QStringLiteral("birth_date"), party.birthDate ? fromCore(base::isoText(*party.birthDate)) : QString()},
      {QStringLiteral("sex"), static_cast<int>(party.sex)},
      {QStringLiteral("new_type"), missingPaper()},
      {QStringLiteral("preferred"), QString()},
      {QStringLiteral("preferred_channel"), party.preferredChannel ? static_cast<int>(*party.preferredChannel) : -1},
      {QStringLiteral("language"), textOf(party.preferredLanguage)},
      {QStringLiteral("note"), textOf(party.note)}};
  const auto put = [&all](const std::vector<Line>& lines, const std::string& id, const std::string& value) {
    for (const Line& line : lines)
      if (line.id == id) all.insert(line.key, fromCore(value));
  };
  for (const std::vector<Line>* lines : {&m_identifiers, &m_contacts, &m_addresses})
    for (const Line& line : *lines) all.insert(line.key, QString());
  for (const auto& one : m_seen->identifiers) put(m_identifiers, one.id.text(), one.raw);
  for (const auto& one : m_seen->contactPoints) {
    put(m_contacts, one.id.text(), one.raw);
    if (!one.isPreferred) continue;
    for (const Line& line : m_contacts)
      if (line.id == one.id.text()) all.insert(QStringLiteral("preferred"), line.key);
  }
  for (const auto& one : m_seen->addresses) put(m_addresses, one.id.text(), one.text);
  return all;
}

// Only what differs from the record: what nobody touched follows it when somebody else corrects it meanwhile.
QJsonObject CorrectionForm::typed() const {
  QJsonObject changed = m_seen ? shown() : m_restored;
  for (auto at = changed.begin(); m_seen && at != changed.end();)
    at = at.value() == m_recorded.value(at.key()) ? changed.erase(at) : std::next(at);
  changed.insert(QStringLiteral("party"), QString::fromStdString(m_id.text()));
  return changed;
}

bool CorrectionForm::isUntouched() const {
  return !m_seen || shown() == m_recorded;
}

QJsonObject CorrectionForm::shown() const {
  QJsonObject all{{QStringLiteral("name"), m_name->text()},
                  {QStringLiteral("former_name"), m_formerName->text()},
                  {QStringLiteral("latin_name"), m_latinName->text()},
                  {QStringLiteral("reason"), m_reason->text()},
                  {QStringLiteral("birth_date"), m_birthDate->text()},
                  {QStringLiteral("sex"), m_sex->value()},
                  {QStringLiteral("new_type"), m_newType->currentData().toInt()},
                  {QStringLiteral("preferred"), m_preferred->currentData().toString()},
                  {QStringLiteral("preferred_channel"), m_preferredChannel->currentData().toInt()},
                  {QStringLiteral("language"), m_language->currentData().toString()},
                  {QStringLiteral("note"), typedText(*m_note)}};
  for (const std::vector<Line>* lines : {&m_identifiers, &m_contacts, &m_addresses})
    for (const Line& line : *lines) all.insert(line.key, line.edit->text());
  return all;
}

void CorrectionForm::setTyped(const QJsonObject& typed) {
  if (m_seen) return fill(typed);
  m_restored = typed;
  const auto id = domain::PartyId::parse(typed.value(QStringLiteral("party")).toString().toStdString());
  if (!id || *id == m_id) return;
  m_id = *id;
  load();
}

// The record, and over it what was typed.
void CorrectionForm::fill(const QJsonObject& changed) {
  QJsonObject typed = m_recorded;
  for (auto at = changed.begin(); at != changed.end(); ++at) typed.insert(at.key(), at.value());
  m_isFilling = true;
  const auto value = [&typed](const QString& key) { return typed.value(key).toString(); };
  const auto choose = [](QComboBox* box, const QVariant& data) { box->setCurrentIndex(std::max(0, box->findData(data))); };
  m_name->setText(value(QStringLiteral("name")));
  m_formerName->setText(value(QStringLiteral("former_name")));
  m_latinName->setText(value(QStringLiteral("latin_name")));
  m_reason->setText(value(QStringLiteral("reason")));
  m_birthDate->setText(value(QStringLiteral("birth_date")));
  m_sex->choose(typed.value(QStringLiteral("sex")).toInt());
  choose(m_newType, typed.value(QStringLiteral("new_type")).toInt());
  choose(m_preferred, value(QStringLiteral("preferred")));
  choose(m_preferredChannel, typed.value(QStringLiteral("preferred_channel")).toInt(-1));
  choose(m_language, value(QStringLiteral("language")));
  m_note->setPlainText(value(QStringLiteral("note")));
  for (const std::vector<Line>* lines : {&m_identifiers, &m_contacts, &m_addresses})
    for (const Line& line : *lines) line.edit->setText(value(line.key));
  m_isFilling = false;
  showReason();
  m_pause.start();
}

// --- live checks
// --------------------------------------------------------------------------------------------------------------------

bool CorrectionForm::isNumberChanged() const {
  return std::any_of(m_identifiers.begin(), m_identifiers.end(), [this](const Line& line) {
    return !line.id.empty() && line.edit->text() != m_recorded.value(line.key).toString();
  });
}

void CorrectionForm::showReason() {
  m_reasonRow->setVisible(isNumberChanged() || m_needsReason || !m_reason->text().isEmpty());
}

void CorrectionForm::consider() {
  if (!m_seen) return;
  showReason();
  judge();
  const auto wanted = correction();
  if (!wanted) return;
  bridge().run(
      Lane::read, this, [wanted = *wanted](desk::Desk& desk) { return desk::changesOf(desk, wanted); },
      [this, ticket = ++m_ticket](const base::Result<std::vector<desk::CorrectedField>>& changes) {
        if (ticket == m_ticket) showChanges(changes);
      });
  desk::PartyHints hints;
  hints.self = m_id;
  hints.kind = m_seen->party.kind;
  hints.name = wanted->name;
  hints.birthDate = wanted->birthDate;
  for (const Line& line : m_identifiers)
    if (!line.edit->text().trimmed().isEmpty()) hints.identifier = toCore(line.edit->text());
  for (const Line& line : m_contacts)
    if (line.kind == static_cast<int>(domain::ContactKind::phone) && !line.edit->text().trimmed().isEmpty())
      hints.phone = toCore(line.edit->text());
  m_duplicates->consider(std::move(hints));
}

void CorrectionForm::showChanges(const base::Result<std::vector<desk::CorrectedField>>& changes) {
  if (!changes) {
    const bool isNothing = changes.error().fact("rule") == "nothing_changed";
    m_changeLines->setText(isNothing ? tr("Nothing yet.") : words::sentence(changes.error()));
    setLook(m_changeLines, Look::quiet);
    return;
  }
  QStringList lines;
  for (const desk::CorrectedField& field : changes.value()) lines << correctionLine(field);
  m_changeLines->setText(lines.join(QLatin1Char('\n')));
  setLook(m_changeLines, Look::done);
}

// Checks what differs from the record; what stands there already was judged when it came.
void CorrectionForm::judge() {
  struct Question {
    FieldRow* row;
    std::optional<domain::IdentifierType> type;  // nothing: a phone
    std::string text;
  };
  std::vector<Question> questions;
  const auto isNew = [this](const Line& line) {
    return !line.edit->text().trimmed().isEmpty() && line.edit->text() != m_recorded.value(line.key).toString();
  };
  for (const Line& line : m_identifiers) {
    const int type = line.id.empty() ? m_newType->currentData().toInt() : line.kind;
    if (isNew(line)) questions.push_back({line.row, static_cast<domain::IdentifierType>(type), toCore(line.edit->text())});
  }
  for (const Line& line : m_contacts)
    if (line.kind == static_cast<int>(domain::ContactKind::phone) && isNew(line))
      questions.push_back({line.row, std::nullopt, toCore(line.edit->text())});
  bridge().run(
      Lane::read, this,
      [questions = std::move(questions)](desk::Desk& desk) {
        std::vector<Judged> all;
        for (const Question& one : questions) {
          Judged judged{one.row, std::nullopt, std::nullopt};
          if (one.type) {
            judged.identifier = desk::checkIdentifierField(desk, *one.type, one.text);
          } else {
            judged.phone = desk::checkPhoneField(desk, one.text);
          }
          all.push_back(std::move(judged));
        }
        return all;
      },
      [this](const std::vector<Judged>& all) {
        m_needsReason = false;
        for (const Judged& one : all) {
          const FieldVerdict verdict = one.identifier ? verdictOf(*one.identifier) : verdictOf(*one.phone);
          m_needsReason = m_needsReason || verdict.needsReason;
          if (one.row->field()->property("invalid").toBool()) continue;  // what saving said there is graver
          const bool isWarning = verdict.tone == FieldVerdict::Tone::warning;
          sayAt(one.row, verdict.sentence, isWarning ? FieldRow::Tone::warning : FieldRow::Tone::hint);
        }
        showReason();
      });
}

// --- saving
// -------------------------------------------------------------------------------------------------------------------------

// What is on record can be changed here, not emptied.
bool CorrectionForm::isComplete() {
  for (const std::vector<Line>* lines : {&m_identifiers, &m_contacts, &m_addresses}) {
    for (const Line& line : *lines) {
      if (line.id.empty() || !line.edit->text().trimmed().isEmpty()) continue;
      sayAt(line.row, tr("This is on record and can be changed, not emptied."), FieldRow::Tone::failed);
      line.edit->setFocus(Qt::OtherFocusReason);
      return false;
    }
  }
  if (m_birthDate->text().trimmed().isEmpty() || typedDate(m_birthDate->text())) return true;
  sayAt(m_birthDateRow, tr("There is no such day. Type year, month and day, as 1990-03-07."), FieldRow::Tone::failed);
  m_birthDate->setFocus(Qt::OtherFocusReason);
  return false;
}

std::optional<desk::Correction> CorrectionForm::correction() {
  if (!m_seen) return std::nullopt;
  desk::Correction wanted;
  wanted.seen = *m_seen;
  wanted.name = toCore(m_name->text());
  wanted.formerName = toCore(m_formerName->text());
  wanted.latinName = toCore(m_latinName->text());
  wanted.note = toCore(typedText(*m_note));
  wanted.sex = static_cast<domain::Sex>(std::max(0, m_sex->value()));
  wanted.birthDate = typedDate(m_birthDate->text());
  const int channel = m_preferredChannel->currentData().toInt();
  if (channel >= 0) wanted.preferredChannel = static_cast<domain::Channel>(channel);
  const QString language = m_language->currentData().toString();
  if (!language.isEmpty()) wanted.preferredLanguage = language.toStdString();
  for (const Line& line : m_identifiers) {
    const int type = line.id.empty() ? m_newType->currentData().toInt() : line.kind;
    wanted.identifiers.push_back({domain::IdentifierId::parse(line.id).value_or(domain::IdentifierId{}),
                                  static_cast<domain::IdentifierType>(type), toCore(line.edit->text())});
  }
  for (const Line& line : m_contacts)
    wanted.contacts.push_back({domain::ContactPointId::parse(line.id).value_or(domain::ContactPointId{}),
                               static_cast<domain::ContactKind>(line.kind), toCore(line.edit->text()),
                               m_preferred->currentData().toString() == line.key});
  for (const Line& line : m_addresses)
    wanted.addresses.push_back({domain::AddressId::parse(line.id).value_or(domain::AddressId{}),
                                static_cast<domain::AddressKind>(line.kind), toCore(line.edit->text())});
  wanted.reason = toCore(m_reason->text());
  return wanted;
}

void CorrectionForm::submit() {
  const auto wanted = correction();
  if (!wanted || !isComplete()) return;
  registerBy([wanted = *wanted](desk::Desk& desk, domain::DraftId draft) { return desk::correctParty(desk, wanted, draft); },
             [this](const base::Result<void>& answer) { onSaved(answer); });
}

void CorrectionForm::onSaved(const base::Result<void>& answer) {
  if (answer) {
    finishRegistering();
    navigator().notify(tr("The correction is saved."), Navigator::Tone::done);
    navigator().openParty(m_id, desk::Purpose::correction);
    return navigator().closePage(this);
  }
  const base::Error& error = answer.error();
  if (error.kind == base::ErrorKind::conflict) load();  // the other's correction comes in, what was typed here stays
  m_needsReason = m_needsReason || error.fact("rule") == "reason_needed";
  showReason();
  showError(error, error.kind == base::ErrorKind::duplicate ? QStringLiteral("identifier") : QString());
  if (const auto id = domain::PartyId::parse(error.fact("id")); id && error.fact("entity") == "party")
    m_duplicates->pointAt(*id);
  if (error.fact("rule") == "reason_needed") m_reason->setFocus(Qt::OtherFocusReason);
}

}  // namespace ow::ui
