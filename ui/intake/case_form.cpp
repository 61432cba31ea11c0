// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/case_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "desk/profile.h"
#include "intake/channel_choice.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "intake/party_picker.h"
#include "intake/service_picker.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/typed_text.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kServicesAsked = 50;
}

CaseForm::CaseForm(Bridge& bridge, Navigator& navigator, std::optional<domain::PartyId> party, QWidget* parent)
    : FormPage(bridge, navigator,
               {QStringLiteral("case_form"), QStringLiteral("case"), tr("New case"), tr("Open case"),
                QStringLiteral("caseOpen"), desk::FormTask::openCase},
               party ? QString::fromStdString(party->text()) : QString(), parent),
      m_applicant(new PartyPicker(bridge, QStringLiteral("caseApplicant"), tr("Applicant"), this)),
      m_agent(new PartyPicker(bridge, QStringLiteral("caseAgent"), tr("Agent"), this)),
      m_service(new ServicePicker(bridge, QStringLiteral("caseService"), tr("Service"), this)),
      m_title(new QLineEdit(this)),
      m_place(new QLineEdit(this)),
      m_description(new QPlainTextEdit(this)),
      m_channel(new ChannelChoice(QStringLiteral("case"), this)),
      m_priority(new ChoiceRow(QStringLiteral("casePriority"), tr("Priority"), this)),
      m_summary(new Card(tr("Please read this together"), this)),
      m_lines(new QVBoxLayout) {
  buildFields();
  buildSummary();
  if (party) loadParty(m_applicant, m_applicantRow, *party);
}

void CaseForm::buildFields() {
  m_applicantRow = addField(QStringLiteral("party_id"), tr("Applicant"), m_applicant, Need::optional);
  m_serviceRow = addField(QStringLiteral("service_id"), tr("Service"), m_service, Need::required);
  m_title->setObjectName(QStringLiteral("caseTitle"));
  m_titleRow = addField(QStringLiteral("title"), tr("Title"), m_title, Need::optional);
  m_description->setObjectName(QStringLiteral("caseDescription"));
  m_description->setTabChangesFocus(true);
  m_description->setFixedHeight(scaled(96));
  m_descriptionRow = addField(QStringLiteral("description"), tr("What is it about"), m_description, Need::optional);
  sayAt(m_descriptionRow, tr("Enter goes on; Alt+Enter starts a new line."));
  m_place->setObjectName(QStringLiteral("casePlace"));
  m_placeRow = addField(QStringLiteral("place"), tr("Where"), m_place, Need::optional);
  m_agentRow = addField(QStringLiteral("agent_id"), tr("Agent who acts for them"), m_agent, Need::optional);
  addField(QStringLiteral("channel"), tr("Channel"), m_channel, Need::required);
  for (const auto priority : {domain::Priority::normal, domain::Priority::high, domain::Priority::urgent})
    m_priority->add(static_cast<int>(priority), QString::fromUtf8(base::code(priority).data()), words::of(priority));
  m_priority->choose(static_cast<int>(domain::Priority::normal));
  addField(QStringLiteral("priority"), tr("Priority"), m_priority, Need::required);

  connect(m_applicant, &Picker::changed, this, &CaseForm::showSummary);
  connect(m_agent, &Picker::changed, this, &CaseForm::showSummary);
  connect(m_service, &Picker::changed, this, &CaseForm::showService);
  const std::pair<QLineEdit*, FieldRow*> lines[] = {{m_title, m_titleRow}, {m_place, m_placeRow}};
  for (const auto& [edit, row] : lines)
    connect(edit, &QLineEdit::textChanged, this, [this, row = row] {
      sayAt(row, {});
      showSummary();
      touched();
    });
  connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
    sayAt(m_descriptionRow, tr("Enter goes on; Alt+Enter starts a new line."));
    showSummary();
    touched();
  });
  connect(m_channel, &ChannelChoice::changed, this, &CaseForm::touched);
  connect(m_priority, &ChoiceRow::changed, this, [this] { touched(); });
}

void CaseForm::buildSummary() {
  m_summary->setObjectName(QStringLiteral("caseSummary"));
  m_lines->setSpacing(0);
  m_summary->body()->addLayout(m_lines);
  setSide(m_summary, SideWhenNarrow::below);
  showSummary();
}

// Said as the citizen would ask: who, what, who decides, how long. Empty answers are left out.
void CaseForm::showSummary() {
  while (QLayoutItem* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto add = [this](const QString& caption, const QString& value) {
    if (value.isEmpty()) return;
    auto* above = new QLabel(caption, m_summary);
    above->setFont(ui::font(TextRole::caption));
    above->setContentsMargins(0, px(Space::small), 0, 0);
    setLook(above, Look::quiet);
    auto* below = new QLabel(value, m_summary);
    below->setTextFormat(Qt::PlainText);
    below->setWordWrap(true);
    below->setFont(ui::font(TextRole::heading));
    m_lines->addWidget(above);
    m_lines->addWidget(below);
  };
  const auto& service = m_service->service();
  add(tr("Applicant"), m_applicant->label());
  add(tr("Represented by"), m_agent->label());
  add(tr("Service"), service ? fromCore(service->name) : QString());
  add(tr("Decided by"), service ? fromCore(service->department) : QString());
  add(tr("Promised time"), service && service->promised ? words::of(*service->promised) : QString());
  add(tr("Title"), m_title->text().trimmed());
  add(tr("About"), typedText(*m_description).trimmed().left(600));
  add(tr("Where"), m_place->text().trimmed());
  m_summary->setVisible(m_lines->count() > 0);
}

QString CaseForm::title() const {
  if (!m_title->text().trimmed().isEmpty()) return m_title->text().simplified().left(24);
  if (m_service->service()) return fromCore(m_service->service()->name).left(24);
  return tr("New case");
}

void CaseForm::showService() {
  const auto& service = m_service->service();
  m_title->setPlaceholderText(service ? fromCore(service->name) : QString());
  sayAt(m_serviceRow,
        service ? tr("%1 · code %2", "department · service code").arg(fromCore(service->department), fromCore(service->code))
                : QString());
  showSummary();
  emit titleChanged();
}

void CaseForm::loadParty(PartyPicker* into, FieldRow* row, domain::PartyId id) {
  // Who it is stands from the first moment, the name when it has been read: a fast hand opens no case for nobody.
  into->setParty(id, QStringLiteral("…"));
  bridge().run(
      Lane::read, this, [id](desk::Desk& desk) { return desk::openProfile(desk, id, desk::Purpose::caseWork); },
      [this, into, row, id](const base::Result<desk::Profile>& profile) {
        if (into->party() != id) return;  // somebody else was picked meanwhile
        if (!profile) return sayAt(row, words::sentence(profile.error()), FieldRow::Tone::warning);
        into->setParty(id, fromCore(profile.value().name.shown));
        showSummary();
      });
}

// A draft keeps the service's id and name; the rest is asked again, so that a changed promise is never shown from an old draft.
void CaseForm::loadService(const QString& id, const QString& name) {
  bridge().run(
      Lane::read, this, [name = toCore(name)](desk::Desk& desk) { return desk::findServices(desk, name, kServicesAsked); },
      [this, id](const base::Result<std::vector<desk::ServiceChoice>>& found) {
        if (!found || m_service->isChosen()) return;
        const auto& all = found.value();
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return QString::fromStdString(one.id.text()) == id; });
        if (same == all.end()) return;
        m_service->setService(*same);
        showService();
      });
}

// --- what was typed
// -----------------------------------------------------------------------------------------------------------------

bool CaseForm::isUntouched() const {
  const auto isEmpty = [](const Picker* picker) { return picker->typed().isEmpty(); };
  return isEmpty(m_service) && isEmpty(m_agent) && (m_applicant->isChosen() || isEmpty(m_applicant)) &&
         m_title->text().isEmpty() && m_place->text().isEmpty() && m_description->document()->isEmpty();
}

QJsonObject CaseForm::typed() const {
  QJsonObject all{{QStringLiteral("title"), m_title->text()},
                  {QStringLiteral("place"), m_place->text()},
                  {QStringLiteral("description"), typedText(*m_description)},
                  {QStringLiteral("service_typed"), m_service->typed()},
                  {QStringLiteral("channel"), QString::fromUtf8(base::code(m_channel->channel()).data())},
                  {QStringLiteral("priority"), m_priority->value()}};
  if (m_service->service()) all.insert(QStringLiteral("service"), QString::fromStdString(m_service->service()->id.text()));
  const auto keep = [&all](const QString& key, const PartyPicker* picker) {
    if (picker->party()) return void(all.insert(key, QString::fromStdString(picker->party()->text())));
    all.insert(key + QStringLiteral("_typed"), picker->typed());
  };
  keep(QStringLiteral("party"), m_applicant);
  keep(QStringLiteral("agent"), m_agent);
  return all;
}

void CaseForm::setTyped(const QJsonObject& typed) {
  const auto text = [&typed](const QString& key) { return typed.value(key).toString(); };
  m_title->setText(text(QStringLiteral("title")));
  m_place->setText(text(QStringLiteral("place")));
  m_description->setPlainText(text(QStringLiteral("description")));
  const auto channel = base::fromCode<domain::Channel>(text(QStringLiteral("channel")).toStdString());
  m_channel->choose(channel.value_or(domain::Channel::counter));
  m_priority->choose(typed.value(QStringLiteral("priority")).toInt());
  m_service->search(text(QStringLiteral("service_typed")));
  if (typed.contains(QStringLiteral("service")))
    loadService(text(QStringLiteral("service")), text(QStringLiteral("service_typed")));
  const auto bringBack = [&](const QString& key, PartyPicker* picker, FieldRow* row) {
    const auto id = domain::PartyId::parse(text(key).toStdString());
    if (id) return loadParty(picker, row, *id);
    picker->search(text(key + QStringLiteral("_typed")));
  };
  bringBack(QStringLiteral("party"), m_applicant, m_applicantRow);
  bringBack(QStringLiteral("agent"), m_agent, m_agentRow);
  showSummary();
}

// --- opening
// ------------------------------------------------------------------------------------------------------------------------

bool CaseForm::isPersonSettled(PartyPicker* picker, FieldRow* row) {
  if (picker->isChosen() || picker->typed().trimmed().isEmpty()) return true;
  sayAt(row, tr("Choose one of those found, or empty this line."), FieldRow::Tone::failed);
  picker->setFocus(Qt::OtherFocusReason);
  return false;
}

void CaseForm::submit() {
  if (!isPersonSettled(m_applicant, m_applicantRow) || !isPersonSettled(m_agent, m_agentRow)) return;
  if (!m_service->service()) {
    sayAt(m_serviceRow, tr("Choose the service first."), FieldRow::Tone::failed);
    return m_service->setFocus(Qt::OtherFocusReason);
  }
  desk::NewCase newCase;
  newCase.party = m_applicant->party();
  newCase.agent = m_agent->party();
  newCase.service = m_service->service()->id;
  newCase.title = toCore(m_title->text());
  newCase.description = toCore(typedText(*m_description));
  newCase.channel = m_channel->channel();
  newCase.priority = static_cast<domain::Priority>(m_priority->value());
  newCase.place = toCore(m_place->text());
  registerBy(
      [newCase = std::move(newCase)](desk::Desk& desk, domain::DraftId draft) { return desk::openCase(desk, newCase, draft); },
      [this](const base::Result<desk::OpenedCase>& answer) { onOpened(answer); });
}

void CaseForm::onOpened(const base::Result<desk::OpenedCase>& answer) {
  if (!answer) return showError(answer.error());
  finishRegistering();
  const desk::OpenedCase& opened = answer.value();
  navigator().notify(tr("Case %1 is open.").arg(fromCore(opened.number)), Navigator::Tone::done);
  navigator().openCase(opened.id);
  navigator().closePage(this);
}

}  // namespace ow::ui
