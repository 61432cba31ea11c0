// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_actions.h"

#include <QPushButton>
#include <QStyle>

#include <algorithm>
#include <array>

#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using StepKind = domain::CaseEventKind;

// The order of the lifecycle, which is the order in which hands look for them.
constexpr std::array kActionSteps{StepKind::accepted, StepKind::reviewStarted, StepKind::decided, StepKind::closed,
                                  StepKind::returned, StepKind::withdrawn,     StepKind::reopened};
constexpr std::array kNatural{StepKind::accepted, StepKind::reviewStarted, StepKind::decided, StepKind::closed};

const desk::CaseAction* actionFor(const desk::CasePage& page, StepKind kind) {
  const auto found = std::find_if(page.actions.begin(), page.actions.end(), [kind](const auto& a) { return a.event == kind; });
  return found == page.actions.end() ? nullptr : &*found;
}

bool allows(const desk::CasePage& page, StepKind kind) {
  const desk::CaseAction* action = actionFor(page, kind);
  return action != nullptr && action->isAllowed;
}

// An instant case (即办件) that is not in review yet can be accepted, decided and closed at once.
desk::CaseAction finishing(const desk::CasePage& page) {
  const StepKind first = page.row.state == domain::CaseState::received ? StepKind::accepted : StepKind::decided;
  const desk::CaseAction* action = actionFor(page, first);
  const bool isEarly = page.row.state == domain::CaseState::received || page.row.state == domain::CaseState::accepted;
  return action != nullptr && isEarly ? *action : desk::CaseAction{first, false, "wrong_state"};
}

enum class Standing { next, other };

void standOut(QPushButton* button, Standing standing) {
  if (standing == Standing::next) return setLook(button, Look::primary);
  button->setProperty("look", QVariant());
  button->style()->unpolish(button);
  button->style()->polish(button);
}

QString withoutMnemonic(const QString& withMnemonic) {
  QString word = withMnemonic;
  return word.remove(QLatin1Char('&'));
}

}  // namespace

CaseActions::CaseActions(Detail detail, QWidget* parent) : QWidget(parent), m_detail(detail) {
  auto* flow = new FlowLayout(px(Space::small), px(Space::small), this);
  flow->setContentsMargins(0, 0, 0, 0);
  for (const StepKind kind : kActionSteps) {
    QPushButton* button =
        add(QStringLiteral("caseAction_") + QString::fromLatin1(base::code(kind).data()), words::actionOf(kind));
    connect(button, &QPushButton::clicked, this, [this, kind] { emit chosen(kind); });
    m_steps[kind] = button;
    if (kind != StepKind::closed) continue;
    m_finish = add(QStringLiteral("caseAction_finish"), tr("&Finish on the spot …"));
  }
  m_take = add(QStringLiteral("caseAction_take"), tr("Ta&ke this case"));
  m_giveBack = add(QStringLiteral("caseAction_give_back"), tr("Give &back to the window"));
  m_assign = add(QStringLiteral("caseAction_assign"), tr("Give to a colleague …  A", "with its key"));
  m_assign->setAccessibleName(tr("Give to a colleague"));
  connect(m_assign, &QPushButton::clicked, this, &CaseActions::assignChosen);
  connect(m_finish, &QPushButton::clicked, this, &CaseActions::finishChosen);
  connect(m_take, &QPushButton::clicked, this, &CaseActions::takeChosen);
  connect(m_giveBack, &QPushButton::clicked, this, &CaseActions::giveBackChosen);
}

QPushButton* CaseActions::add(const QString& name, const QString& text) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setAccessibleName(withoutMnemonic(text));
  button->setEnabled(false);
  layout()->addWidget(button);
  return button;
}

void CaseActions::explain(QPushButton* button, const desk::CaseAction& action) const {
  const QString why = action.isAllowed ? QString() : words::ofWhy(action.why);
  button->setEnabled(action.isAllowed);
  button->setToolTip(why);
  button->setAccessibleDescription(why);
  button->setVisible(action.isAllowed || m_detail == Detail::full);
}

void CaseActions::show(const desk::CasePage& page) {
  m_next.reset();
  for (const StepKind kind : kNatural)
    if (!m_next && allows(page, kind)) m_next = kind;
  for (const auto& [kind, button] : m_steps) {
    const desk::CaseAction* action = actionFor(page, kind);
    explain(button, action != nullptr ? *action : desk::CaseAction{kind, false, "wrong_state"});
    const bool isNext = m_next == kind;
    if (isNext) button->setToolTip(tr("F9"));
    standOut(button, isNext ? Standing::next : Standing::other);
  }
  explain(m_finish, finishing(page));
  if (page.caseType != domain::CaseType::instant) m_finish->hide();
  const bool isOpen = domain::isOpen(page.row.state);
  const desk::CaseAction* assigned = actionFor(page, StepKind::assigned);
  const desk::CaseAction owning =
      assigned != nullptr ? *assigned : desk::CaseAction{StepKind::assigned, isOpen, isOpen ? "" : "wrong_state"};
  explain(m_take, owning);
  explain(m_giveBack, owning);
  explain(m_assign, owning);
  m_take->setVisible(!page.row.isMine && m_take->isVisibleTo(this));
  m_giveBack->setVisible(page.row.isMine && m_detail == Detail::full);
}

bool CaseActions::isAllowed(StepKind event) const {
  const auto found = m_steps.find(event);
  return found != m_steps.end() && found->second->isEnabled();
}

void CaseActions::takeFocus() {
  if (m_next) return m_steps.at(*m_next)->setFocus(Qt::OtherFocusReason);
  for (const StepKind kind : kActionSteps)
    if (m_steps.at(kind)->isEnabled()) return m_steps.at(kind)->setFocus(Qt::OtherFocusReason);
  m_take->setFocus(Qt::OtherFocusReason);
}

}  // namespace ow::ui
