// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/question_row.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "kit/flow_layout.h"
#include "kit/theme.h"
#include "surveys/survey_words.h"

namespace ow::ui {

namespace {
constexpr std::int64_t kTen = 10;
constexpr int kAnswerWidth = 44;
}  // namespace

QuestionRow::QuestionRow(const domain::SurveyQuestion& question, int number, QWidget* parent)
    : QWidget(parent),
      m_question(question),
      m_text(tr("%1. %2", "number of a question, question").arg(number).arg(words::nameOf(question))) {
  setObjectName(QStringLiteral("surveyQuestion_") + QString::fromStdString(question.id));
  setFocusPolicy(Qt::StrongFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::medium), px(Space::hair), 0, px(Space::hair));
  column->setSpacing(px(Space::hair));
  auto* label = new QLabel(m_text, this);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  column->addWidget(label);
  auto* flow = new FlowLayout(px(Space::hair), px(Space::hair));
  for (std::int64_t answer = question.low; answer <= question.high; ++answer) {
    auto* button = new QPushButton(QString::number(answer), this);
    button->setObjectName(QStringLiteral("%1_%2").arg(objectName()).arg(answer));
    button->setAccessibleName(tr("%1: %2", "a question and one of its answers").arg(m_text).arg(answer));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);  // the row has the keyboard
    button->setMinimumWidth(scaled(kAnswerWidth));
    connect(button, &QPushButton::clicked, this, [this, answer] {
      setFocus(Qt::MouseFocusReason);
      choose(answer);
      emit answered();
    });
    flow->addWidget(button);
    m_buttons.push_back(button);
  }
  column->addLayout(flow);
  setAnswer(std::nullopt);
}

void QuestionRow::setAnswer(std::optional<std::int64_t> answer) {
  m_answer = answer && m_question.isOnScale(*answer) ? answer : std::nullopt;
  for (std::size_t i = 0; i < m_buttons.size(); ++i)
    m_buttons[i]->setChecked(m_answer == m_question.low + static_cast<std::int64_t>(i));
  setAccessibleName(m_answer ? tr("%1 Answer: %2", "a question").arg(m_text).arg(*m_answer)
                             : tr("%1 Not answered.", "a question").arg(m_text));
}

void QuestionRow::choose(std::optional<std::int64_t> answer) {
  setAnswer(answer);
  QAccessibleEvent said(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&said);
}

std::optional<std::int64_t> QuestionRow::answerOf(const QKeyEvent& event) const {
  std::optional<std::int64_t> number;
  if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9) number = event.key() - Qt::Key_0;
  if (number == 0 && !m_question.isOnScale(0)) number = kTen;
  if (event.key() == Qt::Key_X) number = kTen;
  return number && m_question.isOnScale(*number) ? number : std::nullopt;
}

bool QuestionRow::isMove(int key) {
  switch (key) {
    case Qt::Key_Up:
      emit onWanted(-1);
      return true;
    case Qt::Key_Down:
      emit onWanted(1);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      emit submitted();
      return true;
    default:
      return false;
  }
}

void QuestionRow::keyPressEvent(QKeyEvent* event) {
  if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return QWidget::keyPressEvent(event);
  if (isMove(event->key())) return;
  if (const auto answer = answerOf(*event)) {
    choose(answer);
    emit answered();
    return emit onWanted(1);
  }
  const bool isBack = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
  const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  if (!isBack && by == 0) return QWidget::keyPressEvent(event);
  if (isBack)
    choose(std::nullopt);
  else
    choose(m_answer ? std::clamp(*m_answer + by, m_question.low, m_question.high) : by > 0 ? m_question.low : m_question.high);
  emit answered();
}

void QuestionRow::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
  emit focused();
}

void QuestionRow::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

// Where the keys go is never a guess.
void QuestionRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (!hasFocus()) return;
  QPainter painter(this);
  painter.fillRect(QRect(0, 0, scaled(3), height()), Theme::current().focusRing);
}

}  // namespace ow::ui
