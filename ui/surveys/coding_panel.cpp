// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/coding_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "cases/colleague_picker.h"
#include "cases/one_line.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "kit/field_row.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "surveys/due_day.h"
#include "surveys/kept_fields.h"
#include "surveys/letter_list.h"
#include "surveys/survey_words.h"

namespace ow::ui {

using domain::ProblemKind;

struct WordsRead {
  std::vector<desk::SurveyAnswerShown> answers;
  std::vector<desk::SurveyTaskRow> common;
};

namespace {

constexpr std::size_t kMostWords = 200;  // at once; the others come as these are done
constexpr std::size_t kMostTasks = 200;
constexpr std::size_t kMostKnown = 8;

base::Result<WordsRead> readWords(desk::Desk& desk, domain::SurveyRoundId id) {
  WordsRead read;
  OW_TRY(read.answers, desk::answersToCode(desk, id, 0, kMostWords));
  OW_TRY(read.common, desk::tasksOf(desk, id, desk::SurveyTasksShown::open, 0, kMostTasks));
  std::erase_if(read.common, [](const desk::SurveyTaskRow& task) { return task.kind != ProblemKind::common; });
  return read;
}

}  // namespace

CodingPanel::CodingPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent),
      m_list(new LetterList(QStringLiteral("surveyWords"), tr("What people said in their own words"), this)),
      m_kept(new KeptFields(
          bridge, QStringLiteral("survey_code"),
          [this] {
            return QJsonObject{{QStringLiteral("kind"), m_kind->value()},
                               {QStringLiteral("title"), m_title->text()},
                               {QStringLiteral("due"), m_due->text()}};
          },
          this)) {
  setBody(splitBody(m_list, makeForm(), this));
  connectParts();
}

CodingPanel::~CodingPanel() {
  flush();
}

QWidget* CodingPanel::makeForm() {
  auto* form = new QWidget(this);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(0, px(Space::small), px(Space::small), 0);
  column->setSpacing(px(Space::hair));
  m_kind = new ChoiceRow(QStringLiteral("surveyKind"), tr("What kind of problem"), form);
  for (const ProblemKind kind : {ProblemKind::individual, ProblemKind::common})
    m_kind->add(static_cast<int>(kind), QString::fromLatin1(base::code(kind).data()), words::of(kind));
  m_title = new QLineEdit(form);
  m_title->setObjectName(QStringLiteral("surveyTitle"));
  m_titleRow = new FieldRow(tr("What is w&rong, in a few words (needed)"), m_title, form, FieldRow::Line::whenNeeded);
  m_known = new QWidget(form);
  m_known->setObjectName(QStringLiteral("surveyKnown"));
  auto* known = new QVBoxLayout(m_known);
  known->setContentsMargins(0, 0, 0, 0);
  known->setSpacing(px(Space::hair));
  auto* joins = new QLabel(tr("Or one that others have told of, too"), m_known);
  setLook(joins, Look::quiet);
  known->addWidget(joins);
  m_knownFlow = new FlowLayout(px(Space::hair), px(Space::hair));
  known->addLayout(m_knownFlow);
  m_joins = sentenceLabel(QStringLiteral("surveyJoins"), form);
  m_whose = new QWidget(form);
  auto* whose = new QVBoxLayout(m_whose);
  whose->setContentsMargins(0, 0, 0, 0);
  auto* whom = new QLabel(tr("Who &looks after it"), m_whose);
  setLook(whom, Look::quiet);
  whose->setSpacing(px(Space::hair));
  whose->addWidget(whom);
  m_assignee = new ColleaguePicker(bridge(), QStringLiteral("surveyAssignee"), tr("Who looks after it"), m_whose);
  whom->setBuddy(m_assignee->edit());
  whose->addWidget(m_assignee);
  m_due = new QLineEdit(m_whose);
  m_due->setObjectName(QStringLiteral("surveyDue"));
  m_due->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_dueRow = new FieldRow(tr("&Until (a day, for example 2026-03-31)"), m_due, m_whose, FieldRow::Line::whenNeeded);
  whose->addWidget(m_dueRow);
  m_say = warningLabel(QStringLiteral("surveyCodeSay"), form);
  m_save = new QPushButton(tr("Make a task of it"), form);
  m_save->setObjectName(QStringLiteral("surveyCodeSave"));
  m_save->setAccessibleName(m_save->text());
  m_save->setToolTip(tr("Ctrl+Return"));
  setLook(m_save, Look::primary);
  m_aside = new QPushButton(tr("Nothing to follow up (X)"), form);
  m_aside->setObjectName(QStringLiteral("surveyAside"));
  m_aside->setAccessibleName(tr("Nothing to follow up"));
  for (QWidget* part : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_titleRow), m_known,
                        static_cast<QWidget*>(m_joins), m_whose, static_cast<QWidget*>(m_say)})
    column->addWidget(part);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_aside);
  row->addWidget(m_save);
  column->addLayout(row);
  column->addStretch(1);
  return form;
}

void CodingPanel::connectParts() {
  const auto touched = [this] {
    if (m_isFilling) return;
    sayIn(m_say, {});
    m_titleRow->clearMessage();
    m_dueRow->clearMessage();
    m_kept->touched();
    showState();
  };
  connect(m_list, &LetterList::currentRowChanged, this, &CodingPanel::follow);
  connect(m_list, &LetterList::enterPressed, this, [this] { m_title->setFocus(Qt::OtherFocusReason); });
  connect(m_list, &LetterList::left, this, &CodingPanel::left);
  connect(m_kind, &ChoiceRow::changed, this, touched);
  connect(m_title, &QLineEdit::textChanged, this, touched);
  connect(m_due, &QLineEdit::textChanged, this, touched);
  connect(m_assignee, &Picker::chosen, this, [this] { m_due->setFocus(Qt::OtherFocusReason); });
  connect(m_assignee, &Picker::enterPassed, this, [this] { m_due->setFocus(Qt::OtherFocusReason); });
  connect(m_save, &QPushButton::clicked, this, &CodingPanel::save);
  connect(m_aside, &QPushButton::clicked, this, &CodingPanel::putAside);
  connect(m_kept, &KeptFields::failed, this, [this](const QString& sentence) { sayIn(m_say, sentence); });
  connect(m_kept, &KeptFields::restored, this, [this](const QJsonObject& typed) {
    m_isFilling = true;
    m_kind->choose(typed.value(QStringLiteral("kind")).toInt());
    m_title->setText(typed.value(QStringLiteral("title")).toString());
    m_due->setText(typed.value(QStringLiteral("due")).toString());
    m_isFilling = false;
    showState();
  });
}

void CodingPanel::load(bool isOther) {
  if (isOther) {
    m_kept->setSubject({});
    m_answers.clear();
    m_list->clear();
    m_isSaving = false;
    showReading();
  }
  bridge().run(
      Lane::read, this, [id = round().id](desk::Desk& desk) { return readWords(desk, id); },
      [this, ticket = ++m_ticket](base::Result<WordsRead> read) {
        if (ticket == m_ticket) receive(std::move(read));
      });
}

void CodingPanel::receive(base::Result<WordsRead> read) {
  if (!read) return showEmpty(words::surveySentence(read.error()));
  m_answers = std::move(read.value().answers);
  m_common = std::move(read.value().common);
  showList();
  showKnown();
  showState();
}

const desk::SurveyAnswerShown* CodingPanel::current() const {
  const int row = m_list->currentRow();
  return row < 0 || row >= static_cast<int>(m_answers.size()) ? nullptr : &m_answers[static_cast<std::size_t>(row)];
}

// The one that was chosen stays chosen; where it has gone, whoever comes after it.
void CodingPanel::showList() {
  const QString before = m_kept->subject();
  const int row = std::max(0, m_list->currentRow());
  int chosen = row;
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const desk::SurveyAnswerShown& answer : m_answers) {
      if (subjectOf(QString::fromStdString(answer.id.text())) == before) chosen = m_list->count();
      m_list->addItem(tr("%1 (%2)", "what was said, how it came in").arg(oneLine(answer.text), words::of(answer.channel)));
    }
    m_list->selectRow(chosen);
  }
  if (m_answers.empty())
    showEmpty(tr("Nothing is left that people said in their own words."));
  else
    showBody();
  follow();
}

// Problems that many have, to press instead of writing their title again.
void CodingPanel::showKnown() {
  while (QLayoutItem* item = m_knownFlow->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (std::size_t i = 0; i < std::min(m_common.size(), kMostKnown); ++i) {
    const QString title = oneLine(m_common[i].title);
    auto* button = new QPushButton(QString(title).replace(QLatin1Char('&'), QLatin1String("&&")), m_known);
    button->setObjectName(QStringLiteral("surveyKnown_%1").arg(i));
    button->setAccessibleName(tr("Joins the problem: %1").arg(title));
    connect(button, &QPushButton::clicked, this, [this, title] {
      m_kind->choose(static_cast<int>(ProblemKind::common));
      m_title->setText(title);
      showState();
      m_save->setFocus(Qt::OtherFocusReason);
    });
    m_knownFlow->addWidget(button);
  }
  m_known->setVisible(!m_common.empty());
}

void CodingPanel::follow() {
  const desk::SurveyAnswerShown* answer = current();
  const QString subject = answer != nullptr ? subjectOf(QString::fromStdString(answer->id.text())) : QString();
  if (subject == m_kept->subject()) return;
  m_kept->setSubject(subject);
  empty();
}

void CodingPanel::empty() {
  m_isFilling = true;
  m_kind->choose(static_cast<int>(ProblemKind::individual));
  m_title->clear();
  m_due->clear();
  m_isFilling = false;
  m_assignee->start();
  sayIn(m_say, {});
  m_titleRow->clearMessage();
  m_dueRow->clearMessage();
  showState();
}

const desk::SurveyTaskRow* CodingPanel::joined() const {
  if (m_kind->value() != static_cast<int>(ProblemKind::common)) return nullptr;
  const std::string title = toCore(m_title->text().trimmed());
  const auto found = std::find_if(m_common.begin(), m_common.end(), [&](const auto& task) { return task.title == title; });
  return found == m_common.end() ? nullptr : &*found;
}

// Whoever has a common problem has it with its first answer.
void CodingPanel::showState() {
  const desk::SurveyTaskRow* task = joined();
  m_joins->setVisible(task != nullptr);
  m_whose->setVisible(task == nullptr);
  if (task == nullptr) return;
  const QString who = task->assignee.empty() ? tr("nobody yet", "whose a task is") : oneLine(task->assignee);
  m_joins->setText(
      tr("%n answer(s) say so already; it is followed up by: %1", nullptr, static_cast<int>(task->mentions)).arg(who));
}

void CodingPanel::save() {
  const desk::SurveyAnswerShown* answer = current();
  if (answer == nullptr || m_isSaving) return;
  desk::CodedProblem problem;
  problem.answer = answer->id;
  problem.kind = static_cast<ProblemKind>(m_kind->value());
  problem.title = toCore(m_title->text().trimmed());
  if (problem.title.empty()) {
    m_titleRow->say(tr("Say in a few words what is wrong."), FieldRow::Tone::failed);
    return m_title->setFocus(Qt::OtherFocusReason);
  }
  if (joined() == nullptr) {
    if (m_assignee->colleague()) problem.assignee = m_assignee->colleague()->id;
    const auto due = dueDay(m_due->text(), bridge().desk().zone());
    if (!due.isUnderstood) {
      m_dueRow->say(tr("This is no day of the calendar."), FieldRow::Tone::failed);
      return m_due->setFocus(Qt::OtherFocusReason);
    }
    problem.dueAt = due.end;
  }
  m_isSaving = true;
  m_kept->flush();
  bridge().run(
      Lane::write, this,
      [problem, draft = m_kept->stored()](desk::Desk& desk) {
        auto done = desk::codeAnswer(desk, problem);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this, id = round().id](const base::Result<domain::SurveyTaskId>& done) {
        m_isSaving = false;
        if (isOf(id)) finish(done);
      });
}

void CodingPanel::putAside() {
  const desk::SurveyAnswerShown* answer = current();
  if (answer == nullptr || m_isSaving) return;
  m_isSaving = true;
  m_kept->flush();
  bridge().run(
      Lane::write, this,
      [answer = answer->id, draft = m_kept->stored()](desk::Desk& desk) {
        auto done = desk::putAside(desk, answer);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this, id = round().id](const base::Result<void>& done) {
        m_isSaving = false;
        if (!isOf(id)) return;
        if (!done) return sayIn(m_say, words::surveySentence(done.error()));
        goOnAfter(tr("It is put aside."));
      });
}

void CodingPanel::finish(const base::Result<domain::SurveyTaskId>& done) {
  if (!done) return sayIn(m_say, words::surveySentence(done.error()));
  goOnAfter(tr("It is a task now."));
}

void CodingPanel::goOnAfter(const QString& done) {
  navigator().notify(done, Navigator::Tone::done);
  m_kept->drop();
  empty();
  m_list->setFocus(Qt::OtherFocusReason);
  load(false);
}

void CodingPanel::focusBody() {
  m_list->setFocus(Qt::OtherFocusReason);
}

bool CodingPanel::accept() {
  if (current() == nullptr) return false;
  save();
  return true;
}

bool CodingPanel::hasText() const {
  return !m_title->text().trimmed().isEmpty();
}

void CodingPanel::flush() {
  m_kept->flush();
}

void CodingPanel::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    flush();
    return m_list->setFocus(Qt::OtherFocusReason);
  }
  if (event->key() == Qt::Key_X && m_list->hasFocus()) return putAside();
  if (!isReturn) return SurveyPanel::keyPressEvent(event);
  if (event->modifiers().testFlag(Qt::ControlModifier) || m_save->hasFocus()) return save();
  if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()); button != nullptr && !button->isCheckable())
    return button->click();
  if (QWidget* at = focusWidget()) goOn(at);
}

}  // namespace ow::ui
