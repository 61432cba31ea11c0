// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/empty_state.h"

#include <QVBoxLayout>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

EmptyState::EmptyState(const QString& sentence, QWidget* parent) : QWidget(parent), m_sentence(new QLabel(sentence, this)) {
  m_sentence->setTextFormat(Qt::PlainText);
  m_sentence->setWordWrap(true);
  m_sentence->setAlignment(Qt::AlignCenter);
  setLook(m_sentence, Look::quiet);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::wide), px(Space::section), px(Space::wide), px(Space::section));
  column->setSpacing(px(Space::medium));
  column->addStretch();
  column->addWidget(m_sentence);
  column->addStretch();
}

void EmptyState::setSentence(const QString& sentence) {
  m_sentence->setText(sentence);
}

QPushButton* EmptyState::setAction(const QString& name, const QString& text) {
  if (m_action == nullptr) {
    m_action = new QPushButton(this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(2, m_action, 0, Qt::AlignHCenter);
  }
  m_action->setObjectName(name);
  m_action->setText(text);
  m_action->setAccessibleName(QString(text).remove(QLatin1Char('&')));
  return m_action;
}

}  // namespace ow::ui
