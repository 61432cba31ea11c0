// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/contact_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

#include "desk/cases.h"
#include "intake/channel_choice.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "intake/party_picker.h"
#include "kit/bridge.h"
#include "kit/theme.h"
#include "kit/typed_text.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

QString caseLabel(const desk::InboxRow& row) {
  return ContactForm::tr("%1 · %2 · %3", "a case: number, title, state")
      .arg(fromCore(row.number), fromCore(row.title), words::of(row.state));
}

}  // namespace

ContactForm::ContactForm(Bridge& bridge, Navigator& navigator, std::optional<domain::PartyId> party,
                         std::optional<domain::CaseId> caseId, QWidget* parent)
    : FormPage(bridge, navigator,
               {QStringLiteral("contact"), QStringLiteral("contact"), tr("New contact"), tr("Register contact"),
                QStringLiteral("contactRegister"), desk::FormTask::contact},
               party ? QString::fromStdString(party->text()) : QString(), parent),
      m_party(new PartyPicker(bridge, QStringLiteral("contactParty"), tr("Citizen"), this)),
      m_channel(new ChannelChoice(QStringLiteral("contact"), this)),
      m_direction(new ChoiceRow(QStringLiteral("contactDirection"), tr("Direction"), this)),
      m_case(new QComboBox(this)),
      m_subject(new QLineEdit(this)),
      m_text(new QPlainTextEdit(this)),
      m_wantedCase(caseId) {
  m_partyRow = addField(QStringLiteral("party_id"), tr("Citizen"), m_party, Need::optional);
  addField(QStringLiteral("channel"), tr("Channel"), m_channel, Need::required);
  for (const auto direction : {domain::Direction::inbound, domain::Direction::outbound})
    m_direction->add(static_cast<int>(direction), QString::fromUtf8(base::code(direction).data()), words::of(direction));
  m_direction->choose(static_cast<int>(domain::Direction::inbound));
  addField(QStringLiteral("direction"), tr("Direction"), m_direction, Need::required);

  m_case->setObjectName(QStringLiteral("contactCase"));
  m_case->setAccessibleName(tr("About the case"));
  m_case->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_caseRow = addField(QStringLiteral("case_id"), tr("About the case"), m_case, Need::optional);

  m_subject->setObjectName(QStringLiteral("contactSubject"));
  m_subjectRow = addField(QStringLiteral("subject"), tr("Subject"), m_subject, Need::required);
  m_text->setObjectName(QStringLiteral("contactText"));
  m_text->setTabChangesFocus(true);
  m_text->setFixedHeight(scaled(150));
  m_textRow = addField(QStringLiteral("text"), tr("What was said"), m_text, Need::optional);
  sayAt(m_textRow, tr("Enter goes on; Alt+Enter starts a new line."));

  connect(m_channel, &ChannelChoice::changed, this, &ContactForm::touched);
  connect(m_direction, &ChoiceRow::changed, this, [this] { touched(); });
  connect(m_case, &QComboBox::activated, this, [this] {
    m_wantedCase = domain::CaseId::parse(m_case->currentData().toString().toStdString());
    m_wantedLabel = m_case->currentText();
    touched();
  });
  connect(m_subject, &QLineEdit::textChanged, this, [this] {
    sayAt(m_subjectRow, {});
    emit titleChanged();
    touched();
  });
  connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
    sayAt(m_textRow, tr("Enter goes on; Alt+Enter starts a new line."));
    touched();
  });
  connect(m_party, &Picker::changed, this, &ContactForm::onParty);
  listCases();
  if (party) loadParty(*party);
  if (caseId) loadCase(*caseId);
}

QString ContactForm::title() const {
  const QString subject = m_subject->text().simplified().left(24);
  if (!subject.isEmpty()) return subject;
  return m_party->isChosen() ? tr("Contact: %1").arg(m_party->label()) : tr("New contact");
}

// --- the person and their open cases
// ------------------------------------------------------------------------------------------------

void ContactForm::onParty() {
  emit titleChanged();
  if (m_party->party() == m_known) return;
  m_known.reset();
  m_openCases.clear();
  listCases();
  if (m_party->party()) loadParty(*m_party->party());
}

void ContactForm::loadParty(domain::PartyId id) {
  m_known = id;
  // Who it is stands from the first moment, the name when it has been read: a fast hand registers nothing for nobody.
  m_party->setParty(id, QStringLiteral("…"));
  bridge().run(
      Lane::read, this, [id](desk::Desk& desk) { return desk::openProfile(desk, id, desk::Purpose::enquiry); },
      [this, id](const base::Result<desk::Profile>& profile) {
        if (m_known != id) return;  // somebody else was picked meanwhile
        if (!profile) return sayAt(m_partyRow, words::sentence(profile.error()), FieldRow::Tone::warning);
        m_party->setParty(id, fromCore(profile.value().name.shown));
        m_openCases = profile.value().openCases;
        listCases();
        emit titleChanged();
      });
}

void ContactForm::loadCase(domain::CaseId id) {
  bridge().run(
      Lane::read, this, [id](desk::Desk& desk) { return desk::openCasePage(desk, id); },
      [this, id](const base::Result<desk::CasePage>& page) {
        if (!page || m_wantedCase != id) return;  // it is gone: the contact can still be registered without it
        m_wantedLabel = caseLabel(page.value().row);
        listCases();
        if (!m_known && !m_party->isChosen() && page.value().party) loadParty(*page.value().party);
      });
}

// The open cases of the person, and the one that the form came from even when it is closed or somebody else's.
void ContactForm::listCases() {
  const QString chosen = m_wantedCase ? QString::fromStdString(m_wantedCase->text()) : QString();
  m_case->clear();
  m_case->addItem(tr("No case"), QString());
  for (const desk::InboxRow& one : m_openCases) m_case->addItem(caseLabel(one), QString::fromStdString(one.id.text()));
  if (!chosen.isEmpty() && m_case->findData(chosen) < 0)
    m_case->addItem(m_wantedLabel.isEmpty() ? tr("The case that you came from") : m_wantedLabel, chosen);
  m_case->setCurrentIndex(std::max(0, m_case->findData(chosen)));
  m_caseRow->setVisible(m_case->count() > 1);
}

// --- what was typed
// -----------------------------------------------------------------------------------------------------------------

bool ContactForm::isUntouched() const {
  return m_subject->text().isEmpty() && m_text->document()->isEmpty() && (m_party->isChosen() || m_party->typed().isEmpty());
}

QJsonObject ContactForm::typed() const {
  QJsonObject all{{QStringLiteral("subject"), m_subject->text()},
                  {QStringLiteral("text"), typedText(*m_text)},
                  {QStringLiteral("channel"), QString::fromUtf8(base::code(m_channel->channel()).data())},
                  {QStringLiteral("direction"), m_direction->value()},
                  {QStringLiteral("case"), m_wantedCase ? QString::fromStdString(m_wantedCase->text()) : QString()}};
  if (m_known) {
    all.insert(QStringLiteral("party"), QString::fromStdString(m_known->text()));
  } else {
    all.insert(QStringLiteral("party_typed"), m_party->typed());
  }
  return all;
}

void ContactForm::setTyped(const QJsonObject& typed) {
  m_subject->setText(typed.value(QStringLiteral("subject")).toString());
  m_text->setPlainText(typed.value(QStringLiteral("text")).toString());
  const auto channel = base::fromCode<domain::Channel>(typed.value(QStringLiteral("channel")).toString().toStdString());
  m_channel->choose(channel.value_or(domain::Channel::counter));
  m_direction->choose(typed.value(QStringLiteral("direction")).toInt());
  m_wantedCase = domain::CaseId::parse(typed.value(QStringLiteral("case")).toString().toStdString());
  const auto party = domain::PartyId::parse(typed.value(QStringLiteral("party")).toString().toStdString());
  listCases();
  if (m_wantedCase) loadCase(*m_wantedCase);
  if (party) {
    loadParty(*party);
  } else {
    m_party->search(typed.value(QStringLiteral("party_typed")).toString());
  }
  emit titleChanged();
}

void ContactForm::submit() {
  if (!m_party->isChosen() && !m_party->typed().trimmed().isEmpty()) {
    sayAt(m_partyRow, tr("Choose one of the people found, or empty this line if you do not know who it was."),
          FieldRow::Tone::failed);
    m_party->setFocus(Qt::OtherFocusReason);
    return;
  }
  desk::NewContact contact;
  contact.party = m_party->party();
  contact.caseId = m_wantedCase;
  contact.channel = m_channel->channel();
  contact.direction = static_cast<domain::Direction>(m_direction->value());
  contact.subject = toCore(m_subject->text());
  contact.text = toCore(typedText(*m_text));
  registerBy([contact = std::move(contact)](desk::Desk& desk,
                                            domain::DraftId draft) { return desk::registerContact(desk, contact, draft); },
             [this](const base::Result<domain::InteractionId>& answer) { onRegistered(answer); });
}

void ContactForm::onRegistered(const base::Result<domain::InteractionId>& answer) {
  if (!answer) return showError(answer.error());
  finishRegistering();
  navigator().notify(tr("The contact is registered."), Navigator::Tone::done);
  navigator().closePage(this);
}

}  // namespace ow::ui
