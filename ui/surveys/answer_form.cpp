// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/answer_form.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "intake/core_text.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/typed_text.h"
#include "surveys/question_row.h"

namespace ow::ui {

namespace {

constexpr int kWordLines = 3;

// In every scroll area above, so that whoever has the keyboard is seen.
void keepInSight(QWidget* widget) {
  for (QWidget* up = widget->parentWidget(); up != nullptr; up = up->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(up)) area->ensureWidgetVisible(widget, 0, px(Space::small));
}

}  // namespace

AnswerForm::AnswerForm(const QString& prefix, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout), m_words(new QPlainTextEdit(this)) {
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(px(Space::small));
  m_column->setSpacing(px(Space::hair));
  all->addLayout(m_column);
  auto* label = new QLabel(tr("In their own &words"), this);
  label->setBuddy(m_words);
  setLook(label, Look::quiet);
  all->addWidget(label);
  m_words->setObjectName(prefix + QStringLiteral("Words"));
  m_words->setAccessibleName(tr("In their own words"));
  m_words->setTabChangesFocus(true);
  m_words->setFixedHeight(kWordLines * QFontMetrics(ui::font(TextRole::body)).lineSpacing() + 2 * px(Space::small));
  m_words->installEventFilter(this);
  connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
    if (!m_isFilling) emit touched();
  });
  all->addWidget(m_words);
}

void AnswerForm::setForm(const domain::Questionnaire& form) {
  for (QuestionRow* row : m_rows) delete row;
  m_rows.clear();
  QWidget* before = nullptr;
  for (const domain::SurveyQuestion& question : form.questions) {
    auto* row = new QuestionRow(question, static_cast<int>(m_rows.size()) + 1, this);
    connect(row, &QuestionRow::answered, this, &AnswerForm::touched);
    connect(row, &QuestionRow::submitted, this, &AnswerForm::submitted);
    connect(row, &QuestionRow::onWanted, this, [this, row](int by) { go(row, by); });
    connect(row, &QuestionRow::focused, this, [row] { keepInSight(row); });
    m_column->addWidget(row);
    if (before != nullptr) setTabOrder(before, row);
    before = row;
    m_rows.push_back(row);
  }
  if (before != nullptr) setTabOrder(before, m_words);
  clear();
}

void AnswerForm::clear() {
  setTyped({});
}

// Behind the last question stand their own words.
void AnswerForm::go(const QuestionRow* from, int by) {
  const auto at = std::find(m_rows.begin(), m_rows.end(), from) - m_rows.begin() + by;
  if (at < 0) return;
  if (at >= static_cast<std::ptrdiff_t>(m_rows.size())) return focusText();
  m_rows[static_cast<std::size_t>(at)]->setFocus(Qt::TabFocusReason);
}

domain::SurveyNumbers AnswerForm::numbers() const {
  domain::SurveyNumbers numbers;
  for (const QuestionRow* row : m_rows)
    if (const auto answer = row->answer()) numbers[row->question().id] = *answer;
  return numbers;
}

std::string AnswerForm::text() const {
  return toCore(typedText(*m_words).trimmed());
}

bool AnswerForm::isEmpty() const {
  return numbers().empty() && typedText(*m_words).trimmed().isEmpty();
}

int AnswerForm::openQuestions() const {
  return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const QuestionRow* row) { return !row->answer(); }));
}

void AnswerForm::takeFocus() {
  if (m_rows.empty()) return focusText();
  const auto open = std::find_if(m_rows.begin(), m_rows.end(), [](const QuestionRow* row) { return !row->answer(); });
  (open == m_rows.end() ? m_rows.front() : *open)->setFocus(Qt::OtherFocusReason);
}

void AnswerForm::focusText() {
  m_words->setFocus(Qt::TabFocusReason);
  keepInSight(m_words);
}

QJsonObject AnswerForm::typed() const {
  QJsonObject answers;
  for (const auto& [id, number] : numbers()) answers.insert(QString::fromStdString(id), static_cast<qint64>(number));
  return {{QStringLiteral("answers"), answers}, {QStringLiteral("text"), typedText(*m_words)}};
}

void AnswerForm::setTyped(const QJsonObject& typed) {
  m_isFilling = true;
  const QJsonObject answers = typed.value(QStringLiteral("answers")).toObject();
  for (QuestionRow* row : m_rows) {
    const QJsonValue number = answers.value(QString::fromStdString(row->question().id));
    row->setAnswer(number.isDouble() ? std::optional<std::int64_t>(number.toInteger()) : std::nullopt);
  }
  m_words->setPlainText(typed.value(QStringLiteral("text")).toString());
  m_words->moveCursor(QTextCursor::End);
  m_isFilling = false;
}

bool AnswerForm::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (key->key() == Qt::Key_Escape) return emit left(), true;
  if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) return emit submitted(), true;
  return QWidget::eventFilter(watched, event);
}

}  // namespace ow::ui
