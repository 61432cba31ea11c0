// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/field_row.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

QString withoutMnemonic(QString label) {
  // "受理(&A)" and "&Accept" both give their words.
  const qsizetype bracket = label.indexOf(QLatin1String("(&"));
  if (bracket > 0 && label.indexOf(QLatin1Char(')'), bracket) == bracket + 3) label.remove(bracket, 4);
  return label.remove(QLatin1Char('&'));
}

class EnterKey : public QObject {
 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::KeyPress) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool isField = qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr;
    const bool isBack = key->modifiers() == Qt::ShiftModifier;
    if (!isField || (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0) return false;
    // Tab and back-tab know the form's order; an input method's own Enter never arrives here as a key press.
    QKeyEvent tab(QEvent::KeyPress, isBack ? Qt::Key_Backtab : Qt::Key_Tab, isBack ? Qt::ShiftModifier : Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &tab);
    return true;
  }
};

}  // namespace

FieldRow::FieldRow(const QString& label, QWidget* field, QWidget* parent, Line line)
    : QWidget(parent), m_label(new QLabel(label, this)), m_field(field), m_message(new QLabel(this)), m_line(line) {
  m_label->setBuddy(field);
  setLook(m_label, Look::quiet);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(withoutMnemonic(label));
  m_message->setTextFormat(Qt::PlainText);
  m_message->setWordWrap(true);
  m_message->setFont(ui::font(TextRole::caption));
  m_message->setMinimumHeight(QFontMetrics(m_message->font()).height());
  setLook(m_message, Look::quiet);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  column->addWidget(m_label);
  column->addWidget(field);
  column->addWidget(m_message);
  m_message->setVisible(line == Line::keepsPlace);
}

void FieldRow::say(const QString& message, Tone tone) {
  m_message->setText(message);
  m_message->setVisible(m_line == Line::keepsPlace || !message.isEmpty());
  setLook(m_message, tone == Tone::failed ? Look::danger : tone == Tone::warning ? Look::warning : Look::quiet);
  m_field->setProperty("invalid", tone == Tone::failed && !message.isEmpty());
  m_field->setAccessibleDescription(message);
  m_field->style()->unpolish(m_field);
  m_field->style()->polish(m_field);
}

void enterGoesOn(QWidget* form) {
  auto* key = new EnterKey(form);
  for (QWidget* field : form->findChildren<QWidget*>()) field->installEventFilter(key);
}

}  // namespace ow::ui
