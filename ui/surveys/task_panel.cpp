// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/task_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "cases/durable_text.h"
#include "cases/one_line.h"
#include "intake/choice_row.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "surveys/kept_fields.h"
#include "surveys/letter_list.h"
#include "surveys/survey_words.h"

namespace ow::ui {

using desk::SurveyTasksShown;
using domain::SurveyTaskState;

namespace {

constexpr std::size_t kMostTasksShown = 500;
constexpr int kResultLines = 3;

}  // namespace

TaskPanel::TaskPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent),
      m_shown(new ChoiceRow(QStringLiteral("surveyTasksShown"), tr("Which tasks"), this)),
      m_list(new LetterList(QStringLiteral("surveyTasks"), tr("Tasks of the round"), this)) {
  const bool isSupervisor = bridge.desk().clerk().role == domain::Role::supervisor;
  m_shown->add(static_cast<int>(SurveyTasksShown::open), QStringLiteral("open"), tr("Open", "tasks"));
  m_shown->add(static_cast<int>(SurveyTasksShown::mine), QStringLiteral("mine"), tr("Mine", "tasks"));
  m_shown->add(static_cast<int>(SurveyTasksShown::all), QStringLiteral("all"), tr("All", "tasks"));
  m_shown->choose(static_cast<int>(isSupervisor ? SurveyTasksShown::open : SurveyTasksShown::mine));
  m_shown->setVisible(isSupervisor);  // a clerk sees his own
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(splitBody(m_list, makeForm(), body), 1);
  setBody(body);
  static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_shown);  // also while none is here
  connectParts();
}

QWidget* TaskPanel::makeForm() {
  m_form = new QWidget(this);
  auto* column = new QVBoxLayout(m_form);
  column->setContentsMargins(0, px(Space::small), px(Space::small), 0);
  column->setSpacing(px(Space::small));
  m_said = sentenceLabel(QStringLiteral("surveyTaskSaid"), m_form);
  m_came = sentenceLabel(QStringLiteral("surveyTaskCame"), m_form);
  m_fields = new QWidget(m_form);
  auto* fields = new QVBoxLayout(m_fields);
  fields->setContentsMargins(0, 0, 0, 0);
  fields->setSpacing(px(Space::hair));
  auto* label = new QLabel(tr("What ca&me of it (needed)"), m_fields);
  setLook(label, Look::quiet);
  m_result = new DurableText(bridge(), QStringLiteral("survey_task"), m_fields);
  m_result->setObjectName(QStringLiteral("surveyTaskResult"));
  m_result->setAccessibleName(tr("What came of it"));
  m_result->setFixedHeight(kResultLines * QFontMetrics(ui::font(TextRole::body)).lineSpacing() + 2 * px(Space::small));
  label->setBuddy(m_result);
  m_say = warningLabel(QStringLiteral("surveyTaskSay"), m_fields);
  m_keptAt = sentenceLabel(QStringLiteral("surveyTaskKept"), m_fields);
  setLook(m_keptAt, Look::quiet);
  m_done = new QPushButton(tr("Done"), m_fields);
  m_done->setObjectName(QStringLiteral("surveyTaskDone"));
  m_done->setAccessibleName(tr("The task is done"));
  m_done->setToolTip(tr("Ctrl+Return"));
  setLook(m_done, Look::primary);
  auto* row = new QHBoxLayout;
  row->addWidget(m_keptAt, 1);
  row->addWidget(m_done);
  fields->addWidget(label);
  fields->addWidget(m_result);
  fields->addWidget(m_say);
  fields->addLayout(row);
  column->addWidget(m_said);
  column->addWidget(m_came);
  column->addWidget(m_fields);
  column->addStretch(1);
  return m_form;
}

void TaskPanel::connectParts() {
  connect(m_shown, &ChoiceRow::changed, this, [this] {
    if (hasRound()) load(false);
  });
  connect(m_list, &LetterList::currentRowChanged, this, &TaskPanel::follow);
  connect(m_list, &LetterList::enterPressed, this, [this] {
    if (m_fields->isVisible()) m_result->setFocus(Qt::OtherFocusReason);
  });
  connect(m_list, &LetterList::left, this, &TaskPanel::left);
  connect(m_result, &DurableText::left, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
  connect(m_result, &DurableText::submitted, this, &TaskPanel::save);
  connect(m_result, &DurableText::textChanged, this, [this] { sayIn(m_say, {}); });
  connect(m_result, &DurableText::keepFailed, m_keptAt, &QLabel::setText);
  connect(m_result, &DurableText::kept, this, [this](base::Instant at) {
    m_keptAt->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, bridge().desk().zone())));
  });
  connect(m_done, &QPushButton::clicked, this, &TaskPanel::save);
}

SurveyTasksShown TaskPanel::shown() const {
  return static_cast<SurveyTasksShown>(m_shown->value());
}

void TaskPanel::load(bool isOther) {
  if (isOther) {
    m_chosen.reset();
    m_tasks.clear();
    m_result->setSubject({});
    m_isSaving = false;
    showReading();
  }
  bridge().run(
      Lane::read, this,
      [id = round().id, shown = shown()](desk::Desk& desk) { return desk::tasksOf(desk, id, shown, 0, kMostTasksShown); },
      [this, ticket = ++m_ticket](base::Result<std::vector<desk::SurveyTaskRow>> rows) {
        if (ticket == m_ticket) receive(std::move(rows));
      });
}

QString TaskPanel::lineOf(const desk::SurveyTaskRow& task) const {
  QStringList about{words::of(task.kind)};
  if (task.mentions > 0) about << tr("%n answer(s)", nullptr, static_cast<int>(task.mentions));
  about << (task.assignee.empty() ? tr("nobody has it yet") : oneLine(task.assignee));
  const base::TimeZone& zone = bridge().desk().zone();
  if (task.state == SurveyTaskState::done)
    about << (task.doneAt ? tr("✓ done on %1").arg(words::date(*task.doneAt, zone)) : tr("✓ done"));
  else if (task.dueAt)
    about << (task.isOverdue ? tr("▲ overdue since %1") : tr("until %1")).arg(words::date(*task.dueAt, zone));
  return oneLine(task.title) + QLatin1Char('\n') + about.join(QStringLiteral(" · "));
}

void TaskPanel::receive(base::Result<std::vector<desk::SurveyTaskRow>> rows) {
  if (!rows) return showEmpty(words::surveySentence(rows.error()));
  m_tasks = std::move(rows).value();
  int chosen = std::max(0, m_list->currentRow());
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const desk::SurveyTaskRow& task : m_tasks) {
      if (m_chosen == task.id) chosen = m_list->count();
      m_list->addItem(lineOf(task));
    }
    m_list->selectRow(chosen);
  }
  const bool isMine = shown() == SurveyTasksShown::mine;
  if (m_tasks.empty())
    showEmpty(isMine ? tr("No task of this round is yours.") : tr("No task of this round is here."));
  else
    showBody();
  follow();
}

const desk::SurveyTaskRow* TaskPanel::current() const {
  const int row = m_list->currentRow();
  return row < 0 || row >= static_cast<int>(m_tasks.size()) ? nullptr : &m_tasks[static_cast<std::size_t>(row)];
}

void TaskPanel::follow() {
  const desk::SurveyTaskRow* task = current();
  m_form->setVisible(task != nullptr);
  if (task == nullptr) {
    m_chosen.reset();
    return m_result->setSubject({});
  }
  const bool isOpen = task->state == SurveyTaskState::open;
  m_said->setText(task->text.empty() ? QString() : tr("It was said: %1").arg(fromCore(task->text)));
  m_said->setVisible(!task->text.empty());
  m_came->setText(tr("What came of it: %1").arg(fromCore(task->result)));
  m_came->setVisible(!task->result.empty());
  m_fields->setVisible(isOpen);
  if (m_chosen == task->id) return;
  m_chosen = task->id;
  m_keptAt->clear();
  sayIn(m_say, {});
  // What was typed about it comes back by itself.
  m_result->setSubject(isOpen ? subjectOf(QString::fromStdString(task->id.text())) : QString());
}

void TaskPanel::save() {
  const desk::SurveyTaskRow* task = current();
  if (task == nullptr || m_isSaving || m_fields->isHidden()) return;
  if (!m_result->hasText()) {
    sayIn(m_say, tr("Write down what came of it."));
    return m_result->setFocus(Qt::OtherFocusReason);
  }
  m_isSaving = true;
  m_result->flush();
  bridge().run(
      Lane::write, this,
      [id = task->id, result = m_result->text(), draft = m_result->stored()](desk::Desk& desk) {
        auto done = desk::finishTask(desk, id, result);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this, id = round().id](const base::Result<void>& done) {
        m_isSaving = false;
        if (!isOf(id)) return;
        if (!done) return sayIn(m_say, words::surveySentence(done.error()));
        navigator().notify(tr("The task is done."), Navigator::Tone::done);
        m_result->settle();
        m_chosen.reset();
        m_list->setFocus(Qt::OtherFocusReason);
        load(false);
      });
}

void TaskPanel::focusBody() {
  m_list->setFocus(Qt::OtherFocusReason);
}

bool TaskPanel::accept() {
  if (current() == nullptr || m_fields->isHidden()) return false;
  save();
  return true;
}

bool TaskPanel::hasText() const {
  return m_result->hasText();
}

void TaskPanel::flush() {
  m_result->flush();
}

void TaskPanel::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isReturn && m_done->hasFocus()) return save();
  SurveyPanel::keyPressEvent(event);
}

}  // namespace ow::ui
