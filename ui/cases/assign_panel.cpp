// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/assign_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "cases/colleague_picker.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

AssignPanel::AssignPanel(Bridge& bridge, QWidget* parent)
    : QFrame(parent), m_picker(new ColleaguePicker(bridge, QStringLiteral("assignTo"), tr("Who takes this case"), this)) {
  setObjectName(QStringLiteral("assignPanel"));
  setLook(this, Look::card);
  auto* question = new QLabel(tr("Who takes this case?"), this);
  question->setFont(ui::font(TextRole::heading));
  auto* cancel = new QPushButton(tr("Not now"), this);
  cancel->setObjectName(QStringLiteral("assignCancel"));
  cancel->setAccessibleName(tr("Not now"));
  auto* head = new QHBoxLayout;
  head->addWidget(question, 1);
  head->addWidget(cancel);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::medium));
  column->setSpacing(px(Space::small));
  column->addLayout(head);
  column->addWidget(m_picker);
  column->addStretch(1);
  connect(cancel, &QPushButton::clicked, this, &AssignPanel::leave);
  connect(m_picker, &Picker::chosen, this, [this] {
    const auto colleague = m_picker->colleague();
    hide();
    if (colleague) emit chosen(*colleague);
  });
  hide();
}

void AssignPanel::open() {
  show();
  m_picker->start();
  m_picker->setFocus(Qt::ShortcutFocusReason);
}

void AssignPanel::leave() {
  hide();
  emit left();
}

void AssignPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QFrame::keyPressEvent(event);
  leave();
}

}  // namespace ow::ui
