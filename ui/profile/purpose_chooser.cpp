// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/purpose_chooser.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

#include "kit/flow_layout.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr std::array kPurposes{desk::Purpose::enquiry, desk::Purpose::verification, desk::Purpose::appeal,
                               desk::Purpose::correction, desk::Purpose::statistics};
}

PurposeChooser::PurposeChooser(QWidget* parent) : QWidget(parent), m_question(new QLabel(this)) {
  setObjectName(QStringLiteral("profilePurpose"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  m_question->setTextFormat(Qt::PlainText);
  m_question->setWordWrap(true);
  column->addWidget(m_question);
  auto* row = new FlowLayout(px(Space::hair), px(Space::hair));
  column->addLayout(row);
  for (std::size_t i = 0; i < kPurposes.size(); ++i) {
    const QString word = words::of(kPurposes[i]);
    auto* button = new QPushButton(tr("%1  %2", "a digit key and the answer that it gives").arg(i + 1).arg(word), this);
    button->setObjectName(QStringLiteral("profilePurpose_%1").arg(QString::fromUtf8(base::code(kPurposes[i]).data())));
    button->setAccessibleName(word);
    connect(button, &QPushButton::clicked, this, [this, i] { answer(kPurposes[i]); });
    row->addWidget(button);
    m_buttons.append(button);
  }
  auto* giveUp = new QPushButton(tr("Cancel"), this);
  giveUp->setObjectName(QStringLiteral("profilePurposeCancel"));
  connect(giveUp, &QPushButton::clicked, this, [this] {
    hide();
    emit givenUp();
  });
  row->addWidget(giveUp);
  hide();
}

void PurposeChooser::ask(const QString& what) {
  m_question->setText(tr("No case of theirs is open. Why do you need to see it (%1)? The look is recorded.").arg(what));
  show();
  m_buttons.at(m_last)->setFocus(Qt::OtherFocusReason);
}

void PurposeChooser::answer(desk::Purpose purpose) {
  for (std::size_t i = 0; i < kPurposes.size(); ++i)
    if (kPurposes[i] == purpose) m_last = static_cast<int>(i);
  hide();
  emit chosen(purpose);
}

// The digits are the page's filter keys too: while the question stands they answer it.
bool PurposeChooser::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape || (key >= Qt::Key_1 && key <= Qt::Key_5)) event->accept();
  }
  return QWidget::event(event);
}

void PurposeChooser::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (key >= Qt::Key_1 && key <= Qt::Key_5) return answer(kPurposes[static_cast<std::size_t>(key - Qt::Key_1)]);
  if ((key == Qt::Key_Return || key == Qt::Key_Enter) && focusWidget() != nullptr) {
    if (auto* button = qobject_cast<QPushButton*>(focusWidget())) return button->click();
  }
  if (key != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  hide();
  emit givenUp();
}

}  // namespace ow::ui
