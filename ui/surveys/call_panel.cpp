// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/call_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

#include "cases/one_line.h"
#include "intake/choice_row.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "profile/reveal_field.h"
#include "surveys/answer_form.h"
#include "surveys/kept_fields.h"
#include "surveys/survey_words.h"

namespace ow::ui {

using domain::Reached;

struct CallRead {
  std::optional<domain::Questionnaire> form;
  std::optional<desk::SurveyCall> call;
};

namespace {

const QString kCallForm = QStringLiteral("survey_call");

// The place behind the blank: drafts are about "<round> <place>".
int placeOf(const desk::Draft& draft) {
  return QString::fromStdString(draft.subject).section(QLatin1Char(' '), 1).toInt();
}

// Whoever was left for later comes when all behind them are done.
base::Result<CallRead> nextCall(desk::Desk& desk, domain::SurveyRoundId id, int after) {
  CallRead read;
  OW_TRY(auto calls, desk::nextToCall(desk, id, after, 1));
  if (calls.empty() && after > 0) {
    OW_TRY(calls, desk::nextToCall(desk, id, 0, 1));
  }
  if (!calls.empty()) read.call = std::move(calls.front());
  return read;
}

// Where the clerk stopped, else from the first place on.
base::Result<CallRead> firstCall(desk::Desk& desk, domain::SurveyRoundId id) {
  const auto drafts = KeptFields::about(desk, kCallForm.toStdString(), id.text() + ' ');
  OW_TRY(auto read, nextCall(desk, id, drafts.empty() ? 0 : std::max(0, placeOf(drafts.front()) - 1)));
  OW_TRY(read.form, desk::questionnaireOf(desk, id));
  return read;
}

}  // namespace

CallPanel::CallPanel(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : SurveyPanel(bridge, navigator, parent),
      m_kept(new KeptFields(
          bridge, kCallForm,
          [this] {
            QJsonObject typed = m_form->typed();
            typed.insert(QStringLiteral("outcome"), m_outcome->value());
            return typed;
          },
          this)) {
  setScrollingBody(makeBody());
  connectParts();
}

CallPanel::~CallPanel() {
  flush();
}

QWidget* CallPanel::makeBody() {
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, px(Space::small), 0);
  column->setSpacing(px(Space::small));
  m_place = new QLabel(body);
  m_place->setObjectName(QStringLiteral("surveyPlace"));
  m_place->setFont(ui::font(TextRole::heading));
  column->addWidget(m_place);
  m_contact = new QVBoxLayout;
  column->addLayout(m_contact);
  m_outcome = new ChoiceRow(QStringLiteral("surveyOutcome"), tr("What came of the call"), body);
  m_outcome->add(static_cast<int>(Reached::answered), QStringLiteral("answered"), tr("Answers (A)"));
  m_outcome->add(static_cast<int>(Reached::refused), QStringLiteral("refused"), tr("Refuses (R)"));
  m_outcome->add(static_cast<int>(Reached::notReached), QStringLiteral("not_reached"), tr("Not reached (N)"));
  column->addWidget(m_outcome);
  m_form = new AnswerForm(QStringLiteral("surveyCall"), body);
  column->addWidget(m_form);
  m_say = warningLabel(QStringLiteral("surveyCallSay"), body);
  column->addWidget(m_say);
  m_keptAt = sentenceLabel(QStringLiteral("surveyCallKept"), body);
  setLook(m_keptAt, Look::quiet);
  m_later = new QPushButton(tr("Later (J)"), body);
  m_later->setObjectName(QStringLiteral("surveyCallLater"));
  m_later->setAccessibleName(tr("Leave this person for later"));
  m_save = new QPushButton(tr("Save, and the next (Enter)"), body);
  m_save->setObjectName(QStringLiteral("surveyCallSave"));
  m_save->setAccessibleName(tr("Save, and go to the next person"));
  setLook(m_save, Look::primary);
  auto* row = new QHBoxLayout;
  row->addWidget(m_keptAt, 1);
  row->addWidget(m_later);
  row->addWidget(m_save);
  column->addLayout(row);
  column->addStretch(1);
  return body;
}

void CallPanel::connectParts() {
  const auto touched = [this] {
    m_isOpenMeant = false;
    sayIn(m_say, {});
    m_kept->touched();
  };
  connect(m_form, &AnswerForm::touched, this, touched);
  connect(m_form, &AnswerForm::submitted, this, &CallPanel::save);
  connect(m_form, &AnswerForm::left, this, &CallPanel::focusBody);
  connect(m_outcome, &ChoiceRow::changed, this, [this, touched] {
    followOutcome();
    touched();
  });
  connect(m_later, &QPushButton::clicked, this, [this] {
    if (m_call && !m_isSaving) ask(m_call->place);
  });
  connect(m_save, &QPushButton::clicked, this, &CallPanel::save);
  connect(m_kept, &KeptFields::failed, m_keptAt, &QLabel::setText);
  connect(m_kept, &KeptFields::kept, this, [this](base::Instant at) {
    m_keptAt->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, bridge().desk().zone())));
  });
  connect(m_kept, &KeptFields::restored, this, [this](const QJsonObject& typed) {
    m_form->setTyped(typed);
    m_outcome->choose(typed.value(QStringLiteral("outcome")).toInt());
    followOutcome();
  });
}

void CallPanel::load(bool isOther) {
  if (isOther) return begin();
  if (m_isAsking || m_isSaving) return;
  if (round().isOver) return showNobody(tr("This round is over: nobody is called any more."));
  m_call ? look() : ask(0);
}

void CallPanel::begin() {
  flush();
  m_call.reset();
  m_isFormKnown = false;
  m_isSaving = false;
  m_kept->setSubject({});
  m_form->clear();
  if (round().isOver) return showNobody(tr("This round is over: nobody is called any more."));
  showReading();
  m_isAsking = true;
  bridge().run(
      Lane::read, this, [id = round().id](desk::Desk& desk) { return firstCall(desk, id); },
      [this, ticket = ++m_ticket](base::Result<CallRead> read) {
        if (ticket == m_ticket) receive(std::move(read));
      });
}

void CallPanel::ask(int after) {
  if (!m_isFormKnown) return begin();
  m_isAsking = true;
  bridge().run(
      Lane::read, this, [id = round().id, after](desk::Desk& desk) { return nextCall(desk, id, after); },
      [this, ticket = ++m_ticket](base::Result<CallRead> read) {
        if (ticket == m_ticket) receive(std::move(read));
      });
}

void CallPanel::receive(base::Result<CallRead> read) {
  m_isAsking = false;
  if (!read) return showNobody(words::surveySentence(read.error()));
  if (read.value().form) {
    m_form->setForm(*read.value().form);
    m_isFormKnown = true;
  }
  if (read.value().call) return showCall(*read.value().call);
  showNobody(tr("Everybody whom you may call has been called."));
}

// Whether the one who is shown is still to be called: a colleague may have had them on the line meanwhile.
void CallPanel::look() {
  bridge().run(
      Lane::read, this,
      [id = round().id, place = m_call->place](desk::Desk& desk) { return desk::nextToCall(desk, id, place - 1, 1); },
      [this, place = m_call->place, ticket = m_ticket](const base::Result<std::vector<desk::SurveyCall>>& calls) {
        if (ticket != m_ticket || m_isSaving || !m_call || m_call->place != place || !calls) return;
        if (!calls.value().empty() && calls.value().front().place == place) return;
        if (m_form->isEmpty()) return ask(place);
        sayIn(m_say, tr("A colleague has taken an answer of this person meanwhile."));
      });
}

void CallPanel::showCall(const desk::SurveyCall& call) {
  const bool wereHere = areHandsHere();
  m_call = call;
  m_kept->setSubject(subjectOf(QString::number(call.place)));  // unfinished answers come back by themselves
  m_form->clear();
  m_outcome->choose(static_cast<int>(Reached::answered));
  followOutcome();
  m_isOpenMeant = false;
  m_keptAt->clear();
  sayIn(m_say, {});
  m_place->setText(tr("Place %1 of %2").arg(call.place).arg(round().drawn));
  showContact(call);
  showBody();
  if (wereHere) focusBody();
}

void CallPanel::showContact(const desk::SurveyCall& call) {
  if (QLayoutItem* before = m_contact->takeAt(0)) {
    delete before->widget();
    delete before;
  }
  if (call.phone.empty()) {
    auto* nobody = new QLabel(tr("%1 · no number is known", "masked name").arg(oneLine(call.name)), this);
    nobody->setObjectName(QStringLiteral("surveyContact"));
    nobody->setTextFormat(Qt::PlainText);
    return m_contact->addWidget(nobody);
  }
  desk::MaskedField masked;
  masked.shown = tr("%1 · %2", "name, phone").arg(oneLine(call.name), oneLine(call.phone)).toStdString();
  auto* field = new RevealField(std::move(masked), tr("Name and number (P)"), call.place, this);
  field->setObjectName(QStringLiteral("surveyContact"));
  connect(field, &RevealField::revealAsked, this, &CallPanel::reveal);
  m_contact->addWidget(field);
}

void CallPanel::reveal() {
  auto* field = findChild<RevealField*>(QStringLiteral("surveyContact"));
  if (field == nullptr || !m_call) return;
  field->setWaiting();
  bridge().run(
      Lane::write, field,
      [id = round().id, place = m_call->place](desk::Desk& desk) { return desk::numberToCall(desk, id, place); },
      [field](const base::Result<desk::SurveyNumber>& number) {
        if (!number) return field->sayFailed(words::surveySentence(number.error()));
        field->showClear(tr("%1 · %2", "name, phone").arg(oneLine(number.value().name), oneLine(number.value().phone)));
      });
}

void CallPanel::showNobody(const QString& why) {
  flush();
  m_call.reset();
  showEmpty(why);
}

void CallPanel::followOutcome() {
  m_form->setEnabled(m_outcome->value() == static_cast<int>(Reached::answered));
}

bool CallPanel::isReady() {
  if (m_outcome->value() != static_cast<int>(Reached::answered)) return true;
  if (m_form->numbers().empty()) {
    sayIn(m_say, tr("Nothing is answered yet. Digits answer; R says that they refuse, N that nobody was reached."));
    m_form->takeFocus();
    return false;
  }
  const int open = m_form->openQuestions();
  if (open == 0 || std::exchange(m_isOpenMeant, true)) return true;
  sayIn(m_say, tr("%n question(s) are not answered. Enter once more saves it so.", nullptr, open));
  m_form->takeFocus();
  return false;
}

void CallPanel::save() {
  if (!m_call || m_isSaving || m_isAsking || !isReady()) return;
  desk::GivenSurveyAnswer given;
  given.round = round().id;
  given.reached = static_cast<Reached>(m_outcome->value());
  given.place = m_call->place;
  if (given.reached == Reached::answered) {
    given.answers = m_form->numbers();
    given.text = m_form->text();
  }
  m_isSaving = true;
  m_kept->flush();
  bridge().run(
      Lane::write, this,
      [given, draft = m_kept->stored()](desk::Desk& desk) {
        auto done = desk::recordAnswer(desk, given);
        if (done) KeptFields::discard(desk, draft);
        return done;
      },
      [this, id = given.round, place = m_call->place](const base::Result<domain::SurveyAnswerId>& done) {
        if (isOf(id)) finish(place, done);
      });
}

void CallPanel::finish(int place, const base::Result<domain::SurveyAnswerId>& done) {
  m_isSaving = false;
  if (!done) {
    sayIn(m_say, words::surveySentence(done.error()));
    return navigator().notify(words::surveySentence(done.error()), Navigator::Tone::failed);
  }
  navigator().notify(tr("Place %1 is saved.").arg(place), Navigator::Tone::done);
  m_kept->drop();
  m_kept->setSubject({});  // a key that comes before the next person is nobody's answer
  m_form->clear();
  ask(place);
}

void CallPanel::focusBody() {
  if (!m_form->isEnabled()) return m_outcome->setFocus(Qt::OtherFocusReason);
  m_form->takeFocus();
}

bool CallPanel::accept() {
  if (!m_call) return false;
  save();
  return true;
}

bool CallPanel::hasText() const {
  return m_call && !m_form->isEmpty();
}

void CallPanel::flush() {
  m_kept->flush();
}

bool CallPanel::answerKey(int key) {
  if (!m_call) return false;
  const auto choose = [this](Reached reached) {
    m_outcome->choose(static_cast<int>(reached));
    followOutcome();
    m_kept->touched();
    focusBody();
    return true;
  };
  switch (key) {
    case Qt::Key_A:
      return choose(Reached::answered);
    case Qt::Key_R:
      return choose(Reached::refused);
    case Qt::Key_N:
      return choose(Reached::notReached);
    case Qt::Key_P:
      if (auto* field = findChild<RevealField*>(QStringLiteral("surveyContact")); field != nullptr && !field->isClear())
        reveal();
      return true;
    case Qt::Key_J:
      m_later->click();
      return true;
    default:
      return false;
  }
}

void CallPanel::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isReturn) {
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    const bool isOther = button != nullptr && !button->isCheckable();
    return isOther ? button->click() : save();
  }
  if (event->modifiers() == Qt::NoModifier && answerKey(event->key())) return;
  SurveyPanel::keyPressEvent(event);
}

}  // namespace ow::ui
