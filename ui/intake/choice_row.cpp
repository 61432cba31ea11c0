// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/choice_row.h"

#include <QButtonGroup>
#include <QPushButton>

#include "kit/flow_layout.h"
#include "kit/theme.h"

namespace ow::ui {

ChoiceRow::ChoiceRow(const QString& name, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(px(Space::hair), px(Space::hair), this)), m_group(new QButtonGroup(this)) {
  setObjectName(name);
  setAccessibleName(accessibleName);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
    if (!isOn) return;
    setFocusProxy(m_group->button(id));
    emit changed(id);
  });
}

void ChoiceRow::add(int value, const QString& word, const QString& text, const QString& shortcutHint) {
  auto* button = new QPushButton(text, this);
  button->setCheckable(true);
  button->setObjectName(objectName() + QLatin1Char('_') + word);
  button->setAccessibleName(tr("%1: %2", "a question and one of its answers").arg(accessibleName(), text));
  if (!shortcutHint.isEmpty()) button->setToolTip(tr("%1 (%2)", "an answer and its key").arg(text, shortcutHint));
  m_group->addButton(button, value);
  m_flow->addWidget(button);
  if (focusProxy() == nullptr) setFocusProxy(button);
}

void ChoiceRow::addBehind(QWidget* widget) {
  m_flow->addWidget(widget);
}

int ChoiceRow::value() const {
  return m_group->checkedId();
}

void ChoiceRow::choose(int value) {
  const QSignalBlocker quiet(m_group);
  QAbstractButton* button = m_group->button(value);
  if (button == nullptr) {
    m_group->setExclusive(false);
    if (auto* checked = m_group->checkedButton()) checked->setChecked(false);
    m_group->setExclusive(true);
    return;
  }
  button->setChecked(true);
  setFocusProxy(button);
}

QList<QAbstractButton*> ChoiceRow::buttons() const {
  return m_group->buttons();
}

}  // namespace ow::ui
