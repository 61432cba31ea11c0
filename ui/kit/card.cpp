// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"

#include <QHBoxLayout>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

Card::Card(const QString& heading, QWidget* parent) : QFrame(parent), m_heading(new QLabel(this)) {
  setLook(this, Look::card);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::large));
  all->setSpacing(px(Space::medium));
  m_head = new QHBoxLayout;
  m_head->setSpacing(px(Space::small));
  m_heading->setFont(ui::font(TextRole::heading));
  m_heading->setTextFormat(Qt::PlainText);
  m_head->addWidget(m_heading);
  m_head->addStretch();
  all->addLayout(m_head);
  m_body = new QVBoxLayout;
  m_body->setSpacing(px(Space::small));
  all->addLayout(m_body, 1);
  setHeading(heading);
}

void Card::setHeading(const QString& heading) {
  m_heading->setText(heading);
  m_heading->setVisible(!heading.isEmpty());
}

void Card::addBesideHeading(QWidget* widget) {
  m_head->addWidget(widget);
}

}  // namespace ow::ui
