// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/move_panel.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <array>

#include "cases/durable_text.h"
#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using domain::CaseEventKind;
using domain::Outcome;

constexpr std::array kMoveOutcomes{Outcome::granted,   Outcome::denied,   Outcome::answered,
                                   Outcome::duplicate, Outcome::noAction, Outcome::elsewhere};

QString moveQuestion(CaseEventKind event, MovePanel::Reach reach) {
  if (reach == MovePanel::Reach::toTheEnd) return MovePanel::tr("Finish this case on the spot: how does it end?");
  switch (event) {
    case CaseEventKind::decided:
      return MovePanel::tr("How is the case decided?");
    case CaseEventKind::returned:
      return MovePanel::tr("Why does the case go back, and what has to be put right?");
    case CaseEventKind::withdrawn:
      return MovePanel::tr("Why was the application withdrawn?");
    case CaseEventKind::reopened:
      return MovePanel::tr("Why is the case worked on again?");
    case CaseEventKind::concludedElsewhere:
      return MovePanel::tr("How did the case end in its own system?");
    default:
      return words::of(event);
  }
}

QString confirmWord(CaseEventKind event) {
  switch (event) {
    case CaseEventKind::decided:
      return MovePanel::tr("Save the decision");
    case CaseEventKind::returned:
      return MovePanel::tr("Return the case");
    case CaseEventKind::withdrawn:
      return MovePanel::tr("Withdraw the case");
    case CaseEventKind::reopened:
      return MovePanel::tr("Reopen the case");
    default:
      return MovePanel::tr("Save");
  }
}

}  // namespace

bool asksOutcome(CaseEventKind event) {
  return event == CaseEventKind::decided || event == CaseEventKind::concludedElsewhere;
}

bool asksText(CaseEventKind event) {
  return event == CaseEventKind::returned || event == CaseEventKind::withdrawn || event == CaseEventKind::reopened;
}

MovePanel::MovePanel(Bridge& bridge, QWidget* parent)
    : QFrame(parent),
      m_question(new QLabel(this)),
      m_outcomes(new QWidget(this)),
      m_outcome(new QButtonGroup(this)),
      m_textLabel(new QLabel(this)),
      m_text(new DurableText(bridge, QStringLiteral("move"), this)),
      m_kept(new QLabel(this)),
      m_confirm(new QPushButton(this)) {
  setLook(this, Look::card);
  m_question->setTextFormat(Qt::PlainText);
  m_question->setFont(ui::font(TextRole::heading));
  m_question->setWordWrap(true);
  auto* flow = new FlowLayout(px(Space::large), px(Space::hair), m_outcomes);
  for (const Outcome outcome : kMoveOutcomes) {
    auto* radio = new QRadioButton(words::of(outcome), m_outcomes);
    radio->setObjectName(QStringLiteral("caseOutcome_") + QString::fromLatin1(base::code(outcome).data()));
    radio->setAccessibleName(words::of(outcome));
    m_outcome->addButton(radio, static_cast<int>(outcome));
    flow->addWidget(radio);
  }
  m_textLabel->setBuddy(m_text);
  m_text->setObjectName(QStringLiteral("caseMoveText"));
  m_text->setAccessibleName(tr("Reason"));
  m_text->setFixedHeight(QFontMetrics(ui::font(TextRole::body)).lineSpacing() * 3 + scaled(18));
  m_kept->setTextFormat(Qt::PlainText);
  m_kept->setFont(ui::font(TextRole::caption));
  setLook(m_kept, Look::quiet);
  m_confirm->setObjectName(QStringLiteral("caseMoveConfirm"));
  m_confirm->setAccessibleName(tr("Save"));
  setLook(m_confirm, Look::primary);
  auto* cancel = new QPushButton(tr("Not now"), this);
  cancel->setObjectName(QStringLiteral("caseMoveCancel"));
  cancel->setAccessibleName(tr("Not now"));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::medium));
  column->setSpacing(px(Space::small));
  for (QWidget* part :
       {static_cast<QWidget*>(m_question), m_outcomes, static_cast<QWidget*>(m_textLabel), static_cast<QWidget*>(m_text)})
    column->addWidget(part);
  auto* row = new QHBoxLayout;
  row->addWidget(m_kept, 1);
  row->addWidget(cancel);
  row->addWidget(m_confirm);
  column->addLayout(row);

  connect(cancel, &QPushButton::clicked, this, &MovePanel::cancelled);
  connect(m_text, &DurableText::left, this, &MovePanel::cancelled);
  connect(m_text, &DurableText::submitted, this, &MovePanel::confirm);
  connect(m_text, &DurableText::textChanged, this, &MovePanel::showState);
  connect(m_text, &DurableText::keepFailed, m_kept, &QLabel::setText);
  connect(m_text, &DurableText::kept, this, [this, zone = bridge.desk().zone()](base::Instant at) {
    m_kept->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, zone)));
  });
  connect(m_confirm, &QPushButton::clicked, this, &MovePanel::confirm);
  connect(m_outcome, &QButtonGroup::idToggled, this, &MovePanel::showState);
  hide();
}

void MovePanel::setCase(const domain::CaseId& id) {
  const QString subject = QString::fromStdString(id.text());
  if (subject == m_text->subject()) return;
  m_text->setSubject(subject);
  hide();
}

void MovePanel::open(CaseEventKind event, Reach reach) {
  m_event = event;
  m_reach = reach;
  m_text->setContext(QString::fromLatin1(base::code(event).data()));
  const bool hasOutcome = asksOutcome(event) || reach == Reach::toTheEnd;
  m_question->setText(moveQuestion(event, reach));
  m_outcomes->setVisible(hasOutcome);
  m_textLabel->setText(asksText(event) ? tr("Reas&on (needed)") : tr("Te&xt of the decision, if any"));
  m_text->setAccessibleName(asksText(event) ? tr("Reason") : tr("Text of the decision"));
  m_confirm->setText(reach == Reach::toTheEnd ? tr("Decide and close") : confirmWord(event));
  m_confirm->setAccessibleName(m_confirm->text());
  m_kept->clear();
  show();
  showState();
  if (!hasOutcome) return m_text->setFocus(Qt::ShortcutFocusReason);
  QAbstractButton* first = m_outcome->checkedButton() != nullptr ? m_outcome->checkedButton() : m_outcome->buttons().front();
  first->setFocus(Qt::ShortcutFocusReason);
}

void MovePanel::settle() {
  m_text->settle();
  m_outcome->setExclusive(false);
  for (QAbstractButton* button : m_outcome->buttons()) button->setChecked(false);
  m_outcome->setExclusive(true);
  hide();
}

bool MovePanel::hasText() const {
  return m_text->hasText();
}

void MovePanel::confirm() {
  if (m_confirm->isEnabled()) emit confirmed(chosen(), m_text->text());
}

std::optional<Outcome> MovePanel::chosen() const {
  const int id = m_outcome->checkedId();
  const bool isAsked = asksOutcome(m_event) || m_reach == Reach::toTheEnd;
  return id < 0 || !isAsked ? std::nullopt : std::optional(static_cast<Outcome>(id));
}

void MovePanel::showState() {
  const bool needsOutcome = asksOutcome(m_event) || m_reach == Reach::toTheEnd;
  QString missing;
  if (needsOutcome && !chosen()) missing = tr("Choose how the case ends first.");
  if (asksText(m_event) && !m_text->hasText()) missing = tr("Write down the reason first.");
  m_confirm->setEnabled(missing.isEmpty());
  m_confirm->setToolTip(missing.isEmpty() ? tr("F9 or Ctrl+Return") : missing);
  m_confirm->setAccessibleDescription(missing);
}

}  // namespace ow::ui
